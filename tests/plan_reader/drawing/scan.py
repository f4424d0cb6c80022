"""Turns drawn pages into a scan: grey images, a little askew, soft and speckled, in a PDF without a text layer."""

from __future__ import annotations

import random
from pathlib import Path

import pypdfium2
from PIL import Image, ImageFilter

DPI = 200


def scanned(page: Image.Image, seed: int, *, speckled: float = 0.06) -> Image.Image:
    """One page as an office scanner leaves it; the same page and seed give the same image."""
    dice = random.Random(seed)
    turned = page.convert("L").rotate(dice.choice((-0.5, 0.5)), Image.Resampling.BICUBIC, fillcolor=255)
    soft = turned.filter(ImageFilter.GaussianBlur(0.6))
    small = (soft.width // 2, soft.height // 2)
    speckle = Image.frombytes("L", small, dice.randbytes(small[0] * small[1])).resize(soft.size)
    return Image.blend(soft, speckle, speckled)


def draw_scan(pdf: Path, path: Path, *, dpi: int = DPI, speckled: float = 0.06, quality: int = 45) -> None:
    """Write the pages of `pdf` as an image-only PDF of JPEG pictures."""
    document = pypdfium2.PdfDocument(pdf)
    pages = (document[n].render(scale=dpi / 72).to_pil() for n in range(len(document)))
    images = [scanned(page, n, speckled=speckled) for n, page in enumerate(pages)]
    images[0].save(path, "PDF", save_all=True, append_images=images[1:], resolution=dpi, quality=quality)
    document.close()
