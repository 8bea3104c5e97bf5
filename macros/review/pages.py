"""What hand-written pages say outside the sections of the guideline, and where their links lead.

The text of a section is compared as readers read it (``guide_text``), without the targets of its links; so
these are gathered here, for every page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from macros.facts import urls
from macros.facts.guideline_text import FRONT, HEADING, LINK, GuideText, paragraphs
from macros.model.guideline.guideline import Guideline

TOLD = ("title:", "description:")
"""Keys of a page's head that readers see."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its paragraphs outside the sections of the guideline, and all targets of its links, sorted."""

    paragraphs: tuple[str, ...]
    links: tuple[str, ...]


Pages = Mapping[str, Page]
"""Pages by file."""


def read_pages(docs: Path, label: str, guideline: Guideline, text: GuideText) -> dict[str, Page]:
    """Every page below ``docs``; ``text`` is what was read of the guideline's chapters."""
    sections = {section.id for section in guideline.sections.sections} if guideline.sections else set()
    chapters = {f"{urls.GUIDELINE}{path}" for path, _ in text.pages}
    found = {}
    for path in sorted(docs.rglob("*.md")):
        name = path.relative_to(docs).as_posix()
        content = path.read_text(encoding="utf-8", errors="replace")
        front = FRONT.match(content)
        lines = FRONT.sub("", content).split("\n")
        end = _first_section(lines, sections) if name in chapters else len(lines)
        head = [line for line in (front[0].split("\n") if front else ()) if line.startswith(TOLD)]
        found[f"{label}/{name}"] = Page(
            paragraphs=(*head, *paragraphs(lines[:end])),
            links=tuple(sorted(_targets("\n".join(lines)))),
        )
    return found


def _first_section(lines: list[str], sections: set[str]) -> int:
    for place, line in enumerate(lines):
        heading = HEADING.match(line)
        if heading and heading[3] in sections:
            return place
    return len(lines)


def _targets(markdown: str) -> Iterator[str]:
    return (found[2].strip() for found in LINK.finditer(markdown))
