"""The files from which an archive and a community begin."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from hearthbook.bring.starter import (
    FIRST,
    community_text,
    name_from,
    new_archive,
    new_community,
    write_schemas,
)
from hearthbook.errors import HearthbookError
from hearthbook.export.schema import KINDS, schema_text
from hearthbook.ingest.archive import load_archive
from hearthbook.ingest.slugs import slug_problem

if TYPE_CHECKING:
    from pathlib import Path

# an example is a comment with one blank and a key, an entry, or a continuation; notes are sentences
_EXAMPLE = re.compile(r"^# (?=(?:\s*- |\s+\w|[a-z_]+:))")


def _switched_on(text: str) -> str:
    """The starter file with its switched-off examples switched on."""
    _, first, rest = text.partition("# Two people to tell")
    examples, later, _ = rest.partition("# ---- Later")
    assert later
    return text.partition(first)[0] + "\n".join(_EXAMPLE.sub("", line) for line in f"#{examples}".split("\n"))


def test_the_slug_of_the_first_community_is_free() -> None:
    assert slug_problem(FIRST) is None


@pytest.mark.parametrize(("slug", "name"), [("book-circle", "Book Circle"), ("a", "A"), ("2026", "2026")])
def test_a_name_is_made_from_a_slug(slug: str, name: str) -> None:
    assert name_from(slug) == name


def test_the_examples_in_the_starter_file_are_sound_when_they_are_switched_on(tmp_path: Path) -> None:
    text = _switched_on(community_text("oak"))
    (tmp_path / "communities").mkdir()
    (tmp_path / "communities" / "oak.yml").write_text(text, encoding="utf-8")
    archive = load_archive(tmp_path)
    assert [str(finding) for finding in archive.findings] == []
    community = archive.communities[0].community
    assert community.conduct
    assert community.onboarding
    assert len(community.channels) == 2
    assert [step.where for step in community.onboarding.steps] == ["hello", None]
    assert [ritual.where for ritual in community.rituals] == ["hello"]


def test_the_starter_file_has_no_braces_left_over() -> None:
    text = community_text("oak")
    assert "{{" not in text
    assert "}}" not in text
    assert "{name}" not in text


def test_schemas_are_written_once(tmp_path: Path) -> None:
    names = [f"communities/.schema/{kind}.json" for kind in KINDS]
    assert write_schemas(tmp_path) == names
    assert write_schemas(tmp_path) == []
    assert [(tmp_path / name).read_text(encoding="utf-8") for name in names] == [
        schema_text(k) for k in KINDS
    ]


def test_a_second_archive_over_the_first_keeps_everything(tmp_path: Path) -> None:
    first = new_archive(tmp_path)
    assert first.kept == ()
    again = new_archive(tmp_path)
    assert again.written == ()
    assert {*again.kept, "communities/first-circle.yml"} >= {n for n in first.written if ".schema" not in n}


def test_a_community_needs_an_archive(tmp_path: Path) -> None:
    with pytest.raises(HearthbookError, match="there is no folder communities/ here"):
        new_community(tmp_path, "oak")


def test_the_files_of_an_archive_end_their_lines_the_same_everywhere(tmp_path: Path) -> None:
    new_archive(tmp_path)
    assert not any(b"\r" in path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
