"""Files of the API, feeds and workbooks, described by OpenAPI 3.1 (section 3.2.5: the menu is online).

Schemas come from the records that the files are made of; paths, ids and examples from the data.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import combinations
from typing import Any

from pydantic.json_schema import models_json_schema

from macros.changelog import ChangeLogs
from macros.exports import calendars, guideline, schema
from macros.exports.activity_shapes import ActivitiesIndex, ActivityFile
from macros.exports.artifact import Artifact
from macros.exports.change_shapes import ChangesFile, ChangesIndex
from macros.exports.edition_shapes import EditionFile, EditionsIndex
from macros.exports.editions import to_json
from macros.facts import urls
from macros.model.programme import Programme
from macros.wording import data as words

JSON = "application/json"
ATOM = "application/atom+xml"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DIALECT = "https://json-schema.org/draft/2020-12/schema"
SHAPES = (
    EditionsIndex,
    EditionFile,
    ChangesIndex,
    ChangesFile,
    ActivitiesIndex,
    ActivityFile,
)


def _listed(name: str) -> dict[str, Any]:
    title, description = words.FILES[name]
    return {"title": title, "description": description, "type": "array", "items": {"type": "object"}}


BY_HAND: dict[str, dict[str, Any]] = {
    "JsonSchema": {"type": "object", "required": ["$schema", "title", "type"]},
    "OpenApi": {"type": "object", "required": ["openapi", "info", "paths", "components"]},
    "ResourcesFile": {
        "type": "object",
        "required": ["resources"],
        "properties": {"resources": _listed("resources")},
    },
    "ReportsFile": {
        "type": "object",
        "required": ["reports"],
        "properties": {"reports": _listed("reports")},
    },
    "GuidelineFile": {"type": "object", "minProperties": 1},
    "Atom": {"type": "string", "contentMediaType": ATOM},
    "ICalendar": {"type": "string", "contentMediaType": calendars.MEDIA_TYPE},
    "Workbook": {"type": "string", "contentMediaType": XLSX},
}
"""Components that no record of ours describes."""


@dataclass(frozen=True, slots=True)
class _Parameter:
    """A part of a path, with all the values that have a file."""

    name: str
    about: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _File:
    """A path, what is said of it, and the component that describes its content."""

    path: str
    words: str
    component: str
    parameter: _Parameter | None = None
    media: str = field(default=JSON)


def export(programme: Programme, logs: ChangeLogs) -> Iterator[Artifact]:
    """``api/v1/openapi.json``."""
    yield Artifact(urls.api("openapi"), to_json(document(programme, logs)))


def document(programme: Programme, logs: ChangeLogs) -> dict[str, Any]:
    """The description; its server is the site's root, seen from the description's own address."""
    info = programme.catalogue.programme
    files = tuple(_files(programme, logs))
    unused = BY_HAND.keys() - {file.component for file in files}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": words.api_title(info),
            "summary": info.menu_name,
            "description": info.prevailing,
            "version": "1",
            "contact": {"name": info.editors},
        },
        "jsonSchemaDialect": DIALECT,
        "servers": [{"url": "../.."}],
        "paths": {f"/{file.path}": {"get": _operation(file)} for file in files},
        "components": {"schemas": {k: v for k, v in _components().items() if k not in unused}},
    }


def _files(programme: Programme, logs: ChangeLogs) -> Iterator[_File]:
    editions = logs.chronicle.editions
    edition = _Parameter("edition", words.EDITION_ID, tuple(one.id for one in editions))
    pairs = tuple(f"{old.id}-{new.id}" for old, new in combinations(editions, 2))
    activities = tuple(sorted({activity.id for _, _, activity in programme.walk()}))
    packages = tuple(sorted({package.id for _, package, _ in programme.walk()}))
    names = tuple(name for name, *_ in schema.FILES)
    yield _File(urls.api("editions"), "editions", "EditionsIndex")
    yield _File(urls.api("editions", "{edition}"), "edition", "EditionFile", edition)
    yield _File(urls.api("changes"), "changes", "ChangesIndex")
    pair = _Parameter("pair", words.PAIR_IDS, pairs)
    yield _File(urls.api("changes", "{pair}"), "pair", "ChangesFile", pair)
    yield _File(urls.api("activities"), "activities", "ActivitiesIndex")
    activity = _Parameter("activity", words.ACTIVITY_ID, activities)
    yield _File(urls.api("activities", "{activity}"), "activity", "ActivityFile", activity)
    yield _File(urls.api("resources"), "resources", "ResourcesFile")
    yield _File(urls.api("reports"), "reports", "ReportsFile")
    tables = tuple(name for name, _ in guideline.files(programme.guideline))
    if tables:
        table = _Parameter("table", words.TABLE_NAME, tables)
        yield _File(urls.api("guideline", "{table}"), "guideline", "GuidelineFile", table)
    name = _Parameter("name", words.SCHEMA_NAME, names)
    yield _File(urls.api("schema", "{name}.schema"), "schema", "JsonSchema", name)
    yield _File(urls.api("openapi"), "openapi", "OpenApi")
    yield _File(urls.feed(), "feed", "Atom", media=ATOM)
    package = _Parameter("package", words.PACKAGE_ID, packages)
    yield _File(urls.feed("{package}"), "package_feed", "Atom", package, ATOM)
    made = tuple(calendars.names(programme))
    if made:
        calendar = _Parameter("calendar", words.CALENDAR_NAME, made)
        yield _File(urls.calendar("{calendar}"), "calendar", "ICalendar", calendar, calendars.MEDIA_TYPE)
    forms = tuple(form.id for form in programme.guideline.forms)
    if forms:
        form = _Parameter("form", words.FORM_ID, forms)
        yield _File(urls.workbook("{form}"), "workbook", "Workbook", form, XLSX)


def _operation(file: _File) -> dict[str, Any]:
    summary, description = words.FILES[file.words]
    schema_of = {"$ref": f"#/components/schemas/{file.component}"}
    operation: dict[str, Any] = {
        "operationId": file.words,
        "summary": summary,
        "description": description,
        "responses": {"200": {"description": words.FOUND, "content": {file.media: {"schema": schema_of}}}},
    }
    if file.parameter is not None:
        operation["parameters"] = [_parameter(file.parameter)]
        operation["responses"]["404"] = {"description": words.NOT_FOUND}
    return operation


def _parameter(parameter: _Parameter) -> dict[str, Any]:
    found: dict[str, Any] = {
        "name": parameter.name,
        "in": "path",
        "required": True,
        "description": parameter.about,
        "schema": {"type": "string"},
    }
    if parameter.values:
        found["schema"]["enum"] = list(parameter.values)
        found["example"] = parameter.values[-1]
    return found


@cache
def _components() -> dict[str, Any]:
    """Schemas by name."""
    _, found = models_json_schema(
        [(shape, "serialization") for shape in SHAPES], ref_template="#/components/schemas/{model}"
    )
    made = {name: _component(definition) for name, definition in found["$defs"].items()}
    return dict(sorted((made | BY_HAND).items()))


def _component(definition: dict[str, Any]) -> dict[str, Any]:
    """A schema without what pydantic says of our class in English; the files always hold every key."""
    found = {key: value for key, value in definition.items() if key not in {"title", "description"}}
    if "properties" in found:
        found["properties"] = {key: _property(held) for key, held in found["properties"].items()}
        found["required"] = list(found["properties"])
    return found


def _property(held: dict[str, Any]) -> dict[str, Any]:
    """A field without its default; pydantic leaves out a title that is also the name of the field's class."""
    found = {key: value for key, value in held.items() if key != "default"}
    return {"title": str(found.get("$ref", "")).rpartition("/")[2], **found}
