"""What mkdocs.yml may say, and what is said back where it is wrong."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest

from hearthbook.errors import HearthbookError
from hearthbook.lint.settings import LintSettings
from hearthbook.publish.builder import Wishes, build_site
from hearthbook.publish.configuration import defaults, lint_settings, load
from hearthbook.publish.driver import read_archive
from tests.publish.sites import html_files, read, run

if TYPE_CHECKING:
    from pathlib import Path

    from hearthbook.publish.store import Store

pytestmark = pytest.mark.slow


def _set(root: Path, old: str, new: str) -> Path:
    file = root / "mkdocs.yml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
    return root


def test_a_folder_without_mkdocs_yml_is_told_with_its_remedy(tmp_path: Path) -> None:
    with pytest.raises(HearthbookError, match=r"there is no mkdocs\.yml here; run `hearthbook init` there"):
        load(tmp_path)


def test_a_site_without_our_plugin_is_told_what_to_add(town: Path) -> None:
    _set(town, "plugins:\n  - hearthbook:\n      language: en\n      zone: Europe/Berlin\n", "plugins: []\n")
    with pytest.raises(HearthbookError, match="the plugin hearthbook is not switched on; add the lines"):
        load(town)


def test_a_setting_that_does_not_exist_is_an_error(town: Path) -> None:
    _set(town, "language: en", "lang: de")
    told = "option 'lang': there is no such setting, only language, zone, forge, lint, review, synonyms and"
    with pytest.raises(HearthbookError, match=told):
        load(town)


def test_a_wrong_review_policy_is_told_before_a_change_needs_it(town: Path) -> None:
    _set(town, "language: en", "language: en\n      review: {norms: founder}")
    with pytest.raises(HearthbookError, match="there is no group `founder`; did you mean `founders`"):
        load(town)


def test_a_setting_of_the_wrong_kind_is_named(town: Path) -> None:
    _set(town, "language: en", "language: [en]")
    with pytest.raises(HearthbookError, match=r"^mkdocs\.yml: .*option 'language'"):
        load(town)


def test_settings_that_are_not_yaml_are_told_in_words(town: Path) -> None:
    _set(town, "plugins:", "plugins: [")
    with pytest.raises(HearthbookError, match=r"^mkdocs\.yml: (?s:.)*; mend mkdocs\.yml$") as caught:
        load(town)
    assert "line" in str(caught.value)


def test_a_theme_that_is_not_installed_is_told_in_words(town: Path) -> None:
    _set(town, "name: material", "name: no-such-theme")
    with pytest.raises(HearthbookError, match="no-such-theme"):
        load(town)


def test_a_theme_that_ours_does_not_stand_on_is_told_with_its_remedy(town: Path) -> None:
    _set(town, "name: material", "name: readthedocs")
    with pytest.raises(HearthbookError, match="material, not on readthedocs; write `name: material` below"):
        build_site(town)


def test_a_time_zone_by_its_letters_is_told_with_the_choices() -> None:
    with pytest.raises(
        HearthbookError, match=r"^mkdocs\.yml, plugin hearthbook: `PT` is an abbreviation"
    ) as caught:
        defaults("en", "PT")
    assert "America/Los_Angeles" in str(caught.value)


def test_a_language_that_does_not_exist_is_told() -> None:
    with pytest.raises(HearthbookError, match="`xx` is not a language code"):
        defaults("xx", None)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("zone: Europe/Berlin", "zone: PT", "`PT` is an abbreviation"),
        ("language: en", "lang: de", "there is no such setting"),
        ("plugins:", "plugins: [", "mkdocs.yml"),
    ],
    ids=["zone", "setting", "syntax"],
)
@pytest.mark.parametrize("command", ["mkdocs", "hearthbook"])
def test_both_builds_end_with_words_and_exit_code_1(
    command: str, old: str, new: str, told: str, town: Path
) -> None:
    done = run(command, "build", cwd=_set(town, old, new))
    assert done.returncode == 1
    assert told in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr


def test_check_reads_the_same_settings(town: Path) -> None:
    _set(town, "zone: Europe/Berlin", "zone: PT")
    with pytest.raises(HearthbookError, match="`PT` is an abbreviation"):
        read_archive(town)


def test_an_archive_can_be_checked_before_it_has_settings(town: Path) -> None:
    (town / "mkdocs.yml").unlink()
    assert len(read_archive(town).communities) == 4


def test_the_archives_language_is_the_language_of_its_pages(town: Path) -> None:
    _set(town, "language: en", "language: en-GB")
    archive = read_archive(town)
    told = {resolved.slug: resolved.community.language for resolved in archive.communities}
    assert told["quiet-desk"] == "en-GB"
    assert told["lantern-walk"] == "en"


def test_settings_that_would_undo_the_promises_have_no_effect(town: Path) -> None:
    wanted = """name: material
  features: [navigation.instant, navigation.tabs]
  palette: {primary: teal}
  font: {text: Roboto}"""
    _set(town, "name: material", wanted)
    site = build_site(town).site_dir
    for path in html_files(site):
        page = read(path)
        assert not page.all("style")
        assert not [link for link in page.all("link") if "//" in link.attributes["href"]]


def test_the_site_may_have_another_name(town: Path, kept: Store) -> None:
    _set(town, "site_dir: site", "site_dir: public/handbooks")
    assert build_site(town, Wishes(store=kept)).site_dir == town / "public" / "handbooks"
    assert (town / "public" / "handbooks" / "index.html").is_file()


def test_a_language_without_words_is_told_where_it_is_named(town: Path, kept: Store) -> None:
    file = town / "communities/lantern-walk.yml"
    text = re.sub("(?m)^language:.*\n", "", file.read_text(encoding="utf-8")) + "language: pl\n"
    file.write_text(text, encoding="utf-8")
    told = [finding for finding in read_archive(town).findings if finding.code == "HB021"]
    fact = "there are no words in pl yet, so the sentences around yours are in English"
    assert [finding.message for finding in told] == [fact]
    assert told[0].place.line == len(text.splitlines())
    assert build_site(town, Wishes(store=kept)).communities == 3


def test_a_regional_form_of_a_language_with_words_is_not_told(town: Path) -> None:
    _set(town, "language: en", "language: en-GB")
    assert not [finding for finding in read_archive(town).findings if finding.code == "HB021"]


def test_a_missing_folder_for_prose_is_told_with_its_remedy(town: Path) -> None:
    shutil.rmtree(town / "content")
    told = r"there is no folder content/; make it with a file index\.md in it$"
    with pytest.raises(HearthbookError, match=told):
        build_site(town)


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ("[tool]\nhearthbook = 'x'", "`hearthbook` means nothing here"),
        ("[tool.hearthbook]\nlint = 'x'", "`lint` is not a table"),
        ("[tool.hearthbook]\nignore = ['HB2']", "`ignore` means nothing here; write a table"),
        ("[tool.hearthbook.lint]\nignore = ['HB2999']", "there is no rule `HB2999`"),
        ("[tool.hearthbook.lint", "this is not TOML"),
    ],
    ids=["hearthbook", "lint", "key", "code", "toml"],
)
def test_what_pyproject_says_of_advice_is_read_strictly(town: Path, table: str, told: str) -> None:
    (town / "pyproject.toml").write_text(table, encoding="utf-8")
    with pytest.raises(HearthbookError) as caught:
        lint_settings(town, load(town))
    assert told in str(caught.value)


def test_two_tables_of_advice_are_one_too_many(town: Path) -> None:
    (town / "pyproject.toml").write_text("[tool.hearthbook.lint]\nignore = ['HB2']\n", encoding="utf-8")
    _set(town, "language: en", "lint: {ignore: [HB8]}\n      language: en")
    with pytest.raises(HearthbookError, match="keep one of the two tables"):
        lint_settings(town, load(town))


def test_a_pyproject_that_says_nothing_of_us_is_left_alone(town: Path) -> None:
    (town / "pyproject.toml").write_text("tool = 3\n", encoding="utf-8")
    assert lint_settings(town, load(town)) == LintSettings()
