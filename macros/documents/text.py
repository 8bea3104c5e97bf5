"""A document as plain text: word by word, wrapped, in colour or with ``[-marks-]{+of change+}``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from unicodedata import combining, east_asian_width

from macros.changes import OpKind
from macros.documents.document import Block, Document, Entries, Entry, Line, Lines, Paragraph, Point
from macros.source.problem import plain
from macros.wording import changes as words
from macros.wording.phrases import NBSP

NARROWEST = 30
"""Characters of a line at the least, however narrow the terminal."""


class Style(Enum):
    """How a stretch of text stands out: its colour codes (ECMA-48, 8.3.117), and its marks without colour."""

    PLAIN = ("", "", "")
    HEADING = ("1", "", "")
    DELETED = ("31;9", "[-", "-]")
    INSERTED = ("32;4", "{+", "+}")


STYLES = {
    OpKind.EQUAL: Style.PLAIN,
    OpKind.DELETE: Style.DELETED,
    OpKind.INSERT: Style.INSERTED,
}


@dataclass(frozen=True, slots=True)
class StyledText:
    """A stretch of text in one style; its lines are paragraphs."""

    text: str
    style: Style = Style.PLAIN


def text(document: Document, *, width: int, colour: bool) -> str:
    """``document`` as text of lines up to ``width`` columns, unless a word is longer."""
    if document.quiet:
        return f"{document.verdict}\n"
    page = _Page(max(width, NARROWEST), colour=colour)
    return "\n".join(_lines(document, page)).replace(NBSP, " ") + "\n"


def _lines(document: Document, page: _Page) -> Iterator[str]:
    yield from page.heading(document.title, "=")
    yield from page.wrapped([StyledText(document.verdict, Style.HEADING)])
    for paragraph in document.lead:
        yield from page.wrapped([StyledText(paragraph)])
    for section in document.sections:
        yield ""
        yield from page.heading(section.heading, "-")
        yield from page.wrapped([StyledText(section.about)])
        for block in section.blocks:
            yield from _block(block, page)


def _block(block: Block, page: _Page) -> Iterator[str]:
    match block:
        case Paragraph():
            yield from page.wrapped([StyledText(block.text)])
        case Lines():
            yield from [""] if block.apart else []
            for line in block.lines:
                yield from page.wrapped([StyledText(line.whole)], "* ", "  ")
        case Entries():
            yield from [] if block.brief else [""]
            for entry in block.entries:
                yield from _entry(entry, page)


def _entry(entry: Entry, page: _Page) -> Iterator[str]:
    yield from page.wrapped([StyledText(entry.title, Style.HEADING)], "* ", "  ")
    yield from page.wrapped([StyledText(", ".join(filter(None, (entry.where, entry.place))))], "  ", "  ")
    for point in entry.points:
        for spans in _point(point):
            yield from page.wrapped(spans, "    ", "    ")
    for note in entry.notes:
        yield from page.wrapped([StyledText(note.whole)], "  ", "  ")


def _point(point: Point) -> Iterator[list[StyledText]]:
    """A line, or old and new of a value, a paragraph each."""
    if isinstance(point, Line):
        yield [StyledText(point.whole)]
        return
    label = [StyledText(f"{point.label}: ")] if point.label else []
    old, new = StyledText(point.diff.old, Style.DELETED), StyledText(point.diff.new, Style.INSERTED)
    if not point.apart:
        yield label + [StyledText(op.text, STYLES[op.kind]) for op in point.diff.ops]
    elif point.exchange:
        yield [*label, old, StyledText(" "), new]
    else:
        yield [*label, StyledText(f"{words.BEFORE}: "), old]
        yield [*label, StyledText(f"{words.AFTER}: "), new]


class _Page:
    """Lines of a width, in colour or with marks."""

    def __init__(self, width: int, *, colour: bool) -> None:
        """``width`` counts columns."""
        self.width = width
        self.colour = colour

    def heading(self, title: str, line: str) -> Iterator[str]:
        """A title, underlined with the character ``line`` where it has no colour."""
        yield from self.wrapped([StyledText(title, Style.HEADING)])
        if not self.colour:
            yield line * min(_columns(plain(title)), self.width)

    def wrapped(self, spans: Iterable[StyledText], first: str = "", rest: str = "") -> Iterator[str]:
        """Lines of a paragraph; words part at blanks alone, wherever their style changes."""
        margin = first
        for words_of_line in _words(span for one in spans for span in self._marked(one)):
            line: list[StyledText] = []
            for word in words_of_line:
                used = _columns(margin) + sum(_columns(span.text) for span in line)
                if line and used + 1 + sum(_columns(span.text) for span in word) > self.width:
                    yield margin + self._painted(line)
                    line, margin = [], rest
                line = _joined(line, word)
            if line:
                yield margin + self._painted(line)
                margin = rest

    def _marked(self, span: StyledText) -> Iterator[StyledText]:
        """A span with its marks, blanks outside of them; in colour it needs none."""
        core = span.text.strip()
        _, begin, end = span.style.value
        if self.colour or not begin or not core:
            yield span
            return
        lead = span.text[: span.text.index(core)]
        yield StyledText(f"{lead}{begin}{core}{end}{span.text[len(lead) + len(core) :]}", span.style)

    def _painted(self, line: Iterable[StyledText]) -> str:
        return "".join(
            f"\x1b[{span.style.value[0]}m{span.text}\x1b[0m"
            if self.colour and span.style is not Style.PLAIN
            else span.text
            for span in line
        )


def _words(spans: Iterable[StyledText]) -> list[list[list[StyledText]]]:
    """Spans as paragraphs of words, each in one style or more; what steers a terminal is shown as code."""
    paragraphs: list[list[list[StyledText]]] = [[[]]]
    for span in spans:
        for piece in re.split(r"([ \n])", span.text):
            if piece == "\n":
                paragraphs.append([[]])
            elif piece == " ":
                paragraphs[-1].append([])
            elif piece:
                paragraphs[-1][-1].append(StyledText(plain(piece), span.style))
    return [[word for word in paragraph if word] for paragraph in paragraphs]


def _joined(line: list[StyledText], word: list[StyledText]) -> list[StyledText]:
    """A word at the end of a line; the blank before it has the style that both sides share."""
    if not line:
        return word
    last, first = line[-1], word[0]
    if last.style is first.style:
        return [*line[:-1], StyledText(f"{last.text} {first.text}", last.style), *word[1:]]
    return [*line, StyledText(" "), *word]


def _columns(shown: str) -> int:
    """Columns that a text takes in a terminal (UAX 11)."""
    return sum(
        0 if combining(character) else 2 if east_asian_width(character) in "WF" else 1 for character in shown
    )
