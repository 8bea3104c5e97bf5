"""The words of "may we take part": choosing a place, answering the criteria, and what comes of it."""

from __future__ import annotations

CHOOSE = "Daerah Anda"
PROVINCE = "Provinsi"
DISTRICT = "Kabupaten/kota"
NOT_CHOSEN = "Pilih"
OTHER_PROVINCE = "Provinsi lain"
OTHER_DISTRICT = "Lain, tidak ada di daftar"
PROVINCE_NAME = "Nama provinsi"
DISTRICT_NAME = "Nama kabupaten/kota"
ANSWERS = {"met": "Memenuhi", "unmet": "Belum memenuhi", "unknown": "Belum diketahui"}
IF_UNKNOWN = "Bila belum diketahui:"
IF_UNMET = "Bila belum memenuhi:"
RESULT = "Ringkasan"
STEPS = "Langkah berikutnya"
ADDRESS = "Kepada siapa menulis"
PRINT = "Cetak"
ERASE = "Hapus jawaban"
GUIDANCE = "Petunjuk di bawah tiap kriteria ditulis situs ini. Bagian naskah yang disebut memuat latarnya."
PRINTED_IN = "Tercetak di"
ACCORDING = "Menurut"
SEE = "Lihat"
REGISTER = "Isi naskah berbeda:"

# What the script puts together.
INSIDE = "{district}, {province}, ada di daftar lokasi uji coba {year}: nomor {number}, {size}: {districts}."
OUTSIDE = "{district} tidak tercantum di daftar lokasi uji coba {year}."
OUTSIDE_PROVINCE = "{province} tidak tercantum di daftar lokasi uji coba {year}."
SUMMARY = "{met} dari {all} kriteria memenuhi, {unmet} belum memenuhi, {unknown} belum diketahui."
NOTHING_YET = "Belum ada kriteria yang dijawab. Tiap jawaban boleh diisi bertahap."
ALL_MET = (
    "Semua contoh kriteria sudah Anda jawab memenuhi. Sampaikan kesiapan daerah Anda ke alamat di bawah."
)
SAVED = "Tersimpan di perangkat ini saja."
UNSAVED = "Tidak tersimpan di perangkat ini. Cetak halaman ini untuk menyimpannya."
ERASED = "Jawaban dan nama daerah dihapus dari perangkat ini."


def script_words() -> dict[str, object]:
    """Everything that the page's script says."""
    return {
        "inside": INSIDE,
        "outside": OUTSIDE,
        "outsideProvince": OUTSIDE_PROVINCE,
        "summary": SUMMARY,
        "nothing": NOTHING_YET,
        "all": ALL_MET,
        "saved": SAVED,
        "unsaved": UNSAVED,
        "erased": ERASED,
        "choose": NOT_CHOSEN,
        "otherDistrict": OTHER_DISTRICT,
    }
