"""The commands of the README, from any folder and after a failure."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import make_project
from tests.paths import ROOT


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The tiny programme with ``dev.py`` and this run's environment, in a folder with spaces and accents."""
    folder = make_project(tmp_path / "kebun warga é")
    for name in ("dev.py", "pyproject.toml", "requirements"):
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / name)
    (folder / ".venv").symlink_to(ROOT / ".venv")
    return folder


def dev(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command of ``dev.py`` from another folder."""
    base = sys._base_executable  # type: ignore[attr-defined]  # noqa: SLF001 - dev.py is run by any Python
    return subprocess.run(
        [base, str(project / "dev.py"), *arguments],
        cwd=project.parent,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_build_swaps_in_a_whole_site_and_a_failed_one_leaves_the_last(project: Path) -> None:
    """The second build fails on a wrong date: exit 1, the old page stays, nothing is left lying about."""
    assert dev(project, "build").returncode == 0
    page = project / "site/menu/1/1.1/index.html"
    before = page.read_bytes()
    package = project / "menu_data/editions/1/packages/1.yml"
    package.write_text(package.read_text().replace('"2030-02"', '"2030-22"'))
    failed = dev(project, "build")
    assert failed.returncode == 1
    assert "packages/1.yml:25:14: " in failed.stdout + failed.stderr
    assert page.read_bytes() == before
    assert [path.name for path in project.glob(".site-*")] == []


def test_check_names_each_problem_in_every_format(project: Path) -> None:
    """Text for people, annotations for GitHub, and an exit status for machines."""
    assert dev(project, "check").returncode == 0
    package = project / "menu_data/editions/1/packages/1.yml"
    package.write_text(package.read_text().replace("role: core", "role: kore"))
    text = dev(project, "check")
    assert text.returncode == 1
    assert 'menu_data/editions/1/packages/1.yml:15:11: nilai "kore" tidak dikenal.' in text.stdout
    github = dev(project, "check", "--format", "github")
    assert github.stdout.startswith("::error file=menu_data/editions/1/packages/1.yml,line=15,col=11")


def test_an_unknown_command_shows_the_help(project: Path) -> None:
    """Exit status 2 and the list of commands."""
    shown = dev(project, "membangun")
    assert shown.returncode == 2
    assert "python3 dev.py serve" in shown.stdout
