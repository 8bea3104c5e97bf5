"""Accessibility of every page of the site, not only of one of each type: ``python3 dev.py bench access``.

All rules (WCAG 2.2 A and AA, best practice) run at both widths in light colours, then the rules about colours
alone in dark ones: nothing else differs between the two. Prints every page with a finding.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Literal

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, sync_playwright

from dev import program
from tests.browser.conftest import goto

ROOT = Path(__file__).parent.parent
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
ALL: dict[str, Any] = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
COLOURS: dict[str, Any] = {
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
    "resultTypes": ["violations"],
}
WIDTHS = (360, 1280)
Scheme = Literal["light", "dark"]
MOVED = b'http-equiv="refresh"'
"""What tells a page that only leads elsewhere."""


def main() -> bool:
    """Build the site and look at every page; whether nothing was found."""
    with tempfile.TemporaryDirectory(prefix="lini-access-") as name:
        site = Path(name) / "site"
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            print(done.stdout + done.stderr)
            return False
        found = list(findings(site))
        for finding in found:
            print(f"access {finding}")
        print(f"access: {len(pages(site))} pages, {len(found)} findings")
        return not found


def pages(site: Path) -> list[str]:
    """Addresses below the site's root of all pages that show anything."""
    files = [path for path in sorted(site.rglob("*.html")) if MOVED not in path.read_bytes()]
    return [path.relative_to(site).as_posix().removesuffix("index.html") for path in files]


def findings(site: Path) -> Iterator[str]:
    """Every finding on every page of the built ``site``, one line each."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/"
    executable = program("chromium")
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
            for width in WIDTHS:
                yield from _look(browser, address, pages(site), width, "light", ALL)
                yield from _look(browser, address, pages(site), width, "dark", COLOURS)
            browser.close()
    finally:
        server.shutdown()
        server.server_close()


def _look(
    browser: Browser, address: str, paths: list[str], width: int, scheme: Scheme, options: dict[str, Any]
) -> Iterator[str]:
    """Findings of one width and colour scheme."""
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, service_workers="block"
    )
    page = context.new_page()
    for path in paths:
        goto(page, address + path)
        for rule in Axe().run(page, options=options).response["violations"]:
            places = ", ".join(str(node["target"]) for node in rule["nodes"][:3])
            yield f"/{path} {width} {scheme}: {rule['id']} at {places}"
    context.close()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002
        """Stay quiet."""
