"""A change log as GitHub-flavoured Markdown; whatever the data hold, they stay the characters they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from macros.changelog import Entry, Shown
from macros.changes import Op, OpKind
from macros.documents.outline import Block, Outline
from macros.model.changes import Reason
from macros.source.problem import plain
from macros.wording import changes as words
from macros.wording import history
from macros.wording.phrases import NBSP
from macros.wording.register import note_label

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


def markdown(found: Outline) -> str:
    """``found`` as Markdown that GitHub shows well, in a comment too."""
    return "\n".join(_lines(found)).replace(NBSP, " ") + "\n"


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


def _lines(found: Outline) -> Iterator[str]:
    yield f"# {escaped(found.title)}"
    for line in found.lede:
        yield from ("", escaped(line))
    for section in found.sections:
        yield from ("", f"## {escaped(section.heading)}", "", escaped(section.about))
        for block in section.blocks:
            yield from _block(block, found.lead)
    for listing in found.listings:
        yield from ("", f"## {escaped(listing.heading)}")
        if listing.about:
            yield from ("", escaped(listing.about))
        yield ""
        for about, said in listing.lines:
            yield f"- {escaped(about)} {paragraphs(said)}"


def _block(block: Block, lead: str) -> Iterator[str]:
    """Entries with their old and new; below the last, what is said of all."""
    for place, told in enumerate(block.members, start=1):
        points = [*_body(told.entry)]
        if told.means:
            points.append(_means(lead, told.means))
        if place == len(block.members):
            points += _reasons(block.reasons)
            if block.means:
                points.append(_means(lead, block.means))
        yield from ("", f"### {escaped(told.title)}")
        if points:
            yield from ("", *(f"- {point}" for point in points))


def _means(lead: str, means: Iterable[str]) -> str:
    return f"{escaped(lead)} {' '.join(map(paragraphs, means))}"


def _reasons(reasons: Sequence[Reason] | None) -> Iterator[str]:
    if reasons is None:
        return
    if not reasons:
        yield f"{words.REASON}: {words.NO_REASON}"
    for reason in reasons:
        rests_on = [words.decision(reason.decision)]
        if reason.discrepancy is not None:
            rests_on.append(note_label(reason.discrepancy))
        yield f"{words.REASON}: {paragraphs(reason.reason)} ({'; '.join(map(escaped, rests_on))})"


def _body(entry: Entry) -> Iterator[str]:
    for shown in entry.shown:
        yield from shown_lines(shown)
    for label, related in ((history.CONTINUED_BY, entry.successors), (history.CONTINUES, entry.predecessors)):
        if related:
            yield f"{label} {'; '.join(escaped(f'{one.number} {one.name}') for one in related)}"


def shown_lines(shown: Shown) -> Iterator[str]:
    """Old and new of a value, a point each."""
    label = f"{escaped(shown.label)}: " if shown.label else ""
    old, new = shown.diff.old, shown.diff.new
    if not shown.apart:
        yield label + interleaved(shown.diff.ops)
    elif shown.exchange:
        yield f"{label}{_marked(old, '~~')} {_marked(new, '**')}"
    else:
        yield f"{label}{words.BEFORE}: {_marked(old, '~~')}"
        yield f"{label}{words.AFTER}: {_marked(new, '**')}"


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
