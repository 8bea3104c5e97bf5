"""Syntax errors of libyaml in an editor's words: where the cause lies, what is wrong, and the mend."""

from __future__ import annotations

import re

import yaml

from macros.source.positions import Mark, Position, mark_position, place_of
from macros.source.problem import quote

MarkRange = tuple[Mark, Mark]
Diagnosis = tuple[Position, str, str]

QUOTE_WHOLE = "Tulis seluruh teks dalam tanda kutip."
OR_QUOTE = "bila itu teks, tulis seluruhnya dalam tanda kutip."
NO_KEY = ("kunci tidak ada di depan titik dua.", "Tulis kunci: nilai.")
ONE_DOCUMENT = ("hanya satu dokumen per berkas.", "Hapus pemisah (--- atau ...) dan isi sesudahnya.")
_ENDED = re.compile(r"^\.\.\.\s", re.MULTILINE)
_GLUED = re.compile(r"[^\s:#\"'\[{]+:(?!//)(?=\S)")
_BRACKET = f"Pisahkan isinya dengan koma; {OR_QUOTE}"
_SYNTAX = (
    ("block sequence entries", "butir daftar (- ) tidak pada tempatnya.", "Mulai daftar di baris baru."),
    ("mapping keys are not allowed", "tanda tanya di sini dibaca sebagai kunci.", QUOTE_WHOLE),
    ("scanning an alias", "teks diawali tanda *.", QUOTE_WHOLE),
    ("scanning an anchor", "teks diawali tanda &.", QUOTE_WHOLE),
    ("scanning a tag", "teks diawali tanda !.", QUOTE_WHOLE),
    ("parsing a tag", "teks diawali tanda !.", QUOTE_WHOLE),
    ("tag handle", "teks diawali tanda !.", QUOTE_WHOLE),
    ("unknown escape", "urutan \\ ini tidak dikenal.", "Tulis \\\\, atau pakai tanda kutip tunggal."),
    ("hexdecimal", "kode huruf sesudah \\ tidak lengkap.", "Ketik hurufnya langsung, atau tulis \\\\."),
    ("escape code", "kode sesudah \\ bukan huruf.", "Ketik hurufnya langsung, atau tulis \\\\."),
    ("a quoted scalar", "tanda kutip yang dibuka di sini tidak ditutup.", "Tutup di akhir teks."),
    ("block scalar", "penanda teks panjang (| atau >) keliru.", "Tulis >- atau |-, lalu teks di baris baru."),
    ("flow sequence", "kurung [ yang dibuka di sini tidak ditutup.", f"Tutup dengan ]. {_BRACKET}"),
    ("flow mapping", "kurung { yang dibuka di sini tidak ditutup.", f"Tutup dengan }}. {_BRACKET}"),
    ("expected '-'", "baris ini sejajar dengan daftar tetapi bukan butirnya.", "Awali dengan - dan spasi."),
    ("document start", "baris ini tidak sejajar dengan isi pertama berkas.", "Sejajarkan dengannya."),
    ("expected key", "indentasi baris ini tidak sejajar dengan kunci di atasnya.", "Sejajarkan dengannya."),
)
"""A part of what libyaml says, what is wrong, the mend; the first that fits counts."""
_OPENING = {"a quoted scalar", "flow sequence", "flow mapping", "block scalar"} | {
    "scanning an alias",
    "scanning an anchor",
    "scanning a tag",
    "parsing a tag",
}
"""Complaints whose cause is where the piece begins, not where reading stopped."""
_CODES = {"hexdecimal", "escape code"}
"""Complaints that come two characters after the backslash."""


def diagnosis(error: yaml.MarkedYAMLError, last: MarkRange | None, text: str) -> Diagnosis:
    """Where a syntax error most probably lies, what is wrong and the mend.

    libyaml says where it stopped; the cause is often what was read ``last``: a text that began with a
    bracket, a quotation mark closed too early or too late, a colon without its space.
    """
    said = f"{error.context or ''} {error.problem or ''}"
    mark: Mark = error.problem_mark or error.context_mark
    opened: Mark = error.context_mark or mark
    at = min(mark_position(mark), place_of(text, len(text)), key=lambda place: (place.line, place.column))
    if text.startswith(":", mark.index) and ("expected key" in said or "node content" in said):
        return at, *NO_KEY
    if "cannot start" in said or "node content" in said:
        if mark.index >= len(text):
            return at, "berkas berakhir sebelum nilai ini ditulis.", "Lengkapi nilainya."
        return at, f"teks tidak dapat diawali {quote(text[mark.index])}.", QUOTE_WHOLE
    if "could not find expected ':'" in said:
        return _no_colon(opened, text)
    if "document start" in said and _ENDED.search(text, 0, mark.index):
        return at, *ONE_DOCUMENT
    if last and any(part in said for part in ("expected key", "mapping values", "document start")):
        found = _after(*last, mark, text)
        if found:
            return found
    if "mapping values" in said:
        return _colon(mark, last, text)
    if "expected '-'" in said and at.column != opened.column + 1:
        hint = "Sejajarkan dengan kunci di atasnya; bila ini butir baru, awali dengan - sejajar butir lain."
        return at, "indentasi baris ini tidak sejajar dengan kunci di atasnya.", hint
    for fragment, message, hint in _SYNTAX:
        if fragment in said:
            if fragment in _OPENING:
                at = mark_position(opened)
            elif fragment in _CODES:
                at = Position(at.line, max(at.column - 2, 1))
            return at, message, hint
    return at, "susunan YAML keliru di sini.", "Periksa indentasi dan tanda baca."


def _no_colon(start: Mark, text: str) -> Diagnosis:
    glued = _GLUED.match(text, start.index)
    if glued:
        at = Position(start.line + 1, start.column + len(glued.group()))
        return at, "tidak ada spasi sesudah titik dua.", "Tulis kunci: nilai, dengan spasi sesudah titik dua."
    hint = "Tulis kunci: nilai; bila lanjutan teks, jorokkan lebih dalam dari kuncinya."
    return mark_position(start), "baris ini bukan kunci: nilai.", hint


def _after(start: Mark, end: Mark, mark: Mark, text: str) -> Diagnosis | None:
    """A syntax error on the line where a quoted text, a bracket, an alias or a tag has just ended."""
    if end.line != mark.line:
        return None
    style = text[start.index : start.index + 1]
    if style in {"'", '"'}:
        if start.line < end.line:
            message = f"tanda kutip yang dibuka di sini baru tertutup di baris {end.line + 1}."
            return mark_position(start), message, "Tutup tanda kutip di akhir teksnya."
        inner = "gandakan ('')" if style == "'" else 'tulis \\"'
        hint = f"Bila tanda kutip itu bagian dari teks, {inner} atau pakai jenis kutip lain di luarnya."
        return mark_position(mark), "ada tulisan sesudah tanda kutip penutup.", hint
    if style in {"[", "{", "*", "&", "!"}:
        return mark_position(start), f"teks diawali {quote(style)}, yang punya arti khusus.", QUOTE_WHOLE
    return None


def _colon(mark: Mark, last: MarkRange | None, text: str) -> Diagnosis:
    """A colon where no new key is allowed (7.3.3)."""
    if last and last[0].line < mark.line == last[1].line:
        if _GLUED.match(text, last[0].index):
            return _no_colon(last[0], text)
        line = text[text.rfind("\n", 0, mark.index) + 1 : mark.index]
        at = Position(mark.line + 1, len(line) - len(line.lstrip()) + 1)
        message = f"baris ini dibaca sebagai lanjutan teks di baris {last[0].line + 1}, tetapi bertitik dua."
        return at, message, f"Bila ini kunci, sejajarkan dengan kunci di atasnya; {OR_QUOTE}"
    return mark_position(mark), "titik dua dan spasi di dalam teks dibaca sebagai kunci baru.", QUOTE_WHOLE
