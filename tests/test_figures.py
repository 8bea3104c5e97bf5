"""Drawings of the guideline: made of data alone, named, and said again as text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import pytest
from lxml import html
from pydantic import ValidationError

from macros.checks import guideline as guideline_check
from macros.model.guideline.figures import Drawing, Figures
from macros.model.guideline.guideline import Guideline
from macros.model.guideline.locations import Locations
from macros.model.guideline.theory import Theory
from macros.render import Renderer
from macros.render.drawings import drawn, paths, tile_map
from macros.wording import figures as words
from tests.factories import programme
from tests.sample import real
from tests.test_render import HOSTILE, skeleton, to_html

REAL = real()
GUIDELINE = REAL.guideline
assert GUIDELINE.figures is not None
assert GUIDELINE.theory is not None
assert GUIDELINE.locations is not None
FIGURES = GUIDELINE.figures.figures
THEORY: Theory = GUIDELINE.theory
LOCATIONS: Locations = GUIDELINE.locations
IDS = [figure.id for figure in FIGURES]
KEPT = {
    *("id", "start", "end", "hub", "kind", "body_row", "bodies", "discrepancies", "edition", "number"),
    "standing",
}
"""Fields that refer to something; all others are words."""


def changed(value: Any, to: Callable[[str], str], key: str = "") -> Any:
    """Plain data with every word of it replaced."""
    if isinstance(value, dict):
        return {
            name: item if name in KEPT | {"outcome", "output"} else changed(item, to, name)
            for name, item in value.items()
        }
    if isinstance(value, (list, tuple)):
        return [changed(item, to, key) for item in value]
    return to(value) if isinstance(value, str) else value


def with_words(to: Callable[[str], str]) -> Renderer:
    """This project's data with every word of figures, theory and locations replaced."""
    bodies = GUIDELINE.bodies
    assert bodies is not None
    rows = [
        row.model_copy(
            update={"level": to(row.level), "structure": to(row.structure) if row.structure else None}
        )
        for row in bodies.rows
    ]
    update = {
        "figures": Figures.model_validate(changed(FIGURES_DATA, to)),
        "theory": Theory.model_validate(changed(THEORY.model_dump(mode="json"), to)),
        "locations": Locations.model_validate(changed(LOCATIONS.model_dump(mode="json"), to)),
        "bodies": bodies.model_copy(update={"rows": tuple(rows)}),
    }
    return Renderer(REAL.model_copy(update={"guideline": GUIDELINE.model_copy(update=update)}))


FIGURES_DATA: dict[str, Any] = GUIDELINE.figures.model_dump(mode="json")
CALLS: dict[str, Callable[[Renderer], str]] = {
    **{one: lambda renderer, one=one: renderer.figure(one) for one in IDS},  # type: ignore[misc]
    "theory": lambda renderer: renderer.theory_of_change(),
    "map": lambda renderer: renderer.locations_map(),
}


def tree(markup: str) -> Any:
    """A result as a tree."""
    return html.fromstring(f"<div>{markup}</div>")


def said(element: Any) -> str:
    """The text of an element with single spaces."""
    return " ".join(element.text_content().split())


def texts(value: Any) -> Iterator[str]:
    """Every word of plain data."""
    if isinstance(value, dict):
        for name, item in value.items():
            if name not in KEPT:
                yield from texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from texts(item)
    elif isinstance(value, str):
        yield " ".join(value.split())


@pytest.mark.parametrize("figure", FIGURES, ids=IDS)
def test_a_figure_is_named_by_its_caption_and_says_that_it_is_drawn_anew(figure: Any) -> None:
    """The image takes its name from the caption and its description from the text below."""
    page = tree(Renderer(REAL).figure(figure.id))
    (found,) = page.iter("figure")
    (image,) = page.xpath("//*[@role='img']")
    by_id = {element.get("id"): element for element in page.iter() if element.get("id")}
    assert found.get("id") == figure.id
    name = by_id[found.get("aria-labelledby")]
    assert said(name) == f"{figure.label}. {figure.title}"
    assert image.get("aria-labelledby") == found.get("aria-labelledby")
    assert said(by_id[image.get("aria-describedby")]) == " ".join(figure.about.split())
    assert "Disusun situs ini dari teks; gambar aslinya tidak ada dalam teks sumber." in said(page)
    assert figure.source.section in said(page.xpath("//figcaption")[0])
    assert image.xpath(".//a | .//button | .//*[@tabindex]") == []


@pytest.mark.parametrize("figure", FIGURES, ids=IDS)
def test_the_text_below_a_figure_says_all_that_the_drawing_says(figure: Any) -> None:
    """And where in the source each box and arrow stands."""
    page = tree(Renderer(REAL).figure(figure.id))
    (image,) = page.xpath("//*[@role='img']")
    (text,) = page.iter("details")
    for paragraph in image.xpath(".//p[not(@class='f-n')] | .//li"):
        assert said(paragraph) in said(text), said(paragraph)
    for value in texts(figure.model_dump(mode="json", include={"about", "drawing"})):
        assert value in said(text), value
    for entry in (*figure.discrepancies, *(i for node in figure.drawing.nodes for i in node.discrepancies)):
        assert f"#{entry.lower()}" in html.tostring(page).decode()


@pytest.mark.parametrize("name", CALLS)
def test_every_word_of_a_drawing_comes_from_the_data(name: str) -> None:
    """With other words in the data nothing of the programme is left but labels of the site."""
    page = " ".join(tree(CALLS[name](with_words(lambda _: "Zaza"))).itertext()).replace("\u00a0", " ")
    for package in REAL.edition("2017").packages:
        page = page.replace(package.name, " ")
    ours = [value for key, value in vars(words).items() if key.isupper() and isinstance(value, str)]
    ours.append(f"{words.again(6, '')} {words.arrow('', '', mutual=True)} {words.according_to('')} Tidak ada")
    ours.append("Catatan A34 halaman Digambar dari kaitan paket Menu dan ke peta gambar")
    known = set(re.findall(r"[^\W\d]+", " ".join(ours)))
    ids = {re.sub(r"\d", "", entry.id) for entry in REAL.discrepancies}
    left = re.findall(r"[^\W\d]+", re.sub("zaza", " ", page, flags=re.IGNORECASE))
    assert set(left) - known - ids == set()


def test_a_changed_label_changes_on_the_page() -> None:
    """A word of the data is a word of the page, in the drawing and in the text."""
    page = said(tree(with_words(lambda text: f"X {text}").figure("gambar-3")))
    assert page.count("X Komite Teknis Nasional") == 5
    assert page.count("X Memberi saran teknis") == 2


@cache
def saying(text: str) -> Renderer:
    """This project's data with ``text`` for every word of a drawing."""
    return with_words(lambda _: text)


@cache
def plain_skeleton(name: str) -> list[tuple[str, tuple[tuple[str, str], ...]]]:
    """Elements of a drawing whose words mean nothing."""
    return skeleton(to_html(CALLS[name](saying("Kata Biasa"))))


@pytest.mark.parametrize("name", CALLS)
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_add_no_element_and_no_attribute(name: str, text: str) -> None:
    """Whatever the data say, the elements stay, and the same characters are shown."""
    assert skeleton(to_html(CALLS[name](saying(text.replace("/", ""))))) == plain_skeleton(name)
    page = to_html(CALLS[name](saying(text)))
    assert " ".join(text.split()) in said(tree(page))


@pytest.mark.parametrize("name", CALLS)
def test_a_drawing_is_one_block_that_markdown_leaves_alone(name: str) -> None:
    """No blank line, nothing indented, ids once."""
    page = CALLS[name](Renderer(REAL))
    assert "\n\n" not in page
    assert not re.search(r"^[ \t]", page, re.MULTILINE)
    assert to_html(f"# Judul\n\n{page}\n\nAkhir.").count(page) == 1
    ids = [element.get("id") for element in tree(page).iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    assert 'style="' not in page


def test_gambar_3_has_the_bodies_of_the_table_at_their_levels() -> None:
    """Names and levels come from Tabel 4; the Secretariat stands beside those it supports."""
    drawing = FIGURES[2].drawing
    assert drawing is not None
    found = drawn(drawing, GUIDELINE.bodies)
    shown = [
        [(step.box.level, step.box.name, [(a.label, a.way) for a in step.arrows], step.tie) for step in part]
        for part in (found.above, found.beside, found.below)
    ]
    assert shown == [
        [("Pemerintah Pusat", "Komite Pengarah Nasional", [], "")],
        [
            ("Pemerintah Pusat", "Komite Teknis Nasional", [("Memberi saran teknis", "back")], "on"),
            (
                "Pemerintah Provinsi",
                "Tim Teknis Provinsi",
                [("Berhubungan dan berkoordinasi", "both")],
                "on",
            ),
            ("Pemerintah Kabupaten", "Tim Teknis Kabupaten", [("Mengawasi dan memantau", "on")], "on"),
        ],
        [
            (None, "Kecamatan", [("Mengembangkan kapasitas", "on")], ""),
            (None, "Desa", [("Mendukung perencanaan dan penganggaran desa", "on")], ""),
        ],
    ]
    assert found.hub is not None
    assert (found.hub.name, found.hub.level) == ("Sekretariat", "Nasional/Provinsi")
    assert found.hub_labels == ("Mendukung",)


def test_two_sides_point_at_the_hub_in_whatever_order_they_stand() -> None:
    """The first side's arrow points on, the second side's back."""
    drawing = FIGURES[0].drawing
    assert drawing is not None
    turned = drawing.model_copy(update={"nodes": drawing.nodes[::-1], "links": drawing.links[::-1]})
    found = drawn(turned, None)
    assert [(box.name, arrow.way) for box, arrow in found.sides] == [
        ("Masyarakat dan warga negara", "on"),
        ("Pemerintah dan penyedia layanan", "back"),
    ]
    assert [(box.node.id, arrow.way) for box, arrow in found.onward] == [("isu", "on")]


def test_a_figure_without_a_drawing_is_told_in_words() -> None:
    """It claims no drawing."""
    bare = FIGURES[0].model_copy(update={"drawing": None})
    held = GUIDELINE.model_copy(update={"figures": Figures(figures=(bare,))})
    page = tree(Renderer(REAL.model_copy(update={"guideline": held})).figure("gambar-1"))
    assert page.xpath("//*[@role='img']") == []
    assert "Disusun situs ini" not in said(page)
    assert " ".join(bare.about.split()) in said(page)


def node(name: str) -> dict[str, Any]:
    """A box."""
    return {"id": name, "name": name.title(), "where": "Bab 1"}


def link(start: str, end: str) -> dict[str, Any]:
    """An arrow."""
    return {"start": start, "end": end, "label": "Ke sana", "where": "Bab 1"}


@pytest.mark.parametrize(
    ("kind", "hub", "count", "links", "message"),
    [
        ("levels", None, 2, [("a", "z")], 'simpul "z" tidak ada di nodes'),
        ("levels", "z", 2, [], 'simpul "z" tidak ada di nodes'),
        ("levels", None, 3, [("a", "c")], 'panah "a" ke "c" tidak dapat digambar'),
        ("levels", None, 2, [("a", "a")], 'panah "a" ke "a" tidak dapat digambar'),
        ("cycle", None, 3, [("a", "b")], "cycle tidak memakai hub dan links"),
        ("cycle", None, 2, [], "memuat 3 sampai 8 nodes"),
        ("sides", "b", 3, [("a", "b")], "dua panah menuju hub"),
        ("sides", "b", 3, [("a", "b"), ("a", "b")], "dua panah menuju hub"),
        ("sides", "b", 4, [("a", "b"), ("c", "b")], "satu panah dari hub ke tiap simpul lain"),
        ("stack", None, 3, [("a", "b"), ("c", "b")], "dua panah menuju hub"),
        ("stack", "b", 4, [("a", "b"), ("c", "b"), ("b", "d")], "stack hanya memuat hub dan dua simpul"),
    ],
)
def test_what_cannot_be_drawn_is_refused_with_the_reason(
    kind: str, hub: str | None, count: int, links: list[tuple[str, str]], message: str
) -> None:
    """Nothing of the data is left out of a drawing in silence."""
    plain = {"kind": kind, "hub": hub, "nodes": [node(n) for n in "abcd"[:count]]}
    with pytest.raises(ValidationError, match=re.escape(message)):
        Drawing.model_validate({**plain, "links": [link(*ends) for ends in links]})


def test_a_box_needs_a_name_or_a_row_that_exists() -> None:
    """A row that the bodies' table does not have is a finding with its place."""
    with pytest.raises(ValidationError, match="isi name atau body_row"):
        Drawing.model_validate({"kind": "levels", "nodes": [{"id": "a", "where": "x"}, node("b")]})
    data = changed(FIGURES_DATA, str)
    data["figures"][2]["drawing"]["nodes"][0]["body_row"] = "komite-tiada"
    held = GUIDELINE.model_copy(update={"figures": Figures.model_validate(data)})
    (finding,) = guideline_check.check(REAL.model_copy(update={"guideline": held}))
    assert (finding.path, finding.message) == (("body_row",), 'baris lembaga "komite-tiada" tidak ada.')


def test_outputs_list_the_packages_whose_own_table_names_them() -> None:
    """As Lampiran I prints it; packages 8 and 9 name outcomes only, package 6 neither."""
    found = paths(THEORY, REAL.catalogue, REAL.edition(THEORY.edition))
    assert {
        output.printed.label: [package.number for package in output.packages]
        for path in found.outcomes
        for output in path.outputs
    } == {
        "Output 1.1": ["1", "2", "4", "5"],
        "Output 1.2": ["2"],
        "Output 1.3": ["2"],
        "Output 1.4": ["1", "3", "5"],
        "Output 2.1": ["4"],
        "Output 2.2": ["7"],
        "Output 2.3": ["4"],
        "Output 2.4": ["3", "7"],
    }
    assert [(path.printed.label, [p.number for p in path.direct]) for path in found.outcomes] == [
        ("Hasil 1", ["8", "9"]),
        ("Hasil 2", ["8", "9"]),
    ]
    assert [p.package.number for p in found.packages if not p.outputs and not p.direct] == ["6"]


def test_the_theory_can_be_followed_from_the_goal_to_the_menu_and_back() -> None:
    """Every link within it is answered by one the other way; packages lead to the menu."""
    page = tree(Renderer(REAL).theory_of_change())
    boxes = {box.get("id"): box for box in page.xpath("//*[contains(@class, 'f-box')][@id]")}
    ways = {
        name: {
            a.get("href")[1:] for a in box.xpath(".//div[@class='t-nav']//a") if a.get("href").startswith("#")
        }
        for name, box in boxes.items()
    }
    assert len(boxes) == 1 + 2 + 2 + 8 + 9
    for name, onward in ways.items():
        for other in onward:
            assert name in ways[other], (name, other)
    reached, todo = set(), {"teori-tujuan"}
    while todo:
        here = todo.pop()
        reached.add(here)
        todo |= ways[here] - reached
    assert boxes.keys() - reached == {"teori-paket-6"}
    links = {a.get("href") for a in page.iter("a")}
    assert {f"{{root}}/menu/2017/{number}/" for number in range(1, 10)} <= links
    assert "#a34" in "".join(html.tostring(boxes["teori-paket-6"]).decode())


def test_the_theory_says_every_line_of_its_table_and_the_same_as_a_table() -> None:
    """Changes and interventions stand below the picture."""
    page = tree(Renderer(REAL).theory_of_change())
    for value in texts(THEORY.model_dump(mode="json", exclude={"edition"})):
        if not re.fullmatch(r"hasil-\d|keluaran-\d-\d|Teori Perubahan", value):
            assert value in said(page), value
    rows = [[said(cell) for cell in row] for row in page.xpath("//details//tbody/tr")]
    assert rows[0] == ["Output 1.1", "Hasil 1", "1, 2, 4, dan 5"]
    assert rows[4] == ["Tanpa keluaran", "Hasil 1", "8 dan 9"]
    assert len(rows) == 10
    assert {th.get("scope") for th in page.xpath("//details//th")} == {"col", "row"}


def test_the_map_has_a_tile_at_each_province_s_place() -> None:
    """On a wide page at its column; on a phone pressed into three, west still left of east."""
    found = tile_map(LOCATIONS)
    assert found.fits
    assert [
        [(tile.province.name, tile.wide, tile.narrow, tile.districts) for tile in row.tiles]
        for row in found.rows
    ] == [
        [("Aceh", 0, 0, 3)],
        [("Sulawesi Selatan", 5, 2, 2)],
        [("Jawa Tengah", 2, 0, 3), ("Jawa Timur", 0, 0, 8), ("NTB", 0, 0, 8)],
    ]
    for row in found.rows:
        assert sum(tile.wide + 1 for tile in row.tiles) + row.wide == 6
        assert sum(tile.narrow + 1 for tile in row.tiles) + row.narrow == 3


def test_a_full_row_of_tiles_becomes_a_list_on_a_phone() -> None:
    """Four side by side would not be readable; two at one place stand side by side."""
    first = LOCATIONS.provinces[0]
    many = [first.model_copy(update={"id": f"p{n}", "column": max(n, 1), "row": 1}) for n in range(4)]
    found = tile_map(LOCATIONS.model_copy(update={"provinces": tuple(many)}))
    assert not found.fits
    assert [(tile.wide, tile.narrow) for tile in found.rows[0].tiles] == [(0, 0)] * 4


def test_the_map_counts_names_and_links_each_province() -> None:
    """24 districts in 16 regencies of 5 provinces, in tiles and in words."""
    page = tree(Renderer(REAL).locations_map())
    tiles = page.xpath("//*[@role='list']//*[@role='listitem']")
    assert [said(tile.xpath(".//*[@class='f-label']")[0]) for tile in tiles] == [
        "3 kabupaten3 kecamatan",
        "2 kabupaten2 kecamatan",
        "3 kabupaten3 kecamatan",
        "4 kabupaten8 kecamatan",
        "4 kabupaten8 kecamatan",
    ]
    assert [tile.xpath(".//a/@href") for tile in tiles] == [
        [f"#provinsi-{name}"] for name in ("aceh", "sulawesi-selatan", "jawa-tengah", "jawa-timur", "ntb")
    ]
    shown = said(page).replace("\u00a0", " ")
    assert "5 Provinsi, 16 Kabupaten, dan 24 Kecamatan" in shown
    (text,) = page.iter("details")
    for province in LOCATIONS.provinces:
        for regency in province.regencies:
            assert f"{regency.number}. {regency.name}: " in said(text)
            for district in regency.districts:
                assert district.name in said(text)
    assert "7. Bondowoso: Cerme dan Wringin" in said(text)


def test_without_data_the_macros_say_so() -> None:
    """A programme need not have a theory or locations."""
    bare = programme(guideline=Guideline())
    for name in ("theory", "map"):
        assert said(tree(CALLS[name](Renderer(bare)))) == "Belum ada data untuk gambar ini."
