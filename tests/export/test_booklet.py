"""A finished page as a document of its own."""

from __future__ import annotations

import pytest

from hearthbook.export.booklet import Booklet, document

PAGE = """<html><header>Menu</header>
<article class="md-content__inner md-typeset">
<h1 id="handbook">Oak &amp; Elm <a class="hb-source">x</a></h1>
<h2 id="norms--norms">Norms</h2><h3 id="norms--credit">Credit</h3>
{}
</article><footer>Foot</footer></html>"""


def _document(said: str = "", **more: str) -> str:
    facts = {"name": "Oak", "author": "Oak", "description": "", "language": "ar", "direction": "rtl"} | more
    return document(Booklet(path="oak/handbook/index.html", html=PAGE.format(said), **facts), "handbook")


def test_it_says_its_title_author_language_and_direction() -> None:
    found = _document(author="Ada & Ben", description='It says "yes"')
    assert '<html lang="ar" dir="rtl">' in found
    assert "<title>Oak &amp; Elm x</title>" in found
    assert '<meta name="author" content="Ada &amp; Ben">' in found
    assert '<meta name="description" content="It says &quot;yes&quot;">' in found


def test_what_leads_around_the_page_is_left_out() -> None:
    found = _document()
    assert "Menu" not in found
    assert "Foot" not in found


@pytest.mark.parametrize(
    ("link", "leads"),
    [
        ("#norms--credit", ' href="#norms--credit"'),
        ("#nowhere", ""),
        ("../norms/", ' href="#norms--norms"'),
        ("../norms/#credit", ' href="#norms--credit"'),
        ("../card/", ""),
        ("../../elm/", ""),
        ("https://example.org/a?b=1&amp;c", ' href="https://example.org/a?b=1&amp;c"'),
        ("mailto:ada@example.org", ' href="mailto:ada@example.org"'),
    ],
)
def test_a_link_leads_to_where_the_document_says_it_or_elsewhere_or_nowhere(link: str, leads: str) -> None:
    assert f"<a{leads}>there</a>" in _document(f'<a href="{link}">there</a>')


@pytest.mark.parametrize(
    ("link", "leads"),
    [
        ("../card/", "https://town.example.org/all/oak/card/"),
        ("../card/#promise", "https://town.example.org/all/oak/card/#promise"),
        ("../../elm/", "https://town.example.org/all/elm/"),
        ("../norms/#gone", "https://town.example.org/all/oak/norms/#gone"),
    ],
)
def test_what_is_not_in_it_is_on_the_site_where_its_address_is_known(link: str, leads: str) -> None:
    found = _document(f'<a href="{link}">there</a>', site_url="https://town.example.org/all/")
    assert f'<a href="{leads}" data-inside>there</a>' in found


def test_what_only_a_screen_can_use_is_hidden() -> None:
    assert '<button type="button" hidden>' in _document('<button type="button">Copy</button>')
