"""YAML bytes to plain data with the position of every value; what YAML does behind one's back is refused.

The syntax is a strict part of YAML: one document, no directives (section 6.8 of YAML 1.2), tags (6.8.2),
anchors (6.9.2), aliases (7.1) or merge keys; only text, decimal integers, ``true``/``false`` and empty
values. Unquoted words that any YAML reader would turn into something else (yaml.org/type: bool, int, float,
timestamp, merge, value) must be quoted. Nothing is constructed or executed: the data is built from parser
events, lazily, so that depth and size are capped before they cost anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any

import yaml

from macros.source.problem import INVISIBLE, Problem, Stage, quote, trail
from macros.source.slips import ODD, conflicts, slips

MAX_BYTES = 512 * 1024
"""Largest file; with ``MAX_NODES`` it keeps the worst file well under a second."""
MAX_DEPTH = 20
MAX_NODES = 50_000
MAX_TEXT = 20_000
MAX_INTEGER_DIGITS = 15
MAX_PROBLEMS = 50
"""Problems reported for one file, before a last one that says there are more."""
FOLD = 95
"""A text longer than this is folded, at the first blank after as many characters."""

Path = tuple[str | int, ...]

LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""libyaml where PyYAML was built with it, as its wheels are; the pure parser is some forty times slower."""

_Event = Any  # libyaml and the pure parser have types of their own
_Mark = Any
_Span = tuple[_Mark, _Mark]
_Diagnosis = tuple["Position", str, str]

_LOST = "\0"
"""Stands in a path for a key that was refused; no key of a file can be this."""
_STAND_IN = "\N{REPLACEMENT CHARACTER}"
_WHOLE = "Tulis seluruh teks dalam tanda kutip."
_OR_QUOTE = "bila itu teks, tulis seluruhnya dalam tanda kutip."
_NO_KEY = ("kunci tidak ada di depan titik dua.", "Tulis kunci: nilai.")
_ONE_DOCUMENT = ("hanya satu dokumen per berkas.", "Hapus pemisah (--- atau ...) dan isi sesudahnya.")

_INTEGER = re.compile(r"0|-?[1-9][0-9]*")
_TRAPS = (
    ("yes|no|on|off|y|n", "dibaca sebagai ya/tidak (true/false)", "Tulis true atau false, atau tulis"),
    ("true|false", "bukan true atau false", "Tulis dengan huruf kecil, atau tulis"),
    ("null", "dibaca sebagai kosong", "Kosongkan, atau tulis"),
    (r"\d{4}-\d{1,2}-\d{1,2}(?:(?:t|[ \t]+)\d{1,2}:.*)?", "dibaca sebagai tanggal", "Tulis"),
    (r"[-+]?\d[\d_]*(?::[0-5]?\d)+(?:\.[\d_]*)?", "dibaca sebagai bilangan berbasis 60", "Tulis"),
    (
        r"[-+]?(?:0o[0-7_]+|0x[\da-f_]+|0b[01_]+|\.inf|\.nan|(?:\d[\d_]*(?:\.[\d_]*)?|\.\d[\d_]*)(?:e[-+]?\d+)?)",
        "dibaca sebagai bilangan",
        "Tulis",
    ),
    ("=|<<", "punya arti khusus", "Tulis"),
)
"""Unquoted words that YAML turns into something else: shape, what becomes of it, how the mend begins."""
_TRAP = re.compile("|".join(f"({shape})" for shape, _, _ in _TRAPS), re.ASCII | re.IGNORECASE)

_TAB_WIDTHS = (2, 4, 8)
"""Columns that a tab may stand for in indentation."""
_DIRECTIVE = re.compile(r"^%", re.MULTILINE)
_TAB = re.compile(r"^ *\t", re.MULTILINE)
_ENDED = re.compile(r"^\.\.\.\s", re.MULTILINE)
_SWALLOWED = re.compile(r"[ \t]+(#[^\s#][^\n]*)")
_GLUED = re.compile(r"[^\s:#\"'\[{]+:(?!//)(?=\S)")
_ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.)|\n)")
_LETTERS = dict(zip("0abtvfreNLP\t", "\0\a\b\t\v\f\r\x1b\x85\u2028\u2029\t", strict=True))
"""What the escapes with a letter of their own stand for (5.7), where that cannot be seen."""


@dataclass(frozen=True, slots=True)
class Position:
    """Line and column (in characters) of a value, both from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Source:
    """A file as plain data (dict, list, str, int, bool, None), with the position of every value and key."""

    file: str
    data: Any
    _values: dict[Path, _Mark] = field(repr=False, compare=False)
    _ends: dict[Path, _Mark] = field(repr=False, compare=False)
    _keys: dict[Path, _Mark] = field(repr=False, compare=False)
    flaws: tuple[Path, ...] = field(default=(), repr=False, compare=False)
    """Where a value was refused and stands as text, or a key was left out; ``()`` for anywhere."""
    guessed: bool = field(default=False, compare=False)
    """Whether tabs were taken for so many spaces that the file can be read."""

    def position(self, path: Path) -> Position:
        """Position of the value at ``path``, or of its nearest ancestor that exists."""
        for length in range(len(path), -1, -1):
            found = self._values.get(path[:length])
            if found is not None:
                return _at(found)
        return Position(1, 1)

    def respelled(self, path: Path, name: str) -> Source:
        """The same with the key that ``path`` ends in called ``name``; positions stay."""
        here, size = (*path[:-1], name), len(path)

        def moved(marks: dict[Path, _Mark]) -> dict[Path, _Mark]:
            return {(*here, *key[size:]) if key[:size] == path else key: mark for key, mark in marks.items()}

        return replace(
            self,
            data=_respelled(self.data, path, name),
            _values=moved(self._values),
            _ends=moved(self._ends),
            _keys=moved(self._keys),
            flaws=tuple((*here, *flaw[size:]) if flaw[:size] == path else flaw for flaw in self.flaws),
        )

    def end(self, path: Path) -> Position:
        """Where the value at ``path``, which exists, ends; of a block text, where the next line begins."""
        return _at(self._ends[path])

    def key_position(self, path: Path) -> Position:
        """Position of the key that ``path`` ends in, or of the nearest value that exists."""
        found = self._keys.get(path)
        return self.position(path) if found is None else _at(found)


def read(data: bytes, file: str) -> tuple[Source | None, list[Problem]]:
    """Read ``data``; ``file`` is how the file is called in messages.

    Never raises, whatever the bytes.

    Returns:
        The source, ``None`` when syntax, size or the number of problems stops the reading, and every
        problem in order of place. A source with problems serves further checks only: what was refused
        stands in it as text.
    """
    report = _Report(file)
    text = _decode(data, report)
    if text is None:
        return None, report.problems
    reader, whole, guessed = _attempt(_screen(text, report), report)
    source = None
    if whole:
        flaws = tuple(dict.fromkeys(report.flaws))
        source = Source(file, reader.data, reader.values, reader.ends, reader.keys, flaws, guessed)
    return source, sorted(report.problems)


def _respelled(data: Any, path: Path, name: str) -> Any:  # noqa: ANN401
    """A copy of ``data`` in which the key that ``path`` ends in is called ``name``."""
    first, rest = path[0], path[1:]
    if isinstance(data, list):
        return [_respelled(item, rest, name) if at == first else item for at, item in enumerate(data)]
    if not rest:
        return {name if key == first else key: value for key, value in data.items()}
    return {key: _respelled(value, rest, name) if key == first else value for key, value in data.items()}


def unseen(text: str) -> tuple[str, str] | None:
    """What is wrong with a character in ``text`` that nobody sees, and the mend; ``None`` if all are seen."""
    found = re.search(f"\t|{INVISIBLE.pattern}", text)
    return _invisible(found.group()) if found else None


def write(data: Any, *, inline: bool = False) -> str:  # noqa: ANN401
    """Plain data as YAML that ``read`` gives back, written as the editors of these files write.

    Long texts are folded, words that YAML would turn into something else stand in double quotes; ``inline``
    puts lists and pairs in brackets.
    """
    return yaml.dump(
        data,
        Dumper=_Writer,
        default_flow_style=inline,
        allow_unicode=True,
        sort_keys=False,
        width=FOLD,
    )


class _Writer(yaml.SafeDumper):
    """Lists are indented below their key, and texts have the style that suits their length."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002
        super().increase_indent(flow, indentless=False)

    def text(self, text: str) -> yaml.ScalarNode:
        lines = text.split("\n")
        even = text == text.strip("\n") and all(line == line.strip() for line in lines)
        folded = even and (len(lines) > 1 or len(text) > FOLD)
        style = ">" if folded else '"' if _TRAP.fullmatch(text) else None
        return self.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Writer.add_representer(str, _Writer.text)


class _StopError(Exception):
    """The file is beyond the caps; the problem has been reported."""


class _Report:
    """Collects the problems of one file."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self.flaws: list[Path] = []
        self.full = False

    def add(self, at: Position, message: str, hint: str, path: Path = (), *, loses: bool = True) -> None:
        """Report a problem; ``loses`` says whether the value at ``path`` is not what was meant."""
        if loses:
            self.flaws.append(path[: path.index(_LOST)] if _LOST in path else path)
        if self.full:
            return
        self.full = len(self.problems) >= MAX_PROBLEMS
        if self.full:
            message, hint = "masih ada masalah lain di berkas ini.", "Perbaiki dahulu yang sudah disebut."
        where = trail([part for part in path if part != _LOST])
        self.problems.append(
            Problem(
                stage=Stage.READING,
                file=self.file,
                line=at.line,
                column=at.column,
                where=where,
                message=message,
                hint=hint,
            )
        )

    def copy(self) -> _Report:
        """The same so far, to go on with on trial."""
        other = _Report(self.file)
        other.take(self)
        return other

    def take(self, other: _Report) -> None:
        """Go on as a trial went."""
        self.problems, self.flaws, self.full = [*other.problems], [*other.flaws], other.full

    def has_line(self, line: int) -> bool:
        return any(problem.line == line for problem in self.problems)


def _decode(data: bytes, report: _Report) -> str | None:
    """The text of a file, lines ending in a newline alone; ``None`` when it is no text of bearable size."""
    start = Position(1, 1)
    if len(data) > MAX_BYTES:
        message = f"berkas lebih besar dari {MAX_BYTES // 1024} KiB."
        report.add(start, message, "Pecah menjadi beberapa berkas.")
        return None
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        message = "berkas disimpan sebagai UTF-16, bukan UTF-8."
        report.add(start, message, "Simpan ulang sebagai UTF-8 tanpa BOM.")
        return None
    if data.startswith(b"\xef\xbb\xbf"):
        message = "berkas diawali tanda urutan bita (BOM)."
        report.add(start, message, "Simpan ulang sebagai UTF-8 tanpa BOM.", loses=False)
        data = data[3:]
    try:
        return data.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        message = f"bita 0x{data[error.start]:02X} bukan UTF-8."
        report.add(_place(before, len(before)), message, "Simpan ulang berkas sebagai UTF-8.")
        return None


def _attempt(text: str, report: _Report) -> tuple[_Reader, bool, bool]:
    """Read a text; whether all was read, and whether tabs had to be guessed for it.

    Slips that stop the reading are reported and read as what was meant.

    Spaces that are none to YAML and colons of another script are refused only there: within a text they are
    what its author wrote.
    """
    for _ in range(MAX_PROBLEMS):
        trial = report.copy()
        reader = _Reader(trial, text)
        whole = reader.read()
        if reader.stopped is None:
            break
        meant, found = slips(text, reader.stopped)
        if not found:
            break
        for slip in found:
            report.add(_place(text, slip.at), slip.message, slip.hint, loses=False)
        text = meant
    tabs = not whole and _TAB.search(text) is not None
    for width in _TAB_WIDTHS if tabs else ():
        spaced = report.copy()
        other = _Reader(spaced, _TAB.sub(lambda found: found[0].expandtabs(width), text))  # noqa: B023
        if other.read():
            report.take(spaced)
            return other, True, True
    report.take(trial)
    return reader, whole, False


def _screen(text: str, report: _Report) -> str:
    """Report what no YAML file of ours may hold; the same text with harmless characters in its place."""
    for found in islice(INVISIBLE.finditer(text), MAX_PROBLEMS + 1):
        report.add(_place(text, found.start()), *_invisible(found.group()))
    for found in islice(_TAB.finditer(text), MAX_PROBLEMS + 1):
        report.add(_place(text, found.end() - 1), "baris menjorok dengan tab.", "Ganti tab dengan spasi.")
    text = _merged(text, report)
    for found in islice(_DIRECTIVE.finditer(text), MAX_PROBLEMS + 1):
        message = "baris diawali tanda %, yaitu perintah YAML (%YAML, %TAG)."
        report.add(_place(text, found.start()), message, f"Hapus baris itu; {_OR_QUOTE}")
    return _DIRECTIVE.sub("#", INVISIBLE.sub(_STAND_IN, text))


def _merged(text: str, report: _Report) -> str:
    """Report what git left unmerged; the text of one side, each line in its place."""
    lines = text.split("\n")
    for found in conflicts(lines):
        report.add(Position(found.first, 1), *found.words())
        for number in found.dropped:
            lines[number - 1] = ""
    return "\n".join(lines)


def _invisible(character: str) -> tuple[str, str]:
    if character == "\t":
        return "ada tab di dalam teks.", "Ganti tab dengan spasi."
    message = f"karakter tak terlihat U+{ord(character):04X} tidak boleh ada."
    return message, "Hapus karakter itu; bila perlu ketik ulang kata di sekitarnya."


def _place(text: str, index: int) -> Position:
    return Position(text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index))


def _at(mark: _Mark) -> Position:
    return Position(mark.line + 1, mark.column + 1)


class _Reader:
    """Builds plain data from parser events, with a position for everything."""

    def __init__(self, report: _Report, text: str) -> None:
        self.report = report
        self.text = text
        self.data: Any = None
        self.values: dict[Path, _Mark] = {}
        self.ends: dict[Path, _Mark] = {}
        self.keys: dict[Path, _Mark] = {}
        self.nodes = 0
        self.last: _Span | None = None
        self.stopped: range | None = None
        """Lines among which what stopped the reading lies, or what was taken for a key; counted from 1."""

    def read(self) -> bool:
        """Read the whole text; whether there is data to go on with."""
        try:
            return self._document(yaml.parse(self.text, Loader=LOADER))
        except yaml.MarkedYAMLError as error:
            at, message, hint = _diagnosis(error, self.last, self.text)
            marks = (error.context_mark, error.problem_mark)
            lines = [at.line, *(mark.line + 1 for mark in marks if mark is not None)]
            self.stopped = range(min(lines) - 1, max(lines) + 1)
            if not self.report.has_line(at.line):
                self.report.add(at, message, hint)
        except _StopError:
            pass
        except (yaml.YAMLError, ArithmeticError, LookupError, RecursionError, ValueError, MemoryError):
            at = _at(self.last[1]) if self.last else Position(1, 1)
            self.report.add(at, "tulisan sesudah ini bukan YAML yang dapat dibaca.", "Periksa penulisannya.")
        return False

    def _document(self, events: Iterator[_Event]) -> bool:
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

    def _node(self, event: _Event, events: Iterator[_Event], path: Path, depth: int) -> Any:  # noqa: ANN401
        self.nodes += 1
        if self.nodes > MAX_NODES:
            self._add(event, f"lebih dari {MAX_NODES} nilai.", "Pecah menjadi beberapa berkas.", path)
        if self.nodes > MAX_NODES or self.report.full:
            raise _StopError
        self.values[path] = event.start_mark
        self.last = (event.start_mark, event.end_mark)
        content = self._content(event, events, path, depth)
        self.ends[path] = self.last[1]
        return content

    def _content(self, event: _Event, events: Iterator[_Event], path: Path, depth: int) -> Any:  # noqa: ANN401
        if isinstance(event, yaml.ScalarEvent):
            self._properties(event, path)
            return self._scalar(event, path)
        if isinstance(event, yaml.AliasEvent):
            hint = f"Tulis nilainya langsung; {_OR_QUOTE}"
            self._add(event, f"rujukan {quote(f'*{event.anchor}')} tidak boleh ada.", hint, path)
            return f"*{event.anchor}"
        self._properties(event, path)
        if depth >= MAX_DEPTH:
            self._add(event, f"susunan lebih dalam dari {MAX_DEPTH} tingkat.", "Ratakan susunannya.", path)
            raise _StopError
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(event, events, path, depth)
        return self._mapping(event, events, path, depth)

    def _properties(self, event: _Event, path: Path) -> None:
        """Refuse anchors and tags."""
        if event.anchor is None and event.tag is None:
            return
        hint = f"Hapus; {_OR_QUOTE}"
        if event.anchor is not None:
            self._add(event, f"jangkar {quote(f'&{event.anchor}')} tidak boleh ada.", hint, path)
        if event.tag is not None:
            name = quote(event.tag.replace("tag:yaml.org,2002:", "!!"))
            self._add(event, f"penanda jenis {name} tidak boleh ada.", hint, path)

    def _sequence(self, start: _Event, events: Iterator[_Event], path: Path, depth: int) -> list[Any]:
        items: list[Any] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                self._close(start, event)
                break
            items.append(self._node(event, events, (*path, len(items)), depth + 1))
        return items

    def _mapping(self, start: _Event, events: Iterator[_Event], path: Path, depth: int) -> dict[str, Any]:
        content: dict[str, Any] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                self._close(start, event)
                break
            key = self._key(event, events, path, depth)
            if key in content:
                first = _at(self.keys[*path, key])
                message = f"kunci {quote(key)} sudah ada di baris {first.line} kolom {first.column}."
                self._add(event, message, "Hapus salah satu, atau gabungkan isinya.", (*path, key))
                self.report.flaws.append(_list_of(path))
                key = _LOST
            here = (*path, key)
            self.keys[here] = event.start_mark
            value = self._node(next(events), events, here, depth + 1)
            if key != _LOST:
                content[key] = value
        return content

    def _close(self, start: _Event, end: _Event) -> None:
        if start.flow_style:
            self.last = (start.start_mark, end.end_mark)

    def _key(self, event: _Event, events: Iterator[_Event], path: Path, depth: int) -> str:
        """The text of a key; ``_LOST`` when there is none."""
        if not isinstance(event, yaml.ScalarEvent):
            self._node(event, events, (*path, _LOST), depth + 1)
            message = "kunci harus teks, bukan rujukan, daftar atau pasangan kunci dan nilai."
            hint = f"Tulis kunci sebagai satu kata; {_OR_QUOTE}"
            self._add(event, message, hint, path)
            return _LOST
        self.last = (event.start_mark, event.end_mark)
        self._properties(event, path)
        self._text(event, path)
        key = str(event.value)
        if not event.style and ODD.search(key):
            line = _at(event.start_mark).line
            self.stopped = self.stopped or range(line, line + 1)
        if event.style or len(key) > MAX_TEXT:
            return key
        if key == "<<":
            message = "kunci gabungan (<<) tidak boleh ada."
            self._add(event, message, "Tulis kunci dan nilainya satu per satu.", path)
            return _LOST
        if not key:
            self._add(event, *_NO_KEY, path)
            return _LOST
        if key in {"~", "true", "false", "null"} or _INTEGER.fullmatch(key) or _TRAP.fullmatch(key):
            message = f"kunci {quote(key)} tanpa tanda kutip bukan teks."
            self._add(event, message, f"Tulis dalam tanda kutip: {quote(key)}.", path)
        return key

    def _scalar(self, event: _Event, path: Path) -> str | int | bool | None:
        self._text(event, path)
        value = str(event.value)
        if event.style:
            return value
        self._swallowed(event, path)
        if len(value) > MAX_TEXT:
            return value
        match value:
            case "" | "~" | "null":
                return None
            case "true" | "false":
                return value == "true"
        if _INTEGER.fullmatch(value) and len(value) <= MAX_INTEGER_DIGITS:
            return int(value)
        trap = _TRAP.fullmatch(value)
        if trap and trap.lastindex:
            _, meaning, mend = _TRAPS[trap.lastindex - 1]
            message = f"{quote(value)} tanpa tanda kutip {meaning}."
            self._add(event, message, f"{mend} dalam tanda kutip: {quote(value)}.", path)
        return value

    def _swallowed(self, event: _Event, path: Path) -> None:
        """Refuse ``Sesi #3``, of which YAML keeps ``Sesi`` (6.6); a comment of ours has a space after #."""
        found = _SWALLOWED.match(self.text, event.end_mark.index)
        if found and not self.report.full:
            message = f"{quote(found[1])} dibaca sebagai komentar, sehingga hilang dari teks."
            hint = f"Bila itu komentar, beri spasi sesudah #; {_OR_QUOTE}"
            self.report.add(_place(self.text, found.start(1)), message, hint, path)

    def _text(self, event: _Event, path: Path) -> None:
        """Refuse a text that is too long or hides a character, as itself or as an escape (5.7)."""
        if len(event.value) > MAX_TEXT:
            self._add(event, f"teks lebih panjang dari {MAX_TEXT} huruf.", "Ringkaskan atau pecah.", path)
        elif "\t" in event.value or INVISIBLE.search(event.value):
            start = event.start_mark.index
            raw = self.text[start : event.end_mark.index]
            for offset, character in _hidden(raw, escapes=event.style == '"'):
                if self.report.full:
                    break
                self.report.add(_place(self.text, start + offset), *_invisible(character), path)

    def _add(self, event: _Event, message: str, hint: str, path: Path) -> None:
        self.report.add(_at(event.start_mark), message, hint, path)


def _list_of(path: Path) -> Path:
    """The list that a mapping is an item of: where a key stands twice, the mark of an item may be gone."""
    items = [at for at, part in enumerate(path) if isinstance(part, int)]
    return path[: items[-1]] if items else path


def _hidden(raw: str, *, escapes: bool) -> Iterator[tuple[int, str]]:
    """Where a text as written holds a tab or, in double quotes, stands for a character nobody sees."""
    if "\t" in raw:
        yield raw.index("\t"), "\t"
    for found in _ESCAPE.finditer(raw) if escapes else ():
        code = found[1] or found[2] or found[3]
        character = chr(int(code, 16)) if code else _LETTERS.get(found[4] or "", "")
        if character == "\t" or INVISIBLE.match(character):
            yield found.start(), character


_BRACKET = f"Pisahkan isinya dengan koma; {_OR_QUOTE}"
_SYNTAX = (
    ("block sequence entries", "butir daftar (- ) tidak pada tempatnya.", "Mulai daftar di baris baru."),
    ("mapping keys are not allowed", "tanda tanya di sini dibaca sebagai kunci.", _WHOLE),
    ("scanning an alias", "teks diawali tanda *.", _WHOLE),
    ("scanning an anchor", "teks diawali tanda &.", _WHOLE),
    ("scanning a tag", "teks diawali tanda !.", _WHOLE),
    ("parsing a tag", "teks diawali tanda !.", _WHOLE),
    ("tag handle", "teks diawali tanda !.", _WHOLE),
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


def _diagnosis(error: yaml.MarkedYAMLError, last: _Span | None, text: str) -> _Diagnosis:
    """Where a syntax error most probably lies, what is wrong and the mend.

    libyaml says where it stopped; the cause is often what was read ``last``: a text that began with a
    bracket, a quotation mark closed too early or too late, a colon without its space.
    """
    said = f"{error.context or ''} {error.problem or ''}"
    mark: _Mark = error.problem_mark or error.context_mark
    opened: _Mark = error.context_mark or mark
    at = min(_at(mark), _place(text, len(text)), key=lambda place: (place.line, place.column))
    if text.startswith(":", mark.index) and ("expected key" in said or "node content" in said):
        return at, *_NO_KEY
    if "cannot start" in said or "node content" in said:
        if mark.index >= len(text):
            return at, "berkas berakhir sebelum nilai ini ditulis.", "Lengkapi nilainya."
        return at, f"teks tidak dapat diawali {quote(text[mark.index])}.", _WHOLE
    if "could not find expected ':'" in said:
        return _no_colon(opened, text)
    if "document start" in said and _ENDED.search(text, 0, mark.index):
        return at, *_ONE_DOCUMENT
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
                at = _at(opened)
            elif fragment in _CODES:
                at = Position(at.line, max(at.column - 2, 1))
            return at, message, hint
    return at, "susunan YAML keliru di sini.", "Periksa indentasi dan tanda baca."


def _no_colon(start: _Mark, text: str) -> _Diagnosis:
    glued = _GLUED.match(text, start.index)
    if glued:
        at = Position(start.line + 1, start.column + len(glued.group()))
        return at, "tidak ada spasi sesudah titik dua.", "Tulis kunci: nilai, dengan spasi sesudah titik dua."
    hint = "Tulis kunci: nilai; bila lanjutan teks, jorokkan lebih dalam dari kuncinya."
    return _at(start), "baris ini bukan kunci: nilai.", hint


def _after(start: _Mark, end: _Mark, mark: _Mark, text: str) -> _Diagnosis | None:
    """A syntax error on the line where a quoted text, a bracket, an alias or a tag has just ended."""
    if end.line != mark.line:
        return None
    style = text[start.index : start.index + 1]
    if style in {"'", '"'}:
        if start.line < end.line:
            message = f"tanda kutip yang dibuka di sini baru tertutup di baris {end.line + 1}."
            return _at(start), message, "Tutup tanda kutip di akhir teksnya."
        inner = "gandakan ('')" if style == "'" else 'tulis \\"'
        hint = f"Bila tanda kutip itu bagian dari teks, {inner} atau pakai jenis kutip lain di luarnya."
        return _at(mark), "ada tulisan sesudah tanda kutip penutup.", hint
    if style in {"[", "{", "*", "&", "!"}:
        return _at(start), f"teks diawali {quote(style)}, yang punya arti khusus.", _WHOLE
    return None


def _colon(mark: _Mark, last: _Span | None, text: str) -> _Diagnosis:
    """A colon where no new key is allowed (7.3.3)."""
    if last and last[0].line < mark.line == last[1].line:
        if _GLUED.match(text, last[0].index):
            return _no_colon(last[0], text)
        line = text[text.rfind("\n", 0, mark.index) + 1 : mark.index]
        at = Position(mark.line + 1, len(line) - len(line.lstrip()) + 1)
        message = f"baris ini dibaca sebagai lanjutan teks di baris {last[0].line + 1}, tetapi bertitik dua."
        return at, message, f"Bila ini kunci, sejajarkan dengan kunci di atasnya; {_OR_QUOTE}"
    return _at(mark), "titik dua dan spasi di dalam teks dibaca sebagai kunci baru.", _WHOLE
