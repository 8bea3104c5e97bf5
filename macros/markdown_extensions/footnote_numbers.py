"""A Markdown extension that lets footnotes keep the numbers they are printed with.

Markdown's own footnotes are counted anew on every page; a citation of note 5 would lead to note 1.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor

PRIORITY = 12
"""After references stand in the text (20) and second ones are told apart (15)."""
LABEL, REFERENCE, BACK = "fn:", "#fn:", "#fnref:"


class PrintedNotes(Treeprocessor):
    """Puts a footnote's own number in place of its count."""

    def run(self, root: Element) -> None:
        """Change references and list items whose label is a number."""
        for element in root.iter():
            href, identity = element.get("href", ""), element.get("id", "")
            if element.get("class") == "footnote-ref" and href.removeprefix(REFERENCE).isdigit():
                element.text = href.removeprefix(REFERENCE)
            elif element.get("class") == "footnote-backref" and href.removeprefix(BACK).isdigit():
                element.set("title", re.sub(r"\d+", href.removeprefix(BACK), element.get("title", "")))
            elif element.tag == "li" and identity.removeprefix(LABEL).isdigit():
                element.set("value", identity.removeprefix(LABEL))


class PrintedNotesExtension(Extension):
    """Registers the tree processor."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Markdown's
        """Called by Markdown."""
        md.treeprocessors.register(PrintedNotes(md), "printed_notes", PRIORITY)


def makeExtension(**options: object) -> PrintedNotesExtension:  # noqa: N802 - the name is Markdown's
    """Called by Markdown for ``macros.markdown_extensions.footnote_numbers``."""
    return PrintedNotesExtension(**options)
