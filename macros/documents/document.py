"""A document in the order of reading, with neither marks nor markup: a change log, or a change sheet.

Whoever has something to tell makes a ``Document``; ``text``, ``markdown`` and ``html`` write it down.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from macros.changelog import Shown


@dataclass(frozen=True, slots=True)
class Line:
    """A label, which may be empty, and what is said."""

    label: str
    text: str

    @property
    def whole(self) -> str:
        """Both in one text."""
        return f"{self.label} {self.text}" if self.label else self.text


Point = Line | Shown
"""What an entry says: a line, or a value before and after."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Something with a title.

    Attributes:
        title: What it is, in a line.
        where: What it is a part of; empty where nothing is to be said of it.
        place: File and line; empty in the same way.
        points: What it says.
        notes: What is said of it, and of the entries before it that are told together with it.
    """

    title: str
    where: str = ""
    place: str = ""
    points: tuple[Point, ...] = ()
    notes: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Entries:
    """Entries that are told together: under a heading each, or as the items of a list when ``brief``."""

    entries: tuple[Entry, ...]
    brief: bool = False


@dataclass(frozen=True, slots=True)
class Lines:
    """A list of lines; ``apart`` tells that a terminal shows a blank line before it."""

    lines: tuple[Line, ...]
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    text: str


Block = Entries | Lines | Paragraph


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading, a sentence on what it is about, and blocks.

    ``key`` tells sections apart; ``kept`` is of a section that stays when a document is shortened.
    """

    key: str = ""
    heading: str
    about: str = ""
    blocks: tuple[Block, ...]
    kept: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Signer:
    """Who signs: the label of the body and its name (empty where it is still to be filled in), and blanks."""

    heading: str
    label: str
    body: str
    blanks: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """A block to sign on paper; without ``choices`` there is nothing to sign, and ``about`` says why."""

    heading: str
    about: str
    choices: tuple[str, ...] = ()
    blanks: tuple[str, ...] = ()
    signers: tuple[Signer, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document from top to bottom.

    Attributes:
        title: Its title.
        owner: Whose it is, at the head of a page.
        verdict: The one line that it comes to.
        lead: Paragraphs below the title.
        sections: The rest, in the order of reading.
        signature: The block to sign, at the end of a page.
        foot: What stands at the foot of every printed page.
        quiet: Whether nothing is to be told but the verdict; text and Markdown say that alone.
        shortened: Says how many entries were left out of a comment; ``None`` of what is never shortened.
    """

    title: str
    owner: str = ""
    verdict: str = ""
    lead: tuple[str, ...] = ()
    sections: tuple[Section, ...]
    signature: Signature | None = None
    foot: str = ""
    quiet: bool = False
    shortened: Callable[[int], str] | None = None
