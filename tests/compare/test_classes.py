from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hearthbook.compare.classes import ORDERED, TABLE, kind_of, weight
from hearthbook.compare.differ import changes
from hearthbook.ingest.shapes import Shape, shapes
from hearthbook.model.changes import KINDS
from hearthbook.model.community import Community

if TYPE_CHECKING:
    from hearthbook.model.changes import Facts


def kinds(old: Facts, new: Facts) -> set[str]:
    return {change.kind for change in changes(old, new)}


@pytest.mark.parametrize("path", [row.path for row in (*TABLE, *ORDERED)])
def test_each_line_of_the_table_names_what_the_model_knows(path: str) -> None:
    shape: Shape = Shape(kind="section", model=Community)
    for part in path.split("."):
        if shape.kind == "section" and shape.model:
            shape = shapes(shape.model)[part]
        elif shape.kind == "table" and shape.inner:
            shape = shape.inner
        else:
            assert part == "*"
            shape = Shape(kind="section", model=shape.model)


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("conduct.contacts.mira", "safety"),
        ("conduct.review.last", "facts"),
        ("care.minimum_age", "safety"),
        ("promise.boundary.cap", "boundary"),
        ("promise.method", "facts"),
        ("join.how", "boundary"),
        ("join.pause", "facts"),
        ("norms.ask.why", "norms"),
        ("lint.ignore.HB201", "safety"),
        ("lint.ignore.HB501", "facts"),
        ("rituals.wins.when", "facts"),
        ("nobody.knows.this", "facts"),
    ],
)
def test_a_path_has_a_kind(path: str, kind: str) -> None:
    assert kind_of("changed", tuple(path.split(".")), (1, 2)) == kind


def test_norms_about_safety_touch_safety_before_and_after() -> None:
    mild: Facts = {"norms": [{"id": "ask", "statement": "We ask.", "kind": "pace"}]}
    safe: Facts = {"norms": [{"id": "ask", "statement": "We ask twice.", "kind": "safety"}]}
    assert kinds(mild, safe) == kinds(safe, mild) == kinds(safe, {}) == {"safety"}
    assert kinds(mild, {}) == {"norms"}


def test_a_person_who_is_named_touches_safety() -> None:
    assert kinds({}, {"people": {"ada": {"name": "Ada Example", "show": "name"}}}) == {"safety"}
    assert kinds({}, {"people": {"ada": {"handle": "@ada"}}}) == {"facts"}


def test_an_answer_for_people_in_trouble_touches_safety() -> None:
    old: Facts = {"faq": [{"id": "fever", "q": "Can it wait?", "a": "Call now.", "moment": "trouble"}]}
    new: Facts = {"faq": [{"id": "fever", "q": "Can it wait?", "a": "It can.", "moment": "trouble"}]}
    assert kinds(old, new) == {"safety"}


def test_another_order_says_nothing_but_in_what_is_a_sequence() -> None:
    assert kind_of("moved", ("norms", "ask"), (0, 1)) == "wording"
    assert kind_of("moved", ("conduct", "ladder", "word"), (0, 1)) == "safety"
    assert kind_of("moved", ("rituals", "wins", "steps", "0"), (0, 1)) == "facts"


def test_another_full_stop_is_wording_everywhere() -> None:
    for path in (("conduct", "support"), ("promise", "outcome"), ("norms", "ask", "why"), ("privacy",)):
        assert kind_of("changed", path, ("We ask you", "We ask you.")) == "wording"


def test_a_mended_word_is_wording_where_nobody_is_at_risk() -> None:
    texts = ("we recieve each letter gladly", "we receive each letter gladly")
    assert kind_of("changed", ("norms", "ask", "why"), texts) == "wording"
    assert kind_of("changed", ("faq", "how", "a"), texts) == "wording"
    assert kind_of("changed", ("conduct", "records"), texts) == "safety"
    assert kind_of("changed", ("promise", "outcome"), texts) == "boundary"


def test_whoever_is_named_is_somebody_else_with_another_letter() -> None:
    assert kinds({"conduct": {"stand_by": "Ada"}}, {"conduct": {"stand_by": "ada"}}) == {"safety"}
    assert kinds({"review": {"owner": "Ada"}}, {"review": {"owner": "ada"}}) == {"facts"}


def test_the_weightiest_kind_comes_first() -> None:
    assert sorted(KINDS, key=weight) == list(KINDS)
    assert weight("safety") < weight("wording")
