"""What `hearthbook mix` says: how things stand in numbers, and the clique alarm."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
from markupsafe import Markup

from hearthbook.cli.common import count
from hearthbook.mixing.clique import clique_in
from hearthbook.mixing.figures import figures
from hearthbook.mixing.plan import PAIR
from hearthbook.mixing.sizes import circle_sizes
from hearthbook.render.words import joined

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from hearthbook.mixing.clique import Occasion
    from hearthbook.mixing.figures import Figures
    from hearthbook.mixing.plan import Way
    from hearthbook.mixing.schedule import Schedule
    from hearthbook.mixing.values import Member
    from hearthbook.render.words import Words


class ThemeVoice:
    """Says the theme's words, for pages and for places that know no Markdown."""

    def __init__(self, words: Words) -> None:
        """Speak with the words of one language."""
        self._words = words

    def plain(self, key: str, **values: object) -> str:
        """The sentence as plain text."""
        bare = {name: Markup(each) if isinstance(each, str) else each for name, each in values.items()}  # noqa: S704 - it goes into no page
        return str(self._words.say(key, **bare))

    def markdown(self, key: str, **values: object) -> str:
        """The sentence as Markdown."""
        return str(self._words.say(key, **values))

    def names(self, names: Sequence[str]) -> str:
        """Names as a list, as plain text."""
        return joined(list(names), self._words)

    def names_in_markdown(self, names: Sequence[str]) -> str:
        """Names as a list in Markdown."""
        return str(self._words.listing(list(names)))


def names_on(some: Sequence[Member], day: date) -> list[str]:
    """Who of them takes part on a day."""
    return [member.name for member in some if member.takes_part(day)]


def tell(today: date, done: Schedule, some: Sequence[Member], way: Way) -> None:
    """Says what there is, in numbers."""
    rounds = done.rounds
    day = max(rounds[-1].day, today) if rounds else today
    names = names_on(some, day)
    kind = "pairs" if way.size == PAIR else f"circles of {_sizes(len(names), way.size)}"
    click.echo(f"{count(len(names), 'member takes', 'members take')} part on {day}, in {kind}.")
    if done.kept:
        stay = "stays as it is" if len(done.kept) == 1 else "stay as they are"
        click.echo(f"{count(len(done.kept), 'round has', 'rounds have')} begun and {stay}.")
    if done.planned:
        first, last = done.planned[0].day, done.planned[-1].day
        when = f"on {first}" if first == last else f"from {first} to {last}"
        click.echo(f"{count(len(done.planned), 'round is', 'rounds are')} planned, {when}.")
    if rounds:
        _tell_figures(figures(rounds, names, way.size))


def _sizes(members: int, size: int) -> str:
    """`4`, or `3 and 4` where the number of members wants both."""
    return " and ".join(map(str, sorted(set(circle_sizes(members, size))))) or str(size)


def _tell_figures(found: Figures) -> None:
    again = (
        f"with {count(found.repeats, 'repeat', 'repeats')}: two meet {found.most} times at the most"
        if found.repeats
        else "none of them twice"
    )
    click.echo(
        f"After {count(found.rounds, 'round', 'rounds')}, {found.met:,} of {found.pairs:,} pairs have met "
        f"({found.coverage:.0%}), {again}."
    )
    others = f"{found.fewest_met} to " if found.fewest_met < found.most_met else ""
    click.echo(f"Each member has met {others}{count(found.most_met, 'other', 'others')}.")
    needed = count(found.needed, "round", "rounds")
    if found.complete:
        done = count(found.complete, "round", "rounds")
        click.echo(f"All have met after {done}; the known minimum is {found.needed}.")
    else:
        click.echo(f"Until all have met, it takes {needed} at the least.")


def alarm(occasions: Sequence[Occasion], where: str, slug: str) -> None:
    """Says so when the same people keep meeting, and what helps."""
    found = clique_in(occasions) if occasions else None
    if found is None:
        return
    click.echo(
        f"{where}: the same people keep meeting, {', '.join(found.names)} (two of them {found.times} times); "
        f"{found.repeats} repeats, where chance would give {found.expected:.0f}. Follow the next rounds of "
        f"`hearthbook mix {slug} --rounds 6`, which bring those together who have met least, and ask each of "
        "these people to invite somebody new."
    )
