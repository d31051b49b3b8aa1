"""HB203: two contacts share one mailbox or telephone number."""

from __future__ import annotations

import re
from collections import Counter
from textwrap import shorten
from typing import TYPE_CHECKING, Final

from hearthbook.lint.people import mailboxes
from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity
from hearthbook.model.sources import pointer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.conduct import Conduct

_NUMBER: Final = re.compile(r"(?<![\w.@-])\+?\d(?:[ ()/.-]{0,2}\d){5,}(?![\w@])")


@rule(Severity.WARNING, worth=4, after=("HB201",))
def shared_mailbox(conduct: Conduct) -> Iterator[Slip]:
    """Finds contacts of whom none can be reached without another one reading along."""
    lines = [_lines(each.reach or "") for each in conduct.contacts]
    uses = Counter(line for each in lines for line in each)
    shared = {line for line, count in uses.items() if count > 1}
    never_alone = [number for number, each in enumerate(lines) if each and each <= shared]
    if never_alone:
        last = never_alone[-1]
        beside = next(number for number, each in enumerate(lines) if number != last and each & lines[last])
        both = " and ".join(
            f"`{shorten(conduct.contacts[n].who, 30, placeholder='...')}`" for n in (beside, last)
        )
        yield Slip(
            pointer("conduct", "contacts", last, "reach"),
            f"{both} are reached under the same address or number",
            "give each of them an address that only they read, such as `noor@example.org`",
        )


def _lines(reach: str) -> set[str]:
    """The addresses and numbers in it, each in one form."""
    return mailboxes(reach) | {re.sub(r"\D", "", found) for found in _NUMBER.findall(reach)}
