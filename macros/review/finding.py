"""What a change sheet holds: findings by what they mean, and the verdict. No wording, no markup."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from macros.changelog import Shown
from macros.review.side import Side
from macros.source.problem import Level
from macros.wording.review_kinds import Topic

Place = tuple[str, int]
"""File and line."""


class Matter(StrEnum):
    """What an item means, in the order in which a sheet tells it."""

    DECISION = "decision"
    HARDER = "harder"
    EASIER = "easier"
    NEUTRAL = "neutral"
    GUIDE = "guide"
    RECORDS = "records"
    NOTES = "notes"
    EDITORIAL = "editorial"
    KEEPING = "keeping"


OF_THE_MENU = frozenset({Matter.HARDER, Matter.EASIER, Matter.NEUTRAL})
"""Matters that concern those who choose from the menu."""
SUBSTANTIVE = OF_THE_MENU | {Matter.DECISION, Matter.GUIDE, Matter.RECORDS}
"""Matters that change what is decided, what one may ask for, or what the guideline asks."""


class Claim(StrEnum):
    """What a pull request says of itself."""

    EDITORIAL = "editorial"
    SUBSTANTIVE = "substantive"


@dataclass(frozen=True, slots=True, kw_only=True)
class Justification:
    """What explains an item: a reason, an erratum, or what a revision says of a section.

    ``decision`` is empty where the note names none, ``proposed`` tells that none has been taken, and ``old``
    that the note stood there before.
    """

    text: str
    decision: str = ""
    proposed: bool = False
    discrepancy: str | None = None
    old: bool = False


@dataclass(frozen=True)
class Notice:
    """Something that must be mended, or a warning, and where."""

    level: Level
    about: Topic
    place: Place | None = None


def error(about: Topic, place: Place | None = None) -> Notice:
    """Something that must be mended."""
    return Notice(Level.ERROR, about, place)


def warning(about: Topic, place: Place | None = None) -> Notice:
    """Something that asks for attention."""
    return Notice(Level.WARNING, about, place)


@dataclass(frozen=True, kw_only=True)
class Item:
    """One thing that changes.

    Attributes:
        about: Its kind, and the facts.
        matter: What it means.
        shown: Old and new.
        lines: Further lines, after those of the kind.
        justifications: What explains it.
        for_reader: What it means for those who chose from the menu.
        draft: Whether that holds only once it is approved.
        unless_justified: What is told when nothing explains it.
        place: Where the new value stands.
        discrepancies: Ids of register entries that concern the value.
    """

    about: Topic
    matter: Matter
    shown: tuple[Shown, ...] = ()
    lines: tuple[str, ...] = ()
    justifications: tuple[Justification, ...] = ()
    for_reader: tuple[str, ...] = ()
    draft: bool = False
    unless_justified: Notice | None = None
    place: Place | None = None
    discrepancies: tuple[str, ...] = ()

    @property
    def substantive(self) -> bool:
        """Whether a pull request with it is more than editorial."""
        return self.matter in SUBSTANTIVE

    @property
    def missing(self) -> Notice | None:
        """What is told because nothing explains it."""
        return None if self.justifications else self.unless_justified


Finding = Item | Notice
"""What the parts of a review find."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Digests:
    """A digest on both sides; ``None`` where the side has none."""

    label: str
    base: str | None
    head: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A change sheet, ready to be written down.

    Attributes:
        programme: Name of the programme; empty when nothing could be read.
        decides: Bodies that decide, as their own data call them; none when nothing could be read.
        base: The older side.
        head: The newer side.
        claim: What the pull request says of itself.
        verdict: The one line that says what the sheet comes to.
        items: What changes, in the order of matters.
        notices: What must be mended, then warnings.
        aside: Files that are not compared.
        digests: The sheet digest first, then every edition's.
    """

    programme: str
    decides: tuple[str, ...]
    base: Side
    head: Side
    claim: Claim | None
    verdict: str
    items: tuple[Item, ...]
    notices: tuple[Notice, ...]
    aside: tuple[str, ...]
    digests: tuple[Digests, ...]

    @property
    def status(self) -> int:
        """0 when nothing must be mended, else 1."""
        return int(bool(self.errors))

    @property
    def quiet(self) -> bool:
        """Whether there is nothing to tell but the verdict."""
        return not self.items and not self.notices and not self.aside

    @property
    def errors(self) -> tuple[Notice, ...]:
        """What must be mended."""
        return tuple(notice for notice in self.notices if notice.level is Level.ERROR)

    @property
    def warnings(self) -> tuple[Notice, ...]:
        """What asks for attention."""
        return tuple(notice for notice in self.notices if notice.level is Level.WARNING)

    @property
    def to_do(self) -> tuple[Item, ...]:
        """What concerns those who already chose."""
        return tuple(item for item in self.items if item.matter is Matter.HARDER)

    def by_matter(self) -> Iterator[tuple[Matter, tuple[Item, ...]]]:
        """Items by what they mean; matters without items left out."""
        for matter in Matter:
            items = tuple(item for item in self.items if item.matter is matter)
            if items:
                yield matter, items
