"""The texts inside a value of the model, old and new side by side, for reading (not for judging)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from macros.changes.fields import FIELDS, TEXTS
from macros.changes.textdiff import TextDiff, diff, plain, words
from macros.model.base import Record

SAME_ITEM = 0.4
"""At or above this share of common words two list items are versions of one item."""
REORDERED = 0.99
"""Likeness of two items with the same words in another order."""


@dataclass(frozen=True, kw_only=True)
class TextPiece:
    """One text of a value; ``None`` where only the other value has it.

    ``place`` names the field within the value (``points.title``); it is empty for a plain text.
    """

    place: str
    old: str | None
    new: str | None

    @cached_property
    def diff(self) -> TextDiff:
        """The difference, word by word."""
        return diff(self.old or "", self.new or "")

    @property
    def changed(self) -> bool:
        """Whether the texts differ in more than blanks."""
        if self.old is None or self.new is None:
            return True
        return plain(self.old) != plain(self.new)


def pieces(old: object, new: object) -> tuple[TextPiece, ...]:
    """Every text of ``old`` and ``new``, paired, unchanged ones too, in reading order.

    List items are paired by their words, not by position: one inserted above moves no other.
    """
    return tuple(_pieces(old, new, ""))


def _pieces(old: object, new: object, place: str) -> Iterator[TextPiece]:
    example = new if old is None else old
    if isinstance(example, str):
        yield TextPiece(place=place, old=_text(old), new=_text(new))
    elif isinstance(example, tuple):
        for before, after in paired(_items(old), _items(new)):
            yield from _pieces(before, after, place)
    elif isinstance(example, Record):
        for name, rule in FIELDS[type(example)].items():
            before, after = getattr(old, name, None), getattr(new, name, None)
            is_inner = isinstance(before or after, tuple | Record) and not _holds_keys(before or after)
            if rule.weight in TEXTS or is_inner:
                yield from _pieces(before, after, f"{place}.{name}" if place else name)


def _holds_keys(value: object) -> bool:
    """Whether a list holds plain strings that its field does not call texts."""
    return isinstance(value, tuple) and any(isinstance(item, str) for item in value)


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _items(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else ()


def paired(old: tuple[object, ...], new: tuple[object, ...]) -> list[tuple[object, object]]:
    """Items of two lists in reading order; ``None`` beside an item that the other list lacks.

    The order-preserving pairing with the greatest number of common words.
    """
    likeness = [[_likeness(before, after) for after in new] for before in old]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in reversed(range(len(old))):
        for j in reversed(range(len(new))):
            together = likeness[i][j] + best[i + 1][j + 1] if likeness[i][j] >= SAME_ITEM else 0.0
            best[i][j] = max(together, best[i + 1][j], best[i][j + 1])
    found: list[tuple[object, object]] = []
    i = j = 0
    while i < len(old) and j < len(new):
        if likeness[i][j] >= SAME_ITEM and best[i][j] == likeness[i][j] + best[i + 1][j + 1]:
            found.append((old[i], new[j]))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            found.append((old[i], None))
            i += 1
        else:
            found.append((None, new[j]))
            j += 1
    return found + [(item, None) for item in old[i:]] + [(None, item) for item in new[j:]]


def _likeness(old: object, new: object) -> float:
    """Share of common words, 0 to 1; the same words in another order weigh a little less than one."""
    if old == new:
        return 1.0
    before, after = Counter(_words(old)), Counter(_words(new))
    longer = max(before.total(), after.total())
    return min((before & after).total() / longer, REORDERED) if longer else 0.0


def _words(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield from words(value)
    elif isinstance(value, tuple):
        for item in value:
            yield from _words(item)
    elif isinstance(value, Record):
        for name in type(value).model_fields:
            yield from _words(getattr(value, name))
