"""A real server over a demo of its own, and Debian's Chromium before it."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import tomllib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import urlopen

import psycopg
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.factories import PASSWORD
from tests.parts import chromium

ROOT = Path(__file__).resolve().parents[2]
SEEDS = ROOT.parent / "shared" / "seeds"
ARGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@dataclass(frozen=True)
class Site:
    """Where the demo runs, and who may sign in."""

    url: str
    password: str
    emails: dict[str, str] = field(default_factory=dict)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(url: str, server: subprocess.Popen[bytes], *, seconds: float = 60) -> None:
    """Wait until the server answers; a server that ended is not waited for."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        assert server.poll() is None, "the server ended"
        try:
            with urlopen(url, timeout=2):
                return
        except OSError:
            time.sleep(0.1)
    pytest.fail(f"no answer from {url} in {seconds} s")


@contextmanager
def running(words: list[str], env: dict[str, str], *, url: str, said: Path) -> Iterator[None]:
    """Run a command of ours until the end of the block, from its first answer on."""
    with said.open("wb") as out:
        server = subprocess.Popen(
            [sys.executable, "-m", "thidua", *words],
            cwd=ROOT, env=env, stdout=out, stderr=subprocess.STDOUT, start_new_session=True,
        )  # fmt: skip
    try:
        wait_for(f"{url}/accounts/login/", server, seconds=120)
        yield
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(30)


@contextmanager
def own_database(server: str) -> Iterator[str]:
    """A database of its own on a PostgreSQL server, gone afterwards."""
    name = f"thidua_browser_{os.getpid()}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")  # type: ignore[arg-type]
        try:
            yield urlsplit(server)._replace(path=f"/{name}").geturl()
        finally:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The demo as a person would start it, in a folder of its own; or the same province on PostgreSQL."""
    var, port = tmp_path_factory.mktemp("var"), free_port()
    env = {k: v for k, v in os.environ.items() if not k.startswith(("THIDUA_", "DJANGO_"))} | {"THIDUA_VAR": str(var)}
    url, said = f"http://127.0.0.1:{port}", var / "said.txt"
    people = tomllib.loads((ROOT / "packs" / "demo" / "people.toml").read_text(encoding="utf-8"))["person"]
    emails = {person["role"]: person["email"] for person in people}
    if server := os.environ.get("THIDUA_DATABASE_URL"):
        with own_database(server) as database:
            env |= {"THIDUA_DATABASE_URL": database, "DJANGO_SETTINGS_MODULE": "thidua.settings"}
            subprocess.run([sys.executable, "-m", "tests.browser.fill", PASSWORD], cwd=ROOT, env=env, check=True)
            with running(["serve", "--port", str(port)], env, url=url, said=said):
                yield Site(url, PASSWORD, emails)
        return
    with running(["demo", "--port", str(port)], env, url=url, said=said):
        told = re.search(r"Mật khẩu chung: (\S+)", said.read_text(encoding="utf-8"))
        assert told, said.read_text(encoding="utf-8")
        yield Site(url, told[1], emails)


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    path = chromium()
    if path is None:
        pytest.skip("Chromium is not on this machine")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # the browser's own loop runs in this thread; no view does
    with sync_playwright() as playwright:
        home = {**os.environ, "HOME": str(tmp_path_factory.mktemp("home"))}  # it writes into its user's folder
        started = playwright.chromium.launch(executable_path=path, args=list(ARGS), env=home)
        yield started
        started.close()


@pytest.fixture(scope="session")
def cookies(site: Site, browser: Browser) -> Callable[[str], list[dict[str, object]]]:
    """Sign each role in once; later pages of the role begin signed in."""
    kept: dict[str, list[dict[str, object]]] = {}

    def of(role: str) -> list[dict[str, object]]:
        if role not in kept:
            context = browser.new_context(base_url=site.url)
            sign_in(context.new_page(), site, role)
            kept[role] = context.cookies()  # type: ignore[assignment]
            context.close()
        return kept[role]

    return of


def sign_in(page: Page, site: Site, role: str) -> None:
    page.goto(f"{site.url}/accounts/login/")
    page.get_by_label("Thư điện tử").fill(site.emails[role])
    page.get_by_label("Mật khẩu", exact=True).fill(site.password)
    page.get_by_role("button", name="Đăng nhập").click()
    page.wait_for_url(f"{site.url}/")


@pytest.fixture
def visit(
    site: Site, browser: Browser, cookies: Callable[[str], list[dict[str, object]]]
) -> Iterator[Callable[..., Page]]:
    """Open a page as a role: `visit("standing_officer", "/", script=False, width=360)`."""
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def opened(role: str = "", address: str = "/", *, script: bool = True, width: int = 1280) -> Page:
        size = {"width": width, "height": 900}
        context = browser.new_context(base_url=site.url, viewport=size, java_script_enabled=script, locale="vi-VN")  # type: ignore[arg-type]
        contexts.append(context)
        if role:
            context.add_cookies(cookies(role))  # type: ignore[arg-type]
        page = context.new_page()
        page.set_default_timeout(8000)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda said: faults.append(said.text) if "Content Security Policy" in said.text else None)
        page.goto(address)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert faults == []
