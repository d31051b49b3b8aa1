"""Finds what changed in the files of communities: from what was kept, else by reading their versions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from hearthbook.history.chains import Chains
from hearthbook.publish.history_events import Sources, Told
from hearthbook.publish.history_kept import file_name
from hearthbook.publish.history_pairs import Task, walk
from hearthbook.publish.tools import versions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from hearthbook.history.chains import Step
    from hearthbook.history.log import Done
    from hearthbook.publish.history_kept import Kept
    from hearthbook.publish.history_pairs import Walked

_PAIRS: Final = "pairs"
_CHUNK: Final = 20
"""Communities whose past is in memory at once."""
_MANY: Final = 400
"""Steps for which it pays to start other processes, half a second each."""


@dataclass(frozen=True, slots=True)
class Files:
    """The files whose past a community's is made of."""

    own: str
    above: tuple[str, ...]
    """Those that it extends, nearest first."""
    articles: tuple[str, ...]


class Maker:
    """Makes the pasts of communities in one go."""

    def __init__(self, root: Path, kept: Kept, done: Sequence[Done], jobs: int) -> None:
        """Look at all commits, newest first."""
        self._root = root
        self._kept = kept
        self._done = done
        self._chains = Chains(done)
        self._jobs = jobs

    def sources(self, files: Mapping[str, Files]) -> Iterator[tuple[str, Sources]]:
        """Each community with what happened to its files, in any order."""
        steps = {path: self._steps(path) for each in files.values() for path in (each.own, *each.articles)}
        above = {path for each in files.values() for path in each.above}
        steps |= {path: self._steps(path) for path in above}
        shared = {told.path: told for told in self._walked([(path, False) for path in sorted(above)], steps)}
        wanted = [(each.own, bool(each.above)) for each in files.values()]
        wanted += [(path, False) for each in files.values() for path in each.articles]
        waiting: dict[str, dict[str, Walked]] = {}
        owners = {path: slug for slug, each in files.items() for path in (each.own, *each.articles)}
        for walked in self._walked(wanted, steps):
            slug = owners[walked.path]
            here = waiting.setdefault(slug, {})
            here[walked.path] = walked
            if len(here) == 1 + len(files[slug].articles):
                yield slug, _sources(files[slug], waiting.pop(slug), shared, steps)

    def _steps(self, path: str) -> tuple[Step, ...]:
        if path.endswith(".md"):
            return self._chains.rows(path)
        return self._chains.chain(path)

    def _walked(
        self, wanted: Sequence[tuple[str, bool]], steps: Mapping[str, tuple[Step, ...]]
    ) -> Iterator[Walked]:
        """The pairs of files, in any order; what is new among them is kept."""
        # a community's articles come right after it, so that few are waited for
        ordered = sorted(wanted, key=lambda each: _family(each[0]))
        tasks = [
            self._task(ordered[start : start + _CHUNK], steps) for start in range(0, len(ordered), _CHUNK)
        ]
        many = sum(len(steps[path]) for path, _ in wanted) >= _MANY
        for some in self._run(tasks, many=many):
            for walked in some:
                if walked.data:
                    self._kept.put(_PAIRS, _name(walked.path), walked.data)
                yield walked

    def _run(self, tasks: list[Task], *, many: bool) -> Iterable[tuple[Walked, ...]]:
        if self._jobs == 1 or not many:
            return map(walk, tasks)
        from hearthbook.publish.processes import spread  # noqa: PLC0415 - takes long to import

        return spread(walk, tasks, self._jobs)

    def _task(self, some: Sequence[tuple[str, bool]], steps: Mapping[str, tuple[Step, ...]]) -> Task:
        return Task(
            root=str(self._root),
            chains={path: tuple(step.row for step in steps[path]) for path, _ in some},
            known={path: data for path, _ in some if (data := self._kept.get(_PAIRS, _name(path)))},
            tips=frozenset(path for path, tip in some if tip),
        )


def _family(path: str) -> tuple[str, str]:
    slug = path.split("/")[1].removesuffix(".yml")
    return slug, path


def _name(path: str) -> str:
    return file_name(f"{versions()} {path}")


def _sources(
    files: Files,
    walked: Mapping[str, Walked],
    shared: Mapping[str, Walked],
    steps: Mapping[str, tuple[Step, ...]],
) -> Sources:
    def told(each: Walked) -> Told:
        return Told(tuple(step.at for step in steps[each.path]), each.pairs)

    return Sources(
        own=told(walked[files.own]),
        above=tuple(told(shared[path]) for path in files.above),
        articles=tuple(told(walked[path]) for path in files.articles),
        said=walked[files.own].own,
    )
