"""Which packages serve an output or an outcome (Tabel 6 cannot be read; the packages' own tables can)."""

from __future__ import annotations

from macros.model.edition import Edition
from macros.model.menu import Package


def packages_of_output(edition: Edition, output_id: str) -> tuple[Package, ...]:
    """Packages whose own table in the menu names this output, in printed order."""
    return tuple(package for package in edition.packages if output_id in package.outputs)


def packages_of_outcome(edition: Edition, outcome_id: str) -> tuple[Package, ...]:
    """Packages whose own table in the menu names this outcome, in printed order."""
    return tuple(package for package in edition.packages if outcome_id in package.outcomes)
