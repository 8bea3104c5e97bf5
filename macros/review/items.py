"""What a change sheet holds: items by what they mean, notices, and the verdict. No wording, no markup."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from macros.changelog import Shown
from macros.review.repository import Commit
from macros.source.problem import Level, Problem

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


SUBSTANTIVE = frozenset(
    {Matter.DECISION, Matter.HARDER, Matter.EASIER, Matter.NEUTRAL, Matter.GUIDE, Matter.RECORDS}
)
"""Matters that change what is decided, what one may ask for, or what the guideline asks."""
OF_THE_MENU = frozenset({Matter.HARDER, Matter.EASIER, Matter.NEUTRAL})
"""Matters that concern those who choose from the menu."""


class Claim(StrEnum):
    """What a pull request says of itself."""

    EDITORIAL = "editorial"
    SUBSTANTIVE = "substantive"


class Demand(StrEnum):
    """What it means when nothing explains an item."""

    NOTHING = "nothing"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """What explains an item: a reason, an erratum, or what a revision says of a section.

    ``decision`` is empty where the note names none, ``proposed`` tells that none has been taken, and ``old``
    that the note stood there before.
    """

    text: str
    decision: str = ""
    proposed: bool = False
    discrepancy: str | None = None
    old: bool = False


@dataclass(frozen=True, kw_only=True)
class Item:
    """One thing that changes.

    Attributes:
        matter: What it means.
        where: The edition, table or page that it is in.
        title: What changes, in a line.
        shown: Old and new.
        said: Further lines.
        whys: What explains it.
        means: What it means for those who chose from the menu.
        draft: Whether that holds only once it is approved.
        demand: What it means that nothing explains it.
        missing: What is then told.
        mend: What would explain it, and where it belongs.
        place: Where the new value stands.
        touching: Ids of register entries that concern the value.
    """

    matter: Matter
    where: str
    title: str
    shown: tuple[Shown, ...] = ()
    said: tuple[str, ...] = ()
    whys: tuple[Why, ...] = ()
    means: tuple[str, ...] = ()
    draft: bool = False
    demand: Demand = Demand.NOTHING
    missing: str = ""
    mend: str = ""
    place: Place | None = None
    touching: tuple[str, ...] = ()

    @property
    def substantive(self) -> bool:
        """Whether a pull request with it is more than editorial."""
        return self.matter in SUBSTANTIVE

    @property
    def unexplained(self) -> bool:
        """Whether an explanation is missing."""
        return self.demand is not Demand.NOTHING and not self.whys


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """Something that must be mended, or a warning; ``mend`` says how, ``lines`` list what it is about."""

    level: Level
    message: str
    lines: tuple[str, ...] = ()
    mend: str = ""
    place: Place | None = None

    @classmethod
    def of(cls, problem: Problem) -> Notice:
        """A problem that the checks found."""
        return cls(
            level=problem.level,
            message=problem.message,
            mend=problem.hint,
            place=(problem.file, problem.line),
        )


Told = Item | Notice
"""What the parts of a review find."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Digests:
    """A digest on both sides; ``None`` where the side has none."""

    label: str
    base: str | None
    head: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """A side as the sheet names it."""

    name: str
    commit: Commit | None
    without: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A change sheet, ready to be written down.

    Attributes:
        programme: Name of the programme, and who owns it; both empty when nothing could be read.
        decides: Bodies that decide, as their own data call them; none when nothing could be read.
        base: The older side.
        head: The newer side.
        claim: What the pull request says of itself.
        verdict: The one line that says what the sheet comes to.
        items: What changes, in the order of matters.
        notices: What must be mended, then warnings.
        to_do: What those who already chose must do: the edition, what changes, what it means.
        aside: Files that are not compared.
        digests: The sheet digest first, then every edition's.
        status: 0 when nothing must be mended, else 1.
    """

    programme: str
    decides: tuple[str, ...]
    base: Described
    head: Described
    claim: Claim | None
    verdict: str
    items: tuple[Item, ...]
    notices: tuple[Notice, ...]
    to_do: tuple[tuple[str, str, str], ...]
    aside: tuple[str, ...]
    digests: tuple[Digests, ...]
    status: int

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

    def by_matter(self) -> Iterator[tuple[Matter, tuple[Item, ...]]]:
        """Items by what they mean; matters without items left out."""
        for matter in Matter:
            held = tuple(item for item in self.items if item.matter is matter)
            if held:
                yield matter, held
