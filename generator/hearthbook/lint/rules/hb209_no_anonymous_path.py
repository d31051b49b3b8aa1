"""HB209: there is no way to report without a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.conduct import Conduct


@rule(Severity.ADVICE, worth=3)
def no_anonymous_path(conduct: Conduct) -> Iterator[Slip]:
    """Finds codes of conduct without an anonymous path."""
    if not conduct.anonymous:
        yield Slip(
            "/conduct",
            "there is no way to report something without giving a name",
            "say where a note can be left, as in `anonymous: A note in the box at the library desk.`",
        )
