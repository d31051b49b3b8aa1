"""A site that some tool builds, and the measures that every tool can take part in."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from statistics import median
from typing import TYPE_CHECKING

from bench.process import CommandError, Run, run
from bench.search_weight import search_values
from bench.weigh import megabytes, page_kilobytes

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bench.process import Environment, Words
    from bench.rows import Key


@dataclass(slots=True)
class Line:
    """A sentence in a file, which can be changed as often as one likes."""

    path: Path
    """The file it stands in."""
    text: str
    """The sentence as it is now."""
    number: int = 0
    """How often it was changed."""

    def change(self) -> str:
        """Writes another sentence in its place; returns it."""
        self.number += 1
        new = f"We mend lamp number {self.number:04} before we lock the door."
        whole = self.path.read_text(encoding="utf-8")
        if self.text not in whole:
            raise CommandError(f"{self.path.name} does not hold `{self.text}`")
        self.path.write_text(whole.replace(self.text, new, 1), encoding="utf-8", newline="\n")
        self.text = new
        return new


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeats:
    """How often each measure is taken; the median counts."""

    light: int
    """What should be quick."""
    heavy: int
    """What builds everything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A folder and the command that makes a site of it."""

    tool: str
    """The tool's name."""
    folder: Path
    """Where the command runs."""
    build: Words
    """The command."""
    slug: str
    """The community whose sentence is changed and whose page is weighed."""
    line: Line
    """That sentence."""
    kept: tuple[Path, ...] = ()
    """What the tool keeps from one build to the next, taken away before a cold one."""
    serve: Words = ()
    """The command for a preview, with `{port}` for its port; empty where there is none to be measured."""
    environment: Environment = field(default_factory=dict)
    """What the commands find in their environment beside everything else."""

    @property
    def output(self) -> Path:
        """The built site."""
        return self.folder / "site"

    def page(self, name: str) -> Path:
        """A page of the community, by the last part of its address."""
        return self.output / self.slug / name / "index.html"

    def run(self, *words: str | Path) -> Run:
        """Runs a command for this site."""
        return run(words, self.folder, self.environment)

    def forget(self) -> None:
        """Takes away what earlier builds left."""
        for folder in (self.output, *self.kept):
            shutil.rmtree(folder, ignore_errors=True)

    def build_with(self, text: str = "") -> Run:
        """Builds, and makes sure that the page of norms holds the text; raises CommandError otherwise."""
        done = self.run(*self.build)
        if text not in self.page("norms").read_text(encoding="utf-8"):
            raise CommandError(f"{self.tool} built a page without `{text}`")
        return done


def seconds(runs: list[Run]) -> float:
    """The median of what they took."""
    return median(run.seconds for run in runs)


def times(count: int, action: Callable[[], Run]) -> list[Run]:
    """The action that often."""
    return [action() for _ in range(count)]


def build_values(site: Site, again: int, cold: int) -> dict[Key, float]:
    """What building costs: cold, with nothing changed, with one line changed; and what comes out."""

    def anew() -> Run:
        site.forget()
        return site.build_with()

    runs = times(cold, anew)
    values: dict[Key, float] = {
        "cold": seconds(runs),
        "memory": median(run.megabytes for run in runs),
        "output": megabytes(site.output),
        "page": page_kilobytes(site.output, site.page("start-here")),
    }
    values |= search_values(site.output)
    if children := [run.child for run in runs if run.child is not None]:
        values["child"] = median(children)
    values["nothing"] = seconds(times(again, site.build_with))
    values["line"] = seconds(times(again, lambda: site.build_with(site.line.change())))
    return values
