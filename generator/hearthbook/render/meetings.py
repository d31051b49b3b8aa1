"""The rituals of a community in the order in which readers need them, and where they take place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hearthbook.calendar.describe import frequency
from hearthbook.calendar.speaking import zone_city

if TYPE_CHECKING:
    from collections.abc import Iterator

    from babel import Locale

    from hearthbook.model.belonging import Channel
    from hearthbook.model.community import Community
    from hearthbook.model.recurrence import When
    from hearthbook.model.rhythm import Ritual
    from hearthbook.render.words import Words


def find_channel(community: Community, name: str) -> Channel | None:
    """The channel with this id or name (a leading # does not matter), or None."""
    wanted = name.removeprefix("#").casefold()
    for channel in community.channels:
        if wanted in (channel.id.casefold(), channel.name.removeprefix("#").casefold()):
            return channel
    return None


def _zones(when: When) -> Iterator[str | None]:
    yield when.zone
    yield from (slot.zone for slot in when.alternate)


def names_a_screen(text: str, screens: tuple[str, ...]) -> bool:
    """Whether a text has a word that begins as those for meeting on screens do, such as `video`."""
    return any(word.startswith(screens) for word in re.findall(r"\w+", text.casefold()))


def cities_of(when: When, locale: Locale) -> str:
    """What the cities of a rhythm are called, where that is not the name of the zone."""
    zones = dict.fromkeys(zone for zone in _zones(when) if zone)
    named = ((zone, zone_city(zone, locale)) for zone in zones)
    return ",".join(f"{zone}={city}" for zone, city in named if city != zone_city(zone))


class Meetings:
    """What templates may ask about the rituals of one community."""

    def __init__(self, community: Community, words: Words) -> None:
        """Bind the community, and the words by which a meeting on screens is known."""
        self._community = community
        self._screens = tuple(words.raw("rituals.screens").split())
        self._locale = words.locale

    def lasting(self) -> tuple[Ritual, ...]:
        """The rituals without a last day, in the founder's order."""
        return tuple(each for each in self._going() if not (each.when and each.when.until))

    def ending(self) -> tuple[Ritual, ...]:
        """The rituals with a last day; pages never know whether it has passed."""
        return tuple(each for each in self._going() if each.when and each.when.until)

    def retired(self) -> tuple[Ritual, ...]:
        """The rituals that are not done any more, in the founder's order."""
        return tuple(each for each in self._community.rituals if each.retired)

    def _going(self) -> Iterator[Ritual]:
        return (each for each in self._community.rituals if not each.retired)

    def next_meeting(self) -> Ritual | None:
        """The ritual to name where there is room for one; without a last day before any that has one.

        What brings people together comes before what each writes alone, a time of
        day before none, and often before seldom.
        """

        def rank(planned: tuple[Ritual, When]) -> tuple[bool, bool, float]:
            ritual, when = planned
            return self._gathers(ritual), bool(when.at), frequency(when)

        for rituals in (self.lasting(), self.ending()):
            planned = [(each, each.when) for each in rituals if each.when]
            if planned:
                return max(planned, key=rank)[0]
        return None

    def on_screen(self, ritual: Ritual) -> bool:
        """Whether it takes place on screens: in a channel, at an address, or in a video room."""
        where = ritual.where or ""
        known = "://" in where or (where and find_channel(self._community, where))
        return bool(known) or self._names_a_screen(where)

    def cities(self) -> tuple[str, ...]:
        """The cities on whose clocks the community meets on screens, each once."""
        whens = (ritual.when for ritual in self._going() if self.on_screen(ritual))
        timed = (when for when in whens if when and (when.at or when.alternate))
        zones = (zone for when in timed for zone in _zones(when) if zone)
        return tuple(dict.fromkeys(zone_city(zone, self._locale) for zone in zones))

    def city_names(self, ritual: Ritual) -> str:
        """What its cities are called, where that is not the name of the zone: `Europe/Zurich=Zürich`."""
        return cities_of(ritual.when, self._locale) if ritual.when else ""

    def _names_a_screen(self, text: str) -> bool:
        return names_a_screen(text, self._screens)

    def _gathers(self, ritual: Ritual) -> bool:
        """Whether people come together for it: anywhere but in a channel that is only written in."""
        channel = find_channel(self._community, ritual.where) if ritual.where else None
        return not channel or self._names_a_screen(channel.platform or "")
