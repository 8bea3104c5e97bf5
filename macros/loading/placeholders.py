"""Stand-ins for values that were refused, so that the checks across files still see the rest.

A salvaged record serves the checks of one run and is never published: every stand-in has its problem. What
a stand-in hides is told as a ``Loss``, so that no check takes it for something that is not there.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from enum import Enum
from itertools import count
from typing import Any, TypeVar, get_args, get_origin

from pydantic import ValidationError

from macros.loading.losses import Loss, words_of
from macros.loading.messages import field_at, model_at, unknown_key
from macros.model.base import Record
from macros.source.positions import Source
from macros.source.problem import Problem, nearest

T = TypeVar("T", bound=Record)
Path = tuple[str | int, ...]
ROUNDS = 4
MOST_LOSSES = 200
"""Losses of one file, beyond which it counts as lost."""
GUESSES = 50
"""Most unknown keys of one record that are weighed for a slip."""
SHAPES: dict[str, Callable[[int], str]] = {
    "a-z0-9]+(-": "pengganti-{}".format,
    "[0-9]+[a-z]?": lambda count: str(90_000 + count),
    r"|[12]\\d|3": lambda _: "2000-01-01",
    "0[1-9]|1[0-2]": lambda _: "2000-01",
    "sha256": lambda _: f"sha256:{64 * '0'}",
    "A-Z]": lambda count: f"Z{count}",
}
"""A value for each pattern of the model, by a part of the pattern; ids and numbers differ each time."""
NAMING = ("id", "activity", "package", "ids")
"""Keys by which a record says what it is about."""
_counter = count(1)


def respelled(model: type[Record], source: Source) -> tuple[Source, list[Problem]]:
    """The source with every mistyped key as it was meant, and the problem of each.

    A key is mistyped when its record does not have it, has one much like it, and lacks that one.
    """
    problems: list[Problem] = []
    for path, owner in list(_mappings(source.data, model, ())):
        held: Any = source.data
        for part in path:
            held = held[part]
        lacking = [name for name in owner.model_fields if name not in held]
        strangers = [key for key in held if key not in owner.model_fields][:GUESSES]
        for key in strangers:
            meant = nearest(key, owner.model_fields)
            if meant in lacking:
                problems.append(unknown_key(source, (*path, key), owner.model_fields))
                source = source.respelled((*path, key), meant)
                lacking.remove(meant)
    again = respelled(model, source) if problems else (source, [])
    return again[0], [*problems, *again[1]]


def _mappings(data: Any, model: type[Record], path: Path) -> Iterator[tuple[Path, type[Record]]]:  # noqa: ANN401
    """Every mapping of the data that stands for a record, with its class."""
    if isinstance(data, list):
        for index, item in enumerate(data):
            if isinstance(item, dict):
                yield from _mappings(item, model, (*path, index))
    elif isinstance(data, dict):
        yield path, model
        for name in model.model_fields:
            owner = model_at(model, (name,))
            if owner is not None and isinstance(data.get(name), dict | list):
                yield from _mappings(data[name], owner, (*path, name))


def salvage(model: type[T], data: Any, file: str = "") -> tuple[T | None, list[Loss]]:  # noqa: ANN401
    """``data`` as a ``model`` with stand-ins for what is refused; ``None`` when too much is.

    The losses are those of ``file``; with ``None`` there is one, of the whole file.
    """
    mended = copy.deepcopy(data)
    losses: dict[Loss, None] = {}
    words = words_of(" ".join(_texts(data)))
    for _ in range(ROUNDS if isinstance(mended, dict) else 0):
        try:
            return model.model_validate(mended), list(losses)
        except ValidationError as error:
            for detail in error.errors(include_url=False):
                path = tuple(detail["loc"])
                losses[Loss(file, path, lost_ids(data, model, path), words)] = None
                losses.update(dict.fromkeys(_beside(file, data, model, path, words)))
                extra = detail["type"] == "extra_forbidden"
                if len(losses) > MOST_LOSSES or not _replace(mended, model, path, extra=extra):
                    return None, [Loss(file, words=words)]
    return None, [Loss(file, words=words)]


def _beside(
    file: str,
    data: Any,  # noqa: ANN401
    model: type[Record],
    path: Path,
    words: frozenset[str],
) -> Iterator[Loss]:
    """What may be gone with a refused value: every key that its record could have and has not."""
    held, owner = data, model_at(model, path[:-1])
    for part in path[:-1]:
        try:
            held = held[part]
        except (KeyError, IndexError, TypeError):
            return
    for name, field in owner.model_fields.items() if owner is not None and isinstance(held, dict) else ():
        if name not in held and not field.is_required():
            beside = (*path[:-1], name)
            yield Loss(file, beside, lost_ids(data, model, beside), words)


def lost_ids(data: Any, model: type[Record], path: Path) -> frozenset[str] | None:  # noqa: ANN401
    """Ids of which something is lost when the value at ``path`` is; ``None`` when it may be any."""
    steps = [data]
    for part in path:
        try:
            steps.append(steps[-1][part])
        except (KeyError, IndexError, TypeError):
            break
    held = steps.pop() if len(steps) > len(path) else None
    if path and path[-1] in NAMING:
        return None
    gone = words_of(" ".join(_texts(held)))
    kind = model_at(model, path)
    fields = kind.model_fields if kind is not None else {}
    for step in reversed(steps):
        if isinstance(step, dict) and (named := [step[key] for key in NAMING if key in step]):
            return None if "id" in fields else gone | words_of(" ".join(_texts(named)))
    if any(name in fields for name in NAMING) or len(steps) <= 1:
        return None if fields or not path else gone
    outermost = next((step for step in steps[1:] if isinstance(step, dict)), None)
    return gone | words_of(" ".join(_texts(outermost)))


def _texts(data: Any) -> Iterator[str]:  # noqa: ANN401
    """Every text and number in some data, keys left out."""
    if isinstance(data, dict):
        for value in data.values():
            yield from _texts(value)
    elif isinstance(data, list):
        for value in data:
            yield from _texts(value)
    elif data is not None:
        yield str(data)


def _replace(data: Any, model: type[Record], path: Path, *, extra: bool) -> bool:  # noqa: ANN401
    parent = data
    for part in path[:-1]:
        try:
            parent = parent[part]
        except (KeyError, IndexError, TypeError):
            return True
    if not path:
        return False
    last = path[-1]
    if extra:
        parent.pop(last, None)
        return True
    found = field_at(model, path)
    if found is None:
        return False
    if isinstance(last, int):
        value = _stand_in(_item(found.annotation))
    elif found.is_required():
        value = _stand_in(found.rebuild_annotation())
    else:
        parent.pop(last, None)
        return True
    try:
        parent[last] = value
    except (TypeError, IndexError):
        return False
    return True


def _item(annotation: Any) -> Any:  # noqa: ANN401
    arguments = get_args(annotation)
    return arguments[0] if arguments else str


def _stand_in(annotation: Any) -> Any:  # noqa: ANN401
    """A value that an annotation accepts."""
    if hasattr(annotation, "__metadata__"):
        patterns = str(annotation.__metadata__)
        for marker, make in SHAPES.items():
            if marker in patterns:
                return make(next(_counter))
        return _stand_in(get_args(annotation)[0])
    if get_origin(annotation) is tuple:
        return [_stand_in(get_args(annotation)[0])]
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return next(iter(annotation)).value
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return {
            name: _stand_in(found.rebuild_annotation())
            for name, found in annotation.model_fields.items()
            if found.is_required()
        } or {"unknown": True}
    return {int: 2000, bool: False}.get(annotation, "?")
