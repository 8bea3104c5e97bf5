"""Who may import whom, and who owns which third-party library."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

HOUSE = Path(__file__).parent.parent / "macros"
LAYERS: dict[str, set[str]] = {
    "model": set(),
    "revisions": {"model"},
    "settings": {"model"},
    "guideline": {"model", "revisions", "settings"},
    "calendar_year": {"model", "guideline", "settings"},
    "guide_text": {"guideline", "revisions"},
    "registers": {"model"},
    "search_words": {"model"},
    "terms": {"model"},
    "shelf": {"source"},
    "problems": set(),
    "audit": {"first_view"},
    "printed_document": set(),
    "slips": set(),
    "source": {"problems", "slips"},
    "checks": {
        "changes",
        "terms",
        "checks",
        "search_words",
        "guide_text",
        "guideline",
        "model",
        "problems",
        "registers",
        "revisions",
    },
    "availability": {"model"},
    "relations": {"model"},
    "questionnaire": {"model", "relations"},
    "changes": {"model", "relations", "changes"},
    "messages": {"model", "problems", "source", "wording"},
    "losses": set(),
    "salvage": {"losses", "model", "messages", "problems", "source"},
    "inspection": {"checks", "losses", "model", "problems", "source"},
    "load": {
        "search_words",
        "model",
        "guideline",
        "registers",
        "revisions",
        "problems",
        "source",
        "messages",
        "salvage",
        "losses",
        "inspection",
        "terms",
    },
    "editing": {"model", "problems", "source", "load", "changes", "editing"},
    "attachments": {"load", "problems", "registers"},
    "wording": {
        "model",
        "calendar_year",
        "guideline",
        "registers",
        "relations",
        "revisions",
        "changes",
        "settings",
        "wording",
    },
    "changelog": {"model", "changes", "relations", "wording", "changelog"},
    "lean": set(),
    "first_view": {"lean"},
    "foreign": set(),
    "offline": {"offline"},
    "policy": set(),
    "verbatim": set(),
    "printed_notes": set(),
    "render": {
        "availability",
        "calendar_year",
        "changelog",
        "changes",
        "guide_text",
        "guideline",
        "model",
        "printed_document",
        "problems",
        "questionnaire",
        "registers",
        "relations",
        "render",
        "revisions",
        "rulings",
        "settings",
        "shelf",
        "verbatim",
        "wording",
        "terms",
    },
    "search": {
        "changelog",
        "exports",
        "search_words",
        "guide_text",
        "guideline",
        "load",
        "model",
        "problems",
        "relations",
        "render",
        "search",
        "shelf",
        "wording",
    },
    "page_words": {"problems", "terms"},
    "prose": {"guide_text", "model", "problems", "render", "shelf", "slips", "source"},
    "reading": {"guide_text", "problems"},
    "rulings": {"guideline", "model", "revisions"},
    "revising": {"model", "guideline", "guide_text", "revisions", "changes", "problems", "source", "load"},
    "pages": {"model", "guideline", "guide_text", "revisions", "changes", "render", "wording"},
    "exports": {
        "availability",
        "calendar_year",
        "changelog",
        "changes",
        "exports",
        "guideline",
        "model",
        "search_words",
        "registers",
        "relations",
        "render",
        "revisions",
        "settings",
        "wording",
        "terms",
    },
    "diffing": {"model", "problems", "changes", "wording", "changelog", "exports", "diffing"},
    "review": {
        "changelog",
        "changes",
        "diffing",
        "editing",
        "guide_text",
        "guideline",
        "load",
        "model",
        "problems",
        "registers",
        "relations",
        "render",
        "review",
        "revising",
        "revisions",
        "wording",
    },
    "serve": set(),
    "cli": {
        "terms",
        "attachments",
        "diffing",
        "guide_text",
        "guideline",
        "page_words",
        "reading",
        "revising",
        "model",
        "problems",
        "load",
        "pages",
        "exports",
        "prose",
        "editing",
        "review",
        "search",
        "serve",
        "shelf",
        "wording",
    },
    "hooks": {
        "terms",
        "attachments",
        "guide_text",
        "guideline",
        "page_words",
        "reading",
        "revising",
        "problems",
        "load",
        "pages",
        "exports",
        "prose",
        "search",
        "shelf",
        "audit",
        "wording",
        "first_view",
        "foreign",
        "lean",
        "offline",
        "policy",
    },
    "__main__": {"cli"},
    "__init__": {
        "guide_text",
        "guideline",
        "load",
        "model",
        "pages",
        "printed_document",
        "problems",
        "render",
        "shelf",
    },
}
OWNERS = {
    "mkdocs": {"hooks", "serve", "__init__"},
    "yaml": {"source"},
    "jinja2": {"render"},
    "icalendar": {"exports"},
    "lxml": {"audit"},
    "minify": {"lean"},
    "Sastrawi": {"search"},
    "markdown": {"printed_notes", "verbatim"},
    "xlsxwriter": {"exports"},
}
MODULES = sorted(path for path in HOUSE.rglob("*.py"))


def layer(path: Path) -> str:
    """The room a module belongs to: its file, or its folder."""
    parts = path.relative_to(HOUSE).parts
    return parts[0].removesuffix(".py")


def imports(path: Path) -> set[str]:
    """Every module named by an import statement, wherever it stands."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            found |= (
                {f"macros.{alias.name}" for alias in node.names}
                if node.module == "macros"
                else {str(node.module)}
            )
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(HOUSE).as_posix())
def test_a_module_imports_only_the_layers_below_it(path: Path) -> None:
    """The house stands as drawn."""
    ours = {name.split(".")[1] for name in imports(path) if name.startswith("macros.")}
    assert ours <= LAYERS[layer(path)]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(HOUSE).as_posix())
def test_a_third_party_library_has_one_owner(path: Path) -> None:
    """Replacing a library touches one module."""
    for library, owners in OWNERS.items():
        if layer(path) not in owners:
            assert library not in {name.split(".")[0] for name in imports(path)}
