"""Links that say their own address are marked for paper."""

from __future__ import annotations

import pytest

from hearthbook.publish.paper import with_own_address, with_plain_addresses


@pytest.mark.parametrize("said", ["https://example.org/a", "example.org/a"])
def test_a_link_that_says_its_address_is_marked(said: str) -> None:
    found = with_plain_addresses(f'<p><a href="https://example.org/a">{said}</a></p>')
    assert found == f'<p><a class="hb-plain" href="https://example.org/a">{said}</a></p>'


def test_a_slash_at_the_end_makes_no_difference() -> None:
    found = with_plain_addresses('<a href="https://example.org/">example.org</a>')
    assert found == '<a class="hb-plain" href="https://example.org/">example.org</a>'


@pytest.mark.parametrize(
    "html",
    [
        '<a href="https://example.org/a">Apply</a>',
        '<a href="https://example.org/a">example.org</a>',
        '<a href="mailto:ada@example.org">ada@example.org</a>',
        '<a href="../norms/">../norms/</a>',
    ],
)
def test_no_other_link_is(html: str) -> None:
    assert with_plain_addresses(html) == html


def test_the_card_says_where_its_handbook_is() -> None:
    html = '<p>A</p>\n<p class="hb-small hb-all">It is in <a href="../">Oak</a>.</p>'
    address = '<span class="hb-address" dir="ltr">https://example.org/oak/</span>'
    assert with_own_address(html, "https://example.org/oak/") == html.replace(".</p>", f". {address}</p>")
