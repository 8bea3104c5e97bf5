"""Kinds of change of a menu's entry from one edition to the next, as stable keys."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """What happened."""

    ADDED = "added"
    ENDED = "ended"
    REINSTATED = "reinstated"
    MERGED = "merged"
    SPLIT = "split"
    MOVED = "moved"
    RENUMBERED = "renumbered"
    RENAMED = "renamed"
    TARGET_UNITS = "target_units"
    AVAILABLE_EARLIER = "available_earlier"
    AVAILABLE_LATER = "available_later"
    NOW_DATED = "now_dated"
    NO_LONGER_DATED = "no_longer_dated"
    ON_REQUEST = "on_request"
    STAGE = "stage"
    PRINTED = "printed"
    DELIVERY = "delivery"
    FUNDING = "funding"
    TEXT = "text"
    COMPANION_ADDED = "companion_added"
    COMPANION_DROPPED = "companion_dropped"
    ROLE = "role"
    MINIMAL_SET = "minimal_set"
    OUTCOMES = "outcomes"
    OUTPUTS = "outputs"
    TABLE = "table"
    ALIASES = "aliases"
    FOOTNOTES = "footnotes"
    SCREENING = "screening"
    INDICATORS = "indicators"
    ROLE_NOTES = "role_notes"
    LISTED_ELSEWHERE = "listed_elsewhere"
    RECORD_KEEPING = "record_keeping"


EVENTS = frozenset({Kind.ADDED, Kind.ENDED, Kind.REINSTATED, Kind.MERGED, Kind.SPLIT})
"""Kinds that concern a whole activity or package."""


class Substance(StrEnum):
    """Whether a change alters what one may ask for, who may ask, when, or with what."""

    SUBSTANTIVE = "substantive"
    EDITORIAL = "editorial"


class Effect(StrEnum):
    """What a change means for a district that wants the activity."""

    EASIER = "easier"
    HARDER = "harder"
    NEUTRAL = "neutral"
