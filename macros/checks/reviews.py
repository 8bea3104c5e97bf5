"""The review state of an activity agrees with what changed (sections 3.2.2 and 3.2.5).

``new`` is an activity that the edition before lacks, ``changed`` one with a substantive change; all others
were ``reviewed`` (by whom and when) or ``not_reviewed``, so that an untouched entry never passes for a
confirmed one. Where the wording alone changed, any of the three may be said. A disagreement is an error in an
approved edition and a warning in a draft.

Good::

    editions/2/packages/1.yml#activities.0.review: {state: changed}

Bad::

    editions/2/packages/1.yml#activities.0.review: {state: reviewed, date: "2031-01-05", by: Komite}

Bad::

    editions/2/packages/1.yml#activities.1.review: {state: not_reviewed}
"""

from __future__ import annotations

from collections.abc import Iterator

from macros.changes import Change, Chronicle, Subject, Substance
from macros.checks.finding import Finding
from macros.checks.grounds import compared
from macros.model.changes import SubjectKind
from macros.model.edition import Status
from macros.model.menu import ReviewState
from macros.model.programme import Programme
from macros.source.problem import Level

UNCHANGED = (ReviewState.REVIEWED, ReviewState.NOT_REVIEWED)


def check(programme: Programme) -> Iterator[Finding]:
    """Review states that the comparison with the edition before does not bear out."""
    chronicle = Chronicle.of(programme)
    for old, new in chronicle.pairs:
        comparison = chronicle.comparison(old.id, new.id)
        level = Level.WARNING if new.info.status is Status.DRAFT else Level.ERROR
        for activity in new.activities:
            subject = Subject(kind=SubjectKind.ACTIVITY, id=activity.id)
            allowed = _allowed(comparison.of(subject))
            if activity.review.state not in allowed:
                yield Finding(
                    subject=activity.review,
                    path=("state",),
                    message=f'"{activity.review.state}" tidak sesuai dengan bandingan ke edisi {old.id}.',
                    hint=f"Tulis state: {' atau '.join(allowed)}.",
                    level=level,
                    grounds=compared(old, new, subject),
                )


def _allowed(changes: tuple[Change, ...]) -> tuple[ReviewState, ...]:
    if any(change.appears for change in changes):
        return (ReviewState.NEW,)
    if any(change.substance is Substance.SUBSTANTIVE for change in changes):
        return (ReviewState.CHANGED,)
    return (ReviewState.CHANGED, *UNCHANGED) if changes else UNCHANGED
