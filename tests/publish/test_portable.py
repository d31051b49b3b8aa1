"""The copy of a site that opens from a folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hearthbook.errors import HearthbookError
from hearthbook.publish.folder import MARK
from hearthbook.publish.portable import portable_folder, write_portable
from tests.publish.sites import html_files, read, tree

if TYPE_CHECKING:
    from pathlib import Path

HEAD = f'{MARK.decode()}<meta http-equiv="Content-Security-Policy" content="script-src \'self\'">'


def _site(folder: Path, **pages: str) -> Path:
    """A site of two pages, and what a test adds: path with `__` for slashes -> what stands in it."""
    whole = {"index.html": "", "oak/index.html": "", "oak/norms/index.html": ""}
    for name, text in {**whole, **pages}.items():
        path = folder / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(HEAD + text if name.endswith(".html") else text, encoding="utf-8")
    return folder / "site"


def _copied(folder: Path, text: str, site_url: str = "", **more: str) -> str:
    """What a page below `oak/` says in the copy."""
    site = _site(folder, **{"oak/index.html": text}, **more)
    copy = write_portable(site, site_url, lambda: None)
    return (copy / "oak/index.html").read_text(encoding="utf-8").partition('file:">')[2]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<a href="norms/">', '<a href="norms/index.html">'),
        ('<a href="norms">', '<a href="norms/index.html">'),
        ('<a href="norms/#credit">', '<a href="norms/index.html#credit">'),
        ('<a href="../">', '<a href="../index.html">'),
        ('<a href="./">', '<a href="index.html">'),
        ('<a href="#credit">', '<a href="#credit">'),
        ('<a href="https://example.org/a/">', '<a href="https://example.org/a/">'),
        ('<a href="mailto:a@example.org">', '<a href="mailto:a@example.org">'),
        ('<img src="map.png" alt="">', '<img src="map.png" alt="">'),
        ("<p title=\"href='norms/'\">", "<p title=\"href='norms/'\">"),
        ("<p>&lt;a href=norms/&gt; href='norms/'", "<p>&lt;a href=norms/&gt; href='norms/'"),
        ('<script src="a.js"></script>', '<script src="a.js"></script>'),
    ],
)
def test_each_link_names_a_file(before: str, after: str, tmp_path: Path) -> None:
    files = {"oak/map.png": "", "oak/a.js": ""}
    assert _copied(tmp_path, before, **files) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<a href="https://oak.example.org/all/oak/norms/">', '<a href="norms/index.html">'),
        ('<a href="/all/oak/norms/#a">', '<a href="norms/index.html#a">'),
        (
            '<link rel="canonical" href="https://oak.example.org/all/oak/">',
            '<link rel="canonical" href="index.html">',
        ),
        ('<meta property="og:url" content="https://oak.example.org/all/oak/">', ""),
        ('<script type="application/ld+json">{"url": "https://oak.example.org"}</script>', ""),
    ],
)
def test_nothing_names_the_sites_address(before: str, after: str, tmp_path: Path) -> None:
    assert _copied(tmp_path, before, "https://oak.example.org/all/") == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<link rel="alternate" href="feed.xml">', ""),
        ('<script src="../assets/hearth/offline.js" data-hb-worker="sw.js"></script>', ""),
        ('<a href="feed.xml">News</a>', "<a>News</a>"),
    ],
)
def test_what_needs_a_server_is_left_out(before: str, after: str, tmp_path: Path) -> None:
    gone = {
        "oak/feed.xml": "",
        "assets/hearth/offline.js": "",
        "oak/sw.js": "",
        "404.html": "",
        "sitemap.xml": "",
    }
    assert _copied(tmp_path, before, **gone) == after
    assert not [name for name in tree(portable_folder(tmp_path / "site")) if name in gone]


def test_it_lies_beside_the_site_and_leaves_it_alone(tmp_path: Path) -> None:
    site = _site(tmp_path)
    before = tree(site)
    assert write_portable(site, "", lambda: None) == tmp_path / "site-portable"
    assert tree(site) == before


def test_an_older_copy_is_replaced(tmp_path: Path) -> None:
    site = _site(tmp_path, **{"elm/index.html": ""})
    write_portable(site, "", lambda: None)
    (site / "elm/index.html").unlink()
    (site / "elm").rmdir()
    copy = write_portable(site, "", lambda: None)
    assert sorted(tree(copy)) == ["index.html", "oak/index.html", "oak/norms/index.html"]


def test_a_folder_that_holds_something_else_is_left_alone(tmp_path: Path) -> None:
    site = _site(tmp_path)
    (tmp_path / "site-portable").mkdir()
    (tmp_path / "site-portable/diary.txt").touch()
    with pytest.raises(HearthbookError, match="holds something else"):
        write_portable(site, "", lambda: None)
    assert list(tree(tmp_path / "site-portable")) == ["diary.txt"]


def test_every_page_of_a_site_leads_to_files_only(town_site: Path) -> None:
    copy = write_portable(town_site, "", lambda: None)
    pages = html_files(copy)
    # 404 and search want a server
    assert len(pages) == len(html_files(town_site)) - 2
    for page in pages:
        for element in read(page).elements:
            for key in {"href", "src"} & set(element.attributes):
                path = element.attributes[key].partition("#")[0]
                if path and ":" not in path:
                    assert (page.parent / path).is_file(), f"{page}: {element.attributes[key]}"
