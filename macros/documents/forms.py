"""A document in the form that a command was asked for, as a file or for whoever reads its output."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TextIO

from macros.documents import terminal
from macros.documents.document import Document
from macros.documents.html import html
from macros.documents.markdown import markdown
from macros.documents.text import text

WIDTH = 80
"""Columns of a text that goes to a file."""


def as_bytes(document: Document, form: str) -> bytes:
    """``document`` as a file holds it; ``form`` is ``text``, ``markdown`` or ``html``."""
    match form:
        case "html":
            return html(document)
        case "markdown":
            return markdown(document).encode()
        case _:
            return text(document, width=WIDTH, colour=False).encode()


def show(document: Document, form: str, stream: TextIO, environment: Mapping[str, str]) -> None:
    """Write ``document`` to ``stream``; text as wide as the terminal, in its colours, through its pager."""
    if form == "text":
        colour = terminal.shows_colour(stream, environment)
        terminal.show(text(document, width=terminal.columns(), colour=colour), stream, environment)
    else:
        terminal.write(as_bytes(document, form).decode(), stream)
