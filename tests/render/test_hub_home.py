"""The archive's first page, and what was mended after somebody looked at the pages for a while."""

from __future__ import annotations

from hearthbook.model.archive import HubText
from hearthbook.model.findings import Place
from hearthbook.model.pages import Card
from hearthbook.render.hub import HubRenderer
from tests.render import support

PLACE = Place(file="content/index.md", line=1)


def _home(body: str) -> str:
    text = HubText(path="index.md", title="Town", body=body, place=PLACE)
    cards = (Card(slug="oak", name="Oak", for_=("people",), outcome="read"),)
    return HubRenderer(support.theme(), "en", "Town").home(text, cards).markdown


def test_what_an_archive_says_under_a_heading_comes_after_its_communities() -> None:
    page = _home("Come in.\n\n## Start one\n\nRead on.\n\n## Help\n\nAsk.")
    places = [
        page.index(words) for words in ("Come in.", "[Oak]", "## Start one", "Read on.", "## Help", "Ask.")
    ]
    assert places == sorted(places)


def test_an_archive_without_a_heading_says_everything_before_its_communities() -> None:
    page = _home("Come in.\n\nRead on.")
    assert page.index("Read on.") < page.index("[Oak]")


def test_a_ritual_says_when_where_who_and_then_its_kind() -> None:
    ritual = {
        "id": "meet",
        "name": "Meet",
        "kind": "practice",
        "host": "Ada",
        "where": "The hall",
        "when": {"every": "week", "day": ("Tuesday",), "at": "17:00", "zone": "Europe/Berlin"},
    }
    page = support.render(support.community(rituals=(ritual,)))["rituals"]
    places = [page.index(words) for words in ("**When:**", "**Where:**", "**Host:**", "**Kind:**")]
    assert places == sorted(places)
