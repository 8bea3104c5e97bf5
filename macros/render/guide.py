"""Macros of the guideline's text: sections, references, revisions, and where they lead."""

from __future__ import annotations

from urllib.parse import quote

from markupsafe import Markup

from macros.facts import urls
from macros.model.guideline.contents import Section
from macros.model.revisions import Revision
from macros.render.context import Context, unknown
from macros.render.printed_pages import PrintedPages
from macros.render.registry import Place, macro
from macros.render.versions import Version
from macros.wording import guide as words
from macros.wording.phrases import held


@macro(Place.BLOCK, alone=False)
def section_line(context: Context, section: str) -> Markup:
    """Keterangan satu bagian panduan: halaman naskah, kutipan, revisi, dan tempat bertanya.

    section: nomor atau id bagian

    Contoh: section_line("{section}")
    """
    found = _section(context, section)
    path = f"/{urls.section(found.chapter, found.id)}"
    return context.templates.block(
        "section_line",
        section=found,
        path=path,
        approved=_approved(context),
        changed=found.id in context.versions.changed,
        issue=quote(words.issue_title(found)),
        about=quote(path),
    )


@macro(Place.PAGE)
def in_context(context: Context, section: str) -> Markup:
    """Kepala halaman satu bagian: jalan kembali ke babnya.

    section: nomor atau id bagian

    Contoh: in_context("{section}")
    """
    return context.templates.block("in_context", section=_section(context, section))


@macro(Place.BLOCK, alone=False)
def chapter_end(context: Context, chapter: str) -> Markup:
    """Jalan ke halaman panduan sebelum dan sesudahnya.

    chapter: nama berkas halaman di docs/panduan, tanpa .md

    Contoh: chapter_end("{chapter}")
    """
    heads = {one.chapter: one for one in reversed(context.sections)}
    order = list(dict.fromkeys(one.chapter for one in context.sections))
    if chapter not in order:
        raise unknown("halaman panduan", chapter, order)
    headings = {passage.section.id: passage.heading for passage in context.text.passages}
    place = order.index(chapter)
    before = heads[order[place - 1]] if place else None
    after = heads[order[place + 1]] if place + 1 < len(order) else None
    return context.templates.block("chapter_end", before=before, after=after, headings=headings)


@macro(Place.PAGE)
def guide_page(context: Context) -> Markup:
    """Isi panduan: tiap bab dan bagian, dengan yang diputuskannya.

    Contoh: guide_page()
    """
    chapters: dict[str, list[Section]] = {}
    for section in context.sections:
        chapters.setdefault(section.chapter, []).append(section)
    headings = {passage.section.id: passage.heading for passage in context.text.passages}
    return context.templates.block(
        "guide_page", chapters=chapters, headings=headings, approved=_approved(context)
    )


@macro(Place.PAGE)
def revisions_page(context: Context) -> Markup:
    """Semua revisi panduan, yang terbaru di atas, dan putusan yang tercatat.

    Contoh: revisions_page()
    """
    revisions = context.guideline.revisions.revisions if context.guideline.revisions else ()
    versions = context.versions.all
    return context.templates.block(
        "revisions_page",
        revisions=revisions[::-1],
        frozen={text.revision for text in context.guideline.texts},
        pairs=[(a, b) for place, a in enumerate(versions) for b in versions[place + 1 :]][::-1],
        changed=[one for one in context.sections if one.id in context.versions.changed],
        approved=_approved(context),
        decisions=context.rulings.decisions,
        sections=context.sections_by_id,
    )


@macro(Place.PAGE)
def revision_page(context: Context, revision: str) -> Markup:
    """Teks satu revisi, bagian demi bagian.

    revision: id revisi

    Contoh: revision_page("{revision}")
    """
    version = _version(context, revision)
    return context.templates.block("revision_page", version=version, now=context.sections_by_id)


@macro(Place.PAGE)
def revision_diff_page(context: Context, old: str, new: str) -> Markup:
    """Dua revisi dibandingkan kata demi kata.

    old: id revisi lama
    new: id revisi baru, atau rancangan

    Contoh: revision_diff_page("{revision}", "rancangan")
    """
    before, after = _version(context, old), _version(context, new)
    return context.templates.block(
        "revision_diff_page", old=before, new=after, sections=context.versions.differences(before, after)
    )


@macro(Place.PAGE)
def guide_print_page(context: Context) -> Markup:
    """Kepala halaman yang memuat seluruh panduan.

    Contoh: guide_print_page()
    """
    return context.templates.block("guide_print_page", approved=_approved(context))


@macro(Place.INLINE)
def acr(context: Context, acronym: str) -> Markup:
    """Akronim beserta kepanjangannya, saat pertama kali dipakai di satu halaman.

    acronym: singkatan seperti tertulis dalam kalimat

    Contoh: acr("{acronym}")
    """
    found = context.acronyms.get(acronym)
    if found is None:
        raise unknown("akronim", acronym, context.acronyms)
    return context.templates.inline("acr", acronym=found, written=acronym)


@macro(Place.INLINE)
def printed_page(context: Context, page: str) -> Markup:
    """Halaman naskah, dengan tautan ke naskah resminya bila alamatnya diketahui situs ini.

    page: kata halaman dan nomornya

    Contoh: printed_page("halaman 12")
    """
    return PrintedPages(context.templates, context.document)(held(page))


@macro(Place.INLINE)
def force(context: Context, printed: str, *, result: bool = False) -> Markup:
    """Tanda seberapa mengikat satu kalimat, dengan kata naskah yang menyatakannya.

    printed: kata yang tercetak di naskah, salah satu dari terms.yml
    result: true bila kalimatnya menyebut hasil; hasil yang diharapkan adalah tujuan, bukan saran

    Contoh: force("{force}")
    """
    if printed.lower() not in context.terms.forces:
        raise unknown("kata daya ikat", printed, context.terms.forces)
    return context.force(printed, result=result)


@macro(Place.INLINE)
def discrepancy_link(context: Context, note: str) -> Markup:
    """Tautan ke satu catatan perbedaan dalam naskah, di dalam kalimat.

    note: id catatan

    Contoh: discrepancy_link("{note}")
    """
    return context.templates.inline("discrepancy_link", entry=context.note(note))


@macro(Place.INLINE)
def law(context: Context, law: str) -> Markup:
    """Sebutan pendek satu peraturan, dengan tautan ke daftar dasar hukum.

    law: id peraturan

    Contoh: law("{law}")
    """
    return context.templates.inline("law", law=context.law(law))


def _section(context: Context, wanted: str) -> Section:
    if wanted not in context.sections_by_id:
        raise unknown("bagian", wanted, context.sections_by_id)
    return context.sections_by_id[wanted]


def _approved(context: Context) -> Revision | None:
    return context.guideline.revisions.current if context.guideline.revisions else None


def _version(context: Context, wanted: str) -> Version:
    for version in context.versions.all:
        if version.id == wanted:
            return version
    raise unknown("revisi", wanted, [version.id for version in context.versions.all])
