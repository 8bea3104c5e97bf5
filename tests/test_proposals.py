"""What nobody approved says whose it is, everywhere: pages, feeds, data, prints; and nobody was asked."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

import pytest
from lxml import etree, html

from macros.changelog import ChangeLogs
from macros.changes import Chronicle
from macros.exports import exports
from macros.model.programme import Programme
from macros.site.generated_pages import pages
from macros.wording.phrases import NBSP
from tests.factories import activity, edition, package, programme
from tests.paths import ROOT
from tests.sample import real

OWNER = "Kementerian PPN/Bappenas"
EDITORS = "penyunting situs ini"
NOTE = (
    "Disusun penyunting situs ini dari naskah 2017. Bukan usulan Bappenas, Komite Pengarah Nasional, atau"
    " Komite Teknis Nasional."
)
ATOM = "{http://www.w3.org/2005/Atom}"
ASKED = re.compile(
    r"(?i)menunggu putusan|menunggu lembaga|usulan kepada|"
    r"pertanyaan (?:untuk|kepada) (?:komite|ktn|kpn|pemutus)|"
    r"(?:komite|ktn|kpn|bappenas) (?:ditanya|diminta memutus|sudah memutus)|diminta kepada komite|"
    r"terakhir diumumkan|naskah yang ditandatangani"
)
"""What says or implies that somebody was asked, told or has decided."""


@pytest.fixture(scope="module")
def proposals(site: Path) -> dict[str, html.HtmlElement]:
    """Every page of the built site that tells the draft edition or a change into it, and our form."""
    found = [
        *(site / "menu/2018").rglob("index.html"),
        *(site / "perubahan/2017-2018").rglob("index.html"),
        site / "pemantauan/formulir/lampiran-6/index.html",
        site / "panduan/lampiran-ii/6/index.html",
        site / "panduan/bagian/lampiran-ii-6/index.html",
    ]
    return {path.relative_to(site).as_posix(): html.parse(str(path)).getroot() for path in found}


def words(element: html.HtmlElement) -> str:
    """Text on one line."""
    return " ".join(element.text_content().replace(NBSP, " ").split())


@cache
def files(programme: Programme) -> dict[str, bytes]:
    """Every exported file."""
    return {item.path: item.content for item in exports(programme)}


def test_no_page_of_a_proposal_bears_the_letterhead(proposals: dict[str, html.HtmlElement]) -> None:
    """Neither masthead, print nor footer names the owner or its address; the author is the editors."""
    assert len(proposals) > 30
    for path, page in proposals.items():
        edges = page.xpath("//header | //footer | //*[@class='print-foot'] | //*[@class='sheet-owner']")
        assert edges
        for edge in edges:
            assert OWNER not in words(edge), path
            assert "Taman Suropati" not in words(edge), path
            assert "Telp." not in words(edge), path
        assert page.xpath("//meta[@name='author']/@content") == [EDITORS], path


def test_a_page_of_the_printed_text_keeps_its_letterhead(site: Path) -> None:
    """The owner that the print names stands on what renders the print."""
    page = html.parse(str(site / "menu/2017/index.html")).getroot()
    (header,) = page.xpath("//header")
    assert OWNER in words(header)


def test_titles_and_descriptions_of_proposals_say_so(proposals: dict[str, html.HtmlElement]) -> None:
    """What search engines and shared links show begins with the word, and promises no month."""
    for path, page in proposals.items():
        if path.startswith(("menu/", "perubahan/")):
            assert page.findtext(".//title").startswith("Usulan: "), path
            (description,) = page.xpath("//meta[@name='description']/@content")
            assert description.startswith("Usulan, belum disahkan. "), path
            assert "Tersedia" not in description, path
            assert NOTE in words(page.get_element_by_id("konten")), path


def test_a_draft_says_where_its_months_come_from(proposals: dict[str, html.HtmlElement]) -> None:
    """Months of the print stand under a later year; every page that shows them says so."""
    for path, page in proposals.items():
        if path.startswith("menu/2018/"):
            said = words(page.get_element_by_id("konten"))
            assert "Bulan menurut naskah 2017; bulan untuk 2018 belum ditentukan." in said, path
            assert "Disarikan dari" not in said, path


def test_no_page_says_that_anyone_was_asked_or_has_decided(site: Path) -> None:
    """Nothing shows it, so no visitor reads it; examples for editors are marked as such."""
    for path in site.rglob("*.html"):
        said = words(html.parse(str(path)).getroot())
        found = ASKED.search(said)
        assert found is None, (path.relative_to(site).as_posix(), found)


def test_feeds_are_by_the_editors_and_proposals_name_no_other_author() -> None:
    """Each entry that tells a proposal says whose it is."""
    feeds = {path: content for path, content in files(real()).items() if path.endswith("atom.xml")}
    assert len(feeds) == 10
    for path, content in feeds.items():
        feed = etree.fromstring(content)
        assert feed.findtext(f"{ATOM}author/{ATOM}name") == EDITORS, path
        for entry in feed.findall(f"{ATOM}entry"):
            assert entry.findtext(f"{ATOM}author/{ATOM}name") == EDITORS, path
            if entry.find(f"{ATOM}category[@term='usulan']") is not None:
                assert entry.findtext(f"{ATOM}title").startswith("Usulan: ")
                assert NOTE in " ".join("".join(entry.itertext()).split())


def test_an_approved_change_is_by_the_owner() -> None:
    """What was decided is the programme's own."""
    one = activity("a", "1.1")
    years = [
        edition("1", package("p", "1", one)),
        edition("2", package("p", "1", one.model_copy(update={"name": "Baru"})), fiscal_year=2031),
    ]
    content = files(programme(*years))["perubahan/atom.xml"]
    (name,) = etree.fromstring(content).findall(f"{ATOM}entry/{ATOM}author/{ATOM}name")
    assert name.text == "Dinas Contoh"


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("api/v1/editions/2018.json", "draft"),
        ("api/v1/editions/2017.json", "printed"),
        ("api/v1/changes/2017-2018.json", None),
    ],
)
def test_data_carry_status_and_author(path: str, status: str | None) -> None:
    """Who wrote it, and what stands behind it."""
    data = json.loads(files(real())[path])
    assert data["author"] == EDITORS
    assert data.get("status") == status
    assert data["standing"] == (
        "Isinya mengikuti naskah tercetak; teks sumber situs ini tidak memuat pengesahannya. Bahasa"
        " sederhananya disusun penyunting situs ini dan belum disahkan siapa pun."
        if status == "printed"
        else f"Belum disahkan. {NOTE}"
    )


def test_lists_and_activities_carry_status_and_author() -> None:
    """In every line and every edition of an activity."""
    for name in ("editions", "changes"):
        listing = json.loads(files(real())[f"api/v1/{name}.json"])
        assert {line["author"] for line in listing[{"editions": "editions", "changes": "pairs"}[name]]} == {
            EDITORS
        }
    standings = json.loads(files(real())["api/v1/activities/sepakat.json"])["editions"]
    assert [(one["status"], one["author"]) for one in standings] == [("draft", EDITORS), ("printed", EDITORS)]


def test_what_is_only_proposed_has_its_history_as_a_proposal() -> None:
    """The page of an id that no other edition has bears the word and the author."""
    years = [
        edition("1", package("p", "1", activity("a", "1.1"))),
        edition(
            "2",
            package("p", "1", activity("a", "1.1"), activity("b", "1.2")),
            status="draft",
            fiscal_year=2031,
        ),
    ]
    made = {page.src_uri: page.text for page in pages(programme(*years))}
    assert 'title: "Usulan: ' in made["kegiatan/b.md"]
    assert 'author: "penyunting contoh"' in made["kegiatan/b.md"]
    assert "Usulan" not in made["kegiatan/a.md"]


# What the text does not carry


def values(edition_id: str, field: str) -> dict[str, object]:
    """A field of every activity."""
    return {one.id: getattr(one, field) for one in real().edition(edition_id).activities}


def test_classes_companions_and_tables_stay_as_printed() -> None:
    """No sentence of the text carries another value."""
    assert values("2018", "role") == values("2017", "role")
    held = [
        {
            one.id: {(other.activity, other.package) for other in one.implement_with}
            for one in real().edition(year).activities
        }
        for year in ("2017", "2018")
    ]
    assert {key for key in held[0] if held[0][key] != held[1][key]} <= {"akuntabilitas-layanan-lokal", "sikd"}
    tables = [
        {one.id: one.table.target_units for one in real().edition(year).packages if one.table}
        for year in ("2017", "2018")
    ]
    assert tables[0] == tables[1]
    assert tables[0]["paket-regulasi-daerah"] == "Kabupaten"


def test_open_questions_stand_where_values_stay() -> None:
    """Classes, one-way companions and the units of tables are asked, each with its register entry."""
    notes = Chronicle.of(real()).notes("2017", "2018")
    assert notes is not None
    asked = {(one.activity, one.field, one.discrepancy) for one in notes.questions}
    assert (None, "roles", "A6") in asked
    assert (None, "packages", "A33") in asked
    for one in (
        "keuangan-kecamatan-unit-layanan",
        "dasbor-kecamatan",
        "sepakat",
        "sikd",
        "pelatihan-aparat-desa",
    ):
        assert (one, "implement_with", "A8") in asked


def test_the_rule_of_names_stands_where_readers_see_it(site: Path) -> None:
    """On the page of changes and in its data, not in a comment of a file."""
    page = words(html.parse(str(site / "perubahan/2017-2018/index.html")).getroot())
    assert "Cara perubahan ini disusun" in page
    assert "Nama yang diusulkan adalah nama yang tercetak di tempat terbanyak." in page
    assert (
        "Lampiran 9 dan 10 dihitung satu"
        in json.loads(files(real())["api/v1/changes/2017-2018.json"])["approach"]
    )


def test_the_approver_has_one_name() -> None:
    """Tabel 4 names who approves the menu; where it is this site's arrangement, the page says so."""
    info = real().catalogue.programme
    assert info.approves_menu is not None
    assert (info.approves_menu.body, info.approves_menu.where) == ("kpn", "Tabel 4")
    text = (ROOT / "docs/tata-kelola/persetujuan.md").read_text()
    assert "- **Persetujuan menu**: Komite Pengarah Nasional (Tabel 4)." in text
    ours = text.split("Selebihnya pengaturan situs ini, bukan isi naskah:")[1].split("\n##")[0]
    assert "disetujui Komite Pengarah Nasional" in ours


def test_every_entry_of_the_change_log_into_a_draft_is_a_proposal() -> None:
    """No reason names a decision that nobody took."""
    log = ChangeLogs(real()).log(real().edition("2017"), real().edition("2018"))
    assert {reason.decision for entry in log.entries for reason in entry.reasons} == {"usulan"}
