"""The words of "may we take part": choosing a place, answering the criteria, and what comes of it."""

from __future__ import annotations

from macros.model.settings import NameStanding

CHOOSE = "Daerah Anda"
PROVINCE = "Provinsi"
DISTRICT = "Kabupaten/kota"
NOT_CHOSEN = "Pilih"
OR_CHOOSE = "Atau pilih dari daftar:"
ANSWERS = {"met": "Terpenuhi", "unmet": "Belum terpenuhi", "unknown": "Belum diketahui"}
IF_UNKNOWN = "Saran situs ini bila belum diketahui:"
IF_UNMET = "Saran situs ini bila belum terpenuhi:"
RESULT = "Ringkasan"
STEPS = "Langkah berikutnya, saran situs ini"
ADDRESS = "Alamat yang tercetak"
PRINT = "Cetak"
ERASE = "Hapus jawaban"
GUIDANCE = "Saran di bawah tiap kriteria ditulis situs ini. Bagian naskah yang disebut memuat latarnya."
PRINTED_IN = "Tercetak di"
ACCORDING = "Menurut"
SEE = "Lihat"
REGISTER = "Isi naskah berbeda:"
ALSO = "Menurut situs ini juga disebut"
STANDINGS = {NameStanding.SAME: "", NameStanding.LIKELY: "kemungkinan besar "}
NAMESAKES = "Daerah lain yang namanya mirip:"
ASKERS = "Siapa dapat meminta"
LIMIT = "Batas pada awalnya"
CHECK_LINK = "Periksa daerah Anda"
CHECK_NAME = "Nama kabupaten, kecamatan, atau provinsi Anda"
CHECK = "Periksa"
CHECK_LOST = "Daftar belum termuat. Sambungkan jaringan, atau buka halaman Lokasi."
PREPARE = "Saran situs ini bagi daerah di luar daftar:"
PREPARE_TEXT = (
    "pakai menu, daftar pertanyaan, dan rencana permintaan untuk bersiap. Semuanya dapat dipakai di daerah"
    " mana pun."
)
PREPARE_LINK = "Bagi daerah di luar daftar"
EXPANSION = "Kata naskah tentang perluasan:"
TO_PLAN = "Ajukan permintaan"
LETTER_LIMIT = "Batas menurut naskah:"

# What the script puts together.
INSIDE = "{district}, {province}, ada di daftar lokasi uji coba {year}: nomor {number}, {size}: {districts}."
ANSWERS_TO_A_NAME = {
    "inside": INSIDE,
    "same": "Di daftar tertulis “{printed}”; menurut situs ini, {name} nama lain untuknya.",
    "likely": "Di daftar terbaca “{printed}”, kemungkinan besar {name}; pastikan kepada {contact}.",
    "place": "Letaknya di daftar: {province}, nomor {number}, {size}: {districts}.",
    "namesake": "{namesakes} daerah lain yang tidak terbaca di daftar.",
    "city": (
        "Yang ada di daftar {level} {printed}, {province}. Bila maksud Anda kota yang senama, itu daerah lain"
        " yang tidak terbaca di daftar; pastikan kepada {contact}."
    ),
    "district": (
        "{level} {printed} ada di daftar, di bawah {district}, {province}. Di daerah lain dapat ada kecamatan"
        " yang senama, jadi pastikan kabupatennya."
    ),
    "province": "{printed} ada di daftar dengan kabupaten ini: {places}.",
    "near": "Mungkin maksud Anda {names}.",
    "otherwise": "Bila bukan itu, “{typed}” tidak terbaca di daftar lokasi uji coba {year}.",
    "outside": "“{typed}” tidak terbaca di daftar lokasi uji coba {year}.",
}
"""What is said about a name that was typed; the script fills the blanks."""
SUMMARY = "{met} dari {all} kriteria terpenuhi, {unmet} belum terpenuhi, {unknown} belum diketahui."
NOTHING_YET = "Belum ada kriteria yang dijawab. Tiap jawaban boleh diisi bertahap."
ALL_MET = (
    "Semua contoh kriteria Anda jawab terpenuhi. Saran situs ini: sampaikan kesiapan daerah Anda ke alamat di"
    " bawah."
)
SAVED = "Tersimpan di perangkat ini saja."
UNSAVED = "Tidak tersimpan di perangkat ini. Cetak halaman ini untuk menyimpannya."
ERASED = "Jawaban dan nama daerah dihapus dari perangkat ini."


def script_words() -> dict[str, object]:
    """Everything that the page's script says."""
    return {
        "answers": ANSWERS_TO_A_NAME,
        "summary": SUMMARY,
        "nothing": NOTHING_YET,
        "all": ALL_MET,
        "saved": SAVED,
        "unsaved": UNSAVED,
        "erased": ERASED,
        "choose": NOT_CHOSEN,
    }
