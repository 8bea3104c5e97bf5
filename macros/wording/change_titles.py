"""What changed, as the title of one change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from macros.changes import Kind
from macros.model.menu import Activity, Package, Role
from macros.wording import menu, phrases
from macros.wording.changes import KINDS

FIELDS: Mapping[str, str] = {
    "rationale": "Dasar pemikiran",
    "table": "Tabel",
    "lede": "Kalimat pembuka",
    "screening.rule": "Aturan membaca pertanyaan kebutuhan",
}
"""Fields that a change log calls otherwise than the page of an activity does."""


def matter(field: str, record: Package | Activity | None) -> str:
    """What a question is about: ``1.1, sejak kapan:``."""
    label = FIELDS.get(field, menu.FIELDS.get(field, field))
    if record is None:
        return f"{label}:"
    whose = menu.package_label(record.number) if isinstance(record, Package) else record.number
    return f"{whose}, {label.lower()}:"


def title_of_field(kind: Kind, field: str, who: str) -> str:
    """The title of a change of one field: what changed and whose it is."""
    match kind:
        case Kind.AVAILABLE_EARLIER:
            return f"{who} tersedia lebih awal"
        case Kind.AVAILABLE_LATER:
            return f"{who} tersedia lebih lambat"
        case Kind.NOW_DATED:
            return f"{who} mendapat tanggal"
        case Kind.NO_LONGER_DATED:
            return f"{who} tidak lagi bertanggal"
        case Kind.ON_REQUEST:
            return f"{who} menurut permintaan"
        case Kind.STAGE:
            return f"Tahap {who} berubah"
        case Kind.PRINTED if field == "implement_with":
            return f"Sebutan pasangan {who} berubah"
        case Kind.PRINTED:
            return f"Bunyi tanggal {who} berubah"
        case Kind.MOVED:
            return f"{who} pindah paket"
        case Kind.RENUMBERED:
            return f"Nomor {who} berubah"
        case Kind.TARGET_UNITS:
            return f"Unit sasaran {who} berubah"
        case Kind.FUNDING:
            return f"Pendanaan {who} berubah"
    label = FIELDS.get(field, menu.FIELDS.get(field, KINDS[kind]))
    return f"{label} {who} berubah" if who else f"{label} berubah"


def title_of_role(who: str, role: Role) -> str:
    """``1.1 digolongkan pendukung``."""
    if role is Role.NOT_STATED:
        return f"Golongan {who} tidak lagi disebut"
    return f"{who} digolongkan {menu.ROLES[role].lower()}"


def title_of_minimal_set(who: str, *, member: bool) -> str:
    """``4.2 masuk set minimal``."""
    return f"{who} {'masuk' if member else 'keluar dari'} set minimal"


def title_of_companions(who: str, added: Sequence[str], dropped: Sequence[str]) -> str:
    """Who must go together with whom now."""
    if added and not dropped:
        return f"{who} juga harus bersama {phrases.listed(added)}"
    if dropped and not added:
        return f"{who} tidak lagi harus bersama {phrases.listed(dropped)}"
    return f"Pasangan {who} berubah"


def title_of_rows(label: str, who: str, *, added: bool, dropped: bool) -> str:
    """``Indikator 5.2 bertambah``."""
    verb = "bertambah" if added and not dropped else "berkurang" if dropped and not added else "berubah"
    return f"{label} {who} {verb}" if who else f"{label} {verb}"
