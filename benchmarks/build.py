"""Build time and memory by size of the menu, beside stock Material with the same pages."""

from __future__ import annotations

import math
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.generated import write_project, write_stock

SIZES = (100, 1_000, 5_000)
STOCK_SIZES = (100, 1_000)
RATIO_GOAL = 0.25
"""Of stock Material's time at 1,000 pages; with model, macros, checks and link check."""
EXPONENT_GOAL = 1.1
"""Growth of time with size from 1,000 to 5,000 activities."""
KIB_PER_MIB = 1024


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds and peak memory (MiB) of one build."""

    seconds: float
    mebibytes: float


def main() -> bool:
    """Print the table; whether the goals are met."""
    ours: dict[int, Cost] = {}
    stock: dict[int, Cost] = {}
    for size in SIZES:
        ours[size] = _measure(write_project, size)
        if size in STOCK_SIZES:
            stock[size] = _measure(write_stock, size)
            ratio = f"{ours[size].seconds / stock[size].seconds:.2f} of stock ({stock[size].seconds:.1f} s)"
        else:
            ratio = ""
        cost = ours[size]
        print(f"build {size:>5} activities: {cost.seconds:6.2f} s, {cost.mebibytes:5.0f} MiB {ratio}")
    ratio_found = ours[1_000].seconds / stock[1_000].seconds
    exponent = math.log(ours[5_000].seconds / ours[1_000].seconds) / math.log(5)
    print(f"ratio at 1,000: {ratio_found:.2f} (goal {RATIO_GOAL})")
    print(f"growth exponent 1,000 to 5,000: {exponent:.2f} (goal {EXPONENT_GOAL})")
    return ratio_found <= RATIO_GOAL and exponent <= EXPONENT_GOAL


def _measure(write: Callable[[Path, int], None], size: int) -> Cost:
    with tempfile.TemporaryDirectory(prefix="lini-bench-") as name:
        folder = Path(name) / "project"
        folder.mkdir()
        write(folder, size)
        start = time.perf_counter()
        process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "build", "--strict"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=folder,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(folder)},
        )
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        if os.waitstatus_to_exitcode(status) != 0:
            message = f"the build of {size} activities failed"
            raise RuntimeError(message)
        if not (folder / "site/index.html").is_file():
            message = f"the build of {size} activities wrote no site"
            raise RuntimeError(message)
        return Cost(seconds, usage.ru_maxrss / KIB_PER_MIB)
