"""A Markdown extension that passes the blocks of macros through untouched.

Markdown would leave such a block alone too, but only after parsing all of its HTML, which takes four
fifths of the time of a large site. Without the extension the result is the same, only slower.
"""

from __future__ import annotations

from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor

BEGIN = "<!--blok-->"
END = "<!--/blok-->"
PRIORITY = 25
"""After white space is normalised (30), before HTML is looked for (21 and below)."""


class Verbatim(Preprocessor):
    """Puts everything from a line ``BEGIN`` to a line ``END`` aside until Markdown is done."""

    def run(self, lines: list[str]) -> list[str]:
        """The lines with each block replaced by its placeholder."""
        kept: list[str] = []
        block: list[str] | None = None
        for line in lines:
            if block is None and line == BEGIN:
                block = []
            elif block is None:
                kept.append(line)
            elif line == END:
                kept += ["", self.md.htmlStash.store("\n".join(block)), ""]
                block = None
            else:
                block.append(line)
        return kept if block is None else lines


class VerbatimExtension(Extension):
    """Registers the preprocessor."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Markdown's
        """Called by Markdown."""
        md.preprocessors.register(Verbatim(md), "verbatim", PRIORITY)


def makeExtension(**options: object) -> VerbatimExtension:  # noqa: N802 - the name is Markdown's
    """Called by Markdown for ``macros.markdown_extensions.raw_blocks``."""
    return VerbatimExtension(**options)
