"""`hearthbook new`: another community in the archive."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from hearthbook.bring.starter import community_text
from hearthbook.cli import main
from hearthbook.ingest.archive import load_archive

if TYPE_CHECKING:
    from click.testing import Result


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """An archive with nothing in it."""
    (tmp_path / "communities").mkdir()
    return tmp_path


def _new(root: Path, slug: str) -> Result:
    result = CliRunner().invoke(main, ["new", "--project", str(root), "--", slug])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def test_a_new_community_passes_the_check_with_no_finding_at_all(archive: Path) -> None:
    result = _new(archive, "book-circle")
    assert result.exit_code == 0
    assert result.output.startswith(
        "new    communities/book-circle.yml\n1 community checked, nothing to mend.\n"
    )
    assert load_archive(archive).findings == ()


@pytest.mark.parametrize(
    ("slug", "name"),
    [
        ("book-circle", "Book Circle"),
        ("2026", "2026"),
        ("3d-print", "3d Print"),
        ("true", "True"),
        ("null", "Null"),
    ],
)
def test_its_first_name_is_made_from_the_slug(archive: Path, slug: str, name: str) -> None:
    _new(archive, slug)
    assert [resolved.community.name for resolved in load_archive(archive).communities] == [name]


def test_editors_find_the_schema_beside_it(archive: Path) -> None:
    _new(archive, "book-circle")
    text = (archive / "communities" / "book-circle.yml").read_text(encoding="utf-8")
    schema = text.partition("$schema=")[2].partition("\n")[0]
    assert (archive / "communities" / schema).is_file()


@pytest.mark.parametrize(
    ("slug", "fact", "remedy"),
    [
        ("assets", "`assets` is an address of the archive itself", "for example to assets-group"),
        ("de", "`de` is a language code", "for example to de-group"),
        ("nul", "`nul` is the name of a device on Windows", "for example to nul-group"),
        ("Book Circle", "`Book Circle` cannot be part of an address", "call it book-circle"),
        ("..", "`..` cannot be part of an address", "call it my-group"),
        ("../oak", "`../oak` cannot be part of an address", "call it oak"),
        ("a/b", "`a/b` cannot be part of an address", "call it a-b"),
        ("_base", "`_base` cannot be part of an address", "call it base"),
        ("oak.yml", "`oak.yml` cannot be part of an address", "call it oak-yml"),
        ("-oak", "`-oak` cannot be part of an address", "call it oak"),
        ("", "`` cannot be part of an address", "call it my-group"),
    ],
)
def test_a_slug_that_cannot_be_an_address_is_refused(
    archive: Path, slug: str, fact: str, remedy: str
) -> None:
    result = _new(archive, slug)
    assert result.exit_code == 1
    assert result.stderr.startswith(fact)
    assert result.stderr.rstrip().endswith(remedy)
    assert list(archive.rglob("*.yml")) == []


def test_a_file_that_is_there_is_kept_byte_for_byte(archive: Path) -> None:
    path = archive / "communities" / "oak.yml"
    path.write_bytes(b"mine\r\n\xff")
    result = _new(archive, "oak")
    assert result.exit_code == 1
    assert result.stderr == (
        "communities/oak.yml: the file is there already; choose another slug, or edit it\n"
    )
    assert path.read_bytes() == b"mine\r\n\xff"


def test_a_link_that_leads_nowhere_is_not_written_through(archive: Path) -> None:
    (archive / "communities" / "oak.yml").symlink_to(archive / "elsewhere.yml")
    assert _new(archive, "oak").exit_code == 1
    assert not (archive / "elsewhere.yml").exists()


def test_without_an_archive_the_first_step_is_told(tmp_path: Path) -> None:
    result = _new(tmp_path, "oak")
    assert result.exit_code == 1
    assert "there is no folder communities/ here; run `hearthbook init` first" in result.stderr


def test_slips_of_other_communities_are_not_told_here(archive: Path) -> None:
    (archive / "communities" / "elm.yml").write_text("name: 3\n", encoding="utf-8")
    result = _new(archive, "oak")
    assert result.exit_code == 0
    assert "elm" not in result.output


def test_a_folder_that_may_not_be_written_is_told_without_a_traceback(
    archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.open

    def refuse(path: Path, mode: str = "r", *rest: Any, **named: Any) -> Any:  # noqa: ANN401
        if mode == "x":
            raise OSError(30, "Read-only file system", str(path))
        return real(path, mode, *rest, **named)

    monkeypatch.setattr(Path, "open", refuse)
    result = _new(archive, "oak")
    assert result.exit_code == 1
    assert result.stderr.endswith("oak.yml: Read-only file system; check the disk and permissions\n")


def test_a_slug_must_be_given(archive: Path) -> None:
    assert CliRunner().invoke(main, ["new", "--project", str(archive)]).exit_code == 2


def _asked(root: Path, typed: str, *more: str) -> Result:
    arguments = ["new", "--project", str(root), "--questions", *more]
    result = CliRunner().invoke(main, arguments, input=typed)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


ENTERS = "\n" * 20
NEEDED = "reading-group\npeople who used to write\nfinish a page every week\n"


def test_questions_end_in_a_file_that_is_checked(archive: Path) -> None:
    result = _asked(archive, f"{NEEDED}\n\nSunday Pages\n{ENTERS}")
    assert result.exit_code == 0, result.output
    assert "new    communities/sunday-pages.yml\n" in result.output
    assert "1 community checked" in result.output
    found = load_archive(archive).communities[0].community
    assert found.name == "Sunday Pages"
    assert found.promise.outcome == "finish a page every week"
    assert not (archive / ".hearthbook" / "interview" / "_unnamed.yml").exists()


def test_whoever_quits_goes_on_where_they_were(archive: Path) -> None:
    left = _asked(archive, f"{NEEDED}quit\n", "oak")
    assert left.exit_code == 0
    assert "`hearthbook new oak` goes on from here." in left.output
    assert list((archive / "communities").glob("*.yml")) == []
    again = _asked(archive, f"\n\nOak\n{ENTERS}", "oak")
    assert "Answers from the last time: 3." in again.output
    assert again.exit_code == 0, again.output
    assert load_archive(archive).communities[0].community.promise.for_ == ("people who used to write",)


def test_answers_are_kept_out_of_git(archive: Path) -> None:
    _asked(archive, f"{NEEDED}quit\n", "oak")
    assert (archive / ".hearthbook" / ".gitignore").read_text(encoding="utf-8") == "*\n"


def test_the_end_of_the_input_keeps_the_answers(archive: Path) -> None:
    result = _asked(archive, NEEDED, "oak")
    assert result.exit_code == 0
    assert "Your answers are kept." in result.output


def test_one_may_go_back_and_answer_otherwise(archive: Path) -> None:
    typed = f"reading-group\nwriters\n<\nreaders\nfinish a page every week\n\n\nOak\n{ENTERS}"
    result = _asked(archive, typed, "oak")
    assert "So far: writers" in result.output
    assert load_archive(archive).communities[0].community.promise.for_ == ("readers",)


def test_a_thought_leaves_the_last_word_to_the_founder(archive: Path) -> None:
    two = "finish one short story and build your own website"
    result = _asked(archive, f"reading-group\nwriters\n{two}\n\n\n\nOak\n{ENTERS}", "oak")
    assert "A thought: the outcome goes on to another aim" in result.output
    assert load_archive(archive).communities[0].community.promise.outcome == two


def test_a_needed_answer_is_asked_for_again(archive: Path) -> None:
    result = _asked(archive, "0\n\nquit\n", "oak")
    assert "This one is needed" in result.output


def test_what_is_given_as_an_option_is_taken_without_a_question(archive: Path) -> None:
    result = CliRunner().invoke(
        main,
        [
            *("new", "oak", "--project", str(archive), "--blueprint", "craft-club"),
            *("--for", "people with a drawer", "--outcome", "finish one thing", "--cap", "40"),
        ],
    )
    assert result.exit_code == 0, result.output
    promise = load_archive(archive).communities[0].community.promise
    assert promise.outcome == "finish one thing"
    assert promise.boundary
    assert promise.boundary.cap == 40
    assert "hearthbook serve --open oak/start-here/" in result.output


def test_an_option_spares_only_its_own_question(archive: Path) -> None:
    left = _asked(archive, "\nquit\n", "oak", "--name", "Oak")
    assert "the last time" not in left.output
    assert "For whom is it?" in left.output
    again = _asked(archive, "quit\n", "oak")
    assert "For whom is it?" in again.output


def test_an_answer_that_was_taken_back_is_not_kept(archive: Path) -> None:
    _asked(archive, "craft-club\n<\n-\nquit\n", "oak")
    assert not (archive / ".hearthbook" / "interview" / "oak.yml").exists()


def test_options_that_cannot_be_taken_are_told_together(archive: Path) -> None:
    result = CliRunner().invoke(
        main, ["new", "oak", "--project", str(archive), "--cap", "many", "--join", "no", "--blueprint", "x"]
    )
    assert result.exit_code == 2
    assert "--cap: `many` is no number" in result.stderr
    assert "--join: `no` is none of the choices" in result.stderr
    assert "--blueprint: `x` is none of them" in result.stderr
    assert list((archive / "communities").glob("*.yml")) == []


def test_a_file_of_answers_needs_no_terminal(archive: Path) -> None:
    filed = archive / "answers.yml"
    filed.write_text("way: peer-support\nname: Leise\noutcome: say how it is\n", encoding="utf-8")
    result = CliRunner().invoke(main, ["new", "--project", str(archive), "--answers", str(filed)])
    assert result.exit_code == 0, result.output
    assert load_archive(archive).communities[0].slug == "leise"


def test_slips_in_a_file_of_answers_are_told_and_nothing_is_written(archive: Path) -> None:
    filed = archive / "answers.yml"
    filed.write_text("way: peers\ncap: many\n", encoding="utf-8")
    result = CliRunner().invoke(main, ["new", "oak", "--project", str(archive), "--answers", str(filed)])
    assert result.exit_code == 1
    assert ":1:6 HB009 `peers` is none of them" in result.stderr
    assert ":2:6 HB009 `many` is no number" in result.stderr
    assert list((archive / "communities").glob("*.yml")) == []


def test_questions_may_be_asked_in_german(archive: Path) -> None:
    result = _asked(archive, "quit\n", "oak", "--language", "de")
    assert "Was davon kommt eurer Gruppe am nächsten?" in result.output


def test_in_german_one_is_answered_in_german(archive: Path) -> None:
    two = "eine Geschichte fertig schreiben und eine eigene Website bauen"
    result = _asked(archive, f"5\nwir\n{two}\n\n\n\nOak\n\nviele\n{ENTERS}", "oak", "--language", "de")
    said = " ".join(result.output.split())
    assert "Ein Gedanke: Das klingt nach zwei Zielen." in said
    assert "`viele` ist keine Zahl; schreib sie in Ziffern, etwa 50" in said
    assert "Wie es weitergeht:" in said


def test_what_only_english_can_say_is_announced_in_german(archive: Path) -> None:
    typed = f"5\nwir\nschreiben\n\n\nOak\n\n1\n{ENTERS}"
    result = _asked(archive, typed, "oak", "--language", "de")
    assert "Das lässt sich nicht lesen: (auf Englisch) `cap` is 1; it should be at least 2" in result.output


def test_a_german_says_ja(archive: Path) -> None:
    path = _with_example(archive)
    typed = f"5\nwir\nschreiben\n\n\nOak\n{ENTERS[:12]}vielleicht\nja\n"
    result = _asked(archive, typed, "oak", "--language", "de")
    assert "Schreib j für ja oder n für nein." in result.output
    assert not path.exists()


def test_who_breaks_off_at_the_last_question_has_the_file(archive: Path) -> None:
    path = _with_example(archive)
    result = _asked(archive, f"{NEEDED}\n\nOak\n{ENTERS[:14]}", "oak")
    assert result.exit_code == 0, result.output
    assert path.exists()
    assert (archive / "communities" / "oak.yml").exists()


def test_a_language_without_questions_is_told(archive: Path) -> None:
    result = _asked(archive, "", "oak", "--language", "fr")
    assert result.exit_code == 2
    assert "there are questions in en, de" in result.stderr


def test_an_address_that_is_taken_is_asked_for_again(archive: Path) -> None:
    (archive / "communities" / "oak.yml").write_text("name: Oak\n", encoding="utf-8")
    result = _asked(archive, f"{NEEDED}\n\nOak\n{ENTERS[:14]}elm\n\n")
    assert "the file is there already" in result.output
    assert (archive / "communities" / "elm.yml").is_file()


def _with_example(archive: Path) -> Path:
    path = archive / "communities" / "first-circle.yml"
    path.write_text(community_text("first-circle"), encoding="utf-8")
    return path


def test_the_example_of_a_new_archive_goes_if_one_says_so(archive: Path) -> None:
    path = _with_example(archive)
    result = _asked(archive, f"{NEEDED}\n\nOak\n{ENTERS[:13]}y\n")
    assert "first-circle.yml is still the example" in result.output
    assert not path.exists()


def test_the_example_stays_if_one_says_so(archive: Path) -> None:
    path = _with_example(archive)
    _asked(archive, f"{NEEDED}\n\nOak\n{ENTERS}")
    assert path.exists()


def test_an_example_that_somebody_wrote_over_is_not_asked_about(archive: Path) -> None:
    path = _with_example(archive)
    path.write_text(path.read_text(encoding="utf-8").replace("six weeks", "a year"), encoding="utf-8")
    assert "still the example" not in _asked(archive, f"{NEEDED}\n\nOak\n{ENTERS}").output
    assert path.exists()


def test_without_questions_the_example_is_only_named(archive: Path) -> None:
    path = _with_example(archive)
    result = CliRunner().invoke(main, ["new", "oak", "--project", str(archive), "--blueprint", "craft-club"])
    assert "Delete it when you need it no more." in " ".join(result.output.split())
    assert path.exists()


def test_what_is_still_an_example_is_told(archive: Path) -> None:
    command = ["new", "oak", "--project", str(archive), "--blueprint", "craft-club", "--for", "bakers"]
    assert "until you write your own: `promise.outcome`." in CliRunner().invoke(main, command).output
