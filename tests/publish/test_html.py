"""Every page keeps the promises that a strict content policy and working links make."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import pytest

from hearthbook.publish.folder import is_ours
from tests.publish.sites import html_files, read

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.publish.sites import Html

POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; "
    "img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'self'; "
    "form-action 'self'"
)
DATA = "application/ld+json"
FETCHED = {"img": "src", "script": "src", "source": "src", "video": "src", "audio": "src", "iframe": "src"}


@pytest.fixture(scope="session", params=["town_site", "forge_site", "example_site"])
def site(request: pytest.FixtureRequest) -> Path:
    """Each of the sites."""
    built: Path = request.getfixturevalue(request.param)
    return built


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, Html]:
    """Path -> page of a site."""
    return {path.relative_to(site).as_posix(): read(path) for path in html_files(site)}


def test_there_are_pages_to_look_at(pages: dict[str, Html]) -> None:
    assert {"index.html", "404.html"} <= pages.keys()


def test_every_page_has_the_policy_before_anything_it_governs(pages: dict[str, Html]) -> None:
    for name, page in pages.items():
        governed = [e for e in page.within("head") if e.tag in {"meta", "link", "script"}]
        first = governed[1]
        assert governed[0].attributes == {"charset": "utf-8"}, name
        assert first.attributes.get("http-equiv") == "Content-Security-Policy", name
        assert first.attributes["content"] == POLICY, name


def test_every_page_has_the_mark_by_which_the_next_build_knows_it(site: Path) -> None:
    assert [page for page in html_files(site) if not is_ours(page)] == []


def test_no_page_has_a_script_or_style_written_into_it(pages: dict[str, Html]) -> None:
    for name, page in pages.items():
        assert not page.all("style"), name
        # a block of data is never run: tests/browser/test_shared.py
        scripts = [one for one in page.all("script") if one.attributes.get("type") != DATA]
        assert all(script.attributes.get("src") for script in scripts), name
        assert not any(script.text.strip() for script in scripts), name


def test_no_element_has_a_style_or_a_handler(pages: dict[str, Html]) -> None:
    for name, page in pages.items():
        for element in page.elements:
            bad = [key for key in element.attributes if key == "style" or key.startswith("on")]
            assert not bad, (name, element.tag, bad)


def test_no_page_fetches_anything_from_elsewhere(pages: dict[str, Html]) -> None:
    for name, page in pages.items():
        fetched = [e for e in page.elements if e.tag in FETCHED and e.attributes.get("type") != DATA]
        addresses = [e.attributes[FETCHED[e.tag]] for e in fetched]
        named = [e for e in page.all("link") if e.attributes["rel"] not in {"canonical", "alternate"}]
        addresses += [e.attributes["href"] for e in named]
        assert not [address for address in addresses if urlsplit(address).netloc], name


def test_materials_script_is_not_part_of_the_site(site: Path) -> None:
    assert not (site / "assets/javascripts").exists()
    ours = {site / "assets/hearth", site / "assets/vendor", site / "search/engine"}
    assert [path for path in site.rglob("*.js") if path.parent not in ours] == []


def test_every_id_is_there_once(pages: dict[str, Html]) -> None:
    for name, page in pages.items():
        ids = [element.attributes["id"] for element in page.elements if "id" in element.attributes]
        twice = {one for one in ids if ids.count(one) > 1}
        assert not twice, (name, twice)


def test_every_link_leads_somewhere(pages: dict[str, Html], site: Path) -> None:
    broken = [
        f"{name}: {address}" for name, page in pages.items() for address in _broken(name, page, pages, site)
    ]
    assert not broken, "\n".join(broken)


def _broken(name: str, page: Html, pages: dict[str, Html], site: Path) -> Iterator[str]:
    for element in page.elements:
        address = element.attributes.get("href") or element.attributes.get("src") or ""
        parts = urlsplit(address)
        if not address or parts.scheme or parts.netloc:
            continue
        target = _target(name, parts.path)
        if not (site / target).is_file():
            yield address
        elif parts.fragment and target in pages:
            there = {e.attributes.get("id") for e in pages[target].elements}
            if unquote(parts.fragment) not in there:
                yield address


def _target(name: str, path: str) -> str:
    """The file that an address on the page `name` leads to, from the root of the site."""
    if not path:
        return name
    # Only 404.html, which is shown at any depth, says where the site's root is.
    rooted = path.removeprefix("/handbooks").removeprefix("/")
    steps = rooted if path.startswith("/") else posixpath.join(posixpath.dirname(name), path)
    target = posixpath.normpath(unquote(steps)) if steps else "."
    is_folder = not posixpath.splitext(target)[1]
    return posixpath.normpath(posixpath.join(target, "index.html")) if is_folder else target
