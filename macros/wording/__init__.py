"""Every Indonesian label, month, date and number that a visitor reads.

Sentences that carry a link are kept in pieces here and put together in the templates. What belongs to one
programme (its names, bodies, years) comes from its data and is passed in.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from macros.model.base import Date, Month, SourceRef
from macros.model.catalogue import ProgrammeInfo
from macros.model.discrepancies import DiscrepancyKind
from macros.model.edition import Edition, RoleNote, Status
from macros.model.menu import Activity, Availability, Delivery, Package, Phase, Role

NBSP = "\N{NO-BREAK SPACE}"
DASH = "\N{EN DASH}"

MONTHS = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
SHORT_MONTHS = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des")

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
KINDS = {
    DiscrepancyKind.CONTENT: "Isi yang bertentangan",
    DiscrepancyKind.NAME: "Nama yang berbeda",
    DiscrepancyKind.REFERENCE: "Rujukan dan nomor",
    DiscrepancyKind.MISSING: "Disebut, tetapi tidak ada",
    DiscrepancyKind.CONVERSION: "Terbaca tidak utuh dalam teks sumber",
}
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

# Labels, by where they stand.
HOME = "Beranda"
PACKAGE = "Paket"
ACTIVITY = "Kegiatan"
ACTIVITIES = "Kegiatan paket ini"
PACKAGES = "Paket"
NUMBER = "Nomor"
NAME = "Nama"
EDITION = "Edisi"
BREADCRUMBS = "Letak halaman"
IN_PDF = "(PDF)"
FOR_WHOM = "Untuk siapa"
FOR = "Untuk:"
SINCE = "Sejak kapan"
WHO_DELIVERS = "Siapa yang menyelenggarakan"
ROLE = "Golongan"
NONE = "Tidak ada"
NOT_STATED = "Tidak disebut"
MINIMAL_SET = "Set minimal"
MINIMAL_SET_YES = "Termasuk set minimal"
AVAILABLE = "Tersedia"
PROTOTYPE = "Purwarupa"
PROTOTYPE_LEGEND = "Purwarupa, masih diuji"
ON_REQUEST = "Menurut permintaan"
UNDATED = "Tanpa tanggal"
CURRENT = "Terkini"
AS_PRINTED = "Seperti tercetak"
PRINTED_NOTE = (
    "Isinya mengikuti naskah tercetak; teks sumber situs ini tidak memuat pengesahannya. Bahasa sederhananya"
    " disusun penyunting situs ini dan belum disahkan siapa pun."
)
DRAFT = "Usulan"
REPLACED = "Digantikan"
DRAFT_LEAD = "Belum disahkan."
UNDECIDED = "Belum diputus."
DRAFT_UNTIL = "Sampai ada putusan, pakai"
DRAFT_NO_CURRENT = "Belum ada menu terkini."
REPLACED_LEAD = "Edisi ini sudah diganti."
REPLACED_LINK = "Buka menu terkini"
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
TEXT_NOTES = "Catatan teks"
FOOTNOTES = "Catatan kaki"
FUNDING = "Dana:"
INDICATOR = "Indikator"
DATA_SOURCE = "Sumber data"
COLLECTOR = "Pengumpul"
FREQUENCY = "Frekuensi"
CONTINUE = "Lanjutkan"
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
PREVIOUS = "Sebelumnya"
NEXT = "Berikutnya"
NEIGHBOURS = "Sebelum dan sesudah"
CITE = "Alamat tetap untuk dikutip:"
SEE_NOTE = "Catatan"
DECIDED = "Putusan"
SHARED_NOTES = "Menyangkut beberapa tanggal:"

PACKAGE_TABLE = "Ringkasan di kepala paket"
TABLE_UNITS = "Unit sasaran"
TABLE_FIELDS = "Bidang sasaran"
TABLE_ACTIVITIES = "Kegiatan"
TABLE_RESULTS = RESULTS
WHAT_FOR = "Untuk apa paket ini"

JUMP = "Langsung ke paket"
LEGEND = "Arti tanda"
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

SCHEDULE = "Jadwal"
SCHEDULE_TITLE = "Kapan tiap kegiatan tersedia"
SCHEDULE_TABLE = "Jadwal sebagai tabel"
SCHEDULE_BY_MONTH = "Menurut bulan"
STATUS = "Status"
MONTH = "Bulan"

HISTORY = "Riwayat"
HISTORY_LEDE = "Alamat ini tetap sama walau nomor kegiatan berubah di edisi lain. Pakai untuk mengutip."
HISTORY_TABLE = "Di tiap edisi"

REGISTER = "Perbedaan dalam naskah"
REGISTER_LEDE = (
    "Di beberapa tempat isi naskah berbeda, atau yang disebutnya tidak ada. Tiap catatan menyebut perkaranya"
    " dan apa yang aman dilakukan, dengan tautan ke kutipannya. Situs ini tidak memutus mana yang benar."
)
REGISTER_EMPTY = "Belum ada catatan."
READINGS = "Kutipan"
READINGS_LEDE = (
    "Tempat dan kutipan setiap catatan, seperti tercetak. Yang seluruhnya dalam tanda kurung bukan kutipan,"
    " melainkan keterangan."
)
KIND_ADDRESSES = {
    DiscrepancyKind.CONTENT: "isi",
    DiscrepancyKind.NAME: "nama",
    DiscrepancyKind.REFERENCE: "rujukan",
    DiscrepancyKind.MISSING: "tidak-ada",
    DiscrepancyKind.CONVERSION: "teks-sumber",
}
ABOUT_TEXT = "Apa yang dimaksud dengan naskah dan teks sumber"
GROUPS = "Kelompok catatan"
SHOWN = "Yang ditampilkan:"
SAFE = "Yang aman dilakukan:"
TOUCHES = "Menyangkut:"
WHOLE_EDITION = "seluruh menu"

DATA = "Data terbuka"
DATA_LEDE = "Semua isi menu tersedia sebagai berkas JSON, dengan nama kolom yang sama seperti di sumbernya."
DATA_FILES = "Berkas"
DATA_FILE = "Alamat"
DATA_HOLDS = "Isinya"
DATA_EDITIONS = "Daftar semua edisi dan edisi terkini"
DATA_ACTIVITIES = "Daftar semua kegiatan, dengan riwayat masing-masing di activities/<id>.json"
DATA_CHANGES = "Daftar semua pasangan edisi yang dibandingkan, juga yang berjauhan"
DATA_OPENAPI = "Uraian semua berkas menurut OpenAPI 3.1"
DATA_GUIDELINE = "Tabel dan formulir panduan"
DATA_RESOURCES = "Instrumen, panduan, dan materi tiap kegiatan"
DATA_REPORTS = "Laporan yang sudah terbit"
DATA_SCHEMAS = "Skema"
DATA_FORMS = "Formulir untuk diisi (XLSX)"
DATA_SCHEMAS_LEDE = "Skema JSON menjelaskan tiap kolom dalam bahasa Indonesia."
SCHEMAS = {
    "catalogue": "Program, capaian, keluaran, jenis unit, dan lembaga",
    "edition": "Keterangan satu edisi",
    "package": "Satu paket beserta kegiatannya",
    "screening": "Pertanyaan untuk memeriksa kebutuhan",
    "indicators": "Indikator pemantauan",
    "changes": "Asal-usul dan alasan perubahan di antara dua edisi",
    "discrepancies": "Catatan perbedaan dalam naskah",
    "targets": "Target dan indikator layanan dasar",
    "theory": "Teori perubahan",
    "results": "Kerangka hasil",
    "ministries": "Kementerian dan lembaga",
    "bodies": "Lembaga, tugas, dan susunan",
    "overview": "Gambaran umum menu",
    "reporting": "Jadwal pelaporan",
    "assumptions": "Asumsi program",
    "locations": "Lokasi",
    "criteria": "Kriteria keikutsertaan",
    "planning": "Langkah perencanaan",
    "calendar": "Pengaturan kalender",
    "participation": "Petunjuk ikut serta",
    "form": "Satu formulir",
    "acronyms": "Akronim",
    "legal": "Dasar hukum",
    "figures": "Gambar",
    "contents": "Daftar isi naskah",
    "sections": "Bagian panduan",
    "revisions": "Revisi panduan",
    "text": "Teks satu revisi",
    "decisions": "Putusan",
    "resources": "Instrumen",
    "reports": "Laporan",
}

GUIDE = "Makro untuk penyunting"
GUIDE_LEDE = (
    "Makro menyisipkan isi menu ke halaman Markdown. Isinya selalu sama dengan data, jadi tidak perlu"
    " disalin. Argumen ditulis langsung sebagai teks dalam tanda kutip."
)
GUIDE_ARGUMENTS = "Argumen"
GUIDE_CALL = "Tulis"
GUIDE_RESULT = "Hasil"
GUIDE_LONG = "Hasilnya tidak ditampilkan di sini."
GUIDE_PAGES = "Makro halaman penuh"
GUIDE_PAGES_LEDE = "Makro ini mengisi satu halaman penuh dan dipakai oleh halaman yang dibuat dari data."

MOVED = "Halaman ini berpindah"
MOVED_LEAD = "Isi yang Anda cari ada di"
NO_CURRENT_TITLE = "Belum ada menu terkini"
LOOK = "Lihat"
SCHEDULE_BUTTON = "Lihat jadwal"
SCAN_LINK = "Periksa kebutuhan"
SCAN_LEAD = "Belum tahu mana yang cocok?"
SCAN_SHEET = "Isi daftar ini di perangkat Anda:"
DISAGREES_ANY = "Isi naskah berbeda"
OPEN_NOTES = "Perbedaan dalam"
WAYS_IN = "Kegiatan untuk"
NOTE_TAG = "Catatan"


def month(value: Month) -> str:
    """``2030-04`` as ``April 2030``, held together."""
    year, number = value.split("-")
    return f"{MONTHS[int(number) - 1]}{NBSP}{year}"


def month_name(value: Month) -> str:
    """``2030-04`` as ``April``."""
    return MONTHS[int(value[5:]) - 1]


def short_month(value: Month) -> str:
    """``2030-04`` as ``Apr``."""
    return SHORT_MONTHS[int(value[5:]) - 1]


def year(value: Month) -> str:
    """``2030-04`` as ``2030``."""
    return value[:4]


def day(value: Date) -> str:
    """``2030-06-30`` as ``30 Juni 2030``, held together."""
    return f"{int(value[8:])}{NBSP}{month(value[:7])}"


def content_of(value: Date) -> str:
    """Which day's content a page shows: that of its commit."""
    return f"Isi situs per {day(value)}."


def months(first: Month, last: Month) -> str:
    """A span of months: ``Februari-Mei 2030``, or ``Januari 2029-Mei 2030`` over a new year."""
    if first == last:
        return month(first)
    if first[:4] == last[:4]:
        return f"{month_name(first)}{DASH}{month(last)}"
    return f"{month(first)}{DASH}{month(last)}"


def number(value: int) -> str:
    """An integer with Indonesian thousands marks: ``1.250``."""
    return f"{value:,}".replace(",", ".")


def count(value: int, noun: str) -> str:
    """``19 kegiatan``, held together; Indonesian has no plural form."""
    return f"{number(value)}{NBSP}{noun}"


def listed(items: Iterable[str]) -> str:
    """``a``, ``a dan b``, ``a, b, dan c``."""
    words = list(items)
    match words:
        case []:
            return ""
        case [only]:
            return only
        case [first, second]:
            return f"{first} dan {second}"
        case _:
            return f"{', '.join(words[:-1])}, dan {words[-1]}"


def numbers(activities: Iterable[Activity]) -> str:
    """The numbers of some activities as a phrase: ``1.2 dan 1.3``."""
    return listed(activity.number for activity in activities)


def sentence_case(text: str) -> str:
    """The text with a capital first letter, the rest as it is."""
    return text[:1].upper() + text[1:]


def activities(value: int) -> str:
    """``19 kegiatan``."""
    return count(value, "kegiatan")


def packages(value: int) -> str:
    """``9 paket``."""
    return count(value, "paket")


def size(edition: Edition) -> str:
    """``9 paket, 19 kegiatan``."""
    return f"{packages(len(edition.packages))}, {activities(len(edition.activities))}"


def holds(edition: Edition) -> str:
    """What an edition holds, as a sentence: ``Menu 2030 memuat 9 paket dengan 19 kegiatan``."""
    return (
        f"{held(edition.info.short_title)} memuat {packages(len(edition.packages))}"
        f" dengan {activities(len(edition.activities))}."
    )


def held(text: str) -> str:
    """A short title whose words do not part at a line's end."""
    return text.replace(" ", NBSP)


def span(total: int, first: Month | None, last: Month | None, undated: int) -> str:
    """What a package offers: ``3 kegiatan, Mei 2030``; undated ones counted at the end."""
    if first is None or last is None:
        return f"{activities(total)}, {UNDATED.lower()}"
    some = f"; {count(undated, UNDATED.lower())}" if undated else ""
    return f"{activities(total)}, {months(first, last)}{some}"


def phase_label(delivery: Delivery) -> str:
    """What a phase of *Mekanisme penyelenggaraan* is called: as printed, or by its kind."""
    return delivery.printed or PHASES[delivery.phase]


def status(availability: Availability) -> str:
    """The word beside an availability sign."""
    if availability.on_request:
        return ON_REQUEST
    if availability.month is None:
        return UNDATED
    return PROTOTYPE if availability.stage else AVAILABLE


def available(availability: Availability) -> str:
    """Status and month in one phrase: ``Tersedia April 2030``."""
    word = status(availability)
    return f"{word} {month(availability.month)}" if availability.month else word


def printed_otherwise(availability: Availability) -> bool:
    """Whether the text's own words for a date say more than the month."""
    if availability.printed is None:
        return False
    return availability.month is None or availability.printed != month(availability.month).replace(NBSP, " ")


def undated_in(edition: Edition) -> str:
    """``Tanpa tanggal di teks 2030``."""
    return f"{UNDATED} di {held(edition.info.text_name)}"


def no_month_in(edition: Edition) -> str:
    """Why a column of the timeline has no month."""
    return f"{sentence_case(held(edition.info.text_name))} tidak menyebut bulan"


def disagrees(edition: Edition | None) -> str:
    """Heading of a discrepancy note: ``Isi naskah 2030 berbeda``."""
    name = held(edition.info.text_name) if edition else "naskah"
    return f"Isi {name} berbeda"


def author(info: ProgrammeInfo, edition: Edition) -> str:
    """Who wrote what an edition says: its owner once it is approved, the site's editors before."""
    return info.owner if edition.info.status in {Status.APPROVED, Status.SUPERSEDED} else info.editors


def standing(info: ProgrammeInfo, edition: Edition) -> str:
    """What stands behind an edition that nobody approved; nothing behind an approved one."""
    if edition.info.status is Status.DRAFT:
        return f"{DRAFT_LEAD} {info.proposal_note}"
    return PRINTED_NOTE if edition.info.status is Status.PRINTED else ""


def called(edition: Edition, title: str) -> str:
    """A title of a page, in search results and link previews too: a proposal says that it is one."""
    return f"{DRAFT}: {title}" if edition.info.status is Status.DRAFT else title


def described(edition: Edition, description: str) -> str:
    """A line for search engines and link previews, which says of a proposal that it is one."""
    return (
        f"{DRAFT}, {DRAFT_LEAD.lower()} {description}" if edition.info.status is Status.DRAFT else description
    )


def package_label(package_number: str) -> str:
    """``Paket 1``, held together."""
    return f"{PACKAGE}{NBSP}{package_number}"


def named(record: Package | Activity) -> str:
    """A package or an activity as a link calls it: ``Paket 1 Lahan``, ``1.1 Bajak``."""
    number = package_label(record.number) if isinstance(record, Package) else record.number
    return f"{number} {record.name}"


def activity_label(activity_number: str) -> str:
    """``Kegiatan 1.1``, held together."""
    return f"{ACTIVITY}{NBSP}{activity_number}"


def package_details(package_number: str) -> str:
    """``Rincian Paket 1``."""
    return f"Rincian {package_label(package_number)}"


def in_package(package_number: str) -> str:
    """``Di Paket 1``."""
    return f"Di {package_label(package_number)}"


def note_label(discrepancy_id: str) -> str:
    """``Catatan A10``, held together."""
    return f"{SEE_NOTE}{NBSP}{discrepancy_id}"


def edition_label(edition: Edition) -> str:
    """``Edisi 2030``, held together."""
    return f"{EDITION}{NBSP}{edition.id}"


def see(edition: Edition) -> str:
    """The button that opens a menu: ``Lihat Menu 2030``."""
    return f"{LOOK} {held(edition.info.short_title)}"


def role_summary(role: Role, members: Sequence[Activity], total: int) -> str:
    """A role of a package, with the numbers when it does not cover the whole package."""
    if len(members) == total:
        return ROLES[role]
    return f"{ROLES[role]}: {', '.join(activity.number for activity in members)}"


def page(number: int | str) -> str:
    """``halaman 33``, held together."""
    return f"halaman{NBSP}{number}"


def source(reference: SourceRef) -> str:
    """``Bab 2 (halaman 33)``."""
    if reference.page is None:
        return reference.section
    return f"{reference.section} ({page(reference.page)})"


def drawn_from(*references: SourceRef) -> str:
    """Which parts of the text a page renders."""
    return f"Disarikan dari {listed(source(reference) for reference in references)}."


def edition_source(info: ProgrammeInfo, edition: Edition, *references: SourceRef) -> str:
    """Which parts of the text a page of an edition renders; a proposal departs from them."""
    if edition.info.status is not Status.DRAFT:
        return drawn_from(*references)
    return f"Usulan yang disusun {info.editors} dari {listed(source(one) for one in references)}."


def menu_source(info: ProgrammeInfo, edition: Edition) -> str:
    """Where a whole menu comes from, with its pages."""
    pages = f", halaman{NBSP}{edition.info.source_pages}" if edition.info.source_pages else ""
    begin = (
        f"Usulan yang disusun {info.editors} dari" if edition.info.status is Status.DRAFT else "Isi menu dari"
    )
    return f"{begin} {edition.info.source.section}{pages}."


def banner(edition: Edition) -> str:
    """The quiet line of the current edition."""
    return f"{edition_label(edition)}, {size(edition)}."


def tag(edition: Edition, current: Edition | None) -> str:
    """The word in the frame of an edition."""
    if edition.info.status is Status.DRAFT:
        return DRAFT
    if current is None or edition.id != current.id:
        return REPLACED
    return AS_PRINTED if edition.info.status is Status.PRINTED else CURRENT


def notes(value: int) -> str:
    """``67 catatan``."""
    return count(value, "catatan")


def notes_shown(value: int) -> str:
    """What the register holds."""
    return f"{notes(value)}: apa yang berbeda dan di mana."


def undated_count(value: int) -> str:
    """``3 tanpa tanggal``."""
    return count(value, UNDATED.lower())


def no_such(kind: str, wanted: str, nearest: str | None, allowed: Sequence[str]) -> str:
    """A macro was called with a value that the data does not hold."""
    guess = f'Maksud Anda "{nearest}"?' if nearest else f"Yang ada: {', '.join(allowed[:20])}."
    return f'{kind} "{wanted}" tidak ada. {guess}'


def page_title(edition: Edition, name: str) -> str:
    """Title of a page of an edition: ``Jadwal, Menu 2030``."""
    return called(edition, f"{name}, {edition.info.short_title}")


def data_pair(old: Edition, new: Edition) -> str:
    """What a file on changes holds: ``Perubahan dari Menu 2030 ke Menu 2031``, and if it is a proposal."""
    proposed = f" ({DRAFT.lower()})" if new.info.status is Status.DRAFT else ""
    return f"Perubahan dari {held(old.info.short_title)} ke {held(new.info.short_title)}{proposed}"


def describe_activity(edition: Edition, activity: Activity) -> str:
    """One line for search engines; the months of a proposal are no promise."""
    if edition.info.status is Status.DRAFT:
        return described(edition, activity.lede).replace(NBSP, " ")
    return f"{activity.lede} {available(activity.availability)}.".replace(NBSP, " ")


def lead(title: str, text: str | None) -> str:
    """The lead of a list item: with a colon when a sentence of its own follows."""
    return f"{title}:" if text and text[0].isupper() else title


def strip_years(months_shown: Sequence[Month]) -> str:
    """The year or years over a strip of months."""
    first, last = months_shown[0][:4], months_shown[-1][:4]
    return first if first == last else f"{first}{DASH}{last}"


def timeline_lede(edition: Edition) -> str:
    """How to read the numbers of the timeline, with an example from the edition."""
    package = max(edition.packages, key=lambda found: len(found.activities))
    example = package.activities[-1].number
    return f"Nomor menunjuk kegiatan; {example} ada di {package_label(package.number)}."


def table_label(kind: str, edition: Edition) -> str:
    """Accessible name of a table."""
    return f"Tabel {kind.lower()}, {edition.info.short_title}"


def filter_shown(edition: Edition) -> str:
    """What the filter's script says; it puts the number of matches for ``{shown}``."""
    return f"{{shown}} dari {activities(len(edition.activities))}"


def notes_and_questions(notes: int, questions: int) -> str:
    """What stands at the end of a page: ``3 catatan teks dan 2 pertanyaan terbuka``."""
    found = [count(notes, "catatan teks")] if notes else []
    return listed([*found, count(questions, "pertanyaan terbuka")] if questions else found)


def readings_title(kind: DiscrepancyKind) -> str:
    """Title of the page with the quotations of one kind: ``Kutipan: Isi yang bertentangan``."""
    return f"{READINGS}: {KINDS[kind]}"


def readings_link(value: int) -> str:
    """Leads to the quotations of one entry: ``5 kutipan dan tempatnya``."""
    return f"{count(value, 'kutipan')} dan tempatnya"


def more_readings(value: int) -> str:
    """How many readings of a discrepancy are not listed here."""
    return f"dan {count(value, 'kutipan')} lain"


def role_note(note: RoleNote) -> str:
    """Where a class is printed; of activities without one, what the text leaves open."""
    if note.role is Role.NOT_STATED:
        return f"{note.text} ({note.where})"
    return f"{note.name}: {PRINTED_AT.lower()} {note.where}."
