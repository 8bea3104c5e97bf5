"""Everything under ``menu_data`` as one record."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from macros.model.base import Record
from macros.model.catalogue import Body, Catalogue, Outcome, Output, TargetUnitKind
from macros.model.changes import ChangeNotes
from macros.model.discrepancies import Discrepancy, Touch
from macros.model.edition import Edition, Status
from macros.model.guideline.guideline import Guideline
from macros.model.menu import Activity, Package
from macros.model.registers import Registers
from macros.model.search_words import SearchWords
from macros.model.terms import Terms


class Programme(Record):
    """Everything under ``menu_data``."""

    catalogue: Catalogue
    editions: tuple[Edition, ...]
    discrepancies: tuple[Discrepancy, ...] = ()
    changes: tuple[ChangeNotes, ...] = ()
    guideline: Guideline = Guideline()
    registers: Registers = Registers()
    search_words: SearchWords = SearchWords()
    terms: Terms = Terms()

    @cached_property
    def _edition_by_id(self) -> dict[str, Edition]:
        return {edition.id: edition for edition in self.editions}

    def edition(self, edition_id: str) -> Edition:
        """The edition with this id; ``KeyError`` when there is none."""
        return self._edition_by_id[edition_id]

    @cached_property
    def current(self) -> Edition | None:
        """The latest edition that is approved or printed, or ``None`` while there is none."""
        held = [e for e in self.editions if e.info.status in {Status.APPROVED, Status.PRINTED}]
        return max(held, key=lambda e: e.info.fiscal_year, default=None)

    @cached_property
    def _outcome_by_id(self) -> dict[str, Outcome]:
        return {outcome.id: outcome for outcome in self.catalogue.outcomes}

    @cached_property
    def _output_by_id(self) -> dict[str, Output]:
        return {output.id: output for output in self.catalogue.outputs}

    @cached_property
    def _body_by_id(self) -> dict[str, Body]:
        return {body.id: body for body in self.catalogue.bodies}

    @cached_property
    def _kind_by_id(self) -> dict[str, TargetUnitKind]:
        return {kind.id: kind for kind in self.catalogue.target_unit_kinds}

    def outcome(self, outcome_id: str) -> Outcome:
        """The outcome with this id."""
        return self._outcome_by_id[outcome_id]

    def output(self, output_id: str) -> Output:
        """The output with this id."""
        return self._output_by_id[output_id]

    def body(self, body_id: str) -> Body:
        """The body with this id."""
        return self._body_by_id[body_id]

    def kind(self, kind_id: str) -> TargetUnitKind:
        """The target-unit kind with this id."""
        return self._kind_by_id[kind_id]

    @cached_property
    def _touching(self) -> dict[tuple[str, str, str], tuple[tuple[Discrepancy, str], ...]]:
        found: dict[tuple[str, str, str], tuple[tuple[Discrepancy, str], ...]] = {}
        for discrepancy in self.discrepancies:
            for touch in discrepancy.touches:
                for kind, target in (("package", touch.package), ("activity", touch.activity)):
                    if target is not None:
                        key = (touch.edition, kind, target)
                        found[key] = (*found.get(key, ()), (discrepancy, touch.field))
        return found

    def discrepancies_of(
        self, edition: Edition, record: Package | Activity, field: str | None = None
    ) -> tuple[Discrepancy, ...]:
        """Register entries that concern a package or activity (or one field of it), in register order."""
        kind = "package" if isinstance(record, Package) else "activity"
        return tuple(
            dict.fromkeys(
                discrepancy
                for discrepancy, touched in self._touching.get((edition.id, kind, record.id), ())
                if field is None or touched == field
            )
        )

    def discrepancies_of_all(self, edition: Edition, field: str) -> tuple[Discrepancy, ...]:
        """Register entries on a field of all activities of an edition at once, in register order."""
        wanted = Touch(edition=edition.id, package=None, activity=None, field=field)
        return tuple(one for one in self.discrepancies if wanted in one.touches)

    def walk(self) -> Iterator[tuple[Edition, Package, Activity]]:
        """Every activity of every edition with its package."""
        for edition in self.editions:
            for package in edition.packages:
                for activity in package.activities:
                    yield edition, package, activity
