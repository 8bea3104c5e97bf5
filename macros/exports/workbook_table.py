"""A table of a form on a worksheet: its heads, room for rows, sums, and a name for every column."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from macros.exports.workbook_grid import DRAFT, EDGE, PANEL, Grid, cell, letter, lines
from macros.model.guideline.forms import Choices, FieldKind, FormColumn, FormField, FormPart
from macros.wording import workbooks as words

CAPACITY = 200
"""Rows that a table has room for."""
VISIBLE = 8
"""Of these, how many are seen before more are unfolded."""
WIDTHS = {
    FieldKind.TEXT: 24.0,
    FieldKind.LONG_TEXT: 30.0,
    FieldKind.NUMBER: 11.0,
    FieldKind.MONEY: 19.0,
    FieldKind.DATE: 16.0,
    FieldKind.CHOICE: 9.0,
}
NARROW = {FieldKind.TEXT: 16.0, FieldKind.LONG_TEXT: 23.0}
"""The same where a table has many columns."""
MANY = 9
WIDEST, WIDE = 34.0, 160.0
"""Characters of the column that names a row, and of a sheet that fills the paper."""
SUMMED = frozenset({FieldKind.NUMBER, FieldKind.MONEY})


@dataclass(frozen=True, slots=True)
class Leaf:
    """A column of cells: a column of the form, or a small field inside one."""

    column: FormColumn
    part: FormPart | None

    @property
    def kind(self) -> FieldKind:
        """What is filled in."""
        return self.part.kind if self.part else self.column.kind

    @property
    def id(self) -> str:
        """Its part of the name of its cells."""
        return f"{self.column.id}__{self.part.id}" if self.part else self.column.id


@dataclass(frozen=True, slots=True)
class Placed:
    """A table on a sheet: the rows of its body, counted from 0."""

    sheet: str
    first: int
    leaves: tuple[Leaf, ...]


def leaves(field: FormField) -> tuple[Leaf, ...]:
    """The columns of cells of a table."""
    found: list[Leaf] = []
    for column in field.columns:
        found += [Leaf(column, part) for part in column.parts] or [Leaf(column, None)]
    return tuple(found)


def widths(field: FormField) -> list[float]:
    """Widths of the columns of cells, characters."""
    cells = leaves(field)
    known = {**WIDTHS, **NARROW} if len(cells) > MANY else WIDTHS
    found = [known[leaf.kind] for leaf in cells]
    if field.rows:
        found[0] = WIDEST
    scale = max(WIDE / sum(found), 1)
    return [round(width * scale, 1) for width in found]


def table(
    grid: Grid, field: FormField, sources: Mapping[Choices, str | list[str]], before: Placed | None
) -> Placed:
    """Write a table from the grid's row on.

    A table that begins with the same column as the one before it tells more about the same rows: that
    column repeats the other's by formula.
    """
    _heads(grid, field)
    placed = Placed(grid.name, grid.row, leaves(field))
    follows = before if before and before.leaves[0].id == placed.leaves[0].id else None
    _body(grid, field, placed, follows, sources)
    _totals(grid, field, placed)
    return placed


def _heads(grid: Grid, field: FormField) -> None:
    """Numbers, groups, labels, parts and guidance, each in a row where the table has any."""
    start = grid.row
    style = grid.made.style(bold=True, bg_color=PANEL, border=1, border_color=EDGE, align="center")
    spans = list(_spans(field))
    if any(column.number for column in field.columns):
        for column, first, last in spans:
            grid.write(grid.row, first, last, column.number, style)
        grid.row += 1
    grouped = any(column.group for column in field.columns)
    parted = any(column.parts for column in field.columns)
    if grouped:
        for text, first, last in _runs(field):
            grid.write(grid.row, first, last, text, style)
    top = grid.row + grouped
    for column, first, last in spans:
        row = top if column.group or not grouped else top - 1
        down = (top - row) + 1 + (parted and not column.parts)
        grid.write(row, first, last, column.label, style, rows=down)
    grid.tall(top, [(column.label, grid.width(first, last) * 0.85) for column, first, last in spans])
    if parted:
        for index, leaf in enumerate(leaves(field)):
            if leaf.part is not None:
                grid.write(top + 1, index, index, leaf.part.label, style)
        grid.tall(
            top + 1,
            [(leaf.part.label, grid.widths[index]) for index, leaf in enumerate(leaves(field)) if leaf.part],
        )
    grid.row = top + 1 + parted
    grid.sheet.repeat_rows(start, grid.row - 1)
    _guide(grid, spans)


def _guide(grid: Grid, spans: list[tuple[FormColumn, int, int]]) -> None:
    """The row that says how each column is filled in, or what it is based on."""
    texts = [(_guidance(column), first, last) for column, first, last in spans]
    if not any(text for text, _, _ in texts):
        return
    proposed = any(column.basis for column, _, _ in spans)
    ground = {"bg_color": DRAFT} if proposed else {}
    style = grid.made.style(font_size=8, italic=True, border=1, border_color=EDGE, **ground)
    for text, first, last in texts:
        grid.write(grid.row, first, last, text, style)
    grid.tall(grid.row, [(text, grid.width(first, last)) for text, first, last in texts], line=11.5)
    grid.row += 1


def _guidance(column: FormColumn) -> str:
    chosen = " / ".join(option.label for part in column.parts for option in part.options)
    said = (column.help, words.basis(column.basis) if column.basis else None, chosen or None)
    return "\n".join(text for text in said if text)


def _body(
    grid: Grid,
    field: FormField,
    placed: Placed,
    follows: Placed | None,
    sources: Mapping[Choices, str | list[str]],
) -> None:
    first, last = placed.first, placed.first + CAPACITY - 1
    index = {leaf.id: number for number, leaf in enumerate(placed.leaves)}
    labels = [row for row in field.rows if not row.total]
    sums = grid.made.style(
        bg_color=PANEL,
        border=1,
        border_color=EDGE,
        align="right",
        num_format=grid.blank(FieldKind.MONEY).num_format,
    )
    plain_sums = grid.made.style(
        bg_color=PANEL, border=1, border_color=EDGE, align="right", num_format="#,##0"
    )
    repeated = grid.made.style(bg_color=PANEL, border=1, border_color=EDGE)
    for column, leaf in enumerate(placed.leaves):
        for row in range(first, last + 1):
            if leaf.column.sum_of:
                cells = ",".join(cell(row, index[other]) for other in leaf.column.sum_of)
                style = sums if leaf.kind is FieldKind.MONEY else plain_sums
                grid.sheet.write_formula(row, column, f'=IF(COUNT({cells})=0,"",SUM({cells}))', style, "")
            elif column == 0 and follows is not None:
                other = f"'{follows.sheet}'!{cell(follows.first + row - first, 0)}"
                grid.sheet.write_formula(row, 0, f'=IF({other}="","",{other})', repeated, "")
            elif column == 0 and row - first < len(labels):
                grid.sheet.write_string(row, 0, labels[row - first].label, grid.blank(leaf.kind))
            else:
                grid.sheet.write_blank(row, column, None, grid.blank(leaf.kind))
        _offer(grid, leaf, (first, column), (last, column), sources)
        grid.made.name(f"kolom__{field.id}__{leaf.id}", grid.name, cell(first, column), cell(last, column))
    for row in range(first + VISIBLE, last + 1):
        grid.sheet.set_row(row, None, None, {"level": 1, "hidden": True})
    grid.sheet.set_row(last + 1, None, None, {"collapsed": True})
    grid.row = last + 1


def _offer(
    grid: Grid,
    leaf: Leaf,
    first: tuple[int, int],
    last: tuple[int, int],
    sources: Mapping[Choices, str | list[str]],
) -> None:
    if leaf.column.sum_of:
        return
    if leaf.part is not None and leaf.part.options:
        grid.offer([option.label for option in leaf.part.options], first, last)
    elif leaf.part is None and (source := _source(leaf, sources)):
        grid.offer(source, first, last)
    else:
        grid.expect(leaf.kind, first, last)


def _source(leaf: Leaf, sources: Mapping[Choices, str | list[str]]) -> str | list[str] | None:
    return sources.get(leaf.column.options_from) if leaf.column.options_from else None


def _totals(grid: Grid, field: FormField, placed: Placed) -> None:
    """The printed row of sums, or one that says that it is added; none where there is no money to add up."""
    printed = next((row.label for row in field.rows if row.total), None)
    if printed is None and not any(leaf.kind is FieldKind.MONEY for leaf in placed.leaves):
        return
    style = grid.made.style(bold=True, bg_color=PANEL, border=1, border_color=EDGE, top=2)
    label = printed or words.TOTAL_ADDED
    grid.sheet.write_string(grid.row, 0, label, style)
    grid.sheet.set_row(grid.row, lines(label, grid.widths[0]) * 12.5 + 3, None, {"collapsed": True})
    for column, leaf in enumerate(placed.leaves[1:], 1):
        if leaf.kind not in SUMMED:
            grid.sheet.write_blank(grid.row, column, None, style)
            continue
        format_ = grid.blank(leaf.kind).num_format
        sums = grid.made.style(
            bold=True, bg_color=PANEL, border=1, border_color=EDGE, top=2, align="right", num_format=format_
        )
        area = f"{letter(column)}{placed.first + 1}:{letter(column)}{placed.first + CAPACITY}"
        grid.sheet.write_formula(grid.row, column, f"=SUM({area})", sums, 0)
        grid.made.name(f"jumlah__{field.id}__{leaf.id}", grid.name, cell(grid.row, column))
    grid.row += 1


def _spans(field: FormField) -> Iterator[tuple[FormColumn, int, int]]:
    """Columns of the form with the first and last column of cells of each."""
    at = 0
    for column in field.columns:
        size = max(len(column.parts), 1)
        yield column, at, at + size - 1
        at += size


def _runs(field: FormField) -> Iterator[tuple[str, int, int]]:
    """Shared heads with the columns of cells that they stand over."""
    held: tuple[str, int, int] | None = None
    for column, first, last in _spans(field):
        if held and column.group == held[0]:
            held = (held[0], held[1], last)
            continue
        if held:
            yield held
        held = (column.group, first, last) if column.group else None
    if held:
        yield held
