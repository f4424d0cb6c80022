"""All the files that a corpus plan is drawn as, kept under a folder and made once."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.plan_reader.drawing.markup import Plan, read_markup
from tests.plan_reader.drawing.noise import misread
from tests.plan_reader.drawing.page import draw_pages
from tests.plan_reader.drawing.scan import draw_scan
from tests.plan_reader.drawing.text import draw_text
from tests.plan_reader.drawing.word import draw_word

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
KINDS = ("txt", "docx", "pdf", "ocr", "scan")
# OCR takes seconds a page: these plans, of different bodies and layouts, are scanned in the suite, all in the bench.
SCANNED = ("dai-khe", "dong-sen", "huyen-khe-ngoc", "so-giao-duc")


@dataclass(frozen=True)
class Rendering:
    """A plan drawn in one way; `name` says which."""

    slug: str
    kind: str
    options: str
    name: str


def slugs() -> tuple[str, ...]:
    """The plans of the corpus."""
    return tuple(sorted(path.parent.name for path in CORPUS.glob("*/plan.mark")))


def plan_of(slug: str) -> Plan:
    """The marked-up plan."""
    return read_markup(CORPUS / slug / "plan.mark")


def renderings(slug: str, kinds: tuple[str, ...] = KINDS) -> Iterator[Rendering]:
    """Every way in which the plan is drawn."""
    stated = plan_of(slug).options
    for kind in kinds:
        source = {"ocr": "txt", "scan": "pdf"}.get(kind, kind)
        for place, options in enumerate(stated.get(source, [""]), 1):
            if kind == "ocr" and place > 1:
                continue
            yield Rendering(slug, kind, options, f"{slug}-{place}.{kind}")


def draw(rendering: Rendering, folder: Path) -> Path:
    """Draw it under `folder` unless it stands there already, and say where."""
    source = (CORPUS / rendering.slug / "plan.mark").read_bytes() + b"".join(
        path.read_bytes() for path in sorted(Path(__file__).parent.glob("*.py"))
    )
    kept = folder / hashlib.sha256(source).hexdigest()[:16]
    kept.mkdir(parents=True, exist_ok=True)
    ending = {"ocr": ".ocr.txt", "scan": ".scan.pdf"}.get(rendering.kind, f".{rendering.kind}")
    path = kept / f"{rendering.name.rpartition('.')[0]}{ending}"
    if not path.exists():
        begun = kept / f"{os.getpid()}-{path.name}"
        _draw(rendering, begun)
        begun.replace(path)
    return path


def _draw(rendering: Rendering, path: Path) -> None:
    plan = plan_of(rendering.slug)
    if rendering.kind == "txt":
        path.write_text(draw_text(plan, rendering.options), encoding="utf-8")
    elif rendering.kind == "ocr":
        path.write_text(misread(draw_text(plan, rendering.options)), encoding="utf-8")
    elif rendering.kind == "docx":
        draw_word(plan, rendering.options, path)
    elif rendering.kind == "pdf":
        draw_pages(plan, rendering.options, path)
    else:
        pages = path.with_suffix(".pages.pdf")
        draw_pages(plan, rendering.options, pages)
        draw_scan(pages, path)
        pages.unlink()
