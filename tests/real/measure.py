"""Checks or builds one archive in a process of its own, so that its memory is its own as well.

python -m tests.real.measure check FOLDER
python -m tests.real.measure build FOLDER
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Final, TypedDict

from hearthbook.publish.builder import build_site
from hearthbook.publish.driver import read_archive

ROOT: Final = Path(__file__).resolve().parents[2]
_BYTES: Final = 1 if sys.platform == "darwin" else 1024
"""What `ru_maxrss` counts in."""


class Measured(TypedDict):
    """What one run of the program came to."""

    seconds: float
    """How long it took, without starting Python."""
    megabytes: float
    """The most memory it held at once."""
    communities: int
    """How many communities it read or built."""
    pages: int
    """How many pages it built."""
    findings: dict[str, int]
    """Severity -> how many findings."""


def _check(root: Path) -> tuple[int, int, Counter[str]]:
    archive = read_archive(root)
    return len(archive.communities), 0, Counter(str(f.severity) for f in archive.findings)


def _build(root: Path) -> tuple[int, int, Counter[str]]:
    built = build_site(root)
    return built.communities, built.pages, Counter({"warning": len(built.warnings)})


def here(verb: str, root: Path) -> Measured:
    """Runs one verb in this process."""
    start = time.perf_counter()
    communities, pages, findings = (_check if verb == "check" else _build)(root)
    return Measured(
        seconds=time.perf_counter() - start,
        megabytes=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _BYTES / 1_000_000,
        communities=communities,
        pages=pages,
        findings=dict(findings),
    )


def apart(verb: str, root: Path) -> Measured:
    """Runs one verb in a process of its own."""
    command = [sys.executable, "-m", "tests.real.measure", verb, str(root.resolve())]
    ran = subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    told: Measured = json.loads(ran.stdout.splitlines()[-1])
    return told


if __name__ == "__main__":
    sys.stdout.write(json.dumps(here(sys.argv[1], Path(sys.argv[2]))) + "\n")
