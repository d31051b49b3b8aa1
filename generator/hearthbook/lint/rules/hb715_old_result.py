"""HB715: the last result of a metric is old."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearthbook.calendar.spans import after
from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity
from hearthbook.model.sources import pointer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.worth import Metric


@rule(Severity.ADVICE, worth=2)
def old_result(metrics: tuple[Metric, ...]) -> Iterator[Slip]:
    """Finds metrics whose last result is two of their intervals old: one round was left out."""
    for index, metric in enumerate(metrics):
        if not metric.results or not metric.interval:
            continue
        newest, last = max((result.date, number) for number, result in enumerate(metric.results))
        due = after(newest, metric.interval)
        since = after(due, metric.interval) if due else None
        if since and since > newest:
            fact = f"`{metric.name:.40}` is taken `{metric.interval:.30}`, and its last result is of {newest}"
            hint = "take it again, or write the interval that you can keep to"
            yield Slip(pointer("metrics", index, "results", last), fact, hint, since=since)
