"""Macros that show what changed from edition to edition, and the history of an activity."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from macros.changelog import ChangeLog, Entry, corrections, grouped, record
from macros.changes import Moment, Subject, Substance
from macros.model.changes import SubjectKind
from macros.model.menu import Activity, Package, ReviewState
from macros.render.context import Context, unknown
from macros.render.registry import Place, macro


@dataclass(frozen=True, slots=True)
class Stage:
    """One edition in the history of an activity: what it says there, and what changed into it."""

    moment: Moment
    activity: Activity | None
    package: Package | None
    log: ChangeLog | None
    entries: tuple[Entry, ...]

    @property
    def substantive(self) -> tuple[Entry, ...]:
        """Entries that change what one may ask for."""
        return tuple(entry for entry in self.entries if entry.substance is Substance.SUBSTANTIVE)

    @property
    def editorial(self) -> tuple[Entry, ...]:
        """Entries of wording alone."""
        return tuple(entry for entry in self.entries if entry.substance is Substance.EDITORIAL)


@dataclass(frozen=True, slots=True)
class FormerName:
    """A name or number that an activity no longer has, with the editions that used it."""

    number: str
    name: str
    editions: tuple[str, ...]


@macro(Place.PAGE)
def changes_index_page(context: Context) -> Markup:
    """Semua pasangan edisi, yang terbaru di atas.

    Contoh: changes_index_page()
    """
    return context.templates.block(
        "changes_index_page",
        consecutive=list(context.logs.consecutive),
        apart=list(context.logs.apart),
        corrections=len(corrections(context.programme)),
        feeds=_packages_ever(context),
    )


@macro(Place.PAGE)
def changes_page(context: Context, old: str, new: str) -> Markup:
    """Semua yang berubah dari satu edisi ke edisi lain.

    old: id edisi lama
    new: id edisi baru

    Contoh: changes_page("{old}", "{new}")
    """
    log = context.log(old, new)
    kinds = dict.fromkeys(kind for entry in log.entries for kind in entry.kinds)
    units = {unit for entry in log.entries for unit in entry.units}
    return context.templates.block(
        "changes_page",
        log=log,
        current=context.programme.current,
        kinds=list(kinds),
        units=[kind for kind in context.programme.catalogue.target_unit_kinds if kind.id in units],
        questions=[(one, log.new.named(one.activity, one.package)) for one in log.questions],
        not_reviewed=log.activities_in(ReviewState.NOT_REVIEWED) if log.is_next else (),
        reviewed=log.activities_in(ReviewState.REVIEWED) if log.is_next else (),
    )


@macro(Place.PAGE)
def errata_page(context: Context) -> Markup:
    """Ralat dan koreksi semua edisi yang dibekukan, yang terbaru di atas.

    Contoh: errata_page()
    """
    return context.templates.block("errata_page", corrections=corrections(context.programme))


@macro(Place.PAGE)
def history_page(context: Context, activity: str) -> Markup:
    """Satu kegiatan di semua edisi, di alamat yang tidak berubah.

    activity: id kegiatan

    Contoh: history_page("{id}")
    """
    stages = _stages(context, activity)
    current = context.programme.current
    subject = Subject(kind=SubjectKind.ACTIVITY, id=activity)
    standing = context.logs.chronicle.standing(subject, current)
    latest = next(stage for stage in stages if stage.moment == standing)
    return context.templates.block(
        "history_page",
        stages=stages,
        latest=latest,
        current=current,
        now=context.counterparts(latest.moment.edition, latest.activity) if latest.activity else (),
        former=_former(stages, latest),
    )


@macro(Place.PAGE)
def moved_page(context: Context, old: str, number: str, new: str) -> Markup:
    """Nomor lama yang tidak dipakai lagi, dan apa gantinya.

    old: id edisi terakhir yang memakai nomor itu
    number: nomor paket atau kegiatan di edisi itu
    new: id edisi yang tidak memakainya lagi

    Contoh: moved_page("{old}", "{activity}", "{new}")
    """
    log = context.log(old, new)
    held: Package | Activity
    if any(package.number == number for package in log.old.packages):
        held, kind = context.package(log.old, number), SubjectKind.PACKAGE
    else:
        held, kind = context.activity(log.old, number), SubjectKind.ACTIVITY
    found = context.logs.chronicle.successors(Subject(kind=kind, id=held.id), log.old.id, log.new.id)
    return context.templates.block(
        "moved_page", held=held, log=log, become=[record(log.new, one) for one in found]
    )


@macro(Place.BLOCK)
def change_log(context: Context, old: str, new: str, package: str | None = None) -> Markup:
    """Daftar perubahan dari satu edisi ke edisi lain, beserta alasannya.

    old: id edisi lama
    new: id edisi baru
    package: nomor atau id paket; tanpa ini, semua paket

    Contoh: change_log("{old}", "{new}", package="{package}")
    """
    log = context.log(old, new)
    entries = log.entries
    if package is not None:
        entries = log.of_package(_package_of_either(context, log, package).id)
    return context.templates.block("change_log", groups=grouped(entries))


@macro(Place.BLOCK)
def history(context: Context, activity: str) -> Markup:
    """Riwayat satu kegiatan dari edisi ke edisi.

    activity: id kegiatan

    Contoh: history("{id}")
    """
    return context.templates.block(
        "history", stages=_stages(context, activity), current=context.programme.current
    )


def _package_of_either(context: Context, log: ChangeLog, wanted: str) -> Package:
    """A package by its id in the newer edition or, where it has ended, by its id in the older."""
    if log.old.has_package(wanted) and not log.new.has_package(wanted):
        return log.old.package(wanted)
    return context.package(log.new, wanted)


def _packages_ever(context: Context) -> list[Package]:
    """Every package of any edition, as the current edition or else the latest has it."""
    editions = [*context.programme.editions, *filter(None, [context.programme.current])]
    return list({package.id: package for edition in editions for package in edition.packages}.values())


def _stages(context: Context, activity_id: str) -> list[Stage]:
    """Every edition of an activity, newest first."""
    subject = Subject(kind=SubjectKind.ACTIVITY, id=activity_id)
    moments = context.logs.chronicle.history(subject)
    if not moments:
        raise unknown("kegiatan", activity_id, {activity.id for _, _, activity in context.programme.walk()})
    return [_stage(context, subject, moment) for moment in reversed(moments)]


def _stage(context: Context, subject: Subject, moment: Moment) -> Stage:
    log = context.logs.into(moment.edition)
    entries = log.by_subject.get(subject, ()) if log else ()
    activity = moment.record if isinstance(moment.record, Activity) else None
    return Stage(
        moment=moment,
        activity=activity,
        package=moment.edition.package_of(subject.id) if activity else None,
        log=log,
        entries=entries,
    )


def _former(stages: list[Stage], latest: Stage) -> list[FormerName]:
    """Names and numbers of editions before ``latest`` that it does not use, newest first."""
    used: dict[tuple[str, str], list[str]] = {}
    for stage in stages[stages.index(latest) :]:
        if stage.activity is not None:
            key = (stage.activity.number, stage.activity.name)
            used.setdefault(key, []).append(stage.moment.edition.info.short_title)
    return [FormerName(number, name, tuple(editions)) for (number, name), editions in list(used.items())[1:]]
