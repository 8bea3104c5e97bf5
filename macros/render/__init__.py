"""The menu as HTML: an own Jinja environment, and one function for every macro that a page may call."""

from __future__ import annotations

from macros.render.calls import MacroCall, PageTemplateError, macro_calls
from macros.render.markup import inert
from macros.render.registry import macro_names
from macros.render.renderer import Renderer
from macros.render.trial import objection

__all__ = [
    "MacroCall",
    "PageTemplateError",
    "Renderer",
    "inert",
    "macro_calls",
    "macro_names",
    "objection",
]
