"""Finished HTML, changed tag by tag."""

from __future__ import annotations

import pytest

from hearthbook.export.tags import attributes, changed, replaced


def _seen(html: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []

    def look(name: str, written: str) -> str:
        found.append((name, written))
        return written

    assert changed(html, look) == html
    return found


def test_each_opening_tag_is_seen_once() -> None:
    assert _seen('<p>A <a href="b">c</a><br/></p>') == [("p", ""), ("a", ' href="b"'), ("br", "/")]


@pytest.mark.parametrize(
    "html",
    [
        "<!-- <a href='x'> -->",
        "</a>",
        "a < b > c",
        "&lt;a href=x&gt;",
    ],
)
def test_what_is_no_tag_is_left_alone(html: str) -> None:
    assert _seen(html) == []


@pytest.mark.parametrize("name", ["script", "style", "title", "textarea"])
def test_what_a_script_says_is_no_tag(name: str) -> None:
    assert _seen(f'<{name} id="a">"<a href=x>"</{name}>') == [(name, ' id="a"')]


def test_a_bracket_in_an_attribute_does_not_end_the_tag() -> None:
    assert _seen("<a title='a > b' href=\"c\">d</a>") == [("a", " title='a > b' href=\"c\"")]


def test_a_dropped_script_goes_with_its_text() -> None:
    assert changed("a<script src=x>y</script>b<link>c", lambda *_: None) == "abc"


def test_values_are_read_however_they_are_quoted() -> None:
    found = attributes(""" a="1 &amp; 2" B='3' c=4 d title="href='no'" """)
    assert found == {"a": "1 & 2", "b": "3", "c": "4", "d": "", "title": "href='no'"}


def test_only_the_named_values_are_replaced() -> None:
    written = """ title="href='no'" href='old' data-href="stays" """
    expected = """ title="href='no'" href="a?b&amp;c" data-href="stays" """
    assert replaced(written, {"href": "a?b&c"}) == expected


def test_a_value_of_none_takes_the_attribute_away() -> None:
    assert replaced(' rel="next" href="x"', {"href": None}) == ' rel="next"'
