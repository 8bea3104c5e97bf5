"""A sheet in the order of reading: parts, entries and their points, with neither marks nor markup."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros.changelog import Shown
from macros.review.items import Described, Digests, Item, Notice, Place, Sheet, Why
from macros.wording import change_meanings
from macros.wording import changes as change_words
from macros.wording import review as words
from macros.wording.register import note_label


@dataclass(frozen=True, slots=True)
class Line:
    """A label, which may be empty, and what is said."""

    label: str
    text: str


Point = Line | Shown


@dataclass(frozen=True, slots=True)
class Entry:
    """A change or notice; ``where`` and ``place`` are empty where nothing is to be said of them."""

    title: str
    points: tuple[Point, ...]
    where: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A heading, what it is about, and entries; ``key`` tells parts apart. ``brief`` entries are lines."""

    key: str
    heading: str
    about: str
    entries: tuple[Entry, ...]
    brief: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """A sheet from top to bottom; ``parts`` in the order in which they matter, ``foundation`` at the end."""

    title: str
    verdict: str
    parts: tuple[Part, ...]
    foundation: tuple[Line, ...]


def layout(sheet: Sheet) -> Layout:
    """``sheet`` in the order of reading."""
    return Layout(
        title=words.TITLE,
        verdict=sheet.verdict,
        parts=tuple(part for part in _parts(sheet) if part.entries),
        foundation=tuple(_foundation(sheet)),
    )


def _parts(sheet: Sheet) -> Iterator[Part]:
    for key, heading, notices in (
        ("errors", words.ERRORS, sheet.errors),
        ("warnings", words.WARNINGS, sheet.warnings),
    ):
        entries = tuple(map(_notice, notices))
        yield Part(key, words.counted(heading, len(entries)), "", entries, brief=True)
    aside = tuple(Entry(file, ()) for file in sheet.aside)
    yield Part("aside", words.ASIDE_HEADING, words.ASIDE, aside, brief=True)
    to_do = tuple(Entry(f"{where}: {title}", (Line("", means),)) for where, title, means in sheet.to_do)
    yield Part("to-do", words.TO_DO, "", to_do, brief=True)
    for matter, items in sheet.by_matter():
        heading, about = words.MATTERS[matter.value]
        yield Part(matter.value, words.counted(heading, len(items)), about, tuple(map(_entry, items)))


def _notice(notice: Notice) -> Entry:
    points = [Line("", line) for line in notice.lines]
    if notice.mend:
        points.append(Line(words.MEND, notice.mend))
    return Entry(notice.message, tuple(points), place=place(notice.place))


def _entry(item: Item) -> Entry:
    return Entry(item.title, tuple(_points(item)), where=item.where, place=place(item.place))


def _points(item: Item) -> Iterator[Point]:
    yield from item.shown
    yield from (Line("", said) for said in item.said)
    for why in item.whys:
        yield Line(f"{change_words.REASON}:", _why(why))
        if why.old:
            yield Line("", words.OLD_WHY)
    if item.unexplained:
        yield Line(f"{change_words.REASON}:", words.MISSING)
    if item.means:
        yield Line(change_meanings.for_you(draft=item.draft), " ".join(item.means))
    if item.touching:
        yield Line("", words.touching(note_label(note) for note in item.touching))


def _why(why: Why) -> str:
    rests_on = [words.PROPOSAL] if why.proposed else []
    if why.decision:
        rests_on.append(words.rests_on(why.decision))
    if why.discrepancy is not None:
        rests_on.append(note_label(why.discrepancy))
    return f"{why.text} ({'; '.join(rests_on)})" if rests_on else why.text


def place(found: Place | None) -> str:
    """``menu_data/catalogue.yml, baris 4``, or nothing."""
    return words.place(*found) if found else ""


def _foundation(sheet: Sheet) -> Iterator[Line]:
    yield Line(f"{words.BEFORE}:", described(sheet.base))
    yield Line(f"{words.AFTER}:", described(sheet.head))
    if sheet.claim is not None:
        yield Line(f"{words.CLAIM}:", words.CLAIMS[sheet.claim.value])
    yield from (Line(f"{one.label}:", "; ".join(_digests(one))) for one in sheet.digests)


def described(side: Described) -> str:
    """The commit or folder that a side is."""
    if side.commit is None:
        named = words.folder(side.name)
    else:
        named = words.commit(side.commit.short, side.commit.date, side.commit.subject)
    return words.without_edition(named, side.without) if side.without is not None else named


def _digests(one: Digests) -> Iterable[str]:
    if one.base == one.head and one.head is not None:
        return (f"{one.head} ({words.SAME})",)
    head = one.head or words.NO_DIGEST
    return (head, words.before(one.base)) if one.base else (head,)
