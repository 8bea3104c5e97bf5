"""Forms to fill in on the page: every printed field once, indicators as printed, and where a form goes."""

from __future__ import annotations

import json
from typing import Any

import pytest
from lxml import html

from macros.model.edition import Edition
from macros.model.guideline.forms import FieldKind, VisitValue
from macros.render import Renderer
from macros.render.context import Context
from macros.render.filling import fillable, gathers, number_on, places
from macros.wording import filling as words
from tests.hostile import STRINGS
from tests.sample import real
from tests.test_forms import hostile_form
from tests.test_render import to_html

REAL = real()
RENDERER = Renderer(REAL)
FORMS = {form.id: form for form in REAL.guideline.forms}
FILLED = ["lampiran-9", "lampiran-10", "lampiran-11"]


def menu() -> Edition:
    """The edition that forms are filled in with."""
    assert REAL.current is not None
    return REAL.current


def tree(markup: object) -> html.HtmlElement:
    """Markup as it stands in a page."""
    return html.fromstring(f"<main>{to_html(str(markup))}</main>")


def data(form: str, name: str = "page") -> Any:
    """The JSON that a page gives to its script."""
    (found,) = tree(RENDERER.filling(form)).xpath(f'//script[@type="application/json"][@data-{name}]')
    return json.loads(found.text)


def words_of(element: html.HtmlElement) -> str:
    """Visible text, blanks folded."""
    return " ".join(element.text_content().split())


@pytest.mark.parametrize("form", FILLED)
def test_every_field_of_a_form_can_be_filled_in_once_under_its_printed_label(form: str) -> None:
    """Same fields, same order, same label as in the data; the list and the heads are no fields."""
    found: list[tuple[str, str | None]] = []
    for place in tree(RENDERER.form(form)).xpath("//*[@data-fill]"):
        table = place.xpath("ancestor::table/@data-table")
        key = f"{table[0]}/{place.get('data-fill')}" if table else place.get("data-fill")
        if table:
            label = place.xpath("string(ancestor::li/*[@class='lab'])") or place.xpath(
                "string(ancestor::td/*[@class='cell-l'])"
            )
        else:
            own = place.xpath("ancestor::*[@class='one']/*[@class='lab']")
            line = place.xpath("ancestor::*[contains(@class, 'line')]/*[@class='lab']")
            label = (own or line)[0].text_content() if own or line else ""
        found.append((key, label))
    wanted = list(fillable(FORMS[form]))
    assert [key for key, _ in found] == [key for key, _, _ in wanted]
    assert len({key for key, _ in found}) == len(found)
    for (key, shown), (_, _, label) in zip(found, wanted, strict=True):
        assert label is None or (shown or "").endswith(label), key


@pytest.mark.parametrize("form", FILLED)
def test_boxes_know_their_options_and_kind(form: str) -> None:
    """One box per printed option, by id; a choice is not a tick."""
    groups = tree(RENDERER.form(form)).xpath("//*[@data-kind]")
    shown = {
        group.get("data-fill"): (group.get("data-kind"), group.xpath(".//@data-option")) for group in groups
    }
    for field in FORMS[form].fields():
        if field.kind in {FieldKind.CHOICE, FieldKind.TICK}:
            assert shown[field.id] == (field.kind.value, [option.id for option in field.options])


def test_without_a_script_the_sheet_has_no_control_and_the_tool_is_hidden() -> None:
    """What the page shows then is where the form goes, with every printed time."""
    for form in FILLED:
        assert tree(RENDERER.form(form)).xpath("//input | //textarea | //select | //button") == []
        for markup in (RENDERER.filling(form), RENDERER.sending(form)):
            for control in tree(markup).xpath("//input | //textarea | //select | //button"):
                assert control.xpath("ancestor::*[@hidden]")


def test_every_activity_brings_the_indicators_of_lampiran_8() -> None:
    """As printed and in printed order, with who collects, how often and from what; none are made up."""
    edition = menu()
    assert edition.indicators is not None
    known = {one["id"]: one for one in data("lampiran-9")["activities"]}
    assert list(known) == [activity.id for activity in edition.activities]
    used = []
    for activity in edition.activities:
        package = edition.package_of(activity.id)
        wanted = [
            row
            for row in edition.indicators.indicators
            if activity.id == row.activity or package.id == row.package
        ]
        shown = known[activity.id]
        assert [row["name"] for row in shown["rows"]] == [row.name for row in wanted]
        for row, entry in zip(wanted, shown["rows"], strict=True):
            for value in (row.collector, row.frequency, *row.source):
                assert value is None or value in entry["about"]
            if row.collector is None:
                assert "Pengumpul: Tidak disebut" in entry["about"]
        assert ("none" in shown) == (not wanted)
        assert shown["package"] == package.number
        used += [row.name for row in wanted]
    assert {row.name for row in edition.indicators.indicators} == set(used)
    assert known["regulasi-strategi-daerah"]["none"].endswith("Lihat catatan A30.")
    assert "A28" in known["sepakat"]["none"]
    keys = [row["key"] for one in known.values() for row in one["rows"]]
    assert keys[:2] == ["2017/kepemimpinan-camat/1", "2017/kepemimpinan-camat/2"]


def test_only_what_counts_may_be_added_up() -> None:
    """Indicators that begin with 'Jumlah'; a share never."""
    known = data("lampiran-11")["indicators"].values()
    assert all(one["name"].startswith("Jumlah ") == ("count" in one) for one in known)
    assert not any("count" in one for one in known if one["name"].startswith("Persentase"))
    assert sum("count" in one for one in known) > 20


def test_a_report_knows_what_visits_say_and_no_more_words_than_it_needs() -> None:
    """Both forms of visits, by what their fields mean; quarters of both half years."""
    page = data("lampiran-11")
    assert sorted(page["visits"]) == ["lampiran-10", "lampiran-9"]
    nine, ten = page["visits"]["lampiran-9"], page["visits"]["lampiran-10"]
    assert nine["places"]["achieved"] == "hasil-pemantauan/pencapaian"
    assert ten["places"]["unit"] == "hasil-pemantauan/orang-yang-diwawancarai__unit-kerja"
    assert ten["labels"]["observed"] == "Hasil Pengamatan"
    assert nine["years"] == {"fy-2016": 2016, "fy-2017": 2017, "fy-2018": 2018}
    assert page["years"] == {"fy-2017": 2017, "fy-2018": 2018}
    assert [(half["label"], half["quarters"]) for half in page["halves"]] == [
        ("Januari sampai Juni", ["t1", "t2"]),
        ("Juli sampai Desember", ["t3", "t4"]),
    ]
    assert "total" in data("lampiran-11", "words")
    assert "total" not in data("lampiran-9", "words")
    assert "visits" not in data("lampiran-9")


def test_each_meaning_stands_in_a_form_once() -> None:
    """A field's meaning is found again; only the report gathers."""
    for form in FORMS.values():
        marks = [field.visit for field in form.fields() if field.visit]
        for field in form.fields():
            for column in field.columns:
                marks += [mark for mark in (column.visit, *(part.visit for part in column.parts)) if mark]
        assert len(marks) == len(set(marks)) == len(places(form))
    assert [form for form in FILLED if gathers(FORMS[form])] == ["lampiran-11"]
    assert VisitValue.PACKAGE in places(FORMS["lampiran-10"])


def test_a_package_has_the_number_that_the_form_prints() -> None:
    """That of the form's list; the menu's own where the form does not list it."""
    edition = menu()
    assert [number_on(FORMS["lampiran-9"], one) for one in edition.packages] == [str(n) for n in range(1, 10)]
    assert number_on(FORMS["lampiran-11"], edition.packages[2]) == "3"


def test_the_quarterly_form_goes_to_the_province_within_a_week() -> None:
    """And the province reports on; days are counted where the text gives one number of them."""
    shown = tree(RENDERER.sending("lampiran-9"))
    rows = {row.get("data-for"): row for row in shown.xpath("//*[@data-for]")}
    assert list(rows) == ["kabupaten", "provinsi"]
    assert "Kepada Tim Teknis Provinsi" in words_of(rows["kabupaten"])
    assert "dalam waktu satu minggu setelah kunjungan lapangan" in words_of(rows["kabupaten"])
    assert rows["kabupaten"].xpath(".//@data-days") == ["7"]
    assert "dalam waktu satu sampai dua minggu" in words_of(rows["provinsi"])
    assert rows["provinsi"].xpath(".//@data-days") == []
    assert words.NO_ADDRESS in words_of(rows["kabupaten"])
    assert words.NOT_SENT in words_of(shown)


def test_nobody_is_named_who_gets_the_joint_form() -> None:
    """The text does not say, and so does the page."""
    shown = tree(RENDERER.sending("lampiran-10"))
    assert shown.xpath("//*[@data-for]") == []
    assert "Naskah tidak menyebut siapa yang menerima Lampiran 10." in words_of(shown)


def test_the_report_shows_both_printed_deadlines_and_counts_only_to_a_day() -> None:
    """Table and text side by side with A12; the repeated August of A13 is shown and not counted."""
    shown = tree(RENDERER.sending("lampiran-11"))
    rows = {row.get("data-for"): row for row in shown.xpath("//*[@data-for]")}
    assert list(rows) == ["kabupaten", "provinsi", "nasional"]
    text = words_of(rows["kabupaten"])
    for printed in ("15 Juli Kabupaten", "akhir Juli", "15 Jan Kabupaten", "akhir Januari"):
        assert printed in text
    assert rows["kabupaten"].xpath(".//@data-until") == ["0 7 15", "1 1 15"]
    assert len(rows["kabupaten"].xpath(".//a[contains(@href, '#a12')]")) == 2
    national = rows["nasional"]
    assert national.xpath(".//@data-until") == ["0 8 15"]
    assert words_of(national).count("15 Agu Tim Teknis Nasional") == 2
    assert words.UNCOUNTED in words_of(national)
    assert len(national.xpath(".//a[contains(@href, '#a13')]")) == 1
    assert "Komite Pengarah Nasional" in words_of(national)


@pytest.mark.parametrize("text", STRINGS)
def test_hostile_words_stay_words(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """In the sheet with its marks, in the tool's data, and where the form goes."""
    form = hostile_form(text)
    hostile = Renderer(REAL)
    monkeypatch.setattr(Context, "form", lambda _, __: form)
    for markup in (hostile.filling("formulir"), hostile.sending("formulir"), hostile.form("formulir")):
        shown = tree(markup)
        assert (
            shown.xpath("//img | //*[@onclick or @onerror] | //script[not(@type='application/json')]") == []
        )
        for script in shown.xpath("//script"):
            json.loads(script.text)
