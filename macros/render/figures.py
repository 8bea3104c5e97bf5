"""Macros that draw: figures of the guideline, the theory of change, the map of locations."""

from __future__ import annotations

from markupsafe import Markup

from macros.render.base import Base
from macros.render.drawings import drawn, paths, tile_map
from macros.render.registry import Place, macro


class FigureMacros(Base):
    """Drawings made from the data, each with a text that says the same."""

    @macro(Place.BLOCK, alone=False)
    def figure(self, figure: str) -> Markup:
        """Satu gambar panduan, disusun dari teks.

        figure: id gambar

        Contoh: figure("{figure}")
        """
        found = self._figure(figure)
        drawing = drawn(found.drawing, self._guideline.bodies) if found.drawing else None
        return self._templates.block("figure", figure=found, drawn=drawing)

    @macro(Place.BLOCK, alone=False)
    def theory_of_change(self) -> Markup:
        """Teori perubahan sebagai gambar yang dapat diikuti dari tujuan sampai paket, dan sebaliknya.

        Contoh: theory_of_change()
        """
        theory = self._guideline.theory
        if theory is None:
            return self._templates.block("theory_of_change", theory=None)
        edition = self._programme.edition(theory.edition)
        return self._templates.block(
            "theory_of_change",
            theory=theory,
            edition=edition,
            paths=paths(theory, self._programme.catalogue, edition),
        )

    @macro(Place.BLOCK, alone=False)
    def locations_map(self) -> Markup:
        """Peta skema lokasi: satu kotak tiap provinsi.

        Contoh: locations_map()
        """
        locations = self._guideline.locations
        return self._templates.block(
            "locations_map", locations=locations, map=tile_map(locations) if locations else None
        )
