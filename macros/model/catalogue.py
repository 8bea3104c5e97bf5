"""Catalogue that holds for every edition: the programme, its outcomes, outputs, bodies and target units."""

from __future__ import annotations

from pydantic import Field

from macros.model.base import Alias, Id, Line, Number, Prose, Record


class Outcome(Record):
    """*Capaian* (also *Hasil*) of the theory of change, Tabel 2 and Lampiran I."""

    id: Id = Field(title="Id", description="Id capaian.")
    number: Number = Field(title="Nomor", description="Nomor tercetak.")
    name: Line = Field(title="Bunyi", description="Bunyi di lampiran menu.")
    aliases: tuple[Alias, ...] = Field((), title="Kutipan lain", description="Kutipan lain yang tercetak.")


class Output(Record):
    """*Keluaran* (also *Output*) of the theory of change."""

    id: Id = Field(title="Id", description="Id keluaran.")
    number: Number = Field(title="Nomor", description="Nomor tercetak.")
    outcome: Id = Field(title="Capaian", description="Id capaian yang didukung.")
    name: Line = Field(title="Bunyi", description="Bunyi di lampiran menu.")
    aliases: tuple[Alias, ...] = Field((), title="Kutipan lain", description="Kutipan lain yang tercetak.")


class TargetUnitKind(Record):
    """A kind of unit that may be supported; the menu can be filtered by it."""

    id: Id = Field(title="Id", description="Id jenis unit.")
    name: Line = Field(title="Nama", description="Nama yang dilihat pembaca.")


class Body(Record):
    """A body or institution named in the text."""

    id: Id = Field(title="Id", description="Id lembaga.")
    name: Line = Field(title="Nama", description="Nama lengkap seperti tercetak.")
    short_name: Line | None = Field(None, title="Sebutan", description="Akronim atau sebutan pendek.")
    aliases: tuple[Alias, ...] = Field((), title="Nama lain", description="Nama lain yang tercetak.")


class MenuApproval(Record):
    """Whose approval makes a year's menu valid: one setting, because the text may name several bodies."""

    body: Id = Field(title="Lembaga", description="Id lembaga dari catalogue.yml yang menyetujui menu.")
    where: Line = Field(
        title="Tempat tercetak", description="Bagian naskah yang menjadi dasarnya.", examples=["Tabel 1"]
    )
    discrepancy: Line | None = Field(
        None, title="Catatan", description="Id catatan perbedaan, bila naskah menyebut yang lain juga."
    )


class ProgrammeInfo(Record):
    """What the programme is called, who owns it, and which text prevails."""

    key: Id = Field(
        "situs",
        title="Kunci",
        description="Nama simpanan di perangkat dan jenis berkas yang disimpan; tidak pernah berubah.",
        examples=["kebun-warga"],
    )
    name: Line = Field(title="Nama", description="Nama pendek program, kepala situs.")
    long_name: Line = Field(title="Nama lengkap", description="Nama lengkap program.")
    owner: Line = Field(title="Pemilik", description="Lembaga pemilik, di atas nama program.")
    menu_name: Line = Field(title="Nama menu", description="Sebutan menu, misalnya Menu Dukungan Teknis.")
    editors: Line = Field(
        title="Penyunting",
        description="Siapa yang menyusun situs ini; penulis semua yang belum disahkan.",
        examples=["penyunting situs ini"],
    )
    proposal_note: Prose = Field(
        title="Keterangan usulan", description="Siapa yang menyusun usulan, dan usulan siapa ia bukan."
    )
    decides: Id = Field(title="Pemutus", description="Id lembaga yang memutus perbedaan dalam naskah.")
    approves_menu: MenuApproval | None = Field(
        None,
        title="Penyetuju menu",
        description="Aturan yang dipakai: lembaga mana yang menyetujui menu tiap tahun.",
    )
    prevailing: Line = Field(title="Yang berlaku", description="Kalimat naskah mana yang berlaku.")
    text_page: Line | None = Field(
        None,
        title="Tentang naskah",
        description="Alamat halaman yang menjelaskan sebutan naskah dan teks sumber, bila ada.",
        examples=["panduan/naskah/"],
    )


class Catalogue(Record):
    """``catalogue.yml``: what editions refer to."""

    programme: ProgrammeInfo = Field(title="Program", description="Nama dan pemilik program.")
    outcomes: tuple[Outcome, ...] = Field(title="Capaian", description="Capaian teori perubahan.")
    outputs: tuple[Output, ...] = Field(title="Keluaran", description="Keluaran teori perubahan.")
    target_unit_kinds: tuple[TargetUnitKind, ...] = Field(
        title="Jenis unit sasaran", description="Jenis unit."
    )
    bodies: tuple[Body, ...] = Field(title="Lembaga", description="Lembaga yang disebut naskah.")
