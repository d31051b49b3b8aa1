"""How a line about a time is read: the choices, the questions that lead to them, or a refusal."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


class Unreadable(Exception):  # noqa: N818 - it ends the reading of a line, and is no error
    """Carries the reason why a line is refused; never leaves the reader."""

    def __init__(self, reason: str, *unread: str) -> None:
        """Keep the reason, and the words that nobody could read."""
        super().__init__(reason)
        self.reason = reason
        self.unread = unread


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One way to settle a question."""

    says: str
    """The answer in a few words: `every two weeks`."""
    keys: Mapping[str, Any]
    """What it adds to the keys of a `When`."""
    missing: tuple[str, ...] = ()
    """What is still to be said where this is the answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Something in a line that can mean more than one thing."""

    about: str
    """The words in question, as they were written."""
    asks: str
    """The question, for a person."""
    answers: tuple[Answer, ...]
    """The ways to settle it, the likeliest first; one where there is nothing to choose, only to confirm."""

    @property
    def key(self) -> str:
        """Tells it from other questions; the same words may ask different things of two meetings."""
        return f"{self.about} {self.answers}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """One meeting as read: the keys of a `When`."""

    keys: Mapping[str, Any]
    """`every`, `day`, `alternate`, `at`, `zone`, `from` and the others, with values as in YAML."""
    name: str = ""
    """What the line calls this meeting, where it names several."""
    missing: tuple[str, ...] = ()
    """What somebody has still to say, such as the first day of a fortnight."""
    notes: tuple[str, ...] = ()
    """Words of the line that belong to it and fit no key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One whole way to read a line."""

    meetings: tuple[Meeting, ...]
    """The meetings of the line, mostly one."""
    answers: tuple[tuple[str, str], ...] = ()
    """The words in question, each with what they are taken for."""

    @property
    def keys(self) -> Mapping[str, Any]:
        """The keys of the first meeting."""
        return self.meetings[0].keys


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a line says, as far as anybody can be sure of it."""

    text: str
    """The line."""
    choices: tuple[Choice, ...] = ()
    """The ways to read it, the likeliest first; none where it is refused."""
    questions: tuple[Question, ...] = ()
    """What has more than one meaning."""
    remarks: tuple[str, ...] = ()
    """What was taken for granted, and what looks odd."""
    refusal: str | None = None
    """Why it is refused, as a person would say it."""
    unread: tuple[str, ...] = ()
    """The words that were left over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A meeting whose questions are still open."""

    keys: Mapping[str, Any] = field(default_factory=dict)
    """What is sure."""
    questions: tuple[Question, ...] = ()
    """What is not."""
    slots: tuple[Draft, ...] = ()
    """Where the meeting takes turns: its times."""
    name: str = ""
    """What the line calls it."""
    remarks: tuple[str, ...] = ()
    """What was taken for granted."""

    def asked(self) -> tuple[Question, ...]:
        """Its questions and those of its slots, each once."""
        every = (*self.questions, *(question for slot in self.slots for question in slot.asked()))
        return tuple({question.key: question for question in every}.values())
