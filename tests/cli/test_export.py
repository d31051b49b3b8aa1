"""`hearthbook export` writes one community for paper, or says why it cannot."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from hearthbook.cli import main
from tests.publish.hamlet import write_lone

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result


@pytest.fixture(autouse=True)
def _cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HEARTHBOOK_CACHE", str(tmp_path / "cache"))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An archive of one community."""
    return write_lone(tmp_path / "hamlet")


def _export(root: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["export", *words, "--project", str(root)])


def _have_weasyprint() -> None:
    try:
        import weasyprint  # noqa: F401, PLC0415 - an extra
    except (ImportError, OSError) as problem:
        pytest.skip(f"no PDF files here: {problem}")


@pytest.mark.parametrize("kind", ["pdf", "card"])
def test_it_writes_a_pdf_and_says_where(kind: str, root: Path, tmp_path: Path) -> None:
    _have_weasyprint()
    target = tmp_path / "yew.pdf"
    done = _export(root, kind, "yew", "--to", str(target))
    assert (done.exit_code, done.output) == (0, f"{target}\n")
    assert target.read_bytes().startswith(b"%PDF-")
    first = target.read_bytes()
    _export(root, kind, "yew", "--to", str(target), "--force")
    assert target.read_bytes() == first


@pytest.mark.parametrize(
    ("kind", "name"), [("pdf", "x.pdf"), ("card", "x.pdf"), ("card", "x.md"), ("card", "x.html")]
)
def test_a_file_that_is_there_is_kept_before_anything_is_made(kind: str, name: str, root: Path) -> None:
    (root / name).write_bytes(b"mine")
    done = _export(root, kind, "no-such-community", "--to", str(root / name))
    hint = "write elsewhere, or add --force to replace what is there"
    assert (done.exit_code, done.stderr) == (1, f"{root}: {name} is there already; {hint}\n")
    assert (root / name).read_bytes() == b"mine"


def test_a_file_that_is_there_is_replaced_if_one_insists(root: Path) -> None:
    (root / "x.txt").write_bytes(b"mine")
    assert _export(root, "card", "yew", "--to", str(root / "x.txt"), "--force").exit_code == 0
    assert (root / "x.txt").read_bytes() != b"mine"


@pytest.mark.parametrize(
    ("slug", "said"),
    [
        ("yw", "communities/: there is no community yw; did you mean yew?\n"),
        ("zzz", "communities/: there is no community zzz; its file's name without .yml is asked for\n"),
        ("_grove", "communities/: there is no community _grove; its file's name without .yml is asked for\n"),
    ],
)
def test_a_slug_that_is_not_there_is_told_with_one_that_is(slug: str, said: str, root: Path) -> None:
    done = _export(root, "pdf", slug, "--to", str(root / "x.pdf"))
    assert (done.exit_code, done.stderr) == (1, said)


def test_a_draft_gets_no_pages(root: Path) -> None:
    path = root / "communities/yew.yml"
    path.write_text(path.read_text(encoding="utf-8") + "visibility: draft\n", encoding="utf-8")
    done = _export(root, "pdf", "yew", "--to", str(root / "x.pdf"))
    assert done.exit_code == 1
    assert done.stderr.startswith("communities/yew.yml: this is a draft, which gets no pages; ")


def test_what_is_wrong_with_the_community_is_told(root: Path) -> None:
    (root / "communities/yew.yml").write_text("name: Yew\n", encoding="utf-8")
    done = _export(root, "pdf", "yew", "--to", str(root / "x.pdf"))
    assert done.exit_code == 1
    assert done.stderr.startswith("communities/yew.yml:1:1 HB007 ")
    assert not (root / "x.pdf").exists()


def test_what_is_wrong_with_another_does_not_matter(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hearthbook.publish.printing.pdf", lambda *_: b"%PDF-")
    (root / "communities/oak.yml").write_text("name: Oak\n", encoding="utf-8")
    assert _export(root, "pdf", "yew", "--to", str(root / "x.pdf")).exit_code == 0


def test_a_folder_that_is_not_there_is_told_before_anything_is_made(root: Path) -> None:
    target = root / "nowhere/x.pdf"
    done = _export(root, "pdf", "yew", "--to", str(target))
    assert done.exit_code == 1
    assert done.stderr.startswith(f"{target}: this file cannot be written; ")


def test_a_name_that_says_it_is_no_pdf_is_refused(root: Path) -> None:
    target = root / "card.doc"
    done = _export(root, "card", "yew", "--to", str(target))
    assert done.exit_code == 1
    assert done.stderr.endswith("; name a file that ends in .pdf, such as card.pdf\n")
    assert not target.exists()


def test_a_file_that_cannot_be_written_is_told_by_its_own_name(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, _: bytes) -> int:
        raise OSError(2, "No such file or directory", str(path))

    monkeypatch.setattr("hearthbook.publish.printing.pdf", lambda *_: b"%PDF-")
    monkeypatch.setattr("pathlib.Path.write_bytes", refuse)
    done = _export(root, "card", "yew", "--to", str(root / "x.pdf"))
    assert done.exit_code == 1
    assert f"{root}/x.pdf: this file cannot be written: No such file" in done.stderr
    assert ".x.pdf" not in done.stderr


def test_an_old_file_stays_when_there_is_no_new_one(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> bytes:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("hearthbook.publish.printing.pdf", fail)
    target = root / "x.pdf"
    target.write_bytes(b"old")
    assert _export(root, "pdf", "yew", "--to", str(target), "--force").exit_code == 1
    assert target.read_bytes() == b"old"
    assert [path.name for path in root.iterdir() if path.name.startswith(".")] == []


def test_it_needs_a_file_to_write(root: Path) -> None:
    done = _export(root, "pdf", "yew")
    assert done.exit_code == 2
    assert "--to" in done.stderr
