"""The announcing letter of section 3.3.1: what it tells, and what it leaves to a person."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from lxml import html

from macros.loading.load import load
from macros.model.guideline.base import RelativeDate, Timing
from macros.render import Renderer
from macros.site.generated_pages import pages
from macros.wording import circular as words
from tests.paths import ROOT
from tests.sample import programme_of, two_years


def plain(element: Any) -> str:
    """Text on one line."""
    return " ".join(" ".join(element.itertext()).replace("\N{NO-BREAK SPACE}", " ").split())


def of(tree: Any, name: str, inner: str = "") -> list[Any]:
    """Elements of a class, or what an XPath finds in them."""
    found: list[Any] = tree.xpath(f".//*[contains(concat(' ', @class, ' '), ' {name} ')]{inner}")
    return found


def letter(data: Path) -> Any:
    """The letter from the first to the second year."""
    shown = str(Renderer(programme_of(data)).circular_page("1", "2"))
    return html.fromstring(shown.replace("<!--blok-->", "").replace("<!--/blok-->", ""))


def changed(data: Path, name: str, **values: object) -> Path:
    """The data with other values at the top of a file."""
    path = data / name
    path.write_text(yaml.safe_dump({**yaml.safe_load(path.read_text()), **values}, sort_keys=False))
    return data


def test_the_letter_tells_what_changes(tmp_path: Path) -> None:
    """Its subject, the sum of it, what presses with its meaning, and the titles of the rest."""
    found = letter(two_years(tmp_path))
    assert plain(of(found, "letter-head", "/div")[3]) == "Hal Perubahan Daftar Bantuan tahun anggaran 2031"
    opening = plain(of(found, "letter", "/p")[2])
    assert opening == (
        "Bersama surat ini disampaikan Daftar Bantuan untuk tahun anggaran 2031 beserta perubahannya dari"
        " Daftar 2030. Daftar 2031 mengusulkan 4 perubahan isi (1 baru dan 1 dihentikan) dan 0 perubahan"
        " redaksi dibanding Daftar 2030. Bila disahkan, daerah yang sudah memilih perlu memperhatikan"
        " 2 perubahan."
    )
    assert [plain(item) for item in of(found, "pressing", "//li")] == [
        "1.1 tersedia lebih lambat. Kegiatan ini baru mulai Februari 2031; sesuaikan rencana Anda.",
        "1.2 Memupuk, dihentikan. Yang sudah memilih 1.2 melanjutkan dengan 1.2 yang baru.",
    ]
    assert [plain(item) for item in of(found, "titles", "//li")] == [
        "Pasangan 1.1 berubah",
        "1.2 Mengompos, baru",
    ]


def test_the_deadlines_are_of_the_announced_year(tmp_path: Path) -> None:
    """Counted from its fiscal year, in order; who acts where the text says so."""
    rows = of(letter(two_years(tmp_path)), "dues", "//tbody/tr")
    assert [[plain(cell) for cell in row] for row in rows] == [
        ["Januari 2030 sampai Maret 2030", "Menghitung kebutuhan bibit", "Komite Kebun"],
        ["Paling lambat April 2030", "Warga bertemu di balai", "Tidak disebut"],
        ["Mulai Mei 2031", "Warga mulai menanam", "Tidak disebut"],
    ]


def test_a_time_without_a_date_is_a_blank(tmp_path: Path) -> None:
    """With the words of the text, and last."""
    data = two_years(tmp_path)
    planning = yaml.safe_load((data / "guideline/planning.yml").read_text())
    planning["deadlines"][0]["when"] = {"printed": "menurut surat Komite"}
    changed(data, "guideline/planning.yml", **planning)
    last = of(letter(data), "dues", "//tbody/tr")[-1]
    assert plain(last[0]) == "[tanggal, diisi penanda tangan] tercetak: menurut surat Komite"


def test_only_a_person_fills_the_blanks(tmp_path: Path) -> None:
    """Number, date, receiver, name and signature are never invented."""
    found = letter(two_years(tmp_path))
    assert [plain(blank) for blank in of(found, "blank")] == [
        "[nomor surat]",
        "[sifat surat]",
        "[tempat]",
        "[tanggal surat]",
        "[penerima surat]",
        "[tempat penerima]",
        "[tanda tangan]",
        "[nama lengkap]",
        "[NIP]",
    ]


def test_the_signatory_is_who_announces(tmp_path: Path) -> None:
    """As the text prints it; without that, the deciding body."""
    data = two_years(tmp_path)
    assert plain(of(letter(data), "letter-sign", "/p")[0]) == "Komite Kebun,"
    planning = yaml.safe_load((data / "guideline/planning.yml").read_text())
    planning["announces_menu"] = "rapat"
    planning["deadlines"][0] |= {
        "who": {"printed": "Ketua Komite Kebun", "bodies": ["komite"]},
        "to": {"printed": "Semua rukun tetangga"},
    }
    found = letter(changed(data, "guideline/planning.yml", **planning))
    assert plain(of(found, "letter-sign", "/p")[0]) == "Ketua Komite Kebun,"
    assert plain(of(found, "letter-to")[0]).startswith("Yth. Semua rukun tetangga")
    assert plain(of(found, "end")[0]) == ("Dasar surat ini: Bab 3. Warga bertemu di balai, pada April N-1.")


def test_who_approves_stands_with_a_blank_for_the_decision(tmp_path: Path) -> None:
    """Where the programme says who does, with the note that the text disagrees."""
    data = two_years(tmp_path)
    catalogue = yaml.safe_load((data / "catalogue.yml").read_text())
    catalogue["programme"]["approves_menu"] = {"body": "komite", "where": "Bab 1", "discrepancy": "A1"}
    found = letter(changed(data, "catalogue.yml", **catalogue))
    assert plain(of(found, "letter", "/p")[3]) == (
        "Menu ini disetujui dengan putusan [nomor dan tanggal putusan] dari Komite Kebun. Catatan A1"
    )
    rule = Renderer(programme_of(data)).approval_rule()
    assert plain(html.fromstring(str(rule))) == (
        "Menyetujui menu Komite Kebun Tercetak di Bab 1 Isi naskah berbeda Catatan A1"
    )


def test_a_draft_is_not_to_be_sent(tmp_path: Path) -> None:
    """An approved menu is announced without the warning."""
    data = two_years(tmp_path)
    assert words.DRAFT in plain(letter(data))
    info = yaml.safe_load((data / "editions/2/edition.yml").read_text())
    assert info["status"] == "draft"
    changed(data, "editions/2/edition.yml", status="approved")
    changed(data, "editions/1/edition.yml", status="superseded")
    assert words.DRAFT not in plain(letter(data))


def test_the_letter_names_the_whole_address(tmp_path: Path) -> None:
    """The theme puts the site's address in; a letter on paper cannot be followed otherwise."""
    texts = [plain(link) for link in of(letter(two_years(tmp_path)), "letter", "/p//a")]
    assert "{site}menu/2/" in texts
    assert "{site}perubahan/1-2/" in texts
    theme = (ROOT / "overrides/main.html").read_text(encoding="utf-8")
    assert theme.count('| replace("/{root}", base_url)') == theme.count('| replace("/{site}", site)') == 2


def test_without_a_plan_there_are_no_deadlines(tmp_path: Path) -> None:
    """A programme need not have one."""
    data = two_years(tmp_path)
    (data / "guideline/planning.yml").unlink()
    assert of(letter(data), "dues") == []


def test_every_next_year_has_a_letter(tmp_path: Path) -> None:
    """And the page of its changes leads to it."""
    programme = programme_of(two_years(tmp_path))
    assert "perubahan/1-2/pengantar.md" in {page.src_uri for page in pages(programme)}
    assert "/perubahan/1-2/pengantar/" in str(Renderer(programme).changes_page("1", "2"))


def test_an_announcement_is_a_listed_time(tmp_path: Path) -> None:
    """Any other is refused where it stands."""
    data = changed(two_years(tmp_path), "guideline/planning.yml", announces_menu="pesta")
    (problem,) = load(data).problems
    assert problem.file == "menu_data/guideline/planning.yml"
    assert '"pesta"' in problem.message


@pytest.mark.parametrize(
    ("timing", "expected"),
    [
        ({"start": {"year": -1, "month": 6}, "until": {"year": -1, "month": 6}}, "Juni 2030"),
        (
            {"start": {"year": -1, "month": 1}, "until": {"year": 0, "month": 2}},
            "Januari 2030 sampai Februari 2031",
        ),
        ({"until": {"year": -1, "month": 12, "day": 31}}, "paling lambat 31 Desember 2030"),
        ({"start": {"year": 0, "month": 1, "part": "middle"}}, "mulai pertengahan Januari 2031"),
        ({}, None),
    ],
)
def test_a_time_is_said_in_words(timing: dict[str, dict[str, Any]], expected: str | None) -> None:
    """Of a fiscal year 2031."""
    dates = {key: RelativeDate.model_validate(value) for key, value in timing.items()}
    said = words.due(Timing(printed="x", **dates), 2031)
    assert (said and said.replace("\N{NO-BREAK SPACE}", " ")) == expected


# Where an editor finds what a page shows


def test_a_page_leads_to_its_values_in_their_file(tmp_path: Path) -> None:
    """Field by field, where the sources have an address; in an approved edition with a word of warning."""
    loaded = load(two_years(tmp_path))
    assert loaded.programme is not None

    def source(record: Any, field: str) -> str:
        file, line = loaded.position(record, *([field] if field else []))
        return f"https://contoh.example/{file}#L{line}"

    shown = str(Renderer(loaded.programme, source=source).activity_page("2", "1.1"))
    links = {
        str(link.text_content()): str(link.get("href"))
        for link in html.fromstring(shown).xpath("//a")
        if "contoh.example" in str(link.get("href"))
    }
    lines = (tmp_path / "menu_data/editions/2/packages/1.yml").read_text().split("\n")
    place, _, line = links["Nama"].partition("#L")
    assert place == "https://contoh.example/menu_data/editions/2/packages/1.yml"
    assert "name:" in lines[int(line) - 1]
    assert "Sejak kapan" in links
    approved = str(Renderer(loaded.programme, source=source).package_page("1", "1"))
    assert "hanya berubah lewat ralat" in approved


def test_without_an_address_of_the_sources_there_are_no_such_links(tmp_path: Path) -> None:
    """As when the site is built on a desk."""
    assert "Usulkan perbaikan" not in str(
        Renderer(programme_of(two_years(tmp_path))).activity_page("2", "1.1")
    )
