"""A community in outline, for the rules that look at all of them at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearthbook.model.verdict import Outline

if TYPE_CHECKING:
    from hearthbook.model.community import Community


def outline_of(slug: str, community: Community) -> Outline:
    """What the others need to know of a community."""
    lineage = community.lineage
    return Outline(
        slug=slug,
        name=community.name,
        language=community.language or "en",
        visibility=community.visibility,
        state=community.status.state if community.status else "",
        for_=community.promise.for_,
        outcome=community.promise.outcome,
        split_from=(lineage.split_from if lineage else None) or "",
        graduates_to=tuple(each.community for each in lineage.graduates_to) if lineage else (),
        translation_of=community.translation_of or "",
    )
