"""Where an archive will be kept, as far as its folder tells: which workflows it needs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from hearthbook.history.log import ask

if TYPE_CHECKING:
    from pathlib import Path

NAMES: Final = {"github": "GitHub", "gitlab": "GitLab", "forgejo": "Forgejo"}
"""The forges for which there are workflows."""
NONE: Final = "none"
"""No forge: an archive without workflows."""
USUAL: Final = "github"
"""Taken where nothing tells."""

_HOSTS: Final = {"github": "github", "gitlab": "gitlab", "codeberg": "forgejo", "forgejo": "forgejo"}
_HOST: Final = re.compile(r"^(?:[a-z+]+://)?(?:[^@/]*@)?\[?([^/:\]]+)", re.IGNORECASE)


class Guess(NamedTuple):
    """A forge, and how it was found."""

    forge: str
    why: str
    """A sentence without its end."""


def guessed_forge(root: Path) -> Guess:
    """The forge that the remote `origin` of a folder's repository names, else the usual one."""
    address = ask(root, "remote", "get-url", "origin")
    if not address:
        return Guess(USUAL, "because nothing here says where the archive will be kept")
    host = host_of(address)
    for part, forge in _HOSTS.items():
        if part in host:
            return Guess(forge, f"because `origin` is on {host}")
    said = f"on {host}, which is not known" if host else "a folder"
    return Guess(USUAL, f"because `origin` is {said}")


def host_of(address: str) -> str:
    """The host in a remote's address, in lower case; empty for a path.

    It may be an URL, or `user@host:path` as git takes it for ssh.
    """
    found = _HOST.match(address)
    by_address = "://" in address or re.match(r"^[^/]+:", address)
    return found[1].lower() if found and by_address and not address.startswith("file:") else ""
