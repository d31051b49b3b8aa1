"""HB214: nobody is named for cases about those who lead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.conduct import Conduct


@rule(Severity.WARNING, worth=4)
def nobody_above(conduct: Conduct) -> Iterator[Slip]:
    """Finds codes of conduct without a way round the leads and the contacts."""
    if not conduct.above and not conduct.stand_by:
        yield Slip(
            "/conduct",
            "nobody is named for cases about those who lead or take reports",
            "name somebody outside the group, as in `stand_by: Ada Example, ada@example.org`",
        )
