"""A document as a page of its own, to be read, printed on A4 and signed; nothing in it is loaded or run."""

from __future__ import annotations

from macros.documents.document import Document
from macros.render.markup import PageTemplates
from macros.wording import changes as words


def html(document: Document) -> bytes:
    """``document`` as HTML, UTF-8."""
    return PageTemplates(wc=words).document("document", document=document)
