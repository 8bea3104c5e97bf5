"""What the search knows: documents that lead somewhere, an index that stays light, words that editors add."""

from __future__ import annotations

import gzip
import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from macros.checks.search_words import check as check_words
from macros.facts.guideline_text import GuideText
from macros.facts.page_index import IndexedPage, IndexEntry, PageIndex, Spot, index, list_pages
from macros.loading.load import load
from macros.model.edition import Status
from macros.model.programme import Programme
from macros.model.search_words import SearchWords
from macros.render import Renderer
from macros.search import check_addresses, search_files
from macros.search.document import ResultGroup, SearchDocument, joined, rows, strings
from macros.search.postings import postings
from macros.search.roots import root, roots
from macros.site.generated_pages import pages
from macros.source.problem import Level
from tests.conftest import make_project
from tests.factories import activity, edition, package, programme
from tests.paths import ROOT, TINY
from tests.sample import real

REDIRECT = 'http-equiv="refresh"'
ROOM = 50 * 1024
"""Bytes that index, engine and library may weigh: with four passages a first search stays below 60 KB."""


def words_of(site: Path, path: str = "cari/terkini.json") -> dict[str, Any]:
    """An index file of a built site."""
    found: dict[str, Any] = json.loads((site / path).read_text(encoding="utf-8"))
    return found


def page_of(site: Path, url: str) -> Path:
    """The file behind an address."""
    return site / url.partition("#")[0] / "index.html"


@pytest.mark.parametrize("path", ["cari/terkini.json", "cari/2018.json"])
def test_every_document_leads_to_a_page_and_a_place_on_it(site: Path, path: str) -> None:
    """Addresses and fragments are those of the built site."""
    ids: dict[Path, set[str]] = {}
    for url, *_ in words_of(site, path)["documents"]:
        page = page_of(site, url)
        if page not in ids:
            ids[page] = set(html.parse(str(page)).xpath("//@id"))
        fragment = url.partition("#")[2]
        assert not fragment or fragment in ids[page], url


def test_every_page_of_the_site_is_in_the_index_from_a_to_z(site: Path) -> None:
    """All that is not the search itself and does not only lead on."""
    listed = {
        (site / "cari" / href).resolve() / "index.html"
        for href in html.parse(str(site / "cari/index.html")).xpath("//section[@data-all]//li/a/@href")
        if not href.startswith("#")
    }
    there = {
        path
        for path in site.rglob("index.html")
        if REDIRECT not in path.read_text(encoding="utf-8") and path.parent.name != "cari"
    }
    assert listed == {path.resolve() for path in there}


def test_a_document_of_the_guideline_bears_its_printed_title(site: Path) -> None:
    """As readers know it: number and name of sections, annexes, tables, forms, acronyms and laws."""
    titles = {url: title for url, title, *_ in words_of(site)["documents"]}
    assert titles["menu/2017/3.2/"] == "Kegiatan 3.2 Pengembangan Dasbor Kecamatan (Kecamatan Dashboard)"
    assert titles["menu/2017/4/"] == "Paket 4 Mekanisme Akuntabilitas Sosial"
    assert titles["panduan/bab-2/#2.1.3"] == "2.1.3 Sekretariat"
    assert titles["panduan/bab-2/"] == "Bab 2. Kerangka kelembagaan"
    assert titles["panduan/bab-4/#tabel-7"] == "Tabel 7. Jadwal Laporan Enam Bulanan"
    assert titles["panduan/lampiran-ii/3/"] == "Lampiran 3. Kriteria Keikutsertaan"
    assert titles["panduan/akronim/#akronim-crvs"] == "Akronim CRVS: Pencatatan Sipil dan Statistik Hayati"
    assert titles["panduan/ketidaksepakatan/#a12"].startswith("Catatan A12: ")


@pytest.mark.parametrize("name", ["pangkep", "pemalang", "nusa tenggara barat"])
def test_names_that_people_use_for_an_area_lead_to_the_list(site: Path, name: str) -> None:
    """They are asked by, and no text claims to print them."""
    asked = {url: words for url, _, _, _, _, _, words, *_ in words_of(site)["documents"]}
    assert name in asked["lokasi/"].lower().split("\n")
    assert name in asked["panduan/lampiran-ii/2/"].lower().split("\n")
    text = json.loads((site / "cari/isi/panduan/lampiran-ii/2/index.json").read_text(encoding="utf-8"))
    assert not any(name in paragraph.lower() for paragraph in text)


def test_todays_index_and_what_reads_it_stay_light(site: Path) -> None:
    """Index, engine and library, after gzip."""
    files = ("cari/terkini.json", "assets/search/engine.js", "assets/search/vendor/minisearch.js")
    assert sum(len(gzip.compress((site / file).read_bytes(), 6)) for file in files) <= ROOM


def test_the_text_of_every_document_that_has_one_is_a_small_file(site: Path) -> None:
    """Four seen at once stay below the five kilobytes of a further search."""
    largest = []
    for url, *_, more in [row[:9] for row in words_of(site)["documents"]]:
        page, _, fragment = url.partition("#")
        path = site / f"cari/isi/{page or 'beranda/'}{fragment or 'index'}.json"
        if more:
            assert all(isinstance(text, str) and text for text in json.loads(path.read_bytes()))
            largest.append(len(gzip.compress(path.read_bytes(), 6)))
    assert max(largest) <= 2_500


def many(count: int) -> Programme:
    """A programme whose current edition is the last but ``count`` drafts, each of forty activities."""
    editions = []
    for number in range(count + 1):
        held = tuple(activity(f"bajak-{item}", f"1.{item}", name=f"Membajak {item}") for item in range(1, 41))
        status = Status.DRAFT if number else Status.APPROVED
        editions.append(
            edition(f"e{number}", package("lahan", "1", *held), fiscal_year=2030 + number, status=status)
        )
    return programme(*editions)


def test_other_editions_do_not_make_todays_search_heavier() -> None:
    """Fourteen more editions of forty activities add one line each: the edition's own page."""
    alone, crowd = (
        {item.path: item.content for item in search_files(many(count), GuideText(), ())} for count in (0, 14)
    )
    today = json.loads(crowd["cari/terkini.json"])["documents"]
    assert len(today) - len(json.loads(alone["cari/terkini.json"])["documents"]) == 14
    assert len(crowd["cari/terkini.json"]) - len(alone["cari/terkini.json"]) < 14 * 200
    assert {f"cari/e{number}.json" for number in range(1, 15)} < set(crowd)
    assert not any(url.startswith("menu/e1/1") for url, *_ in today)


def test_the_files_are_the_same_bytes_each_time(real_shelf: PageIndex) -> None:
    """Nothing depends on an order that is not written down."""
    first, second = (list(search_files(real(), GuideText(), real_shelf)) for _ in range(2))
    assert first == second


@pytest.fixture(scope="module")
def real_shelf() -> PageIndex:
    """This project's pages."""
    made = pages(real(), GuideText())
    return list_pages(((page.src_uri, page.text) for page in made), ROOT / "docs")


def test_an_address_that_no_page_has_is_named_with_its_place_and_the_mend(tmp_path: Path) -> None:
    """File, line, column, and the nearest page there is."""
    data = Path(shutil.copytree(TINY / "menu_data", tmp_path / "menu_data"))
    (data / "search.yml").write_text(
        "leads:\n  - words: [kebun]\n    to:\n      - page: menu/1/jadwa/\n    query: kebun\n"
    )
    loaded = load(data)
    (problem,) = check_addresses(loaded, (IndexedPage("menu/1/jadwal/", "Jadwal"),))
    assert (problem.file, problem.line, problem.column) == ("menu_data/search.yml", 4, 15)
    assert problem.message == 'halaman "menu/1/jadwa/" tidak ada.'
    assert problem.hint == 'Maksud Anda "menu/1/jadwal/"?'


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("leads: [{words: [kebun], to: [], query: kebun}]", "to"),
        ("leads: [{words: [kebun], to: [{activity: satu, package: lahan}], query: kebun}]", "tepat satu"),
        ("same: [{words: [kebun], query: kebun, finds: {activity: satu}}]", "words"),
        ("same: [{words: [kebun, ladang], finds: {activity: satu}}]", "query"),
        ("leads: [{words: [Kebun], to: [{activity: satu}], query: kebun}]", "words"),
    ],
)
def test_an_entry_without_target_words_or_query_is_refused(tmp_path: Path, written: str, said: str) -> None:
    """Each says what is wrong; words are lower case, as a search compares them."""
    data = Path(shutil.copytree(TINY / "menu_data", tmp_path / "menu_data"))
    (data / "search.yml").write_text(f"{written}\n")
    problems = load(data).problems
    assert any(said in f"{problem.where} {problem.message}" for problem in problems), problems


def test_words_for_what_the_current_menu_has_no_more_are_a_warning() -> None:
    """An approved edition that ends an activity does not break the data; the words lead nowhere."""
    held = SearchWords.model_validate(
        {"leads": [{"words": ["traktor"], "to": [{"activity": "bajak"}], "query": "traktor"}]}
    )
    old = edition("e1", package("lahan", "1", activity("bajak", "1.1")), fiscal_year=2030)
    new = edition("e2", package("lahan", "1", activity("pupuk", "1.1")), fiscal_year=2031)
    (finding,) = check_words(programme(old, new, search_words=held))
    assert (finding.level, finding.path) == (Level.WARNING, ("activity",))
    assert list(check_words(programme(old, search_words=held))) == []


def test_roots_join_what_affixes_part() -> None:
    """PySastrawi's roots, by which official and everyday forms meet."""
    forms = ("perencanaan", "merencanakan", "latihan", "pelatihan", "melatih", "kecamatan", "desa")
    assert [root(form) for form in forms] == [
        "rencana",
        "rencana",
        "latih",
        "latih",
        "latih",
        "camat",
        "desa",
    ]
    assert roots(["Pelatihan camat di kecamatan"]) == ("camat", "latih")


def test_postings_name_each_word_once_with_the_steps_to_its_documents() -> None:
    """Step 1 from before the first; 40 is written as 8 and one times 32 more."""
    documents = [
        SearchDocument(url=f"{place}/", title="Kebun", group=ResultGroup.PAGE) for place in range(42)
    ]
    for place in (0, 1, 41):
        documents[place] = SearchDocument(
            url=f"{place}/", title="Kebun", group=ResultGroup.PAGE, text=("Pupuk kebun di ladang 2.1",)
        )
    assert postings(documents, ["di"]) == "2.1 11I1\nladang 11I1\npupuk 11I1"


def test_the_text_of_a_record_leaves_out_what_nobody_reads() -> None:
    """Ids, sources and remarks; a table gives a paragraph a row."""
    planning = real().guideline.planning
    assert planning is not None
    held = list(rows(planning))
    assert held[0].startswith("1; Langkah 1; ") or held[0].startswith("Langkah 1; ")
    assert len(held) == len(planning.steps) + len(planning.deadlines)
    assert "A22" not in " ".join(held)
    assert joined(("Satu", "Dua.", "Tiga")) == "Satu; Dua. Tiga"
    assert list(strings(("lampiran-6", "Lampiran 6"))) == ["Lampiran 6"]


def test_pages_of_one_name_are_one_entry_of_the_index() -> None:
    """Numbers and editions become what tells them apart."""
    found = index(
        (
            IndexedPage("menu/1/1.1/", "1.1 Membajak, Menu 1"),
            IndexedPage("menu/2/1.1/", "1.1 Membajak, Menu 2"),
            IndexedPage("kegiatan/bajak/", "Riwayat: Membajak"),
            IndexedPage("panduan/2/", "Lampiran II. Asumsi"),
            IndexedPage("bagian/2/", "Lampiran II. Asumsi"),
        ),
        {"Menu 1": "Menu 1", "Menu 2": "Menu 2 (usulan)"},
        {"bagian/": "tersendiri"},
    )
    assert found == [
        (
            "A",
            [
                IndexEntry(
                    "Asumsi",
                    (Spot("Lampiran II", "panduan/2/"), Spot("Lampiran II, tersendiri", "bagian/2/")),
                )
            ],
        ),
        (
            "M",
            [
                IndexEntry(
                    "Membajak",
                    (
                        Spot("1.1, Menu 1", "menu/1/1.1/"),
                        Spot("1.1, Menu 2 (usulan)", "menu/2/1.1/"),
                        Spot("Riwayat", "kegiatan/bajak/"),
                    ),
                )
            ],
        ),
    ]


def test_another_programme_has_a_search_of_its_own(tmp_path: Path) -> None:
    """Without a guideline: its menu, its pages, its words; no page that it lacks is offered."""
    project = make_project(tmp_path / "kebun")
    loaded = load(project / "menu_data")
    assert loaded.programme is not None
    page_index = list_pages(
        ((page.src_uri, page.text) for page in pages(loaded.programme, GuideText())), project / "docs"
    )
    files = {item.path: item.content for item in search_files(loaded.programme, GuideText(), page_index)}
    documents = json.loads(files["cari/terkini.json"])["documents"]
    assert [row[1] for row in documents if row[0].startswith("menu/1/1.")] == [
        "Kegiatan 1.1 Membajak",
        "Kegiatan 1.2 Memupuk",
    ]
    asked = {row[0]: row[6] for row in documents}
    assert asked["menu/1/1.1/"] == "traktor\nalat bajak"
    page = str(Renderer(loaded.programme, GuideText(), None, page_index).search_page())
    assert "panduan/" not in re.sub(r"panduan/ketidaksepakatan/", "", page)


@pytest.mark.parametrize(
    "text", ["</script><script>alert(1)</script>", "{{ 7*7 }}", "<b>x</b>", "=1+1", "\u202ex"]
)
def test_what_data_hold_is_only_characters_in_the_page_and_the_index(text: str) -> None:
    """A name that is markup stays a name: in JSON, and in the index from A to Z."""
    held = programme(edition("satu", package("lahan", "1", activity("bajak", "1.1", name=f"Nama {text}"))))
    page_index = (IndexedPage("menu/satu/1.1/", f"1.1 Nama {text}"),)
    files = {item.path: item.content for item in search_files(held, GuideText(), page_index)}
    assert any(text in row[1] for row in json.loads(files["cari/terkini.json"])["documents"])
    page = str(Renderer(held, GuideText(), None, page_index).search_page())
    assert text not in page or "<" not in text
    assert "49" not in page
