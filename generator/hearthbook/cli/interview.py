"""The interview in a terminal: plain lines without colours or a cursor, for any terminal and any reader."""

from __future__ import annotations

import shutil
import textwrap
from typing import TYPE_CHECKING, Final

import click

from hearthbook.bring.blueprints import blueprints
from hearthbook.bring.draft import plain
from hearthbook.bring.interview.helped import described

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from hearthbook.bring.interview.questions import Question
    from hearthbook.bring.interview.session import Session

    Keep = Callable[[Session], None]

WIDTH: Final = 78
"""Columns at most; a narrower terminal gets shorter lines."""
BACK: Final = "<"
QUIT: Final = ("quit", "exit", ":q")
MORE: Final = "?"
ERASE: Final = "-"
_YES: Final = ("y", "yes", "j", "ja")
_NO: Final = ("n", "no", "nein")
_NARROW: Final = 40


class Left(Exception):  # noqa: N818 - leaving is no error
    """Somebody would like to go on another time."""

    def __init__(self, session: Session) -> None:
        """Hold the answers so far."""
        super().__init__()
        self.session = session


def interview(session: Session, keep: Keep, zone: str, given: frozenset[str] = frozenset()) -> Session:
    """The interview with all that was answered; each answer is kept at once.

    `zone` is that of the machine, empty where it is not known; `given` are the questions
    that need not be asked. Raises Left where somebody leaves.
    """
    frame = session.script.frame
    answered = len(session.answers.keys() - given)
    say(frame["resume"].format(count=answered) if answered else frame["begin"].format(count=_length(session)))
    place = _onward(session, _first_open(session, given), given)
    while place < len(session.asked()):
        question = session.asked()[place]
        try:
            session, step = _Asking(session, question, zone).ask(place)
        except click.Abort as end:
            click.echo()
            raise Left(session) from end
        keep(session)
        place = _onward(session, place + 1, given) if step > 0 else max(0, place + step)
    return session


def _length(session: Session) -> int:
    return len(session.script.questions)


def _first_open(session: Session, given: frozenset[str]) -> int:
    """The first question after the last one that was answered, or an earlier one that is needed."""
    asked, answered = session.asked(), session.answers.keys()
    known = [place for place, each in enumerate(asked) if each.id in answered - given]
    after = max(known, default=-1) + 1
    lacking = (place for place, each in enumerate(asked[:after]) if each.needed and each.id not in answered)
    return next(lacking, after)


def _onward(session: Session, place: int, given: frozenset[str]) -> int:
    """The next place, from this one on, at which something is to be asked."""
    asked = session.asked()
    while place < len(asked) and asked[place].id in given & session.answers.keys():
        place += 1
    return place


def say(text: str, indent: str = "") -> None:
    """Writes a paragraph in short lines."""
    width = max(_NARROW, min(WIDTH, shutil.get_terminal_size().columns - 1))
    filled = textwrap.fill(
        text,
        width,
        initial_indent=indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
    click.echo(filled)


def read_line() -> str:
    """What somebody types; raises click.Abort at the end of the input."""
    line: str = click.prompt("", prompt_suffix="> ", default="", show_default=False, type=str)
    return line.strip()


def agreed(frame: Mapping[str, str], text: str, *, otherwise: bool) -> bool:
    """Whether somebody says yes to a question; Enter says what `otherwise` does, to break off says no."""
    yes, no = frame["yes"], frame["no"]
    say(f"{text} [{yes.upper() if otherwise else yes}/{no if otherwise else no.upper()}]")
    while True:
        try:
            line = read_line().casefold()
        except click.Abort:
            click.echo()
            return False
        if not line:
            return otherwise
        if line in _YES or line in _NO:
            return line in _YES
        say(frame["yes_or_no"])


class _Asking:
    """One question, until it is answered, skipped or left."""

    def __init__(self, session: Session, question: Question, zone: str) -> None:
        self._session = session
        self._question = question
        self._frame = session.script.frame
        # what Enter takes where nothing has been said yet
        self._offer = zone if question.kind == "zone" else ""

    def ask(self, place: int) -> tuple[Session, int]:
        """The interview after it, and how many questions to go on."""
        self._show(place)
        while True:
            line = read_line()
            if line.lower() in QUIT:
                raise Left(self._session)
            if line == MORE:
                self._more()
            elif line == BACK and place == 0:
                say(self._frame["first"])
            elif line == BACK:
                return self._session, -1
            elif line == ERASE:
                self._session = self._session.with_answer(self._question.id, "")
                return self._session, 1 if not self._question.needed else 0
            elif self._settled(line):
                return self._session, 1

    def _show(self, place: int) -> None:
        question, frame = self._question, self._frame
        click.echo()
        click.echo(frame["number"].format(n=place + 1, count=_length(self._session)))
        say(question.ask)
        say(question.why, "  ")
        for number, text in enumerate(self._listed(), 1):
            say(f"{number}  {text}", "  ")
        if question.kind == "way":
            say(f"0  {frame['none']}", "  ")
        say(frame["example"].format(text=question.example), "  ")
        if there := self._session.answers.get(question.id):
            say(frame["now"].format(text=there), "  ")
        elif self._offer:
            say(frame["takes"].format(text=self._offer), "  ")

    def _listed(self) -> list[str]:
        """What there is to choose from."""
        if self._question.kind == "way":
            found = blueprints(self._session.language)
            return [f"{each.title} ({each.name}): {_first_sentence(each.summary)}" for each in found]
        if self._question.kind == "norms":
            norms = plain(self._session.with_answer("norms", "").draft()).get("norms", [])
            return [_statement(norm) for norm in norms]
        return [f"{value}: {text}" for value, text in self._question.choices.items()]

    def _more(self) -> None:
        question = self._question
        if question.kind == "way":
            for each in blueprints(self._session.language):
                say(f"{each.title}: {each.summary}", "  ")
        if found := described(question):
            say(self._frame["becomes"].format(key=found[0], text=found[1]), "  ")
        if question.skip:
            say(f"Enter: {question.skip}", "  ")
        say(self._frame["more"], "  ")

    def _settled(self, line: str) -> bool:
        """Whether a line was taken, or was empty and may be."""
        if not line:
            return self._left_empty()
        reply = self._session.reply(self._question, line)
        if reply.problem:
            say(self._frame["again"].format(text=reply.problem))
            return False
        self._session = self._session.with_answer(self._question.id, line)
        if not reply.thoughts:
            return True
        for thought in reply.thoughts:
            say(self._frame["hint"].format(text=thought))
        # the next Enter keeps what was written
        say(self._frame["keep"])
        return False

    def _left_empty(self) -> bool:
        if self._session.answers.get(self._question.id):
            return True
        if self._offer:
            return self._settled(self._offer)
        if self._question.needed:
            say(self._frame["needed"])
            return False
        if self._question.skip:
            say(self._frame["skipped"].format(text=self._question.skip))
        return True


def _statement(norm: object) -> str:
    said = (norm.get("statement") or norm.get("name")) if isinstance(norm, dict) else norm
    return str(said)


def _first_sentence(text: str) -> str:
    return text.partition(". ")[0].rstrip(".") + "."
