"""The guideline's tables as readers meet them: complete, linked, honest about gaps, and inert."""

from __future__ import annotations

import gzip
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import cycle
from typing import Any

import pytest
from lxml import html
from pydantic import BaseModel

from macros.loading.load import load
from macros.model.base import Record, SourceRef
from macros.model.edition import Edition, Indicators, Screening
from macros.model.guideline.base import RelativeDate
from macros.model.guideline.guideline import Guideline
from macros.model.guideline.overview import Overview
from macros.model.guideline.references import LegalReference
from macros.model.guideline.theory import Results, Theory
from macros.model.programme import Programme
from macros.render import Renderer
from macros.render.places import Places, anchor
from macros.render.table_views import calendar, missing, reports
from macros.site.generated_pages import pages
from macros.wording import tables as words
from tests.factories import activity, edition, package, programme
from tests.hostile import STRINGS
from tests.paths import ROOT, TINY
from tests.sample import real
from tests.test_render import to_html

TABLES = {
    "targets_table": "targets",
    "theory_table": "theory",
    "results_table": "results",
    "ministries_table": "ministries",
    "bodies_table": "bodies",
    "overview_table": "overview",
    "reporting_table": "reporting",
    "assumptions_table": "assumptions",
    "locations_table": "locations",
    "criteria_list": "criteria",
    "planning_table": "planning",
    "acronyms_table": "acronyms",
    "legal_table": "legal",
}
"""The macro of each file of the guideline."""
CALLS: list[tuple[str, dict[str, str]]] = [
    *((name, {}) for name in TABLES),
    *(("bodies_table", {"part": part}) for part in ("duties", "structures", "contacts")),
    *(("screening_table", {"edition": year}) for year in ("2017", "2018")),
    *(
        ("indicators_table", {"edition": year, "by": by})
        for year in ("2017", "2018")
        for by in ("activity", "collector")
    ),
]

# What a table need not print, and why.
IDS = {
    *("id", "edition", "package", "activity", "outcome", "output", "body", "bodies", "to", "kinds"),
    *("form", "forms", "laws", "announces_menu", "force", "intro_force", "standing", "shared"),
}
"""Fields that hold ids or words of ``terms.yml``; what most of them name is looked for by name, below."""
MACHINE: set[type[BaseModel]] = {RelativeDate}
"""Dates as numbers; the printed words are shown."""


@dataclass(frozen=True, slots=True)
class Value:
    """A text of a record, and where it comes from."""

    place: str
    text: str


def values(record: Record, place: str = "") -> Iterator[Value]:
    """Every text that a reader should find, and every register entry, page and year."""
    for name in type(record).model_fields:
        here = f"{place}.{name}"
        if name in IDS:
            continue
        value = getattr(record, name)
        for index, item in enumerate(value if isinstance(value, tuple) else (value,)):
            at = f"{here}[{index}]" if isinstance(value, tuple) else here
            if isinstance(item, Record):
                if type(item) not in MACHINE:
                    yield from values(item, at)
            elif name == "discrepancies":
                yield Value(at, f"Catatan {item}")
            elif isinstance(record, SourceRef) and name == "page" and item is not None:
                yield Value(at, f"halaman {item}")
            elif isinstance(record, LegalReference) and name == "year" and item is not None:
                yield Value(at, f"Tahun {item}")
            elif isinstance(item, str):
                yield from (Value(at, line) for line in item.split("\n") if line.strip())


def plain(text: str) -> str:
    """A text as it is looked for on a page."""
    return " ".join(text.replace("\u00a0", " ").split())


def shown(page: str) -> str:
    """The words of a page."""
    return plain(html.fromstring(f"<div>{page}</div>").text_content())


@cache
def renderer() -> Renderer:
    """The macros over this project's data."""
    return Renderer(real())


@cache
def page(name: str, **arguments: str) -> str:
    """What a macro prints on this project's data."""
    return str(getattr(renderer(), name)(**arguments))


def guideline() -> Guideline:
    """This project's guideline."""
    return real().guideline


def table(name: str) -> Any:
    """The record that a macro shows."""
    found = getattr(guideline(), TABLES[name])
    assert found is not None
    return found


# Complete


@pytest.mark.parametrize("name", TABLES)
def test_every_value_of_its_file_is_read_on_the_table(name: str) -> None:
    """Names, numbers, deadlines, notes, sources and register entries; nothing falls out on the way."""
    text = shown(page(name))
    assert [value for value in values(table(name), name) if plain(value.text) not in text] == []


@pytest.mark.parametrize("year", ["2017", "2018"])
def test_every_question_and_every_indicator_is_read(year: str) -> None:
    """With its respondent, sources, collector, frequency and note, in both orders."""
    found = real().edition(year)
    assert found.screening is not None
    assert found.indicators is not None
    text = shown(page("screening_table", edition=year))
    asked = [*values(found.screening, year)]
    answers = {"yes", "no", "text"}
    assert [v for v in asked if v.text not in answers and plain(v.text) not in text] == []
    for by in ("activity", "collector"):
        text = shown(page("indicators_table", edition=year, by=by))
        assert [v for v in values(found.indicators, year) if plain(v.text) not in text] == []


def test_what_an_id_names_is_read_by_its_name() -> None:
    """Bodies that report and receive, levels, forms, laws, and packages of the menu."""
    facts = {
        "reporting_table": [
            *(real().body(d.body).name for p in table("reporting_table").periods for d in p.deadlines),
            *(real().body(d.to).name for p in table("reporting_table").periods for d in p.deadlines if d.to),
            *(real().body(task.to).name for task in table("reporting_table").recurring if task.to),
            *(guideline().form(f).label for task in table("reporting_table").recurring for f in task.forms),
        ],
        "planning_table": [guideline().form(f).label for s in table("planning_table").steps for f in s.forms],
        "bodies_table": [
            *(real().body(body).name for one in table("bodies_table").structures for body in one.bodies),
            *(
                words.law_short(guideline().law(law))
                for one in table("bodies_table").structures
                for law in one.laws
            ),
        ],
        "criteria_list": [real().kind(k).name for one in table("criteria_list").criteria for k in one.kinds],
        "overview_table": [
            *(real().edition("2017").package(one.package).name for one in table("overview_table").packages),
            *(
                real().edition("2017").activity(cell.activity).name
                for one in table("overview_table").packages
                for cell in one.activities
                if cell.activity
            ),
        ],
    }
    for name, expected in facts.items():
        text = shown(page(name))
        assert expected
        assert [fact for fact in expected if plain(fact) not in text] == [], name


def rows(name: str, **arguments: str) -> list[list[str]]:
    """The words of the cells of every row, without the heads that stand in them for phones."""
    tree = html.fromstring(f"<div>{page(name, **arguments)}</div>")
    for label in tree.find_class("k"):
        label.getparent().text = (label.getparent().text or "") + (label.tail or "")
        label.getparent().remove(label)
    return [[plain(cell.text_content()) for cell in row.xpath("./th|./td")] for row in tree.iter("tr")]


def test_targets_are_numbers_with_a_comma_and_their_marks() -> None:
    """What is printed otherwise stands beside them; the note explains the mark."""
    found = [row for row in rows("targets_table") if len(row) == 3][1:]
    assert [row[1:] for row in found] == [
        ["70", "0,62 tercetak 0.62"],
        ["63", "0,74"],
        ["65", "0,92 tercetak 0.92"],
        ["84,2*)", "n/a"],
        ["81,0*)", "n/a"],
        ["84,6*)", "n/a"],
        ["100", "1,0 tercetak 1.0"],
        ["100", "1,0 tercetak 1.0"],
        ["100", "1,0 tercetak 1.0"],
        ["18,6 juta per rumah tangga", "n/a"],
        ["77", "0,77 tercetak 0.77"],
    ]
    assert found[0][0] == "Cakupan kelahiran pada fasilitas kesehatan Catatan A43"
    assert "*) Target pendidikan berlaku bagi seluruh penduduk" in shown(page("targets_table"))


def test_outputs_lead_to_the_packages_whose_own_tables_name_them() -> None:
    """Alike in the theory of change and beside the framework of results."""
    for name in ("theory_table", "results_table"):
        tree = html.fromstring(f"<div>{page(name)}</div>")
        found = {
            row.find("th").text_content(): [plain(a.text_content()) for a in row.xpath("./td[last()]//a")]
            for row in tree.xpath("//table[contains(@class, 'chain')]//tr[td]")
        }
        assert found["Output 1.1"] == ["Paket 1", "Paket 2", "Paket 4", "Paket 5"]
        assert found["Output 2.4"] == ["Paket 3", "Paket 7"]
        assert found["Hasil 2"] == ["Paket 3", "Paket 4", "Paket 7", "Paket 8", "Paket 9"]
        text = shown(page(name))
        assert "Menu 2017 tidak menyebut capaian untuk Paket 6." in text
        assert "Menu 2017 tidak menyebut keluaran untuk Paket 6, Paket 8, dan Paket 9." in text


def test_the_package_cells_of_the_framework_are_said_to_be_no_links() -> None:
    """They are printed as they stand, beside the name that the menu gives the same number."""
    assert "tidak dapat dibaca sebagai kaitan dengan keluaran" in shown(page("results_table"))
    assert [
        "Paket 8Tercetak di bawah baris paket",
        "Dukungan dan Bantuan Teknis pada Penyusunan Strategi dan Kerangka Regulasi Nasional",
        "Bantuan Teknis dan Dukungan Strategi Nasional dan Pengembangan Kerangka Peraturan",
    ] in rows("results_table")


def test_the_overview_sets_its_own_names_beside_those_of_the_menu() -> None:
    """An activity that the menu lacks is said to be missing; N/A leads to what the menu has instead."""
    found = {row[0].split(" Lampiran I ")[0]: row[1:] for row in rows("overview_table") if len(row) == 3}
    assert found["3.2 Pengembangan Dasbor Kecamatan Catatan A33 Catatan B3"] == [
        "Pemerintah kecamatan dan unit layanan",
        "3.2 Pengembangan Dasbor Kecamatan (Kecamatan Dashboard)",
    ]
    assert found["6.2 Meningkatkan Kualitas Pelayanan dan Tata Kelola yang Akuntabel"] == [
        "Kosong di naskah",
        "Tidak ada di Menu 2017",
    ]
    assert [row[2] for row in rows("overview_table") if row[0].startswith("N/A")] == [
        "8.1 Pengembangan Strategi Nasional dan Peraturan",
        "9.1 Inovasi Penyelenggaraan Layanan",
    ]


def test_deadlines_of_the_table_and_of_the_text_stand_side_by_side() -> None:
    """Per role; what has no month says so."""
    found = [row for row in rows("reporting_table") if len(row) == 3]
    first = "Periode laporan enam bulan pertama Rencana 2017 “akan” Catatan A12"
    assert [first, "15 Juli Kabupaten", "akhir Juli"] in found
    assert [row[1:] for row in found if row[0].startswith("Periode laporan enam bulan kedua")] == [
        ["15 Jan Kabupaten", "akhir Januari"],
        ["31 Jan Provinsi", "pertengahan Februari"],
        ["15 Agu Tim Teknis Nasional Bulannya tidak dapat dipastikan", "akhir Februari"],
    ]


def test_the_calendar_puts_deadlines_under_their_printed_months() -> None:
    """Two periods, months of two years, and a column for the deadline that has no month."""
    found = calendar(table("reporting_table"))
    assert [(bar.period.id if bar.period else None, bar.span) for bar in found.bars] == [
        ("periode-pertama", 6),
        ("periode-kedua", 6),
        (None, 2),
    ]
    assert [len(cell) for cell in found.by_table] == [0, 0, 0, 0, 0, 0, 2, 1, 0, 0, 0, 0, 2, 0, 1]
    assert [len(cell) for cell in found.by_text] == [0, 0, 0, 0, 0, 0, 1, 2, 0, 0, 0, 0, 1, 2, 0]
    assert found.outside
    assert [(one.body, one.to, len(one.rows)) for one in reports(table("reporting_table"))] == [
        ("tim-teknis-kabupaten", "tim-teknis-provinsi", 2),
        ("tim-teknis-provinsi", "tim-teknis-nasional", 2),
        ("tim-teknis-nasional", "kpn", 2),
    ]


def test_steps_without_a_date_say_so() -> None:
    """Eleven steps, two of them dated; the form of a step is a link."""
    steps = [row for row in rows("planning_table") if len(row) == 4][1:]
    assert len(steps) == 11
    assert [row[3] for row in steps] == ["Jan-Juni N-1", "Juni N-1", *["Tanpa tanggal"] * 9]
    assert "panduan/lampiran-ii/6/#lampiran-ii-6" in hrefs(page("planning_table"))
    assert "dalam batas waktu yang diberikan dalam komunikasi tahunan" in shown(page("planning_table"))


def test_places_are_counted_per_province_and_in_all() -> None:
    """Counted from the list, beside the printed totals."""
    text = shown(page("locations_table"))
    assert "Provinsi Jawa Timur 4 kabupaten, 8 kecamatan" in text
    assert "5 Provinsi, 16 Kabupaten" in text
    assert "Terhitung di daftar ini: 5 provinsi, 16 kabupaten, 24 kecamatan." in text


def test_acronyms_run_from_a_to_z_listed_and_unlisted_apart() -> None:
    """Each can be linked to; one without expansion says so."""
    tree = html.fromstring(f"<div>{page('acronyms_table')}</div>")
    listed, others = ([dt.text_content() for dt in dl.iter("dt")] for dl in tree.iter("dl"))
    assert (len(listed), listed[0], listed[-1]) == (33, "APBD", "TTK")
    assert (others[0], others[-1]) == ("ADD", "UU")
    assert listed == sorted(listed, key=str.casefold)
    assert others == sorted(others, key=str.casefold)
    assert [plain(p.text_content()) for p in tree.get_element_by_id("akronim-spm").iter("p")] == [
        "Standar Pelayanan Minimal",
        (
            "Kepanjangan lain: standar pelayanan minimum (Tabel 5, Paket 5; Lampiran I, Kegiatan 4.1; "
            "Lampiran I, Kegiatan 4.2)"
        ),
        (
            "Kepanjangan lain: Standar Pelayanan Minimum (Lampiran I, ringkasan Paket 5; Lampiran I, "
            "Kegiatan 5.1)"
        ),
    ]
    ours = plain(tree.get_element_by_id("akronim-add").text_content())
    assert "Alokasi Dana Desa (penjelasan situs ini; tidak tercetak)" in ours
    unknown = plain(tree.get_element_by_id("akronim-bkkad").text_content())
    assert "Tidak disebut di naskah; arti pastinya tidak diketahui situs ini" in unknown


def test_every_acronym_has_an_expansion_printed_or_ours_but_three() -> None:
    """What the text does not expand, this site explains where the meaning is certain, and never both."""
    acronyms = table("acronyms_table").acronyms
    bare = {one.short for one in acronyms if one.expansion is None and one.meaning is None}
    assert bare == {"BKKAD", "IRE", "PUSKAPA UI"}
    assert [one.short for one in acronyms if one.expansion and one.meaning] == []


def test_what_became_of_a_regulation_is_said_only_with_the_day_of_the_check() -> None:
    """PP 19/2008 has been replaced; of others nothing is claimed."""
    tree = html.fromstring(f"<div>{page('legal_table')}</div>")
    replaced = plain(tree.get_element_by_id("pp-19-2008").text_content())
    assert "Kini: Sudah diganti dengan PP 17/2018 tentang Kecamatan. Diperiksa 30 November 2026." in replaced
    assert "Keadaannya hari ini belum diperiksa." in plain(
        tree.get_element_by_id("pp-39-2006").text_content()
    )


def test_a_law_can_be_linked_to_and_says_what_is_not_printed() -> None:
    """Kind, number and year; where each wording stands, as a link."""
    tree = html.fromstring(f"<div>{page('legal_table')}</div>")
    assert plain(tree.get_element_by_id("uu-23-2014").text_content()).startswith(
        "UU 23/2014Undang-Undang Nomor 23 Tahun 2014"
    )
    assert "tanpa nomor tercetak" in tree.get_element_by_id("panduan-teknis-pprg").text_content()
    assert "Tidak tercetak" in tree.get_element_by_id("uu-5-2014").text_content()
    assert hrefs(html.tostring(tree.get_element_by_id("pp-39-2006"), encoding="unicode")) == [
        "panduan/bab-4/#4.2",
        "panduan/lampiran-ii/9/#lampiran-ii-9",
    ]


def test_screening_says_whom_to_ask_and_which_answer_shows_a_need() -> None:
    """The rule above, follow-ups marked, and the activity that nobody is asked about."""
    text = shown(page("screening_table", edition="2017"))
    assert text.index("Cara membaca jawaban") < text.index("Pertanyaan kebutuhan, Menu 2017")
    assert "1.1 Pelatihan Kepemimpinan dan Manajemen bagi Camat dan Sekretaris Camat" in text
    assert "Ditanyakan kepada: Camat; Sekretaris Kecamatan" in text
    found = rows("screening_table", edition="2017")
    assert ["Apakah Anda mempunyai sistem standar untuk pemantauan SPM?", "Tidak"] in found
    assert ['Lanjutan: Siapa yang dilatih?Tercetak di bawah "Jika ya".', "Uraian"] in found
    assert [row[1] for row in found if "memulai sebuah gagasan baru" in row[0]] == ["Ya"]
    assert "tanpa pertanyaan" not in text
    assert text.count("; Paket 9 Inovasi") == 1
    assert text.count("Rujukan ke Puskesmas") == 1
    assert text.index("Cara membaca jawaban") < text.index("Penjelasan situs ini: Beberapa pertanyaan")


def test_an_indicator_says_what_its_row_does_not() -> None:
    """No source, collector or frequency is said; so are activities that have no indicator."""
    found = rows("indicators_table", edition="2017")
    assert [row[1:] for row in found if "mencakup informasi keluhan" in row[0]] == [["Tidak disebut"] * 3]
    text = shown(page("indicators_table", edition="2017"))
    assert "3 kegiatan tanpa indikator: 2.3 " in text
    assert [one.number for one in missing(real().edition("2017"), _indicators("2017"))] == [
        "2.3",
        "5.2",
        "5.3",
    ]
    groups = [row[0] for row in rows("indicators_table", edition="2017", by="collector") if len(row) == 1]
    assert groups[0] == "Dikumpulkan oleh: TTK"
    assert groups[-1] == "Pengumpul tidak disebut"


def _indicators(year: str) -> Any:
    found = real().edition(year).indicators
    assert found is not None
    return found.indicators


def test_a_draft_says_that_it_is_a_proposal() -> None:
    """Its questions are never taken for the current ones."""
    assert "Usulan" in shown(page("screening_table", edition="2018"))
    assert "Usulan" in shown(page("indicators_table", edition="2018"))
    assert "Usulan" not in shown(page("screening_table", edition="2017"))


# Links


def hrefs(text: str) -> list[str]:
    """Addresses below the root, in their order."""
    tree = html.fromstring(f"<div>{text}</div>")
    return [a.get("href").removeprefix("{root}/") for a in tree.iter("a")]


@cache
def _ids() -> dict[str, set[str]]:
    """The ids of every page of the site by its path: hand-written headings, and what macros print."""
    found: dict[str, set[str]] = {}
    texts = {path.relative_to(ROOT / "docs").as_posix(): path.read_text() for path in DOCS}
    texts |= {one.src_uri: one.text for one in pages(real())}
    for uri, text in texts.items():
        here = set(re.findall(r"\{ #(\S+) \}", text))
        for name in re.findall(r"\{\{ (\w+)\(\) \}\}", text):
            here |= set(re.findall(r'\bid="([^"]+)"', str(getattr(renderer(), name)())))
        path = uri.removesuffix(".md").removesuffix("index").rstrip("/")
        found[f"{path}/" if path else ""] = here
    return found


DOCS = sorted((ROOT / "docs").rglob("*.md"))
ELSEWHERE = "panduan/dasar-hukum/"
"""The page of laws, to which `law()` leads too."""


@pytest.mark.parametrize(("name", "arguments"), CALLS)
def test_every_link_leads_to_a_page_and_a_place_that_exist(name: str, arguments: dict[str, str]) -> None:
    """Pages of the menu, sections, forms, other tables, and entries of the register."""
    own = set(re.findall(r'\bid="([^"]+)"', page(name, **arguments)))
    laws = {law.id for law in table("legal_table").laws}
    found = hrefs(page(name, **arguments))
    assert found or name == "criteria_list"
    for href in found:
        path, _, fragment = href.partition("#")
        if not path:
            assert fragment in own, href
        elif path == ELSEWHERE:
            assert fragment in laws, href
        else:
            assert path in _ids(), href
            assert not fragment or fragment in _ids()[path], href


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_called_on_the_page_that_its_label_leads_to(name: str) -> None:
    """So that ``Tabel 5`` in a text can lead to the table itself."""
    record = table(name)
    label = getattr(record, "label", None)
    if label is None:
        return
    assert f'id="{anchor(label)}"' in page(name)
    called = [
        path for path in DOCS if "panduan" in path.parts and re.search(rf"\b{name}\(", path.read_text())
    ]
    assert len(called) == 1


def test_places_lead_as_near_as_the_data_allow() -> None:
    """A section, a table, an annex, an activity of the menu; anything else stays words."""
    places = Places(real(), guideline())
    led = {
        "Bagian 1.4.2": [("Bagian 1.4.2", "panduan/bab-1/#1.4.2")],
        "Bab 2, Tabel 3": [("Bab 2", "panduan/bab-2/#bab-2"), (", Tabel 3", None)],
        "Tabel 5, Paket 1": [("Tabel 5", "panduan/bab-3/#tabel-5"), (", Paket 1", None)],
        "Lampiran 9": [("Lampiran 9", "panduan/lampiran-ii/9/#lampiran-ii-9")],
        "Lampiran I, Kegiatan 5.1, alasan": [
            ("Lampiran I", None),
            (", ", None),
            ("Kegiatan 5.1", "menu/2017/5.1/"),
            (", alasan", None),
        ],
        "Sampul belakang": [("Sampul belakang", None)],
    }
    for place, pieces in led.items():
        assert [(piece.text, piece.path) for piece in places.pieces(place)] == pieces


# Shape


@pytest.mark.parametrize(("name", "arguments"), CALLS)
def test_a_table_has_a_caption_heads_and_full_rows(name: str, arguments: dict[str, str]) -> None:
    """Every row fills as many columns as the head has; whatever stacks keeps its roles and heads."""
    tree = html.fromstring(f"<div>{page(name, **arguments)}</div>")
    for found in tree.iter("table"):
        assert plain(found.findtext("caption") or found.find("caption").text_content())
        heads = found.xpath("./thead//th")
        assert heads
        assert all(th.get("scope") in {"col", "colgroup"} and plain(th.text_content()) for th in heads)
        width = sum(int(th.get("colspan", "1")) for th in found.xpath("./thead/tr[1]/th"))
        carried = Counter[int]()
        for index, row in enumerate(found.iter("tr")):
            cells = row.xpath("./th|./td")
            span = carried[index] + sum(int(cell.get("colspan", "1")) for cell in cells)
            assert span == width, html.tostring(row)
            for cell in cells:
                carried.update(range(index + 1, index + int(cell.get("rowspan", "1"))))
            assert all(th.get("scope") for th in row.xpath("./th"))
        if found.get("role") == "table":
            assert all(e.get("role") for e in found.iter("thead", "tbody", "tr", "th", "td"))
        else:
            assert "m" in found.get("class").split()


@pytest.mark.parametrize(("name", "arguments"), CALLS)
def test_a_table_is_one_inert_block_of_moderate_weight(name: str, arguments: dict[str, str]) -> None:
    """No blank line, no braces but the root marker, no heading, no id twice, a few KB."""
    found = page(name, **arguments)
    assert "\n\n" not in found
    assert not re.search(r"^[ \t]", found, re.MULTILINE)
    assert "{" not in found.replace("{root}", "")
    assert to_html(f"# Judul\n\n{found}\n\nAkhir.").count(found) == 1
    tree = html.fromstring(f"<div>{found}</div>")
    assert not list(tree.iter("h1", "h2", "h3", "h4", "h5", "h6", "script", "style", "img"))
    assert [key for key, times in Counter(tree.xpath("//@id")).items() if times > 1] == []
    assert len(gzip.compress(found.encode(), mtime=0)) < 4608


def test_all_tables_can_stand_on_one_page() -> None:
    """Their ids differ, as the guide to the macros needs."""
    ids = [
        key
        for name in (*TABLES, "screening_table", "indicators_table")
        for key in re.findall(r'\bid="([^"]+)"', page(name))
    ]
    assert [key for key, times in Counter(ids).items() if times > 1] == []


# Gaps


def test_a_programme_without_tables_is_told_so() -> None:
    """Nothing fails, and nothing is left blank."""
    plainest = Renderer(programme(edition("satu", package("p", "1", activity("a", "1.1")))))
    for name in TABLES:
        assert shown(getattr(plainest, name)()) == "Belum ada isi untuk tabel ini.", name
    assert shown(plainest.screening_table()) == "Menu satu tidak memuat pertanyaan kebutuhan."
    assert shown(plainest.indicators_table()) == "Menu satu tidak memuat indikator pemantauan."


def emptied(record: Record) -> Record:
    """A record whose lists are empty and whose optional values are absent, as far as the model allows."""
    plainer: dict[str, object] = {}
    for name, field in type(record).model_fields.items():
        value = getattr(record, name)
        if isinstance(value, tuple):
            required = any(getattr(one, "min_length", 0) for one in field.metadata)
            plainer[name] = tuple(_plainer(item) for item in value[:1]) if required else ()
        elif not field.is_required():
            plainer[name] = field.default
        else:
            plainer[name] = _plainer(value)
    return record.model_copy(update=plainer)


def _plainer(value: Any) -> Any:
    return emptied(value) if isinstance(value, Record) else value


@pytest.mark.parametrize("name", TABLES)
def test_empty_lists_and_absent_values_are_said_in_words(name: str) -> None:
    """No empty table, list, or cell; ``None`` never shows."""
    small = emptied(table(name))
    if isinstance(small, (Theory, Results, Overview)):
        small = small.model_copy(update={"edition": "2017"})
    bare = real().model_copy(
        update={"guideline": Guideline().model_copy(update={TABLES[name]: small}), "discrepancies": ()}
    )
    found = str(getattr(Renderer(bare), name)())
    tree = html.fromstring(f"<div>{found}</div>")
    assert "None" not in shown(found)
    for element in tree.iter("ul", "ol", "dl", "tbody", "dd", "li", "caption"):
        assert plain(element.text_content()), html.tostring(element)
    says = {
        "results_table",
        "bodies_table",
        "reporting_table",
        "assumptions_table",
        "locations_table",
        "criteria_list",
        "planning_table",
        "acronyms_table",
        "legal_table",
    }
    assert ("Tidak ada yang tercatat." in found) == (name in says)


def test_an_edition_with_nothing_to_ask_or_measure_says_so() -> None:
    """The file is there, and empty."""
    one = edition("satu", package("p", "1", activity("a", "1.1")))
    source = SourceRef(section="Bab 1")
    held = Edition(
        info=one.info,
        packages=one.packages,
        screening=Screening(rule="Aturan.", source=source, questions=()),
        indicators=Indicators(source=source, indicators=()),
    )
    plainest = Renderer(programme(held))
    for text in (shown(plainest.screening_table()), shown(plainest.indicators_table())):
        assert "Tidak ada yang tercatat." in text
        assert "1.1 Kegiatan a." in text


@pytest.mark.parametrize(
    ("name", "arguments", "message"),
    [
        ("indicators_table", {"by": "colector"}, 'Maksud Anda "collector"?'),
        ("bodies_table", {"part": "dutis"}, 'Maksud Anda "duties"?'),
        ("screening_table", {"edition": "2016"}, 'edisi "2016" tidak ada.'),
    ],
)
def test_a_wrong_argument_is_answered_with_what_exists(
    name: str, arguments: dict[str, str], message: str
) -> None:
    """An author reads what is allowed."""
    with pytest.raises(ValueError, match=re.escape(message)):
        getattr(renderer(), name)(**arguments)


# Inert


def poisoned(record: Record, strings: Iterator[str], used: list[str]) -> Record:
    """A record with a hostile string in every field that takes any text; those to be read go to ``used``."""
    changed: dict[str, object] = {}
    for name in type(record).model_fields:
        value = getattr(record, name)
        if name in IDS or (name in {"discrepancies", "number"} and not isinstance(record, LegalReference)):
            continue
        many = value if isinstance(value, tuple) else (value,)
        made: list[object] = []
        for item in many:
            if isinstance(item, Record):
                made.append(poisoned(item, strings, used))
            elif isinstance(item, str) and name not in {"shows_need", "discrepancies"}:
                text = next(strings)
                made.append(text)
                used.append(text)
            else:
                made.append(item)
        changed[name] = tuple(made) if isinstance(value, tuple) else made[0]
    return record.model_copy(update=changed)


def _held(record: Record) -> dict[str, Any]:
    """The fields of a record, without anything worked out from them."""
    return {name: getattr(record, name) for name in type(record).model_fields}


def grown(text: str) -> set[tuple[str, str]]:
    """Every element and attribute of a page as Markdown leaves it."""
    tree = html.fromstring(f"<div>{to_html(text)}</div>")
    return {(str(e.tag), key) for e in tree.iter() for key in ("", *e.keys())}


@cache
def _plain_shapes() -> set[tuple[str, str]]:
    """Every element and attribute of the tables of this project's data."""
    return grown("".join(page(name, **arguments) for name, arguments in CALLS))


@pytest.mark.parametrize("offset", range(0, len(STRINGS), 16))
@pytest.mark.parametrize("name", [*TABLES, "screening_table", "indicators_table"])
def test_hostile_text_is_read_and_does_nothing(name: str, offset: int) -> None:
    """No new element, attribute or address; every string comes out as the same characters."""
    used: list[str] = []
    strings = cycle(STRINGS[offset:] + STRINGS[:offset])
    if name in TABLES:
        bad = poisoned(table(name), strings, used)
        tables = guideline().model_copy(update={TABLES[name]: bad})
        found = str(getattr(Renderer(real().model_copy(update={"guideline": tables})), name)())
    else:
        field = name.removesuffix("_table")
        now = real().edition("2017")
        bad = poisoned(getattr(now, field), strings, used)
        changed = Edition.model_construct(**{**_held(now), field: bad})
        whole = Programme.model_construct(**{**_held(real()), "editions": (changed,)})
        found = str(getattr(Renderer(whole), name)("2017"))
    assert grown(found) <= _plain_shapes()
    roots = ("#", "menu/2017/", "panduan/", "pindai/", "kalender/")
    assert all(href.startswith(roots) for href in hrefs(to_html(found)))
    text = shown(to_html(found))
    assert [one for one in used if plain(one) not in text] == []


def test_the_second_programme_is_served_by_the_same_tables() -> None:
    """Its own list of steps, with its own words and dates."""
    found = load(TINY / "menu_data").programme
    assert found is not None
    text = shown(Renderer(found).planning_table())
    assert "Daftar 1. Langkah Tahunan" in text
    assert "Menghitung kebutuhan bibit" in text
    assert "Jan-Maret N-1" in text
