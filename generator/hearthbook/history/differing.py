"""Which files differ between two commits, and what kind of files they are."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from hearthbook.errors import HearthbookError

if TYPE_CHECKING:
    from pathlib import Path

_PATIENCE: Final = 60
"""Seconds after which git is not waited for."""
_SAFE: Final = ("-c", "core.fsmonitor=false", "-c", "core.quotePath=false", "-c", "log.showSignature=false")
"""Nothing that a repository's own settings say is run."""
_PLAIN: Final = frozenset({"100644", "000000"})
"""The modes of a file that is only read, and of none."""
_ELSEWHERE: Final = ":/"
"""Begins a path that is not below the project folder, as git itself writes it."""
_ACTS: Final[dict[str, Literal["added", "removed"]]] = {"A": "added", "D": "removed"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Differing:
    """One file that is not the same in two commits; a file that was renamed counts on both sides."""

    path: str
    """From the project folder; `:/` and the path from the repository's where it is not below it."""
    act: Literal["added", "removed", "changed"]
    """What became of it."""
    plain: bool
    """Whether it is an ordinary file before and after, and no link, no program and no other repository."""
    blob: str
    """The name of what it holds afterwards."""


def commit_of(root: Path, revision: str) -> str:
    """The full name of a commit; raises HearthbookError where git knows none of that name."""
    return asked(
        root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"
    ).strip()


def merge_base_of(root: Path, base: str, head: str) -> str:
    """The last commit that two have in common; raises HearthbookError where there is none."""
    return asked(root, "merge-base", base, head).strip()


def differing(root: Path, old: str, new: str) -> tuple[Differing, ...]:
    """The files that differ between two commits, by path."""
    prefix = asked(root, "rev-parse", "--show-prefix").rstrip("\n")
    shown = ("-r", "-z", "--raw", "--no-renames", "--no-abbrev", "--ignore-submodules=none", "--no-relative")
    told = asked(root, "diff-tree", *shown, old, new, "--").split("\0")
    pairs = zip(told[::2], told[1::2], strict=False)
    return tuple(sorted((_read(facts, path, prefix) for facts, path in pairs), key=lambda one: one.path))


def _read(facts: str, path: str, prefix: str) -> Differing:
    before, after, _, blob, letter = facts.removeprefix(":").split(" ")
    inside = path.startswith(prefix)
    return Differing(
        path=path.removeprefix(prefix) if inside else _ELSEWHERE + path,
        act=_ACTS.get(letter, "changed"),
        plain={before, after} <= _PLAIN,
        blob=blob,
    )


def file_at(root: Path, commit: str, path: str) -> bytes | None:
    """What a file of the project folder holds in a commit; None where it is not there, or is no file."""
    listed = asked(root, "ls-tree", "-z", commit, "--", path).split("\0")[0]
    mode, kind, rest = (*listed.split(" ", 2), "", "", "")[:3]
    if kind != "blob" or not mode.startswith("100"):
        return None
    return _git(root, "cat-file", "blob", rest.partition("\t")[0]).stdout


def top_of(root: Path) -> Path:
    """The repository's folder that a project folder is in; itself where there is no repository."""
    try:
        found = asked(root, "rev-parse", "--show-toplevel").rstrip("\n")
    except HearthbookError:
        return root
    return root.__class__(found) if found else root


def asked(root: Path, *arguments: str) -> str:
    """What git answers; raises HearthbookError with its words where it cannot."""
    done = _git(root, *arguments)
    if done.returncode:
        _stop_without_history(root)
        words = done.stderr.decode("utf-8", "replace").strip().removeprefix("fatal: ")
        name = arguments[-1].removesuffix("^{commit}")
        fact = words or (
            f"git knows no commit `{name}`" if arguments[0] == "rev-parse" else "git found nothing"
        )
        hint = "fetch it first; in a workflow, check out with the whole history (`fetch-depth: 0`)"
        raise HearthbookError(fact, where=str(root), hint=hint)
    return done.stdout.decode("utf-8", errors="surrogateescape")


def _stop_without_history(root: Path) -> None:
    """Raises HearthbookError where there is no repository, or one without a commit."""
    if _git(root, "rev-parse", "--git-dir").returncode:
        hint = (
            "say with --project where the archive is; to begin here, run `git init` and make a first commit"
        )
        raise HearthbookError("git keeps no history of this folder", where=str(root), hint=hint)
    if _git(root, "rev-parse", "--verify", "--quiet", "HEAD^{commit}").returncode:
        hint = "make a first one: `git add -A`, then `git commit`"
        raise HearthbookError("there is no commit yet", where=str(root), hint=hint)


def _git(root: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(  # noqa: S603 - the arguments are ours
            ["git", *_SAFE, "--no-pager", "--no-optional-locks", *arguments],  # noqa: S607 - as the user has it
            cwd=root,
            capture_output=True,
            timeout=_PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as problem:
        hint = "install git, or try again"
        raise HearthbookError(f"git did not answer: {problem}", where=str(root), hint=hint) from None
