"""The screening questions of one edition as a questionnaire (Lampiran 4, section 3.3).

Worked out from the printed rows: who is asked what, which question follows which, and a key by which a saved
answer is found again. Nothing here judges an answer.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from macros.facts.companions import Relations
from macros.model.edition import Answer, Edition, Question

_APART = re.compile(r";| dan ")
_CONDITION = re.compile(r"Jika (ya|tidak)\b")
_BELOW = 'Tercetak di bawah "'
_WORDS = {"ya": Answer.YES, "tidak": Answer.NO}
DIGITS = 12
"""Hexadecimal digits of a digest: enough to tell editions of one questionnaire apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreeningItem:
    """A question in its place.

    ``key`` is the id of the activity or package that its row belongs to, and its place in that row:
    ``sepakat/1``, and ``sepakat/1.1`` for what follows it up. ``condition`` is the answer to ``parent`` after
    which the question is asked; ``None`` when the text names none.
    """

    key: str
    subject: str
    question: Question
    parent: str | None
    condition: Answer | None
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreeningRow:
    """What is asked about one activity or package, and about other packages of the same row (``shared``)."""

    subject: str
    shared: tuple[str, ...]
    activities: tuple[str, ...]
    items: tuple[ScreeningItem, ...]


class Questionnaire:
    """The questions of ``edition``, in printed order; none when it has no screening."""

    def __init__(self, edition: Edition) -> None:
        """Work out rows, keys and respondents; the loader has checked that references resolve."""
        self._edition = edition
        self.items: tuple[ScreeningItem, ...] = tuple(_items(edition))
        spelled: dict[str, str] = {}
        for item in self.items:
            for kind in item.kinds:
                spelled.setdefault(kind.casefold(), kind)
        self._spelled = spelled
        self.kinds: tuple[str, ...] = tuple(spelled.values())
        """Who can be asked, in the order of first mention; of two spellings, the first."""

    def asked(self, item: ScreeningItem) -> tuple[str, ...]:
        """The kinds of respondent to whom ``item`` is put, in the spelling of ``kinds``."""
        return tuple(dict.fromkeys(self._spelled[kind.casefold()] for kind in item.kinds))

    def rows(self) -> tuple[ScreeningRow, ...]:
        """Questions by the activity or package that they are about."""
        found: dict[str, list[ScreeningItem]] = {}
        for item in self.items:
            found.setdefault(item.subject, []).append(item)
        return tuple(
            ScreeningRow(
                subject=subject,
                shared=_shared(items),
                activities=self._all(subject, items),
                items=tuple(items),
            )
            for subject, items in found.items()
        )

    def digest(self) -> str:
        """Changes when a question, its rule, a printed companion or a month changes."""
        relations = Relations(self._edition)
        content = {
            "questions": [
                [item.key, item.question.text, item.question.shows_need, item.condition, item.kinds]
                for item in self.items
            ],
            "activities": [
                [
                    activity.id,
                    activity.availability.model_dump(mode="json"),
                    [member.id for member in relations.printed(activity).activities],
                ]
                for activity in self._edition.activities
            ],
        }
        return hashlib.sha256(json.dumps(content).encode()).hexdigest()[:DIGITS]

    def _all(self, subject: str, items: list[ScreeningItem]) -> tuple[str, ...]:
        """The activities of a row, whichever of its packages they belong to."""
        found = [one for name in (subject, *_shared(items)) for one in self._activities(name)]
        return tuple(dict.fromkeys(found))

    def _activities(self, subject: str) -> tuple[str, ...]:
        """The activities that an answer about ``subject`` recommends: itself, or all of the package."""
        if self._edition.has_package(subject):
            return tuple(activity.id for activity in self._edition.package(subject).activities)
        return (subject,) if self._edition.has_activity(subject) else ()


def _shared(items: list[ScreeningItem]) -> tuple[str, ...]:
    """Other packages that the questions of a row are about, undivided."""
    return tuple(dict.fromkeys(package for item in items for package in item.question.shared))


def condition(question: Question) -> Answer | None:
    """The answer after which a follow-up is asked: *Jika ya*, *Jika tidak*, or none that the text names.

    The words open the question itself, or stand in the note on where it is printed.
    """
    for text in (question.text, (question.note or "").removeprefix(_BELOW)):
        found = _CONDITION.match(text)
        if found is not None:
            return _WORDS[found[1]]
    return None


def _items(edition: Edition) -> Iterator[ScreeningItem]:
    counts: dict[str, int] = {}
    subject, parent = "", ""
    for question in edition.screening.questions if edition.screening else ():
        follows = question.follow_up and parent != ""
        if not follows:
            subject = question.activity or question.package or ""
        group = parent if follows else subject
        counts[group] = counts.get(group, 0) + 1
        key = f"{parent}.{counts[group]}" if follows else f"{subject}/{counts[group]}"
        yield ScreeningItem(
            key=key,
            subject=subject,
            question=question,
            parent=parent if follows else None,
            condition=condition(question) if follows else None,
            kinds=tuple(part.strip() for part in _APART.split(question.respondent) if part.strip()),
        )
        if not follows:
            parent = key
