"""What survives in a founder's paragraphs, and what is shown as it was written."""

from __future__ import annotations

import pytest

from hearthbook.render.prose import prose
from tests.render.hostile import resolve
from tests.render.reading import read, to_html


def _html(text: str) -> str:
    return to_html(prose(text, resolve))


def _links(text: str) -> list[tuple[str, str]]:
    """Address and words of each link."""
    html = _html(text)
    addresses = [tag.attributes["href"] for tag in read(html).tags if tag.name == "a"]
    words = [read(part.split("</a>")[0]).text.split(">", 1)[-1] for part in html.split("<a ")[1:]]
    return list(zip(addresses, words, strict=True))


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("One *soft* and **loud** word.", "<p>One <em>soft</em> and <strong>loud</strong> word.</p>"),
        ("One.\n\nTwo.", "<p>One.</p>\n<p>Two.</p>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("1. a\n2. b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>"),
        ("1) a\n2) b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>"),
        ("Bring:\n- a\n- b", "<p>Bring:</p>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("> said", "<blockquote>\n<p>said</p>\n</blockquote>"),
        ("Run `make site`.", "<p>Run <code>make site</code>.</p>"),
        ("A \\*star\\* stays.", "<p>A *star* stays.</p>"),
    ],
)
def test_this_much_of_markdown_survives(text: str, html: str) -> None:
    assert _html(text) == html


@pytest.mark.parametrize(
    "text",
    [
        "# Not a heading",
        "#hashtag",
        "Title\n=====",
        "Title\n-----",
        "***",
        "- - -",
        "a | b\n--- | ---\n1 | 2",
        "Word\n:   its meaning",
        "[^1]: a note",
        "[y]: https://example.org",
        "[TOC]",
        "{: .hidden onclick=x }",
        "text {#id}",
        "<b>bold</b> & <!-- gone -->",
        "&copy; &#60; &nbsp;",
        "~~~\nnot closed",
        "```\nnot closed",
        "a `lonely tick",
        "![x](https://evil.example/p.png)",
        "[x](javascript:alert)",
        "[x](java&#115;cript:alert)",
        "[x](data:text/html;x)",
        "[x](//evil.example)",
        "[x](https://[)",
        "[x][y] and [z]",
        "\\",
        "*",
        "1.",
        "-",
    ],
)
def test_anything_else_is_shown_as_it_was_written(text: str) -> None:
    assert read(_html(text)).text == " ".join(text.split())


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("[a](https://ok.example/x)", [("https://ok.example/x", "a")]),
        ("[a [b] c](https://ok.example)", [("https://ok.example", "a [b] c")]),
        ("[wiki](https://ok.example/A_(b))", [("https://ok.example/A_%28b%29", "wiki")]),
        ("[a](<https://ok.example/a b>)", [("https://ok.example/a%20b", "a")]),
        ('[a](https://ok.example "title")', [("https://ok.example", "a")]),
        ("[two\nlines](https://ok.example)", [("https://ok.example", "two lines")]),
        ("[write](mailto:a@example.org)", [("mailto:a@example.org", "write")]),
        ("[call](tel:+4930123)", [("tel:+4930123", "call")]),
        ("[](https://ok.example)", [("https://ok.example", "https://ok.example")]),
        ("[here](#ladder)", [("#ladder", "here")]),
        ("[norm](/oak/norms/#x)", [("../norms.md#x", "norm")]),
        ("[home](/oak/)", [("../index.md", "home")]),
        ("[other](/elm/norms/#x)", [("../../../elm/norms/#x", "other")]),
        ("<https://ok.example/a_b>", [("https://ok.example/a_b", "https://ok.example/a_b")]),
        ("<me@example.org>", [("mailto:me@example.org", "me@example.org")]),
    ],
)
def test_links_with_an_allowed_address_survive(text: str, links: list[tuple[str, str]]) -> None:
    assert _links(text) == links


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("See https://ok.example/a.", "https://ok.example/a"),
        ("(https://ok.example/a)", "https://ok.example/a"),
        ("https://ok.example/A_(b), or not", "https://ok.example/A_%28b%29"),
        ("**https://ok.example**", "https://ok.example"),
        ("https://ok.example/?a=1&copy;=2", "https://ok.example/?a=1&copy;=2"),
        ("Write to hello@example.org.", "mailto:hello@example.org"),
    ],
)
def test_addresses_become_links_without_the_marks_around_them(text: str, address: str) -> None:
    assert [found for found, _ in _links(text)] == [address]


def test_a_link_within_the_text_of_a_link_is_only_text() -> None:
    assert _links("[https://a.example](https://b.example)") == [("https://b.example", "https://a.example")]


def test_an_address_after_an_exclamation_mark_is_no_picture() -> None:
    assert [tag.name for tag in read(_html("Write!me@example.org ![x](pic.png)")).tags] == ["p"]


@pytest.mark.parametrize(
    "code",
    ["a_b*c", "<script>", "&lt;", "{: .c }", "a | b", "[x](y)", "\\n", "![", "&#60", "https://a.example"],
)
def test_code_within_a_line_is_shown_as_it_was_written(code: str) -> None:
    html = _html(f"Use `{code}` here.")
    assert read(html).text == f"Use {code} here."
    assert [tag.name for tag in read(html).tags] == ["p", "code"]


def test_code_that_holds_a_tick_is_shown_with_it() -> None:
    assert read(_html("Use ``a ` b`` here.")).text == "Use a ` b here."


def test_a_list_inside_a_list_may_be_indented_by_two() -> None:
    html = _html("- one\n  - inner\n- two")
    assert html == "<ul>\n<li>one<ul>\n<li>inner</li>\n</ul>\n</li>\n<li>two</li>\n</ul>"


def test_a_paragraph_of_an_entry_stays_in_it() -> None:
    html = _html("1. one\n\n   more\n\n2. two")
    assert html == "<ol>\n<li>\n<p>one</p>\n<p>more</p>\n</li>\n<li>\n<p>two</p>\n</li>\n</ol>"


def test_quotes_and_lists_beyond_any_sense_are_shown_as_they_were_written() -> None:
    assert ">" * 50 in read(_html(">" * 60 + " deep")).text
