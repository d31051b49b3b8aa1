"""The review policy as mkdocs.yml and pyproject.toml say it, read without running anything in them."""

from __future__ import annotations

import pytest

from hearthbook.compare.policy import DEFAULT, Policy
from hearthbook.errors import HearthbookError
from hearthbook.publish.review_settings import policy_of

OURS = "hearthbook: {review: {maintainers: [ada]}}"


def _read(**files: str) -> Policy:
    names = {"mkdocs": "mkdocs.yml", "pyproject": "pyproject.toml", "parent": "parent.yml"}
    there = {names[key]: text.encode() for key, text in files.items()}
    return policy_of(there.get)


def test_without_any_settings_the_usual_policy_holds() -> None:
    assert _read() == DEFAULT
    assert _read(mkdocs="plugins: [hearthbook]", pyproject="[project]\nname = 'x'") == DEFAULT


@pytest.mark.parametrize(
    "text",
    [
        f"plugins:\n  - search\n  - {OURS}",
        f"plugins:\n  {OURS}",
        f"name: !!python/name:os.system ''\nsite: !ENV [X, y]\nplugins: [{{{OURS}}}]",
    ],
)
def test_the_table_is_found_however_plugins_are_written(text: str) -> None:
    assert _read(mkdocs=text).maintainers == ("@ada",)


def test_the_table_may_be_inherited_within_the_archive() -> None:
    assert _read(mkdocs="INHERIT: parent.yml", parent=f"plugins: [{{{OURS}}}]").maintainers == ("@ada",)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("INHERIT: ../parent.yml", "mkdocs.yml: it inherits from ../parent.yml, which is not in the archive"),
        ("INHERIT: /etc/hostname", "which is not in the archive"),
        ("INHERIT: nowhere.yml", "which is not in the archive"),
        (
            "plugins: [hearthbook: {review: {maintainers: [@ada]}}]",
            'a name with an @ needs quotes, as in "@ada"',
        ),
        (
            "plugins: [{hearthbook: {review: {norms: !ENV [X]}}}]",
            "write plain names and numbers, without tags",
        ),
        ("plugins: [{hearthbook: {review: []}}]", "`review` is not a table"),
    ],
)
def test_what_cannot_be_read_is_told_with_the_cure(text: str, words: str) -> None:
    with pytest.raises(HearthbookError) as caught:
        _read(mkdocs=text)
    assert words in str(caught.value)


def test_a_file_that_inherits_from_itself_ends() -> None:
    assert _read(mkdocs="INHERIT: mkdocs.yml") == DEFAULT


def test_a_pyproject_that_is_no_toml_is_told() -> None:
    with pytest.raises(HearthbookError, match=r"pyproject\.toml: this is not TOML"):
        _read(pyproject="[")


def test_the_settings_of_advice_may_stand_beside_those_of_reviews() -> None:
    text = "[tool.hearthbook.lint]\nignore = ['HB8']\n[tool.hearthbook.review]\nmaintainers = ['ada']\n"
    assert _read(pyproject=text).maintainers == ("@ada",)
