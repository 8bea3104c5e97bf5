"""Results of comparing two editions: typed records without wording (sections 3.2.2, 3.2.5 and 3.3.1)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from macros.changes.kinds import EVENTS, Effect, Kind, Substance
from macros.changes.pieces import TextPiece, pieces
from macros.model.base import Record
from macros.model.changes import SubjectKind
from macros.model.edition import EditionInfo

Value = str | bool | Record | tuple[str, ...] | tuple[Record, ...] | None
"""A value of the model; ``None`` where there is none."""
WITHOUT_TEXT = EVENTS | {Kind.MOVED, Kind.RENUMBERED, Kind.ROLE, Kind.OUTCOMES, Kind.OUTPUTS}
"""Kinds whose values are records, ids or keys, not texts to be compared word by word."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Subject:
    """Whose change it is; the id is empty for the edition as a whole."""

    kind: SubjectKind
    id: str = ""


EDITION = Subject(kind=SubjectKind.EDITION)


@dataclass(frozen=True, kw_only=True)
class Change:
    """One change of one field, or (``field`` empty) of a whole activity or package.

    ``old`` and ``new`` are values of the model: the whole field where a field changed, the record where
    one appears (``old`` is ``None``), vanishes (``new`` is ``None``) or is merged or split and stays,
    one ``Companion`` where it was added or dropped. ``package`` is the package that holds the subject,
    in the new edition if it is there, else in the old. ``successors`` and ``predecessors`` are ids of the
    same kind as the subject.
    """

    subject: Subject
    kind: Kind
    field: str
    old: Value
    new: Value
    substance: Substance
    effect: Effect = Effect.NEUTRAL
    package: str | None = None
    successors: tuple[str, ...] = ()
    predecessors: tuple[str, ...] = ()

    @property
    def is_event(self) -> bool:
        """Whether the change concerns the whole record rather than one field."""
        return self.kind in EVENTS

    @property
    def appears(self) -> bool:
        """Whether the subject is in the new edition only."""
        return self.is_event and self.old is None

    @property
    def vanishes(self) -> bool:
        """Whether the subject is in the old edition only."""
        return self.is_event and self.new is None

    @cached_property
    def texts(self) -> tuple[TextPiece, ...]:
        """Word-level differences of the texts of this change; empty where there are none to compare."""
        return () if self.kind in WITHOUT_TEXT else pieces(self.old, self.new)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Everything that differs between two editions.

    ``changes`` is what readers are told, in the printed order of the new edition, vanished subjects where
    they stood. ``record_keeping`` (sources, review states) is no change of content; only ``apply`` reads
    it. ``old`` and ``new`` say which editions were compared; what they hold that tells editions apart
    (id, year, title, status, approvals, errata) is never a change.
    """

    old: EditionInfo
    new: EditionInfo
    changes: tuple[Change, ...]
    record_keeping: tuple[Change, ...] = ()

    def of(self, subject: Subject) -> tuple[Change, ...]:
        """The changes of one subject."""
        return tuple(change for change in self.changes if change.subject == subject)

    @property
    def substantive(self) -> tuple[Change, ...]:
        """The changes that need a reason."""
        return tuple(change for change in self.changes if change.substance is Substance.SUBSTANTIVE)
