"""Code keeps every character, wherever it stands; articles keep their own forms."""

from __future__ import annotations

import html as entities
import re
from typing import Final

import pytest
from hypothesis import given, settings

from hearthbook.render.prose import prose
from tests.render.hostile import TEXTS, resolve
from tests.render.reading import read, to_html

CODE: Final = "if a_b < c && *d*:\n    <script>\n\n\n    {{ x }} `y`\n\nend"


def _article(text: str) -> str:
    return to_html(prose(text, resolve, article=True))


def _code(html: str) -> str:
    """The words of the page's first block of code."""
    found = re.search(r"<pre><code[^>]*>(.*?)</code></pre>", html, re.DOTALL)
    assert found
    return entities.unescape(found[1]).removesuffix("\n")


@pytest.mark.parametrize("fence", ["```", "~~~", "`````", "``` sh", "~~~~python"])
@pytest.mark.parametrize("article", [False, True])
def test_fenced_code_is_shown_as_it_was_written(fence: str, *, article: bool) -> None:
    text = f"before\n{fence}\n{CODE}\n{re.split('[^`~]', fence)[0]}\nafter"
    html = to_html(prose(text, resolve, article=article))
    assert _code(html) == CODE
    assert html.startswith("<p>before</p>")
    assert html.endswith("<p>after</p>")


def test_fenced_code_may_hold_a_shorter_fence() -> None:
    assert _code(_article("````\n```\nx\n```\n````")) == "```\nx\n```"


def test_fenced_code_may_be_closed_by_a_longer_fence() -> None:
    assert _article("```\nx\n`````\nafter").endswith("<p>after</p>")


def test_the_language_of_code_is_kept() -> None:
    assert '<code class="language-c++">' in _article("```c++\nx\n```")


def test_indented_code_is_shown_as_it_was_written() -> None:
    indented = "\n".join(f"    {row}" if row else "" for row in CODE.split("\n"))
    assert _code(_article(f"before\n\n{indented}\n\nafter")) == CODE


def test_simple_code_in_a_list_is_a_block_of_its_own() -> None:
    html = _article("1. Do:\n\n   ```sh\n   make site && make test\n   ```\n2. Look.")
    assert _code(html) == "make site && make test"
    assert read(html).text == "Do: make site && make test Look."


def test_other_code_in_a_list_is_shown_line_by_line() -> None:
    html = _article("- Do:\n\n  ```\n  if a:\n      <b>{: .c }\n  ```\n- Look.")
    assert [tag.name for tag in read(html).tags] == ["ul", "li", "p", "p", "code", "br", "code", "li", "p"]
    assert read(html).text == "Do: if a: <b>{: .c } Look."


def test_code_in_a_quote_is_shown_as_it_was_written() -> None:
    assert read(_article("> ```\n> <script>\n> ```")).text == "<script>"


@settings(max_examples=200)
@given(text=TEXTS)
def test_nothing_in_fenced_code_is_lost(text: str) -> None:
    fence = "`" * max(3, *(len(run) + 1 for run in re.findall(r"`+", text)), 3)
    rows = [row.expandtabs(4).rstrip() for row in text.split("\n")]
    assert _code(_article(f"x\n\n{fence}\n{text}\n{fence}\n\ny")) == "\n".join(rows)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("# One", '<h2 id="one">One</h2>'),
        ("### Three #", '<h3 id="three">Three</h3>'),
        ("## C#", '<h2 id="c">C#</h2>'),
        ("One\n===", '<h2 id="one">One</h2>'),
        ("One\n---", '<h2 id="one">One</h2>'),
        ("one\n\n***\n\ntwo", "<p>one</p>\n<hr />\n<p>two</p>"),
        ("![a cat](cat.png)", '<p><img alt="a cat" src="cat.png" /></p>'),
        ("#hashtag", "<p>#hashtag</p>"),
        ("> # no", "<blockquote>\n<p># no</p>\n</blockquote>"),
        ("- # no", "<ul>\n<li># no</li>\n</ul>"),
        ("- a\n  ===", "<ul>\n<li>a\n    &#61;==</li>\n</ul>"),
    ],
)
def test_headings_rules_and_pictures_survive_in_articles(text: str, html: str) -> None:
    assert _article(text) == html


@pytest.mark.parametrize(
    "address", ["https://evil.example/x.png", "//evil.example/x.png", "data:image/png,x"]
)
def test_a_picture_from_elsewhere_is_shown_as_it_was_written(address: str) -> None:
    assert read(_article(f"![x]({address})")).text == f"![x]({address})"


def test_tables_survive_in_articles() -> None:
    reader = read(_article("| a | b |\n|---|---|\n| `x|y` | *z* \\| w |\n| 1 |"))
    assert [tag.name for tag in reader.tags if tag.name in {"table", "code", "em"}] == ["table", "code", "em"]
    assert reader.text == "a b x|y z | w 1"


def test_footnotes_survive_in_articles() -> None:
    html = _article("Said[^1].\n\n[^1]: By [us](/oak/).\n\n    And more.")
    assert '<a class="footnote-ref" href="#fn:1">1</a>' in html
    assert '<a href="../index.md">us</a>' in html
    assert "And more." in html


def test_a_footnote_that_is_not_there_is_shown_as_it_was_written() -> None:
    assert read(_article('[^1] and [^2](javascript:"1")')).text == '[^1] and [^2](javascript:"1")'
