"""The change log as readers meet it: entries with a title, old and new, reason, and what it means.

``macros.changes`` says what changed; here each change is told (sections 3.2.5 and 3.3.1). Pages, feeds, JSON
and the terminal all read this, so they cannot disagree. There is no markup here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from macros.changelog.telling import Pair, Shown, for_reader, shown, title
from macros.changes import Change, Chronicle, Effect, Kind, Subject, Substance, reasons_for
from macros.facts.companions import Relations
from macros.model.changes import OpenQuestion, Reason, SubjectKind
from macros.model.edition import Edition, Status
from macros.model.menu import Activity, Package, ReviewState
from macros.model.programme import Programme


class Sign(StrEnum):
    """The family of a change: the square that readers see."""

    NEW = "new"
    CHANGED = "changed"
    MOVED = "moved"
    ENDED = "ended"


class Group(StrEnum):
    """What a change means for those who chose, most pressing first."""

    HARDER = "harder"
    EASIER = "easier"
    NEUTRAL = "neutral"
    EDITORIAL = "editorial"


SIGNS: Mapping[Kind, Sign] = {
    Kind.ADDED: Sign.NEW,
    Kind.REINSTATED: Sign.NEW,
    Kind.ENDED: Sign.ENDED,
    Kind.MERGED: Sign.MOVED,
    Kind.SPLIT: Sign.MOVED,
    Kind.MOVED: Sign.MOVED,
    Kind.RENUMBERED: Sign.MOVED,
}


@dataclass(frozen=True, kw_only=True)
class Entry:
    """Everything that changed in one field of one subject (or what became of the whole subject)."""

    log: ChangeLog
    subject: Subject
    field: str
    changes: tuple[Change, ...]

    @property
    def key(self) -> str:
        """Unique in the log and stable from build to build; serves as an anchor.

        No id and no field so written holds an underscore, so one key cannot be read in two ways.
        """
        field = (self.field or "entri").replace(".", "-").replace("_", "-")
        match self.subject.kind:
            case SubjectKind.ACTIVITY:
                return f"{self.subject.id}_{field}"
            case SubjectKind.PACKAGE:
                return f"paket_{self.subject.id}_{field}"
            case SubjectKind.EDITION:
                return f"menu__{field}"

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """What happened, each kind once."""
        return tuple(dict.fromkeys(change.kind for change in self.changes))

    @property
    def sign(self) -> Sign:
        """The family of the first change."""
        return SIGNS.get(self.changes[0].kind, Sign.CHANGED)

    @property
    def substance(self) -> Substance:
        """Substantive when any of the changes is."""
        substances = {change.substance for change in self.changes}
        return Substance.SUBSTANTIVE if Substance.SUBSTANTIVE in substances else Substance.EDITORIAL

    @property
    def effect(self) -> Effect:
        """The least welcome effect of the changes."""
        effects = {change.effect for change in self.changes}
        return next((e for e in (Effect.HARDER, Effect.EASIER) if e in effects), Effect.NEUTRAL)

    @property
    def group(self) -> Group:
        """Under which heading readers find it."""
        if self.substance is Substance.EDITORIAL:
            return Group.EDITORIAL
        if any(change.vanishes for change in self.changes):
            return Group.HARDER
        return Group(self.effect.value)

    @property
    def old(self) -> Activity | Package | None:
        """The subject in the older edition."""
        return record(self.log.old, self.subject)

    @property
    def new(self) -> Activity | Package | None:
        """The subject in the newer edition."""
        return record(self.log.new, self.subject)

    @property
    def package(self) -> Package | None:
        """The package that holds the subject, in the newer edition if it is there."""
        wanted = self.changes[0].package
        for edition in (self.log.new, self.log.old):
            if wanted is not None and edition.has_package(wanted):
                return edition.package(wanted)
        return None

    @cached_property
    def packages(self) -> tuple[str, ...]:
        """Ids of the packages concerned, of both editions: what moves out is news to both."""
        found: dict[str, None] = {}
        for edition in (self.log.new, self.log.old):
            match self.subject.kind:
                case SubjectKind.ACTIVITY if edition.has_activity(self.subject.id):
                    found[edition.package_of(self.subject.id).id] = None
                case SubjectKind.PACKAGE:
                    found[self.subject.id] = None
        return tuple(found)

    @property
    def successors(self) -> tuple[Activity | Package, ...]:
        """Records of the newer edition that continue the subject."""
        return self._related(self.changes[0].successors, self.log.new)

    @property
    def predecessors(self) -> tuple[Activity | Package, ...]:
        """Records of the older edition that the subject continues."""
        return self._related(self.changes[0].predecessors, self.log.old)

    @cached_property
    def title(self) -> str:
        """One line that says what changed."""
        return title(self.changes, self.log.pair)

    @cached_property
    def shown(self) -> tuple[Shown, ...]:
        """Old and new."""
        return tuple(shown(self.changes, self.log.pair))

    @cached_property
    def reasons(self) -> tuple[Reason, ...]:
        """Why, as the notes say; for editions apart, the reasons of every year between."""
        return self.log.reasons(self)

    @cached_property
    def for_reader(self) -> tuple[str, ...]:
        """What it means for those who chose: the notes' own words, or else derived ones.

        Words that were written for one year's change say nothing of what several years come to.
        """
        years = self.log.why(self)
        told = years[0] if len(years) == 1 else ()
        written = tuple(reason.note for reason in told if reason.note is not None)
        return written or (for_reader(self.changes, self.log.pair),)

    @cached_property
    def activities(self) -> tuple[str, ...]:
        """Ids of the activities concerned; empty where the whole menu is."""
        named = dict.fromkeys(
            activity.id
            for edition in (self.log.old, self.log.new)
            for activity in _members(record(edition, self.subject))
        )
        related = (*self.successors, *self.predecessors)
        return tuple(named | dict.fromkeys(one.id for one in related if isinstance(one, Activity)))

    @cached_property
    def units(self) -> tuple[str, ...]:
        """Kinds of target units concerned, of both editions."""
        return tuple(
            dict.fromkeys(
                kind
                for edition in (self.log.old, self.log.new)
                for activity in _members(record(edition, self.subject))
                for kind in activity.target_units.kinds
            )
        )

    def _related(self, ids: Iterable[str], edition: Edition) -> tuple[Activity | Package, ...]:
        found = (record(edition, Subject(kind=self.subject.kind, id=one)) for one in ids)
        return tuple(one for one in found if one is not None)


@dataclass(frozen=True, kw_only=True)
class Cluster:
    """Entries of one group that one set of reasons explains; told together, so that no reason is repeated."""

    entries: tuple[Entry, ...]

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Why, for all of them."""
        return self.entries[0].reasons

    @cached_property
    def for_reader(self) -> tuple[str, ...] | None:
        """What all of them mean; ``None`` when each means something of its own."""
        meanings = {entry.for_reader for entry in self.entries}
        return meanings.pop() if len(meanings) == 1 else None


@dataclass(frozen=True, kw_only=True)
class PartnerDiff:
    """How the companions of an activity differ between two editions, as activities of the newer one.

    ``added`` and ``dropped`` are printed companions; ``chain_added`` and ``chain_dropped`` what the chain
    through them adds or loses beyond that, which is the site's own reading.
    """

    activity: Activity
    added: tuple[Activity, ...]
    dropped: tuple[Activity, ...]
    chain_added: tuple[Activity, ...]
    chain_dropped: tuple[Activity, ...]

    @property
    def differs(self) -> bool:
        """Whether anything is to be told."""
        return bool(self.added or self.dropped or self.chain_added or self.chain_dropped)


Groups = tuple[tuple[Group, tuple[Cluster, ...]], ...]


class ChangeLog:
    """What changed from one edition to another (not necessarily the next), told."""

    def __init__(self, chronicle: Chronicle, pair: Pair) -> None:
        """``chronicle`` holds both editions."""
        self._chronicle = chronicle
        self.pair = pair
        self.old, self.new = old, new = pair.old, pair.new
        self.comparison = chronicle.comparison(old.id, new.id)
        self.notes = chronicle.notes(old.id, new.id)

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """Every entry in printed order."""
        grouped: dict[tuple[Subject, str], list[Change]] = {}
        for change in self.comparison.changes:
            grouped.setdefault((change.subject, change.field), []).append(change)
        return tuple(
            Entry(log=self, subject=subject, field=field, changes=tuple(changes))
            for (subject, field), changes in grouped.items()
        )

    @cached_property
    def groups(self) -> Groups:
        """All entries by what they mean."""
        return grouped(self.entries)

    @cached_property
    def substantive(self) -> tuple[Entry, ...]:
        """Entries that alter what one may ask for, who may ask, when, or with what."""
        return tuple(entry for entry in self.entries if entry.substance is Substance.SUBSTANTIVE)

    @property
    def is_draft(self) -> bool:
        """Whether the newer edition is only proposed."""
        return self.new.info.status is Status.DRAFT

    @property
    def is_next(self) -> bool:
        """Whether the newer edition is the one after the older."""
        return (self.old, self.new) in self._chronicle.pairs

    @property
    def is_forward(self) -> bool:
        """Whether it leads on in time; only such a log has reasons and a page of its own."""
        return self.old.info.fiscal_year < self.new.info.fiscal_year

    @cached_property
    def numbers(self) -> dict[str, int]:
        """How many: by sign over events, by substance, and of the kinds; for summaries."""
        found = Counter({"new": 0, "ended": 0, "moved": 0, "substantive": len(self.substantive), "harder": 0})
        found["editorial"] = len(self.entries) - len(self.substantive)
        for entry in self.entries:
            found[entry.sign.value] += 1
            found["harder"] += entry.group is Group.HARDER
        return dict(found)

    @cached_property
    def fates(self) -> Mapping[Kind, int]:
        """How many whole activities and packages came, went, were joined, split or moved, by kind."""
        kinds = (entry.changes[0].kind for entry in self.substantive)
        return Counter(kind for kind in kinds if kind in SIGNS)

    def kinds_of(self, sign: Sign) -> tuple[Kind, ...]:
        """What happened among the entries of one sign, each kind once, in the order of the kinds."""
        found = {entry.changes[0].kind for entry in self.entries if entry.sign == sign}
        return tuple(kind for kind in Kind if kind in found)

    @cached_property
    def packages(self) -> tuple[Package, ...]:
        """Packages of both editions, those of the newer first, in printed order."""
        return tuple({package.id: package for package in (*self.old.packages, *self.new.packages)}.values())

    @cached_property
    def unchanged_packages(self) -> tuple[Package, ...]:
        """Packages of the newer edition that no entry concerns."""
        concerned = {package for entry in self.entries for package in entry.packages}
        return tuple(package for package in self.new.packages if package.id not in concerned)

    @cached_property
    def by_subject(self) -> Mapping[Subject, tuple[Entry, ...]]:
        """Entries by whose they are."""
        found: dict[Subject, tuple[Entry, ...]] = {}
        for entry in self.entries:
            found[entry.subject] = (*found.get(entry.subject, ()), entry)
        return found

    def of_package(self, package_id: str) -> tuple[Entry, ...]:
        """Entries of a package and its activities."""
        return tuple(entry for entry in self.entries if package_id in entry.packages)

    def of_activity(self, activity_id: str) -> tuple[Entry, ...]:
        """Entries of an activity."""
        return self.by_subject.get(Subject(kind=SubjectKind.ACTIVITY, id=activity_id), ())

    @property
    def questions(self) -> tuple[OpenQuestion, ...]:
        """What the newer edition leaves to the deciding body."""
        return self.notes.questions if self.notes else ()

    def activities_in(self, *states: ReviewState) -> tuple[Activity, ...]:
        """Activities of the newer edition by their review state."""
        return tuple(a for a in self.new.activities if a.review.state in states)

    @cached_property
    def partners(self) -> tuple[PartnerDiff, ...]:
        """For every activity of the older edition whose companions differ: what comes and what goes.

        Companions of both editions are compared as what they have become in the newer one. The printed
        companions come first; of the chain only what they do not say already.
        """
        was, now = Relations(self.old), Relations(self.new)
        found = []
        for activity in self.old.activities:
            here = [self.new.activity(one.id) for one in self._become(activity.id)]
            if not here:
                continue
            before = self._become_all(one.activity for one in was.required(activity))
            after = {one.activity.id for held in here for one in now.required(held)}
            chain_before = self._become_all(was.chain(activity).activities)
            chain_after = {one.id for held in here for one in now.chain(held).activities}
            own = {held.id for held in here}
            one = PartnerDiff(
                activity=activity,
                added=self._in_order(after - before - own),
                dropped=self._in_order(before - after - own),
                chain_added=self._in_order(chain_after - chain_before - after),
                chain_dropped=self._in_order(chain_before - chain_after - before),
            )
            if one.differs:
                found.append(one)
        return tuple(found)

    def _become_all(self, activities: Iterable[Activity]) -> set[str]:
        """Ids that the activities of the older edition have in the newer one; none of what ended."""
        return {one.id for activity in activities for one in self._become(activity.id)}

    def _in_order(self, ids: set[str]) -> tuple[Activity, ...]:
        return tuple(activity for activity in self.new.activities if activity.id in ids)

    def _become(self, activity_id: str) -> tuple[Subject, ...]:
        subject = Subject(kind=SubjectKind.ACTIVITY, id=activity_id)
        return self._chronicle.successors(subject, self.old.id, self.new.id)

    def reasons(self, entry: Entry) -> tuple[Reason, ...]:
        """Reasons of an entry, over every year from the older to the newer edition."""
        return tuple(dict.fromkeys(reason for year in self.why(entry) for reason in year))

    def why(self, entry: Entry) -> list[tuple[Reason, ...]]:
        """The same for every year in which what the entry tells changed, oldest first."""
        found = []
        for comparison, notes in self._chronicle.steps(self.old.id, self.new.id):
            changes = [change for change in comparison.of(entry.subject) if change.field == entry.field]
            if changes:
                reasons = (reason for change in changes for reason in reasons_for(change, comparison, notes))
                found.append(tuple(dict.fromkeys(reasons)))
        return found


class ChangeLogs:
    """Every change log of a programme, each made once, when asked for."""

    def __init__(self, programme: Programme) -> None:
        """``programme`` has been checked by the loader."""
        self._programme = programme
        self.chronicle = Chronicle.of(programme)
        self._logs: dict[tuple[str, str], ChangeLog] = {}

    def log(self, old: Edition, new: Edition) -> ChangeLog:
        """The change log from ``old`` to ``new``."""
        if (old.id, new.id) not in self._logs:
            pair = Pair(old=old, new=new, programme=self._programme)
            self._logs[old.id, new.id] = ChangeLog(self.chronicle, pair)
        return self._logs[old.id, new.id]

    @property
    def consecutive(self) -> Iterator[ChangeLog]:
        """The change log of every edition against the one before, newest first."""
        return (self.log(old, new) for old, new in reversed(self.chronicle.pairs))

    @property
    def apart(self) -> Iterator[ChangeLog]:
        """The change logs of editions that do not follow each other, newest first."""
        editions = self.chronicle.editions
        for later in reversed(range(len(editions))):
            for earlier in reversed(range(later - 1)):
                yield self.log(editions[earlier], editions[later])

    def into(self, edition: Edition) -> ChangeLog | None:
        """The change log from the edition before; ``None`` for the first."""
        for old, new in self.chronicle.pairs:
            if new.id == edition.id:
                return self.log(old, new)
        return None


def grouped(entries: Iterable[Entry]) -> Groups:
    """Entries by what they mean, those with the same reasons together; empty groups left out."""
    found: dict[Group, dict[object, list[Entry]]] = {group: {} for group in Group}
    for entry in entries:
        alone = not entry.reasons and entry.group is not Group.EDITORIAL
        found[entry.group].setdefault(entry.key if alone else entry.reasons, []).append(entry)
    return tuple(
        (group, tuple(Cluster(entries=tuple(held)) for held in clusters.values()))
        for group, clusters in found.items()
        if clusters
    )


def record(edition: Edition, subject: Subject) -> Activity | Package | None:
    """The subject in an edition, or ``None`` where it is not there (or is the edition itself)."""
    match subject.kind:
        case SubjectKind.ACTIVITY if edition.has_activity(subject.id):
            return edition.activity(subject.id)
        case SubjectKind.PACKAGE if edition.has_package(subject.id):
            return edition.package(subject.id)
    return None


def _members(one: Activity | Package | None) -> tuple[Activity, ...]:
    if isinstance(one, Package):
        return one.activities
    return () if one is None else (one,)
