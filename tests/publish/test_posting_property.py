"""Whatever a community says, its texts can be written, and each place takes what is for it."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from email import message_from_string
from email.policy import default
from typing import TYPE_CHECKING, Any, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearthbook.compare.facts import community_of
from hearthbook.export.posts import platforms
from hearthbook.export.posts.dialects import DIALECTS
from hearthbook.ingest.reveal import publishable
from hearthbook.publish.posting import MESSAGES, Posting
from tests.compare.strategies import communities
from tests.render import support

if TYPE_CHECKING:
    from hearthbook.model.community import Community

LONG: Final = (
    "word " * 1200,
    "A sentence of some words. " * 300,
    "x" * 5000,
    "\n\n".join(["a paragraph with `code` and *signs*"] * 200),
    "```\n" + "a line of code\n\n" * 400 + "```",
    "\n".join(f"- entry {number}" for number in range(700)),
    "&<>|" * 1500,
    "[words](https://example.org/a_b) " * 200,
    "\N{DECIDUOUS TREE}" * 3000,
)
CALLS: Final = (
    "@everyone",
    "<!channel>",
    "`@here`",
    "```\n<!here> @channel\n```",
    "[@everyone](/oak/)",
    "<@123>",
)


@st.composite
def postings(draw: st.DrawFn) -> Posting:
    """The texts of a community, one of ours or made up, with long and harmful words in places."""
    chance = random.Random(draw(st.integers(0, 2**32)))  # noqa: S311 - not a secret
    made_up = communities().map(community_of)
    whole: Community = draw(st.sampled_from(support.shipped()) | made_up)
    whole = support.thinned(whole, draw(st.sampled_from((0, 0.2, 0.6))), chance)
    whole = support.hostile(whole, 0.3, chance, (*LONG, *CALLS, *support.HOSTILE))
    whole = support.nameless(whole) if draw(st.booleans()) else publishable(whole)
    language = draw(st.sampled_from(("en", "de", "ar", "fr")))
    site = draw(st.sampled_from(("", "https://example.org/h/")))
    return Posting(replace(support.cell(whole), language=language), site)


@pytest.mark.slow
@given(postings())
@settings(max_examples=40)
def test_each_place_takes_each_part(posting: Posting) -> None:
    for place, dialect in DIALECTS.items():
        texts = posting.messages(place)
        assert len({text.name for text in texts}) == len(texts)
        for text in texts:
            assert text.content.strip()
            assert not dialect.limit or len(text.content.strip()) <= dialect.limit
            assert not dialect.code or text.content.count("```") % 2 == 0


@pytest.mark.slow
@given(postings())
@settings(max_examples=40)
def test_no_text_of_a_community_calls_anybody(posting: Posting) -> None:
    for place in ("slack", "slack-api", "discord"):
        whole = "\n".join(text.content for text in posting.messages(place))
        assert not re.search(r"@(everyone|here|channel)\b", whole)
        assert place == "discord" or not re.search(r"<[!@#]", whole)


@pytest.mark.slow
@given(postings())
@settings(max_examples=40)
def test_every_other_text_is_written_too(posting: Posting) -> None:
    texts = [text for place in MESSAGES for text in posting.messages(place)]
    assert all(text.content.strip() for text in (*texts, *posting.health()))
    assert all(posting.card(ending).strip() for ending in (".md", ".txt", ".html"))
    for text in texts:
        if text.name.endswith(".eml"):
            letter = message_from_string(text.content, policy=default)
            assert {part.get_content_type() for part in letter.walk()} >= {"text/plain", "text/html"}
            assert not letter.defects


@given(postings())
@settings(max_examples=40)
def test_platforms_take_what_is_for_them(posting: Posting) -> None:
    server, _ = platforms.discord(posting.community, str)
    forum, _ = platforms.discourse(posting.community, str)
    _fits(server["channels"], name=platforms.CHANNEL_NAME, topic=platforms.TOPIC)
    prompts = server["onboarding"]["prompts"]
    _fits(prompts, title=platforms.PROMPT_TITLE)
    _fits([option for each in prompts for option in each["options"]], title=platforms.OPTION_TITLE)
    screen = server["welcome_screen"]
    _fits([screen], description=platforms.SCREEN)
    _fits(screen["welcome_channels"], description=platforms.SCREEN_CHANNEL)
    assert len(screen["welcome_channels"]) <= platforms.SCREEN_CHANNELS
    _fits(forum["categories"], name=platforms.CATEGORY_NAME, slug=platforms.CATEGORY_SLUG)


def _fits(entries: list[dict[str, Any]], **limits: int) -> None:
    for entry in entries:
        for key, limit in limits.items():
            assert len(entry[key]) <= limit, (key, entry[key])
