"""The macro of the search page: its field, its words for the script, and the index from A to Z."""

from __future__ import annotations

from markupsafe import Markup

from macros.facts import urls
from macros.facts.page_index import IndexedPage, index
from macros.model.edition import Edition
from macros.render.context import Context
from macros.render.island import island
from macros.render.registry import Place, macro
from macros.wording import editions as edition_words
from macros.wording import search as words


@macro(Place.PAGE)
def search_page(context: Context) -> Markup:
    """Pencarian, dan daftar semua halaman dari A sampai Z.

    Contoh: search_page()
    """
    current, editions = context.programme.current, context.programme.editions
    others = [edition for edition in reversed(editions) if edition != current]
    return context.templates.block(
        "search_page",
        letters=index(
            _listed(context),
            {edition.info.short_title: _said(context, edition) for edition in editions},
            {urls.SECTIONS: words.ALONE},
        ),
        others=others,
        current=current,
        has_guide=bool(context.guideline.sections),
        said=island(
            {
                **words.SCRIPT,
                "groups": {group.value: name for group, name in words.GROUPS.items()},
                "now": edition_words.tag(current, current) if current is not None else "",
                "editions": {edition.id: edition.info.short_title for edition in others},
                "tags": {edition.id: edition_words.tag(edition, current) for edition in others},
                "kinds": {edition.id: edition.info.status.value for edition in others},
            }
        ),
    )


def _listed(context: Context) -> tuple[IndexedPage, ...]:
    """Every page but the search itself."""
    return tuple(sheet for sheet in context.page_index if sheet.url != urls.SEARCH)


def _said(context: Context, edition: Edition) -> str:
    """How an entry of the index names an edition."""
    if edition == context.programme.current:
        return edition.info.short_title
    return f"{edition.info.short_title} ({edition_words.tag(edition, context.programme.current).lower()})"
