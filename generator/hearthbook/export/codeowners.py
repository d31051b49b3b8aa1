"""CODEOWNERS: whom a forge asks when a file changes, in the syntax of each forge.

On GitHub and GitLab a pattern is a path, and the last that fits decides; GitLab asks each section by itself,
so everything stands in one. Gitea and Forgejo read regular expressions for whole paths and ask everybody of
whom one fits, so whoever looks after the rest is asked by an expression for all that is nobody else's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable

Forge = Literal["github", "gitlab", "forgejo"]
FORGES: Final[tuple[Forge, ...]] = ("github", "gitlab", "forgejo")
FILES: Final[dict[Forge, str]] = {
    "github": ".github/CODEOWNERS",
    "gitlab": ".gitlab/CODEOWNERS",
    "forgejo": ".forgejo/CODEOWNERS",
}
"""Where each forge finds it, from the repository's folder."""
READ_BEFORE: Final[dict[Forge, tuple[str, ...]]] = {
    "github": (),
    "gitlab": ("CODEOWNERS", "docs/CODEOWNERS"),
    "forgejo": ("CODEOWNERS", "docs/CODEOWNERS", ".gitea/CODEOWNERS"),
}
"""Files that a forge reads instead, where there is one."""
HEADER: Final = """\
# Made by `hearthbook owners --write` from the roles in communities/; changes here are lost.
# `hearthbook owners --check` says whether it is current.
"""
_LOGINS: Final[dict[Forge, re.Pattern[str]]] = {
    "github": re.compile(
        r"@[A-Za-z0-9](?:[A-Za-z0-9]|-(?=[A-Za-z0-9])){0,38}(?:/[A-Za-z0-9][A-Za-z0-9_-]*)?"
    ),
    "gitlab": re.compile(r"@[A-Za-z0-9_][A-Za-z0-9_.-]{0,253}(?<![.])(?:/[A-Za-z0-9_][A-Za-z0-9_.-]*)*"),
    "forgejo": re.compile(r"@[A-Za-z0-9](?:[A-Za-z0-9]|[._-](?=[A-Za-z0-9])){0,39}(?:/[A-Za-z0-9][\w.-]*)?"),
}
_SIGNS: Final = re.compile(r"([\\ #*?\[\]!])")
_REGEX: Final = re.compile(r"([\\.+*?()|\[\]{}^$])")
_CONSUMED: Final = re.compile(r"([\\ #])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Owned:
    """A community's files and who is asked about them."""

    slug: str
    """The community."""
    owners: tuple[str, ...]
    """Accounts with their @; at least one."""


def possible(account: str, forge: Forge) -> bool:
    """Whether an account or a team can be called so on a forge."""
    return bool(_LOGINS[forge].fullmatch(account))


def codeowners(owned: Iterable[Owned], rest: tuple[str, ...], forge: Forge, prefix: str = "") -> str:
    """The file: whom a forge asks about each community, and `rest` about everything else.

    `prefix` is the path of the project folder from the repository's, with a slash at its end.
    """
    several = sorted(owned, key=lambda one: one.slug)
    lines = _expressions(several, rest, prefix) if forge == "forgejo" else _patterns(several, rest, prefix)
    head = [HEADER, "[Hearthbook]"] if forge == "gitlab" else [HEADER]
    return "\n".join([*head, *lines]) + "\n"


def _patterns(several: list[Owned], rest: tuple[str, ...], prefix: str) -> list[str]:
    lines = [f"* {' '.join(rest)}"]
    root = _SIGNS.sub(r"\\\1", f"/{prefix}")
    for one in several:
        people = " ".join(one.owners)
        lines += [f"{root}communities/{one.slug}.yml {people}", f"{root}content/{one.slug}/ {people}"]
    return lines


def _expressions(several: list[Owned], rest: tuple[str, ...], prefix: str) -> list[str]:
    root = _literal(prefix)
    whole = "|".join(one.slug for one in several)
    others = f"!{_files(root, f'({whole})')}" if several else ".*"
    lines = [f"{others} {' '.join(rest)}"]
    return [*lines, *(f"{_files(root, one.slug)} {' '.join(one.owners)}" for one in several)]


def _files(root: str, slugs: str) -> str:
    dot = _literal(".")
    return f"({root}communities/{slugs}{dot}yml|{root}content/{slugs}/.*)"


def _literal(text: str) -> str:
    """Text as an expression for itself; the forge takes one backslash away before it reads the expression."""
    return _CONSUMED.sub(r"\\\1", _REGEX.sub(r"\\\1", text))
