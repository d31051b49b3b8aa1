"""HB718: a share is larger than all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity
from hearthbook.model.sources import pointer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.worth import Metric

_SHARE: Final = re.compile(
    r"(\d+(?:[.,]\d+)?) ?(?:%|per ?cent\b|Prozent\b)|(\d+) (?:out of|of|von|aus) (\d+)\b", re.IGNORECASE
)
_ALL: Final = 100


@rule(Severity.WARNING, worth=2)
def more_than_all(metrics: tuple[Metric, ...]) -> Iterator[Slip]:
    """Finds targets above 100 % and results of more people than there were, where a metric is a share."""
    for index, metric in enumerate(metrics):
        shares = any(result.of for result in metric.results) or metric.kind in {"activation", "retention"}
        found = _SHARE.fullmatch(metric.target or "") if shares or metric.kind == "outcome" else None
        if found and _too_much(found):
            fact = f"the target of `{metric.name:.40}` is {metric.target:.30}, which is more than all"
            yield Slip(
                pointer("metrics", index, "target"), fact, "write a share, as in `target: three out of four`"
            )
        for number, result in enumerate(metric.results):
            if result.of is not None and result.value > result.of:
                fact = f"`{metric.name:.40}` was counted for {result.value:g} of {result.of:g}"
                hint = "swap the two figures, or take `of` away where it is no share"
                yield Slip(pointer("metrics", index, "results", number), fact, hint)


def _too_much(found: re.Match[str]) -> bool:
    percent, part, whole = found.groups()
    return float(percent.replace(",", ".")) > _ALL if percent else int(part) > int(whole)
