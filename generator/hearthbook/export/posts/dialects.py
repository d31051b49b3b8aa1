"""How each place writes bold words, links and lists, and what it would take for a command.

A text of people can never call everybody, open a code block or make a link of its
own: whatever a place reads as a sign is made harmless first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

JOINER: Final = "\u2060"
"""Word joiner: cannot be seen, and keeps two characters from being read as one sign."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """The way of writing of one place."""

    name: str
    """`slack`, `slack-api`, `discord` or `text`."""
    ending: str
    """Of a file in it."""
    escape: Callable[[str], str]
    """Makes a text of people harmless."""
    verbatim: Callable[[str], str]
    """The same for a text that stands as code, where signs are shown as they were written."""
    bold: str
    lean: str
    code: str
    """What stands around bold and lean words and code; empty where there is no sign."""
    link: Callable[[str, str], str]
    """Words that are escaped already, and an address -> a link."""
    heading: Callable[[str], str]
    limit: int
    """The most characters of one message; 0 where there is no limit."""


# a text may begin or end beside a word of another, so an end of it counts as no gap
_SLACK_SIGNS: Final = re.compile(r"(?<!\w)[*_~`](?!\s)|(?<!\s)[*_~`](?!\w)")
_CALLS: Final = re.compile(r"@(?=(?:channel|here|everyone|group)\b)", re.IGNORECASE)
_DISCORD_SIGNS: Final = re.compile(r"[\\*_~`|<>\[\]]|^(?:#{1,3}|-#|[-+>]|\d+\.)(?=\s)", re.MULTILINE)
_FENCES: Final = re.compile("`{3,}")


def _for_slack(text: str) -> str:
    """As Slack takes it from somebody who writes: signs and calls broken up, also those of programs."""
    return _apart(_uncalled(_SLACK_SIGNS.sub(lambda sign: f"{JOINER}{sign[0]}{JOINER}", text)))


def _slack_code(text: str) -> str:
    """As Slack takes it in code from somebody who writes."""
    return _apart(_without_fences(text))


def _apart(text: str) -> str:
    """Without what a program would call somebody by, in case that one sends it."""
    return re.sub(r"<(?=[!@#])", f"<{JOINER}", text)


def _for_slack_programs(text: str) -> str:
    """As Slack takes it from a program, which has three characters more that mean something."""
    return _entities(_for_slack(text))


def _slack_programs_code(text: str) -> str:
    """As Slack takes it from a program in code, where it still reads what stands between angles."""
    return _entities(_slack_code(text))


def _entities(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _uncalled(text: str) -> str:
    return _CALLS.sub(f"@{JOINER}", text)


def _slack_programs_link(words: str, address: str) -> str:
    safe = address.replace("&", "&amp;").replace("<", "%3C").replace(">", "%3E").replace("|", "%7C")
    return f"<{safe}|{words.replace('|', '/')}>"


def _for_discord(text: str) -> str:
    """As Discord's Markdown takes it: signs behind a backslash, calls broken up."""
    return _uncalled(_DISCORD_SIGNS.sub(lambda sign: f"\\{sign[0]}", text))


def _without_fences(text: str) -> str:
    """As it stands in code, which a text cannot end by itself; nobody is called from there either."""
    return _uncalled(_FENCES.sub(lambda fence: "'" * len(fence[0]), text))


def _discord_link(words: str, address: str) -> str:
    safe = address.replace("(", "%28").replace(")", "%29").replace("<", "%3C").replace(">", "%3E")
    # Discord makes links of web addresses only; the angles keep it from showing a preview
    return f"[{words}](<{safe}>)" if safe.startswith(("https://", "http://")) else _beside(words, address)


def _beside(words: str, address: str) -> str:
    """The words with the address behind them, where they do not say it themselves."""
    if address.startswith("tel:"):
        return words
    said = address.removeprefix("mailto:")
    return words if said in words.replace("\\", "") or said == words else f"{words} ({said})"


def _underlined(words: str) -> str:
    return f"{words}\n{'=' * min(len(words), 72)}"


SLACK: Final = Dialect(
    name="slack",
    ending=".txt",
    escape=_for_slack,
    verbatim=_slack_code,
    bold="*",
    lean="_",
    code="`",
    link=_beside,
    heading="*{}*".format,
    limit=4000,
)
"""Slack's mrkdwn as a member pastes it, who cannot put an address behind words.

Slack's own guide for developers asks for messages of at most 4,000 characters.
"""

SLACK_API: Final = replace(
    SLACK,
    name="slack-api",
    escape=_for_slack_programs,
    verbatim=_slack_programs_code,
    link=_slack_programs_link,
)
"""Slack's mrkdwn as a program sends it."""

DISCORD: Final = Dialect(
    name="discord",
    ending=".md",
    escape=_for_discord,
    verbatim=_without_fences,
    bold="**",
    lean="*",
    code="`",
    link=_discord_link,
    heading="## {}".format,
    limit=2000,
)
"""Discord's Markdown; a message of a member holds 2,000 characters at most."""

TEXT: Final = Dialect(
    name="text",
    ending=".txt",
    escape=str,
    verbatim=str,
    bold="",
    lean="",
    code="",
    link=_beside,
    heading=_underlined,
    limit=0,
)
"""Plain text."""

DIALECTS: Final = {each.name: each for each in (SLACK, SLACK_API, DISCORD, TEXT)}
