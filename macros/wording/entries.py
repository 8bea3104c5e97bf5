"""What editors write in the data, in their own words: values by their labels, months and days as spoken."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from enum import Enum
from typing import Any

from macros.model.changes import LineageEvent, SubjectKind
from macros.model.discrepancies import DiscrepancyKind
from macros.model.edition import Answer, Status
from macros.model.guideline.base import PartOfMonth
from macros.model.menu import Phase, ReviewState, Role, Stage
from macros.model.registers import ResourceKind
from macros.model.revisions import RevisionStatus
from macros.wording import (
    availability,
    calendar,
    dates,
    editions,
    forms,
    guide,
    history,
    menu,
    register,
    review_menu,
    tables,
)

LABELS: Mapping[type[Enum], Mapping[Any, str]] = {
    Answer: tables.ANSWERS,
    DiscrepancyKind: register.KINDS,
    LineageEvent: review_menu.LINEAGE_EVENTS,
    PartOfMonth: calendar.PARTS,
    Phase: menu.PHASES,
    ResourceKind: forms.RESOURCE_KINDS,
    ReviewState: history.REVIEWS,
    RevisionStatus: guide.STATUS,
    Role: menu.ROLES,
    Stage: {Stage.PROTOTYPE: availability.PROTOTYPE},
    Status: review_menu.STATUSES,
    SubjectKind: {
        SubjectKind.ACTIVITY: menu.ACTIVITY,
        SubjectKind.PACKAGE: menu.PACKAGE,
        SubjectKind.EDITION: editions.EDITION,
    },
}
"""The Indonesian label of every value that has one, by its enumeration."""
ALSO: Mapping[Enum, tuple[str, ...]] = {
    LineageEvent.ENDED: ("dihentikan", "berakhir"),
    Phase.LONG_TERM: ("jangka panjang",),
    Phase.SHORT_TERM: ("jangka pendek",),
    ReviewState.CHANGED: ("berubah",),
    ReviewState.NEW: ("baru",),
    ReviewState.REVIEWED: ("sudah ditinjau",),
    RevisionStatus.DRAFT: ("draf", "konsep", "rancangan"),
    Role.CORE: ("inti",),
    Role.NOT_STATED: ("tidak disebut",),
    Status.APPROVED: ("berlaku", "terkini"),
    Status.DRAFT: ("draf", "konsep", "rancangan"),
    Status.SUPERSEDED: ("diganti",),
}
"""Other words that editors use for a value."""
_PIECES = re.compile(r"[^\W\d_]+|[0-9]+")
_YEAR = 4
"""Digits of a year."""


def labelled(member: Enum) -> str:
    """A value as it is written in a file, with its label: ``supporting (Pendukung)``."""
    label = LABELS.get(type(member), {}).get(member)
    return f"{member.value} ({label})" if label else str(member.value)


def spoken(kind: type[Enum]) -> dict[str, Enum]:
    """Every value of an enumeration by all that it is called, in lower case."""
    found: dict[str, Enum] = {}
    for member in kind:
        label = LABELS.get(kind, {}).get(member)
        for name in (str(member.value), *([label] if label else []), *ALSO.get(member, ())):
            found.setdefault(name.casefold(), member)
    return found


def as_month(text: str, year: int | None) -> str | None:
    """``April``, ``April 2018``, ``4/2018`` as ``2018-04``; ``year`` serves where the text names none."""
    found = _read(text, year)
    if found is None:
        return None
    named, others, when = found
    if len(others) + bool(named) != 1:
        day = as_date(text, year)
        return day[:7] if day else None
    month = named or others[0]
    return f"{when:04d}-{month:02d}" if when is not None and 1 <= month <= len(dates.MONTHS) else None


def as_date(text: str, year: int | None) -> str | None:
    """``30 Juni 2018``, ``30/6/2018`` as ``2018-06-30``; the day stands first, unless the year does."""
    found = _read(text, year)
    named, others, when = found or (0, [], None)
    if when is None:
        return None
    if not named and len(others) == len("dm"):
        year_first = len(_PIECES.findall(text)[0]) == _YEAR
        day, named = others[::-1] if year_first else others
        others = [day]
    if not named or len(others) != 1:
        return None
    try:
        return date(when, named, others[0]).isoformat()
    except ValueError:
        return None


def _read(text: str, year: int | None) -> tuple[int, list[int], int | None] | None:
    """The month that a text names (0 for none), its numbers of one or two digits, and its year."""
    pieces = _PIECES.findall(text[:40])
    names = [piece.casefold() for piece in pieces if not piece.isdecimal()]
    years = [int(piece) for piece in pieces if piece.isdecimal() and len(piece) == _YEAR]
    others = [int(piece) for piece in pieces if piece.isdecimal() and len(piece) < len("123")]
    if len(names) > 1 or len(years) > 1 or len(names) + len(years) + len(others) != len(pieces):
        return None
    named = _month(names[0]) if names else 0
    if named is None:
        return None
    return named, others, years[0] if years else year


def _month(name: str) -> int | None:
    """The number of a month by its name, its short name or the beginning of either."""
    for number, (long, short) in enumerate(zip(dates.MONTHS, dates.SHORT_MONTHS, strict=True), start=1):
        if name == short.casefold() or (len(name) > len("abc") and long.casefold().startswith(name)):
            return number
        if name == long.casefold():
            return number
    return _VARIANTS.get(name)


_VARIANTS = {"pebruari": 2, "peb": 2, "nopember": 11, "nop": 11, "ags": 8, "agt": 8}
"""Spellings of months that are common and not ours."""
