"""The way from one page to another, in files and on the site."""

from __future__ import annotations

import pytest

from hearthbook.render.addresses import archive_link, relative


@pytest.mark.parametrize(
    ("path", "target", "way"),
    [
        ("oak/norms.md", "oak/faq.md", "faq.md"),
        ("oak/norms.md", "oak/index.md", "index.md"),
        ("oak/norms.md", "oak/articles/index.md", "articles/index.md"),
        ("oak/articles/x.md", "oak/norms.md", "../norms.md"),
        ("index.md", "oak/norms.md", "oak/norms.md"),
        ("oak/norms.md", "index.md", "../index.md"),
    ],
)
def test_files_lead_to_files(path: str, target: str, way: str) -> None:
    assert relative(path, target) == way


@pytest.mark.parametrize(
    ("path", "target", "way"),
    [
        ("oak/norms.md", "elm/", "../../elm/"),
        ("oak/index.md", "elm/", "../elm/"),
        ("oak/norms.md", "elm/norms/#credit", "../../elm/norms/#credit"),
        ("oak/articles/x.md", "elm/norms", "../../../elm/norms/"),
        ("oak/norms.md", "", "../../"),
        ("index.md", "oak/", "oak/"),
        ("oak/norms.md", "oak/calendar.ics", "../calendar.ics"),
        ("oak/norms.md", "guides/start/#a", "../../guides/start/#a"),
    ],
)
def test_published_pages_lead_to_final_addresses(path: str, target: str, way: str) -> None:
    assert relative(path, target, to_page=True) == way


@pytest.mark.parametrize(
    ("path", "address", "way"),
    [
        ("oak/faq.md", "oak/norms/#x", "norms.md#x"),
        ("oak/faq.md", "oak/norms", "norms.md"),
        ("oak/faq.md", "oak/", "index.md"),
        ("oak/faq.md", "oak/articles/", "articles/index.md"),
        ("oak/faq.md", "oak/articles/x/", "articles/x.md"),
        ("oak/articles/x.md", "oak/articles/y/#z", "y.md#z"),
        ("oak/faq.md", "oak/calendar.ics", "../calendar.ics"),
        ("oak/faq.md", "elm/norms/#x", "../../elm/norms/#x"),
        ("oak/faq.md", "oakland/", "../../oakland/"),
        ("oak/faq.md", "", "../../"),
        ("oak/faq.md", "../../../etc/", "../../etc/"),
    ],
)
def test_addresses_of_the_archive_lead_to_files_within_the_own_cell(
    path: str, address: str, way: str
) -> None:
    assert archive_link(path, address, "oak") == way
