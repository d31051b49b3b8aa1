"""Where the differences between two versions of an archive belong: to one community, several, or none."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from hearthbook.ingest.content import FOLDER as CONTENT
from hearthbook.ingest.folder import FOLDER as COMMUNITIES
from hearthbook.ingest.reader import printable
from hearthbook.model.findings import Place

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hearthbook.compare.policy import Class
    from hearthbook.history.differing import Differing
    from hearthbook.model.archive import Resolved
    from hearthbook.model.changes import Change
    from hearthbook.model.community import Community

_BASE: Final = re.compile(rf"{COMMUNITIES}/_[^/]+\.yml")
_OWN: Final = re.compile(rf"{COMMUNITIES}/([^/_.][^/]*)\.yml")
_ARTICLE: Final = re.compile(rf"{CONTENT}/([^/]+)/.+")
_SCHEMAS: Final = f"{COMMUNITIES}/.schema/"


@dataclass(frozen=True, slots=True, kw_only=True)
class What:
    """One difference that needs something."""

    text: str
    """What it is, in a few words."""
    kind: Class
    """Its class."""
    place: Place
    """Where it stands, in the new version if it is there."""
    change: Change | None = None
    """The difference itself; None where it is that of a whole file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What a change does to one community."""

    slug: str
    name: str
    """The community's name, else its slug."""
    act: Literal["added", "removed", "changed", "unread"]
    """Whether there is a community on both sides that can be read."""
    what: tuple[What, ...] = ()
    """The differences that are its own."""
    old: Community | None = None
    new: Community | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sorted:
    """The files of a change by whose they are."""

    own: dict[str, Differing]
    """Slug -> the community's file."""
    bases: dict[str, Differing]
    """Path -> a file that communities extend."""
    articles: dict[str, tuple[Differing, ...]]
    """Slug -> what differs in the community's content folder."""
    hub: tuple[Differing, ...]
    """Everything else in the two folders that is published."""
    outside: tuple[Differing, ...]
    """Everything that is not theirs to change: other folders, links, programs, hidden files."""


def sort_files(files: Iterable[Differing], slugs: frozenset[str]) -> Sorted:
    """The files of a change by whose they are; `slugs` are the communities on either side."""
    own: dict[str, Differing] = {}
    bases: dict[str, Differing] = {}
    articles: dict[str, tuple[Differing, ...]] = {}
    hub, outside = [], []
    for file in files:
        article = _ARTICLE.fullmatch(file.path)
        if not _theirs(file):
            outside.append(file)
        elif mine := _OWN.fullmatch(file.path):
            own[mine[1]] = file
        elif _BASE.fullmatch(file.path):
            bases[file.path] = file
        elif article and article[1] in slugs:
            articles[article[1]] = (*articles.get(article[1], ()), file)
        else:
            hub.append(file)
    return Sorted(own=own, bases=bases, articles=articles, hub=tuple(hub), outside=tuple(outside))


def _theirs(file: Differing) -> bool:
    """Whether contributors may change a file: an ordinary one in one of the two folders, and not hidden."""
    if not file.plain or not file.path.startswith((f"{COMMUNITIES}/", f"{CONTENT}/")):
        return False
    rest = file.path.removeprefix(_SCHEMAS)
    return not any(part.startswith(".") for part in rest.split("/"))


def of_file(file: Differing, kind: Class = "facts") -> What:
    """A whole file as a difference, a fact where nothing else is said."""
    path = printable(file.path)
    odd = "" if file.plain else ", and it is no ordinary file or no longer the same kind of file"
    return What(text=f"{path} {file.act}{odd}", kind=kind, place=Place(file=path))


def of_change(change: Change, told: str, new: Resolved, kind: Class) -> What:
    """A typed change, told in a sentence, as a difference of a class; its place is in the new version."""
    place = new.sources.place(change.after or _nearest(change, new))
    weightier = "" if kind == change.kind else f" This changes who may approve {kind}."
    return What(text=f"{told}{weightier}", kind=kind, place=place, change=change)


def _nearest(change: Change, new: Resolved) -> str:
    """The pointer to what is left around something that was taken out."""
    above = change.before.rpartition("/")[0]
    while above and above not in new.sources.spots:
        above = above.rpartition("/")[0]
    return above


def comes_from(change: Change, old: Resolved, new: Resolved) -> str:
    """The file in which a change was made: the community's own, or one that it extends."""
    return (new.sources.place(change.after) if change.after else old.sources.place(change.before)).file
