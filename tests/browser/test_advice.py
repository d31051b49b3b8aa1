"""The form in the browser gives the same advice as the command line, in the same words."""

from __future__ import annotations

import re
from random import Random
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hearthbook.bring.blueprints import LANGUAGES, blueprint, names
from hearthbook.bring.draft import plain
from hearthbook.lint.advised import advice_facts, judged_in_browsers
from hearthbook.lint.explained import pages
from hearthbook.lint.registry import all_rules
from hearthbook.lint.settings import LintSettings
from tests.browser.advising import ASSETS, SCRIPTS, by_browser, by_python, data_of, facts
from tests.lint.examples import SOUND
from tests.publish.sites import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from tests.browser.advising import Data

pytestmark = [pytest.mark.browser, pytest.mark.slow]

CODES = [code for code, rule in all_rules().items() if judged_in_browsers(rule)]
FILES = {path.stem: path for path in sorted((ROOT / "communities").glob("[!_]*.yml"))}
SOUND_DATA = data_of(SOUND.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def page(browser: Browser) -> Page:
    """A page that holds nothing but the scripts."""
    page = browser.new_page()
    for name in SCRIPTS:
        page.add_script_tag(path=ASSETS / name)
    return page


def _over(base: Data, own: Data) -> Data:
    """The sound community with what an example says in its place."""
    merged = {**base, **own}
    for key, value in own.items():
        if isinstance(value, dict) and isinstance(base.get(key), dict):
            merged[key] = _over(base[key], value)
    return merged


def _agreed(page: Page, some: list[Data], slugs: frozenset[str] = frozenset()) -> list[set[str]]:
    """Holds both equal over those without errors; the codes of which both speak, for each."""
    asked = [(data, told) for data in some if (told := by_python(data, slugs)) is not None]
    for (data, told), answer in zip(asked, by_browser(page, [data for data, _ in asked]), strict=True):
        assert answer == told, data
    return [{code for code, *_ in told} for _, told in asked]


@pytest.mark.parametrize("code", CODES)
def test_the_examples_of_a_rule_get_the_same_advice(page: Page, code: str) -> None:
    examples = [each for each in pages()[code].examples if each.kind == "yaml"]
    own = [data_of(re.sub(r"^extends:.*\n", "", each.text, flags=re.MULTILINE)) for each in examples]
    found = _agreed(page, [_over(SOUND_DATA, each) for each in own])
    assert any(code in codes for codes in found)
    assert any(code not in codes for codes in found)


def test_the_example_archive_gets_the_same_advice(page: Page) -> None:
    files = [data_of(path.read_text(encoding="utf-8")) for path in FILES.values()]
    assert _agreed(page, [data for data in files if "extends" not in data], frozenset(FILES))


def test_every_blueprint_gets_the_same_advice(page: Page) -> None:
    drafts = [plain(blueprint(name, language).draft) for name in names() for language in LANGUAGES]
    assert len(_agreed(page, drafts)) == len(drafts)


def test_the_promise_alone_gets_the_same_advice(page: Page) -> None:
    assert _agreed(page, [{"name": "Oak", "promise": {"for": "new gardeners", "outcome": "grow one bean"}}])


def _sections() -> dict[str, list[Any]]:
    """Key -> what the examples of all rules, the archive and the blueprints write under it."""
    own = [each.text for code in all_rules() for each in pages()[code].examples if each.kind == "yaml"]
    some = [_over(SOUND_DATA, data_of(text)) for text in own]
    some += [data_of(path.read_text(encoding="utf-8")) for path in FILES.values()]
    some += [plain(blueprint(name, language).draft) for name in names() for language in LANGUAGES]
    found: dict[str, list[Any]] = {key: [None] for key in SOUND_DATA}
    for key, value in (pair for data in [SOUND_DATA, *some] for pair in data.items()):
        if key in found and value not in found[key]:
            found[key].append(value)
    return found


SAID = (
    *("Noor Example", "noor", "Example, Noor", "the contacts", "Ada or Noor", "moderators", "jonas"),
    *("Kim Lee (at the library)", "K. Lee", "Ada Beispiel, ada@example.org", "#help", "ada@example.org"),
    *(
        "six months",
        "every other year",
        "zwei Wochen",
        "2026-10-01",
        "TBD",
        "[your name]",
        "every Tuesday at 17:00",
    ),
    *("We never shout, not even in chat-rooms with well-known and much-loved strangers of ours", "help"),
    *("understand each other and build a career", "depression", "Geschäftsführer:innen", "3 out of 2"),
    *("a  b\u00a0c`d", "€ 12 a month", "0 EUR", "for everybody", "\U0001f331 plants", "don\u2019t", "x" * 90),
)


def _changed(value: Any, chance: Random) -> Any:  # noqa: ANN401 - JSON of any shape
    """A part of a community with some entries left out, and some texts that are others."""
    if isinstance(value, list):
        return [_changed(each, chance) for each in value if chance.random() < 0.8] or value
    if isinstance(value, dict):
        return {key: _changed(each, chance) for key, each in value.items() if chance.random() < 0.9}
    return chance.choice(SAID) if isinstance(value, str) and chance.random() < 0.06 else value


SECTIONS = _sections()


def _made(number: int) -> Data:
    """A community put together from all that is written anywhere, with parts of it gone."""
    chance = Random(number)  # noqa: S311 - it keeps no secret
    some = {key: chance.choice(each) for key, each in SECTIONS.items()}
    kept = {key: value for key, value in some.items() if value is not None}
    data = {"name": "Oak", "promise": SOUND_DATA["promise"], **kept}
    changed = set(chance.sample(sorted(data), chance.randint(0, 3)))
    return {key: _changed(each, chance) if key in changed else each for key, each in data.items()}


@settings(suppress_health_check=list(HealthCheck), deadline=None, max_examples=20)
@given(numbers=st.sets(st.integers(0, 1 << 40), min_size=8, max_size=12))
def test_whatever_a_founder_writes_gets_the_same_advice(page: Page, numbers: set[int]) -> None:
    _agreed(page, [_made(number) for number in sorted(numbers)])


JUNK = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-9, 9), st.sampled_from(["", " ", *SAID])),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=3), inner, max_size=3)
    ),
)


@settings(suppress_health_check=list(HealthCheck), deadline=None, max_examples=25)
@given(numbers=st.sets(st.integers(0, 1 << 40), min_size=4, max_size=6), junk=st.lists(JUNK, min_size=6))
def test_what_is_half_written_is_never_too_much(page: Page, numbers: set[int], junk: list[Any]) -> None:
    keys = list(SECTIONS)
    broken = [_made(each) | dict(zip(keys[each % len(keys) :], junk, strict=False)) for each in numbers]
    some = [*broken, *junk, *({key: each} for key, each in zip(SECTIONS, junk, strict=False))]
    assert len(by_browser(page, some)) == len(some)


def _codes(page: Page, data: Data, **more: Any) -> list[str]:  # noqa: ANN401 - JSON of any shape
    asked = "([data, facts]) => hearthAdvice(data, facts).map((each) => each.code)"
    codes: list[str] = page.evaluate(asked, [data, facts(**more)])
    return codes


BARE = {"name": "Oak", "promise": {"for": ["new gardeners"], "outcome": "grow one bean"}}


def test_the_gravest_advice_comes_first(page: Page) -> None:
    told = page.evaluate("([data, facts]) => hearthAdvice(data, facts)", [BARE, facts()])
    ranks = [(["error", "warning", "advice"].index(one["severity"]), -one["worth"]) for one in told]
    assert told[0]["code"] == "HB200"
    assert ranks == sorted(ranks)


def test_advice_that_a_group_has_decided_against_is_not_given(page: Page) -> None:
    assert "HB500" in _codes(page, BARE)
    assert "HB500" not in _codes(page, BARE | {"lint": {"ignore": {"HB500": "We meet when somebody asks."}}})


def test_a_rule_that_the_archive_does_not_want_is_silent(page: Page) -> None:
    rules = advice_facts(LintSettings(ignore=("HB5",)))
    assert not any(code.startswith("HB5") for code in _codes(page, BARE, rules=rules))


def test_a_threshold_of_the_archive_counts(page: Page) -> None:
    rules = advice_facts(LintSettings(thresholds={"HB101": {"most": 4}}))
    assert "HB101" not in _codes(page, BARE)
    assert "HB101" in _codes(page, BARE, rules=rules)


def test_what_is_true_from_a_day_on_is_told_from_that_day(page: Page) -> None:
    data = BARE | {"size": {"members": 12, "as_of": "2026-05-23"}}
    assert "HB117" not in _codes(page, data, today="2026-11-22")
    assert "HB117" in _codes(page, data, today="2026-11-23")


def test_a_language_without_words_of_its_own_gets_only_what_needs_none(page: Page) -> None:
    vague = BARE | {"norms": ["Be nice to each other."]}
    assert "HB305" in _codes(page, vague)
    assert "HB305" not in _codes(page, vague | {"language": "fr"})
    assert "HB305" not in _codes(page, vague, language="fr")
