"""A build that does not come to its end leaves the old site, and the next one is right."""

from __future__ import annotations

import errno
from dataclasses import replace
from typing import TYPE_CHECKING, Never

import pytest

from hearthbook.errors import HearthbookError
from hearthbook.publish.builder import UnfitArchiveError
from hearthbook.publish.folder import SiteFolder
from tests.publish.hamlet import FILES, Place, replace_in, sketch, write_files
from tests.publish.sites import tree

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from hearthbook.publish.press import Batch

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("few_assets")]


def test_an_unfit_archive_leaves_the_site_and_what_is_known_of_it(hamlet: Place) -> None:
    before = hamlet.stamps()
    write_files(hamlet.root, {"communities/yew.yml": "name: Yew\n"})
    with pytest.raises(UnfitArchiveError):
        hamlet.build()
    assert hamlet.stamps() == before
    write_files(hamlet.root, {"communities/yew.yml": FILES["communities/yew.yml"]})
    built = hamlet.build()
    assert (built.made, built.dressed) == ((), ())


def test_a_failing_template_leaves_the_site_and_the_next_build_is_right(theme: Path, lone: Place) -> None:
    lone.build()
    before, folder = lone.stamps(), lone.beside()
    template = (theme / "pages/norms.md.jinja").read_text(encoding="utf-8")
    write_files(theme, {"pages/norms.md.jinja": "{{ c.colour_of_the_sea }}"})
    with pytest.raises(HearthbookError, match=r"norms\.md\.jinja:1"):
        lone.build()
    assert lone.stamps() == before
    assert lone.beside() == folder
    write_files(theme, {"pages/norms.md.jinja": template})
    built = lone.build()
    assert (built.made, built.dressed) == ((), ())


def test_ctrl_c_while_pages_are_made_leaves_the_old_site(hamlet: Place) -> None:
    before, folder = hamlet.stamps(), hamlet.beside()
    replace_in(hamlet.root / "mkdocs.yml", "site_name: Hamlet", "site_name: Village")

    def interrupted(batches: Iterable[Batch], cells: int) -> Iterator[tuple[bytes, ...]]:
        yield from list(sketch(batches, cells))[:1]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        replace(hamlet, makers=interrupted).build()
    assert hamlet.stamps() == before
    assert hamlet.beside() == folder
    hamlet.build()
    assert tree(hamlet.site) == hamlet.fresh()


def test_what_was_made_before_ctrl_c_is_not_made_again(hamlet: Place) -> None:
    replace_in(hamlet.root / "mkdocs.yml", "site_name: Hamlet", "site_name: Village")

    def interrupted(batches: Iterable[Batch], cells: int) -> Iterator[tuple[bytes, ...]]:
        yield from sketch(batches, cells)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        replace(hamlet, makers=interrupted).build()
    assert hamlet.build().made == ()


GUIDE = "guides/run/index.html"


def _half(move_in: Callable[..., None], cells: int, until: str | None) -> Callable[..., None]:
    """Moves some cells in and the files after them `until` one of them, and then the disk is gone."""

    def move(folder: SiteFolder, first: list[str], slugs: list[str], last: list[str]) -> Never:
        files = last.index(until) + 1 if until in last else len(last) if until else 0
        move_in(folder, first, slugs[:cells], last[:files])
        raise OSError(errno.EIO, "Input/output error")

    return move


@pytest.mark.parametrize(
    ("cells", "until"),
    [(2, None), (9, GUIDE), (9, "the end")],
    ids=["among the cells", "amid the hub", "at the end"],
)
def test_what_a_broken_build_had_moved_in_disappears_if_nobody_wants_it(
    cells: int,
    until: str | None,
    lone: Place,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = tree(lone.site)
    write_files(
        lone.root, {"content/guides/run.md": "# A run\n", "content/guides/run.png": "x", "content/CNAME": "x"}
    )
    write_files(lone.root, {"communities/beech.yml": FILES["communities/yew.yml"]})
    with monkeypatch.context() as patch:
        patch.setattr(SiteFolder, "move_in", _half(SiteFolder.move_in, cells, until))
        with pytest.raises(OSError, match="Input/output error"):
            lone.build()
    assert (lone.site / "beech/index.html").is_file()
    assert (lone.site / GUIDE).is_file() == bool(until)
    for name in ("content/guides/run.md", "content/guides/run.png", "content/CNAME", "communities/beech.yml"):
        (lone.root / name).unlink()
    lone.build()
    assert tree(lone.site) == before
