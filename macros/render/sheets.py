"""How a form is laid out on paper: what shares a line, what stands side by side, how the table's head runs.

Nothing here knows a particular form; it follows from the kinds, labels and columns of its fields.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from macros.model.guideline.forms import CHOSEN, FieldKind, Form, FormColumn, FormField, FormRow, FormSection

WIDE_FROM = 5
"""Columns of a table from which a form lies on its side."""
PLAIN_ROWS = 8
"""Rows to write in that a printed table of short cells has."""
TALL_ROWS = 6
"""The same for a table with cells that hold several lines."""
ON_SCREEN = 2
"""Of these, how many are drawn on a screen, where nobody writes in them."""
LINES_BESIDE_TABLE = 7
LINES_ALONE = 11
"""Ruled lines of a field for long text, in a form with a table and in one without."""
SHORT = frozenset({FieldKind.TEXT, FieldKind.NUMBER, FieldKind.MONEY, FieldKind.DATE, FieldKind.CHOICE})


@dataclass(frozen=True, slots=True)
class Line:
    """Fields that share a line, behind words that they share."""

    lead: str | None
    fields: tuple[FormField, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A section with its lines; ``cells`` puts short fields into one row, ``half`` two sections abreast."""

    section: FormSection
    lines: tuple[Line, ...]
    cells: bool
    half: bool


@dataclass(frozen=True, slots=True)
class Group:
    """Neighbouring columns under one heading; without one, ``label`` is ``None``."""

    label: str | None
    columns: tuple[FormColumn, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: printed, or empty (``row`` is ``None``); ``more`` is drawn on paper only."""

    row: FormRow | None
    more: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """A form on paper."""

    form: Form
    wide: bool
    ruled: int
    parts: tuple[Part, ...]


def sheet(form: Form) -> Sheet:
    """A form as it is laid out."""
    tables = [field for field in form.fields() if field.kind is FieldKind.TABLE]
    halves = _halves(form.sections)
    return Sheet(
        form=form,
        wide=any(len(field.columns) >= WIDE_FROM for field in tables),
        ruled=LINES_BESIDE_TABLE if tables else LINES_ALONE,
        parts=tuple(
            Part(section, tuple(_lines(section)), cells=_is_head(section), half=section.id in halves)
            for section in form.sections
        ),
    )


def groups(columns: tuple[FormColumn, ...]) -> tuple[Group, ...]:
    """Columns by the heading that they share with their neighbours."""
    found: list[Group] = []
    for column in columns:
        if found and column.group is not None and found[-1].label == column.group:
            found[-1] = Group(column.group, (*found[-1].columns, column))
        else:
            found.append(Group(column.group, (column,)))
    return tuple(found)


def rows(field: FormField) -> tuple[Row, ...]:
    """Printed rows, and empty ones where the form lets them be added."""
    tall = any(column.parts or column.kind is FieldKind.LONG_TEXT for column in field.columns)
    free = max(TALL_ROWS if tall else PLAIN_ROWS - len(field.rows), 1)
    empty = [Row(None, more=index >= ON_SCREEN) for index in range(free)]
    if not field.rows:
        return tuple(empty)
    found: list[Row] = []
    for row in field.rows:
        found.append(Row(row, more=False))
        if row.repeat:
            found += [Row(None, more=True) for _ in empty]
    return tuple(found)


def _lines(section: FormSection) -> Iterator[Line]:
    """Fields line by line: boxes stand beside or under what they belong to, as on paper."""
    lead: str | None = None
    held: list[FormField] = []
    for field in section.fields:
        before = held[-1] if held else None
        if before is not None and _joins(before, field):
            held.append(field)
            continue
        if held:
            yield Line(lead, tuple(held))
        lead, held = field.lead, [field]
    yield Line(lead, tuple(held))


def _joins(before: FormField, field: FormField) -> bool:
    if field.lead is not None and field.lead in {before.lead, before.label}:
        return True
    return field.label is None and before.label is None and {field.kind, before.kind} <= CHOSEN


def _is_head(section: FormSection) -> bool:
    """Whether a section is an untitled row of facts, as at the head of a form or where it is signed."""
    return section.title is None and all(
        field.kind in SHORT or field.kind is FieldKind.SIGNATURE for field in section.fields
    )


def _halves(sections: tuple[FormSection, ...]) -> frozenset[str]:
    """Sections to stand abreast: neighbours in pairs, titled, of short fields with the same kinds."""
    found: set[str] = set()
    for left, right in pairwise(sections):
        if left.id not in found and _pairs(left) and _pairs(right):
            found |= {left.id, right.id}
    return frozenset(found)


def _pairs(section: FormSection) -> bool:
    return (
        section.title is not None
        and len(section.fields) > WIDE_FROM
        and all(field.kind in SHORT for field in section.fields)
    )
