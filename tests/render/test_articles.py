"""Articles become pages that say who wrote them, on what they stand, and when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from hearthbook.model.findings import Place
from hearthbook.model.pages import Article, Provenance
from hearthbook.render.articles import article_pages, article_resolver
from hearthbook.render.cell import render_cell
from tests.render import support
from tests.render.reading import read, to_html

if TYPE_CHECKING:
    from hearthbook.model.pages import Page

NEW = date(2026, 11, 3)
PLACE = Place(file="content/hard-talks/listening.md", line=6)


def _page(**more: object) -> Page:
    facts = {"name": "listening", "title": "On *listening*", "body": "Text.", "place": PLACE} | more
    cell = replace(support.cell(support.community()), articles=(Article(**facts),))  # type: ignore[arg-type]
    return article_pages(cell, support.theme().words("en"))[0]


def test_an_article_is_a_page_below_its_community() -> None:
    page = _page(summary="How we do it", basis="experience")
    assert page.path == "hard-talks/articles/listening.md"
    assert (page.kind, page.title, page.description) == ("article", "On *listening*", "How we do it")
    assert page.markdown.startswith("# On \\*listening\\* {#article}\n\nfrom our own experience\n")


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
    ],
)
def test_who_wrote_an_article_stands_below_its_title(facts: dict[str, object], line: str) -> None:
    assert f"{{#article}}\n\n{line}\n{{: .hb-meta }}\n\n" in _page(**facts).markdown


@pytest.mark.parametrize(
    ("facts", "line"),
    [
        ({"basis": "experience"}, "from our own experience"),
        ({"basis": "source", "reviewed": NEW}, "from a source · last reviewed on November 3, 2026"),
        ({}, "nothing says what it stands on · nobody has checked it since it was written"),
        ({"reviewed": NEW}, "nothing says what it stands on · last reviewed on November 3, 2026"),
    ],
)
def test_what_an_article_stands_on_is_said_and_what_it_lacks(facts: dict[str, object], line: str) -> None:
    assert f"\n\n{line}\n{{: .hb-claim }}\n\nText.\n" in _page(**facts).markdown


def test_an_article_that_holds_for_a_while_says_so_and_carries_the_day_for_its_title() -> None:
    label = '{: .hb-claim data-hb-due="holds:2026-11-03" data-hb-at="article" }'
    markdown = _page(basis="experience", expires=NEW).markdown
    unchecked = "nobody has checked it since it was written"
    assert f"\nfrom our own experience · holds until November 3, 2026 · {unchecked}\n{label}\n" in markdown
    assert "checked it" not in _page(basis="experience", expires=NEW, reviewed=NEW).markdown


def test_tags_are_only_said_where_there_is_no_list_of_topics() -> None:
    assert "\nFiled under paper and \\*light\\*\n{: .hb-meta }\n" in _page(tags=("paper", "*light*")).markdown


def _list(*articles: Article) -> str:
    cell = replace(support.cell(support.community()), articles=articles)
    pages = render_cell(cell, support.theme())
    return next(page.markdown for page in pages if page.kind == "articles")


def _article(name: str, *tags: str, **more: object) -> Article:
    return Article(name=name, title=name.title(), tags=tags, place=PLACE, **more)  # type: ignore[arg-type]


def test_articles_are_listed_by_topic_as_well() -> None:
    markdown = _list(_article("knots", "paper", "light"), _article("wicks", "Light"))
    topics = markdown.partition("## By topic {#topics}")[2]
    light = "### light {#topic-light}\n\n- [Knots](knots.md)\n- [Wicks](wicks.md)\n\n"
    assert topics.strip().startswith(light + "### paper {#topic-paper}\n\n- [Knots](knots.md)")
    assert "[by topic](#topics)" in markdown


@pytest.mark.parametrize(
    "articles",
    [(_article("knots", "paper", "light"),), (_article("knots", "light"), _article("wicks", "light"))],
    ids=["one article", "one topic"],
)
def test_a_short_list_stays_without_topics(articles: tuple[Article, ...]) -> None:
    assert "topic" not in _list(*articles)


def test_an_article_leads_to_its_topics() -> None:
    cell = replace(
        support.cell(support.community()), articles=(_article("knots", "light"), _article("wicks", "paper"))
    )
    page = article_pages(cell, support.theme().words("en"))[0]
    assert "\nFiled under [light](index.md#topic-light)\n" in page.markdown


def test_the_list_shows_the_labels_and_carries_the_day() -> None:
    markdown = _list(_article("knots", author="Ada", basis="expert", expires=NEW))
    line = "By Ada · from an expert · holds until November 3, 2026"
    assert f'\n{line}\n{{: .hb-meta data-hb-due="holds:2026-11-03" }}\n' in markdown


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
