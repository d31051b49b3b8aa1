"""What is pasted elsewhere, word by word; one file holds all texts of a kind."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from hearthbook.export.posts.platforms import discord, discourse
from hearthbook.publish.posting import MESSAGES, Posting, Text, posting
from tests.render import support

HERE = Path(__file__).parent / "golden"
RULE = "=" * 8
KINDS = (*MESSAGES, "github", "discord-json", "discourse-json", "card.md", "card.txt", "card.html")
CASES = [
    *(("hard-talks", kind) for kind in KINDS),
    *((slug, kind) for slug in ("ruhige-morgen", "ibra-wa-hikaya") for kind in ("text", "discord", "github")),
]


@pytest.fixture(scope="module")
def postings() -> dict[str, Posting]:
    """The communities, each read once."""
    return {slug: posting(support.ROOT, slug) for slug in sorted({slug for slug, _ in CASES})}


def shown(whole: Posting, kind: str) -> str:
    """All texts of a kind, one after the other."""
    if kind.startswith("card"):
        return whole.card(kind.removeprefix("card"))
    if kind.endswith("-json"):
        make = discord if kind == "discord-json" else discourse
        data, notes = make(whole.community, str)
        return json.dumps(data, indent=1, ensure_ascii=False) + "\n" + "".join(f"{note}\n" for note in notes)
    texts = whole.health() if kind == "github" else whole.messages(kind)
    return "".join(f"{RULE} {text.name}\n{_notes(text)}{text.content}" for text in texts)


def _notes(text: Text) -> str:
    return "".join(f"({note})\n" for note in text.notes)


@pytest.mark.parametrize(("slug", "kind"), CASES)
def test_a_text_for_another_place_is_golden(slug: str, kind: str, postings: dict[str, Posting]) -> None:
    made, known = shown(postings[slug], kind).replace("\r\n", "\n"), HERE / f"{slug}.{kind}.golden"
    if os.environ.get("HEARTHBOOK_BLESS") == "1":
        known.write_text(made, encoding="utf-8")
    assert made == known.read_text(encoding="utf-8")
