"""The form in the browser writes a new file with the same bytes as the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hearthbook.bring.blueprints import LANGUAGES, blueprint, names
from hearthbook.bring.carried import carried, carried_models
from hearthbook.bring.draft import Draft, Entry, Group, Item, Items, made_from, plain, with_value
from hearthbook.bring.emit import text_of
from hearthbook.resources import themes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SCRIPT = themes() / "hearth/html/assets/hearth/draft.js"
WRITTEN = "drafts => drafts.map((each) => hearthDraft.textOf(each))"
CHANGED = """([drafts, pointer, value, models]) => drafts.map(
  (each) => hearthDraft.textOf(hearthDraft.withValue(each, pointer, value, models))
)"""
MEANT = "drafts => drafts.map((each) => hearthDraft.plain(each))"

SAID = st.text(st.characters(exclude_categories=["Cs"]))
TEXTS = st.one_of(
    SAID,
    st.lists(st.text("ab:#-'\" ,\u00a0\u0085\u201c\ufeff", min_size=1), min_size=1).map("\n".join),
    st.lists(st.text("abcdäé\U0001f331", min_size=1, max_size=9), min_size=12, max_size=40).map(" ".join),
    st.text("a b:#\u3000\x1c\x85").map(lambda text: f"week {text}"),
    st.sampled_from(
        ["yes", "ON", "null", "4 weeks", "17:00", "2026-12-22", "a: b", "a #b", "a#b", " a", "a\n"]
    ),
)
LINES = st.lists(SAID.filter(str.isprintable), max_size=2).map(tuple)
KEYS = st.one_of(st.text("abc_$", min_size=1), TEXTS)
NUMBERS = st.one_of(st.booleans(), st.integers(-10_000, 10_000), st.floats(-99, 1e20))


def _groups(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Group]:
    on = st.builds(Entry, KEYS, values, LINES)
    off = st.builds(Entry, KEYS, st.none(), LINES, LINES)
    entries = st.lists(st.one_of(on, on, off), max_size=4, unique_by=lambda entry: entry.key)
    return entries.map(lambda found: Group(tuple(found)))


def _lists(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Items]:
    return st.lists(st.builds(Item, values, LINES), max_size=4).map(lambda found: Items(tuple(found)))


VALUES = st.recursive(
    st.one_of(TEXTS, NUMBERS), lambda inner: st.one_of(_lists(inner), _groups(inner)), max_leaves=12
)
DRAFTS = st.lists(st.builds(Draft, _groups(VALUES), LINES), min_size=4, max_size=12)
BLUEPRINTS = [blueprint(name, language).draft for name in names() for language in LANGUAGES]


@pytest.fixture(scope="module")
def page(browser: Browser) -> Page:
    """A page that holds nothing but the script."""
    page = browser.new_page()
    page.add_script_tag(path=SCRIPT)
    return page


def _asked(page: Page, question: str, drafts: Sequence[Draft]) -> list[Any]:
    answer: list[Any] = page.evaluate(question, [carried(each) for each in drafts])
    return answer


def test_every_blueprint_is_written_with_the_same_bytes(page: Page) -> None:
    assert _asked(page, WRITTEN, BLUEPRINTS) == [text_of(each) for each in BLUEPRINTS]


def test_every_blueprint_means_the_same_in_the_browser(page: Page) -> None:
    assert _asked(page, MEANT, BLUEPRINTS) == [plain(each) for each in BLUEPRINTS]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None)
@given(drafts=DRAFTS)
def test_whatever_a_founder_writes_is_written_with_the_same_bytes(page: Page, drafts: list[Draft]) -> None:
    assert _asked(page, WRITTEN, drafts) == [text_of(each) for each in drafts]


CHANGES = (
    ("/name", "A circle: the first"),
    ("/color", "#335577"),
    ("/promise/outcome", "learn to listen"),
    ("/promise/boundary/cap", 40),
    ("/promise/hours_a_week", 1.5),
    ("/norms/0/statement", "We begin on time."),
    ("/norms/1", None),
    ("/norms", None),
    ("/channels/0/purpose", "Questions of all kinds"),
    ("/roles/99", "x"),
    ("/size/members", 12),
    ("/lineage/split_from", None),
    ("/tags", ["one", "two"]),
    ("/people/ada", {"name": "Ada", "show": "name"}),
    ("/people/a~1b~0c/name", "Ada"),
)


@pytest.mark.parametrize(("pointer", "value"), CHANGES)
def test_a_value_is_put_where_the_command_line_puts_it(page: Page, pointer: str, value: object) -> None:
    given = [[carried(each) for each in BLUEPRINTS], pointer, value, carried_models()]
    expected = [text_of(with_value(each, pointer, value)) for each in BLUEPRINTS]  # type: ignore[arg-type]
    assert page.evaluate(CHANGED, given) == expected


def test_every_key_has_the_place_it_has_at_the_command_line(page: Page) -> None:
    models = carried_models()
    order = models["models"][models["whole"]]["order"]
    for key in order:
        expected = [text_of(with_value(each, f"/{key}", "x")) for each in BLUEPRINTS]
        given = [[carried(each) for each in BLUEPRINTS], f"/{key}", "x", models]
        assert page.evaluate(CHANGED, given) == expected, key


def test_a_section_that_was_written_short_keeps_what_it_said(page: Page) -> None:
    short = made_from({"name": "Oak", "promise": {"boundary": 50}})
    given = [[carried(short)], "/promise/boundary/why", "so that all know each other", carried_models()]
    expected = text_of(with_value(short, "/promise/boundary/why", "so that all know each other"))
    assert page.evaluate(CHANGED, given) == [expected]
    assert "cap: 50" in expected


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None)
@given(texts=st.lists(TEXTS, min_size=10, max_size=20))
def test_whatever_a_founder_says_is_written_with_the_same_bytes(page: Page, texts: list[str]) -> None:
    drafts = [Draft(Group((Entry("about", text), Entry(text, 1)))) for text in texts]
    assert _asked(page, WRITTEN, drafts) == [text_of(each) for each in drafts]
