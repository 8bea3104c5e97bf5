"""How many small faults put into ``macros/changes`` the tests find (mutation testing with mutmut)."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
GOAL = 0.9
"""Share of faults that the tests must find."""
TESTS = ("tests/changes",)
CONFIG = """
[tool.mutmut]
source_paths = ["macros"]
only_mutate = ["macros/changes/*.py"]
also_copy = ["macros"]
pytest_add_cli_args = ["-p", "no:cacheprovider", "-p", "no:xdist"]
pytest_add_cli_args_test_selection = {tests}
"""
MISSED = ("survived", "no_tests", "suspicious")


def main() -> bool:
    """Print the score and every fault that no test finds; whether the goal is met."""
    if importlib.util.find_spec("mutmut") is None:
        print("mutation: mutmut is not installed (pip install mutmut)")
        return False
    with tempfile.TemporaryDirectory(prefix="lini-mutation-") as name:
        folder = Path(name)
        _prepare(folder)
        _mutmut(folder, "run", "--max-children", str(os.cpu_count() or 1))
        _mutmut(folder, "export-cicd-stats")
        counts: dict[str, int] = json.loads((folder / "mutants/mutmut-cicd-stats.json").read_text())
        total = counts["total"] - counts.get("skipped", 0)
        found = total - sum(counts.get(kind, 0) for kind in MISSED)
        print(f"mutation: {found} of {total} faults found, {found / total:.1%} (goal {GOAL:.0%})")
        for line in _mutmut(folder, "results").splitlines():
            fault = line.strip().partition(":")[0]
            if fault:
                print(_mutmut(folder, "show", fault))
        return found / total >= GOAL


def _prepare(folder: Path) -> None:
    """The engine and its tests, without what needs a built site."""
    ignored = shutil.ignore_patterns("__pycache__", "browser")
    shutil.copytree(ROOT / "macros", folder / "macros", ignore=ignored)
    shutil.copytree(ROOT / "tests", folder / "tests", ignore=ignored)
    (folder / "pyproject.toml").write_text(CONFIG.format(tests=json.dumps(TESTS)))


def _mutmut(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "mutmut", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(folder)},
    )
    if done.returncode != 0:
        message = f"mutmut {arguments[0]} failed:\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}"
        raise RuntimeError(message)
    return done.stdout


if __name__ == "__main__":
    sys.exit(0 if main() else 1)
