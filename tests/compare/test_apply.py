from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hearthbook.compare.apply import applied
from hearthbook.compare.differ import changes
from hearthbook.model.changes import Change

if TYPE_CHECKING:
    from hearthbook.model.changes import Facts


def test_changes_of_other_facts_are_refused() -> None:
    change = Change(act="changed", path=("norms", "ask", "statement"), kind="norms", old="a", new="b")
    with pytest.raises(LookupError, match="no entry ask"):
        applied({"norms": [{"id": "credit"}]}, [change])


def test_a_place_beyond_the_end_is_refused() -> None:
    change = Change(act="added", path=("norms", "ask"), kind="norms", new={"id": "ask"}, place=3)
    with pytest.raises(LookupError, match="no place 3"):
        applied({}, [change])


def test_the_facts_themselves_stay_as_they_are() -> None:
    old: Facts = {"norms": [{"id": "ask", "statement": "Ask."}]}
    new: Facts = {"norms": [{"id": "ask-first", "statement": "Ask first."}], "decisions": "By hand."}
    applied(old, changes(old, new))
    assert old == {"norms": [{"id": "ask", "statement": "Ask."}]}


def test_keys_stand_in_the_order_of_the_model() -> None:
    old: Facts = {"name": "Oak", "privacy": "Nothing leaves."}
    new: Facts = {"name": "Oak", "tagline": "Slow", "privacy": "Nothing leaves."}
    assert list(applied(old, changes(old, new))) == ["name", "tagline", "privacy"]
