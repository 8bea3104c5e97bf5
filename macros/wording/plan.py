"""The words of the plan: its page, its checks and mends, its files, and the letter of request."""

from __future__ import annotations

from macros.model.guideline.forms import PlanValue
from macros.wording import together

CHOICE = {
    "add": together.ADD,
    "with": together.ADD_WITH,
    "partners": together.ADD_PARTNERS,
    "remove": "Hapus dari rencana",
    "count": "{n} kegiatan di rencana.",
    "open": "Buka rencana",
    "added": "{name} ditambahkan.",
    "joined": "{n} kegiatan ditambahkan.",
    "removed": "{name} dihapus.",
    "lost": "Peramban ini tidak dapat menyimpannya.",
}
"""What the button beside an activity and the line at the foot of its page say."""

NEEDS_SCRIPT = "Alat ini memerlukan JavaScript. Tanpa itu, pakai formulir kosong di bawah."
KEPT_HERE = "Isinya hanya disimpan di peramban ini. Tidak ada yang dikirim."
WHO = "Siapa yang mengajukan"
LEVEL = "Pengaju"
LEVELS = (("kabupaten", "Kabupaten"), ("provinsi", "Provinsi"))
YEAR_HINT = "Empat angka, misalnya {year}"
ROWS = "Kegiatan yang diminta"
ROWS_HELP = "Satu baris untuk satu kegiatan di satu lokasi."
ROWS_EMPTY = "Belum ada kegiatan. Pilih di menu, atau tambahkan di sini."
TO_MENU = "Buka {menu}"
CHOOSE = "Kegiatan di {menu}"
CHOOSE_ADD = "Tambahkan"
COPY = "Tambah lokasi lain"
DROP = "Hapus baris"
READ = "Lihat kegiatan"
TOTALS = "Jumlah"
SUMS = (
    ("activities", "Kegiatan"),
    ("people", "Penerima manfaat langsung"),
    ("own", "Kontribusi (a)"),
    ("request", "Diminta (b)"),
    ("total", "Total (c = a + b)"),
)
CHECKS = "Yang perlu diperiksa"
CHECKS_HELP = "Rencana tetap tersimpan, apa pun temuannya."
CHECKS_NONE = "Tidak ada yang perlu diperbaiki."
UNDO = "Urungkan"
DISTRICTS = "Pengajuan kabupaten"
DISTRICTS_HELP = "Pilih berkas rencana kabupaten: XLSX, CSV, atau JSON. Boleh beberapa sekaligus."
DISTRICTS_FILE = "Berkas kabupaten"
DISTRICT_DROP = "Hapus {name}"
OWN_HELP = "Kegiatan di atas ialah pengajuan provinsi sendiri."
SUMMARY_SUM = "Jumlah"
FILES = "Simpan dan lanjutkan"
FILES_HELP = "Berkas dibuat di perangkat ini."
XLSX = "{form} (XLSX)"
OWN_XLSX = "Pengajuan provinsi (XLSX)"
CSV = "Tabel (CSV)"
JSON = "Seluruh rencana (JSON)"
READ_FILE = "Buka berkas rencana"
READ_HELP = "XLSX, CSV, atau JSON dari alat ini. Isinya menggantikan rencana yang tampil."
ERASE = "Kosongkan rencana"
EMPTY_FORMS = "Formulir kosong"
EMPTY_FORMS_HELP = "Untuk diisi tanpa alat ini."
PRINT_FORM = "cetak"
LETTER = "Surat pengantar"
LETTER_HELP = "Contoh surat. Bagian dalam kurung siku hanya boleh diisi oleh pejabat yang berwenang."
LETTER_PRINT = "Cetak surat"
ENCLOSED = "{form} dan rinciannya"
LETTER_SUBJECT = "Pengajuan rencana dan anggaran bantuan teknis tahun anggaran"
LETTER_OPENING = "Bersama surat ini disampaikan"
LETTER_TABLE = "Kegiatan yang diajukan"
LETTER_HEADS = ("Kegiatan", "Lokasi", "Penerima", "Waktu", "Kontribusi (a)", "Diminta (b)", "Total (c)")
LETTER_SUMS = (
    "Isinya {activities} kegiatan untuk {people} penerima manfaat langsung. Kontribusi daerah {own},"
    " yang diminta {request}, dan total perkiraan {total}."
)
BLANK_KOP = "kop surat daerah"
BLANK_YEAR = "tahun anggaran"
BLANK_PLACE = "nama daerah"
BASIS = "Dasar surat ini:"

FIELDS = {
    PlanValue.LOCATION: "Kecamatan atau desa",
    PlanValue.UNITS: "Banyaknya unit",
    PlanValue.WOMEN: "Perempuan penerima manfaat",
    PlanValue.MEN: "Laki-laki penerima manfaat",
    PlanValue.FROM: "Bulan mulai",
    PlanValue.UNTIL: "Bulan selesai",
    PlanValue.DISTRICT_MONEY: "Kontribusi dari APBD (a), Rp",
    PlanValue.VILLAGE_MONEY: "Kontribusi dari APBDes (a), Rp",
    PlanValue.REQUEST: "Jumlah yang diminta (b), Rp",
    PlanValue.PRIORITY: "Prioritas, 1 paling utama",
    PlanValue.REASON: "Alasan",
    PlanValue.CONTACT: "Kontak",
}
"""What the fields of a row are called, in the order of the page."""

SCRIPT = {
    "no-year": "Tahun anggaran belum diisi.",
    "year": "Tahun anggaran “{year}” tidak dapat dipakai: menu ini untuk tahun anggaran mulai {first}.",
    "partners": "{activity} harus bersama {partners}. Belum ada di rencana: {missing}. {whole}",
    "chain": "{activity}: lewat pasangannya {through}. {chain}",
    "early": "{activity} baru tersedia {month}, tetapi rencananya mulai {from}.",
    "order": "{activity} selesai {until}, sebelum mulai {from}.",
    "twin": "{activity} di {location} tercatat dua kali.",
    "number": "“{typed}” pada “{field}” ({activity}) bukan nilai yang dapat dijumlahkan.",
    "total": "Total {activity} di berkas {said}, padahal a + b = {sum}.",
    "rank": "Prioritas {rank} dipakai {count} kali.",
    "unknown": "{activity} tidak ada di menu ini.",
    "dropped": "{activity} sudah Anda hapus dari pilihan, tetapi barisnya berisi.",
    "district-twice": "{name} masuk dua kali, dari {first} dan {second}.",
    "district-year": "Berkas {name} untuk tahun {year}, bukan {own}.",
    "mend-set-year": "Pakai {year}",
    "mend-add": "Tambahkan {count} kegiatan",
    "mend-add-partners": together.ADD_PARTNERS,
    "mend-add-chain": together.ADD_CHAIN,
    "mend-drop-row": "Hapus baris ini",
    "mend-drop-district": "Hapus berkas itu",
    "mend-clear": "Kosongkan",
    "mend-put": "Pakai {number}",
    "mend-swap": "Tukar kedua bulan",
    "mend-start": "Mulai {month}",
    "mend-sum": "Pakai {sum}",
    "mend-merge": "Gabungkan kedua baris",
    "mend-rank": "Urutkan ulang",
    "no-place": "lokasi yang belum diisi",
    "no-name": "Kegiatan tanpa nama",
    "saved": "Tersimpan di peramban ini.",
    "full": "Penyimpanan peramban penuh. Isi ini belum tersimpan: simpan sebagai JSON.",
    "blocked": "Peramban melarang penyimpanan. Isi ini hilang saat halaman ditutup: simpan sebagai JSON.",
    "broken": "Rencana yang tersimpan tidak terbaca. Salinannya tetap disimpan.",
    "newer": "Rencana yang tersimpan dari versi situs yang lebih baru. Salinannya tetap disimpan.",
    "other-tab": "Rencana diubah di tab lain; isinya di sini sudah sama.",
    "done": "{done}. {found}",
    "found": "{n} hal perlu diperiksa.",
    "fine": "Tidak ada yang perlu diperbaiki.",
    "undone": "Perubahan terakhir diurungkan.",
    "added": "{activity} ditambahkan.",
    "copied": "Baris baru untuk {activity}.",
    "row-dropped": "Baris {activity} dihapus.",
    "erased": "Rencana dikosongkan.",
    "made": "Berkas {file} dibuat.",
    "rows": "Rencana ini {n} baris, sedangkan formulir muat {capacity}. Simpan sebagai CSV atau JSON.",
    "offline": "Bagian alat ini belum termuat. Sambungkan jaringan, atau simpan sebagai JSON.",
    "read": "Rencana dari {file} dibuka: {n} baris.",
    "taken": "{n} berkas kabupaten masuk.",
    "bad": "{file} tidak dipakai: {why}",
    "bad-size": "terlalu besar.",
    "bad-read": "tidak dapat dibuka.",
    "bad-zip": "berkas XLSX rusak.",
    "bad-xml": "berkas XLSX rusak.",
    "bad-names": "bukan formulir dari situs ini.",
    "bad-columns": "kolom kegiatan tidak ada.",
    "bad-json": "berkas JSON rusak.",
    "bad-kind": "bukan berkas rencana.",
    "bad-newer": "dibuat dengan versi situs yang lebih baru.",
    "bad-deep": "isinya tidak dikenal.",
    "bad-key": "isinya tidak dikenal.",
    "bad-value": "isinya tidak dikenal.",
    "bad-rows": "terlalu banyak baris.",
    "bad-province": "berkas itu rencana provinsi.",
    "bad-many": "sudah terlalu banyak kabupaten.",
    "bad-unsupported": "peramban ini tidak dapat membaca XLSX. Pakai CSV.",
    "unsupported": "Peramban ini tidak dapat membuat XLSX. Simpan sebagai CSV atau JSON.",
    "file": "rencana bantuan teknis",
}
"""Sentences that the script shows; blanks in braces are filled in by it."""
