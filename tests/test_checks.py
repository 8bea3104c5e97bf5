"""Each rule's docstring examples, run over the tiny programme."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml

from macros.checks import RULES
from macros.loading.load import load
from tests.paths import TINY, TINY_CALENDAR, TINY_NEXT

EXAMPLE = re.compile(r"^(Good|Bad)::\n\n((?:    .*\n|\n)+)", re.MULTILINE)


def examples() -> list[tuple[ModuleType, str, str]]:
    """Every example of every rule: the rule, Good or Bad, and the patch."""
    found = []
    for rule in RULES:
        assert isinstance(rule, ModuleType)
        for verdict, block in EXAMPLE.findall(f"{rule.__doc__}\n"):
            found.append((rule, verdict, re.sub(r"^    ", "", block, flags=re.MULTILINE).strip()))
    return found


def apply_patch(data: Path, patch: str) -> None:
    """Set values such as ``editions/1/edition.yml#status: draft`` in the files under ``data``."""
    for target, value in yaml.safe_load(patch).items():
        name, _, trail = target.partition("#")
        path = data / name
        content = yaml.safe_load(path.read_text())
        holder: Any = content
        *parents, last = [int(part) if part.isdigit() else part for part in trail.split(".")]
        for part in parents:
            holder = holder[part]
        holder[last] = value
        path.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False))


@pytest.mark.parametrize(
    ("verdict", "patch"),
    [(verdict, patch) for _, verdict, patch in examples()],
    ids=[
        f"{rule.__name__.rsplit('.', 1)[1]}-{verdict}-{i}" for i, (rule, verdict, _) in enumerate(examples())
    ],
)
def test_a_rule_accepts_its_good_and_names_its_bad_examples(tmp_path: Path, verdict: str, patch: str) -> None:
    """A good example has no problem at all; a bad one has exactly one, in the patched file."""
    data = Path(shutil.copytree(TINY / "menu_data", tmp_path / "menu_data"))
    if "editions/2/" in patch or "changes/" in patch:
        shutil.copytree(TINY_NEXT / "menu_data", data, dirs_exist_ok=True)
    if "guideline/calendar.yml" in patch:
        shutil.copytree(TINY_CALENDAR / "menu_data", data, dirs_exist_ok=True)
    apply_patch(data, patch)
    problems = load(data).problems
    if verdict == "Good":
        assert problems == []
    else:
        assert [problem.file for problem in problems] == [f"menu_data/{patch.partition('#')[0]}"]
        assert problems[0].hint


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__.rsplit(".", 1)[1])
def test_a_rule_documents_itself_with_a_good_and_a_bad_example(rule: ModuleType) -> None:
    """The docstring of a rule is its documentation."""
    verdicts = {verdict for found, verdict, _ in examples() if found is rule}
    assert verdicts == {"Good", "Bad"}
