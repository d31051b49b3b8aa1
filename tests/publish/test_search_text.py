"""What is searched of a page: its text, with what filters and labels need."""

from __future__ import annotations

import json
from html import escape

from hearthbook.publish.search_text import searched

FACTS = {"kind": "norm", "language": "de-AT", "community": "oak", "name": 'Oak & "Ash"', "tag": ["a, b", "c"]}


def _page(article: str, facts: dict[str, object] | None = None) -> str:
    said = escape(json.dumps(facts or FACTS))
    return (
        f'<html><head><meta name="hearthbook:search" content="{said}"></head><body><nav>Menu</nav>'
        f'<article class="md-content__inner md-typeset">{article}</article>'
        "<footer>Foot</footer></body></html>"
    )


def _document(article: str) -> str:
    found = searched(_page(article), "de")
    assert found
    return found.document


def test_only_the_text_is_searched() -> None:
    document = _document("<h1>Norms</h1>")
    assert "<h1>Norms</h1>" in document
    assert "Menu" not in document
    assert "Foot" not in document


def test_what_only_works_or_decorates_is_left_out() -> None:
    aside = (
        "<svg><title>drawn</title></svg><script>run</script><button>Copy</button>"
        '<p class="hb-edit"><a rel="edit">Change</a></p><a class="hb-source" title="t">✎</a>'
    )
    assert not any(word in _document(aside) for word in ("drawn", "run", "Copy", "Change", "✎"))


def test_facts_become_filters_whatever_they_hold() -> None:
    document = _document("")
    assert 'data-pagefind-filter="name[data-v]" data-v="Oak &amp; &quot;Ash&quot;"' in document
    assert document.count('data-pagefind-filter="tag[data-v]"') == 2


def test_the_language_is_the_one_whose_stems_are_known() -> None:
    assert '<html lang="de">' in _document("")


def test_a_page_in_another_language_is_not_searched() -> None:
    assert searched(_page("<h1>Norms</h1>"), "en") is None


def test_a_page_that_says_nothing_about_itself_is_not_searched() -> None:
    assert searched("<html><article class='md-content__inner'>x</article></html>", "en") is None


def test_words_are_known_in_small_letters_without_marks() -> None:
    found = searched(_page("<p>Größe, <b>Feed</b>back &amp; 12 x9</p>"), "de")
    assert found
    assert found.words == {"größe", "feed", "back"}


def test_pages_on_rules_count_for_less() -> None:
    found = searched(_page("<h1>HB201</h1>", {"kind": "rule", "language": "de"}), "de")
    assert found
    assert 'data-pagefind-weight="0.2"' in found.document
