"""The description of the API: every file has a path in it, and is as its schema says."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any
from urllib.parse import urljoin

import jsonschema
import pytest
from hypothesis import given, settings

from macros.changelog import ChangeLogs
from macros.exports import exports
from macros.exports.openapi import document
from macros.model.programme import Programme
from tests.changes.strategies import programmes
from tests.factories import activity, edition, package, programme
from tests.sample import programme_of, real, two_years

Data = dict[str, Any]
PARAMETER = re.compile(r"\{(\w+)\}")


def files(found: Programme) -> dict[str, bytes]:
    """Every file by its address below the site's root."""
    return {f"/{item.path}": item.content for item in exports(found)}


def operation_of(described: Data, address: str) -> Data:
    """What the description says of the one path that an address belongs to."""
    found = [held["get"] for path, held in described["paths"].items() if re.fullmatch(pattern(path), address)]
    assert len(found) == 1, address
    return dict(found[0])


def pattern(path: str) -> str:
    """The addresses of a path; a parameter holds no slash."""
    return "[^/]+".join(map(re.escape, re.split(r"\{\w+\}", path)))


def schema_of(operation: Data) -> str:
    """The component that describes the content of a file."""
    ((_, held),) = operation["responses"]["200"]["content"].items()
    return str(held["schema"]["$ref"])


def check(found: Programme) -> None:
    """Every file of a programme has one path, is as its schema says, and every listed value has a file."""
    written = files(found)
    described: Data = json.loads(written["/api/v1/openapi.json"])
    validators = cache(lambda reference: jsonschema.Draft202012Validator({**described, "$ref": reference}))
    for address, content in written.items():
        operation = operation_of(described, address)
        reference = schema_of(operation)
        if address.endswith(".json"):
            assert "application/json" in operation["responses"]["200"]["content"]
            validators(reference).validate(json.loads(content))
        elif address.endswith(".ics"):
            assert "text/calendar" in operation["responses"]["200"]["content"]
        elif address.endswith(".xlsx"):
            assert (
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                in (operation["responses"]["200"]["content"])
            )
        else:
            assert "application/atom+xml" in operation["responses"]["200"]["content"]
    listed = {
        PARAMETER.sub(value, path)
        for path, held in described["paths"].items()
        for parameter in held["get"].get("parameters", [])
        for value in parameter["schema"].get("enum", [])
    } | {path for path in described["paths"] if not PARAMETER.search(path)}
    assert listed == set(written)


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Programme:
    """The tiny programme and its next year."""
    return programme_of(two_years(tmp_path_factory.mktemp("tiny")))


def test_every_file_is_described(tiny: Programme) -> None:
    """Of the tiny programme and its next year, and of this project."""
    check(tiny)
    check(real())


@settings(max_examples=40)
@given(programmes(most=2))
def test_every_file_of_any_programme_is_described(found: Programme) -> None:
    """Whatever changes."""
    check(found)


def test_a_programme_of_one_edition_has_no_pair_to_list() -> None:
    """The path stays; its parameter names no value."""
    found = programme(edition("1", package("p", "1", activity("a", "1.1"))))
    pair = document(found, ChangeLogs(found))["paths"]["/api/v1/changes/{pair}.json"]["get"]
    assert pair["parameters"][0]["schema"] == {"type": "string"}
    assert "example" not in pair["parameters"][0]


def test_the_description_is_complete(tiny: Programme) -> None:
    """OpenAPI 3.1: version, title, unique operations with a summary, parameters with an example."""
    found = document(tiny, ChangeLogs(tiny))
    assert found["openapi"] == "3.1.0"
    assert found["info"] == {
        "title": "Data terbuka Kebun Warga",
        "summary": "Daftar Bantuan",
        "description": "Bila berbeda, buku pedoman yang berlaku.",
        "version": "1",
        "contact": {"name": "penyunting kebun"},
    }
    operations = [held["get"] for held in found["paths"].values()]
    assert len({operation["operationId"] for operation in operations}) == len(operations) == 13
    for path, held in found["paths"].items():
        operation = held["get"]
        assert operation["summary"]
        assert operation["description"].endswith(".")
        assert [one["name"] for one in operation.get("parameters", [])] == PARAMETER.findall(path)
        for one in operation.get("parameters", []):
            assert (one["in"], one["required"]) == ("path", True)
            assert one["example"] in one["schema"]["enum"]
    pair = found["paths"]["/api/v1/changes/{pair}.json"]["get"]["parameters"][0]
    assert (pair["schema"]["enum"], pair["example"]) == (["1-2"], "1-2")


def test_the_server_is_the_root_of_the_site(tiny: Programme) -> None:
    """Wherever the site is."""
    ((server),) = document(tiny, ChangeLogs(tiny))["servers"]
    address = "https://contoh.example/menu-kami/api/v1/openapi.json"
    assert urljoin(address, server["url"]) == "https://contoh.example/menu-kami/"


def test_schemas_are_valid_whole_and_indonesian(tiny: Programme) -> None:
    """JSON Schema 2020-12; every reference resolves; every field has a title and a description."""
    found = document(tiny, ChangeLogs(tiny))
    components = found["components"]["schemas"]
    for name, schema in components.items():
        jsonschema.Draft202012Validator.check_schema(schema)
        assert "title" not in schema, name
        for key, held in schema.get("properties", {}).items():
            assert held.get("title"), (name, key)
            assert held.get("description"), (name, key)
    named = set(re.findall(r'"#/components/schemas/(\w+)"', json.dumps(found)))
    assert named == set(components)


def test_every_key_is_always_there(tiny: Programme) -> None:
    """A reader of the API need not ask whether a key exists."""
    for name, schema in document(tiny, ChangeLogs(tiny))["components"]["schemas"].items():
        if "properties" in schema:
            assert set(schema["required"]) == set(schema["properties"]), name
