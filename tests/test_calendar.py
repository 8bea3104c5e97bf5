"""The calendar: every step and deadline, every year, every role, and nothing where no date is printed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest
import yaml
from lxml import html

from macros.exports.calendars import export
from macros.facts.fiscal_calendar import Event, Precision, events, fiscal_years, resolve
from macros.model.guideline.base import RelativeDate, Timing
from macros.model.guideline.guideline import Guideline
from macros.model.programme import Programme
from macros.render import Renderer
from macros.wording import calendar as words
from tests.factories import edition, programme
from tests.paths import CASES, TINY_CALENDAR
from tests.sample import programme_of, real, two_years
from tests.test_render import HOSTILE, PLACEHOLDER, skeleton, to_html

GOLDEN: dict[str, dict[str, list[str]]] = yaml.safe_load((CASES / "calendar.yml").read_text())
ROLES = ("kabupaten", "provinsi", "nasional")
YEARS = (2017, 2018, 2019, 2020)


def guideline() -> Guideline:
    """This project's guideline."""
    return real().guideline


def told(event: Event, role: str) -> str:
    """An event as a line of the cases."""
    part = "acts" if role in event.acts else "follows"
    when = f"{event.span.first} {event.span.last} {event.precision.value}" if event.span else "none"
    return f"{event.key}, {part}, {when}"


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("year", YEARS)
def test_a_role_finds_its_steps_and_deadlines(role: str, year: int) -> None:
    """As written out; what concerns it, in printed order, and no more."""
    assert [told(event, role) for event in events(guideline(), year, role)] == GOLDEN[role][str(year)]


def test_every_year_and_role_is_written_out() -> None:
    """The cases hold the roles and years that the site offers."""
    settings = guideline().calendar
    assert settings is not None
    assert tuple(role.id for role in settings.roles) == ROLES == tuple(GOLDEN)
    assert fiscal_years(real()) == YEARS
    assert {tuple(years) for years in GOLDEN.values()} == {tuple(map(str, YEARS))}


def test_no_step_and_no_deadline_is_without_a_role_that_acts() -> None:
    """Eleven steps, five other times, six reports."""
    found = events(guideline(), 2018)
    assert [event.kind.value for event in found] == ["step"] * 11 + ["other"] * 5 + ["report"] * 6
    assert [event.key for event in found if not event.acts] == []


def test_roles_act_where_the_text_names_their_team() -> None:
    """A step of a Tim Teknis is its level's; those of the Komite are the nation's."""
    teams = {"tim-teknis-kabupaten": "kabupaten", "tim-teknis-provinsi": "provinsi", "ktn": "nasional"}
    checked = 0
    for event in events(guideline(), 2018):
        for body in event.who.bodies if event.who else ():
            if body in teams:
                assert teams[body] in event.acts, event.key
                checked += 1
    assert checked == 10


@pytest.mark.parametrize(
    ("start", "until", "expected"),
    [
        (
            (-1, 1, None),
            (-1, 6, None),
            ("2023-01-01", "2023-06-30", "month", "Januari 2023 sampai Juni 2023"),
        ),
        ((-1, 6, None), (-1, 6, None), ("2023-06-01", "2023-06-30", "month", "Juni 2023")),
        (None, (-1, 12, 31), ("2023-12-31", "2023-12-31", "day", "paling lambat 31 Desember 2023")),
        ((0, 1, None), None, ("2024-01-01", "2024-01-31", "month", "mulai Januari 2024")),
        (None, (0, 2, None), ("2024-02-01", "2024-02-29", "month", "paling lambat Februari 2024")),
        (None, (1, 2, "end"), ("2025-02-01", "2025-02-28", "month", "paling lambat akhir Februari 2025")),
        (None, (0, 2, 29), ("2024-02-29", "2024-02-29", "day", "paling lambat 29 Februari 2024")),
        (None, (1, 2, 29), ("2025-02-28", "2025-02-28", "day", "paling lambat 28 Februari 2025")),
        (
            (0, 7, 10),
            (0, 8, None),
            ("2024-07-10", "2024-08-31", "month", "10 Juli 2024 sampai Agustus 2024"),
        ),
        ((0, 7, 10), (0, 7, 20), ("2024-07-10", "2024-07-20", "day", "10 Juli 2024 sampai 20 Juli 2024")),
    ],
)
def test_a_relative_date_is_resolved(
    start: tuple[int, int, int | str | None] | None,
    until: tuple[int, int, int | str | None] | None,
    expected: tuple[str, str, str, str],
) -> None:
    """First and last day, what of it is printed, and its words; 2024 is a leap year."""

    def relative(value: tuple[int, int, int | str | None] | None) -> RelativeDate | None:
        if value is None:
            return None
        year, month, rest = value
        return RelativeDate.model_validate(
            {"year": year, "month": month, ("part" if isinstance(rest, str) else "day"): rest}
        )

    span = resolve(Timing(printed="x", start=relative(start), until=relative(until)), 2024)
    assert span is not None
    said = words.when(span).replace("\u00a0", " ")
    assert (str(span.first), str(span.last), span.precision.value, said) == expected


def test_where_no_month_is_printed_there_is_no_date() -> None:
    """Neither a printed phrase without a month nor an empty cell makes one up."""
    assert resolve(Timing(printed="setiap tahun"), 2024) is None
    assert resolve(None, 2024) is None
    assert words.when(None) == "tanpa tanggal"
    undated = [event for event in events(guideline(), 2018) if event.precision is Precision.NONE]
    assert [event.key for event in undated] == [
        *(f"langkah-{number}" for number in range(3, 12)),
        "waktu-permintaan-provinsi",
        "waktu-permintaan-disahkan",
    ]


@pytest.mark.parametrize(
    "wrong",
    [
        {"printed": "x", "start": {"year": 0, "month": 5}, "until": {"year": 0, "month": 4}},
        {"printed": "x", "start": {"year": 1, "month": 1}, "until": {"year": 0, "month": 12}},
        {
            "printed": "x",
            "start": {"year": 0, "month": 5, "day": 2},
            "until": {"year": 0, "month": 5, "day": 1},
        },
        {"printed": "x", "until": {"year": 0, "month": 2, "day": 30}},
        {"printed": "x", "until": {"year": 0, "month": 6, "day": 31}},
    ],
)
def test_an_impossible_time_is_refused(wrong: dict[str, object]) -> None:
    """An end before the beginning, or a day that no such month has."""
    with pytest.raises(ValueError, match=r"until mendahului start|tidak punya tanggal"):
        Timing.model_validate(wrong)


def test_both_times_of_a_report_are_carried() -> None:
    """A12: the table leads, the text stands beside it; A13: the table names no month that fits."""
    found = {event.key: event for event in events(guideline(), 2018)}
    first = found["laporan-periode-pertama-tim-teknis-kabupaten"]
    assert first.reading is not None
    assert first.other is not None
    assert (first.reading.printed, first.reading.where) == ("15 Juli Kabupaten", "Tabel 7")
    assert (first.other.printed, first.other.where) == ("akhir Juli", "Bagian 4.2.3")
    assert first.other.span is not None
    assert first.other.span.last == date(2018, 7, 31)
    last = found["laporan-periode-kedua-tim-teknis-nasional"]
    assert last.reading is not None
    assert last.other is not None
    assert (last.reading.printed, last.reading.where) == ("akhir Februari", "Bagian 4.2.3")
    assert last.other.printed == "15 Agu Tim Teknis Nasional"
    assert last.other.span is None
    assert {"A12", "A13"} <= set(last.discrepancies)


def test_years_follow_the_current_edition() -> None:
    """Without one, the newest; without settings, none."""
    assert fiscal_years(programme(edition("1"))) == ()
    held = real().guideline
    assert fiscal_years(programme(edition("1", fiscal_year=2031), guideline=held)) == (2031, 2032, 2033, 2034)
    draft = programme(
        edition("1", fiscal_year=2031), edition("2", fiscal_year=2032, status="draft"), guideline=held
    )
    assert fiscal_years(draft)[0] == 2031
    assert fiscal_years(programme(edition("2", fiscal_year=2032, status="draft"), guideline=held))[0] == 2032
    assert fiscal_years(programme(guideline=held)) == ()


# The page


@cache
def page() -> str:
    """What the macro prints."""
    return to_html(str(Renderer(real()).year_calendar()))


def rows(year: int) -> Iterator[tuple[str, str]]:
    """Id and words of every row of a year."""
    for row in html.fromstring(f"<div>{page()}</div>").xpath("//*[@data-event]"):
        if row.get("id").startswith(f"{year}-"):
            yield row.get("id").partition("-")[2], " ".join(row.text_content().replace("\u00a0", " ").split())


@pytest.mark.parametrize("year", YEARS)
def test_every_event_has_a_row_with_its_printed_words(year: int) -> None:
    """What, who, when as printed and as a date, the other time, the roles, and the notes."""
    found = dict(rows(year))
    expected = events(guideline(), year)
    assert list(found) == [event.key for event in expected]
    for event in expected:
        text = found[event.key]
        assert words.when(event.span).replace("\u00a0", " ").lower() in text.lower()
        for reading in (event.reading, event.other):
            assert reading is None or reading.printed in text
        named = event.who.printed if event.who else real().body(event.body).name if event.body else None
        assert (named or "Tidak disebut") in text
        assert (event.what if event.kind.value != "step" else event.label) in text
        assert event.note is None or all(line in text for line in event.note.split("\n"))
        for form in event.forms:
            assert guideline().form(form).label in text
        assert event.precision is not Precision.NONE or text.startswith("Kapan: Tanpa tanggal")


def test_every_year_has_a_file_for_every_role_and_only_one_is_open() -> None:
    """Nothing needs the script; the first year is the current edition's."""
    tree = html.fromstring(f"<div>{page()}</div>")
    files = [link.get("href") for link in tree.xpath("//a[@download]")]
    assert files == [f"{{root}}/kalender/{year}-{role}.ics" for year in YEARS for role in ROLES]
    folds = tree.xpath("//details")
    assert [(fold.get("id"), fold.get("open") is not None) for fold in folds] == [
        ("tahun-2017", True),
        ("tahun-2018", False),
        ("tahun-2019", False),
        ("tahun-2020", False),
    ]
    assert tree.xpath("//form")[0].get("hidden") is not None


def test_the_picture_says_the_same_as_the_rows() -> None:
    """An event a line, with its date in words; undated ones apart; all lead to their rows."""
    tree = html.fromstring(f"<div>{page()}</div>")
    ids = set(tree.xpath("//@id"))
    (fold,) = tree.xpath("//details[@id='tahun-2018']")
    dated = [event for event in events(guideline(), 2018) if event.span]
    lines = fold.xpath(".//ul[@class='bars']/li")
    assert [line.xpath("string(span)") for line in lines] == [words.when(event.span) for event in dated]
    marks = [[shape.get("class") for shape in line.xpath("./svg/*")][1:] for line in lines]
    assert marks == [
        *[["month"]] * 3,
        ["day"],
        ["month"],
        *[["day", "month other"]] * 5,
        ["month"],
    ]
    undated = fold.xpath(".//ul[@class='undated-list']/li")
    assert len(undated) == 11
    assert all(link[1:] in ids for link in fold.xpath(".//li/a/@href") if link.startswith("#"))


@pytest.mark.parametrize(
    ("key", "x", "width"),
    [
        ("langkah-1", 0, 60),
        ("langkah-2", 50, 10),
        ("waktu-pelaksanaan-mulai", 120, 10),
        ("laporan-periode-kedua-tim-teknis-nasional", 250, 10),
    ],
)
def test_a_bar_covers_its_months(key: str, x: int, width: int) -> None:
    """Ten units a month, from January before the fiscal year."""
    tree = html.fromstring(f"<div>{page()}</div>")
    (bar,) = tree.xpath(f"//li[a/@href='#2018-{key}']/svg/rect[@class='month']")
    assert (int(bar.get("x")), int(bar.get("width"))) == (x, width)


def hostile(text: str) -> Programme:
    """This project, of one year, with ``text`` in what the calendar shows."""
    held = guideline()
    assert held.planning is not None
    assert held.calendar is not None
    assert held.reporting is not None
    step = held.planning.steps[0].model_copy(update={"what": text, "label": text, "note": text})
    other = held.planning.deadlines[0].model_copy(update={"what": text})
    named = held.calendar.steps[0].model_copy(update={"short": text})
    role = held.calendar.roles[0].model_copy(update={"name": text})
    period = held.reporting.periods[0].model_copy(update={"label": text})
    changed = held.model_copy(
        update={
            "planning": held.planning.model_copy(update={"steps": (step,), "deadlines": (other,)}),
            "calendar": held.calendar.model_copy(
                update={"steps": (named,), "roles": (role, *held.calendar.roles[1:]), "years": 1}
            ),
            "reporting": held.reporting.model_copy(update={"periods": (period,)}),
        }
    )
    return real().model_copy(update={"guideline": changed})


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_adds_no_element_and_no_attribute(text: str) -> None:
    """It is read as it was written, in the rows, in the picture and in the choice of roles."""

    def shape(markup: str) -> list[tuple[str, tuple[tuple[str, str], ...]]]:
        return [
            (tag, tuple((k, "" if k == "data-name" else v) for k, v in held))
            for tag, held in skeleton(markup)
        ]

    found = to_html(str(Renderer(hostile(text)).year_calendar()))
    assert shape(found) == shape(to_html(str(Renderer(hostile(PLACEHOLDER)).year_calendar())))
    tree = html.fromstring(f"<div>{found}</div>")
    assert text in tree.xpath("string(//*[@data-event])")
    assert text in tree.xpath("//*[@data-event]/@data-name | //*[@class='picture']//a/text()")[0]
    assert text in [option.text for option in tree.xpath("//select[@name='peran']/option")]


def test_the_second_programme_is_served_by_the_same_calendar(tmp_path: Path) -> None:
    """Its own steps, dates, roles and years; what no role claims belongs to each."""
    data = shutil.copytree(TINY_CALENDAR / "menu_data", two_years(tmp_path), dirs_exist_ok=True)
    found = programme_of(data)
    held = found.guideline
    assert fiscal_years(found) == (2030, 2031)
    assert [told(event, "pengurus") for event in events(held, 2030, "pengurus")] == [
        "langkah-1, acts, 2029-01-01 2029-03-31 month",
        "waktu-tanam, follows, 2030-05-01 2030-05-31 month",
    ]
    assert [event.key for event in events(held, 2030, "warga")] == ["langkah-1", "waktu-rapat", "waktu-tanam"]
    files = [item.path for item in export(found)]
    assert files == [f"kalender/{year}-{role}.ics" for year in (2030, 2031) for role in ("warga", "pengurus")]
    assert "Menghitung bibit" in Renderer(found).year_calendar()


def test_without_settings_the_page_says_so_and_tables_lead_nowhere() -> None:
    """A programme without a calendar has no link to one."""
    held = guideline().model_copy(update={"calendar": None})
    found = Renderer(real().model_copy(update={"guideline": held}))
    assert "Belum ada kalender." in found.year_calendar()
    assert "/kalender/" not in found.planning_table() + found.reporting_table() + found.data_page()
    with_settings = Renderer(real())
    assert "/kalender/" in with_settings.planning_table()
    assert "/kalender/" in with_settings.reporting_table()
    assert "/kalender/2018-kabupaten.ics" in with_settings.data_page()
