"""The guideline's forms as workbooks to fill in: by hand, or by the tools of the site.

Every cell to fill in has a defined name, so that a script needs no layout: ``isian__FIELD`` (a box of a
field that can be ticked: ``isian__FIELD__OPTION``), ``kolom__TABLE__COLUMN`` for the rows of a table, and
``jumlah__TABLE__COLUMN`` for a sum; hyphens of ids become underscores.
"""

from __future__ import annotations

from collections.abc import Iterator

from macros.exports.artifact import Artifact
from macros.exports.workbook_grid import DRAFT, EDGE, PANEL, Book, Grid, cell
from macros.exports.workbook_table import Placed, table, widths
from macros.facts import urls
from macros.facts.companions import Relations
from macros.model.catalogue import ProgrammeInfo
from macros.model.edition import Edition
from macros.model.guideline.forms import Choices, FieldKind, Form, FormField, FormSection
from macros.model.programme import Programme
from macros.wording import forms
from macros.wording import workbooks as words
from macros.wording.dates import MONTHS
from macros.wording.menu import PACKAGE

"""Where the pages of the forms stand, and their workbooks beside them."""
GRID = [16.0] * 6
"""Columns of a form without a table."""
LABEL, VALUE = 30.0, 40.0
"""Characters for the label of a field and for its value."""
LONG = 96.0
"""Points of room for a text of several lines."""
SIGNED = 42.0
"""Points of room for a signature."""


def export(programme: Programme) -> Iterator[Artifact]:
    """``pemantauan/formulir/FORM.xlsx`` for every form."""
    for form in programme.guideline.forms:
        yield Artifact(urls.workbook(form.id), workbook(form, programme))


def workbook(form: Form, programme: Programme) -> bytes:
    """A form as an XLSX file, with the current edition's menu to choose from."""
    info, edition = programme.catalogue.programme, programme.current
    year = edition.info.fiscal_year if edition else 2000
    author = info.editors if form.proposal else info.owner
    book = Book(f"{form.label}. {form.title}", author, forms.origin(form.source), year)
    first = next((field for field in form.fields() if field.kind is FieldKind.TABLE), None)
    asked = {c.options_from for field in form.fields() for c in field.columns if c.options_from}
    footer = f"{info.name}. {form.label}"
    grid = Grid(book, form.label, widths(first) if first else GRID, footer, upright=first is None)
    menu = edition if edition and asked & {Choices.ACTIVITIES, Choices.PACKAGES} else None
    _opening(grid, form, info, menu=menu is not None, table=first is not None)
    _sections(grid, form, _sources(menu))
    _closing(grid, form)
    if menu is not None:
        _menu(book, menu, programme)
    return book.close()


def _sources(edition: Edition | None) -> dict[Choices, str | list[str]]:
    """Where the values that a column offers stand."""
    found: dict[Choices, str | list[str]] = {Choices.MONTHS: list(MONTHS)}
    if edition is not None:
        rows = len(edition.activities), len(edition.packages)
        found[Choices.ACTIVITIES] = f"='{words.MENU}'!$A$3:$A${rows[0] + 2}"
        found[Choices.PACKAGES] = (
            f"='{words.MENU}'!${words.MENU_PACKAGES}$3:${words.MENU_PACKAGES}${rows[1] + 2}"
        )
    return found


def _opening(grid: Grid, form: Form, info: ProgrammeInfo, *, menu: bool, table: bool) -> None:
    owner = "" if form.proposal else f"{info.owner}. "
    grid.band(f"{owner}{info.name}. {form.label}", font_color=EDGE)
    grid.band(form.title, size=14, bold=True, gap=4)
    if form.proposal:
        grid.band(words.proposal(form.note), bg_color=DRAFT, border=4)
    grid.band(words.how(form, menu=menu, table=table), gap=4, italic=True)
    if form.intro:
        grid.band(form.intro, gap=4)


def _sections(grid: Grid, form: Form, sources: dict[Choices, str | list[str]]) -> None:
    """Every section in order; a second table gets a sheet of its own, so that both can grow."""
    before: Placed | None = None
    for section in form.sections:
        here, lead = grid, None
        for field in section.fields:
            if field.kind is FieldKind.TABLE and before is not None:
                name = section.title or field.id
                here = Grid(grid.made, name, widths(field), f"{form.label}: {name}")
                here.band(f"{form.label}. {form.title}", font_color=EDGE)
        _section(here, section)
        for field in section.fields:
            if field.kind is FieldKind.TABLE:
                if field.label:
                    here.band(field.label, bold=True)
                before = table(here, field, sources, before)
                _about(here, field)
            else:
                _field(here, field, lead)
                lead = field.lead
        _end(here)


def _section(grid: Grid, section: FormSection) -> None:
    if section.title is not None:
        title = section.title if section.number is None else f"{section.number}. {section.title}"
        grid.band(title, bold=True, bg_color=PANEL, top=1)
    for text in (section.help, *(f"- {point}" for point in section.points)):
        if text:
            grid.band(text, italic=True)


def _end(grid: Grid) -> None:
    """A little air, and the area to print as far as the sheet goes by now."""
    grid.sheet.set_row(grid.row, 6)
    grid.row += 1
    grid.sheet.print_area(0, 0, grid.row - 1, grid.last)


def _field(grid: Grid, field: FormField, lead: str | None) -> None:
    """Label, room to write, and help beside it; ``lead`` is the shared word of the field before."""
    if field.lead not in {None, lead} and field.lead is not None and field.label is not None:
        grid.band(field.lead, font_color=EDGE)
    if field.kind is FieldKind.LIST:
        _list(grid, field)
    elif field.kind is FieldKind.TICK:
        _ticks(grid, field)
    elif field.kind is FieldKind.LONG_TEXT:
        _long(grid, field)
    else:
        _short(grid, field)
    _about(grid, field)


def _short(grid: Grid, field: FormField) -> None:
    label = grid.upto(0, LABEL)
    value = grid.upto(label + 1, VALUE)
    text = field.label or field.lead
    grid.write(grid.row, 0, label, text, grid.made.style(bold=True))
    grid.write(grid.row, label + 1, value, None, grid.blank(field.kind))
    hint = _hint(field)
    room = grid.width(value + 1, grid.last)
    if value < grid.last:
        grid.write(grid.row, value + 1, grid.last, hint, grid.made.style(italic=True, font_size=8))
    if field.kind is FieldKind.SIGNATURE:
        grid.sheet.set_row(grid.row, SIGNED)
    else:
        grid.tall(grid.row, [(text, grid.width(0, label) * 0.9), (hint, room)], gap=2)
    at = (grid.row, label + 1)
    if field.options:
        grid.offer([option.label for option in field.options], at, at)
    else:
        grid.expect(field.kind, at, at)
    grid.made.name(f"isian__{field.id}", grid.name, cell(*at))
    grid.row += 1


def _hint(field: FormField) -> str:
    chosen = (
        f"{words.CHOICES} {' / '.join(option.label for option in field.options)}" if field.options else ""
    )
    return "\n".join(text for text in (field.help, chosen, _basis(field)) if text)


def _basis(field: FormField) -> str:
    return words.basis(field.basis) if field.basis else ""


def _ticks(grid: Grid, field: FormField) -> None:
    """A box for every option, which a cross is put into."""
    label = grid.upto(0, LABEL)
    value = grid.upto(label + 1, 20.0)
    box = value + 1
    for number, option in enumerate(field.options):
        text = (field.label or field.lead) if number == 0 else None
        grid.write(grid.row, 0, label, text, grid.made.style(bold=True))
        grid.write(grid.row, label + 1, value, option.label, grid.made.style())
        grid.write(grid.row, box, box, None, grid.blank(FieldKind.TICK))
        grid.offer([words.TICK], (grid.row, box), (grid.row, box))
        if number == 0 and box < grid.last:
            hint = "\n".join(t for t in (field.help or words.TICK_HELP, _basis(field)) if t)
            grid.write(grid.row, box + 1, grid.last, hint, grid.made.style(italic=True, font_size=8))
        grid.made.name(f"isian__{field.id}__{option.id}", grid.name, cell(grid.row, box))
        grid.row += 1


def _long(grid: Grid, field: FormField) -> None:
    for text, bold in ((field.label, True), (field.help, False), (_basis(field), False)):
        if text:
            grid.band(text, bold=bold, italic=not bold)
    grid.write(grid.row, 0, grid.last, None, grid.blank(field.kind))
    grid.sheet.set_row(grid.row, LONG)
    grid.made.name(f"isian__{field.id}", grid.name, cell(grid.row, 0))
    grid.row += 1


def _list(grid: Grid, field: FormField) -> None:
    for text in (field.label, field.help):
        if text:
            grid.band(text, bold=True)
    for option in field.options:
        if option.number is None:
            grid.band(option.label)
            continue
        grid.write(grid.row, 0, 0, option.number, grid.made.style(align="right"))
        grid.write(grid.row, 1, grid.last, option.label, grid.made.style())
        grid.row += 1


def _about(grid: Grid, field: FormField) -> None:
    """What a table is based on, notes, and where the text disagrees."""
    said = [field.note] if field.note else []
    if field.kind is FieldKind.TABLE and field.basis:
        said.append(_basis(field))
    if field.discrepancies:
        said.append(words.notes(field.discrepancies))
    for text in said:
        grid.band(text, font_color=EDGE)


def _closing(grid: Grid, form: Form) -> None:
    said = [form.note] if form.note and not form.proposal else []
    if form.discrepancies:
        said.append(words.notes(form.discrepancies))
    for text in said:
        grid.band(text, font_color=EDGE)
    grid.sheet.print_area(0, 0, max(grid.row - 1, 0), grid.last)


def _menu(book: Book, edition: Edition, programme: Programme) -> None:
    """The edition's activities and packages, from which the cells of the form are chosen."""
    grid = Grid(book, words.MENU, list(words.MENU_WIDTHS), programme.catalogue.programme.prevailing)
    grid.band(words.menu_title(edition), bold=True)
    head = book.style(bold=True, bg_color=PANEL, border=1, border_color=EDGE)
    for column, text in enumerate(words.MENU_HEADS):
        grid.write(grid.row, column, column, text, head)
    grid.sheet.repeat_rows(0, grid.row)
    grid.sheet.freeze_panes(grid.row + 1, 0)
    grid.row += 1
    style = book.style(border=1, border_color=EDGE, num_format="@")
    relations, packages = Relations(edition), len(words.MENU_HEADS) - 1
    for index, activity in enumerate(edition.activities):
        together = [
            edition.activity(one.activity).number
            if one.activity
            else f"{PACKAGE} {edition.package(one.package or '').number}"
            for one in activity.implement_with
        ]
        texts = (
            words.activity(activity),
            activity.target_units.printed,
            words.since(activity.availability),
            ", ".join(together),
            words.complete(relations.printed(activity)),
            words.chain(relations.through(activity), relations.chain(activity)),
        )
        for column, text in enumerate(texts):
            grid.write(grid.row + index, column, column, text, style)
        grid.tall(grid.row + index, [(text, grid.widths[column]) for column, text in enumerate(texts)])
    for index, package in enumerate(edition.packages):
        grid.write(grid.row + index, packages, packages, package.number, style)
    last = grid.row + max(len(edition.activities), len(edition.packages)) - 1
    grid.sheet.ignore_errors({"number_stored_as_text": f"A1:{words.MENU_PACKAGES}{last + 1}"})
    grid.sheet.print_area(0, 0, last, grid.last)
