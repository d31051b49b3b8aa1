"""A community's texts for other places hold what its pages hold, and no more."""

from __future__ import annotations

from email import message_from_string
from email.policy import default
from typing import TYPE_CHECKING

import pytest

from hearthbook.publish.posting import MESSAGES, Posting, posting
from tests.publish.oaken import oaken

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An archive with one community."""
    return oaken(tmp_path)


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


def test_no_words_end_a_part_of_a_letter(root: Path) -> None:
    path = root / "communities" / "oak.yml"
    known = posting(root, "oak").messages("email")[0].content
    boundary = str(message_from_string(known, policy=default).get_boundary())
    text = path.read_text(encoding="utf-8")
    first_post = f"Hello\\n--{boundary}--\\n--{boundary}"
    path.write_text(text.replace("{greeter", f'{{first_post: "{first_post}", greeter'), encoding="utf-8")
    letter = message_from_string(posting(root, "oak").messages("email")[0].content, policy=default)
    assert [part.get_content_type() for part in letter.walk()][1:] == ["text/plain", "text/html"]
    assert f"--{boundary}--" in letter.get_payload(1).get_content()  # type: ignore[union-attr]


def test_a_letter_about_a_channel_in_another_script_has_a_boundary_that_all_can_read(root: Path) -> None:
    path = root / "communities" / "oak.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("{help: Ask here", "{نص: Ask here"), encoding="utf-8")
    letter = next(each for each in posting(root, "oak").messages("email") if each.name == "channel-نص.eml")
    assert letter.content.partition("\r\n\r\n")[0].isascii()
    assert "boundary*" not in letter.content


def test_words_that_call_everybody_call_nobody(root: Path) -> None:
    texts = posting(root, "oak")
    for place in ("slack", "slack-api", "discord"):
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


@pytest.mark.parametrize(("language", "direction"), [("ar", "rtl"), ("de", "ltr")])
def test_a_card_in_html_says_its_direction(root: Path, language: str, direction: str) -> None:
    with (root / "communities" / "oak.yml").open("a", encoding="utf-8") as stream:
        stream.write(f"language: {language}\n")
    card = posting(root, "oak").card(".html")
    assert card.startswith(f'<div lang="{language}" dir="{direction}">\n')
