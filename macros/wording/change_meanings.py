"""What a change means for those who read it."""

from __future__ import annotations

from collections.abc import Sequence

from macros.changes import Effect, Kind
from macros.model.edition import Edition, Status
from macros.model.menu import Availability, Delivery
from macros.wording import availability as availability_words
from macros.wording import dates, menu, phrases
from macros.wording.changes import count

NOTHING_TO_DO = "tidak ada yang perlu diurus."


def what_to_do(harder: int, *, draft: bool) -> str:
    """What a district that already chose must do, in one sentence."""
    if harder == 0:
        return "Daerah yang sudah memilih tidak perlu mengurus apa-apa."
    begin = "Bila disahkan, daerah" if draft else "Daerah"
    return f"{begin} yang sudah memilih perlu memperhatikan {count(harder)}."


def for_you(*, draft: bool) -> str:
    """The lead of what a change means for a reader."""
    return "Bagi Anda, bila disahkan:" if draft else "Bagi Anda:"


def starting(availability: Availability) -> str:
    """A date that is decided for a month: ``mulai Mei 2030``; what has none says so."""
    if availability.month is None:
        return availability_words.status(availability).lower()
    stage = f"{availability_words.PROTOTYPE.lower()} " if availability.stage else ""
    return f"{stage}mulai {dates.month(availability.month)}"


def delivered(deliveries: Sequence[Delivery], *, funding: bool) -> str:
    """Who delivers (or who pays for) each phase, in one line."""
    parts = []
    for delivery in deliveries:
        if funding:
            said = phrases.listed(dict.fromkeys(source for part in delivery.parts for source in part.funding))
        else:
            said = "; ".join(part.text for part in delivery.parts)
        if said:
            parts.append(f"{menu.phase_label(delivery)}: {said}")
    return ". ".join(parts) or menu.NOT_STATED


def means_added(availability: Availability, *, draft: bool) -> str:
    """What something new means."""
    verb = "akan dapat diminta" if draft else "dapat diminta"
    when = f", {starting(availability)}" if availability.month else ""
    return f"kegiatan ini {verb}{when}."


def means_ended(successors: Sequence[str]) -> str:
    """What the end of something means."""
    if successors:
        return f"pilih {phrases.listed(successors)} sebagai gantinya."
    return "kegiatan ini tidak dapat diminta lagi, dan tidak ada gantinya."


def means_split_off(whose: str, successors: Sequence[str]) -> str:
    """What it means that a part of something has gone elsewhere while it stays itself."""
    return f"{whose} tetap ada; sebagian isinya kini di {phrases.listed(successors)}."


def ours_differ(new: Edition) -> str:
    """Before the companions that differ; a proposal says that it is one."""
    said = "pasangan kegiatan pilihan Anda berubah"
    return f"Menurut usulan ini, {said}" if new.info.status is Status.DRAFT else phrases.sentence_case(said)


def means_companions(who: str, added: Sequence[str], dropped: Sequence[str], effect: Effect) -> str:
    """What a change of companions means for those who chose the activity."""
    if effect is Effect.HARDER:
        return f"bila Anda memilih {who}, rencanakan juga {phrases.listed(added)}."
    if effect is Effect.EASIER:
        return f"bila Anda memilih {who}, {phrases.listed(dropped)} tidak wajib lagi."
    return "tidak ada pasangan baru; kegiatannya sudah disebut dengan cara lain."


def means_units(gained: Sequence[str], lost: Sequence[str]) -> str:
    """What wider or narrower target units mean."""
    parts = []
    if gained:
        parts.append(f"{phrases.listed(gained)} kini termasuk sasaran")
    if lost:
        parts.append(f"{phrases.listed(lost)} tidak lagi termasuk sasaran")
    return f"{'; '.join(parts)}." if parts else NOTHING_TO_DO


def means_available(kind: Kind, availability: Availability) -> str:
    """What another date means."""
    if kind is Kind.AVAILABLE_LATER:
        return f"kegiatan ini baru {starting(availability)}; sesuaikan rencana Anda."
    if availability.month is None and not availability.on_request:
        return "tanggalnya tidak pasti lagi; tanyakan sebelum merencanakan."
    return f"kegiatan ini {starting(availability)}."


def means_minimal_set(*, member: bool) -> str:
    """What joining or leaving the minimal set means."""
    if member:
        return "kegiatan ini kini termasuk set minimal yang diharapkan diuji."
    return "kegiatan ini tidak termasuk set minimal lagi."
