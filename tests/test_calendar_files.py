"""Calendar files as two readers of RFC 5545 see them, and as the bytes they are."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Any

import icalendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ical.calendar import Calendar as Read
from ical.calendar_stream import IcsCalendarStream
from ical.event import Event as ReadEvent

from macros.exports.calendars import clean, export
from macros.facts.fiscal_calendar import events
from macros.model.edition import Status
from macros.model.programme import Programme
from macros.wording import calendar as words
from tests.factories import edition, programme
from tests.hostile import LINES, STRINGS
from tests.paths import ROOT
from tests.sample import real
from tests.test_calendar import ROLES, YEARS, hostile

NAMES = [f"kalender/{year}-{role}.ics" for year in YEARS for role in ROLES]
PILOT = date(2017, 1, 1)
"""When the pilot begins: what is over before stands on the page, and in no file."""
FIRST = "Laporan Tim Teknis Kabupaten: Periode laporan enam bulan pertama"
LAST = "Laporan Tim Teknis Nasional: Periode laporan enam bulan kedua"
SPLITS = "BEGIN:VEVENT\r\nSUMMARY:palsu\r\nEND:VEVENT"


@cache
def files() -> dict[str, bytes]:
    """This project's calendars by path."""
    return {item.path: item.content for item in export(real())}


def first_reader(content: bytes) -> Any:
    """As icalendar reads it; it also wrote it."""
    found = icalendar.Calendar.from_ical(content)
    assert isinstance(found, icalendar.Calendar)
    assert [error for event in found.walk() for error in event.errors] == []
    return found


def second_reader(content: bytes) -> Read:
    """As another implementation reads it, which checks every component against its own model."""
    return IcsCalendarStream.calendar_from_ics(content.decode())


def event_of(name: str, summary: str) -> ReadEvent:
    """The event whose summary begins so."""
    (found,) = [one for one in second_reader(files()[name]).events if (one.summary or "").startswith(summary)]
    return found


def test_every_year_and_role_has_a_file() -> None:
    """At an address that stays."""
    assert list(files()) == NAMES
    tiny = programme(edition("1"))
    assert list(export(tiny)) == []


@pytest.mark.parametrize("name", NAMES)
def test_both_readers_find_the_events_of_the_year(name: str) -> None:
    """Days, words and ids; whole days, since the text prints no hour."""
    year, role = name.removeprefix("kalender/").removesuffix(".ics").split("-")
    found = events(real().guideline, int(year), role)
    dated = [event for event in found if event.span and event.span.last >= PILOT]
    expected = [
        (event.span.first, event.span.last + timedelta(days=1)) for event in dated if event.span is not None
    ]
    one, two = first_reader(files()[name]), second_reader(files()[name])
    assert [(e["dtstart"].dt, e["dtend"].dt) for e in one.events] == expected
    assert [(e.dtstart, e.dtend) for e in two.events] == expected
    assert all(type(e["dtstart"].dt) is date and e["dtstart"].params["VALUE"] == "DATE" for e in one.events)
    for event, first, second in zip(dated, one.events, two.events, strict=True):
        assert (str(first["summary"]), str(first["description"]), str(first["uid"])) == (
            second.summary,
            second.description,
            second.uid,
        )
        for reading in (event.reading, event.other):
            assert reading is None or reading.printed in str(second.description)


@pytest.mark.parametrize("name", NAMES)
def test_the_bytes_are_as_the_standard_wants_them(name: str) -> None:
    """CRLF alone ends a line, no line is longer than 75 octets, none is cut within a character."""
    content = files()[name]
    lines = content.split(b"\r\n")
    assert lines[-1] == b""
    assert all(len(line) <= 75 for line in lines)
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    for line in lines:
        line.decode()
    assert Counter(lines)[b"VERSION:2.0"] == 1
    assert lines[0] == b"BEGIN:VCALENDAR"
    assert any(line.startswith(b"PRODID:") for line in lines)


def test_ids_are_the_same_in_every_build_and_in_no_two_events() -> None:
    """Written down here: a change of one would double what readers have in their calendars."""
    ids = [str(e["uid"]) for content in files().values() for e in first_reader(content).events]
    assert len(ids) == len(set(ids)) == 82
    assert [e.uid for e in second_reader(files()["kalender/2018-kabupaten.ics"]).events] == [
        "7f7d85f6-481b-5945-96c7-7b102b8749b5",
        "8f155f75-cdfb-530a-9fc8-2bc525fa4a4e",
        "eae158fe-36dd-5ec6-8096-db6d6b895a69",
        "f4d72f9f-e547-5a1f-a94f-fa8bbd5bba6b",
        "8e4535fa-c199-58e6-b352-28940d4ef89d",
        "1feba6b9-01e1-5a9b-88fb-531263d54a91",
        "a89e8d08-bd5c-57f8-b967-8ff2f0ddb174",
    ]


def test_a_new_edition_keeps_the_ids_of_the_years_that_stay() -> None:
    """When the next menu is approved, a year is added, no file goes, and events stay the same."""
    info = real().edition("2018").info.model_copy(update={"status": Status.APPROVED})
    approved = real().edition("2018").model_copy(update={"info": info})
    held = {name: getattr(real(), name) for name in Programme.model_fields}
    later = Programme(**{**held, "editions": (real().edition("2017"), approved)})
    moved = {item.path: item.content for item in export(later)}
    assert list(moved) == [f"kalender/{year}-{role}.ics" for year in range(2017, 2022) for role in ROLES]
    for role in ROLES:
        name = f"kalender/2018-{role}.ics"
        before, after = second_reader(files()[name]).events, second_reader(moved[name]).events
        assert [(e.uid, e.summary) for e in before] == [(e.uid, e.summary) for e in after]


def test_the_files_depend_on_nothing_but_the_data() -> None:
    """Another process in another zone, locale and order of sets makes the same bytes."""
    code = (
        "import hashlib; from pathlib import Path; from macros.loading.load import load;"
        "from macros.exports.calendars import export;"
        "print(hashlib.sha256(b''.join(i.content for i in export(load(Path('menu_data')).programme)))"
        ".hexdigest())"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=ROOT,
            env={**os.environ, "TZ": zone, "PYTHONHASHSEED": seed, "LC_ALL": "C"},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for zone, seed in (("Asia/Jayapura", "1"), ("America/Los_Angeles", "2"))
    }
    assert len(found) == 1


def test_the_time_stamp_is_the_newest_day_of_the_data() -> None:
    """Not the day of the build."""
    stamps = {e["dtstamp"].dt for content in files().values() for e in first_reader(content).events}
    errata = [one.date for edition in real().editions for one in edition.info.errata]
    newest = max(*errata, *(notes.date for notes in real().changes))
    assert stamps == {datetime.fromisoformat(newest).replace(tzinfo=UTC)}


def test_contradictions_stand_in_the_description() -> None:
    """A12 and A13 with both times as printed; the day of the table leads where it can be told."""
    report = event_of("kalender/2018-kabupaten.ics", FIRST)
    assert report.dtstart == date(2018, 7, 15)
    said = str(report.description)
    assert "Tercetak: 15 Juli Kabupaten (Tabel 7)." in said
    assert "Bagian 4.2.3 mencetak: akhir Juli. Paling lambat akhir Juli 2018." in said
    assert "Catatan A12: Tenggat laporan enam bulanan." in said
    assert 'Bacaan situs ini: "Tahun 1" di Tabel 7 ialah tahun anggaran 2018.' in said.replace("\u00a0", " ")
    last = event_of("kalender/2018-nasional.ics", LAST)
    assert (last.dtstart, last.dtend) == (date(2019, 2, 1), date(2019, 3, 1))
    assert str(last.summary).endswith("(akhir Februari 2019)")
    said = str(last.description)
    assert "Naskah hanya menyebut bulan, tidak menyebut hari." in said
    assert "Tabel 7 mencetak: 15 Agu Tim Teknis Nasional. Bulannya tidak dapat dipastikan." in said
    assert "Catatan A13:" in said


def test_a_step_without_a_date_is_named_before_and_is_no_event() -> None:
    """In the event printed before it, and in the text about the calendar."""
    content = files()["kalender/2018-kabupaten.ics"]
    undated = (
        "Langkah 3 (Menyusun rencana kabupaten); Langkah 4 (Merampungkan rencana kabupaten);"
        " Langkah 5 (Mengajukan rencana kabupaten); Langkah 11 (Memberitahukan persetujuan)."
    )
    event = event_of("kalender/2018-kabupaten.ics", "Langkah 2")
    assert f"Sesudah ini, tanpa tanggal di naskah: {undated}" in str(event.description)
    found = first_reader(content)
    assert f"Tanpa tanggal di naskah: {undated}" in str(found["description"])
    lines = content.decode().replace("\r\n ", "").split("\r\n")
    for ours, theirs in (("X-WR-CALDESC", "DESCRIPTION"), ("X-WR-CALNAME", "NAME")):
        same = [line.partition(":")[2] for line in lines if line.startswith((f"{ours}:", f"{theirs}:"))]
        assert same[0] == same[1], ours
    assert "NAME:Strategi Lini Depan\\, tahun anggaran 2018\\, Kabupaten" in lines
    summaries = [str(e["summary"]) for e in found.events]
    assert not any(s.startswith(("Langkah 3", "Langkah 4", "Langkah 5", "Langkah 11")) for s in summaries)


def test_what_was_over_before_the_pilot_is_in_no_file_and_said() -> None:
    """Steps of 2017 that fall into 2016; undated ones are not put after a date that they precede."""
    for role in ROLES:
        found = second_reader(files()[f"kalender/2017-{role}.ics"])
        assert min(event.dtstart for event in found.events if event.dtstart is not None) == PILOT, role
        assert (
            "berakhir sebelum 2017, tahun pertama uji coba, tidak dimuat"
            in (first_reader(files()[f"kalender/2017-{role}.ics"])["description"])
        )
        assert not any("Sesudah ini" in str(event.description) for event in found.events), role
        assert "tidak dimuat" not in first_reader(files()[f"kalender/2018-{role}.ics"])["description"]


def test_reminders_come_before_what_a_role_does_itself() -> None:
    """14 and 3 days before a printed day, 7 before a printed month, at eight; none for what others do."""

    def leads(name: str, summary: str) -> list[Any]:
        return [alarm.trigger for alarm in event_of(name, summary).alarm]

    eight = timedelta(hours=8)
    day = [eight - timedelta(days=14), eight - timedelta(days=3)]
    assert leads("kalender/2018-kabupaten.ics", "Rencana implementasi") == day
    assert leads("kalender/2018-kabupaten.ics", "Langkah 1") == [eight - timedelta(days=7)]
    assert leads("kalender/2018-kabupaten.ics", "Langkah 2") == []
    assert leads("kalender/2018-nasional.ics", "Langkah 2") == [eight - timedelta(days=7)]
    assert leads("kalender/2018-provinsi.ics", FIRST) == []
    told = words.reminders(real().guideline.calendar.reminders)  # type: ignore[union-attr]
    assert told is not None
    assert "14 dan 3\u00a0hari sebelum tenggat yang harinya tercetak" in told
    assert "pukul\u00a008.00" in told
    texts = {
        str(alarm["description"])
        for content in files().values()
        for alarm in first_reader(content).walk("VALARM")
    }
    assert "Langkah 1: Mengenali kebutuhan setempat, 7 hari lagi" in texts


def check(text: str) -> None:
    """The calendars of a programme that says ``text`` wherever it can."""
    for item in export(hostile(text)):
        one, two = first_reader(item.content), second_reader(item.content)
        if item.path.endswith("-kabupaten.ics") and not item.path.endswith("2017-kabupaten.ics"):
            assert len(one.events) == len(two.events) == 3  # a step, the menu, a report
            assert item.content.count(b"\r\nBEGIN:VEVENT\r\n") == 3
            assert str(one.events[0]["summary"]) == two.events[0].summary == clean(f"{text}: {text}")
            assert clean(text).split("\n")[0] in str(one.events[0]["description"])
            assert str(one.events[0]["description"]) == two.events[0].description
        assert all(len(line) <= 75 for line in item.content.split(b"\r\n"))
        assert b"\n" not in item.content.replace(b"\r\n", b"")


@pytest.mark.parametrize("text", [*STRINGS, *LINES, SPLITS, "a\\nb", "a\\;b\\,c", "\ud800x", "\x00\x07x\x7f"])
def test_hostile_text_stays_text(text: str) -> None:
    """No new line, component or property; both readers give back what was written."""
    check(text)


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=200).filter(clean))
def test_any_text_stays_text(text: str) -> None:
    """Whatever the data say."""
    check(text)
