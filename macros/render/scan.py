"""The macro of the scan (Lampiran 4, section 3.3): the sheet to print, and the data of the tool."""

from __future__ import annotations

from markupsafe import Markup

from macros.facts.companions import Relations
from macros.facts.screening import Questionnaire
from macros.model.edition import Edition
from macros.model.menu import Activity, Package
from macros.render.context import Context
from macros.render.island import island
from macros.render.registry import Place, macro
from macros.render.together import together_data
from macros.wording import scan as words


@macro(Place.BLOCK, alone=False)
def scan(context: Context) -> Markup:
    """Pemindai kebutuhan: lembar yang dapat dicetak, dan alat isian yang memakai pertanyaan menu terkini.

    Contoh: scan()
    """
    edition = context.programme.current
    if edition is None or edition.screening is None:
        return context.templates.block("scan_none", edition=edition)
    questionnaire = Questionnaire(edition)
    rows = questionnaire.rows()
    return context.templates.block(
        "scan",
        edition=edition,
        rows=rows,
        subjects={row.subject: _subject(edition, row.subject) for row in rows},
        shared={row.subject: [_subject(edition, one) for one in row.shared] for row in rows},
        questionnaire=questionnaire,
        page=island(page_data(edition, questionnaire)),
        words=island(words.WORDS),
    )


def page_data(edition: Edition, questionnaire: Questionnaire) -> dict[str, object]:
    """What the script of the scan knows of the edition: questions, activities and what goes with each.

    The words of questions and activities are not in it: the script takes them from the sheet beside it.

    Args:
        edition: The edition to scan with.
        questionnaire: Its questions.

    Returns:
        Plain data; months as ``2030-04``, activities and packages by id.
    """
    relations = Relations(edition)
    kinds = {kind: index for index, kind in enumerate(questionnaire.kinds)}
    return {
        "edition": edition.id,
        "digest": questionnaire.digest(),
        "kinds": questionnaire.kinds,
        "rows": [{"id": row.subject, "activities": row.activities} for row in questionnaire.rows()],
        "questions": [
            {
                "key": item.key,
                "need": item.question.shows_need.value,
                "kinds": [kinds[kind] for kind in questionnaire.asked(item)],
                **({"if": item.condition.value} if item.condition is not None else {}),
            }
            for item in questionnaire.items
        ],
        "activities": {
            activity.id: _activity_data(edition, relations, activity) for activity in edition.activities
        },
    }


def _activity_data(edition: Edition, relations: Relations, activity: Activity) -> dict[str, object]:
    return {"month": activity.availability.month, **together_data(edition, relations, activity)}


def _subject(edition: Edition, subject: str) -> Activity | Package | None:
    """The record that a row of the questionnaire is about."""
    if edition.has_activity(subject):
        return edition.activity(subject)
    return edition.package(subject) if edition.has_package(subject) else None
