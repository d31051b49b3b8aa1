"""What the loader accepts the schema accepts, and broken files are refused by both."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft7Validator
from ruamel.yaml import YAML

from hearthbook.export.schema import schema
from hearthbook.ingest.archive import load_archive
from hearthbook.ingest.events import read_tree
from hearthbook.ingest.expand import Expander
from hearthbook.ingest.tree import Mapping, to_data
from hearthbook.model.archive import Defaults
from hearthbook.model.base import Item
from tests.ingest.test_short_forms import SAME
from tests.model.test_community import SECTIONS

if TYPE_CHECKING:
    from pathlib import Path

    from hearthbook.export.schema import Kind
    from hearthbook.model.base import Section
    from tests.export.conftest import Plain, Validators

MADE = schema("community")
START = "name: Oak\npromise:\n  for: people\n  outcome: mend things\n"
ACCEPTED = {
    **{f"{name}, short": short for name, (short, _) in SAME.items()},
    **{f"{name}, long": long for name, (_, long) in SAME.items()},
    "extends": "extends: _base",
    "schema": "$schema: .schema/community.json",
    "empty": "tagline:\nsize:\nnorms:\nchannels:\nglossary:",
    "nothing": "tags: []\nnorms: []\nchannels: {}\npeople: {}",
    "dates": "status: {state: active, since: 2026-01-02}\nsize: {members: 3, as_of: '2026-01-02'}",
    "rhythm": "rituals: [{name: A, when: {every: 2 weeks, day: [Monday, friday], at: 17:00, zone: UTC}}]",
    "turns": "rituals: [{name: A, when: {every: week, from: 2026-09-07, alternate: [Monday, Friday]}}]",
    "turns by month": "rituals: [{name: A, when: {every: month, from: 2026-09-15, alternate: [15, 16]}}]",
    "turns in words": "rituals: [{name: A, when: {every: week, from: 2026-09-07, alternate: "
    "[Monday at 13:00 UTC, {day: Friday, at: '13:00'}]}}]",
    "otherwise": "rituals: [{name: A, when: {every: week, day: Monday, moved: {2026-09-07: 2026-09-08}}}]",
    "besides": "rituals: [{name: A, when: {also: 2026-12-10, except: 2026-12-22, every: week, day: Monday}}]",
    "rule": "rituals: [{name: A, when: {rrule: 'freq=weekly;byday=tu', from: 2026-09-01}}]",
    "given up": "rituals: [{name: A, retired: 2026-06-30, remind: 30}]",
    "month": "rituals: [{name: A, when: {every: month, day: [15, third Wednesday], except: [2026-01-02]}}]",
    "numbers": "expected: {hours_a_week: 1.5}\nlaunch: {invited: 14}",
    "results": "metrics: [{name: A, results: [{date: 2026-01-02, value: 9, of: 12}]}]",
    "ids": "norms: [{id: süß-2, statement: A}]\npeople: {mira: {handle: '@m'}, Zoë: '@z'}",
    "words": "synonyms: {feedback: [critique], help: advice}\nglossary: {stand-by: Somebody}",
    "addresses": "join: {url: 'HTTPS://example.org'}\nconduct: {contacts: ['A, +49 123', 'B, at the desk']}",
    "color": 'color: "#Abc"\nlanguage: pt-BR\nvisibility: unlisted',
}
BROKEN = {
    "unknown key": "tagine: x",
    "unknown key below": "norms: [{statment: x}]",
    "unknown key in a keyed list": "channels: {help: {purpos: x}}",
    "number for text": "tagline: 2026",
    "list for text": "tagline: [a]",
    "text for list": "norms: Be kind",
    "text for number": "size: many",
    "fraction": "size: 3.5",
    "negative": "size: -1",
    "word for a switch": "conduct: {contacts: [{who: A, independent: yes}]}",
    "choice": "visibility: hidden",
    "choice below": "mixing: {how: alone}",
    "choice in a short form": "status: open",
    "date": "status: {state: active, since: 3.4.2026}",
    "time": "rituals: [{name: A, when: {at: 9:5}}]",
    "zone": "rituals: [{name: A, when: {zone: europe/berlin}}]",
    "rhythm": "rituals: [{name: A, when: {every: biweekly}}]",
    "day": "rituals: [{name: A, when: {day: Tues}}]",
    "turn": "rituals: [{name: A, when: {every: week, from: 2026-09-07, alternate: [Monday, [Friday]]}}]",
    "moved": "rituals: [{name: A, when: {every: week, day: Monday, moved: [2026-09-07]}}]",
    "besides": "rituals: [{name: A, when: {also: soon}}]",
    "reminder": "rituals: [{name: A, remind: 0}]",
    "given up": "rituals: [{name: A, retired: {why: b}}]",
    "address": "join: {url: 'javascript:alert(1)'}",
    "contact": "conduct: {contacts: [{who: A, reach: 'javascript:alert(1)'}]}",
    "colour": "color: green",
    "language": "language: a_b",
    "parent": "extends: Not A Slug",
    "lineage": "lineage: {split_from: Not A Slug}",
    "id": "norms: [{id: a b, statement: c}]",
    "missing": "norms: [{why: x}]",
    "empty text": "tagline: ''",
    "long name": f"tagline: {'x' * 501}",
    "null entry": "tags: [~]",
    "remove false": "norms: [{id: a, statement: b, remove: false}]",
}
LESS = {
    "no name": "promise: {for: a, outcome: b}",
    "no promise": "name: Oak",
    "no outcome": "name: Oak\npromise: {for: a}",
    "nobody": "name: Oak\npromise: {for: [], outcome: b}",
    "long name": f"name: {'x' * 301}\npromise: {{for: a, outcome: b}}",
    "list": "- name: Oak",
}


def _clean(root: Path, text: str) -> bool:
    folder = root / "communities"
    folder.mkdir(exist_ok=True)
    (folder / "_base.yml").write_text("tags: [a]\n", encoding="utf-8")
    (folder / "oak.yml").write_text(text, encoding="utf-8")
    return load_archive(root, Defaults(zone="UTC")).findings == ()


@pytest.mark.parametrize("lines", ACCEPTED.values(), ids=ACCEPTED)
def test_both_accept_a_sound_file(tmp_path: Path, plain: Plain, validators: Validators, lines: str) -> None:
    text = f"{START}{lines}\n"
    assert [error.message for error in validators["community"].iter_errors(plain(text))] == []
    assert _clean(tmp_path, text)


@pytest.mark.parametrize("lines", BROKEN.values(), ids=BROKEN)
def test_both_refuse_a_broken_line(tmp_path: Path, plain: Plain, validators: Validators, lines: str) -> None:
    text = f"{START}{lines}\n"
    assert not validators["community"].is_valid(plain(text))
    assert not _clean(tmp_path, text)


@pytest.mark.parametrize("text", LESS.values(), ids=LESS)
def test_both_refuse_a_file_that_says_too_little(
    tmp_path: Path, plain: Plain, validators: Validators, text: str
) -> None:
    assert not validators["community"].is_valid(plain(text + "\n"))
    assert not _clean(tmp_path, text + "\n")


def test_a_base_file_may_say_less(plain: Plain, validators: Validators) -> None:
    assert validators["base"].is_valid(plain("norms: [{id: kind, why: It helps}]\n"))


def test_an_entry_of_the_parent_can_be_taken_away(plain: Plain, validators: Validators) -> None:
    text = "extends: _base\nname: Oak\nnorms: [{id: kind, remove: true}]\nchannels: {help: {remove: true}}\n"
    assert validators["community"].is_valid(plain(text))


def test_the_communities_of_this_archive_follow_the_schema(
    project_root: Path, plain: Plain, validators: Validators
) -> None:
    for path in sorted((project_root / "communities").glob("*.yml")):
        kind: Kind = "base" if path.stem.startswith("_") else "community"
        errors = validators[kind].iter_errors(plain(path.read_text(encoding="utf-8")))
        assert [f"{path.name}: {error.message}" for error in errors] == []


EXAMPLES = [
    (model, info.alias or name, example)
    for model in SECTIONS
    for name, info in model.model_fields.items()
    for example in info.examples or []
]

BESIDES = {
    "alternate": {"every": "week", "from": "2026-09-07"},
    "rrule": {"from": "2026-09-01"},
}
"""Key -> what it cannot do without."""


def _around(model: type[Section], key: str, example: object) -> dict[str, Any]:
    """A section with the example in it, and the examples of what it must have besides."""
    needed = {
        info.alias or name: (info.examples or [None])[0]
        for name, info in model.model_fields.items()
        if info.is_required()
    }
    return {**needed, **BESIDES.get(key, {}), key: example}


@pytest.mark.parametrize(
    ("model", "key", "example"), EXAMPLES, ids=[f"{m.__name__}.{k}" for m, k, _ in EXAMPLES]
)
def test_both_accept_the_examples_that_the_schema_shows(
    model: type[Section], key: str, example: object
) -> None:
    data = _around(model, key, example)
    stream = StringIO()
    YAML(typ="safe", pure=True).dump(data, stream)
    tree, findings = read_tree(stream.getvalue(), "f")
    assert findings == []
    assert isinstance(tree, Mapping)
    expander = Expander()
    model.model_validate(to_data(expander.community(tree, model)))
    assert expander.findings == []
    there = MADE if model.__name__ == "Community" else {**MADE["definitions"][model.__name__]}
    Draft7Validator({**there, "definitions": MADE["definitions"]}).validate(data)


def test_an_id_is_optional_in_every_list() -> None:
    definitions = MADE["definitions"]
    for model in SECTIONS:
        if issubclass(model, Item):
            assert "id" not in definitions[model.__name__].get("required", [])
