"""Whatever mkdocs.yml draws on besides the archive is known: files, hooks and the environment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from hearthbook.publish.besides import named_besides, variables
from hearthbook.publish.builder import Wishes, build_site
from hearthbook.publish.configuration import load
from hearthbook.publish.store import Store
from tests.publish.hamlet import FILES, leave_one, write_files, write_hamlet

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An archive whose settings say nothing but what they inherit."""
    root = write_hamlet(tmp_path / "hamlet")
    write_files(tmp_path, {"base.yml": FILES["mkdocs.yml"]})
    return root


def _besides(root: Path) -> set[str]:
    return {str(path) for path in named_besides(load(root))}


@pytest.mark.parametrize(
    "line",
    [
        "INHERIT: ../base.yml",
        "INHERIT: ../base.yml  # what we share",
        'INHERIT: "../base.yml"   # the same, in quotes',
        "? INHERIT\n: ../base.yml",
        "INHERIT: !ENV [NO_SUCH_NAME, ../base.yml]",
        "{ INHERIT: ../base.yml, copyright: ours }",
    ],
)
def test_a_file_that_mkdocs_yml_inherits_is_known_however_it_is_written(line: str, root: Path) -> None:
    write_files(root, {"mkdocs.yml": f"{line}\n"})
    assert _besides(root) == {str(root / "../base.yml")}


def test_files_are_inherited_one_from_another(root: Path) -> None:
    files = {"mkdocs.yml": "INHERIT: ../middle.yml # one\n", "../middle.yml": "INHERIT: base.yml # two\n"}
    write_files(root, files)
    assert _besides(root) == {str(root / "../middle.yml"), str(root / "../base.yml")}


def test_variables_are_gathered_from_all_of_these_files(root: Path) -> None:
    settings = 'INHERIT: !ENV [BASE, "../base.yml"]\nsite_url: !ENV [URL, "https://example.org/"]\n'
    shared = f"{FILES['mkdocs.yml']}extra: {{ a: [!ENV ONE], b: !ENV [TWO], c: !ENV [THREE, FOUR, five] }}\n"
    write_files(root, {"mkdocs.yml": settings, "../base.yml": shared})
    assert variables(load(root)) == ("BASE", "FOUR", "ONE", "THREE", "TWO", "URL")


def test_words_that_only_look_like_a_variable_are_none(root: Path) -> None:
    write_files(root, {"mkdocs.yml": 'INHERIT: ../base.yml\ncopyright: "!ENV HOME" # !ENV PATH\n'})
    assert variables(load(root)) == ()


def test_a_hook_is_known_with_what_it_may_import_from_beside_it(root: Path) -> None:
    write_files(root, {"mkdocs.yml": "INHERIT: ../base.yml\nhooks: [ours/hook.py]\n"})
    files = ["ours/hook.py", "ours/beside.py", "ours/words/__init__.py", "ours/words/more.py"]
    write_files(root, dict.fromkeys([*files, "ours/loose/other.py", "ours/notes.txt"], ""))
    assert _besides(root) == {str(root / name) for name in (*files, "../base.yml")}


HOOK: Final = "import beside_a_hook\ndef on_page_content(html, **_): return html + beside_a_hook.SAID\n"


@pytest.mark.usefixtures("few_assets")
def test_a_process_that_lives_on_makes_pages_with_what_a_hook_imports_now(root: Path) -> None:
    write_files(root, {"mkdocs.yml": "INHERIT: ../base.yml\nhooks: [ours/hook.py]\n", "ours/hook.py": HOOK})
    leave_one(root)
    for said in ("one", "other"):
        write_files(root, {"ours/beside_a_hook.py": f"SAID = '<!-- {said} -->'\n"})
        site = build_site(root, Wishes(store=Store(root.parent / "store"))).site_dir
        assert f"<!-- {said} -->" in (site / "yew/index.html").read_text(encoding="utf-8")
