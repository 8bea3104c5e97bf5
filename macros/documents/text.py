"""A change log as plain text: word by word, wrapped, in colour or with ``[-marks-]{+of change+}``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from unicodedata import combining, east_asian_width

from macros.changelog import Entry, Shown
from macros.changes import OpKind
from macros.documents.outline import Block, Outline
from macros.model.changes import Reason
from macros.source.problem import plain
from macros.wording import changes as words
from macros.wording import history
from macros.wording.phrases import NBSP
from macros.wording.register import note_label

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
class Span:
    """A stretch of text in one style; its lines are paragraphs."""

    text: str
    style: Style = Style.PLAIN


def text(found: Outline, *, width: int, colour: bool) -> str:
    """``found`` as text of lines up to ``width`` columns, unless a word is longer."""
    return "\n".join(Page(max(width, NARROWEST), colour=colour).lines(found)).replace(NBSP, " ") + "\n"


class Page:
    """Lines of a width, in colour or with marks."""

    def __init__(self, width: int, *, colour: bool) -> None:
        """``width`` counts columns."""
        self.width = width
        self.colour = colour

    def lines(self, found: Outline) -> Iterator[str]:
        """All of a change log."""
        yield from self.heading(found.title, "=")
        for line in found.lede:
            yield from self.wrapped([Span(line)])
        for section in found.sections:
            yield ""
            yield from self.heading(section.heading, "-")
            yield from self.wrapped([Span(section.about)])
            for block in section.blocks:
                yield ""
                yield from self._block(block, found.lead)
        for listing in found.listings:
            yield ""
            yield from self.heading(listing.heading, "-")
            if listing.about:
                yield from self.wrapped([Span(listing.about)])
            yield ""
            for about, said in listing.lines:
                yield from self.wrapped([Span(f"{about} {said}")], "* ", "  ")

    def heading(self, title: str, line: str) -> Iterator[str]:
        """A title, underlined with the character ``line`` where it has no colour."""
        yield from self.wrapped([Span(title, Style.HEADING)])
        if not self.colour:
            yield line * min(_columns(plain(title)), self.width)

    def _block(self, block: Block, lead: str) -> Iterator[str]:
        for told in block.members:
            yield from self.wrapped([Span(told.title, Style.HEADING)], "* ", "  ")
            for spans in _body(told.entry):
                yield from self.wrapped(spans, "    ", "    ")
            if told.means:
                yield from self.wrapped([Span(f"{lead} {' '.join(told.means)}")], "  ", "  ")
        if block.reasons is not None:
            for said in _reasons(block.reasons):
                yield from self.wrapped([Span(said)], "  ", "  ")
        if block.means:
            yield from self.wrapped([Span(f"{lead} {' '.join(block.means)}")], "  ", "  ")

    def wrapped(self, spans: Iterable[Span], first: str = "", rest: str = "") -> Iterator[str]:
        """Lines of a paragraph; words part at blanks alone, wherever their style changes."""
        margin = first
        for words_of_line in _words(span for one in spans for span in self._marked(one)):
            line: list[Span] = []
            for word in words_of_line:
                used = _columns(margin) + sum(_columns(span.text) for span in line)
                if line and used + 1 + sum(_columns(span.text) for span in word) > self.width:
                    yield margin + self._painted(line)
                    line, margin = [], rest
                line = _joined(line, word)
            if line:
                yield margin + self._painted(line)
                margin = rest

    def _marked(self, span: Span) -> Iterator[Span]:
        """A span with its marks, blanks outside of them; in colour it needs none."""
        core = span.text.strip()
        _, begin, end = span.style.value
        if self.colour or not begin or not core:
            yield span
            return
        lead = span.text[: span.text.index(core)]
        yield Span(f"{lead}{begin}{core}{end}{span.text[len(lead) + len(core) :]}", span.style)

    def _painted(self, line: Iterable[Span]) -> str:
        return "".join(
            f"\x1b[{span.style.value[0]}m{span.text}\x1b[0m"
            if self.colour and span.style is not Style.PLAIN
            else span.text
            for span in line
        )


def _body(entry: Entry) -> Iterator[list[Span]]:
    """Old and new of an entry, and who continues whom."""
    for shown in entry.shown:
        yield from shown_spans(shown)
    for label, related in ((history.CONTINUED_BY, entry.successors), (history.CONTINUES, entry.predecessors)):
        if related:
            yield [Span(f"{label} {'; '.join(f'{one.number} {one.name}' for one in related)}")]


def shown_spans(shown: Shown) -> Iterator[list[Span]]:
    """Old and new of a value, a paragraph each."""
    label = [Span(f"{shown.label}: ")] if shown.label else []
    old, new = Span(shown.diff.old, Style.DELETED), Span(shown.diff.new, Style.INSERTED)
    if not shown.apart:
        yield label + [Span(op.text, STYLES[op.kind]) for op in shown.diff.ops]
    elif shown.exchange:
        yield [*label, old, Span(" "), new]
    else:
        yield [*label, Span(f"{words.BEFORE}: "), old]
        yield [*label, Span(f"{words.AFTER}: "), new]


def _reasons(reasons: Sequence[Reason]) -> Iterator[str]:
    if not reasons:
        yield f"{words.REASON}: {words.NO_REASON}"
    for reason in reasons:
        rests_on = [words.decision(reason.decision)]
        if reason.discrepancy is not None:
            rests_on.append(note_label(reason.discrepancy))
        yield f"{words.REASON}: {reason.reason} ({'; '.join(rests_on)})"


def _words(spans: Iterable[Span]) -> list[list[list[Span]]]:
    """Spans as paragraphs of words, each in one style or more; what steers a terminal is shown as code."""
    paragraphs: list[list[list[Span]]] = [[[]]]
    for span in spans:
        for piece in re.split(r"([ \n])", span.text):
            if piece == "\n":
                paragraphs.append([[]])
            elif piece == " ":
                paragraphs[-1].append([])
            elif piece:
                paragraphs[-1][-1].append(Span(plain(piece), span.style))
    return [[word for word in paragraph if word] for paragraph in paragraphs]


def _joined(line: list[Span], word: list[Span]) -> list[Span]:
    """A word at the end of a line; the blank before it has the style that both sides share."""
    if not line:
        return word
    last, first = line[-1], word[0]
    if last.style is first.style:
        return [*line[:-1], Span(f"{last.text} {first.text}", last.style), *word[1:]]
    return [*line, Span(" "), *word]


def _columns(shown: str) -> int:
    """Columns that a text takes in a terminal (UAX 11)."""
    return sum(
        0 if combining(character) else 2 if east_asian_width(character) in "WF" else 1 for character in shown
    )
