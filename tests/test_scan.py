"""The scan's sheet and data: every printed question, a key that stays, and nothing that text could break."""

from __future__ import annotations

import json
from typing import Any

import pytest
from lxml import html

from macros.facts.companions import Relations
from macros.facts.screening import Questionnaire, condition
from macros.model.edition import Answer, Edition, Question, Screening
from macros.model.programme import Programme
from macros.render import Renderer
from macros.render.island import island
from macros.wording import scan as words
from tests.factories import activity, edition, package, programme
from tests.hostile import STRINGS
from tests.paths import ROOT
from tests.sample import real
from tests.test_render import to_html


def menu() -> Edition:
    """The edition to scan with."""
    found = real().current
    assert found is not None
    return found


def page(whole: Programme | None = None) -> html.HtmlElement:
    """The scan as it stands in a page."""
    return html.fromstring(f"<main>{to_html(str(Renderer(whole or real()).scan()))}</main>")


def data(tree: html.HtmlElement, name: str) -> Any:
    """The JSON that the page gives to its script."""
    (found,) = tree.xpath(f'//script[@type="application/json"][@data-{name}]')
    return json.loads(found.text)


def ask(text: str, respondent: str = "Camat", **fields: Any) -> Question:
    """A question about the first activity."""
    return Question.model_validate(
        {"activity": "satu", "respondent": respondent, "text": text, "shows_need": "no", **fields}
    )


def small(*questions: Question) -> Edition:
    """An edition with these questions."""
    first = activity("satu", "1.1", month="2030-04", needs=("dua",))
    made = edition("2030", package("paket-satu", "1", first, activity("dua", "1.2", month="2030-05")))
    screening = Screening.model_validate(
        {"rule": "Aturan.", "source": {"section": "Lampiran 4", "page": 59}, "questions": questions}
    )
    return made.model_copy(update={"screening": screening})


def test_every_printed_question_is_on_the_sheet_once_in_its_words_and_under_its_respondents() -> None:
    """In printed order, with the respondents of its row."""
    screening = menu().screening
    assert screening is not None
    tree = page()
    shown = [
        (block.xpath('string(p[contains(@class, "whom")])'), item.xpath("string(.//*[@data-text])"))
        for block in tree.xpath("//*[@data-ask]")
        for item in block.xpath(".//*[@data-key]")
    ]
    assert shown == [(f"{words.ASKED} {one.respondent}", one.text) for one in screening.questions]
    assert len(shown) == 51


def test_the_sheet_keeps_the_note_of_the_source_and_what_the_site_adds_apart() -> None:
    """Under 'Catatan' stands what the source notes; marks and exceptions are this site's."""
    note, added = (one.text_content() for one in page().xpath("//p[contains(@class, 'rule')]"))
    assert note.startswith("Catatan: Daftar sederhana ini membantu Tim Teknis Kabupaten mengkaji")
    assert '"ya"' not in note
    assert "*" not in note
    assert added.startswith("Penjelasan situs ini: Beberapa pertanyaan menyatakan kebutuhan dengan jawaban")
    assert words.NEEDS in added


def test_options_that_are_printed_stand_under_their_question() -> None:
    """To be ticked on paper; the script copies them."""
    (found,) = page().xpath('//li[@data-key="pencatatan-sipil/2.1"]//*[@data-options]')
    assert [one.text_content() for one in found] == [
        "Rujukan ke Kecamatan",
        "Rujukan ke Puskesmas",
        "Rujukan ke sekolah",
        "Rujukan ke desa",
    ]


def test_a_row_of_two_packages_names_both_and_recommends_for_both() -> None:
    """C8: the questions are not divided; who is asked is said before them."""
    (row,) = page().xpath('//*[@data-ask="paket-inovasi"]')
    text = " ".join(row.text_content().split())
    assert text.index("Paket 8") < text.index("Paket 9")
    assert words.UNDIVIDED in text
    assert any(link.endswith("#c8") for link in row.xpath(".//a/@href"))
    said = " ".join(page().text_content().split())
    assert "Camat, Sekretaris Kecamatan, Staf Kecamatan, Fasilitator Masyarakat" in said
    assert "dan Disdukcapil." in said


def test_the_answer_that_shows_a_need_is_marked_also_where_it_is_yes() -> None:
    """A27: most rows read 'tidak', some 'ya', open questions neither."""
    marked = {item.get("data-key"): item.text_content() for item in page().xpath("//li[@data-key]")}
    assert "Tidak*" in marked["kepemimpinan-camat/1"]
    assert "Ya*" in marked["regulasi-strategi-daerah/1"]
    assert "*" not in marked["kepemimpinan-camat/1.1"]
    links = page().xpath('//*[@data-ask="sepakat"]//a/@href')
    assert any(link.endswith("ketidaksepakatan/#a27") for link in links)


def test_the_sheet_has_the_printed_head_and_room_to_write() -> None:
    """Tanggal, Kecamatan, Kabupaten, Pewawancara; a line for every answer, and a recommendation per row."""
    tree = page()
    assert tree.xpath("//dl[@class='sheet-top']//dt/text()") == [
        "Tanggal",
        "Kecamatan",
        "Kabupaten",
        "Pewawancara",
    ]
    assert all(item.xpath('.//*[@class="line"]') for item in tree.xpath("//li[@data-key]"))
    assert len(tree.xpath("//p[@class='advice']")) == len(tree.xpath("//*[@data-ask]")) == 18


def test_keys_say_where_a_question_stands() -> None:
    """The row's id and the place in it; a follow-up under its question, also in a row with more of them."""
    keys = [item.key for item in Questionnaire(menu()).items]
    assert keys[:3] == ["kepemimpinan-camat/1", "kepemimpinan-camat/1.1", "kepemimpinan-camat/1.2"]
    assert [key for key in keys if key.startswith("pencatatan-sipil")] == [
        "pencatatan-sipil/1",
        "pencatatan-sipil/1.1",
        "pencatatan-sipil/2",
        "pencatatan-sipil/2.1",
    ]
    assert len(set(keys)) == len(keys)


def test_a_key_does_not_depend_on_words() -> None:
    """An erratum that mends a spelling keeps every key; the digest tells that something changed."""
    before, after = (Questionnaire(small(ask(text))) for text in ("Apakah ada?", "Adakah?"))
    assert [item.key for item in before.items] == [item.key for item in after.items] == ["satu/1"]
    assert before.digest() != after.digest()
    assert before.digest() == Questionnaire(small(ask("Apakah ada?"))).digest()


@pytest.mark.parametrize(
    ("text", "note", "expected"),
    [
        ("Siapa?", 'Tercetak di bawah "Jika ya".', Answer.YES),
        ("Jika tidak, apa?", None, Answer.NO),
        ("Jika ya, apa?", "Pilihan tercetak: Desa.", Answer.YES),
        ("Dukungan apa?", 'Tercetak sejajar dengan "Jika ya".', None),
        ("Jika jawaban atas salah satu pertanyaan ini adalah 'ya', mohon informasi.", None, None),
        ("Siapa?", None, None),
    ],
)
def test_a_follow_up_has_the_condition_that_is_printed(
    text: str, note: str | None, expected: Answer | None
) -> None:
    """Where none is printed, the question is always asked."""
    assert condition(ask(text, note=note, follow_up=True)) == expected


def test_respondents_printed_together_are_asked_each_and_spellings_are_one() -> None:
    """``Camat dan Sekretaris`` asks both; ``Staf Unit`` and ``Staf unit`` are the same."""
    found = Questionnaire(small(ask("A?", "Camat dan Sekretaris; Staf Unit"), ask("B?", "Staf unit")))
    assert found.kinds == ("Camat", "Sekretaris", "Staf Unit")
    assert found.asked(found.items[1]) == ("Staf Unit",)


def test_the_script_gets_every_question_with_its_rule_and_respondents() -> None:
    """The page's data against the file of the edition."""
    screening = menu().screening
    assert screening is not None
    found = data(page(), "page")
    assert [one["need"] for one in found["questions"]] == [one.shows_need for one in screening.questions]
    kinds = found["kinds"]
    assert kinds[:3] == ["Camat", "Sekretaris Kecamatan", "Staf Kecamatan"]
    by_key = {one["key"]: [kinds[index] for index in one["kinds"]] for one in found["questions"]}
    assert by_key["penguatan-bpd/1"] == ["Kepala Desa", "Sekretaris Desa", "BPD"]
    assert by_key["pencatatan-sipil/1"] == ["Disdukcapil", "Camat", "Sekretaris Kecamatan"]
    rows = {row["id"]: row["activities"] for row in found["rows"]}
    assert rows["sepakat"] == ["sepakat"]
    assert rows["paket-inovasi"] == ["inovasi-layanan", "regulasi-nasional"]
    assert set(by_key) == {item.get("data-key") for item in page().xpath("//li[@data-key]")}


def test_the_script_gets_companions_chain_and_months_as_python_works_them_out() -> None:
    """It computes no relation of its own."""
    found = data(page(), "page")["activities"]
    relations = Relations(menu())
    assert list(found) == [one.id for one in menu().activities]
    for one in menu().activities:
        assert found[one.id]["partners"] == [need.activity.id for need in relations.required(one)]
        assert found[one.id]["through"] == [other.id for other in relations.through(one)]
        assert found[one.id]["month"] == one.availability.month
    one_of = found["pembelajaran-jarak-jauh"]
    said = {key: one_of[key].replace("\u00a0", " ") for key in ("whole", "chain")}
    assert said == {
        "whole": "Bersama pasangannya lengkap mulai Mei 2017, saat kegiatan terakhir (1.3) tersedia.",
        "chain": "Seluruhnya lengkap mulai Juni 2017, saat kegiatan terakhir (4.3) tersedia.",
    }
    assert found["kepemimpinan-camat"]["chain"] == ""


def test_every_activity_stands_on_the_page_once_for_the_script_to_copy() -> None:
    """With its link and its availability."""
    tree = page()
    names = [one.xpath("string(a)") for one in tree.xpath("//template[@data-activity]")]
    assert names == [f"{one.number} {one.name}" for one in menu().activities]


@pytest.mark.parametrize("text", STRINGS)
def test_hostile_text_is_read_as_it_was_written(text: str) -> None:
    """On the sheet and in the data; nothing ends the script, and no blank of the page is filled."""
    shown = " ".join(text.split())
    made = small(ask(shown, shown.replace(";", ",").replace(" dan ", " ")))
    tree = page(programme(made))
    assert " ".join(tree.xpath("string(//*[@data-text])").split()) == shown
    assert len(tree.xpath("//script")) == 2
    assert data(tree, "page")["kinds"] == [shown.replace(";", ",").replace(" dan ", " ").strip()]


def test_an_island_cannot_be_left() -> None:
    """What could end the script or be taken for a blank is escaped in JSON's way, and comes back."""
    value = {"a": ["</script><!--{root}&amp;", "\u2028", '"\\"', {"{b}": None}], "n": [1, True]}
    text = str(island(value))
    assert not set("<>&\u2028") & set(text)
    assert "{root}" not in text
    assert json.loads(text) == value


@pytest.mark.parametrize(("value", "error"), [({1, 2}, TypeError), (float("nan"), ValueError)])
def test_an_island_holds_plain_data_only(value: object, error: type[Exception]) -> None:
    """Anything else is a mistake of the caller."""
    with pytest.raises(error):
        island(value)


def test_without_questions_there_are_words() -> None:
    """A menu without Lampiran 4, and no approved menu at all."""
    bare = edition("2030", package("paket-satu", "1", activity("satu", "1.1")))
    assert page(programme(bare)).text_content().strip() == "Menu\u00a02030 tidak memuat daftar pertanyaan."
    draft = edition("2030", package("paket-satu", "1", activity("satu", "1.1")), status="draft")
    assert "Belum ada menu terkini" in page(programme(draft)).text_content()


def test_every_word_for_the_script_is_used_by_it() -> None:
    """A sentence that nothing shows would be forgotten when the programme changes."""
    scripts = "".join(path.read_text() for path in (ROOT / "docs/assets/scan").glob("*.js"))
    unused = [name for name in words.WORDS if f"words.{name}" not in scripts and f'"{name}"' not in scripts]
    assert unused == []
