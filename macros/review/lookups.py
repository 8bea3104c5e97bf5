"""What the parts of a review look up: neighbours of an edition, places of values, who speaks of what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol, TypeVar

from macros.changelog import Entry
from macros.changes import Chronicle, Subject
from macros.editing.transaction import RefusedError
from macros.loading.load import Loaded
from macros.model.catalogue import Catalogue
from macros.model.changes import ChangeNotes, SubjectKind
from macros.model.edition import Edition, Erratum
from macros.model.guideline.guideline import Guideline
from macros.model.programme import Programme
from macros.model.revisions import Decision, Revision
from macros.review.finding import Justification, Place
from macros.source.problem import did_you_mean, quote
from macros.wording import approval as approval_words
from macros.wording import menu
from macros.wording import review_menu as words


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


K = TypeVar("K")
V = TypeVar("V")
N = TypeVar("N", bound=_HasId)
BEYOND_FIELDS = frozenset({"", "package"})
"""Fields of a change that no erratum can name: the whole record, and the package that holds it."""


def by_id(records: Iterable[N]) -> dict[str, N]:
    """Records by their ids."""
    return {record.id: record for record in records}


def unlike(first: Mapping[K, V], second: Mapping[K, V]) -> Iterator[tuple[K, V | None, V | None]]:
    """What two sides have differently, in the order of the first; ``None`` where one has none."""
    for key in {**first, **second}:
        if first.get(key) != second.get(key):
            yield key, first.get(key), second.get(key)


def decisions_of(guideline: Guideline) -> tuple[Decision, ...]:
    """Every recorded decision."""
    return guideline.decisions.decisions if guideline.decisions else ()


def revisions_of(guideline: Guideline) -> tuple[Revision, ...]:
    """Every revision of the guideline."""
    return guideline.revisions.revisions if guideline.revisions else ()


def predecessor(programme: Programme, edition: Edition) -> Edition | None:
    """The edition before, or ``None`` for the first."""
    pairs = Chronicle.of(programme).pairs
    return next((old for old, new in pairs if new.id == edition.id), None)


def notes_into(programme: Programme, edition: Edition) -> ChangeNotes | None:
    """What is noted of the changes from the edition before."""
    before = predecessor(programme, edition)
    return Chronicle.of(programme).notes(before.id, edition.id) if before else None


def covers(erratum: Erratum, subject: Subject, field: str) -> bool:
    """Whether an erratum speaks of a field of a subject; one of the subject speaks of the whole record.

    A correction by the editors without a field speaks of all fields, and without a record of all records.
    """
    if erratum.activity is not None:
        own = Subject(kind=SubjectKind.ACTIVITY, id=erratum.activity)
    elif erratum.package is not None:
        own = Subject(kind=SubjectKind.PACKAGE, id=erratum.package)
    else:
        own = Subject(kind=SubjectKind.EDITION)
    if erratum.field is None:
        return own == subject or own.kind is SubjectKind.EDITION
    if own != subject:
        return own.kind is SubjectKind.EDITION and erratum.field == "packages" and field in BEYOND_FIELDS
    return field in BEYOND_FIELDS or erratum.field == field.partition(".")[0]


def justifications(errata: Iterable[Erratum], subject: Subject, field: str) -> tuple[Justification, ...]:
    """Errata that explain a change of a field of a subject."""
    return tuple(
        Justification(text=words.by_erratum(erratum), decision=erratum.decision or "")
        for erratum in errata
        if covers(erratum, subject, field)
    )


def place_of(loaded: Loaded, edition: Edition, entry: Entry, notes: ChangeNotes | None) -> Place:
    """Where the new value stands; of what is gone, where its reason does."""
    record = entry.new or (edition.info if entry.subject.kind is SubjectKind.EDITION else None)
    if record is None:
        return loaded.position(notes, "reasons") if notes else loaded.position(edition.info)
    return loaded.position(record, entry.field.partition(".")[0]) if entry.field else loaded.position(record)


def covering(entry: Entry) -> str:
    """What a reason writes to speak of an entry: ``activity: satu, field: name``."""
    first = entry.changes[0]
    kind = entry.subject.kind
    whose_change = "" if kind is SubjectKind.EDITION else f"{kind}: {entry.subject.id}, "
    return whose_change + (f"event: {first.kind}" if first.is_event else f"field: {entry.field}")


def whose(subject: Subject, edition: Edition) -> str:
    """The number of an activity or package, as readers see it; nothing for the edition."""
    if subject.kind is SubjectKind.ACTIVITY and edition.has_activity(subject.id):
        return edition.activity(subject.id).number
    if subject.kind is SubjectKind.PACKAGE and edition.has_package(subject.id):
        return menu.package_label(edition.package(subject.id).number)
    return ""


def joined(before: Programme, after: Programme) -> Programme:
    """What both sides look up: the catalogue of either, the newer first, and the newer register."""
    lists = {}
    for name in Catalogue.model_fields:
        if name != "programme":
            entries = (*getattr(before.catalogue, name), *getattr(after.catalogue, name))
            lists[name] = tuple(by_id(entries).values())
    catalogue = after.catalogue.model_copy(update=lists)
    return Programme.model_construct(catalogue=catalogue, editions=(), discrepancies=after.discrepancies)


def revision_at(programme: Programme, named: str) -> tuple[int, Revision]:
    """A revision by its id, and its place in the file; ``RefusedError`` when there is none."""
    known = revisions_of(programme.guideline)
    for place, revision in enumerate(known):
        if revision.id == named:
            return place, revision
    ids = [revision.id for revision in known]
    raise RefusedError.because(*approval_words.no_revision(quote(named), ids, did_you_mean(named, ids)))
