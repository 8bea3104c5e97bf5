"""One change in words: its title, what stood before and stands now, and what it means for a reader."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from macros.changes import Change, Effect, Kind, Substance, TextDiff, diff, paired, pieces
from macros.model.base import Record
from macros.model.changes import SubjectKind
from macros.model.edition import Edition, Indicator, ListedElsewhere, Question, RoleNote, Status
from macros.model.menu import Activity, Companion, Package, TargetUnits
from macros.model.programme import Programme
from macros.wording import change_meanings, change_titles, menu, phrases
from macros.wording import changes as words

Held = Any
"""A value that a change holds; its kind says of which type."""
DATES = frozenset(
    {
        Kind.AVAILABLE_EARLIER,
        Kind.AVAILABLE_LATER,
        Kind.NOW_DATED,
        Kind.NO_LONGER_DATED,
        Kind.ON_REQUEST,
        Kind.STAGE,
    }
)
ROWS = frozenset({Kind.INDICATORS, Kind.SCREENING, Kind.ROLE_NOTES, Kind.LISTED_ELSEWHERE})
"""Kinds whose values are lists of records."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """The two editions of a change log, and the catalogue that both refer to."""

    old: Edition
    new: Edition
    programme: Programme


@dataclass(frozen=True, kw_only=True)
class Shown:
    """A value before and after; ``None`` where it is not there. ``label`` is empty where none is needed.

    ``exchange`` is of values that take each other's place and are not compared word by word.
    """

    label: str = ""
    old: str | None
    new: str | None
    exchange: bool = False

    @cached_property
    def diff(self) -> TextDiff:
        """The difference, word by word."""
        return diff(self.old or "", self.new or "")

    @property
    def apart(self) -> bool:
        """Whether both stand whole, one under the other or side by side."""
        return self.old is not None and self.new is not None and (self.exchange or self.diff.rewrite)


def who(change: Change, pair: Pair) -> str:
    """``1.1``, ``Paket 1``, or nothing for the edition; the number that readers of the newer edition see."""
    for edition in (pair.new, pair.old):
        match change.subject.kind:
            case SubjectKind.ACTIVITY if edition.has_activity(change.subject.id):
                return edition.activity(change.subject.id).number
            case SubjectKind.PACKAGE if edition.has_package(change.subject.id):
                return menu.package_label(edition.package(change.subject.id).number)
    return change.subject.id


def title(changes: Sequence[Change], pair: Pair) -> str:
    """One line for the changes of one field (or one event)."""
    first = min(changes, key=lambda change: change.kind is Kind.PRINTED)
    name = who(first, pair)
    if first.is_event:
        held = first.new if first.new is not None else first.old
        return f"{name} {held.name}" if isinstance(held, Activity | Package) else name
    if first.field == "implement_with" and first.kind is not Kind.PRINTED:
        return change_titles.title_of_companions(name, *_companions(changes, pair))
    match first.kind:
        case Kind.ROLE if isinstance(first.new, str):
            return change_titles.title_of_role(name, pair.new.activity(first.subject.id).role)
        case Kind.MINIMAL_SET:
            return change_titles.title_of_minimal_set(name, member=bool(first.new))
        case kind if kind in ROWS and isinstance(first.old, tuple) and isinstance(first.new, tuple):
            rows = paired(first.old, first.new)
            return change_titles.title_of_rows(
                words.KINDS[kind],
                name,
                added=any(before is None for before, _ in rows),
                dropped=any(after is None for _, after in rows),
            )
    if first.kind in DATES and pair.new.activity(first.subject.id).availability.on_request:
        return change_titles.title_of_field(Kind.ON_REQUEST, first.field, name)
    return change_titles.title_of_field(first.kind, first.field, name)


def shown(changes: Sequence[Change], pair: Pair) -> Iterator[Shown]:
    """What stood before and stands now, without what stayed."""
    first = changes[0]
    if first.field == "implement_with":
        yield from _companion_list(changes, pair)
        return
    if first.kind in DATES:
        before, after = pair.old.activity(first.subject.id), pair.new.activity(first.subject.id)
        yield _exchange(
            change_meanings.starting(before.availability), change_meanings.starting(after.availability)
        )
        return
    for change in changes:
        yield from _shown(change, pair)


def _shown(change: Change, pair: Pair) -> Iterator[Shown]:
    before: Held = change.old
    after: Held = change.new
    match change.kind:
        case kind if change.is_event or kind is Kind.RECORD_KEEPING:
            return
        case Kind.MOVED:
            yield _exchange(_package(pair.old, before), _package(pair.new, after))
        case Kind.RENUMBERED:
            yield _exchange(before, after)
        case Kind.ROLE:
            yield _exchange(menu.ROLES[before], menu.ROLES[after])
        case Kind.MINIMAL_SET:
            yield _exchange(words.YES if before else words.NO, words.YES if after else words.NO)
        case Kind.OUTCOMES | Kind.OUTPUTS:
            find = pair.programme.outcome if change.kind is Kind.OUTCOMES else pair.programme.output
            names = {one: f"{find(one).number} {find(one).name}" for one in (*before, *after)}
            yield from _members([names[one] for one in before], [names[one] for one in after])
        case Kind.ALIASES:
            yield from _members([alias.name for alias in before], [alias.name for alias in after])
        case Kind.FUNDING | Kind.DELIVERY:
            funding = change.kind is Kind.FUNDING
            yield Shown(
                label=words.KINDS[change.kind],
                old=change_meanings.delivered(before, funding=funding),
                new=change_meanings.delivered(after, funding=funding),
            )
        case Kind.TARGET_UNITS:
            yield Shown(old=before.printed, new=after.printed)
            yield from _members(_kinds(before, pair), _kinds(after, pair), words.PARTS["kinds"])
        case Kind.PRINTED:
            yield Shown(old=before.printed, new=after.printed)
        case kind if kind in ROWS and not isinstance(before, str):
            for row_before, row_after in paired(before or (), after or ()):
                yield from _row(row_before, row_after, pair)
        case _:
            yield from _texts(change)


def _texts(change: Change) -> Iterator[Shown]:
    for piece in change.texts:
        if piece.changed:
            part = piece.place if change.kind is Kind.TABLE else ""
            yield Shown(label=words.PARTS.get(part, ""), old=piece.old, new=piece.new)


def _row(before: Held, after: Held, pair: Pair) -> Iterator[Shown]:
    """A row of a list of records: whole where it came or went, else the parts that changed."""
    if before is None or after is None:
        yield Shown(old=_row_text(before), new=_row_text(after))
        return
    for piece in pieces(before, after):
        if piece.changed:
            yield Shown(label=words.PARTS.get(piece.place, ""), old=piece.old, new=piece.new)
    told = {piece.place for piece in pieces(before, after)}
    for name in type(before).model_fields:
        was, now = getattr(before, name), getattr(after, name)
        if was != now and name not in told and name != "discrepancy":
            yield Shown(
                label=words.PARTS.get(name, ""),
                old=_plain(was, pair.old),
                new=_plain(now, pair.new),
                exchange=True,
            )


def _row_text(row: Record | None) -> str | None:
    match row:
        case Indicator():
            return row.name
        case Question():
            return row.text
        case ListedElsewhere():
            return f"{row.number} {row.name}"
        case RoleNote():
            return f"{row.name}: {row.text}"
    return None


def _plain(value: Held, edition: Edition) -> str | None:
    """A value that is no text, in words."""
    if value is None or value == ():
        return None
    if isinstance(value, bool):
        return words.YES if value else words.NO
    if isinstance(value, tuple):
        return phrases.listed(str(item) for item in value)
    if value in words.ANSWERS:
        return words.ANSWERS[value]
    if value in menu.ROLES:
        return menu.ROLES[value]
    if edition.has_activity(value):
        return _activity(edition, value)
    if edition.has_package(value):
        return _package(edition, value)
    return str(value)


def _exchange(old: str, new: str) -> Shown:
    return Shown(old=old, new=new, exchange=True)


def _members(old: Iterable[str], new: Iterable[str], label: str = "") -> Iterator[Shown]:
    """Members of two sets that are not in both."""
    before, after = list(old), list(new)
    yield from (Shown(label=label, old=one, new=None) for one in before if one not in after)
    yield from (Shown(label=label, old=None, new=one) for one in after if one not in before)


def _kinds(units: TargetUnits, pair: Pair) -> list[str]:
    return [pair.programme.kind(kind).name for kind in dict.fromkeys(units.kinds)]


def _companions(changes: Sequence[Change], pair: Pair) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Short names of the companions added and dropped."""
    added = [_short(change.new, pair.new) for change in changes if change.kind is Kind.COMPANION_ADDED]
    dropped = [_short(change.old, pair.old) for change in changes if change.kind is Kind.COMPANION_DROPPED]
    return tuple(added), tuple(dropped)


def _short(companion: Held, edition: Edition) -> str:
    if companion.activity is not None:
        return edition.activity(companion.activity).number
    return menu.package_label(edition.package(companion.package).number)


def _companion_list(changes: Sequence[Change], pair: Pair) -> Iterator[Shown]:
    """Companions of both editions in their order: those that stay too, so that the set is seen whole."""
    activity_id = changes[0].subject.id
    before, after = (
        pair.old.activity(activity_id).implement_with,
        pair.new.activity(activity_id).implement_with,
    )
    was = {_target(companion): companion for companion in before}
    now = {_target(companion): companion for companion in after}
    for target, companion in (was | now).items():
        name = _named(companion, pair.new if target in now else pair.old)
        yield Shown(old=name if target in was else None, new=name if target in now else None)
    for change in changes:
        if change.kind is Kind.PRINTED and isinstance(change.old, Companion):
            new_words = change.new.printed if isinstance(change.new, Companion) else None
            yield Shown(label=words.PARTS["printed"], old=change.old.printed, new=new_words)


def _target(companion: Companion) -> tuple[str | None, str | None]:
    return companion.activity, companion.package


def _named(companion: Companion, edition: Edition) -> str:
    if companion.activity is not None:
        return _activity(edition, companion.activity)
    return _package(edition, companion.package or "")


def _activity(edition: Edition, activity_id: str) -> str:
    activity = edition.activity(activity_id)
    return f"{activity.number} {activity.name}"


def _package(edition: Edition, package_id: str) -> str:
    package = edition.package(package_id)
    return f"{menu.package_label(package.number)} {package.name}"


def for_reader(changes: Sequence[Change], pair: Pair) -> str:
    """What the changes of one field mean for a district that chose or wants the activity."""
    first = changes[0]
    if all(change.substance is Substance.EDITORIAL for change in changes):
        return change_meanings.NOTHING_TO_DO
    if first.is_event:
        return _event_means(first, pair)
    if first.field == "implement_with":
        added, dropped = _companions(changes, pair)
        effects = {change.effect for change in changes}
        effect = next((e for e in (Effect.HARDER, Effect.EASIER) if e in effects), Effect.NEUTRAL)
        return change_meanings.means_companions(who(first, pair), added, dropped, effect)
    if first.kind in DATES:
        return change_meanings.means_available(first.kind, pair.new.activity(first.subject.id).availability)
    if isinstance(first.old, TargetUnits) and isinstance(first.new, TargetUnits):
        was, now = _kinds(first.old, pair), _kinds(first.new, pair)
        return change_meanings.means_units(
            [kind for kind in now if kind not in was], [kind for kind in was if kind not in now]
        )
    if first.kind is Kind.MINIMAL_SET:
        return change_meanings.means_minimal_set(member=bool(first.new))
    return change_meanings.NOTHING_TO_DO


def _event_means(change: Change, pair: Pair) -> str:
    is_activity = change.subject.kind is SubjectKind.ACTIVITY
    successors = [
        _activity(pair.new, one) if is_activity else _package(pair.new, one) for one in change.successors
    ]
    if change.vanishes:
        return change_meanings.means_ended(successors)
    if successors:
        return change_meanings.means_split_off(who(change, pair), successors)
    if isinstance(change.new, Activity):
        return change_meanings.means_added(
            change.new.availability, draft=pair.new.info.status is Status.DRAFT
        )
    return change_meanings.NOTHING_TO_DO
