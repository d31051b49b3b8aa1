"""A hook or plugin of others that fails is told with its file and line, and is no mistake of ours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Never

import pytest

from hearthbook.errors import HearthbookError
from hearthbook.publish.builder import build_site
from tests.publish.hamlet import replace_in, write_files, write_lone

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("few_assets")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An archive of one community, with a hook."""
    root = write_lone(tmp_path / "hamlet")
    replace_in(root / "mkdocs.yml", "plugins:", "hooks: [ours.py]\nplugins:")
    return root


@pytest.mark.parametrize(
    ("hook", "line", "told"),
    [
        ("one = 1\ndef on_pre_build(config):\n    {}[config.site_name]\n", 3, "KeyError: 'Hamlet'"),
        ("def on_page_markdown(text, **_):\n    open('/no/such')\n", 2, "FileNotFoundError: "),
        ("def on_startup(**_):\n    raise ValueError('no start')\n", 2, "ValueError: no start"),
        ("import json\njson.loads('{')\n", 2, "JSONDecodeError: "),
        ("import no_such_module\n", 1, "ModuleNotFoundError: No module named 'no_such_module'"),
        ("one = 1\ndef on_env(\n", 2, "SyntaxError: "),
    ],
    ids=["an event", "a page", "the start", "while it is read", "an import", "what is no Python"],
)
def test_a_hook_that_fails_is_told_with_its_place(hook: str, line: int, told: str, root: Path) -> None:
    write_files(root, {"ours.py": hook})
    with pytest.raises(HearthbookError) as caught:
        build_site(root)
    said = f"{root / 'ours.py'}:{line}: this hook or plugin failed with {told}"
    assert str(caught.value).startswith(said)
    assert str(caught.value).endswith("; mend it, or take it out of mkdocs.yml")
    assert not (root / "site").exists()


def test_a_mistake_of_ours_is_not_put_down_to_others(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> Never:
        raise KeyError("ours")

    monkeypatch.setattr("hearthbook.publish.others._of_others", lambda _: False)
    monkeypatch.setattr("hearthbook.publish.mkdocs_site.MkDocsSite.menus", fail)
    write_files(root, {"ours.py": ""})
    with pytest.raises(KeyError, match="ours"):
        build_site(root)
