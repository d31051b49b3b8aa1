"""`hearthbook new`: another community in the archive."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

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
