"""`python -m bench.mixing`: in how many rounds all members have met, and how long it takes to plan them."""

from __future__ import annotations

import time
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Final

import click

from bench.report import TIMES, figure
from hearthbook.mixing.cycle import Cycle
from hearthbook.mixing.figures import smallest_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MEMBERS: Final = (12, 20, 32, 50, 100, 200)
SIZES: Final = (3, 4, 5)
AIMED_AT: Final = (50, 4, 1.35, 10.0)
"""Members, size of a circle, and the most that we aim for: rounds beside the minimum, and seconds."""

_INTRODUCTION: Final = """\
`hearthbook mix` plans circles so that all members meet. Beside the rounds that it needs stands the number below which nobody can (`hearthbook.mixing.sizes.fewest_rounds`); for most numbers of members it is not known whether that many can do. Seconds are those of the processor, on one core, in pure Python.
"""  # noqa: E501 - one paragraph


@dataclass(frozen=True, slots=True, kw_only=True)
class Mixed:
    """What it took until all had met."""

    members: int
    size: int
    rounds: int
    minimum: int
    seconds: float

    @property
    def ratio(self) -> float:
        """How many times the minimum."""
        return self.rounds / self.minimum


def measure(members: int, size: int, seed: str = "bench") -> Mixed:
    """Plans rounds for a group until all have met, and makes sure that they have."""
    start = time.process_time()
    rounds = Cycle(members, size, seed).all()
    seconds = time.process_time() - start
    met = {frozenset(pair) for seats in rounds for circle in seats for pair in combinations(circle, 2)}
    if len(met) != members * (members - 1) // 2:
        raise RuntimeError(f"of {members} members in circles of {size}, not all have met")
    return Mixed(
        members=members,
        size=size,
        rounds=len(rounds),
        minimum=smallest_number(members, size),
        seconds=seconds,
    )


def measured() -> Iterator[Mixed]:
    """All groups, the small ones first."""
    return (measure(members, size) for members in MEMBERS for size in SIZES)


def section(found: Iterable[Mixed]) -> str:
    """The figures as a section of Markdown."""
    lines = ["| members | circles of | rounds | minimum | ratio | seconds |", "| ---: " * 6 + "|"]
    goal = ""
    for each in found:
        cells = (each.members, each.size, each.rounds, each.minimum, figure(each.ratio) + TIMES)
        lines.append("| " + " | ".join(map(str, cells)) + f" | {figure(each.seconds)} |")
        members, size, ratio, seconds = AIMED_AT
        if (each.members, each.size) == (members, size):
            goal = (
                f"Aimed for at {members} members in circles of {size}: {ratio}{TIMES}, {figure(seconds)} s; "
                f"reached: {figure(each.ratio)}{TIMES}, {figure(each.seconds)} s.\n"
            )
    return "\n".join(["## Mixing\n", _INTRODUCTION, *lines, "", goal])


@click.command()
def main() -> None:
    """Print the table."""
    click.echo(section(measured()))


if __name__ == "__main__":
    main()
