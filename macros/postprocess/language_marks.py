"""English phrases of the text, marked as English where readers meet them (WCAG 2.2, 3.1.2).

Which phrases these are stands in the site's settings; here they are found in the words of finished pages, so
that data and Markdown stay plain.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

SKIPPED = frozenset({"script", "style", "title", "textarea", "option", "code", "pre", "template"})
"""Elements whose text is no running text, or that may hold nothing but text."""
_TAG = re.compile(r"(<!--.*?-->|<[^>]+>)", re.DOTALL)
_NAME = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_MARKED = '<span lang="en">'


class LanguageMarks:
    """Marks phrases of another language."""

    def __init__(self, phrases: Sequence[str]) -> None:
        """``phrases`` are English; a longer one is marked before one that it holds."""
        longest = sorted(phrases, key=len, reverse=True)
        self._wanted = re.compile(
            rf"(?<![\w-])({'|'.join(map(re.escape, longest))})(?![\w-])" if longest else r"(?!)",
            re.IGNORECASE,
        )

    def marked(self, page: str) -> str:
        """The HTML of a page with every phrase in a span of its own, whatever its case.

        Attributes, code and text that has a ``lang`` already stay as they are; a phrase that markup cuts too.
        """
        places = (found.start() for found in self._wanted.finditer(page))
        if not any(page.rfind("<", 0, at) < page.rfind(">", 0, at) for at in places):
            return page  # none stands outside a tag, as on most pages
        parts = _TAG.split(page)
        inside: list[str] = []
        for at, part in enumerate(parts):
            if at % 2 == 0:
                if not inside and part.strip():
                    parts[at] = self._wanted.sub(rf"{_MARKED}\1</span>", part)
            elif (found := _NAME.match(part)) is not None and not part.endswith("/>"):
                _step(inside, found[2].lower(), part, leaving=bool(found[1]))
        return "".join(parts)


def _step(inside: list[str], name: str, tag: str, *, leaving: bool) -> None:
    """Keep ``inside``, the open elements from the first whose text is left alone."""
    if leaving:
        if name in inside:
            del inside[len(inside) - 1 - inside[::-1].index(name) :]
    elif name in SKIPPED or (inside and name == inside[0]) or (name != "html" and re.search(r"\slang=", tag)):
        inside.append(name)
