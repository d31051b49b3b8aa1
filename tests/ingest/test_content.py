"""Articles and the hub's own pages, as they are read from `content/`."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from hearthbook.ingest.frontmatter import take_apart
from hearthbook.model.pages import UNNAMED

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hearthbook.model.archive import Archive
    from hearthbook.model.pages import Article
    from tests.ingest.conftest import Load

    Read = Callable[[dict[str, str]], Archive]
    Write = Callable[[str], Article]

PEOPLE = "people: {mira: {name: Mira M, handle: '@m'}, jo: {name: Jo J, show: nothing}}\n"


@pytest.fixture
def read(load: Load, start: str) -> Read:
    """An archive of one community, oak, with these files below `content/`."""

    def written(files: dict[str, str]) -> Archive:
        below: dict[str, str | bytes] = {f"content/{name}": text for name, text in files.items()}
        return load({"communities/oak.yml": start + PEOPLE, **below})

    return written


@pytest.fixture
def article(read: Read) -> Write:
    """The article of that community, which must be clean."""

    def written(text: str) -> Article:
        archive = read({"oak/a-b.md": text})
        assert [str(finding) for finding in archive.findings] == []
        return archive.communities[0].articles[0]

    return written


def test_front_matter_is_read(article: Write) -> None:
    found = article("---\ntitle: T\nauthor: mira\ndate: 2026-01-02\nbasis: expert\nsummary: S\n---\nBody\n")
    assert (found.name, found.title, found.author, found.summary) == ("a-b", "T", "@m", "S")
    assert (found.date, found.basis, found.body) == (date(2026, 1, 2), "expert", "Body\n")


def test_what_makes_an_article_trustworthy_is_read(article: Write) -> None:
    found = article(
        "---\nreviewed: 2026-02-03\nexpires: 2027-02-03\ntags: [light, paper, light]\n---\nBody\n"
    )
    assert (found.reviewed, found.expires) == (date(2026, 2, 3), date(2027, 2, 3))
    assert found.tags == ("light", "paper")


@pytest.mark.parametrize("tags", ["paper", "[paper]"])
def test_a_single_tag_needs_no_list(article: Write, tags: str) -> None:
    assert article(f"---\ntags: {tags}\n---\nBody\n").tags == ("paper",)


@pytest.mark.parametrize(
    "front", ["title: T", "basis: experience\nexpires: 2027-01-01", "basis: source\nexpires: 2027-01-01"]
)
def test_an_article_is_unchecked_that_somebody_should_have_looked_at(article: Write, front: str) -> None:
    assert article(f"---\n{front}\n---\nBody\n").unchecked


@pytest.mark.parametrize(
    "front",
    [
        "basis: experience",
        "basis: verified",
        "basis: expert\nexpires: 2027-01-01",
        "reviewed: 2026-01-01\nexpires: 2027-01-01",
        "basis: source\nreviewed: 2026-01-01\nexpires: 2027-01-01",
    ],
)
def test_an_article_is_not_unchecked_that_somebody_stands_for(article: Write, front: str) -> None:
    assert not article(f"---\n{front}\n---\nBody\n").unchecked


@pytest.mark.parametrize(
    ("author", "shown"),
    [("mira", "@m"), ("Mira M", "@m"), ("jo", UNNAMED), ("Jo J", UNNAMED), ("Ada", "Ada")],
)
def test_an_author_is_shown_as_they_wish(article: Write, author: str, shown: str) -> None:
    assert article(f"---\nauthor: {author}\n---\nBody\n").author == shown


@pytest.mark.parametrize("sources", ["https://example.org/a", "[https://example.org/a]"])
def test_a_single_source_needs_no_list(article: Write, sources: str) -> None:
    assert article(f"---\nsources: {sources}\n---\nBody\n").sources == ("https://example.org/a",)


@pytest.mark.parametrize(
    ("text", "title", "body", "line"),
    [
        ("# Ten minutes #\n\nBody\n", "Ten minutes", "\nBody\n", 2),
        ("\n\n# Ten minutes\nBody\n", "Ten minutes", "Body\n", 4),
        ("---\nsummary: S\n---\n\n# Ten minutes\n\nBody\n", "Ten minutes", "\nBody\n", 6),
        ("---\ntitle: Own\n---\n# Ten minutes\nBody\n", "Own", "Body\n", 5),
        ("---\n---\nBody\n", "A b", "Body\n", 3),
        ("Body\n", "A b", "Body\n", 1),
        ("## Second level\n", "A b", "## Second level\n", 1),
        ("    # no heading but code\n", "A b", "    # no heading but code\n", 1),
        ("# Ten minutes", "Ten minutes", "", 1),
        ("", "A b", "", 1),
    ],
    ids=["heading", "blank", "both", "title-wins", "empty", "none", "second", "code", "alone", "nothing"],
)
def test_title_body_and_line_are_found(article: Write, text: str, title: str, body: str, line: int) -> None:
    found = article(text)
    assert (found.title, found.body, found.place.line) == (title, body, line)


def test_windows_line_ends_and_a_byte_order_mark_are_fine(article: Write) -> None:
    found = article("\ufeff---\r\ntitle: T\r\n---\r\nBody\r\n")
    assert (found.title, found.body, found.place.line) == ("T", "Body\n", 4)


@pytest.mark.parametrize(
    ("front", "place", "code", "words"),
    [
        ("titel: x", "2:1", "HB006", "did you mean `title`?"),
        ("template: main.html", "2:1", "HB006", "there is no key `template` here"),
        ("\ndate: 2026-02-30", "3:7", "HB009", "2026-02-30 is not in the calendar"),
        ("basis: hearsay", "2:8", "HB009", "write source, experience, verified or expert"),
        ("title: T\nreviewd: 2026-01-02", "3:1", "HB006", "did you mean `reviewed`?"),
        ("expire: 2026-01-02", "2:1", "HB006", "did you mean `expires`?"),
        ("tag: light", "2:1", "HB006", "did you mean `tags`?"),
        ("reviewed: last week", "2:11", "HB009", "`last week` is not a date; write year-month-day"),
        ("expires: 2027-13-01", "2:10", "HB009", "2027-13-01 is not in the calendar"),
        ("basis: experiance", "2:8", "HB009", "did you mean `experience`?"),
        ("tags: [light, [paper]]", "2:15", "HB008", "text"),
        ("tags: light, paper", "2:7", "HB009", "[light, paper]"),
        ("title: 2026", "2:8", "HB008", 'title: "2026"'),
        ("title: !!python/name:x y", "2:8", "HB003", "is a tag"),
        ("title: [x", "2:8", "HB002", "bracket"),
        ("- a", "2:1", "HB005", "the front matter holds no keys and values"),
    ],
)
def test_a_slip_in_front_matter_is_told_with_its_line(
    read: Read, front: str, place: str, code: str, words: str
) -> None:
    archive = read({"oak/a.md": f"---\n{front}\n---\nBody\n"})
    (finding,) = archive.findings
    assert str(finding).startswith(f"content/oak/a.md:{place} {code} ")
    assert words in str(finding)
    assert (finding.community, archive.communities) == ("oak", ())


def test_front_matter_that_never_ends_is_told(read: Read) -> None:
    (finding,) = read({"oak/a.md": "---\ntitle: x\n\nBody\n"}).findings
    assert str(finding).startswith("content/oak/a.md:1:1 HB002 the front matter that opens here never ends; ")


def test_a_line_of_hyphens_in_the_text_is_text() -> None:
    written, findings = take_apart("---\ntitle: x\n---\nOne\n\n---\n\nTwo\n", "a.md")
    assert (written.body, findings) == ("One\n\n---\n\nTwo\n", [])


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("A B", "rename the file to a-b.md"),
        ("\N{CYRILLIC SMALL LETTER A}", "rename the file to my-article.md"),
        ("nul", "rename the file to nul-article.md"),
        ("index", "the list of articles is made for you"),
    ],
    ids=["blank", "cyrillic", "device", "index"],
)
def test_an_article_needs_a_name_that_can_be_an_address(read: Read, name: str, remedy: str) -> None:
    (finding,) = read({f"oak/{name}.md": "Body\n"}).findings
    assert finding.code == "HB010"
    assert finding.hint.startswith(remedy)


@pytest.mark.parametrize("name", ["de", "search", "assets"])
def test_an_article_may_have_a_name_that_the_hub_uses(read: Read, name: str) -> None:
    assert read({f"oak/{name}.md": "Body\n"}).findings == ()


def test_articles_come_newest_first_and_then_by_name(read: Read) -> None:
    files = {f"oak/{name}.md": "Body\n" for name in ("c", "a")}
    files |= {f"oak/{day}.md": f"---\ndate: 2026-01-0{day}\n---\n" for day in (1, 3, 2)}
    assert [each.name for each in read(files).communities[0].articles] == ["3", "2", "1", "a", "c"]


@pytest.mark.parametrize("name", ["oak/x.txt", "oak/sub/x.md", "oak/X.MD", "logo.svg", "guides/x.html"])
def test_what_is_not_published_is_a_warning(read: Read, name: str) -> None:
    archive = read({name: "x"})
    (finding,) = archive.findings
    assert (finding.code, finding.severity) == ("HB018", "warning")
    assert archive.communities


def test_pictures_belong_to_their_community(read: Read) -> None:
    archive = read({"oak/a.png": "", "oak/sub/b.JPG": "", "oak/.hidden": "", "logo.webp": ""})
    assert archive.findings == ()
    assert archive.communities[0].files == ("content/oak/a.png", "content/oak/sub/b.JPG")


def test_a_stray_folder_is_told_once(read: Read) -> None:
    archive = read({"stray/a.md": "", "stray/b.md": "", "stray/deep/c.md": ""})
    (finding,) = archive.findings
    assert str(finding).startswith("content/stray:1:1 HB016 this folder belongs to no community")
    assert archive.texts == ()


def test_pages_of_the_hub_are_read_with_their_titles(read: Read) -> None:
    files = {
        "index.md": "# Hi\nx",
        "guides/index.md": "x",
        "guides/how.md": "---\ntitle: How\n---\nx",
        "de/a.md": "",
    }
    texts = read(files).texts
    assert {text.path: text.title for text in texts} == {
        "de/a.md": "A",
        "guides/how.md": "How",
        "guides/index.md": "Guides",
        "index.md": "Hi",
    }


def test_a_draft_has_its_articles_too(load: Load, start: str) -> None:
    files: dict[str, str | bytes] = {"communities/elm.yml": start + "visibility: draft\n"}
    archive = load({**files, "content/elm/a.md": "Body\n"})
    assert archive.findings == ()
    assert [each.name for each in archive.communities[0].articles] == ["a"]


def test_articles_of_a_broken_community_are_checked_all_the_same(load: Load) -> None:
    archive = load({"communities/elm.yml": "name: 3\n", "content/elm/a.md": "---\ntitel: x\n---\n"})
    assert "HB006" in [
        finding.code for finding in archive.findings if finding.place.file == "content/elm/a.md"
    ]


@pytest.mark.parametrize("place", ["content/oak/a.md", "content/oak", "content/a.md", "content"])
def test_a_link_is_not_followed(load: Load, start: str, tmp_path: Path, place: str) -> None:
    target = tmp_path / "elsewhere"
    target.mkdir()
    (target / "a.md").write_text("secret", encoding="utf-8")
    (tmp_path / place).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / place).symlink_to(target / "a.md" if place.endswith(".md") else target)
    archive = load({"communities/oak.yml": start})
    (finding,) = archive.findings
    assert str(finding).startswith(f"{place}:1:1 HB001 this is a symbolic link; ")
    assert archive.texts == ()


@pytest.mark.parametrize(
    ("page", "fact"),
    [("oak.md", "community oak"), ("directory.md", "made for you"), ("search/index.md", "made for you")],
)
def test_a_hub_page_cannot_take_an_address_that_is_taken(read: Read, page: str, fact: str) -> None:
    found = read({page: "# Hello\n"}).findings
    assert [(f.code, f.place.file) for f in found] == [("HB010", f"content/{page}")]
    assert fact in found[0].message
