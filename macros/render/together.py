"""What scripts are given of an activity's printed companions and of the chain; they work out neither."""

from __future__ import annotations

from typing import Any

from macros.facts.companions import Relations
from macros.model.edition import Edition
from macros.model.menu import Activity
from macros.wording import together as words


def together_data(edition: Edition, relations: Relations, activity: Activity) -> dict[str, Any]:
    """Ids and months of what goes with ``activity``, as scripts show them.

    Args:
        edition: Holds ``activity``.
        relations: Of ``edition``.
        activity: The one asked about.

    Returns:
        ``partners``, the ids of its printed companions, with ``whole``, from which month all of them are
        available; ``through``, the ids that only the chain adds, with ``chain``, the same of the whole
        chain. A sentence is empty where its list is.
    """
    partners = [one.activity.id for one in relations.required(activity)]
    through = [one.id for one in relations.through(activity)]
    whole = words.complete_sentence(edition, relations.printed(activity), chain=False)
    chain = words.complete_sentence(edition, relations.chain(activity), chain=True)
    return {
        "partners": partners,
        "whole": whole if partners else "",
        "through": through,
        "chain": chain if through else "",
    }
