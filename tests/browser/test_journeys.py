"""From a signed plan in a file to a running movement, as a person does it in the browser."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import SEEDS

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.journey]
Visit = Callable[..., Page]
needs_seeds = pytest.mark.skipif(not SEEDS.is_dir(), reason="the real plans do not stand beside this checkout")


def hand_in(page: Page, plan: Path) -> None:
    page.goto("/phong-trao/mo/")
    page.get_by_label("Tệp kế hoạch").set_input_files(plan)
    page.get_by_role("button", name="Đọc kế hoạch").click()
    page.wait_for_url(re.compile(r"/xac-nhan/"))


def confirm_everything(page: Page) -> None:
    """Confirm the sure ones together, each doubtful one by itself."""
    page.get_by_role("link", name=re.compile(r"^Xác nhận \d+ thông tin chắc chắn")).click()
    page.get_by_role("button", name=re.compile(r"^Xác nhận \d+")).click()
    page.wait_for_url(re.compile(r"/xac-nhan/(\?|$)"))
    confirming = page.url.split("?")[0]
    while True:
        page.goto(f"{confirming}?group=undecided")
        waiting = page.get_by_role("button", name="Xác nhận", exact=True)
        if not waiting.count():
            return
        waiting.first.click()
        page.wait_for_load_state()


def open_movement(page: Page) -> None:
    page.get_by_role("link", name="Mở phong trào", exact=True).click()
    page.get_by_role("button", name="Mở phong trào", exact=True).click()
    page.wait_for_url(re.compile(r"/phong-trao/\d+/$"))


def told(page: Page) -> dict[str, int]:
    """How much of each the movement's page shows."""
    return {
        "contents": page.locator("#contents > ol > li").count(),
        "criteria": page.locator("#criteria h3").count(),
        "phases": page.locator("#phases .timeline > li").count(),
    }


@needs_seeds
def test_a_real_plan_becomes_a_running_movement(visit: Visit) -> None:
    page = visit("standing_officer")
    hand_in(page, SEEDS / "000-hue.txt")
    confirm_everything(page)
    open_movement(page)
    shown = told(page)
    assert (shown["contents"], shown["criteria"]) == (7, 4)
    assert shown["phases"] >= 2
    page.locator("#contents .clause").first.click()
    expect(page.locator("mark.lit").first).to_be_in_viewport()
    assert page.locator("mark.lit").first.inner_text().strip()


@needs_seeds
def test_a_real_plan_becomes_a_running_movement_without_script(visit: Visit) -> None:
    page = visit("unit_head", script=False, width=360)
    hand_in(page, SEEDS / "001-tan-lap.txt")
    confirm_everything(page)
    open_movement(page)
    shown = told(page)
    assert (shown["contents"], shown["criteria"]) == (6, 4)


BAD = {
    "trong.txt": (b"", "không có nội dung"),
    "tho.txt": ("Trời xanh mây trắng.\n".encode() * 30, "không giống một kế hoạch"),
    "cu.doc": (bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600, ".docx"),
    "hong.pdf": (b"%PDF-1.7\nnothing", "bị hỏng"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_refused_with_what_to_do(visit: Visit, tmp_path: Path, name: str) -> None:
    content, words = BAD[name]
    (tmp_path / name).write_bytes(content)
    page = visit("unit_clerk", "/phong-trao/mo/")
    page.get_by_label("Tệp kế hoạch").set_input_files(tmp_path / name)
    page.get_by_role("button", name="Đọc kế hoạch").click()
    expect(page.get_by_role("alert")).to_contain_text(words)
    assert page.url.endswith("/phong-trao/mo/")
