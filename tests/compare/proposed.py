"""A small archive in a repository, and changes that somebody proposes to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from hearthbook.compare.asked import Approval, Asked
from hearthbook.publish.reviewing import Asking, review
from tests.repository import git

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from hearthbook.compare.verdicts import Judged

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
OPENED = datetime(2026, 11, 1, 10, 0, tzinfo=UTC)
SETTINGS = """\
site_name: Town
docs_dir: content
theme: {name: material}
plugins:
  - hearthbook:
      review:
        maintainers: ["@mo", "@max"]
"""
OAK = """\
name: Oak
founders: [ada]
promise: {for: [beginners], outcome: carve a spoon}
norms:
  - {id: ask, statement: We ask before we advise.}
conduct:
  contacts:
    - {who: noor, reach: noor@example.org}
    - {who: kim, reach: kim@example.org}
rituals:
  - {id: evening, name: Our evening, host: jonas, when: "every Tuesday at 17:00"}
channels:
  - {id: help, name: help, purpose: Ask here}
people:
  ada: {handle: "@ada"}
  noor: {handle: "@Noor"}
  kim: {handle: "@kim"}
  jonas: {handle: "@jonas"}
  wren: {handle: Wren}
review: {owner: wren}
"""
FILES = {"mkdocs.yml": SETTINGS, "communities/oak.yml": OAK, "content/index.md": "# Town\n"}


@dataclass(frozen=True)
class Repository:
    """An archive with a branch `main`, and a branch `idea` that starts there."""

    root: Path

    def write(self, files: Mapping[str, str | None]) -> None:
        """Puts files there, and takes those away that are None."""
        for name, text in files.items():
            path = self.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if text is None:
                path.unlink()
            else:
                path.write_text(text, encoding="utf-8")

    def commit(self, files: Mapping[str, str | None], branch: str = "idea") -> str:
        """A commit with some files on a branch; its full name."""
        git(self.root, "checkout", "-q", branch)
        self.write(files)
        git(self.root, "add", "-A")
        git(self.root, "commit", "-q", "--allow-empty", "-m", "change")
        return git(self.root, "rev-parse", "HEAD")

    def oak(self, old: str, new: str) -> str:
        """A commit on `idea` with other words in the file of Oak."""
        text = (self.root / "communities" / "oak.yml").read_text(encoding="utf-8")
        assert old in text
        return self.commit({"communities/oak.yml": text.replace(old, new)})

    def asked(
        self,
        *approvals: str | Approval,
        author: str = "@sam",
        opened: datetime | None = OPENED,
        teams: Mapping[str, tuple[str, ...]] | None = None,
    ) -> tuple[Judged, ...]:
        """What `main..idea` needs, when this is known of it."""
        given = tuple(Approval(by=each) if isinstance(each, str) else each for each in approvals)
        asked = Asked(author=author, opened=opened, approvals=given)
        asking = Asking(base="main", head="idea", asked=asked, now=NOW, teams=teams or {})
        return review(self.root, asking).judged


def repository(root: Path, files: Mapping[str, str] | None = None) -> Repository:
    """The archive, committed, with the branch `idea` at the same commit."""
    made = Repository(root)
    git(root, "init", "-q", "-b", "main")
    made.write(FILES | dict(files or {}))
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "start")
    git(root, "branch", "idea")
    return made


def told(judged: tuple[Judged, ...]) -> list[tuple[str, str, str]]:
    """Each need in three words: what it is for, its class, and how far it is met."""
    return [(one.need.about, one.need.kind, one.state) for one in judged]
