"""The vocabulary of ``terms.yml`` in hand-written pages: their own sentences use no replaced word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from macros.model.terms import Terms
from macros.source.problem import Problem

_SILENT = re.compile(
    r"```.*?(?:```|\Z)|^(?: {8}|\t).*?$"  # code; four blanks more than a list item's text
    r"|<!--.*?-->|<[^>\n]*>"  # HTML
    r"|\{\{.*?\}\}|\{[^{}\n]*\}"  # calls of macros, attributes
    r"|\]\([^)\n]*\)|<https?:[^>\n]*>"  # addresses of links
    r"|^(?:section|styles|scripts|template|hide):[^\n]*$",  # front matter that nobody reads
    re.DOTALL | re.MULTILINE,
)
"""What of a page is not read as a sentence."""


def check_words(docs: Path, label: str, terms: Terms | None) -> Iterator[Problem]:
    """A problem for every replaced word in the pages under ``docs``; none while the data cannot be read."""
    if terms is None or not terms.words:
        return
    for path in sorted(docs.rglob("*.md")):
        text = path.read_text(encoding="utf-8", errors="replace")
        for found in terms.replaced_in(sentences(text)):
            before = text[: found.start]
            yield Problem(
                file=f"{label}/{path.relative_to(docs).as_posix()}",
                line=before.count("\n") + 1,
                column=found.start - (before.rfind("\n") + 1) + 1,
                where="",
                message=found.message,
                hint=found.hint,
            )


def sentences(markdown: str) -> str:
    """A page with blanks in place of what is not read, so that every letter keeps its place."""
    return _SILENT.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), markdown)
