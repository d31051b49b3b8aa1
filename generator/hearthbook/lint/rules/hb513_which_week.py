"""HB513: a rhythm that skips weeks or months does not say where it begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity
from hearthbook.model.sources import pointer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.rhythm import Ritual


@rule(Severity.WARNING, worth=3)
def which_week(rituals: tuple[Ritual, ...]) -> Iterator[Slip]:
    """Finds rhythms such as `2 weeks` without a first day, where no note explains them."""
    for index, ritual in enumerate(rituals):
        when = ritual.when
        if when and when.every and when.every not in {"week", "month"} and not (when.from_ or when.note):
            fact = f"`{ritual.name:.40}` is every {when.every}, and nothing says counted from when"
            hint = "add the day of the next one to `when`, as in `from: 2027-01-12`"
            yield Slip(pointer("rituals", index, "when"), fact, hint, until=when.until)
