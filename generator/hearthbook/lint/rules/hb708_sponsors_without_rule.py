"""HB708: sponsors pay, and nothing says which ones fit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hearthbook.lint.rule import Slip, rule
from hearthbook.lint.texts import words
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.community import Community
    from hearthbook.model.worth import Membership

SIGNS: Final = (
    *("only", "never", "nobody", "none", "not", "no", "accept", "choose", "decline", "refuse", "reject"),
    *("fit", "relevant", "unless", "except", "nur", "nie", "nicht", "kein", "keine", "keinen", "passen"),
)
"""Words without which one can hardly say which sponsors a group would turn away."""


@rule(Severity.ADVICE, worth=2, after=("HB704",), languages=("en", "de"))
def sponsors_without_rule(
    membership: Membership, community: Community, *, signs: tuple[str, ...] = SIGNS
) -> Iterator[Slip]:
    """Finds groups that live on sponsors and draw no line between them."""
    refused = community.promise.boundary.we_do_not if community.promise.boundary else ()
    said = f"{membership.serves or ''} {membership.conflict or ''}"
    drawn = {word.casefold() for word in words(said)} & set(signs) or "sponsor" in " ".join(refused)
    if membership.model == "sponsors" and not drawn:
        hint = "draw the line in `conflict`: `We take money only from makers of what we all use anyway`"
        yield Slip("/membership", "sponsors pay, and nothing says which ones you would turn down", hint)
