"""Five editions in a row: a strict build, and what readers are told that two editions never show."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from lxml import etree, html

from macros.changelog import ChangeLogs
from macros.loading.load import load
from macros.postprocess.link_check import audit
from tests.five import write

STEP = ("bajak_availability", "bajak_implement-with")
"""Anchors of what changed of ``bajak`` in every edition."""


def page(site: Path, path: str) -> html.HtmlElement:
    """What a page shows between its header and footer."""
    (main,) = html.parse(str(site / path / "index.html")).getroot().iter("main")
    return main


def said(site: Path, path: str) -> str:
    """What a page says, blanks folded."""
    parts = page(site, path).itertext()
    text = " ".join(" ".join(parts).replace("\N{NO-BREAK SPACE}", " ").split())
    return re.sub(r" (?=[.,])", "", text)


def redirect(site: Path, path: str) -> str:
    """Where a page leads at once."""
    text = (site / path / "index.html").read_text()
    found = re.search(r'http-equiv="refresh" content="0; *url=([^"]+)"', text)
    assert found is not None
    return found[1]


def test_the_data_hold_what_the_editions_are_for(tmp_path: Path) -> None:
    """No problem, a year that repeats every kind of event, and a gap that stops nothing."""
    loaded = load(write(tmp_path / "menu_data"))
    assert loaded.problems == []
    assert loaded.programme is not None
    assert [one.info.fiscal_year for one in loaded.programme.editions] == [2030, 2031, 2032, 2035, 2036]
    fates = [{kind.value for kind in log.fates} for log in ChangeLogs(loaded.programme).consecutive]
    assert fates == [
        {"added", "ended", "moved", "reinstated"},
        {"merged", "moved", "reinstated"},
        {"merged", "moved", "split"},
        {"added", "ended"},
    ]


def test_the_site_of_five_editions_builds_strictly_and_has_no_fault(five_site: Path) -> None:
    """Every link and fragment leads somewhere, and no id stands twice."""
    assert audit(five_site) == []


def test_a_history_has_a_place_for_every_change_of_the_same_field(five_site: Path) -> None:
    """The edition leads in the anchor; the page of two editions keeps its own."""
    main = page(five_site, "kegiatan/bajak")
    anchors = [one.get("id") for one in main.iter("article") if one.get("id")]
    for key in STEP:
        years = [anchor.removesuffix(f"_{key}") for anchor in anchors if anchor.endswith(key)]
        assert years == ["edisi-2036", "edisi-2035", "edisi-2032", "edisi-2031"]
        assert page(five_site, "perubahan/2031-2032").get_element_by_id(key) is not None


def test_feeds_data_and_search_lead_to_the_change_of_their_edition(five_site: Path) -> None:
    """The same field four times, at four addresses."""
    pairs = ["2035-2036", "2032-2035", "2031-2032", "2030-2031"]
    feed = etree.parse(str(five_site / "perubahan/atom.xml"))
    links = [one.get("href") for one in feed.iter("{http://www.w3.org/2005/Atom}link")]
    assert [link for link in links if link.endswith(f"#{STEP[0]}")] == [
        f"{pair}/#{STEP[0]}" for pair in pairs
    ]
    ids = [one.text for one in feed.iter("{http://www.w3.org/2005/Atom}id")]
    assert len(ids) == len(set(ids))
    data = json.loads((five_site / "api/v1/activities/bajak.json").read_text())
    urls = [entry["url"] for changed in data["changes"] for entry in changed["entries"]]
    assert [url for url in urls if url.endswith(f"#{STEP[0]}")] == [
        f"../../../perubahan/{pair}/#{STEP[0]}" for pair in pairs
    ]
    for edition in ("2031", "2032", "2036", "terkini"):
        index = json.loads((five_site / f"cari/{edition}.json").read_text())
        assert len([row[0] for row in index["documents"] if row[0].endswith(f"#{STEP[0]}")]) == 1


def test_a_history_goes_by_the_name_of_today(five_site: Path) -> None:
    """Not by that of a draft; a name that is back is no former name."""
    title = html.parse(str(five_site / "kegiatan/bajak/index.html")).findtext(".//title")
    assert title is not None
    assert title.startswith("Riwayat: Membajak")
    text = said(five_site, "kegiatan/bajak")
    former = text.partition("Nama dan nomor terdahulu")[2].partition("Dari edisi ke edisi")[0].strip()
    assert former == "1.1 Menggaru (Daftar 2032 dan Daftar 2031)"
    data = json.loads((five_site / "api/v1/activities/bajak.json").read_text())
    assert data["name"] == "Membajak"
    assert [(one["name"], one["editions"]) for one in data["earlier"]] == [("Menggaru", ["2032", "2031"])]


def test_what_has_ended_is_told_by_what_was_offered_last(five_site: Path) -> None:
    """A draft that brings it back changes nothing of today: who continues it is still named."""
    text = said(five_site, "kegiatan/daun")
    now = text.partition("Keadaan sekarang")[2].partition("Alamat ini tetap")[0]
    assert "1.2 Mengompos" in now
    data = json.loads((five_site / "api/v1/activities/daun.json").read_text())
    assert data["status_in_current"] == "ended"
    assert [one["id"] for one in data["successors_in_current"]] == ["kompos"]


def test_what_is_back_is_not_called_new(five_site: Path) -> None:
    """On its page, in its review, in the sentence on changes, and in the feed; nor is the first edition."""
    back = said(five_site, "menu/2035/1.3")
    assert "Diadakan lagi di Daftar 2035" in back
    assert "Tinjauan: Diadakan lagi di edisi ini." in back
    assert "Baru di" not in back
    assert "Tinjauan: Pertama kali tercatat di edisi ini." in said(five_site, "menu/2030/1.1")
    assert "Baru di Daftar 2036" in said(five_site, "menu/2036/2.2")
    assert (
        "Daftar 2036 mengusulkan 8 perubahan isi (1 baru, 1 dihentikan, 2 diadakan lagi, dan 1 dipindah)"
        in said(five_site, "perubahan/2035-2036")
    )
    feed = etree.parse(str(five_site / "perubahan/atom.xml"))
    labels = {one.get("label") for one in feed.iter("{http://www.w3.org/2005/Atom}category")}
    assert labels >= {"Baru", "Diadakan lagi", "Dihentikan", "Digabung", "Dipecah", "Dipindah"}


def test_what_is_split_and_stays_is_not_to_be_given_up(five_site: Path) -> None:
    """A part of it has gone elsewhere; it can be chosen as before."""
    text = said(five_site, "perubahan/2031-2032")
    assert "Bagi Anda: 1.2 tetap ada; sebagian isinya kini di 1.3 Mengumpulkan Daun." in text
    assert "pilih 1.3 Mengumpulkan Daun" not in text


def test_editions_apart_are_told_by_what_they_come_to(five_site: Path) -> None:
    """No advice of a year between, nothing of reviews, and no split of what was away and is back."""
    text = said(five_site, "perubahan/2030-2035")
    assert "Bagi Anda: kegiatan ini baru mulai Maret 2035; sesuaikan rencana Anda." in text
    assert "Tunggu bulan baru" not in text
    assert "ditinjau" not in text.lower()
    assert "Dipecah" not in text
    assert "Tunggu bulan baru di 2032." in said(five_site, "perubahan/2031-2032")


def test_changes_that_are_passed_over_say_so(five_site: Path) -> None:
    """The page of two editions and its letter; not those of the current edition."""
    for path in ("perubahan/2030-2031", "perubahan/2031-2032/pengantar"):
        assert "sudah diganti. Buka menu terkini." in said(five_site, path)
    for path in ("perubahan/2032-2035", "perubahan/2032-2035/pengantar", "perubahan/2030-2035"):
        assert "sudah diganti" not in said(five_site, path)


@pytest.mark.parametrize(
    ("number", "target"),
    [
        ("2032/3.1", "menu/2032/2.1/"),
        ("2035/1.4", "menu/2035/2.1/"),
        ("2035/3.1", "menu/2035/2.2/"),
        ("2032/3", "menu/2032/2/"),
        ("2035/3", "menu/2035/2/"),
        ("2036/1.4", "menu/2036/2.1/"),
    ],
)
def test_former_numbers_lead_on_over_the_years(five_site: Path, number: str, target: str) -> None:
    """Of activities and of packages, also when the last holder is several editions old."""
    assert redirect(five_site, f"menu/{number}") == f"../../../{target}"


def test_a_package_of_an_earlier_edition_says_what_it_is_now(five_site: Path) -> None:
    """By its label, not by a bare number."""
    assert "Di menu terkini: Paket 2 Merawat sampai Panen." in said(five_site, "menu/2030/3")
    assert "Paket 1 dan 2 tidak berubah" not in said(five_site, "perubahan/2031-2032")


def test_errata_keep_their_place_whenever_others_are_entered(five_site: Path) -> None:
    """The newest stands first; anchors count within an edition, and the feed leads to them."""
    found = [one.get("id") for one in page(five_site, "perubahan/ralat").iter("section")]
    assert found == ["ralat-2031_1", "ralat-2032_1"]
    feed = (five_site / "perubahan/atom.xml").read_text()
    assert [feed.count(f'"ralat/#{anchor}"') for anchor in found] == [1, 1]


def test_every_edition_names_its_state(five_site: Path) -> None:
    """Three are replaced, one is current, one proposed; the way on is by lineage."""
    for year in ("2030", "2031", "2032"):
        assert "Edisi ini sudah diganti." in said(five_site, f"menu/{year}")
    assert "Terkini Edisi 2035" in said(five_site, "menu/2035")
    proposed = said(five_site, "menu/2036")
    assert "Belum disahkan. Disusun penyunting kebun." in proposed
    assert "Sampai ada putusan, pakai Daftar 2035." in proposed
    assert redirect(five_site, "menu") == "../menu/2035/"
    assert "Di menu terkini: 1.3 Memupuk, 1.2 Mengompos." in said(five_site, "menu/2030/1.2")
    assert "Kegiatan ini tidak ada di Daftar 2035." in said(five_site, "menu/2036/1.3")
