"""Any two records of one kind, field by field: what the change log of the menu does not tell.

Tables, forms, registers and the catalogue all are records with titled fields; entries with an ``id`` are
compared by it, others by their words. The path to a difference is told in the titles of the fields.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import zip_longest
from typing import TypeVar

from macros.changelog import Shown
from macros.changes import canonical, paired
from macros.model.base import Record
from macros.review.spelling import SLUG, only_spelling
from macros.wording import review_guideline as words

T = TypeVar("T", str, Record)

SILENT = frozenset({"source", "note", "page", "aliases", "variants", "mentions", "where"})
"""Fields about how the text is printed and where: no change of them is one of substance."""
NAMES = ("name", "title", "label", "short", "what", "heading", "printed", "text", "display", "reason", "id")
"""Fields by which an entry is called, the most telling first."""
KEYS = ("id", "section", "revision")
"""Fields that tell entries of a list apart."""
LONG_NAME, LONG_SUMMARY = 100, 1500
"""Letters of the name of an entry, and of all that it says."""
LONG_LIST = 150
"""Entries of a list beyond which they are compared by place, not by their words."""


@dataclass(frozen=True, kw_only=True)
class Difference:
    """A value that two records have differently.

    Attributes:
        trail: The entries that hold it, as titles and names.
        fields: Names of the fields that lead to it.
        shown: Old and new; ``None`` where entries only stand in another order.
        holder: The record that holds it, the newer one if there is one.
        substantive: Whether more than spelling, order or a remark changes.
    """

    trail: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    shown: Shown | None
    holder: Record | None = None
    substantive: bool


def differences(old: Record | None, new: Record | None, *, unordered: bool = False) -> Iterator[Difference]:
    """Everything that differs between two records of one model; one of them may not be there.

    With ``unordered``, lists that only stand in another order are the same.
    """
    example = new or old
    if example is None or canonical(old) == canonical(new):
        return
    for name, field in type(example).model_fields.items():
        before, after = (getattr(record, name, None) for record in (old, new))
        for found in _value(field.title or name, before, after, unordered=unordered):
            yield replace(
                found,
                fields=(name, *found.fields),
                holder=found.holder or example,
                substantive=found.substantive and name not in SILENT,
            )


def shown_of(found: Iterable[Difference]) -> tuple[Shown, ...]:
    """Old and new of differences, without those of order alone."""
    return tuple(difference.shown for difference in found if difference.shown is not None)


def text_differences(old: Sequence[str], new: Sequence[str]) -> Iterator[Shown]:
    """Paragraphs that changed, came or went, in the order of reading."""
    for before, after in _by_words(old, new):
        if before != after:
            yield Shown(old=before, new=after)


def named(record: Record) -> str:
    """What an entry is called: its first telling text."""
    found = next((held for name in NAMES if (held := getattr(record, name, None))), None)
    if isinstance(found, Record):
        return named(found)
    text = " ".join(str(found or "").split())
    return text if len(text) <= LONG_NAME else f"{text[: LONG_NAME - 1]}…"


def summary(record: Record | None) -> str | None:
    """All that an entry says, in one text; ``None`` where there is none."""
    if record is None:
        return None
    text = "; ".join(_summed(record))
    return text if len(text) <= LONG_SUMMARY else f"{text[: LONG_SUMMARY - 1]}…"


def said(value: object) -> str | None:
    """A value as text; ``None`` where there is none."""
    if value is None or value == ():
        return None
    if isinstance(value, bool):
        return words.YES if value else words.NO
    if isinstance(value, Enum):
        return words.VALUES.get(str(value.value), str(value.value))
    if isinstance(value, tuple):
        return ", ".join(filter(None, map(said, value)))
    if isinstance(value, Record):
        return "; ".join(_summed(value))
    return str(value)


def _summed(record: Record) -> Iterator[str]:
    for name, field in type(record).model_fields.items():
        text = said(getattr(record, name))
        if text is not None and name not in SILENT:
            yield f"{field.title or name}: {text}"


def _value(title: str, old: object, new: object, *, unordered: bool) -> Iterator[Difference]:
    example = old if new is None else new
    if canonical(old) == canonical(new):
        return
    if isinstance(example, Record):
        before, after = (one if isinstance(one, Record) else None for one in (old, new))
        for found in differences(before, after, unordered=unordered):
            yield _within(title, found)
    elif isinstance(example, tuple):
        lists = [one if isinstance(one, tuple) else () for one in (old, new)]
        if any(isinstance(item, Record) for one in lists for item in one):
            yield from _entries(title, lists[0], lists[1], unordered=unordered)
        else:
            texts = [[str(said(item)) for item in one] for one in lists]
            yield from _members(title, texts[0], texts[1], unordered=unordered)
    else:
        fixed = not isinstance(example, str) or bool(SLUG.fullmatch(example))
        yield _leaf(title, said(old), said(new), exchange=fixed)


def _within(title: str, found: Difference) -> Difference:
    """A difference within a record that is a field: its title stands before that of the value."""
    if found.trail:
        first, *rest = found.trail
        return replace(found, trail=(f"{title}, {first}", *rest))
    if found.shown is None:
        return found
    label = f"{title}, {found.shown.label}" if found.shown.label else title
    return replace(found, shown=replace(found.shown, label=label))


def _entries(
    title: str, old: Sequence[Record], new: Sequence[Record], *, unordered: bool
) -> Iterator[Difference]:
    before, after = _keys(old), _keys(new)
    for was, now in _by_words(old, new) if before is None or after is None else _by_key(before, after):
        holder = now or was
        if holder is None:
            continue
        trail = (f"{title}: {named(holder)}",)
        if was is None or now is None:
            whole = Shown(old=summary(was), new=summary(now))
            yield Difference(trail=trail, shown=whole, holder=holder, substantive=True)
            continue
        for found in differences(was, now, unordered=unordered):
            yield replace(found, trail=(*trail, *found.trail))
    if not unordered and before is not None and after is not None:
        kept = [key for key in before if key in after]
        if kept != [key for key in after if key in before]:
            yield _reordered(title)


def _members(title: str, old: list[str], new: list[str], *, unordered: bool) -> Iterator[Difference]:
    """Texts that came or went; those with many words in common are versions of one."""
    if Counter(old) == Counter(new):
        if not unordered:
            yield _reordered(title)
        return
    for before, after in _by_words(old, new):
        if before != after:
            yield _leaf(title, before, after)


def _reordered(title: str) -> Difference:
    return Difference(trail=(words.order_of(title),), shown=None, substantive=False)


def _leaf(title: str, old: str | None, new: str | None, *, exchange: bool = False) -> Difference:
    shown = Shown(label=title, old=old, new=new, exchange=exchange)
    return Difference(shown=shown, substantive=exchange or not only_spelling(shown))


def _keys(records: Sequence[Record]) -> dict[str, Record] | None:
    """Entries by what tells them apart; ``None`` when nothing does."""
    for name in KEYS:
        found = {str(getattr(record, name, None) or ""): record for record in records}
        if "" not in found and len(found) == len(records):
            return found
    return None


def _by_key(old: dict[str, Record], new: dict[str, Record]) -> list[tuple[Record | None, Record | None]]:
    return [(old.get(key), new.get(key)) for key in {**new, **old}]


def _by_words(old: Sequence[T], new: Sequence[T]) -> list[tuple[T | None, T | None]]:
    if max(len(old), len(new)) > LONG_LIST:
        return list(zip_longest(old, new))
    places = paired(tuple(old), tuple(new))
    return [(before, after) for before, after in places]  # type: ignore[misc]
