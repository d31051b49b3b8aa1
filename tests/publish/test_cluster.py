"""Workers that share no folder with us make the same bytes, and what stops them is told in words."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import sys
from typing import TYPE_CHECKING, Any

import pytest

from hearthbook.errors import HearthbookError
from hearthbook.publish import cluster as many
from hearthbook.publish.builder import Wishes, build_site
from tests.publish.hamlet import replace_in, write_files
from tests.publish.sites import tree

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from hearthbook.publish.press import Batch

pytestmark = pytest.mark.slow

distributed = pytest.importorskip("distributed", reason="building on a cluster needs hearthbook[cluster]")

COMMUNITY = """\
name: Circle {number}
promise: {{ for: [neighbours], outcome: meet {number} times, within: a month }}
norms: [We say whose idea it was., We share what we pick.]
"""
HOOK = """\
import beside


def on_post_page(output, page, config):
    return output.replace("</body>", f"<!-- {beside.SAID} {config.extra['said']} --></body>")
"""
SETTINGS = """\
INHERIT: ../shared/base.yml
docs_dir: content
theme: { name: material, custom_dir: ../shared/overrides }
hooks: [../shared/hook.py]
extra: { said: !ENV HEARTHBOOK_TEST_SAID }
"""
BASE = "site_name: Circles\nplugins: [{ hearthbook: { language: en, zone: Europe/Berlin } }]\n"
PLAIN = f"{BASE}docs_dir: content\ntheme: material\n"
MAIN = '{% extends "base.html" %}\n{% block libs %}<!-- from {{ page.title }} -->{% endblock %}\n'


def _archive(root: Path, communities: int) -> Path:
    numbers = range(1, communities + 1)
    circles = {f"communities/circle-{number}.yml": COMMUNITY.format(number=number) for number in numbers}
    write_files(root, {"mkdocs.yml": PLAIN, "content/index.md": "Circles.\n", **circles})
    return root


def _started(workers: int) -> Any:  # noqa: ANN401 - Dask has no types
    return distributed.LocalCluster(
        n_workers=workers, threads_per_worker=1, host="127.0.0.1", dashboard_address="127.0.0.1:0"
    )


@pytest.fixture(scope="module")
def local(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A scheduler and two workers on this machine, which stand in an empty folder."""
    with contextlib.chdir(tmp_path_factory.mktemp("elsewhere")), _started(2) as running:
        yield running


@pytest.fixture
def odd_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An archive whose settings, templates and hook lie beside it, and in the environment."""
    root = _archive(tmp_path / "odd", 1)
    write_files(root, {"mkdocs.yml": SETTINGS})
    shared = {"base.yml": BASE, "hook.py": HOOK, "beside.py": "SAID = 'hook'\n", "overrides/main.html": MAIN}
    write_files(tmp_path / "shared", shared)
    monkeypatch.setenv("HEARTHBOOK_TEST_SAID", "only here")
    monkeypatch.delitem(sys.modules, "beside", raising=False)
    return root


def _refusal(root: Path, address: str, patience: float = 30) -> str:
    with pytest.raises(HearthbookError) as problem:
        build_site(root, Wishes(makers=many.makers(address, patience)))
    return str(problem.value)


@pytest.mark.slow
def test_the_bytes_are_the_same_though_a_worker_is_lost(
    local: Any,  # noqa: ANN401
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("hearthbook.publish.batches._SIZE", 3)
    root = _archive(tmp_path / "many", 30)
    makers, lost = many.makers(local.scheduler_address), list[int]()

    def losing(batches: Iterable[Batch], cells: int) -> Iterator[tuple[bytes, ...]]:
        for made in makers(batches, cells):
            if not lost:
                lost.append(local.workers[0].pid)
                os.kill(lost[0], signal.SIGKILL)
            yield made

    there = build_site(root, Wishes(makers=losing, site_dir=tmp_path / "there"))
    here = build_site(root, Wishes(site_dir=tmp_path / "here"))
    assert lost
    assert there.communities == 30
    assert tree(there.site_dir) == tree(here.site_dir)


def test_what_lies_beside_the_archive_travels_along(local: Any, odd_one: Path) -> None:  # noqa: ANN401
    makers = many.makers(local.scheduler_address)
    there = build_site(odd_one, Wishes(makers=makers, site_dir=odd_one.parent / "there"))
    here = build_site(odd_one, Wishes(site_dir=odd_one.parent / "here"))
    assert tree(there.site_dir) == tree(here.site_dir)
    page = (there.site_dir / "circle-1/index.html").read_text(encoding="utf-8")
    assert "<!-- hook only here -->" in page
    assert "<!-- from Circle 1" in page


def test_a_hook_that_changed_is_not_taken_for_the_old_one(local: Any, odd_one: Path) -> None:  # noqa: ANN401
    makers = many.makers(local.scheduler_address)
    wishes = Wishes(makers=makers, site_dir=odd_one.parent / "there")
    for said in ("hook", "another", "hook"):
        write_files(odd_one.parent / "shared", {"beside.py": f"SAID = {said!r}\n"})
        page = build_site(odd_one, wishes).site_dir / "circle-1/index.html"
        assert f"<!-- {said} only here -->" in page.read_text(encoding="utf-8")


def test_what_goes_wrong_on_a_worker_is_told(local: Any, odd_one: Path) -> None:  # noqa: ANN401
    replace_in(odd_one.parent / "shared/hook.py", "    return", "    open(page.title)\n    return")
    told = _refusal(odd_one, local.scheduler_address)
    place = f"{odd_one.parent / 'shared/hook.py'}:"
    assert told.startswith(place)
    assert "this hook or plugin failed with FileNotFoundError: [Errno 2] No such file or directory: " in told


def test_a_slip_in_a_template_is_told_with_its_place_here(local: Any, odd_one: Path) -> None:  # noqa: ANN401
    template = odd_one.parent / "shared/overrides/main.html"
    replace_in(template, "page.title", "page.titel.oops")
    told = _refusal(odd_one, local.scheduler_address)
    assert told.startswith(f"{template}:2: ")
    with pytest.raises(HearthbookError) as problem:
        build_site(odd_one)
    assert told == str(problem.value)


def test_a_worker_with_other_versions_is_named(
    local: Any,  # noqa: ANN401
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ours = many.in_use() | {"Python": "3.99.1", "jinja2": "4.0"}
    monkeypatch.setattr(many, "in_use", lambda: ours)
    theirs = f"Python {sys.version.split()[0]}, jinja2 "
    told = _refusal(_archive(tmp_path / "one", 1), local.scheduler_address)
    assert told.startswith("the worker at tcp://127.0.0.1:")
    assert f"it has {theirs}" in told
    assert "; this machine has Python 3.99.1, jinja2 4.0; install the same versions" in told


def test_a_worker_with_other_files_of_hearthbook_is_named(
    local: Any,  # noqa: ANN401
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(many, "versions", lambda: "other")
    told = _refusal(_archive(tmp_path / "one", 1), local.scheduler_address)
    assert "its files of Hearthbook 0.1.0 are not the same as on this machine" in told


def test_pages_at_which_worker_after_worker_ends_stop_the_build(
    local: Any,  # noqa: ANN401
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    root = _archive(tmp_path / "one", 1)
    write_files(root, {"hook.py": "import os\n\n\ndef on_env(env, config, files):\n    os._exit(9)\n"})
    replace_in(root / "mkdocs.yml", "docs_dir", "hooks: [hook.py]\ndocs_dir")
    monkeypatch.setattr(local.scheduler, "allowed_failures", 0)
    told = _refusal(root, local.scheduler_address)
    assert "several workers ended, one after the other, while they made the same pages" in told
    assert tree(root / "site") == {}


def test_a_scheduler_without_workers_is_told(tmp_path: Path) -> None:
    with _started(0) as lonely:
        told = _refusal(_archive(tmp_path / "one", 1), lonely.scheduler_address, 0.1)
    assert f"{lonely.scheduler_address}: the scheduler has no workers; start some" in told


def test_an_address_where_nobody_answers_is_told(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        address = f"tcp://127.0.0.1:{taken.getsockname()[1]}"
    told = _refusal(_archive(tmp_path / "one", 1), address)
    assert told.startswith(f"{address}: no scheduler answers: ")


@pytest.mark.parametrize(
    "address", ["host", "host:8786", "http://host:8786", "tcp://host", "tcp://host:x", ""]
)
def test_what_is_no_address_is_told(address: str, tmp_path: Path) -> None:
    told = _refusal(_archive(tmp_path / "one", 1), address)
    assert "this is not the address of a scheduler; write it as tcp://host:8786" in told


def test_without_dask_the_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    told = _refusal(_archive(tmp_path / "one", 1), "tcp://127.0.0.1:8786")
    assert told.endswith("pip install 'hearthbook[cluster]'")


def test_where_nothing_is_to_be_made_nobody_is_asked() -> None:
    assert list(many.makers("tcp://127.0.0.1:9")((), 0)) == []
