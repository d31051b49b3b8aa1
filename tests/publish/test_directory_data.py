"""The file that the directory's filters look through: what cards show, and nothing else."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from hearthbook.publish.configuration import default_theme
from hearthbook.render.cards import by_name, card, face
from hearthbook.render.directory_data import FILTER_FROM
from hearthbook.render.hub_lists import ListRenderer
from tests.publish.hamlet import write_files
from tests.publish.sites import TOWN, copy_archive, pages_of
from tests.render import support

if TYPE_CHECKING:
    from pathlib import Path

    from hearthbook.model.pages import Card

HIDDEN = """\
name: Secret Garden
visibility: {visibility}
tags: [roses]
promise: {{ for: [insiders], outcome: hide }}
"""


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What a town that has grown puts beside its pages."""
    root = copy_archive(TOWN, tmp_path_factory.mktemp("town"))
    grown = {f"communities/g{number}.yml": _group(number) for number in range(FILTER_FROM)}
    hidden = {f"communities/{name}.yml": HIDDEN.format(visibility=name) for name in ("draft", "unlisted")}
    write_files(root, grown | hidden)
    return dict(pages_of(root).files)


def _group(number: int) -> str:
    person = "people: { mira: { name: Mira Example, handle: mira-of-the-hill, show: name } }\n"
    more = "founders: [mira]\nconduct: { contacts: ['Ada Example, ada@example.org'] }\n"
    return f"name: Group {number}\npromise: {{ for: [people], outcome: meet }}\n{person}{more}"


def _data(files: dict[str, str]) -> dict[str, Any]:
    return dict(json.loads(files["directory/communities.json"]))


def test_it_holds_every_listed_community_in_the_order_of_lists(files: dict[str, str]) -> None:
    names = _data(files)["columns"]["name"]
    assert [name for name in names if name.startswith("Group")] == [f"Group {n}" for n in range(FILTER_FROM)]
    assert "Lantern Walk" in names


def test_drafts_and_unlisted_communities_are_not_in_it(files: dict[str, str]) -> None:
    text = files["directory/communities.json"]
    assert not [word for word in ("Secret", "roses", "insiders", "draft", "unlisted") if word in text]


def test_nobodys_name_handle_or_address_is_in_it(files: dict[str, str]) -> None:
    text = files["directory/communities.json"]
    assert not [word for word in ("Mira", "mira", "Ada", "example.org") if word in text]


def test_few_communities_need_no_such_file(town: Path) -> None:
    assert "directory/communities.json" not in pages_of(town).files


def _cards() -> tuple[Card, ...]:
    whole = [
        support.community(name="Oak", tags=("wood", "shade"), place={"city": "Cork", "country": "IE"}),
        support.community(name="Elm", tags=("wood",), language="de", status={"state": "active"}),
        support.community(
            name="Fir",
            size={"members": 34},
            promise={"for": ("a", "b"), "outcome": "sing", "within": "a week", "boundary": {"cap": 50}},
        ),
    ]
    return by_name(tuple(card(one.name.lower(), one) for one in whole))


def test_columns_say_what_the_faces_of_the_cards_say() -> None:
    theme = default_theme()
    data = json.loads(ListRenderer(theme, "en", "Town").data(_cards()))
    columns, shared = data["columns"], data["shared"]
    for at, one in enumerate(_cards()):
        said = face(one, theme.words("en"), theme.words(one.language))
        row = {key: values[at] for key, values in columns.items()}
        row |= {key: shared[row[key]] for key in data["repeated"]}
        assert tuple(shared[place] for place in row.pop("tags")) == said.tags
        assert bool(row.pop("free")) == said.has_room
        assert row == {key: getattr(said, key) for key in row}


def test_a_text_that_repeats_stands_once() -> None:
    text = ListRenderer(default_theme(), "en", "Town").data(_cards())
    assert text.count("wood") == 1
    assert text == ListRenderer(default_theme(), "en", "Town").data(_cards())


@pytest.mark.parametrize(
    ("state", "members", "room"),
    [
        ("active", 49, "has room"),
        (None, 49, "has room"),
        ("active", 50, "no seat free"),
        ("active", 51, ""),
        ("full", 49, ""),
        ("paused", 10, ""),
        ("closed", 10, ""),
    ],
)
def test_room_is_told_where_somebody_could_come_in(state: str | None, members: int, room: str) -> None:
    more = {"status": {"state": state}} if state else {}
    promise = {"for": ("people",), "outcome": "sing", "boundary": {"cap": 50}}
    one = card("oak", support.community(size={"members": members}, promise=promise, **more))
    words = default_theme().words("en")
    assert (face(one, words, words).room, face(one, words, words).has_room) == (room, room == "has room")


def test_more_members_than_seats_are_told_on_the_card() -> None:
    promise = {"for": ("people",), "outcome": "sing", "boundary": {"cap": 150}}
    one = card("oak", support.community(size={"members": 200}, promise=promise))
    words = default_theme().words("en")
    assert face(one, words, words).seats == "200 members, 50 more than seats"
