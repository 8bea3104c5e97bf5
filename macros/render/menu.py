"""Macros that show the menu: pages, cards, tables, and what stands inside a line."""

from __future__ import annotations

from markupsafe import Markup

from macros.facts import urls
from macros.facts.fiscal_calendar import fiscal_years
from macros.model.edition import Edition, Status
from macros.model.guideline.guideline import PARTS as TABLES
from macros.model.menu import Role
from macros.render import views
from macros.render.context import Context, unknown
from macros.render.registry import Place, macro
from macros.wording import open_data

PARTS = ("", "jadwal", "keterkaitan")
"""Pages of an edition that have an address of their own below ``/menu/``, whichever edition is current."""


@macro(Place.PAGE)
def menu_page(context: Context, edition: str) -> Markup:
    """Menu satu edisi: semua paket dan kegiatan, saringan, dan indeks menurut unit sasaran.

    edition: id edisi

    Contoh: menu_page("{edition}")
    """
    view = context.view(edition)
    return context.block("menu_page", view, edition=view.edition)


@macro(Place.PAGE)
def package_page(context: Context, edition: str, package: str) -> Markup:
    """Rincian satu paket.

    edition: id edisi
    package: nomor atau id paket

    Contoh: package_page("{edition}", "{package}")
    """
    view = context.view(edition)
    found = context.package(view.edition, package)
    before, after = view.package_neighbours(found)
    return context.block(
        "package_page", view, edition=view.edition, package=found, before=before, after=after
    )


@macro(Place.PAGE)
def activity_page(context: Context, edition: str, activity: str) -> Markup:
    """Rincian satu kegiatan.

    edition: id edisi
    activity: nomor atau id kegiatan

    Contoh: activity_page("{edition}", "{activity}")
    """
    view = context.view(edition)
    found = context.activity(view.edition, activity)
    before, after = view.neighbours(found)
    return context.block(
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
def schedule_page(context: Context, edition: str) -> Markup:
    """Kapan tiap kegiatan tersedia, sebagai lini waktu dan sebagai tabel.

    edition: id edisi

    Contoh: schedule_page("{edition}")
    """
    view = context.view(edition)
    return context.block("schedule_page", view, edition=view.edition)


@macro(Place.PAGE)
def relations_page(context: Context, edition: str) -> Markup:
    """Kegiatan yang harus dijalankan bersama: tabel, temuan, dan daftar.

    edition: id edisi

    Contoh: relations_page("{edition}")
    """
    view = context.view(edition)
    return context.block("relations_page", view, edition=view.edition)


@macro(Place.PAGE)
def discrepancies_page(context: Context) -> Markup:
    """Semua catatan perbedaan dalam naskah.

    Contoh: discrepancies_page()
    """
    return context.templates.block("discrepancies_page", groups=views.note_groups(context.programme))


@macro(Place.PAGE)
def readings_page(context: Context, kind: str) -> Markup:
    """Tempat dan kutipan semua catatan satu kelompok.

    kind: kelompok catatan, misalnya content

    Contoh: readings_page("content")
    """
    groups = {group.kind.value: group for group in views.note_groups(context.programme)}
    if kind not in groups:
        raise unknown("kelompok", kind, groups)
    return context.templates.block("readings_page", group=groups[kind])


@macro(Place.PAGE)
def data_page(context: Context) -> Markup:
    """Berkas data terbuka dan skemanya.

    Contoh: data_page()
    """
    held = context.guideline
    tables = [(name, open_data.SCHEMAS[name]) for name in TABLES if getattr(held, name) is not None]
    forms = [(form.id, f"{form.label}: {form.title}") for form in held.forms]
    return context.templates.block(
        "data_page",
        tables=[*tables, *forms],
        forms=held.forms,
        calendar=held.calendar,
        years=fiscal_years(context.programme),
    )


@macro(Place.PAGE)
def current_page(context: Context, part: str = "") -> Markup:
    """Halaman yang menuju edisi terkini.

    part: bagian edisi; kosong untuk menu

    Contoh: current_page("jadwal")
    """
    if part not in PARTS:
        raise unknown("bagian", part, [name for name in PARTS if name])
    current = context.programme.current
    return context.templates.block("current_page", edition=current, target=target(current, part))


@macro(Place.PAGE)
def opening(context: Context, title: str, lede: str) -> Markup:
    """Pembuka beranda: judul, kalimat pembuka, jalan ke menu, dan keadaan tiap edisi.

    title: judul halaman
    lede: kalimat setelah jumlah paket dan kegiatan

    Contoh: opening("Judul halaman", "Kalimat pembuka.")
    """
    return context.templates.block(
        "opening",
        title=title,
        lede=lede,
        edition=context.programme.current,
        drafts=[e for e in context.programme.editions if e.info.status is Status.DRAFT],
    )


@macro(Place.BLOCK)
def package_grid(context: Context, edition: str | None = None) -> Markup:
    """Semua paket sebagai petak: nomor, nama, jumlah kegiatan, dan rentang bulan.

    edition: id edisi; tanpa ini, edisi terkini

    Contoh: package_grid("{edition}")
    """
    view = context.view(edition)
    return context.block("package_grid", view, edition=view.edition)


@macro(Place.BLOCK)
def timeline(context: Context, edition: str | None = None) -> Markup:
    """Lini waktu: kegiatan menurut bulan mulai tersedia.

    edition: id edisi; tanpa ini, edisi terkini

    Contoh: timeline("{edition}")
    """
    view = context.view(edition)
    return context.block("timeline", view, edition=view.edition)


@macro(Place.BLOCK)
def target_unit_list(context: Context, edition: str | None = None) -> Markup:
    """Nomor kegiatan untuk tiap unit sasaran.

    edition: id edisi; tanpa ini, edisi terkini

    Contoh: target_unit_list("{edition}")
    """
    view = context.view(edition)
    return context.block("target_unit_list", view, edition=view.edition)


@macro(Place.BLOCK)
def package_card(context: Context, edition: str, number: str) -> Markup:
    """Kartu satu paket beserta kegiatannya.

    edition: id edisi
    number: nomor atau id paket

    Contoh: package_card("{edition}", "{package}")
    """
    view = context.view(edition)
    return context.block(
        "package_card", view, edition=view.edition, package=context.package(view.edition, number)
    )


@macro(Place.BLOCK)
def activity_card(context: Context, edition: str, number: str) -> Markup:
    """Baris satu kegiatan: nama, untuk siapa, sejak kapan, harus bersama apa.

    edition: id edisi
    number: nomor atau id kegiatan

    Contoh: activity_card("{edition}", "{activity}")
    """
    view = context.view(edition)
    found = context.activity(view.edition, number)
    return context.block("activity_card", view, edition=view.edition, activity=found)


@macro(Place.BLOCK)
def package_table(context: Context, edition: str | None = None) -> Markup:
    """Tabel semua paket.

    edition: id edisi; tanpa ini, edisi terkini

    Contoh: package_table("{edition}")
    """
    view = context.view(edition)
    return context.block("package_table", view, edition=view.edition)


@macro(Place.BLOCK)
def activity_table(
    context: Context, edition: str | None = None, target_unit: str | None = None, role: str | None = None
) -> Markup:
    """Tabel kegiatan, semua atau yang disaring.

    edition: id edisi; tanpa ini, edisi terkini
    target_unit: id jenis unit sasaran; boleh kosong
    role: core, supporting, flexible, atau not_stated; boleh kosong

    Contoh: activity_table("{edition}", target_unit="{unit}")
    """
    view = context.view(edition)
    kinds = [kind.id for kind in context.programme.catalogue.target_unit_kinds]
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
    return context.block("activity_table", view, edition=view.edition, activities=shown)


@macro(Place.BLOCK)
def companions(context: Context, edition: str, number: str) -> Markup:
    """Pasangan yang harus bersama satu kegiatan, dan sejak bulan mana semuanya tersedia.

    edition: id edisi
    number: nomor atau id kegiatan

    Contoh: companions("{edition}", "{activity}")
    """
    view = context.view(edition)
    found = context.activity(view.edition, number)
    return context.block(
        "companions", view, edition=view.edition, activity=found, together=view.together(found)
    )


@macro(Place.BLOCK)
def discrepancy(context: Context, note: str) -> Markup:
    """Satu catatan perbedaan dalam naskah: tempat dan kutipannya.

    note: id catatan

    Contoh: discrepancy("{note}")
    """
    return context.templates.block("discrepancy", entry=context.note(note))


@macro(Place.INLINE)
def availability(context: Context, edition: str, number: str) -> Markup:
    """Tanda, status, dan bulan satu kegiatan, di dalam kalimat.

    edition: id edisi
    number: nomor atau id kegiatan

    Contoh: availability("{edition}", "{activity}")
    """
    found = context.activity(context.view(edition).edition, number)
    return context.templates.inline("availability", activity=found)


@macro(Place.INLINE)
def activity_link(context: Context, edition: str, number: str) -> Markup:
    """Tautan ke satu kegiatan dengan nomor dan namanya, di dalam kalimat.

    edition: id edisi
    number: nomor atau id kegiatan

    Contoh: activity_link("{edition}", "{activity}")
    """
    view = context.view(edition)
    found = context.activity(view.edition, number)
    return context.templates.inline("activity_link", edition=view.edition, activity=found)


def target(edition: Edition | None, part: str) -> str | None:
    """Path below the root of a part of an edition's pages."""
    if edition is None:
        return None
    return urls.menu(edition.id, part)
