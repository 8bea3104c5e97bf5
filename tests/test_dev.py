"""The commands of the README, from any folder and after a failure."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

import dev as commands
from macros.cli import COMMANDS
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


@pytest.mark.slow
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


@pytest.mark.slow
def test_asking_for_help_or_another_folder_never_empties_the_site(project: Path) -> None:
    """What follows ``build`` is passed on, and the site stays whole."""
    assert dev(project, "build", "--site-url", "https://contoh.example/kebun/").returncode == 0
    page = project / "site/menu/1/1.1/index.html"
    assert "https://contoh.example/kebun/" in page.read_text()
    assert dev(project, "build", "--help").returncode == 0
    assert page.is_file()
    assert dev(project, "build", "--out", str(project / "lain")).returncode == 0
    assert page.is_file()
    assert [path.name for path in project.glob(".site-*")] == []


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.slow
def test_a_stopped_server_leaves_nothing_behind(project: Path, sign: signal.Signals) -> None:
    """A signal to ``dev.py`` alone ends the server; its port and its folder are free again."""
    temporary = project / "tmp"
    temporary.mkdir()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    base = sys._base_executable  # type: ignore[attr-defined]  # noqa: SLF001 - as above
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # may be ignored here, and so there
    with subprocess.Popen(
        [base, str(project / "dev.py"), "serve", "--port", str(port)],
        env={**os.environ, "TMPDIR": str(temporary)},
        stdout=subprocess.PIPE,
        text=True,
    ) as server:
        signal.signal(signal.SIGINT, before)
        assert server.stdout is not None
        for line in server.stdout:
            if "Dibangun dalam" in line:
                break
        assert list(temporary.iterdir()) != []
        server.send_signal(sign)
        server.wait(timeout=10)
    kept = [path.name for path in temporary.iterdir() if not path.name.startswith("_jinja2-cache")]
    assert kept == []  # compiled templates stay for the next build
    with socket.socket() as again:
        again.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        again.bind(("127.0.0.1", port))


def test_the_tools_are_added_to_an_environment_that_already_serves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A whole environment is never cleared under a server; one left half-made is."""
    monkeypatch.setattr(commands, "VENV", tmp_path)
    monkeypatch.setattr(commands, "PYTHON", tmp_path / "python")
    (tmp_path / "python").touch()
    commands.stamp("site").touch()
    steps: list[str] = []
    monkeypatch.setattr(commands, "slow", lambda what, _: steps.append(what))
    commands.environment("dev")
    assert "making .venv" not in steps
    assert not commands.stamp("site").exists()
    assert commands.stamp("dev").is_file()
    commands.stamp("dev").unlink()
    commands.environment("dev")
    assert "making .venv" in steps


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What ``dev.py test`` would run, in order; nothing is run."""
    found: list[str] = []
    monkeypatch.setattr(commands, "environment", lambda _: None)
    monkeypatch.setattr(commands, "programs", lambda: found.append("programs"))

    def run(*step: str) -> int:
        found.append(" ".join(step))
        return 0

    monkeypatch.setattr(commands, "tool", lambda *step: run(step[0]))
    monkeypatch.setattr(commands, "run", run)
    return found


def test_some_tests_start_at_once(steps: list[str]) -> None:
    """No other program is looked for or installed, and nothing is checked that was not asked for."""
    assert commands.test(["tests/test_load.py", "-x"]) == 0
    assert steps == ["pytest tests/test_load.py -x"]


def test_all_tests_come_after_their_programs_and_fast_ones_need_none(steps: list[str]) -> None:
    """Both check style and types; ``--fast`` leaves out what is marked, of some tests too."""
    assert commands.test([]) == 0
    assert steps == ["programs", "ruff", "ruff", "mypy", "zizmor", "pytest -n 2 --dist worksteal"]
    steps.clear()
    assert commands.test(["--fast"]) == 0
    assert steps[:4] == ["ruff", "ruff", "mypy", "zizmor"]
    assert steps[4:] == ["pytest -m not slow and not hypothesis -n 2 --dist worksteal"]
    steps.clear()
    assert commands.test(["tests/browser", "--fast"]) == 0
    assert steps == ["pytest -m not slow and not hypothesis tests/browser"]


def test_a_program_that_is_missing_is_named_with_the_command_that_installs_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where a test needs it, and once before all tests, which then go on."""
    monkeypatch.setenv("PATH", str(tmp_path))
    install = "On Debian, as root: apt-get install --yes --no-install-recommends"
    with pytest.raises(FileNotFoundError, match=f"missing: chromium. {install} chromium$"):
        commands.program("chromium")
    commands.programs()
    assert f"{install} chromium libreoffice-calc-nogui\n" in capsys.readouterr().out


@pytest.mark.slow
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


@pytest.mark.slow
def test_editors_run_every_command_without_knowing_the_environment(project: Path) -> None:
    """``dev.py freeze`` is ``python -m macros freeze``; its help and its mistakes are told in Indonesian."""
    assert {*commands.EDITING, "build", "check", "serve"} == set(COMMANDS)
    frozen = dev(project, "freeze", "1")
    assert (frozen.returncode, frozen.stdout.split(":")[0]) == (0, "Edisi 1 dibekukan")
    assert dev(project, "macros", "--help").stdout.startswith("cara pakai: python3 dev.py [-h] PERINTAH")
    assert dev(project, "freeze").returncode == 2


@pytest.mark.slow
def test_an_unknown_command_shows_the_help(project: Path) -> None:
    """Exit status 2 and the list of commands."""
    shown = dev(project, "membangun")
    assert shown.returncode == 2
    assert "python3 dev.py serve" in shown.stdout
