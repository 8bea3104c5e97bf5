"""What a statement of the text binds to, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from macros.model.base import Force
from macros.model.programme import Programme

FORCES: Mapping[Force, str] = {
    Force.MUST: "Wajib",
    Force.SHOULD: "Disarankan",
    Force.MAY: "Boleh",
    Force.PLAN: "Rencana",
    Force.AIM: "Tujuan",
}


FORCE = "Sifat:"
KEY = (
    "Tanda di tabel ini menyebut sifat isinya dan kata naskah yang menyatakannya. "
    "Isi tanpa tanda tidak memakai kata seperti itu di naskah."
)
KEY_SOURCE = "Kata itu tercetak di"
NO_FORCE = (
    "Naskah tidak mencetak kata yang menyatakan wajib, disarankan, boleh, rencana, atau tujuan "
    "untuk isi tabel ini."
)


def force_label(force: Force, programme: Programme) -> str:
    """``Wajib``; a plan names the year of the text that holds it: ``Rencana 2030``."""
    text = next(iter(programme.editions), None)
    if force is Force.PLAN and text is not None:
        return f"{FORCES[force]} {text.info.fiscal_year}"
    return FORCES[force]


def force_line(force: Force, printed: str, programme: Programme) -> str:
    """A line of plain text: ``Sifat: Rencana 2030 (“akan”).``."""
    return f"{FORCE} {force_label(force, programme)} (“{printed}”)."


def for_all(without: Sequence[str]) -> str:
    """What a mark above a list concerns: all of it but the entries that rest on no such word."""
    named = f", kecuali: {'; '.join(without)}" if without else ""
    return f"untuk semua isi di bawah ini{named}."
