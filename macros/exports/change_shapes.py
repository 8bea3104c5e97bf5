"""Records of the files on changes, see ``macros.exports.changes``."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from macros.changelog import Group, Sign
from macros.changes import Effect, Kind, OpKind, Substance
from macros.exports.shapes import AUTHOR, STANDING, ApiRecord, EditionName, Named
from macros.model.base import Date
from macros.model.changes import OpenQuestion, SubjectKind


class Numbers(ApiRecord):
    """How many entries of each kind."""

    new: int = Field(title="Baru", description="Entri baru atau diadakan lagi.")
    changed: int = Field(title="Berubah", description="Kolom yang berubah.")
    moved: int = Field(title="Dipindah", description="Digabung, dipecah, dipindah, atau bernomor baru.")
    ended: int = Field(title="Dihentikan", description="Entri yang dihentikan.")
    substantive: int = Field(title="Mengubah isi", description="Entri yang mengubah apa yang dapat diminta.")
    editorial: int = Field(title="Hanya redaksi", description="Entri yang mengubah kata-kata saja.")
    harder: int = Field(title="Perlu diperhatikan", description="Entri yang memberatkan yang sudah memilih.")


class SubjectShape(ApiRecord):
    """Whose change it is."""

    kind: SubjectKind = Field(title="Jenis", description="activity, package, atau edition.")
    id: str | None = Field(title="Id", description="Id kegiatan atau paket; null bila seluruh menu.")
    old_number: str | None = Field(title="Nomor lama", description="Nomor di edisi lama, bila ada di sana.")
    new_number: str | None = Field(title="Nomor baru", description="Nomor di edisi baru, bila ada di sana.")
    name: str = Field(title="Nama", description="Nama di edisi baru, atau di edisi lama bila sudah tiada.")


class OpShape(ApiRecord):
    """A stretch of text and what became of it."""

    kind: OpKind = Field(title="Nasib", description="equal, insert, atau delete.")
    text: str = Field(title="Potongan", description="Potongan teks beserta spasinya.")


class ShownShape(ApiRecord):
    """Old and new in words."""

    label: str | None = Field(title="Bagian", description="Bagian kolom yang dimaksud, bila perlu.")
    old: str | None = Field(title="Sebelum", description="Bunyi lama; null bila belum ada.")
    new: str | None = Field(title="Sesudah", description="Bunyi baru; null bila sudah tiada.")
    ops: tuple[OpShape, ...] | None = Field(
        title="Kata demi kata", description="Beda kata demi kata; null bila tidak dibandingkan begitu."
    )
    apart: bool = Field(title="Utuh", description="true bila keduanya dibaca utuh, bukan kata demi kata.")


class ReasonShape(ApiRecord):
    """Why, and on which decision it rests."""

    reason: str = Field(title="Alasan", description="Mengapa berubah.")
    decision: str = Field(title="Putusan", description="Nomor putusan, atau tanda bahwa belum diputus.")
    is_proposal: bool = Field(title="Baru usulan", description="true bila belum diputus.")
    discrepancy: str | None = Field(title="Catatan", description="Id catatan perbedaan, bila ada.")
    note: str | None = Field(title="Bagi Anda", description="Artinya bagi daerah, bila ditulis.")


class EntryShape(ApiRecord):
    """Everything that changed in one field of one subject, or what became of the whole subject."""

    key: str = Field(title="Kunci", description="Tetap dan unik di berkas ini; jangkar di halamannya.")
    subject: SubjectShape = Field(title="Pemilik", description="Kegiatan, paket, atau menu yang berubah.")
    package: Named | None = Field(
        title="Paket", description="Paket tempat ia berada; null bila seluruh menu."
    )
    kinds: tuple[Kind, ...] = Field(title="Jenis perubahan", description="Apa yang terjadi.")
    field: str | None = Field(title="Kolom", description="Kolom yang berubah; null bila entri seutuhnya.")
    title: str = Field(title="Judul", description="Perubahan dalam satu kalimat.")
    substance: Substance = Field(title="Bobot", description="substantive atau editorial.")
    effect: Effect = Field(title="Akibat", description="easier, harder, atau neutral.")
    group: Group = Field(title="Kelompok", description="Artinya bagi yang sudah memilih.")
    sign: Sign = Field(title="Tanda", description="new, changed, moved, atau ended.")
    old: Any = Field(title="Nilai lama", description="Seluruh kolom seperti di edisi lama; null bila tiada.")
    new: Any = Field(title="Nilai baru", description="Seluruh kolom seperti di edisi baru; null bila tiada.")
    shown: tuple[ShownShape, ...] = Field(title="Yang tampak", description="Sebelum dan sesudah, dalam kata.")
    successors: tuple[Named, ...] = Field(title="Penerus", description="Penerusnya di edisi baru.")
    predecessors: tuple[Named, ...] = Field(title="Pendahulu", description="Yang diteruskannya.")
    activities: tuple[str, ...] = Field(title="Kegiatan", description="Id kegiatan yang bersangkutan.")
    units: tuple[str, ...] = Field(title="Jenis unit", description="Id jenis unit yang bersangkutan.")
    reasons: tuple[ReasonShape, ...] = Field(title="Alasan", description="Alasan beserta putusannya.")
    for_reader: tuple[str, ...] = Field(title="Bagi Anda", description="Artinya bagi yang sudah memilih.")
    url: str | None = Field(title="Halaman", description="Alamat halamannya dari berkas ini, bila ada.")


class Reviewed(ApiRecord):
    """An unchanged activity that somebody looked at."""

    id: str = Field(title="Id", description="Id kegiatan.")
    date: str | None = Field(title="Tanggal", description="Tanggal tinjauan.")
    by: str | None = Field(title="Oleh", description="Lembaga yang meninjau.")


class ChangesFile(ApiRecord):
    """``changes/OLD-NEW.json``."""

    old: EditionName = Field(title="Edisi lama", description="Edisi yang dibandingkan.")
    new: EditionName = Field(title="Edisi baru", description="Edisi pembandingnya.")
    draft: bool = Field(title="Usulan", description="true bila edisi baru masih usulan.")
    author: str = AUTHOR
    standing: str = STANDING
    date: Date | None = Field(title="Tanggal", description="Kapan alasannya terakhir diperbarui.")
    approach: str | None = Field(title="Cara menyusun", description="Aturan semua perubahan, bila ditulis.")
    summary: Numbers = Field(title="Ringkasan", description="Jumlah entri.")
    entries: tuple[EntryShape, ...] = Field(title="Entri", description="Semua perubahan, urut cetak.")
    questions: tuple[OpenQuestion, ...] = Field(
        title="Pertanyaan", description="Yang hanya dapat dijawab pemutus."
    )
    not_reviewed: tuple[str, ...] = Field(
        title="Belum ditinjau", description="Id kegiatan yang sama, tetapi belum diperiksa siapa pun."
    )
    reviewed: tuple[Reviewed, ...] = Field(title="Ditinjau", description="Kegiatan yang ditinjau dan tetap.")


class PairLine(ApiRecord):
    """A pair in the list."""

    old: EditionName = Field(title="Edisi lama", description="Edisi yang dibandingkan.")
    new: EditionName = Field(title="Edisi baru", description="Edisi pembandingnya.")
    draft: bool = Field(title="Usulan", description="true bila edisi baru masih usulan.")
    author: str = AUTHOR
    standing: str = STANDING
    date: Date | None = Field(title="Tanggal", description="Kapan alasannya terakhir diperbarui.")
    consecutive: bool = Field(title="Berurutan", description="true bila tidak ada edisi di antaranya.")
    summary: Numbers = Field(title="Ringkasan", description="Jumlah entri.")
    url: str = Field(title="Berkas", description="Alamat berkasnya dari berkas ini.")


class ChangesIndex(ApiRecord):
    """``changes.json``."""

    pairs: tuple[PairLine, ...] = Field(title="Pasangan edisi", description="Yang terbaru di atas.")
