"""A change sheet as a document."""

from __future__ import annotations

from collections.abc import Iterator

from macros.documents.document import (
    Document,
    Entries,
    Entry,
    Line,
    Lines,
    Paragraph,
    Point,
    Section,
    Signature,
    Signer,
)
from macros.review.finding import Item, Justification, Notice, Place, Sheet
from macros.review.side import Side
from macros.wording import change_meanings
from macros.wording import changes as change_words
from macros.wording import review as words
from macros.wording.register import note_label


def document(sheet: Sheet) -> Document:
    """``sheet`` in the order of reading; what matters most comes first."""
    digest = sheet.digests[0].head
    return Document(
        title=words.TITLE,
        owner=sheet.programme,
        verdict=sheet.verdict,
        sections=(*_notices(sheet), *_items(sheet), _foundation(sheet)),
        signature=None if sheet.quiet else _signature(sheet),
        foot=f"{words.SHEET_DIGEST} {digest}" if digest is not None else "",
        quiet=sheet.quiet,
        shortened=words.left_out,
    )


def _notices(sheet: Sheet) -> Iterator[Section]:
    """What must be mended, warnings, files that are not compared, and what is to be done."""
    entries = tuple(map(_notice, sheet.errors)), tuple(map(_notice, sheet.warnings))
    aside = tuple(Entry(title=file) for file in sheet.aside)
    to_do = tuple(
        Entry(title=f"{item.about.words.where}: {item.about.words.title}", points=(Line("", means),))
        for item in sheet.to_do
        for means in (" ".join(item.for_reader),)
    )
    for key, heading, about, brief in (
        ("errors", words.counted(words.ERRORS, len(entries[0])), "", entries[0]),
        ("warnings", words.counted(words.WARNINGS, len(entries[1])), "", entries[1]),
        ("aside", words.ASIDE_HEADING, words.ASIDE, aside),
        ("to-do", words.TO_DO, "", to_do),
    ):
        if brief:
            yield Section(key=key, heading=heading, about=about, blocks=(Entries(brief, brief=True),))


def _notice(notice: Notice) -> Entry:
    told = notice.about.words
    points = [Line("", line) for line in told.lines]
    if told.mend:
        points.append(Line(words.MEND, told.mend))
    return Entry(title=told.title, points=tuple(points), place=_place(notice.place))


def _items(sheet: Sheet) -> Iterator[Section]:
    for matter, items in sheet.by_matter():
        heading, about = words.MATTERS[matter.value]
        yield Section(
            key=matter.value,
            heading=words.counted(heading, len(items)),
            about=about,
            blocks=tuple(Entries((_item(item),)) for item in items),
        )


def _item(item: Item) -> Entry:
    told = item.about.words
    return Entry(title=told.title, where=told.where, place=_place(item.place), points=tuple(_points(item)))


def _points(item: Item) -> Iterator[Point]:
    yield from item.shown
    yield from (Line("", line) for line in (*item.about.words.lines, *item.lines))
    for justification in item.justifications:
        yield Line(f"{change_words.REASON}:", _justification(justification))
        if justification.old:
            yield Line("", words.OLD_WHY)
    if item.missing:
        yield Line(f"{change_words.REASON}:", words.MISSING)
    if item.for_reader:
        yield Line(change_meanings.for_you(draft=item.draft), " ".join(item.for_reader))
    if item.discrepancies:
        yield Line("", words.touching(map(note_label, item.discrepancies)))


def _justification(found: Justification) -> str:
    rests_on = [words.PROPOSAL] if found.proposed else []
    if found.decision:
        rests_on.append(words.rests_on(found.decision))
    if found.discrepancy is not None:
        rests_on.append(note_label(found.discrepancy))
    return f"{found.text} ({'; '.join(rests_on)})" if rests_on else found.text


def _place(place: Place | None) -> str:
    """``menu_data/catalogue.yml, baris 4``, or nothing."""
    return words.place(*place) if place else ""


def _foundation(sheet: Sheet) -> Section:
    """What the sheet rests on: both sides and their digests."""
    lines = [
        Line(f"{words.BEFORE}:", _described(sheet.base)),
        Line(f"{words.AFTER}:", _described(sheet.head)),
    ]
    if sheet.claim is not None:
        lines.append(Line(f"{words.CLAIM}:", words.CLAIMS[sheet.claim.value]))
    lines += [Line(f"{one.label}:", words.digests(one.base, one.head)) for one in sheet.digests]
    return Section(
        key="dasar",
        heading=words.FOUNDATION,
        blocks=(Lines(tuple(lines)), Paragraph(words.HOW_TO_CHECK)),
        kept=True,
    )


def _described(side: Side) -> str:
    """The commit or folder that a side is."""
    if side.commit is None:
        name = words.folder(side.name)
    else:
        name = words.commit(side.commit.short, side.commit.date, side.commit.subject)
    return words.without_edition(name, side.without) if side.without is not None else name


def _signature(sheet: Sheet) -> Signature:
    """Blanks for what only a person may fill, once nothing must be mended."""
    if sheet.status or sheet.digests[0].head is None:
        return Signature(heading=words.SIGN, about=words.UNSIGNED)
    prepared = Signer(heading=words.SIGN_PREPARED, label=words.SIGN_BODY, body="", blanks=words.SIGN_PERSON)
    decided = (
        Signer(heading=words.SIGN_DECIDED, label=words.SIGN_BODY, body=body, blanks=words.SIGN_PERSON)
        for body in sheet.decides
    )
    return Signature(
        heading=words.SIGN,
        about=words.SIGN_LEDE,
        choices=words.SIGN_CHOICES,
        blanks=(*words.SIGN_FIELDS, words.SIGN_NOTES),
        signers=(prepared, *decided),
    )
