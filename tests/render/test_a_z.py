"""Names from A to Z: each under its letter, no more than sixty on a page."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearthbook.model.pages import Card
from hearthbook.render.cards import PAGE_SIZE
from hearthbook.render.hub_lists import ListRenderer, path_of
from hearthbook.render.shelves import A_Z_FROM, Names, a_to_z, letter_of
from tests.render import support


def _cards(*names: str) -> tuple[Card, ...]:
    return tuple(
        Card(slug=f"c{number}", name=name, for_=("people",), outcome="read")
        for number, name in enumerate(names)
    )


def _listed(page: Names) -> list[str]:
    return [name for _, some in page.groups for _, name in some]


@pytest.mark.parametrize(
    ("name", "address", "sign"),
    [
        ("oak", "o", "O"),
        ("Öl und Essig", "o", "O"),
        ("Écrire", "e", "E"),
        ("ßharp", "s", "S"),
        ("« Guillemets »", "g", "G"),
        ("9 lives", "0-9", ""),
        ("\u0663 \u0628\u064a\u0648\u062a", "0-9", ""),
        ("\u0628\u064a\u062a", "arabic-beh", "\u0628"),
        ("\u0623\u0645\u0644", "arabic-alef", "\u0627"),
        ("\u0416\u0438\u0437\u043d\u044c", "cyrillic-zhe", "\u0436"),
        ("\u8b80\u66f8\u6703", "han", "\u6f22"),
        ("\u5c71", "han", "\u6f22"),
        ("Æther", "latin-ae", "Æ"),
        ("!!!", "other", ""),
        ("\N{FIRE}", "other", ""),
    ],
)
def test_a_name_stands_under_its_letter(name: str, address: str, sign: str) -> None:
    assert letter_of(name) == (address, sign)


def test_few_communities_are_seen_at_a_glance_without_it() -> None:
    names = [f"Group {number}" for number in range(A_Z_FROM)]
    assert a_to_z(_cards(*names[1:])) == ()
    assert a_to_z(_cards(*names))


def test_as_many_as_fit_stand_on_one_page_under_their_letters() -> None:
    (page,) = a_to_z(_cards("Zebra", *(f"Oak {number}" for number in range(PAGE_SIZE - 2)), "elm"))
    assert [(letter.sign, len(some)) for letter, some in page.groups] == [("E", 1), ("O", 58), ("Z", 1)]


def test_more_have_a_page_for_each_letter_and_as_many_as_it_needs() -> None:
    pages = a_to_z(_cards("Zebra", *(f"Oak {number}" for number in range(130)), "elm"))
    addresses = ["a-z/", "a-z/e/", "a-z/o/", "a-z/o/2/", "a-z/o/3/", "a-z/z/"]
    assert [page.address for page in pages] == addresses
    assert [len(_listed(page)) for page in pages] == [0, 1, 60, 60, 10, 1]
    assert [(letter.sign, letter.count) for letter in pages[0].letters] == [("E", 1), ("O", 130), ("Z", 1)]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(min_size=1, max_size=6), max_size=200))
def test_every_name_is_listed_once_and_no_page_has_more_than_sixty(names: list[str]) -> None:
    pages = a_to_z(_cards(*names))
    assert all(len(_listed(page)) <= PAGE_SIZE for page in pages)
    assert len({page.address for page in pages}) == len(pages)
    assert all(page.address.isascii() for page in pages)
    if pages:
        assert sorted(name for page in pages for name in _listed(page)) == sorted(names)


def test_a_new_name_changes_the_first_page_and_its_letters_only() -> None:
    names = [f"{letter} {number}" for letter in "ABC" for number in range(30)]
    both = (names, [*names, "B"])
    before, after = ({page.address: page for page in a_to_z(_cards(*some))} for some in both)
    assert [address for address in before if before[address] != after[address]] == ["a-z/", "a-z/b/"]


def test_pages_have_titles_of_their_own_and_only_the_first_is_in_menus() -> None:
    renderer = ListRenderer(support.theme(), "en", "Town")
    pages = [renderer.names(page) for page in a_to_z(_cards("9", *(f"Oak {n}" for n in range(61))))]
    assert [(page.path, page.title, page.listed) for page in pages] == [
        ("a-z/index.md", "From A to Z", True),
        ("a-z/0-9.md", "Names with 0 to 9", False),
        ("a-z/o.md", "Names with O", False),
        ("a-z/o/2.md", "Names with O · Page 2 of 2", False),
    ]
    assert "- [O](o/) 61 names\n" in pages[0].markdown
    assert "- [Oak 60](../../../c61/)\n" in pages[3].markdown


def test_the_file_of_a_page_lies_where_its_address_says() -> None:
    assert [path_of(address) for address in ("map/", "map/2/", "a-z/o/3/")] == [
        "map/index.md",
        "map/2.md",
        "a-z/o/3.md",
    ]
