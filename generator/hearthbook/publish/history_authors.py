"""Who changed something and why, as far as it may be shown."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from hearthbook.ingest.reveal import display
from hearthbook.model.pages import UNNAMED

if TYPE_CHECKING:
    from hearthbook.model.changes import Commit
    from hearthbook.model.community import Community
    from hearthbook.publish.history_masks import Mask

_LONGEST: Final = 200
"""Characters of a reason."""
_NOREPLY: Final = re.compile(r"(?:\d+\+)?(?P<login>[^@+]+)@users\.noreply\.\S+", re.IGNORECASE)
_TRAILER: Final = re.compile(
    r"(?:co-authored|signed-off|reviewed|acked|tested|reported|suggested|helped|approved|cc)[\w-]*:",
    re.IGNORECASE,
)


class Authors:
    """The people of a community, found by what commits say of their authors."""

    def __init__(self, community: Community) -> None:
        """Know them by their ids, names and handles."""
        self._people = community.people
        self._known: dict[str, set[str]] = {}
        for key, person in community.people.items():
            for alias in (key, person.name, person.handle):
                if alias:
                    self._known.setdefault(_bare(alias), set()).add(key)

    def shown(self, commit: Commit) -> str:
        """The author as they wish to be shown; empty for everybody else, and where it may be several."""
        aliases = {_bare(commit.author), *_local(commit.email)} - {""}
        found = {key for alias in aliases for key in self._known.get(alias, ())}
        if len(found) != 1:
            return ""
        key = found.pop()
        shown = display(key, self._people[key])
        return "" if shown == UNNAMED else shown


def _bare(alias: str) -> str:
    return " ".join(alias.split()).casefold().removeprefix("@")


def _local(email: str) -> tuple[str, ...]:
    """What stands before the @ of an address, or the account that a forge's own address is of."""
    forge = _NOREPLY.fullmatch(email.strip())
    return (_bare(forge["login"] if forge else email.strip().rpartition("@")[0]),)


def why(commit: Commit, mask: Mask, authors: frozenset[str]) -> str:
    """The reason that a commit gives, on one line, without names and addresses; empty where it gives none."""
    if _TRAILER.match(commit.subject):
        return ""
    plain = "".join(" " if _unseen(character) else character for character in commit.subject)
    told = " ".join(mask.without(plain, authors).split())
    return told if len(told) <= _LONGEST else told[: _LONGEST - 1].rstrip() + "\N{HORIZONTAL ELLIPSIS}"


def _unseen(character: str) -> bool:
    """Whether a character steers what is around it, or is none; joiners are letters of some languages."""
    return unicodedata.category(character)[0] == "C" and character not in "\u200c\u200d"
