"""Problems of the data: one record for every complaint, and the formats in which it is printed.

Messages quote what hostile data holds, so every form is inert where it is shown: a terminal gets no
control or bidi character, GitHub no second workflow command, JSON no lone surrogate.
"""

from __future__ import annotations

import difflib
import heapq
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from enum import IntEnum, StrEnum
from functools import lru_cache

QUOTED = 80
"""Longest quoted value in a message, in characters."""
ALIKE = 0.6
"""How much alike two words must be for a guess, from 0 to 1."""
SLIP = 0.85
"""How much alike two words are that differ by a slip of the hand."""
CANDIDATES = 25
"""Most words that are weighed letter by letter for a guess."""

INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 without tab and newline, DEL, C1
    "\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\u3164\ufeff\uffa0\ufff0-\ufffb\U000e0000-\U000e0fff"  # zero-width, bidi, separators, fillers
    "\ud800-\udfff\ufdd0-\ufdef"  # lone surrogates, then noncharacters
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
    + "]"
)
"""Characters that a reader cannot see or that change how others are shown (Unicode 15, 23.2-23.8; UTS 39)."""


class Level(StrEnum):
    """How grave a problem is; only errors stop a build."""

    ERROR = "error"
    WARNING = "warning"


class ProblemStage(IntEnum):
    """When a problem was found; what was found while reading comes first, since others may follow from it."""

    READING = 0
    WAITING = 1
    CHECKING = 2


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Problem:
    """Something wrong at a place, sorted by stage, then by that place.

    Attributes:
        stage: When it was found.
        file: Path with forward slashes, as shown to the editor.
        line: Line, from 1.
        column: Column in characters, from 1.
        where: Trail of keys such as ``activities[0].availability.month``; empty when there is none.
        message: What is wrong, in Indonesian.
        hint: The mend, in Indonesian; empty when there is none.
        level: Whether a build may go on.
    """

    stage: ProblemStage = ProblemStage.CHECKING
    file: str
    line: int
    column: int
    where: str
    message: str
    hint: str
    level: Level = Level.ERROR


def as_text(problems: Iterable[Problem]) -> str:
    """``path:line:column: message Perbaikan: mend``, one line each, then a count."""
    ordered = sorted(problems)
    return "\n".join([*map(_line, ordered), _count(ordered)])


def as_github(problems: Iterable[Problem]) -> str:
    """Workflow commands that GitHub shows on the lines of a pull request.

    Escaped as GitHub's own toolkit does it (actions/toolkit, ``core/src/command.ts``).
    """
    return "\n".join(map(_workflow_command, sorted(problems)))


def as_json(problems: Iterable[Problem]) -> str:
    """A JSON list (RFC 8259), one object per problem with the fields of ``Problem`` in their order.

    The stage shows in that order alone.
    """
    found = [asdict(problem) for problem in sorted(problems)]
    for problem in found:
        del problem["stage"]
    text = json.dumps(found, ensure_ascii=False, indent=1)
    return INVISIBLE.sub(lambda found: json.dumps(found.group())[1:-1], text)


def and_more(told: Sequence[Problem], count: int) -> Problem:
    """After the problems of a file that are told, that there are ``count`` more."""
    last = max(told)
    return replace(
        last,
        column=last.column + 1,
        where="",
        message=f"masih ada {count} masalah lain di berkas ini.",
        hint="Perbaiki dahulu yang sudah disebut.",
    )


def nearest(word: str, allowed: Iterable[str], alike: float = ALIKE) -> str | None:
    """The word among ``allowed`` that ``word`` was probably meant to be, whatever its case.

    ``alike`` is how much alike they must be, from 0 to 1. Among very many words only those that share most
    letters are weighed, so that a thousand guesses among a thousand words stay quick.
    """
    folded = {candidate.casefold(): candidate for candidate in allowed}
    wanted = word[:QUOTED].casefold()
    if wanted in folded:
        return folded[wanted]
    weighed = list(folded) if len(folded) <= CANDIDATES else _likely(wanted, folded)
    close = difflib.get_close_matches(wanted, weighed, n=1, cutoff=alike)
    return folded[close[0]] if close else None


def _likely(wanted: str, words: Iterable[str]) -> list[str]:
    """The words that have most letters in common with ``wanted``, by pairs of neighbours."""
    pairs = _pairs(wanted)
    return heapq.nlargest(CANDIDATES, words, key=lambda other: len(pairs & _pairs(other)))


@lru_cache(maxsize=4096)
def _pairs(word: str) -> frozenset[str]:
    return frozenset(word[at : at + 2] for at in range(len(word) - 1))


def did_you_mean(word: str, allowed: Iterable[str]) -> str:
    """``Maksud Anda "…"?`` with the nearest of ``allowed``; empty when none is near."""
    close = nearest(word, allowed)
    return f"Maksud Anda {quote(close)}?" if close else ""


def quote(value: object) -> str:
    """A value in quotation marks, on one line, inert, at most ``QUOTED`` characters of it."""
    text = str(value)
    return f'"{plain(text if len(text) <= QUOTED else f"{text[: QUOTED - 1]}…")}"'


def plain(text: str) -> str:
    """Text on one line that cannot steer a terminal: what is invisible is shown as its code."""
    return _inert(text.replace("\n", " ").replace("\t", " "))


def trail(path: Sequence[str | int]) -> str:
    """``("activities", 0, "name")`` as ``activities[0].name``."""
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path).removeprefix(".")


def _line(problem: Problem) -> str:
    mark = "peringatan: " if problem.level is Level.WARNING else ""
    return plain(f"{problem.file}:{problem.line}:{problem.column}: {mark}{_sentence(problem)}")


def _sentence(problem: Problem) -> str:
    return f"{problem.message} Perbaikan: {problem.hint}" if problem.hint else problem.message


def _workflow_command(problem: Problem) -> str:
    title = problem.where or ("Peringatan" if problem.level is Level.WARNING else "Galat")
    return (
        f"::{problem.level} file={_property(problem.file)},line={problem.line},col={problem.column}"
        f",title={_property(title)}::{_data(_sentence(problem))}"
    )


def _data(text: str) -> str:
    return _inert(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _inert(text: str) -> str:
    return INVISIBLE.sub(lambda found: found.group().encode("unicode_escape").decode("ascii"), text)


def _count(problems: Sequence[Problem]) -> str:
    warnings = sum(problem.level is Level.WARNING for problem in problems)
    counts = {"galat": len(problems) - warnings, "peringatan": warnings}
    counted = ", ".join(f"{number} {name}" for name, number in counts.items() if number)
    return f"{counted}." if counted else "Tidak ada masalah."
