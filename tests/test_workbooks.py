"""Workbooks of the forms: every word of the form, live formulas, the same bytes, and LibreOffice agrees."""

from __future__ import annotations

import hashlib
import io
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from macros.exports import workbooks
from macros.exports.workbook_table import CAPACITY, VISIBLE
from macros.model.guideline.forms import FieldKind, Form, FormField
from tests.office import convert, tasks
from tests.paths import ROOT
from tests.sample import real
from tests.test_forms import hostile_form
from tests.test_render import HOSTILE

REAL = real()
FORMS = {form.id: form for form in REAL.guideline.forms}
FILES = {Path(made.path).stem: made.content for made in workbooks.export(REAL)}
REQUESTS = ("lampiran-6", "lampiran-7")
ROWS: list[dict[str, Any]] = [
    {
        "kegiatan": "1.1 Pelatihan",
        "lokasi": '=HYPERLINK("https://contoh.example","desa")',
        "perempuan": 12,
        "laki-laki": 8,
        "kontribusi-apbd": 1_500_000_000,
        "kontribusi-desa": 250_000,
        "permintaan": 750_000,
    },
    {"kegiatan": "2.1 Regulasi", "lokasi": "Desa \U0001f642\u202e", "permintaan": 1_000_000},
    {"kegiatan": "3.1 Sistem", "lokasi": "+62 812\nbaris kedua"},
]
SUMS = {"perempuan": 12, "kontribusi-apbd": 1_500_000_000, "permintaan": 1_750_000}


def book(form: str) -> Workbook:
    """A form's workbook, opened."""
    return load_workbook(io.BytesIO(FILES[form]))


def texts(made: Workbook) -> list[str]:
    """Every text of every cell."""
    return [cell.value for sheet in made for row in sheet for cell in row if isinstance(cell.value, str)]


def place(made: Workbook, name: str) -> tuple[str, str]:
    """Sheet and cells of a name."""
    sheet, area = made.defined_names[name].attr_text.rsplit("!", 1)
    return sheet.strip("'"), area.replace("$", "")


def labels(form: Form) -> Iterator[str]:
    """Every label of a form: of sections, fields, options, columns, parts and rows."""
    for section in form.sections:
        if section.title:
            yield section.title if section.number is None else f"{section.number}. {section.title}"
        for field in section.fields:
            yield from (text for text in (field.label, field.lead) if text)
            if field.kind in {FieldKind.TICK, FieldKind.LIST}:
                yield from (option.label for option in field.options)
            for column in field.columns:
                yield from (text for text in (column.label, column.group, column.number) if text)
                yield from (part.label for part in column.parts)
            yield from (row.label for row in field.rows)


def tables(form: Form) -> list[FormField]:
    """The tables of a form."""
    return [field for field in form.fields() if field.kind is FieldKind.TABLE]


def test_every_form_has_a_workbook_beside_its_page() -> None:
    """The five forms, small enough for a slow network."""
    assert [made.path for made in workbooks.export(REAL)] == [
        f"pemantauan/formulir/{form}.xlsx" for form in FORMS
    ]
    assert {form: len(content) < 32_000 for form, content in FILES.items()} == dict.fromkeys(FORMS, True)


@pytest.mark.parametrize("form", FORMS)
def test_every_label_of_a_form_stands_in_a_cell_of_its_own(form: str) -> None:
    """Exactly as in the data; options of a choice, helps, notes and grounds are there too."""
    found = texts(book(form))
    assert [label for label in labels(FORMS[form]) if label not in found] == []
    whole = "\n".join(found)
    for field in FORMS[form].fields():
        for option in field.options:
            assert option.label in whole
        for said in (field.help, field.note, field.basis, *(column.help for column in field.columns)):
            assert said is None or said in whole
    for said in (FORMS[form].title, FORMS[form].intro, FORMS[form].note, FORMS[form].source.section):
        assert said is None or said in whole


@pytest.mark.parametrize("form", FORMS)
def test_every_field_has_a_named_cell(form: str) -> None:
    """A name for every field, every box and every column, each on its own cells."""
    made = book(form)
    wanted: set[str] = set()
    for field in FORMS[form].fields():
        if field.kind is FieldKind.TABLE:
            for column in field.columns:
                parts = [f"__{part.id}" for part in column.parts] or [""]
                wanted |= {f"kolom__{field.id}__{column.id}{part}" for part in parts}
        elif field.kind is FieldKind.TICK:
            wanted |= {f"isian__{field.id}__{option.id}" for option in field.options}
        elif field.kind is not FieldKind.LIST:
            wanted.add(f"isian__{field.id}")
    named = {name for name in made.defined_names if not name.startswith("jumlah__")}
    assert named == {name.replace("-", "_") for name in wanted}
    assert len({place(made, name) for name in named}) == len(named)


@pytest.mark.parametrize("form", FORMS)
def test_a_sheet_prints_on_a4_and_can_be_edited(form: str) -> None:
    """As wide as the paper, on its side where it has a table; heads repeat; nothing is locked or hidden."""
    made = book(form)
    for sheet in made:
        assert sheet.page_setup.paperSize == 9
        assert sheet.page_setup.orientation == ("portrait" if form == "lampiran-11" else "landscape")
        assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
        fits = sheet.sheet_properties.pageSetUpPr
        assert fits is not None
        assert fits.fitToPage
        assert sheet.print_area
        assert not sheet.protection.sheet
        assert sheet.sheet_state == "visible"
    heads = [bool(sheet.print_title_rows) for sheet in made]
    assert heads == [form != "lampiran-11"] * len(made.sheetnames)


@pytest.mark.parametrize("form", FORMS)
def test_computed_cells_are_formulas_and_the_rest_offers_what_fits(form: str) -> None:
    """``c = a + b`` in every row, sums below, lists of the menu, boxes and options, numbers and dates."""
    made = book(form)
    for field in tables(FORMS[form]):
        at = {
            column.id: place(made, f"kolom__{field.id}__{column.id}".replace("-", "_"))
            for column in field.columns
            if not column.parts
        }
        for column in field.columns:
            if column.sum_of:
                sheet, area = at[column.id]
                for (cell,) in made[sheet][area]:
                    parts = ",".join(re.sub(r"\d+.*", str(cell.row), at[other][1]) for other in column.sum_of)
                    assert cell.value == f'=IF(COUNT({parts})=0,"",SUM({parts}))'
            if column.kind is FieldKind.MONEY:
                sheet, area = at[column.id]
                assert {cell.number_format for (cell,) in made[sheet][area]} == {r"[$Rp-421]\ #,##0"}
                total, under = place(made, f"jumlah__{field.id}__{column.id}".replace("-", "_"))
                assert made[total][under].value == f"=SUM({area})"
    kinds = [rule.type for sheet in made for rule in sheet.data_validations.dataValidation]
    assert kinds
    styles = {rule.errorStyle for sheet in made for rule in sheet.data_validations.dataValidation}
    assert styles == {"warning"}  # asked about, never refused
    if form == "lampiran-11":
        assert kinds.count("list") == 4 + 2 + 4
        return
    edition = REAL.current
    assert edition is not None
    lists = {rule.formula1 for sheet in made for rule in sheet.data_validations.dataValidation}
    if form == "lampiran-6":
        assert f"'Menu'!$A$3:$A${2 + len(edition.activities)}" in lists
        assert any("Januari,Februari" in str(found) for found in lists)
        menu = [made["Menu"].cell(row, 1).value for row in range(3, 3 + len(edition.activities))]
        assert menu == [f"{activity.number} {activity.name}" for activity in edition.activities]
    if form in {"lampiran-9", "lampiran-10"}:
        assert "'Menu'!$G$3:$G$11" in lists
        assert '"L,P"' in lists


def test_the_second_table_of_a_request_repeats_the_activities_of_the_first() -> None:
    """Whoever fills in the sheet writes each activity once."""
    made = book("lampiran-6")
    sheet, area = place(made, "kolom__rincian__kegiatan")
    other = place(made, "kolom__pengajuan__kegiatan")[1].split(":")[0]
    assert sheet == "Rincian Kegiatan"
    assert made[sheet][area][0][0].value == f"=IF('Lampiran 6'!{other}=\"\",\"\",'Lampiran 6'!{other})"


def test_a_table_has_room_and_folds_what_is_not_used() -> None:
    """Two hundred rows, of which eight are seen; the others unfold with one touch."""
    made = book("lampiran-7")
    sheet, area = place(made, "kolom__pengajuan__nama_pemda")
    cells = [cell for (cell,) in made[sheet][area]]
    assert len(cells) == CAPACITY
    assert [cell.value for cell in cells[:5]] == [
        "Provinsi",
        "[Kabupaten A]",
        "[Kabupaten B]",
        "[... dst]",
        None,
    ]
    seen = [not made[sheet].row_dimensions[cell.row].hidden for cell in cells]
    assert seen == [True] * VISIBLE + [False] * (CAPACITY - VISIBLE)
    assert {made[sheet].row_dimensions[cell.row].outlineLevel for cell in cells[VISIBLE:]} == {1}


def test_the_proposed_form_says_so_on_its_sheet() -> None:
    """Its content is not printed in the text; the others are."""
    for name, form in FORMS.items():
        said = any(text.startswith("Usulan. Belum disahkan. ") for text in texts(book(name)))
        assert said == form.proposal


def test_the_same_data_make_the_same_bytes_whatever_the_time() -> None:
    """No clock, no order of a set: two processes, seconds apart."""
    code = (
        "import hashlib;from pathlib import Path;from macros.loading.load import load;"
        "from macros.exports import workbooks;"
        "p=load(Path('menu_data')).programme;"
        "print(hashlib.sha256(b''.join(a.content for a in workbooks.export(p))).hexdigest())"
    )
    time.sleep(1.1)
    ran = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONHASHSEED": "7", "TZ": "Asia/Jakarta"},
    )
    assert ran.stdout.strip() == hashlib.sha256(b"".join(FILES.values())).hexdigest()


@pytest.mark.parametrize("text", [*HOSTILE, "=1+1", "https://contoh.example", "{=A1}", "x" * 500])
def test_hostile_words_in_a_form_stay_text(text: str) -> None:
    """No formula and no link comes of a form's words, and every one of them is there."""
    form = hostile_form(text)
    made = load_workbook(io.BytesIO(workbooks.workbook(form, REAL)))
    cells = [cell for sheet in made for row in sheet for cell in row if cell.value is not None]
    assert [cell.coordinate for cell in cells if cell.data_type == "f" or cell.hyperlink] == []
    shown = text.replace("\r", "")
    assert sum(cell.value == shown for cell in cells) >= 8


@pytest.fixture(scope="session")
def office(shared: Path) -> Path:
    """Forms filled in by the site's script, opened, computed anew and saved by LibreOffice, and printed."""
    folder = shared / "buku"
    with FileLock(shared / "buku.lock"):
        if not folder.is_dir():
            made = shared / "buku-baru"
            made.mkdir()
            fill_in(made)
            made.rename(folder)
    return folder


def fill_in(folder: Path) -> None:
    """Make in ``folder`` what the tests in LibreOffice look at."""
    for form, content in FILES.items():
        (folder / f"{form}.xlsx").write_bytes(content)
    province = [
        {"nama-pemda": "Provinsi", "jumlah-kegiatan": 1, "jumlah-penerima": 5, "permintaan": 100},
        {
            "nama-pemda": "=1+1",
            "jumlah-kegiatan": 3,
            "jumlah-penerima": 20,
            "kontribusi": 7,
            "permintaan": 11,
        },
    ]
    contents: dict[str, dict[str, Any]] = {
        "lampiran-6": {
            "fields": {"kabupaten": "Lombok Utara", "tahun-anggaran": "2018", "tanggal": 43100},
            "tables": {"pengajuan": ROWS, "rincian": [{"prioritas": 1, "alasan": "alasan " * 300}, {}, {}]},
        },
        "lampiran-7": {"fields": {"provinsi": "NTB"}, "tables": {"pengajuan": province}},
        "lampiran-9": {
            "fields": {"triwulan": ["t2"], "pemantau-jenis-kelamin": "P", "rekomendasi": "baris\n" * 20},
            "tables": {"hasil-pemantauan": [{"orang-yang-diwawancara__nama": "Siti", "paket-kegiatan": "1"}]},
        },
    }
    filled = {form: folder / f"isi-{form}.xlsx" for form in contents}
    wanted = [
        {"template": folder / f"{form}.xlsx", "content": content, "to": filled[form]}
        for form, content in contents.items()
    ]
    assert tasks(*wanted) == ["made"] * len(wanted)
    files = [*filled.values(), *(folder / f"{form}.xlsx" for form in FORMS)]
    (folder / "hitung").mkdir()
    convert(files, "xlsx", folder / "hitung", folder / "profil", recalculate=True)
    (folder / "cetak").mkdir()
    convert(files, "pdf", folder / "cetak", folder / "profil")


def computed(path: Path) -> Workbook:
    """A workbook with results instead of formulas."""
    return load_workbook(path, data_only=True)


def test_libreoffice_computes_the_sums_of_a_filled_request(office: Path) -> None:
    """Rows, totals and the repeated activities; text that looks like a formula stays text."""
    made = computed(office / "hitung/isi-lampiran-6.xlsx")
    sheet, area = place(made, "kolom__pengajuan__total")
    assert [cell.value for (cell,) in made[sheet][area]][:4] == [1_501_000_000, 1_000_000, None, None]
    sheet, area = place(made, "kolom__pengajuan__jumlah_penerima")
    assert [cell.value for (cell,) in made[sheet][area]][:2] == [20, None]
    for column, total in (*SUMS.items(), ("total", 1_502_000_000), ("jumlah-penerima", 20)):
        sheet, under = place(made, f"jumlah__pengajuan__{column}".replace("-", "_"))
        assert made[sheet][under].value == total, column
    sheet, area = place(made, "kolom__rincian__kegiatan")
    assert [cell.value for (cell,) in made[sheet][area]][:4] == [
        "1.1 Pelatihan", "2.1 Regulasi", "3.1 Sistem", None
    ]  # fmt: skip
    sheet, area = place(made, "kolom__pengajuan__lokasi")
    assert made[sheet][area][0][0].value == ROWS[0]["lokasi"]
    assert load_workbook(office / "hitung/isi-lampiran-6.xlsx")[sheet][area][0][0].data_type == "s"


def test_libreoffice_computes_the_sums_of_a_province(office: Path) -> None:
    """``a + b = c`` in each row, and the added row of sums."""
    made = computed(office / "hitung/isi-lampiran-7.xlsx")
    sheet, area = place(made, "kolom__pengajuan__total")
    assert [cell.value for (cell,) in made[sheet][area]][:3] == [100, 18, None]
    for column, total in (("jumlah_kegiatan", 4), ("jumlah_penerima", 25), ("kontribusi", 7), ("total", 118)):
        sheet, under = place(made, f"jumlah__pengajuan__{column}")
        assert made[sheet][under].value == total, column


def test_an_empty_form_computes_to_nothing_and_shows_no_error(office: Path) -> None:
    """Rows without numbers stay empty, sums are zero."""
    for form in FORMS:
        made = computed(office / f"hitung/{form}.xlsx")
        errors = [c.coordinate for s in made for row in s for c in row if c.data_type == "e"]
        assert errors == []
    made = computed(office / "hitung/lampiran-6.xlsx")
    sheet, under = place(made, "jumlah__pengajuan__total")
    assert made[sheet][under].value == 0


def test_what_another_program_saved_is_read_back_as_typed(office: Path) -> None:
    """The site's script reads the file that it made, and the one that LibreOffice saved, alike."""
    for form in ("lampiran-6", "lampiran-7", "lampiran-9"):
        ours, theirs = tasks(
            {"template": office / f"isi-{form}.xlsx"}, {"template": office / f"hitung/isi-{form}.xlsx"}
        )
        assert ours["fields"] == theirs["fields"]
        for name, rows in ours["tables"].items():
            written = {column for row in rows for column in row}
            again = theirs["tables"][name][: len(rows)]
            assert [{k: v for k, v in row.items() if k in written} for row in again] == rows
    (found,) = tasks({"template": office / "hitung/isi-lampiran-6.xlsx"})
    rows = found["tables"]["pengajuan"]
    assert [row["lokasi"] for row in rows] == [row["lokasi"] for row in ROWS]
    assert found["fields"]["tanggal"] == 43100
    (found,) = tasks({"template": office / "isi-lampiran-9.xlsx"})
    assert found["fields"]["triwulan"] == ["t2"]
    assert found["tables"]["hasil-pemantauan"] == [
        {"paket-kegiatan": "1", "orang-yang-diwawancara__nama": "Siti"}
    ]


def test_a_request_of_three_rows_prints_on_one_page(office: Path) -> None:
    """The form on one sheet of A4, its details and the menu on one each."""
    pages = {
        path.stem: len(re.findall(rb"/Type\s*/Page\b", path.read_bytes()))
        for path in (office / "cetak").glob("*.pdf")
    }
    assert {name: pages[f"isi-{name}"] for name in REQUESTS} == {"lampiran-6": 3, "lampiran-7": 1}
    assert {name: pages[name] for name in FORMS} == {
        "lampiran-6": 3, "lampiran-7": 1, "lampiran-9": 4, "lampiran-10": 3, "lampiran-11": 2
    }  # fmt: skip
