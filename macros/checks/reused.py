"""An id is never used again for another thing; history and links follow it.

An entry whose name, reasons and description have nothing in common with what its id stood for in the
edition before is taken for another thing, unless it bears the earlier name among its ``aliases``.

Good::

    editions/2/packages/1.yml#activities.0.name: Memanen
    editions/2/packages/1.yml#activities.0.aliases: [{name: Membajak, where: [Daftar 2030]}]
    editions/2/packages/1.yml#activities.0.rationale: Sayur layu bila terlambat dipetik.
    editions/2/packages/1.yml#activities.0.description: {intro: Sekolah memetik hasil kebun.}
    changes/1-2.yml#reasons.0.covers:
      - {activity: satu, field: availability}
      - {activity: satu, field: name}
      - {activity: satu, field: description}

Bad::

    editions/2/packages/1.yml#activities.0.name: Memanen
    editions/2/packages/1.yml#activities.0.rationale: Sayur layu bila terlambat dipetik.
    editions/2/packages/1.yml#activities.0.description: {intro: Sekolah memetik hasil kebun.}
    changes/1-2.yml#reasons.0.covers:
      - {activity: satu, field: availability}
      - {activity: satu, field: name}
      - {activity: satu, field: description}
"""

from __future__ import annotations

from collections.abc import Iterator

from macros.changes import Change, Chronicle, Comparison
from macros.checks.finding import Finding
from macros.checks.grounds import compared
from macros.model.changes import SubjectKind
from macros.model.edition import Edition
from macros.model.menu import Activity, Package
from macros.model.programme import Programme

TELLING = {
    SubjectKind.ACTIVITY: ("name", "rationale", "description"),
    SubjectKind.PACKAGE: ("name", "lede", "summary"),
}
"""Fields that say what an entry is."""


def check(programme: Programme) -> Iterator[Finding]:
    """Ids that stand for another thing than in the edition before."""
    chronicle = Chronicle.of(programme)
    for old, new in chronicle.pairs:
        comparison = chronicle.comparison(old.id, new.id)
        for name in (change for change in comparison.changes if change.field == "name"):
            record = _record(name, new)
            known = {alias.name for alias in record.aliases}
            if str(name.old) not in known and _is_other(name, comparison):
                yield Finding(
                    subject=record,
                    path=("id",),
                    message=f'id "{name.subject.id}" di edisi {old.id} milik hal lain, "{name.old}".',
                    hint=f"Beri id baru dan catat id lama di changes/{old.id}-{new.id}.yml; "
                    "bila memang hal yang sama, tulis nama lamanya di aliases.",
                    grounds=compared(old, new, name.subject, notes=False),
                )


def _record(change: Change, edition: Edition) -> Activity | Package:
    if change.subject.kind is SubjectKind.ACTIVITY:
        return edition.activity(change.subject.id)
    return edition.package(change.subject.id)


def _is_other(name: Change, comparison: Comparison) -> bool:
    """Whether every text that says what the entry is was rewritten."""
    texts = {change.field: change.texts for change in comparison.of(name.subject)}
    return all(
        field in texts and all(piece.diff.rewrite for piece in texts[field])
        for field in TELLING[name.subject.kind]
    )
