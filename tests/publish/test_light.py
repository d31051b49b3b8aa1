"""Pages are light: nobody on a slow line waits for more than they read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bench.pages import TARGET
from bench.weigh import page_kilobytes
from tests.publish.sites import html_files

if TYPE_CHECKING:
    from pathlib import Path


def test_no_page_is_above_its_target(example_site: Path) -> None:
    heavy = {page: page_kilobytes(example_site, page) for page in html_files(example_site)}
    assert not {page: weight for page, weight in heavy.items() if weight > TARGET}


def test_every_style_sheet_and_script_is_named_by_some_page(example_site: Path) -> None:
    texts = [path.read_text(encoding="utf-8") for path in html_files(example_site)]
    named = {name for text in texts for name in re.findall(r"/([\w.-]+\.(?:css|js))\"", text)}
    shipped = {path.name for kind in ("css", "js") for path in (example_site / "assets").rglob(f"*.{kind}")}
    scripts = [path.read_text(encoding="utf-8") for path in (example_site / "assets/hearth").glob("*.js")]
    loaded = {
        name
        for text in scripts
        for name in re.findall(r"\"(?:\.\.?/)?(?:\w+/)?([\w.-]+\.(?:css|js))\"", text)
    }
    # what is for archives with a forge, with a history, and for such that are to work without a network
    elsewhere = {"edit.js", "edit.css", "since.js", "changes.css", "offline.js"}
    assert shipped <= named | loaded | elsewhere


def test_no_style_sheet_asks_for_another_file(example_site: Path) -> None:
    for sheet in example_site.rglob("*.css"):
        text = sheet.read_text(encoding="utf-8")
        assert "@import" not in text, sheet
        assert not re.findall(r"url\((?![\"']?(?:data:|#))[^)]*\)", text), sheet


def test_every_picture_says_its_size(town_site: Path, example_site: Path) -> None:
    for site in (town_site, example_site):
        for path in html_files(site):
            pictures = re.findall(r"<img\b[^>]*>", path.read_text(encoding="utf-8"))
            named = [set(re.findall(r" (\w+)=", picture)) for picture in pictures]
            assert all({"width", "height", "alt"} <= names for names in named), path
