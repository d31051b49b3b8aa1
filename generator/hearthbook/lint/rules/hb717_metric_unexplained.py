"""HB717: a metric does not say what is counted or where the figure comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity
from hearthbook.model.sources import pointer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.worth import Metric


@rule(Severity.ADVICE, worth=2)
def metric_unexplained(metrics: tuple[Metric, ...]) -> Iterator[Slip]:
    """Finds metrics without a definition or a source."""
    for index, metric in enumerate(metrics):
        facts = {
            "what exactly is counted": None if metric.definition else "definition: Members who ...",
            "where the figure comes from": None if metric.source else "source: We ask in week six.",
        }
        lacking = {fact: example for fact, example in facts.items() if example}
        if lacking:
            fact = f"`{metric.name:.40}` does not say {' or '.join(lacking)}"
            hint = f"add {' and '.join(f'`{example}`' for example in lacking.values())}"
            yield Slip(pointer("metrics", index), fact, hint)
