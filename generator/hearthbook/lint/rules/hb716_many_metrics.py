"""HB716: there are more figures than a small group looks after."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.worth import Metric

MOST: Final = 4
"""One of each kind: did they begin, did it help, how soon, did they stay."""


@rule(Severity.ADVICE, worth=1)
def many_metrics(metrics: tuple[Metric, ...], *, most: int = MOST) -> Iterator[Slip]:
    """Finds groups that measure a lot."""
    if len(metrics) > most:
        fact = f"there are {len(metrics)} metrics, and somebody has to keep every one of them"
        hint = f"keep the {most} or fewer that have changed what you do, and the outcome first"
        yield Slip("/metrics", fact, hint)
