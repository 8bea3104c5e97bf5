"""What explains a change of the guideline: a revision in the making, or a decision that is new.

Every change of the guideline is approved first (Pengantar); its tables have no place for reasons of their
own, so that a decision or an entry of the revision that names their section or register note counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from macros.model.base import Record
from macros.model.guideline.guideline import Guideline
from macros.model.revisions import Decision, Revision, RevisionStatus, SectionChange
from macros.review.items import Why

SECTION = re.compile(r"(?:Bagian|Lampiran)\s+([0-9IVX]+(?:\.[0-9]+)*)")
"""A section as the source of a table names it."""


class Grounds:
    """Explanations on the newer side of a review."""

    def __init__(self, before: Guideline, after: Guideline) -> None:
        """``before`` and ``after`` are the guideline of either side."""
        self._before, self._after = before, after

    def of_section(self, section_id: str) -> tuple[Why, ...]:
        """What the revision in the making says of a section, and new decisions on it."""
        noted = (
            self._why(revision, change) for revision, change in self._noted if change.section == section_id
        )
        return (*noted, *(_decided(one) for one in self.decisions if section_id in one.sections))

    def of_table(self, table: Record, notes: tuple[str, ...]) -> tuple[Why, ...]:
        """What explains a change in a table of the guideline, whose entry has the register ``notes``."""
        source = getattr(getattr(table, "source", None), "section", "")
        sections = set(SECTION.findall(source))
        noted = (
            self._why(revision, change)
            for revision, change in self._noted
            if change.section in sections or (change.discrepancy or "") in notes
        )
        decided = (
            _decided(one)
            for one in self.decisions
            if sections & set(one.sections) or set(notes) & set(one.discrepancies)
        )
        return (*noted, *decided)

    @cached_property
    def decisions(self) -> tuple[Decision, ...]:
        """Decisions that are new."""
        known = {one.id for one in (self._before.decisions.decisions if self._before.decisions else ())}
        found = self._after.decisions.decisions if self._after.decisions else ()
        return tuple(one for one in found if one.id not in known)

    @cached_property
    def _noted(self) -> tuple[tuple[Revision, SectionChange], ...]:
        """Entries of revisions that were in the making before."""
        return tuple(self._open())

    def _open(self) -> Iterator[tuple[Revision, SectionChange]]:
        revisions = self._before.revisions.revisions if self._before.revisions else ()
        closed = {one.id for one in revisions if one.status is not RevisionStatus.DRAFT}
        for revision in self._after.revisions.revisions if self._after.revisions else ():
            if revision.id not in closed:
                yield from ((revision, change) for change in revision.changes)

    def _why(self, revision: Revision, change: SectionChange) -> Why:
        known = self._before.revisions.revisions if self._before.revisions else ()
        return Why(
            text=f"{change.what}\n{change.why}",
            decision=self._cited(revision.decision),
            proposed=revision.decision is None,
            discrepancy=change.discrepancy,
            old=any(change in one.changes for one in known),
        )

    def _cited(self, named: str | None) -> str:
        if named is None:
            return ""
        found = self._after.decisions.find(named) if self._after.decisions else None
        return found.cited if found else named


def _decided(decision: Decision) -> Why:
    return Why(text=decision.about, decision=decision.cited)
