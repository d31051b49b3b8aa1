"""The table that `make real` prints, and what became of the times written in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tests.real.schedules import refused

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tests.real.measure import Measured
    from tests.real.writing import Conversion

HEADS: Final = (
    "data set",
    "communities",
    "pages",
    "errors",
    "warnings",
    "advice",
    "times read",
    "refused",
    "check s",
    "build s",
    "peak MB",
)


def row(name: str, conversion: Conversion, check: Measured, build: Measured) -> tuple[str, ...]:
    """One data set as the cells of a row."""
    left = len(refused(conversion.schedules))
    findings = (check["findings"].get(severity, 0) for severity in ("error", "warning", "advice"))
    return (
        name,
        f"{build['communities']:,}",
        f"{build['pages']:,}",
        *(f"{count:,}" for count in findings),
        f"{len(conversion.schedules) - left}",
        f"{left}",
        f"{check['seconds']:.1f}",
        f"{build['seconds']:.1f}",
        f"{max(check['megabytes'], build['megabytes']):.0f}",
    )


def table(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    """The rows under their heads, names to the left and numbers to the right."""
    lines = (HEADS, *rows)
    widths = [max(len(line[column]) for line in lines) for column in range(len(HEADS))]
    for line in lines:
        name, *numbers = (
            cell.rjust(width) if column else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(line, widths, strict=True))
        )
        yield "  ".join((name, *numbers))


def _open_weeks(conversion: Conversion) -> Iterator[str]:
    several = [s for s in conversion.schedules if s.when and "weeks" in s.when["every"]]
    if several:
        yield f"  {len(several)} of the times read are not weekly; the source does not say in which weeks"


def told(name: str, conversion: Conversion) -> Iterator[str]:
    """What the converter decided, and each time that it refused, with the reason."""
    yield f"{name}: what was decided, mended or left out"
    yield from (f"  {sentence}" for sentence in conversion.told)
    yield from _open_weeks(conversion)
    times = refused(conversion.schedules)
    if times:
        yield f"{name}: {len(times)} {'time' if len(times) == 1 else 'times'} refused"
    for schedule in times:
        yield f'  {schedule.group}: "{schedule.text}"'
        yield f"      {schedule.reason}"
