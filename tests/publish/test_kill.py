"""A build may be ended at any moment: readers find whole cells, and the next build is right."""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest

from hearthbook.cli import main
from hearthbook.cli.common import cache_of
from hearthbook.publish import folder as module
from hearthbook.publish.store import Store
from hearthbook.publish.workers import make_here
from tests.publish.edits import EDITS
from tests.publish.hamlet import Place, replace_in, sketch, write_files, write_hamlet
from tests.publish.sites import BIN, TOWN, add_line, copy_archive, heed_ctrl_c, tree

if TYPE_CHECKING:
    from collections.abc import Callable

    from hearthbook.publish.workers import Makers

pytestmark = [pytest.mark.usefixtures("real_search"), pytest.mark.slow]

fcntl = pytest.importorskip("fcntl", reason="what is tested here needs what Unix has")

KILLS: Final = 16
SEED: Final = 20261122
HERE: Final = frozenset({"communities", "content", "mkdocs.yml", "site"})
ENDED: Final = 137

Tree = dict[str, bytes]


def _cells(files: Tree, slugs: frozenset[str]) -> dict[str, Tree]:
    """Slug -> the files of its cell; the hub's files each by itself."""
    found: dict[str, Tree] = {}
    for name, data in files.items():
        top = name.partition("/")[0]
        found.setdefault(top if top in slugs else name, {})[name] = data
    return found


@dataclass(frozen=True, slots=True)
class States:
    """An archive in two states, and what the site is in each of them."""

    place: Place
    sources: tuple[Path, Path]
    sites: tuple[Tree, Tree]

    @property
    def root(self) -> Path:
        """The project folder."""
        return self.place.root

    def take(self, number: int) -> None:
        """Brings the archive into a state."""
        _take(self.root, self.sources[number])

    def build(self, number: int) -> None:
        """Brings the archive into a state, and the site as well."""
        self.take(number)
        self.place.build()

    def judge(self) -> None:
        """Sees that each cell of the site, and each file of the hub, is whole and of one of the states."""
        files = [path for source in self.sources for path in source.glob("communities/[!_]*.yml")]
        slugs = frozenset(path.stem for path in files)
        first, second = (_cells(site, slugs) for site in self.sites)
        found = _cells(tree(self.place.site), slugs)
        for name, data in found.items():
            assert data in (first.get(name), second.get(name)), name
        # whatever the hub names is there
        states = [state for state in (first, second) if state["index.html"] == found["index.html"]]
        assert any(slugs & state.keys() <= found.keys() for state in states)

    def judge_end(self, number: int) -> None:
        """Sees that the site is that of a state, and that nothing lies about."""
        assert tree(self.place.site) == self.sites[number]
        assert {path.name for path in self.root.iterdir()} == HERE


def _take(root: Path, source: Path) -> None:
    for name in ("communities", "content"):
        shutil.rmtree(root / name, ignore_errors=True)
    copy_archive(source, root)


def _states(folder: Path, first: Path, second: Path, makers: Makers) -> States:
    # in the same store as the command
    place = Place(folder / "archive", Store(cache_of(folder / "archive")), makers)
    sites = []
    for source in (first, second):
        _take(place.root, source)
        sites.append(tree(place.build().site_dir))
    return States(place, (first, second), (sites[0], sites[1]))


@pytest.fixture(scope="module")
def town_states(tmp_path_factory: pytest.TempPathFactory) -> States:
    """The small archive, and the same with a community renamed, and words and pictures changed and added."""
    folder = tmp_path_factory.mktemp("kill")
    first = copy_archive(TOWN, folder / "first")
    add_line(first, "site_url: https://town.example.org/")
    second = copy_archive(first, folder / "second")
    replace_in(second / "communities/lantern-walk.yml", "Each brings a light", "All of us bring a light")
    (second / "communities/bayt-al-kutub.yml").rename(second / "communities/bayt-al-qahwa.yml")
    replace_in(
        second / "communities/lantern-walk.yml", "community: bayt-al-kutub", "community: bayt-al-qahwa"
    )
    replace_in(second / "content/lantern-walk/folding-a-lantern.md", "/bayt-al-kutub/", "/bayt-al-qahwa/")
    write_files(
        second, {"content/guides/second-night.md": "# The second\n", "content/CNAME": "town.example.org"}
    )
    write_files(second, {"content/lantern-walk/lantern.png": "another", "content/guides/map.png": "another"})
    return _states(folder, first, second, make_here)


def _command(states: States, **more: Any) -> subprocess.Popen[str]:  # noqa: ANN401 - as Popen has them
    words = [str(BIN / "hearthbook"), "build", "--jobs", "1", "--project", str(states.root)]
    return subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", **more)


def _build(root: Path) -> None:
    """What the command does, in a process that has imported everything already."""
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere, contextlib.redirect_stdout(nowhere):
        main(["build", "--jobs", "1", "--project", str(root)])


def _finished(states: States, kill_after: float | None = None) -> float:
    """Builds in a process of its own, and kills it after some seconds; returns how long it took."""
    start = time.monotonic()
    process = get_context("fork").Process(target=_build, args=(states.root,))
    process.start()
    process.join(kill_after)
    if process.is_alive():
        process.kill()
        process.join()
        assert process.exitcode in {0, -signal.SIGKILL}
    else:
        assert process.exitcode == 0
    return time.monotonic() - start


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore:.*multi-threaded:DeprecationWarning")
def test_builds_killed_at_any_time_leave_whole_cells_and_the_next_one_is_right(town_states: States) -> None:
    states, chance = town_states, random.Random(SEED)  # noqa: S311 - the moments need not be secret
    states.build(0)
    states.take(1)
    warm = _finished(states)
    shutil.rmtree(states.place.store.folder)
    cold = _finished(states)
    for number in range(KILLS):
        states.take(number % 2)
        empty = number % 4 == 0
        if empty:
            shutil.rmtree(states.place.store.folder)
        _finished(states, chance.uniform(0.05, 0.95) * (cold if empty else warm))
        states.judge()
    states.take(1)
    _finished(states)
    states.judge_end(1)


def test_two_builds_at_once_both_succeed(town_states: States) -> None:
    town_states.build(0)
    town_states.take(1)
    with _command(town_states) as one, _command(town_states) as two:
        told = [process.communicate()[1] for process in (one, two)]
    assert (one.returncode, two.returncode) == (0, 0), told
    # the other came first, or had finished already
    assert len([lines for lines in told if "waiting for it" in lines]) <= 1
    town_states.judge_end(1)


def test_a_build_waits_for_another_and_says_so(town_states: States) -> None:
    site = os.open(town_states.place.site, os.O_RDONLY)
    fcntl.flock(site, fcntl.LOCK_EX)
    with _command(town_states) as process:
        assert process.stderr
        assert process.stderr.readline() == "another build of this site is at work; waiting for it\n"
        os.close(site)
        _, told = process.communicate()
    assert (process.returncode, told) == (0, "")


def test_ctrl_c_ends_a_build_without_a_traceback_and_leaves_the_old_site(
    town_states: States, tmp_path: Path
) -> None:
    town_states.build(1)
    town_states.take(0)
    # says when the pages are being made, and then waits for somebody who never comes
    hook = "import sys\ndef on_pre_build(config): print('here', flush=True); sys.stdin.read()\n"
    write_files(tmp_path, {"hook.py": hook})
    add_line(town_states.root, f"hooks: ['{tmp_path / 'hook.py'}']")
    with _command(town_states, stdin=subprocess.PIPE, preexec_fn=heed_ctrl_c) as process:
        assert process.stdout
        assert process.stdout.readline() == "here\n"
        process.send_signal(signal.SIGINT)
        process.wait(60)
        told = process.stdout.read() + (process.stderr.read() if process.stderr else "")
    assert process.returncode in {1, 130}
    assert "Traceback" not in told
    assert "stopped; the old site is untouched" in told
    town_states.judge_end(1)


@pytest.fixture
def hamlet_states(tmp_path: Path) -> States:
    """The hamlet, and the same after many edits."""
    first, second = (write_hamlet(tmp_path / name) for name in ("first", "second"))
    edits = {edit.what: edit.do for edit in EDITS}
    for what in (
        "a norm",
        "a new page of the hub",
        "a picture",
        "a file for hosts added",
        "the address of the site",
        "a new community that split from another",
        "a community deleted",
    ):
        edits[what](second)
    return _states(tmp_path, first, second, sketch)


class _Steps:
    """Ends the process before one of the steps that change the disk."""

    def __init__(self, last: int) -> None:
        self._left = last

    def counted(self, step: Callable[..., Any]) -> Callable[..., Any]:
        """The step, or the end."""

        def do(*words: Any, **more: Any) -> Any:  # noqa: ANN401 - whatever the step takes
            if not self._left:
                os._exit(ENDED)
            self._left -= 1
            return step(*words, **more)

        return do


def _ended_before(step: int, place: Place, patch: pytest.MonkeyPatch) -> bool:
    """Builds in a process that ends before a step; whether there were that many."""
    if child := os.fork():
        _, status = os.waitpid(child, 0)
        code = os.waitstatus_to_exitcode(status)
        assert code in {0, ENDED}
        return code == ENDED
    try:
        steps = _Steps(step)
        for owner, name in ((os, "rename"), (os, "replace"), (os, "rmdir"), (module, "_exchange")):
            patch.setattr(owner, name, steps.counted(getattr(owner, name)))
        place.build()
        os._exit(0)
    except BaseException:  # noqa: BLE001 - a child must not go on as a second pytest
        sys.excepthook(*sys.exc_info())
        os._exit(1)


@pytest.mark.filterwarnings("ignore:.*multi-threaded:DeprecationWarning")
def test_a_build_that_ends_before_any_step_leaves_whole_cells_and_the_next_one_is_right(
    hamlet_states: States, monkeypatch: pytest.MonkeyPatch
) -> None:
    states, step = hamlet_states, 0
    states.build(0)
    while True:
        states.take(1)
        if not _ended_before(step, states.place, monkeypatch):
            break
        states.judge()
        for back in dict.fromkeys((step % 2, 0)):
            states.build(back)
            states.judge_end(back)
        step += 1
    assert step > 20


def test_a_build_that_is_killed_takes_its_processes_along() -> None:
    start = "import os, sys; from hearthbook.publish.processes import _pool"
    code = f"{start}; print(_pool(1).submit(os.getpid).result(), flush=True); sys.stdin.read()"
    pipe = subprocess.PIPE
    with subprocess.Popen([sys.executable, "-c", code], stdin=pipe, stdout=pipe, text=True) as process:
        assert process.stdout
        worker = int(process.stdout.readline())
        process.kill()
        try:
            # the worker holds the other end of the pipe for as long as it lives
            process.communicate(timeout=30)
        except subprocess.TimeoutExpired:
            os.kill(worker, signal.SIGKILL)
            raise
