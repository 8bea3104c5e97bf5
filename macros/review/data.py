"""A sheet as JSON: what a machine needs to act on it, in the words of the model."""

from __future__ import annotations

import json
from typing import Any

from macros.changelog import Shown
from macros.review.finding import Item, Notice, Place, Sheet
from macros.review.side import Side
from macros.source.problem import INVISIBLE


def as_json(sheet: Sheet) -> str:
    """``sheet`` as one JSON object (RFC 8259); nothing in it is invisible."""
    whole = json.dumps(_sheet(sheet), ensure_ascii=False, indent=1)
    return INVISIBLE.sub(lambda found: json.dumps(found.group())[1:-1], whole) + "\n"


def _sheet(sheet: Sheet) -> dict[str, Any]:
    return {
        "verdict": sheet.verdict,
        "status": sheet.status,
        "claim": sheet.claim,
        "substantive": sum(item.substantive for item in sheet.items),
        "base": _described(sheet.base),
        "head": _described(sheet.head),
        "digest": sheet.digests[0].head,
        "digests": [{"label": one.label, "base": one.base, "head": one.head} for one in sheet.digests],
        "errors": [_notice(notice) for notice in sheet.errors],
        "warnings": [_notice(notice) for notice in sheet.warnings],
        "to_do": [_to_do(item) for item in sheet.to_do],
        "aside": list(sheet.aside),
        "items": [_item(item) for item in sheet.items],
    }


def _described(side: Side) -> dict[str, Any]:
    commit = side.commit
    return {
        "name": side.name,
        "commit": commit and commit.id,
        "date": commit and commit.date,
        "subject": commit and commit.subject,
    }


def _notice(notice: Notice) -> dict[str, Any]:
    told = notice.about.words
    return {
        "kind": notice.about.kind,
        "message": told.title,
        "lines": list(told.lines),
        "mend": told.mend or None,
        **_place(notice.place),
    }


def _to_do(item: Item) -> dict[str, Any]:
    told = item.about.words
    means = " ".join(item.for_reader)
    return {"kind": item.about.kind, "where": told.where, "title": told.title, "means": means}


def _item(item: Item) -> dict[str, Any]:
    told = item.about.words
    return {
        "kind": item.about.kind,
        "matter": item.matter,
        "substantive": item.substantive,
        "where": told.where,
        "title": told.title,
        "shown": [_shown(shown) for shown in item.shown],
        "said": [*told.lines, *item.lines],
        "reasons": [
            {
                "text": found.text,
                "decision": found.decision or None,
                "is_proposal": found.proposed,
                "discrepancy": found.discrepancy,
                "is_new": not found.old,
            }
            for found in item.justifications
        ],
        "unexplained": item.missing is not None,
        "for_reader": list(item.for_reader),
        "discrepancies": list(item.discrepancies),
        **_place(item.place),
    }


def _shown(shown: Shown) -> dict[str, Any]:
    together = shown.old is not None and shown.new is not None and not shown.apart
    ops = [{"kind": op.kind, "text": op.text} for op in shown.diff.ops] if together else None
    return {"label": shown.label or None, "old": shown.old, "new": shown.new, "ops": ops}


def _place(place: Place | None) -> dict[str, Any]:
    return {"file": place[0] if place else None, "line": place[1] if place else None}
