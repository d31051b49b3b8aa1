"""A file that was there is opened, and whatever nobody touched stays as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import expect

from hearthbook.bring.blueprints import LANGUAGES, blueprint, names
from hearthbook.bring.emit import text_of
from tests.browser.advising import data_of
from tests.browser.form.filling import NAME, OUTCOME, open_file, part, paste, say, taken, wrong
from tests.publish.sites import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import FilePayload, Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]

FILES: Final = sorted((ROOT / "communities").glob("[!_.]*.yml"))
OAK: Final = """\
# The oldest group.
name: Oak   # since 1990

# Kept short on purpose.
promise:
  for: [walkers, "those who sit"]   # both
  # one thing
  outcome: see it
  boundary: 50

rituals:
  # The first one.
  Long walk: every Sunday at 10:00
  Short walk: every Monday at 18:00

conduct:
  contacts: ["Ada Example, ada@example.org"]
# The end.
"""
"""Short forms, notes and odd blanks, as people write them."""

DESK: Final = """async ([text, changes]) => {
  const { fileDesk } = await import("/assets/hearth/form-file.js");
  const facts = await (await fetch("/start/form.json")).json();
  const desk = fileDesk({ text, original: text }, facts, (key, values) => JSON.stringify([key, values]));
  for (const [pointer, value] of changes) desk.set(pointer, value);
  return [desk.text(), desk.data()];
}"""


@pytest.fixture(scope="module")
def desk(browser: Any, address: str) -> Callable[..., list[Any]]:  # noqa: ANN401 - Playwright's own fixture
    """A text and some changes -> the text that a desk makes of them, and what it says then."""
    page = browser.new_page()
    page.goto(f"{address}/start/")
    return lambda text, *changes: page.evaluate(DESK, [text, list(changes)])


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.stem))
def test_a_file_that_nobody_changed_keeps_its_bytes(start: Page, path: Any) -> None:  # noqa: ANN401 - a Path
    text = path.read_text(encoding="utf-8")
    open_file(start, text, path.stem)
    assert taken(start) == text
    expect(start.get_by_text("You have changed nothing yet.")).to_be_visible()


def test_a_change_leaves_all_other_parts_and_the_notes_as_they_are(start: Page) -> None:
    open_file(start, OAK)
    say(start, {OUTCOME: "see it through the year"})
    said = OAK.replace("see it\n", "see it through the year\n")
    assert taken(start) == said.replace('sit"]   # both', 'sit"] # both')


def test_a_section_written_short_is_written_out_when_more_is_said(desk: Callable[..., list[Any]]) -> None:
    text, data = desk(
        OAK, ["/promise/boundary/we_do_not", ["judge trees"]], ["/rituals/1/purpose", "See it."]
    )
    assert data["promise"]["boundary"] == {"cap": 50, "we_do_not": ["judge trees"]}
    assert data["rituals"][1] == {"name": "Short walk", "when": "every Monday at 18:00", "purpose": "See it."}
    assert "  # The first one.\n  - name: Long walk\n" in text
    assert data_of(text)["rituals"] == data["rituals"]
    assert wrong(text, "oak") == []


def test_a_new_key_stands_where_the_model_has_it(desk: Callable[..., list[Any]]) -> None:
    text, _ = desk(OAK, ["/tags", ["trees"]])
    assert text.index("tags:") < text.index("promise:")
    assert "# Kept short on purpose.\npromise:" in text


def test_the_last_word_of_a_section_takes_the_section_along(desk: Callable[..., list[Any]]) -> None:
    text, _ = desk("name: Oak\nreview:\n  owner: Ada\n", ["/review/owner", None])
    assert text == "name: Oak\n"


def test_line_ends_stay_as_they_were(desk: Callable[..., list[Any]]) -> None:
    text, _ = desk("name: Oak\r\ntagline: Old\r\n", ["/name", "Ash"])
    assert text == "name: Ash\r\ntagline: Old\r\n"


def test_a_name_and_an_address_in_one_line_are_two_fields(start: Page) -> None:
    open_file(start, OAK)
    safety = part(start, "Safety and conduct")
    safety.locator("summary", has_text="Ada Example").click()
    expect(safety.get_by_label("Who (needed)")).to_have_value("Ada Example")
    expect(safety.get_by_label("How to reach them")).to_have_value("ada@example.org")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name: Oak\n  tagline: x\n", "Line 1, column 7: this is not YAML."),
        ("just words\n", "The file is no list of keys and values."),
        ("name: &n Oak\ntagline: *n\n", "The file holds anchors or aliases"),
        ("name: Oak\nname: Ash\n", "Line 2, column 1: this is not YAML."),
    ],
)
def test_a_file_that_cannot_be_read_is_told_with_the_reason(start: Page, text: str, said: str) -> None:
    paste(start, text)
    expect(start.locator(".hb-start__state")).to_contain_text(said)
    expect(start.get_by_label("Or its text")).to_have_value(text)


def test_the_file_on_the_forge_is_one_link_away(start: Page) -> None:
    start.get_by_text("Change a file that is there already").click()
    start.get_by_label("What the file is called, without .yml").fill("hard-talks")
    link = start.get_by_role("link", name="Its text stands at GitHub")
    expect(link).to_have_attribute(
        "href", "https://github.com/example/archive/edit/main/communities/hard-talks.yml#L1"
    )


def test_a_file_is_chosen_on_the_device(start: Page) -> None:
    start.get_by_text("Change a file that is there already").click()
    given: FilePayload = {"name": "oak.yml", "mimeType": "text/yaml", "buffer": OAK.encode()}
    start.get_by_label("A file from communities/").set_input_files([given])
    expect(start.get_by_label("What the file is called, without .yml")).to_have_value("oak")
    start.get_by_role("button", name="Open it").click()
    expect(start.get_by_label(NAME)).to_have_value("Oak")


SOME: Final = st.sampled_from(
    [text_of(blueprint(name, lang).draft) for name in names() for lang in LANGUAGES]
)
WORDS: Final = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=80).filter(
    str.strip
)
CHANGES: Final = st.lists(
    st.one_of(
        st.tuples(
            st.sampled_from(["/name", "/promise/outcome", "/norms/0/statement", "/roles/1/does"]), WORDS
        ),
        st.tuples(st.sampled_from(["/tags", "/promise/for"]), st.lists(WORDS, min_size=1, max_size=3)),
        st.tuples(st.sampled_from(["/promise/boundary/cap"]), st.integers(2, 200)),
        st.tuples(st.sampled_from(["/tagline", "/norms/2", "/faq", "/conduct/ladder/0/repair"]), st.none()),
    ),
    max_size=4,
)


def _put(data: Any, keys: list[str], value: Any) -> None:  # noqa: ANN401 - JSON of any shape
    for key in keys[:-1]:
        data = data[int(key)] if isinstance(data, list) else data[key]
    last: Any = int(keys[-1]) if isinstance(data, list) else keys[-1]
    if value is not None:
        data[last] = value
    elif isinstance(data, list) or last in data:
        del data[last]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None)
@given(text=SOME, changes=CHANGES)
def test_whatever_is_changed_the_rest_means_what_it_meant(
    desk: Callable[..., list[Any]], text: str, changes: list[tuple[str, Any]]
) -> None:
    once = dict(changes)
    expected, _ = desk(text)
    assert expected == text
    data = data_of(text)
    # what is taken out of a list moves what comes behind it, so it goes last
    ordered = sorted(once.items(), key=lambda change: change[1] is None)
    for pointer, value in ordered:
        _put(data, pointer.split("/")[1:], value)
    written, _ = desk(text, *ordered)
    assert data_of(written) == data
    notes = [line.strip() for line in text.splitlines() if line.lstrip().startswith("#")]
    if not any(value is None for value in once.values()):
        assert [line for line in notes if line not in written] == []
