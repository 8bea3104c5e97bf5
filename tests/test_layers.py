"""Who may import whom, and who owns which third-party library."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import pytest

HOUSE = Path(__file__).parent.parent / "macros"
ROOMS = (
    *("source", "model", "facts", "changes", "checks", "wording", "loading", "changelog", "editing"),
    *("markdown_extensions", "render", "exports", "documents", "page_checks", "search", "review"),
    *("postprocess", "site", "cli", "__init__", "__main__"),
)
"""From the bottom up: a room may use those before it."""
EDGES = {"__init__", "__main__", "cli"}
"""Modules that stand in no folder."""
OWNERS = {
    "mkdocs": {"site"},
    "yaml": {"source", "site.settings"},
    "babel": {"wording"},
    "jinja2": {"render"},
    "icalendar": {"exports.calendars"},
    "lxml": {"postprocess.link_check"},
    "minify": {"postprocess.minify"},
    "Sastrawi": {"search.roots"},
    "markdown": {"markdown_extensions"},
    "xlsxwriter": {"exports"},
}
MODULES = sorted(HOUSE.rglob("*.py"))


def name_of(path: Path) -> str:
    """A module by its dotted name below the generator; a folder's own module by the folder's name."""
    return ".".join(path.relative_to(HOUSE).with_suffix("").parts).removesuffix(".__init__")


FILES = {name_of(module): module for module in MODULES}


@cache
def imports(path: Path) -> frozenset[str]:
    """Every module named by an import statement, wherever it stands."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            own = str(node.module).partition(".")[0] == "macros"
            found |= {f"{node.module}.{alias.name}" for alias in node.names} if own else {str(node.module)}
    return frozenset(found)


@cache
def ours(path: Path) -> frozenset[str]:
    """Modules of the generator that a module imports."""
    named = (name.removeprefix("macros.") for name in imports(path) if name.startswith("macros."))
    return frozenset(inner if inner in FILES else inner.rpartition(".")[0] for inner in named)


def id_of(path: Path) -> str:
    """How a test run names a module."""
    return path.relative_to(HOUSE).as_posix()


def test_no_module_lies_loose() -> None:
    """The folder list shows the whole house: only the edges stand beside the rooms."""
    assert {path.stem for path in HOUSE.glob("*.py")} == EDGES
    assert {name_of(path).split(".")[0] for path in MODULES} == set(ROOMS)


@pytest.mark.parametrize("path", MODULES, ids=id_of)
def test_a_module_imports_only_rooms_below_its_own(path: Path) -> None:
    """No arrow leads upward, so there is no circle of rooms."""
    room = name_of(path).split(".")[0]
    below = set(ROOMS[: ROOMS.index(room) + 1])
    assert {name.split(".")[0] for name in ours(path)} <= below


@pytest.mark.parametrize("path", MODULES, ids=id_of)
def test_no_modules_import_each_other_in_a_circle(path: Path) -> None:
    """A module can be read before those that use it."""
    start, seen = name_of(path), set[str]()
    waiting = list(ours(path) - {start.split(".")[0]})
    while waiting:
        name = waiting.pop()
        if name not in seen and name in FILES:
            seen.add(name)
            waiting += ours(FILES[name])
    assert start not in seen


@pytest.mark.parametrize("path", MODULES, ids=id_of)
def test_a_third_party_library_has_one_owner(path: Path) -> None:
    """Replacing a library touches one room."""
    name = name_of(path)
    libraries = {one.split(".")[0] for one in imports(path)}
    for library in libraries & set(OWNERS):
        assert any(name == owner or name.startswith(f"{owner}.") for owner in OWNERS[library])
