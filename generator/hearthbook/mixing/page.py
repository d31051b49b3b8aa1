"""The rounds in words: a page, an article, and a text to paste."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hearthbook.mixing.figures import Figures
    from hearthbook.mixing.values import Round

MARK: Final = "# `hearthbook mix` writes this file anew each time; what you change here is lost."
"""The second line of an article that the program may replace."""


class Voice(Protocol):
    """Says sentences in the language of a community."""

    def plain(self, key: str, **values: object) -> str:
        """The sentence as plain text."""

    def markdown(self, key: str, **values: object) -> str:
        """The sentence as Markdown, in which names mean nothing but themselves."""

    def names(self, names: Sequence[str]) -> str:
        """Names as a list of the language, as plain text."""

    def names_in_markdown(self, names: Sequence[str]) -> str:
        """The same as Markdown."""


def as_page(name: str, rounds: Sequence[Round], found: Figures, voice: Voice) -> str:
    """The rounds as a page of Markdown with its title."""
    return f"# {voice.markdown('rounds.title')}\n\n{_body(name, rounds, found, voice)}"


def as_article(name: str, rounds: Sequence[Round], found: Figures, voice: Voice) -> str:
    """The rounds as an article of the community, dated by its first round."""
    facts = {
        "title": voice.plain("rounds.title"),
        "author": "hearthbook mix",
        "basis": "source",
        "sources": voice.plain("rounds.source"),
        "summary": voice.plain("rounds.intro", name=name),
        **({"date": rounds[0].day.isoformat()} if rounds else {}),
    }
    lines = [
        f"{key}: {value if key == 'date' else json.dumps(value, ensure_ascii=False)}"
        for key, value in facts.items()
    ]
    front = "\n".join(["---", MARK, *lines, "---"])
    return f"{front}\n\n{_body(name, rounds, found, voice)}"


def as_text(each: Round, opt_out: str, voice: Voice) -> str:
    """One round as a text to paste where the group talks."""
    lines = [voice.plain("rounds.next", number=each.number, date=each.day), ""]
    lines += [f"- {voice.names(group)}" for group in each.groups]
    if each.resting:
        people = voice.names(each.resting)
        lines += ["", voice.plain("rounds.rests", count=len(each.resting), people=people)]
    lines += ["", voice.plain("rounds.ask"), *([opt_out.strip()] if opt_out else [])]
    return "\n".join(lines) + "\n"


def _body(name: str, rounds: Sequence[Round], found: Figures, voice: Voice) -> str:
    parts = [voice.markdown("rounds.intro", name=name)]
    for each in rounds:
        parts.append(f"## {voice.markdown('rounds.heading', number=each.number, date=each.day)}")
        parts.append("\n".join(f"- {voice.names_in_markdown(group)}" for group in each.groups))
        if each.resting:
            parts.append(voice.markdown("rounds.rests", count=len(each.resting), people=list(each.resting)))
    if found.complete:
        parts.append(voice.markdown("rounds.whole", number=found.complete))
    elif found.pairs:
        parts.append(voice.markdown("rounds.met", met=found.met, pairs=found.pairs))
    return "\n\n".join(parts) + "\n"
