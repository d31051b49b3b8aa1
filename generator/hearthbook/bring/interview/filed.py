"""Answers in a file: written down, and read with every slip told at once."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from hearthbook.bring.draft import made_from
from hearthbook.bring.emit import text_of
from hearthbook.ingest.events import read_tree
from hearthbook.ingest.reader import error
from hearthbook.ingest.tree import Listing, Mapping, Scalar

if TYPE_CHECKING:
    from hearthbook.bring.interview.session import Session
    from hearthbook.ingest.tree import Entry, Node
    from hearthbook.model.findings import Finding

CODE = "HB009"
"""A slip in a file of answers is one of form."""


def answers_text(session: Session) -> str:
    """The answers as a file that `with_answers` reads."""
    return text_of(made_from(dict(session.answers), head=("Answers for `hearthbook new`.",)))


def with_answers(session: Session, text: str, name: str) -> tuple[Session, tuple[Finding, ...]]:
    """The interview with the answers of a file (YAML or JSON) besides its own, and all slips in it.

    An answer that has been given otherwise counts, not that of the file.
    """
    tree, findings = read_tree(text, name)
    if not isinstance(tree, Mapping):
        return session, tuple(findings)
    given = dict(session.answers)
    for entry in _in_order(session, Mapping(tuple(map(_named, tree.entries)), tree.mark)):
        problem = _unknown(session, entry) if not _known(session, entry) else None
        answer = "" if problem else _answer(entry.value)
        if not problem and answer:
            session, problem = _taken(session, entry, answer)
        findings += [problem] if problem else []
    for key, answer in given.items():
        session = session.with_answer(key, answer)
    return session, tuple(findings)


def _named(entry: Entry) -> Entry:
    """The entry by the id of its question; as an option it has hyphens, and the first another name."""
    key = entry.key.replace("-", "_")
    return entry._replace(key="way" if key == "blueprint" else key)


def _in_order(session: Session, tree: Mapping) -> list[Entry]:
    """The entries as they would be asked for, because one answer may depend on another."""
    ranks = {each.id: rank for rank, each in enumerate(session.script.questions)}
    return sorted(tree.entries, key=lambda entry: ranks.get(entry.key, -1))


def _known(session: Session, entry: Entry) -> bool:
    return any(each.id == entry.key for each in session.script.questions)


def _unknown(session: Session, entry: Entry) -> Finding:
    near = get_close_matches(entry.key, [each.id for each in session.script.questions], n=1)
    known = ", ".join(each.id for each in session.script.questions)
    hint = f"did you mean `{near[0]}`?" if near else f"the questions are {known}"
    return error(CODE, entry.mark.place(), f"there is no question `{entry.key}`", hint)


def _answer(node: Node) -> str:
    """An answer as it would have been typed; empty where it was left out."""
    if isinstance(node, Listing):
        return "; ".join(filter(None, map(_answer, node.items)))
    if isinstance(node, Mapping):
        return "; ".join(filter(None, (_answer(entry.value) for entry in node.entries)))
    return "" if isinstance(node, Scalar) and node.is_null else " ".join(node.text.split())


def _taken(session: Session, entry: Entry, answer: str) -> tuple[Session, Finding | None]:
    reply = session.reply(session.script.question(entry.key), answer)
    if not reply.problem:
        return session.with_answer(entry.key, answer), None
    fact, _, hint = reply.problem.partition("; ")
    return session, error(CODE, entry.value.mark.place(), fact, hint)
