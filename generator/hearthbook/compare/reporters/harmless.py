"""Text of people made harmless for a comment on a code host.

Such comments are GitHub's, GitLab's or Forgejo's Markdown. Nobody who sends a change may make a comment
that calls people (`@name`), points at other issues or commits, closes things (`/close`), shows pictures
or leads elsewhere. Every character stays to be read; where a host would act on some of them, a zero-width
space stands between.
"""

from __future__ import annotations

import re
from typing import Final

_GAP: Final = "\N{ZERO WIDTH SPACE}"
_UNSEEN: Final = re.compile(
    "[\x00-\x1f\x7f-\x9f\u200b\u2028-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ud800-\udfff]"
    "|[\U000e0000-\U000e007f]"
)
"""Controls, marks that turn the direction of text around, and characters that hide."""
_CALLS: Final = re.compile(
    r"""
      @(?=[\w-])                              # people and teams; addresses of mail as well
    | [#!$~%](?=[\w"'*-])                     # issues, merge requests, snippets, labels, milestones
    | &(?=\d)                                 # epics
    | :(?=//)                                 # addresses
    | :(?=[a-z+-][\w+-]*:)                           # pictures by name
    | (?i:(?<!\w)(?:www|mailto|xmpp|tel|GH-?|[A-Z][A-Z0-9_]+-))(?=[.:\d])  # addresses, issues elsewhere
    | \[\[                                    # wiki pages
    | (?<!\S)/(?=[a-z])                       # commands to the host
    """,
    re.VERBOSE,
)
_COMMIT: Final = re.compile(r"(?<![\w])[0-9a-fA-F]{7,}(?![\w])")
_SHORT: Final = 6
"""Digits that are too few for a commit's name."""
_MARKUP: Final = re.compile(r"[\\`*_\[\]{}|~$]")
_START: Final = re.compile(r"^(\d*)([#+=.)-])")
"""What would begin a heading or a list."""
_ENTITIES: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


def harmless(text: str, *, inside: bool = False) -> str:
    """The text on one line, as Markdown within which nothing acts.

    `inside` says that it stands behind something else, and so cannot begin a heading or a list.
    """
    line = _UNSEEN.sub("\N{REPLACEMENT CHARACTER}", " ".join(text.split()))
    apart = _CALLS.sub(lambda match: match[0] + _GAP, line)
    apart = _COMMIT.sub(lambda match: _pieces(match[0]), apart)
    escaped = "".join(_ENTITIES.get(character, character) for character in apart)
    safe = _MARKUP.sub(lambda match: "\\" + match[0], escaped)
    return safe if inside else _START.sub(r"\1\\\2", safe)


def harmless_code(text: str) -> str:
    """The same as `<code>`, for paths."""
    return f"<code>{harmless(text)}</code>"


def _pieces(digits: str) -> str:
    return _GAP.join(digits[at : at + _SHORT] for at in range(0, len(digits), _SHORT))
