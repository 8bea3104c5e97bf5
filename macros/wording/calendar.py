"""The words of the calendar: times of a fiscal year, its page, its files, and what the page's script says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from macros.facts.fiscal_calendar import Event, EventKind, EventSpan, Precision, PrintedTime, TimeReading
from macros.model.catalogue import Body, ProgrammeInfo
from macros.model.discrepancies import Discrepancy
from macros.model.guideline.base import PartOfMonth
from macros.model.guideline.reporting import Reporting
from macros.model.settings import CalendarRole, Reminders
from macros.wording.availability import UNDATED
from macros.wording.dates import MONTHS, day, month
from macros.wording.phrases import NBSP, count, listed, number, source
from macros.wording.register import note_label

PARTS = {PartOfMonth.START: "awal", PartOfMonth.MIDDLE: "pertengahan", PartOfMonth.END: "akhir"}
GROUPS = {
    EventKind.STEP: "Langkah perencanaan",
    EventKind.OTHER: "Waktu lain yang tercetak",
    EventKind.REPORT: "Laporan enam bulanan",
}
FISCAL_YEAR = "Tahun anggaran"
ROLE = "Peran"
ALL_ROLES = "Semua peran"
CHOOSE = "Pilih tahun dan peran"
FILES = "Simpan ke kalender"
FILES_LEDE = "Berkas .ics untuk kalender di ponsel atau komputer:"
PICTURE = "Setahun dalam gambar"
KEY_DAY = "hari tercetak"
KEY_MONTH = "hanya bulan tercetak"
KEY_OTHER = "waktu lain di naskah untuk hal yang sama"
HEADS = ("Kapan", "Apa", "Siapa")
ACTS = "mengerjakan"
FOLLOWS = "menerima hasilnya"
PRINTED = "Tercetak:"
ONLY_MONTH = "Naskah hanya menyebut bulan, tidak menyebut hari."
NO_MONTH = "Bulannya tidak dapat dipastikan."
WHO = "Siapa:"
WHEN = "Kapan:"
TO = "kepada"
FORMS = "Formulir:"
WITHIN = "Jangka waktu menurut teks:"
NOTES = "Isi naskah berbeda:"
THEN_UNDATED = "Sesudah ini, tanpa tanggal di naskah:"
ALSO_UNDATED = "Tanpa tanggal di naskah:"
SOURCE = "Sumber:"
NO_CALENDAR = "Belum ada kalender."
PAGE_LINK = "Tanggal tiap tahun anggaran, dan berkas untuk kalender Anda"
DATA_LEDE = "Langkah dan tenggat satu tahun anggaran untuk satu peran, sebagai berkas iCalendar (RFC 5545)."
DATA = "Kalender"

# What the script puts together; {n} is a number, {what} and {left} what was found.
LEFT = {
    "today": "hari ini",
    "tomorrow": "besok",
    "days": "{n} hari lagi",
    "months": "{n} bulan lagi",
    "years": "{n} tahun lagi",
    "nextMonth": "bulan depan",
    "thisMonth": "bulan ini",
    "running": "sedang berjalan",
    "yesterday": "lewat 1 hari",
    "pastDays": "lewat {n} hari",
    "pastMonths": "lewat {n} bulan",
    "pastYears": "lewat {n} tahun",
}
NEXT = "Berikutnya: {what}, {left}."
OVER = "Semua tanggal yang tercetak untuk pilihan ini sudah lewat."
SHOWN = "{n} baris ditampilkan."
COUNTED = "Sisa waktu dihitung per {today} menurut waktu Jakarta (WIB)."


def script_words() -> dict[str, object]:
    """Everything that the page's script says."""
    return {
        "left": LEFT,
        "next": NEXT,
        "over": OVER,
        "shown": SHOWN,
        "counted": COUNTED,
        "months": MONTHS,
    }


def moment(found: PrintedTime) -> str:
    """``31 Desember 2030``, ``awal Juni 2030`` or ``Juni 2030``."""
    name = f"{found.year}-{found.month:02d}"
    if found.day is not None:
        return day(f"{name}-{found.day:02d}")
    part = f"{PARTS[found.part]}{NBSP}" if found.part is not None else ""
    return f"{part}{month(name)}"


def when(span: EventSpan | None) -> str:
    """A time of the year: ``paling lambat 31 Desember 2030``, ``Januari 2030 sampai Juni 2030``."""
    if span is None:
        return UNDATED.lower()
    start = moment(span.start) if span.start else None
    until = moment(span.until) if span.until else None
    if start is None:
        return f"paling lambat {until}"
    if until is None:
        return f"mulai {start}"
    return start if start == until else f"{start} sampai {until}"


def fiscal_year(year: int) -> str:
    """``Tahun anggaran 2030``, held together."""
    return f"{FISCAL_YEAR}{NBSP}{year}"


def summary(event: Event, body: Body | None) -> str:
    """An event in a few words: ``Langkah 1: Mengenali kebutuhan``, ``Laporan Tim: Periode pertama``."""
    if body is not None:
        return f"Laporan {body.name}: {event.short}"
    return f"{event.label}: {event.short}" if event.kind is EventKind.STEP else event.short


def title(event: Event, body: Body | None) -> str:
    """The same for a calendar, with the part of a month that the whole month stands for."""
    end = event.span.until or event.span.start if event.span else None
    part = f" ({moment(end)})" if end is not None and end.part is not None else ""
    return f"{summary(event, body)}{part}"


def handed(event: Event, to: Body | None) -> str:
    """What is done: the sentence of the data, or to whom a report goes."""
    if event.kind is not EventKind.REPORT:
        return f"{event.what.removesuffix('.')}."
    return f"Menyerahkan laporan {TO} {to.name}." if to else "Menyerahkan laporan."


def who(event: Event, body: Body | None) -> str | None:
    """Who acts, as printed or by the name of the body; ``None`` when the text names nobody."""
    if body is not None:
        return body.name
    return event.who.printed if event.who else None


def part_of(event: Event, role: CalendarRole) -> str:
    """What a role has to do with an event."""
    return ACTS if role.id in event.acts else FOLLOWS


def printed(event: Event, reading: TimeReading, year: int) -> str:
    """A time as printed, and where: ``Jan-Juni N-1 (Lampiran 5); N ialah 2030``."""
    counted = f"; N ialah {year}" if event.kind is not EventKind.REPORT else ""
    return f"{reading.printed} ({reading.where}){counted}"


def other(reading: TimeReading) -> str:
    """What a second place says: ``Bagian 4 menyebut akhir Juli, jadi paling lambat akhir Juli 2030.``."""
    said = f"{reading.where} mencetak: {reading.printed}."
    return f"{said} {sentence(when(reading.span)) if reading.span else NO_MONTH}"


def sentence(text: str) -> str:
    """A phrase as a sentence."""
    return f"{text[:1].upper()}{text[1:]}."


def note(entry: Discrepancy) -> str:
    """A disagreement in a file: its number, its title and the matter."""
    return f"{note_label(entry.id)}: {entry.title}. {entry.question}"


def before(since: int) -> str:
    """Beside a time that was over before the text was there."""
    return f"Ini sebelum {since}, tahun pertama uji coba; waktunya hanya hitungan dari N."


def left_out(since: int) -> str:
    """What a file does not hold."""
    return f"Langkah yang berakhir sebelum {since}, tahun pertama uji coba, tidak dimuat."


def first_year(reporting: Reporting, year: int) -> str:
    """How the years of the table of reports are read."""
    label = reporting.years[0].label if reporting.years else "Tahun pertama"
    return (
        f'Bacaan situs ini: "{label}" di {reporting.label.replace(" ", NBSP)} ialah tahun'
        f" anggaran{NBSP}{year}."
        " Naskah tidak menyebut tahun kalendernya."
    )


def reminders(found: Reminders) -> str | None:
    """When a file reminds, as sentences; ``None`` when it never does."""
    told = []
    if found.day:
        told.append(f"{_before(found.day)} sebelum tenggat yang harinya tercetak")
    if found.month:
        told.append(f"{_before(found.month)} sebelum bulannya mulai bila hanya bulan yang tercetak")
    if not told:
        return None
    return (
        f"Berkasnya mengingatkan {listed(told)}, pukul{NBSP}{found.hour:02d}.00."
        " Pengingat ini dari situs, bukan dari naskah, dan hanya untuk yang Anda kerjakan sendiri."
    )


def _before(days: Sequence[int]) -> str:
    return f"{listed(number(one) for one in days)}{NBSP}hari"


def alarm(about: str, days: int) -> str:
    """The text of a reminder."""
    return f"{about}, {count(days, 'hari')} lagi" if days else f"{about}, hari ini"


def calendar_name(info: ProgrammeInfo, year: int, role: CalendarRole) -> str:
    """Name of a calendar file in the reader's program."""
    return f"{info.name}, tahun anggaran {year}, {role.name}"


def calendar_about(info: ProgrammeInfo, year: int, role: CalendarRole) -> str:
    """The first sentence about a calendar file."""
    return f"Langkah dan tenggat {info.name} untuk tahun anggaran {year}, peran {role.name}."


def file_name(year: int, role: CalendarRole) -> str:
    """What a file holds, for the list of open data."""
    return f"{fiscal_year(year)}, {role.name}"


def named(events: Iterable[Event]) -> str:
    """Events on one line, each with its label: ``Langkah 3 (Menyusun rencana); Langkah 4 (...)``."""
    return "; ".join(f"{e.label} ({e.short})" if e.kind is EventKind.STEP else e.short for e in events)


def source_line(event: Event) -> str:
    """``Sumber: Lampiran 5 (halaman 66).``."""
    return f"{SOURCE} {source(event.source)}."


def imprecise(event: Event) -> bool:
    """Whether no day is printed for a dated event."""
    return event.precision is Precision.MONTH
