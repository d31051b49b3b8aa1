"""Hearthbook itself, run from a copy of the checkout, so that a template can be changed."""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING, Final

from bench.process import Run, run
from bench.site import Line, Repeats, Site, build_values, seconds, times

if TYPE_CHECKING:
    from pathlib import Path

    from bench.archive import Archive
    from bench.rows import Key

_START: Final = "from hearthbook.cli import main; main(prog_name='hearthbook')"
_TEMPLATE: Final = "themes/hearth/pages/norms.md.jinja"


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """A copy of a checkout that can be run and changed."""

    root: Path
    """Where the copy is."""

    @property
    def command(self) -> tuple[str, ...]:
        """What runs it."""
        return (sys.executable, "-c", _START)

    @property
    def environment(self) -> dict[str, str]:
        """What makes Python take the copy, not what is installed."""
        return {"PYTHONPATH": str(self.root / "generator"), "NO_MKDOCS_2_WARNING": "1"}


def template_line(program: Program) -> Line:
    """A new last line of the template of the page Norms, seen in every community."""
    path, text = program.root / _TEMPLATE, "We mend lamp number 0000."
    with path.open("a", encoding="utf-8", newline="\n") as stream:
        stream.write(f"\n{text}\n")
    return Line(path, text)


def copy_program(checkout: Path, to: Path) -> Program:
    """A copy of what a checkout needs to run; it has run once, so that Python has compiled it."""
    for part in ("generator", "themes"):
        shutil.copytree(checkout / part, to / part)
    shutil.copy2(checkout / "pyproject.toml", to)
    program = Program(root=to)
    run([*program.command, "--version"], to, program.environment)
    return program


def our_site(program: Program, archive: Archive, cache: Path) -> Site:
    """The archive as Hearthbook builds it, with a cache of its own."""
    slug = archive.slugs[0]
    return Site(
        tool="Hearthbook",
        folder=archive.root,
        build=(*program.command, "build"),
        slug=slug,
        line=Line(archive.root / "communities" / f"{slug}.yml", archive.statement),
        kept=(cache,),
        serve=(*program.command, "serve", "--port", "{port}"),
        environment={**program.environment, "HEARTHBOOK_CACHE": str(cache)},
    )


def check_values(site: Site, program: Program, repeats: Repeats) -> dict[Key, float]:
    """What checking costs, cold and again."""

    def again() -> Run:
        return site.run(*program.command, "check")

    def cold() -> Run:
        site.forget()
        return again()

    runs = times(repeats.light, cold)
    return {
        "check": seconds(runs),
        "check_memory": median(run.megabytes for run in runs),
        "check_again": seconds(times(repeats.light, again)),
    }


def our_values(site: Site, program: Program, repeats: Repeats) -> dict[Key, float]:
    """Everything that is measured of Hearthbook but its preview."""
    values = check_values(site, program, repeats)
    values |= build_values(site, again=repeats.light, cold=repeats.heavy)
    template = template_line(program)
    values["template"] = seconds(times(repeats.heavy, lambda: site.build_with(template.change())))
    return values
