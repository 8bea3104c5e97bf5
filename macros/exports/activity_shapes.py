"""Records of the files on activities, see ``macros.exports.activities``."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from macros.changes import Kind, Substance
from macros.exports.shapes import AUTHOR, ApiRecord, EditionName, Named
from macros.exports.together import ChainShape, PartnersShape
from macros.model.edition import Status
from macros.model.menu import Availability, Companion, Review, Role, TargetUnits
from macros.wording.together import CHAIN_NAMED


class Presence(StrEnum):
    """What the current edition makes of an id."""

    OFFERED = "offered"
    """It has it."""
    ENDED = "ended"
    """It has it no longer."""
    PROPOSED = "proposed"
    """Only a later edition has it."""


class StandingShape(ApiRecord):
    """What one edition says of an activity."""

    edition: str = Field(title="Edisi", description="Id edisi.")
    status: Status = Field(title="Status", description="Status edisi itu.")
    draft: bool = Field(title="Usulan", description="true bila edisi itu masih usulan.")
    author: str = AUTHOR
    fiscal_year: int = Field(title="Tahun anggaran", description="Tahun anggaran pertama edisi itu.")
    number: str = Field(title="Nomor", description="Nomor tercetak di edisi itu.")
    name: str = Field(title="Nama", description="Nama di edisi itu.")
    package: Named = Field(title="Paket", description="Paket tempat ia berada.")
    availability: Availability = Field(title="Tanggal tersedia", description="Sejak kapan dapat diminta.")
    target_units: TargetUnits = Field(title="Unit sasaran", description="Untuk siapa kegiatan ini.")
    role: Role = Field(title="Golongan", description="Golongan menurut naskah.")
    implement_with: tuple[Companion, ...] = Field(
        title="Harus bersama", description="Kegiatan atau paket yang harus bersama, seperti tercetak."
    )
    companions: PartnersShape = Field(
        title="Harus bersama, diperluas", description="Pasangan yang tercetak, paket dibaca sebagai isinya."
    )
    chain: ChainShape = Field(
        title=CHAIN_NAMED, description="Yang ikut lewat pasangan, bila keharusan itu berantai."
    )
    review: Review = Field(title="Tinjauan", description="Keadaan tinjauan untuk edisi itu.")
    url: str = Field(title="Halaman", description="Alamat halamannya dari berkas ini.")


class ChangedEntry(ApiRecord):
    """An entry of a change log, in short."""

    key: str = Field(title="Kunci", description="Kunci entri di berkas perubahannya.")
    title: str = Field(title="Judul", description="Perubahan dalam satu kalimat.")
    kinds: tuple[Kind, ...] = Field(title="Jenis perubahan", description="Apa yang terjadi.")
    substance: Substance = Field(title="Bobot", description="substantive atau editorial.")
    url: str | None = Field(title="Halaman", description="Alamat halamannya dari berkas ini.")


class Changed(ApiRecord):
    """What changed of an activity from one edition to the next."""

    old: EditionName = Field(title="Edisi lama", description="Edisi sebelumnya.")
    new: EditionName = Field(title="Edisi baru", description="Edisi berikutnya.")
    draft: bool = Field(title="Usulan", description="true bila edisi baru masih usulan.")
    author: str = AUTHOR
    entries: tuple[ChangedEntry, ...] = Field(title="Entri", description="Yang berubah padanya.")
    url: str = Field(title="Berkas", description="Alamat berkas perubahan kedua edisi.")


class EarlierName(ApiRecord):
    """A number and name that an activity bore before."""

    number: str = Field(title="Nomor", description="Nomor terdahulu.")
    name: str = Field(title="Nama", description="Nama terdahulu.")
    editions: tuple[str, ...] = Field(title="Edisi", description="Id edisi yang memakainya.")


class ActivityLine(ApiRecord):
    """An activity in the list."""

    id: str = Field(title="Id", description="Id kegiatan.")
    current_number: str | None = Field(title="Nomor terkini", description="Nomor di edisi terkini.")
    name: str = Field(
        title="Nama", description="Nama di edisi terkini, atau di edisi terakhir sebelumnya yang memuatnya."
    )
    status_in_current: Presence | None = Field(
        title="Keadaan terkini",
        description="offered (ada), ended (tidak lagi), proposed (baru diusulkan); null tanpa edisi terkini.",
    )
    draft: bool = Field(title="Usulan", description="true bila hanya edisi yang belum disahkan memuatnya.")
    editions: tuple[str, ...] = Field(title="Edisi", description="Id edisi yang memuatnya, terbaru di depan.")
    url: str = Field(title="Berkas", description="Alamat berkasnya dari berkas ini.")


class ActivitiesIndex(ApiRecord):
    """``activities.json``."""

    current: str | None = Field(title="Edisi terkini", description="Id edisi terkini; null bila belum ada.")
    activities: tuple[ActivityLine, ...] = Field(title="Kegiatan", description="Semua id, urut abjad.")


class ActivityFile(ApiRecord):
    """``activities/ID.json``."""

    id: str = Field(title="Id", description="Id kegiatan.")
    current: str | None = Field(title="Edisi terkini", description="Id edisi terkini; null bila belum ada.")
    current_number: str | None = Field(title="Nomor terkini", description="Nomor di edisi terkini.")
    name: str = Field(
        title="Nama", description="Nama di edisi terkini, atau di edisi terakhir sebelumnya yang memuatnya."
    )
    status_in_current: Presence | None = Field(
        title="Keadaan terkini",
        description="offered (ada), ended (tidak lagi), proposed (baru diusulkan); null tanpa edisi terkini.",
    )
    draft: bool = Field(title="Usulan", description="true bila hanya edisi yang belum disahkan memuatnya.")
    successors_in_current: tuple[Named, ...] = Field(
        title="Penerus", description="Yang meneruskannya di edisi terkini bila ia tidak ada lagi."
    )
    editions: tuple[StandingShape, ...] = Field(
        title="Edisi", description="Isinya di tiap edisi, terbaru di atas."
    )
    changes: tuple[Changed, ...] = Field(
        title="Perubahan", description="Yang berubah dari edisi ke edisi, terbaru di atas."
    )
    earlier: tuple[EarlierName, ...] = Field(title="Terdahulu", description="Nomor dan nama terdahulu.")
    url: str = Field(title="Halaman", description="Alamat riwayatnya dari berkas ini.")
