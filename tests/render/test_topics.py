"""Articles find their topics, whatever people call them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hearthbook.model.findings import Place
from hearthbook.model.pages import Article
from hearthbook.render.topics import topics, topics_of


def _article(number: int, tags: tuple[str, ...]) -> Article:
    return Article(name=f"a-{number}", title=f"A {number}", tags=tags, place=Place(file="a.md"))


def test_topics_stand_in_alphabetical_order() -> None:
    found = topics([_article(1, ("Zebra", "apple")), _article(2, ("Mango 10", "mango 9"))])
    assert [topic.name for topic in found] == ["apple", "mango 9", "Mango 10", "Zebra"]


def test_tags_that_differ_in_capitals_are_one_topic_as_the_newest_writes_it() -> None:
    found = topics([_article(1, ("Light",)), _article(2, ("light", "paper"))])
    assert [(topic.name, len(topic.articles)) for topic in found] == [("Light", 2), ("paper", 1)]


def test_topics_that_look_alike_in_an_address_have_places_of_their_own() -> None:
    found = topics([_article(1, ("C", "C++")), _article(2, ("C#",))])
    assert [topic.anchor for topic in found] == ["topic-c", "topic-c-2", "topic-c-2-2"]


_TAGS = st.lists(st.text(min_size=1, max_size=8), max_size=4).map(tuple)


@given(st.lists(_TAGS, min_size=2, max_size=5))
def test_each_tag_leads_to_its_topic_and_each_topic_has_its_own_place(tags: list[tuple[str, ...]]) -> None:
    articles = [_article(number, some) for number, some in enumerate(tags)]
    known = topics(articles)
    anchors = [topic.anchor for topic in known]
    assert len(set(anchors)) == len(anchors)
    for article in articles:
        for topic in topics_of(article, known):
            assert (topic.anchor in anchors) is bool(known)
