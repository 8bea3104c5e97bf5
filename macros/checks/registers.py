"""An instrument belongs to a known activity or package; a report has a known author and period.

Ids stand once, files have one entry each, and no report comes out before its period is over.

Good::

    resources.yml#resources.0.activity: dua

Bad::

    resources.yml#resources.0.activity: tiga

Bad::

    resources.yml#resources.1.id: modul-bajak

Bad::

    resources.yml#resources.0.discrepancies: [A9]

Bad::

    reports.yml#reports.0.body: panitia

Bad::

    reports.yml#reports.0.period: musim-hujan

Bad::

    reports.yml#reports.0.published: "2031-02-30"

Bad::

    reports.yml#reports.0.published: "2030-06-30"
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from macros.checks.finding import Finding, Ground
from macros.checks.grounds import HOMES
from macros.checks.values import no_such_day, unresolved
from macros.model.base import MONTHS_PER_YEAR
from macros.model.guideline.reporting import ReportPeriod
from macros.model.programme import Programme
from macros.model.registers import Report, Resource


def check(programme: Programme) -> Iterator[Finding]:
    """Entries that name nothing, stand twice, or cannot be."""
    found = programme.registers
    resources = found.all_resources
    reports = found.reports.reports if found.reports else ()
    yield from _twice(resources)
    yield from _twice(reports)
    yield from _resources(programme, resources)
    yield from _reports(programme, reports)


def _resources(programme: Programme, resources: Sequence[Resource]) -> Iterator[Finding]:
    activities = {activity.id for _, _, activity in programme.walk()}
    packages = {package.id for _, package, _ in programme.walk()}
    notes = {entry.id for entry in programme.discrepancies}
    for one in resources:
        if one.activity is not None:
            yield from unresolved(one, ("activity",), one.activity, activities, "kegiatan")
        if one.package is not None:
            yield from unresolved(one, ("package",), one.package, packages, "paket")
        for index, note in enumerate(one.discrepancies):
            yield from unresolved(one, ("discrepancies", index), note, notes, "catatan")


def _reports(programme: Programme, reports: Sequence[Report]) -> Iterator[Finding]:
    reporting = programme.guideline.reporting
    periods = {period.id: period for period in (reporting.periods if reporting else ())}
    bodies = {body.id for body in programme.catalogue.bodies}
    for one in reports:
        yield from unresolved(one, ("body",), one.body, bodies, "lembaga")
        if one.period is not None:
            yield from unresolved(one, ("period",), one.period, periods, "periode")
        yield from _date(one, periods.get(one.period or ""))


def _date(report: Report, period: ReportPeriod | None) -> Iterator[Finding]:
    if (finding := no_such_day(report, report.published, "published")) is not None:
        yield finding
        return
    year, month = report.year, MONTHS_PER_YEAR
    if period is not None:
        year, month = report.year + period.until.year, period.until.month
    if report.published[:7] < f"{year}-{month:02d}":
        yield Finding(
            subject=report,
            path=("published",),
            message=f'terbit "{report.published}", padahal yang dilaporkan baru selesai {year}-{month:02d}.',
            hint="Periksa year, period, dan published.",
            grounds=(Ground(HOMES["periode"], report.period),),
        )


def _twice(records: Sequence[Resource] | Sequence[Report]) -> Iterator[Finding]:
    ids: set[str] = set()
    files: set[str] = set()
    for record in records:
        if record.id in ids:
            yield Finding(
                subject=record,
                path=("id",),
                message=f'id "{record.id}" sudah dipakai dalam daftar ini.',
                hint="Beri id lain.",
            )
        if record.file is not None and record.file in files:
            yield Finding(
                subject=record,
                path=("file",),
                message=f'berkas "{record.file}" sudah dipakai dalam daftar ini.',
                hint="Satu berkas, satu entri.",
            )
        ids.add(record.id)
        files |= {record.file} if record.file else set()
