"""Every page that links lead to: accessible, fit for a telephone, printable, without inline script or style."""

import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pypdfium2
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.conftest import ROOT
from tests.browser.test_journeys import hand_in

pytestmark = [pytest.mark.browser, pytest.mark.slow]
Visit = Callable[..., Page]
PLAN = ROOT / "packs" / "demo" / "plan" / "ke-hoach-xa.docx"
AWAY = re.compile(r"/tep/$|/logout/")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
ALONE = ("/accounts/login/", "/accounts/password/reset/", "/accounts/password/reset/done/", "/khong-co/")
INLINE = re.compile(r"<script(?![^>]*\bsrc=)|<style|<[^>]+\son\w+=|<[^>]+\sstyle=")


def another(plan: Path, folder: Path, word: str) -> Path:
    """The same plan as other bytes, so that it is not found again."""
    copy = folder / f"{word}.docx"
    copy.write_bytes(plan.read_bytes())
    with zipfile.ZipFile(copy, "a") as archive:
        archive.comment = word.encode()
    return copy


def shape(address: str) -> str:
    """One address stands for all of its kind: numbers and most questions make no other page."""
    parts = urlsplit(address)
    asked = re.search(r"(group=(?:doubtful|faults|undecided)|field=)", parts.query)
    return re.sub(r"\d+", "N", parts.path) + (f"?{asked[1]}" if asked else "")


def crawled(page: Page, starts: tuple[str, ...]) -> Iterator[str]:
    """Visit one page of each kind that links lead to, beginning at these."""
    seen, waiting = set(map(shape, starts)), list(starts)
    while waiting:
        address = waiting.pop(0)
        page.goto(address)
        yield address
        origin = "{0.scheme}://{0.netloc}".format(urlsplit(page.url))
        for link in page.eval_on_selector_all("main a[href], nav a[href]", "all => all.map(a => a.href)"):
            path = link.removeprefix(origin).split("#")[0]
            if link.startswith(origin) and not AWAY.search(path) and shape(path) not in seen:
                seen.add(shape(path))
                waiting.append(path)


def faults_of(page: Page) -> list[str]:
    """What is wrong with the page before us."""
    told = Axe().run(page, options={"runOnly": RULES}).response["violations"]
    found = [f"{rule['id']}: {rule['nodes'][0]['html'][:160]}" for rule in told]
    if INLINE.search(page.content()):
        found.append("inline script or style")
    size = page.viewport_size
    page.set_viewport_size({"width": 360, "height": 740})
    if (wide := page.evaluate("document.documentElement.scrollWidth")) > 360:
        found.append(f"{wide} wide on a telephone")
    page.set_viewport_size(size or {"width": 1280, "height": 900})
    return found


@pytest.mark.parametrize("role", ["standing_officer", "unit_clerk", "administrator"])
def test_every_page_is_accessible_and_narrow_enough(visit: Visit, tmp_path: Path, role: str) -> None:
    page = visit(role)
    if role != "administrator":
        hand_in(page, another(PLAN, tmp_path, role))
    starts = ("/", "/accounts/password/change/")
    found = {address: faults_of(page) for address in crawled(page, starts)}
    assert len(found) >= (4 if role == "administrator" else 12), sorted(found)
    assert {address: faults for address, faults in found.items() if faults} == {}


def test_pages_before_sign_in_and_missing_ones_are_accessible(visit: Visit) -> None:
    page = visit("", "/accounts/login/")
    found = {}
    for address in ALONE:
        page.goto(address)
        found[address] = faults_of(page)
    assert {address: faults for address, faults in found.items() if faults} == {}


def test_a_movement_prints_as_a_paper(visit: Visit, tmp_path: Path) -> None:
    page = visit("standing_officer", "/phong-trao/1/")
    paper = tmp_path / "paper.pdf"
    page.pdf(path=paper, format="A4", prefer_css_page_size=True)
    printed = pypdfium2.PdfDocument(paper)
    words = re.sub(r"\s+", " ", " ".join(sheet.get_textpage().get_text_range() for sheet in printed))
    assert 2 <= len(printed) <= 12
    for wanted in ("Nội dung thi đua", "Việc phải làm", "Tiêu chí", "mục III.1"):
        assert wanted in words
    for screen_only in ("Đến nội dung chính", "Đăng xuất", "English"):
        assert screen_only not in words
