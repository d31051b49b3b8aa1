"""`hearthbook new`, whatever somebody types and however often they leave and come back."""

from __future__ import annotations

import tempfile
from pathlib import Path

from click.testing import CliRunner
from hypothesis import event, given, settings
from hypothesis import strategies as st

from hearthbook.bring.interview.filed import with_answers
from hearthbook.bring.interview.session import Session
from hearthbook.cli import main
from hearthbook.ingest.archive import load_archive
from hearthbook.publish.posting import posting

TYPED = st.one_of(
    st.sampled_from(["", "", "<", "<", "-", "?", "1", "0", "y", "n", "-1 + x", "50"]),
    st.sampled_from(["Ada, ada@example.org", "every Monday at 9:00", "Europe/Oslo", "x; y", "a: b #c", "'"]),
    st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=20),
)
"""What somebody may type at the prompt: signs, sensible answers, anything."""
WHOLE = ["2", "readers", "finish a page", "a month", "", "Oak", *[""] * 20]
"""What leads to a file, if nothing else is typed in between."""
MKDOCS = "site_name: Ours\ntheme: {name: material}\ndocs_dir: communities\nplugins: [hearthbook]\n"


@st.composite
def sittings(draw: st.DrawFn) -> list[list[str]]:
    """Up to three sittings: whole interviews with something else typed here and there, or cut off."""
    found = []
    for _ in range(draw(st.integers(1, 3))):
        lines = list(WHOLE)
        for place, line in draw(st.lists(st.tuples(st.integers(0, len(WHOLE)), TYPED), max_size=12)):
            lines.insert(place, line)
        found.append(lines[: draw(st.one_of(st.integers(0, 60), st.just(60)))])
    return found


@settings(max_examples=15)
@given(sittings(), st.sampled_from(["en", "de"]))
def test_each_sitting_ends_in_a_sound_file_or_keeps_every_answer(sat: list[list[str]], language: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "communities").mkdir()
        file, kept = root / "communities/oak.yml", root / ".hearthbook/interview/oak.yml"
        for lines in sat:
            command = ["new", "oak", "--questions", "--language", language, "--project", folder]
            result = CliRunner().invoke(main, command, input="".join(f"{line}\n" for line in lines))
            assert result.exit_code == 0, (result.output, result.exception)
            event("written" if file.exists() else "kept" if kept.exists() else "nothing")
            if file.exists():
                assert not kept.exists()
                assert not [each for each in load_archive(root).findings if each.severity.name == "ERROR"]
                (root / "mkdocs.yml").write_text(MKDOCS, encoding="utf-8")
                assert posting(root, "oak").messages("text")[0].content
                return
            if kept.exists():
                text = kept.read_text(encoding="utf-8")
                session, slips = with_answers(Session(language=language, slug="oak"), text, "oak.yml")
                assert not slips
                assert session.answers
