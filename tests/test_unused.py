"""Nothing is kept that nothing uses: words, templates, their macros, classes of stylesheets."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

from macros.wording import filling, offline, plan, scan, search
from tests.paths import ROOT

HOUSE = ROOT / "macros"
WORDING = sorted(path for path in (HOUSE / "wording").glob("*.py") if path.stem != "__init__")
TEMPLATES = {path.name: path.read_text() for path in sorted((HOUSE / "templates").glob("*.jinja"))}
SHEETS = sorted((ROOT / "docs/assets").rglob("*.css"))
FROM_MARKDOWN = "footnote"
"""The class that Python-Markdown gives to the list of footnotes."""
FOR_SCRIPTS: Mapping[str, Mapping[str, object]] = {
    "fill": filling.WORDS,
    "offline": offline.WORDS,
    "plan": plan.SCRIPT,
    "scan": scan.WORDS,
    "search": search.SCRIPT,
}
"""Words that the scripts of a folder of ``docs/assets`` pick by their keys."""


@cache
def tree(path: Path) -> ast.Module:
    """A Python file, parsed once."""
    return ast.parse(path.read_text())


def public(path: Path) -> Iterator[str]:
    """Every name that a module defines for others."""
    for node in tree(path).body:
        match node:
            case (
                ast.FunctionDef(name=name) | ast.ClassDef(name=name) | ast.AnnAssign(target=ast.Name(id=name))
            ):
                found = [name]
            case ast.Assign(targets=targets):
                found = [
                    part.id for target in targets for part in ast.walk(target) if isinstance(part, ast.Name)
                ]
            case _:
                found = []
        yield from (name for name in found if not name.startswith("_"))


def named_in(path: Path) -> Iterator[tuple[str, str]]:
    """Names of words that a Python file uses, with their modules."""
    own = {path.stem: path.stem} if path in WORDING else {}
    modules: dict[str, str] = {}
    for node in ast.walk(tree(path)):
        match node:
            case ast.ImportFrom(module="macros.wording", names=names):
                modules |= {one.asname or one.name: one.name for one in names}
            case ast.ImportFrom(module=str(module), names=names) if module.startswith("macros.wording."):
                yield from ((module.rpartition(".")[2], one.name) for one in names)
    for node in ast.walk(tree(path)):
        match node:
            case ast.Attribute(value=ast.Name(id=alias), attr=name) if alias in modules:
                yield modules[alias], name
            case ast.Name(id=name, ctx=ast.Load()):
                yield from ((module, name) for module in own)


def in_templates() -> set[tuple[str, str]]:
    """Names of words that templates use, with their modules."""
    return {found for text in TEMPLATES.values() for found in re.findall(r"\bt\.(\w+)\.(\w+)", text)}


def test_templates_name_only_words_that_there_are() -> None:
    """Even on a branch of a template that no page takes."""
    assert in_templates() <= {(path.stem, name) for path in WORDING for name in public(path)}


def test_every_word_is_used() -> None:
    """By the generator or by a template; a test alone is no use."""
    used = in_templates() | {found for path in HOUSE.rglob("*.py") for found in named_in(path)}
    assert {(path.stem, name) for path in WORDING for name in public(path)} <= used


@pytest.mark.parametrize("folder", FOR_SCRIPTS)
def test_every_word_for_a_script_is_picked_by_one(folder: str) -> None:
    """By its key, or by a key that the script puts together from a beginning such as ``bad-``."""
    assets = ROOT / "docs/assets"
    scripts = "\n".join(path.read_text() for name in (folder, "kit") for path in (assets / name).glob("*.js"))
    parts = set(re.findall(r"[\w-]+", scripts))
    beginnings = tuple(re.findall(r"`([\w-]+-)\$\{", scripts))
    unused = [key for key in FOR_SCRIPTS[folder] if key not in parts and not key.startswith(beginnings)]
    assert unused == []


def strings(path: Path) -> Iterator[str]:
    """Every text in a Python file but docstrings."""
    told = {id(node.value) for node in ast.walk(tree(path)) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.value


def test_every_template_is_used() -> None:
    """By its name in the generator, or by another template."""
    rendered = {f"{text}.jinja" for path in HOUSE.rglob("*.py") for text in strings(path)}
    for text in TEMPLATES.values():
        rendered |= set(re.findall(r'(?:include|import|extends) "([^"]+)"', text))
    assert set(TEMPLATES) <= rendered


def calls(name: str, template: str) -> int:
    """How often a macro of a template is called: there, where it is included, or where it is imported."""
    found = len(re.findall(rf"(?<![\w.])(?<!macro ){name}\(", TEMPLATES[template]))
    for text in TEMPLATES.values():
        if f'include "{template}"' in text:
            found += len(re.findall(rf"(?<![\w.]){name}\(", text))
        for alias in re.findall(rf'import "{re.escape(template)}" as (\w+)', text):
            found += len(re.findall(rf"(?<![\w.]){alias}\.{name}\(", text))
    return found


def test_every_macro_of_a_template_is_called() -> None:
    """And not only by itself."""
    macros = [
        (found, name) for name, text in TEMPLATES.items() for found in re.findall(r"macro (\w+)\(", text)
    ]
    assert [(name, found) for found, name in macros if not calls(found, name)] == []


def texts() -> Iterator[str]:
    """All that may name a class: attributes and texts in templates, pages and scripts, and values of data."""
    pages = [*(ROOT / "docs").rglob("*.md"), *(ROOT / "overrides").rglob("*.html")]
    for text in (*TEMPLATES.values(), *(path.read_text() for path in pages)):
        yield from re.findall(r'class="((?:\{[{%].*?[%}]\}|[^"{])*)"', text)
        for code in re.findall(r"\{[{%].*?[%}]\}", text):
            yield from re.findall(r'"([^"]*)"', code)
        yield from re.findall(r"\{:?\s*(\.[^}]*)\}", text)
    for path in (ROOT / "docs/assets").rglob("*.js"):
        yield from ("".join(found) for found in re.findall(r'"([^"\n]*)"|`([^`]*)`', path.read_text()))
    for room in ("model", "render", "markdown_extensions", "review"):
        for path in (HOUSE / room).rglob("*.py"):
            yield from strings(path)


@cache
def spoken() -> frozenset[str]:
    """Every word that may be a class: whole, or put together as ``f-`` with a value of the data."""
    words = {word for text in texts() for word in re.findall(r"[\w-]+", text)}
    beginnings = [word for text in TEMPLATES.values() for word in re.findall(r"([\w-]+-)\{\{", text)]
    return frozenset(words | {f"{first}{word}" for first in beginnings for word in words})


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.name)
def test_every_class_of_a_stylesheet_is_named(path: Path) -> None:
    """A rule for what no page can hold is never read again."""
    rules = re.sub(r"/\*.*?\*/", "", path.read_text(), flags=re.DOTALL)
    classes = {
        name
        for selector in re.findall(r"([^{}]*)\{", rules)
        for name in re.findall(r"\.([a-zA-Z_][\w-]*)", selector)
    }
    assert classes - spoken() - {FROM_MARKDOWN} == set()
