"""What a statement of the text binds to, in words."""

from __future__ import annotations

from collections.abc import Mapping

from macros.model import Force, Programme

FORCES: Mapping[Force, str] = {
    Force.MUST: "Wajib",
    Force.SHOULD: "Disarankan",
    Force.MAY: "Boleh",
    Force.PLAN: "Rencana",
    Force.AIM: "Tujuan",
}


def force_label(force: Force, programme: Programme) -> str:
    """``Wajib``; a plan names the year of the text that holds it: ``Rencana 2030``."""
    text = next(iter(programme.editions), None)
    if force is Force.PLAN and text is not None:
        return f"{FORCES[force]} {text.info.fiscal_year}"
    return FORCES[force]
