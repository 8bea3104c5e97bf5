"""A document of the search, and the plain text of a record."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum

from macros.model.base import Record
from macros.wording.search import ResultGroup

__all__ = ["ResultGroup", "SearchDocument", "joined", "rows", "strings"]

SLUG = re.compile(r"[a-z0-9]+([-/.][a-z0-9]+)*")
"""Ids, which nobody reads."""
SILENT = frozenset(
    {"id", "source", "discrepancies", "note", "touches", "aliases", "variants", "also", "namesakes"}
)
"""Fields of a record that say nothing of its matter."""
SENTENCE_ENDS = (".", ":", ";", "?", "!")


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchDocument:
    """A place that a search can lead to.

    ``labels`` are its printed numbers and short names, each found as a whole; ``names`` other printed names;
    ``asked`` words by which people look for it and which it does not print; ``part_of`` where it stands;
    ``summary`` a sentence that says what it is about, ``text`` its paragraphs. ``weight`` is less than 1 for
    what seldom is the page that one looks for.
    """

    url: str
    title: str
    group: ResultGroup
    part_of: str = ""
    labels: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    summary: str = ""
    weight: float = 1
    text: tuple[str, ...] = ()

    def texts(self) -> Iterator[str]:
        """Everything that it says."""
        yield from (
            self.title,
            self.part_of,
            *self.labels,
            *self.names,
            *self.asked,
            self.summary,
            *self.text,
        )

    def with_asked(self, words: tuple[str, ...]) -> SearchDocument:
        """The same with more words by which people look for it."""
        return replace(self, asked=(*self.asked, *words)) if words else self


def strings(value: object) -> Iterator[str]:
    """Every text that a reader of a record sees, in its order; ids, sources and remarks left out."""
    if isinstance(value, Record):
        for name in type(value).model_fields:
            if name not in SILENT:
                yield from strings(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from strings(item)
    elif isinstance(value, str) and not isinstance(value, Enum) and not SLUG.fullmatch(value):
        yield from (part.strip() for part in value.split("\n") if part.strip())


def joined(value: object) -> str:
    """The texts of a record as one paragraph."""
    held = ""
    for text in dict.fromkeys(strings(value)):
        held += (" " if held.endswith(SENTENCE_ENDS) else "; ") * bool(held) + text
    return held


def rows(record: Record | None) -> Iterator[str]:
    """The rows of a table, a paragraph each."""
    for name in type(record).model_fields if record is not None else ():
        value = getattr(record, name)
        if isinstance(value, tuple) and value and isinstance(value[0], Record):
            yield from filter(None, map(joined, value))
