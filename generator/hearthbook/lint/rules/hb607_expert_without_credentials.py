"""HB607: somebody answers as an expert, and nothing says what qualifies them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearthbook.lint.people import person
from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity
from hearthbook.model.pages import UNNAMED
from hearthbook.model.sources import pointer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.community import Community
    from hearthbook.model.pages import Article


def _qualified(by: str, community: Community) -> bool:
    """Whether a reader can see, or is not meant to see, what an expert knows."""
    known = community.people.get(person(by, community))
    if known:
        return bool(known.credentials) or known.show == "nothing"
    after = by.partition(",")[2].strip()
    return by == UNNAMED or bool(after and "@" not in after)


def _experts(community: Community, articles: tuple[Article, ...]) -> Iterator[tuple[str, str | None]]:
    """Pointer of each answer and article of an expert, and who that is."""
    for number, answer in enumerate(community.faq):
        if answer.claim and answer.claim.basis == "expert":
            yield pointer("faq", number, "claim"), answer.claim.by
    yield from ((f"article:{each.name}", each.author) for each in articles if each.basis == "expert")


@rule(Severity.WARNING, worth=4)
def expert_without_credentials(community: Community, articles: tuple[Article, ...]) -> Iterator[Slip]:
    """Finds expert answers that nobody could weigh."""
    for where, by in _experts(community, articles):
        what = "article" if where.startswith("article:") else "answer"
        if not by:
            hint = "name the expert, or write `basis: experience` if it is your own"
            yield Slip(where, f"this {what} calls itself an expert's, and names nobody", hint)
        elif not _qualified(by, community):
            hint = "write `credentials: Registered dietitian since 2015` in `people`, or `basis: experience`"
            yield Slip(where, f"nothing says what makes `{by}` the expert of this {what}", hint)
