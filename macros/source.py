"""YAML bytes to plain data with the position of every value; everything YAML does behind one's back is refused.

The syntax is a strict part of YAML 1.1 (the specification's section numbers are given where a trap is
refused): one document, no directives, tags, anchors, aliases or merge keys; only text, decimal integers,
``true``/``false`` and empty values. Nothing is constructed or executed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from macros.problems import Problem, quote

MAX_BYTES = 512 * 1024
MAX_DEPTH = 20
MAX_NODES = 50_000
MAX_TEXT = 20_000
MAX_INTEGER_DIGITS = 15
MAX_PROBLEMS = 50
"""Problems of one file that are reported; the rest is counted by nobody."""

Path = tuple[str | int, ...]

UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb"
    "\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
"""Control, bidi, zero-width and non-characters (tab and newline are judged apart)."""
DEEP = re.compile(r"[\[{]{%d,}|(?:- ){%d,}|(?:\? ){%d,}" % (MAX_DEPTH + 1, MAX_DEPTH + 1, MAX_DEPTH + 1))
BOOLEAN = re.compile(r"(?i:yes|no|on|off|y|n|true|false)\Z")
NULL = re.compile(r"(?i:null)\Z")
INTEGER = re.compile(r"(?:0|-?[1-9][0-9]*)\Z")
NUMBER = re.compile(
    r"[-+]?(?:0[0-7_]+|0o[0-7_]+|0x[0-9a-fA-F_]+|0b[01_]+|[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?"
    r"|[0-9][0-9_]*|(?:[0-9][0-9_]*)?\.[0-9][0-9_]*(?:[eE][-+]?[0-9]+)?|[0-9][0-9_]*\.(?:[eE][-+]?[0-9]+)?"
    r"|[0-9][0-9_]*[eE][-+]?[0-9]+|\.(?i:inf|nan))\Z"
)
DATE = re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt\s].*)?\Z")
IN_QUOTES = "Tulis dalam tanda kutip."

LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""libyaml where the wheel has it: 500 KiB take 0.1 s instead of 8 s."""


@dataclass(frozen=True, slots=True)
class Position:
    """Line and column of a value, both from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Source:
    """A file as plain data, with the position of every value and key."""

    file: str
    data: Any
    _values: dict[Path, Position] = field(repr=False)
    _keys: dict[Path, Position] = field(repr=False)

    def position(self, path: Path) -> Position:
        """Position of the value at ``path``, or of its nearest ancestor that exists."""
        return _nearest(self._values, path)

    def key_position(self, path: Path) -> Position:
        """Position of the key that ``path`` ends in, or of the nearest value that exists."""
        return self._keys.get(path) or self.position(path)


def read(data: bytes, file: str) -> tuple[Source | None, list[Problem]]:
    """``data`` as a source, with every problem; ``None`` when it cannot be read as YAML at all.

    Never raises, whatever the bytes; ``file`` is how the file is called in messages.
    """
    report = _Report(file)
    text = _decode(data, report)
    if text is None or _too_deep(text, report):
        return None, report.problems
    _characters(text, report)
    if report.problems:
        return None, report.problems
    reader = _Reader(report)
    value = reader.read(text)
    if value is _NOTHING:
        return None, report.problems
    return Source(file, value, reader.values, reader.keys), report.problems


class _Report:
    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []

    def add(self, line: int, column: int, message: str, hint: str, where: str = "") -> None:
        if len(self.problems) < MAX_PROBLEMS:
            self.problems.append(
                Problem(file=self.file, line=line, column=column, where=where, message=message, hint=hint)
            )


def _decode(data: bytes, report: _Report) -> str | None:
    if len(data) > MAX_BYTES:
        report.add(
            1, 1, f"berkas lebih besar dari {MAX_BYTES // 1024} KiB.", "Pecah menjadi beberapa berkas."
        )
        return None
    if data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        report.add(
            1, 1, "berkas diawali tanda urutan bita (BOM).", "Simpan ulang sebagai UTF-8 tanpa BOM."
        )
        return None
    try:
        return data.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace")
        line, column = _place(before, len(before))
        report.add(line, column, "berkas ini bukan UTF-8.", "Simpan ulang sebagai UTF-8.")
        return None


def _too_deep(text: str, report: _Report) -> bool:
    """Refuse nesting that would overflow a parser before the parser sees it."""
    found = DEEP.search(text)
    depth = -1
    start = found.start() if found else -1
    if not found and (text.count("[") + text.count("{")) > MAX_DEPTH:
        for index, mark in enumerate(text):
            if mark in "[{":
                depth += 1
                if depth > MAX_DEPTH * 10:
                    start = index
                    break
            elif mark in "]}":
                depth = max(depth - 1, -1)
    if start < 0:
        return False
    line, column = _place(text, start)
    report.add(line, column, f"susunan lebih dalam dari {MAX_DEPTH} tingkat.", "Ratakan susunannya.")
    return True


def _characters(text: str, report: _Report) -> None:
    for found in UNSAFE.finditer(text):
        line, column = _place(text, found.start())
        report.add(
            line,
            column,
            f"huruf tak terlihat U+{ord(found.group()):04X} tidak boleh ada.",
            "Hapus huruf itu; ketik ulang kata di sekitarnya.",
        )
    for number, content in enumerate(text.split("\n"), start=1):
        stripped = content.lstrip(" ")
        if stripped.startswith("\t"):
            report.add(
                number,
                len(content) - len(stripped) + 1,
                "baris menjorok dengan tab.",
                "Ganti tab dengan spasi.",
            )


def _place(text: str, index: int) -> tuple[int, int]:
    before = text[:index]
    return before.count("\n") + 1, index - (before.rfind("\n") + 1) + 1


def _nearest(positions: dict[Path, Position], path: Path) -> Position:
    for length in range(len(path), -1, -1):
        found = positions.get(path[:length])
        if found is not None:
            return found
    return Position(1, 1)


_NOTHING = object()


class _Reader:
    """Builds plain data from parser events, with a position for everything."""

    def __init__(self, report: _Report) -> None:
        self.report = report
        self.values: dict[Path, Position] = {}
        self.keys: dict[Path, Position] = {}
        self.nodes = 0

    def read(self, text: str) -> Any:  # noqa: ANN401
        try:
            return self._document(yaml.parse(text, Loader=LOADER))
        except yaml.MarkedYAMLError as error:
            self._syntax(error, text)
        except (yaml.YAMLError, RecursionError, ValueError, _TooMuchError) as error:
            if not isinstance(error, _TooMuchError):
                self.report.add(1, 1, "berkas ini bukan YAML yang dapat dibaca.", "Periksa susunannya.")
        return _NOTHING

    def _document(self, events: Iterator[Any]) -> Any:  # noqa: ANN401
        value: Any = _NOTHING
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if event.version or event.tags:
                    self._add(event, "perintah YAML (%) tidak boleh ada.", "Hapus baris yang diawali %.")
                if documents > 1:
                    self._add(event, "hanya satu dokumen per berkas.", "Hapus pemisah --- dan isi sesudahnya.")
                    return _NOTHING
            elif isinstance(event, yaml.NodeEvent):
                value = self._node(event, events, (), 0)
        if documents == 0:
            self.report.add(1, 1, "berkas ini kosong.", "Isi berkas atau hapus.")
        return value

    def _node(self, event: Any, events: Iterator[Any], path: Path, depth: int) -> Any:  # noqa: ANN401
        self.nodes += 1
        if self.nodes > MAX_NODES:
            self._add(event, f"lebih dari {MAX_NODES} nilai.", "Pecah menjadi beberapa berkas.")
            raise _TooMuchError
        if depth > MAX_DEPTH:
            self._add(event, f"susunan lebih dalam dari {MAX_DEPTH} tingkat.", "Ratakan susunannya.")
            raise _TooMuchError
        mark = event.start_mark
        self.values[path] = Position(mark.line + 1, mark.column + 1)
        if isinstance(event, yaml.AliasEvent):
            self._add(event, "rujukan (*nama) tidak boleh ada.", "Tulis nilainya, atau beri tanda kutip.")
            return None
        if event.anchor is not None:
            self._add(event, "jangkar (&nama) tidak boleh ada.", "Hapus jangkar, atau beri tanda kutip.")
        if event.tag is not None:
            self._add(event, f"tanda jenis {quote(event.tag)} tidak boleh ada.", "Hapus yang diawali tanda seru.")
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, path)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(events, path, depth)
        return self._mapping(events, path, depth)

    def _sequence(self, events: Iterator[Any], path: Path, depth: int) -> list[Any]:
        items: list[Any] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            items.append(self._node(event, events, (*path, len(items)), depth + 1))
        return items

    def _mapping(self, events: Iterator[Any], path: Path, depth: int) -> dict[str, Any]:
        content: dict[str, Any] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._key(event, events, path, depth)
            value_event = next(events)
            if key is None:
                self._node(value_event, events, (*path, "?"), depth + 1)
                continue
            here = (*path, key)
            position = Position(event.start_mark.line + 1, event.start_mark.column + 1)
            if key in content:
                first = self.keys[here]
                self._add(
                    event,
                    f"kunci {quote(key)} sudah ada di baris {first.line}.",
                    "Hapus salah satu.",
                )
                self._node(value_event, events, (*path, "?"), depth + 1)
                continue
            self.keys[here] = position
            content[key] = self._node(value_event, events, here, depth + 1)
        return content

    def _key(self, event: Any, events: Iterator[Any], path: Path, depth: int) -> str | None:  # noqa: ANN401
        if not isinstance(event, yaml.ScalarEvent):
            self._node(event, events, (*path, "?"), depth + 1)
            if not isinstance(event, yaml.AliasEvent):
                self._add(event, "kunci harus teks.", "Tulis kunci sebagai satu kata.")
            return None
        if event.anchor is not None or event.tag is not None:
            self._add(event, "jangkar atau tanda jenis tidak boleh ada.", "Hapus tanda & atau ! itu.")
        key = str(event.value)
        if not event.style and key == "<<":
            self._add(event, "kunci gabungan (<<) tidak boleh ada.", "Tulis kunci dan nilainya satu per satu.")
            return None
        if not event.style and (INTEGER.match(key) or _trap(key) or NULL.match(key) or key in {"", "~", "="}):
            self._add(event, f"kunci {quote(key)} bukan teks.", IN_QUOTES)
            return None
        self._text(event, key)
        return key

    def _scalar(self, event: Any, path: Path) -> Any:  # noqa: ANN401
        value = str(event.value)
        if event.style:
            self._text(event, value)
            return value
        if value in {"", "~", "null"}:
            return None
        if value in {"true", "false"}:
            return value == "true"
        if INTEGER.match(value) and len(value) <= MAX_INTEGER_DIGITS:
            return int(value)
        trap = _trap(value)
        if trap:
            where = ".".join(str(part) for part in path)
            mark = event.start_mark
            self.report.add(mark.line + 1, mark.column + 1, f"{quote(value)} {trap}", IN_QUOTES, where)
            return value
        self._text(event, value)
        return value

    def _text(self, event: Any, value: str) -> None:  # noqa: ANN401
        if len(value) > MAX_TEXT:
            self._add(event, f"teks lebih panjang dari {MAX_TEXT} huruf.", "Ringkaskan atau pecah.")
        found = UNSAFE.search(value)
        if found or "\t" in value:
            code = ord(found.group()) if found else ord("\t")
            self._add(event, f"huruf U+{code:04X} tidak boleh ada dalam teks.", "Hapus huruf itu.")

    def _add(self, event: Any, message: str, hint: str) -> None:  # noqa: ANN401
        mark = event.start_mark
        self.report.add(mark.line + 1, mark.column + 1, message, hint)

    def _syntax(self, error: yaml.MarkedYAMLError, text: str) -> None:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        said = f"{error.context or ''} {error.problem or ''}"
        for fragment, message, hint in SYNTAX:
            if fragment in said:
                self.report.add(line, column, message, hint)
                return
        content = text.split("\n")
        shown = content[line - 1].strip() if line <= len(content) else ""
        self.report.add(
            line, column, f"susunan YAML keliru di sekitar {quote(shown)}.", "Periksa indentasi dan tanda baca."
        )


SYNTAX = (
    (
        "mapping values are not allowed",
        "titik dua di dalam teks dibaca sebagai kunci baru.",
        "Beri tanda kutip pada seluruh teks, atau periksa indentasinya.",
    ),
    (
        "while scanning a quoted scalar",
        "tanda kutip tidak ditutup atau ada urutan \\ yang tidak dikenal.",
        "Tutup tanda kutip; tulis \\\\ untuk garis miring terbalik.",
    ),
    (
        "while scanning a double-quoted scalar",
        "tanda kutip tidak ditutup atau ada urutan \\ yang tidak dikenal.",
        "Tutup tanda kutip; tulis \\\\ untuk garis miring terbalik.",
    ),
    ("could not find expected ':'", "titik dua sesudah kunci tidak ditemukan.", "Tulis kunci: nilai, dengan spasi."),
    ("cannot start any token", "teks diawali tanda yang punya arti khusus.", IN_QUOTES),
    ("while scanning an alias", "teks diawali tanda * tanpa kutip.", IN_QUOTES),
    ("while scanning an anchor", "teks diawali tanda & tanpa kutip.", IN_QUOTES),
    ("while scanning a directive", "baris diawali tanda %.", "Hapus baris itu atau beri tanda kutip."),
    ("while scanning a tag", "teks diawali tanda ! tanpa kutip.", IN_QUOTES),
    ("undefined tag handle", "teks diawali tanda ! tanpa kutip.", IN_QUOTES),
    ("while parsing a flow", "kurung [ ] atau { } tidak ditutup.", "Tutup kurung, atau beri tanda kutip pada teks."),
    (
        "did not find expected key",
        "indentasi tidak sejajar, atau tanda kutip tertutup terlalu awal.",
        "Sejajarkan dengan baris di atasnya; pakai kutip tunggal bila teks memuat kutip ganda.",
    ),
    ("did not find expected ',' or", "kurung [ ] atau { } tidak ditutup.", "Tutup kurung, atau pisahkan dengan koma."),
    ("while parsing a block", "indentasi tidak sejajar dengan baris di atasnya.", "Sejajarkan dengan butir sebelumnya."),
    ("block sequence entries are not allowed", "butir daftar (-) tidak pada tempatnya.", "Pindahkan ke baris sendiri."),
    ("while scanning a block scalar", "penanda teks panjang keliru.", "Tulis >- atau |- lalu baris baru."),
    ("expected the node content", "nilai tidak ditemukan.", "Isi nilainya, atau beri tanda kutip."),
)


class _TooMuchError(Exception):
    """The file is beyond the caps; the problem has been reported."""


def _trap(value: str) -> str:
    """What YAML 1.1 would make of an unquoted scalar; empty when it stays text."""
    if BOOLEAN.match(value):
        return "dibaca sebagai ya/tidak."
    if NULL.match(value):
        return "dibaca sebagai kosong."
    if DATE.match(value):
        return "dibaca sebagai tanggal."
    if NUMBER.match(value) or INTEGER.match(value):
        return "dibaca sebagai bilangan."
    if value in {"=", "<<"}:
        return "punya arti khusus."
    return ""

