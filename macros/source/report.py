"""Problems of one file, collected while it is read."""

from __future__ import annotations

from macros.source.positions import Path, Position
from macros.source.problem import Problem, ProblemStage, trail

MAX_PROBLEMS = 50
"""Problems reported for one file, before a last one that says there are more."""
LOST = "\0"
"""Stands in a path for a key that was refused; no key of a file can be this."""


class StopError(Exception):
    """The file is beyond the caps; the problem has been reported."""


class ProblemReport:
    """Collects the problems of one file."""

    def __init__(self, file: str) -> None:
        """``file`` is how the file is called in messages."""
        self.file = file
        self.problems: list[Problem] = []
        self.flaws: list[Path] = []
        self.full = False

    def add(self, at: Position, message: str, hint: str, path: Path = (), *, loses: bool = True) -> None:
        """Report a problem; ``loses`` says whether the value at ``path`` is not what was meant."""
        if loses:
            self.flaws.append(path[: path.index(LOST)] if LOST in path else path)
        if self.full:
            return
        self.full = len(self.problems) >= MAX_PROBLEMS
        if self.full:
            message, hint = "masih ada masalah lain di berkas ini.", "Perbaiki dahulu yang sudah disebut."
        where = trail([part for part in path if part != LOST])
        self.problems.append(
            Problem(
                stage=ProblemStage.READING,
                file=self.file,
                line=at.line,
                column=at.column,
                where=where,
                message=message,
                hint=hint,
            )
        )

    def copy(self) -> ProblemReport:
        """The same so far, to go on with on trial."""
        other = ProblemReport(self.file)
        other.take(self)
        return other

    def take(self, other: ProblemReport) -> None:
        """Go on as a trial went."""
        self.problems, self.flaws, self.full = [*other.problems], [*other.flaws], other.full

    def has_line(self, line: int) -> bool:
        """Whether a problem of ``line``, from 1, has been reported."""
        return any(problem.line == line for problem in self.problems)
