"""Each section of a page leads to the line that says it, where there is a forge."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hearthbook.model.findings import Place
from hearthbook.model.pages import Provenance
from hearthbook.publish.driver import build_site
from hearthbook.publish.edit_links import with_edit_links
from tests.publish.sites import ROOT, add_line, copy_archive

if TYPE_CHECKING:
    from pathlib import Path


def _entry(anchor: str, line: int) -> Provenance:
    return Provenance(anchor=anchor, pointer="/x", place=Place(file="communities/oak.yml", line=line))


def test_a_heading_gets_a_link_to_its_line() -> None:
    html = with_edit_links(
        '<h2 id="norm-a">A</h2>', [_entry("norm-a", 12)], "https://f.example/edit/main/", "Change"
    )
    assert 'href="https://f.example/edit/main/communities/oak.yml#L12"' in html
    assert html.endswith("</a></h2>")


def test_the_link_says_what_it_is_for_to_those_who_hear_the_page() -> None:
    html = with_edit_links('<h3 id="a">A</h3>', [_entry("a", 3)], "https://f.example/", "Change this section")
    assert 'aria-label="Change this section: communities/oak.yml, 3"' in html


def test_a_heading_without_a_line_stays_as_it_is() -> None:
    assert (
        with_edit_links('<h2 id="b">B</h2>', [_entry("a", 3)], "https://f.example/", "Change")
        == '<h2 id="b">B</h2>'
    )


def test_inherited_norms_lead_to_the_file_they_stand_in(tmp_path: Path) -> None:
    root = copy_archive(ROOT, tmp_path)
    add_line(root, "repo_url: https://github.com/example/archive")
    build_site(root)
    html = (root / "site/repair-table-east/norms/index.html").read_text(encoding="utf-8")
    files = set(re.findall(r'class="hb-source" href="[^"]*/communities/([^"#]+)#L\d+"', html))
    assert files == {"_repair.yml", "repair-table-east.yml"}
