"""Whatever engine turns pages into HTML, the site is the same, byte for byte."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import build as hooked
from tests.conftest import digests, make_project
from tests.paths import ROOT

PUBLISHED = """
  source: https://contoh.example/kode/blob/main
  document: {url: https://contoh.example/naskah.pdf, offset: 12, front_offset: null}
repo_url: https://contoh.example/kode
edit_uri: edit/main/docs/
"""
"""What the workflow of a real site fills in; ``extra`` is the last of the tiny settings."""
WITHOUT_MKDOCS = """
import sys
from importlib.abc import MetaPathFinder

class Refuse(MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name.split(".")[0] in {"mkdocs", "mkdocs_macros", "material", "properdocs"}:
            raise ModuleNotFoundError(name)

sys.meta_path.insert(0, Refuse())
from macros.cli import main
sys.exit(main(sys.argv[1:]))
"""
"""Runs a command as if neither MkDocs nor its theme were installed."""


def build(
    project: Path, out: Path, engine: str, program: list[str], address: str = ""
) -> subprocess.CompletedProcess[str]:
    """Build with an engine, strictly."""
    return subprocess.run(
        [sys.executable, *program, "build", "--engine", engine, "--out", str(out)],
        cwd=project,
        env={
            **os.environ,
            "SITE_URL": address,
            "NO_MKDOCS_2_WARNING": "1",
            "SOURCE_DATE_EPOCH": "1795478400",
            "CI": "true",
            "PYTHONPATH": str(project),
        },
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("engine", ["mkdocs", "properdocs", "zensical"])
def test_every_engine_gives_the_site_that_mkdocs_and_the_hook_give(
    site: Path, tmp_path: Path, engine: str
) -> None:
    """Pages, data, scripts, worker: every file of this project's site."""
    done = build(ROOT, tmp_path / "site", engine, ["-m", "macros"])
    assert done.returncode == 0, done.stdout + done.stderr
    assert digests(tmp_path / "site") == digests(site)


@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
def test_every_engine_builds_a_second_programme_alike(tmp_path: Path, engine: str) -> None:
    """As it is published: under a path of a host, with addresses of its sources and of the printed text."""
    project, address = make_project(tmp_path / "project"), "https://contoh.example/kebun/"
    with (project / "mkdocs.yml").open("a") as settings:
        settings.write(PUBLISHED)
    done = build(project, tmp_path / "site", engine, ["-m", "macros"], address)
    assert done.returncode == 0, done.stdout + done.stderr
    assert hooked(project, tmp_path / "hooked", address).returncode == 0
    assert digests(tmp_path / "site") == digests(tmp_path / "hooked")
    made, written = (tmp_path / f"site/{name}/index.html" for name in ("menu/1/1.1", "."))
    assert "/issues/new?template=koreksi.yml&amp;halaman=/menu/1/1.1/" in made.read_text()
    assert 'href="https://contoh.example/kode/edit/main/docs/index.md"' in written.read_text()


def test_zensical_can_become_the_default(tiny_site: Path, tmp_path: Path) -> None:
    """The rehearsal of CONTRIBUTING: the site is the same with no trace of MkDocs to import."""
    project = make_project(tmp_path / "project")
    done = build(project, tmp_path / "site", "zensical", ["-c", WITHOUT_MKDOCS])
    assert done.returncode == 0, done.stdout + done.stderr
    assert digests(tmp_path / "site") == digests(tiny_site)
    refused = build(project, tmp_path / "other", "mkdocs", ["-c", WITHOUT_MKDOCS])
    assert refused.returncode == 1
    assert "Mesin mkdocs belum terpasang" in refused.stderr
    assert not (tmp_path / "other").exists()


@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
def test_a_failed_build_leaves_the_last_site(tmp_path: Path, engine: str) -> None:
    """A link that leads nowhere stops every engine's build, and nothing is left lying about."""
    project = make_project(tmp_path / "project")
    (project / "site").mkdir()
    (project / "site/lama.html").write_text("lama")
    page = project / "docs/index.md"
    page.write_text(page.read_text() + '\n<a href="tiada/">x</a>\n')
    before = {path.name for path in project.iterdir()}
    done = build(project, project / "site", engine, ["-m", "macros"])
    assert done.returncode == 1
    assert 'site/index.html: href "tiada/" tidak menuju apa pun.' in done.stderr
    assert (project / "site/lama.html").read_text() == "lama"
    assert {path.name for path in project.iterdir()} - before <= {".cache"}
