"""Plain data as YAML, written as the editors of these files write."""

from __future__ import annotations

from typing import Any

import yaml

from macros.source.characters import RESERVED_WORD

FOLD = 95
"""A text longer than this is folded, at the first blank after as many characters."""


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
        style = ">" if folded else '"' if RESERVED_WORD.fullmatch(text) else None
        return self.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Writer.add_representer(str, _Writer.text)
