"""HB606: the name of somebody who does not wish to be named stands in a text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from hearthbook.ingest.reveal import display, publishable
from hearthbook.lint.rule import Slip, rule
from hearthbook.lint.texts import texts
from hearthbook.model.findings import Severity
from hearthbook.model.sources import pointer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.community import Community
    from hearthbook.model.identity import Person
    from hearthbook.model.pages import Article

ORDINARY: Final = (
    *("angel", "april", "art", "august", "autumn", "bill", "christian", "dawn", "drew", "ernst"),
    *("faith", "frank", "grace", "grant", "hope", "iris", "jack", "joy", "june", "mark", "may"),
    *("pat", "ray", "rich", "rob", "robin", "rose", "sandy", "skip", "sky", "sue", "summer"),
    *("sunny", "will", "wren"),
)
"""Names of one word that mean something else as well; they cannot be told from that word."""

_INITIALS: Final = 2
"""Names as short as this are found in too many other words."""


def _hidden(community: Community, ordinary: tuple[str, ...]) -> Iterator[tuple[str, re.Pattern[str]]]:
    """Id and name of those who do not wish to be named, unless what is shown of somebody says it anyway."""
    shown = " ".join(display(key, each) for key, each in community.people.items()).casefold()
    for key, each in community.people.items():
        parts = (each.name or "").split()
        open_anyway = each.show == "name" or (each.name or "").casefold() in shown
        telling = len(parts) > 1 or (
            parts and len(parts[0]) > _INITIALS and parts[0].casefold() not in ordinary
        )
        if telling and not open_anyway:
            name = r"\s+".join(re.escape(part) for part in parts)
            sort = re.IGNORECASE if len(parts) > 1 else re.NOFLAG
            yield key, re.compile(rf"(?<!\w){name}(?:['\u2019]?s)?(?!\w)", sort)


def _public(community: Community, articles: tuple[Article, ...]) -> Iterator[tuple[str, str]]:
    """Pointer and text of all that reaches a reader, with people as they wish to be shown."""
    yield from texts(community)
    for number, contact in enumerate(community.conduct.contacts if community.conduct else ()):
        yield pointer("conduct", "contacts", number, "reach"), contact.reach or ""
    for article in articles:
        # what stands above the body is told at its first line
        above = (article.title, article.author, article.summary)
        yield f"article:{article.name}", " ".join(each for each in above if each)
        yield f"article:{article.name}", article.body


@rule(Severity.ERROR, worth=5, even_closed=True)
def name_revealed(
    people: dict[str, Person],
    community: Community,
    articles: tuple[Article, ...],
    *,
    ordinary: tuple[str, ...] = ORDINARY,
) -> Iterator[Slip]:
    """Finds the names that Hearthbook cannot hide, because they stand in the middle of a text."""
    hidden = list(_hidden(community, ordinary))
    for where, text in _public(publishable(community), articles) if hidden else ():
        for key, name in hidden:
            if found := name.search(text):
                line = text.count("\n", 0, found.start()) + 1 if where.startswith("article:") else 0
                fact = f"the name of `{key}` stands here, and their `show` is `{people[key].show}`"
                yield Slip(where, fact, _instead(key, people[key]), line=line)


def _instead(key: str, person: Person) -> str:
    if person.show == "nothing":
        return "say it without naming them, as in `a member since spring`; the old text stays in the history"
    return f"write `{display(key, person)}` in its place, or `show: name` if they agree to it"
