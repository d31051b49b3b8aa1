"""How many circles there are, how large each is, and how few rounds can do."""

from __future__ import annotations

from math import comb
from typing import Final

SMALLEST: Final = 3
"""Two people are a pair, not a circle; a circle of two is made only where nothing else is left."""


def circle_sizes(members: int, size: int) -> tuple[int, ...]:
    """The sizes of the circles for so many members, largest first, no two more than one apart.

    Circles have `size` members or fewer. Where that would leave a circle of one or two,
    some have one more: seven in threes are 4 and 3, not 3, 2 and 2.
    """
    if members < 1:
        return ()
    count = -(-members // size)
    if size >= SMALLEST and members // count < SMALLEST and count > 1:
        fewer = count - 1
        count = fewer if -(-members // fewer) <= size + 1 else count
    least, more = divmod(members, count)
    return (least + 1,) * more + (least,) * (count - more)


def fewest_rounds(members: int, sizes: tuple[int, ...]) -> int:
    """A number of rounds below which all cannot have met, whoever sits with whom.

    Two bounds are known, and the larger one counts. Nobody meets more than the largest
    circle less one in a round, which gives ceil((n - 1) / (k - 1)), the first step of
    Schönheim's bound for coverings (1964). And a round has no more pairs than its circles
    hold, which is larger where sizes are uneven; for pairs of an odd number of people it
    gives n, because one of them sits out each time. Neither says that so few can be reached.
    """
    if members < 2 or not sizes:  # noqa: PLR2004 - one person has nobody to meet
        return 0
    most = max(sizes)
    held = sum(comb(each, 2) for each in sizes)
    if not held:
        return 0
    return max(-(-(members - 1) // (most - 1)), -(-comb(members, 2) // held))
