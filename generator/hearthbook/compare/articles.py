"""What became of prose: a community's articles and the hub's own pages."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Final

from hearthbook.compare.comparison import Entry
from hearthbook.compare.mended import mended, only_typography
from hearthbook.compare.telling_cases import both
from hearthbook.model.changes import Told

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hearthbook.compare.voice import Voice
    from hearthbook.model.archive import HubText
    from hearthbook.model.changes import Kind
    from hearthbook.model.pages import Article

_ASIDE: Final = frozenset({"body", "place"})


def article_entries(old: Sequence[Article], new: Sequence[Article], voice: Voice) -> Iterator[Entry]:
    """Articles that are new, gone, say something else, or have another title, day or source."""
    before, after = ({one.name: one for one in articles} for articles in (old, new))
    yield from _entries(before, after, "article", voice)


def text_entries(old: Sequence[HubText], new: Sequence[HubText], voice: Voice) -> Iterator[Entry]:
    """The same for pages of the hub."""
    before, after = ({one.path: one for one in texts} for texts in (old, new))
    yield from _entries(before, after, "text", voice)


def _entries(
    old: dict[str, Article] | dict[str, HubText],
    new: dict[str, Article] | dict[str, HubText],
    what: str,
    voice: Voice,
) -> Iterator[Entry]:
    for name in sorted(old.keys() | new.keys()):
        before, after = old.get(name), new.get(name)
        if told := _told(before, after, what, voice):
            page = after or before
            yield Entry(
                told=told,
                act="added" if not before else "removed" if not after else "changed",
                path=(f"{what}s", name),
                place=page.place if page else None,
                old=before.body if before else None,
                new=after.body if after else None,
            )


def _told(
    old: Article | HubText | None, new: Article | HubText | None, what: str, voice: Voice
) -> Told | None:
    page = new or old
    if page is None:
        return None
    key = f"change.report.{what}_"
    if not (old and new):
        kind: Kind = "facts"
        said = page.summary or ""
        headline = voice.sentence(key + ("new" if new else "gone"), title=page.title)
        return Told(kind=kind, headline=headline, after=said if new else "", before="" if new else said)
    if old.body != new.body:
        same = only_typography(old.body, new.body) or mended(old.body, new.body)
        said_ = both(old.body, new.body)
        headline = voice.sentence(f"{key}says", title=new.title)
        kind = "wording" if same else "facts"
        return Told(kind=kind, headline=headline, before=said_.before, after=said_.after, spans=said_.spans)
    names = [field.name for field in fields(new) if field.name not in _ASIDE]
    if all(getattr(old, name) == getattr(new, name) for name in names):
        return None
    if old.title != new.title:
        headline = voice.sentence("change.called", before=old.title, after=new.title)
        return Told(kind="facts", headline=headline)
    return Told(kind="facts", headline=voice.sentence("change.report.article_facts", title=new.title))
