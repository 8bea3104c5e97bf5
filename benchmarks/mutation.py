"""How many small faults put into ``macros/changes`` the tests find (mutation testing with mutmut).

mutmut needs a newer click than mkdocs bears, so it runs in an environment of its own, made for the run.
A run takes about a quarter of an hour on two processors.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import venv
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).parent.parent
GOAL = 0.9
"""Share of faults that the tests must find."""
MUTMUT = "mutmut==3.8.1"
NEEDED = ("filelock", "hypothesis", "pydantic", "pytest", "pyyaml")
"""What the engine and its tests import, in the versions of this environment."""
CONFIG = """
[tool.mutmut]
source_paths = ["macros"]
only_mutate = ["macros/changes/*.py"]
also_copy = ["macros"]
pytest_add_cli_args = ["-p", "no:cacheprovider"]
pytest_add_cli_args_test_selection = ["tests/changes"]
"""
FOUND = ("killed", "timeout", "segfault")
"""Ends of a faulty run that a test run reports; the others are faults that stay unseen."""


def main() -> bool:
    """Print the score and every fault that no test finds; whether the goal is met."""
    with tempfile.TemporaryDirectory(prefix="lini-mutation-") as name:
        folder = Path(name)
        python = _environment(folder / "venv")
        project = _project(folder / "project")
        _run(project, python, "-m", "mutmut", "run", "--max-children", str(os.cpu_count() or 1))
        _run(project, python, "-m", "mutmut", "export-cicd-stats")
        counts: dict[str, int] = json.loads((project / "mutants/mutmut-cicd-stats.json").read_text())
        total = counts["total"] - counts["skipped"]
        found = sum(counts[kind] for kind in FOUND)
        print(f"mutation: {found} of {total} faults found, {found / total:.1%} (goal {GOAL:.0%})")
        for line in _run(project, python, "-m", "mutmut", "results").splitlines():
            fault, _, end = line.strip().partition(": ")
            if end and end not in FOUND:
                print(_run(project, python, "-m", "mutmut", "show", fault))
        return found / total >= GOAL


def _environment(folder: Path) -> str:
    """The Python of a new environment that holds mutmut."""
    venv.create(folder, with_pip=True)
    python = str(folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python"))
    wanted = [MUTMUT, *(f"{package}=={version(package)}" for package in NEEDED)]
    _run(folder, python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *wanted)
    return python


def _project(folder: Path) -> Path:
    """The engine and its tests, without what needs a built site."""
    ignored = shutil.ignore_patterns("__pycache__", "browser")
    for name in ("macros", "tests"):
        shutil.copytree(ROOT / name, folder / name, ignore=ignored)
    (folder / "pyproject.toml").write_text(CONFIG)
    return folder


def _run(folder: Path, *command: str) -> str:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        shown = " ".join(command[1:4])
        message = f"{shown} failed ({done.returncode}):\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}"
        raise RuntimeError(message)
    return done.stdout


if __name__ == "__main__":
    sys.exit(0 if main() else 1)
