"""A page's twin in Markdown: readable by itself, with links that lead somewhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

import pytest
from ruamel.yaml import YAML

from hearthbook.model.pages import Page
from hearthbook.publish.twins import bare, twin, twin_of
from tests.publish.sites import Html, html_files, read

if TYPE_CHECKING:
    from pathlib import Path


pytestmark = pytest.mark.slow


def _same(address: str) -> str:
    return address


def _page(markdown: str, path: str = "oak/norms.md") -> Page:
    return Page(path=path, kind="norms", title='Norms: "ours"', markdown=markdown, language="de")


def _links(
    markdown: str, site_url: str = "", path: str = "oak/norms.md", url: str = "oak/norms/"
) -> list[str]:
    urls = {
        "oak/roles.md": "oak/roles/",
        "oak/index.md": "oak/",
        "oak/articles/leaf.png": "oak/articles/leaf.png",
    }
    text = twin(_page(markdown, path), url, urls, site_url).decode("utf-8")
    return re.findall(r"\]\(([^)]*)\)", text)


def _prose(path: Path) -> str:
    """A twin without its front matter and its blocks of code."""
    body = path.read_text(encoding="utf-8").split("---\n", 2)[2]
    return re.sub(r"^```.*?^```", "", body, flags=re.MULTILINE | re.DOTALL)


def test_ids_and_classes_are_gone() -> None:
    text = (
        "## Say it {#norm-say .hb-norm}\n\nWe say it.\n{: #say .hb-lead }\n\n*Active*{: .hb-on } since May\n"
    )
    assert bare(text, _same) == "## Say it\n\nWe say it.\n\n*Active* since May\n"


def test_an_id_within_a_list_leaves_no_line_behind() -> None:
    text = "For\n:   - people who write\n        {: #for }\n    - people who read\n"
    assert bare(text, _same) == "For\n:   - people who write\n    - people who read\n"


def test_blocks_around_text_are_gone_and_the_text_stays() -> None:
    text = 'Before.\n\n<div class="hb-care" markdown>\n\nCall 112.\n\n</div>\n\nAfter.\n'
    assert bare(text, _same) == "Before.\n\nCall 112.\n\nAfter.\n"


def test_what_opens_a_fold_becomes_a_line_of_its_own() -> None:
    text = "<details markdown>\n<summary>Weeks</summary>\n\nFour.\n\n</details>\n"
    assert "**Weeks**" in bare(text, _same)
    assert "<" not in bare(text, _same)


def test_a_drawing_is_gone_with_all_that_it_says() -> None:
    text = 'Above.\n\n<svg viewBox="0 0 9 9"><text>Oak</text></svg>\n\nBelow.\n'
    assert bare(text, _same) == "Above.\n\nBelow.\n"


def test_code_stays_as_it_is_written() -> None:
    code = '```\n## Title {#id}\n<div class="x">\n{: .y }\n[a](b.md)\n```'
    assert code in bare(f"Above {{: .x }}\n\n{code}\n\n[a](b.md)\n", str.upper)
    assert bare(f"{code}\n\n[a](b.md)\n", str.upper).endswith("[a](B.MD)\n")


def test_what_people_wrote_in_braces_and_brackets_stays() -> None:
    text = "We write \\{#this\\} and &lt;b&gt; and \\[a\\](b) and <code>&lt;i&gt;</code>.\n"
    assert bare(text, str.upper) == text


def test_a_link_whose_text_ends_in_a_backslash_is_still_a_link() -> None:
    assert bare("[\\\\](b.md)", str.upper) == "[\\\\](B.MD)"


def test_links_lead_to_the_pages_of_the_site() -> None:
    text = "[a](roles.md#role-host) [b](index.md) [c](#norm-say) [d](../../elm/) [e](mailto:a@example.org)"
    expected = ["../roles/#role-host", "../", "./#norm-say", "../../elm/", "mailto:a@example.org"]
    assert _links(text) == expected


def test_a_question_behind_an_address_stays() -> None:
    assert _links("[a](?tag=tea) [b](../?tag=tea#x)", path="index.md", url="")[0] == "./?tag=tea"


def test_a_drawing_before_a_sentence_leaves_no_blank() -> None:
    assert bare("<svg><path/></svg> The group had 34 members.\n", _same) == "The group had 34 members.\n"


def test_what_only_the_site_can_do_is_gone() -> None:
    text = "Tell us.\n\nOr use a button.\n{: .hb-forge .hb-screen }\n\nMore.\n"
    assert bare(text, _same) == "Tell us.\n\n\nMore.\n"


def test_where_the_address_is_known_links_are_whole() -> None:
    text = "[a](roles.md#role-host) [b](#norm-say) [c](../../elm/norms/) [d](https://example.net/)"
    site = "https://example.org/books/"
    expected = [
        f"{site}oak/roles/#role-host",
        f"{site}oak/norms/#norm-say",
        f"{site}elm/norms/",
        "https://example.net/",
    ]
    assert _links(text, site) == expected


def test_a_picture_is_found_from_the_file_that_shows_it() -> None:
    assert _links("![A leaf](leaf.png)", "", "oak/articles/trees.md", "oak/articles/trees/") == [
        "../leaf.png"
    ]


def test_front_matter_says_title_language_and_address() -> None:
    text = twin(_page("# Norms {#norms}\n"), "oak/norms/", {}, "https://example.org/").decode("utf-8")
    _, head, body = text.split("---\n", 2)
    facts = {"title": 'Norms: "ours"', "language": "de", "url": "https://example.org/oak/norms/"}
    assert YAML(typ="safe").load(head) == facts
    assert body == "\n# Norms\n"


def test_without_an_address_front_matter_names_none() -> None:
    assert b"url:" not in twin(_page("# Norms\n"), "oak/norms/", {})


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("oak/norms/index.html", "oak/norms/index.md"),
        ("oak/norms.html", "oak/norms.md"),
        ("index.html", "index.md"),
    ],
)
def test_a_twin_lies_beside_its_page(page: str, expected: str) -> None:
    assert twin_of(page) == expected


def test_every_page_names_its_twin(town_site: Path) -> None:
    pages = [path for path in html_files(town_site) if path.name != "404.html"]
    for path in pages:
        named = [
            e.attributes["href"]
            for e in read(path).all("link")
            if e.attributes.get("type") == "text/markdown"
        ]
        assert named == ["index.md"], path
        assert (path.parent / named[0]).is_file(), path


def test_every_link_of_a_twin_leads_to_a_page(town_site: Path) -> None:
    pages = {path.relative_to(town_site).as_posix(): path for path in html_files(town_site)}
    read_pages: dict[str, Html] = {}
    broken = []
    for path in town_site.rglob("*.md"):
        if "rules/" in path.as_posix():
            continue
        here = "/" + path.relative_to(town_site).as_posix()
        text = _prose(path)
        for target in re.findall(r"(?<!\\)\]\(([^()\s]+)\)", text):
            parts = urlsplit(urljoin(here, target))
            if urlsplit(target).scheme:
                continue
            page = f"{parts.path.strip('/')}/index.html".lstrip("/")
            if page not in pages:
                broken += [] if (town_site / parts.path.strip("/")).is_file() else [f"{here}: {target}"]
            elif parts.fragment:
                known = read_pages.setdefault(page, read(pages[page]))
                ids = {e.attributes.get("id") for e in known.elements}
                broken += [] if parts.fragment in ids else [f"{here}: {target}"]
    assert broken == []


def test_no_twin_shows_what_only_a_site_needs(town_site: Path) -> None:
    left: dict[str, list[str]] = {}
    for path in town_site.rglob("*.md"):
        text = _prose(path)
        text = re.sub(r"`[^`\n]*`|<code>.*?</code>|<br>", "", text)
        found = re.findall(r"(?<!\\)\{[:#.].*|</?[a-z][^>]*>|data-hb-.*", text)
        left |= {path.relative_to(town_site).as_posix(): found} if found else {}
    assert left == {}
