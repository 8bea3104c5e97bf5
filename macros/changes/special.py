"""Fields whose change has a kind or an effect of its own: who, when, by whom, and together with what.

A month before, more kinds of unit, a condition less are easier for a district; later, fewer, one more are
harder. Where old and new cannot be compared (a month against no date at all) it is neither.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from macros.changes.canonical import same
from macros.changes.fields import FieldRule
from macros.changes.kinds import Effect, Kind, Substance
from macros.changes.lineage import Lineage
from macros.changes.records import Subject, Value
from macros.changes.weigh import substance
from macros.facts.companions import named, reach
from macros.model.changes import SubjectKind
from macros.model.edition import Edition
from macros.model.menu import Activity, Availability, Companion, Delivery, TargetUnits

SUBSTANTIVE, EDITORIAL = Substance.SUBSTANTIVE, Substance.EDITORIAL
Delivered = tuple[Delivery, ...]


@dataclass(frozen=True, slots=True)
class FieldDifference:
    """A difference of one field, before it is known whose."""

    kind: Kind
    old: Value
    new: Value
    substance: Substance
    effect: Effect = Effect.NEUTRAL


def target_units(rule: FieldRule, old: TargetUnits, new: TargetUnits) -> Iterator[FieldDifference]:
    """*Unit sasaran*: wider is easier, narrower harder, a shift neither."""
    before, after = set(old.kinds), set(new.kinds)
    effect = _more(gained=bool(after - before), lost=bool(before - after))
    yield FieldDifference(Kind.TARGET_UNITS, old, new, substance(rule, old, new), effect)


def availability(_: FieldRule, old: Availability, new: Availability) -> Iterator[FieldDifference]:
    """*Tanggal tersedia*: the month and the stage, each on its own; wording alone is editorial."""
    date = _date(old, new)
    if date is not None:
        yield FieldDifference(date[0], old, new, SUBSTANTIVE, date[1])
    if old.stage != new.stage:
        effect = Effect.EASIER if new.stage is None else Effect.HARDER
        yield FieldDifference(Kind.STAGE, old, new, SUBSTANTIVE, effect)
    elif date is None:
        yield FieldDifference(Kind.PRINTED, old, new, EDITORIAL)


def _date(old: Availability, new: Availability) -> tuple[Kind, Effect] | None:
    if (old.month, old.on_request) == (new.month, new.on_request):
        return None
    if old.month is not None and new.month is not None:
        earlier = new.month < old.month
        return (Kind.AVAILABLE_EARLIER, Effect.EASIER) if earlier else (Kind.AVAILABLE_LATER, Effect.HARDER)
    kind = Kind.ON_REQUEST
    if old.month is None and new.month is not None:
        kind = Kind.NOW_DATED
    elif old.month is not None and new.month is None:
        kind = Kind.NO_LONGER_DATED
    return kind, _more(gained=new.on_request, lost=old.on_request)


def minimal_set(_: FieldRule, old: bool, new: bool) -> Iterator[FieldDifference]:  # noqa: FBT001
    """What joins the minimal set (section 3.2.4) has to be taken: harder; what leaves it: easier."""
    yield FieldDifference(Kind.MINIMAL_SET, old, new, SUBSTANTIVE, Effect.HARDER if new else Effect.EASIER)


def delivery(rule: FieldRule, old: Delivered, new: Delivered) -> Iterator[FieldDifference]:
    """*Mekanisme penyelenggaraan*; funding is a change of its own."""
    bare_old, bare_new = _without_funding(old), _without_funding(new)
    if same(bare_old, bare_new):
        yield FieldDifference(Kind.FUNDING, old, new, SUBSTANTIVE)
        return
    yield FieldDifference(Kind.DELIVERY, old, new, substance(rule, bare_old, bare_new))
    if _funding(old) != _funding(new):
        yield FieldDifference(Kind.FUNDING, old, new, SUBSTANTIVE)


def _without_funding(deliveries: Delivered) -> Delivered:
    return tuple(
        delivery.model_copy(
            update={"parts": tuple(part.model_copy(update={"funding": ()}) for part in delivery.parts)}
        )
        for delivery in deliveries
    )


def _funding(deliveries: Delivered) -> list[tuple[str, str]]:
    """Sources by phase, whoever delivers."""
    return sorted(
        (delivery.phase.value, source)
        for delivery in deliveries
        for part in delivery.parts
        for source in part.funding
    )


SPECIAL: Mapping[str, Callable[[FieldRule, Any, Any], Iterator[FieldDifference]]] = {
    "target_units": target_units,
    "availability": availability,
    "minimal_set": minimal_set,
    "delivery": delivery,
}
"""By name of the field."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivitySide:
    """An activity in one of two editions; ``lineage`` leads from there to the other edition."""

    activity: Activity
    edition: Edition
    lineage: Lineage


def companions(old: ActivitySide, new: ActivitySide) -> Iterator[FieldDifference]:
    """*Harus diimplementasikan bersama*: each companion added or dropped, compared by id.

    One added is harder where it binds to something that did not bind before; one continued by another
    activity, or named before through its package, is no new condition.
    """
    before, after = _by_target(old.activity), _by_target(new.activity)
    for target, companion in before.items():
        if target not in after:
            effect = Effect.EASIER if _binds_more(companion, old, new) else Effect.NEUTRAL
            yield FieldDifference(Kind.COMPANION_DROPPED, companion, None, SUBSTANTIVE, effect)
    for target, companion in after.items():
        if target not in before:
            effect = Effect.HARDER if _binds_more(companion, new, old) else Effect.NEUTRAL
            yield FieldDifference(Kind.COMPANION_ADDED, None, companion, SUBSTANTIVE, effect)
        elif not same(before[target], companion):
            yield FieldDifference(Kind.PRINTED, before[target], companion, EDITORIAL)


def _by_target(activity: Activity) -> dict[tuple[str, str], Companion]:
    """Companions by id: activities first, then packages."""
    found = {
        (companion.activity or "", companion.package or ""): companion
        for companion in activity.implement_with
    }
    return dict(sorted(found.items(), key=lambda item: (bool(item[0][1]), item[0])))


def _binds_more(companion: Companion, here: ActivitySide, there: ActivitySide) -> bool:
    """Whether ``companion`` binds the activity ``here`` to something that does not bind it ``there``."""
    bound = set(named(there.activity, there.edition))
    return any(
        bound.isdisjoint({one, *_successors(here.lineage, one)})
        for one in reach(companion, here.edition)
        if one != here.activity.id
    )


def _successors(lineage: Lineage, activity_id: str) -> Iterator[str]:
    subject = Subject(kind=SubjectKind.ACTIVITY, id=activity_id)
    return (successor.id for successor in lineage.successors(subject))


def _more(*, gained: bool, lost: bool) -> Effect:
    if gained == lost:
        return Effect.NEUTRAL
    return Effect.EASIER if gained else Effect.HARDER
