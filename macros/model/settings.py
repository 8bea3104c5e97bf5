"""Settings of this site's tools: what the text leaves to whoever makes a calendar or a checklist of it.

Nothing here is a fact of the guideline. Each record only points at printed entries, gives them a short name
for a small screen, and says for whom they are shown. Titles and descriptions are Indonesian, as in
``macros.model``.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from macros.model.base import ForceWord, Id, Line, Number, Record, SourceRef

Days = Annotated[int, Field(strict=True, ge=0, le=366)]
Roles = Annotated[tuple[Id, ...], Field(title="Peran", description="Id peran.")]


class CalendarRole(Record):
    """Whoever a calendar is made for."""

    id: Id = Field(title="Id", description="Id peran; masuk ke alamat berkas kalender, jadi tidak diubah.")
    name: Line = Field(title="Nama", description="Nama yang dilihat pembaca.")
    bodies: tuple[Id, ...] = Field(
        (),
        title="Lembaga",
        description="Id lembaga dari catalogue.yml; laporan dari dan kepadanya masuk ke kalendernya.",
    )


class CalendarStep(Record):
    """A step of annual planning in the calendar."""

    step: Number = Field(title="Langkah", description="Nomor langkah di planning.yml, dalam tanda kutip.")
    short: Line = Field(
        title="Sebutan", description="Isinya dalam paling banyak enam kata, untuk layar kecil.", max_length=60
    )
    acts: Roles = Field((), title="Bekerja", description="Id peran yang disebut mengerjakan langkah ini.")
    follows: Roles = Field((), title="Mengikuti", description="Id peran yang bekerja dengan hasilnya.")


class CalendarDeadline(Record):
    """A time printed outside the table of steps, in the calendar."""

    deadline: Id = Field(title="Waktu", description="Id di deadlines pada planning.yml.")
    short: Line = Field(
        title="Sebutan", description="Isinya dalam paling banyak enam kata, untuk layar kecil.", max_length=60
    )
    acts: Roles = Field((), title="Bekerja", description="Id peran yang disebut mengerjakannya.")
    follows: Roles = Field((), title="Mengikuti", description="Id peran yang bekerja dengan hasilnya.")


class Reminders(Record):
    """When a calendar file reminds of what a role has to do."""

    day: tuple[Days, ...] = Field(
        (), title="Bertanggal", description="Berapa hari sebelum hari pertama, bila harinya tercetak."
    )
    month: tuple[Days, ...] = Field(
        (), title="Berbulan", description="Berapa hari sebelum bulan pertama, bila hanya bulannya tercetak."
    )
    hour: Annotated[int, Field(strict=True, ge=0, le=23)] = Field(
        title="Jam", description="Jam pengingat, waktu perangkat, 0 sampai 23."
    )


class Calendar(Record):
    """``calendar.yml``: the calendar of a fiscal year, for each role (Lampiran 5, Tabel 7)."""

    years: Annotated[int, Field(strict=True, ge=1, le=10)] = Field(
        title="Banyaknya tahun", description="Tahun anggaran yang disediakan, mulai tahun edisi terkini."
    )
    since: Annotated[int, Field(strict=True, ge=2000, le=2100)] | None = Field(
        None,
        title="Tahun pertama",
        description=(
            "Tahun pertama uji coba. Yang berakhir sebelumnya diberi keterangan di halaman, dan tidak masuk"
            " berkas kalender."
        ),
    )
    reminders: Reminders = Field(title="Pengingat", description="Pengingat di berkas kalender.")
    roles: tuple[CalendarRole, ...] = Field(title="Peran", description="Peran, urut tampil.", min_length=1)
    steps: tuple[CalendarStep, ...] = Field((), title="Langkah", description="Langkah perencanaan tahunan.")
    deadlines: tuple[CalendarDeadline, ...] = Field(
        (), title="Waktu lain", description="Waktu yang tercetak di luar tabel langkah."
    )


class NameStanding(StrEnum):
    """What a name that is not printed is to the printed one, as this site reads it."""

    SAME = "same"
    LIKELY = "likely"


class PlaceName(Record):
    """A name by which people know a place and that the list does not print: this site's reading."""

    name: Line = Field(
        title="Nama", description="Nama yang lazim diketik orang.", examples=["Nusa Tenggara Barat"]
    )
    standing: NameStanding = Field(
        NameStanding.SAME,
        title="Kedudukan",
        description=(
            "same: sebutan lain untuk nama tercetak. likely: nama tercetak diragukan, dan kemungkinan besar"
            " nama ini yang dimaksud. Keduanya bacaan situs ini."
        ),
    )


Also = Annotated[
    tuple[PlaceName, ...],
    Field(
        title="Nama lain",
        description="Nama yang tidak tercetak tetapi dipakai orang untuk mencari; bacaan situs ini.",
    ),
]


class PlaceTitles(Record):
    """Words that people write before the name of a place, by what the place is."""

    province: tuple[Line, ...] = Field((), title="Provinsi", description="Misalnya provinsi, prov.")
    regency: tuple[Line, ...] = Field((), title="Kabupaten", description="Misalnya kabupaten, kab.")
    city: tuple[Line, ...] = Field(
        (), title="Kota", description="Misalnya kota; bukan kabupaten yang senama."
    )
    district: tuple[Line, ...] = Field((), title="Kecamatan", description="Misalnya kecamatan, kec.")
    ignored: tuple[Line, ...] = Field((), title="Diabaikan", description="Kata yang tidak menentukan tempat.")


class Statement(Record):
    """What the text says of something, in a sentence."""

    text: Line = Field(title="Isi", description="Isi dengan bahasa sehari-hari.")
    force: ForceWord = None
    source: SourceRef = Field(title="Sumber", description="Bagian naskah yang mengatakannya.")


class Guidance(Record):
    """What to do about a criterion that is not met, or not known to be."""

    criterion: Id = Field(title="Kriteria", description="Id di criteria.yml.")
    unknown: Line = Field(title="Belum diketahui", description="Cara mengetahuinya, sebagai kalimat.")
    unmet: Line = Field(title="Belum memenuhi", description="Yang dapat dilakukan, sebagai kalimat.")
    source: SourceRef = Field(title="Sumber", description="Bagian naskah yang memuat latarnya.")


class Participation(Record):
    """``participation.yml``: how a district finds out whether it may take part (Lampiran 2, Lampiran 3)."""

    year: Annotated[int, Field(strict=True, ge=2000, le=2100)] = Field(
        title="Tahun", description="Tahun daftar lokasi."
    )
    titles: PlaceTitles = Field(
        PlaceTitles(),
        title="Sebutan",
        description="Kata di depan nama daerah, untuk memeriksa nama yang diketik.",
    )
    askers: tuple[Statement, ...] = Field(
        title="Siapa dapat meminta",
        description="Siapa yang dapat meminta bantuan; kalimat pertama tampil di beranda, menu, dan rencana.",
        min_length=1,
    )
    limit: Statement = Field(
        title="Batas awal",
        description=(
            "Di mana dukungan pada awalnya akan dapat diterima, tanpa titik; jumlah daerah dihitung dari"
            " locations.yml dan ditambahkan."
        ),
    )
    contact: Id = Field(title="Alamat", description="Id lembaga di contacts pada bodies.yml.")
    contact_note: Line = Field(title="Keterangan alamat", description="Lewat siapa menulis, sebagai kalimat.")
    contact_source: SourceRef = Field(title="Dasarnya", description="Bagian naskah tentang jalur itu.")
    outside: tuple[Statement, ...] = Field(
        title="Di luar daftar", description="Yang naskah katakan tentang daerah lain.", min_length=1
    )
    guidance: tuple[Guidance, ...] = Field(title="Petunjuk", description="Petunjuk, urut kriteria.")
