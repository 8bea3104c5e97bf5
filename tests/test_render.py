"""What macros print: inert data, one block each, and everything that belongs on a page."""

from __future__ import annotations

import re
import sys
from functools import cache

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from macros.model.discrepancies import Discrepancy
from macros.model.edition import Edition
from macros.model.programme import Programme
from macros.page_checks.markdown_policy import FRONT_MATTER
from macros.render import MacroCall, PageTemplateError, Renderer, inert, macro_calls, macro_names
from macros.render.markup import MEANINGFUL
from tests.factories import activity, edition, package, programme
from tests.paths import ROOT
from tests.sample import real

EXTENSIONS = ["attr_list", "md_in_html", "tables", "toc", "footnotes", "abbr", "def_list"]
HOSTILE = [
    "<script>window.PWN=1</script>",
    "<img src=x onerror=window.PWN=1>",
    "Judul { onclick=alert(1) }",
    "a {: onmouseover=alert(1) }",
    "[x](javascript:window.PWN=1)",
    "<javascript:window.PWN=1>",
    "{{ 7*7 }}",
    "{% raw %}",
    "{# komentar #}",
    "<!--",
    "&lt;b&gt; & &amp;",
    "x | y",
    "***tebal*** _miring_ `kode` ~~coret~~",
    "# judul",
    "*[SPM]: palsu",
    "[^1]: catatan",
    '--8<-- "mkdocs.yml"',
    '!!! note "x"',
    '=== "tab"',
    "{root}",
    "\\",
    "\"kutip\" 'tunggal'",
    "perencanaan 🏥 é ñ 中文 العربية",
]
PLACEHOLDER = "Kata Biasa"


def to_html(page: str) -> str:
    """A page as MkDocs would turn it into HTML, after the macros ran."""
    return markdown.markdown(page, extensions=EXTENSIONS)


def sample(text: str) -> Programme:
    """A programme with ``text`` in every field of an activity that takes any text."""
    first = activity(
        "satu",
        "1.1",
        month="2030-02",
        needs=("dua",),
        name=text,
        short_name=text,
        lede=text,
        aliases=[{"name": text, "where": [text]}],
        target_units={"kinds": ["desa"], "printed": text},
        delivery=[{"phase": "design", "parts": [{"text": text, "funding": [text]}]}],
        rationale=text,
        description={"intro": text, "points": [{"title": text, "text": text}]},
        expected_results={"points": [{"text": text}]},
        footnotes=[{"mark": text, "text": text, "field": "delivery"}],
        source={"section": text},
    )
    held = package("paket", "1", first, activity("dua", "1.2", name=text), name=text, lede=text, summary=text)
    return programme(edition("satu", held, title=text, short_title=text, lede=text, text_name=text))


def skeleton(page: str) -> list[tuple[str, tuple[tuple[str, str], ...]]]:
    """Elements with their attributes, attribute values that hold data left out."""
    tree = html.fromstring(f"<div>{page}</div>")
    return [
        (
            str(element.tag),
            tuple((k, "" if k in {"title", "aria-label", "data-also"} else v) for k, v in element.items()),
        )
        for element in tree.iter()
    ]


@cache
def rendered(macro: str, words: str) -> str:
    """The HTML of a page of ``sample(words)``."""
    arguments = {"activity_page": ("satu", "1.1"), "package_page": ("satu", "1")}.get(macro, ("satu",))
    return to_html(str(getattr(Renderer(sample(words)), macro)(*arguments)))


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize(
    "macro", ["menu_page", "activity_page", "package_page", "schedule_page", "activity_table"]
)
def test_hostile_text_adds_no_element_and_no_attribute(macro: str, text: str) -> None:
    """A page has the same elements whatever its data say, and shows the same characters."""
    page = rendered(macro, text)
    assert skeleton(page) == skeleton(rendered(macro, PLACEHOLDER))
    assert text in html.fromstring(page).text_content()


@pytest.mark.parametrize("text", HOSTILE)
def test_an_inline_macro_stays_inert_within_a_line_of_markdown(text: str) -> None:
    """Where Markdown reads the words around it, data still mean nothing."""
    link = Renderer(sample(text)).activity_link("satu", "1.1")
    page = to_html(f"Lihat {link} di sini.\n\n| a | b |\n|---|---|\n| {link} | x |\n")
    tree = html.fromstring(f"<div>{page}</div>")
    assert [a.text_content() for a in tree.iter("a")] == [f"1.1 {text}"] * 2
    assert {str(e.tag) for e in tree.iter()} == {"div", "p", "a", "table", "thead", "tbody", "tr", "th", "td"}


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"])))
def test_inert_text_reads_the_same_and_holds_nothing_meaningful(text: str) -> None:
    """Character references are undone by a browser, by nothing before it."""
    shown = str(inert(text))
    assert not set(re.sub(r"&#\d+;", "", shown)) & set(MEANINGFUL)
    if text.strip():
        assert html.fromstring(f"<p>x{shown}x</p>").text_content() == f"x{text}x".replace(
            "\u2028", " "
        ).replace("\u2029", " ")


def test_inert_refuses_what_is_no_text() -> None:
    """A template that prints a record or nothing at all is wrong."""
    with pytest.raises(TypeError, match="printed NoneType"):
        inert(None)


@pytest.fixture(name="real")
def _real() -> Programme:
    """This project's own data."""
    return real()


def blocks(renderer: Renderer, found: Edition) -> dict[str, str]:
    """Every page-level result for an edition."""
    return {
        "menu": renderer.menu_page(found.id),
        "schedule": renderer.schedule_page(found.id),
        "relations": renderer.relations_page(found.id),
        "register": renderer.discrepancies_page(),
        "data": renderer.data_page(),
        "guide": renderer.macro_guide(),
        **{f"package {p.id}": renderer.package_page(found.id, p.id) for p in found.packages},
        **{f"activity {a.id}": renderer.activity_page(found.id, a.id) for a in found.activities},
        **{f"history {a.id}": renderer.history_page(a.id) for a in found.activities},
    }


def test_every_page_is_one_block_that_markdown_leaves_alone(real: Programme) -> None:
    """No blank line, no indentation, one element at the top; not a byte changed."""
    for found in real.editions:
        for name, page in blocks(Renderer(real), found).items():
            assert "\n\n" not in page, name
            assert not re.search(r"^[ \t]", page, re.MULTILINE), name
            assert to_html(f"# Judul\n\n{page}\n\nAkhir.").count(page) == 1, name


def test_an_activity_page_shows_every_text_of_the_activity(real: Programme) -> None:
    """Nothing printed in the annex is left out."""
    found = real.current
    assert found is not None
    for one in found.activities:
        shown = " ".join(
            html.fromstring(Renderer(real).activity_page(found.id, one.id)).text_content().split()
        )
        record = one.model_dump(
            mode="json",
            include={"name", "lede", "aliases", "delivery", "rationale", "description", "expected_results"},
            exclude={"delivery": {"__all__": {"phase": True, "parts": {"__all__": {"bodies"}}}}},
        )
        for value in texts(record):
            for part in value.split("\n"):
                assert " ".join(part.split()) in shown, (one.id, part)


def texts(value: object) -> list[str]:
    """Every string in plain data."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for item in value.values() for text in texts(item)]
    return [text for item in value for text in texts(item)] if isinstance(value, list) else []


def test_every_register_entry_shows_on_the_page_it_concerns(real: Programme) -> None:
    """Beside its value or among the other notes, and linked to the register."""
    for found in real.editions:
        renderer = Renderer(real)
        for held in found.packages:
            page = renderer.package_page(found.id, held.id)
            for entry in real.discrepancies_of(found, held):
                assert f"#{entry.id.lower()}" in page, (held.id, entry.id)
        for one in found.activities:
            page = renderer.activity_page(found.id, one.id)
            for entry in real.discrepancies_of(found, one):
                assert f"#{entry.id.lower()}" in page, (one.id, entry.id)


def test_the_set_of_an_activity_is_drawn_by_month() -> None:
    """Months around the set, six at least; what is not yet available is left empty."""
    held = package(
        "p",
        "1",
        activity("a", "1.1", month="2030-04", needs=("b",)),
        activity("b", "1.2", month="2030-02", needs=("a",)),
        activity("c", "1.3"),
    )
    tree = html.fromstring(Renderer(programme(edition("satu", held))).activity_page("satu", "1.1"))
    (head,) = tree.find_class("strip-head")
    assert [span.text_content() for span in head.find_class("cells")[0]] == [
        "Des",
        "Jan",
        "Feb",
        "Mar",
        "Apr",
        "Mei",
    ]
    strips = [
        ["on" if cell.get("class") else "-" for cell in cells]
        for cells in tree.find_class("cells")
        if cells.tag == "span" and cells.find("i") is not None
    ]
    assert strips == [["-", "-", "-", "-", "on", "on"], ["-", "-", "on", "on", "on", "on"]]


def test_a_set_over_years_shows_its_last_twelve_months() -> None:
    """A tool that existed a year before does not stretch the page."""
    held = package(
        "p",
        "1",
        activity("a", "1.1", month="2031-05", needs=("b",)),
        activity("b", "1.2", month="2030-01"),
    )
    tree = html.fromstring(Renderer(programme(edition("satu", held))).activity_page("satu", "1.1"))
    (head,) = tree.find_class("strip-head")
    labels = [span.text_content() for span in head.find_class("cells")[0]]
    assert len(labels) == 12
    assert (labels[0], labels[-1]) == ("…", "Mei")
    assert "2030–2031" in head.text_content()


def test_findings_name_one_way_pairs_and_months_that_cannot_fit() -> None:
    """They are shown as findings, in words."""
    held = package(
        "p",
        "1",
        activity("a", "1.1", month="2030-01", needs=("b",)),
        activity("b", "1.2", month="2030-06"),
    )
    tree = html.fromstring(Renderer(programme(edition("satu", held))).relations_page("satu"))
    said = [
        " ".join(item.text_content().split()) for box in tree.find_class("finding") for item in box.iter("li")
    ]
    assert said == [
        "1.1 harus bersama 1.2, tetapi 1.2 tidak menyebut 1.1",
        "1.1 Januari 2030 harus bersama 1.2 Juni 2030",
    ]
    (cell,) = tree.find_class("one")
    assert "1.1 harus bersama 1.2, hanya satu arah, tersedia sebelum pasangannya" in cell.text_content()


def test_a_register_entry_on_all_companions_stands_beside_the_chain() -> None:
    """On the menu, on the list, and in the fold of an activity; without such an entry nothing dangles."""
    held = package(
        "p", "1", activity("a", "1.1", needs=("b",)), activity("b", "1.2", needs=("c",)), activity("c", "1.3")
    )
    entry = {
        "id": "A7",
        "title": "Pasangan dari pasangan",
        "kind": "content",
        "readings": [{"where": "Bab 1", "printed": "1.2"}, {"where": "Bab 2", "printed": "1.3"}],
        "question": "Apakah berantai?",
        "shown": "Keduanya.",
        "touches": [{"edition": "satu", "field": "implement_with"}],
    }
    for entries in ([], [Discrepancy.model_validate(entry)]):
        renderer = Renderer(programme(edition("satu", held), discrepancies=tuple(entries)))
        pages = [
            html.fromstring(renderer.menu_page("satu")).xpath("//section[@aria-labelledby='bersama']"),
            html.fromstring(renderer.relations_page("satu")).xpath("//section[@aria-labelledby='daftar']"),
            html.fromstring(renderer.activity_page("satu", "1.1")).find_class("set-chain"),
        ]
        assert [len(part.find_class("note-link")) for (part,) in pages] == [len(entries)] * 3


def test_a_large_edition_has_no_matrix() -> None:
    """It would grow with the square of the activities."""
    held = package("p", "1", *(activity(f"a{n}", f"1.{n}") for n in range(1, 42)))
    assert "matrix" not in Renderer(programme(edition("satu", held))).relations_page("satu")


def test_a_draft_edition_says_so_and_names_the_menu_to_use() -> None:
    """It is never mistaken for the current one."""
    one = activity("a", "1.1")
    both = programme(
        edition("lama", package("p", "1", one)),
        edition("baru", package("p", "1", one), status="draft", fiscal_year=2031),
    )
    page = html.fromstring(Renderer(both).menu_page("baru")).text_content()
    assert "Usulan" in page
    assert "Belum disahkan. Disusun penyunting contoh. Bukan usulan Dinas Contoh." in page
    assert "Sampai ada putusan, pakai Menu\N{NO-BREAK SPACE}lama." in page


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda r: r.menu_page("saru"), 'edisi "saru" tidak ada. Maksud Anda "satu"?'),
        (lambda r: r.activity_page("satu", "1.9"), 'kegiatan "1.9" tidak ada.'),
        (lambda r: r.package_card("satu", "7"), 'paket "7" tidak ada.'),
        (lambda r: r.activity_table("satu", target_unit="dessa"), 'Maksud Anda "desa"?'),
        (lambda r: r.activity_table("satu", role="inti"), 'golongan "inti" tidak ada.'),
        (lambda r: r.discrepancy("Z9"), 'catatan "Z9" tidak ada.'),
        (lambda r: r.history_page("tiada"), 'kegiatan "tiada" tidak ada.'),
    ],
)
def test_a_wrong_argument_is_answered_with_what_exists(call: object, message: str) -> None:
    """An author reads what is allowed."""
    with pytest.raises(ValueError, match=re.escape(message)):
        call(Renderer(sample("Biasa")))  # type: ignore[operator]


def test_the_guide_shows_every_macro_with_a_live_result(real: Programme) -> None:
    """It is made from the docstrings, so that it cannot fall behind."""
    page = html.fromstring(Renderer(real).macro_guide()).text_content()
    for name in macro_names():
        assert name in page
    assert "{edition}" not in page


def test_a_page_may_call_macros_with_literals() -> None:
    """Calls come with their place."""
    assert macro_calls('# Judul\n\nLihat {{ menu_page("2017") }} dan\n{{ f(1, role="core") }}') == [
        MacroCall(line=3, column=7, name="menu_page", args=("2017",), kwargs={}),
        MacroCall(line=4, column=1, name="f", args=(1,), kwargs={"role": "core"}),
    ]


@pytest.mark.parametrize(
    "code",
    [
        "{% set x = 1 %}",
        "{% if x %}a{% endif %}",
        "{% for x in y %}a{% endfor %}",
        '{% include "x" %}',
        "{% raw %}a{% endraw %}",
        "{# komentar #}",
        "{{ config.site_dir }}",
        "{{ x }}",
        '{{ "teks" }}',
        '{{ f("a") | upper }}',
        '{{ f("a").x }}',
        '{{ f("a")[0] }}',
        '{{ f("a" ~ "b") }}',
        "{{ f(x) }}",
        "{{ f(g()) }}",
        "{{ f(*x) }}",
        "{{ f(**x) }}",
        "{{ f([1]) }}",
        "{{- f() }}",
        "{{ f() -}}",
        "{{ f(",
        '{{ cycler.__init__.__globals__.os.popen("id").read() }}',
    ],
)
def test_any_other_template_code_is_refused_with_its_line(code: str) -> None:
    """Nothing of a page is ever executed but the macros."""
    with pytest.raises(PageTemplateError) as caught:
        macro_calls(f"# Judul\n\n{code}\n")
    assert caught.value.line == 3


def test_macro_output_is_not_evaluated_a_second_time(real: Programme) -> None:
    """What a macro prints holds no braces but the markers that the theme replaces."""
    for found in real.editions:
        for page in blocks(Renderer(real), found).values():
            assert "{" not in page.replace("{root}", "").replace("{issue}", "")


def test_the_front_page_calls_known_macros_only() -> None:
    """The hand-written pages hold to the rule."""
    for path in sorted((ROOT / "docs").rglob("*.md")):
        for call in macro_calls(path.read_text().split("\n---\n", 1)[1]):
            assert call.name in macro_names(), path


def calls_for_a_page(size: int) -> int:
    """Function calls that one activity page costs in an edition of so many activities in pairs."""
    held = package(
        "p",
        "1",
        *(activity(f"a{n}", f"1.{n}", month="2030-02", needs=(f"a{n ^ 1}",)) for n in range(size)),
    )
    renderer = Renderer(programme(edition("satu", held)))
    renderer.activity_page("satu", "a0")  # works out what an edition needs once
    made = 0

    def count(_: object, event: str, __: object) -> None:
        nonlocal made
        made += event == "call"

    sys.setprofile(count)
    try:
        renderer.activity_page("satu", f"a{size // 2}")
    finally:
        sys.setprofile(None)
    return made


def test_a_page_costs_no_more_in_a_large_edition() -> None:
    """Ten times the activities, as many calls a page."""
    assert calls_for_a_page(1000) <= 1.1 * calls_for_a_page(100)


def test_no_macro_is_named_like_a_key_of_front_matter() -> None:
    """mkdocs-macros would call the page's own text instead."""
    assert not macro_names() & set(FRONT_MATTER)


def test_only_notes_on_target_date_and_companions_stand_beside_what_they_concern() -> None:
    """The others, and the open questions, are counted at the head of the page and stand at its end."""
    page = html.fromstring(to_html(str(Renderer(real()).activity_page("2017", "6.1"))))
    facts = page.xpath("//dl[contains(@class, 'facts')]")[0]
    beside = {word for word in facts.text_content().split() if re.fullmatch(r"[A-D][0-9]*:", word)}
    (line,) = page.xpath("//a[@href='#catatan']")
    closing = page.xpath("//section[@aria-labelledby='catatan']")[0]
    at_the_end = closing.xpath(".//details")
    assert beside >= {"A7:", "A8:", "A9:", "A33:"}
    assert " ".join(line.text_content().split()) == f"{len(at_the_end)} catatan teks"
    held = real().edition("2017")
    concerned = {
        f"{entry.id}:"
        for field in ("target_units", "availability", "implement_with")
        for entry in real().discrepancies_of(held, held.activity("pencatatan-sipil"), field)
    }
    assert beside == concerned


def test_open_questions_of_a_draft_stand_at_the_end_of_the_page() -> None:
    """They are counted at its head; what the activity is comes first."""
    page = html.fromstring(to_html(str(Renderer(real()).activity_page("2018", "6.1"))))
    (line,) = page.xpath("//a[@href='#catatan']")
    asked = page.xpath("//section[@aria-labelledby='catatan']//div[@class='asked']")
    assert asked
    assert len(asked) == len(page.xpath("//div[@class='asked']"))
    assert f"{len(asked)} pertanyaan terbuka" in " ".join(line.text_content().split())
