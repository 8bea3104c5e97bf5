"""The rules run over what was read: what breaks them, and what waits because too little was read.

A finding that rests on something that could not be read would only follow from that, and its mend would
harm. It is left out; one line says how many wait for a file.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from macros.checks import RULES, Finding, references
from macros.loading.losses import Loss
from macros.model.menu import Companion, Package, TargetUnits
from macros.model.programme import Programme
from macros.source.positions import Source
from macros.source.problem import Level, Problem, ProblemStage, and_more, trail
from macros.source.report import MAX_PROBLEMS

FOLLOWED = (Package, TargetUnits, Companion)
"""Records whose ids are followed when changes are told; one that leads nowhere cannot be."""


@dataclass(frozen=True, slots=True)
class RecordPlace:
    """Where a record stands: its file and the path within it."""

    source: Source
    path: tuple[str | int, ...]


class Inspection:
    """One run of all rules."""

    def __init__(
        self,
        places: Mapping[int, RecordPlace],
        losses: Sequence[Loss],
        names: Mapping[str, str],
        problems: list[Problem],
    ) -> None:
        """Begin with what reading left.

        Args:
            places: Where records stand, by their ``id()``.
            losses: What could not be read.
            names: Files as messages call them, by their name from the data folder.
            problems: Problems of reading, to which those of the rules are added.
        """
        self.places = places
        self.losses = list(losses)
        self.names = names
        self.problems = problems
        self.dangling = False
        """Whether a record whose ids are followed names something that is not there."""

    def run(self, programme: Programme) -> None:
        """Add what breaks a rule, and how much waits."""
        taken = {(problem.file, problem.line) for problem in self.problems}
        waiting: Counter[str] = Counter()
        told: Counter[str] = Counter()
        found = [(rule, finding) for rule in RULES for finding in rule.check(programme)]
        slips = {id(finding) for _, finding in found if finding.one and self._slipped(finding)}
        for rule, finding in found:
            self.dangling |= rule is references and isinstance(finding.subject, FOLLOWED)
            place = self.places.get(id(finding.subject))
            if place is None:
                continue
            slip = id(finding) in slips
            loss = None if slip else self._loss(finding, place)
            if loss is not None:
                waiting[loss.file] += self._name(loss) != place.source.file
                continue
            problem = _problem(finding, place, ProblemStage.READING if slip else ProblemStage.CHECKING)
            if (problem.file, problem.line) not in taken:
                told[problem.file] += 1
                if told[problem.file] <= MAX_PROBLEMS:
                    self.problems.append(problem)
        self._more(told)
        self._wait(+waiting)

    def _slipped(self, finding: Finding) -> bool:
        """Take a mistyped id for a loss, unless it may itself follow from one; whether it was taken."""
        place = self.places.get(id(finding.subject))
        if place is None or self._loss(finding, place) is not None:
            return False
        file = next(relative for relative, name in self.names.items() if name == place.source.file)
        self.losses.append(Loss(file, (*place.path, *finding.path), frozenset(finding.one)))
        return True

    def _loss(self, finding: Finding, place: RecordPlace) -> Loss | None:
        """What a finding may only follow from."""
        here = (*place.path, *finding.path)
        return next((loss for loss in self.losses if self._follows(finding, loss, place, here)), None)

    def _follows(self, finding: Finding, loss: Loss, place: RecordPlace, here: tuple[str | int, ...]) -> bool:
        size = min(len(loss.path), len(here))
        if size and loss.path[:size] == here[:size] and self._name(loss) == place.source.file:
            return True
        return any(
            (loss.place.startswith(ground.files) or ground.files.startswith(loss.place))
            and loss.hides(ground.word, sure=ground.sure)
            for ground in finding.grounds
        )

    def _name(self, loss: Loss) -> str:
        """The file of a loss as messages call it."""
        return self.names.get(loss.file, loss.file)

    def _more(self, told: Counter[str]) -> None:
        """Say of files with very many problems that there are more."""
        for file, count in told.items():
            if count > MAX_PROBLEMS:
                here = [problem for problem in self.problems if problem.file == file]
                self.problems.append(and_more(here, count - MAX_PROBLEMS))

    def _wait(self, waiting: Counter[str]) -> None:
        """Name the checks that wait for a file as one line, at its first problem."""
        causes = sorted(self.problems)
        for relative, count in waiting.items():
            file = self.names.get(relative, relative)
            first = next((one for one in causes if one.file == file), causes[0])
            self.problems.append(
                replace(
                    first,
                    stage=ProblemStage.WAITING,
                    where="",
                    message=f"{count} pemeriksaan lain menunggu berkas ini terbaca utuh.",
                    hint="Perbaiki dahulu masalah di berkas ini, lalu periksa lagi.",
                    level=Level.WARNING,
                )
            )


def _problem(finding: Finding, place: RecordPlace, stage: ProblemStage) -> Problem:
    path = (*place.path, *finding.path)
    position = place.source.position(path)
    return Problem(
        stage=stage,
        file=place.source.file,
        line=position.line,
        column=position.column,
        where=trail(path),
        message=finding.message,
        hint=finding.hint,
        level=finding.level,
    )
