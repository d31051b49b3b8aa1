"""What `hearthbook mix` does: it reads, plans, writes and tells."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final, Literal, NoReturn

import click

from hearthbook.cli.common import count
from hearthbook.cli.mix_told import ThemeVoice, alarm, names_on, tell
from hearthbook.errors import HearthbookError
from hearthbook.history.tracked import tracked_members
from hearthbook.ingest.archive import read_parts
from hearthbook.mixing import schedule as planning
from hearthbook.mixing.chosen import chosen
from hearthbook.mixing.clique import Occasion
from hearthbook.mixing.diary import as_ics
from hearthbook.mixing.figures import figures
from hearthbook.mixing.files import begin, folder_for, ignores_members, write, write_article
from hearthbook.mixing.ledger import as_csv, read_rounds
from hearthbook.mixing.meetings import read_met
from hearthbook.mixing.members import FOLDER, read_members
from hearthbook.mixing.page import as_article, as_page, as_text
from hearthbook.mixing.plan import PAIR, Way
from hearthbook.model.archive import Defaults
from hearthbook.publish.configuration import default_theme, load, settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date
    from pathlib import Path

    from hearthbook.mixing.schedule import Schedule
    from hearthbook.mixing.values import Member, Mistake, Round
    from hearthbook.model.archive import Resolved
    from hearthbook.model.rhythm import Mixing

_SIZE: Final = 4
"""How many are in a circle where nobody says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What stands on the command line."""

    slug: str
    root: Path
    today: date
    rounds: int | None = None
    first: date | None = None
    seed: str = ""
    odd: Literal["rest", "three"] = "rest"
    met: Path | None = None
    target: Path | None = None

    @property
    def members(self) -> str:
        """The members file, from the project's folder."""
        return f"{FOLDER}/{self.slug}.csv"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Given:
    """What is known before rounds are planned."""

    resolved: Resolved
    mixing: Mixing
    members: tuple[Member, ...]
    """Those among whom is mixed."""
    before: tuple[Round, ...]
    """The rounds so far, those to come among them."""
    way: Way


def begin_with(asked: Asked) -> int:
    """Writes an example of the members file."""
    _community(asked)
    for name in begin(asked.root, asked.slug):
        click.echo(f"new    {name}")
    click.echo(f"Write over {asked.members}, then run `hearthbook mix {asked.slug} --rounds 6`.")
    return 0


def mix_now(asked: Asked) -> int:
    """Plans rounds, or says how things stand; returns the exit code."""
    resolved = _community(asked)
    mixing = _mixing(resolved)
    members, before, occasions = _read(asked)
    some, understood = chosen(members, resolved.community)
    if understood:
        click.echo(understood)
    way = Way(size=_size(mixing), odd=asked.odd, seed=asked.seed or asked.slug)
    given = _Given(resolved=resolved, mixing=mixing, members=some, before=before, way=way)
    kept = tuple(each for each in before if each.day <= asked.today)
    standing = planning.Schedule(kept=kept, planned=before[len(kept) :])
    done = _planned(asked, given) if asked.rounds else standing
    tell(asked.today, done, some, way)
    if asked.rounds:
        _write(asked, given, done)
    _paste(asked, given, done)
    _listen(asked, kept, occasions, members)
    return _private(asked)


def _listen(
    asked: Asked, kept: Iterable[Round], occasions: Sequence[Occasion], members: Iterable[Member]
) -> None:
    """Says when the same people keep meeting, in the rounds that were and in who actually met."""
    unknown = _strangers(occasions, members)
    if unknown:
        click.echo(f"{asked.met}: not in {asked.members}: {', '.join(unknown)}; look for slips in the names.")
    rounds = tuple(Occasion(groups=each.groups, pool=each.resting) for each in kept)
    alarm(rounds, f"{FOLDER}/{asked.slug}-rounds.csv", asked.slug)
    alarm(occasions, str(asked.met), asked.slug)


def _community(asked: Asked) -> Resolved:
    """The community; raises HearthbookError where its file has errors, UsageError where there is none."""
    root, slug = asked.root, asked.slug
    known = sorted(path.stem for path in (root / "communities").glob("*.yml"))
    if slug not in known or slug.startswith("_"):
        near = get_close_matches(slug, known, n=1)
        hint = f"; did you mean `{near[0]}`?" if near else ""
        raise click.UsageError(f"there is no file communities/{slug}.yml{hint}")
    defaults = settings(load(root)) if (root / "mkdocs.yml").is_file() else Defaults()
    resolved = read_parts(root, defaults, frozenset({slug})).parts[slug].community
    if resolved is None:
        hint = f"run `hearthbook check {slug}` and mend what it names first"
        raise HearthbookError("the file has errors", where=f"communities/{slug}.yml", hint=hint)
    return resolved


def _mixing(resolved: Resolved) -> Mixing:
    """How the community mixes; raises HearthbookError where no rounds follow from it."""
    mixing = resolved.community.mixing
    where = str(resolved.sources.place("/mixing") if mixing else resolved.sources.root)
    if mixing is None:
        hint = "add `mixing: {how: pairs, every: month, from: 2026-12-01}`"
        raise HearthbookError("nothing says how members are mixed", where=where, hint=hint)
    if mixing.how == "prompts":
        hint = "write `how: pairs` or `how: circles`"
        raise HearthbookError(
            "prompts go to everybody, so there are no rounds to plan", where=where, hint=hint
        )
    if not mixing.every:
        hint = "add how often, as in `every: month`"
        raise HearthbookError("`mixing` does not say how often people are mixed", where=where, hint=hint)
    return mixing


def _size(mixing: Mixing) -> int:
    return PAIR if mixing.how == "pairs" else mixing.size or _SIZE


def _read(asked: Asked) -> tuple[tuple[Member, ...], tuple[Round, ...], tuple[Occasion, ...]]:
    """The three files; raises HearthbookError with every mistake in all of them."""
    path = asked.root / asked.members
    if not path.exists() and not path.is_symlink():
        hint = f"`hearthbook mix {asked.slug} --start` writes an example to begin with"
        raise HearthbookError("there is no such file", where=asked.members, hint=hint)
    members, mistakes = read_members(path, asked.members)
    before, more = _ledger(asked)
    occasions: tuple[Occasion, ...] = ()
    mistakes += more
    if asked.met:
        occasions, more = read_met(asked.met, str(asked.met), members)
        mistakes += more
    if mistakes:
        _stop(mistakes)
    return members, before, occasions


def _ledger(asked: Asked) -> tuple[tuple[Round, ...], tuple[Mistake, ...]]:
    """The rounds so far: from where they are written to, or else from the members' folder."""
    name = f"{asked.slug}-rounds.csv"
    places = [*([(asked.target / name, str(asked.target / name))] if asked.target else [])]
    places.append((asked.root / FOLDER / name, f"{FOLDER}/{name}"))
    for path, shown in places:
        if path.exists():
            return read_rounds(path, shown)
    return (), ()


def _strangers(occasions: Iterable[Occasion], members: Iterable[Member]) -> list[str]:
    """Who met somebody and is not in the members file."""
    known = {member.name for member in members}
    return sorted({name for each in occasions for group in each.groups for name in group} - known)


def _stop(mistakes: Iterable[Mistake]) -> NoReturn:
    lines = [str(each) for each in mistakes]
    found = count(len(lines), "mistake", "mistakes")
    raise HearthbookError("\n".join([*lines, f"{found}; nothing was written"]))


def _planned(asked: Asked, given: _Given) -> Schedule:
    """The rounds that are asked for."""
    mixing, where = given.mixing, str(given.resolved.sources.place("/mixing"))
    if asked.first and asked.first < asked.today:
        message = f"--from {asked.first} lies before {asked.today}; rounds that were stay as they are"
        raise click.UsageError(message)
    if not (mixing.from_ or asked.first or given.before):
        hint = f"add `from: {asked.today}` there, or say --from {asked.today}"
        raise HearthbookError("nothing says on which day the first round is", where=where, hint=hint)
    wanted = planning.Asked(
        rounds=asked.rounds or 0,
        today=asked.today,
        every=mixing.every or "month",
        way=given.way,
        since=mixing.from_,
        first=asked.first,
    )
    done = planning.schedule(given.members, given.before, wanted)
    if not any(each.groups for each in done.rounds):
        hint = "two are needed; look at `out`, `from`, `until` and `pause` there, and at `among`"
        raise HearthbookError("fewer than two members take part", where=asked.members, hint=hint)
    return done


def _write(asked: Asked, given: _Given, done: Schedule) -> None:
    """Writes the rounds as a table, a page and a calendar, and as an article where they may be published."""
    name, voice = given.resolved.community.name, _voice(given.resolved)
    folder = folder_for(asked.root, asked.target)
    found = figures(done.rounds, names_on(given.members, done.rounds[-1].day), given.way.size)
    # a round goes on until the next one begins
    shown = (*done.kept[-1:], *done.planned)
    if given.mixing.publish:
        file = f"content/{asked.slug}/rounds.md"
        _said(write_article(asked.root / file, file, as_article(name, shown, found, voice)), file)
    files: dict[str, str | bytes] = {
        f"{asked.slug}-rounds.csv": as_csv(done.rounds),
        f"{asked.slug}-rounds.md": as_page(name, shown, found, voice),
        f"{asked.slug}-rounds.ics": as_ics(asked.slug, name, done.rounds, voice),
    }
    for file, data in files.items():
        _said(write(folder / file, data), f"{asked.target or FOLDER}/{file}")


def _said(changed: bool, file: str) -> None:  # noqa: FBT001 - what `write` returned
    click.echo(f"{'wrote ' if changed else 'same  '} {file}")


def _voice(resolved: Resolved) -> ThemeVoice:
    return ThemeVoice(default_theme().words(resolved.community.language or "en"))


def _paste(asked: Asked, given: _Given, done: Schedule) -> None:
    """Prints the next round, to paste where the group talks."""
    coming = [each for each in done.rounds if each.day >= asked.today]
    if coming:
        text = as_text(coming[0], given.mixing.opt_out or "", _voice(given.resolved))
        click.echo(f"\n{text}")


def _private(asked: Asked) -> int:
    """Says what would give members away; returns the exit code."""
    leaks = tracked_members(asked.root)
    for leak in leaks:
        click.echo(str(leak), err=True)
    if not leaks and (asked.root / ".git").exists() and not ignores_members(asked.root):
        hint = f"`hearthbook mix {asked.slug} --start` adds the line"
        click.echo(f".gitignore: {FOLDER}/ is not in it, so git could take it in; {hint}", err=True)
    return 1 if leaks else 0
