"""The way a visitor goes: desk, movement, document. `THIDUA_PICTURES=1` draws the picture of the README anew."""

import io
import os
from collections.abc import Callable

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from tests.browser.conftest import ROOT

pytestmark = [pytest.mark.browser, pytest.mark.slow]
Visit = Callable[..., Page]
PICTURE = ROOT / "docs" / "pictures" / "movement.png"
LARGEST = 200_000


def draw(page: Page) -> None:
    """Keep what a tall window shows, in few colours."""
    page.set_viewport_size({"width": 1280, "height": 1160})
    shot = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    PICTURE.parent.mkdir(parents=True, exist_ok=True)
    shot.quantize(256, method=Image.Quantize.FASTOCTREE).save(PICTURE, optimize=True)  # keeps the few strong colours


def test_from_the_desk_to_the_sentence(visit: Visit) -> None:
    page = visit("unit_clerk")
    line = page.locator(".lines > li", has_text="Đăng ký thi đua").first
    expect(line).to_contain_text("30/11/2026")
    line.locator(".what a").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Lam Khê đổi mới sáng tạo")
    page.goto("/")
    page.locator(".lines > li", has_text="Đăng ký thi đua").first.locator(".clause").click()
    expect(page.locator("mark.lit").first).to_be_in_viewport()
    expect(page.locator("mark.lit").first).to_contain_text("Đăng ký")
    page.goto("/phong-trao/1/")
    expect(page.locator("#contents > ol > li")).to_have_count(6)
    if os.environ.get("THIDUA_PICTURES"):
        draw(page)
    assert PICTURE.stat().st_size <= LARGEST
