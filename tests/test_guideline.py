"""The guideline's tables, annexes, forms and references: counts and values written out from the source."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from pydantic import ValidationError

from macros.checks.guideline import MENU, NAMES
from macros.facts.results import packages_of_outcome, packages_of_output
from macros.loading.load import load
from macros.model.base import Record, SourceRef
from macros.model.guideline.base import RelativeDate
from macros.model.guideline.forms import Form, FormField
from macros.model.guideline.guideline import PARTS, Guideline
from macros.model.guideline.references import Acronym
from tests.factories import programme
from tests.paths import ROOT, TINY
from tests.sample import real

PROGRAMME = real()
GUIDELINE = PROGRAMME.guideline
MENU_2017 = PROGRAMME.edition("2017")


def records(record: Record) -> Iterator[Record]:
    """A record and every record within it."""
    yield record
    for name in type(record).model_fields:
        value = getattr(record, name)
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, Record):
                yield from records(item)


def test_tabel_1_has_eleven_indicators_with_their_printed_numbers() -> None:
    """Decimal commas are shown; what is printed otherwise is kept beside them."""
    assert GUIDELINE.targets is not None
    needs = GUIDELINE.targets.needs
    assert [(need.name, len(need.services), len(need.indicators)) for need in needs] == [
        ("Kesehatan", 2, 3),
        ("Pendidikan", 3, 3),
        ("Infrastruktur dasar", 2, 4),
        ("Identitas Hukum", 1, 1),
    ]
    rows = [row for need in needs for row in need.indicators]
    assert [(row.coverage.display, row.ratio.display) for row in rows] == [
        ("70", "0,62"),
        ("63", "0,74"),
        ("65", "0,92"),
        ("84,2", "n/a"),
        ("81,0", "n/a"),
        ("84,6", "n/a"),
        ("100", "1,0"),
        ("100", "1,0"),
        ("100", "1,0"),
        ("18,6 juta per rumah tangga", "n/a"),
        ("77", "0,77"),
    ]
    assert [row.ratio.printed for row in rows if row.ratio.printed] == [
        "0.62",
        "0.92",
        "1.0",
        "1.0",
        "1.0",
        "0.77",
    ]
    assert [row.coverage.printed for row in rows if row.coverage.mark] == ["84,2*)", "81,0*)", "84,6*)"]
    assert rows[2].name == (
        "Tingkat prevalensi kontrasepsi menggunakan salah satu metode (dari semua metode) pada wanita "
        "berusia 15-49 tahun"
    )
    assert [note.mark for note in GUIDELINE.targets.table_notes] == ["*)"]
    assert len(GUIDELINE.targets.columns) == 5


def test_tabel_2_has_its_blocks_in_printed_order() -> None:
    """Two ends, two outcomes, eight outputs, five changes, nine interventions."""
    theory = GUIDELINE.theory
    assert theory is not None
    assert theory.goal.label == "TUJUAN"
    assert theory.goal.printed == "Peningkatan Akses atas Kualitas Layanan Dasar pada 40% Penduduk Termiskin"
    assert [item.label for item in theory.end_of_programme] == ["EOPO 1", "EOPO 2"]
    assert [row.outcome for row in theory.outcomes] == ["hasil-1", "hasil-2"]
    assert theory.outcomes[0].printed.endswith("memecahkan hambatan pelayanan yang berkualitas")
    assert [row.output for row in theory.outputs] == [
        "keluaran-1-1",
        "keluaran-1-2",
        "keluaran-1-3",
        "keluaran-1-4",
        "keluaran-2-1",
        "keluaran-2-2",
        "keluaran-2-3",
        "keluaran-2-4",
    ]
    assert theory.outputs[5].printed.endswith("mengatasi kesenjangan akses dan kualitas")
    assert len(theory.changes.items) == 5
    assert len(theory.interventions.items) == 9
    assert [item.text.endswith("[desa <-> kabupaten]") for item in theory.interventions.items].count(
        True
    ) == 3


@pytest.mark.parametrize(
    ("output", "packages"),
    [
        ("keluaran-1-1", ["1", "2", "4", "5"]),
        ("keluaran-1-2", ["2"]),
        ("keluaran-1-3", ["2"]),
        ("keluaran-1-4", ["1", "3", "5"]),
        ("keluaran-2-1", ["4"]),
        ("keluaran-2-2", ["7"]),
        ("keluaran-2-3", ["4"]),
        ("keluaran-2-4", ["3", "7"]),
    ],
)
def test_outputs_lead_to_packages_by_the_tables_of_lampiran_i(output: str, packages: list[str]) -> None:
    """Tabel 6 cannot be read; each package names its own outputs."""
    assert [package.number for package in packages_of_output(MENU_2017, output)] == packages


def test_outcomes_lead_to_packages_even_where_no_output_is_printed() -> None:
    """Packages 8 and 9 name outcomes only; package 6 names none."""
    numbers = {
        outcome: [package.number for package in packages_of_outcome(MENU_2017, outcome)]
        for outcome in ("hasil-1", "hasil-2")
    }
    assert numbers == {"hasil-1": ["1", "2", "3", "4", "5", "8", "9"], "hasil-2": ["3", "4", "7", "8", "9"]}


def test_tabel_6_keeps_its_eleven_package_cells_as_printed() -> None:
    """Nine in a row, two below; B2 is said beside them."""
    results = GUIDELINE.results
    assert results is not None
    assert results.goal.label == "GOAL"
    assert [cell.label for cell in results.cells] == [
        *(f"Paket {number}" for number in range(1, 10)),
        "Paket 8",
        "Paket 9",
    ]
    assert [cell.below for cell in results.cells] == [False] * 9 + [True] * 2
    assert results.cells[2].printed == (
        "Dukungan Teknis dalam Penyusunan Strategi dan Kerangka Regulasi Daerah"
    )
    assert results.cells[7].printed == "Pengembangan Mekanisme Akuntabilitas Sosial"
    assert "B2" in results.discrepancies
    assert results.outcomes[0].printed.endswith("memecahkan hambatan pelayanan")
    assert results.outputs[5].printed.endswith("akses dan kualitas pelayanan dasar")


def test_tabel_3_has_five_rows_with_members_and_duties() -> None:
    """The last row has no members (A40)."""
    assert GUIDELINE.ministries is not None
    rows = GUIDELINE.ministries.ministries
    assert [(row.id, len(row.members), len(row.duties)) for row in rows] == [
        ("ppn-bappenas", 6, 3),
        ("desa-pdtt", 2, 2),
        ("keuangan", 4, 1),
        ("dalam-negeri", 4, 5),
        ("kemenko-pmk-kemendikbud-kemenkes", 0, 4),
    ]
    assert (rows[0].members[0].name, rows[0].members[0].position) == ("Dir. Otonomi Daerah", "Ketua")
    assert rows[2].members[1].name == "Dir. Pembiayaan dan Transfer Non-Dana Perimbangan"
    assert rows[4].discrepancies == ("A40",)


def test_tabel_4_has_seven_rows_of_duties() -> None:
    """Kecamatan and Desa have no structure printed."""
    assert GUIDELINE.bodies is not None
    rows = GUIDELINE.bodies.rows
    assert [(row.level, row.structure, len(row.duties)) for row in rows] == [
        ("Pemerintah Pusat", "Komite Pengarah Nasional", 4),
        ("Pemerintah Pusat", "Komite Teknis Nasional", 7),
        ("Pemerintah Provinsi", "Tim Teknis Provinsi", 5),
        ("Pemerintah Kabupaten", "Tim Teknis Kabupaten", 6),
        ("Kecamatan", None, 4),
        ("Desa", None, 3),
        ("Nasional/Provinsi", "Sekretariat", 6),
    ]
    assert rows[0].intro is not None
    assert rows[0].intro.startswith("Kelompok kerja berperan utama")
    assert rows[0].duties[3] == "Menyetujui menu dukungan teknis setiap tahun"
    assert rows[1].duties[6] == "Memperbarui menu dukungan teknis setiap tahun"


def test_the_composition_of_bodies_is_that_of_2_1() -> None:
    """Two committees, two options, the minimum, the Secretariat; one printed address."""
    assert GUIDELINE.bodies is not None
    structures = {structure.id: structure for structure in GUIDELINE.bodies.structures}
    assert [(name, len(structure.members)) for name, structure in structures.items()] == [
        ("komite-pengarah-nasional", 5),
        ("komite-teknis-nasional", 5),
        ("pilihan-1", 0),
        ("pilihan-2", 7),
        ("persyaratan-minimal", 6),
        ("sekretariat", 3),
    ]
    assert structures["komite-pengarah-nasional"].members_rank == "Eselon 1"
    assert structures["komite-teknis-nasional"].members_rank == "Eselon 2"
    assert structures["pilihan-1"].laws == ("permendagri-42-2010",)
    assert [post.printed for post in structures["pilihan-2"].posts] == [
        "Gubernur/Wakil Gubernur dan Bupati/Wakil Bupati",
        "Sekretaris Daerah atau Kepala Bappeda",
    ]
    assert [post.printed for post in structures["persyaratan-minimal"].posts] == [
        "Gubernur dan Bupati",
        "Bappeda",
    ]
    (contact,) = GUIDELINE.bodies.contacts
    assert (contact.body, contact.address, contact.phone, contact.fax) == (
        "bappenas",
        "Jalan Taman Suropati No.2 Jakarta 10310",
        "021 3193 6207",
        "021 3145 374",
    )


def test_tabel_5_prints_nineteen_numbers_that_are_not_those_of_lampiran_i() -> None:
    """3.3 and 6.2 lead to no activity; packages 8 and 9 print N/A."""
    assert GUIDELINE.overview is not None
    packages = GUIDELINE.overview.packages
    assert [package.label for package in packages] == [f"Paket {number}" for number in range(1, 10)]
    rows = [row for package in packages for row in package.activities]
    numbers = [row.number for row in rows if row.number]
    assert len(numbers) == 19
    assert [row.number for row in rows if row.activity is None] == ["3.3", "6.2", None, None]
    assert [(row.printed, row.target_units) for row in rows if row.number is None] == [
        ("N/A", "Pemerintah pusat"),
        ("N/A", "Kecamatan, unit pelayanan dasar, desa"),
    ]
    for row in rows:
        if row.activity is not None:
            assert MENU_2017.activity(row.activity).number == row.number
    by_number = {row.number: row for row in rows}
    assert by_number["6.2"].target_units is None
    assert by_number["6.2"].discrepancies == ("A1", "A3")
    assert by_number["3.3"].target_units == by_number["4.1"].target_units
    assert by_number["5.3"].printed == "Penguatan Sistem Keuangan Daerah (SIKD)"
    assert by_number["1.2"].target_units == "Staff Kecamatan dan fasilitator Desa"


def test_tabel_5_uses_the_names_that_the_menu_records_for_it() -> None:
    """Each printed name is the menu's name or one of its aliases; case aside."""
    assert GUIDELINE.overview is not None
    for package in GUIDELINE.overview.packages:
        known = MENU_2017.package(package.package)
        assert package.printed in {known.name, *(alias.name for alias in known.aliases)}
        for row in package.activities:
            if row.activity is not None:
                found = MENU_2017.activity(row.activity)
                names = {found.name, *(alias.name for alias in found.aliases)}
                assert row.printed.lower() in {name.lower() for name in names}


def test_tabel_2_and_6_use_the_wordings_that_the_catalogue_records() -> None:
    """An outcome or output is worded as in the catalogue, or as one of its aliases."""
    assert GUIDELINE.theory is not None
    assert GUIDELINE.results is not None
    for table in (GUIDELINE.theory, GUIDELINE.results):
        for outcome in table.outcomes:
            known = PROGRAMME.outcome(outcome.outcome)
            assert outcome.printed in {known.name, *(alias.name for alias in known.aliases)}
        for output in table.outputs:
            found = PROGRAMME.output(output.output)
            assert output.printed in {found.name, *(alias.name for alias in found.aliases)}
            assert output.label == f"Output {found.number}"


def test_tabel_7_stands_beside_the_months_of_4_2_3() -> None:
    """Six deadlines twice (A12); the last of the table names August where no month fits (A13)."""
    reporting = GUIDELINE.reporting
    assert reporting is not None
    assert [(year.label, len(year.months)) for year in reporting.years] == [("Tahun 1", 12), ("Tahun 2", 2)]
    assert [len(period.deadlines) for period in reporting.periods] == [3, 3]
    assert [(period.start.month, period.until.month) for period in reporting.periods] == [(1, 6), (7, 12)]
    rows = [row for period in reporting.periods for row in period.deadlines]
    assert [(row.table.printed, row.text.printed if row.text else None) for row in rows] == [
        ("15 Juli Kabupaten", "akhir Juli"),
        ("31 Juli Provinsi", "pertengahan Agustus"),
        ("15 Agu Tim Teknis Nasional", "akhir Agustus"),
        ("15 Jan Kabupaten", "akhir Januari"),
        ("31 Jan Provinsi", "pertengahan Februari"),
        ("15 Agu Tim Teknis Nasional", "akhir Februari"),
    ]
    dates = [row.table.until for row in rows]
    assert [(date.year, date.month, date.day) if date else None for date in dates] == [
        (0, 7, 15),
        (0, 7, 31),
        (0, 8, 15),
        (1, 1, 15),
        (1, 1, 31),
        None,
    ]
    assert [(row.body, row.to) for row in rows[:3]] == [
        ("tim-teknis-kabupaten", "tim-teknis-provinsi"),
        ("tim-teknis-provinsi", "tim-teknis-nasional"),
        ("tim-teknis-nasional", "kpn"),
    ]
    assert "A13" in rows[5].discrepancies
    assert all("A12" in row.discrepancies for row in rows)


def test_recurring_tasks_keep_the_printed_frequency() -> None:
    """Quarterly, six-monthly and yearly, each as its section prints it."""
    assert GUIDELINE.reporting is not None
    assert {task.id: task.every or task.within for task in GUIDELINE.reporting.recurring} == {
        "pemantauan-tiga-bulanan": "setiap tiga bulan",
        "kunjungan-triwulan": "tiap triwulan",
        "pertemuan-triwulan": "setiap triwulan",
        "penyerahan-formulir-triwulan": "dalam waktu satu minggu setelah kunjungan lapangan",
        "laporan-hasil-pemantauan": "dalam waktu satu sampai dua minggu",
        "kunjungan-pemerintah-pusat": "setiap enam bulan",
        "pertemuan-tingkat-daerah": "Saat kunjungan pemantauan enam bulanan",
        "pertemuan-tingkat-nasional": "dua kali dalam setahun",
        "pertemuan-rutin-komite": (
            "dua kali setahun atau apabila dianggap perlu atas permintaan dari Komite Teknis Nasional"
        ),
        "laporan-tahunan": "tahunan",
    }


def test_lampiran_1_has_five_columns_of_assumptions() -> None:
    """23 sentences, each in plain words."""
    assert GUIDELINE.assumptions is not None
    assert [(group.title, len(group.statements)) for group in GUIDELINE.assumptions.assumptions] == [
        ("Kapasitas Fiskal", 4),
        ("Kapasitas Pelayanan", 6),
        ("Pemerintahan Desa yang Tanggap", 5),
        ("Inklusi Gender dan Sosial", 4),
        ("Pengambilan Keputusan Berbasis Bukti", 4),
    ]


def test_lampiran_2_has_5_provinces_16_regencies_24_districts() -> None:
    """Numbered without a gap; names as they read; no two tiles on one place."""
    locations = GUIDELINE.locations
    assert locations is not None
    assert [(province.name, len(province.regencies)) for province in locations.provinces] == [
        ("Aceh", 3),
        ("Jawa Tengah", 3),
        ("Jawa Timur", 4),
        ("NTB", 4),
        ("Sulawesi Selatan", 2),
    ]
    regencies = [regency for province in locations.provinces for regency in province.regencies]
    districts = [district for regency in regencies for district in regency.districts]
    assert [regency.number for regency in regencies] == [str(number) for number in range(1, 17)]
    assert [district.number for district in districts] == [str(number) for number in range(1, 25)]
    assert [len(regency.districts) for regency in regencies] == [1] * 6 + [2] * 8 + [1] * 2
    ids = [record.id for record in locations.provinces]
    ids += [record.id for record in regencies] + [record.id for record in districts]
    assert len(set(ids)) == 5 + 16 + 24
    named = {regency.name: [district.name for district in regency.districts] for regency in regencies}
    assert named["Pemasang"] == ["Belik"]
    assert named["Lombok Timur"] == ["Aikmel", "Terara"]
    assert named["Pangkajene Kepulauan"] == ["Liukang Tupabiring Utara"]
    totals = locations.totals
    assert (totals.provinces, totals.regencies, totals.districts) == (
        "5 Provinsi",
        "16 Kabupaten",
        "24 Kecamatan",
    )
    assert len({(province.column, province.row) for province in locations.provinces}) == 5


def test_lampiran_3_has_four_criteria() -> None:
    """Two of them name provinsi and kabupaten."""
    assert GUIDELINE.criteria is not None
    assert [(row.id, row.kinds) for row in GUIDELINE.criteria.criteria] == [
        ("bidang-sasaran", ()),
        ("terdaftar-sebagai-lokasi", ()),
        ("surat-komitmen", ("provinsi", "kabupaten")),
        ("struktur-pemerintahan", ("provinsi", "kabupaten")),
    ]


def test_lampiran_5_has_eleven_steps_and_dates_for_two_of_them() -> None:
    """Steps 3 to 11 have no date (A22)."""
    planning = GUIDELINE.planning
    assert planning is not None
    assert [step.number for step in planning.steps] == [str(number) for number in range(1, 12)]
    assert [(step.number, step.when.printed) for step in planning.steps if step.when] == [
        ("1", "Jan-Juni N-1"),
        ("2", "Juni N-1"),
    ]
    first = planning.steps[0].when
    assert first is not None
    assert first.start == RelativeDate(year=-1, month=1)
    assert first.until == RelativeDate(year=-1, month=6)
    assert {step.number: step.forms for step in planning.steps if step.forms} == {
        "5": ("lampiran-6",),
        "6": ("lampiran-7",),
        "8": ("lampiran-7",),
    }
    assert {step.number: step.who.bodies for step in planning.steps} == {
        "1": (),
        "2": ("ktn",),
        "3": ("bappeda", "sekretariat"),
        "4": ("tim-teknis-kabupaten",),
        "5": ("tim-teknis-kabupaten",),
        "6": ("bappeda", "sekretariat"),
        "7": ("tim-teknis-provinsi",),
        "8": ("tim-teknis-provinsi",),
        "9": ("ktn", "sekretariat"),
        "10": ("ktn", "sekretariat"),
        "11": ("ktn", "sekretariat"),
    }


def test_the_dates_of_3_3_stand_beside_the_steps() -> None:
    """As printed, with months of fiscal year N where the text has them."""
    assert GUIDELINE.planning is not None
    assert [(row.source.section, row.when.printed) for row in GUIDELINE.planning.deadlines] == [
        ("Bagian 3.3.1", "pada Juni Tahun Anggaran N-1 tiap tahun"),
        (
            "Bagian 3.3.2",
            "dalam batas waktu yang diberikan dalam komunikasi tahunan dari Komite Teknis Nasional",
        ),
        ("Bagian 3.3.2", "setiap tahun"),
        ("Bagian 3.3.3", "paling lambat pada 31 Desember pada tahun anggaran N-1"),
        ("Bagian 3.3.3", "Dimulai pada Januari tahun anggaran N"),
    ]
    assert GUIDELINE.planning.deadlines[3].when.until == RelativeDate(year=-1, month=12, day=31)
    assert GUIDELINE.planning.deadlines[4].when.start == RelativeDate(year=0, month=1)


def test_every_form_has_all_its_fields() -> None:
    """Fields, and columns of tables, as the annexes print them; Lampiran 6 is a proposal."""
    shape = {
        form.id: (
            form.proposal,
            len(form.sections),
            len(list(form.fields())),
            [len(field.columns) for field in form.fields() if field.columns],
        )
        for form in GUIDELINE.forms
    }
    assert shape == {
        "lampiran-6": (True, 4, 9, [9, 7]),
        "lampiran-7": (False, 4, 8, [6]),
        "lampiran-9": (False, 7, 23, [7]),
        "lampiran-10": (False, 7, 23, [6]),
        "lampiran-11": (False, 7, 22, []),
    }


def field(form_id: str, field_id: str) -> FormField:
    """A field of a form."""
    return {found.id: found for found in GUIDELINE.form(form_id).fields()}[field_id]


def test_the_boxes_of_the_forms_are_those_printed() -> None:
    """Years differ between the forms (A16); quarters and levels do not."""
    years = {
        form_id: [option.label for option in field(form_id, "tahun-fiskal").options]
        for form_id in ("lampiran-9", "lampiran-10", "lampiran-11")
    }
    assert years == {
        "lampiran-9": ["FY 2016", "FY 2017", "FY 2018"],
        "lampiran-10": ["FY 2016", "FY 2017", "FY 2018"],
        "lampiran-11": ["FY 2017", "FY 2018"],
    }
    for form_id in years:
        assert [option.label for option in field(form_id, "triwulan").options] == [
            "T1: Jan – Mar",
            "T2: April – Juni",
            "T3: Juli – Sept",
            "T4: Okt – Des",
        ]
        assert [option.label for option in field(form_id, "penerima-tingkat").options] == [
            "Nasional",
            "Provinsi",
            "Kabupaten",
            "Kecamatan",
            "Desa",
        ]
        assert [option.label for option in field(form_id, "penerima-jenis-kelamin").options] == ["L", "P"]
        assert "A16" in field(form_id, "tahun-fiskal").discrepancies


def test_the_columns_of_lampiran_9_and_10_keep_their_numbers() -> None:
    """C9: seven columns with five numbers; six columns with six."""
    nine = field("lampiran-9", "hasil-pemantauan")
    ten = field("lampiran-10", "hasil-pemantauan")
    assert [(column.number, column.label) for column in nine.columns] == [
        ("1", "Paket Kegiatan"),
        (None, "Sasaran Indikator"),
        ("2", "Pencapaian Indikator sampai saat ini"),
        ("3", "Orang yang diwawancara"),
        ("4", "Tantangan"),
        ("5", "Tindak lanjut yang perlu dilakukan (berdasarkan informasi dari responden)"),
        (None, "Unit/pihak yang bertanggung jawab untuk melakukan tindak lanjut"),
    ]
    assert [(column.number, column.label) for column in ten.columns][:3] == [
        ("1", "Kegiatan yang dipantau"),
        ("2", "Orang yang diwawancarai"),
        ("3", "Hasil Pengamatan"),
    ]
    assert ten.columns[2].help is None
    assert [part.label for part in nine.columns[3].parts] == [
        "Nama",
        "Jabatan",
        "Unit Kerja/Lembaga",
        "Jenis kelamin",
    ]
    titles = {form.id: [section.title for section in form.sections] for form in GUIDELINE.forms}
    assert titles["lampiran-9"][1] == "Nama Kegiatan"
    assert titles["lampiran-10"][1] == "Activity Names"
    assert [option.package for option in field("lampiran-9", "nama-kegiatan").options] == [
        package.id for package in MENU_2017.packages
    ]


def test_lampiran_7_adds_up_and_keeps_its_four_rows() -> None:
    """The total is a + b = c; the district rows are to be replaced and repeated."""
    table = field("lampiran-7", "pengajuan")
    assert [(column.group, column.label) for column in table.columns] == [
        (None, "Nama Pemda yang mengajukan"),
        ("Ringkasan Kegiatan", "Jumlah kegiatan"),
        ("Ringkasan Kegiatan", "Jumlah penerima manfaat langsung"),
        ("Ringkasan Pembiayaan", "Jumlah kontribusi Pemda lokal (a)"),
        ("Ringkasan Pembiayaan", "Jumlah yang diminta (b)"),
        ("Ringkasan Pembiayaan", "Total perkiraan untuk kegiatan (a + b = c)"),
    ]
    assert table.columns[5].sum_of == ("kontribusi", "permintaan")
    assert [(row.label, row.placeholder, row.repeat) for row in table.rows] == [
        ("Provinsi", False, False),
        ("[Kabupaten A]", True, False),
        ("[Kabupaten B]", True, False),
        ("[... dst]", True, True),
    ]


def test_only_the_proposed_form_says_what_its_fields_are_based_on() -> None:
    """Lampiran 6 has a printed title alone, so each of its fields names its ground."""
    for form in GUIDELINE.forms:
        grounds = [found.basis is not None for found in form.fields()]
        grounds += [column.basis is not None for found in form.fields() for column in found.columns]
        assert set(grounds) == {form.proposal}
    assert GUIDELINE.form("lampiran-6").discrepancies == ("C1",)


def test_the_list_of_acronyms_is_complete_and_invents_no_expansion() -> None:
    """33 listed; 57 used outside the list, 17 of which the text spells out somewhere."""
    assert GUIDELINE.acronyms is not None
    listed = [row for row in GUIDELINE.acronyms.acronyms if row.listed]
    unlisted = [row for row in GUIDELINE.acronyms.acronyms if not row.listed]
    assert (len(listed), len(unlisted)) == (33, 57)
    assert [row.short for row in listed][:3] == ["APBD", "APBN", "APBDesa"]
    assert listed[-1].short == "TTK"
    assert all(row.expansion for row in listed)
    assert all(row.where for row in unlisted)
    assert {row.short: row.expansion for row in unlisted if row.expansion} == {
        "BAK": "Bina Administrasi Kewilayahan",
        "BANGDA": "Pembangunan Daerah",
        "DJPK": "Direktorat Jenderal Perimbangan Keuangan",
        "FY": "Tahun Fiskal",
        "HITS": "holistik, terpadu, sistematis, dan spasial",
        "PAUD": "Pendidikan Anak Usia Dini",
        "PP": "Peraturan Pemerintah",
        "PPMD": "Pembangunan dan Pemberdayaan Masyarakat Desa",
        "PPN": "Perencanaan Pembangunan Nasional",
        "PPRG": "perencanaan dan penganggaran yang responsif gender",
        "PTSP": "pelayanan terpadu satu pintu",
        "SID": "Sistem Informasi Desa",
        "SLRT": "Sistem Layanan dan Rujukan Terpadu",
        "T": "Triwulan",
        "TKPK": "Tim Koordinasi Penanggulangan Kemiskinan",
        "TTP": "Tim Teknis Provinsi",
        "UU": "Undang-Undang",
    }
    noted = "TTP TKPK DJPK PPMD BKKAD PTPD LPMD UPTD DPO CSO IRE PPRG PATEN PTSP SLRT HITS SID PAUD SKPD"
    assert {*noted.split(), "Disdukcapil"} == {row.short for row in unlisted if "B6" in row.discrepancies}


@pytest.mark.parametrize(
    ("short", "others", "discrepancy"),
    [
        ("SEPAKAT", 2, "A44"),
        ("PFM", 1, "A45"),
        ("BPMD", 3, "B4"),
        ("Kemendes PDTT", 1, "B4"),
        ("SPM", 2, "B5"),
    ],
)
def test_other_spellings_stand_beside_the_listed_one(short: str, others: int, discrepancy: str) -> None:
    """Each with the place that prints it, and the entry of the register."""
    assert GUIDELINE.acronyms is not None
    row: Acronym = {found.short: found for found in GUIDELINE.acronyms.acronyms}[short]
    assert len(row.aliases) == others
    assert discrepancy in row.discrepancies


def test_every_regulation_has_the_kind_it_is_printed_with() -> None:
    """Eleven numbered, three without a number; odd kinds are noted, not mended (A38)."""
    assert GUIDELINE.legal is not None
    assert [(law.id, law.short_kind, law.number, law.year) for law in GUIDELINE.legal.laws] == [
        ("uu-23-2014", "UU", "23", 2014),
        ("uu-6-2014", "UU", "6", 2014),
        ("uu-5-2014", "UU", "5", 2014),
        ("pp-19-2008", "PP", "19", 2008),
        ("pp-47-2015", "PP", "47", 2015),
        ("pp-39-2006", "PP", "39", 2006),
        ("perpres-2-2015", "Perpres", "2", 2015),
        ("inpres-75-2015", "Inpres", "75", 2015),
        ("permendagri-42-2010", "Permendagri", "42", 2010),
        ("peraturan-8-2016", "Peraturan", "8", 2016),
        ("peraturan-40-2008", "Peraturan", "40", 2008),
        ("panduan-teknis-pprg", "Panduan teknis", None, None),
        ("surat-edaran-pprg", "Surat edaran", None, None),
        ("buku-panduan-disabilitas-2015", "Buku panduan", None, 2015),
    ]
    noted = {law.id: law.discrepancies for law in GUIDELINE.legal.laws if law.discrepancies}
    assert noted == {
        "uu-6-2014": ("A36",),
        "uu-5-2014": ("A36",),
        "pp-19-2008": ("A37",),
        "inpres-75-2015": ("A38",),
        "peraturan-8-2016": ("A38",),
        "peraturan-40-2008": ("A38",),
    }
    assert GUIDELINE.law("uu-5-2014").title is None
    for law in GUIDELINE.legal.laws:
        if law.number is not None:
            assert law.id == f"{law.short_kind.lower()}-{law.number}-{law.year}"


def test_the_four_figures_have_caption_page_and_description() -> None:
    """The drawings are not in the source."""
    assert GUIDELINE.figures is not None
    assert [(figure.id, figure.title, figure.source.page) for figure in GUIDELINE.figures.figures] == [
        ("gambar-1", "Penyediaan Layanan dengan Pendekatan Lini Depan", 2),
        ("gambar-2", "Model Kolaborasi Pendekatan Pelayanan Dasar", 3),
        ("gambar-3", "Kelembagaan Pelaksanaan", 10),
        ("gambar-4", "Alur Sistem Manajemen Pengetahuan", 29),
    ]
    assert GUIDELINE.figure("gambar-2") is GUIDELINE.figures.figures[1]


def test_titles_and_pages_agree_with_the_lists_of_contents() -> None:
    """Every table, annex and figure has the title and page of the printed lists."""
    contents = GUIDELINE.contents
    assert contents is not None
    assert (len(contents.sections), len(contents.tables), len(contents.figures)) == (50, 7, 4)
    entries = {entry.label: entry for entry in (*contents.sections, *contents.tables, *contents.figures)}
    labelled: list[Any] = [
        record
        for part in GUIDELINE.parts()
        for record in records(part)
        if {"label", "title", "source"} <= type(record).model_fields.keys()
    ]
    assert len(labelled) == 7 + 4 + 5 + 4
    for record in labelled:
        entry = entries[record.label]
        assert (record.title, str(record.source.page)) == (entry.title, entry.page)


def test_every_page_of_a_section_is_that_of_the_contents() -> None:
    """A source that begins with a section has the page printed for it."""
    assert GUIDELINE.contents is not None
    pages = {entry.id: entry.page for entry in GUIDELINE.contents.sections}
    checked = 0
    for record in (record for part in GUIDELINE.parts() for record in records(part)):
        if isinstance(record, SourceRef) and (
            found := re.fullmatch(r"Bagian ([0-9.]+)(, butir \d)?", record.section)
        ):
            assert str(record.page) == pages[found[1]], record
            checked += 1
    assert checked == 6 + 10 + 5 + 4 + 2 + 4


PATTERNS = [*((name, f"guideline/{name}.yml") for name in PARTS), ("form", "guideline/forms/*.yml")]


@pytest.mark.parametrize(("schema", "pattern"), PATTERNS)
def test_the_schema_accepts_each_file_and_each_file_points_at_it(schema: str, pattern: str) -> None:
    """An editor that validates by schema agrees with the loader."""
    rule: dict[str, Any] = json.loads((ROOT / f"menu_data/schema/{schema}.schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(rule)
    paths = sorted((ROOT / "menu_data").glob(pattern))
    assert len(paths) == (5 if schema == "form" else 1)
    for path in paths:
        jsonschema.validate(yaml.safe_load(path.read_text()), rule)
        first, second = path.read_text().splitlines()[:2]
        named = first.removeprefix("# yaml-language-server: $schema=")
        assert (path.parent / named).resolve() == ROOT / f"menu_data/schema/{schema}.schema.json"
        assert second.startswith("# ")


def test_every_reference_in_the_models_is_checked() -> None:
    """A field that holds an id is the record's own, one of its own list, or one the check follows."""
    id_pattern = '"^[a-z0-9]+(-[a-z0-9]+)*$"'
    found = {
        name
        for model in Record.__subclasses__()
        if model.__module__.startswith("macros.model.guideline.")
        for name, shown in model.model_json_schema().get("properties", {}).items()
        if id_pattern in json.dumps(shown)
    }
    assert found - {"id", "sum_of", "hub", "start", "end", "announces_menu"} <= NAMES.keys() | MENU.keys()


def test_a_programme_without_guideline_files_has_an_empty_guideline() -> None:
    """Nothing of it is required; the tiny programme has one file of it."""
    assert programme().guideline == Guideline()
    tiny = load(TINY / "menu_data").programme
    assert tiny is not None
    assert {name for name, part in tiny.guideline if part} == {"planning"}


FIELD: dict[str, Any] = {"id": "isian", "label": "Isian"}
COLUMN: dict[str, Any] = {"id": "kolom", "label": "Kolom", "kind": "money"}


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "table"},
        {"kind": "text", "columns": [COLUMN]},
        {"kind": "text", "rows": [{"id": "baris", "label": "Baris"}]},
        {"kind": "choice"},
        {"kind": "text", "options": [{"id": "l", "label": "L"}]},
        {"kind": "table", "columns": [{**COLUMN, "sum_of": ["lain"]}]},
        {"kind": "table", "columns": [{**COLUMN, "sum_of": ["kolom"]}]},
    ],
)
def test_a_form_field_fits_its_kind(wrong: dict[str, Any]) -> None:
    """Columns, rows, options and sums stand only where they mean something."""
    with pytest.raises(ValidationError):
        FormField.model_validate({**FIELD, **wrong})


def test_a_date_has_a_day_or_a_part_of_a_month() -> None:
    """Not both."""
    with pytest.raises(ValidationError):
        RelativeDate.model_validate({"year": 0, "month": 7, "day": 15, "part": "end"})


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the tiny programme's data with a form."""
    copy = Path(shutil.copytree(TINY / "menu_data", tmp_path / "menu_data"))
    (copy / "guideline/forms").mkdir()
    (copy / "guideline/forms/formulir-1.yml").write_text(FORM)
    return copy


FORM = """\
id: formulir-1
label: Formulir 1
title: Permintaan Bibit
filled_by:
  printed: Warga
sections:
  - id: satu
    fields:
      - {id: nama, label: Nama, kind: text}
  - id: dua
    fields:
      - {id: tanggal, label: Tanggal, kind: date}
source:
  section: Bab 3
"""


def test_a_form_is_read_from_its_own_file(data: Path) -> None:
    """Its fields come in printed order."""
    loaded = load(data).programme
    assert loaded is not None
    form: Form = loaded.guideline.form("formulir-1")
    assert [found.id for found in form.fields()] == ["nama", "tanggal"]


@pytest.mark.parametrize(
    ("old", "new", "place", "message"),
    [
        ("id: formulir-1", "id: formulir-2", "1:5", "tidak sama dengan nama berkasnya"),
        ("{id: tanggal,", "{id: nama,", "12:14", 'id "nama" sudah dipakai'),
        ("kind: date", "kind: dates", "12:45", 'nilai "dates" tidak dikenal'),
        ("kind: date", "kind: choice", "12:9", "options hanya bersama kind"),
        ("label: Formulir 1", "labels: Formulir 1", "2:1", 'kunci "labels" tidak dikenal'),
        ("source:", "laws: [pp-1-2030]\nsource:", "13:8", 'peraturan "pp-1-2030" tidak ada'),
        ("source:", "edition: 1\nsource:", "13:10", "harus teks, bukan angka 1"),
        ("source:", 'edition: "2"\nsource:', "13:10", 'edisi "2" tidak ada'),
    ],
)
def test_a_wrong_entry_in_a_form_is_named_with_its_place(
    data: Path, old: str, new: str, place: str, message: str
) -> None:
    """As in any other file: line, column, what is wrong."""
    path = data / "guideline/forms/formulir-1.yml"
    path.write_text(FORM.replace(old, new, 1))
    problems = load(data).problems
    found = [f"{problem.line}:{problem.column} {problem.message}" for problem in problems]
    assert any(text.startswith(f"{place} ") and message in text for text in found), found
    assert {problem.file for problem in problems} == {"menu_data/guideline/forms/formulir-1.yml"}


def test_packages_and_activities_are_looked_up_in_the_edition_of_the_file(data: Path) -> None:
    """A form without an edition may name none."""
    path = data / "guideline/forms/formulir-1.yml"
    named = FORM.replace(
        "kind: text}", "kind: list, options: [{id: lahan, label: Menyiapkan Lahan, package: lahan}]}", 1
    )
    path.write_text(named)
    assert [problem.message for problem in load(data).problems] == ['paket "lahan" tidak ada.']
    path.write_text(named.replace("source:", 'edition: "1"\nsource:', 1))
    assert load(data).problems == []
