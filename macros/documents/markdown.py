"""A document as GitHub-flavoured Markdown; whatever the data hold, they stay the characters they are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, groupby

from macros.changes import Op, OpKind
from macros.documents.document import Block, Document, Entries, Entry, Line, Lines, Paragraph, Point, Section
from macros.source.problem import plain
from macros.wording import changes as words
from macros.wording.phrases import NBSP

LONGEST = 60_000
"""Characters of a comment; GitHub takes 65,536."""
ROOM_FOR_MARKS = 10
"""Characters around the line that says what was left out."""
SPLIT = "<!-- -->"
"""Keeps two characters apart that would be a link, a mention or a sign together, and is not seen."""
_ESCAPED = re.compile(r"[\\`*_{}\[\]|~$]")
_MARKUP = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_TOGETHER = re.compile(r"[@#]|:(?=//|[\w+-]+:)|www(?=\.)", re.IGNORECASE)
_LIST_NUMBER = re.compile(r"^(\d{1,9})([.)])(?=\s|$)")
_LINE_START = re.compile(r"^[-+=]")


@dataclass(frozen=True, slots=True)
class _Word:
    """What stands between two blanks, old and new, and the blank after it."""

    old: str
    new: str
    blank: str

    @property
    def changes(self) -> bool:
        return self.old != self.new


def markdown(document: Document) -> str:
    """``document`` as Markdown that GitHub shows well, in a comment too."""
    if document.quiet:
        return f"{escaped(document.verdict)}\n"
    head = [f"# {escaped(document.title)}"]
    if document.verdict:
        head += ["", f"**{escaped(document.verdict)}**"]
    for paragraph in document.lead:
        head += ["", escaped(paragraph)]
    body, tail = (
        [piece for section in document.sections if section.kept is kept for piece in _pieces(section)]
        for kept in (False, True)
    )
    if document.shortened is not None:
        body = _fitting(body, LONGEST - _size([head]) - _size(tail), document.shortened)
    return "\n".join(chain(head, *body, *tail)).replace(NBSP, " ") + "\n"


def _fitting(pieces: Sequence[list[str]], room: int, shortened: Callable[[int], str]) -> list[list[str]]:
    """As many pieces as ``room`` characters hold, from the first; then how many are left out."""
    room -= len(shortened(1_000_000)) + ROOM_FOR_MARKS
    ends = accumulate(sum(len(line) + 1 for line in piece) for piece in pieces)
    count = sum(end <= room for end in ends)
    rest = [["", f"**{escaped(shortened(len(pieces) - count))}**"]] if count < len(pieces) else []
    return [*pieces[:count], *rest]


def _size(pieces: Iterable[Sequence[str]]) -> int:
    return len("\n".join(chain.from_iterable(pieces)))


def _pieces(section: Section) -> Iterator[list[str]]:
    """Lines that belong together; the heading stands with the first of them."""
    opening = ["", f"## {escaped(section.heading)}"]
    if section.about:
        opening += ["", escaped(section.about)]
    for piece in chain.from_iterable(map(_block, section.blocks)):
        yield [*opening, *piece]
        opening = []


def _block(block: Block) -> Iterator[list[str]]:
    match block:
        case Paragraph():
            yield ["", escaped(block.text)]
        case Lines():
            yield ["", *(f"- {_line(line)}" for line in block.lines)]
        case Entries(brief=True):
            for place, entry in enumerate(block.entries):
                points = [f"  - {line}" for point in (*entry.points, *entry.notes) for line in _point(point)]
                yield [*([] if place else [""]), f"- {paragraphs(entry.title)}{_aside(entry)}", *points]
        case Entries():
            yield from map(_entry, block.entries)


def _entry(entry: Entry) -> list[str]:
    lines = ["", f"### {escaped(entry.title)}"]
    if entry.where:
        lines += ["", f"{escaped(entry.where)}{_aside(entry)}"]
    points = [f"- {line}" for point in (*entry.points, *entry.notes) for line in _point(point)]
    return [*lines, *([""] if points else []), *points]


def _aside(entry: Entry) -> str:
    return f" ({escaped(entry.place)})" if entry.place else ""


def _point(point: Point) -> Iterator[str]:
    """A line, or old and new of a value, a point each."""
    if isinstance(point, Line):
        yield _line(point)
        return
    label = f"{escaped(point.label)}: " if point.label else ""
    old, new = point.diff.old, point.diff.new
    if not point.apart:
        yield label + interleaved(point.diff.ops)
    elif point.exchange:
        yield f"{label}{_marked(old, '~~')} {_marked(new, '**')}"
    else:
        yield f"{label}{words.BEFORE}: {_marked(old, '~~')}"
        yield f"{label}{words.AFTER}: {_marked(new, '**')}"


def _line(line: Line) -> str:
    return f"{escaped(line.label)} {paragraphs(line.text)}" if line.label else paragraphs(line.text)


def escaped(value: str) -> str:
    """One line of text in which nothing means anything to Markdown, HTML or GitHub.

    Backslashes before what may have a meaning (CommonMark 0.31, 2.4), references for what is HTML, and
    ``SPLIT`` within what GitHub looks for in finished text: links, ``@names``, ``#1`` and ``:signs:``.
    """
    shown = plain(value)
    shown = _ESCAPED.sub(r"\\\g<0>", shown)
    shown = re.sub("[&<>]", lambda match: _MARKUP[match[0]], shown)
    shown = _TOGETHER.sub(rf"\g<0>{SPLIT}", shown)
    shown = re.sub("#", r"\\#", shown)
    return _LINE_START.sub(r"\\\g<0>", _LIST_NUMBER.sub(r"\1\\\2", shown))


def paragraphs(value: str) -> str:
    """A text of paragraphs on one line, inert."""
    return "<br>".join(escaped(line) for line in value.split("\n") if line.strip())


def _marked(value: str, mark: str) -> str:
    """A text between marks; they stand at its first and last letter, or they would not be read as marks."""
    parts = (part.strip() for part in value.split("\n"))
    return "<br>".join(f"{mark}{escaped(part)}{mark}" for part in parts if part)


def interleaved(ops: Sequence[Op]) -> str:
    """Old and new in one text: ``Camat ~~menyusun~~ **mengubah** rencana``.

    Marks within a word, as between it and its comma, would not be read as marks: what changes grows to
    whole words.
    """
    said = ""
    for word in _stretches(ops):
        if word.changes:
            said += " ".join(part for part in (_marked(word.old, "~~"), _marked(word.new, "**")) if part)
        else:
            said += escaped(word.old)
        said += "<br>" if "\n" in word.blank else word.blank
    return said.strip()


def _stretches(ops: Sequence[Op]) -> Iterator[_Word]:
    """Words, neighbours that change as one."""
    for changes, held in groupby(_words(ops), key=lambda word: word.changes):
        words_of_run = list(held)
        if not changes:
            yield from words_of_run
            continue
        *first, last = words_of_run
        old = "".join(word.old + word.blank for word in first) + last.old
        new = "".join(word.new + word.blank for word in first) + last.new
        yield _Word(old, new, last.blank)


def _words(ops: Sequence[Op]) -> Iterator[_Word]:
    """Old and new between blanks that both have."""
    old = new = ""
    for before, after in _atoms(ops):
        if before == after and before.isspace():
            yield _Word(old, new, before)
            old = new = ""
        else:
            old, new = old + before, new + after
    yield _Word(old, new, "")


def _atoms(ops: Sequence[Op]) -> Iterator[tuple[str, str]]:
    """Old and new in pieces; a blank that parts words on both sides is a piece of its own."""
    for place, op in enumerate(ops):
        if op.kind is OpKind.EQUAL:
            yield from ((piece, piece) for piece in re.split(r"(\s+)", op.text) if piece)
            continue
        before, after = _neighbour(ops, place - 1), _neighbour(ops, place + 1)
        core = op.text.strip() or op.text
        lead, trail = op.text[: op.text.index(core)], op.text[op.text.index(core) + len(core) :]
        if lead and not after[:1].strip():
            yield lead, lead
            lead = ""
        free = trail if trail and not before[-1:].strip() else ""
        changed = lead + core + (trail if not free else "")
        yield (changed, "") if op.kind is OpKind.DELETE else ("", changed)
        if free:
            yield free, free


def _neighbour(ops: Sequence[Op], place: int) -> str:
    """The text beside an operation: nothing at either end, a letter where another change stands."""
    if not 0 <= place < len(ops):
        return ""
    return ops[place].text if ops[place].kind is OpKind.EQUAL else "x"
