"""The macro calls of a Markdown page, and a refusal of all other template code.

mkdocs-macros renders every page as a Jinja template that may run any Python. A page may therefore hold
plain text and ``{{ name("literal", 1) }}``, and nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass

from jinja2 import Environment, TemplateSyntaxError, nodes

Literal = str | int | float | bool | None

_JINJA = Environment(autoescape=True)
_OPEN = "{{"
_OPENING, _CLOSING = frozenset("([{"), frozenset(")]}")
DEEPEST = 5
"""Brackets within brackets that are read, to be refused in words of their own."""
MOST_PIECES = 300
"""Words, signs and spaces of a call; the parser recurses over signs."""
LONGEST_NUMBER = 15
"""Digits of a number in a call."""


class PageTemplateError(Exception):
    """Template code that a page may not hold; ``line`` counts from 1."""

    def __init__(self, line: int, message: str) -> None:
        """``message`` is Indonesian, for the page's author."""
        super().__init__(message)
        self.line = line
        self.message = message


@dataclass(frozen=True, slots=True, kw_only=True)
class MacroCall:
    """One call; ``line`` and ``column`` count from 1 and point at the opening braces."""

    line: int
    column: int
    name: str
    args: tuple[Literal, ...]
    kwargs: dict[str, Literal]


def macro_calls(markdown: str) -> list[MacroCall]:
    """Every macro call of a page in order; ``PageTemplateError`` for any other template code."""
    try:
        starts = _starts(markdown)
        tree = _JINJA.parse(markdown)
    except TemplateSyntaxError as error:
        raise PageTemplateError(error.lineno, "tulisan makro tidak terbaca.") from None
    printed = [
        node
        for output in tree.body
        if isinstance(output, nodes.Output)
        for node in output.nodes
        if not isinstance(node, nodes.TemplateData)
    ]
    return [_call(node, *start) for node, start in zip(printed, starts, strict=True)]


def _starts(markdown: str) -> list[tuple[int, int]]:
    """Line and column of every ``{{``; refuses statements, comments, raw blocks and trimming signs."""
    found: list[tuple[int, int]] = []
    line, column, inside, depth = 1, 1, 0, 0
    for at, kind, text in _JINJA.lex(markdown):
        if kind == "variable_begin":
            if text != _OPEN:
                raise PageTemplateError(at, f'"{text}" tidak boleh; tulis {_OPEN}.')
            found.append((line, column))
            inside, depth = 1, 0
        elif kind == "variable_end":
            if text != "}}":
                raise PageTemplateError(at, f'"{text}" tidak boleh; tulis }}}}.')
            inside = 0
        elif kind != "data" and not inside:
            raise PageTemplateError(at, "kode templat tidak boleh ada di halaman.")
        elif inside:
            inside += 1
            depth = _bearable(at, kind, text, depth)
            if inside > MOST_PIECES:
                raise PageTemplateError(at, "tulisan makro terlalu panjang.")
        ends = text.count("\n")
        line += ends
        column = len(text) - text.rfind("\n") if ends else column + len(text)
    return found


def _bearable(line: int, kind: str, text: str, depth: int) -> int:
    """The depth of brackets after a piece; refuses what no call holds and the parser cannot bear."""
    if kind == "operator":
        depth += (text in _OPENING) - (text in _CLOSING)
        if depth > DEEPEST:
            raise PageTemplateError(line, f"tanda kurung lebih dalam dari {DEEPEST} tingkat.")
    elif len(text) > LONGEST_NUMBER and kind in {"integer", "float"}:
        raise PageTemplateError(line, f"angka lebih panjang dari {LONGEST_NUMBER} angka.")
    return depth


def _call(node: nodes.Expr, line: int, column: int) -> MacroCall:
    if not isinstance(node, nodes.Call) or not isinstance(node.node, nodes.Name):
        raise PageTemplateError(line, "hanya panggilan makro yang boleh di antara kurung kurawal.")
    if node.dyn_args is not None or node.dyn_kwargs is not None:
        raise PageTemplateError(line, "argumen berbintang tidak boleh.")
    return MacroCall(
        line=line,
        column=column,
        name=node.node.name,
        args=tuple(_literal(argument, line) for argument in node.args),
        kwargs={keyword.key: _literal(keyword.value, line) for keyword in node.kwargs},
    )


def _literal(node: nodes.Expr, line: int) -> Literal:
    value = node.value if isinstance(node, nodes.Const) else ...
    if value is None or isinstance(value, (str, int, float)):
        return value
    raise PageTemplateError(line, "argumen makro harus nilai langsung: teks dalam tanda kutip atau angka.")
