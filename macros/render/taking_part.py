"""Macro of "may we take part": the places of the pilot, and criteria to be answered (Lampiran 2 and 3)."""

from __future__ import annotations

from markupsafe import Markup

from macros.model.guideline.institutions import Contact
from macros.render.base import Base
from macros.render.island import island
from macros.render.listed import places
from macros.render.places import Places, anchor
from macros.render.registry import Place, macro
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
            listed=island(places(self._programme, self._guideline)),
        )

    @macro(Place.BLOCK, alone=False)
    def may_ask(self) -> Markup:
        """Siapa dapat meminta bantuan, dan pada awalnya di daerah mana, masing-masing dengan sumbernya.

        Contoh: may_ask()
        """
        return self._statements("may_ask")

    @macro(Place.BLOCK, alone=False)
    def outside_list(self) -> Markup:
        """Bagi daerah di luar daftar: kata naskah tentang perluasan, dan yang tetap dapat dipakai.

        Contoh: outside_list()
        """
        return self._statements("outside_list")

    def _statements(self, template: str) -> Markup:
        held = self._guideline.participation
        if held is None or self._guideline.locations is None:
            return self._templates.block("no_table")
        return self._templates.block(template, held=held, places=Places(self._programme, self._guideline))

    def _contact(self, body_id: str) -> Contact | None:
        contacts = self._guideline.bodies.contacts if self._guideline.bodies else ()
        return next((one for one in contacts if one.body == body_id), None)
