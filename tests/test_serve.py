"""Serving while editing: edits show up, typos are named and survived, the next save heals."""

from __future__ import annotations

import os
import queue
import re
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.conftest import make_project

pytestmark = pytest.mark.slow

PATIENCE = 30.0
"""Seconds after which a test gives up; nothing is timed."""


class Server:
    """``python -m macros serve`` of a project, its output line by line."""

    def __init__(self, project: Path) -> None:
        """Start serving ``project`` on a free port."""
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.process = subprocess.Popen(
            [sys.executable, "-m", "macros", "serve", "--port", str(self.port)],
            cwd=project,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(project), "CI": ""},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            process_group=0,
        )
        self.lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.put(line)

    def says(self, pattern: str) -> str:
        """Wait until a line of output matches."""
        heard = []
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                line = self.lines.get(timeout=0.2)
            except queue.Empty:
                continue
            heard.append(line)
            if re.search(pattern, line):
                return line
        pytest.fail(f"never said {pattern!r}:\n{''.join(heard)}")

    def page(self, path: str) -> str:
        """A page as it is served now; empty while nothing is."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/{path}", timeout=5) as answer:
                return str(answer.read().decode())
        except OSError:  # nobody answers yet, or not in time while a build keeps the machine busy
            return ""

    def stop(self) -> None:
        """End the server and what it started."""
        os.killpg(self.process.pid, 15)
        self.process.wait(timeout=10)
        if self.process.stdout is not None:
            self.process.stdout.close()


def until(holds: Callable[[], bool]) -> None:
    """Wait until something holds."""
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, "it never held"
        time.sleep(0.1)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The tiny programme in a folder with spaces and accents."""
    return make_project(tmp_path / "kebun warga é")


@pytest.fixture
def start(project: Path) -> Iterator[Callable[[], Server]]:
    """Starts the server; it ends with the test."""
    started: list[Server] = []

    def _start() -> Server:
        started.append(Server(project))
        return started[-1]

    yield _start
    for server in started:
        server.stop()


def edit(path: Path, old: str, new: str) -> None:
    """Replace one piece of text in a file."""
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def test_an_edit_of_data_or_of_a_page_shows_and_a_typo_is_survived(
    project: Path, start: Callable[[], Server]
) -> None:
    """A date, a page, a broken value and its mend, each seen on the served page."""
    package = project / "menu_data/editions/1/packages/1.yml"
    server = start()
    server.says(r"Menyajikan http://127\.0\.0\.1")
    until(lambda: "Februari" in server.page("menu/1/1.1/"))
    assert "livereload(" in server.page("")
    assert "Content-Security-Policy" not in server.page(""), "it would forbid live reload"
    edit(package, '"2030-02"', '"2030-03"')
    until(lambda: "Maret" in server.page("menu/1/1.1/"))
    edit(project / "docs/index.md", "# Kebun Warga", "# Kebun Kita")
    until(lambda: "Kebun Kita" in server.page(""))
    edit(package, '"2030-03"', '"2030-33"')
    said = server.says(r"packages/1\.yml:25:14: ")
    assert "2030-33" in said
    assert "Maret" in server.page("menu/1/1.1/")
    edit(project / "docs/index.md", "{{ package_table", "{{ package_tabel")
    server.says(r"docs/index\.md:7:1: .*package_table")
    assert "Kebun Kita" in server.page("")
    edit(package, '"2030-33"', '"2030-05"')
    edit(project / "docs/index.md", "{{ package_tabel", "{{ package_table")
    until(lambda: "Mei" in server.page("menu/1/1.1/"))


def test_a_typo_at_the_first_build_is_named_and_the_next_save_heals(
    project: Path, start: Callable[[], Server]
) -> None:
    """The server waits instead of ending."""
    package = project / "menu_data/editions/1/packages/1.yml"
    edit(package, "role: core", "role: kore")
    server = start()
    server.says(r"Menyajikan")
    server.says(r"packages/1\.yml:15:11: .*kore")
    assert server.process.poll() is None
    edit(package, "role: kore", "role: core")
    server.says(r"Dibangun dalam")
    until(lambda: "Membajak" in server.page("menu/1/1.1/"))
