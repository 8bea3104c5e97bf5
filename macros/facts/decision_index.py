"""Decisions and what they touch, both ways, from one record (Pengantar; sections 3.2.5 and 3.3.1).

A decision names sections and register entries that it concerns; reasons, errata, approvals and revisions
name the decision that they rest on. Here both are read once.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from macros.model.programme import Programme
from macros.model.revisions import Decision


class TouchKind(StrEnum):
    """What a decision can touch."""

    SECTION = "section"
    REVISION = "revision"
    EDITION = "edition"
    PACKAGE = "package"
    ACTIVITY = "activity"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class DecisionTouch:
    """Something that a decision touches.

    Attributes:
        kind: What it is.
        id: Its id.
        edition: Id of the edition that it belongs to; empty for sections, revisions and register entries.
        changes: Whether the decision changes or approves it, and does not only concern it.
    """

    kind: TouchKind
    id: str
    edition: str = ""
    changes: bool = True


class DecisionIndex:
    """Every recorded decision of a programme, and what each touches."""

    def __init__(self, programme: Programme) -> None:
        """Read ``programme``; decisions that are named but not recorded are left out."""
        self._programme = programme
        self._guideline = programme.guideline

    @cached_property
    def decisions(self) -> tuple[Decision, ...]:
        """Recorded decisions, oldest first."""
        return self._guideline.decisions.decisions if self._guideline.decisions else ()

    @cached_property
    def _pairs(self) -> tuple[tuple[Decision, DecisionTouch], ...]:
        return tuple(
            dict.fromkeys((one, touch) for named, touch in self._named() for one in self._find(named))
        )

    def touches(self, decision: Decision) -> tuple[DecisionTouch, ...]:
        """What a decision touches; what it changes first."""
        found = [touch for one, touch in self._pairs if one == decision]
        changed = {(touch.kind, touch.id, touch.edition) for touch in found if touch.changes}
        return tuple(
            sorted(
                (one for one in found if one.changes or (one.kind, one.id, one.edition) not in changed),
                key=lambda one: not one.changes,
            )
        )

    def on(self, kind: TouchKind, id_: str, edition: str = "") -> tuple[Decision, ...]:
        """Decisions that change or approve something."""
        wanted = DecisionTouch(kind, id_, edition)
        return tuple(one for one, touch in self._pairs if touch == wanted)

    def concerning(self, kind: TouchKind, id_: str) -> tuple[Decision, ...]:
        """Decisions that only concern something."""
        wanted = DecisionTouch(kind, id_, changes=False)
        changing = self.on(kind, id_)
        return tuple(one for one, touch in self._pairs if touch == wanted and one not in changing)

    def _find(self, named: str | None) -> Iterator[Decision]:
        found = self._guideline.decisions.find(named) if self._guideline.decisions and named else None
        if found is not None:
            yield found

    def _named(self) -> Iterator[tuple[str | None, DecisionTouch]]:
        """Everything that names a decision, with the decision's name."""
        for decision in self.decisions:
            for section in decision.sections:
                yield decision.id, DecisionTouch(TouchKind.SECTION, section, changes=False)
            for note in decision.discrepancies:
                yield decision.id, DecisionTouch(TouchKind.NOTE, note, changes=False)
        for revision in self._guideline.revisions.revisions if self._guideline.revisions else ():
            yield revision.decision, DecisionTouch(TouchKind.REVISION, revision.id)
            for change in revision.changes:
                yield revision.decision, DecisionTouch(TouchKind.SECTION, change.section)
        for entry in self._programme.discrepancies:
            yield entry.decision, DecisionTouch(TouchKind.NOTE, entry.id)
        yield from self._of_editions()

    def _of_editions(self) -> Iterator[tuple[str | None, DecisionTouch]]:
        for edition in self._programme.editions:
            for approval in edition.info.approvals:
                yield approval.decision, DecisionTouch(TouchKind.EDITION, edition.id, edition.id)
            for erratum in edition.info.errata:
                yield erratum.decision, _touch(edition.id, erratum.activity, erratum.package)
        for notes in self._programme.changes:
            for reason in notes.reasons:
                for covered in reason.covers:
                    yield reason.decision, _touch(notes.new, covered.activity, covered.package)


def _touch(edition: str, activity: str | None, package: str | None) -> DecisionTouch:
    if activity is not None:
        return DecisionTouch(TouchKind.ACTIVITY, activity, edition)
    if package is not None:
        return DecisionTouch(TouchKind.PACKAGE, package, edition)
    return DecisionTouch(TouchKind.EDITION, edition, edition)
