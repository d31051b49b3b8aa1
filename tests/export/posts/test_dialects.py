"""Texts of people stay texts, wherever they are pasted."""

from __future__ import annotations

import html
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import markdown

from hearthbook.export.posts.dialects import DISCORD, JOINER, SLACK, SLACK_API, TEXT, Dialect
from hearthbook.export.posts.parted import cut, parted
from hearthbook.export.posts.platforms import OPTION_TITLE, SCREEN, discord, discourse
from hearthbook.export.posts.written import written
from hearthbook.model.community import Community

PROMISE = {"for": ("readers",), "outcome": "read a book"}


@pytest.mark.parametrize(
    ("dialect", "text", "harmless"),
    [
        (SLACK_API, "<!channel> & co", f"&lt;{JOINER}!channel&gt; &amp; co"),
        (SLACK, "<b> & co", "<b> & co"),
        (SLACK, "ask @here", f"ask @{JOINER}here"),
        (SLACK, "*loud* and 2*3", f"{JOINER}*{JOINER}loud{JOINER}*{JOINER} and 2*3"),
        (DISCORD, "@everyone look", f"@{JOINER}everyone look"),
        (DISCORD, "*loud* || <@123>", "\\*loud\\* \\|\\| \\<@123\\>"),
        (DISCORD, "# no heading", "\\# no heading"),
        (TEXT, "<b> & co", "<b> & co"),
    ],
)
def test_what_a_place_would_obey_is_made_harmless(dialect: Dialect, text: str, harmless: str) -> None:
    assert dialect.escape(text) == harmless


@pytest.mark.parametrize(
    ("dialect", "link"),
    [
        (SLACK_API, "<https://example.org/?a=1&amp;b=2|words>"),
        (SLACK, "words (https://example.org/?a=1&b=2)"),
        (DISCORD, "[words](<https://example.org/?a=1&b=2>)"),
        (TEXT, "words (https://example.org/?a=1&b=2)"),
    ],
)
def test_a_link_is_written_as_the_place_has_it(dialect: Dialect, link: str) -> None:
    page = '<p><a href="https://example.org/?a=1&amp;b=2">words</a></p>'
    assert written(page, dialect).strip() == link


def test_an_address_that_says_itself_is_said_once() -> None:
    html = '<p><a href="mailto:a@example.org">a@example.org</a>, <a href="tel:112">112</a></p>'
    assert written(html, TEXT) == "a@example.org, 112\n"


def test_lists_keep_their_order_and_depth() -> None:
    html = markdown("1. one\n2. two\n    - a\n    - b\n\nAfter.")
    assert written(html, DISCORD) == "1. one\n2. two\n  • a\n  • b\n\nAfter.\n"


@pytest.mark.parametrize(
    ("dialect", "block"),
    [
        (SLACK_API, f"```\na &lt;{JOINER}!channel&gt;\n''''\n@{JOINER}everyone `*b*`\n```\n"),
        (DISCORD, f"```\na <!channel>\n''''\n@{JOINER}everyone `*b*`\n```\n"),
        (TEXT, "    a <!channel>\n    ````\n    @everyone `*b*`\n"),
    ],
)
def test_a_block_of_code_shows_its_text_and_obeys_none_of_it(dialect: Dialect, block: str) -> None:
    html = "<pre><code>a &lt;!channel&gt;\n````\n@everyone `*b*`\n</code></pre>"
    assert written(html, dialect) == block


@pytest.mark.parametrize(
    ("dialect", "line"),
    [
        (SLACK_API, f"say `&lt;{JOINER}!here&gt; 'a' @{JOINER}here *b*`\n"),
        (DISCORD, f"say `<!here> 'a' @{JOINER}here *b*`\n"),
        (TEXT, "say <!here> `a` @here *b*\n"),
    ],
)
def test_code_in_a_line_shows_its_text_and_obeys_none_of_it(dialect: Dialect, line: str) -> None:
    assert written("<p>say <code>&lt;!here&gt; `a` @here *b*</code></p>", dialect) == line


def test_plain_text_is_as_wide_as_a_letter() -> None:
    html = f"<p>{'word ' * 60}</p><ul><li>{'word ' * 40}</li></ul>"
    assert max(map(len, written(html, TEXT).split("\n"))) <= 72


@given(st.text(max_size=300))
def test_no_text_calls_everybody(text: str) -> None:
    for dialect in (SLACK, SLACK_API, DISCORD):
        assert not re.search(r"@(channel|here|everyone)\b", dialect.escape(text), re.IGNORECASE)
    assert not re.search(r"<[!@#]", SLACK.escape(text))
    assert "<" not in SLACK_API.escape(text)


@given(st.text("`<!@>*_ab \n") | st.text())
def test_no_text_that_stands_as_code_ends_it_or_calls_anybody(text: str) -> None:
    shown = html.escape(text, quote=False)
    for dialect in (SLACK, SLACK_API, DISCORD):
        block = written(f"<p>so</p><pre><code>{shown}</code></pre>", dialect)
        assert block.count("```") == (2 if text.strip() else 0)
        line = written(f"<p>so <code>{shown}</code></p>", dialect)
        assert line.count("`") == 2
        assert not re.search(r"@(channel|here|everyone)\b", block + line, re.IGNORECASE)
        assert dialect is DISCORD or not re.search("<[!@#]", block + line)


@given(st.text("ab .\n`", max_size=400), st.integers(40, 120))
def test_parts_are_never_longer_than_a_message_and_lose_no_word(text: str, limit: int) -> None:
    parts = parted(text, limit)
    assert all(len(part) <= limit for part in parts)
    words = "".join(part.rpartition("(")[0] if len(parts) > 1 else part for part in parts)
    assert re.sub(r"[\s`]", "", words) == re.sub(r"[\s`]", "", text)


@pytest.mark.parametrize("many", [2, 9, 10, 120])
def test_each_of_several_parts_ends_in_its_number(many: int) -> None:
    parts = parted("\n\n".join(["x" * 60] * many), 100)
    assert [part.split("\n\n")[-1] for part in parts] == [f"({n}/{many})" for n in range(1, many + 1)]


def test_a_text_that_fits_has_no_number() -> None:
    assert parted("x" * 100, 100) == ("x" * 100,)
    assert parted("x" + "\n" * 100 + "x", 100) == ("x\n\nx",)


def test_a_block_of_code_is_closed_in_each_part() -> None:
    parts = parted("```\n" + "\n\n".join(["line of words"] * 12) + "\n```", 80)
    assert len(parts) > 1
    assert all(part.count("```") == 2 for part in parts)


@given(st.text(max_size=200), st.integers(10, 60))
def test_a_text_that_is_cut_says_so(text: str, limit: int) -> None:
    short, lost = cut(text, limit)
    assert len(short) <= limit
    assert lost == (len(" ".join(text.split())) > limit)


def test_discord_gets_what_it_takes_and_hears_what_was_cut() -> None:
    questions = ({"id": "who", "ask": "Who?", "options": ("x" * 80, "b")}, {"id": "why", "ask": "Why?"})
    community = Community.model_validate(
        {"name": "Oak", "tagline": "t" * 300, "promise": PROMISE, "onboarding": {"questions": questions}}
    )
    data, notes = discord(community, str)
    assert len(data["welcome_screen"]["description"]) == SCREEN
    assert [each["title"] for each in data["onboarding"]["prompts"]] == ["Who?"]
    assert len(data["onboarding"]["prompts"][0]["options"][0]["title"]) <= OPTION_TITLE
    assert len(notes) == 3
    assert json.dumps(data)


def test_discourse_gets_a_category_for_each_channel() -> None:
    channels = ({"id": "help", "name": "#help", "purpose": "Ask here"},)
    community = Community.model_validate({"name": "Oak", "promise": PROMISE, "channels": channels})
    data, notes = discourse(community, str)
    assert data["categories"] == [{"name": "help", "slug": "help", "description": "Ask here", "position": 0}]
    assert notes == []
