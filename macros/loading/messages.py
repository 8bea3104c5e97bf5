"""Pydantic's complaints as problems an editor can act on: what is wrong, what is allowed, the mend."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import Enum
from typing import Any, get_args

from pydantic import ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from macros.model.base import Record
from macros.source.positions import Source
from macros.source.problem import Problem, ProblemStage, and_more, did_you_mean, nearest, quote, trail
from macros.source.report import MAX_PROBLEMS
from macros.wording.entries import as_date, as_month, labelled, spoken

Path = tuple[str | int, ...]
SHORT = 100
"""Texts with a lower limit than this have a shape of their own (ids, numbers, months)."""


def translate(
    error: ValidationError, model: type[Record], source: Source, year: int | None = None
) -> list[Problem]:
    """The first complaints in ``error``, at their position in ``source``.

    ``year`` is the fiscal year of the edition that the file belongs to: a month without a year is in it.
    """
    found = error.errors(include_url=False)
    problems = [_problem(detail, model, source, year) for detail in found[:MAX_PROBLEMS]]
    if len(found) > MAX_PROBLEMS:
        problems.append(and_more(problems, len(found) - MAX_PROBLEMS))
    return problems


def unknown_key(source: Source, path: Path, allowed: Iterable[str]) -> Problem:
    """The problem of a key that its record does not have."""
    name = str(path[-1])
    message = f"kunci {quote(name)} tidak dikenal."
    return problem_at(source, path, message, _allowed(name, sorted(allowed)), key=True)


def problem_at(source: Source, path: Path, message: str, hint: str, *, key: bool = False) -> Problem:
    """A problem of reading at a value, or at its ``key``."""
    at = source.key_position(path) if key else source.position(path)
    return Problem(
        stage=ProblemStage.READING,
        file=source.file,
        line=at.line,
        column=at.column,
        where=trail(path),
        message=message,
        hint=hint,
    )


def _problem(detail: ErrorDetails, model: type[Record], source: Source, year: int | None) -> Problem:
    path: Path = tuple(detail["loc"])
    if detail["type"] == "extra_forbidden":
        owner = model_at(model, path[:-1])
        return unknown_key(source, path, owner.model_fields if owner else ())
    return problem_at(source, path, *_words(detail, model, path, year))


def _words(detail: ErrorDetails, model: type[Record], path: Path, year: int | None) -> tuple[str, str]:
    kind, context = detail["type"], detail.get("ctx", {})
    name = str(path[-1]) if path else ""
    found = field_at(model, path)
    example = _example(found)
    match kind:
        case "missing":
            title = f" ({found.title})" if found and found.title else ""
            return f'kunci "{name}"{title} wajib ada.', f"Tambahkan {name}: …{example}"
        case "string_type":
            return (
                f"harus teks, bukan {_kind_of(detail['input'])}.",
                f"Tulis dalam tanda kutip.{example}"
                if isinstance(detail["input"], int)
                else f"Isi dengan teks.{example}",
            )
        case "enum":
            return f"nilai {quote(detail['input'])} tidak dikenal.", _choice(str(detail["input"]), found)
        case "string_pattern_mismatch":
            return _shape(str(detail["input"]), found, year)
        case "string_too_long" if context["max_length"] < SHORT:
            return _shape(str(detail["input"]), found, year)
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


def _shape(text: str, found: FieldInfo | None, year: int | None) -> tuple[str, str]:
    """What to say of a text that has not the shape of its field: the text as it was meant, or the shape."""
    message = f"bentuk {quote(text)} tidak sesuai."
    pattern = next(_patterns(found), None)
    for candidate in _meant(text, year) if pattern else ():
        if candidate and re.fullmatch(pattern or "", candidate, re.ASCII):
            return message, f"Tulis {quote(candidate)}."
    example = next(iter(_examples(found)), None)
    if example is not None:
        return message, f"Tulis seperti {quote(example)}."
    return message, str(found.description) if found and found.description else "Periksa bentuknya."


def _meant(text: str, year: int | None) -> Iterator[str | None]:
    """What a text may have meant, by the shapes that our fields have."""
    short = text.strip()[:SHORT]
    yield as_date(short, year)
    yield as_month(short, year)
    yield short
    yield short.replace(",", ".")
    yield short.upper()
    yield re.sub(r"[^a-z0-9]+", "-", short.casefold()).strip("-")


def _patterns(found: FieldInfo | None) -> Iterator[str]:
    """The patterns that a field's text must match."""
    held: list[Any] = list(_annotated(found.annotation, found.metadata)) if found else []
    for meta in held:
        for one in (meta, *(meta.metadata if isinstance(meta, FieldInfo) else ())):
            pattern = getattr(one, "pattern", None)
            if isinstance(pattern, str):
                yield pattern


def _choice(word: str, found: FieldInfo | None) -> str:
    """The value of an enumeration that a word was meant to be, and all that are allowed."""
    kind = enumeration(found)
    if kind is None:
        return "Periksa nilainya."
    names = spoken(kind)
    close = nearest(word, names)
    guess = f"Maksud Anda {labelled(names[close])}? " if close else ""
    return f"{guess}Yang boleh: {', '.join(map(labelled, kind))}."


def enumeration(found: FieldInfo | None) -> type[Enum] | None:
    """The enumeration whose values a field takes; ``None`` when the field takes others."""
    for candidate in (found.annotation, *get_args(found.annotation)) if found else ():
        if isinstance(candidate, type) and issubclass(candidate, Enum):
            return candidate
    return None


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
