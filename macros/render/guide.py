"""Macros of the guideline's text: sections, references, revisions, and where they lead."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from urllib.parse import quote

from markupsafe import Markup

from macros.changes import TextDiff, diff
from macros.model.guideline.contents import Section
from macros.model.guideline.references import Acronym
from macros.model.revisions import FrozenSection, Revision, SectionChange
from macros.render.base import Base, unknown
from macros.render.registry import Place, macro
from macros.wording import guide as words
from macros.wording.phrases import held


@dataclass(frozen=True, slots=True)
class Version:
    """The text as a revision froze it, or (``revision`` is ``None``) as it is being worked on."""

    revision: Revision | None
    sections: dict[str, FrozenSection]

    @property
    def id(self) -> str:
        """As in addresses."""
        return self.revision.id if self.revision else words.WORKING_ID

    @property
    def label(self) -> str:
        """As readers see it."""
        return words.revision_label(self.revision) if self.revision else words.WORKING


@dataclass(frozen=True, slots=True)
class SectionDiff:
    """A section that two versions have differently; ``None`` where one lacks it."""

    id: str
    title: str
    old: FrozenSection | None
    new: FrozenSection | None
    change: SectionChange | None

    @property
    def diff(self) -> TextDiff:
        """The difference, word by word."""
        return diff(self.old.text if self.old else "", self.new.text if self.new else "")


class GuideMacros(Base):
    """What stands between the paragraphs of the guideline."""

    @macro(Place.BLOCK, alone=False)
    def section_line(self, section: str) -> Markup:
        """Keterangan satu bagian panduan: halaman naskah, kutipan, revisi, dan tempat bertanya.

        section: nomor atau id bagian

        Contoh: section_line("{section}")
        """
        found = self._section(section)
        path = f"/panduan/{found.chapter}/#{found.id}"
        return self._templates.block(
            "section_line",
            section=found,
            path=path,
            approved=self._approved,
            changed=found.id in self._changed,
            issue=quote(words.issue_title(found)),
            about=quote(path),
        )

    @macro(Place.PAGE)
    def in_context(self, section: str) -> Markup:
        """Kepala halaman satu bagian: jalan kembali ke babnya.

        section: nomor atau id bagian

        Contoh: in_context("{section}")
        """
        return self._templates.block("in_context", section=self._section(section))

    @macro(Place.BLOCK, alone=False)
    def chapter_end(self, chapter: str) -> Markup:
        """Jalan ke halaman panduan sebelum dan sesudahnya.

        chapter: nama berkas halaman di docs/panduan, tanpa .md

        Contoh: chapter_end("{chapter}")
        """
        heads = {one.chapter: one for one in reversed(self._sections)}
        order = list(dict.fromkeys(one.chapter for one in self._sections))
        if chapter not in order:
            raise unknown("halaman panduan", chapter, order)
        headings = {passage.section.id: passage.heading for passage in self._text.passages}
        place = order.index(chapter)
        before = heads[order[place - 1]] if place else None
        after = heads[order[place + 1]] if place + 1 < len(order) else None
        return self._templates.block("chapter_end", before=before, after=after, headings=headings)

    @macro(Place.PAGE)
    def guide_page(self) -> Markup:
        """Isi panduan: tiap bab dan bagian, dengan yang diputuskannya.

        Contoh: guide_page()
        """
        chapters: dict[str, list[Section]] = {}
        for section in self._sections:
            chapters.setdefault(section.chapter, []).append(section)
        headings = {passage.section.id: passage.heading for passage in self._text.passages}
        return self._templates.block(
            "guide_page", chapters=chapters, headings=headings, approved=self._approved
        )

    @macro(Place.PAGE)
    def revisions_page(self) -> Markup:
        """Semua revisi panduan, yang terbaru di atas, dan putusan yang tercatat.

        Contoh: revisions_page()
        """
        revisions = self._guideline.revisions.revisions if self._guideline.revisions else ()
        versions = self._versions
        return self._templates.block(
            "revisions_page",
            revisions=revisions[::-1],
            frozen={text.revision for text in self._guideline.texts},
            pairs=[(a, b) for place, a in enumerate(versions) for b in versions[place + 1 :]][::-1],
            changed=[one for one in self._sections if one.id in self._changed],
            approved=self._approved,
            decisions=self._rulings.decisions,
            sections=self._by_id,
        )

    @macro(Place.PAGE)
    def revision_page(self, revision: str) -> Markup:
        """Teks satu revisi, bagian demi bagian.

        revision: id revisi

        Contoh: revision_page("{revision}")
        """
        version = self._version(revision)
        return self._templates.block("revision_page", version=version, now=self._by_id)

    @macro(Place.PAGE)
    def revision_diff_page(self, old: str, new: str) -> Markup:
        """Dua revisi dibandingkan kata demi kata.

        old: id revisi lama
        new: id revisi baru, atau rancangan

        Contoh: revision_diff_page("{revision}", "rancangan")
        """
        before, after = self._version(old), self._version(new)
        return self._templates.block(
            "revision_diff_page", old=before, new=after, sections=self._differences(before, after)
        )

    @macro(Place.PAGE)
    def guide_print_page(self) -> Markup:
        """Kepala halaman yang memuat seluruh panduan.

        Contoh: guide_print_page()
        """
        return self._templates.block("guide_print_page", approved=self._approved)

    @macro(Place.INLINE)
    def acr(self, acronym: str) -> Markup:
        """Akronim beserta kepanjangannya, saat pertama kali dipakai di satu halaman.

        acronym: singkatan seperti tertulis dalam kalimat

        Contoh: acr("{acronym}")
        """
        found = self._acronyms.get(acronym)
        if found is None:
            raise unknown("akronim", acronym, self._acronyms)
        return self._templates.inline("acr", acronym=found, written=acronym)

    @macro(Place.INLINE)
    def printed_page(self, page: str) -> Markup:
        """Halaman naskah, dengan tautan ke naskah resminya bila alamatnya diketahui situs ini.

        page: kata halaman dan nomornya

        Contoh: printed_page("halaman 12")
        """
        return self._to_print(held(page))

    @macro(Place.INLINE)
    def force(self, printed: str, *, result: bool = False) -> Markup:
        """Tanda seberapa mengikat satu kalimat, dengan kata naskah yang menyatakannya.

        printed: kata yang tercetak di naskah, salah satu dari terms.yml
        result: true bila kalimatnya menyebut hasil; hasil yang diharapkan adalah tujuan, bukan saran

        Contoh: force("{force}")
        """
        if printed.lower() not in self._terms.forces:
            raise unknown("kata daya ikat", printed, self._terms.forces)
        return self._force(printed, result=result)

    @macro(Place.INLINE)
    def discrepancy_link(self, note: str) -> Markup:
        """Tautan ke satu catatan perbedaan dalam naskah, di dalam kalimat.

        note: id catatan

        Contoh: discrepancy_link("{note}")
        """
        return self._templates.inline("discrepancy_link", entry=self._note(note))

    @macro(Place.INLINE)
    def law(self, law: str) -> Markup:
        """Sebutan pendek satu peraturan, dengan tautan ke daftar dasar hukum.

        law: id peraturan

        Contoh: law("{law}")
        """
        return self._templates.inline("law", law=self._law(law))

    @property
    def _sections(self) -> tuple[Section, ...]:
        return self._guideline.sections.sections if self._guideline.sections else ()

    @cached_property
    def _by_id(self) -> dict[str, Section]:
        return {section.id: section for section in self._sections}

    def _section(self, wanted: str) -> Section:
        if wanted not in self._by_id:
            raise unknown("bagian", wanted, self._by_id)
        return self._by_id[wanted]

    @cached_property
    def _acronyms(self) -> dict[str, Acronym]:
        """Acronyms by every spelling that the text has."""
        found: dict[str, Acronym] = {}
        for acronym in self._guideline.acronyms.acronyms if self._guideline.acronyms else ():
            for spelling in (acronym.short, *(variant.name for variant in acronym.variants)):
                found.setdefault(spelling, acronym)
        return found

    @property
    def _approved(self) -> Revision | None:
        return self._guideline.revisions.current if self._guideline.revisions else None

    @cached_property
    def _versions(self) -> tuple[Version, ...]:
        """Every frozen text, oldest first, and the working text."""
        texts = {text.revision: text for text in self._guideline.texts}
        revisions = self._guideline.revisions.revisions if self._guideline.revisions else ()
        frozen = [
            Version(one, {section.id: section for section in texts[one.id].sections})
            for one in revisions
            if one.id in texts
        ]
        return (*frozen, Version(None, self._text.sections))

    def _version(self, wanted: str) -> Version:
        for version in self._versions:
            if version.id == wanted:
                return version
        raise unknown("revisi", wanted, [version.id for version in self._versions])

    @cached_property
    def _changed(self) -> frozenset[str]:
        """Sections whose working text is not that of the last approved revision."""
        approved = [one for one in self._versions if one.revision and one.revision == self._approved]
        if not approved or not self._text.passages:
            return frozenset()
        return frozenset(one.id for one in self._differences(approved[0], self._versions[-1]))

    def _differences(self, old: Version, new: Version) -> list[SectionDiff]:
        revisions = self._guideline.revisions.revisions if self._guideline.revisions else ()
        said = {change.section: change for revision in revisions for change in revision.changes}
        found = []
        for key in {**new.sections, **old.sections}:
            before, after = old.sections.get(key), new.sections.get(key)
            if (before and before.text) != (after and after.text):
                title = (after or before or new.sections[key]).title
                found.append(SectionDiff(key, title, before, after, said.get(key)))
        return found
