"""HB224: the way to report without a name is an e-mail address."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from hearthbook.lint.people import mailboxes
from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.conduct import Conduct

_OTHERWISE: Final = re.compile(
    r"https?://|\b(?:box|letters?|notes?|forms?|envelopes?|cards?|paper|phone|call|names?|address|sender|alias|"
    r"throwaway|pseudonym|brief|zettel|formular|umschlag|karte|kasten|briefkasten|anruf|namen?|adresse|absender|"
    r"wegwerf\w*)\b",
    re.IGNORECASE,
)
"""Words of another way, or of one who has thought of the sender."""


@rule(Severity.WARNING, worth=4, languages=("en", "de"))
def anonymous_mail(conduct: Conduct) -> Iterator[Slip]:
    """Finds anonymous paths that show who writes."""
    said = conduct.anonymous or ""
    boxes = sorted(mailboxes(said))
    if boxes and not _OTHERWISE.search(said):
        yield Slip(
            "/conduct/anonymous",
            f"an e-mail to `{boxes[0]}` shows who wrote it",
            "name a box, a letter or a form, or say how to write from an address that does not tell",
        )
