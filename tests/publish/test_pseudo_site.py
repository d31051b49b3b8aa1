"""Whatever a page says around the text, it says in the words of its language."""

from __future__ import annotations

import re
from functools import reduce
from typing import TYPE_CHECKING, Final

import pytest

from hearthbook.bring.blueprints import beginnings
from tests.publish.pseudo_site import build_pseudo_site
from tests.publish.sites import html_files, read

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.publish.sites import Html

SPOKEN: Final = ("title", "alt", "aria-label", "aria-description", "placeholder", "label")
LATIN: Final = re.compile(r"[A-Za-z]{2}")
# What machines read: codes of languages and kinds, and who made the page.
CODES: Final = re.compile(
    r"og:(?:type|locale|url|image)\b|hearthbook:search|twitter:card|robots|generator|viewport|color-scheme"
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site in the language that nobody speaks."""
    return build_pseudo_site(tmp_path_factory.mktemp("pseudo"))


def _said(page: Html) -> Iterator[str]:
    """What a page shows, or tells screen readers and search engines."""
    # what stands in files or is typed into a terminal is the same in every language
    typed = [element.text for element in page.elements if element.tag in {"pre", "code"}]
    # blueprints are written in languages of their own
    said = [text for _, *both in beginnings("ru") for text in both]
    for element in page.elements:
        if element.tag not in {"html", "head", "script", "style"}:
            yield reduce(lambda text, part: text.replace(part, ""), ["https://", *said, *typed], element.text)
        yield from (element.attributes.get(name) or "" for name in SPOKEN)
        named = element.attributes.get("property") or element.attributes.get("name") or ""
        if element.tag == "meta" and named and not CODES.match(named):
            yield element.attributes.get("content") or ""


def test_every_word_of_a_finished_page_comes_from_the_file_of_words(site: Path) -> None:
    slips = {
        f"{path.relative_to(site)}: {' '.join(text.split())[:80]}"
        for path in html_files(site)
        for text in _said(read(path))
        if LATIN.search(text)
    }
    assert sorted(slips) == []


def test_the_pages_were_there_to_be_read(site: Path) -> None:
    assert {"404.html", "index.html"} <= {path.name for path in html_files(site)}
    assert (site / "2/start-here/index.html").is_file()
