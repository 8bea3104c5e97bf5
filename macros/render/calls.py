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
        raise PageTemplateError(error.lineno, f"tulisan makro tidak terbaca ({error.message}).") from None
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
    line, column, inside = 1, 1, False
    for at, kind, text in _JINJA.lex(markdown):
        if kind == "variable_begin":
            if text != _OPEN:
                raise PageTemplateError(at, f'"{text}" tidak boleh; tulis {_OPEN}.')
            found.append((line, column))
            inside = True
        elif kind == "variable_end":
            if text != "}}":
                raise PageTemplateError(at, f'"{text}" tidak boleh; tulis }}}}.')
            inside = False
        elif kind != "data" and not inside:
            raise PageTemplateError(at, "kode templat tidak boleh ada di halaman.")
        ends = text.count("\n")
        line += ends
        column = len(text) - text.rfind("\n") if ends else column + len(text)
    return found


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
