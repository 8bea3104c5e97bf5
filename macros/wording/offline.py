"""What the page about reading without a signal says, and what its script shows.

A name in braces is a blank that the script fills.
"""

from __future__ import annotations

import re

from macros.model.edition import Edition

HERE = "Di perangkat ini"
MISSED = "Halaman ini belum tersimpan, dan tidak ada jaringan:"
MISSED_HELP = "Buka lagi saat ada sinyal."
WHOLE = "Seluruh menu"
VISITED = "Halaman yang pernah Anda buka"
VISITED_HELP = "Halaman ini terbuka tanpa sinyal."
NOTHING = "Belum ada halaman yang tersimpan."
OF = "tersimpan"
REMOVE_TITLE = "Hapus"
REMOVE_HELP = (
    "Semua salinan dihapus dari perangkat ini dan situs berhenti menyimpan. "
    "Isian Anda di alat tidak ikut terhapus. Ketuk tombol simpan bila ingin memakainya lagi."
)
REMOVE = "Hapus semua salinan"
PROGRESS = "Berkas yang sudah tersimpan"

WORDS = {
    "none": "Menu belum tersimpan di perangkat ini.",
    "kept": "{edition} tersimpan lengkap pada {when}.",
    "part": "{edition} baru tersimpan {n} dari {all} berkas, pada {when}.",
    "built": "Isi situs per {when}.",
    "older": "Situs sudah berubah sejak itu. Salinan ini tetap utuh sampai Anda memperbaruinya.",
    "keep": "Simpan seluruh {edition}",
    "renew": "Perbarui salinan {edition}",
    "size": "Yang diunduh: {load} dalam {n} berkas. Ruang di perangkat: {room}.",
    "begun": "Mulai menyimpan.",
    "done": "Selesai. Seluruh menu dapat dibuka tanpa sinyal.",
    "full": "Penyimpanan penuh. Yang tersimpan {n} dari {all} berkas. Kosongkan ruang, lalu coba lagi.",
    "broken": "Terputus. Yang tersimpan {n} dari {all} berkas. Ketuk lagi untuk melanjutkan.",
    "moved": "Situs berubah saat menyimpan. Ketuk lagi untuk menyimpan isi terbarunya.",
    "removed": "Semua salinan sudah dihapus.",
}


def keep(edition: Edition | None) -> str:
    """The button's words before its script runs; nothing while no edition is approved."""
    return WORDS["keep"].replace("{edition}", edition.info.short_title) if edition is not None else ""


def size_unknown() -> str:
    """The line about the size before it is known, as long as it will be."""
    return re.sub(r"\{\w+\}", "…", WORDS["size"])
