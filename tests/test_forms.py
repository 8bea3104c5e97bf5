"""Forms as sheets: everything printed is there, nothing pretends to be an input, hostile words stay words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pytest
from lxml import html

from macros.model.base import Record
from macros.model.guideline.forms import Form
from macros.model.guideline.guideline import Guideline
from macros.render import Renderer, sheets
from tests.factories import programme
from tests.paths import ROOT
from tests.sample import real
from tests.test_render import HOSTILE, PLACEHOLDER, skeleton, to_html

REAL = real()
GUIDELINE = REAL.guideline
RENDERER = Renderer(REAL)
FORMS = [form.id for form in GUIDELINE.forms]
SHOWN = frozenset({"label", "title", "lead", "help", "number", "group", "basis", "note", "intro", "printed"})
"""Fields of a form whose words a reader sees."""


def words(markup: str) -> str:
    """The text of some markup, elements parted by single spaces."""
    return " ".join(" ".join(html.fromstring(f"<div>{markup}</div>").itertext()).split())


def values(record: Record) -> Iterator[str]:
    """Every visible word of a record and of the records in it."""
    for name in type(record).model_fields:
        value = getattr(record, name)
        if name in {"filled_by", "submitted_to"}:
            continue  # these stand in the facts beside the form
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, Record):
                yield from values(item)
            elif isinstance(item, str) and (name in SHOWN or name == "points"):
                yield from (" ".join(line.split()) for line in item.split("\n"))


@pytest.mark.parametrize("form", FORMS)
def test_every_word_of_a_form_is_on_its_sheet(form: str) -> None:
    """Titles, labels, helps, options, columns, groups, parts, rows, bases and notes."""
    shown = words(RENDERER.form(form))
    found = GUIDELINE.form(form)
    lost = [value for value in values(found) if value not in shown]
    assert lost == []
    for field in found.fields():
        for entry in field.discrepancies:
            assert f"#{entry.lower()}" in RENDERER.form(form)


@pytest.mark.parametrize("form", FORMS)
def test_a_form_has_one_place_to_write_for_every_field(form: str) -> None:
    """As many boxes as printed options, a line or lines for every other field, and a real table."""
    found = GUIDELINE.form(form)
    tree = html.fromstring(str(RENDERER.form(form)))
    assert tree.xpath("//input | //select | //textarea | //button") == []
    ticked = [field for field in found.fields() if field.kind.value in {"choice", "tick"}]
    boxes = tree.xpath("//*[@class='box'][not(ancestor::table)]")
    assert len(boxes) == sum(len(field.options) for field in ticked)
    lines = [f for f in found.fields() if f.kind.value in {"text", "date", "number", "money", "signature"}]
    assert len(tree.xpath("//*[contains(@class, 'blank')][not(ancestor::table)]")) == len(lines)
    long = [field for field in found.fields() if field.kind.value == "long_text"]
    assert len(tree.find_class("ruled")) == len(long)
    assert len(tree.xpath("//table")) == sum(field.kind.value == "table" for field in found.fields())


@pytest.mark.parametrize("form", FORMS)
def test_a_table_keeps_its_heads_and_leaves_room(form: str) -> None:
    """Column heads with scope, numbers as printed, every row of the same width, rows to write in."""
    for table, field in zip(
        html.fromstring(str(RENDERER.form(form))).xpath("//table"),
        [field for field in GUIDELINE.form(form).fields() if field.columns],
        strict=True,
    ):
        heads = table.xpath(".//thead//th[@scope='col']")
        assert len(heads) == len(field.columns)
        numbers = [head.xpath("string(span[@class='no'])").strip("\xa0") for head in heads]
        assert sorted(numbers) == sorted(column.number or "" for column in field.columns)
        groups = [head.text for head in table.xpath(".//thead//th[@scope='colgroup']")]
        assert groups == list(dict.fromkeys(column.group for column in field.columns if column.group))
        assert table.xpath("string(caption)")
        for row in table.xpath(".//tbody/tr[not(contains(@class, 'names'))]"):
            assert len(row.xpath("td | th")) == len(field.columns)
        assert len(table.find_class("empty")) >= 4
        assert [th.text_content() for th in table.xpath(".//tbody//th[@scope='row']")] == [
            row.label for row in field.rows
        ]


def test_the_proposed_form_says_so_and_the_others_do_not() -> None:
    """A dashed frame, the word, and what each field is based on."""
    for form in GUIDELINE.forms:
        page = str(RENDERER.form(form.id))
        assert ("frame draft" in page) == form.proposal
        assert ("Belum disahkan." in page) == form.proposal
        assert ("Dasar: " in page) == form.proposal
    assert words(RENDERER.form("lampiran-6")).count("Dasar: ") == 4 + (9 + 1) + (7 + 1) + 3


def test_packages_of_a_form_lead_to_the_menu() -> None:
    """The names are those printed on the form; the link leads to the package meant."""
    tree = html.fromstring(str(RENDERER.form("lampiran-9")))
    links = [a.get("href") for a in tree.xpath("//*[contains(@class, 'listing')]//a")]
    assert links == [f"{{root}}/menu/2017/{number}/" for number in range(1, 10)]


def test_a_form_lies_on_its_side_when_its_table_is_wide() -> None:
    """Only the report, which has no table, stands upright."""
    assert [form.id for form in GUIDELINE.forms if not sheets.sheet(form).wide] == ["lampiran-11"]
    assert 'class="c-forms wide alone"' in RENDERER.form("lampiran-9", alone=True)
    assert 'class="c-forms wide"' in RENDERER.form("lampiran-9")


def test_what_belongs_together_shares_a_line() -> None:
    """Contact as one line, the level under its institution, quarters beside years, as on paper."""
    shared = [
        [field.id for field in line.fields]
        for part in sheets.sheet(GUIDELINE.form("lampiran-11")).parts
        for line in part.lines
        if len(line.fields) > 1
    ]
    assert shared == [
        ["triwulan", "tahun-fiskal"],
        ["pelapor-email", "pelapor-telepon"],
        ["pelapor-lembaga", "pelapor-tingkat"],
        ["penerima-email", "penerima-telepon"],
        ["penerima-lembaga", "penerima-tingkat"],
    ]


def test_sections_stand_abreast_and_heads_in_cells() -> None:
    """Who fills in beside who receives; the untitled facts as a row of cells."""
    parts = sheets.sheet(GUIDELINE.form("lampiran-9")).parts
    assert [part.section.id for part in parts if part.half] == ["pemantau", "penyerahan"]
    parts = sheets.sheet(GUIDELINE.form("lampiran-7")).parts
    assert [part.section.id for part in parts if part.cells] == ["kepala", "pengesahan"]


def test_empty_rows_follow_the_row_that_repeats() -> None:
    """The total stays last; a free table has rows only."""
    rows = sheets.rows(next(f for f in GUIDELINE.form("lampiran-6").fields() if f.columns))
    assert [row.row.id if row.row else "" for row in rows] == ["kegiatan", *[""] * 6, "jumlah"]
    free = sheets.rows(next(f for f in GUIDELINE.form("lampiran-9").fields() if f.columns))
    assert [(row.row, row.more) for row in free] == [(None, index >= 2) for index in range(6)]


def test_every_sheet_has_its_own_ids() -> None:
    """No id twice on a page that shows all of them."""
    ids = re.findall(r' id="([^"]+)"', "".join(RENDERER.form(form) for form in FORMS))
    assert len(ids) == len(set(ids)) > 20


def hostile_form(text: str) -> Form:
    """A form with ``text`` wherever any text may stand."""
    option = {"id": "satu", "label": text}
    column = {"id": "satu", "group": text, "label": text, "kind": "text", "help": text, "basis": text}
    parts = [{"id": "a", "label": text, "kind": "text"}]
    fields = [
        {"id": "a", "label": text, "kind": "text", "help": text, "basis": text, "note": text},
        {"id": "b", "lead": text, "label": text, "kind": "choice", "options": [option]},
        {"id": "c", "kind": "tick", "options": [option]},
        {"id": "d", "kind": "long_text"},
        {"id": "e", "label": text, "kind": "list", "options": [option]},
        {
            "id": "f",
            "kind": "table",
            "columns": [column, {**column, "id": "dua", "parts": parts}],
            "rows": [{"id": "x", "label": text, "repeat": True}],
        },
        {"id": "g", "label": text, "kind": "signature"},
    ]
    return Form.model_validate(
        {
            "id": "formulir",
            "label": text,
            "title": text,
            "proposal": True,
            "filled_by": {"printed": text},
            "submitted_to": {"printed": text},
            "intro": text,
            "sections": [{"id": "satu", "title": text, "help": text, "points": [text], "fields": fields}],
            "note": text,
            "source": {"section": text},
        }
    )


@cache
def rendered(macro: str, said: str) -> str:
    """What a macro shows of a form that says ``said`` everywhere."""
    held = programme(guideline=Guideline(forms=(hostile_form(said),)))
    arguments = () if macro == "forms_list" else ("formulir",)
    return to_html(str(getattr(Renderer(held), macro)(*arguments)))


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("macro", ["form", "form_facts", "forms_list"])
def test_hostile_words_in_a_form_stay_words(macro: str, text: str) -> None:
    """The same elements whatever the data say, the same characters shown."""
    page = rendered(macro, text)
    assert skeleton(page) == skeleton(rendered(macro, PLACEHOLDER))
    assert text in html.fromstring(page).text_content()
    assert "{" not in rendered(macro, PLACEHOLDER).replace("{root}", "")


def test_the_facts_of_a_form_say_who_when_and_where_from() -> None:
    """From the form, from the recurring tasks that use it, and from the planning steps that name it."""
    shown = words(RENDERER.form_facts("lampiran-9"))
    for fact in (
        "Diisi oleh Tim Teknis Kabupaten dan Provinsi",
        "Diserahkan kepada Tim Teknis Provinsi",
        "(dalam waktu satu minggu setelah kunjungan lapangan)",
        "Lampiran 9, halaman 75",
        "Catatan C9: Nomor kolom dan judul formulir pemantauan",
    ):
        assert fact in shown
    assert "Langkah 5" in words(RENDERER.form_facts("lampiran-6"))
    assert "Diserahkan kepada Tidak disebut" in words(RENDERER.form_facts("lampiran-10"))


def test_the_list_of_forms_names_each_with_its_way() -> None:
    """Five forms, each with a link, who fills it in and who gets it."""
    shown = words(RENDERER.forms_list())
    links = re.findall(r'href="([^"]+)"', RENDERER.forms_list())
    assert links == [f"{{root}}/pemantauan/formulir/{form}/" for form in FORMS]
    for form in GUIDELINE.forms:
        assert form.title in shown
        assert form.filled_by.words in shown


def test_every_form_has_a_page_that_prints_it_alone() -> None:
    """The list leads to pages that exist, and each shows its own form."""
    folder = ROOT / "docs/pemantauan/formulir"
    assert sorted(path.stem for path in folder.glob("lampiran-*.md")) == sorted(FORMS)
    for form in FORMS:
        assert f'{{{{ form("{form}", alone=true) }}}}' in (folder / f"{form}.md").read_text()


def test_options_for_a_body_stand_side_by_side() -> None:
    """Both options and the minimum requirements, each with the same rows, in printed order."""
    tree = html.fromstring(str(RENDERER.structures("tim-teknis-kabupaten")))
    cards = tree.find_class("body-card")
    assert [card.get("aria-label") for card in cards] == [
        "Pilihan 1",
        "Pilihan 2",
        "Persyaratan minimal untuk tim teknis daerah",
    ]
    rows = [[dt.text_content() for dt in card.iter("dt")] for card in cards]
    assert rows[0] == rows[1] == rows[2]
    assert rows[0][:4] == ["Pimpinan", "Koordinator pelaksana harian", "Bertanggung jawab kepada", "Ketua"]


def test_every_structure_is_shown_with_all_it_says() -> None:
    """Text, posts, members, notes, sources and register entries."""
    assert GUIDELINE.bodies is not None
    bodies = dict.fromkeys(body for one in GUIDELINE.bodies.structures for body in one.bodies)
    first, *others = bodies
    page = str(RENDERER.structures(first, *others))
    shown = words(page)
    for one in GUIDELINE.bodies.structures:
        for value in (one.label, one.text, one.note, one.members_rank, one.source.section):
            assert value is None or value in shown
        for post in one.posts:
            assert post.printed in shown
        for member in one.members:
            assert member.name in shown
        for entry in one.discrepancies:
            assert f"#{entry.lower()}" in page


def test_recurring_tasks_are_shown_with_their_printed_times() -> None:
    """Every value of every task, and a link to its form."""
    assert GUIDELINE.reporting is not None
    page = str(RENDERER.monitoring_table())
    shown = words(page)
    for task in GUIDELINE.reporting.recurring:
        for value in (task.what, task.every, task.within, task.note, task.source.section):
            assert value is None or value in shown
        assert task.who is None or task.who.printed in shown
        for form in task.forms:
            assert f"/pemantauan/formulir/{form}/" in page
        for entry in task.discrepancies:
            assert f"#{entry.lower()}" in page


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: RENDERER.form("lampiran-8"), 'formulir "lampiran-8" tidak ada.'),
        (lambda: RENDERER.form_facts("lampiran9"), 'Maksud Anda "lampiran-9"?'),
        (lambda: RENDERER.structures("kpm"), 'Maksud Anda "kpn"?'),
        (lambda: RENDERER.structures("kpn", "komite"), 'lembaga "komite" tidak ada.'),
    ],
)
def test_a_wrong_argument_is_answered_with_what_exists(call: object, message: str) -> None:
    """An author reads what is allowed."""
    with pytest.raises(ValueError, match=re.escape(message)):
        call()  # type: ignore[operator]


def test_without_a_guideline_each_macro_says_that_nothing_is_there() -> None:
    """A second programme may have no forms, bodies or schedule."""
    bare = Renderer(programme())
    assert words(bare.forms_list()) == "Belum ada formulir yang tercatat."
    assert words(bare.structures("komite")) == "Belum ada susunan lembaga yang tercatat."
    assert words(bare.monitoring_table()) == "Belum ada tugas berkala yang tercatat."
