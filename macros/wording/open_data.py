"""The page of open data."""

from __future__ import annotations

TITLE = "Data terbuka"
LEDE = "Semua isi menu tersedia sebagai berkas JSON, dengan nama kolom yang sama seperti di sumbernya."
FILES = "Berkas"
EDITIONS = "Daftar semua edisi dan edisi terkini"
ACTIVITIES = "Daftar semua kegiatan, dengan riwayat masing-masing di activities/<id>.json"
CHANGES = "Daftar semua pasangan edisi yang dibandingkan, juga yang berjauhan"
OPENAPI = "Uraian semua berkas menurut OpenAPI 3.1"
GUIDELINE = "Tabel dan formulir panduan"
RESOURCES = "Instrumen, panduan, dan materi tiap kegiatan"
REPORTS = "Laporan yang sudah terbit"
SCHEMAS_HEADING = "Skema"
FORMS = "Formulir untuk diisi (XLSX)"
SCHEMAS_LEDE = "Skema JSON menjelaskan tiap kolom dalam bahasa Indonesia."
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
