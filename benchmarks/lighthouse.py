"""What Lighthouse says of five page types on its slow phone: ``python3 dev.py bench lighthouse``.

The median of three runs. Needs Node with npx; Lighthouse itself is fetched at the version below.
"""

from __future__ import annotations

import gzip
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

from dev import program

ROOT = Path(__file__).parent.parent
LIGHTHOUSE = "lighthouse@13.5.0"
PAGES = ("", "menu/2017/", "menu/2017/1.1/", "panduan/bab-3/", "pindai/")
RUNS = 3
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
TEXTS = (".html", ".css", ".js", ".json", ".svg", ".xml", "/")
LARGEST_PAINT, BLOCKING, SHIFT = 900.0, 0.0, 0.0
"""Milliseconds to the largest paint, milliseconds of blocking, and shift of the layout: at most."""


def main() -> bool:
    """Build, serve as a host with compression does, and print the medians; whether all goals are met."""
    npx = shutil.which("npx")
    if npx is None:
        print("lighthouse: needs npx, which comes with Node")
        return False
    with tempfile.TemporaryDirectory(prefix="lini-lighthouse-") as name:
        site = Path(name) / "site"
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)]
        subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
        with _served(site) as address:
            met = [_page(npx, address, page, Path(name)) for page in PAGES]
    return all(met)


def _page(npx: str, address: str, page: str, folder: Path) -> bool:
    reports = [_report(npx, address + page, folder / "report.json") for _ in range(RUNS)]
    scores = {
        category: statistics.median(report["categories"][category]["score"] * 100 for report in reports)
        for category in CATEGORIES
    }
    paint, blocking, shift = (
        statistics.median(report["audits"][audit]["numericValue"] for report in reports)
        for audit in ("largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift")
    )
    met = min(scores.values()) == 100 and paint <= LARGEST_PAINT
    met = met and blocking <= BLOCKING and shift <= SHIFT
    said = ", ".join(f"{category} {score:.0f}" for category, score in scores.items())
    more = f"LCP {paint:.0f} ms, TBT {blocking:.0f} ms, CLS {shift:.3f}"
    print(f"lighthouse /{page}: {said}; {more}{'' if met else '  MISSED'}", flush=True)
    return bool(met)


def _report(npx: str, address: str, out: Path) -> dict[str, Any]:
    flags = "--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage"
    command = [npx, "--yes", LIGHTHOUSE, address, "--quiet", "--output=json", f"--output-path={out}"]
    environment = {**os.environ, "CHROME_PATH": program("chromium")}
    command += [f"--chrome-flags={flags}", f"--only-categories={','.join(CATEGORIES)}"]
    subprocess.run(command, env=environment, capture_output=True, check=True)
    report: dict[str, Any] = json.loads(out.read_text())
    return report


@contextmanager
def _served(site: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Compressed, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()


class _Compressed(SimpleHTTPRequestHandler):
    """Files as GitHub Pages sends them: texts compressed, over a connection that is kept."""

    protocol_version = "HTTP/1.1"

    def send_head(self) -> BytesIO | BinaryIO | None:
        """The headers, and what follows them."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file() or not str(path).endswith(TEXTS):
            return super().send_head()
        content = gzip.compress(path.read_bytes(), 6, mtime=0)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        return BytesIO(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """Say nothing."""
