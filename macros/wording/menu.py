"""Labels of packages and activities, of the pages that show them, and of the filter over them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from macros.model.edition import Edition, RoleNote
from macros.model.menu import Activity, Delivery, Package, Phase, Role
from macros.wording.phrases import NBSP, count, listed

ROLES = {
    Role.CORE: "Utama",
    Role.SUPPORTING: "Pendukung",
    Role.FLEXIBLE: "Fleksibel",
    Role.NOT_STATED: "Golongan tidak disebut",
}
ROLE_OPTIONS = {**ROLES, Role.NOT_STATED: "Tidak disebut"}
PHASES = {
    Phase.DESIGN: "Desain sistem",
    Phase.SHORT_TERM: "Mekanisme penyelenggaraan jangka pendek",
    Phase.LONG_TERM: "Mekanisme penyelenggaraan jangka panjang",
    Phase.DELIVERY_AND_SUPPORT: "Penyelenggaraan dan dukungan sistem",
    Phase.MANAGEMENT: "Pengelolaan",
}
"""What a phase is called where its record does not carry another printed label; see ``phase_label``."""
FIELDS = {
    "name": "Nama",
    "short_name": "Nama pendek",
    "aliases": "Nama lain",
    "number": "Nomor",
    "lede": "Satu kalimat",
    "summary": "Ringkasan",
    "summary_force": "Daya ikat ringkasan",
    "role": "Golongan",
    "minimal_set": "Set minimal",
    "target_units": "Untuk siapa",
    "delivery": "Penyelenggara",
    "availability": "Sejak kapan",
    "rationale": "Alasan",
    "description": "Isi kegiatan",
    "expected_results": "Hasil",
    "implement_with": "Harus bersama",
    "outcomes": "Capaian",
    "outputs": "Keluaran",
    "table": "Tabel paket",
    "indicators": "Indikator",
    "screening": "Pertanyaan kebutuhan",
    "footnotes": "Catatan kaki",
    "source": "Sumber",
    "activities": "Kegiatan",
    "packages": "Daftar paket",
    "listed_elsewhere": "Tercetak di tempat lain",
    "roles": "Arti golongan",
    "approvals": "Persetujuan",
    "title": "Judul",
}
PACKAGE = "Paket"
ACTIVITY = "Kegiatan"
ACTIVITIES = "Kegiatan paket ini"
NUMBER = "Nomor"
NAME = "Nama"
FOR_WHOM = "Untuk siapa"
FOR = "Untuk:"
WHO_DELIVERS = "Siapa yang menyelenggarakan"
ROLE = "Golongan"
NONE = "Tidak ada"
NOT_STATED = "Tidak disebut"
MINIMAL_SET = "Set minimal"
PRINT_NOTES = "Catatan daerah"
PRINT_FIELDS = ("Nama daerah", "Tanggal rapat", "Untuk tahun anggaran", "Jumlah peserta")

WHY = "Mengapa kegiatan ini ada"
WHAT = "Apa yang dilakukan"
RESULTS = "Hasil yang diharapkan"
MEASURE = "Cara mengukur"
SUPPORTS = "Capaian dan keluaran yang didukung"
OUTCOME = "Capaian"
OUTPUT = "Keluaran"
OTHER_NAMES = "Nama lain di naskah"
FOOTNOTES = "Catatan kaki"
INDICATOR = "Indikator"
DATA_SOURCE = "Sumber data"
COLLECTOR = "Pengumpul"
FREQUENCY = "Frekuensi"
HISTORY_LINK = "Riwayat dan alamat tetap"
SCHEDULE_LINK = "Jadwal semua kegiatan"
PROPOSE = "Usulkan perbaikan"
PROPOSE_AT = "Tiap kolom di sumbernya, pada barisnya:"
PROPOSE_FROZEN = "Isi edisi ini dibekukan dan hanya berubah lewat ralat yang tercatat."
PROPOSE_ACTIVITY = (
    "name",
    "target_units",
    "availability",
    "implement_with",
    "delivery",
    "rationale",
    "description",
    "expected_results",
)
PROPOSE_PACKAGE = ("name", "summary", "outcomes", "outputs")

PACKAGE_TABLE = "Ringkasan di kepala paket"
TABLE_UNITS = "Unit sasaran"
TABLE_FIELDS = "Bidang sasaran"
TABLE_ACTIVITIES = "Kegiatan"
TABLE_RESULTS = RESULTS
WHAT_FOR = "Untuk apa paket ini"

JUMP = "Langsung ke paket"
BY_UNIT = "Menurut unit sasaran"
BY_UNIT_LEDE = "Nomor kegiatan untuk tiap unit."
ROLES_HEADING = "Arti golongan"
LISTED_ELSEWHERE = "Hanya tercetak di tempat lain"
LISTED_ELSEWHERE_LEDE = "Nomor ini ada di naskah, tetapi tidak diuraikan di menu, jadi tidak dapat dipilih."
PRINTED_AT = "Tercetak di"
PRINTED = "tercetak"

FILTER = "Saring kegiatan"
FILTER_UNIT = "Untuk siapa"
FILTER_MONTH = "Tersedia paling lambat"
FILTER_ANY_MONTH = "Bulan apa saja"
FILTER_ROLE = "Golongan"
FILTER_OUTCOME = "Capaian"
FILTER_TEXT = "Kata atau nomor"
FILTER_RESET = "Hapus semua saringan"
FILTER_EMPTY = "Tidak ada kegiatan yang cocok"
FILTER_EMPTY_HELP = "Hapus satu saringan, atau mulai lagi dari daftar penuh."
SCHEDULE_BUTTON = "Lihat jadwal"
SCAN_LINK = "Periksa kebutuhan"
SCAN_LEAD = "Belum tahu mana yang cocok?"
SCAN_SHEET = "Isi daftar ini di perangkat Anda:"
WAYS_IN = "Kegiatan untuk"


def numbers(activities: Iterable[Activity]) -> str:
    """The numbers of some activities as a phrase: ``1.2 dan 1.3``."""
    return listed(activity.number for activity in activities)


def activities(value: int) -> str:
    """``19 kegiatan``."""
    return count(value, "kegiatan")


def packages(value: int) -> str:
    """``9 paket``."""
    return count(value, "paket")


def phase_label(delivery: Delivery) -> str:
    """What a phase of *Mekanisme penyelenggaraan* is called: as printed, or by its kind."""
    return delivery.printed or PHASES[delivery.phase]


def package_label(package_number: str) -> str:
    """``Paket 1``, held together."""
    return f"{PACKAGE}{NBSP}{package_number}"


def named(record: Package | Activity) -> str:
    """A package or an activity as a link calls it: ``Paket 1 Lahan``, ``1.1 Bajak``."""
    number = package_label(record.number) if isinstance(record, Package) else record.number
    return f"{number} {record.name}"


def package_details(package_number: str) -> str:
    """``Rincian Paket 1``."""
    return f"Rincian {package_label(package_number)}"


def in_package(package_number: str) -> str:
    """``Di Paket 1``."""
    return f"Di {package_label(package_number)}"


def role_summary(role: Role, members: Sequence[Activity], total: int) -> str:
    """A role of a package, with the numbers when it does not cover the whole package."""
    if len(members) == total:
        return ROLES[role]
    return f"{ROLES[role]}: {', '.join(activity.number for activity in members)}"


def table_label(kind: str, edition: Edition) -> str:
    """Accessible name of a table."""
    return f"Tabel {kind.lower()}, {edition.info.short_title}"


def filter_shown(edition: Edition) -> str:
    """What the filter's script says; it puts the number of matches for ``{shown}``."""
    return f"{{shown}} dari {activities(len(edition.activities))}"


def role_note(note: RoleNote) -> str:
    """Where a class is printed; of activities without one, what the text leaves open."""
    if note.role is Role.NOT_STATED:
        return f"{note.text} ({note.where})"
    return f"{note.name}: {PRINTED_AT.lower()} {note.where}."
