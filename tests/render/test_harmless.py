"""Whatever people write, a page holds nothing that they were not meant to put there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import given, settings

from hearthbook.render.plain import plain
from hearthbook.render.prose import prose
from tests.render.hostile import TEXTS, resolve
from tests.render.reading import PUBLISHED, WRITTEN, read, strangers, to_html

if TYPE_CHECKING:
    from tests.render.reading import Reader

# How templates and helpers embed a line of plain text: @ stands for it.
PLACES: Final = (
    "@",
    "# @",
    "# @ {#id .c}",
    "## [@](norms.md#x) {#id}",
    "- @",
    "- @\n    {: #id .c }",
    "1. **Label:** @\n    {: #s }\n\n    more\n    {: .hb }",
    "| a | b |\n|---|---|\n| @ | y |",
    "**Label:** @",
    "**@:** value",
    "@\n{: #id .c }",
    "*@*{: .c }",
    '<div class="c" markdown>\n\n@\n\n</div>',
    "[@](norms.md)",
    "“@”",
)
# How they embed prose.
GROUNDS: Final = (
    "@",
    "# Head\n\n@",
    "before\n\n@\n\nthe end",
    "**Label:**\n{: .c }\n\n@\n\n**Next:** the end",
    "- one\n\n@\n\n1. two\n\n## Last\n\nthe end",
)


def _shape(reader: Reader) -> list[tuple[str, list[tuple[str, str]]]]:
    """Tags and attributes, but for ids that are made from the words of a heading."""
    return [
        (tag.name, sorted(item for item in tag.attributes.items() if item[0] != "id" or tag.name != "h1"))
        for tag in reader.tags
    ]


@pytest.mark.parametrize("place", PLACES)
@settings(max_examples=60)
@given(text=TEXTS)
def test_plain_text_changes_nothing_around_it(place: str, text: str) -> None:
    reader = read(to_html(place.replace("@", plain(text))))
    assert _shape(reader) == _shape(read(to_html(place.replace("@", "x"))))
    assert not reader.other


@pytest.mark.parametrize("place", PLACES)
@settings(max_examples=60)
@given(text=TEXTS)
def test_plain_text_is_shown_exactly_as_it_was_written(place: str, text: str) -> None:
    before, after = read(to_html(place.replace("@", "@"))).text.split("@")
    shown = read(to_html(place.replace("@", plain(text)))).text
    assert shown == " ".join(f"{before}{text}{after}".split())


@pytest.mark.parametrize("ground", GROUNDS)
@settings(max_examples=120)
@given(text=TEXTS)
def test_prose_becomes_nothing_but_paragraphs_lists_quotes_code_and_links(ground: str, text: str) -> None:
    alone = to_html(prose(text, resolve))
    assert list(strangers(alone, WRITTEN)) == []
    whole = to_html(ground.replace("@", prose(text, resolve)))
    assert list(strangers(_without_ground(whole), PUBLISHED)) == []


@pytest.mark.parametrize("ground", GROUNDS)
@settings(max_examples=120)
@given(text=TEXTS)
def test_an_article_becomes_nothing_but_what_articles_may_hold(ground: str, text: str) -> None:
    whole = to_html(ground.replace("@", prose(text, resolve, article=True)))
    assert list(strangers(_without_ground(whole), PUBLISHED)) == []


def _without_ground(html: str) -> str:
    return html.replace('<h1 id="head">Head</h1>', "").replace('<p class="c">', "<p>")


@pytest.mark.parametrize("article", [False, True])
@settings(max_examples=200)
@given(text=TEXTS)
def test_what_follows_prose_is_not_drawn_into_it(text: str, *, article: bool) -> None:
    html = to_html(f"before\n\n{prose(text, resolve, article=article)}\n\n## End {{#end}}\n\nthe end")
    assert html.startswith("<p>before</p>")
    assert '<h2 id="end">End</h2>\n<p>the end</p>' in html


@settings(max_examples=200)
@given(text=TEXTS)
def test_pictures_come_from_the_archive_alone(text: str) -> None:
    tags = read(to_html(prose(text, resolve, article=True))).tags
    sources = [tag.attributes["src"] for tag in tags if tag.name == "img"]
    assert not [source for source in sources if ":" in source.split("/")[0] or source.startswith("//")]


@settings(max_examples=300)
@given(text=TEXTS)
def test_text_that_is_prose_already_stays_harmless_when_it_is_read_again(text: str) -> None:
    once = str(prose(text, resolve))
    assert list(strangers(to_html(prose(once, resolve)), WRITTEN)) == []
