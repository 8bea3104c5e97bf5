"""Every macro, as a method that looks up what is asked for and hands it to a template."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from markupsafe import Markup

from macros import availability, wording
from macros.model import Activity, Discrepancy, Edition, Package, Programme, Role, Status
from macros.problems import nearest
from macros.render import signs, views
from macros.render.calls import macro_calls
from macros.render.markup import Templates
from macros.render.registry import Manual, Place, macro, macro_names, manuals
from macros.render.views import EditionView, Standing

Numbered = TypeVar("Numbered", Package, Activity)

PARTS = ("", "jadwal", "keterkaitan")
"""Pages of an edition that have an address of their own below ``/menu/``, whichever edition is current."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A macro in the guide: how it is called, and what comes of it."""

    manual: Manual
    call: str
    result: Markup


class Renderer:
    """The macros over one programme. Arguments that name nothing raise ``ValueError`` with the mend."""

    def __init__(self, programme: Programme) -> None:
        """``programme`` has been checked by the loader."""
        self._programme = programme
        self._views: dict[str, EditionView] = {}
        self._templates = Templates(
            w=wording,
            programme=programme,
            info=programme.catalogue.programme,
            decides=programme.body(programme.catalogue.programme.decides),
            role_groups=views.role_groups,
            printed_names=views.printed_names,
            span=availability.span,
            touched=self._touched,
            readings_on=views.readings_on,
            notes_of=programme.discrepancies_of,
            other_notes=self._other_notes,
            tone=signs.tone,
        )
        made = signs.Signs(self._templates)
        self._templates.define(
            diamond=self._templates.inline("_diamond"),
            url_edition=made.url_edition,
            url_package=made.url_package,
            url_activity=made.url_activity,
            number_link=made.number,
            member_of=made.member,
            shape=made.shape,
            status=made.status,
        )

    def macros(self) -> dict[str, Callable[..., Markup]]:
        """Every macro by name."""
        return {name: getattr(self, name) for name in sorted(macro_names())}

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
        """Apa yang harus jalan bersama: tabel, temuan, dan daftar.

        edition: id edisi

        Contoh: relations_page("{edition}")
        """
        view = self._view(edition)
        return self._block("relations_page", view, edition=view.edition)

    @macro(Place.PAGE)
    def history_page(self, activity: str) -> Markup:
        """Satu kegiatan di semua edisi, di alamat yang tidak berubah.

        activity: id kegiatan

        Contoh: history_page("{id}")
        """
        found = self._standings.get(activity)
        if found is None:
            raise _unknown("kegiatan", activity, self._standings)
        return self._templates.block("history_page", standings=found, latest=found[0])

    @macro(Place.PAGE)
    def discrepancies_page(self) -> Markup:
        """Semua tempat naskah tidak sepakat dengan dirinya sendiri.

        Contoh: discrepancies_page()
        """
        return self._templates.block("discrepancies_page", groups=views.note_groups(self._programme))

    @macro(Place.PAGE)
    def data_page(self) -> Markup:
        """Berkas data terbuka dan skemanya.

        Contoh: data_page()
        """
        return self._templates.block("data_page")

    @macro(Place.PAGE)
    def current_page(self, part: str = "") -> Markup:
        """Halaman yang menuju edisi terkini.

        part: bagian edisi; kosong untuk menu

        Contoh: current_page("jadwal")
        """
        if part not in PARTS:
            raise _unknown("bagian", part, [name for name in PARTS if name])
        current = self._programme.current
        return self._templates.block("current_page", edition=current, target=target(current, part))

    @macro(Place.PAGE)
    def macro_guide(self) -> Markup:
        """Panduan semua makro, dengan hasil contohnya.

        Contoh: macro_guide()
        """
        shown = [shown for manual in manuals(Place.BLOCK, Place.INLINE) if (shown := self._show(manual))]
        return self._templates.block("macro_guide", shown=shown, pages=manuals(Place.PAGE))

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
            raise _unknown("unit sasaran", target_unit, kinds)
        if role is not None and role not in list(Role):
            raise _unknown("golongan", role, list(Role))
        shown = [
            activity
            for activity in view.edition.activities
            if (target_unit is None or target_unit in activity.target_units.kinds)
            and (role is None or activity.role == role)
        ]
        return self._block("activity_table", view, edition=view.edition, activities=shown)

    @macro(Place.BLOCK)
    def companions(self, edition: str, number: str) -> Markup:
        """Rangkaian kegiatan yang harus jalan bersama, dan bulan saat lengkap.

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
        """Satu catatan ketidaksepakatan: tempat dan bunyinya.

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

    @cached_property
    def _standings(self) -> dict[str, tuple[Standing, ...]]:
        return views.standings(self._programme)

    @cached_property
    def _touched(self) -> dict[str, dict[str, list[views.Touched]]]:
        """What every register entry concerns, by field."""
        return {entry.id: views.touched(self._programme, entry) for entry in self._programme.discrepancies}

    def _other_notes(
        self, edition: Edition, record: Package | Activity, placed: Iterable[str]
    ) -> tuple[Discrepancy, ...]:
        """Register entries of a record that stand beside none of the fields ``placed``."""
        shown = {
            entry.id for field in placed for entry in self._programme.discrepancies_of(edition, record, field)
        }
        return tuple(
            entry for entry in self._programme.discrepancies_of(edition, record) if entry.id not in shown
        )

    def _block(self, name: str, view: EditionView, **values: object) -> Markup:
        return self._templates.block(name, view=view, current=self._programme.current, **values)

    def _view(self, edition: str | None) -> EditionView:
        known = [found.id for found in self._programme.editions]
        if edition is None:
            if self._programme.current is None:
                message = "belum ada edisi yang disahkan; tulis id edisinya."
                raise ValueError(message)
            edition = self._programme.current.id
        if edition not in self._views:
            if edition not in known:
                raise _unknown("edisi", edition, known)
            self._views[edition] = EditionView(self._programme, self._programme.edition(edition))
        return self._views[edition]

    def _package(self, edition: Edition, wanted: str) -> Package:
        if edition.has_package(wanted):
            return edition.package(wanted)
        return _by_number("paket", wanted, edition.packages)

    def _activity(self, edition: Edition, wanted: str) -> Activity:
        if edition.has_activity(wanted):
            return edition.activity(wanted)
        return _by_number("kegiatan", wanted, edition.activities)

    def _note(self, wanted: str) -> Discrepancy:
        for entry in self._programme.discrepancies:
            if entry.id == wanted:
                return entry
        raise _unknown("catatan", wanted, [entry.id for entry in self._programme.discrepancies])

    def _show(self, manual: Manual) -> Shown | None:
        """A macro's example, called on this programme; ``None`` when the data has nothing for it."""
        call = manual.example
        for key, value in self._samples.items():
            if f"{{{key}}}" in call and value is None:
                return None
            call = call.replace(f"{{{key}}}", str(value))
        found = macro_calls(f"{{{{ {call} }}}}")[0]
        result = getattr(self, found.name)(*found.args, **found.kwargs)
        return Shown(manual, f"{{{{ {call} }}}}", result)

    @cached_property
    def _samples(self) -> dict[str, str | None]:
        """Values for the placeholders of the examples: the first of each kind."""
        edition = self._programme.current or next(iter(self._programme.editions), None)
        package = edition.packages[0] if edition else None
        activity = package.activities[0] if package else None
        note = next(iter(self._programme.discrepancies), None)
        return {
            "edition": edition.id if edition else None,
            "package": package.number if package else None,
            "activity": activity.number if activity else None,
            "id": activity.id if activity else None,
            "unit": activity.target_units.kinds[0] if activity else None,
            "note": note.id if note else None,
        }


def target(edition: Edition | None, part: str) -> str | None:
    """Path below the root of a part of an edition's pages."""
    if edition is None:
        return None
    return f"menu/{edition.id}/{part}/" if part else f"menu/{edition.id}/"


def _by_number(kind: str, wanted: str, records: Sequence[Numbered]) -> Numbered:
    for record in records:
        if record.number == wanted:
            return record
    raise _unknown(kind, wanted, [name for record in records for name in (record.number, record.id)])


def _unknown(kind: str, wanted: str, allowed: Iterable[str]) -> ValueError:
    known = list(allowed)
    return ValueError(wording.no_such(kind, str(wanted), nearest(str(wanted), known), known))
