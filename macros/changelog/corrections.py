"""Errata of all editions as readers meet them: what each corrects, and where it is found (section 3.2.5)."""

from __future__ import annotations

from dataclasses import dataclass

from macros.model.edition import Edition, Erratum, Status
from macros.model.menu import Activity, Package
from macros.model.programme import Programme


@dataclass(frozen=True, slots=True)
class EditionErratum:
    """An erratum with what it corrects; ``place`` counts those of its edition, which never move."""

    edition: Edition
    erratum: Erratum
    place: int

    @property
    def anchor(self) -> str:
        """Its place on the page of errata, whatever is entered later for any edition."""
        return f"ralat-{self.edition.id}_{self.place + 1}"

    @property
    def record(self) -> Package | Activity | None:
        """What it corrects; ``None`` for the edition itself."""
        return self.edition.named(self.erratum.activity, self.erratum.package)


def corrections(programme: Programme) -> list[EditionErratum]:
    """Every erratum of an edition that was approved, newest first."""
    found = [
        EditionErratum(edition, erratum, place)
        for edition in programme.editions
        if edition.info.status is not Status.DRAFT
        for place, erratum in enumerate(edition.info.errata)
    ]
    return sorted(found, key=lambda one: one.erratum.date, reverse=True)
