"""What templates show that the model does not hold as such: strips of months, neighbours, groups.

Every function is linear in what it gives; an edition of thousands of activities costs no more per page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from macros.facts import availability
from macros.facts.companions import CompanionGroup, Relations
from macros.facts.months import distance, month_range
from macros.model.base import Alias, Month
from macros.model.catalogue import TargetUnitKind
from macros.model.discrepancies import Discrepancy, DiscrepancyKind, Reading
from macros.model.edition import Edition
from macros.model.menu import Activity, Package, Role
from macros.model.programme import Programme
from macros.wording.menu import PACKAGE

T = TypeVar("T")

SHORTEST_STRIP = 6
LONGEST_STRIP = 12
LONGEST_SET = 24
SIBLINGS = 6
FEW_READINGS = 4
MOST_READINGS = 8
LARGEST_MATRIX = 40
"""Activities of an edition up to which the relations are drawn as a matrix; the square of it is drawn."""


@dataclass(frozen=True, slots=True)
class Member:
    """An activity in a month strip: per month whether it is available by then."""

    activity: Activity
    cells: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Strip:
    """Months side by side; ``cut`` when earlier months exist that are not shown."""

    months: tuple[Month, ...]
    cut: bool
    members: tuple[Member, ...]
    hidden: int


@dataclass(frozen=True, slots=True)
class Via:
    """Activities that name something through one package."""

    package: Package
    activities: tuple[Activity, ...]


@dataclass(frozen=True, slots=True)
class Together:
    """What one activity must go together with, and what the chain through that would add."""

    printed: CompanionGroup
    strip: Strip
    mutual: tuple[Activity, ...]
    one_way: tuple[Activity, ...]
    named_by: tuple[Activity, ...]
    named_via: tuple[Via, ...]
    through: tuple[Activity, ...]
    chain: CompanionGroup
    chain_strip: Strip


@dataclass(frozen=True, slots=True)
class RoleGroup:
    """The activities of a package that share a role."""

    role: Role
    activities: tuple[Activity, ...]


@dataclass(frozen=True, slots=True)
class UnitGroup:
    """A kind of target unit with its activities."""

    kind: TargetUnitKind
    activities: tuple[Activity, ...]


@dataclass(frozen=True, slots=True)
class TimelineColumn:
    """A column of the timeline; ``after_gap`` when months without a new activity lie before it."""

    month: Month | None
    activities: tuple[Activity, ...]
    after_gap: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """A field of the matrix: the row names the column."""

    column: Activity
    required: bool
    mutual: bool
    late: bool


@dataclass(frozen=True, slots=True)
class Finding:
    """Companions of one activity that share a fault, with the package they were named through."""

    activity: Activity
    via: Package | None
    companions: tuple[Activity, ...]


@dataclass(frozen=True, slots=True)
class Touched:
    """A value that a discrepancy concerns."""

    edition: Edition
    package: Package | None
    activity: Activity | None


@dataclass(frozen=True, slots=True)
class NoteGroup:
    """Register entries of one kind."""

    kind: DiscrepancyKind
    entries: tuple[Discrepancy, ...]


class EditionView:
    """One edition as the templates see it; what is costly is worked out once."""

    def __init__(self, programme: Programme, edition: Edition) -> None:
        """``edition`` belongs to ``programme``."""
        self._programme = programme
        self.edition = edition
        self.relations = Relations(edition)

    @cached_property
    def _places(self) -> dict[str, int]:
        return {activity.id: index for index, activity in enumerate(self.edition.activities)}

    @cached_property
    def _package_places(self) -> dict[str, int]:
        return {package.id: index for index, package in enumerate(self.edition.packages)}

    def neighbours(self, activity: Activity) -> tuple[Activity | None, Activity | None]:
        """The activity before and the one after, in printed order."""
        return _around(self.edition.activities, self._places[activity.id])

    def siblings(self, activity: Activity) -> tuple[Activity, ...]:
        """The nearest activities of the same package on both sides, in printed order."""
        place = self._places[activity.id]
        package = self.edition.package_of(activity.id)
        near = self.edition.activities[max(0, place - SIBLINGS) : place + SIBLINGS + 1]
        return tuple(
            other
            for other in near
            if other.id != activity.id and self.edition.package_of(other.id).id == package.id
        )

    def package_neighbours(self, package: Package) -> tuple[Package | None, Package | None]:
        """The package before and the one after."""
        return _around(self.edition.packages, self._package_places[package.id])

    @cached_property
    def columns(self) -> tuple[TimelineColumn, ...]:
        """The timeline, with gaps of more than a month marked."""
        columns: list[TimelineColumn] = []
        before: Month | None = None
        for column in availability.timeline(self.edition):
            gap = before is not None and column.month is not None and distance(before, column.month) > 1
            columns.append(TimelineColumn(column.month, column.activities, gap))
            before = column.month
        return tuple(columns)

    @cached_property
    def months(self) -> tuple[Month, ...]:
        """Months in which something becomes available."""
        return tuple(column.month for column in self.columns if column.month is not None)

    @cached_property
    def _date_notes(self) -> tuple[dict[str, tuple[Discrepancy, ...]], tuple[Discrepancy, ...]]:
        own: dict[str, tuple[Discrepancy, ...]] = {}
        shared: list[Discrepancy] = []
        for entry in self._programme.discrepancies:
            concerned = {
                touch.activity
                for touch in entry.touches
                if touch.edition == self.edition.id and touch.field == "availability" and touch.activity
            }
            if len(concerned) == 1:
                (activity,) = concerned
                own[activity] = (*own.get(activity, ()), entry)
            elif concerned:
                shared.append(entry)
        return own, tuple(shared)

    @property
    def date_notes(self) -> dict[str, tuple[Discrepancy, ...]]:
        """Register entries on the date of one activity alone, by its id."""
        return self._date_notes[0]

    @property
    def shared_date_notes(self) -> tuple[Discrepancy, ...]:
        """Register entries on the dates of several activities; in a list they are named once."""
        return self._date_notes[1]

    @cached_property
    def units(self) -> tuple[UnitGroup, ...]:
        """Activities by kind of target unit, in the order of the catalogue; kinds without any left out."""
        found: dict[str, list[Activity]] = {}
        for activity in self.edition.activities:
            for kind in dict.fromkeys(activity.target_units.kinds):
                found.setdefault(kind, []).append(activity)
        return tuple(
            UnitGroup(kind, tuple(found[kind.id]))
            for kind in self._programme.catalogue.target_unit_kinds
            if kind.id in found
        )

    @cached_property
    def roles(self) -> tuple[RoleGroup, ...]:
        """Activities by role, in the order of the enumeration."""
        return role_groups(self.edition.activities)

    @cached_property
    def matrix(self) -> tuple[tuple[Activity, tuple[Cell, ...]], ...] | None:
        """Rows of the matrix, or ``None`` when the edition is too large for one."""
        activities = self.edition.activities
        if len(activities) > LARGEST_MATRIX:
            return None
        return tuple((row, tuple(self._cell(row, column) for column in activities)) for row in activities)

    def _cell(self, row: Activity, column: Activity) -> Cell:
        required = self.relations.requires(row, column)
        return Cell(
            column=column,
            required=required,
            mutual=required and self.relations.requires(column, row),
            late=self.relations.is_late(row, column),
        )

    @cached_property
    def not_mutual(self) -> tuple[Finding, ...]:
        """Pairs named one way alone, by activity and by the package they were named through."""
        return _findings((found.activity, found.via, found.companion) for found in self.relations.one_way())

    @cached_property
    def too_late(self) -> tuple[Finding, ...]:
        """Pairs whose months cannot fit."""
        return _findings((found.activity, found.via, found.companion) for found in self.relations.late())

    def together(self, activity: Activity) -> Together:
        """What ``activity`` must go together with, both ways, and the chain apart from that."""
        printed, through = self.relations.printed(activity), self.relations.through(activity)
        by_package: dict[str, list[Activity]] = {}
        plain: list[Activity] = []
        for requirement in self.relations.one_way_in(activity):
            if requirement.via is None:
                plain.append(requirement.activity)
            else:
                by_package.setdefault(requirement.via.id, []).append(requirement.activity)
        return Together(
            printed=printed,
            strip=strip((activity, *(one for one in printed.activities if one.id != activity.id))),
            mutual=self.relations.mutual(activity),
            one_way=tuple(requirement.activity for requirement in self.relations.one_way_out(activity)),
            named_by=tuple(plain),
            named_via=tuple(
                Via(self.edition.package(package), tuple(found)) for package, found in by_package.items()
            ),
            through=through,
            chain=self.relations.chain(activity),
            chain_strip=strip(through),
        )


def strip(members: Sequence[Activity]) -> Strip:
    """Activities by month, in the order given; of many months the last ones."""
    shown = members[:LONGEST_SET]
    dated = [member.availability.month for member in shown if member.availability.month is not None]
    months: tuple[Month, ...] = ()
    cut = False
    if dated:
        months = month_range(min(dated), max(dated))
        cut = len(months) > LONGEST_STRIP
        months = months[-LONGEST_STRIP:]
        if len(months) < SHORTEST_STRIP:
            months = _padded(months)
    return Strip(
        months=months,
        cut=cut,
        members=tuple(
            Member(
                member,
                tuple(
                    member.availability.month is not None and member.availability.month <= month
                    for month in months
                ),
            )
            for member in shown
        ),
        hidden=len(members) - len(shown),
    )


def _padded(months: tuple[Month, ...]) -> tuple[Month, ...]:
    """Months around ``months``, one before and one after in turn, up to ``SHORTEST_STRIP``."""
    missing = SHORTEST_STRIP - len(months)
    after = missing // 2
    return month_range(months[0], months[-1], before=missing - after, after=after)


def role_groups(activities: Iterable[Activity]) -> tuple[RoleGroup, ...]:
    """Activities by role, in the order of the enumeration."""
    found: dict[Role, list[Activity]] = {}
    for activity in activities:
        found.setdefault(activity.role, []).append(activity)
    return tuple(RoleGroup(role, tuple(found[role])) for role in Role if role in found)


def note_groups(programme: Programme) -> tuple[NoteGroup, ...]:
    """The register by kind, kinds without entries left out."""
    groups = (
        NoteGroup(kind, tuple(entry for entry in programme.discrepancies if entry.kind is kind))
        for kind in DiscrepancyKind
    )
    return tuple(group for group in groups if group.entries)


def touched(programme: Programme, entry: Discrepancy) -> dict[str, list[Touched]]:
    """What a register entry concerns, by field, in the order of the data."""
    found: dict[str, list[Touched]] = {}
    for touch in entry.touches:
        edition = programme.edition(touch.edition)
        package = edition.package(touch.package) if touch.package is not None else None
        activity = edition.activity(touch.activity) if touch.activity is not None else None
        found.setdefault(touch.field, []).append(Touched(edition, package, activity))
    return found


def readings_on(entry: Discrepancy, record: Package | Activity) -> tuple[Reading, ...]:
    """The readings of an entry to show beside ``record``: of a long list, those that name its number."""
    if len(entry.readings) <= FEW_READINGS:
        return entry.readings
    if isinstance(record, Package):
        named = re.compile(rf"{PACKAGE} {re.escape(record.number)}(?![.\d]*\d)")
    else:
        named = re.compile(rf"(?<![.\d]){re.escape(record.number)}(?![.\d]*\d)")
    found = tuple(reading for reading in entry.readings if named.search(reading.where))
    return (found or entry.readings)[:MOST_READINGS]


def printed_names(aliases: Sequence[Alias]) -> dict[str, list[str]]:
    """Other names with every place where each is printed."""
    found: dict[str, list[str]] = {}
    for alias in aliases:
        found.setdefault(alias.name, []).extend(alias.where)
    return found


def _findings(pairs: Iterable[tuple[Activity, Package | None, Activity]]) -> tuple[Finding, ...]:
    grouped: dict[tuple[str, str | None], tuple[Activity, Package | None, list[Activity]]] = {}
    for activity, via, companion in pairs:
        key = (activity.id, via.id if via else None)
        grouped.setdefault(key, (activity, via, []))[2].append(companion)
    return tuple(Finding(activity, via, tuple(companions)) for activity, via, companions in grouped.values())


def _around(items: Sequence[T], index: int) -> tuple[T | None, T | None]:
    before = items[index - 1] if index else None
    return before, items[index + 1] if index + 1 < len(items) else None
