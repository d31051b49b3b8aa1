"""HB713: a result is of so few people that it points at them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity
from hearthbook.model.sources import pointer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.worth import Metric

LEAST: Final = 5
"""Among four, whoever knows the group can guess who it was."""


@rule(Severity.WARNING, worth=4, even_closed=True)
def result_of_few(metrics: tuple[Metric, ...], *, least: int = LEAST) -> Iterator[Slip]:
    """Finds results out of too few people."""
    for index, metric in enumerate(metrics):
        for number, result in enumerate(metric.results):
            if result.of is not None and result.of < least:
                fact = (
                    f"`{metric.name:.40}` is told of {result.of:g} people, so readers may guess who they are"
                )
                hint = (
                    f"leave this result out, or add it to the next one until it is of {least} people or more"
                )
                yield Slip(pointer("metrics", index, "results", number), fact, hint)
