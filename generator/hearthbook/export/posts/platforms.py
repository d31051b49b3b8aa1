"""What platforms want to know of a community when a place for it is set up: Discord and Discourse, as JSON.

Ids are given by the platform, so they stand as `null` here, with the name beside
them; whoever uploads it fills them in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from hearthbook.export.posts.parted import cut
from hearthbook.ingest.slugs import address_word

if TYPE_CHECKING:
    from collections.abc import Callable

    from hearthbook.model.belonging import Channel, Question
    from hearthbook.model.community import Community

# Limits of Discord's API: channels, guild onboarding, welcome screen.
CHANNEL_NAME: Final = 100
TOPIC: Final = 1024
PROMPT_TITLE: Final = 100
OPTION_TITLE: Final = 50
SCREEN: Final = 140
SCREEN_CHANNEL: Final = 50
SCREEN_CHANNELS: Final = 5
# Limits of Discourse: a category's name and slug.
CATEGORY_NAME: Final = 50
CATEGORY_SLUG: Final = 50


class Fitted:
    """Cuts texts to what a platform takes, and remembers which were cut."""

    def __init__(self, platform: str) -> None:
        """Begin with nothing cut."""
        self._platform = platform
        self.notes: list[str] = []

    def __call__(self, text: str, limit: int, what: str) -> str:
        """The text in at most `limit` characters."""
        short, lost = cut(text, limit)
        if lost:
            self.notes.append(f"{what} cut to {limit} characters, which is what {self._platform} takes")
        return short


def discord(community: Community, plain: Callable[[str], str]) -> tuple[dict[str, Any], list[str]]:
    """A server's channels, onboarding and welcome screen, and what had to be cut.

    `plain` makes a text of people plain.
    """
    fit = Fitted("Discord")
    channels = [_discord_channel(each, fit, plain) for each in community.channels]
    questions = community.onboarding.questions if community.onboarding else ()
    prompts = [each for each in (_prompt(one, fit, plain) for one in questions) if each["options"]]
    shown = channels[:SCREEN_CHANNELS]
    if len(channels) > SCREEN_CHANNELS:
        fit.notes.append(f"a welcome screen shows {SCREEN_CHANNELS} channels, so the others are not on it")
    screen = {
        "description": fit(plain(community.tagline or community.promise.outcome), SCREEN, "the welcome"),
        "welcome_channels": [
            {
                "channel_id": None,
                "channel": each["name"],
                "description": fit(
                    each["topic"] or each["name"], SCREEN_CHANNEL, f"the line on {each['name']}"
                ),
            }
            for each in shown
        ],
    }
    data = {
        "channels": channels,
        "onboarding": {
            "prompts": prompts,
            "default_channel_ids": [None] * len(channels),
            "default_channels": [each["name"] for each in channels],
            "enabled": False,
            "mode": 0,
        },
        "welcome_screen": screen,
    }
    return data, fit.notes


def _discord_channel(channel: Channel, fit: Fitted, plain: Callable[[str], str]) -> dict[str, Any]:
    name = address_word(channel.name, channel.id)[:CHANNEL_NAME]
    return {
        "name": name,
        "type": 0,
        "topic": fit(plain(channel.purpose or ""), TOPIC, f"the topic of {name}"),
    }


def _prompt(question: Question, fit: Fitted, plain: Callable[[str], str]) -> dict[str, Any]:
    title = fit(plain(question.ask), PROMPT_TITLE, "a question")
    if not question.options:
        fit.notes.append(f"left out `{title}`: it has no options, and Discord asks only what one can choose")
    options: list[dict[str, Any]] = [
        {
            "title": fit(plain(each), OPTION_TITLE, "an option"),
            "description": None,
            "channel_ids": [],
            "role_ids": [],
        }
        for each in question.options
    ]
    return {
        "title": title,
        "type": 0,
        "options": options,
        "single_select": True,
        "required": False,
        "in_onboarding": True,
    }


def discourse(community: Community, plain: Callable[[str], str]) -> tuple[dict[str, Any], list[str]]:
    """Categories with what to write into their first topic, and what had to be cut."""
    fit = Fitted("Discourse")
    categories = [
        {
            "name": fit(plain(each.name).lstrip("#"), CATEGORY_NAME, "a name"),
            "slug": address_word(each.name, each.id)[:CATEGORY_SLUG].rstrip("-"),
            "description": plain(each.purpose or ""),
            "position": place,
        }
        for place, each in enumerate(community.channels)
    ]
    return {"categories": categories}, fit.notes
