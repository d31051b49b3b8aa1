"""Suggesting other words without an account: a letter, or a form, that is filled in already."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from hearthbook.publish.forges import letter_form

if TYPE_CHECKING:
    from hearthbook.model.community import Community
    from hearthbook.model.pages import Page
    from hearthbook.publish.forges import Forge
    from hearthbook.render.words import Words


class Suggestion(NamedTuple):
    """How readers of a page suggest other words."""

    form: str
    """The letter or form, with the places `{title}` and `{body}` for texts that are percent-encoded."""
    href: str
    """The same for the page as a whole; `{file}` and `{line}` in it are filled in with the lines."""
    said: str
    """What the page as a whole says, as lines know it."""


def suggestion_for(
    page: Page, address: str, community: Community | None, forge: Forge | None, words: Words
) -> Suggestion | None:
    """The way to suggest other words for a page; None where nobody could be reached.

    A letter comes first, because a form on a forge asks for an account. The whole handbook has none:
    it repeats pages that have one, and is the heaviest of all.
    """
    onboarding = community.onboarding if community else None
    form = letter_form((onboarding.ask if onboarding else "") or "") or (forge.issue if forge else "")
    if not form or page.said is None or page.kind == "handbook":
        return None
    body = words.raw("script.edit.body")
    if not (forge and forge.edit):
        # where nobody could be led to lines, they are not looked up, nor which file says an inherited text
        unknown = ("{line}", "{file}") if page.said.startswith("/") else ("{line}",)
        body = "\n".join(row for row in body.split("\n") if not row.rstrip().endswith(unknown))
        body = body.replace("{file}", page.source.file if page.source else "")
    # what people wrote is encoded whole; only the two places for lines stay open
    values = {"{pointer}": page.said, "{address}": address, "{old}": "", "{page}": page.title}
    title = _filled(words.raw("script.edit.title"), values)
    href = form.replace("{title}", title).replace("{body}", _filled(body, values))
    return Suggestion(form, href, page.said)


def _filled(text: str, values: dict[str, str]) -> str:
    """A text percent-encoded, with encoded values in its places; places without a value stay open."""
    # lines of a letter end so in its address (RFC 6068, 5)
    made = quote(text.strip().replace("\n", "\r\n"), safe="{}")
    for place, value in values.items():
        made = made.replace(place, quote(value, safe=""))
    return made
