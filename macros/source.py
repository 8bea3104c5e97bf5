"""YAML bytes to plain data with the position of every value; everything YAML does behind one's back is refused.

The syntax is a strict part of YAML 1.1: one document, no directives (section 6.8 of YAML 1.2), tags (6.8.2),
anchors (6.9.2), aliases (7.1) or merge keys; only text, decimal integers, ``true``/``false`` and empty values.
Unquoted words that any YAML reader would turn into something else (yaml.org/type: bool, int, float, timestamp,
merge, value) must be quoted. Nothing is constructed or executed: the data is built from parser events, lazily,
so that depth and size are capped before they cost anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

import yaml

from macros.problems import INVISIBLE, Problem, quote, trail

MAX_BYTES = 512 * 1024
MAX_DEPTH = 20
MAX_NODES = 50_000
MAX_TEXT = 20_000
MAX_INTEGER_DIGITS = 15
MAX_PROBLEMS = 50
"""Problems reported for one file, before a last one that says there are more."""

Path = tuple[str | int, ...]

LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""libyaml where PyYAML was built with it, as its wheels are: 512 KiB take 0.1 s instead of 8 s."""

_LOST = "\0"
"""Stands in a path for a key that was refused; no key of a file can be this."""
_STAND_IN = "\N{REPLACEMENT CHARACTER}"
_ONE_DOCUMENT = ("hanya satu dokumen per berkas.", "Hapus pemisah (--- atau ...) dan isi sesudahnya.")
_INTEGER = re.compile(r"0|-?[1-9][0-9]*")
_TRAPS = (
    (
        re.compile(r"yes|no|on|off|y|n", re.IGNORECASE),
        "dibaca sebagai ya/tidak (true/false)",
        "Tulis true atau false, atau",
    ),
    (re.compile(r"true|false", re.IGNORECASE), "bukan true atau false", "Tulis dengan huruf kecil, atau"),
    (re.compile(r"null", re.IGNORECASE), "dibaca sebagai kosong", "Kosongkan, atau"),
    (
        re.compile(r"\d{4}-\d{1,2}-\d{1,2}(?:(?:[Tt]|[ \t]+)\d{1,2}:.*)?", re.ASCII),
        "dibaca sebagai tanggal",
        "",
    ),
    (
        re.compile(r"[-+]?\d[\d_]*(?::[0-5]?\d)+(?:\.[\d_]*)?", re.ASCII),
        "dibaca sebagai bilangan berbasis 60",
        "",
    ),
    (
        re.compile(
            r"[-+]?(?:0o[0-7_]+|0x[\da-f_]+|0b[01_]+|\.(?:inf|nan)|(?:\d[\d_]*(?:\.[\d_]*)?|\.\d[\d_]*)(?:e[-+]?\d+)?)",
            re.ASCII | re.IGNORECASE,
        ),
        "dibaca sebagai bilangan",
        "",
    ),
    (re.compile(r"=|<<"), "punya arti khusus", ""),
)
"""Unquoted words that YAML turns into something else: shape, what becomes of it, another mend."""
_DIRECTIVE = re.compile(r"^%", re.MULTILINE)
_TAB = re.compile(r"^ *\t", re.MULTILINE)
_ENDED = re.compile(r"^\.\.\.\s", re.MULTILINE)
_SWALLOWED = re.compile(r"[ \t]+(#[^\s#][^\n]*)")
_ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.)|\n)")
_CONTROL_ESCAPES = {"0": "\0", "a": "\a", "b": "\b", "t": "\t", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b"} | {
    "\t": "\t",
    "N": "\x85",
    "L": "\u2028",
    "P": "\u2029",
}


@dataclass(frozen=True, slots=True)
class Position:
    """Line and column of a value, both from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Source:
    """A file as plain data (dict, list, str, int, bool, None), with the position of every value and key."""

    file: str
    data: Any
    _values: dict[Path, Position] = field(repr=False)
    _keys: dict[Path, Position] = field(repr=False)

    def position(self, path: Path) -> Position:
        """Position of the value at ``path``, or of its nearest ancestor that exists."""
        for length in range(len(path), -1, -1):
            found = self._values.get(path[:length])
            if found is not None:
                return found
        return Position(1, 1)

    def key_position(self, path: Path) -> Position:
        """Position of the key that ``path`` ends in, or of the nearest value that exists."""
        return self._keys.get(path) or self.position(path)


def read(data: bytes, file: str) -> tuple[Source | None, list[Problem]]:
    """Read ``data``; ``file`` is how the file is called in messages.

    Never raises, whatever the bytes.

    Returns:
        The source, ``None`` when its syntax or size stops the reading, and every problem in order of
        place. A source with problems serves further checks only: what was refused stands in it as text.
    """
    report = _Report(file)
    text = _decode(data, report)
    if text is None:
        return None, report.problems
    reader = _Reader(report, _screen(text, report))
    source = Source(file, reader.data, reader.values, reader.keys) if reader.read() else None
    return source, sorted(report.problems)


class _StopError(Exception):
    """The file is beyond the caps; the problem has been reported."""


class _Report:
    """Collects the problems of one file."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self.full = False

    def add(self, at: Position, message: str, hint: str, path: Path = ()) -> None:
        if self.full:
            return
        self.full = len(self.problems) >= MAX_PROBLEMS
        if self.full:
            message, hint = "masih ada masalah lain di berkas ini.", "Perbaiki dahulu yang sudah disebut."
        where = trail([part for part in path if part != _LOST])
        self.problems.append(
            Problem(file=self.file, line=at.line, column=at.column, where=where, message=message, hint=hint)
        )

    def has_line(self, line: int) -> bool:
        return any(problem.line == line for problem in self.problems)


def _decode(data: bytes, report: _Report) -> str | None:
    """The text of a file, lines ending in a newline alone; ``None`` when it is no text of bearable size."""
    start = Position(1, 1)
    if len(data) > MAX_BYTES:
        report.add(start, f"berkas lebih besar dari {MAX_BYTES // 1024} KiB.", "Pecah menjadi beberapa berkas.")
        return None
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        report.add(start, "berkas disimpan sebagai UTF-16, bukan UTF-8.", "Simpan ulang sebagai UTF-8 tanpa BOM.")
        return None
    if data.startswith(b"\xef\xbb\xbf"):
        report.add(start, "berkas diawali tanda urutan bita (BOM).", "Simpan ulang sebagai UTF-8 tanpa BOM.")
        data = data[3:]
    try:
        return data.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        message = f"bita 0x{data[error.start]:02X} bukan UTF-8."
        report.add(_place(before, len(before)), message, "Simpan ulang berkas sebagai UTF-8.")
        return None


def _screen(text: str, report: _Report) -> str:
    """Report what no YAML file of ours may hold; the same text with harmless characters in its place."""
    for found in islice(INVISIBLE.finditer(text), MAX_PROBLEMS + 1):
        report.add(_place(text, found.start()), *_invisible(found.group()))
    for found in islice(_TAB.finditer(text), MAX_PROBLEMS + 1):
        report.add(_place(text, found.end() - 1), "baris menjorok dengan tab.", "Ganti tab dengan spasi.")
    for found in islice(_DIRECTIVE.finditer(text), MAX_PROBLEMS + 1):
        report.add(
            _place(text, found.start()),
            "baris diawali %, yaitu perintah YAML (%YAML, %TAG).",
            "Hapus baris itu; bila itu teks, tulis seluruh teks dalam tanda kutip.",
        )
    return _DIRECTIVE.sub("#", INVISIBLE.sub(_STAND_IN, text))


def _invisible(character: str) -> tuple[str, str]:
    if character == "\t":
        return "ada tab di dalam teks.", "Ganti tab dengan spasi."
    return (
        f"karakter tak terlihat U+{ord(character):04X} tidak boleh ada.",
        "Hapus karakter itu; bila perlu ketik ulang kata di sekitarnya.",
    )


def _place(text: str, index: int) -> Position:
    return Position(text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index))


def _at(mark: Any) -> Position:  # noqa: ANN401 - the marks of libyaml have no type
    return Position(mark.line + 1, mark.column + 1)


@dataclass(frozen=True, slots=True)
class _Last:
    """What was read last before a syntax error: where it stands and its first character (``'"[{*&!``)."""

    start: Any
    end: Any
    style: str


class _Reader:
    """Builds plain data from parser events, with a position for everything."""

    def __init__(self, report: _Report, text: str) -> None:
        self.report = report
        self.text = text
        self.data: Any = None
        self.values: dict[Path, Position] = {}
        self.keys: dict[Path, Position] = {}
        self.nodes = 0
        self.last: _Last | None = None

    def read(self) -> bool:
        """Read the whole text; whether there is data to go on with."""
        try:
            return self._document(yaml.parse(self.text, Loader=LOADER))
        except yaml.MarkedYAMLError as error:
            at, message, hint = _diagnosis(error, self.last, self.text)
            if not self.report.has_line(at.line):
                self.report.add(at, message, hint)
        except _StopError:
            pass
        except (yaml.YAMLError, ArithmeticError, LookupError, RecursionError, ValueError, MemoryError):
            at = _at(self.last.end) if self.last else Position(1, 1)
            self.report.add(at, "tulisan sesudah ini bukan YAML yang dapat dibaca.", "Periksa penulisannya.")
        return False

    def _document(self, events: Iterator[Any]) -> bool:
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self.report.add(_at(event.start_mark), *_ONE_DOCUMENT)
                    break
            elif isinstance(event, yaml.NodeEvent):
                self.data = self._node(event, events, (), 0)
        if self.data is None and not self.report.problems:
            self.report.add(Position(1, 1), "berkas ini kosong.", "Isi berkas, atau hapus.")
        return self.data is not None

    def _node(self, event: Any, events: Iterator[Any], path: Path, depth: int) -> Any:  # noqa: ANN401
        self.nodes += 1
        if self.nodes > MAX_NODES:
            self._add(event, f"lebih dari {MAX_NODES} nilai.", "Pecah menjadi beberapa berkas.", path)
            raise _StopError
        self.values[path] = _at(event.start_mark)
        self._note(event.start_mark, event.end_mark)
        self._properties(event, path)
        if isinstance(event, yaml.AliasEvent):
            return self.text[event.start_mark.index : event.end_mark.index]
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, path)
        if depth >= MAX_DEPTH:
            self._add(event, f"susunan lebih dalam dari {MAX_DEPTH} tingkat.", "Ratakan susunannya.", path)
            raise _StopError
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(event, events, path, depth)
        return self._mapping(event, events, path, depth)

    def _note(self, start: Any, end: Any) -> None:  # noqa: ANN401
        self.last = _Last(start, end, self.text[start.index : start.index + 1])

    def _properties(self, event: Any, path: Path) -> None:  # noqa: ANN401
        """Refuse aliases, anchors and tags."""
        quoting = "bila itu teks, tulis seluruh teks dalam tanda kutip."
        if isinstance(event, yaml.AliasEvent):
            name = quote(f"*{event.anchor}")
            self._add(event, f"rujukan {name} tidak boleh ada.", f"Tulis nilainya langsung; {quoting}", path)
            return
        if event.anchor is not None:
            name = quote(f"&{event.anchor}")
            self._add(event, f"jangkar {name} tidak boleh ada.", f"Hapus; {quoting}", path)
        if event.tag is not None:
            name = quote(event.tag.replace("tag:yaml.org,2002:", "!!"))
            self._add(event, f"penanda jenis {name} tidak boleh ada.", f"Hapus; {quoting}", path)

    def _sequence(self, start: Any, events: Iterator[Any], path: Path, depth: int) -> list[Any]:  # noqa: ANN401
        items: list[Any] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                self._close(start, event)
                break
            items.append(self._node(event, events, (*path, len(items)), depth + 1))
        return items

    def _mapping(self, start: Any, events: Iterator[Any], path: Path, depth: int) -> dict[str, Any]:  # noqa: ANN401
        content: dict[str, Any] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                self._close(start, event)
                break
            key = self._key(event, events, path, depth)
            here = (*path, key)
            if key in content:
                first = self.keys[here]
                message = f"kunci {quote(key)} sudah ada di baris {first.line} kolom {first.column}."
                self._add(event, message, "Hapus salah satu, atau gabungkan isinya.", here)
                key, here = _LOST, (*path, _LOST)
            self.keys[here] = _at(event.start_mark)
            value = self._node(next(events), events, here, depth + 1)
            if key != _LOST:
                content[key] = value
        return content

    def _close(self, start: Any, end: Any) -> None:  # noqa: ANN401
        if start.flow_style:
            self._note(start.start_mark, end.end_mark)

    def _key(self, event: Any, events: Iterator[Any], path: Path, depth: int) -> str:  # noqa: ANN401
        """The text of a key; ``_LOST`` when there is none."""
        if not isinstance(event, yaml.ScalarEvent):
            self._node(event, events, (*path, _LOST), depth + 1)
            message = "kunci harus teks, bukan rujukan, daftar atau pasangan kunci dan nilai."
            hint = "Tulis kunci sebagai satu kata; bila ini nilai, tulis seluruhnya dalam tanda kutip."
            self._add(event, message, hint, path)
            return _LOST
        self._note(event.start_mark, event.end_mark)
        self._properties(event, path)
        key = str(event.value)
        if event.style:
            self._text(event, path)
            return key
        if key == "<<":
            message = "kunci gabungan (<<) tidak boleh ada."
            self._add(event, message, "Tulis kunci dan nilainya satu per satu.", path)
            return _LOST
        if not key:
            self._add(event, "kunci tidak ada di depan titik dua.", "Tulis kunci: nilai.", path)
            return _LOST
        if len(key) <= MAX_TEXT and (key == "~" or _INTEGER.fullmatch(key) or _trap(key)):
            self._add(event, f"kunci {quote(key)} tanpa tanda kutip bukan teks.", f"Tulis dalam tanda kutip: {_quoted(key)}.", path)
        self._text(event, path)
        return key

    def _scalar(self, event: Any, path: Path) -> str | int | bool | None:  # noqa: ANN401
        value = str(event.value)
        if event.style:
            self._text(event, path)
            return value
        self._swallowed(event, path)
        if len(value) > MAX_TEXT:
            self._text(event, path)
            return value
        match value:
            case "" | "~" | "null":
                return None
            case "true" | "false":
                return value == "true"
        if _INTEGER.fullmatch(value) and len(value) <= MAX_INTEGER_DIGITS:
            return int(value)
        trap = _trap(value)
        if trap:
            meaning, mend = trap
            hint = f"{mend} tulis dalam tanda kutip" if mend else "Tulis dalam tanda kutip"
            message = f"{quote(value)} tanpa tanda kutip {meaning}."
            self._add(event, message, f"{hint}: {_quoted(value)}.", path)
        self._text(event, path)
        return value

    def _swallowed(self, event: Any, path: Path) -> None:  # noqa: ANN401
        """Refuse ``Sesi #3``, of which YAML keeps ``Sesi`` (6.6); a comment of ours has a space after #."""
        found = _SWALLOWED.match(self.text, event.end_mark.index)
        if found and not self.report.full:
            self.report.add(
                _place(self.text, found.start(1)),
                f"{quote(found.group(1))} dibaca sebagai komentar, sehingga hilang dari teks.",
                "Tulis seluruh teks dalam tanda kutip; bila itu komentar, beri spasi sesudah #.",
                path,
            )

    def _text(self, event: Any, path: Path) -> None:  # noqa: ANN401
        """Refuse a text that is too long or hides a character, as itself or as an escape (5.7)."""
        value, start = event.value, event.start_mark.index
        if len(value) > MAX_TEXT:
            self._add(event, f"teks lebih panjang dari {MAX_TEXT} huruf.", "Ringkaskan atau pecah.", path)
            return
        raw = self.text[start : event.end_mark.index]
        if event.style == '"':
            for found in _ESCAPE.finditer(raw):
                character = _unescaped(found)
                if self.report.full:
                    return
                if character == "\t" or INVISIBLE.match(character):
                    at = _place(self.text, start + found.start())
                    self.report.add(at, *_invisible(character), path)
        if "\t" in value and "\t" in raw and not self.report.full:
            self.report.add(_place(self.text, start + raw.index("\t")), *_invisible("\t"), path)

    def _add(self, event: Any, message: str, hint: str, path: Path) -> None:  # noqa: ANN401
        self.report.add(_at(event.start_mark), message, hint, path)


def _unescaped(found: re.Match[str]) -> str:
    code = found[1] or found[2] or found[3]
    return chr(int(code, 16)) if code else _CONTROL_ESCAPES.get(found[4] or "", "")


def _trap(value: str) -> tuple[str, str] | None:
    """What YAML would make of an unquoted word, and a mend beside quoting; ``None`` when it stays text."""
    for shape, meaning, mend in _TRAPS:
        if shape.fullmatch(value):
            return meaning, mend
    return None


def _quoted(value: str) -> str:
    return quote(value.replace("\\", "\\\\").replace('"', '\\"'))


_WHOLE = "Tulis seluruh teks dalam tanda kutip."
_BRACKET = "Pisahkan isinya dengan koma; bila itu teks, tulis seluruh teks dalam tanda kutip."
_SYNTAX = (
    ("block sequence entries", "butir daftar (- ) tidak pada tempatnya.", "Mulai daftar di baris baru."),
    ("mapping keys are not allowed", "tanda tanya di sini dibaca sebagai kunci.", _WHOLE),
    ("scanning a directive", "baris diawali tanda %.", _WHOLE),
    ("scanning an alias", "teks diawali tanda *.", _WHOLE),
    ("scanning an anchor", "teks diawali tanda &.", _WHOLE),
    ("scanning a tag", "teks diawali tanda !.", _WHOLE),
    ("parsing a tag", "teks diawali tanda !.", _WHOLE),
    ("tag handle", "teks diawali tanda !.", _WHOLE),
    ("unknown escape", "urutan \\ ini tidak dikenal.", "Tulis \\\\ untuk garis miring terbalik, atau pakai kutip '."),
    ("hexdecimal", "kode huruf sesudah \\ tidak lengkap.", "Ketik hurufnya langsung, atau tulis \\\\."),
    ("escape code", "kode sesudah \\ bukan huruf.", "Ketik hurufnya langsung, atau tulis \\\\."),
    ("a quoted scalar", "tanda kutip yang dibuka di sini tidak ditutup.", "Tutup tanda kutip di akhir teks."),
    ("block scalar", "penanda teks panjang (| atau >) keliru.", "Tulis >- atau |-, lalu teks di baris baru."),
    ("flow sequence", "kurung [ yang dibuka di sini tidak ditutup.", f"Tutup dengan ]. {_BRACKET}"),
    ("flow mapping", "kurung { yang dibuka di sini tidak ditutup.", f"Tutup dengan }}. {_BRACKET}"),
    (
        "expected '-'",
        "baris ini sejajar dengan butir daftar tetapi tidak diawali - dan spasi.",
        "Awali dengan - dan spasi, atau ubah indentasinya.",
    ),
    ("document start", "baris ini tidak sejajar dengan isi pertama berkas.", "Sejajarkan dengan isi pertama."),
    (
        "expected key",
        "indentasi baris ini tidak sejajar dengan baris di atasnya.",
        "Sejajarkan dengan kunci lain pada tingkat yang sama.",
    ),
)
"""A part of what libyaml says, what is wrong, the mend; the first that fits counts."""
_OPENING = {"a quoted scalar", "flow sequence", "flow mapping", "block scalar"} | {
    f"scanning a{what}" for what in (" directive", "n alias", "n anchor", " tag")
}
"""Complaints whose cause is where the piece begins, not where reading stopped."""
_INSIDE = {"hexdecimal", "escape code"}
"""Complaints that come two characters after the backslash."""
_GLUED = re.compile(r"[^\s:#\"'\[{]+:(?!//)\S")


def _diagnosis(error: yaml.MarkedYAMLError, last: _Last | None, text: str) -> tuple[Position, str, str]:
    """Where a syntax error most probably lies, what is wrong and the mend.

    libyaml says where it stopped; the cause is often what was read ``last``: a text that began with a
    bracket, a quotation mark closed too early or too late, a colon without its space.
    """
    said = f"{error.context or ''} {error.problem or ''}"
    mark: Any = error.problem_mark or error.context_mark
    opened: Any = error.context_mark or mark
    if "cannot start" in said or "node content" in said:
        return _at(mark), f"teks tidak dapat diawali {quote(text[mark.index : mark.index + 1])}.", _WHOLE
    if "could not find expected ':'" in said:
        return _no_colon(opened, text)
    if "document start" in said and _ENDED.search(text, 0, mark.index):
        return _at(mark), *_ONE_DOCUMENT
    if last and ("expected key" in said or "mapping values" in said or "document start" in said):
        found = _after(last, mark)
        if found:
            return found
    if "mapping values" in said:
        return _colon(mark, last, text)
    for fragment, message, hint in _SYNTAX:
        if fragment in said:
            at = _at(opened if fragment in _OPENING else mark)
            if fragment in _INSIDE:
                at = Position(at.line, at.column - 2)
            return at, message, hint
    lines = text.split("\n", mark.line + 1)
    shown = quote(lines[mark.line].strip()) if mark.line < len(lines) else "akhir berkas"
    return _at(mark), f"susunan YAML keliru di sekitar {shown}.", "Periksa indentasi dan tanda baca."


def _no_colon(opened: Any, text: str) -> tuple[Position, str, str]:  # noqa: ANN401
    glued = _GLUED.match(text, opened.index)
    if glued:
        at = Position(opened.line + 1, opened.column + len(glued.group()))
        return at, "tidak ada spasi sesudah titik dua.", "Tulis kunci: nilai, dengan spasi sesudah titik dua."
    return (
        _at(opened),
        "baris ini bukan kunci: nilai.",
        "Tulis kunci: nilai; bila lanjutan teks, jorokkan lebih dalam dari kuncinya.",
    )


def _after(last: _Last, mark: Any) -> tuple[Position, str, str] | None:  # noqa: ANN401
    """A syntax error on the line where a quoted text, a bracket or an alias has just ended."""
    if last.end.line != mark.line:
        return None
    if last.style in ("'", '"'):
        if last.start.line < last.end.line:
            message = f"tanda kutip yang dibuka di sini baru tertutup di baris {last.end.line + 1}."
            return _at(last.start), message, "Tutup tanda kutip di akhir teksnya."
        mend = {"'": "gandakan ('') atau pakai kutip ganda", '"': 'tulis \\" atau pakai kutip tunggal'}[last.style]
        return (
            _at(mark),
            "ada tulisan sesudah tanda kutip penutup.",
            f"Bila tanda kutip itu bagian dari teks, {mend} di luarnya.",
        )
    if last.style and last.style in "[{*&!":
        message = f"teks diawali {quote(last.style)}, yang punya arti khusus."
        return _at(last.start), message, _WHOLE
    return None


def _colon(mark: Any, last: _Last | None, text: str) -> tuple[Position, str, str]:  # noqa: ANN401
    """A colon where YAML 1.1 allows no new key (7.3.3)."""
    if last and last.start.line < mark.line and last.end.line == mark.line:
        if _GLUED.match(text, last.start.index):
            return _no_colon(last.start, text)
        line_start = text.rfind("\n", 0, mark.index) + 1
        line = text[line_start : mark.index]
        return (
            Position(mark.line + 1, len(line) - len(line.lstrip()) + 1),
            f"baris ini dibaca sebagai lanjutan teks di baris {last.start.line + 1}, tetapi memuat titik dua.",
            "Bila ini kunci, sejajarkan dengan kunci di atasnya; bila lanjutan teks, tulis seluruh teks "
            "dalam tanda kutip.",
        )
    return _at(mark), "titik dua dan spasi di dalam teks dibaca sebagai kunci baru.", _WHOLE
