"""Articles become pages that say who wrote them, on what they stand, and when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from hearthbook.model.findings import Place
from hearthbook.model.pages import Article, Provenance
from hearthbook.render.articles import article_pages, article_resolver
from tests.render import support
from tests.render.reading import read, to_html

if TYPE_CHECKING:
    from hearthbook.model.pages import Page

PLACE = Place(file="content/hard-talks/listening.md", line=6)


def _page(**more: object) -> Page:
    facts = {"name": "listening", "title": "On *listening*", "body": "Text.", "place": PLACE} | more
    cell = replace(support.cell(support.community()), articles=(Article(**facts),))  # type: ignore[arg-type]
    return article_pages(cell, support.theme().words("en"))[0]


def test_an_article_is_a_page_below_its_community() -> None:
    page = _page(summary="How we do it")
    assert page.path == "hard-talks/articles/listening.md"
    assert (page.kind, page.title, page.description) == ("article", "On *listening*", "How we do it")
    assert page.markdown.startswith("# On \\*listening\\* {#article}\n\nText.\n")


def test_an_article_knows_its_file() -> None:
    page = _page()
    assert page.provenance == (Provenance(anchor="article", pointer="", place=PLACE),)
    assert page.source == PLACE


@pytest.mark.parametrize(
    ("facts", "line"),
    [
        ({"author": "Ada", "date": date(2026, 11, 3)}, "By Ada on November 3, 2026"),
        ({"author": "Ada"}, "By Ada"),
        ({"date": date(2026, 11, 3)}, "Written on November 3, 2026"),
        ({"basis": "experience"}, "from our own experience"),
        ({"author": "Ada", "basis": "source"}, "By Ada · from a source"),
    ],
)
def test_what_is_known_about_an_article_stands_below_its_title(facts: dict[str, object], line: str) -> None:
    assert f"\n\n{line}\n{{: .hb-meta }}\n\nText.\n" in _page(**facts).markdown


def test_what_an_article_cites_is_linked() -> None:
    markdown = _page(sources=("https://example.org/study", "A *book*")).markdown
    assert "- [https://example.org/study](https://example.org/study)\n- A \\*book\\*\n" in markdown


def test_nothing_in_an_article_is_html() -> None:
    page = _page(body="<script>alert(1)</script>\n\n<!-- x -->\n\n{: onclick=x }")
    assert {tag.name for tag in read(to_html(page.markdown)).tags} == {"h1", "p", "a"}


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("https://example.org", "https://example.org"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("/oak/norms/#x", "../norms.md#x"),
        ("/elm/", "../../../elm/"),
        ("other.md#x", "other.md#x"),
        ("../norms.md", "../norms.md"),
        ("#below", "#below"),
        ("cat.png", "cat.png"),
        ("../../../etc/passwd", None),
        ("//evil.example", None),
        ("javascript:alert(1)", None),
        ("JaVaScRiPt:alert(1)", None),
        ("java\tscript:alert(1)", None),
        ("data:text/html,x", None),
        ("file:///etc/passwd", None),
        ("a b:c", None),
    ],
)
def test_a_link_of_an_article_stays_in_the_archive_or_is_an_allowed_address(
    address: str, target: str | None
) -> None:
    assert article_resolver("oak/articles/x.md", "oak")(address) == target
