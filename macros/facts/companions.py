"""Companions of activities: the must-go-together relation (*Harus diimplementasikan bersama*, Lampiran I).

Two readings are kept apart. The *printed* companions of an activity are those that its own list
names; a package named there stands for each of its activities. The *chain* also takes the companions of
companions, and so on: the text does not say that these are compulsory, so this is the site's own reading.

Pairs named one way alone, or whose months cannot fit, are returned as facts; no error is raised.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from macros.model.base import Month
from macros.model.edition import Edition
from macros.model.menu import Activity, Companion, Package


def reach(companion: Companion, edition: Edition) -> tuple[str, ...]:
    """Ids of the activities that a companion stands for; none where ``edition`` lacks the package."""
    if companion.activity is not None:
        return (companion.activity,)
    if companion.package is not None and edition.has_package(companion.package):
        return tuple(activity.id for activity in edition.package(companion.package).activities)
    return ()


def named(activity: Activity, edition: Edition) -> dict[str, str | None]:
    """Ids of the printed companions of an activity, with the package that names each, if one does.

    An activity named both by itself and through its package counts as named by itself.
    """
    found: dict[str, str | None] = {}
    for companion in activity.implement_with:
        for one in reach(companion, edition):
            found[one] = None if companion.activity is not None else found.get(one, companion.package)
    found.pop(activity.id, None)
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """One activity that another names, or is named by; ``via`` is the package named in its place."""

    activity: Activity
    via: Package | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanionGroup:
    """An activity and what it is taken on with, in printed order.

    ``complete_from`` is the month when the last dated member becomes available (``None`` when no member
    is dated), ``last`` the members dated so, ``undated`` the members without a month.
    """

    activities: tuple[Activity, ...]
    complete_from: Month | None
    last: tuple[Activity, ...]
    undated: tuple[Activity, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OneWay:
    """``activity`` names ``companion``, which does not name it back."""

    activity: Activity
    companion: Activity
    via: Package | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Late:
    """``activity`` is available before ``companion``, which it names."""

    activity: Activity
    companion: Activity
    via: Package | None


class Relations:
    """The must-go-together relation of one edition, expanded once."""

    def __init__(self, edition: Edition) -> None:
        """Expand the references of ``edition``; the loader has checked that they resolve."""
        self._edition = edition
        self._order = {activity.id: index for index, activity in enumerate(edition.activities)}
        self._required = {activity.id: self._expand(activity) for activity in edition.activities}
        reverse: dict[str, list[Requirement]] = {activity.id: [] for activity in edition.activities}
        for activity in edition.activities:
            for requirement in self._required[activity.id]:
                reverse[requirement.activity.id].append(Requirement(activity=activity, via=requirement.via))
        self._required_by = {key: tuple(value) for key, value in reverse.items()}
        self._pairs = {
            (activity.id, requirement.activity.id)
            for activity in edition.activities
            for requirement in self._required[activity.id]
        }

    def _expand(self, activity: Activity) -> tuple[Requirement, ...]:
        found = named(activity, self._edition)
        return tuple(
            Requirement(activity=self._edition.activity(key), via=self._edition.package(via) if via else None)
            for key, via in sorted(found.items(), key=lambda item: self._order[item[0]])
        )

    def required(self, activity: Activity) -> tuple[Requirement, ...]:
        """The printed companions of ``activity``, package references expanded."""
        return self._required[activity.id]

    def required_by(self, activity: Activity) -> tuple[Requirement, ...]:
        """Whose printed companion ``activity`` is."""
        return self._required_by[activity.id]

    def requires(self, activity: Activity, companion: Activity) -> bool:
        """Whether ``activity`` names ``companion``, itself or through its package."""
        return (activity.id, companion.id) in self._pairs

    def mutual(self, activity: Activity) -> tuple[Activity, ...]:
        """Companions that name ``activity`` back."""
        return tuple(r.activity for r in self.required(activity) if self.requires(r.activity, activity))

    def one_way_out(self, activity: Activity) -> tuple[Requirement, ...]:
        """Companions that do not name ``activity`` back."""
        return tuple(r for r in self.required(activity) if not self.requires(r.activity, activity))

    def one_way_in(self, activity: Activity) -> tuple[Requirement, ...]:
        """Activities that name ``activity`` without its naming them."""
        return tuple(r for r in self.required_by(activity) if not self.requires(activity, r.activity))

    def printed(self, activity: Activity) -> CompanionGroup:
        """``activity`` with its printed companions."""
        return self._group({activity.id, *(found.activity.id for found in self.required(activity))})

    def chain(self, activity: Activity) -> CompanionGroup:
        """``activity`` with its companions, their companions, and so on: the site's reading."""
        reached = {activity.id}
        waiting = [activity]
        while waiting:
            for requirement in self.required(waiting.pop()):
                if requirement.activity.id not in reached:
                    reached.add(requirement.activity.id)
                    waiting.append(requirement.activity)
        return self._group(reached)

    def through(self, activity: Activity) -> tuple[Activity, ...]:
        """What the chain adds to ``activity`` and its printed companions: reached through these alone."""
        printed = {activity.id, *(found.activity.id for found in self.required(activity))}
        return tuple(one for one in self.chain(activity).activities if one.id not in printed)

    def _group(self, ids: Iterable[str]) -> CompanionGroup:
        members = tuple(self._edition.activity(key) for key in sorted(ids, key=self._order.__getitem__))
        months = [member.availability.month for member in members if member.availability.month is not None]
        complete_from = max(months, default=None)
        return CompanionGroup(
            activities=members,
            complete_from=complete_from,
            last=tuple(m for m in members if complete_from and m.availability.month == complete_from),
            undated=tuple(m for m in members if m.availability.month is None),
        )

    def is_late(self, activity: Activity, companion: Activity) -> bool:
        """Whether ``activity`` names ``companion`` and is available before it; both are dated."""
        own, other = activity.availability.month, companion.availability.month
        return self.requires(activity, companion) and own is not None and other is not None and own < other

    def one_way(self) -> tuple[OneWay, ...]:
        """Every pair of the edition that is named one way alone, in printed order."""
        return tuple(
            OneWay(activity=activity, companion=requirement.activity, via=requirement.via)
            for activity in self._edition.activities
            for requirement in self.one_way_out(activity)
        )

    def late(self) -> tuple[Late, ...]:
        """Every pair in which the companion becomes available later, in printed order."""
        return tuple(
            Late(activity=activity, companion=requirement.activity, via=requirement.via)
            for activity in self._edition.activities
            for requirement in self.required(activity)
            if self.is_late(activity, requirement.activity)
        )
