"""What is wrong with the data: one value for every complaint, and the forms in which it is printed."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum

CONTROL = {code: f"\\x{code:02x}" for code in (*range(32), *range(127, 160))}
QUOTED = 80
"""Longest quoted value in a message, in characters."""


class Level(StrEnum):
    """How grave a problem is; only errors stop a build."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Problem:
    """Something wrong at a place: ``line`` and ``column`` count from 1, ``hint`` is the mend."""

    file: str
    line: int
    column: int
    where: str
    message: str
    hint: str
    level: Level = Level.ERROR


def as_text(problems: Iterable[Problem]) -> str:
    """``path:line:column: message`` and the mend, one line each, then a count."""
    ordered = sorted(problems)
    lines = []
    for problem in ordered:
        mark = "peringatan: " if problem.level is Level.WARNING else ""
        mend = f" {_plain(problem.hint)}" if problem.hint else ""
        place = f"{_plain(problem.file)}:{problem.line}:{problem.column}"
        lines.append(f"{place}: {mark}{_plain(problem.message)}{mend}")
    return "\n".join([*lines, _count(ordered)])


def as_github(problems: Iterable[Problem]) -> str:
    """Workflow commands that GitHub shows on the lines of a pull request."""
    return "\n".join(
        f"::{problem.level} file={_property(problem.file)},line={problem.line},col={problem.column}"
        f"::{_command(f'{problem.message} {problem.hint}'.strip())}"
        for problem in sorted(problems)
    )


def as_json(problems: Iterable[Problem]) -> str:
    """A JSON list, one object per problem."""
    return json.dumps([asdict(problem) for problem in sorted(problems)], ensure_ascii=False, indent=1)


def nearest(word: str, allowed: Sequence[str]) -> str | None:
    """The word among ``allowed`` that ``word`` was probably meant to be."""
    return next(iter(difflib.get_close_matches(word[:QUOTED], allowed, n=1, cutoff=0.6)), None)


def quote(value: object) -> str:
    """A value in quotation marks, on one line and at most ``QUOTED`` characters long."""
    text = str(value)
    short = text if len(text) <= QUOTED else f"{text[: QUOTED - 1]}…"
    return f'"{_plain(short)}"'


def _plain(text: str) -> str:
    """Text that cannot steer a terminal."""
    return text.replace("\n", " ").translate(CONTROL)


def _command(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _command(text).replace(":", "%3A").replace(",", "%2C")


def _count(problems: Sequence[Problem]) -> str:
    errors = sum(problem.level is Level.ERROR for problem in problems)
    warnings = len(problems) - errors
    if not problems:
        return "Tidak ada masalah."
    return ", ".join(
        part for part in (f"{errors} galat" if errors else "", f"{warnings} peringatan" if warnings else "") if part
    ) + "."
