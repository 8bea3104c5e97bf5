"""What the page of the plan gives its script: the menu's own facts, the form's own labels, and only words."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from lxml import html

from macros.facts.companions import Relations
from macros.model.guideline.guideline import Guideline
from macros.render import Renderer
from macros.wording import plan as words
from tests.factories import activity, edition, package, programme
from tests.paths import ROOT
from tests.sample import real
from tests.test_render import HOSTILE

REAL = real()
FORMS = {form.id: form for form in REAL.guideline.forms}


def given(page: str) -> dict[str, Any]:
    """The data on a page for the script."""
    (found,) = html.fromstring(page).xpath("//script[@type='application/json'][@data-plan]/text()")
    return dict(json.loads(found))


def test_the_script_gets_the_companions_and_months_of_the_current_menu() -> None:
    """Printed companions and the chain come from the relations, in printed order; the rest from the menu."""
    current = REAL.current
    assert current is not None
    relations = Relations(current)
    menu = given(Renderer(REAL).plan())["menu"]
    assert (menu["edition"], menu["year"]) == ("2017", 2017)
    assert [one["id"] for one in menu["activities"]] == [one.id for one in current.activities]
    for one, found in zip(current.activities, menu["activities"], strict=True):
        assert found["partners"] == [need.activity.id for need in relations.required(one)]
        assert found["through"] == [other.id for other in relations.through(one)]
        assert (found["number"], found["name"], found["month"]) == (
            one.number,
            one.name,
            one.availability.month,
        )
    numbers = {one["id"]: one["number"] for one in menu["activities"]}
    assert [numbers[one] for one in menu["activities"][0]["partners"]] == ["1.2", "1.3"]


def test_every_value_of_a_row_has_a_column_in_the_district_form() -> None:
    """What is asked for on the page is on the form, and what the form holds is asked for or computed."""
    found = given(Renderer(REAL).plan())
    columns = {column["key"] for column in found["district"]["columns"]}
    assert columns == {key.value for key in words.FIELDS} | {"activity", "people", "total"}
    assert set(found["district"]["fields"]) == {"year", "province", "district"}
    assert [column["key"] for column in found["province"]["columns"]] == [
        "name",
        "activities",
        "people",
        "own",
        "request",
        "total",
    ]
    labels = {column.label for field in FORMS["lampiran-6"].fields() for column in field.columns}
    assert {column["label"] for column in found["district"]["columns"]} <= labels
    assert found["province"]["own"] == "Provinsi"


def test_every_sentence_that_the_script_looks_up_is_there() -> None:
    """Codes of findings, mends and refusals, as the scripts write them."""
    scripts = "".join((ROOT / f"docs/assets/plan/{name}.js").read_text() for name in ("plan", "files"))
    zipped = "".join((ROOT / f"docs/assets/kit/{name}.js").read_text() for name in ("xlsx", "zip"))
    calls = re.findall(r"\badd\(([^\[;]*?)\[", scripts)
    codes = {code for call in calls for code in re.findall(r'"([a-z-]+)"', call)}
    codes |= {
        code for pair in re.findall(r'this\.words(?:\["([a-z-]+)"\]|\.([a-z]+)\b)', scripts) for code in pair
    }
    codes |= set(re.findall(r'(?:this\.change\(.*|this\.tell\()"([a-z-]+)"', scripts))
    codes |= {f"mend-{code}" for code in re.findall(r'case "([a-z-]+)":', scripts)}
    codes |= {f"bad-{code}" for code in re.findall(r'problem: "([a-z]+)"', scripts)}
    codes |= {f"bad-{code}" for code in re.findall(r'ZipError\("([a-z]+)"\)', zipped)}
    codes.discard("")
    assert codes <= words.SCRIPT.keys(), codes - words.SCRIPT.keys()
    assert {"partners", "chain", "early", "twin", "mend-add-chain", "mend-merge", "bad-columns"} <= codes


@pytest.mark.parametrize(
    "text", [*HOSTILE, "</script><script>alert(1)</script>", "<!--<script>", "a{root}\u2028b"]
)
def test_hostile_words_of_the_menu_stay_words(text: str) -> None:
    """A name cannot end the data, and comes out as it is."""
    menu = edition("2030", package("p", "1", activity("a", "1.1", name=text)))
    found = programme(menu, guideline=REAL.guideline.model_copy(update={"locations": None}))
    page = str(Renderer(found).plan())
    tree = html.fromstring(page)
    assert len(tree.xpath("//script")) == 1
    assert given(page)["menu"]["activities"][0]["name"] == text


def test_without_forms_or_a_menu_nothing_is_promised() -> None:
    """A second programme may have neither; its activities have no button."""
    menu = edition("2030", package("p", "1", activity("a", "1.1")))
    assert "data-module" not in Renderer(programme(menu)).plan()
    assert "data-pick" not in Renderer(programme(menu)).menu_page("2030")
    assert "data-pick" in Renderer(REAL).menu_page("2017")
    assert "data-pick" not in Renderer(REAL).menu_page("2018")
    assert "data-module" not in Renderer(programme(guideline=Guideline(forms=tuple(FORMS.values())))).plan()
