"""Page numbers of the official document as links into its PDF, where its address is known."""

from __future__ import annotations

import re

from markupsafe import Markup

from macros.facts.printed_document import PrintedDocument
from macros.render.markup import Templates, inert

_PAGE = re.compile("([Hh]alaman\u00a0)([0-9]+|[ivxlc]+)\\b")
"""A page as ``macros.wording`` prints it; a non-breaking space holds word and number together."""


class PrintedPages:
    """The filter ``to_print``: text in which every page number leads to that page of the document."""

    def __init__(self, templates: Templates, document: PrintedDocument | None) -> None:
        """``document`` is ``None`` while no address is configured: text then stays as it is."""
        self._templates = templates
        self._document = document

    def __call__(self, text: str) -> Markup:
        """``text`` with its page numbers linked, otherwise as inert as any value."""
        if self._document is None or isinstance(text, Markup):
            return inert(text)
        parts, end = [], 0
        for match in _PAGE.finditer(text):
            url = self._document.page_url(match[2])
            if url is not None:
                parts += [inert(text[end : match.start()]), self._link(match[0], url)]
                end = match.end()
        return Markup("").join([*parts, inert(text[end:])])

    def _link(self, text: str, url: str) -> Markup:
        return self._templates.inline("_printed_page", text=text, url=Markup(url))  # noqa: S704 - checked when read
