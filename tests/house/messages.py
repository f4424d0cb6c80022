"""Collect the sentences of the screens, keep the Vietnamese file in step and compile it: `./run messages`.

Babel does the work, so that a machine without GNU gettext can do it too. `--check` changes nothing and exits 1
when the files are not in step.
"""

import io
import sys
from collections.abc import Iterator
from pathlib import Path

import django
from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "locale" / "vi" / "LC_MESSAGES"
PO, MO = FOLDER / "django.po", FOLDER / "django.mo"
BORROWED = ROOT / "locale" / "borrowed.txt"  # sentences of libraries for which we give our own Vietnamese
KEYWORDS = {
    **DEFAULT_KEYWORDS,
    **{f"{name}_lazy": DEFAULT_KEYWORDS[name] for name in ("gettext", "ngettext", "pgettext", "npgettext")},
}
HEADER = """\
# The Vietnamese of the screens, in the register of official papers.
# Collected and compiled by `./run messages`."""


def python_sources() -> Iterator[tuple[str, str]]:
    """Yield each file of code, and each template turned into calls of gettext, with its path."""
    for path in sorted((ROOT / "thidua").rglob("*.py")):
        if "migrations" not in path.parts:
            yield str(path.relative_to(ROOT)), path.read_text(encoding="utf-8")
    for path in sorted((ROOT / "thidua").rglob("*.html")) + sorted((ROOT / "thidua").rglob("templates/**/*.txt")):
        name = str(path.relative_to(ROOT))
        calls = templatize(path.read_text(encoding="utf-8"), origin=name)
        yield name, "\n".join(line.lstrip() for line in calls.splitlines())  # indentation would mean something


def collected() -> Catalog:
    """Return every sentence that the code and the templates ask to have translated."""
    found = empty()
    for line in BORROWED.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            found.add(tuple(line.split(" || ")) if " || " in line else line, locations=[("locale/borrowed.txt", 0)])
    for name, code in python_sources():
        for _line, text, _comments, context in extract("python", io.BytesIO(code.encode()), keywords=KEYWORDS):
            found.add(text, locations=[(name, 0)], context=context)
    return found


def empty() -> Catalog:
    """Return a Vietnamese catalog without dates or names, so that it changes only with its sentences."""
    return Catalog(locale="vi", header_comment=HEADER, project="Thi Đua", fuzzy=False)


def kept() -> Catalog:
    """Return the Vietnamese file as it stands."""
    if not PO.exists():
        return empty()
    with PO.open("rb") as file:
        return read_po(file, locale="vi")


def in_step() -> Catalog:
    """Return what the Vietnamese file should be: each sentence asked for, with the translation it has."""
    wanted, old = collected(), kept()
    for message in wanted:
        if not message.id:
            continue
        before = old.get(message.id, message.context)
        if before is not None:
            message.string, message.flags = before.string, before.flags
        message.locations = sorted(set(message.locations))
    return wanted


def as_po(catalog: Catalog) -> bytes:
    """Write the file for people."""
    out = io.BytesIO()
    write_po(out, catalog, width=120, sort_output=True, include_lineno=False, ignore_obsolete=True, omit_header=True)
    head = f'{HEADER}\nmsgid ""\nmsgstr ""\n"Language: vi\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n'
    return (head + '"Plural-Forms: nplurals=1; plural=0;\\n"\n\n').encode() + out.getvalue()


class Plain(Catalog):
    """A catalog that writes no dates and no tool into its head, so that equal sentences make equal files."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """Say the encoding and the plural of Vietnamese, nothing else."""
        return [("Content-Type", "text/plain; charset=utf-8"), ("Plural-Forms", "nplurals=1; plural=0;")]


def as_mo(po: bytes) -> bytes:
    """Write the file for the program."""
    catalog, out = Plain(locale="vi"), io.BytesIO()
    for message in read_po(io.BytesIO(po), locale="vi"):
        if message.id:
            catalog[message.id] = message
    write_mo(out, catalog)
    return out.getvalue()


def main(words: list[str]) -> int:
    """Bring the files in step, or say with `--check` that they are not."""
    if not settings.configured:
        settings.configure(USE_I18N=True)
        django.setup()
    catalog = in_step()
    po = as_po(catalog)
    blank = [message.id for message in catalog if message.id and not all(strings(message.string))]
    if "--check" in words:
        out_of_step = PO.read_bytes() != po or MO.read_bytes() != as_mo(po)
        print("Not in step: ./run messages" if out_of_step else f"{len(catalog)} sentences, {len(blank)} blank")
        return 1 if out_of_step or blank else 0
    FOLDER.mkdir(parents=True, exist_ok=True)
    PO.write_bytes(po)
    MO.write_bytes(as_mo(po))
    print(f"{len(catalog)} sentences, {len(blank)} without Vietnamese")
    for sentence in blank:
        print(" ", sentence)
    return 0


def strings(value: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    """Return the translations of one sentence, one for each plural form."""
    return tuple(value) if isinstance(value, tuple | list) else (value or "",)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
