"""Addresses of the site in templates: ``macros.facts.urls`` with what leads there, as markup."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup

from macros.facts import urls
from macros.render.markup import inert

ROOT = "{root}/"
"""Stands for the way from a page to the site's root; the theme puts it in."""


class Addresses:
    """Every name of ``macros.facts.urls``, each address with ``start`` before it."""

    def __init__(self, start: str) -> None:
        """``start`` is what stands before an address: ``ROOT``, or ``/`` to show it."""
        self._start = start

    def __getattr__(self, name: str) -> Markup | Callable[..., Markup]:
        """An address, or a function of ids and numbers that gives one; ``AttributeError`` for neither."""
        held = getattr(urls, name)
        if isinstance(held, str):
            return self._made(held)
        return lambda *parts: self._made(held(*map(inert, parts)))

    def _made(self, address: str) -> Markup:
        return Markup(self._start + address)  # noqa: S704 - what comes from data is inert
