"""Positions in a text, and a file as plain data with the position of every value."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

Path = tuple[str | int, ...]
Mark = Any
"""A mark of libyaml or of the pure parser, which have types of their own: line, column and index from 0."""


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
    _values: dict[Path, Mark] = field(repr=False, compare=False)
    _ends: dict[Path, Mark] = field(repr=False, compare=False)
    _keys: dict[Path, Mark] = field(repr=False, compare=False)
    flaws: tuple[Path, ...] = field(default=(), repr=False, compare=False)
    """Where a value was refused and stands as text, or a key was left out; ``()`` for anywhere."""
    guessed: bool = field(default=False, compare=False)
    """Whether tabs were taken for so many spaces that the file can be read."""

    def position(self, path: Path) -> Position:
        """Position of the value at ``path``, or of its nearest ancestor that exists."""
        for length in range(len(path), -1, -1):
            found = self._values.get(path[:length])
            if found is not None:
                return mark_position(found)
        return Position(1, 1)

    def respelled(self, path: Path, name: str) -> Source:
        """The same with the key that ``path`` ends in called ``name``; positions stay."""
        here, size = (*path[:-1], name), len(path)

        def moved(marks: dict[Path, Mark]) -> dict[Path, Mark]:
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
        return mark_position(self._ends[path])

    def key_position(self, path: Path) -> Position:
        """Position of the key that ``path`` ends in, or of the nearest value that exists."""
        found = self._keys.get(path)
        return self.position(path) if found is None else mark_position(found)


def _respelled(data: Any, path: Path, name: str) -> Any:  # noqa: ANN401
    """A copy of ``data`` in which the key that ``path`` ends in is called ``name``."""
    first, rest = path[0], path[1:]
    if isinstance(data, list):
        return [_respelled(item, rest, name) if at == first else item for at, item in enumerate(data)]
    if not rest:
        return {name if key == first else key: value for key, value in data.items()}
    return {key: _respelled(value, rest, name) if key == first else value for key, value in data.items()}


def place_of(text: str, index: int) -> Position:
    """Position of the character at ``index``, from 0."""
    return Position(text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index))


def mark_position(mark: Mark) -> Position:
    """Position of a mark of the parser."""
    return Position(mark.line + 1, mark.column + 1)
