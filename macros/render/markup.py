"""Templates, and the rule by which data in them means nothing to HTML, Markdown or Jinja.

What a template prints stands in a Markdown page, where Python-Markdown and its extensions read it once more.
So every character of a value that means something to any of them becomes a character reference.
"""

from __future__ import annotations

import hashlib
import pkgutil
import re
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace

from jinja2 import (
    BytecodeCache,
    Environment,
    FileSystemBytecodeCache,
    FileSystemLoader,
    StrictUndefined,
    Template,
)
from markupsafe import Markup

from macros import wording
from macros.markdown_extensions.raw_blocks import BEGIN, END
from macros.source.problem import plain

TEMPLATES = Path(__file__).parent.parent / "templates"
WORDS = SimpleNamespace(
    **{
        found.name: import_module(f"{wording.__name__}.{found.name}")
        for found in pkgutil.iter_modules(wording.__path__)
    }
)
"""Every module of words by its name: templates write ``t.dates.month(…)``."""
MEANINGFUL = "&<>\"'{}[]*_`#!\\|~^=+"
_SPACE = "\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029"
_ODD = re.compile(f"[{re.escape(MEANINGFUL)}{_SPACE}]")
_BLANK = re.compile(r"\n[ \n]+")


def inert(value: object) -> Markup:
    """``value`` as characters only: safe as HTML, in an attribute, and in Markdown; line ends become spaces.

    Markup made by a template passes unchanged. ``TypeError`` for what is no text or number.
    """
    if isinstance(value, Markup):
        return value
    if not isinstance(value, (str, int)):
        message = f"a template printed {type(value).__name__}, not text"
        raise TypeError(message)
    text = str(value)
    return Markup(_ODD.sub(_reference, text))  # noqa: S704 - what remains is harmless or a reference


def _reference(match: re.Match[str]) -> str:
    character = match[0]
    return f"&#{ord(character)};" if character in MEANINGFUL else " "


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a prose value; each line of the value is one."""
    return [part for part in text.split("\n") if part.strip()]


def lines(text: str) -> list[str]:
    """The lines of a text, blanks kept."""
    return text.split("\n")


class _Templates(FileSystemLoader):
    """Sources without indentation: what they print must begin at column 0, and bytes are dear."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        source, path, fresh = super().get_source(environment, template)
        return "\n".join(line.strip() for line in source.split("\n")), path, fresh


def _compiled(way: str) -> BytecodeCache:
    """Templates compiled once for a way of printing, in a folder of the user's own that Jinja guards.

    Constants in them have been printed in that way already, so a change of this module begins anew.
    """
    this = hashlib.sha256(Path(__file__).read_bytes()).hexdigest()[:16]
    return FileSystemBytecodeCache(pattern=f"__{way}_{this}_%s.cache")


class Templates:
    """Renders ``macros/templates``; each template is compiled once, whatever the data."""

    def __init__(self) -> None:
        """At first a template can name the words alone, as ``t``."""
        self._environment = Environment(
            loader=_Templates(TEMPLATES),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=False,
            auto_reload=False,
            finalize=inert,
            bytecode_cache=_compiled("blocks"),
        )
        self._environment.globals["t"] = WORDS
        self._environment.filters["paragraphs"] = paragraphs
        self._environment.filters["lines"] = lines
        self._compiled: dict[str, Template] = {}

    def define(self, **names: object) -> None:
        """Add names that every template can use."""
        self._environment.globals.update(names)

    def define_filter(self, name: str, call: Callable[[str], object]) -> None:
        """Add a filter that every template can use."""
        self._environment.filters[name] = call

    def block(self, name: str, **values: object) -> Markup:
        """A template as one block of HTML, which Markdown leaves alone: no blank line, nothing indented."""
        html = _BLANK.sub("\n", self._render(name, values)).strip("\n ")
        return Markup(f"{BEGIN}\n{html}\n{END}")  # noqa: S704

    def inline(self, name: str, **values: object) -> Markup:
        """A template as a phrase that stands inside a line of Markdown."""
        return Markup(" ".join(self._render(name, values).split("\n")).strip(" "))  # noqa: S704

    def _render(self, name: str, values: dict[str, object]) -> str:
        template = self._compiled.get(name)
        if template is None:
            template = self._compiled[name] = self._environment.get_template(f"{name}.jinja")
        return template.render(values)


IMPOSSIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that no XML 1.0 document may hold, not even as a reference (XML 1.0, production 2)."""


def characters(value: object) -> str:
    """``value`` as text that XML can hold; the template escapes it.

    Markup made by a template passes unchanged. ``TypeError`` for what is no text or number.
    """
    if not isinstance(value, (str, int)):
        message = f"a template printed {type(value).__name__}, not text"
        raise TypeError(message)
    return value if isinstance(value, Markup) else IMPOSSIBLE.sub("", str(value))


class XmlTemplates(Templates):
    """Renders templates that are XML documents of their own, such as feeds: no Markdown reads them again."""

    def __init__(self) -> None:
        """The same environment, with another way of printing."""
        super().__init__()
        self._environment = self._environment.overlay(finalize=characters, bytecode_cache=_compiled("xml"))

    def document(self, name: str, **values: object) -> bytes:
        """A template as a whole document, UTF-8."""
        return f'<?xml version="1.0" encoding="utf-8"?>\n{self._render(name, values).strip()}\n'.encode()


def visible(value: object) -> str:
    """``value`` on one line as text in which nothing is hidden; the template escapes it.

    Markup made by a template passes unchanged. ``TypeError`` for what is no text or number.
    """
    if not isinstance(value, (str, int)):
        message = f"a template printed {type(value).__name__}, not text"
        raise TypeError(message)
    return value if isinstance(value, Markup) else plain(str(value))


class PageTemplates(Templates):
    """Renders templates that are HTML pages of their own, outside any site: no Markdown reads them again."""

    def __init__(self) -> None:
        """The same environment, with another way of printing."""
        super().__init__()
        self._environment = self._environment.overlay(finalize=visible, bytecode_cache=_compiled("pages"))

    def document(self, name: str, **values: object) -> bytes:
        """A template as a whole page, UTF-8."""
        return f"<!doctype html>\n{self._render(name, values).strip()}\n".encode()
