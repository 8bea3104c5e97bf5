"""May we take part: every place and criterion as printed, three answers each, and no verdict."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import pytest
from lxml import html

from macros.model.guideline.guideline import Guideline
from macros.model.programme import Programme
from macros.model.settings import PlaceName
from macros.render import Renderer
from tests.factories import edition, programme
from tests.sample import real
from tests.test_render import HOSTILE, PLACEHOLDER, skeleton, to_html


def guideline() -> Guideline:
    """This project's guideline."""
    return real().guideline


@cache
def page() -> str:
    """What the macro prints."""
    return to_html(str(Renderer(real()).taking_part()))


def tree(markup: str | None = None) -> Any:
    """Its elements."""
    return html.fromstring(f"<div>{markup or page()}</div>")


def island(name: str, markup: str | None = None) -> Any:
    """What the script is given."""
    return json.loads(tree(markup).xpath(f"string(//script[@data-{name}])"))


def test_every_place_is_given_as_printed() -> None:
    """Five provinces, sixteen regencies, twenty-four districts, with their numbers and notes."""
    assert guideline().locations is not None
    listed = island("listed")
    assert listed["year"] == 2017
    assert [
        (
            province["name"],
            regency["name"],
            regency["number"],
            [district["name"] for district in regency["districts"]],
            regency["note"],
        )
        for province in listed["provinces"]
        for regency in province["regencies"]
    ] == [
        (province.name, regency.name, regency.number, [d.name for d in regency.districts], regency.note or "")
        for province in guideline().locations.provinces  # type: ignore[union-attr]
        for regency in province.regencies
    ]
    assert sum(len(r["districts"]) for p in listed["provinces"] for r in p["regencies"]) == 24
    sizes = {r["name"]: r["size"] for p in listed["provinces"] for r in p["regencies"]}
    assert (sizes["Lombok Timur"], sizes["Bireuen"]) == ("2\u00a0kecamatan", "1\u00a0kecamatan")


def test_a_criterion_has_three_answers_and_none_is_given_beforehand() -> None:
    """Not known is chosen; where it is printed stands beside it, and what to do in either other case."""
    assert guideline().criteria is not None
    fields = tree().xpath("//fieldset[@data-criterion]")
    criteria = guideline().criteria.criteria  # type: ignore[union-attr]
    assert [field.get("data-criterion") for field in fields] == [one.id for one in criteria]
    for field, criterion in zip(fields, criteria, strict=True):
        answers = [(i.get("name"), i.get("value"), i.get("checked")) for i in field.xpath(".//input")]
        assert [value for _, value, _ in answers] == ["met", "unmet", "unknown"]
        assert [checked is not None for *_, checked in answers] == [False, False, True]
        assert {name for name, *_ in answers} == {criterion.id}
        text = " ".join(field.text_content().replace("\u00a0", " ").split())
        assert criterion.text in text
        assert "Tercetak di Lampiran 3 (halaman 58)" in text
        for note in criterion.discrepancies:
            assert f"Catatan {note}" in text
        lines = [line.get("data-next") for line in field.xpath(".//*[@data-next]")]
        assert lines == ["unknown", "unmet"]
        assert all(line.xpath(".//*[@data-step]") for line in field.xpath(".//*[@data-next]"))


def test_every_criterion_has_guidance_with_its_ground() -> None:
    """A criterion added to Lampiran 3 needs a way on."""
    held = guideline()
    assert held.participation is not None
    assert held.criteria is not None
    assert [one.criterion for one in held.participation.guidance] == [
        one.id for one in held.criteria.criteria
    ]
    assert held.locations is not None
    assert str(held.participation.year) in held.locations.title


def test_it_says_whom_to_write_to_as_printed() -> None:
    """The address on the cover, and that the Sekretariat has none of its own."""
    text = " ".join(tree().text_content().replace("\u00a0", " ").split())
    assert "Jalan Taman Suropati No.2 Jakarta 10310" in text
    assert "021 3193 6207" in text
    assert "Naskah tidak mencetak alamat Sekretariat tersendiri." in text
    assert "Bappeda di kabupaten dan provinsi bertanggung jawab mengoordinasikan" in text


def test_nothing_says_that_a_district_fails() -> None:
    """Neither the page nor what the script may say."""
    said = page().lower() + json.dumps(island("words")).lower()
    assert "tidak memenuhi" not in said
    assert "gagal" not in said
    assert "ditolak" not in said


def test_without_the_printed_lists_there_is_nothing_to_ask() -> None:
    """A programme without them."""
    assert "Belum ada isi untuk tabel ini." in Renderer(programme(edition("1"))).taking_part()


def hostile(text: str) -> Programme:
    """This project with ``text`` in its places, criteria, guidance and address."""
    held = guideline()
    assert held.locations is not None
    assert held.criteria is not None
    assert held.participation is not None
    assert held.bodies is not None
    province = held.locations.provinces[0]
    regency = province.regencies[0]
    district = regency.districts[0].model_copy(update={"name": text})
    also = (PlaceName(name=text),)
    regency = regency.model_copy(
        update={"name": text, "note": text, "districts": (district,), "also": also, "namesakes": (text,)}
    )
    province = province.model_copy(update={"name": text, "regencies": (regency,)})
    criterion = held.criteria.criteria[0].model_copy(update={"text": text, "note": text})
    guidance = held.participation.guidance[0].model_copy(update={"unknown": text, "unmet": text})
    said = held.participation.limit.model_copy(update={"text": text})
    contact = held.bodies.contacts[0].model_copy(update={"name": text, "address": text, "phone": text})
    changed = held.model_copy(
        update={
            "locations": held.locations.model_copy(update={"provinces": (province,)}),
            "criteria": held.criteria.model_copy(update={"criteria": (criterion,), "title": text}),
            "participation": held.participation.model_copy(
                update={
                    "guidance": (guidance,),
                    "contact_note": text,
                    "outside": (said,),
                    "askers": (said,),
                    "limit": said,
                }
            ),
            "bodies": held.bodies.model_copy(update={"contacts": (contact,)}),
        }
    )
    return real().model_copy(update={"guideline": changed})


@pytest.mark.parametrize("text", [*HOSTILE, "</script><script>window.PWN=1</script>", "]]>", "--><!--"])
def test_hostile_text_adds_no_element_and_no_attribute(text: str) -> None:
    """Not in the page, and not out of what the script is given."""
    found = to_html(str(Renderer(hostile(text)).taking_part()))
    assert skeleton(found) == skeleton(to_html(str(Renderer(hostile(PLACEHOLDER)).taking_part())))
    assert text in tree(found).xpath("string(//fieldset[@data-criterion])")
    assert text in [option.text for option in tree(found).xpath("//select[@name='province']/option")]
    (province,) = island("listed", found)["provinces"]
    assert province["name"] == province["regencies"][0]["name"] == text
    assert [one["name"] for one in province["regencies"][0]["districts"]] == [text]
