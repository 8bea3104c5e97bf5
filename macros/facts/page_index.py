"""Every page of the site by its title, generated or written by hand: what an index from A to Z lists."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from macros.source.yaml_reader import read

FENCE = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
NUMBERED = re.compile(r"^(\d+(?:\.\d+)*|[A-Z]\w+ (?:\d+(?:\.\d+)*|[IVX]+)\.?) (?=\S)")
"""A number or a name with a number before a title: ``2.1``, ``Lampiran II.``, ``Bab 3.``."""
CHAPTER_COLON = re.compile(r"^([A-Z]\w+): (?=\S)")


@dataclass(frozen=True, slots=True)
class IndexedPage:
    """A page: its address below the root, title and description, and its Markdown if written by hand."""

    url: str
    title: str
    description: str = ""
    markdown: str = ""


PageIndex = tuple[IndexedPage, ...]


@dataclass(frozen=True, slots=True)
class Spot:
    """Where an entry of an index leads; ``label`` tells pages of the same name apart."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """A name in the index and the pages that bear it."""

    name: str
    spots: tuple[Spot, ...]


def list_pages(generated: Iterable[tuple[str, str]], docs: Path) -> PageIndex:
    """Every page but those that only lead on: ``generated`` as path and text, and those in ``docs``."""
    sheets = {sheet.url: sheet for path, text in generated if (sheet := _sheet(path, text, "")) is not None}
    for path in sorted(docs.rglob("*.md")):
        text = path.read_text(encoding="utf-8", errors="replace")  # ``prose`` reports what is no UTF-8
        sheet = _sheet(path.relative_to(docs).as_posix(), text, FENCE.sub("", text))
        if sheet is not None and sheet.url not in sheets:
            sheets[sheet.url] = sheet
    return tuple(sheets[url] for url in sorted(sheets))


def _sheet(path: str, text: str, markdown: str) -> IndexedPage | None:
    found = FENCE.match(text)
    source, _ = read(found[1].encode(), path) if found else (None, [])
    front = source.data if source is not None and isinstance(source.data, dict) else {}
    if "redirect" in front or not isinstance(front.get("title"), str):
        return None
    url = re.sub(r"(^|/)index/$", r"\1", path.removesuffix(".md") + "/")
    return IndexedPage(url, _text(front["title"]), _text(front.get("description", "")), markdown)


def _text(value: object) -> str:
    """A value of front matter as characters: generated pages hold them as references."""
    return html.unescape(value).replace("\N{NO-BREAK SPACE}", " ") if isinstance(value, str) else ""


def index(
    page_index: PageIndex, marks: dict[str, str], folders: dict[str, str]
) -> list[tuple[str, list[IndexEntry]]]:
    """The pages from A to Z by letter; pages of one name are one entry.

    ``marks`` are endings of titles that name an edition, and how they are said here; ``folders`` says of
    pages below a path what they are.
    """
    found: dict[str, tuple[str, list[Spot]]] = {}
    for sheet in page_index:
        name, label = _named(sheet.title, marks)
        held = [label, *(said for folder, said in folders.items() if sheet.url.startswith(folder))]
        label = ", ".join(filter(None, held))
        found.setdefault(name.casefold(), (name, []))[1].append(Spot(label, sheet.url))
    letters: dict[str, list[IndexEntry]] = {}
    for key in sorted(found):
        name, spots = found[key]
        letters.setdefault(_letter(name), []).append(IndexEntry(name, tuple(sorted(spots, key=_order))))
    return sorted(letters.items())


def _order(spot: Spot) -> tuple[str, str]:
    return spot.label, spot.url


def _named(title: str, marks: dict[str, str]) -> tuple[str, str]:
    """A title without its number and its edition, and those two as a label."""
    parts: list[str] = []
    for ending, said in marks.items():
        if title.endswith(f", {ending}"):
            title = title.removesuffix(f", {ending}")
            parts.append(said)
    for pattern in (NUMBERED, CHAPTER_COLON):
        if (match := pattern.match(title)) is not None:
            title = title[match.end() :]
            parts.insert(0, match[1].rstrip("."))
    return title[:1].upper() + title[1:], ", ".join(parts)


def _letter(name: str) -> str:
    first = next(iter(re.findall(r"[^\W_]", name)), "#").upper()
    return first if first.isalpha() else "#"


def stamp(docs: Path) -> tuple[tuple[str, int], ...]:
    """What changes whenever a page below ``docs`` is written: names and times, nothing of what they hold."""
    return tuple((path.as_posix(), path.stat().st_mtime_ns) for path in sorted(docs.rglob("*.md")))
