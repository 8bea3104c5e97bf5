"""Macro of "may we take part": the places of the pilot, and criteria to be answered (Lampiran 2 and 3)."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from macros.guideline import Contact, Locations, Province
from macros.render.base import Base
from macros.render.island import island
from macros.render.places import Places, anchor
from macros.render.registry import Place, macro
from macros.wording import count
from macros.wording import places as words


class TakingPartMacros(Base):
    """Whether a district may take part."""

    @macro(Place.BLOCK, alone=False)
    def taking_part(self) -> Markup:
        """Memeriksa daerah: ada di daftar lokasi atau tidak, dan tiap kriteria dengan tiga jawaban.

        Contoh: taking_part()
        """
        held, criteria = self._guideline.participation, self._guideline.criteria
        locations = self._guideline.locations
        if held is None or criteria is None or locations is None:
            return self._templates.block("no_table")
        return self._templates.block(
            "taking_part",
            held=held,
            criteria=criteria,
            locations=locations,
            guidance={one.criterion: one for one in held.guidance},
            contact=self._contact(held.contact),
            places=Places(self._programme, self._guideline),
            register=self._register,
            anchor=anchor,
            said=island(words.script_words()),
            listed=island(_listed(locations, held.year)),
        )

    def _contact(self, body_id: str) -> Contact | None:
        contacts = self._guideline.bodies.contacts if self._guideline.bodies else ()
        return next((one for one in contacts if one.body == body_id), None)


def _listed(locations: Locations, year: int) -> dict[str, Any]:
    """The places of the list for the script; what is printed, and nothing else."""
    return {"year": year, "provinces": [_province(province, locations) for province in locations.provinces]}


def _province(province: Province, locations: Locations) -> dict[str, Any]:
    return {
        "name": province.name,
        "regencies": [
            {
                "name": regency.name,
                "number": regency.number,
                "size": count(len(regency.districts), locations.columns[-1].lower()),
                "districts": [district.name for district in regency.districts],
                "note": regency.note or "",
            }
            for regency in province.regencies
        ],
    }
