"""Findings of rules with the data that they rest on, and the protocol of a rule."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from macros.model.base import Record
from macros.model.programme import Programme
from macros.source.problem import Level


@dataclass(frozen=True, slots=True)
class Ground:
    """Files that a finding rests on: it is none while something of them could not be read.

    Attributes:
        files: How their names begin, from the data folder: ``editions/2030/``; after ``#`` may stand a key.
        word: An id; the finding then rests only on what these files say of it. ``None``: on everything.
        sure: Whether the finding holds unless the word itself stands in a file that could not be read.
    """

    files: str
    word: str | None = None
    sure: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A broken rule: ``subject`` is the record, ``path`` leads from it to the value at fault.

    ``grounds`` are what else it rests on than the file of the subject.
    """

    subject: Record
    path: tuple[str | int, ...] = ()
    message: str
    hint: str
    level: Level = Level.ERROR
    grounds: tuple[Ground, ...] = ()
    one: tuple[str, ...] = ()
    """Ids that are most probably one, mistyped: what is found of any of them may follow from that."""


class Rule(Protocol):
    """A rule module."""

    __name__: str
    __doc__: str | None

    def check(self, programme: Programme) -> Iterator[Finding]:
        """Every place where ``programme`` breaks the rule."""
