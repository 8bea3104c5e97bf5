"""One side of a comparison, read: its data, the text of its guideline, its pages, and what is wrong.

Data with errors are never published, and here they are told apart from the rest: a file whose values were
refused, or that names what is not there, is set aside and read as the other side has it, so that
everything else can still be compared.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from macros.facts.guideline_text import GuideText, read_text
from macros.loading.load import Loaded, load
from macros.model.guideline.guideline import Guideline
from macros.model.programme import Programme
from macros.review.attached import Attached, read_attached
from macros.review.content import sheet_digest
from macros.review.pages import Pages, read_pages
from macros.review.repository import Commit
from macros.review.snapshot import DATA, DOCS, Snapshot
from macros.source.problem import Level, Problem

PageChecks = Callable[[Loaded, Path, str], Iterable[Problem]]
"""Problems of the pages below a folder, called by a label; those that ``python -m macros check`` finds."""
ROUNDS = 4
"""How often files are set aside before a side counts as unreadable."""


@dataclass(frozen=True, slots=True, eq=False)
class Side:
    """One side of a comparison.

    Attributes:
        name: What the command called it.
        commit: Its commit, ``None`` of a folder.
        loaded: What was read, with the places of records; ``comparable`` may rest on files set aside.
        programme: The data to compare, ``None`` when too much is broken.
        aside: Files that are not compared, because they could not be read.
        text: The working text of the guideline.
        pages: What hand-written pages say outside the sections of the guideline.
        attached: Digests of the documents that the registers name.
        problems: Everything that is wrong, in order of place.
        digest: The sheet digest of its content, ``None`` when it has errors.
        without: Id of an edition that is left out, if one is.
    """

    name: str
    commit: Commit | None
    loaded: Loaded
    programme: Programme | None
    aside: tuple[str, ...]
    text: GuideText
    pages: Pages
    attached: Attached
    problems: tuple[Problem, ...]
    digest: str | None
    without: str | None = None

    @property
    def guideline(self) -> Guideline:
        """Its guideline; an empty one when it has none."""
        return self.programme.guideline if self.programme else Guideline()

    @property
    def errors(self) -> tuple[Problem, ...]:
        """What keeps it from being published."""
        return tuple(problem for problem in self.problems if problem.level is Level.ERROR)

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """What only asks for attention."""
        return tuple(problem for problem in self.problems if problem.level is Level.WARNING)


def content_digest(programme: Programme, docs: Path) -> str:
    """The sheet digest of data that are loaded and the pages below ``docs``."""
    guideline = programme.guideline
    text = read_text(docs, guideline, DOCS)
    pages = read_pages(docs, DOCS, guideline, text)
    return sheet_digest(programme, text, pages, read_attached(docs, DOCS))


def read_sides(base: Snapshot, head: Snapshot, checks: PageChecks) -> tuple[Side, Side]:
    """Both sides; what one cannot tell is taken from the other and named in ``aside``."""
    return _side(base, head, checks), _side(head, base, checks)


def before_edition(side: Side, edition_id: str) -> Side:
    """The side as if an edition had not been begun: without it, its notes, and a digest of its own."""
    if side.programme is None or edition_id not in {edition.id for edition in side.programme.editions}:
        return side
    parts = {name: getattr(side.programme, name) for name in Programme.model_fields}
    parts["editions"] = tuple(other for other in side.programme.editions if other.id != edition_id)
    parts["changes"] = tuple(
        notes for notes in side.programme.changes if edition_id not in {notes.old, notes.new}
    )
    programme = Programme.model_construct(**parts)
    return replace(side, programme=programme, digest=None, without=edition_id)


def _side(own: Snapshot, other: Snapshot, checks: PageChecks) -> Side:
    loaded = load(own.root / DATA, DATA)
    docs = own.root / DOCS
    usable, aside = (loaded, ()) if loaded.comparable else _rescued(own, other)
    lasting = {*loaded.problems} & {*usable.problems}  # others follow from what could not be read
    problems = sorted({*own.problems, *loaded.refused, *lasting, *checks(loaded, docs, DOCS)})
    guideline = usable.comparable.guideline if usable.comparable else Guideline()
    text = read_text(docs, guideline, DOCS)
    pages, attached = read_pages(docs, DOCS, guideline, text), read_attached(docs, DOCS)
    broken = any(problem.level is Level.ERROR for problem in problems)
    return Side(
        name=own.name,
        commit=own.commit,
        loaded=usable,
        programme=usable.comparable,
        aside=aside,
        text=text,
        pages=pages,
        attached=attached,
        problems=tuple(problems),
        digest=None
        if broken or loaded.programme is None
        else sheet_digest(loaded.programme, text, pages, attached),
    )


def _rescued(own: Snapshot, other: Snapshot) -> tuple[Loaded, tuple[str, ...]]:
    """The data without the files that are broken, which stand as the other side has them, or not at all."""
    aside: set[str] = set()
    with tempfile.TemporaryDirectory(prefix="lembar-") as held:
        data = Path(shutil.copytree(own.root / DATA, Path(held) / DATA))
        loaded = load(data, DATA)
        for _ in range(ROUNDS):
            broken = {problem.file for problem in loaded.problems if problem.level is Level.ERROR} - aside
            if loaded.comparable is not None or not broken:
                break
            aside |= broken
            for name in broken:
                _exchange(Path(held) / name, other.root / name)
            loaded = load(data, DATA)
    return loaded, tuple(sorted(aside))


def _exchange(broken: Path, sound: Path) -> None:
    if broken.is_dir():
        return
    if sound.is_file():
        broken.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(sound, broken)
    else:
        broken.unlink(missing_ok=True)
