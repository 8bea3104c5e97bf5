"""A sheet as plain text for a terminal, wrapped, in colour or with ``[-marks-]{+of change+}``."""

from __future__ import annotations

from collections.abc import Iterator

from macros.documents.text import NARROWEST, Page, Span, Style, shown_spans
from macros.review.items import Sheet
from macros.review.layout import Entry, Line, Part, Point, layout
from macros.wording import review as words
from macros.wording.phrases import NBSP


def text(sheet: Sheet, *, width: int, colour: bool) -> str:
    """``sheet`` as text of lines up to ``width`` columns; one line when there is nothing to tell."""
    if sheet.quiet:
        return f"{sheet.verdict}\n"
    page = Page(max(width, NARROWEST), colour=colour)
    return "\n".join(_lines(sheet, page)).replace(NBSP, " ") + "\n"


def _lines(sheet: Sheet, page: Page) -> Iterator[str]:
    found = layout(sheet)
    yield from page.heading(found.title, "=")
    yield from page.wrapped([Span(found.verdict, Style.HEADING)])
    for part in found.parts:
        yield from _part(part, page)
    yield ""
    yield from page.heading(words.FOUNDATION, "-")
    for line in found.foundation:
        yield from page.wrapped([Span(f"{line.label} {line.text}")], "* ", "  ")
    yield from page.wrapped([Span(words.HOW_TO_CHECK)])


def _part(part: Part, page: Page) -> Iterator[str]:
    yield ""
    yield from page.heading(part.heading, "-")
    if part.about:
        yield from page.wrapped([Span(part.about)])
    for entry in part.entries:
        if not part.brief:
            yield ""
        yield from _entry(entry, page)


def _entry(entry: Entry, page: Page) -> Iterator[str]:
    yield from page.wrapped([Span(entry.title, Style.HEADING)], "* ", "  ")
    about = ", ".join(filter(None, (entry.where, entry.place)))
    if about:
        yield from page.wrapped([Span(about)], "  ", "  ")
    for point in entry.points:
        for spans in _point(point):
            yield from page.wrapped(spans, "    ", "    ")


def _point(point: Point) -> Iterator[list[Span]]:
    if isinstance(point, Line):
        yield [Span(f"{point.label} {point.text}".strip())]
    else:
        yield from shown_spans(point)
