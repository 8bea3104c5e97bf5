"""Sites built once for all tests of a run, and the commands that build them."""

from __future__ import annotations

import gc
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import settings

from tests.five import carry_on
from tests.paths import ROOT, TINY

gc.set_threshold(50_000, 20, 20)  # what is loaded is kept to the end: looking through it often is for nothing
settings.register_profile("site", deadline=None)
settings.register_profile("laws", deadline=None, max_examples=2_000)
settings.load_profile("site")

Build = Callable[[Path, Path, str], None]


def build(project: Path, out: Path, site_url: str = "") -> subprocess.CompletedProcess[str]:
    """Build ``project`` strictly into ``out``, as ``dev.py build`` does."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(out)],
        cwd=project,
        env={
            **os.environ,
            "SITE_URL": site_url,
            "NO_MKDOCS_2_WARNING": "1",
            "SOURCE_DATE_EPOCH": "1795478400",
            "CI": "true",
        },
        capture_output=True,
        text=True,
        check=False,
    )


def digests(site: Path) -> dict[str, str]:
    """The digest of every file of a built site, by path."""
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in site.rglob("*")
        if path.is_file()
    }


def make_project(folder: Path) -> Path:
    """A project with this generator and the tiny programme's data and pages."""
    folder.mkdir(parents=True)
    for name in ("macros", "overrides"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(TINY / "menu_data", folder / "menu_data")
    shutil.copytree(TINY / "docs", folder / "docs")
    shutil.copytree(ROOT / "docs/assets", folder / "docs/assets")
    shutil.copy(TINY / "mkdocs.yml", folder)
    return folder


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark ``slow`` what needs a browser or a built site that workers share; others carry the mark."""
    for item in items:
        if {"browser", "shared"} & set(getattr(item, "fixturenames", ())):
            item.add_marker("slow")


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all workers of a run share."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base


def built(shared: Path, name: str, project: Callable[[], Path], site_url: str = "") -> Path:
    """The site called ``name``, built by the first worker that asks."""
    out = shared / f"site-{name}"
    with FileLock(shared / f"{name}.lock"):
        if not (out / "index.html").is_file():
            done = build(project(), out, site_url)
            assert done.returncode == 0, done.stdout + done.stderr
    return out


@pytest.fixture(scope="session")
def site(shared: Path) -> Path:
    """This project's site, for the root of a host."""
    return built(shared, "root", lambda: ROOT)


@pytest.fixture(scope="session")
def sub_path_site(shared: Path) -> Path:
    """This project's site, for ``/lini-depan/`` on a host."""
    return built(shared, "sub", lambda: ROOT, "https://contoh.example/lini-depan/")


@pytest.fixture(scope="session")
def five_site(shared: Path) -> Path:
    """The site of the tiny programme after five editions."""
    return built(shared, "five", lambda: carry_on(make_project(shared / "five-project")))


@pytest.fixture(scope="session")
def tiny_site(shared: Path) -> Path:
    """The tiny programme's site."""
    return built(shared, "tiny", lambda: make_project(shared / "tiny-project"))
