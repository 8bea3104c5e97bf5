"""What a rule reports, and the shape of a rule."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from macros.model import Programme, Record
from macros.problems import Level


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A broken rule: ``subject`` is the record, ``path`` leads from it to the value at fault."""

    subject: Record
    path: tuple[str | int, ...] = ()
    message: str
    hint: str
    level: Level = Level.ERROR


class Rule(Protocol):
    """A rule module."""

    __name__: str
    __doc__: str | None

    def check(self, programme: Programme) -> Iterator[Finding]:
        """Every place where ``programme`` breaks the rule."""
