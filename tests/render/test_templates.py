"""The theme's templates and words fit each other, and no template gets round the neutralising."""

from __future__ import annotations

import re
from fnmatch import fnmatchcase
from functools import cache
from typing import TYPE_CHECKING, Final, get_args

import pytest
from jinja2 import nodes

from hearthbook.model.belonging import Channel, Norm, Step
from hearthbook.model.conduct import Conduct
from hearthbook.model.identity import Lineage, Status
from hearthbook.model.pages import Basis
from hearthbook.model.promise import Join
from hearthbook.model.rhythm import Mixing
from hearthbook.model.worth import Answer, Feedback, Membership, Metric
from hearthbook.render.environment import page_environment
from hearthbook.render.posts import KINDS
from tests.render import support
from tests.render.word_keys import asked_by_program, asked_by_template

if TYPE_CHECKING:
    from pathlib import Path

    from pydantic import BaseModel

THEME: Final = support.theme()
WORDS: Final = THEME.words("en")
ENVIRONMENT: Final = page_environment(THEME.folder / "pages", WORDS.show)
TEMPLATES: Final = sorted((THEME.folder / "pages").iterdir())
PROGRAM: Final = [
    path
    for part in ("calendar", "render", "publish")
    for path in sorted((support.ROOT / "generator/hearthbook" / part).rglob("*.py"))
]
# What the model lets a founder choose, and the words for each choice.
CHOICES: Final[tuple[tuple[str, type[BaseModel], str], ...]] = (
    ("status.{}", Status, "state"),
    ("hub.status.{}", Status, "state"),
    ("join.{}", Join, "how"),
    ("join.link.{}", Join, "how"),
    ("start.moment.{}", Step, "when"),
    ("norms.kind.{}", Norm, "kind"),
    ("channels.serves.{}", Channel, "serves"),
    ("rituals.mixing_how.{}", Mixing, "how"),
    ("money.model.{}", Membership, "model"),
    ("measures.kind.{}", Metric, "kind"),
    ("changes.status.{}", Feedback, "status"),
    ("faq.moment.{}", Answer, "moment"),
    ("growth.by.{}", Lineage, "by"),
    ("join.then.{}", Join, "how"),
    ("conduct.declined.{}", Conduct, "without"),
    ("conduct.instead.{}", Conduct, "without"),
)


@cache
def _asked() -> frozenset[str]:
    templates = (asked_by_template(ENVIRONMENT, path) for path in TEMPLATES)
    asked = frozenset().union(*templates, *map(asked_by_program, PROGRAM))
    # An ending that may be empty is only joined on where it is not.
    return frozenset(key for key in asked if not key.endswith(("_", ".")))


def test_every_word_that_is_asked_for_is_there() -> None:
    missing = {key for key in _asked() if not any(fnmatchcase(word, key) for word in WORDS.leaves)}
    assert sorted(missing) == []


def test_every_word_that_is_there_is_asked_for() -> None:
    # those of scripts are looked for in tests/publish/test_scripts.py
    words = (word for word in WORDS.leaves if not word.startswith("script."))
    unused = {word for word in words if not any(fnmatchcase(word, key) for key in _asked())}
    assert sorted(unused) == []


@pytest.mark.parametrize(("pattern", "section", "field"), CHOICES)
def test_every_choice_of_a_founder_has_its_words(pattern: str, section: type[BaseModel], field: str) -> None:
    annotation = section.model_fields[field].annotation
    literals = [each for each in (annotation, *get_args(annotation)) if getattr(each, "__args__", None)]
    choices = [choice for each in literals for choice in get_args(each) if isinstance(choice, str)]
    assert choices
    assert [choice for choice in choices if not WORDS.has(pattern.format(choice))] == []


@pytest.mark.parametrize("basis", get_args(Basis))
def test_every_basis_of_a_claim_has_its_words(basis: str) -> None:
    assert WORDS.has(f"claim.basis.{basis}")


def _printed(node: nodes.Node) -> list[nodes.Node]:
    """What an expression prints, through conditions."""
    if isinstance(node, nodes.CondExpr):
        return [*_printed(node.expr1), *(_printed(node.expr2) if node.expr2 else [])]
    return [node]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_template_prints_texts_joined_by_hand(path: Path) -> None:
    tree = ENVIRONMENT.parse(path.read_text(encoding="utf-8"))
    printed = [
        one for output in tree.find_all(nodes.Output) for child in output.nodes for one in _printed(child)
    ]
    assert [node.lineno for node in printed if isinstance(node, nodes.Concat | nodes.Add | nodes.Mod)] == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_template_turns_the_neutralising_off(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"autoescape|Markup|__\w+__|\|\s*(?:safe|join|replace|format|e)\b", text)
    assert ENVIRONMENT.get_template(path.name)


def test_every_template_is_a_page_or_a_part_of_one() -> None:
    parts = {path.name for path in TEMPLATES if path.name.startswith("_")}
    text = "".join(path.read_text(encoding="utf-8") for path in TEMPLATES)
    unused = {name for name in parts if f'"{name}"' not in text}
    assert unused == {f"_post-{kind}.md.jinja" for kind in KINDS}
