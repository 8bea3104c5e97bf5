"""The macro of the page about reading without a signal."""

from __future__ import annotations

from markupsafe import Markup

from macros.render.base import Base
from macros.render.island import island
from macros.render.registry import Place, macro
from macros.wording import offline as words


class OfflineMacros(Base):
    """What is kept on the visitor's device."""

    @macro(Place.BLOCK, alone=False)
    def offline(self) -> Markup:
        """Yang tersimpan di perangkat pembaca: menyimpan seluruh menu, memperbarui, menghapus.

        Contoh: offline()
        """
        return self._templates.block("offline", words=island(words.WORDS), edition=self._programme.current)
