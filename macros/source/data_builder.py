"""Plain data from the events of the YAML parser, with the position of every value and every problem."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from macros.source.characters import INTEGER, RESERVED_WORD, RESERVED_WORDS, hidden, invisible
from macros.source.positions import Mark, Path, Position, mark_position, place_of
from macros.source.problem import INVISIBLE, quote
from macros.source.report import LOST, ProblemReport, StopError
from macros.source.slips import ODD
from macros.source.yaml_errors import NO_KEY, ONE_DOCUMENT, OR_QUOTE, MarkRange, diagnosis

MAX_DEPTH = 20
MAX_NODES = 50_000
MAX_TEXT = 20_000
MAX_INTEGER_DIGITS = 15

LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""libyaml where PyYAML was built with it, as its wheels are; the pure parser is some forty times slower."""

_Event = Any  # libyaml and the pure parser have types of their own
_SWALLOWED = re.compile(r"[ \t]+(#[^\s#][^\n]*)")


class DataBuilder:
    """Builds plain data from parser events, with a position for everything."""

    def __init__(self, report: ProblemReport, text: str) -> None:
        """Problems of ``text`` go to ``report``."""
        self.report = report
        self.text = text
        self.data: Any = None
        self.values: dict[Path, Mark] = {}
        self.ends: dict[Path, Mark] = {}
        self.keys: dict[Path, Mark] = {}
        self.nodes = 0
        self.last: MarkRange | None = None
        self.stopped: range | None = None
        """Lines among which what stopped the reading lies, or what was taken for a key; counted from 1."""

    def read(self) -> bool:
        """Read the whole text; whether there is data to go on with."""
        try:
            return self._document(yaml.parse(self.text, Loader=LOADER))
        except yaml.MarkedYAMLError as error:
            at, message, hint = diagnosis(error, self.last, self.text)
            marks = (error.context_mark, error.problem_mark)
            lines = [at.line, *(mark.line + 1 for mark in marks if mark is not None)]
            self.stopped = range(min(lines) - 1, max(lines) + 1)
            if not self.report.has_line(at.line):
                self.report.add(at, message, hint)
        except StopError:
            pass
        except (yaml.YAMLError, ArithmeticError, LookupError, RecursionError, ValueError, MemoryError):
            at = mark_position(self.last[1]) if self.last else Position(1, 1)
            self.report.add(at, "tulisan sesudah ini bukan YAML yang dapat dibaca.", "Periksa penulisannya.")
        return False

    def _document(self, events: Iterator[_Event]) -> bool:
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self.report.add(mark_position(event.start_mark), *ONE_DOCUMENT)
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
            raise StopError
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
            hint = f"Tulis nilainya langsung; {OR_QUOTE}"
            self._add(event, f"rujukan {quote(f'*{event.anchor}')} tidak boleh ada.", hint, path)
            return f"*{event.anchor}"
        self._properties(event, path)
        if depth >= MAX_DEPTH:
            self._add(event, f"susunan lebih dalam dari {MAX_DEPTH} tingkat.", "Ratakan susunannya.", path)
            raise StopError
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(event, events, path, depth)
        return self._mapping(event, events, path, depth)

    def _properties(self, event: _Event, path: Path) -> None:
        """Refuse anchors and tags."""
        if event.anchor is None and event.tag is None:
            return
        hint = f"Hapus; {OR_QUOTE}"
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
                first = mark_position(self.keys[*path, key])
                message = f"kunci {quote(key)} sudah ada di baris {first.line} kolom {first.column}."
                self._add(event, message, "Hapus salah satu, atau gabungkan isinya.", (*path, key))
                self.report.flaws.append(_list_of(path))
                key = LOST
            here = (*path, key)
            self.keys[here] = event.start_mark
            value = self._node(next(events), events, here, depth + 1)
            if key != LOST:
                content[key] = value
        return content

    def _close(self, start: _Event, end: _Event) -> None:
        if start.flow_style:
            self.last = (start.start_mark, end.end_mark)

    def _key(self, event: _Event, events: Iterator[_Event], path: Path, depth: int) -> str:
        """The text of a key; ``LOST`` when there is none."""
        if not isinstance(event, yaml.ScalarEvent):
            self._node(event, events, (*path, LOST), depth + 1)
            message = "kunci harus teks, bukan rujukan, daftar atau pasangan kunci dan nilai."
            hint = f"Tulis kunci sebagai satu kata; {OR_QUOTE}"
            self._add(event, message, hint, path)
            return LOST
        self.last = (event.start_mark, event.end_mark)
        self._properties(event, path)
        self._text(event, path)
        key = str(event.value)
        if not event.style and ODD.search(key):
            line = mark_position(event.start_mark).line
            self.stopped = self.stopped or range(line, line + 1)
        if event.style or len(key) > MAX_TEXT:
            return key
        if key == "<<":
            message = "kunci gabungan (<<) tidak boleh ada."
            self._add(event, message, "Tulis kunci dan nilainya satu per satu.", path)
            return LOST
        if not key:
            self._add(event, *NO_KEY, path)
            return LOST
        if key in {"~", "true", "false", "null"} or INTEGER.fullmatch(key) or RESERVED_WORD.fullmatch(key):
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
        if INTEGER.fullmatch(value) and len(value) <= MAX_INTEGER_DIGITS:
            return int(value)
        trap = RESERVED_WORD.fullmatch(value)
        if trap and trap.lastindex:
            _, meaning, mend = RESERVED_WORDS[trap.lastindex - 1]
            message = f"{quote(value)} tanpa tanda kutip {meaning}."
            self._add(event, message, f"{mend} dalam tanda kutip: {quote(value)}.", path)
        return value

    def _swallowed(self, event: _Event, path: Path) -> None:
        """Refuse ``Sesi #3``, of which YAML keeps ``Sesi`` (6.6); a comment of ours has a space after #."""
        found = _SWALLOWED.match(self.text, event.end_mark.index)
        if found and not self.report.full:
            message = f"{quote(found[1])} dibaca sebagai komentar, sehingga hilang dari teks."
            hint = f"Bila itu komentar, beri spasi sesudah #; {OR_QUOTE}"
            self.report.add(place_of(self.text, found.start(1)), message, hint, path)

    def _text(self, event: _Event, path: Path) -> None:
        """Refuse a text that is too long or hides a character, as itself or as an escape (5.7)."""
        if len(event.value) > MAX_TEXT:
            self._add(event, f"teks lebih panjang dari {MAX_TEXT} huruf.", "Ringkaskan atau pecah.", path)
        elif "\t" in event.value or INVISIBLE.search(event.value):
            start = event.start_mark.index
            raw = self.text[start : event.end_mark.index]
            for offset, character in hidden(raw, escapes=event.style == '"'):
                if self.report.full:
                    break
                self.report.add(place_of(self.text, start + offset), *invisible(character), path)

    def _add(self, event: _Event, message: str, hint: str, path: Path) -> None:
        self.report.add(mark_position(event.start_mark), message, hint, path)


def _list_of(path: Path) -> Path:
    """The list that a mapping is an item of: where a key stands twice, the mark of an item may be gone."""
    items = [at for at, part in enumerate(path) if isinstance(part, int)]
    return path[: items[-1]] if items else path
