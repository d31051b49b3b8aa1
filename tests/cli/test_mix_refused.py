"""`hearthbook mix` says what is in its way, and names stay where they belong."""

from __future__ import annotations

import json
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from hearthbook.cli import main
from hearthbook.publish.builder import build_site
from tests.cli.eight import YML, eight, members, mix, write
from tests.publish.hamlet import write_lone

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return eight(tmp_path)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            YML[YML.index("mixing") :],
            "",
            (
                "communities/oak.yml:1:1: nothing says how members are mixed; add "
                "`mixing: {how: pairs, every: month, from: 2026-12-01}`\n"
            ),
        ),
        (
            "how: pairs",
            "how: prompts",
            (
                "communities/oak.yml:6:9: prompts go to everybody, so there are no rounds to "
                "plan; write `how: pairs` or `how: circles`\n"
            ),
        ),
        (
            " every: week,",
            "",
            (
                "communities/oak.yml:6:9: `mixing` does not say how often people are mixed; add how "
                "often, as in `every: month`\n"
            ),
        ),
        (
            " from: 2026-12-01,",
            "",
            (
                "communities/oak.yml:6:9: nothing says on which day the first round is; add "
                "`from: 2026-11-23` there, or say --from 2026-11-23\n"
            ),
        ),
        (
            "name: Oak\n",
            "name: 3\n",
            (
                "communities/oak.yml: the file has errors; run `hearthbook check oak` and mend "
                "what it names first\n"
            ),
        ),
    ],
)
def test_what_the_community_does_not_say_is_told(root: Path, old: str, new: str, said: str) -> None:
    write(root, YML.replace(old, new))
    done = mix(root, "--rounds", "2")
    assert (done.exit_code, done.stderr) == (1, said)


def test_mistakes_of_all_files_are_told_at_once_and_nothing_is_written(root: Path) -> None:
    members(root, "Ada", ",x", "=1+1")
    (root / "members" / "oak-rounds.csv").write_text("round,date,group,member\n1,x,1,A\n", encoding="utf-8")
    (root / "met.csv").write_text("x,A,B\n", encoding="utf-8")
    done = mix(root, "--rounds", "2", "--met", str(root / "met.csv"))
    assert done.exit_code == 1
    lines = done.stderr.splitlines()
    assert [line.split(" ")[0] for line in lines[:4]] == [
        "members/oak.csv:3:1",
        "members/oak.csv:4:1",
        "members/oak-rounds.csv:2:3",
        f"{root}/met.csv:1:1",
    ]
    assert lines[4] == "4 mistakes; nothing was written"
    assert not (root / "members" / "oak-rounds.md").exists()


def test_without_a_members_file_the_first_step_is_told(root: Path) -> None:
    (root / "members" / "oak.csv").unlink()
    done = mix(root, "--rounds", "2")
    assert done.exit_code == 1
    assert done.stderr == (
        "members/oak.csv: there is no such file; "
        "`hearthbook mix oak --start` writes an example to begin with\n"
    )


@pytest.mark.parametrize("rows", [(), ("Ada",), ("Ada", "Ben,,,,,yes"), ("Ada", "Ben,,2030-01-01")])
def test_one_person_alone_cannot_be_mixed(root: Path, rows: tuple[str, ...]) -> None:
    members(root, *rows)
    done = mix(root, "--rounds", "2")
    assert done.exit_code == 1
    assert done.stderr.startswith(
        "members/oak.csv: fewer than two members take part; two are needed; look at `out`"
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--rounds", "0"), "0 is not in the range 1<=x<=400"),
        (("--rounds", "2", "--from", "2026-11-01"), "--from 2026-11-01 lies before 2026-11-23"),
        (("--rounds", "2", "--from", "1.12.2026"), "1.12.2026 is no day; write it as in 2026-09-01"),
        (("--rounds", "2", "--today", "2026-02-30"), "2026-02-30 is no day"),
        (("--met", "nowhere.csv"), "'nowhere.csv' does not exist"),
        (("--odd", "four"), "'four' is not one of 'rest', 'three'"),
    ],
)
def test_a_wrong_use_is_told_with_code_two(root: Path, words: tuple[str, ...], said: str) -> None:
    done = mix(root, *words)
    assert done.exit_code == 2
    assert said in done.stderr


def test_a_slug_that_is_not_there_is_told_with_one_that_is(root: Path) -> None:
    done = mix(root, slug="oka")
    assert (done.exit_code, "there is no file communities/oka.yml; did you mean `oak`?" in done.stderr) == (
        2,
        True,
    )
    assert mix(root, slug="../oak").exit_code == 2


def test_links_are_not_followed(root: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside.csv"
    outside.write_text("mine", encoding="utf-8")
    (root / "members" / "oak-rounds.md").symlink_to(outside)
    done = mix(root, "--rounds", "1")
    assert (done.exit_code, "this is a symbolic link" in done.stderr) == (1, True)
    assert outside.read_text(encoding="utf-8") == "mine"


def test_help_has_an_example() -> None:
    assert "hearthbook mix book-circle --rounds 6\n" in CliRunner().invoke(main, ["mix", "--help"]).output


@pytest.mark.skipif(not shutil.which("git"), reason="there is no git")
def test_check_refuses_members_that_git_tracks_and_mix_says_so_too(root: Path) -> None:
    def check() -> Result:
        return CliRunner().invoke(main, ["check", "--format", "json", "--project", str(root)])

    def git(*words: str) -> None:
        subprocess.run(["git", "-C", str(root), *words], check=True, capture_output=True)  # noqa: S607

    git("init", "-q")
    assert check().exit_code == 0
    assert ".gitignore: members/ is not in it, so git could take it in; " in mix(root).stderr
    git("add", "members/oak.csv")
    found = check()
    assert found.exit_code == 1
    errors = [each for each in json.loads(found.output)["findings"] if each["severity"] == "error"]
    assert [each["code"] for each in errors] == ["HB022"]
    assert "git rm --cached members/oak.csv" in mix(root).stderr
    git("rm", "-q", "--cached", "members/oak.csv")
    assert check().exit_code == 0


def test_no_page_of_a_site_holds_a_name_from_the_members_folder(tmp_path: Path) -> None:
    root = write_lone(tmp_path / "hamlet")
    slug = next((root / "communities").glob("[a-z]*.yml")).stem
    with (root / "communities" / f"{slug}.yml").open("a", encoding="utf-8") as stream:
        stream.write("mixing: { how: pairs, every: week, from: 2026-12-01, opt_out: Tell us. }\n")
    (root / "members").mkdir()
    names = [f"Xyzzyplugh{at}" for at in range(4)]
    (root / "members" / f"{slug}.csv").write_text("\n".join(["name", *names]), encoding="utf-8")
    assert mix(root, "--rounds", "2", slug=slug).exit_code == 0
    build_site(root)
    files = [path for path in (root / "site").rglob("*") if path.is_file()]
    assert files
    assert not [path for path in files if b"xyzzyplugh" in path.read_bytes().lower()]
    assert not [path for path in files if "members" in path.parts or path.name.endswith("-rounds.ics")]
