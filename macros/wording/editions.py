"""What an edition of the menu is called, where it stands, and where its content comes from."""

from __future__ import annotations

from macros.model.base import SourceRef
from macros.model.catalogue import ProgrammeInfo
from macros.model.edition import Edition, Status
from macros.model.menu import Activity
from macros.wording.availability import available
from macros.wording.menu import activities, packages
from macros.wording.phrases import NBSP, drawn_from, held, listed, source

EDITION = "Edisi"
CURRENT = "Terkini"
AS_PRINTED = "Seperti tercetak"
PRINTED_NOTE = (
    "Isinya mengikuti naskah tercetak; teks sumber situs ini tidak memuat pengesahannya. Bahasa sederhananya"
    " disusun penyunting situs ini dan belum disahkan siapa pun."
)
DRAFT = "Usulan"
REPLACED = "Digantikan"
DRAFT_LEAD = "Belum disahkan."
DRAFT_UNTIL = "Sampai ada putusan, pakai"
DRAFT_NO_CURRENT = "Belum ada menu terkini."
REPLACED_LEAD = "Edisi ini sudah diganti."
REPLACED_LINK = "Buka menu terkini"
NO_CURRENT_TITLE = "Belum ada menu terkini"
LOOK = "Lihat"


def size(edition: Edition) -> str:
    """``9 paket, 19 kegiatan``."""
    return f"{packages(len(edition.packages))}, {activities(len(edition.activities))}"


def holds(edition: Edition) -> str:
    """What an edition holds, as a sentence: ``Menu 2030 memuat 9 paket dengan 19 kegiatan``."""
    return (
        f"{held(edition.info.short_title)} memuat {packages(len(edition.packages))}"
        f" dengan {activities(len(edition.activities))}."
    )


def author(info: ProgrammeInfo, edition: Edition) -> str:
    """Who wrote what an edition says: its owner once it is approved, the site's editors before."""
    return info.owner if edition.info.status in {Status.APPROVED, Status.SUPERSEDED} else info.editors


def standing(info: ProgrammeInfo, edition: Edition) -> str:
    """What stands behind an edition that nobody approved; nothing behind an approved one."""
    if edition.info.status is Status.DRAFT:
        return f"{DRAFT_LEAD} {info.proposal_note}"
    return PRINTED_NOTE if edition.info.status is Status.PRINTED else ""


def called(edition: Edition, title: str) -> str:
    """A title of a page, in search results and link previews too: a proposal says that it is one."""
    return f"{DRAFT}: {title}" if edition.info.status is Status.DRAFT else title


def described(edition: Edition, description: str) -> str:
    """A line for search engines and link previews, which says of a proposal that it is one."""
    return (
        f"{DRAFT}, {DRAFT_LEAD.lower()} {description}" if edition.info.status is Status.DRAFT else description
    )


def edition_label(edition: Edition) -> str:
    """``Edisi 2030``, held together."""
    return f"{EDITION}{NBSP}{edition.id}"


def see(edition: Edition) -> str:
    """The button that opens a menu: ``Lihat Menu 2030``."""
    return f"{LOOK} {held(edition.info.short_title)}"


def edition_source(info: ProgrammeInfo, edition: Edition, *references: SourceRef) -> str:
    """Which parts of the text a page of an edition renders; a proposal departs from them."""
    if edition.info.status is not Status.DRAFT:
        return drawn_from(*references)
    return f"Usulan yang disusun {info.editors} dari {listed(source(one) for one in references)}."


def menu_source(info: ProgrammeInfo, edition: Edition) -> str:
    """Where a whole menu comes from, with its pages."""
    pages = f", halaman{NBSP}{edition.info.source_pages}" if edition.info.source_pages else ""
    begin = (
        f"Usulan yang disusun {info.editors} dari" if edition.info.status is Status.DRAFT else "Isi menu dari"
    )
    return f"{begin} {edition.info.source.section}{pages}."


def banner(edition: Edition) -> str:
    """The quiet line of the current edition."""
    return f"{edition_label(edition)}, {size(edition)}."


def tag(edition: Edition, current: Edition | None) -> str:
    """The word in the frame of an edition."""
    if edition.info.status is Status.DRAFT:
        return DRAFT
    if current is None or edition.id != current.id:
        return REPLACED
    return AS_PRINTED if edition.info.status is Status.PRINTED else CURRENT


def page_title(edition: Edition, name: str) -> str:
    """Title of a page of an edition: ``Jadwal, Menu 2030``."""
    return called(edition, f"{name}, {edition.info.short_title}")


def data_pair(old: Edition, new: Edition) -> str:
    """What a file on changes holds: ``Perubahan dari Menu 2030 ke Menu 2031``, and if it is a proposal."""
    proposed = f" ({DRAFT.lower()})" if new.info.status is Status.DRAFT else ""
    return f"Perubahan dari {held(old.info.short_title)} ke {held(new.info.short_title)}{proposed}"


def describe_activity(edition: Edition, activity: Activity) -> str:
    """One line for search engines; the months of a proposal are no promise."""
    if edition.info.status is Status.DRAFT:
        return described(edition, activity.lede).replace(NBSP, " ")
    return f"{activity.lede} {available(activity.availability)}.".replace(NBSP, " ")
