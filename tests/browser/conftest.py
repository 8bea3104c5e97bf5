"""Real Chromium against the built site, served on this machine."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Dialog, Error, Page, sync_playwright

from dev import program
from tests.office import node

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


class Handler(SimpleHTTPRequestHandler):
    """Static files below ``base``, with the site's own 404 page, like a Pages host."""

    def __init__(self, *arguments: object, base: str, **options: object) -> None:
        """``base`` is the path that the site is served under, with both slashes."""
        self.base = base
        super().__init__(*arguments, **options)  # type: ignore[arg-type]

    def translate_path(self, path: str) -> str:
        """Map the path below ``base`` to the folder; anything else is not there."""
        plain = urlsplit(path).path
        if not plain.startswith(self.base):
            return str(Path(self.directory) / "tidak-ada")
        return super().translate_path("/" + plain.removeprefix(self.base))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer 404 with the site's page."""
        page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        content = page.read_bytes()
        self.send_response(HTTPStatus.NOT_FOUND)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002
        """Stay quiet."""


class Server(ThreadingHTTPServer):
    """A server that takes it quietly when a browser leaves in the middle of an answer."""

    def handle_error(self, request: object, client_address: object) -> None:
        """Report anything but a connection that was closed."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


def serve(site: Path, base: str = "/") -> Iterator[str]:
    """Serve ``site`` under ``base``; gives the address with a trailing slash."""
    handler = partial(Handler, directory=str(site), base=base)
    server = Server(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}{base}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """This project's site at the root of a host."""
    yield from serve(site)


@pytest.fixture(scope="session")
def sub_path_address(sub_path_site: Path) -> Iterator[str]:
    """This project's site under ``/lini-depan/``."""
    yield from serve(sub_path_site, "/lini-depan/")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium."""
    path = program("chromium")
    node()
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield found
        found.close()


def plain(url: str) -> str:
    """An address without the version of an asset."""
    return url.partition("?v=")[0]


def until(page: Page, condition: str, seconds: float = 20) -> None:
    """Wait until a JavaScript expression, which may ``await``, is true of the page.

    Playwright's own ``wait_for_function`` evaluates text in the page, which the site's policy forbids.
    """
    end = time.monotonic() + seconds
    while not _holds(page, condition):
        assert time.monotonic() < end, condition
        time.sleep(0.05)


def _holds(page: Page, condition: str) -> bool:
    """Whether an expression is true of the page; not while another page takes its place."""
    try:
        return bool(page.evaluate(f"(async () => Boolean({condition}))()"))
    except Error as error:
        if "context was destroyed" in error.message:
            return False
        raise


def ready(page: Page) -> None:
    """Wait until the page's own scripts run, which begin after its first paint."""
    until(page, "document.readyState === 'complete' && !document.querySelector('template[data-load]')")


def goto(page: Page, url: str) -> None:
    """Open an address, and wait until its scripts run."""
    page.goto(url)
    ready(page)


def reload(page: Page) -> None:
    """Open the page anew, and wait until its scripts run."""
    page.reload()
    ready(page)


@dataclass
class Visit:
    """A page and everything it asked for or complained about."""

    page: Page
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def refuse(self, dialog: Dialog) -> None:
        """Note a dialog as an error and close it."""
        self.errors.append(dialog.message)
        dialog.dismiss()

    def resize(self, width: int, scheme: Literal["light", "dark"] = "light") -> None:
        """Show the page as if it had been opened at this width and in this colour scheme.

        Scripts that listen for a change of width run before the second frame.
        """
        self.page.emulate_media(color_scheme=scheme)
        self.page.set_viewport_size({"width": width, "height": 800})
        self.page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
        assert self.page.evaluate("innerWidth") == width
        assert self.page.evaluate(f"matchMedia('(prefers-color-scheme: {scheme})').matches")

    def sideways(self, *widths: int) -> list[int]:
        """The widths at which the page scrolls sideways."""
        found = []
        for width in widths:
            self.resize(width)
            if self.page.evaluate("document.documentElement.scrollWidth") > width:
                found.append(width)
        return found


Open = Callable[..., Visit]


class Devices:
    """Browsers of visitors, each with nothing stored, to be used again: a new one costs more than most tests.

    A device is a browser context with a page that stays open, since its window is what costs.
    """

    def __init__(self, browser: Browser) -> None:
        """``browser`` runs them all."""
        self._browser = browser
        self._idle: dict[str, list[BrowserContext]] = {}

    def take(self, options: dict[str, object]) -> BrowserContext:
        """A device with these options of a Playwright context."""
        idle = self._idle.setdefault(repr(sorted(options.items())), [])
        if idle:
            return idle.pop()
        context = self._browser.new_context(**options)  # type: ignore[arg-type]
        context.new_page()
        return context

    def give_back(self, context: BrowserContext, options: dict[str, object], origins: set[str]) -> None:
        """Close what is open on a device, and clear all that ``origins`` and the network left there."""
        first, *rest = context.pages
        for page in rest:
            page.close()
        session = context.new_cdp_session(first)
        session.send("Network.clearBrowserCache")
        for origin in sorted(origins):
            session.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "all"})
        session.detach()
        context.set_offline(False)
        self._idle[repr(sorted(options.items()))].append(context)


@contextmanager
def visits(devices: Devices) -> Iterator[Open]:
    """What opens an address on a device of its own; options are those of a Playwright context."""
    taken: list[tuple[BrowserContext, dict[str, object], set[str]]] = []

    def _open(url: str, *, width: int = 1280, height: int = 800, **options: object) -> Visit:
        context = devices.take(options)
        origins: set[str] = set()
        taken.append((context, options, origins))
        found = Visit(context.new_page())
        found.page.set_viewport_size({"width": width, "height": height})
        found.page.on("request", lambda request: origins.add(origin(request.url)))
        found.page.on("request", lambda request: found.requests.append(plain(request.url)))
        found.page.on("pageerror", lambda error: found.errors.append(str(error)))
        found.page.on("console", lambda m: found.errors.append(m.text) if m.type == "error" else None)
        found.page.on("dialog", found.refuse)
        found.page.goto(url)
        if options.get("java_script_enabled", True):
            ready(found.page)
        return found

    yield _open
    for device in taken:
        devices.give_back(*device)


def origin(url: str) -> str:
    """The origin of an address."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


@pytest.fixture(scope="session")
def devices(browser: Browser) -> Devices:
    """Those of the whole run."""
    return Devices(browser)


@pytest.fixture
def visit(devices: Devices) -> Iterator[Open]:
    """Open an address on a device with nothing stored."""
    with visits(devices) as found:
        yield found


@pytest.fixture(scope="module")
def opened(devices: Devices, address: str, request: pytest.FixtureRequest) -> Iterator[Visit]:
    """The page of ``@pytest.mark.parametrize("opened", ..., indirect=True)``.

    Tests of a module that only look at a page share it: opening costs more than looking. Each says at
    which width it looks; none clicks, types or stores.
    """
    with visits(devices) as found:
        yield found(address + request.param)
