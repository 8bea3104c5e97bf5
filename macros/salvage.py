"""Stand-ins for values that were refused, so that the checks across files still see the rest.

A salvaged record serves the checks of one run and is never published: every stand-in has its problem.
"""

from __future__ import annotations

import copy
from collections.abc import Callable
from enum import Enum
from itertools import count
from typing import Any, TypeVar, get_args, get_origin

from pydantic import ValidationError

from macros.messages import field_at
from macros.model import Record

T = TypeVar("T", bound=Record)
ROUNDS = 4
SHAPES: dict[str, Callable[[int], str]] = {
    "a-z0-9]+(-": "pengganti-{}".format,
    "[0-9]+[a-z]?": lambda count: str(90_000 + count),
    r"|[12]\\d|3": lambda _: "2000-01-01",
    "0[1-9]|1[0-2]": lambda _: "2000-01",
    "sha256": lambda _: f"sha256:{64 * '0'}",
    "A-Z]": lambda count: f"Z{count}",
}
"""A value for each pattern of the model, by a part of the pattern; ids and numbers differ each time."""
_counter = count(1)


def salvage(model: type[T], data: Any) -> T | None:  # noqa: ANN401
    """``data`` as a ``model`` with stand-ins for what is refused; ``None`` when too much is."""
    mended = copy.deepcopy(data)
    if not isinstance(mended, dict):
        return None
    for _ in range(ROUNDS):
        try:
            return model.model_validate(mended)
        except ValidationError as error:
            for detail in error.errors(include_url=False):
                if not _replace(
                    mended, model, tuple(detail["loc"]), extra=detail["type"] == "extra_forbidden"
                ):
                    return None
    return None


def _replace(data: Any, model: type[Record], path: tuple[str | int, ...], *, extra: bool) -> bool:  # noqa: ANN401
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
