"""JSON Schema (2020-12) of the files under ``menu_data``, with the Indonesian titles of the model."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from macros.exports.artifact import Artifact
from macros.exports.editions import to_json
from macros.facts import urls
from macros.model.base import Record
from macros.model.catalogue import Catalogue
from macros.model.changes import ChangeNotes
from macros.model.discrepancies import Discrepancies
from macros.model.edition import EditionInfo, Indicators, Screening
from macros.model.guideline.annexes import Assumptions, Criteria
from macros.model.guideline.contents import Contents, Sections
from macros.model.guideline.figures import Figures
from macros.model.guideline.forms import Form
from macros.model.guideline.institutions import Bodies, Ministries
from macros.model.guideline.locations import Locations
from macros.model.guideline.overview import Overview
from macros.model.guideline.planning import Planning
from macros.model.guideline.references import Acronyms, LegalReferences
from macros.model.guideline.reporting import Reporting
from macros.model.guideline.targets import Targets
from macros.model.guideline.theory import Results, Theory
from macros.model.menu import Package
from macros.model.registers import Reports, Resources
from macros.model.revisions import Decisions, FrozenText, Revisions
from macros.model.search_words import SearchWords
from macros.model.settings import Calendar, Participation
from macros.model.terms import Terms

FILES: tuple[tuple[str, type[Record], str, str], ...] = (
    ("catalogue", Catalogue, "Katalog", "Program, capaian, keluaran, jenis unit, dan lembaga."),
    ("edition", EditionInfo, "Edisi", "Keterangan satu edisi menu."),
    ("package", Package, "Paket", "Satu paket beserta kegiatannya."),
    ("screening", Screening, "Pertanyaan kebutuhan", "Pertanyaan untuk memeriksa kebutuhan."),
    ("indicators", Indicators, "Indikator", "Indikator pemantauan tiap kegiatan."),
    ("changes", ChangeNotes, "Perubahan", "Sebab perubahan di antara dua edisi, dan nasib id yang hilang."),
    ("discrepancies", Discrepancies, "Perbedaan dalam naskah", "Catatan perbedaan dalam naskah."),
    ("targets", Targets, "Target", "Indikator dan target layanan dasar."),
    ("theory", Theory, "Teori perubahan", "Tujuan, hasil, keluaran, perubahan, dan intervensi."),
    ("results", Results, "Kerangka hasil", "Kaitan hasil, keluaran, dan paket seperti tercetak."),
    ("ministries", Ministries, "Kementerian", "Kementerian dan lembaga, anggota, dan tugasnya."),
    ("bodies", Bodies, "Kelembagaan", "Lembaga, tugas, susunan, dan alamatnya."),
    ("overview", Overview, "Gambaran umum menu", "Paket dan kegiatan seperti tercetak di tabel ringkas."),
    ("reporting", Reporting, "Pelaporan", "Periode, tenggat, dan tugas berkala."),
    ("assumptions", Assumptions, "Asumsi", "Asumsi program menurut bidang."),
    ("locations", Locations, "Lokasi", "Provinsi, kabupaten, dan kecamatan uji coba."),
    ("criteria", Criteria, "Kriteria", "Kriteria keikutsertaan."),
    ("planning", Planning, "Perencanaan", "Langkah perencanaan tahunan dan waktunya."),
    ("calendar", Calendar, "Kalender", "Tahun, peran, dan pengingat kalender."),
    ("participation", Participation, "Ikut serta", "Petunjuk memeriksa kriteria keikutsertaan."),
    ("form", Form, "Formulir", "Satu formulir: bagian, isian, dan kolomnya."),
    ("acronyms", Acronyms, "Akronim", "Akronim yang terdaftar dan yang dipakai di luar daftar."),
    ("legal", LegalReferences, "Dasar hukum", "Peraturan yang dirujuk naskah."),
    ("figures", Figures, "Gambar", "Judul gambar dan yang ditunjukkannya."),
    ("contents", Contents, "Daftar isi", "Daftar isi, tabel, dan gambar beserta halamannya."),
    ("sections", Sections, "Bagian", "Bagian panduan di situs ini dan yang diputuskannya."),
    ("revisions", Revisions, "Revisi", "Revisi teks panduan, dan yang diubahnya."),
    ("text", FrozenText, "Teks revisi", "Teks satu revisi yang sudah disahkan; tidak pernah disunting."),
    ("decisions", Decisions, "Putusan", "Putusan atas panduan dan menu."),
    ("resources", Resources, "Instrumen", "Instrumen, panduan, dan materi tiap kegiatan."),
    ("reports", Reports, "Laporan", "Laporan yang sudah terbit."),
    ("terms", Terms, "Istilah", "Kata yang menyatakan daya ikat: wajib, disarankan, boleh, rencana, tujuan."),
    ("search", SearchWords, "Pencarian", "Kata yang diketik orang dan halaman yang dimaksudnya."),
)


def export(_: object = None) -> Iterator[Artifact]:
    """``api/v1/schema/*.schema.json``."""
    for name, content in files():
        yield Artifact(f"{urls.API}schema/{name}", content)


@cache
def files() -> tuple[tuple[str, bytes], ...]:
    """Name and content of every schema file, as kept in ``menu_data/schema``; the same for any data."""
    return tuple(
        (f"{name}.schema.json", to_json(_schema(record, title, description)))
        for name, record, title, description in FILES
    )


def _schema(record: type[Record], title: str, description: str) -> dict[str, Any]:
    schema = record.model_json_schema()
    records = {known.__name__: known for known in Record.__subclasses__()}
    for name, definition in ((record.__name__, schema), *schema.get("$defs", {}).items()):
        definition.pop("description", None)
        definition.pop("title", None)
        for key, shown in definition.get("properties", {}).items():
            shown["title"] = records[name].model_fields[key].title
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **schema,
        "title": title,
        "description": description,
    }
