"""What was left to be filled in reaches no member, by whichever way a site is built."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from hearthbook.errors import HearthbookError
from hearthbook.lint.settings import LintSettings
from hearthbook.publish.builder import Wishes, build_site
from hearthbook.publish.guard import guarded
from hearthbook.publish.store import Store
from hearthbook.render.theme import Theme
from hearthbook.resources import themes
from tests.publish.sites import pages_of

SOUND = "name: Oak\npromise: {for: people, outcome: mend things}\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An archive of one community with one article."""
    (tmp_path / "communities").mkdir()
    (tmp_path / "content" / "oak").mkdir(parents=True)
    (tmp_path / "communities" / "oak.yml").write_text(SOUND, encoding="utf-8")
    (tmp_path / "content" / "index.md").write_text("# Trees\n\nAll of them.\n", encoding="utf-8")
    (tmp_path / "content" / "oak" / "leaf.md").write_text("# A leaf\n\nGreen.\n", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: Trees\ndocs_dir: content\ntheme: {name: material}\nplugins: [hearthbook]\n",
        encoding="utf-8",
    )
    return tmp_path


def _add(path: Path, text: str) -> None:
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


def _stopped(root: Path) -> str:
    with pytest.raises(HearthbookError) as caught:
        build_site(root, Wishes(store=Store(root / "cache")))
    with pytest.raises(HearthbookError):
        pages_of(root)
    assert not (root / "site" / "oak").exists()
    return str(caught.value)


def test_a_placeholder_in_a_fact_stops_the_build_at_its_line(root: Path) -> None:
    _add(root / "communities" / "oak.yml", "tagline: TBD\n")
    assert "communities/oak.yml:3:10 HB801 a placeholder is still there: `TBD`" in _stopped(root)


def test_a_placeholder_in_an_article_stops_the_build_at_its_line(root: Path) -> None:
    _add(root / "content" / "oak" / "leaf.md", "\nLorem ipsum dolor sit amet.\n")
    assert "content/oak/leaf.md:5:1 HB801" in _stopped(root)


def test_a_placeholder_on_a_page_of_the_hub_stops_the_build(root: Path) -> None:
    _add(root / "content" / "index.md", "\n[insert your own words here]\n")
    assert "HB802 the page shows what was to be filled in" in _stopped(root)


def test_a_word_of_the_theme_that_is_still_to_be_written_stops_the_build(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theme = Theme(Path(shutil.copytree(themes() / "hearth", tmp_path / "theme")))
    monkeypatch.setattr("hearthbook.publish.builder.default_theme", lambda: theme)
    words = theme.folder / "words" / "en.yml"
    text = words.read_text(encoding="utf-8")
    words.write_text(text.replace('made_with: "Made with', 'made_with: "TBD Made with'), encoding="utf-8")
    with pytest.raises(HearthbookError, match=r"en\.yml:\d+ `TBD` is still to be written"):
        build_site(root)


def test_a_reason_for_the_fact_is_a_reason_for_its_page(root: Path) -> None:
    reasons = "lint: {ignore: {HB801: It is our name for Tuesdays.}}\n"
    _add(root / "communities" / "oak.yml", f"tagline: TBD\n{reasons}")
    assert build_site(root).communities == 1


def test_a_reason_lets_it_pass(root: Path) -> None:
    _add(
        root / "communities" / "oak.yml",
        "tagline: TBD\nlint: {ignore: {HB801: It is our name for Tuesdays., HB802: The same.}}\n",
    )
    assert build_site(root).communities == 1


def test_an_archive_may_leave_the_rules_out(root: Path) -> None:
    _add(root / "communities" / "oak.yml", "tagline: TBD\n")
    text = (root / "mkdocs.yml").read_text(encoding="utf-8")
    changed = text.replace("[hearthbook]", "[{hearthbook: {lint: {ignore: [HB801, HB802]}}}]")
    (root / "mkdocs.yml").write_text(changed, encoding="utf-8")
    assert build_site(root).communities == 1


def test_a_page_in_the_store_is_looked_at_again_when_the_rules_come_back(root: Path) -> None:
    test_an_archive_may_leave_the_rules_out(root)
    store = Store(root / "cache")
    build_site(root, Wishes(store=store))
    text = (root / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(text.replace("HB801, HB802", "HB801"), encoding="utf-8")
    with pytest.raises(HearthbookError, match="HB802"):
        build_site(root, Wishes(store=store))


def test_only_rules_about_pages_guard_them() -> None:
    assert guarded(LintSettings()) == ("HB802",)
    assert guarded(LintSettings(ignore=("HB8",))) == ()
