"""Labels of the drawings: figures of the guideline, the theory of change, the map of locations."""

from __future__ import annotations

from collections.abc import Iterable

from macros.model.base import SourceRef
from macros.model.edition import Edition
from macros.model.guideline.locations import District
from macros.model.menu import Package
from macros.wording.menu import NONE
from macros.wording.phrases import NBSP, held, listed, source

REDRAWN = "Disusun situs ini dari teks; gambar aslinya tidak ada dalam teks sumber."
AS_TEXT = "Isi gambar sebagai teks"
PARTS = "Kotak"
LINKS = "Panah"
WHO = "Siapa:"
NO_DATA = "Belum ada data untuk gambar ini."

LEADS_TO = "Menuju"
REACHED_BY = "Dicapai lewat"
SUPPORTED_BY = "Didukung"
SUPPORTS = "Mendukung"
NO_OUTPUT = "Keluaran tidak tercetak."
NOTHING_NAMED = "Hasil dan keluaran tidak tercetak."
SUPPORTED_BY_NONE = "Tidak ada paket yang menyebutnya."
NOT_PAIRED = "Naskah tidak memasangkan hasil akhir dan hasil satu per satu."
HOW_TO_READ = "Panah menunjuk ke yang dituju. Tautan di tiap kotak membawa Anda satu tingkat naik atau turun."
OUTPUT = "Keluaran"
OUTCOME = "Hasil"
PACKAGES = "Paket"
TABLE = "Kaitan yang sama sebagai tabel"
DIRECT = "Didukung langsung"
WITHOUT_OUTPUT = "Tanpa keluaran"

NORTH = "U"
SCHEMATIC = (
    "Peta skema tanpa skala: letak kotak hanya kira-kira, dari barat ke timur dan dari utara ke selatan."
)


def caption(label: str, title: str) -> str:
    """``Gambar 1. Judul``; the label stays on one line."""
    return f"{held(label)}. {title}"


def step(number: int, name: str) -> str:
    """A step of a cycle: ``1. Nama``."""
    return f"{number}. {name}"


def again(last: int, first: str) -> str:
    """What follows the last step of a cycle."""
    return f"Sesudah langkah {last}, kembali ke langkah 1: {first}."


def arrow(start: str, end: str, *, mutual: bool) -> str:
    """From where to where: ``Dari A ke B``, or ``A dan B, dua arah``."""
    return f"{start} dan {end}, dua arah" if mutual else f"{start} ke {end}"


def according_to(where: str) -> str:
    """``Menurut Bagian 1``."""
    return f"Menurut {where}"


def theory_source(reference: SourceRef, edition: Edition) -> str:
    """Where the picture of the theory of change comes from."""
    return f"Digambar dari {source(reference)}; kaitan paket dari {held(edition.info.short_title)}."


def map_source(reference: SourceRef, *totals: str) -> str:
    """Where the map comes from, and the printed totals."""
    return f"Digambar dari {source(reference)}: {listed(total.replace(' ', NBSP) for total in totals)}."


def as_map(label: str, title: str) -> str:
    """Caption of the map beside the table of the same name."""
    return f"{caption(label, title)} (peta)"


def as_picture(label: str, title: str) -> str:
    """Caption of a picture beside the table of the same name."""
    return f"{caption(label, title)} (gambar)"


def no_output(leads_on: bool) -> str:  # noqa: FBT001 - one fact, told in two ways
    """Of a package without an output: whether it names an outcome."""
    return NO_OUTPUT if leads_on else NOTHING_NAMED


def numbers(packages: Iterable[Package]) -> str:
    """``1, 2, dan 4``; of none, that there is none."""
    return listed(package.number for package in packages) or NONE


def names(districts: Iterable[District]) -> str:
    """The names of some districts as a phrase."""
    return listed(district.name for district in districts)
