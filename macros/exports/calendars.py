"""Steps and deadlines of a fiscal year for a role as iCalendar files (RFC 5545; Lampiran 5, Tabel 7).

Only what has a printed month becomes an event, and lasts whole days: a printed day that day, a printed month
the whole month. A step without a date is named in the event before it and in the text about the calendar.
Ids and the time stamp come from the data alone, so every build gives the same file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import product
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from macros.exports.artifact import Artifact
from macros.exports.feeds import NAMESPACE, newest_day
from macros.exports.shapes import told
from macros.facts import urls
from macros.facts.fiscal_calendar import Event, EventKind, Precision, events, precedes, published_years
from macros.model.catalogue import Body
from macros.model.guideline.guideline import Guideline
from macros.model.programme import Programme
from macros.model.settings import Calendar, CalendarRole, Reminders
from macros.wording import calendar as words
from macros.wording.force import force_line

if TYPE_CHECKING:
    from icalendar import Alarm
    from icalendar import Calendar as File
    from icalendar import Event as Entry

MEDIA_TYPE = "text/calendar"
IMPOSSIBLE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
"""Characters that a text of a calendar may not hold (RFC 5545, 3.3.11), and those that UTF-8 cannot."""


def names(programme: Programme) -> Iterator[str]:
    """The name of every calendar, such as ``2030-kabupaten``; they stay."""
    yield from (name for name, *_ in _all(programme))


def export(programme: Programme) -> Iterator[Artifact]:
    """``kalender/YEAR-ROLE.ics`` for every fiscal year since the first edition and every role."""
    guideline = programme.guideline
    for name, settings, year, role in _all(programme):
        made = _Maker(programme, guideline, settings, year, role)
        yield Artifact(urls.calendar(name), made.file().to_ical())


def _all(programme: Programme) -> Iterator[tuple[str, Calendar, int, CalendarRole]]:
    settings = programme.guideline.calendar
    if settings is not None:
        for year, role in product(published_years(programme), settings.roles):
            yield f"{year}-{role.id}", settings, year, role


class _Maker:
    """Makes the calendar of one fiscal year for one role."""

    def __init__(
        self, programme: Programme, guideline: Guideline, settings: Calendar, year: int, role: CalendarRole
    ) -> None:
        self.programme = programme
        self.guideline = guideline
        self.terms = programme.terms
        self.settings = settings
        self.year = year
        self.role = role
        found = events(guideline, year, role.id)
        self.events = tuple(event for event in found if not precedes(event, settings))
        self.early = len(self.events) < len(found)
        self.info = programme.catalogue.programme
        self.names = uuid5(NAMESPACE, self.info.name)
        self.stamp = datetime.fromisoformat(newest_day(programme)).replace(tzinfo=UTC)

    def file(self) -> File:
        """The whole calendar."""
        from icalendar import Calendar as File  # noqa: PLC0415 - slow to import, and only a build needs it
        from icalendar import vText  # noqa: PLC0415

        made = File()
        name = clean(words.calendar_name(self.info, self.year, self.role))
        about = clean("\n".join(self._about()))
        made.add("prodid", f"-//{clean(self.info.owner)}//{clean(self.info.name)}//ID")
        made.add("version", "2.0")
        made.add("calscale", "GREGORIAN")
        made.add("uid", str(self._uid("")))
        made.add("name", vText(name))  # RFC 7986; the X- names are what most programs read
        made.add("description", vText(about))
        made.add("x-wr-calname", vText(name))
        made.add("x-wr-caldesc", vText(about))
        for event, after in self._with_followers():
            made.add_component(self._entry(event, after))
        return made

    def _about(self) -> Iterator[str]:
        yield words.calendar_about(self.info, self.year, self.role)
        if self.early and self.settings.since is not None:
            yield words.left_out(self.settings.since)
        undated = [event for event in self.events if event.span is None]
        if undated:
            yield f"{words.ALSO_UNDATED} {words.named(undated)}."
        if self.guideline.reporting is not None:
            yield words.first_year(self.guideline.reporting, self.year)
        reminding = words.reminders(self.settings.reminders)
        if reminding is not None:
            yield reminding
        yield self.info.prevailing

    def _with_followers(self) -> Iterator[tuple[Event, list[Event]]]:
        """Every dated event with the undated ones printed after it, up to the next dated one."""
        held: Event | None = None
        after: list[Event] = []
        for event in self.events:
            if event.span is None:
                after.append(event)
                continue
            if held is not None:
                yield held, after
            held, after = event, []
        if held is not None:
            yield held, after

    def _entry(self, event: Event, after: list[Event]) -> Entry:
        from icalendar import Event as Entry  # noqa: PLC0415

        span = event.span
        if span is None:
            message = "only what has a printed time becomes an event"
            raise ValueError(message)
        made = Entry()
        about = clean(words.title(event, self._body(event.body)))
        made.add("uid", str(self._uid(event.key)))
        made.add("dtstamp", self.stamp)
        made.add("dtstart", span.first)
        made.add("dtend", span.last + timedelta(days=1))  # the day after the last (RFC 5545, 3.6.1)
        made.add("summary", about)
        made.add("description", clean("\n".join(self._lines(event, after))))
        made.add("categories", [clean(words.GROUPS[event.kind])])
        made.add("transp", "TRANSPARENT")
        if self.role.id in event.acts:
            for days in _lead(self.settings.reminders, event.precision):
                made.add_component(_alarm(about, days, self.settings.reminders.hour))
        return made

    def _lines(self, event: Event, after: list[Event]) -> Iterator[str]:
        """The text of an event: what, when as printed, who, what else is printed, and where."""
        body, to = self._body(event.body), self._body(event.to)
        yield words.handed(event, to)
        if event.force is not None:
            yield force_line(self.terms.force_of(event.force), event.force, self.programme)
        yield f"{words.WHEN} {words.when(event.span)}."
        if event.reading is not None:
            yield f"{words.PRINTED} {words.printed(event, event.reading, self.year)}."
        if words.imprecise(event):
            yield words.ONLY_MONTH
        if event.other is not None:
            yield words.other(event.other)
        if event.kind is EventKind.REPORT and self.guideline.reporting is not None:
            yield words.first_year(self.guideline.reporting, self.year)
        named = words.who(event, body)
        if named is not None:
            yield f"{words.WHO} {named}."
        if event.roles:
            yield f"{words.ROLE} {self.role.name}: {words.part_of(event, self.role)}."
        if event.within is not None:
            yield f"{words.WITHIN} {event.within}."
        if event.forms:
            labels = ", ".join(self.guideline.form(form).label for form in event.forms)
            yield f"{words.FORMS} {labels}."
        if after:
            yield f"{words.THEN_UNDATED} {words.named(after)}."
        if event.note is not None:
            yield event.note
        yield from self._notes(event.discrepancies)
        yield words.source_line(event)
        yield self.info.prevailing

    def _notes(self, ids: Iterable[str]) -> Iterator[str]:
        entries = [entry for entry in self.programme.discrepancies if entry.id in set(ids)]
        if entries:
            yield words.NOTES
            yield from (words.note(entry) for entry in entries)

    def _body(self, body_id: str | None) -> Body | None:
        return self.programme.body(body_id) if body_id is not None else None

    def _uid(self, key: str) -> UUID:
        """Stays as long as the programme's name, the year, the role and the id of the entry."""
        return uuid5(self.names, f"{urls.CALENDARS}{self.year}/{self.role.id}/{key}")


def _lead(found: Reminders, precision: Precision) -> tuple[int, ...]:
    return found.day if precision is Precision.DAY else found.month


def _alarm(about: str, days: int, hour: int) -> Alarm:
    """A reminder so many days before the first day, at an hour of that day."""
    from icalendar import Alarm  # noqa: PLC0415

    made = Alarm()
    made.add("action", "DISPLAY")
    made.add("description", clean(words.alarm(about, days)))
    made.add("trigger", timedelta(days=-days, hours=hour))
    return made


def clean(text: str) -> str:
    """``text`` as a calendar can hold it: plain blanks, line feeds, no control characters."""
    return IMPOSSIBLE.sub("", told(text))
