"""Edits of a YAML file at the positions of its values; every other byte stays as it is.

Comments, the order of keys, quoting, folds and blank lines belong to the editors, and a library that writes
a file anew keeps only some of them. What the file is to say is worked out beside each edit and compared with
what it then says: an edit of a file written in an unforeseen way raises an error instead of damaging it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any, Self

from macros.source.positions import Path, Position, Source
from macros.source.yaml_reader import read
from macros.source.yaml_writer import write

_HEAD = re.compile(r"(?:#.*\n)*")
_QUOTED_AS_IS = re.compile(r"[\w:-]+", re.ASCII)


class UnusualError(Exception):
    """A file is written in a way in which it cannot be edited at positions."""


@dataclass(frozen=True, slots=True)
class YamlDocument:
    """The text of a YAML file with its positions; every edit returns a new one.

    All edits raise ``UnusualError`` when the file does not say afterwards exactly what it should.
    """

    text: str
    source: Source

    @classmethod
    def of(cls, content: bytes, file: str) -> Self:
        """The file with this content; ``UnusualError`` when it cannot be read at all."""
        source, _ = read(content, file)
        if source is None:
            raise UnusualError(file)
        return cls(content.decode(), source)

    @property
    def content(self) -> bytes:
        """The bytes of the file."""
        return self.text.encode()

    def has(self, path: Path) -> bool:
        """Whether there is a value at ``path``."""
        try:
            _at(self.source.data, path)
        except (KeyError, IndexError, TypeError):
            return False
        return True

    def inline(self, path: Path) -> bool:
        """Whether the list or the pairs at ``path`` stand in brackets."""
        return self.text[self._span(path)[0]] in "[{"

    def put(self, path: Path, value: object) -> Self:
        """Replace the word, number or bracketed value at ``path``; a word keeps its quotation marks."""
        start, end = self._span(path)
        if isinstance(value, str | int):
            raw = write([value]).removeprefix("- ").rstrip()
        else:
            raw = write([value], inline=True).rstrip()[1:-1]
        mark = self.text[start : start + 1]
        if mark in {'"', "'"} and isinstance(value, str) and _QUOTED_AS_IS.fullmatch(value):
            raw = f"{mark}{value}{mark}"
        gap = " " if start == end else ""
        return self._replaced(start, end, f"{gap}{raw}", _changed(self.source.data, path, lambda _: value))

    def emptied(self, key: str) -> Self:
        """Leave nothing of the list at the top-level ``key``."""
        if self.inline((key,)):
            return self.put((key,), [])
        start, (_, stop) = self._after_key((key,)), self._entry((key,))
        comment = self.text[start : self.text.index("\n", start)]
        data = {**self.source.data, key: []}
        return self._replaced(start, self._line(stop), f" []{comment.rstrip()}\n", data)

    def reworded(self, path: Path, words: Mapping[str, str]) -> Self:
        """Replace whole words in the text at ``path`` as it is written."""
        start, end = self._span(path)
        return self._replaced(
            start,
            end,
            _reworded(self.text[start:end], words),
            _changed(self.source.data, path, lambda text: _reworded(text, words)),
        )

    def head_reworded(self, words: Mapping[str, str]) -> Self:
        """Replace whole words in the comments that open the file."""
        head = _HEAD.match(self.text)
        end = head.end() if head else 0
        return self._replaced(0, end, _reworded(self.text[:end], words), self.source.data)

    def without(self, path: Path) -> Self:
        """Remove a key, if it is there, with its value, the comments of both and a blank line too many."""
        if not self.has(path):
            return self
        lines = self.text.split("\n")
        first, stop = self._entry(path)
        if first == 0 or not lines[first - 1].strip():
            while stop < len(lines) and not lines[stop].strip():
                stop += 1
            while stop == len(lines) and first and not lines[first - 1].strip():
                first -= 1
        data = deepcopy(self.source.data)
        del _at(data, path[:-1])[path[-1]]
        return self._replaced(self._line(first), self._line(stop), "", data)

    def with_entry(self, key: str, value: object, *, after: str, within: Path = ()) -> Self:
        """Add a key to the pairs at ``within``, after the entry ``after`` or, if that is not there, the last.

        Without ``within`` the key stands at the top level.
        """
        held = _at(self.source.data, within)
        neighbour = (*within, after if after in held else next(reversed(held)))
        _, stop = self._entry(neighbour)
        margin = " " * (self.source.key_position(neighbour).column - 1)
        fresh = {**held, key: value}
        data = _changed(self.source.data, within, lambda _: fresh) if within else fresh
        return self._inserted(stop, re.sub(r"(?m)^(?=.)", margin, write({key: value})), data)

    def appended(self, key: str, item: object) -> Self:
        """Add an item to the list at the top-level ``key``, which is written line by line or empty."""
        items = self.source.data[key]
        data = {**self.source.data, key: [*items, item]}
        _, stop = self._entry((key,))
        if items:
            dash = " " * (self.source.position((key,)).column - 1)
            return self._inserted(stop, re.sub(r"(?m)^(?=.)", dash, write([item])), data)
        _, block = write({key: [item]}).split("\n", 1)
        comment = self.text[self._span((key,))[1] : self._line(stop)].rstrip()
        return self._replaced(self._after_key((key,)), self._line(stop), f"{comment}\n{block}", data)

    def _inserted(self, line: int, block: str, data: object) -> Self:
        at = self._line(line)
        gap = "" if not at or self.text[at - 1] == "\n" else "\n"
        return self._replaced(at, at, f"{gap}{block}", data)

    def _replaced(self, start: int, end: int, raw: str, data: object) -> Self:
        if raw == self.text[start:end] and data == self.source.data:
            return self
        ending = "\r\n" if "\r\n" in self.text else "\n"
        raw = raw.replace("\r\n", "\n").replace("\n", ending)
        text = f"{self.text[:start]}{raw}{self.text[end:]}"
        source, _ = read(text.encode(), self.source.file)
        if source is None or source.data != data:
            raise UnusualError(self.source.file)
        return type(self)(text, source)

    def _entry(self, path: Path) -> tuple[int, int]:
        """Lines (from, before) of a key and its value, with the comments right above and within."""
        lines = self.text.split("\n")
        key = self.source.key_position(path)
        first, indent = key.line - 1, key.column - 1
        if lines[first][:indent].strip():
            raise UnusualError(self.source.file)
        stop = self.text.count("\n", 0, self._span(path)[1]) + 1
        while stop < len(lines) and re.match(rf" {{{indent + 1},}}#", lines[stop]):
            stop += 1
        above = first
        while above and re.match(rf" {{{indent}}}#", lines[above - 1]):
            above -= 1
        return above or first, stop

    def _span(self, path: Path) -> tuple[int, int]:
        """Where the value at ``path`` begins and ends, without the blank lines after it."""
        start, end = self._offset(self.source.position(path)), self._offset(self.source.end(path))
        return start, start + len(self.text[start:end].rstrip())

    def _after_key(self, path: Path) -> int:
        """The place right after the colon of a key."""
        start = self._offset(self.source.key_position(path))
        colon = re.compile(r"""(?:"[^"]*"|'[^']*'|[^\s:]+) *:""").match(self.text, start)
        if colon is None:
            raise UnusualError(self.source.file)
        return colon.end()

    def _offset(self, at: Position) -> int:
        return self._line(at.line - 1) + at.column - 1

    def _line(self, index: int) -> int:
        """Where a line (from 0) begins; the end of the text when there are no so many."""
        start = 0
        for _ in range(index):
            start = self.text.find("\n", start) + 1
            if not start:
                return len(self.text)
        return start


def _reworded(text: str, words: Mapping[str, str]) -> str:
    shape = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.sub(rf"(?<![\w.-])(?:{shape})(?![\w-]|[.,]\w)", lambda found: words[found.group()], text)


def _changed(data: object, path: Path, change: Callable[[Any], object]) -> object:
    fresh = deepcopy(data)
    holder = _at(fresh, path[:-1])
    holder[path[-1]] = change(holder[path[-1]])
    return fresh


def _at(data: Any, path: Path) -> Any:  # noqa: ANN401
    for part in path:
        data = data[part]
    return data
