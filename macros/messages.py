"""Pydantic's complaints as problems an editor can act on: what is wrong, what is allowed, the mend."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import Any, get_args

from pydantic import ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from macros.model import Record
from macros.problems import Problem, did_you_mean, quote, trail
from macros.source import Source

Path = tuple[str | int, ...]
SHORT = 100
"""Texts with a lower limit than this have a shape of their own (ids, numbers, months)."""


def translate(error: ValidationError, model: type[Record], source: Source) -> list[Problem]:
    """One problem per complaint in ``error``, at its position in ``source``."""
    return [_problem(detail, model, source) for detail in error.errors(include_url=False)]


def _problem(detail: ErrorDetails, model: type[Record], source: Source) -> Problem:
    path: Path = tuple(detail["loc"])
    message, hint = _words(detail, model, path)
    at = source.key_position(path) if detail["type"] == "extra_forbidden" else source.position(path)
    return Problem(
        file=source.file,
        line=at.line,
        column=at.column,
        where=trail(path),
        message=message,
        hint=hint,
    )


def _words(detail: ErrorDetails, model: type[Record], path: Path) -> tuple[str, str]:
    kind, context = detail["type"], detail.get("ctx", {})
    name = str(path[-1]) if path else ""
    found = field_at(model, path)
    example = _example(found)
    match kind:
        case "missing":
            title = f" ({found.title})" if found and found.title else ""
            return f'kunci "{name}"{title} wajib ada.', f"Tambahkan {name}: …{example}"
        case "extra_forbidden":
            owner = model_at(model, path[:-1])
            allowed = sorted(owner.model_fields) if owner else []
            return f"kunci {quote(name)} tidak dikenal.", _allowed(name, allowed)
        case "string_type":
            return (
                f"harus teks, bukan {_kind_of(detail['input'])}.",
                f"Tulis dalam tanda kutip.{example}"
                if isinstance(detail["input"], int)
                else f"Isi dengan teks.{example}",
            )
        case "enum":
            allowed = enum_values(found)
            return f"nilai {quote(detail['input'])} tidak dikenal.", _allowed(str(detail["input"]), allowed)
        case "string_pattern_mismatch":
            return f"bentuk {quote(detail['input'])} tidak sesuai.", f"{_shape(found)}{example}".strip()
        case "string_too_long" if context["max_length"] < SHORT:
            return f"bentuk {quote(detail['input'])} tidak sesuai.", f"{_shape(found)}{example}".strip()
        case "string_too_long":
            return f"teks terlalu panjang, paling banyak {context['max_length']} huruf.", "Ringkaskan."
        case "string_too_short" | "too_short":
            return "tidak boleh kosong.", f"Isi paling sedikit satu.{example}"
        case "value_error":
            return f"{context['error']}.", "" if not found else str(found.description or "")
        case "int_type" | "int_parsing" | "int_from_float":
            return f"harus bilangan bulat, bukan {_kind_of(detail['input'])}.", "Tulis angkanya tanpa kutip."
        case "bool_type" | "bool_parsing":
            return (
                f"harus true atau false, bukan {_kind_of(detail['input'])}.",
                "Tulis true atau false tanpa kutip.",
            )
        case "tuple_type" | "list_type":
            return f"harus daftar, bukan {_kind_of(detail['input'])}.", 'Awali tiap butir dengan "- ".'
        case "model_type" | "model_attributes_type" | "dict_type":
            allowed = sorted(found_model.model_fields) if (found_model := model_at(model, path)) else []
            keys = f" Kuncinya: {', '.join(allowed)}." if allowed else ""
            return f"harus pasangan kunci dan nilai, bukan {_kind_of(detail['input'])}.", keys.strip()
        case "greater_than_equal" | "less_than_equal":
            bound = context.get("ge", context.get("le"))
            side = "paling kecil" if "ge" in context else "paling besar"
            return f"bilangan di luar batas, {side} {bound}.", "Periksa angkanya."
        case _:
            return f"nilai {quote(detail['input'])} tidak dapat diterima.", str(
                found.description or ""
            ) if found else ""


def _allowed(word: str, allowed: list[str]) -> str:
    return f"{did_you_mean(word, allowed)} Yang boleh: {', '.join(allowed)}.".strip()


def _kind_of(value: object) -> str:
    match value:
        case None:
            return "kosong"
        case bool():
            return "true/false"
        case int():
            return f"angka {value}"
        case str():
            return f"teks {quote(value)}"
        case list():
            return "daftar"
        case _:
            return "pasangan kunci dan nilai"


def _example(found: FieldInfo | None) -> str:
    for example in _examples(found):
        return f' Contoh: "{example}".' if isinstance(example, str) else f" Contoh: {example}."
    return ""


def _examples(found: FieldInfo | None) -> Iterator[Any]:
    if found is None:
        return
    yield from found.examples or ()
    for meta in _annotated(found.annotation, found.metadata):
        if isinstance(meta, FieldInfo):
            yield from meta.examples or ()


def _annotated(annotation: Any, metadata: list[Any]) -> Iterator[Any]:  # noqa: ANN401
    yield from metadata
    for argument in get_args(annotation):
        yield argument
        yield from getattr(argument, "__metadata__", ())


def _shape(found: FieldInfo | None) -> str:
    return str(found.description) if found and found.description else "Periksa bentuknya."


def enum_values(found: FieldInfo | None) -> list[str]:
    """Values allowed by an enumeration field; empty when the field is none."""
    if found is None:
        return []
    for candidate in (found.annotation, *get_args(found.annotation)):
        if isinstance(candidate, type) and issubclass(candidate, Enum):
            return [str(member.value) for member in candidate]
    return []


def field_at(model: type[Record], path: Path) -> FieldInfo | None:
    """The field that a path such as ``("activities", 0, "name")`` ends in."""
    found: FieldInfo | None = None
    owner: type[Record] | None = model
    for part in path:
        if isinstance(part, int):
            continue
        found = owner.model_fields.get(part) if owner else None
        owner = _record_of(found.annotation) if found else None
    return found


def model_at(model: type[Record], path: Path) -> type[Record] | None:
    """The record class that stands at a path."""
    if not path:
        return model
    found = field_at(model, path)
    return _record_of(found.annotation) if found else None


def _record_of(annotation: Any) -> type[Record] | None:  # noqa: ANN401
    for candidate in (annotation, *get_args(annotation)):
        if isinstance(candidate, type) and issubclass(candidate, Record):
            return candidate
    return None
