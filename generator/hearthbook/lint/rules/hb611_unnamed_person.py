"""HB611: somebody stands in `people` whom nothing names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity
from hearthbook.model.sources import pointer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.lint.texts import Texts
    from hearthbook.model.community import Community
    from hearthbook.model.identity import Person
    from hearthbook.model.pages import Article


def _said(texts: Texts, community: Community, articles: tuple[Article, ...]) -> str:
    """All words of a community and its articles, in small letters, but for those about people."""
    own = [text for where, text in texts if not where.startswith("/people/")]
    reach = [one.reach or "" for one in community.conduct.contacts] if community.conduct else []
    written = [f"{each.author} {each.title} {each.summary}\n{each.body}" for each in articles]
    return "\n".join((*own, *reach, *written)).casefold()


def _is_named(key: str, person: Person, said: str) -> bool:
    """Whether an id, name or handle stands anywhere, as a word of its own."""
    called = {each.casefold() for each in (key, person.name, person.handle) if each}
    # most are: to look for the letters first is quicker than a pattern for each name
    there = (each for each in called if each in said)
    return any(re.search(rf"(?<!\w){re.escape(each)}(?!\w)", said) for each in there)


@rule(Severity.ADVICE, worth=2, even_closed=True)
def unnamed_person(
    people: dict[str, Person], texts: Texts, community: Community, articles: tuple[Article, ...]
) -> Iterator[Slip]:
    """Finds entries about people that the handbook does not need."""
    said = _said(texts, community, articles)
    for key, each in people.items():
        task = each.answers_for or each.credentials
        if (each.show == "nothing" or not task) and not _is_named(key, each, said):
            wish = ", who asked for `show: nothing`," if each.show == "nothing" else ""
            hint = "take the entry out, or name them where they do something"
            yield Slip(
                pointer("people", key),
                f"`{key}`{wish} stands in `people`, and nothing in this handbook names them",
                hint,
            )
