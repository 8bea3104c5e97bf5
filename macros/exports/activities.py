"""Every activity over all editions as JSON, by the id that never changes (sections 3.2.5 and 3.3.1)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from macros.changelog import ChangeLogs
from macros.changes import Subject
from macros.exports.activity_shapes import (
    ActivitiesIndex,
    ActivityFile,
    ActivityLine,
    Changed,
    ChangedEntry,
    EarlierName,
    Presence,
    StandingShape,
)
from macros.exports.artifact import Artifact
from macros.exports.changes import author, page
from macros.exports.editions import to_json
from macros.exports.shapes import ROOT, EditionName, Named, is_draft, told
from macros.exports.together import chain, companions
from macros.facts import urls
from macros.facts.companions import Relations
from macros.model.catalogue import ProgrammeInfo
from macros.model.changes import SubjectKind
from macros.model.edition import Edition
from macros.model.menu import Activity, Package
from macros.model.programme import Programme
from macros.wording import editions as edition_words


@dataclass(frozen=True, slots=True)
class _Standing:
    edition: Edition
    relations: Relations
    package: Package
    activity: Activity


def export(programme: Programme, logs: ChangeLogs) -> Iterator[Artifact]:
    """``api/v1/activities.json`` and one file for every id that any edition has."""
    standings: dict[str, list[_Standing]] = {}
    for edition in reversed(logs.chronicle.editions):
        relations = Relations(edition)
        for activity in edition.activities:
            standing = _Standing(edition, relations, edition.package_of(activity.id), activity)
            standings.setdefault(activity.id, []).append(standing)
    lines = []
    for activity_id, held in sorted(standings.items()):
        found = _activity(held, programme, logs)
        yield Artifact(urls.api("activities", activity_id), to_json(found.model_dump(mode="json")))
        lines.append(
            ActivityLine(
                id=activity_id,
                current_number=found.current_number,
                name=found.name,
                status_in_current=found.status_in_current,
                draft=found.draft,
                editions=tuple(standing.edition.id for standing in held),
                url=f"activities/{activity_id}.json",
            )
        )
    current = programme.current.id if programme.current else None
    index = ActivitiesIndex(current=current, activities=tuple(lines))
    yield Artifact(urls.api("activities"), to_json(index.model_dump(mode="json")))


def _activity(held: Sequence[_Standing], programme: Programme, logs: ChangeLogs) -> ActivityFile:
    """One activity; ``held`` is what editions say of it, newest first."""
    info, current = programme.catalogue.programme, programme.current
    subject = Subject(kind=SubjectKind.ACTIVITY, id=held[0].activity.id)
    speaks = logs.chronicle.standing(subject, current).edition
    shown = next(standing for standing in held if standing.edition == speaks)
    now = shown if shown.edition == current else None
    presence, known = None, False
    if current is not None:
        known = speaks.info.fiscal_year <= current.info.fiscal_year
        presence = Presence.OFFERED if now else Presence.ENDED if known else Presence.PROPOSED
    return ActivityFile(
        id=shown.activity.id,
        current=current.id if current else None,
        current_number=now.activity.number if now else None,
        name=shown.activity.name,
        status_in_current=presence,
        draft=all(is_draft(standing.edition) for standing in held),
        successors_in_current=_successors(shown, current, logs) if known and current and not now else (),
        editions=tuple(_standing(one, info) for one in held),
        changes=tuple(_changes(shown.activity.id, logs)),
        earlier=_earlier(held, shown),
        url=f"{ROOT}/{urls.activity(shown.activity.id)}",
    )


def _successors(last: _Standing, current: Edition, logs: ChangeLogs) -> tuple[Named, ...]:
    subject = Subject(kind=SubjectKind.ACTIVITY, id=last.activity.id)
    found = logs.chronicle.successors(subject, last.edition.id, current.id)
    return tuple(Named.of(current.activity(one.id)) for one in found)


def _standing(standing: _Standing, info: ProgrammeInfo) -> StandingShape:
    edition, activity = standing.edition, standing.activity
    return StandingShape(
        edition=edition.id,
        status=edition.info.status,
        draft=is_draft(edition),
        author=edition_words.author(info, edition),
        fiscal_year=edition.info.fiscal_year,
        number=activity.number,
        name=activity.name,
        package=Named.of(standing.package),
        availability=activity.availability,
        target_units=activity.target_units,
        role=activity.role,
        implement_with=activity.implement_with,
        companions=companions(standing.relations, activity),
        chain=chain(standing.relations, activity),
        review=activity.review,
        url=f"{ROOT}/{urls.menu(edition.id, activity.number)}",
    )


def _changes(activity_id: str, logs: ChangeLogs) -> Iterator[Changed]:
    for log in logs.consecutive:
        entries = log.of_activity(activity_id)
        if entries:
            yield Changed(
                old=EditionName.of(log.old),
                new=EditionName.of(log.new),
                draft=log.is_draft,
                author=author(log),
                entries=tuple(
                    ChangedEntry(
                        key=entry.key,
                        title=told(entry.title),
                        kinds=entry.kinds,
                        substance=entry.substance,
                        url=page(entry),
                    )
                    for entry in entries
                ),
                url=f"../changes/{log.old.id}-{log.new.id}.json",
            )


def _earlier(held: Sequence[_Standing], shown: _Standing) -> tuple[EarlierName, ...]:
    """Numbers and names before ``shown`` that it no longer bears, newest first."""
    used: dict[tuple[str, str], list[str]] = {}
    for standing in held[held.index(shown) + 1 :]:
        used.setdefault((standing.activity.number, standing.activity.name), []).append(standing.edition.id)
    used.pop((shown.activity.number, shown.activity.name), None)
    return tuple(
        EarlierName(number=number, name=name, editions=tuple(editions))
        for (number, name), editions in used.items()
    )
