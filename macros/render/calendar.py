"""Macros of the calendar: the steps and deadlines of a fiscal year, as a picture, as text, and as files."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from macros.facts.fiscal_calendar import (
    Event,
    EventKind,
    EventSpan,
    Precision,
    events,
    fiscal_years,
    precedes,
)
from macros.facts.months import ordinal, year_and_month
from macros.model.catalogue import Body
from macros.render.context import Context
from macros.render.island import island
from macros.render.places import anchor
from macros.render.registry import Place, macro
from macros.wording import calendar as words
from macros.wording.dates import SHORT_MONTHS

MONTH = 10
"""Width of a month in the drawing's own units; a day is a part of it."""
LONGEST_MONTH = 31


@dataclass(frozen=True, slots=True)
class Column:
    """A month of the drawing; the first of a year bears the year."""

    year: int | None
    initial: str


@dataclass(frozen=True, slots=True)
class Shape:
    """A part of a row of the drawing, in its own units: a mark on a day, or a bar over months."""

    kind: str
    start: int
    width: int


@dataclass(frozen=True, slots=True)
class Row:
    """An event as the page shows it; ids of register entries that concern it alone."""

    event: Event
    body: Body | None
    to: Body | None
    link: str | None
    shapes: tuple[Shape, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Rows of one origin, and the register entries of their whole table."""

    kind: EventKind
    rows: tuple[Row, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Year:
    """A fiscal year."""

    year: int
    groups: tuple[Group, ...]
    columns: tuple[Column, ...]
    breaks: tuple[int, ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        """Every row, in the order of the groups."""
        return tuple(row for group in self.groups for row in group.rows)


@macro(Place.BLOCK, alone=False)
def year_calendar(context: Context) -> Markup:
    """Kalender tiap tahun anggaran: gambar, langkah, tenggat, dan berkas .ics untuk tiap peran.

    Contoh: year_calendar()
    """
    settings = context.guideline.calendar
    years = [_year(context, year) for year in fiscal_years(context.programme)]
    return context.templates.block(
        "year_calendar",
        settings=settings,
        precedes=precedes,
        years=years,
        guideline=context.guideline,
        places=context.places,
        said=island(words.script_words()),
    )


def _year(context: Context, year: int) -> Year:
    found = events(context.guideline, year)
    settings = context.guideline.calendar
    drawn = [event for event in found if settings is None or not precedes(event, settings)]
    dated = [span for event in drawn for span in _spans(event)]
    first = min((span.first for span in dated), default=date(year, 1, 1))
    last = max((span.last for span in dated), default=date(year, 12, 31))
    columns = _columns(first, last)
    groups = [_group(context, kind, found, first.replace(day=1)) for kind in EventKind]
    return Year(
        year,
        tuple(group for group in groups if group.rows),
        columns,
        tuple(n * MONTH for n, column in enumerate(columns) if column.year is not None and n),
    )


def _group(context: Context, kind: EventKind, found: Iterable[Event], first: date) -> Group:
    rows = [event for event in found if event.kind is kind]
    general: tuple[str, ...] = ()
    if kind is EventKind.STEP and context.guideline.planning is not None:
        general = context.guideline.planning.discrepancies
    return Group(kind, tuple(_row(context, event, general, first) for event in rows), general)


def _row(context: Context, event: Event, general: Sequence[str], first: date) -> Row:
    return Row(
        event,
        context.programme.body(event.body) if event.body is not None else None,
        context.programme.body(event.to) if event.to is not None else None,
        _source(context, event),
        tuple(_shapes(event, first)),
        tuple(note for note in event.discrepancies if note not in general),
    )


def _source(context: Context, event: Event) -> str | None:
    """The path of the row that an event comes from, on its page of the guideline."""
    part = context.guideline.reporting if event.kind is EventKind.REPORT else context.guideline.planning
    if part is None:
        return None
    places = context.places
    path = places.path(part.label)
    return f"{path.split('#')[0]}#{event.anchor or anchor(part.label)}" if path else None


def _spans(event: Event) -> list[EventSpan]:
    return [reading.span for reading in (event.reading, event.other) if reading and reading.span]


def _columns(first: date, last: date) -> tuple[Column, ...]:
    found = []
    for number in range(_months(first, last) + 1):
        year, month = year_and_month(ordinal(first.year, first.month) + number)
        found.append(Column(year if month == 1 or number == 0 else None, SHORT_MONTHS[month - 1][0]))
    return tuple(found)


def _shapes(event: Event, first: date) -> list[Shape]:
    """What stands in an event's row: its own time solid, what a second place prints as an outline."""
    return [
        _shape(span, first, "" if number == 0 else "other")
        for number, reading in enumerate((event.reading, event.other))
        if reading is not None and (span := reading.span) is not None
    ]


def _shape(span: EventSpan, first: date, tone: str) -> Shape:
    start, end = _at(span.first, first), _at(span.last, first)
    if span.precision is Precision.DAY and span.first == span.last:
        return Shape(f"day {tone}".strip(), start, 0)
    if span.precision is Precision.MONTH:
        whole = _months(span.first, span.last) + 1
        return Shape(f"month {tone}".strip(), _months(first, span.first) * MONTH, whole * MONTH)
    return Shape(f"month {tone}".strip(), start, end - start)


def _at(day: date, first: date) -> int:
    """Where a day lies in the drawing."""
    return _months(first, day) * MONTH + (day.day * MONTH) // (LONGEST_MONTH + 1)


def _months(first: date, last: date) -> int:
    """Turns of a month from one day to another."""
    return ordinal(last.year, last.month) - ordinal(first.year, first.month)
