"""Which functions are macros, and how their docstrings describe them to authors."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import TypeVar

from markupsafe import Markup

Function = TypeVar("Function", bound=Callable[..., Markup])

EXAMPLE = "Contoh: "
_MACROS: dict[str, Manual] = {}


class Place(Enum):
    """Where the result of a macro may stand."""

    PAGE = "page"
    BLOCK = "block"
    INLINE = "inline"


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument of a macro, and what it takes."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Manual:
    """A macro as its docstring tells it; the example holds placeholders such as ``{edition}``."""

    name: str
    place: Place
    summary: str
    arguments: tuple[Argument, ...]
    example: str
    alone: bool
    """Whether the guide of macros shows the result."""
    call: Callable[..., Markup]
    """Takes a ``Context``, then what a page writes."""


def macro(place: Place, *, alone: bool = True) -> Callable[[Function], Function]:
    """Mark a function as a macro; its first argument is the ``Context``, the others are what a page writes.

    Its docstring: summary, ``argument: text`` lines, ``Contoh: call``.
    ``alone`` is false where the result is long, has a style of its own, or links to another macro's.
    """

    def register(function: Function) -> Function:
        lines = (inspect.getdoc(function) or "").split("\n")
        arguments = [
            line.split(": ", 1) for line in lines[1:] if ": " in line and not line.startswith(EXAMPLE)
        ]
        name = function.__name__
        _MACROS[name] = Manual(
            name=name,
            place=place,
            summary=lines[0],
            arguments=tuple(Argument(key, text) for key, text in arguments),
            example=next(line.removeprefix(EXAMPLE) for line in lines if line.startswith(EXAMPLE)),
            alone=alone,
            call=function,
        )
        return function

    return register


def macro_names() -> frozenset[str]:
    """The names that a page may call."""
    return frozenset(_MACROS)


def manual(name: str) -> Manual:
    """The manual of one macro."""
    return _MACROS[name]


def manuals(*places: Place) -> tuple[Manual, ...]:
    """The macros whose results may stand in ``places``, in the order in which they are defined."""
    return tuple(manual for manual in _MACROS.values() if manual.place in places)
