"""The plain Markdown on disk: readable by itself, and built by other tools without us."""

from __future__ import annotations

import html
import json
import shutil
from typing import TYPE_CHECKING, Any

import pytest
from ruamel.yaml import YAML

from hearthbook.errors import HearthbookError
from hearthbook.publish.dialect import as_written
from hearthbook.publish.plain_site import write_plain_site
from tests.publish.sites import BIN, ROOT, TOWN, Html, copy_archive, html_files, pages_of, read, run

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow

NAME = "بيت \"الكتب\" <b>&amp; 'شاي'</b> *و* [قهوة](x) 📚"


@pytest.fixture(scope="session")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small archive as plain Markdown."""
    target = tmp_path_factory.mktemp("plain") / "out"
    write_plain_site(copy_archive(TOWN, tmp_path_factory.mktemp("source")), target)
    return target


@pytest.fixture(scope="session")
def plain_html(plain: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same, built by MkDocs alone."""
    root = tmp_path_factory.mktemp("alone") / "out"
    shutil.copytree(plain, root)
    done = run("mkdocs", "build", "--strict", "--quiet", cwd=root)
    assert done.returncode == 0, done.stderr
    return root / "site"


def _settings(plain: Path) -> dict[str, Any]:
    settings: dict[str, Any] = YAML(typ="safe").load((plain / "mkdocs.yml").read_text(encoding="utf-8"))
    return settings


def _front_matter(path: Path) -> dict[str, str]:
    _, facts, _ = path.read_text(encoding="utf-8").split("---\n", 2)
    read_back: dict[str, str] = YAML(typ="safe").load(facts)
    return read_back


@pytest.mark.parametrize("tool", ["properdocs", "zensical"])
def test_other_tools_build_it_strictly(tool: str, plain: Path, tmp_path: Path) -> None:
    if not (BIN / tool).is_file():
        pytest.skip(f"{tool} is not installed")
    root = tmp_path / "plain"
    shutil.copytree(plain, root)
    done = run(tool, "build", "--strict", cwd=root)
    assert done.returncode == 0, done.stdout + done.stderr
    assert len(html_files(root / "site")) >= len(list((root / "docs").rglob("*.md")))


def test_the_example_archive_builds_without_us(tmp_path: Path) -> None:
    write_plain_site(copy_archive(ROOT, tmp_path / "source"), tmp_path / "plain")
    done = run("mkdocs", "build", "--strict", "--quiet", cwd=tmp_path / "plain")
    assert done.returncode == 0, done.stderr


def test_its_settings_need_nothing_of_ours(plain: Path) -> None:
    settings = _settings(plain)
    assert settings["plugins"] == []
    assert settings["theme"] == {"name": "material", "font": False}
    assert settings["markdown_extensions"] == as_written()


def test_there_is_a_file_for_every_page(plain: Path, town: Path) -> None:
    # other tools bring their own search
    pages = [page for page in pages_of(town).pages if page.kind != "hub-search"]
    found = {path.relative_to(plain / "docs").as_posix() for path in (plain / "docs").rglob("*.md")}
    assert found == {page.path for page in pages}


def test_front_matter_reads_back_to_the_title(plain: Path, town: Path) -> None:
    for page in pages_of(town).pages:
        if page.kind == "hub-search":
            continue
        title = _front_matter(plain / "docs" / page.path)["title"]
        assert html.unescape(title) == page.title


def test_front_matter_holds_nothing_that_html_would_take_for_its_own(plain: Path) -> None:
    for path in (plain / "docs").rglob("*.md"):
        assert not set('<>"').intersection("".join(_front_matter(path).values()))


def test_pictures_come_along(plain: Path) -> None:
    found = {path.relative_to(plain / "docs").as_posix() for path in (plain / "docs").rglob("*.png")}
    assert found == {"guides/map.png", "lantern-walk/articles/lantern.png"}


def test_a_hostile_name_is_shown_and_not_read_as_html(plain_html: Path) -> None:
    home = read(plain_html / "bayt-al-kutub" / "index.html")
    assert home.all("title")[0].text == f"{NAME} - Town"
    assert NAME in home.all("h1")[0].text
    assert not [element for element in home.elements if "onerror" in element.attributes]


def test_a_hostile_name_stays_a_name_in_every_menu(plain_html: Path) -> None:
    for path in html_files(plain_html):
        tags = {element.tag for element in read(path).within("nav")}
        assert not tags & {"b", "i", "img", "u"}


def test_a_description_cannot_leave_its_attribute(plain_html: Path) -> None:
    page = read(plain_html / "bayt-al-kutub" / "norms" / "index.html")
    assert NAME in page.all("meta", name="description")[0].attributes["content"]


def test_an_unlisted_community_is_in_no_menu(plain: Path) -> None:
    assert "quiet-desk" not in (plain / "mkdocs.yml").read_text(encoding="utf-8")


def test_a_draft_is_not_written(plain: Path) -> None:
    for path in plain.rglob("*"):
        assert "attic" not in path.name
        assert path.is_dir() or b"Attic Plans" not in path.read_bytes()


def test_line_breaks_in_a_title_become_blanks(town: Path, tmp_path: Path) -> None:
    article = town / "content/lantern-walk/two-lines.md"
    article.write_text('---\ntitle: "One\\n---\\nTwo"\n---\n\nText.\n', encoding="utf-8")
    write_plain_site(town, tmp_path / "plain")
    written = tmp_path / "plain/docs/lantern-walk/articles/two-lines.md"
    assert _front_matter(written)["title"] == "One --- Two"


def test_a_folder_that_is_not_empty_is_refused(town: Path, tmp_path: Path) -> None:
    mine = tmp_path / "plain" / "mine.txt"
    mine.parent.mkdir()
    mine.write_text("mine", encoding="utf-8")
    with pytest.raises(HearthbookError, match="the folder is not empty; name a new folder"):
        write_plain_site(town, mine.parent)
    assert [path.name for path in mine.parent.iterdir()] == ["mine.txt"]


def test_an_archive_with_errors_writes_nothing(town: Path, tmp_path: Path) -> None:
    (town / "communities" / "oak.yml").write_text("name: Oak\n", encoding="utf-8")
    with pytest.raises(HearthbookError, match=r"communities/oak\.yml"):
        write_plain_site(town, tmp_path / "plain")
    assert not (tmp_path / "plain").exists()


def test_writing_twice_gives_the_same_files(town: Path, tmp_path: Path) -> None:
    write_plain_site(town, tmp_path / "one")
    write_plain_site(town, tmp_path / "two")
    one, two = (
        {p.relative_to(folder): p.read_bytes() for p in folder.rglob("*") if p.is_file()}
        for folder in (tmp_path / "one", tmp_path / "two")
    )
    assert one == two


def test_html_is_taken_apart_for_these_tests() -> None:
    page = Html('<nav class="a"><p id="x">one <b>two</b></p></nav><br><i>three</i>')
    assert [element.tag for element in page.within(".a")] == ["p", "b"]
    assert page.all("p", id="x")[0].text == "one two"
    assert page.all("i")[0].inside == ()


def test_provenance_names_the_line_of_each_block(plain: Path) -> None:
    pages = json.loads((plain / "provenance.json").read_text(encoding="utf-8"))
    written = sorted(path.relative_to(plain / "docs").as_posix() for path in plain.rglob("*.md"))
    assert set(pages) <= set(written)
    slugs = {path.stem for path in (TOWN / "communities").glob("[!_]*.yml")}
    for page, blocks in pages.items():
        assert page.partition("/")[0] in slugs
        for block in blocks:
            source = (TOWN / block["file"]).read_text(encoding="utf-8").splitlines()
            assert 1 <= block["line"] <= len(source) + 1
            assert f"#{block['anchor']}" in (plain / "docs" / page).read_text(encoding="utf-8")
