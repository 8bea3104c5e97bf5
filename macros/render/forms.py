"""Macros that show the forms of the guideline, and what bodies, reporting and the registers hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from macros.model.edition import Edition
from macros.model.guideline.institutions import Structure
from macros.model.guideline.reporting import Recurring, ReportDeadline, Reporting, ReportPeriod
from macros.model.registers import Resource
from macros.render import sheets
from macros.render.context import Context, unknown
from macros.render.registry import Place, macro


@dataclass(frozen=True, slots=True)
class Shelves:
    """Resources by the activity or package that they belong to."""

    general: tuple[Resource, ...]
    by_activity: dict[str, tuple[Resource, ...]]
    by_package: dict[str, tuple[Resource, ...]]
    elsewhere: tuple[Resource, ...]

    def of_activity(self, activity_id: str) -> tuple[Resource, ...]:
        """Those of one activity."""
        return self.by_activity.get(activity_id, ())

    def of_package(self, package_id: str) -> tuple[Resource, ...]:
        """Those of a package, of no activity in particular."""
        return self.by_package.get(package_id, ())


@dataclass(frozen=True, slots=True)
class Due:
    """The last deadline of a period: that of the report which is published."""

    period: ReportPeriod
    deadline: ReportDeadline


@macro(Place.BLOCK, alone=False)
def form(context: Context, form: str, alone: bool = False) -> Markup:  # noqa: FBT001, FBT002 - read in a page by name
    """Satu formulir, seperti tercetak dan siap dicetak.

    form: id formulir
    alone: true bila halaman ini dicetak sebagai formulirnya saja, tanpa teks di sekitarnya

    Contoh: form("{form}")
    """
    found = context.form(form)
    edition = None if found.edition is None else context.programme.edition(found.edition)
    return context.templates.block(
        "form",
        sheet=sheets.sheet(found),
        groups=sheets.groups,
        rows=sheets.rows,
        alone=alone,
        edition=edition,
        laws=_laws(context, found.laws),
    )


@macro(Place.BLOCK, alone=False)
def form_facts(context: Context, form: str) -> Markup:
    """Keterangan satu formulir: siapa mengisi, kepada siapa, untuk tugas apa, dan sumbernya.

    form: id formulir

    Contoh: form_facts("{form}")
    """
    found = context.form(form)
    planning = context.guideline.planning
    return context.templates.block(
        "form_facts",
        form=found,
        tasks=[task for task in _recurring(context) if found.id in task.forms],
        steps=[step for step in (planning.steps if planning else ()) if found.id in step.forms],
        notes=[context.note(entry) for entry in found.discrepancies],
    )


@macro(Place.BLOCK, alone=False)
def forms_list(context: Context) -> Markup:
    """Daftar semua formulir, dengan pengisi dan penerimanya.

    Contoh: forms_list()
    """
    return context.templates.block("forms_list", forms=context.guideline.forms)


@macro(Place.BLOCK, alone=False)
def structures(context: Context, body: str, *others: str) -> Markup:
    """Susunan satu lembaga atau lebih, dan pilihan-pilihannya, berdampingan.

    body: id lembaga
    others: id lembaga lain, masing-masing sebagai argumen sendiri

    Contoh: structures("{body}")
    """
    known = [one.id for one in context.programme.catalogue.bodies]
    for wanted in (body, *others):
        if wanted not in known:
            raise unknown("lembaga", wanted, known)
    found = [one for one in _structures(context) if {body, *others} & set(one.bodies)]
    return context.templates.block(
        "structures",
        structures=found,
        posts=list(dict.fromkeys(post.name for one in found for post in one.posts)),
        ranked=any(one.members_rank is not None for one in found),
        lawful=any(one.laws for one in found),
        laws={one.id: _laws(context, one.laws) for one in found},
    )


@macro(Place.BLOCK, alone=False)
def monitoring_table(context: Context) -> Markup:
    """Tugas pemantauan dan pelaporan yang berulang: siapa, kapan, kepada siapa, dengan formulir apa.

    Contoh: monitoring_table()
    """
    return context.templates.block(
        "monitoring_table",
        tasks=_recurring(context),
        labels={form.id: form.label for form in context.guideline.forms},
    )


@macro(Place.BLOCK, alone=False)
def resources_list(context: Context, edition: str | None = None) -> Markup:
    """Instrumen, panduan, dan materi tiap kegiatan; kegiatan tanpa materi tampil kosong.

    edition: id edisi; tanpa ini, edisi terkini

    Contoh: resources_list("{edition}")
    """
    found = context.view(edition).edition
    everything = context.programme.registers.all_resources
    return context.templates.block(
        "resources_list",
        edition=found,
        held=_shelves(everything, found),
        available=sum(one.available for one in everything),
        total=len(everything),
    )


@macro(Place.BLOCK, alone=False)
def reports_list(context: Context) -> Markup:
    """Laporan yang sudah terbit; selama belum ada, kapan laporan diharapkan.

    Contoh: reports_list()
    """
    reporting = context.guideline.reporting
    return context.templates.block(
        "reports_list",
        reports=context.programme.registers.all_reports,
        periods={period.id: period for period in (reporting.periods if reporting else ())},
        reporting=reporting,
        due=_due(reporting),
    )


def _recurring(context: Context) -> tuple[Recurring, ...]:
    return context.guideline.reporting.recurring if context.guideline.reporting else ()


def _structures(context: Context) -> tuple[Structure, ...]:
    return context.guideline.bodies.structures if context.guideline.bodies else ()


def _laws(context: Context, ids: Sequence[str]) -> list[Markup]:
    return [context.templates.inline("law", law=context.law(one)) for one in ids]


def _shelves(resources: Sequence[Resource], edition: Edition) -> Shelves:
    activities: dict[str, tuple[Resource, ...]] = {}
    packages: dict[str, tuple[Resource, ...]] = {}
    general: list[Resource] = []
    elsewhere: list[Resource] = []
    for one in resources:
        if one.activity is not None and edition.has_activity(one.activity):
            activities[one.activity] = (*activities.get(one.activity, ()), one)
        elif one.package is not None and edition.has_package(one.package):
            packages[one.package] = (*packages.get(one.package, ()), one)
        elif one.activity is None and one.package is None:
            general.append(one)
        else:
            elsewhere.append(one)
    return Shelves(tuple(general), activities, packages, tuple(elsewhere))


def _due(reporting: Reporting | None) -> list[Due]:
    return [Due(period, period.deadlines[-1]) for period in (reporting.periods if reporting else ())]
