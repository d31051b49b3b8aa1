"""A community's texts for other places hold what its pages hold, and no more."""

from __future__ import annotations

from email import message_from_string
from email.policy import default
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from hearthbook.cli import main
from hearthbook.publish.posting import MESSAGES, Posting, posting

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

SETTINGS = """\
site_name: Ours
docs_dir: content
theme: {name: material}
plugins: [hearthbook]
"""
OAK = """\
name: "Oak\\nBcc: all@example.org"
promise:
  for: readers
  outcome: "read @everyone <!channel> *a* `book` [now](https://example.org/x)"
norms: ["Ask first, @here."]
channels: {help: Ask here, hall: Talk}
onboarding: {greeter: wren, steps: [Say hello]}
people:
  wren: {name: Wren Canary, handle: wrencanary, show: nothing}
  ada: {name: Ada Canary, handle: ada-the-reader}
conduct:
  contacts:
    - {who: wren, reach: desk@example.org}
    - {who: ada, reach: ada@example.org}
rituals: {Hour: every Sunday at 17:00 Europe/Berlin}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An archive with one community."""
    for name in ("communities", "content"):
        (tmp_path / name).mkdir()
    (tmp_path / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    (tmp_path / "content" / "index.md").write_text("# Ours\n", encoding="utf-8")
    (tmp_path / "communities" / "oak.yml").write_text(OAK, encoding="utf-8")
    return tmp_path


def everything(whole: Posting) -> str:
    """All texts there are."""
    texts = [text for place in MESSAGES for text in whole.messages(place)]
    return "\n".join([*(text.content for text in (*texts, *whole.health())), whole.card(".md")])


def test_nobody_is_named_who_does_not_want_to_be(root: Path) -> None:
    whole = everything(posting(root, "oak"))
    assert "Canary" not in whole
    assert "wrencanary" not in whole
    assert "ada-the-reader" in whole


def test_each_channel_has_a_text_of_its_own(root: Path) -> None:
    names = [text.name for text in posting(root, "oak").messages("slack")]
    assert names == [
        *("welcome.txt", "norms.txt", "meetings.txt", "tell.txt"),
        *("channel-help.txt", "channel-hall.txt"),
    ]


def test_what_a_community_lacks_has_no_text(root: Path) -> None:
    text = "name: Elm\npromise: {for: readers, outcome: read}\n"
    (root / "communities" / "elm.yml").write_text(text, encoding="utf-8")
    assert [each.name for each in posting(root, "elm").messages("text")] == ["welcome.txt", "tell.txt"]


def test_a_name_cannot_add_a_header_to_a_letter(root: Path) -> None:
    letter = message_from_string(posting(root, "oak").messages("email")[0].content, policy=default)
    assert letter["Bcc"] is None
    assert letter["Subject"] == "Welcome to Oak Bcc: all@example.org"
    assert {part.get_content_type() for part in letter.walk()} >= {"text/plain", "text/html"}


def test_words_that_call_everybody_call_nobody(root: Path) -> None:
    texts = posting(root, "oak")
    for place in ("slack", "discord"):
        whole = "".join(text.content for text in texts.messages(place))
        assert "@everyone" not in whole
        assert "@here" not in whole
        assert "<!channel>" not in whole


def test_links_lead_to_the_site_where_its_address_is_known(root: Path) -> None:
    assert "/oak/" not in everything(posting(root, "oak"))
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as stream:
        stream.write("site_url: https://example.org/h/\n")
    assert "https://example.org/h/oak/" in everything(posting(root, "oak"))


def test_a_link_within_the_code_of_conduct_leads_to_its_own_page(root: Path) -> None:
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as stream:
        stream.write("site_url: https://example.org/h/\n")
    code = posting(root, "oak").health()[0].content
    assert "(https://example.org/h/oak/code-of-conduct/#reporting)" in code
    assert "(https://example.org/h/oak/handling-reports/)" in code


def test_without_an_address_nothing_is_left_to_a_page_that_the_reader_lacks(root: Path) -> None:
    with (root / "communities" / "oak.yml").open("a", encoding="utf-8") as stream:
        stream.write("privacy: Notes stay here\ncare: {crisis_lines: [{country: DE, reach: 0800 1110111}]}\n")
        stream.write('join: {leave: "Just go. We wave.\\n\\nOr tell us first."}\n')
    texts = posting(root, "oak")
    code = texts.health()[0].content
    for pointer in ("When a report comes", "How this looks in", "What is public and what is not", "too much"):
        assert pointer not in code
    for thing in (
        "Ask first, ",
        "**Privacy:** Notes stay here.",
        "0800 1110111",
        "to talk through a made-up",
    ):
        assert thing in code
    assert "All of it is in the handbook" not in everything(texts)
    assert "Just go." in texts.card(".txt")
    assert "tell us first" not in texts.card(".txt")


def test_health_files_begin_with_a_heading_and_lead_nowhere_else(root: Path) -> None:
    for text in posting(root, "oak").health():
        assert text.content.startswith("# "), text.name
        assert "]()" not in text.content
        assert ".md)" not in text.content


def _export(root: Path, *words: str) -> Result:
    result = CliRunner().invoke(main, ["export", *words, "--project", str(root)])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def test_the_command_names_each_file(root: Path) -> None:
    result = _export(root, "messages", "oak", "--for", "discord", "--to", str(root / "posts"))
    assert result.exit_code == 0, result.output
    assert f"{root / 'posts' / 'welcome.md'}\n" in result.output
    assert (root / "posts" / "channel-help.md").is_file()


def test_what_is_there_is_kept_unless_one_insists(root: Path) -> None:
    folder = root / "gh"
    folder.mkdir()
    (folder / "SUPPORT.md").write_text("mine", encoding="utf-8")
    result = _export(root, "github", "oak", "--to", str(folder))
    assert result.exit_code == 1
    assert "SUPPORT.md is there already" in result.stderr
    assert sorted(path.name for path in folder.iterdir()) == ["SUPPORT.md"]
    assert _export(root, "github", "oak", "--to", str(folder), "--force").exit_code == 0
    assert (folder / "SUPPORT.md").read_text(encoding="utf-8") != "mine"


def test_nothing_is_written_where_one_of_the_files_could_not_be(root: Path) -> None:
    folder = root / "gh"
    (folder / "SUPPORT.md").mkdir(parents=True)
    result = _export(root, "github", "oak", "--to", str(folder), "--force")
    assert result.exit_code == 1
    assert result.stderr.startswith(f"{folder}/SUPPORT.md: a folder has this name")
    assert [path.name for path in folder.iterdir()] == ["SUPPORT.md"]


@pytest.mark.parametrize("kind", ["discord", "discourse"])
def test_a_platform_gets_its_json(root: Path, kind: str) -> None:
    result = _export(root, kind, "oak", "--to", str(root / "out"))
    assert result.exit_code == 0, result.output
    assert (root / "out" / f"{kind}.json").is_file()


@pytest.mark.parametrize("ending", ["md", "txt", "html"])
def test_a_card_is_written_as_its_name_ends(root: Path, ending: str) -> None:
    target = root / f"card.{ending}"
    assert _export(root, "card", "oak", "--to", str(target)).exit_code == 0
    assert "Oak" in target.read_text(encoding="utf-8")


@pytest.mark.parametrize(("language", "direction"), [("ar", "rtl"), ("de", "ltr")])
def test_a_card_in_html_says_its_direction(root: Path, language: str, direction: str) -> None:
    with (root / "communities" / "oak.yml").open("a", encoding="utf-8") as stream:
        stream.write(f"language: {language}\n")
    card = posting(root, "oak").card(".html")
    assert card.startswith(f'<div lang="{language}" dir="{direction}">\n')


def test_a_community_that_is_not_there_is_told(root: Path) -> None:
    result = _export(root, "messages", "elm", "--for", "text", "--to", str(root / "out"))
    assert result.exit_code == 1
    assert "elm" in result.stderr
    assert not (root / "out").exists()
