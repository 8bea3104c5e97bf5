"""What must be implemented together (*Harus diimplementasikan bersama*, Lampiran I), worked out.

References to a package stand for each of its activities. Nothing here judges: a pair that is not mutual
or whose months cannot fit is a finding to be shown, as printed.
"""

from __future__ import annotations

from dataclasses import dataclass

from macros.model import Activity, Edition, Month, Package


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """One activity that another requires, or is required by; ``via`` names a package reference."""

    activity: Activity
    via: Package | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CompleteSet:
    """All activities one takes on together with one, closed transitively, in printed order.

    ``complete_from`` is the month when the last dated member becomes available (``None`` when no member
    is dated), ``last`` the members dated so, ``undated`` the members without a month.
    """

    activities: tuple[Activity, ...]
    complete_from: Month | None
    last: tuple[Activity, ...]
    undated: tuple[Activity, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OneWay:
    """``activity`` requires ``companion``, which does not require it back."""

    activity: Activity
    companion: Activity
    via: Package | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Late:
    """``activity`` is available before ``companion``, which it requires."""

    activity: Activity
    companion: Activity
    via: Package | None


class Relations:
    """The must-go-together relation of one edition, expanded once."""

    def __init__(self, edition: Edition) -> None:
        """Expand the references of ``edition``; the loader has checked that they resolve."""
        self._edition = edition
        self._order = {activity.id: index for index, activity in enumerate(edition.activities)}
        self._required: dict[str, tuple[Requirement, ...]] = {}
        reverse: dict[str, list[Requirement]] = {activity.id: [] for activity in edition.activities}
        for activity in edition.activities:
            expanded = self._expand(activity)
            self._required[activity.id] = expanded
            for requirement in expanded:
                reverse[requirement.activity.id].append(Requirement(activity=activity, via=requirement.via))
        self._required_by = {key: tuple(value) for key, value in reverse.items()}
        self._pairs = {
            (activity.id, requirement.activity.id)
            for activity in edition.activities
            for requirement in self._required[activity.id]
        }

    def _expand(self, activity: Activity) -> tuple[Requirement, ...]:
        found: dict[str, Requirement] = {}
        for companion in activity.implement_with:
            if companion.activity is not None:
                other = self._edition.activity(companion.activity)
                found[other.id] = Requirement(activity=other, via=None)
            elif companion.package is not None:
                package = self._edition.package(companion.package)
                for other in package.activities:
                    found.setdefault(other.id, Requirement(activity=other, via=package))
        found.pop(activity.id, None)
        return tuple(sorted(found.values(), key=lambda requirement: self._order[requirement.activity.id]))

    def required(self, activity: Activity) -> tuple[Requirement, ...]:
        """What ``activity`` must be implemented with, package references expanded."""
        return self._required[activity.id]

    def required_by(self, activity: Activity) -> tuple[Requirement, ...]:
        """Which activities must be implemented with ``activity``."""
        return self._required_by[activity.id]

    def requires(self, activity: Activity, companion: Activity) -> bool:
        """Whether ``activity`` names ``companion``, itself or through its package."""
        return (activity.id, companion.id) in self._pairs

    def mutual(self, activity: Activity) -> tuple[Activity, ...]:
        """Companions that require ``activity`` back."""
        return tuple(r.activity for r in self.required(activity) if self.requires(r.activity, activity))

    def one_way_out(self, activity: Activity) -> tuple[Requirement, ...]:
        """Companions that do not require ``activity`` back."""
        return tuple(r for r in self.required(activity) if not self.requires(r.activity, activity))

    def one_way_in(self, activity: Activity) -> tuple[Requirement, ...]:
        """Activities that require ``activity`` without its requiring them."""
        return tuple(r for r in self.required_by(activity) if not self.requires(activity, r.activity))

    def complete_set(self, activity: Activity) -> CompleteSet:
        """The whole set to take on with ``activity``, itself included."""
        reached = {activity.id}
        waiting = [activity]
        while waiting:
            for requirement in self.required(waiting.pop()):
                if requirement.activity.id not in reached:
                    reached.add(requirement.activity.id)
                    waiting.append(requirement.activity)
        members = tuple(self._edition.activity(key) for key in sorted(reached, key=self._order.__getitem__))
        months = [member.availability.month for member in members if member.availability.month is not None]
        complete_from = max(months, default=None)
        return CompleteSet(
            activities=members,
            complete_from=complete_from,
            last=tuple(m for m in members if complete_from and m.availability.month == complete_from),
            undated=tuple(m for m in members if m.availability.month is None),
        )

    def one_way(self) -> tuple[OneWay, ...]:
        """Every pair of the edition that is not mutual, in printed order."""
        return tuple(
            OneWay(activity=activity, companion=requirement.activity, via=requirement.via)
            for activity in self._edition.activities
            for requirement in self.one_way_out(activity)
        )

    def late(self) -> tuple[Late, ...]:
        """Every pair in which the required activity becomes available later, in printed order."""
        return tuple(
            Late(activity=activity, companion=requirement.activity, via=requirement.via)
            for activity in self._edition.activities
            for requirement in self.required(activity)
            if activity.availability.month is not None
            and requirement.activity.availability.month is not None
            and activity.availability.month < requirement.activity.availability.month
        )
