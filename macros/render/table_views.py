"""What the templates of the guideline's tables show that the records do not hold as such."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from macros.facts.results import packages_of_outcome, packages_of_output
from macros.model.edition import Edition, Indicator, Question
from macros.model.guideline.base import RelativeDate
from macros.model.guideline.locations import Locations
from macros.model.guideline.references import Acronym
from macros.model.guideline.reporting import ReportDeadline, Reporting, ReportPeriod
from macros.model.guideline.theory import PrintedOutcome, PrintedOutput, Results, ResultsCell, Theory
from macros.model.menu import Activity, Package
from macros.model.programme import Programme
from macros.wording.menu import package_label
from macros.wording.phrases import NBSP
from macros.wording.tables import letter

# Links of the theory of change and of the framework of results


@dataclass(frozen=True, slots=True)
class OutputRow:
    """An output as a table prints it, and the packages of the menu that name it."""

    output: PrintedOutput
    packages: tuple[Package, ...]


@dataclass(frozen=True, slots=True)
class OutcomeRows:
    """An outcome with its outputs; ``outcome`` is ``None`` for outputs of no outcome in the table."""

    outcome: PrintedOutcome | None
    packages: tuple[Package, ...]
    outputs: tuple[OutputRow, ...]


def chain(programme: Programme, edition: Edition, table: Theory | Results) -> list[OutcomeRows]:
    """Outcomes in printed order, each with its outputs and with the packages that name them."""
    held: dict[str | None, list[OutputRow]] = {row.outcome: [] for row in table.outcomes}
    for row in table.outputs:
        outcome = programme.output(row.output).outcome
        made = OutputRow(row, packages_of_output(edition, row.output))
        held.setdefault(outcome if outcome in held else None, []).append(made)
    found = [
        OutcomeRows(row, packages_of_outcome(edition, row.outcome), tuple(held[row.outcome]))
        for row in table.outcomes
    ]
    rest = held.get(None)
    return [*found, OutcomeRows(None, (), tuple(rest))] if rest else found


def cells(edition: Edition, table: Results) -> list[tuple[ResultsCell, Package | None]]:
    """The printed package cells, each with the package of the menu that bears the same number."""
    by_label = {package_label(p.number).replace(NBSP, " "): p for p in edition.packages}
    return [(cell, by_label.get(cell.label)) for cell in table.cells]


# Reporting


@dataclass(frozen=True, slots=True)
class Bar:
    """Months side by side in the calendar: a reporting period, or nothing."""

    period: ReportPeriod | None
    span: int


@dataclass(frozen=True, slots=True)
class Calendar:
    """The printed months with periods and deadlines; the last entry of a row has no month here."""

    bars: tuple[Bar, ...]
    by_table: tuple[tuple[ReportDeadline, ...], ...]
    by_text: tuple[tuple[ReportDeadline, ...], ...]

    @property
    def outside(self) -> bool:
        """Whether a deadline falls into none of the printed months."""
        return bool(self.by_table[-1] or self.by_text[-1])


@dataclass(frozen=True, slots=True)
class Reports:
    """The deadlines of one body to one recipient, a period each."""

    body: str
    to: str | None
    within: str | None
    rows: tuple[tuple[ReportPeriod, ReportDeadline], ...]


def calendar(table: Reporting) -> Calendar:
    """Where periods and deadlines lie in the months of the head of the table."""
    columns = [(year.year, month) for year in table.years for month in range(1, len(year.months) + 1)]
    place = {key: index for index, key in enumerate(columns)}
    by_table: list[list[ReportDeadline]] = [[] for _ in range(len(columns) + 1)]
    by_text: list[list[ReportDeadline]] = [[] for _ in range(len(columns) + 1)]
    for period in table.periods:
        for deadline in period.deadlines:
            by_table[_column(place, deadline.table.until)].append(deadline)
            if deadline.text is not None:
                by_text[_column(place, deadline.text.until)].append(deadline)
    return Calendar(
        tuple(_bars(table.periods, place)), tuple(map(tuple, by_table)), tuple(map(tuple, by_text))
    )


def _column(place: dict[tuple[int, int], int], date: RelativeDate | None) -> int:
    return place.get((date.year, date.month), len(place)) if date is not None else len(place)


def _bars(periods: Sequence[ReportPeriod], place: dict[tuple[int, int], int]) -> Iterator[Bar]:
    done = 0
    for period in periods:
        start = place.get((period.start.year, period.start.month), len(place))
        end = place.get((period.until.year, period.until.month), len(place) - 1) + 1
        if done <= start < end:
            if start > done:
                yield Bar(None, start - done)
            yield Bar(period, end - start)
            done = end
    if done < len(place):
        yield Bar(None, len(place) - done)


def reports(table: Reporting) -> list[Reports]:
    """Deadlines by who reports to whom, in printed order."""
    found: dict[tuple[str, str | None, str | None], list[tuple[ReportPeriod, ReportDeadline]]] = {}
    for period in table.periods:
        for deadline in period.deadlines:
            key = (deadline.body, deadline.to, deadline.within)
            found.setdefault(key, []).append((period, deadline))
    return [Reports(*key, tuple(rows)) for key, rows in found.items()]


# Acronyms


def letters(acronyms: Iterable[Acronym]) -> list[tuple[str, list[Acronym]]]:
    """Acronyms from A to Z, by their first letter."""
    ordered = sorted(acronyms, key=lambda one: one.short.casefold())
    return [(key, list(members)) for key, members in groupby(ordered, key=letter)]


# Screening and indicators


@dataclass(frozen=True, slots=True)
class Asked:
    """The questions that one respondent answers about one activity or package."""

    record: Activity | Package | None
    shared: tuple[Package, ...]
    respondent: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Measured:
    """Indicators of one activity or package, or of one collector."""

    record: Activity | Package | None
    collector: str | None
    rows: tuple[tuple[Indicator, Activity | Package | None], ...]


def subject(edition: Edition, row: Question | Indicator) -> Activity | Package | None:
    """What a question or an indicator is about."""
    if row.activity is not None:
        return edition.activity(row.activity)
    return edition.package(row.package) if row.package is not None else None


def asked(edition: Edition) -> list[Asked]:
    """Screening questions by activity and respondent, in printed order."""
    found: dict[tuple[str | None, str | None, str], list[Question]] = {}
    for question in edition.screening.questions if edition.screening else ():
        key = (question.activity, question.package, question.respondent)
        found.setdefault(key, []).append(question)
    return [
        Asked(subject(edition, rows[0]), tuple(map(edition.package, rows[0].shared)), key[2], tuple(rows))
        for key, rows in found.items()
    ]


def measured(edition: Edition, *, by_collector: bool) -> list[Measured]:
    """Indicators by activity, or by who collects them (last those of nobody), in printed order."""
    rows = edition.indicators.indicators if edition.indicators else ()
    found: dict[tuple[str | None, ...], list[Indicator]] = {}
    for row in rows:
        found.setdefault((row.collector,) if by_collector else (row.activity, row.package), []).append(row)
    if by_collector and (None,) in found:
        found[(None,)] = found.pop((None,))
    return [
        Measured(
            record=None if by_collector else subject(edition, members[0]),
            collector=members[0].collector,
            rows=tuple((row, subject(edition, row)) for row in members),
        )
        for members in found.values()
    ]


def missing(edition: Edition, rows: Iterable[Question | Indicator]) -> list[Activity]:
    """Activities of an edition for which neither they nor their package have a row."""
    rows = list(rows)
    named = {row.activity for row in rows}
    packages = {row.package for row in rows}
    packages |= {one for row in rows if isinstance(row, Question) for one in row.shared}
    return [
        activity
        for activity in edition.activities
        if activity.id not in named and edition.package_of(activity.id).id not in packages
    ]


# Locations


@dataclass(frozen=True, slots=True)
class Counts:
    """How many districts each province has in the list, and what the list holds in all."""

    districts: dict[str, int]
    regencies: int
    total: int


def counts(table: Locations) -> Counts:
    """The places of the list, counted."""
    districts = {
        province.id: sum(len(regency.districts) for regency in province.regencies)
        for province in table.provinces
    }
    return Counts(
        districts, sum(len(province.regencies) for province in table.provinces), sum(districts.values())
    )
