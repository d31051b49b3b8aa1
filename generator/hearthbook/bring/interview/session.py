"""An interview as a value: the answers so far, what may be asked next, and the file they make."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from hearthbook.bring.blueprints import blueprint
from hearthbook.bring.draft import Draft, made_from, plain, with_value
from hearthbook.bring.emit import text_of
from hearthbook.bring.interview.answers import Unclear, changed, changes, choice, way, without_zone
from hearthbook.bring.interview.questions import script
from hearthbook.bring.judged import judged
from hearthbook.bring.thoughts import thoughts
from hearthbook.lint.rules.hb910_no_help_in_the_editor import MODELINE
from hearthbook.model.archive import Defaults
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from hearthbook.bring.interview.questions import Question, Script
    from hearthbook.bring.judged import Judged
    from hearthbook.model.findings import Finding

_THOUGHTS: Final = 2
"""How many thoughts one answer gets at most; more would be a lecture."""
_PLACES: Final[Mapping[str, str]] = {
    "contact": "/conduct/contacts",
    "second": "/conduct/contacts",
    "when": "/rituals",
    "zone": "/rituals",
    "norms": "/norms",
    "platform": "/channels",
}
"""Question -> what its answer is about, where it has no pointer of its own."""
_ASKED_NEXT: Final = frozenset({"HB017", "HB201", "HB202", "HB418", "HB505"})
"""What the next question is about anyway, or what is true of every zone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What is said to an answer."""

    problem: str = ""
    """Why it cannot be taken, with the remedy."""
    thoughts: tuple[str, ...] = ()
    """What an adviser would say to it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """An interview."""

    language: str
    """Of the questions, and of the file."""
    slug: str = "new-group"
    """The address that it would have."""
    answers: Mapping[str, str] = field(default_factory=dict)
    """Question -> what was typed; a question that was skipped is not in it."""
    defaults: Defaults = field(default_factory=Defaults)
    """The archive's own."""
    today: date | None = None
    """The reader's day; with it, times may be said in other words than those of a file."""
    slugs: frozenset[str] = frozenset()
    """The communities that are there already."""

    @property
    def script(self) -> Script:
        """The questions with the words around them."""
        return script(self.language)

    def with_answer(self, name: str, answer: str) -> Session:
        """The interview with one more answer, or without it where it is empty."""
        others = {key: value for key, value in self.answers.items() if key != name}
        return replace(self, answers={**others, name: answer} if answer else others)

    def asked(self) -> tuple[Question, ...]:
        """The questions that make sense with these answers."""
        return tuple(question for question in self.script.questions if self._fits(question))

    def _fits(self, question: Question) -> bool:
        before = self._before(question)
        if question.kind == "zone":
            return not self.defaults.zone and bool(without_zone(before))
        if question.id == "second":
            return bool(self.answers.get("contact"))
        if question.kind in {"norms", "platform"}:
            return bool(plain(before).get("norms" if question.kind == "norms" else "channels"))
        return all(self._means(other, wanted) for other, wanted in question.only.items())

    def _means(self, other: str, wanted: str) -> bool:
        given = self.answers.get(other, "")
        try:
            return choice(self.script.question(other), given) == wanted
        except Unclear:
            return False

    def _before(self, question: Question) -> Draft:
        """The draft of all answers to earlier questions."""
        known = [each.id for each in self.script.questions]
        earlier = set(known[: known.index(question.id)])
        return self._made(earlier)

    def draft(self) -> Draft:
        """The file that the answers make, on the blueprint that was chosen."""
        return self._made({each.id for each in self.asked()})

    def _made(self, counted: set[str]) -> Draft:
        draft = self._beginning()
        own = bool({"for", "outcome"} & self.answers.keys())
        for question in self.script.questions:
            answer = self.answers.get(question.id, "") if question.id in counted else ""
            if answer and question.kind != "way":
                draft = self._answered(draft, question, answer)
            elif own and question.drop and not self.answers.get(question.id):
                draft = with_value(draft, question.pointer, None)
        return draft

    def _answered(self, draft: Draft, question: Question, answer: str) -> Draft:
        try:
            meeting = self.script.frame["meeting"]
            return changed(draft, changes(question, answer, draft, meeting, self.today))
        except Unclear:
            return draft

    def _beginning(self) -> Draft:
        try:
            name = way(self.answers.get("way", "0"))
        except Unclear:
            name = ""
        if name:
            return blueprint(name, self.language).draft
        example = {each.id: each.example for each in self.script.questions}
        promise = {"for": example["for"], "outcome": example["outcome"]}
        return made_from({"name": example["name"], "promise": promise})

    def text(self) -> str:
        """The file as it is written."""
        draft = self.draft()
        if not self.answers.get("name"):
            draft = with_value(draft, "/name", _titled(self.slug))
        default = (self.defaults.language or "en").partition("-")[0]
        written = plain(draft).get("language") or default
        if written != self.language or default != self.language:
            draft = with_value(draft, "/language", self.language)
        return text_of(replace(draft, head=preface(self.script)))

    def judged(self) -> Judged:
        """What is wrong with the file, and what would help."""
        return judged(self.text(), self.slug, self.defaults, slugs=self.slugs)

    def reply(self, question: Question, answer: str) -> Reply:
        """What is said to an answer before it is taken."""
        try:
            if question.kind == "way":
                way(answer)
            else:
                meeting = self.script.frame["meeting"]
                changes(question, answer, self._before(question), meeting, self.today)
        except Unclear as problem:
            return Reply(problem=problem.said(self.script.frame))
        before, after = self.with_answer(question.id, ""), self.with_answer(question.id, answer)
        old = _told(before.judged())
        fresh = [each for each in _told(after.judged()).items() if each[0] not in old]
        wrong = [each for _, each in fresh if each.severity is Severity.ERROR]
        if wrong:
            return Reply(problem=self._said(wrong[0]))
        place = question.pointer or _PLACES.get(question.id, "-")
        near = [each for _, each in fresh if _about(each, place)]
        return Reply(thoughts=tuple(map(self._said, near[:_THOUGHTS])))

    def _said(self, finding: Finding) -> str:
        """In the language in which is asked, or as it is with a word that it is in English."""
        english = f"{finding.message}; {finding.hint}" if finding.hint else finding.message
        own = thoughts(self.script.language).get(finding.code)
        return own or self.script.frame["english"].format(text=english)


def preface(spoken: Script) -> tuple[str, ...]:
    """The lines of the comment at the top of a new file."""
    return (MODELINE.removeprefix("# "), "", *spoken.frame["preface"].strip().split("\n"))


def _titled(slug: str) -> str:
    return " ".join(word.capitalize() for word in slug.split("-"))


def _told(result: Judged) -> dict[tuple[str, str, str], Finding]:
    """Everything that is said of a file, by what it says."""
    every = [*result.findings, *(one.finding for one in result.advice if not one.ignored)]
    return {(each.code, each.pointer, each.message): each for each in every}


def _about(finding: Finding, place: str) -> bool:
    there = finding.pointer
    return finding.code not in _ASKED_NEXT and (there == place or there.startswith(f"{place}/"))
