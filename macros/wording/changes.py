"""What changed between two editions, in words: labels, titles, and what it means for a reader."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from macros import wording as w
from macros.changes import Effect, Kind, Substance
from macros.model.changes import PROPOSED
from macros.model.edition import Answer, Edition, Erratum, Status
from macros.model.menu import Activity, Availability, Delivery, Package, ReviewState, Role

KINDS: Mapping[Kind, str] = {
    Kind.ADDED: "Baru",
    Kind.ENDED: "Dihentikan",
    Kind.REINSTATED: "Diadakan lagi",
    Kind.MERGED: "Digabung",
    Kind.SPLIT: "Dipecah",
    Kind.MOVED: "Dipindah",
    Kind.RENUMBERED: "Nomor baru",
    Kind.RENAMED: "Nama",
    Kind.TARGET_UNITS: "Unit sasaran",
    Kind.AVAILABLE_EARLIER: "Tersedia lebih awal",
    Kind.AVAILABLE_LATER: "Tersedia lebih lambat",
    Kind.NOW_DATED: "Kini bertanggal",
    Kind.NO_LONGER_DATED: "Tidak lagi bertanggal",
    Kind.ON_REQUEST: "Menurut permintaan",
    Kind.STAGE: "Tahap",
    Kind.PRINTED: "Bunyi tercetak",
    Kind.DELIVERY: "Penyelenggara",
    Kind.FUNDING: "Pendanaan",
    Kind.TEXT: "Isi teks",
    Kind.COMPANION_ADDED: "Pasangan ditambah",
    Kind.COMPANION_DROPPED: "Pasangan dilepas",
    Kind.ROLE: "Golongan",
    Kind.MINIMAL_SET: "Set minimal",
    Kind.OUTCOMES: "Capaian",
    Kind.OUTPUTS: "Keluaran",
    Kind.TABLE: "Tabel paket",
    Kind.ALIASES: "Nama lain",
    Kind.FOOTNOTES: "Catatan kaki",
    Kind.SCREENING: "Pertanyaan kebutuhan",
    Kind.INDICATORS: "Indikator",
    Kind.ROLE_NOTES: "Arti golongan",
    Kind.LISTED_ELSEWHERE: "Tercetak di tempat lain",
    Kind.RECORD_KEEPING: "Catatan berkas",
}
CHANGED = "Berubah"
EFFECTS: Mapping[Effect, str] = {
    Effect.EASIER: "Lebih mudah",
    Effect.HARDER: "Syarat bertambah",
    Effect.NEUTRAL: "Syarat tetap",
}
SUBSTANCES: Mapping[Substance, str] = {
    Substance.SUBSTANTIVE: "Mengubah isi",
    Substance.EDITORIAL: "Hanya redaksi",
}
REVIEWS: Mapping[ReviewState, str] = {
    ReviewState.NEW: "Baru di edisi ini",
    ReviewState.CHANGED: "Berubah di edisi ini",
    ReviewState.REVIEWED: "Ditinjau, tetap",
    ReviewState.NOT_REVIEWED: "Belum ditinjau",
}
PARTS: Mapping[str, str] = {
    "collector": w.COLLECTOR,
    "frequency": w.FREQUENCY,
    "respondent": "Siapa ditanya",
    "shows_need": "Jawaban penanda",
    "follow_up": "Pertanyaan lanjutan",
    "shared": "Paket pada baris yang sama",
    "options": "Pilihan jawaban",
    "activity": w.ACTIVITY,
    "package": w.PACKAGE,
    "role": w.ROLE,
    "target_units": w.TABLE_UNITS,
    "fields": w.TABLE_FIELDS,
    "activities": w.TABLE_ACTIVITIES,
    "expected_results": w.TABLE_RESULTS,
    "note": w.SEE_NOTE,
    "source": w.DATA_SOURCE,
    "where": "Tempat tercetak",
    "printed": "Sebutan",
    "kinds": "Jenis unit",
}
"""Parts of a value that need a label of their own where they changed."""
FIELDS: Mapping[str, str] = {
    "rationale": "Dasar pemikiran",
    "table": "Tabel",
    "lede": "Kalimat pembuka",
    "screening.rule": "Aturan membaca pertanyaan kebutuhan",
}
"""Fields that a change log calls otherwise than the page of an activity does."""
ANSWERS = {Answer.YES: "Ya", Answer.NO: "Tidak", Answer.TEXT: "Jawaban bebas"}
YES, NO = "Ya", "Tidak"

CHANGES = "Perubahan"
CHANGES_TITLE = "Apa yang berubah dari tahun ke tahun"
CHANGES_LEDE = "Di sini tercatat apa yang berubah di antara dua menu, mengapa, dan apa artinya bagi Anda."
ONE_EDITION = "Baru ada satu edisi, jadi belum ada perubahan."
CONSECUTIVE = "Tiap edisi dengan edisi sebelumnya"
APART = "Edisi yang berjauhan"
NO_CHANGE = "Kedua edisi ini berisi sama."
GROUPS: Mapping[str, tuple[str, str]] = {
    "harder": (
        "Perlu Anda perhatikan",
        "Syarat bertambah, jadwal mundur, atau sasaran menyempit.",
    ),
    "easier": ("Menjadi lebih mudah", "Ada yang baru, lebih awal, lebih luas, atau syaratnya berkurang."),
    "neutral": ("Isinya berubah, syaratnya tetap", "Nama, golongan, indikator, atau isi berubah."),
    "editorial": ("Hanya redaksi", "Ejaan, nama lain, atau susunan kata. Tidak mengubah yang dapat diminta."),
}
BEFORE = "Sebelum"
AFTER = "Sesudah"
FROM = "Dari"
TO = "Ke"
ADDED_MARK = "ditambah"
DELETED_MARK = "dihapus"
HOW_TO_READ = "Cara membaca: kata yang"
INSERTED = "Awal tambahan:"
INSERTED_END = "Akhir tambahan."
DELETED = "Awal yang dihapus:"
DELETED_END = "Akhir yang dihapus."
REASON = "Alasan"
NO_REASON = "belum ditulis."
DECISION = "Putusan"
QUESTIONS = "Pertanyaan"
QUESTIONS_OPEN = "Pertanyaan yang masih terbuka"
QUESTIONS_LEDE = "Naskah tidak menjawabnya. Sampai ada jawaban, nilainya tetap seperti tercetak."
APPROACH = "Cara perubahan ini disusun"
NOT_REVIEWED = "Belum ditinjau untuk edisi ini"
NOT_REVIEWED_LEDE = (
    "Isi kegiatan ini sama dengan edisi sebelumnya, tetapi belum ada yang memeriksanya. Sama tidak berarti"
    " sudah dikonfirmasi."
)
REVIEWED = "Ditinjau dan tetap"
FILTER = "Saring perubahan"
FILTER_PACKAGE = "Paket"
FILTER_ANY_PACKAGE = "Semua paket"
FILTER_UNIT = "Unit sasaran"
FILTER_ANY_UNIT = "Semua unit"
FILTER_KIND = "Jenis perubahan"
FILTER_ANY_KIND = "Semua jenis"
FILTER_EMPTY = "Tidak ada perubahan yang cocok"
FILTER_EMPTY_HELP = "Hapus satu saringan, atau lihat daftar penuh."
OURS = "Hanya yang kami pilih"
OURS_LEDE = (
    "Tandai kegiatan yang sudah daerah Anda pilih. Pilihan disimpan di perangkat ini dan di alamat halaman;"
    " tidak ada yang dikirim."
)
OURS_SAME = "Pasangan kegiatan pilihan Anda sama di kedua edisi."
PARTNERS_ADDED = "ditambah"
PARTNERS_DROPPED = "dilepas"
OURS_GONE = "Tidak ada lagi di edisi ini"
OURS_RESET = "Kosongkan pilihan"
OURS_WHOLE = "Ini juga menyangkut seluruh menu."
DOWNLOADS = "Unduhan"
SHEET = "Cetak lembar perubahan ini"
AS_JSON = "Data perubahan (JSON)"
AS_ATOM = "Langganan perubahan (Atom)"
JUMP = "Langsung ke"
OTHER_PAIRS = "Bandingkan edisi lain"
COMPUTED = "Perubahan dihitung dari data kedua edisi, bukan ditulis dengan tangan."
ERRATA = "Ralat"
ERRATA_TITLE = "Ralat dan koreksi edisi yang dibekukan"
ERRATA_LEDE = (
    "Edisi yang dibekukan tidak berubah diam-diam. Bila ada yang keliru, perbaikannya tercatat di sini: apa,"
    " sejak kapan, kapan dibetulkan, dan oleh siapa. Ralat diputus lembaga yang berwenang. Koreksi penyunting"
    " hanya menyelaraskan penyajian situs ini dengan naskah; tidak ada yang diputus."
)
ERRATA_EMPTY = "Belum ada ralat atau koreksi."
CORRECTION = "Koreksi penyunting situs"
BY_EDITORS = "Penyunting situs ini: penyajian diselaraskan dengan naskah. Tidak ada putusan."
ERRATUM_WHAT = "Yang diralat"
ERRATUM_WHY = "Mengapa"
ERRATUM_SINCE = "Keliru sejak"
ERRATUM_DATE = "Dibetulkan"
ERRATUM_BY = "Diputus oleh"
CORRECTED_BY = "Dikoreksi oleh"
CURRENT_STATE = "Keadaan sekarang"
HISTORY_TIMELINE = "Dari edisi ke edisi"
UNCHANGED = "Tidak berubah."
EARLIER_NAMES = "Nama dan nomor terdahulu"
GONE = "Tidak ada di edisi ini."
CONTINUED_BY = "Dilanjutkan oleh"
CONTINUES = "Melanjutkan"
NOT_IN_CURRENT = "Kegiatan ini tidak ada di"
PACKAGE_NOT_IN_CURRENT = "Paket ini tidak ada di"
SEE_CHANGES = "Lihat perubahannya"
SEE_HISTORY = "Lihat riwayatnya"
IN_CURRENT = "Di menu terkini:"
REVIEW = "Tinjauan"
FEEDS = "Langganan"
FEED_ALL = "Semua perubahan isi"
FEEDS_LEDE = (
    "Pembaca umpan (Atom) memberi tahu Anda bila isi menu berubah. Perubahan redaksi tidak dikabarkan."
)
AS_DATA = "Riwayat ini sebagai data (JSON)"
SHOW_EDITORIAL = "Lihat perubahan redaksi"
SHOW_QUESTIONS = "Lihat semua pertanyaan"
OPEN_QUESTION = "Pertanyaan terbuka:"
QUESTIONS_HERE = "Pertanyaan terbuka"
ERRATUM = "Ralat"
NOTHING_TO_DO = "tidak ada yang perlu diurus."


def pair(old: Edition, new: Edition) -> str:
    """``2030 ke 2031``."""
    return f"{old.id} ke {new.id}"


def pair_title(old: Edition, new: Edition) -> str:
    """Title of the page of a pair."""
    return f"Perubahan menu, {pair(old, new)}"


def marked(old: Edition) -> str:
    """The quiet mark on a page: ``Berubah dari 2030``."""
    return f"Berubah dari {old.id}"


def added_in(new: Edition, kind: Kind) -> str:
    """The quiet mark on the page of what the edition before lacks; what was there once is not new."""
    return f"{KINDS[kind if kind is Kind.REINSTATED else Kind.ADDED]} di {w.held(new.info.short_title)}"


def appeared(kind: Kind | None) -> str:
    """The review of what the edition before lacks; ``None`` in the first edition, which has none before."""
    if kind is None:
        return "Pertama kali tercatat di edisi ini"
    return f"{KINDS[kind if kind is Kind.REINSTATED else Kind.ADDED]} di edisi ini"


def sign_total(kinds: Sequence[Kind], otherwise: Kind) -> str:
    """What is counted under one sign: ``Digabung dan dipecah``; ``otherwise`` where there is nothing."""
    return w.sentence_case(w.listed(KINDS[kind].lower() for kind in kinds or (otherwise,)))


def replaced(new: Edition) -> str:
    """The lead over changes that have been passed over by a later edition."""
    return f"{w.held(new.info.short_title)} sudah diganti."


def count(value: int) -> str:
    """``12 perubahan``, held together."""
    return w.count(value, "perubahan")


def proposals(value: int) -> str:
    """``2 usulan``."""
    return w.count(value, "usulan")


def summary(old: Edition, new: Edition, numbers: Mapping[str, int], fates: Mapping[Kind, int]) -> str:
    """A pair of editions in one sentence; ``fates`` are those of whole activities and packages."""
    parts = [w.count(fates[kind], KINDS[kind].lower()) for kind in Kind if fates.get(kind)]
    substantive, editorial = numbers["substantive"], numbers["editorial"]
    verb = "mengusulkan" if new.info.status is Status.DRAFT else "memuat"
    if not substantive and not editorial:
        return f"{w.held(new.info.short_title)} berisi sama dengan {w.held(old.info.short_title)}."
    detail = f" ({w.listed(parts)})" if parts else ""
    return (
        f"{w.held(new.info.short_title)} {verb} {w.count(substantive, 'perubahan isi')}{detail}"
        f" dan {w.count(editorial, 'perubahan redaksi')} dibanding {w.held(old.info.short_title)}."
    )


def number_unused(edition: Edition) -> str:
    """Why a number leads elsewhere."""
    return f"Nomor ini tidak dipakai lagi di {w.held(edition.info.short_title)}."


def question_count(value: int) -> str:
    """``3 pertanyaan``."""
    return w.count(value, "pertanyaan")


def editorial_count(value: int) -> str:
    """The summary over changes of wording alone."""
    return w.count(value, "perubahan redaksi")


def matter(field: str, record: Package | Activity | None) -> str:
    """What a question is about: ``1.1, sejak kapan:``."""
    label = FIELDS.get(field, w.FIELDS.get(field, field))
    if record is None:
        return f"{label}:"
    whose = w.package_label(record.number) if isinstance(record, Package) else record.number
    return f"{whose}, {label.lower()}:"


def errata_count(value: int) -> str:
    """How many errata and corrections there are."""
    return f"{w.count(value, 'catatan')}." if value else ERRATA_EMPTY.lower()


def erratum_kind(found: Erratum) -> str:
    """A decided erratum, or a correction of this site's rendering."""
    return CORRECTION if found.by_editors else ERRATUM


def erratum_by(found: Erratum) -> str:
    """The label before who stands behind it."""
    return CORRECTED_BY if found.by_editors else ERRATUM_BY


def corrected(found: Erratum) -> str:
    """``Koreksi penyunting situs, 30 Juni 2030``."""
    return f"{CORRECTION}, {w.day(found.date)}"


def noted(date: str) -> str:
    """When the notes of a pair last changed."""
    return f"Alasan terakhir diperbarui {w.day(date)}."


def what_to_do(harder: int, *, draft: bool) -> str:
    """What a district that already chose must do, in one sentence."""
    if harder == 0:
        return "Daerah yang sudah memilih tidak perlu mengurus apa-apa."
    begin = "Bila disahkan, daerah" if draft else "Daerah"
    return f"{begin} yang sudah memilih perlu memperhatikan {count(harder)}."


def unchanged_packages(numbers: Sequence[str]) -> str:
    """Which packages do not change at all."""
    if not numbers:
        return ""
    return f"{w.PACKAGE}{w.NBSP}{w.listed(numbers)} tidak berubah."


def for_you(*, draft: bool) -> str:
    """The lead of what a change means for a reader."""
    return "Bagi Anda, bila disahkan:" if draft else "Bagi Anda:"


def decision(value: str) -> str:
    """The decision a reason rests on, or that there is none yet."""
    return w.DRAFT if value == PROPOSED else value


def starting(availability: Availability) -> str:
    """A date that is decided for a month: ``mulai Mei 2030``; what has none says so."""
    if availability.month is None:
        return w.status(availability).lower()
    stage = f"{w.PROTOTYPE.lower()} " if availability.stage else ""
    return f"{stage}mulai {w.month(availability.month)}"


def delivered(deliveries: Sequence[Delivery], *, funding: bool) -> str:
    """Who delivers (or who pays for) each phase, in one line."""
    parts = []
    for delivery in deliveries:
        if funding:
            said = w.listed(dict.fromkeys(source for part in delivery.parts for source in part.funding))
        else:
            said = "; ".join(part.text for part in delivery.parts)
        if said:
            parts.append(f"{w.phase_label(delivery)}: {said}")
    return ". ".join(parts) or w.NOT_STATED


def title_of_field(kind: Kind, field: str, who: str) -> str:
    """The title of a change of one field: what changed and whose it is."""
    match kind:
        case Kind.AVAILABLE_EARLIER:
            return f"{who} tersedia lebih awal"
        case Kind.AVAILABLE_LATER:
            return f"{who} tersedia lebih lambat"
        case Kind.NOW_DATED:
            return f"{who} mendapat tanggal"
        case Kind.NO_LONGER_DATED:
            return f"{who} tidak lagi bertanggal"
        case Kind.ON_REQUEST:
            return f"{who} menurut permintaan"
        case Kind.STAGE:
            return f"Tahap {who} berubah"
        case Kind.PRINTED if field == "implement_with":
            return f"Sebutan pasangan {who} berubah"
        case Kind.PRINTED:
            return f"Bunyi tanggal {who} berubah"
        case Kind.MOVED:
            return f"{who} pindah paket"
        case Kind.RENUMBERED:
            return f"Nomor {who} berubah"
        case Kind.TARGET_UNITS:
            return f"Unit sasaran {who} berubah"
        case Kind.FUNDING:
            return f"Pendanaan {who} berubah"
    label = FIELDS.get(field, w.FIELDS.get(field, KINDS[kind]))
    return f"{label} {who} berubah" if who else f"{label} berubah"


def title_of_role(who: str, role: Role) -> str:
    """``1.1 digolongkan pendukung``."""
    if role is Role.NOT_STATED:
        return f"Golongan {who} tidak lagi disebut"
    return f"{who} digolongkan {w.ROLES[role].lower()}"


def title_of_minimal_set(who: str, *, member: bool) -> str:
    """``4.2 masuk set minimal``."""
    return f"{who} {'masuk' if member else 'keluar dari'} set minimal"


def title_of_companions(who: str, added: Sequence[str], dropped: Sequence[str]) -> str:
    """Who must go together with whom now."""
    if added and not dropped:
        return f"{who} juga harus bersama {w.listed(added)}"
    if dropped and not added:
        return f"{who} tidak lagi harus bersama {w.listed(dropped)}"
    return f"Pasangan {who} berubah"


def title_of_rows(label: str, who: str, *, added: bool, dropped: bool) -> str:
    """``Indikator 5.2 bertambah``."""
    verb = "bertambah" if added and not dropped else "berkurang" if dropped and not added else "berubah"
    return f"{label} {who} {verb}" if who else f"{label} {verb}"


def means_added(availability: Availability, *, draft: bool) -> str:
    """What something new means."""
    verb = "akan dapat diminta" if draft else "dapat diminta"
    when = f", {starting(availability)}" if availability.month else ""
    return f"kegiatan ini {verb}{when}."


def means_ended(successors: Sequence[str]) -> str:
    """What the end of something means."""
    if successors:
        return f"pilih {w.listed(successors)} sebagai gantinya."
    return "kegiatan ini tidak dapat diminta lagi, dan tidak ada gantinya."


def means_split_off(whose: str, successors: Sequence[str]) -> str:
    """What it means that a part of something has gone elsewhere while it stays itself."""
    return f"{whose} tetap ada; sebagian isinya kini di {w.listed(successors)}."


def ours_differ(new: Edition) -> str:
    """Before the companions that differ; a proposal says that it is one."""
    said = "pasangan kegiatan pilihan Anda berubah"
    return f"Menurut usulan ini, {said}" if new.info.status is Status.DRAFT else w.sentence_case(said)


def means_companions(who: str, added: Sequence[str], dropped: Sequence[str], effect: Effect) -> str:
    """What a change of companions means for those who chose the activity."""
    if effect is Effect.HARDER:
        return f"bila Anda memilih {who}, rencanakan juga {w.listed(added)}."
    if effect is Effect.EASIER:
        return f"bila Anda memilih {who}, {w.listed(dropped)} tidak wajib lagi."
    return "tidak ada pasangan baru; kegiatannya sudah disebut dengan cara lain."


def means_units(gained: Sequence[str], lost: Sequence[str]) -> str:
    """What wider or narrower target units mean."""
    parts = []
    if gained:
        parts.append(f"{w.listed(gained)} kini termasuk sasaran")
    if lost:
        parts.append(f"{w.listed(lost)} tidak lagi termasuk sasaran")
    return f"{'; '.join(parts)}." if parts else NOTHING_TO_DO


def means_available(kind: Kind, availability: Availability) -> str:
    """What another date means."""
    if kind is Kind.AVAILABLE_LATER:
        return f"kegiatan ini baru {starting(availability)}; sesuaikan rencana Anda."
    if availability.month is None and not availability.on_request:
        return "tanggalnya tidak pasti lagi; tanyakan sebelum merencanakan."
    return f"kegiatan ini {starting(availability)}."


def means_minimal_set(*, member: bool) -> str:
    """What joining or leaving the minimal set means."""
    if member:
        return "kegiatan ini kini termasuk set minimal yang diharapkan diuji."
    return "kegiatan ini tidak termasuk set minimal lagi."


def since(edition: Edition) -> str:
    """Since when an error stood: the edition that printed it, and its approval if that is dated."""
    dated = [approval.date for approval in edition.info.approvals if approval.date is not None]
    return f"{w.held(edition.info.short_title)}{f', {w.day(max(dated))}' if dated else ''}"


def earlier(number: str, name: str, editions: Sequence[str]) -> str:
    """A former name and number with the editions that used it."""
    return f"{number} {name} ({w.listed(editions)})"


def reviewed(date: str, by: str) -> str:
    """Who confirmed an unchanged entry, and when."""
    return f"{REVIEWS[ReviewState.REVIEWED]}: {by}, {w.day(date)}"


def valid_from(edition: Edition) -> str:
    """For which year an edition is meant: ``Untuk tahun anggaran 2031``."""
    return f"Untuk tahun anggaran{w.NBSP}{edition.info.fiscal_year}"


def shown(total: int) -> str:
    """What the filter's script says; it puts the number of matches for ``{shown}``."""
    return f"{{shown}} dari {count(total)}"
