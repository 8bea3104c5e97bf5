"""A sheet as a page of its own, to be read, printed on A4 and signed; nothing in it is loaded or run."""

from __future__ import annotations

from macros.changelog import Shown
from macros.render.markup import PageTemplates
from macros.review.items import Sheet
from macros.review.layout import layout


def html(sheet: Sheet) -> bytes:
    """``sheet`` as HTML; where nothing must be mended, with a block to sign."""
    templates = PageTemplates()
    return templates.document(
        "review_sheet",
        sheet=sheet,
        layout=layout(sheet),
        digest=sheet.digests[0].head,
        is_shown=lambda point: isinstance(point, Shown),
    )
