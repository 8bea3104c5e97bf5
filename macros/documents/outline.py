"""What a change log says, in the order of reading: neither colour nor marks (sections 3.2.5 and 3.3.1)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.changelog import ChangeLog, Cluster, Entry, Group
from macros.model.changes import OpenQuestion, Reason
from macros.model.edition import Edition
from macros.model.menu import Activity, Package, ReviewState
from macros.wording import change_meanings, change_titles, editions, history
from macros.wording import changes as words
from macros.wording import data as data_words


@dataclass(frozen=True, slots=True)
class Told:
    """An entry; what it means for a reader is empty where nothing is to be said of it alone."""

    entry: Entry
    title: str
    means: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """Entries told together; ``reasons`` is ``None`` where none is expected."""

    members: tuple[Told, ...]
    reasons: tuple[Reason, ...] | None
    means: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Entries that mean the same kind of thing."""

    heading: str
    about: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """A heading with lines below it; each has what it is about, and what is said of it."""

    heading: str
    about: str
    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """A change log from top to bottom."""

    title: str
    lede: tuple[str, ...]
    sections: tuple[Section, ...]
    listings: tuple[Listing, ...]
    lead: str
    """Stands before what a change means."""


def outline(log: ChangeLog, *, editorial: bool = True) -> Outline:
    """``log`` as it is read; with ``editorial`` false only what alters what one may ask for.

    A log that leads back in time has no reasons, and means nothing for anybody who chose.
    """
    return Outline(
        title=words.pair_title(log.old, log.new),
        lede=tuple(_lede(log)),
        sections=tuple(
            _section(log, group, clusters)
            for group, clusters in log.groups
            if editorial or group is not Group.EDITORIAL
        ),
        listings=tuple(listing for listing in _listings(log) if listing.lines),
        lead=change_meanings.for_you(draft=log.is_draft),
    )


def _lede(log: ChangeLog) -> Iterator[str]:
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


def _section(log: ChangeLog, group: Group, clusters: tuple[Cluster, ...]) -> Section:
    heading, about = words.GROUPS[group.value]
    matters = log.is_forward and group is not Group.EDITORIAL
    return Section(
        heading=data_words.group_title(heading, sum(len(cluster.entries) for cluster in clusters)),
        about=about,
        blocks=tuple(_block(cluster, matters=matters) for cluster in clusters),
    )


def _block(cluster: Cluster, *, matters: bool) -> Block:
    """What all entries mean is said once, below them; what each means, with each."""
    shared = cluster.for_reader if matters else ()
    return Block(
        members=tuple(
            Told(
                entry,
                data_words.headline(entry.title, entry.kinds[0]),
                entry.for_reader if shared is None else (),
            )
            for entry in cluster.entries
        ),
        reasons=cluster.reasons if cluster.reasons or matters else None,
        means=shared or (),
    )


def _listings(log: ChangeLog) -> Iterator[Listing]:
    if not log.is_forward:
        return
    yield Listing(
        words.QUESTIONS_OPEN,
        words.QUESTIONS_LEDE,
        tuple(
            (change_titles.matter(question.field, _asked(log.new, question)), question.question)
            for question in log.questions
        ),
    )
    if not log.is_next:
        return
    yield Listing(
        words.NOT_REVIEWED,
        words.NOT_REVIEWED_LEDE,
        tuple((one.number, one.name) for one in log.activities_in(ReviewState.NOT_REVIEWED)),
    )
    yield Listing(
        words.REVIEWED,
        "",
        tuple(
            (one.number, f"{one.name}. {history.reviewed(one.review.date or '', one.review.by or '')}.")
            for one in log.activities_in(ReviewState.REVIEWED)
        ),
    )


def _asked(edition: Edition, question: OpenQuestion) -> Package | Activity | None:
    if question.activity is not None:
        return edition.activity(question.activity)
    return edition.package(question.package) if question.package is not None else None
