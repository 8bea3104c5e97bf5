"""Kinds of findings: each has a name that never changes, its facts, and the words that tell them.

A function below ``kind`` is a kind. Its name is the value of ``kind`` in the JSON of a change sheet, so it is
never changed or used again for something else; its docstring says what the kind means, its parameters are
the facts, and what it returns are the words.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from inspect import signature
from typing import NamedTuple, ParamSpec

P = ParamSpec("P")


class Words(NamedTuple):
    """What is said of a finding: a line, what to do, further lines, and what it is a part of."""

    title: str
    mend: str = ""
    lines: tuple[str, ...] = ()
    where: str = ""


@dataclass(frozen=True)
class Topic:
    """What a finding is about: its kind, and the facts by their names; worded when it is told."""

    kind: str
    facts: Mapping[str, object]
    _say: Callable[[], Words]

    @cached_property
    def words(self) -> Words:
        """The facts in words."""
        return self._say()


KINDS: dict[str, str] = {}
"""Every kind, and what it means."""


def kind(say: Callable[P, Words], name: str = "") -> Callable[P, Topic]:
    """A kind whose facts ``say`` puts into words; its name is that of the function unless one is given."""
    own, parameters = name or say.__name__, signature(say)
    KINDS[own] = (say.__doc__ or "").partition("\n")[0]

    def topic(*args: P.args, **kwargs: P.kwargs) -> Topic:
        return Topic(own, parameters.bind(*args, **kwargs).arguments, partial(say, *args, **kwargs))

    return topic
