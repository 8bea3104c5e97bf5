"""Ministries, bodies and structures that take part (chapter 4, Tabel 4)."""

from __future__ import annotations

from pydantic import Field

from macros.model.base import ForceWord, Id, Line, Prose, Record, SourceRef
from macros.model.guideline.base import Columns, Label, Note, Notes, Source, Title


class Member(Record):
    """A unit or official listed as a member."""

    name: Line = Field(title="Nama", description="Nama persis seperti tercetak.")
    body: Id | None = Field(None, title="Lembaga", description="Id lembaga dari catalogue.yml, bila ada.")
    position: Line | None = Field(
        None, title="Kedudukan", description="Kedudukan tercetak.", examples=["Ketua"]
    )


class MinistryRow(Record):
    """A ministry's row: members and duties."""

    id: Id = Field(title="Id", description="Id baris.")
    name: Line = Field(title="Kementerian/lembaga", description="Nama persis seperti tercetak.")
    bodies: tuple[Id, ...] = Field(
        (), title="Lembaga", description="Id lembaga dari catalogue.yml yang disebut baris ini."
    )
    members: tuple[Member, ...] = Field(
        title="Anggota", description="Anggota, urut cetak; [] bila kosong di naskah."
    )
    duties: tuple[Line, ...] = Field(
        title="Peran dan tanggung jawab",
        description="Tugas dengan bahasa sehari-hari, urut cetak.",
        min_length=1,
    )
    force: ForceWord = None
    note: Note = None
    discrepancies: Notes = ()


class Ministries(Record):
    """``ministries.yml``: ministries, their members and duties (chapter 2)."""

    label: Label
    title: Title
    columns: Columns
    ministries: tuple[MinistryRow, ...] = Field(
        title="Kementerian/lembaga", description="Baris tabel, urut cetak.", min_length=1
    )
    note: Note = None
    discrepancies: Notes = ()
    source: Source


class BodyRow(Record):
    """A body's duties at its level of government."""

    id: Id = Field(title="Id", description="Id baris.")
    level: Line = Field(title="Tingkat", description="Tingkat persis seperti tercetak.")
    structure: Line | None = Field(
        None, title="Struktur", description="Struktur persis seperti tercetak; kosong bila kosong di naskah."
    )
    body: Id | None = Field(None, title="Lembaga", description="Id lembaga dari catalogue.yml, bila ada.")
    intro: Line | None = Field(
        None, title="Pembuka", description="Pembuka dengan bahasa sehari-hari, bila ada di naskah."
    )
    duties: tuple[Line, ...] = Field(
        title="Peran dan tanggung jawab",
        description="Tugas dengan bahasa sehari-hari, urut cetak.",
        min_length=1,
    )
    force: ForceWord = None
    note: Note = None
    discrepancies: Notes = ()


class Post(Record):
    """A position within a structure and who holds it."""

    name: Line = Field(title="Jabatan", description="Jabatan dalam kata biasa.", examples=["Pimpinan"])
    printed: Line = Field(title="Tercetak", description="Pemegangnya persis seperti tercetak.")
    bodies: tuple[Id, ...] = Field(
        (), title="Lembaga", description="Id lembaga dari catalogue.yml yang disebut di sini."
    )
    force: ForceWord = None


class Structure(Record):
    """How a body is composed, or one of the options for composing it (section 2.1)."""

    id: Id = Field(title="Id", description="Id susunan.")
    label: Line = Field(title="Sebutan", description="Sebutan tercetak.", examples=["Pilihan 1"])
    bodies: tuple[Id, ...] = Field(
        title="Lembaga", description="Id lembaga dari catalogue.yml yang susunannya diatur.", min_length=1
    )
    text: Prose = Field(title="Isi", description="Ketentuan susunan dengan bahasa sehari-hari.")
    posts: tuple[Post, ...] = Field((), title="Jabatan", description="Jabatan dan pemegangnya.")
    members_rank: Line | None = Field(
        None, title="Eselon anggota", description="Eselon anggota seperti tercetak.", examples=["Eselon 1"]
    )
    members: tuple[Member, ...] = Field((), title="Anggota", description="Anggota, urut cetak.")
    laws: tuple[Id, ...] = Field(
        (), title="Dasar hukum", description="Id peraturan dari legal.yml yang disebut di sini."
    )
    force: ForceWord = None
    note: Note = None
    discrepancies: Notes = ()
    source: Source


class Contact(Record):
    """A printed address."""

    body: Id = Field(title="Lembaga", description="Id lembaga dari catalogue.yml pemilik alamat.")
    name: Line = Field(title="Nama", description="Nama di atas alamat, persis seperti tercetak.")
    address: Line = Field(title="Alamat", description="Alamat persis seperti tercetak.")
    phone: Line | None = Field(None, title="Telepon", description="Nomor telepon seperti tercetak.")
    fax: Line | None = Field(None, title="Faksimile", description="Nomor faksimile seperti tercetak.")
    note: Note = None
    source: Source


class Bodies(Record):
    """``bodies.yml``: bodies, their duties, composition and addresses (sections 2.1 and 2.2)."""

    label: Label
    title: Title
    columns: Columns
    rows: tuple[BodyRow, ...] = Field(title="Baris", description="Baris tabel, urut cetak.", min_length=1)
    structures: tuple[Structure, ...] = Field(
        (), title="Susunan", description="Susunan lembaga dan pilihannya, urut cetak."
    )
    contacts: tuple[Contact, ...] = Field((), title="Alamat", description="Alamat yang tercetak.")
    force_source: SourceRef | None = Field(
        None,
        title="Tempat kata daya ikat",
        description="Bagian naskah yang memuat kata itu, bila tercetak di luar tabel.",
    )
    note: Note = None
    discrepancies: Notes = ()
    source: Source
