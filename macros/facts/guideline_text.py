"""The guideline's Markdown as plain text, section by section: what revisions freeze and compare.

A section begins at a heading with an id (``## 2.1.3 Judul { #2.1.3 }``) that ``sections.yml`` lists. Its
text is what readers read: links by their words, emphasis without its marks, calls of tables by their name.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from macros.facts import urls
from macros.model.guideline.guideline import Guideline
from macros.model.revisions import FrozenSection

HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*\{\s*#([^\s}]+)\s*\}\s*$")
PLAIN_HEADING = re.compile(r"^#{1,6}\s+(.*?)\s*(\{[^}]*\})?\s*$")
CALL = re.compile(r"\{\{\s*(\w+)\(([^)]*)\)\s*\}\}")
LINK = re.compile(r"\[([^\]^]*)\]\(([^)]*)\)")
TURN = re.compile(r"^\{\{ chapter_end\(.*\) \}\}$", re.MULTILINE)
FOOTNOTE = re.compile(r"\[\^([^\]]+)\]")
NOTE = re.compile(r"^\[\^([^\]]+)\]:.*(?:\n(?: {4}.*)?)*", re.MULTILINE)
"""A footnote with its indented lines."""
ITEM = re.compile(r"^\s*(?:[-*]|\d+\.)\s+")
SILENT = frozenset({"section_line", "discrepancy_link", "chapter_end"})
"""Calls that say nothing of the text itself."""
SPOKEN = frozenset({"law", "activity_link", "acr", "printed_page"})
"""Calls that stand for a word of the sentence; their last argument stands for it here."""
QUOTED = frozenset({"force"})
"""Calls that show a word of the text beside the sentence; the word stands in brackets here."""
LONGEST = 6000
"""Letters of a paragraph; a longer one goes on as the next."""
LONGEST_TITLE = 600
FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)


@dataclass(frozen=True, slots=True)
class GuidePassage:
    """A section as it stands in a file: where its heading is, and its plain text."""

    file: str
    line: int
    heading: str
    level: int
    markdown: str
    section: FrozenSection


@dataclass(frozen=True, slots=True)
class GuideText:
    """The working text of the guideline; ``pages`` are Markdown files by chapter, without front matter."""

    passages: tuple[GuidePassage, ...] = ()
    pages: tuple[tuple[str, str], ...] = ()

    @property
    def sections(self) -> dict[str, FrozenSection]:
        """Sections by id, in the order of reading."""
        return {passage.section.id: passage.section for passage in self.passages}


def read_text(docs: Path, guideline: Guideline, label: str = "docs") -> GuideText:
    """The working text below ``docs/panduan``; chapters that are not there are left out."""
    listed = guideline.sections.sections if guideline.sections else ()
    ids = {section.id for section in listed}
    passages: list[GuidePassage] = []
    pages: list[tuple[str, str]] = []
    for chapter in dict.fromkeys(section.chapter for section in listed):
        stem = f"{urls.GUIDELINE}{chapter}"
        path = next((p for p in (docs / f"{stem}.md", docs / f"{stem}/index.md") if p.is_file()), None)
        if path is None:
            continue
        text = path.read_text(encoding="utf-8", errors="replace")  # ``prose`` reports what is no UTF-8
        name = f"{label}/{path.relative_to(docs).as_posix()}"
        passages += split(text, name, ids)
        pages.append((path.relative_to(docs / "panduan").as_posix(), FRONT.sub("", text)))
    order = {section.id: place for place, section in enumerate(listed)}
    passages.sort(key=lambda passage: order[passage.section.id])
    return GuideText(tuple(passages), tuple(pages))


def split(markdown: str, file: str, ids: Collection[str]) -> Iterator[GuidePassage]:
    """The sections of one page that ``ids`` names; text before the first belongs to none."""
    front = FRONT.match(markdown)
    first = markdown[: front.end()].count("\n") if front else 0
    lines = markdown[front.end() :].split("\n") if front else markdown.split("\n")
    starts = [
        (index, found)
        for index, line in enumerate(lines)
        if (found := HEADING.match(line)) and found[3] in ids
    ]
    for place, (index, found) in enumerate(starts):
        end = starts[place + 1][0] if place + 1 < len(starts) else len(lines)
        yield GuidePassage(
            file=file,
            line=first + index + 1,
            heading=found[2],
            level=len(found[1]),
            markdown="\n".join(lines[index:end]),
            section=FrozenSection(
                id=found[3],
                title=words(found[2])[:LONGEST_TITLE].strip() or found[3],
                paragraphs=tuple(paragraphs(lines[index + 1 : end])),
            ),
        )


def paragraphs(lines: list[str]) -> Iterator[str]:
    """Paragraphs, headings within and list items as lines of plain text."""
    held: list[str] = []
    for line in [*lines, ""]:
        starts = ITEM.match(line) or PLAIN_HEADING.match(line)
        if (not line.strip() or starts) and held:
            yield from _pieces(words(" ".join(held)))
            held = []
        if line.strip():
            held.append(line)
            if PLAIN_HEADING.match(line):
                yield from _pieces(words(held.pop())) or ("",)


def _pieces(text: str) -> list[str]:
    """A paragraph in pieces that a record can hold; none of an empty one."""
    return [text[start : start + LONGEST] for start in range(0, len(text), LONGEST)]


def words(markdown: str) -> str:
    """One paragraph of Markdown as readers read it."""
    heading = PLAIN_HEADING.match(markdown)
    text = heading[1] if heading else markdown
    text = CALL.sub(_called, text)
    text = FOOTNOTE.sub(r" [\1]", text)
    text = LINK.sub(r"\1", text)
    text = re.sub(r"(\*\*|__|`)", "", text)
    text = re.sub(r"(?<!\w)[*_](?=\S)(.*?)(?<=\S)[*_](?!\w)", r"\1", text)
    return " ".join(text.replace("\\", "").split())


def _called(match: re.Match[str]) -> str:
    if match[1] in SILENT:
        return ""
    arguments = [part.strip().strip("\"'") for part in match[2].split(",") if part.strip()]
    if match[1] in SPOKEN:
        return arguments[-1] if arguments else ""
    if match[1] in QUOTED:
        return f"[{' '.join(arguments)}]"
    return f"[{' '.join([match[1], *arguments])}]"


def whole(text: GuideText) -> str:
    """All chapters as one page below ``panduan/``; links between chapters become links within it.

    The links to the chapters before and after, which end each chapter, would lead nowhere else here.
    """
    anchors = {path: found[3] for path, page in text.pages for found in _headings(page)[:1]}

    def target(place: str, fragment: str) -> str:
        if place in anchors:
            return f"#{fragment or anchors[place]}"
        return f"{place}{'#' + fragment if fragment else ''}"

    pages = [(path, TURN.sub("", markdown).strip()) for path, markdown in text.pages]
    parts = [_relinked(markdown, path, target) for path, markdown in pages]
    return "\n\n".join(re.sub(r"^(#{1,5}\s)", r"#\1", part, flags=re.MULTILINE) for part in parts) + "\n"


def alone(text: GuideText, section_id: str) -> str:
    """One section with those below it, as a page of its own in ``panduan/bagian/``."""
    first, *others = _branch(text, section_id)
    here = {passage.section.id for passage in (first, *others)}
    path = first.file.partition(urls.GUIDELINE)[2]

    def target(place: str, fragment: str) -> str:
        if fragment in here and place == path:
            return f"#{fragment}"
        return f"../{place}{'#' + fragment if fragment else ''}"

    markdown = "\n".join(passage.markdown for passage in (first, *others))
    used = set(FOOTNOTE.findall(markdown))
    notes = (note for note in NOTE.finditer(dict(text.pages)[path]) if note[1] in used)
    markdown += "".join(f"\n{note[0]}" for note in notes if f"[^{note[1]}]:" not in markdown)
    raised = re.sub(rf"^#{{{first.level}}}(#*\s)", r"#\1", markdown, flags=re.MULTILINE)
    return _relinked(raised.strip(), path, target) + "\n"


def _branch(text: GuideText, section_id: str) -> list[GuidePassage]:
    """A section and those that follow it on a lower level."""
    places = [passage.section.id for passage in text.passages]
    start = places.index(section_id)
    first = text.passages[start]
    found = [first]
    for passage in text.passages[start + 1 :]:
        if passage.file != first.file or passage.level <= first.level:
            break
        found.append(passage)
    return found


def _relinked(markdown: str, path: str, target: Callable[[str, str], str]) -> str:
    """Markdown of the page ``path`` with every link of the site led through ``target``."""
    folder = posixpath.dirname(path)

    def link(match: re.Match[str]) -> str:
        href, _, fragment = match[2].partition("#")
        if "://" in href:
            return match[0]
        place = posixpath.normpath(posixpath.join(folder, href)) if href else path
        return f"[{match[1]}]({target(place, fragment)})"

    return LINK.sub(link, markdown)


def _headings(markdown: str) -> list[re.Match[str]]:
    return [found for line in markdown.split("\n") if (found := HEADING.match(line))]
