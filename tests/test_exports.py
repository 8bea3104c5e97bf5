"""The API files and the schemas."""

from __future__ import annotations

import json

import jsonschema
import pytest
import yaml

from macros.exports import exports
from macros.exports.schema import files
from tests.paths import ROOT
from tests.sample import real

PROGRAMME = real()
FILES = {item.path: json.loads(item.content) for item in exports(PROGRAMME) if item.path.endswith(".json")}
MENU = FILES["api/v1/editions/2017.json"]
ACTIVITIES = {a["number"]: a for package in MENU["packages"] for a in package["activities"]}


def test_the_list_of_editions_names_the_current_one() -> None:
    """2017 is the current edition, as printed, with nine packages and nineteen activities."""
    listing = FILES["api/v1/editions.json"]
    assert listing["current"] == "2017"
    line = next(edition for edition in listing["editions"] if edition["id"] == "2017")
    assert (line["status"], line["draft"]) == ("printed", False)
    assert (line["packages"], line["activities"]) == (9, 19)


def test_an_activity_carries_what_the_contract_names() -> None:
    """Activity 1.1, as Lampiran I prints it."""
    found = ACTIVITIES["1.1"]
    assert found["id"] == "kepemimpinan-camat"
    assert found["name"] == "Pelatihan Kepemimpinan dan Manajemen bagi Camat dan Sekretaris Camat"
    assert found["availability"]["month"] == "2017-04"
    assert found["target_units"]["kinds"] == ["kecamatan"]
    assert [companion["activity"] for companion in found["implement_with"]] == [
        ACTIVITIES["1.2"]["id"],
        ACTIVITIES["1.3"]["id"],
    ]
    assert found["role"] == "not_stated"
    assert found["outcomes"] == ["hasil-1"]
    assert found["outputs"] == ["keluaran-1-1", "keluaran-1-4"]
    assert isinstance(found["aliases"], list)


def test_the_menu_is_that_of_lampiran_i() -> None:
    """Nineteen numbers, sixteen of them dated, as printed."""
    months = {number: a["availability"]["month"] for number, a in ACTIVITIES.items()}
    assert months == {
        "1.1": "2017-04",
        "1.2": "2017-02",
        "1.3": "2017-05",
        "2.1": "2017-01",
        "2.2": "2017-01",
        "2.3": None,
        "3.1": "2017-02",
        "3.2": "2017-05",
        "4.1": "2017-03",
        "4.2": "2017-04",
        "4.3": "2017-06",
        "5.1": "2017-01",
        "5.2": "2017-06",
        "5.3": "2017-06",
        "6.1": "2017-02",
        "7.1": "2017-02",
        "7.2": "2016-01",
        "8.1": None,
        "9.1": None,
    }
    assert ACTIVITIES["3.2"]["availability"]["stage"] == "prototype"


def test_classes_are_those_of_3_2_3_and_3_2_4() -> None:
    """Nine core, three flexible, seven not stated; seven in the minimal set."""
    roles: dict[str, list[str]] = {}
    for number, a in ACTIVITIES.items():
        roles.setdefault(a["role"], []).append(number)
    assert roles == {
        "core": ["2.1", "2.2", "4.1", "4.2", "4.3", "5.1", "5.2", "5.3", "6.1"],
        "flexible": ["2.3", "8.1", "9.1"],
        "not_stated": ["1.1", "1.2", "1.3", "3.1", "3.2", "7.1", "7.2"],
    }
    assert [n for n, a in ACTIVITIES.items() if a["minimal_set"]] == [
        "2.1",
        "2.2",
        "4.1",
        "5.1",
        "5.2",
        "5.3",
        "6.1",
    ]


def test_what_must_go_together_is_that_of_lampiran_i() -> None:
    """Each activity's companions, by number; a package keeps its own."""
    packages = {package["id"]: package["number"] for package in MENU["packages"]}
    by_id = {a["id"]: number for number, a in ACTIVITIES.items()}
    companions = {
        number: [by_id.get(c["activity"]) or packages[c["package"]] for c in a["implement_with"]]
        for number, a in ACTIVITIES.items()
    }
    assert companions == {
        "1.1": ["1.2", "1.3"],
        "1.2": ["1.1", "1.3"],
        "1.3": ["1.1"],
        "2.1": ["1", "7"],
        "2.2": ["1", "7"],
        "2.3": [],
        "3.1": ["3.2", "7"],
        "3.2": ["3.1"],
        "4.1": ["3.2", "7"],
        "4.2": ["7"],
        "4.3": ["7"],
        "5.1": ["5.2"],
        "5.2": ["3.1", "3.2", "5.3"],
        "5.3": ["3.1", "3.2"],
        "6.1": ["4"],
        "7.1": ["1", "4"],
        "7.2": ["1", "7.1"],
        "8.1": [],
        "9.1": [],
    }


def test_activities_of_tabel_5_alone_are_recorded_apart() -> None:
    """3.3 and 6.2 are listed as printed there, not offered."""
    assert [(listed["number"], listed["where"]) for listed in MENU["listed_elsewhere"]] == [
        ("3.3", "Tabel 5"),
        ("6.2", "Tabel 5"),
    ]


@pytest.mark.parametrize(("name", "content"), list(files()), ids=[name for name, _ in files()])
def test_the_schema_in_the_data_folder_is_fresh(name: str, content: bytes) -> None:
    """`python -m macros schema` renews it."""
    assert (ROOT / "menu_data/schema" / name).read_bytes() == content


@pytest.mark.parametrize(
    ("schema", "pattern"),
    [
        ("catalogue", "catalogue.yml"),
        ("edition", "editions/*/edition.yml"),
        ("package", "editions/*/packages/*.yml"),
        ("screening", "editions/*/screening.yml"),
        ("indicators", "editions/*/indicators.yml"),
        ("discrepancies", "guideline/discrepancies.yml"),
    ],
)
def test_the_schema_accepts_the_data_and_the_data_points_at_it(schema: str, pattern: str) -> None:
    """An editor that validates by schema agrees with the loader; each file names its schema."""
    rule = json.loads((ROOT / f"menu_data/schema/{schema}.schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(rule)
    paths = sorted((ROOT / "menu_data").glob(pattern))
    assert paths
    for path in paths:
        jsonschema.validate(yaml.safe_load(path.read_text()), rule)
        first = path.read_text().splitlines()[0]
        named = first.removeprefix("# yaml-language-server: $schema=")
        assert (path.parent / named).resolve() == ROOT / f"menu_data/schema/{schema}.schema.json"


def test_every_field_of_the_schema_has_an_indonesian_title_and_description() -> None:
    """Editors read them on hover."""
    for name, content in files():
        schema = json.loads(content)
        for definition in (schema, *schema.get("$defs", {}).values()):
            for key, field in definition.get("properties", {}).items():
                assert field.get("title"), f"{name} {key}"
                assert field.get("description"), f"{name} {key}"
