"""Pages say how large their pictures are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image

from hearthbook.publish.builder import Wishes, build_site
from hearthbook.publish.sizes import size_of, with_sizes
from tests.publish.sites import plain_mkdocs, read

if TYPE_CHECKING:
    from pathlib import Path

    from hearthbook.publish.store import Store

ARTICLE = "lantern-walk/articles/folding-a-lantern/index.html"


@pytest.mark.parametrize("kind", ["png", "jpg", "gif", "webp"])
def test_the_size_is_read_from_every_kind_of_picture(kind: str, tmp_path: Path) -> None:
    Image.new("RGB", (30, 20)).save(tmp_path / f"a.{kind}")
    assert size_of(tmp_path / f"a.{kind}") == (30, 20)


def test_a_photograph_taken_on_its_side_has_the_size_it_is_shown_in(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.new("RGB", (30, 20)).save(tmp_path / "a.jpg", exif=exif)
    assert size_of(tmp_path / "a.jpg") == (20, 30)


def test_a_file_that_is_no_picture_has_no_size(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"not a picture")
    assert size_of(tmp_path / "a.png") is None
    assert size_of(tmp_path / "missing.png") is None


def test_a_picture_beside_its_page_gets_width_and_height(tmp_path: Path) -> None:
    Image.new("RGB", (30, 20)).save(tmp_path / "a b.png")
    page = '<p><img alt="A lamp" src="../../a%20b.png" /></p>'
    assert with_sizes(page, "oak/articles/x/index.html", {"oak/a b.png": "a b.png"}, tmp_path) == (
        '<p><img width="30" height="20" loading="lazy" alt="A lamp" src="../../a%20b.png" /></p>'
    )


@pytest.mark.parametrize("source", ["https://example.org/a.png", "/a.png", "../../../a.png", "data:,x"])
def test_a_picture_from_elsewhere_stays_as_it_is(source: str, tmp_path: Path) -> None:
    Image.new("RGB", (30, 20)).save(tmp_path / "a.png")
    page = f'<img alt="" src="{source}" />'
    assert with_sizes(page, "oak/index.html", {"a.png": "a.png"}, tmp_path) == page


def test_the_pictures_of_a_site_have_their_sizes_either_way(town: Path, town_site: Path) -> None:
    for site in (town_site, plain_mkdocs(town)):
        pictures = read(site / ARTICLE).all("img")
        assert pictures
        assert all((each.attributes["width"], each.attributes["height"]) == ("2", "2") for each in pictures)


def test_a_picture_that_grew_is_told_without_making_its_page_again(town: Path, kept: Store) -> None:
    build_site(town, Wishes(store=kept))
    Image.new("RGB", (30, 20)).save(town / "content/lantern-walk/lantern.png")
    built = build_site(town, Wishes(store=kept))
    assert built.made == ()
    assert read(built.site_dir / ARTICLE).all("img", width="30", height="20")
