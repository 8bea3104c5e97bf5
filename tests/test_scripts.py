"""The logic of the site's scripts, tested in the JavaScript runner that Playwright brings."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.office import node

FILES = sorted((Path(__file__).parent / "js").glob("*.test.mjs"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_script_does_what_its_tests_say(path: Path) -> None:
    """Every test of the file passes, and the file holds at least one."""
    done = subprocess.run(
        [node(), "--test", "--test-reporter=tap", str(path)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "\n# tests 0\n" not in done.stdout


def test_there_are_tests_of_scripts() -> None:
    """An empty folder would pass everything."""
    assert FILES
