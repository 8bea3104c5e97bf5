"""A public class of the generator bears a name of its own."""

from __future__ import annotations

import ast
from collections import Counter
from pathlib import Path

HOUSE = Path(__file__).parent.parent / "macros"
TO_DO = {
    *("Calendar", "Due", "Entry", "Finding", "Group", "Item", "Line", "Member"),
    *("Page", "Reports", "Row", "Section", "Sheet", "Shown", "Stage"),
}
"""Names that occur twice, still to be told apart; none is added."""


def test_no_two_public_classes_share_a_name() -> None:
    """A name says what a class is, wherever it is read."""
    names = Counter(
        node.name
        for path in HOUSE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    )
    assert {name for name, count in names.items() if count > 1} == TO_DO
