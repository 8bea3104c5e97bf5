"""Atom feeds: valid by RFC 4287, dated by the data alone, inert, and silent about wording."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import feedparser
import pytest
import yaml
from hypothesis import given
from lxml import etree, html

from macros.changelog import ChangeLogs, Sign
from macros.changes import Kind, Substance, digest
from macros.exports.feeds import export
from macros.model.changes import ChangeNotes
from macros.model.programme import Programme
from macros.render import Renderer
from macros.render.markup import characters
from macros.wording.data import sign
from tests.changes.build import build
from tests.changes.strategies import programmes
from tests.factories import activity, edition, package, programme
from tests.hostile import LINES, STRINGS, visible_lines
from tests.sample import poisoned, programme_of, two_years

ATOM = "{http://www.w3.org/2005/Atom}"
XHTML = "{http://www.w3.org/1999/xhtml}"
ALL = "perubahan/atom.xml"
LAHAN = "perubahan/paket/lahan/atom.xml"
DAY = re.compile(r"\d{4}-\d{2}-\d{2}T00:00:00Z")
URN = re.compile(r"urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
ELEMENTS = frozenset({"div", "p", "b", "br", "ins", "del"})


def feeds(found: Programme) -> dict[str, bytes]:
    """Every feed of a programme by its path."""
    return {item.path: item.content for item in export(found, ChangeLogs(found))}


def entries(content: bytes) -> list[etree._Element]:
    """The entries of a feed."""
    return list(etree.fromstring(content).iterfind(f"{ATOM}entry"))


def text(element: etree._Element, name: str) -> str:
    """The text of a child element."""
    return str(element.findtext(f"{ATOM}{name}"))


def titles(content: bytes) -> list[str]:
    """The titles of a feed's entries, with plain blanks."""
    return [" ".join(text(one, "title").split()) for one in entries(content)]


def check_valid(content: bytes) -> None:
    """What RFC 4287 demands of a feed, and what this project does besides."""
    parsed = feedparser.parse(content)
    assert parsed.bozo == 0, parsed.get("bozo_exception")
    assert parsed.version == "atom10"
    root = etree.fromstring(content)
    assert root.tag == f"{ATOM}feed"
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "id"
    assert [link.get("rel") for link in root.findall(f"{ATOM}link")] == ["self", "alternate"]
    assert root.findtext(f"{ATOM}author/{ATOM}name")
    for one in (root, *root.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(one.findall(f"{ATOM}{name}")) == 1
        assert URN.fullmatch(text(one, "id"))
        assert DAY.fullmatch(text(one, "updated"))
    ids = [text(root, "id"), *(text(one, "id") for one in root.findall(f"{ATOM}entry"))]
    assert len(set(ids)) == len(ids)
    for one in root.findall(f"{ATOM}entry"):
        assert len(one.findall(f"{ATOM}link")) == 1
        (content_of,) = one.findall(f"{ATOM}content")
        assert content_of.get("type") == "xhtml"
        assert {element.tag for element in content_of.iterdescendants()} <= {
            f"{XHTML}{name}" for name in ELEMENTS
        }
        assert not [element for element in content_of.iterdescendants() if element.attrib]


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The feeds of the tiny programme and its next year."""
    return feeds(programme_of(two_years(tmp_path_factory.mktemp("tiny"))))


def test_a_feed_is_as_rfc_4287_wants_it(tiny: dict[str, bytes]) -> None:
    """One of the whole menu, and one of its package."""
    assert list(tiny) == [ALL, LAHAN]
    for content in tiny.values():
        check_valid(content)


def test_a_proposal_is_called_one(tiny: dict[str, bytes]) -> None:
    """In the title and as a category, beside the family of the change."""
    assert titles(tiny[ALL]) == [
        "Usulan: 1.1 tersedia lebih lambat",
        "Usulan: Pasangan 1.1 berubah",
        "Usulan: 1.2 Memupuk, dihentikan",
        "Usulan: 1.2 Mengompos, baru",
    ]
    assert [
        [(one.get("term"), one.get("label")) for one in entry.findall(f"{ATOM}category")]
        for entry in entries(tiny[ALL])
    ] == [
        [("usulan", "Usulan"), ("changed", "Berubah")],
        [("usulan", "Usulan"), ("changed", "Berubah")],
        [("usulan", "Usulan"), ("ended", "Dihentikan")],
        [("usulan", "Usulan"), ("new", "Baru")],
    ]


def test_every_family_of_changes_has_a_word() -> None:
    """A new one cannot reach a reader as its key."""
    assert {family: sign(family, Kind.SPLIT) for family in Sign} == {
        "new": "Dipecah",
        "changed": "Berubah",
        "moved": "Dipecah",
        "ended": "Dipecah",
    }


def test_an_approved_change_is_not_called_a_proposal() -> None:
    """It has the category of its family alone."""
    content = feeds(programme(build({"a": {}}, 2030), build({"a": {}, "b": {}}, 2031)))[ALL]
    assert titles(content) == ["1.2 Kegiatan b, baru"]
    assert [one.get("term") for one in entries(content)[0].findall(f"{ATOM}category")] == ["new"]


def test_old_new_and_reason_stand_in_the_entry(tiny: dict[str, bytes]) -> None:
    """As deletion and insertion, then why, then what it means."""
    content = entries(tiny[ALL])[0].find(f"{ATOM}content")
    assert content is not None
    assert [
        (element.tag.removeprefix(XHTML), element.text)
        for element in content.iter(f"{XHTML}del", f"{XHTML}ins")
    ] == [
        ("del", "mulai Februari 2030"),
        ("ins", "mulai Februari 2031"),
    ]
    assert [" ".join("".join(line.itertext()).split()) for line in content.iter(f"{XHTML}p")] == [
        "Belum disahkan. Disusun penyunting kebun. Bukan usulan Dinas Contoh atau Komite Kebun.",
        "Paket 1 Menyiapkan Lahan",
        "mulai Februari 2030",
        "mulai Februari 2031",
        "Alasan: Edisi ini berlaku setahun kemudian.",
        "Putusan: Usulan",
        "Bagi Anda, bila disahkan: kegiatan ini baru mulai Februari 2031; sesuaikan rencana Anda.",
    ]


def test_links_lead_from_the_feed_to_the_change(tiny: dict[str, bytes]) -> None:
    """Wherever the site is: the feed's own address is the base."""
    for path, content in tiny.items():
        base = f"https://contoh.example/menu-kami/{path}"
        root = etree.fromstring(content)
        links = {link.get("rel"): urljoin(base, link.get("href")) for link in root.findall(f"{ATOM}link")}
        assert links == {"self": base, "alternate": "https://contoh.example/menu-kami/perubahan/"}
        link = entries(content)[0].find(f"{ATOM}link")
        assert link is not None
        assert urljoin(base, link.get("href")) == (
            "https://contoh.example/menu-kami/perubahan/1-2/#satu_availability"
        )


def test_ids_are_the_same_in_every_build_and_every_feed(tiny: dict[str, bytes]) -> None:
    """A reader that knows an entry does not meet it twice."""
    assert text(etree.fromstring(tiny[ALL]), "id") == "urn:uuid:18fa4e4c-26fe-5590-afad-6752b97bf742"
    ids = [text(one, "id") for one in entries(tiny[ALL])]
    assert ids[0] == "urn:uuid:bb5a3bb7-860e-5048-814e-c3336640558a"
    assert [text(one, "id") for one in entries(tiny[LAHAN])] == ids


def test_every_package_that_ever_was_has_a_feed_and_what_moves_is_news_to_both() -> None:
    """Package 2 ends with the move of its only activity."""
    old = build({"a": {}, "b": {"in": "paket-2"}}, 2030)
    new = build({"a": {}, "b": {}}, 2031)
    found = feeds(programme(old, new))
    assert list(found) == [ALL, "perubahan/paket/paket-1/atom.xml", "perubahan/paket/paket-2/atom.xml"]
    assert titles(found["perubahan/paket/paket-1/atom.xml"]) == ["1.2 pindah paket"]
    assert titles(found["perubahan/paket/paket-2/atom.xml"]) == [
        "1.2 pindah paket",
        "Paket 2 Paket paket-2, dihentikan",
    ]


def test_dates_come_from_the_data() -> None:
    """The notes' day for a pair; without notes the newest day so far; without any day the beginning."""
    editions = [
        build({"a": {"name": name}}, year) for year, name in ((2030, "Satu"), (2031, "Dua"), (2032, "Tiga"))
    ]
    notes = ChangeNotes.model_validate({"old": "2030", "new": "2031", "date": "2030-09-08"})
    content = feeds(programme(*editions, changes=[notes]))[ALL]
    assert [text(one, "updated") for one in entries(content)] == ["2030-09-08T00:00:00Z"] * 2
    assert text(etree.fromstring(content), "updated") == "2030-09-08T00:00:00Z"
    content = feeds(programme(*editions))[ALL]
    assert text(etree.fromstring(content), "updated") == "1970-01-01T00:00:00Z"
    approved = edition(
        "1", package("p", "1", activity("a", "1.1")), approvals=[{"body": "komite", "date": "2029-11-12"}]
    )
    alone = feeds(programme(approved))[ALL]
    assert entries(alone) == []
    assert text(etree.fromstring(alone), "updated") == "2029-11-12T00:00:00Z"


def test_a_newer_pair_stands_before_an_older_whenever_its_notes_were_written() -> None:
    """Notes of an older pair may be mended later."""
    editions = [
        build({"a": {"name": name}}, year) for year, name in ((2030, "Satu"), (2031, "Dua"), (2032, "Tiga"))
    ]
    notes = [
        ChangeNotes.model_validate({"old": "2030", "new": "2031", "date": "2033-01-01"}),
        ChangeNotes.model_validate({"old": "2031", "new": "2032", "date": "2032-01-01"}),
    ]
    content = feeds(programme(*editions, changes=notes))[ALL]
    assert [text(one, "updated")[:4] for one in entries(content)] == ["2032", "2033"]
    assert text(etree.fromstring(content), "updated") == "2033-01-01T00:00:00Z"


def test_wording_alone_is_no_news() -> None:
    """Editorial changes make no entry."""
    old, new = (build({"a": {"rationale": words}}, year) for words, year in (("Satu.", 2030), ("Dua.", 2031)))
    logs = ChangeLogs(programme(old, new))
    assert [one.substance for one in logs.log(old, new).entries] == [Substance.EDITORIAL]
    assert entries(feeds(programme(old, new))[ALL]) == []


ERRATUM = {
    "date": "2030-03-01",
    "what": "Bulan Membajak seharusnya Maret.\nSebelumnya tertulis Februari.",
    "why": "Keliru menyalin.",
    "decided_by": "komite",
    "activity": "satu",
    "field": "availability",
}


def corrected(folder: Path) -> Programme:
    """The tiny programme after two errata."""
    data = two_years(folder)
    path = data / "editions/1/edition.yml"
    info = yaml.safe_load(path.read_text())
    now = digest(programme_of(data).edition("1"))
    second = {**ERRATUM, "date": "2030-04-05", "activity": None, "field": "roles"}
    errata = [{**one, "digest_after": now} for one in (ERRATUM, second)]
    path.write_text(yaml.safe_dump({**info, "errata": errata}))
    return programme_of(data)


def test_an_erratum_leads_to_its_place_on_the_page(tmp_path: Path) -> None:
    """The newest stands first there, and one of the whole menu is in the feed of the menu alone."""
    found = corrected(tmp_path)
    made = feeds(found)
    assert links(made[ALL])[-2:] == ["ralat/#ralat-1_2", "ralat/#ralat-1_1"]
    assert titles(made[ALL])[-2:] == [
        "Ralat Daftar 2030: Arti golongan",
        "Ralat Daftar 2030: 1.1, sejak kapan",
    ]
    assert links(made[LAHAN])[-1] == "../../ralat/#ralat-1_1"
    page = html.fragment_fromstring(str(Renderer(found).errata_page()), create_parent=True)
    shown = {one.get("id"): one.findtext(".//h2/a") for one in page.iter("section")}
    assert shown == {"ralat-1_2": "Daftar\N{NO-BREAK SPACE}2030", "ralat-1_1": "1.1 Membajak"}


def test_an_erratum_is_news_on_its_own_day(tmp_path: Path) -> None:
    """In the feed of the menu and of the package."""
    for content in feeds(corrected(tmp_path)).values():
        check_valid(content)
        last = entries(content)[-1]
        assert titles(content)[-1] == "Ralat Daftar 2030: 1.1, sejak kapan"
        assert text(last, "updated") == "2030-03-01T00:00:00Z"
        assert [one.get("term") for one in last.findall(f"{ATOM}category")] == ["erratum"]
        said = last.find(f"{ATOM}content")
        assert said is not None
        assert [" ".join(" ".join(line.itertext()).split()) for line in said.iter(f"{XHTML}p")] == [
            "Yang diralat: Bulan Membajak seharusnya Maret. Sebelumnya tertulis Februari.",
            "Mengapa: Keliru menyalin.",
            "Keliru sejak: Daftar 2030",
            "Dibetulkan: 1 Maret 2030",
            "Diputus oleh: Komite Kebun",
        ]


@pytest.mark.parametrize("offset", range(0, len(STRINGS), 8))
def test_hostile_text_stays_the_same_characters(tmp_path: Path, offset: int) -> None:
    """No element, no attribute, no link; titles, editors and reasons are read as they were written."""
    data, used = poisoned(tmp_path, offset)
    found = programme_of(data)
    for content in feeds(found).values():
        check_valid(content)
        parsed = feedparser.parse(content)
        assert parsed.feed.author == found.catalogue.programme.editors
        shown = " ".join(" ".join(etree.fromstring(content).itertext()).split())
        assert set(used["1-2"]) & set(STRINGS)
        for value in used["1-2"]:
            for line in visible_lines(value):
                assert line in shown, line
        assert " ".join(found.edition("2").activity("tiga").name.split()) in shown


@pytest.mark.parametrize("value", [*STRINGS, *LINES, "a\x00b", "a\x1bb", "a\ud800b", "a\ufffeb", "]]>"])
def test_any_text_is_text_in_a_feed(value: str) -> None:
    """Through a record that no loader has seen; what XML cannot hold is left out."""
    held = activity("a", "1.1").model_copy(update={"name": value})
    new = edition("2", package("p", "1", held, activity("b", "1.2")), fiscal_year=2031)
    old = edition("1", package("p", "1", activity("b", "1.2")))
    content = feeds(programme(old).model_copy(update={"editions": (old, new)}))[ALL]
    check_valid(content)
    assert text(entries(content)[0], "title") == f"1.1 {characters(value)}, baru"


def test_only_text_is_printed_into_xml() -> None:
    """A template that prints a record is wrong."""
    with pytest.raises(TypeError, match="printed NoneType"):
        characters(None)


@given(programmes())
def test_feeds_of_any_programme_are_valid_and_complete(found: Programme) -> None:
    """Every substantive change of consecutive editions is in the feed, and in that of its package."""
    made = feeds(found)
    assert made == feeds(found)
    logs = ChangeLogs(found)
    expected = sorted(
        f"{log.old.id}-{log.new.id}/#{entry.key}"
        for log in logs.consecutive
        for entry in log.entries
        if entry.substance is Substance.SUBSTANTIVE
    )
    assert sorted(links(made[ALL])) == expected
    packages = {package.id for _, package, _ in found.walk()}
    assert set(made) == {ALL, *(f"perubahan/paket/{key}/atom.xml" for key in packages)}
    for key in packages:
        own = {
            f"../../{log.old.id}-{log.new.id}/#{entry.key}"
            for log in logs.consecutive
            for entry in log.of_package(key)
            if entry.substance is Substance.SUBSTANTIVE
        }
        assert own <= set(links(made[f"perubahan/paket/{key}/atom.xml"]))
    for content in made.values():
        check_valid(content)


def links(content: bytes) -> list[Any]:
    """Where the entries of a feed lead."""
    return [one.get("href") for entry in entries(content) for one in entry.findall(f"{ATOM}link")]
