"""Parts of Material's pages that ours write in less time, to the same bytes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import jinja2
import pytest
from mkdocs.structure.toc import get_toc
from mkdocs.utils import get_theme_dir

from hearthbook.publish.builder import build_site
from hearthbook.publish.configuration import default_theme
from hearthbook.publish.menus import Menus
from tests.publish.sites import tree

if TYPE_CHECKING:
    from mkdocs.structure.toc import TableOfContents

THEIRS = Path(get_theme_dir("material"))


def _entry(name: str, level: int, *children: dict[str, Any]) -> Any:  # noqa: ANN401 - MkDocs keeps its type to itself
    return {"name": name, "id": name.lower(), "level": level, "children": list(children)}


def _written(folder: Path, toc: TableOfContents) -> str:
    environment = jinja2.Environment(loader=jinja2.FileSystemLoader(folder), autoescape=False)  # noqa: S701 - as in MkDocs
    template = environment.get_template("partials/toc.html")
    return template.render(lang={"t": str.upper}, config={"mdx_configs": {}}, page={"toc": toc})


@pytest.mark.parametrize(
    "entries",
    [
        [],
        [_entry("One", 2)],
        [_entry("One", 2, _entry("Two", 3), _entry("<em>Th</em>ree &amp;", 3)), _entry("Four", 2)],
        [_entry("Top", 1, _entry("One", 2, _entry("Two", 3)))],
    ],
    ids=["none", "one", "nested", "below a title"],
)
def test_the_table_of_contents_is_materials_to_the_byte(entries: list[Any]) -> None:
    ours = default_theme().folder / "html"
    assert _written(ours, get_toc(entries)) == _written(THEIRS, get_toc(entries))


@pytest.mark.usefixtures("real_search")
def test_menus_that_are_kept_are_those_that_would_be_written(
    town: Path, town_site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Menus, "entries", lambda *_: None)
    assert tree(build_site(town).site_dir) == tree(town_site)
