"""Whatever two communities say, what changed between them can be told, in every language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hypothesis import given, settings
from hypothesis import strategies as st

from hearthbook.compare.comparison import Comparison, Entry, Group
from hearthbook.compare.differ import changes
from hearthbook.compare.reporters.json import as_json
from hearthbook.compare.reporters.markdown import as_markdown
from hearthbook.compare.reporters.text import as_text
from hearthbook.compare.telling import Teller
from hearthbook.model.pages import UNNAMED
from tests.compare.strategies import ODD, communities
from tests.compare.village import english, spoken

if TYPE_CHECKING:
    from hearthbook.model.changes import Facts

TELLERS: Final = {language: Teller(*spoken(language)) for language in ("en", "de", "ar")}


def _tell(old: Facts, new: Facts) -> None:
    found = changes(old, new)
    for teller in TELLERS.values():
        told = teller.told(found, old, new)
        assert bool(told) is bool(found)
        assert all(one.headline.strip() for one in told)
        assert UNNAMED not in repr(told)
        entries = tuple(Entry(told=one, act="changed") for one in told)
        said = Comparison(groups=(Group(slug="oak", name="Oak", language="en", entries=entries),))
        for write in (as_text, as_json, as_markdown):
            assert write(said, english())


@settings(max_examples=60, deadline=None)
@given(communities(), communities())
def test_what_changed_between_two_communities_is_told(old: Facts, new: Facts) -> None:
    _tell(old, new)


@settings(max_examples=60, deadline=None)
@given(ODD, ODD)
def test_facts_that_no_file_could_hold_are_told_as_well(old: Facts, new: Facts) -> None:
    _tell(old, new)


@settings(max_examples=40, deadline=None)
@given(communities(), communities(), st.sampled_from(["Zweiundvierzig", "@zweiundvierzig"]))
def test_somebody_who_is_not_shown_is_named_nowhere(old: Facts, new: Facts, name: str) -> None:
    hidden: Facts = {
        "zweiundvierzig": {"name": "Zweiundvierzig", "handle": "@zweiundvierzig", "show": "nothing"}
    }
    both: list[Facts] = [{**facts, "people": hidden} for facts in (old, new)]
    both[1] |= {"founders": [name], "review": {"owner": name}}
    both[1]["roles"] = [{"id": "r", "name": "Role", "held_by": [{"id": "zweiundvierzig", "person": name}]}]
    both[1]["conduct"] = {"contacts": [{"id": "zweiundvierzig", "who": name}], "above": name}
    for teller in TELLERS.values():
        assert "zweiundvierzig" not in repr(teller.told(changes(*both), *both)).casefold()
