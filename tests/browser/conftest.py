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
from typing import Any, Literal
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Dialog, Error, Page, sync_playwright

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


class Device:
    """The browser of one visitor after another: a context of Playwright and its page."""

    def __init__(self, browser: Browser, options: dict[str, Any]) -> None:
        """``options`` are those of the context."""
        self.options = options
        self.page = page = browser.new_context(**options).new_page()
        self.visit = Visit(page)
        page.on("request", lambda request: self.visit.requests.append(plain(request.url)))
        page.on("pageerror", lambda error: self.visit.errors.append(str(error)))
        page.on("console", lambda m: self.visit.errors.append(m.text) if m.type == "error" else None)
        page.on("dialog", lambda dialog: self.visit.refuse(dialog))  # noqa: PLW0108 - the visit changes
        self.changed = False
        for name in ("add_init_script", "route", "on"):
            self._note(page, name)
        self._note(page.clock, "set_fixed_time")

    def _note(self, owner: object, name: str) -> None:
        """Note the call of a method whose effect cannot be taken back."""
        call = getattr(owner, name)

        def noted(*arguments: object, **named: object) -> object:
            self.changed = True
            return call(*arguments, **named)

        setattr(owner, name, noted)

    def clear(self) -> bool:
        """Clear all that the last visit left; false, and closed, if something may stay."""
        context = self.page.context
        origins = {origin(url) for url in self.visit.requests if url.startswith("http")}
        for other in context.pages:
            if other is not self.page:
                other.close()
        if self.changed or self.page.is_closed() or {origin(self.page.url)} != origins:
            context.close()
            return False
        context.set_offline(False)
        self.page.evaluate("sessionStorage.clear()")
        self.page.goto("about:blank")
        plain = {key: self.options.get(key, "null") for key in ("reduced_motion", "forced_colors")}
        self.page.emulate_media(media="null", color_scheme=self.options.get("color_scheme", "light"), **plain)
        session = context.new_cdp_session(self.page)
        session.send("Network.clearBrowserCache")
        for one in sorted(origins):
            session.send("Storage.clearDataForOrigin", {"origin": one, "storageTypes": "all"})
        session.detach()
        return True


class Devices:
    """Those of all visitors, each as good as new: a new one costs more than most tests."""

    def __init__(self, browser: Browser) -> None:
        """``browser`` runs them all."""
        self._browser = browser
        self._idle: dict[str, list[Device]] = {}

    def take(self, options: dict[str, Any]) -> Device:
        """A device with these options of a Playwright context."""
        idle = self._idle.get(repr(sorted(options.items())))
        return idle.pop() if idle else Device(self._browser, options)

    def give_back(self, device: Device) -> None:
        """Keep a device for the next visitor."""
        if device.clear():
            self._idle.setdefault(repr(sorted(device.options.items())), []).append(device)


@contextmanager
def visits(devices: Devices) -> Iterator[Open]:
    """What opens an address on a device of its own; options are those of a Playwright context."""
    taken: list[Device] = []

    def _open(url: str, *, width: int = 1280, height: int = 800, **options: object) -> Visit:
        device = devices.take(options)
        device.visit = found = Visit(device.page)
        taken.append(device)
        found.page.set_viewport_size({"width": width, "height": height})
        found.page.goto(url)
        if options.get("java_script_enabled", True):
            ready(found.page)
        return found

    yield _open
    for device in taken:
        devices.give_back(device)


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
