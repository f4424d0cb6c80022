"""Try the reader in a shell: `python -m thidua.plan_reader FILE` prints the reading as JSON."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from thidua.plan_reader import read_plan
from thidua.plan_reader.output import as_contract, outline
from thidua.plan_reader.reading import NotReadable


def main(words: list[str]) -> int:
    path = Path(words[0])
    try:
        reading = read_plan(path)
    except NotReadable as error:
        print(error, file=sys.stderr)
        return 2
    if "--outline" in words:
        print("\n".join(outline(reading.root)))
    elif "--text" in words:
        print(reading.source.text)
    else:
        print(json.dumps(as_contract(reading), ensure_ascii=False, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
