"""Records of the files on editions, see ``macros.exports.editions``."""

from __future__ import annotations

from pydantic import Field

from macros.exports.shapes import AUTHOR, STANDING, ApiRecord
from macros.exports.together import ChainShape, PartnersShape
from macros.model.catalogue import Body, Outcome, Output, TargetUnitKind
from macros.model.discrepancies import Discrepancy
from macros.model.edition import EditionInfo, Indicators, Screening, Status
from macros.model.menu import Activity, Package
from macros.wording.together import CHAIN_NAMED


class EditionLine(ApiRecord):
    """An edition in the list."""

    id: str = Field(title="Id", description="Id edisi.")
    fiscal_year: int = Field(title="Tahun anggaran", description="Tahun anggaran pertama edisi ini.")
    title: str = Field(title="Judul", description="Judul menu edisi ini.")
    status: Status = Field(title="Status", description="draft, printed, approved, atau superseded.")
    draft: bool = Field(title="Usulan", description="true bila edisi ini masih usulan.")
    author: str = AUTHOR
    standing: str = STANDING
    packages: int = Field(title="Jumlah paket", description="Banyaknya paket.")
    activities: int = Field(title="Jumlah kegiatan", description="Banyaknya kegiatan.")
    url: str = Field(title="Berkas", description="Alamat berkasnya dari berkas ini.")


class EditionsIndex(ApiRecord):
    """``editions.json``."""

    programme: str = Field(title="Program", description="Nama pendek program.")
    menu_name: str = Field(title="Nama menu", description="Sebutan menu.")
    current: str | None = Field(title="Edisi terkini", description="Id edisi terkini; null bila belum ada.")
    editions: tuple[EditionLine, ...] = Field(title="Edisi", description="Semua edisi, urut tahun.")


class ActivityInEdition(Activity):
    """An activity with what goes with it, and what its package and the register say of it."""

    companions: PartnersShape = Field(
        title="Harus bersama, diperluas", description="Pasangan yang tercetak, paket dibaca sebagai isinya."
    )
    chain: ChainShape = Field(
        title=CHAIN_NAMED, description="Yang ikut lewat pasangan, bila keharusan itu berantai."
    )
    package: str = Field(title="Paket", description="Id paket tempat ia berada.")
    outcomes: tuple[str, ...] = Field(title="Capaian", description="Id capaian paketnya.")
    outputs: tuple[str, ...] = Field(title="Keluaran", description="Id keluaran paketnya.")
    discrepancies: tuple[str, ...] = Field(
        title="Catatan perbedaan", description="Id catatan perbedaan yang menyangkutnya."
    )


class PackageInEdition(Package):
    """A package with its activities and what the register says of it."""

    activities: tuple[ActivityInEdition, ...] = Field(
        title="Kegiatan", description="Kegiatan paket ini, urut cetak."
    )
    discrepancies: tuple[str, ...] = Field(
        title="Catatan perbedaan", description="Id catatan perbedaan yang menyangkutnya."
    )


class CatalogueInEdition(ApiRecord):
    """What the ids of an edition stand for."""

    outcomes: tuple[Outcome, ...] = Field(title="Capaian", description="Capaian teori perubahan.")
    outputs: tuple[Output, ...] = Field(title="Keluaran", description="Keluaran teori perubahan.")
    target_unit_kinds: tuple[TargetUnitKind, ...] = Field(
        title="Jenis unit", description="Jenis unit sasaran."
    )
    bodies: tuple[Body, ...] = Field(title="Lembaga", description="Lembaga yang disebut naskah.")


class EditionFile(EditionInfo):
    """``editions/ID.json``."""

    draft: bool = Field(title="Usulan", description="true bila edisi ini masih usulan.")
    author: str = AUTHOR
    standing: str = STANDING
    packages: tuple[PackageInEdition, ...] = Field(title="Paket", description="Semua paket, urut cetak.")
    catalogue: CatalogueInEdition = Field(title="Katalog", description="Arti id yang dipakai edisi ini.")
    screening: Screening | None = Field(
        title="Pertanyaan kebutuhan", description="Pertanyaan kebutuhan, bila ada."
    )
    indicators: Indicators | None = Field(title="Indikator", description="Indikator, bila ada.")
    discrepancies: tuple[Discrepancy, ...] = Field(
        title="Catatan perbedaan", description="Catatan perbedaan dalam naskah yang menyangkut edisi ini."
    )
