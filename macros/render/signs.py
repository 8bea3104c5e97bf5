"""Small pieces that a page repeats hundreds of times: addresses and availability signs, made once each."""

from __future__ import annotations

from markupsafe import Markup

from macros.facts import urls
from macros.model.edition import Edition
from macros.model.menu import Activity, Availability, Package
from macros.render.addresses import ROOT
from macros.render.markup import Templates


def tone(availability: Availability) -> str:
    """Class name of the colour of an availability."""
    if availability.on_request:
        return "ok"
    if availability.month is None:
        return "none"
    return "proto" if availability.stage else "ok"


class Signs:
    """Pieces rendered once for every value that occurs."""

    def __init__(self, templates: Templates) -> None:
        """``templates`` holds the pieces' templates."""
        self._templates = templates
        self._made: dict[tuple[str | bool | None, ...], Markup] = {}

    def url_edition(self, edition: Edition) -> Markup:
        """Address of a menu; ``{root}`` in it stands for the way to the site's root."""
        return Markup(ROOT + urls.menu(edition.id))  # noqa: S704 - ids hold nothing that means anything

    def url_package(self, edition: Edition, package: Package) -> Markup:
        """Address of a package in an edition."""
        return Markup(ROOT + urls.menu(edition.id, package.number))  # noqa: S704

    def url_activity(self, edition: Edition, activity: Activity) -> Markup:
        """Address of an activity in an edition."""
        return Markup(ROOT + urls.menu(edition.id, activity.number))  # noqa: S704

    def number(self, edition: Edition, activity: Activity) -> Markup:
        """List item with the number of an activity as a link."""
        return self._make(("_number", edition.id, activity.number), edition=edition, activity=activity)

    def member(self, edition: Edition, activity: Activity) -> Markup:
        """An activity in a set: link and status."""
        return self._make(("_member", edition.id, activity.number), edition=edition, activity=activity)

    def shape(self, availability: Availability) -> Markup:
        """The availability sign alone."""
        key = ("_shape", availability.month, availability.stage, availability.on_request)
        return self._make(key, availability=availability)

    def status(self, availability: Availability) -> Markup:
        """Sign, word and month."""
        key = ("_status", availability.month, availability.stage, availability.on_request)
        return self._make(key, availability=availability)

    def _make(self, key: tuple[str | bool | None, ...], **values: object) -> Markup:
        found = self._made.get(key)
        if found is None:
            found = self._made[key] = self._templates.inline(str(key[0]), **values)
        return found
