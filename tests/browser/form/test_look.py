"""What the form shows of the first page, the finished page says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from hearthbook.bring.blueprints import LANGUAGES, blueprint, names
from hearthbook.bring.draft import plain
from hearthbook.bring.emit import text_of
from hearthbook.publish.builder import build_site
from hearthbook.render.hub_lists import form_words
from tests.publish.sites import read
from tests.render.support import theme

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = [pytest.mark.browser, pytest.mark.slow]

LOOK = """async ([data, words, moments]) => {
  const { look } = await import("/assets/hearth/form-look.js");
  const box = document.createElement("div");
  look(box, data, hearthbook.saying(words.look, words.locale), moments);
  for (const raw of box.querySelectorAll(".hb-form__raw")) raw.remove();
  return [...box.querySelectorAll("h3, h4, p, li, pre")].map((part) => {
    const own = part.cloneNode(true);
    for (const inner of own.querySelectorAll("p")) inner.remove();
    return own.textContent.trim();
  });
}"""
MOMENTS = ["10 minutes", "first day", "first week", "first month"]
ALL = [(name, language) for name in names() for language in LANGUAGES]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of all blueprints, each as its own community in both languages."""
    root = tmp_path_factory.mktemp("look")
    for folder in ("communities", "content"):
        (root / folder).mkdir()
    (root / "content/index.md").write_text("# Look\n", encoding="utf-8")
    for name, language in ALL:
        text = text_of(blueprint(name, language).draft)
        own = "" if "\nlanguage:" in text else f"language: {language}\n"
        (root / f"communities/{name}-{language}.yml").write_text(own + text, encoding="utf-8")
    (root / "mkdocs.yml").write_text(
        "site_name: Look\ndocs_dir: content\ntheme: material\n"
        "plugins:\n  - hearthbook: {zone: Europe/Berlin}\n",
        encoding="utf-8",
    )
    build_site(root)
    return root / "site"


@pytest.fixture(scope="module")
def window(browser: Any, address: str) -> Any:  # noqa: ANN401 - Playwright's own
    """A window with the scripts of a site."""
    page = browser.new_page()
    page.goto(f"{address}/start/")
    return page


def _bare(text: str) -> str:
    return re.sub(r"[\s\u2068\u2069:]+", " ", text).strip()


@pytest.mark.parametrize(("name", "language"), ALL)
def test_every_line_of_the_first_look_stands_on_the_finished_page(
    name: str,
    language: str,
    window: Any,  # noqa: ANN401 - Playwright's own
    pages: Path,
    known: Callable[[dict[str, Any]], dict[str, Any]],
) -> None:
    words = form_words(theme().words(language))
    data = known(plain(blueprint(name, language).draft))
    lines = window.evaluate(LOOK, [data, words, MOMENTS])
    html = read(pages / f"{name}-{language}/start-here/index.html")
    page = _bare(next(element.text for element in html.elements if element.tag == "html"))
    assert len(lines) > 25
    assert [line for line in lines if _bare(line) not in page] == []


@pytest.fixture
def known(window: Any) -> Callable[[dict[str, Any]], dict[str, Any]]:  # noqa: ANN401 - Playwright's own
    """A file's data with every section written out, as the form has it."""
    script = """async (data) => {
      const { whole } = await import("/assets/hearth/form-desk.js");
      const { rules } = await (await fetch("/start/form.json")).json();
      return whole(data, rules);
    }"""
    return lambda data: window.evaluate(script, data)
