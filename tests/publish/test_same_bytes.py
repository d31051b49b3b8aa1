"""One input, one site: whoever builds it, wherever, in whatever surroundings."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Final

import pytest
from click.testing import CliRunner

from bench.archive import write_archive
from hearthbook.cli import main
from hearthbook.publish import batches, builder, processes, workers
from hearthbook.publish.builder import Wishes, build_site
from hearthbook.publish.store import Store
from hearthbook.publish.workers import make_here, makers, readers
from hearthbook.render.theme import Theme
from tests.publish.edits import EDITS
from tests.publish.hamlet import Place, write_hamlet, write_theme
from tests.publish.sites import TOWN, add_line, copy_archive, git, plain_mkdocs, run, tree

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = [pytest.mark.usefixtures("real_search"), pytest.mark.slow]

SERIES: Final = (
    "the title of a page of the hub, which menus show",
    "a page template",
    "a norm",
    "what one of two says differently",
    "the name of a community that another leads to",
    "an article added",
    "a comment at the top of a base file",
    "a picture that an article shows removed",
    "a community that leaves the lists",
    "a word of the hub",
    "a community deleted",
    "a file for hosts added",
)
"""Edits that follow each other; those that make all cells again come first, where they can hide nothing."""


@pytest.fixture(scope="session")
def made_up_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of five made-up communities, built."""
    root = tmp_path_factory.mktemp("made-up")
    write_archive(root, 5)
    return build_site(root, Wishes(strict=True)).site_dir


@pytest.fixture
def site(request: pytest.FixtureRequest) -> Path:
    """One of the sites, made at once in one process."""
    built: Path = request.getfixturevalue(request.param)
    return built


@pytest.fixture
def again(site: Path, tmp_path: Path) -> Path:
    """A copy of the archive of the site."""
    return copy_archive(site.parent, tmp_path / "again")


@pytest.fixture(scope="module")
def _two_processes() -> Iterator[None]:
    """Has even few cells made by two processes, in small batches."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(workers, "ENOUGH", 1)
        patch.setattr(workers, "MANY", 1)
        patch.setattr(batches, "_SIZE", 2)
        yield
    processes._pool(2).shutdown()  # noqa: SLF001 - else they stay until all tests are done
    processes._pool.cache_clear()  # noqa: SLF001 - as above


@pytest.mark.parametrize("site", ["example_site", "made_up_site"], indirect=True)
def test_mkdocs_build_gives_the_same_bytes(site: Path, again: Path) -> None:
    done = run("mkdocs", "build", "--strict", "--quiet", cwd=again)
    assert done.returncode == 0, done.stderr
    assert tree(again / "site") == tree(site)


def test_a_second_build_gives_the_same_bytes(town: Path, town_site: Path) -> None:
    build_site(town)
    assert tree(build_site(town).site_dir) == tree(town_site)


@pytest.mark.parametrize(
    "site", [pytest.param("example_site", marks=pytest.mark.slow), "made_up_site"], indirect=True
)
@pytest.mark.usefixtures("_two_processes")
def test_two_processes_give_the_same_bytes_and_so_does_what_they_left(
    site: Path, again: Path, tmp_path: Path
) -> None:
    wishes = Wishes(store=Store(tmp_path / "store"), makers=makers(2), readers=readers(2))
    assert len(build_site(again, wishes).made) > 3
    assert tree(again / "site") == tree(site)
    shutil.rmtree(again / "site")
    assert build_site(again, wishes).made == ()
    assert tree(again / "site") == tree(site)


def test_after_many_edits_the_site_is_that_of_a_first_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theme = Theme(write_theme(tmp_path / "theme"))
    monkeypatch.setattr(builder, "default_theme", lambda: theme)
    hamlet = Place(write_hamlet(tmp_path / "hamlet", forge=True), Store(tmp_path / "store"), make_here)
    hamlet.build()
    edits = {edit.what: edit for edit in EDITS}
    for what in SERIES:
        edits[what].do(hamlet.root)
        hamlet.build()
    assert tree(hamlet.site) == hamlet.fresh()


@pytest.mark.parametrize(
    "surroundings",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LC_ALL": "de_DE.UTF-8", "COLUMNS": "20"},
        {"PYTHONHASHSEED": "2", "TZ": "America/St_Johns", "LC_ALL": "POSIX", "PYTHONUTF8": "0"},
    ],
    ids=["Tokyo in German", "Newfoundland in ASCII"],
)
def test_seed_clock_and_locale_do_not_matter(
    surroundings: dict[str, str], town: Path, town_site: Path
) -> None:
    env = {"PYTHONCOERCECLOCALE": "0", **surroundings}
    done = run("hearthbook", "build", "--strict", cwd=town, env=env)
    assert done.returncode == 0, done.stderr
    assert tree(town / "site") == tree(town_site)


def test_the_order_of_files_on_the_disk_does_not_matter(tmp_path: Path, town_site: Path) -> None:
    root = copy_archive(TOWN, tmp_path / "backwards", backwards=True)
    assert tree(build_site(root).site_dir) == tree(town_site)


def test_the_working_directory_does_not_matter(
    town: Path, tmp_path: Path, town_site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    done = CliRunner().invoke(main, ["build", "--project", "../town"])
    assert done.exit_code == 0, done.output
    assert tree(town / "site") == tree(town_site)


def test_blanks_and_umlauts_in_the_path_do_not_matter(tmp_path: Path, town_site: Path) -> None:
    root = copy_archive(TOWN, tmp_path / "Bücher & Äpfel [neu] #1")
    store = Store(tmp_path / "Bücher & Äpfel [neu] #2")
    assert tree(build_site(root, Wishes(strict=True, store=store)).site_dir) == tree(town_site)


def test_a_folder_without_git_builds(town: Path, town_site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")
    assert tree(plain_mkdocs(town)) == tree(town_site)


def _committed(folder: Path) -> None:
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message=One")
    add_line(folder, "# another commit")
    git(folder, "commit", "--quiet", "--all", "--message=Two")


def test_a_shallow_clone_builds(town: Path, tmp_path: Path, town_site: Path) -> None:
    _committed(town)
    git(tmp_path, "clone", "--quiet", "--depth=1", town.as_uri(), "shallow")
    assert tree(plain_mkdocs(tmp_path / "shallow")) == tree(town_site)


def test_changes_that_are_not_committed_are_built(town: Path) -> None:
    _committed(town)
    name = "communities/quiet-desk.yml"
    text = (town / name).read_text(encoding="utf-8")
    (town / name).write_text(text.replace("a week", "a fortnight"), encoding="utf-8")
    site = plain_mkdocs(town)
    assert "a fortnight" in (site / "quiet-desk/index.html").read_text(encoding="utf-8")
