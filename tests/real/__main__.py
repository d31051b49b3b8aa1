"""`make real`: converts the real data beside the checkout, checks it, builds it, and says how it went.

python -m tests.real
python -m tests.real --keep DIR     leaves the archives and their sites in DIR
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tests.real import nodeschool, opentelemetry
from tests.real.measure import apart
from tests.real.report import row, table, told

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.real.writing import Conversion

DATA: Final = Path(__file__).resolve().parents[3] / "shared" / "data"
CONVERTERS: Final[dict[str, Callable[[Path, Path], Conversion]]] = {
    "nodeschool": nodeschool.convert,
    "opentelemetry": opentelemetry.convert,
}


def _say(*lines: str) -> None:
    sys.stdout.write("\n".join(lines) + "\n")


def run(data: Path, target: Path) -> int:
    """Converts each data set into a folder below `target` and prints the report; 1 where there are errors."""
    rows, stories, errors = [], [], 0
    for name, convert in CONVERTERS.items():
        if not (data / name).is_dir():
            _say(f"{name}: there is no folder shared/data/{name} beside the checkout; left out", "")
            continue
        conversion = convert(data / name, target / name)
        check, build = apart("check", target / name), apart("build", target / name)
        rows.append(row(name, conversion, check, build))
        stories += ["", *told(name, conversion)]
        errors += check["findings"].get("error", 0)
    if rows:
        _say(*table(rows), *stories)
    return 1 if errors else 0


def main() -> int:
    """Reads the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.real", description=__doc__.partition("\n")[0])
    parser.add_argument(
        "--keep", type=Path, metavar="DIR", help="a new folder for the archives and their sites"
    )
    keep: Path | None = parser.parse_args().keep
    if keep:
        if keep.exists():
            parser.error(f"{keep} is there already; name a new folder")
        return run(DATA, keep)
    with tempfile.TemporaryDirectory(prefix="hearthbook-real-") as folder:
        return run(DATA, Path(folder))


if __name__ == "__main__":
    sys.exit(main())
