"""The printed times of the guideline in a fiscal year: Lampiran 5, section 3.3 and Tabel 7.

The text counts from a year N that is not fixed. Here N becomes a fiscal year, and every step and deadline an
event with its first and last day, or with none where no date is printed. Nothing is decided: where two places
print two times, both are carried. Nothing depends on the current date.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from macros.model.base import SourceRef
from macros.model.guideline.base import Actors, PartOfMonth, RelativeDate, Timing
from macros.model.guideline.guideline import Guideline
from macros.model.guideline.planning import Planning, PlanningDeadline, PlanningStep
from macros.model.guideline.reporting import ReportDeadline, Reporting, ReportPeriod
from macros.model.programme import Programme
from macros.model.settings import Calendar, CalendarDeadline, CalendarRole, CalendarStep


class Precision(StrEnum):
    """What of a time is printed."""

    DAY = "day"
    MONTH = "month"
    NONE = "none"


class EventKind(StrEnum):
    """Where in the guideline an event comes from."""

    STEP = "step"
    OTHER = "other"
    REPORT = "report"


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedTime:
    """A month of a calendar year, perhaps with a day or with a part of the month."""

    year: int
    month: int
    day: int | None = None
    part: PartOfMonth | None = None

    @property
    def first(self) -> date:
        """Its first day; that of the whole month where no day is printed."""
        return date(self.year, self.month, self.day or 1)

    @property
    def last(self) -> date:
        """Its last day; that of the whole month where no day is printed."""
        return date(self.year, self.month, self.day or monthrange(self.year, self.month)[1])


@dataclass(frozen=True, slots=True)
class EventSpan:
    """When something happens; at least one of both ends is printed."""

    start: PrintedTime | None
    until: PrintedTime | None

    @property
    def first(self) -> date:
        """The first day that may be meant."""
        return (self.start or self._only).first

    @property
    def last(self) -> date:
        """The last day that may be meant."""
        return (self.until or self._only).last

    @property
    def precision(self) -> Precision:
        """A day only where every printed end has one."""
        ends = [end for end in (self.start, self.until) if end is not None]
        return Precision.DAY if all(end.day is not None for end in ends) else Precision.MONTH

    @property
    def _only(self) -> PrintedTime:
        end = self.start or self.until
        if end is None:
            message = "a span without a start and an end"
            raise ValueError(message)
        return end


@dataclass(frozen=True, slots=True)
class TimeReading:
    """A time as a place of the text prints it, and what it is in the year, if that can be told."""

    printed: str
    where: str
    span: EventSpan | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A step, a deadline or a report in a fiscal year.

    ``reading`` is ``None`` where no time is printed, ``other`` where no second one is. ``acts`` and
    ``follows`` hold ids of roles. ``body`` and ``to`` are set in reports, ``who`` elsewhere. ``force`` is the
    printed word that says how binding it is.
    """

    key: str
    kind: EventKind
    label: str
    short: str
    what: str
    source: SourceRef
    anchor: str
    who: Actors | None = None
    body: str | None = None
    to: str | None = None
    within: str | None = None
    reading: TimeReading | None = None
    other: TimeReading | None = None
    force: str | None = None
    note: str | None = None
    forms: tuple[str, ...] = ()
    discrepancies: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    follows: tuple[str, ...] = ()

    @property
    def span(self) -> EventSpan | None:
        """When it happens, as far as that is printed."""
        return self.reading.span if self.reading else None

    @property
    def precision(self) -> Precision:
        """What of its time is printed."""
        return self.span.precision if self.span else Precision.NONE

    @property
    def roles(self) -> tuple[str, ...]:
        """Ids of all roles that it concerns."""
        return tuple(dict.fromkeys((*self.acts, *self.follows)))

    def concerns(self, role: str) -> bool:
        """Whether it belongs into the calendar of a role; one that no role claims belongs into each."""
        return role in self.roles or not self.roles


def fiscal_years(programme: Programme) -> tuple[int, ...]:
    """The fiscal years offered: that of the current or else the newest edition, and those after it."""
    settings = programme.guideline.calendar
    edition = programme.current or next(reversed(programme.editions), None)
    if settings is None or edition is None:
        return ()
    first = edition.info.fiscal_year
    return tuple(range(first, first + settings.years))


def published_years(programme: Programme) -> tuple[int, ...]:
    """The fiscal years that have files: those offered, and all before since the first edition.

    Whoever subscribed to the calendar of a year keeps it when a later edition becomes current.
    """
    offered = fiscal_years(programme)
    first = min((edition.info.fiscal_year for edition in programme.editions), default=0)
    return tuple(range(min(first, offered[0]), offered[-1] + 1)) if offered else ()


def events(guideline: Guideline, year: int, role: str | None = None) -> tuple[Event, ...]:
    """What fiscal year ``year`` brings, in printed order; of one role, or of all.

    Steps of annual planning come first (Lampiran 5), then the other times of section 3.3, then the reports
    (Tabel 7), whose first year is taken for the fiscal year: the text does not say which year it is.
    """
    found: list[Event] = []
    if guideline.planning is not None:
        found += _planning(guideline, guideline.planning, year)
    if guideline.reporting is not None:
        found += _reports(guideline, guideline.reporting, year)
    return tuple(event for event in found if role is None or event.concerns(role))


def precedes(event: Event, settings: Calendar) -> bool:
    """Whether an event is over before the first year of the pilot, so that nobody can have followed it."""
    return settings.since is not None and event.span is not None and event.span.last.year < settings.since


def resolve(timing: Timing | None, year: int) -> EventSpan | None:
    """A printed time with its year N set to ``year``; ``None`` where no month is printed."""
    if timing is None or (timing.start is None and timing.until is None):
        return None
    return EventSpan(_moment(timing.start, year), _moment(timing.until, year))


def _moment(relative: RelativeDate | None, year: int) -> PrintedTime | None:
    """A relative date in a year; 29 February is the last of February in a common year."""
    if relative is None:
        return None
    there = year + relative.year
    day = min(relative.day, monthrange(there, relative.month)[1]) if relative.day is not None else None
    return PrintedTime(year=there, month=relative.month, day=day, part=relative.part)


def _planning(guideline: Guideline, planning: Planning, year: int) -> Iterator[Event]:
    settings = guideline.calendar
    steps = {one.step: one for one in (settings.steps if settings else ())}
    others = {one.deadline: one for one in (settings.deadlines if settings else ())}
    for step in planning.steps:
        yield _step(planning, step, steps.get(step.number), year)
    for deadline in planning.deadlines:
        yield _other(deadline, others.get(deadline.id), year)


def _step(planning: Planning, step: PlanningStep, held: CalendarStep | None, year: int) -> Event:
    when = step.when
    return Event(
        key=f"langkah-{step.number}",
        kind=EventKind.STEP,
        label=step.label,
        short=held.short if held else step.what,
        what=step.what,
        who=step.who,
        source=planning.source,
        anchor=f"langkah-{step.number}",
        reading=TimeReading(when.printed, planning.label, resolve(when, year)) if when else None,
        force=step.force,
        note=step.note,
        forms=step.forms,
        discrepancies=step.discrepancies,
        acts=held.acts if held else (),
        follows=held.follows if held else (),
    )


def _other(deadline: PlanningDeadline, held: CalendarDeadline | None, year: int) -> Event:
    return Event(
        key=f"waktu-{deadline.id}",
        kind=EventKind.OTHER,
        label=deadline.source.section,
        short=held.short if held else deadline.what,
        what=deadline.what,
        who=deadline.who,
        source=deadline.source,
        anchor=f"waktu-{deadline.id}",
        reading=TimeReading(deadline.when.printed, deadline.source.section, resolve(deadline.when, year)),
        force=deadline.force,
        note=deadline.note,
        discrepancies=deadline.discrepancies,
        acts=held.acts if held else (),
        follows=held.follows if held else (),
    )


def _reports(guideline: Guideline, reporting: Reporting, year: int) -> Iterator[Event]:
    roles = guideline.calendar.roles if guideline.calendar else ()
    for period in reporting.periods:
        for deadline in period.deadlines:
            yield _report(reporting, period, deadline, roles, year)


def _report(
    reporting: Reporting,
    period: ReportPeriod,
    deadline: ReportDeadline,
    roles: tuple[CalendarRole, ...],
    year: int,
) -> Event:
    """A report; where the table prints no month that can be told, the text's time leads."""
    by_table = TimeReading(deadline.table.printed, reporting.label, resolve(deadline.table, year))
    by_text = None
    if deadline.text is not None:
        place = reporting.source.section.split(", ")[0]
        by_text = TimeReading(deadline.text.printed, place, resolve(deadline.text, year))
    leads = by_text if by_text is not None and by_table.span is None else by_table
    return Event(
        key=f"laporan-{period.id}-{deadline.body}",
        kind=EventKind.REPORT,
        label=leads.where,
        short=period.label,
        what=period.label,
        body=deadline.body,
        to=deadline.to,
        within=deadline.within,
        source=reporting.source,
        anchor="",
        reading=leads,
        other=by_table if leads is by_text else by_text,
        force=deadline.force,
        note=deadline.note,
        forms=(reporting.form,) if reporting.form is not None else (),
        discrepancies=deadline.discrepancies,
        acts=tuple(role.id for role in roles if deadline.body in role.bodies),
        follows=tuple(role.id for role in roles if deadline.to is not None and deadline.to in role.bodies),
    )
