"""A sheet as a comment on GitHub: inert whatever the data hold, and never longer than a comment may be."""

from __future__ import annotations

from collections.abc import Iterator

from macros.documents.markdown import escaped, paragraphs, shown_lines
from macros.review.items import Sheet
from macros.review.layout import Entry, Layout, Line, Part, Point, layout
from macros.wording import review as words
from macros.wording.phrases import NBSP

LONGEST = 60_000
"""Characters of a comment; GitHub takes 65,536."""


def markdown(sheet: Sheet) -> str:
    """``sheet`` as GitHub-flavoured Markdown; one line when there is nothing to tell."""
    if sheet.quiet:
        return f"{_said(sheet.verdict)}\n"
    found = layout(sheet)
    head, tail = "\n".join(_head(found)), "\n".join(_tail(found))
    room = LONGEST - len(head) - len(tail) - len(words.left_out(1_000_000)) - 10
    body, left = _body(found, room)
    rest = ["", f"**{escaped(_plain(words.left_out(left)))}**"] if left else []
    return "\n".join([head, *body, *rest, tail]) + "\n"


def _body(found: Layout, room: int) -> tuple[list[str], int]:
    """What fits of the parts, in their order, and how many entries do not."""
    body: list[str] = []
    left = 0
    for part in found.parts:
        opening = list(_opening(part))
        for place, entry in enumerate(part.entries):
            lines = [*(opening if place == 0 else ()), *_entry(entry, brief=part.brief)]
            size = sum(len(line) + 1 for line in lines)
            if left or size > room:
                left += 1
                continue
            room -= size
            body += lines
    return body, left


def _head(found: Layout) -> Iterator[str]:
    yield from (f"# {_said(found.title)}", "", f"**{_said(found.verdict)}**")


def _tail(found: Layout) -> Iterator[str]:
    yield from ("", f"## {_said(words.FOUNDATION)}", "")
    yield from (f"- {_line(line)}" for line in found.foundation)
    yield from ("", _said(words.HOW_TO_CHECK))


def _opening(part: Part) -> Iterator[str]:
    yield from ("", f"## {_said(part.heading)}")
    if part.about:
        yield from ("", _said(part.about))
    if part.brief:
        yield ""


def _entry(entry: Entry, *, brief: bool) -> Iterator[str]:
    if brief:
        yield f"- {paragraphs(_plain(entry.title))}{_aside(entry.place)}"
        yield from (f"  - {line}" for point in entry.points for line in _point(point))
        return
    yield from ("", f"### {_said(entry.title)}", "", f"{_said(entry.where)}{_aside(entry.place)}")
    if entry.points:
        yield ""
    yield from (f"- {line}" for point in entry.points for line in _point(point))


def _aside(place: str) -> str:
    return f" ({_said(place)})" if place else ""


def _point(point: Point) -> Iterator[str]:
    if isinstance(point, Line):
        yield _line(point)
    else:
        yield from (_plain(line) for line in shown_lines(point))


def _line(line: Line) -> str:
    said = paragraphs(_plain(line.text))
    return f"{_said(line.label)} {said}" if line.label else said


def _said(text: str) -> str:
    return escaped(_plain(text))


def _plain(text: str) -> str:
    return text.replace(NBSP, " ")
