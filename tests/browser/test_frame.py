"""The frame in a real browser: signing in, the menu, the language, light pages, a telephone, no script."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Site, sign_in

pytestmark = [pytest.mark.browser, pytest.mark.slow]
Visit = Callable[..., Page]
ROLES = ("administrator", "standing_officer", "unit_head", "unit_clerk", "auditor")


@pytest.mark.parametrize("role", ROLES)
def test_each_role_signs_in_and_meets_its_work(visit: Visit, role: str) -> None:
    page = visit(role)
    expect(page.get_by_role("heading", level=1)).to_have_text("Việc của tôi")
    menu = page.get_by_role("navigation", name="Các mục chính").get_by_role("link")
    rooms = ["Việc của tôi", "Đơn vị"] if role == "administrator" else ["Việc của tôi", "Phong trào", "Đơn vị"]
    expect(menu).to_have_text(rooms)


def test_a_wrong_password_is_told_in_vietnamese_and_keeps_the_address(visit: Visit, site: Site) -> None:
    page = visit(address="/accounts/login/")
    page.get_by_label("Thư điện tử").fill("nobody@lamkhe.example")
    page.get_by_label("Mật khẩu", exact=True).fill("khong-phai-mat-khau")
    page.get_by_role("button", name="Đăng nhập").click()
    expect(page.get_by_role("alert")).to_contain_text("Thư điện tử hoặc mật khẩu không đúng")
    expect(page.get_by_label("Thư điện tử")).to_have_value("nobody@lamkhe.example")


def test_the_language_is_switched_and_kept(visit: Visit) -> None:
    page = visit(address="/accounts/login/", script=False)
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")
    assert page.locator("html").get_attribute("lang") == "en"
    page.reload()
    page.get_by_role("button", name="Tiếng Việt").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Đăng nhập")


def test_without_script_one_signs_in_changes_place_and_signs_out(visit: Visit, site: Site) -> None:
    page = visit(address="/accounts/login/", script=False, width=360)
    sign_in(page, site, "unit_clerk")
    page.get_by_text("Danh mục", exact=True).click()
    page.get_by_role("link", name="Đơn vị").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Đơn vị")
    page.locator(".bar .menu > summary").click()
    page.get_by_role("button", name="Đăng xuất").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Đăng nhập")


def test_the_keyboard_reaches_the_content_first(visit: Visit) -> None:
    page = visit("standing_officer", "/don-vi/")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Đến nội dung chính")
    expect(skip).to_be_focused()
    assert skip.bounding_box()["y"] >= 0  # type: ignore[index]
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def weigh(page: Page, address: str) -> int:
    """Load a page with an empty cache and add up the bytes that came over the line."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    sizes: list[float] = []
    session.on("Network.loadingFinished", lambda told: sizes.append(told["encodedDataLength"]))
    page.goto(address, wait_until="networkidle")
    return int(sum(sizes))


def test_the_first_load_is_light_and_the_next_lighter(visit: Visit) -> None:
    page = visit("standing_officer", "about:blank")
    assert weigh(page, "/phong-trao/1/") < 100_000
    for address in ("/", "/phong-trao/1/", "/phong-trao/1/van-ban/", "/don-vi/1/"):
        assert weigh(page, address) < 40_000, address
