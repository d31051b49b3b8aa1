"""HB712: nothing that is measured tells whether the promise is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.promise import Promise
    from hearthbook.model.worth import Metric


@rule(Severity.ADVICE, worth=2)
def no_outcome_measured(metrics: tuple[Metric, ...], promise: Promise) -> Iterator[Slip]:
    """Finds metrics none of which is of the kind `outcome`."""
    if all(metric.kind != "outcome" for metric in metrics):
        fact = f"no metric has the kind `outcome`, so none tells whether members `{promise.outcome:.40}`"
        hint = "count the members who did it, with `kind: outcome`; one question at the end is enough"
        yield Slip("/metrics", fact, hint)
