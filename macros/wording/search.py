"""Words of the search: what a result is, what the page says, and what its script says for it."""

from __future__ import annotations

from enum import StrEnum

FORM = "Formulir"
ACRONYM = "Akronim"
ACRONYM_LIST = "Daftar akronim"
LAW = "Peraturan"


class ResultGroup(StrEnum):
    """Under which heading a result stands."""

    MENU = "menu"
    GUIDELINE = "guideline"
    FORM = "form"
    TERM = "term"
    CHANGE = "change"
    NOTE = "note"
    PAGE = "page"


GROUPS = {
    ResultGroup.MENU: "Kegiatan dan paket",
    ResultGroup.GUIDELINE: "Bagian panduan",
    ResultGroup.FORM: "Formulir",
    ResultGroup.TERM: "Akronim dan peraturan",
    ResultGroup.CHANGE: "Perubahan",
    ResultGroup.NOTE: "Perbedaan dalam naskah",
    ResultGroup.PAGE: "Halaman lain",
}

SEARCH = "Cari"
SEARCH_LEDE = (
    "Cari kegiatan, bagian panduan, formulir, atau arti singkatan. Kata sehari-hari dan nomor juga dikenali."
)
FIELD = "Kata, nomor, atau singkatan"
EXAMPLES = "Misalnya:"
SAMPLES = ("akta lahir", "4.2", "dana desa", "tenggat laporan")
OTHERS = "Cari juga di edisi lain"
NO_SCRIPT = "Pencarian ini memerlukan JavaScript. Tanpa itu, cari judulnya di daftar berikut."
ALONE = "tersendiri"
ALL_PAGES = "Semua halaman dari A sampai Z"
LETTERS = "Langsung ke huruf"
ON_THIS_PAGE = "Daftar A sampai Z"

SCRIPT = {
    "one": "1 hasil untuk “{q}”.",
    "many": "{n} hasil untuk “{q}”.",
    "best": "Paling cocok",
    "more": "Tampilkan {n} lagi",
    "instead": "Ditampilkan hasil untuk “{word}”, bukan “{typed}”.",
    "none": "Tidak ada hasil untuk “{q}”.",
    "loading": "Memuat pencarian…",
    "failed": "Pencarian tidak dapat dimuat. Periksa sambungan, atau cari judulnya di daftar A sampai Z.",
    "title": "Cari: {q}",
}
NONE_WAYS = "Yang dapat dicoba"
NONE_HELP = (
    "Kurangi katanya, atau periksa ejaannya.",
    "Pakai kata lain, misalnya “biaya” untuk “pembiayaan”.",
    "Ketik nomornya saja: 4.2, paket 7, lampiran 5.",
)
NONE_LINKS = "Atau buka"
