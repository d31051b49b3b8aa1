"""The family map: everybody once, connected as their files say, and nothing on top of anything else."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearthbook.model.pages import Branch
from hearthbook.publish.cells import Kin, branches
from hearthbook.render.cards import PAGE_SIZE
from hearthbook.render.hub_lists import ListRenderer
from hearthbook.render.lineage import map_pages
from hearthbook.render.lineage_layout import WIDTH, layout, measure, wrapped
from hearthbook.render.lineage_order import curves, untangled
from hearthbook.render.lineage_svg import svg
from tests.render import support

if TYPE_CHECKING:
    from hearthbook.render.lineage import Part
    from hearthbook.render.lineage_layout import Box, Layout

NAMES = st.text("abcdefgh MÜ漢بي<&[`", min_size=1, max_size=40)


def _branch(slug: str, split_from: str = "", *goals: str, name: str = "") -> Branch:
    return Branch(slug=slug, name=name or slug.title(), split_from=split_from, graduates_to=goals)


@st.composite
def _archives(draw: st.DrawFn) -> tuple[Branch, ...]:
    """Up to ninety communities that name each other in any way, circles included."""
    slugs = [f"c{number}" for number in range(draw(st.integers(2, 90)))]
    some = st.sampled_from(["", "", *slugs])
    kin = [
        Kin(
            slug=slug,
            name=draw(NAMES),
            visibility="public",
            split_from=draw(some),
            graduates_to=tuple(draw(st.lists(some, max_size=2))),
        )
        for slug in slugs
    ]
    return branches(kin)


def _parts(found: tuple[Branch, ...]) -> list[Part]:
    return [untangled(part) for page in map_pages(found) for part in page.parts]


def _overlap(one: Box, other: Box) -> bool:
    return one.x < other.end and other.x < one.end and one.y < other.bottom and other.y < one.bottom


def _on_border(point: tuple[float, float], box: Box) -> bool:
    x, y = point
    within = box.x - 0.01 <= x <= box.end + 0.01 and box.y - 0.01 <= y <= box.bottom + 0.01
    at_side = min(abs(x - box.x), abs(x - box.end), abs(y - box.y), abs(y - box.bottom)) < 0.01
    return within and at_side


def _passes_through(drawn: Layout) -> list[str]:
    """Strokes that run through a box."""
    found = []
    for stroke in drawn.strokes:
        for (x, y), (to_x, to_y) in zip(stroke.points, stroke.points[1:], strict=False):
            left, right = sorted((x, to_x))
            top, bottom = sorted((y, to_y))
            for box in drawn.boxes:
                beside = right <= box.x + 0.01 or left >= box.end - 0.01
                apart = bottom <= box.y + 0.01 or top >= box.bottom - 0.01
                if not (beside or apart):
                    found.append(f"{stroke.start} to {stroke.end} through {box.slug}")
    return found


@settings(max_examples=60, deadline=None)
@given(_archives())
def test_everybody_with_family_is_drawn_once_and_at_most_sixty_stand_on_a_page(
    found: tuple[Branch, ...],
) -> None:
    pages = map_pages(found)
    drawn = [row.branch.slug for page in pages for part in page.parts for row in part.rows]
    assert sorted(drawn) == [one.slug for one in found]
    assert all(sum(len(part.rows) for part in page.parts) <= PAGE_SIZE for page in pages)


@settings(max_examples=60, deadline=None)
@given(_archives())
def test_lines_and_curves_connect_those_whom_files_name(found: tuple[Branch, ...]) -> None:
    for part in _parts(found):
        there = {row.branch.slug for row in part.rows}
        said = {(row.branch.split_from, row.branch.slug) for row in part.rows}
        said |= {(row.branch.slug, goal) for row in part.rows for goal in row.branch.graduates_to}
        drawn = layout(part)
        boxes = {box.slug: box for box in drawn.boxes}
        assert {(s.start, s.end) for s in drawn.strokes} == {(a, b) for a, b in said if {a, b} <= there}
        for stroke in drawn.strokes:
            assert _on_border(stroke.points[0], boxes[stroke.start])
            assert _on_border(stroke.points[-1], boxes[stroke.end])


@settings(max_examples=60, deadline=None)
@given(_archives())
def test_no_box_lies_on_another_and_no_line_runs_through_one(found: tuple[Branch, ...]) -> None:
    for part in _parts(found):
        drawn = layout(part)
        assert not [pair for pair in combinations(drawn.boxes, 2) if _overlap(*pair)]
        assert _passes_through(drawn) == []
        assert drawn.width <= WIDTH
        assert all(box.x > 0 and box.end < drawn.width and box.y > 0 for box in drawn.boxes)
        assert max(box.bottom for box in drawn.boxes) < drawn.height


@settings(max_examples=30, deadline=None)
@given(_archives())
def test_a_drawing_is_the_same_each_time_and_well_formed(found: tuple[Branch, ...]) -> None:
    for part in _parts(found):
        drawn = svg(layout(part), part.slug, part.name, "In words.")
        assert drawn == svg(layout(part), part.slug, part.name, "In words.")
        root = ET.fromstring(drawn)  # noqa: S314 - our own
        names = [re.sub("[ \u2068\u2069]", "", "".join(text.itertext())) for text in root.iter("text")]
        assert sorted(names) == sorted("".join(row.branch.name.split()) for row in part.rows)


def test_what_splits_stands_below_and_further_in() -> None:
    (part,) = _parts((_branch("a"), _branch("b", "a"), _branch("c", "a"), _branch("d", "b")))
    boxes = {box.slug: box for box in layout(part).boxes}
    assert boxes["a"].bottom < boxes["b"].y < boxes["d"].y < boxes["c"].y
    assert boxes["a"].x < boxes["b"].x == boxes["c"].x
    assert boxes["d"].x > boxes["b"].x


def test_sisters_are_put_in_an_order_in_which_curves_do_not_cross() -> None:
    some = (
        _branch("a"),
        _branch("b", "a", "e"),
        _branch("c", "a", "d"),
        _branch("d", "a"),
        _branch("e", "a"),
    )
    (part,) = _parts(some)
    order = [row.branch.slug for row in part.rows]
    spans = [sorted((order.index(one), order.index(other))) for _, one, other in curves(part.rows)]
    (a, b), (c, d) = sorted(spans)
    assert not a < c < b < d


def test_from_the_right_everything_is_mirrored() -> None:
    (part,) = _parts((_branch("a"), _branch("b", "a")))
    drawn = layout(part)
    left, right = (ET.fromstring(svg(drawn, "a", "a", "", mirrored=way)) for way in (False, True))  # noqa: S314
    for one, other in zip(left.iter("rect"), right.iter("rect"), strict=True):
        beside = float(one.attrib["x"]) + float(one.attrib["width"])
        assert float(other.attrib["x"]) == pytest.approx(drawn.width - beside, abs=0.11)
    assert right.attrib["direction"] == "rtl"


def test_a_circle_is_cut_and_the_split_that_closes_it_is_a_curve() -> None:
    (part,) = _parts((_branch("a", "b"), _branch("b", "a")))
    kinds = {(stroke.kind, stroke.start, stroke.end) for stroke in layout(part).strokes}
    assert kinds == {("line", "a", "b"), ("split", "b", "a")}


def test_whoever_names_only_itself_or_nobody_there_has_no_family() -> None:
    kin = (
        Kin(slug="a", name="A", visibility="public", split_from="a", graduates_to=("a", "gone")),
        Kin(slug="b", name="B", visibility="public", split_from="draft"),
        Kin(slug="draft", name="D", visibility="draft", split_from="b"),
    )
    assert branches(kin) == ()
    assert map_pages(()) == ()


def test_an_unlisted_community_is_there_only_where_another_names_it_and_says_nothing_itself() -> None:
    kin = (
        Kin(slug="a", name="A", visibility="public", graduates_to=("named",)),
        Kin(slug="named", name="N", visibility="unlisted", split_from="other", graduates_to=("a",)),
        Kin(slug="hidden", name="H", visibility="unlisted", split_from="a"),
        Kin(slug="other", name="O", visibility="public"),
    )
    assert branches(kin) == (_branch("a", "", "named", name="A"), _branch("named", name="N"))


def test_a_family_of_more_than_sixty_is_drawn_in_parts_that_lead_to_each_other() -> None:
    family = (_branch("root"), *(_branch(f"c{number:03}", "root") for number in range(100)))
    pages = map_pages(family)
    assert [len(part.rows) for page in pages for part in page.parts] == [60, 41]
    assert [page.others for page in pages] == [((("map/2/", "C059"),),), ((("map/", "Root"),),)]
    renderer = ListRenderer(support.theme(), "en", "Town")
    second = renderer.map_page(pages[1]).markdown
    assert "split from [Root](../../root/)" in second
    assert "- [Root](../)" in second


def test_a_long_line_of_descent_stays_as_narrow_as_a_phone() -> None:
    line = tuple(_branch(f"c{number:02}", f"c{number - 1:02}" if number else "") for number in range(60))
    (part,) = _parts(line)
    drawn = layout(part)
    assert drawn.width <= WIDTH
    assert max(box.end for box in drawn.boxes) < WIDTH


def test_names_are_wrapped_and_words_too_long_are_broken() -> None:
    lines = wrapped("The people of the Donaudampfschifffahrtsgesellschaft", 120)
    assert all(measure(line) <= 120 for line in lines)
    assert "".join(lines).replace(" ", "") == "ThepeopleoftheDonaudampfschifffahrtsgesellschaft"


def test_the_map_says_in_words_what_it_draws() -> None:
    some = (_branch("oak"), _branch("elm", "oak", "yew"), _branch("yew", "oak"))
    (page,) = map_pages(some)
    words = ListRenderer(support.theme(), "en", "Town").map_page(page).markdown
    listed = [line for line in words.splitlines() if re.match(r" *- \[", line)]
    assert listed == [
        "- [Oak](../oak/)<br>split into:",
        "    - [Elm](../elm/)<br>members may move on to [Yew](../yew/)",
        "    - [Yew](../yew/)",
    ]


def test_a_drawing_is_one_picture_with_a_name_and_without_links() -> None:
    (part,) = _parts((_branch("oak"), _branch("elm", "oak")))
    root = ET.fromstring(svg(layout(part), "oak", "The family", "Two groups."))  # noqa: S314 - our own
    assert root.attrib["role"] == "img"
    found = {root.find(tag).attrib["id"]: root.find(tag).text for tag in ("title", "desc")}  # type: ignore[union-attr]
    assert [found[name] for name in root.attrib["aria-labelledby"].split()] == ["The family", "Two groups."]
    assert not list(root.iter("a"))
    assert "style" not in ET.tostring(root, encoding="unicode")
