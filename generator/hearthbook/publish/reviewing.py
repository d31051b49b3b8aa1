"""What a proposed change needs: two versions of an archive compared, judged by a third.

What changes is seen from where the two versions parted. Who may say yes to it, and by which policy, is read
from the version that it would go into as it is now: neither the change itself nor an old starting point can
loosen its own review.
"""

from __future__ import annotations

import re
from contextlib import ExitStack
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from hearthbook.compare.needs import (
    Given,
    Shared,
    needs_of_hub,
    needs_of_shared,
    needs_of_step,
    needs_outside,
)
from hearthbook.compare.steps import of_file, sort_files
from hearthbook.compare.verdicts import Judged, Known, judged
from hearthbook.errors import HearthbookError
from hearthbook.history.differing import commit_of, differing, file_at, merge_base_of
from hearthbook.history.snapshot import snapshot
from hearthbook.ingest.folder import FOLDER
from hearthbook.publish.review_settings import policy_of
from hearthbook.publish.review_steps import Both, mended_pages, version

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import datetime
    from pathlib import Path

    from hearthbook.compare.asked import Asked
    from hearthbook.compare.needs import Need
    from hearthbook.compare.steps import Sorted
    from hearthbook.history.differing import Differing

_EXTENDS: Final = re.compile(r"""extends["']?\s*:\s*["']?([\w-]+)""")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """What one wants to know about a change."""

    base: str
    """The revision that it would go into."""
    head: str
    """The revision that is proposed."""
    asked: Asked | None
    """What the forge knows of it; None where nobody was asked."""
    now: datetime
    """The moment at which it is judged, in UTC."""
    teams: Mapping[str, tuple[str, ...]]
    """Team -> who is in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed:
    """A change, judged."""

    base: str
    """The full name of the commit it would go into."""
    head: str
    """The full name of the commit that is proposed."""
    judged: tuple[Judged, ...]
    """Everything that it needs, communities first, by slug."""


def review(root: Path, asking: Asking) -> Reviewed:
    """What a change needs, and whether that is there.

    Raises HearthbookError where git does not know the revisions, or the policy is wrong.
    """
    base, head = commit_of(root, asking.base), commit_of(root, asking.head)
    files = _proposed(root, base, head)
    both, given = _sides(root, base, head, files, asking)
    needs = tuple(_needs(both, given))
    known = Known(
        asked=asking.asked, now=asking.now, fresh=_fresh(root, base, head, files), teams=asking.teams
    )
    return Reviewed(base=base, head=head, judged=tuple(judged(need, known) for need in needs))


def _proposed(root: Path, base: str, head: str) -> tuple[Differing, ...]:
    """The files that a commit changes, seen from where it parted from another."""
    return differing(root, merge_base_of(root, base, head), head)


def _sides(
    root: Path, base: str, head: str, files: tuple[Differing, ...], asking: Asking
) -> tuple[Both, Given]:
    """Both sides of the change, and by what it is judged."""
    fork = merge_base_of(root, base, head)
    policy = policy_of(lambda path: file_at(root, base, path))
    with ExitStack() as stack:
        folders = {commit: stack.enter_context(snapshot(root, commit)) for commit in {base, fork, head}}
        found, stems = _sorted(files, folders[fork], folders[head])
        sides = {commit: version(folder, stems) for commit, folder in folders.items()}
        pages = [*found.hub, *(file for some in found.articles.values() for file in some)]
        same = mended_pages(pages, folders[fork], folders[head])
    given = Given(
        policy=policy,
        tip={slug: one.community for slug in stems if (one := sides[base].found(slug))},
        author=asking.asked.author if asking.asked else "",
        today=asking.now.date(),
    )
    return Both(files=found, old=sides[fork], new=sides[head], policy=policy, mended=same), given


def _sorted(files: Iterable[Differing], old: Path, new: Path) -> tuple[Sorted, frozenset[str]]:
    """The files by whose they are, and the communities on either side that some of them concern."""
    slugs = frozenset(path.stem for folder in (old, new) for path in folder.glob(f"{FOLDER}/[!_.]*.yml"))
    found = sort_files(files, slugs)
    touched = {*found.own, *(path.removeprefix(f"{FOLDER}/")[:-4] for path in found.bases)}
    below = _extending(old, touched) | _extending(new, touched)
    return found, frozenset({*found.own, *found.articles, *(stem for stem in below if stem in slugs)})


def _extending(folder: Path, stems: Iterable[str]) -> set[str]:
    """The files that extend some, and those that extend these."""
    named: dict[str, set[str]] = {}
    for path in folder.glob(f"{FOLDER}/*.yml"):
        for parent in _EXTENDS.findall(path.read_text(encoding="utf-8", errors="replace")):
            named.setdefault(parent, set()).add(path.stem)
    found: set[str] = set()
    waiting = list(stems)
    while waiting:
        fresh = named.get(waiting.pop(), set()) - found
        found |= fresh
        waiting += fresh
    return found


def _needs(both: Both, given: Given) -> Iterator[Need]:
    """Everything that a change needs."""
    shared: dict[str, list[Shared]] = {}
    for slug in both.slugs:
        step, others = both.step(slug)
        yield from needs_of_step(step, given)
        for file, what in others.items():
            shared.setdefault(file, []).append(Shared(file=file, step=step, what=tuple(what)))
    for file, steps in sorted(shared.items()):
        yield from needs_of_shared(file, steps, both.reach(file), given)
    yield from needs_of_hub(map(both.page, both.files.hub), given)
    yield from needs_outside(tuple(of_file(file, "outside") for file in both.files.outside), given)


def _fresh(root: Path, base: str, head: str, files: tuple[Differing, ...]) -> Callable[[str | None], bool]:
    """Whether a commit proposes the same as the head: the same files with the same in them."""
    known: dict[str, bool] = {head: True}

    def fresh(commit: str | None) -> bool:
        if not commit:
            return commit is not None
        if commit not in known:
            try:
                known[commit] = _proposed(root, base, commit_of(root, commit)) == files
            except HearthbookError:
                known[commit] = False
        return known[commit]

    return fresh
