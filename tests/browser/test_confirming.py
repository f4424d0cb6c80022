"""Confirming a plan by the keyboard alone, and the document beside its facts."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.test_everywhere import PLAN, another
from tests.browser.test_journeys import hand_in, told

pytestmark = [pytest.mark.browser, pytest.mark.slow]
Visit = Callable[..., Page]


def tab_to(page: Page, target: Locator, *, most: int = 120) -> None:
    """Press Tab until the target has the focus."""
    for _ in range(most):
        if target.evaluate("one => one === document.activeElement"):
            return
        page.keyboard.press("Tab")
    pytest.fail("the keyboard never reached it")


def press(page: Page, target: Locator) -> None:
    """Reach a link or a button by Tab and press it."""
    tab_to(page, target)
    page.keyboard.press("Enter")


def confirm_by_keys(page: Page) -> None:
    """Confirm the sure facts together, the others one after the other."""
    press(page, page.get_by_role("link", name=re.compile("thông tin chắc chắn")))
    press(page, page.get_by_role("button", name=re.compile(r"^Xác nhận \d+")))
    page.wait_for_url(re.compile(r"/xac-nhan/(\?|$)"))
    waiting = page.locator("[data-fact].doubt, [data-fact]:not(.yes, .no)")
    while page.locator("#state b").first.inner_text() != "0":
        before = waiting.count()
        page.keyboard.press("c")
        expect(waiting).to_have_count(before - 1)


def test_facts_are_confirmed_taken_back_and_corrected_by_keys(visit: Visit, tmp_path: Path) -> None:
    page = visit("standing_officer")
    hand_in(page, another(PLAN, tmp_path, "keys"))
    cards = page.locator("[data-fact]")
    expect(cards.first).to_have_class(re.compile("lit"))
    page.keyboard.press("c")
    expect(cards.first).to_have_class(re.compile("yes"))
    expect(cards.nth(1)).to_have_class(re.compile("lit"))
    page.keyboard.press("k")
    page.keyboard.press("u")
    expect(cards.first).not_to_have_class(re.compile("yes"))
    page.keyboard.press("e")
    expect(cards.first.locator("textarea, input:not([type=hidden])").first).to_be_focused()
    page.keyboard.press("Control+A")
    page.keyboard.type("Tên do người xác nhận ghi")
    press(page, cards.first.get_by_role("button", name="Lưu"))
    expect(cards.first).to_contain_text("Tên do người xác nhận ghi")


CLEAR = "one => one.getBoundingClientRect().top >= document.querySelector('#paper').getBoundingClientRect().bottom"


def test_on_a_telephone_the_paper_does_not_cover_the_field_in_focus(visit: Visit, tmp_path: Path) -> None:
    page = visit("standing_officer", width=360)
    hand_in(page, another(PLAN, tmp_path, "covered"))
    page.goto(f"{page.url.split('?')[0]}?group=contents")
    card = page.locator("[data-fact]").nth(2)
    card.get_by_role("link", name="Sửa").click()
    field = card.locator("textarea, input:not([type=hidden])").first
    expect(field).to_be_focused()
    assert field.evaluate(CLEAR)


def test_a_plan_is_confirmed_and_opened_by_the_keyboard_alone(visit: Visit, tmp_path: Path) -> None:
    page = visit("standing_officer")
    hand_in(page, another(PLAN, tmp_path, "keyboard"))
    confirm_by_keys(page)
    press(page, page.get_by_role("link", name="Mở phong trào", exact=True))
    press(page, page.get_by_role("button", name="Mở phong trào", exact=True))
    page.wait_for_url(re.compile(r"/phong-trao/\d+/$"))
    assert told(page)["contents"] == 6


def test_a_click_on_a_fact_lights_its_words_and_on_words_their_fact(visit: Visit, tmp_path: Path) -> None:
    page = visit("unit_clerk")
    hand_in(page, another(PLAN, tmp_path, "light"))
    page.get_by_role("link", name=re.compile("^Nội dung thi đua")).click()
    expect(page.locator("#facts h2")).to_have_text("Nội dung thi đua")
    card = page.locator("[data-fact]").nth(2)
    card.locator("[data-light]").click()
    lit = page.locator("mark.lit").first
    expect(lit).to_be_in_viewport()
    expect(lit).to_contain_text("Thi đua")
    assert lit.inner_text()[:20] in card.inner_text().replace("\n", " ")
    page.locator("mark", has_text="Đến năm 2028").first.locator("a").first.click()
    expect(page.locator("[data-fact].lit, #facts [data-fact]").first).to_contain_text("2028")


def test_a_clerk_may_hand_in_but_not_confirm(visit: Visit, tmp_path: Path) -> None:
    page = visit("unit_clerk")
    hand_in(page, another(PLAN, tmp_path, "clerk"))
    expect(page.locator("[data-fact]").first).to_be_visible()
    expect(page.get_by_role("button", name="Xác nhận", exact=True)).to_have_count(0)
    page.goto("/")
    expect(page.get_by_text("Chờ thủ trưởng").first).to_be_visible()
