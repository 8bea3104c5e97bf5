"""Macros that show the menu: pages, cards, tables, and what stands inside a line."""

from __future__ import annotations

from markupsafe import Markup

from macros.facts.fiscal_calendar import fiscal_years
from macros.model.edition import Edition, Status
from macros.model.guideline.guideline import PARTS as TABLES
from macros.model.menu import Role
from macros.render import views
from macros.render.base import Base, unknown
from macros.render.registry import Place, macro
from macros.wording import open_data

PARTS = ("", "jadwal", "keterkaitan")
"""Pages of an edition that have an address of their own below ``/menu/``, whichever edition is current."""


class MenuMacros(Base):
    """What an edition holds."""

    @macro(Place.PAGE)
    def menu_page(self, edition: str) -> Markup:
        """Menu satu edisi: semua paket dan kegiatan, saringan, dan indeks menurut unit sasaran.

        edition: id edisi

        Contoh: menu_page("{edition}")
        """
        view = self._view(edition)
        return self._block("menu_page", view, edition=view.edition)

    @macro(Place.PAGE)
    def package_page(self, edition: str, package: str) -> Markup:
        """Rincian satu paket.

        edition: id edisi
        package: nomor atau id paket

        Contoh: package_page("{edition}", "{package}")
        """
        view = self._view(edition)
        found = self._package(view.edition, package)
        before, after = view.package_neighbours(found)
        return self._block(
            "package_page", view, edition=view.edition, package=found, before=before, after=after
        )

    @macro(Place.PAGE)
    def activity_page(self, edition: str, activity: str) -> Markup:
        """Rincian satu kegiatan.

        edition: id edisi
        activity: nomor atau id kegiatan

        Contoh: activity_page("{edition}", "{activity}")
        """
        view = self._view(edition)
        found = self._activity(view.edition, activity)
        before, after = view.neighbours(found)
        return self._block(
            "activity_page",
            view,
            edition=view.edition,
            package=view.edition.package_of(found.id),
            activity=found,
            together=view.together(found),
            before=before,
            after=after,
        )

    @macro(Place.PAGE)
    def schedule_page(self, edition: str) -> Markup:
        """Kapan tiap kegiatan tersedia, sebagai lini waktu dan sebagai tabel.

        edition: id edisi

        Contoh: schedule_page("{edition}")
        """
        view = self._view(edition)
        return self._block("schedule_page", view, edition=view.edition)

    @macro(Place.PAGE)
    def relations_page(self, edition: str) -> Markup:
        """Kegiatan yang harus dijalankan bersama: tabel, temuan, dan daftar.

        edition: id edisi

        Contoh: relations_page("{edition}")
        """
        view = self._view(edition)
        return self._block("relations_page", view, edition=view.edition)

    @macro(Place.PAGE)
    def discrepancies_page(self) -> Markup:
        """Semua catatan perbedaan dalam naskah.

        Contoh: discrepancies_page()
        """
        return self._templates.block("discrepancies_page", groups=views.note_groups(self._programme))

    @macro(Place.PAGE)
    def readings_page(self, kind: str) -> Markup:
        """Tempat dan kutipan semua catatan satu kelompok.

        kind: kelompok catatan, misalnya content

        Contoh: readings_page("content")
        """
        groups = {group.kind.value: group for group in views.note_groups(self._programme)}
        if kind not in groups:
            raise unknown("kelompok", kind, groups)
        return self._templates.block("readings_page", group=groups[kind])

    @macro(Place.PAGE)
    def data_page(self) -> Markup:
        """Berkas data terbuka dan skemanya.

        Contoh: data_page()
        """
        held = self._guideline
        tables = [(name, open_data.SCHEMAS[name]) for name in TABLES if getattr(held, name) is not None]
        forms = [(form.id, f"{form.label}: {form.title}") for form in held.forms]
        return self._templates.block(
            "data_page",
            tables=[*tables, *forms],
            forms=held.forms,
            calendar=held.calendar,
            years=fiscal_years(self._programme),
        )

    @macro(Place.PAGE)
    def current_page(self, part: str = "") -> Markup:
        """Halaman yang menuju edisi terkini.

        part: bagian edisi; kosong untuk menu

        Contoh: current_page("jadwal")
        """
        if part not in PARTS:
            raise unknown("bagian", part, [name for name in PARTS if name])
        current = self._programme.current
        return self._templates.block("current_page", edition=current, target=target(current, part))

    @macro(Place.PAGE)
    def opening(self, title: str, lede: str) -> Markup:
        """Pembuka beranda: judul, kalimat pembuka, jalan ke menu, dan keadaan tiap edisi.

        title: judul halaman
        lede: kalimat setelah jumlah paket dan kegiatan

        Contoh: opening("Judul halaman", "Kalimat pembuka.")
        """
        return self._templates.block(
            "opening",
            title=title,
            lede=lede,
            edition=self._programme.current,
            drafts=[e for e in self._programme.editions if e.info.status is Status.DRAFT],
        )

    @macro(Place.BLOCK)
    def package_grid(self, edition: str | None = None) -> Markup:
        """Semua paket sebagai petak: nomor, nama, jumlah kegiatan, dan rentang bulan.

        edition: id edisi; tanpa ini, edisi terkini

        Contoh: package_grid("{edition}")
        """
        view = self._view(edition)
        return self._block("package_grid", view, edition=view.edition)

    @macro(Place.BLOCK)
    def timeline(self, edition: str | None = None) -> Markup:
        """Lini waktu: kegiatan menurut bulan mulai tersedia.

        edition: id edisi; tanpa ini, edisi terkini

        Contoh: timeline("{edition}")
        """
        view = self._view(edition)
        return self._block("timeline", view, edition=view.edition)

    @macro(Place.BLOCK)
    def target_unit_list(self, edition: str | None = None) -> Markup:
        """Nomor kegiatan untuk tiap unit sasaran.

        edition: id edisi; tanpa ini, edisi terkini

        Contoh: target_unit_list("{edition}")
        """
        view = self._view(edition)
        return self._block("target_unit_list", view, edition=view.edition)

    @macro(Place.BLOCK)
    def package_card(self, edition: str, number: str) -> Markup:
        """Kartu satu paket beserta kegiatannya.

        edition: id edisi
        number: nomor atau id paket

        Contoh: package_card("{edition}", "{package}")
        """
        view = self._view(edition)
        return self._block(
            "package_card", view, edition=view.edition, package=self._package(view.edition, number)
        )

    @macro(Place.BLOCK)
    def activity_card(self, edition: str, number: str) -> Markup:
        """Baris satu kegiatan: nama, untuk siapa, sejak kapan, harus bersama apa.

        edition: id edisi
        number: nomor atau id kegiatan

        Contoh: activity_card("{edition}", "{activity}")
        """
        view = self._view(edition)
        found = self._activity(view.edition, number)
        return self._block("activity_card", view, edition=view.edition, activity=found)

    @macro(Place.BLOCK)
    def package_table(self, edition: str | None = None) -> Markup:
        """Tabel semua paket.

        edition: id edisi; tanpa ini, edisi terkini

        Contoh: package_table("{edition}")
        """
        view = self._view(edition)
        return self._block("package_table", view, edition=view.edition)

    @macro(Place.BLOCK)
    def activity_table(
        self, edition: str | None = None, target_unit: str | None = None, role: str | None = None
    ) -> Markup:
        """Tabel kegiatan, semua atau yang disaring.

        edition: id edisi; tanpa ini, edisi terkini
        target_unit: id jenis unit sasaran; boleh kosong
        role: core, supporting, flexible, atau not_stated; boleh kosong

        Contoh: activity_table("{edition}", target_unit="{unit}")
        """
        view = self._view(edition)
        kinds = [kind.id for kind in self._programme.catalogue.target_unit_kinds]
        if target_unit is not None and target_unit not in kinds:
            raise unknown("unit sasaran", target_unit, kinds)
        if role is not None and role not in list(Role):
            raise unknown("golongan", role, list(Role))
        shown = [
            activity
            for activity in view.edition.activities
            if (target_unit is None or target_unit in activity.target_units.kinds)
            and (role is None or activity.role == role)
        ]
        return self._block("activity_table", view, edition=view.edition, activities=shown)

    @macro(Place.BLOCK)
    def companions(self, edition: str, number: str) -> Markup:
        """Pasangan yang harus bersama satu kegiatan, dan sejak bulan mana semuanya tersedia.

        edition: id edisi
        number: nomor atau id kegiatan

        Contoh: companions("{edition}", "{activity}")
        """
        view = self._view(edition)
        found = self._activity(view.edition, number)
        return self._block(
            "companions", view, edition=view.edition, activity=found, together=view.together(found)
        )

    @macro(Place.BLOCK)
    def discrepancy(self, note: str) -> Markup:
        """Satu catatan perbedaan dalam naskah: tempat dan kutipannya.

        note: id catatan

        Contoh: discrepancy("{note}")
        """
        return self._templates.block("discrepancy", entry=self._note(note))

    @macro(Place.INLINE)
    def availability(self, edition: str, number: str) -> Markup:
        """Tanda, status, dan bulan satu kegiatan, di dalam kalimat.

        edition: id edisi
        number: nomor atau id kegiatan

        Contoh: availability("{edition}", "{activity}")
        """
        found = self._activity(self._view(edition).edition, number)
        return self._templates.inline("availability", activity=found)

    @macro(Place.INLINE)
    def activity_link(self, edition: str, number: str) -> Markup:
        """Tautan ke satu kegiatan dengan nomor dan namanya, di dalam kalimat.

        edition: id edisi
        number: nomor atau id kegiatan

        Contoh: activity_link("{edition}", "{activity}")
        """
        view = self._view(edition)
        found = self._activity(view.edition, number)
        return self._templates.inline("activity_link", edition=view.edition, activity=found)


def target(edition: Edition | None, part: str) -> str | None:
    """Path below the root of a part of an edition's pages."""
    if edition is None:
        return None
    return f"menu/{edition.id}/{part}/" if part else f"menu/{edition.id}/"
