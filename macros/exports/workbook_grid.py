"""A worksheet written from top to bottom on a fixed grid of columns, with names for the cells to fill in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from io import BytesIO
from math import ceil

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from macros.model.guideline.forms import FieldKind
from macros.wording import workbooks as words

A4 = 9
FONT, SIZE = "Arial", 9
LINE = 12.5
"""Height of a line, points."""
TALLEST = 400
"""Excel's rows end at 409 points."""
FOOTER, NAME, LIST = 80, 31, 255
"""Characters of a footer, and the most that the name of a sheet and a list of values may have."""
INK, PANEL, FILL, DRAFT, EDGE = "#14191F", "#F3F5F6", "#FFFBEB", "#F6EFFB", "#6B7580"
NUMBERS = {
    FieldKind.MONEY: r"[$Rp-421]\ #,##0",
    FieldKind.NUMBER: "#,##0",
    FieldKind.DATE: "[$-421]d\\ mmmm\\ yyyy",
}
"""Number formats; what is none of these is text, also when it looks like a number or a formula."""
TEXT = "@"


class Book:
    """A workbook in memory: the same bytes for the same content, whatever the day."""

    def __init__(self, title: str, company: str, comments: str, year: int) -> None:
        """``year`` stands for the time of making, which must not depend on the clock."""
        self._bytes = BytesIO()
        self.book = Workbook(
            self._bytes,
            {
                "in_memory": True,
                "strings_to_formulas": False,
                "strings_to_urls": False,
                "strings_to_numbers": False,
                "default_format_properties": {"font_name": FONT, "font_size": SIZE},
            },
        )
        made = datetime(year, 1, 1, tzinfo=UTC).replace(tzinfo=None)
        self.book.set_properties({"title": title, "company": company, "comments": comments, "created": made})
        self._formats: dict[tuple[tuple[str, object], ...], Format] = {}

    def style(self, **properties: object) -> Format:
        """A format, made once."""
        all_ = {"valign": "top", "text_wrap": True, "font_color": INK, **properties}
        key = tuple(sorted(all_.items()))
        if key not in self._formats:
            self._formats[key] = self.book.add_format(all_)
        return self._formats[key]

    def name(self, name: str, sheet: str, first: str, last: str | None = None) -> None:
        """Call a cell, or the cells from ``first`` to ``last``, by a name: letters, digits, underscores."""
        absolute = ":".join(
            f"${cell.rstrip('0123456789')}${_digits(cell)}" for cell in filter(None, (first, last))
        )
        quoted = sheet.replace("'", "''")
        self.book.define_name(name.replace("-", "_"), f"='{quoted}'!{absolute}")

    def free(self, name: str) -> str:
        """A name that a sheet may have and none has yet."""
        plain = re.sub(r"[\[\]:*?/\\\s]+", " ", name).strip(" '")[:NAME] or "-"
        taken = {sheet.get_name().lower() for sheet in self.book.worksheets()}
        count = 1
        while (found := plain if count == 1 else f"{plain[: NAME - 4]} {count}").lower() in taken:
            count += 1
        return found

    def close(self) -> bytes:
        """The file."""
        self.book.close()
        return self._bytes.getvalue()


class Grid:
    """One worksheet and the row that comes next."""

    def __init__(
        self, book: Book, name: str, widths: Sequence[float], footer: str, *, upright: bool = False
    ) -> None:
        """``widths`` are in characters; it prints on A4, as wide as the paper, on its side or upright."""
        self.made = book
        self.name = name = book.free(name)
        self.widths = widths
        self.row = 0
        self.sheet: Worksheet = book.book.add_worksheet(name)
        for index, width in enumerate(widths):
            self.sheet.set_column(index, index, width)
        if not upright:
            self.sheet.set_landscape()
        self.sheet.set_paper(A4)
        self.sheet.set_margins(left=0.4, right=0.4, top=0.4, bottom=0.55)
        self.sheet.set_footer(f"&L&8{footer[:FOOTER].replace('&', '&&')}&R&8{words.PAGE}")
        self.sheet.fit_to_pages(1, 0)
        self.sheet.hide_gridlines(2)

    @property
    def last(self) -> int:
        """The last column."""
        return len(self.widths) - 1

    def width(self, first: int, last: int) -> float:
        """Characters from one column to another."""
        return sum(self.widths[first : last + 1])

    def upto(self, first: int, wanted: float) -> int:
        """The column at which cells from ``first`` are at least ``wanted`` characters wide."""
        last = first
        while last < self.last and self.width(first, last) < wanted:
            last += 1
        return last

    def write(self, row: int, first: int, last: int, text: str | None, style: Format, rows: int = 1) -> None:
        """A text, or an empty cell, over one or more columns and rows."""
        if first != last or rows > 1:
            self.sheet.merge_range(row, first, row + rows - 1, last, "", style)
        if text:
            self.sheet.write_string(row, first, text, style)
        else:
            self.sheet.write_blank(row, first, None, style)

    def band(self, text: str, *, size: int = SIZE, gap: float = 0, **properties: object) -> None:
        """A text over the whole width, as tall as it needs to be."""
        style = self.made.style(font_size=size, **properties)
        self.write(self.row, 0, self.last, text, style)
        scale = size / SIZE
        self.tall(self.row, [(text, self.width(0, self.last) / scale)], line=LINE * scale, gap=gap)
        self.row += 1

    def tall(
        self, row: int, texts: Iterable[tuple[str | None, float]], line: float = LINE, gap: float = 0
    ) -> None:
        """Set the height of a row to that of its longest text; merged cells do not grow by themselves."""
        most = max((lines(text, width) for text, width in texts if text), default=1)
        self.sheet.set_row(row, min(most * line + 3 + gap, TALLEST))

    def blank(self, kind: FieldKind) -> Format:
        """The format of a cell to fill in."""
        format_ = NUMBERS.get(kind, TEXT)
        align = {} if format_ == TEXT else {"align": "left" if kind is FieldKind.DATE else "right"}
        return self.made.style(bg_color=FILL, border=1, border_color=EDGE, num_format=format_, **align)

    def check(self, first: tuple[int, int], last: tuple[int, int], rule: dict[str, object]) -> None:
        """Offer or expect values in cells; what does not fit is asked about and never refused."""
        self.sheet.data_validation(*first, *last, {"error_type": "warning", "ignore_blank": True, **rule})

    def expect(self, kind: FieldKind, first: tuple[int, int], last: tuple[int, int]) -> None:
        """Expect a number or a date where the kind of a field says so."""
        if kind in {FieldKind.NUMBER, FieldKind.MONEY}:
            title, message = words.CHECK_NUMBER
            rule = {"validate": "decimal", "criteria": ">=", "value": 0}
        elif kind is FieldKind.DATE:
            title, message = words.CHECK_DATE
            rule = {"validate": "date", "criteria": ">=", "value": datetime(1900, 1, 1)}  # noqa: DTZ001
        else:
            return
        self.check(first, last, {**rule, "error_title": title, "error_message": message})

    def offer(self, source: str | list[str], first: tuple[int, int], last: tuple[int, int]) -> None:
        """A list to choose from: a range, or the values themselves where Excel can hold them in a list."""
        if isinstance(source, list) and (any("," in one for one in source) or len(",".join(source)) > LIST):
            return
        title, message = words.CHECK_LIST
        self.check(
            first,
            last,
            {"validate": "list", "source": source, "error_title": title, "error_message": message},
        )


def lines(text: str, width: float) -> int:
    """How many lines a text takes in a cell of so many characters; letters are narrower than digits."""
    return sum(max(1, ceil(len(part) * 0.86 / max(width, 1))) for part in text.split("\n"))


def cell(row: int, column: int) -> str:
    """``A1`` for 0, 0."""
    return str(xl_rowcol_to_cell(row, column))


def letter(column: int) -> str:
    """``A`` for 0."""
    return str(xl_col_to_name(column))


def _digits(reference: str) -> str:
    return reference.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
