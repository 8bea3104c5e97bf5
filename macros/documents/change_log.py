"""A change log as a document (sections 3.2.5 and 3.3.1)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from macros.changelog import ChangeLog, Cluster, Group
from macros.changelog import Entry as LogEntry
from macros.documents.document import Document, Entries, Entry, Line, Lines, Point, Section
from macros.model.changes import Reason
from macros.model.menu import ReviewState
from macros.wording import change_meanings, change_titles, editions, history
from macros.wording import changes as words
from macros.wording import data as data_words
from macros.wording.register import note_label


def change_log(log: ChangeLog, *, editorial: bool = True) -> Document:
    """``log`` as it is read; with ``editorial`` false only what alters what one may ask for.

    A log that leads back in time has no reasons, and means nothing for anybody who chose.
    """
    groups = (
        _group(log, group, clusters)
        for group, clusters in log.groups
        if editorial or group is not Group.EDITORIAL
    )
    return Document(
        title=words.pair_title(log.old, log.new),
        lead=tuple(_lead(log)),
        sections=(*groups, *_lists(log)),
    )


def _lead(log: ChangeLog) -> Iterator[str]:
    if log.is_draft:
        yield f"{editions.DRAFT}. {editions.DRAFT_LEAD}"
    if log.old.id == log.new.id:
        yield words.NO_CHANGE
        return
    yield words.summary(log.old, log.new, log.numbers, log.fates)
    if not log.is_forward:
        yield data_words.BACKWARDS
    elif log.entries:
        yield change_meanings.what_to_do(log.numbers["harder"], draft=log.is_draft)


def _group(log: ChangeLog, group: Group, clusters: tuple[Cluster, ...]) -> Section:
    heading, about = words.GROUPS[group.value]
    matters = log.is_forward and group is not Group.EDITORIAL
    lead = change_meanings.for_you(draft=log.is_draft)
    return Section(
        heading=data_words.group_title(heading, sum(len(cluster.entries) for cluster in clusters)),
        about=about,
        blocks=tuple(Entries(tuple(_entries(cluster, lead, matters=matters))) for cluster in clusters),
    )


def _entries(cluster: Cluster, lead: str, *, matters: bool) -> Iterator[Entry]:
    """What all entries mean, and why, is said once, below the last; what each means, with each."""
    shared = cluster.for_reader if matters else ()
    for entry in cluster.entries:
        notes = list(_meaning(lead, entry.for_reader if shared is None else ()))
        if entry is cluster.entries[-1]:
            if cluster.reasons or matters:
                notes += _reasons(cluster.reasons)
            notes += _meaning(lead, shared or ())
        title = data_words.headline(entry.title, entry.kinds[0])
        yield Entry(title=title, points=tuple(_points(entry)), notes=tuple(notes))


def _points(entry: LogEntry) -> Iterator[Point]:
    """Old and new, and who continues whom."""
    yield from entry.shown
    for label, related in ((history.CONTINUED_BY, entry.successors), (history.CONTINUES, entry.predecessors)):
        if related:
            yield Line(label, "; ".join(f"{record.number} {record.name}" for record in related))


def _meaning(lead: str, means: Sequence[str]) -> Iterator[Line]:
    if means:
        yield Line(lead, " ".join(means))


def _reasons(reasons: Sequence[Reason]) -> Iterator[Line]:
    if not reasons:
        yield Line(f"{words.REASON}:", words.NO_REASON)
    for reason in reasons:
        rests_on = [words.decision(reason.decision)]
        if reason.discrepancy is not None:
            rests_on.append(note_label(reason.discrepancy))
        yield Line(f"{words.REASON}:", f"{reason.reason} ({'; '.join(rests_on)})")


def _lists(log: ChangeLog) -> Iterator[Section]:
    if not log.is_forward:
        return
    yield from _list(
        words.QUESTIONS_OPEN,
        words.QUESTIONS_LEDE,
        [
            Line(change_titles.matter(one.field, log.new.named(one.activity, one.package)), one.question)
            for one in log.questions
        ],
    )
    if not log.is_next:
        return
    yield from _list(
        words.NOT_REVIEWED,
        words.NOT_REVIEWED_LEDE,
        [Line(activity.number, activity.name) for activity in log.activities_in(ReviewState.NOT_REVIEWED)],
    )
    yield from _list(
        words.REVIEWED,
        "",
        [
            Line(
                activity.number,
                f"{activity.name}. {history.reviewed(activity.review.date or '', activity.review.by or '')}.",
            )
            for activity in log.activities_in(ReviewState.REVIEWED)
        ],
    )


def _list(heading: str, about: str, lines: Sequence[Line]) -> Iterator[Section]:
    if lines:
        yield Section(heading=heading, about=about, blocks=(Lines(tuple(lines), apart=True),))
