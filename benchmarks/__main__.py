"""Run the benchmarks, or those named: ``python3 dev.py bench build weight history search access ...``."""

from __future__ import annotations

import sys

from benchmarks import access, build, history, lighthouse, mutation, search, stock, weight

BENCHES = {
    "build": build.main,
    "weight": weight.main,
    "history": history.main,
    "search": search.main,
    "mutation": mutation.main,
    "access": access.main,
    "lighthouse": lighthouse.main,
    "stock": stock.main,
}
USUAL = ("build", "weight", "history", "search")
"""Those that run when none is named; mutation testing and looking at every page take minutes."""


def main(names: list[str]) -> int:
    """Exit status 1 when a goal is missed, 2 for an unknown name."""
    unknown = [name for name in names if name not in BENCHES]
    if unknown:
        print(f"unknown: {', '.join(unknown)}; there are {', '.join(BENCHES)}")
        return 2
    met = [BENCHES[name]() for name in (names or USUAL)]
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
