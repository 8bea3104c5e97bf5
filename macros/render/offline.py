"""The macro of the page about reading without a signal."""

from __future__ import annotations

from markupsafe import Markup

from macros.render.context import Context
from macros.render.island import island
from macros.render.registry import Place, macro
from macros.wording import offline as words


@macro(Place.BLOCK, alone=False)
def offline(context: Context) -> Markup:
    """Yang tersimpan di perangkat pembaca: menyimpan seluruh menu, memperbarui, menghapus.

    Contoh: offline()
    """
    return context.templates.block("offline", words=island(words.WORDS), edition=context.programme.current)
