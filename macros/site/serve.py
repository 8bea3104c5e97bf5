"""Serving while editing: every good build replaces the last one whole; a bad one leaves it up.

MkDocs' own command stops at a first build that fails and lets browsers wait after a later one. This keeps
its server and live reload, and changes only what happens around a build.
"""

from __future__ import annotations

import logging
import shutil
import signal
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException
from mkdocs.livereload import LiveReloadServer

POLL = 0.2
"""Seconds between looks at the files."""
HEAL = "Perbaiki lalu simpan; halaman terakhir yang baik tetap tampil."


def serve(host: str, port: int) -> int:
    """Serve the project of the current folder until interrupted; the exit status."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s: %(message)s")
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    site = Path(tempfile.mkdtemp(prefix="lini-depan-"))
    address = f"http://{host}:{port}/"
    server = LiveReloadServer(lambda: None, host, port, str(site / "0"), polling_interval=POLL)
    server.builder = _builder(server, site, address)
    server.error_handler = lambda code: _page(Path(server.root) / f"{code}.html")
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # ends as Ctrl+C does, leaving nothing behind
    try:
        for path in _watched():
            server.watch(str(path))
        server._want_rebuild = True  # noqa: SLF001 - the first build, once the watching has begun
        print(f"Menyajikan {address} (berhenti dengan Ctrl+C)", flush=True)
        server.serve()  # type: ignore[no-untyped-call]
    except KeyboardInterrupt:
        pass
    finally:
        server.shutdown()
        shutil.rmtree(site, ignore_errors=True)
    return 0


def _builder(server: LiveReloadServer, site: Path, address: str) -> Callable[[], None]:
    """A build into a folder of its own, which the server shows once the build is whole."""

    def _build() -> None:
        start = time.perf_counter()
        fresh = Path(tempfile.mkdtemp(dir=site))
        try:
            config = load_config(config_file="mkdocs.yml", site_dir=str(fresh), site_url=address)
            config.extra["serving"] = True  # live reload is a script in the page; a worker would outlast it
            build(config, serve_url=address)
        except (MkDocsException, SystemExit) as error:
            shutil.rmtree(fresh)
            print(error, HEAL, sep="\n", flush=True)
            return
        before, server.root = Path(server.root), str(fresh)
        for old in site.iterdir():
            if old not in {before, fresh}:  # a request that waited for this build may still read the last one
                shutil.rmtree(old, ignore_errors=True)
        print(f"Dibangun dalam {time.perf_counter() - start:.1f} detik", flush=True)

    return _build


def _watched() -> list[Path]:
    """Files and folders whose edits call for a build."""
    return [
        path
        for name in ("docs", "menu_data", "macros", "overrides", "mkdocs.yml")
        if (path := Path(name)).exists()
    ]


def _page(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None
