"""Answers that are kept while somebody thinks: in the archive, and out of git."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Final

from hearthbook.bring.interview.filed import answers_text, with_answers
from hearthbook.ingest.reader import read_text
from hearthbook.model.findings import Finding

if TYPE_CHECKING:
    from pathlib import Path

    from hearthbook.bring.interview.session import Session

_UNNAMED: Final = "_unnamed"
"""Stands for a community whose address is not chosen yet; it can be no slug."""


class Remembered:
    """The answers about one community that has no file yet."""

    def __init__(self, root: Path, slug: str | None) -> None:
        """Of a community in a project, or of the one without an address."""
        self._folder = root / ".hearthbook" / "interview"
        self._path = self._folder / f"{slug or _UNNAMED}.yml"

    def keep(self, session: Session) -> None:
        """Writes the answers down; where there are none, none are kept."""
        if not session.answers:
            self.forget()
            return
        self._folder.mkdir(parents=True, exist_ok=True)
        ignored = self._folder.parent / ".gitignore"
        if not ignored.exists():
            ignored.write_text("*\n", encoding="utf-8")
        self._path.write_text(answers_text(session), encoding="utf-8", newline="\n")

    def resumed(self, session: Session) -> Session:
        """The interview with what was answered the last time."""
        if not self._path.is_file():
            return session
        text = read_text(self._path, self._path.name)
        if isinstance(text, Finding):
            return session
        # what no longer fits is asked again
        return with_answers(session, text, self._path.name)[0]

    def forget(self) -> None:
        """Takes the answers away."""
        with suppress(OSError):
            self._path.unlink(missing_ok=True)
