"""A document as a page of its own, to be read, printed on A4 and signed; nothing in it is loaded or run."""

from __future__ import annotations

from macros.documents.document import Document
from macros.render.markup import PageTemplates


def html(document: Document) -> bytes:
    """``document`` as HTML, UTF-8."""
    return PageTemplates().document("document", document=document)
