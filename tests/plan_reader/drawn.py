"""Small PDFs drawn for a test: by typst from its own words, or written by hand."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import typst

SET = """\
#set page(paper: "a4", margin: (left: 3cm, rest: 2cm))
#set text(font: ("Liberation Serif", "Libertinus Serif"), size: 14pt, lang: "vi", hyphenate: false)
#set par(justify: true)
"""


def pdf(path: Path, words: str) -> Path:
    """Draw `words`, written in typst's language."""
    typst.compile((SET + words).encode(), output=str(path))
    return path


def scan(path: Path, words: str, *, dpi: int = 200, turned: float = 0.3) -> Path:
    """Draw `words` and keep only pictures of the pages, a little askew."""
    from PIL import Image

    pictures: list[Image.Image] = []
    with pypdfium2.PdfDocument(pdf(path, words)) as document:
        for page in document:
            picture = page.render(scale=dpi / 72).to_pil().convert("L")
            pictures.append(picture.rotate(turned, fillcolor=255))
    pictures[0].save(path, save_all=True, append_images=pictures[1:], resolution=dpi)
    return path
