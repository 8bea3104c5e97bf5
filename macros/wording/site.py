"""The words around the content of any page: where it stands, and what comes before and after."""

from __future__ import annotations

HOME = "Beranda"
BREADCRUMBS = "Letak halaman"
IN_PDF = "(PDF)"
CONTINUE = "Lanjutkan"
PREVIOUS = "Sebelumnya"
NEXT = "Berikutnya"
NEIGHBOURS = "Sebelum dan sesudah"
CITE = "Alamat tetap untuk dikutip:"

MOVED_LEAD = "Isi yang Anda cari ada di"
