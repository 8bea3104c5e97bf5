"""Words for the search lead to what there is: activities and packages of the menu, sections, forms.

What the current edition has no more is a warning: the words then lead nowhere.

Addresses of other pages are checked where the pages are known, when the site is built.

Good::

    search.yml#leads.0.to.0.activity: dua

Bad::

    search.yml#leads.0.to.0.activity: tiga

Bad::

    search.yml#leads.0.to.0: {package: paket-tiada}

Bad::

    search.yml#leads.0.to.0: {section: "9.9"}

Bad::

    search.yml#same.0.finds: {form: lampiran-99}
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from macros.checks.finding import Finding, Ground
from macros.checks.grounds import MENU, named, years
from macros.model.edition import Edition
from macros.model.programme import Programme
from macros.model.search_words import Target
from macros.source.problem import Level, did_you_mean


def check(programme: Programme) -> Iterator[Finding]:
    """Targets that name nothing; a warning for what only another edition than the current one has."""
    guideline, current = programme.guideline, programme.current
    standing = years(programme, "status", "fiscal_year")
    packages = [package for edition in programme.editions for package in edition.packages]
    known: dict[str, tuple[str, Collection[str]]] = {
        "activity": ("kegiatan", {one.id for package in packages for one in package.activities}),
        "package": ("paket", {package.id for package in packages}),
        "section": (
            "bagian",
            {one.id for one in (guideline.sections.sections if guideline.sections else ())},
        ),
        "form": ("formulir", {form.id for form in guideline.forms}),
    }
    for target in programme.search_words.targets():
        for field, (kind, ids) in known.items():
            value = getattr(target, field)
            if value is not None and value not in ids:
                yield Finding(
                    subject=target,
                    path=(field,),
                    message=f'{kind} "{value}" tidak ada.',
                    hint=did_you_mean(value, sorted(ids)) or f"Pakai id {kind} yang ada.",
                    grounds=named(kind, value, ids),
                )
                continue
            if value is not None and current is not None and _passed(current, target):
                yield Finding(
                    subject=target,
                    path=(field,),
                    message=f'{kind} "{value}" tidak ada di menu terkini; kata ini tidak menuju ke mana pun.',
                    hint="Ganti dengan penerusnya, atau hapus.",
                    level=Level.WARNING,
                    grounds=(Ground(f"{MENU}{current.id}/", value), *standing),
                )


def _passed(current: Edition, target: Target) -> bool:
    """Whether a target is of the menu and the current edition lacks it."""
    if target.activity is not None:
        return not current.has_activity(target.activity)
    return target.package is not None and not current.has_package(target.package)
