"""Addresses of the site below its root: of pages, which end in ``/``, and of files, by their names.

Published addresses never break: what is changed here needs a redirect. Ids and numbers are taken as they are,
since the model allows only characters that an address can hold.
"""

from __future__ import annotations

MENU = "menu/"
SCHEDULE = "jadwal"
RELATIONS = "keterkaitan"
"""Parts of an edition's menu, beside its packages and activities."""
ACTIVITIES = "kegiatan/"
CHANGES = "perubahan/"
ERRATA = "perubahan/ralat/"
GUIDELINE = "panduan/"
REGISTER = "panduan/ketidaksepakatan/"
HISTORY = "panduan/riwayat/"
SECTIONS = "panduan/bagian/"
PRINT = "panduan/cetak/"
LEGAL = "panduan/dasar-hukum/"
MACROS = "tata-kelola/makro/"
FORMS = "pemantauan/formulir/"
CALENDARS = "kalender/"
PLACES = "lokasi/"
CRITERIA = "lokasi/#kriteria"
OUTSIDE = "lokasi/#di-luar"
PLACE_LIST = "lokasi/daftar.json"
SCAN = "pindai/"
PLAN = "rencana/"
DATA = "data/"
API = "api/v1/"
SEARCH = "cari/"
SEARCH_INDEX = "cari/terkini.json"
"""The index of the current edition, the guideline and the site's pages."""
SEARCH_TEXTS = "cari/isi/"
"""Folder of the paragraphs of documents, which are fetched for the results that are seen."""
FEED = "atom.xml"


def menu(edition: str, part: str = "") -> str:
    """An edition's menu, or a part of it: the number of a package or activity, or ``SCHEDULE``."""
    return f"{MENU}{edition}/{part}/" if part else f"{MENU}{edition}/"


def activity(activity_id: str) -> str:
    """An activity through all editions."""
    return f"{ACTIVITIES}{activity_id}/"


def changes(old: str, new: str) -> str:
    """What changed between two editions."""
    return f"{CHANGES}{old}-{new}/"


def circular(old: str, new: str) -> str:
    """The letter that announces an edition."""
    return f"{changes(old, new)}pengantar/"


def feed(package: str = "") -> str:
    """The feed of all changes, or of those of a package."""
    return f"{CHANGES}paket/{package}/{FEED}" if package else f"{CHANGES}{FEED}"


def chapter(name: str) -> str:
    """A chapter of the guideline by the path of its file below the guideline's folder, without ending."""
    page = name.removesuffix("index").rstrip("/")
    return f"{GUIDELINE}{page}/" if page else GUIDELINE


def section(chapter_name: str, section_id: str) -> str:
    """A section of the guideline in its chapter."""
    return f"{chapter(chapter_name)}#{section_id}"


def section_alone(section_id: str) -> str:
    """A section of the guideline on a page of its own, to be printed."""
    return f"{SECTIONS}{section_id}/"


def revision(revision_id: str) -> str:
    """The frozen text of the guideline in a revision."""
    return f"{HISTORY}{revision_id}/"


def revisions(old: str, new: str) -> str:
    """What changed in the guideline between two revisions."""
    return f"{HISTORY}{old}-{new}/"


def decision(decision_id: str) -> str:
    """A decision among the revisions of the guideline."""
    return f"{HISTORY}#putusan-{decision_id}"


def acronym(acronym_id: str) -> str:
    """An entry of the list of acronyms."""
    return f"{chapter('akronim')}#akronim-{acronym_id}"


def law(law_id: str) -> str:
    """An entry of the list of legal bases."""
    return f"{LEGAL}#{law_id}"


def discrepancy(entry_id: str) -> str:
    """An entry of the register of discrepancies."""
    return f"{REGISTER}#{entry_id.lower()}"


def readings(kind: str, entry_id: str = "") -> str:
    """All readings of discrepancies of a kind, whose address is ``kind``, or those of one entry."""
    return f"{REGISTER}{kind}/" + (f"#{entry_id.lower()}" if entry_id else "")


def form(form_id: str) -> str:
    """A form to be printed."""
    return f"{FORMS}{form_id}/"


def workbook(form_id: str) -> str:
    """A form as a workbook."""
    return f"{FORMS}{form_id}.xlsx"


def calendar(name: str) -> str:
    """A calendar by its name, ``YEAR-ROLE``."""
    return f"{CALENDARS}{name}.ics"


def api(*path: str) -> str:
    """A file of the API, such as ``api("editions", "2017")``."""
    return f"{API}{'/'.join(path)}.json"


def search_index(edition: str) -> str:
    """The search index of an edition that is not the current one."""
    return f"{SEARCH}{edition}.json"


def source(page: str) -> str:
    """The Markdown file below ``docs`` that a page is made of; for ``.../`` of a folder, see ``index``."""
    return f"{page.rstrip('/')}.md"


def index(page: str) -> str:
    """The Markdown file below ``docs`` of a page that has others below it."""
    return f"{page}index.md"
