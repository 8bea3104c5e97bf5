"""Changes between two editions as JSON, in words and in values of the model (sections 3.2.5 and 3.3.1).

One file for every pair, whether they follow each other or not, and a list of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from macros.changelog import ChangeLog, ChangeLogs, Entry, Shown, Sign
from macros.changes import Substance
from macros.exports.artifact import Artifact
from macros.exports.change_shapes import (
    ChangesFile,
    ChangesIndex,
    EntryShape,
    Numbers,
    OpShape,
    PairLine,
    ReasonShape,
    Reviewed,
    ShownShape,
    SubjectShape,
)
from macros.exports.editions import to_json
from macros.exports.shapes import ROOT, EditionName, Named, as_data, told
from macros.facts import urls
from macros.model.changes import Reason
from macros.model.menu import ReviewState
from macros.wording import editions as edition_words


def export(logs: ChangeLogs) -> Iterator[Artifact]:
    """``api/v1/changes.json`` and ``api/v1/changes/OLD-NEW.json`` for every two editions."""
    lines = []
    for log, consecutive in _pairs(logs):
        name = f"{log.old.id}-{log.new.id}.json"
        yield Artifact(f"{urls.API}changes/{name}", to_json(whole(log).model_dump(mode="json")))
        lines.append(
            PairLine(
                old=EditionName.of(log.old),
                new=EditionName.of(log.new),
                draft=log.is_draft,
                author=author(log),
                standing=standing(log),
                date=log.notes.date if log.notes else None,
                consecutive=consecutive,
                summary=_numbers(log),
                url=f"changes/{name}",
            )
        )
    yield Artifact(urls.api("changes"), to_json(ChangesIndex(pairs=tuple(lines)).model_dump(mode="json")))


def _pairs(logs: ChangeLogs) -> Iterator[tuple[ChangeLog, bool]]:
    """Every two editions and whether they follow each other, newest first."""
    editions = logs.chronicle.editions
    for later in reversed(range(len(editions))):
        for earlier in reversed(range(later)):
            yield logs.log(editions[earlier], editions[later]), later - earlier == 1


def whole(log: ChangeLog, *, editorial: bool = True) -> ChangesFile:
    """All of a change log; of one that leads back in time no page and no reason is known."""
    return ChangesFile(
        old=EditionName.of(log.old),
        new=EditionName.of(log.new),
        draft=log.is_draft,
        author=author(log),
        standing=standing(log),
        date=log.notes.date if log.notes else None,
        approach=log.notes.approach if log.notes else None,
        summary=_numbers(log),
        entries=tuple(
            _entry(entry) for entry in log.entries if editorial or entry.substance is Substance.SUBSTANTIVE
        ),
        questions=log.questions,
        not_reviewed=tuple(activity.id for activity in log.activities_in(ReviewState.NOT_REVIEWED)),
        reviewed=tuple(
            Reviewed(id=activity.id, date=activity.review.date, by=activity.review.by)
            for activity in log.activities_in(ReviewState.REVIEWED)
        ),
    )


def author(log: ChangeLog) -> str:
    """Who wrote the newer edition and the notes on it."""
    return edition_words.author(log.pair.programme.catalogue.programme, log.new)


def standing(log: ChangeLog) -> str:
    """What stands behind the newer edition."""
    return told(edition_words.standing(log.pair.programme.catalogue.programme, log.new))


def _numbers(log: ChangeLog) -> Numbers:
    return Numbers.model_validate({**{sign.value: 0 for sign in Sign}, **log.numbers})


def _entry(entry: Entry) -> EntryShape:
    old, new = _values(entry)
    return EntryShape(
        key=entry.key,
        subject=_subject(entry),
        package=Named.of(entry.package) if entry.package else None,
        kinds=entry.kinds,
        field=entry.field or None,
        title=told(entry.title),
        substance=entry.substance,
        effect=entry.effect,
        group=entry.group,
        sign=entry.sign,
        old=as_data(old),
        new=as_data(new),
        shown=tuple(map(_shown, entry.shown)),
        successors=tuple(map(Named.of, entry.successors)),
        predecessors=tuple(map(Named.of, entry.predecessors)),
        activities=entry.activities,
        units=entry.units,
        reasons=tuple(map(_reason, entry.reasons)),
        for_reader=tuple(map(told, entry.for_reader)) if entry.log.is_forward else (),
        url=page(entry),
    )


def page(entry: Entry) -> str | None:
    """Address of an entry's place on its page, from a file in a folder of the API; ``None`` back in time."""
    log = entry.log
    return f"{ROOT}/{urls.changes(log.old.id, log.new.id)}#{entry.key}" if log.is_forward else None


def _subject(entry: Entry) -> SubjectShape:
    held = entry.new or entry.old
    return SubjectShape(
        kind=entry.subject.kind,
        id=entry.subject.id or None,
        old_number=entry.old.number if entry.old else None,
        new_number=entry.new.number if entry.new else None,
        name=held.name if held else entry.subject.id or entry.log.new.info.title,
    )


def _values(entry: Entry) -> tuple[object, object]:
    """The whole field, old and new: a comparison gives companions one by one."""
    first = entry.changes[0]
    if entry.field == "implement_with":
        return getattr(entry.old, entry.field), getattr(entry.new, entry.field)
    return first.old, first.new


def _shown(shown: Shown) -> ShownShape:
    old, new, apart = shown.old, shown.new, shown.apart
    ops = tuple(OpShape(kind=op.kind, text=op.text) for op in shown.diff.ops)
    return ShownShape(
        label=shown.label or None,
        old=None if old is None else told(old),
        new=None if new is None else told(new),
        ops=None if old is None or new is None or apart else ops,
        apart=apart,
    )


def _reason(reason: Reason) -> ReasonShape:
    return ReasonShape(
        reason=reason.reason,
        decision=reason.decision,
        is_proposal=reason.is_proposal,
        discrepancy=reason.discrepancy,
        note=reason.note,
    )
