"""Small pieces that a page repeats hundreds of times: addresses and availability signs, made once each."""

from __future__ import annotations

from markupsafe import Markup

from macros.model import Activity, Availability, Edition, Package
from macros.render.markup import Templates, inert

ROOT = Markup("{root}")
"""Stands for the way to the site's root; the theme puts it in, per page. Data cannot write a brace."""


def url_edition(edition: Edition) -> Markup:
    """Address of a menu."""
    return ROOT + "/menu/" + inert(edition.id) + "/"


def url_package(edition: Edition, package: Package) -> Markup:
    """Address of a package in an edition."""
    return ROOT + "/menu/" + inert(edition.id) + "/" + inert(package.number) + "/"


def url_activity(edition: Edition, activity: Activity) -> Markup:
    """Address of an activity in an edition."""
    return ROOT + "/menu/" + inert(edition.id) + "/" + inert(activity.number) + "/"


def tone(availability: Availability) -> str:
    """Class name of the colour of an availability."""
    if availability.on_request:
        return "ok"
    if availability.month is None:
        return "none"
    return "proto" if availability.stage else "ok"


class Signs:
    """Availability signs, rendered once for every month and stage that occurs."""

    def __init__(self, templates: Templates) -> None:
        """``templates`` holds the signs' templates."""
        self._templates = templates
        self._made: dict[tuple[str, str | None, str | None, bool], Markup] = {}

    def shape(self, availability: Availability) -> Markup:
        """The sign alone."""
        return self._make("_shape", availability)

    def status(self, availability: Availability) -> Markup:
        """Sign, word and month."""
        return self._make("_status", availability)

    def _make(self, template: str, availability: Availability) -> Markup:
        key = (template, availability.month, availability.stage, availability.on_request)
        found = self._made.get(key)
        if found is None:
            found = self._templates.inline(template, availability=availability, tone=tone(availability))
            self._made[key] = found
        return found
