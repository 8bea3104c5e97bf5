"""What explains a change of the guideline: a revision in the making, or a decision that is new.

Every change of the guideline is approved first (Pengantar); its tables have no place for reasons of their
own, so that a decision or an entry of the revision that names their section or register note counts.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from collections.abc import Set as AbstractSet
from functools import cached_property

from macros.model.base import Record
from macros.model.guideline.guideline import Guideline
from macros.model.revisions import Decision, Revision, RevisionStatus, SectionChange
from macros.review.finding import Justification
from macros.review.lookups import by_id, decisions_of, revisions_of

SECTION = re.compile(r"(?:Bagian|Lampiran)\s+([0-9IVX]+(?:\.[0-9]+)*)")
"""A section as the source of a table names it."""


class Justifications:
    """Explanations on the newer side of a review."""

    def __init__(self, before: Guideline, after: Guideline) -> None:
        """``before`` and ``after`` are the guideline of either side."""
        self._before, self._after = before, after

    def of_section(self, section_id: str) -> tuple[Justification, ...]:
        """What the revision in the making says of a section, and new decisions on it."""
        return self._of({section_id}, ())

    def of_table(self, table: Record, notes: tuple[str, ...]) -> tuple[Justification, ...]:
        """What explains a change in a table of the guideline, whose entry has the register ``notes``."""
        source = getattr(getattr(table, "source", None), "section", "")
        return self._of(set(SECTION.findall(source)), notes)

    def _of(self, sections: AbstractSet[str], notes: Collection[str]) -> tuple[Justification, ...]:
        noted = (
            self._noted(revision, change)
            for revision, change in self._open
            if change.section in sections or (change.discrepancy or "") in notes
        )
        decided = (
            Justification(text=decision.about, decision=decision.cited)
            for decision in self._decided
            if sections & {*decision.sections} or not {*decision.discrepancies}.isdisjoint(notes)
        )
        return (*noted, *decided)

    @cached_property
    def _decided(self) -> tuple[Decision, ...]:
        """Decisions that are new."""
        known = by_id(decisions_of(self._before))
        return tuple(decision for decision in decisions_of(self._after) if decision.id not in known)

    @cached_property
    def _open(self) -> tuple[tuple[Revision, SectionChange], ...]:
        """Entries of revisions that were in the making before."""
        before = revisions_of(self._before)
        closed = {revision.id for revision in before if revision.status is not RevisionStatus.DRAFT}
        return tuple(
            (revision, change)
            for revision in revisions_of(self._after)
            if revision.id not in closed
            for change in revision.changes
        )

    def _noted(self, revision: Revision, change: SectionChange) -> Justification:
        return Justification(
            text=f"{change.what}\n{change.why}",
            decision=self._cited(revision.decision),
            proposed=revision.decision is None,
            discrepancy=change.discrepancy,
            old=any(change in known.changes for known in revisions_of(self._before)),
        )

    def _cited(self, decision_id: str | None) -> str:
        if decision_id is None:
            return ""
        found = self._after.decisions.find(decision_id) if self._after.decisions else None
        return found.cited if found else decision_id
