"""What a group would pin or send elsewhere, as Markdown: the same words as on its pages, in fewer of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from hearthbook.render.cell import direction, environment_of, run_template
from hearthbook.render.helpers import Helpers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.community import Community
    from hearthbook.model.pages import Cell
    from hearthbook.render.theme import Theme

WELCOME: Final = "welcome"
CHANNEL: Final = "channel"
KINDS: Final = (WELCOME, "norms", "meetings", "tell", CHANNEL)
"""Of each, a template `_post-KIND.md.jinja`."""


class Post(NamedTuple):
    """A text to send or to pin."""

    name: str
    """`welcome`, `norms`, `meetings`, `tell`, or `channel-` and the channel's id."""
    title: str
    """What it is about, in the group's language."""
    markdown: str
    """Its text; links lead to pages of the group, as theirs do."""
    direction: str
    """Of the script: ltr or rtl."""


def posts(cell: Cell, theme: Theme, *, alone: bool = False) -> tuple[Post, ...]:
    """All posts of a community, the welcome first; about what it lacks there is none.

    `alone` is for readers who have none of its pages.
    """
    words = theme.words(cell.language)
    helpers = Helpers(cell, words, f"{cell.slug}/index.md", alone=alone)
    context = {"c": cell.community, "cell": cell, **helpers.functions()}
    environment = environment_of(theme, words)

    def post(name: str, kind: str, title: str, **more: object) -> Post:
        markdown = run_template(environment, f"_post-{kind}.md.jinja", {**context, **more})
        return Post(name, title, markdown, direction(words))

    titles = {
        WELCOME: words.raw("start.heading").replace("{name}", cell.community.name),
        "norms": words.raw("card.norms"),
        "meetings": words.raw("card.meetings"),
        "tell": words.raw("card.tell"),
    }
    general = (post(name, name, titles[name]) for name in _wanted(cell.community))
    channels = (
        post(f"{CHANNEL}-{each.id}", CHANNEL, each.name, channel=each) for each in cell.community.channels
    )
    return (*general, *channels)


def _wanted(community: Community) -> Iterator[str]:
    """The posts that have something to say."""
    yield WELCOME
    if community.norms:
        yield "norms"
    if any(ritual.when and not ritual.retired for ritual in community.rituals):
        yield "meetings"
    yield "tell"
