"""Code between fences as Python-Markdown's own extension writes it, under every engine.

MkDocs adds that extension itself; Zensical always adds one of its own, which colours code. This one comes
before either, so that a page is the same.
"""

from __future__ import annotations

from markdown import Extension, Markdown
from markdown.extensions.fenced_code import FencedBlockPreprocessor, FencedCodeExtension

PRIORITY = 26
"""After white space is normalised (30), before any other reader of fences (25 and below)."""


class FencesExtension(Extension):
    """Registers the preprocessor."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Markdown's
        """Called by Markdown."""
        settings = FencedCodeExtension().getConfigs()
        md.preprocessors.register(FencedBlockPreprocessor(md, settings), "fences", PRIORITY)


def makeExtension(**options: object) -> FencesExtension:  # noqa: N802 - the name is Markdown's
    """Called by Markdown for ``macros.markdown_extensions.fences``."""
    return FencesExtension(**options)
