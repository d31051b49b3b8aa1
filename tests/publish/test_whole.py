"""The handbook's page is put together from its parts, and is what converting its Markdown gives."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from hearthbook.publish import whole
from hearthbook.publish.builder import build_site
from hearthbook.publish.whole import is_same, moved
from hearthbook.render.handbook import Part
from tests.publish.sites import ROOT, TOWN, add_line, copy_archive

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow

HOOK = """
def on_page_markdown(markdown, *, page, **_):
    return markdown.replace("# ", "# Changed ", 1) if page.file.name == "norms" else markdown
"""


def _handbooks(root: Path) -> dict[str, bytes]:
    site = build_site(root).site_dir
    pages = [*site.rglob("handbook/index.html"), *site.rglob("handbook.html")]
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in pages}


@pytest.mark.parametrize(
    ("source", "line"),
    [
        pytest.param(ROOT, "# as it is", id="example", marks=pytest.mark.slow),
        pytest.param(TOWN, "# as it is", id="town"),
        pytest.param(TOWN, "repo_url: https://github.com/example/archive", id="with a forge"),
        pytest.param(TOWN, "use_directory_urls: false", id="files instead of folders"),
    ],
)
def test_putting_together_gives_the_same_bytes_as_converting(
    source: Path, line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = copy_archive(source, tmp_path / "archive")
    add_line(root, line)
    told: list[bool] = []

    def spy(markdown: str, html: str) -> bool:
        told.append(is_same(markdown, html))
        return told[-1]

    monkeypatch.setattr(whole, "is_same", spy)
    put_together = _handbooks(root)
    assert told
    assert all(told)
    monkeypatch.setattr(whole, "is_same", lambda *_: False)
    assert _handbooks(root) == put_together


def test_a_plugin_that_changes_a_part_changes_that_page_alone(town: Path) -> None:
    before = _handbooks(town)
    (town / "hook.py").write_text(HOOK, encoding="utf-8")
    add_line(town, "hooks: [hook.py]")
    assert _handbooks(town) == before
    assert "Changed" in (town / "site/lantern-walk/norms/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<h1 id="norms">Norms</h1>', '<h2 id="norms--norms">Norms</h2>'),
        ('<h5 class="c" id="a">A</h5>', '<h6 class="c" id="norms--a">A</h6>'),
        ("<h6>A</h6>", "<h6>A</h6>"),
        ('<p class="c" id="a">A</p>', '<p class="c" id="norms--a">A</p>'),
        (
            '<p data-hb-cities="C" data-hb-dates="3" data-hb-rule="R" id="a">A</p>',
            '<p data-hb-rule="R" id="norms--a">A</p>',
        ),
        ('<a href="#a">A</a>', '<a href="#norms--a">A</a>'),
        ('<a href="../faq/#a">A</a>', '<a href="#faq--a">A</a>'),
        ('<a href="../faq/#gone">A</a>', '<a href="../faq/#gone">A</a>'),
        ('<a href="../faq/">A</a>', '<a href="#faq--faq">A</a>'),
        ('<a href="../card/#a">A</a>', '<a href="../card/#a">A</a>'),
        ('<a href="./">A</a>', '<a href="../norms/">A</a>'),
        ('<a href="./#a">A</a>', '<a href="../norms/#a">A</a>'),
        ('<a href="../handbook/">A</a>', '<a href="./">A</a>'),
        ('<a href="https://example.org/#a">A</a>', '<a href="https://example.org/#a">A</a>'),
        ('<code>&lt;h1 id="a"&gt;</code>', '<code>&lt;h1 id="a"&gt;</code>'),
        ('an <em>id="a"</em> and href="#a"', 'an <em>id="a"</em> and href="#a"'),
    ],
)
def test_a_part_moves_one_level_down_with_ids_of_its_own(before: str, after: str) -> None:
    links = {"./": "../norms/", "../handbook/": "./"}
    inside = {"../faq/": Part("faq", "faq", frozenset({"faq", "a"}))}
    assert moved(before, "norms", links, inside) == after


def test_no_link_of_a_handbook_leads_to_another_page_where_its_target_is_on_this_one(tmp_path: Path) -> None:
    site = build_site(copy_archive(ROOT, tmp_path / "archive")).site_dir
    left = []
    for path in site.rglob("handbook/index.html"):
        article = path.read_text(encoding="utf-8").partition("<article")[2].partition("</article>")[0]
        ids = set(re.findall(r'\bid="([^"]+)"', article))
        for kind, anchor in re.findall(r'<a href="\.\./([a-z-]+)/(?:#([^"]+))?"', article):
            if f"{kind}--{anchor or kind}" in ids:
                left.append(f"{path.parent.parent.name}: {kind}#{anchor}")
    assert left == []


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("# A {#a}", '<h1 id="b">A</h1>'),
        ("# A {#a}\n\n## B", '<h1 id="a">A</h1>\n<h2 id="b">B</h2>'),
        ("# A {#a}", '<h2 id="a">A</h2>'),
        ("[a](#a)", '<a href="#b">a</a>'),
        ("[a]: b\n\n[a]", "<p>[a]</p>"),
    ],
    ids=["another id", "an id from words", "another level", "another link", "a definition"],
)
def test_html_that_differs_from_its_markdown_is_not_taken(markdown: str, html: str) -> None:
    assert not is_same(markdown, html)
