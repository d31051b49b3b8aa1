"""The archive's agenda: which community stands on which of its pages."""

from __future__ import annotations

from hearthbook.model.pages import Gathering, Meet
from hearthbook.render.agenda import agenda_pages, tags_of

MEET = Meet(id="walk", name="Walk", when='{"every":"week","day":["Monday"]}')


def _groups(count: int, *tags: str) -> list[Gathering]:
    return [
        Gathering(slug=f"g{number}", name=f"Group {number}", tags=tags, meets=(MEET,))
        for number in range(count)
    ]


def test_where_nobody_meets_there_is_no_agenda() -> None:
    assert agenda_pages([Gathering(slug="a", name="A"), Gathering(slug="b", name="B")]) == ()


def test_one_community_that_meets_has_its_own_agenda_and_needs_no_other() -> None:
    assert agenda_pages(_groups(1)) == ()


def test_what_fits_stands_on_one_page_by_name() -> None:
    (page,) = agenda_pages(_groups(60, "work"))
    assert [one.name for one in page.gatherings][8:12] == ["Group 8", "Group 9", "Group 10", "Group 11"]
    assert (page.address, page.paged) == ("agenda/", False)


def test_where_they_do_not_fit_each_tag_has_pages_of_sixty() -> None:
    first, *rest = agenda_pages(
        [*_groups(61, "work"), Gathering(slug="x", name="X", tags=("play",), meets=(MEET,))]
    )
    assert (first.gatherings, [tag.name for tag in first.tags]) == ((), ["work", "play"])
    assert [(page.address, len(page.gatherings)) for page in rest] == [
        ("agenda/work/", 60),
        ("agenda/work/2/", 1),
        ("agenda/play/", 1),
    ]


def test_a_tag_is_one_however_it_is_written() -> None:
    (tag,) = tags_of([*_groups(1, "Book Club"), *_groups(1, "book club"), *_groups(1, "book-club")])
    assert (tag.id, tag.groups) == ("book-club", 3)


def test_a_community_that_has_a_tag_twice_counts_once() -> None:
    (tag,) = tags_of(_groups(1, "Books", "books"))
    assert tag.groups == 1


def test_a_tag_whose_communities_meet_on_no_day_that_is_known_has_no_calendar() -> None:
    unsure = Meet(id="walk", name="Walk", when='{"note":"Now and then"}', sure=False)
    assert tags_of([Gathering(slug="a", name="A", tags=("work",), meets=(unsure,))]) == ()
