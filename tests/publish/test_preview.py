"""The preview follows every change, and shows in the browser what is to be mended."""

from __future__ import annotations

import socket
import tempfile
import threading
from typing import TYPE_CHECKING, Never

import pytest

from hearthbook.errors import HearthbookError
from hearthbook.publish.builder import Built, Wishes, build_site
from hearthbook.publish.preview import Preview, Voice, preview
from hearthbook.render.theme import Theme
from tests.publish.hamlet import replace_in, write_files, write_hamlet, write_theme
from tests.publish.previews import PATIENCE, Running

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

pytestmark = pytest.mark.slow

BROKEN = "name: Elm\npromise: [\n"
SLIP = "{% extends 'base.html' %}\n{% block content %}{{ no.such }}{% endblock %}\n"
SILENT = Voice(ready=lambda _: None, say=lambda _: None, warn=lambda _: None)


@pytest.fixture
def hamlet(tmp_path: Path) -> Path:
    """A small archive that a test may change."""
    return write_hamlet(tmp_path / "hamlet")


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache for all tests, so that only the first makes the pages that none of them changes."""
    return tmp_path_factory.mktemp("store")


@pytest.fixture
def starting(hamlet: Path, tmp_path: Path, store: Path) -> Iterator[Callable[[], Running]]:
    """Starts a preview of the archive as it is by then."""
    started: list[Running] = []

    def start() -> Running:
        started.append(Running(hamlet, tmp_path / "pages", store))
        started[0].start()
        return started[0]

    yield start
    for running in started:
        running.stop()


@pytest.fixture
def running(starting: Callable[[], Running]) -> Running:
    """A preview of the archive."""
    return starting()


def _write(root: Path, name: str, text: str) -> Callable[[], None]:
    return lambda: write_files(root, {name: text})


def _replace(path: Path, old: str, new: str) -> Callable[[], None]:
    return lambda: replace_in(path, old, new)


def test_it_says_where_to_look_and_what_it_made(running: Running) -> None:
    assert running.ready == [f"http://127.0.0.1:{running.port}/"]
    assert running.said[0].startswith("5 communities and the hub: ")


def test_its_pages_load_themselves_again(running: Running) -> None:
    page = running.page("/elm/norms/")
    assert page.status == 200
    assert "We share what we pick." in page.text
    assert page.epoch
    assert "Content-Security-Policy" not in page.text


def test_a_saved_norm_appears(running: Running, hamlet: Path) -> None:
    page = running.after(
        _replace(hamlet / "communities/ash.yml", "everybody who helped", "every hand"), "/ash/norms/"
    )
    assert "We name every hand." in page.text
    assert running.said[1].startswith("ash: ")


def test_a_file_that_is_replaced_by_another_counts_as_saved(running: Running, hamlet: Path) -> None:
    file = hamlet / "communities/ash.yml"

    def save() -> None:
        fresh = file.with_name(".ash.yml.swp")
        text = file.read_text(encoding="utf-8")
        fresh.write_text(text.replace("everybody who helped", "every hand"), encoding="utf-8")
        fresh.replace(file)

    assert "We name every hand." in running.after(save, "/ash/norms/").text


def test_a_saved_base_file_appears_in_all_that_extend_it(running: Running, hamlet: Path) -> None:
    page = running.after(_replace(hamlet / "communities/_grove.yml", "what we pick", "it all"), "/elm/norms/")
    assert "We share it all." in page.text
    assert "We share it all." in running.page("/ash/norms/").text
    assert running.said[1].startswith("ash and elm: ")


def test_a_saved_article_appears(running: Running, hamlet: Path) -> None:
    page = running.after(
        _replace(hamlet / "content/elm/leaves.md", "They fall.", "They turn red."), "/elm/articles/leaves/"
    )
    assert "They turn red." in page.text


def test_a_saved_page_of_the_hub_appears(running: Running, hamlet: Path) -> None:
    assert "Six trees." in running.after(_replace(hamlet / "content/index.md", "Five", "Six")).text
    assert running.said[1].startswith("the hub: ")


def test_changed_settings_are_read_again(running: Running, hamlet: Path) -> None:
    page = running.after(_replace(hamlet / "mkdocs.yml", "site_name: Hamlet", "site_name: The Old Mill"))
    assert "The Old Mill" in page.text


def test_what_the_settings_name_is_followed_too(running: Running, hamlet: Path) -> None:
    looks = 'name: material\n  custom_dir: looks\nextra_css: ["own.css"]'
    write_files(hamlet, {"looks/own.css": "p { color: red }"})
    running.after(_replace(hamlet / "mkdocs.yml", "name: material", looks))
    assert running.page("/own.css").text == "p { color: red }"
    running.after(_write(hamlet, "looks/own.css", "p { color: blue }"))
    assert running.page("/own.css").text == "p { color: blue }"


def test_a_saved_template_and_a_saved_style_appear(
    starting: Callable[[], Running], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write_theme(tmp_path / "theme")
    for place in ("builder", "preview"):
        monkeypatch.setattr(f"hearthbook.publish.{place}.default_theme", lambda: Theme(folder))
    running = starting()
    template = folder / "pages/norms.md.jinja"
    text = template.read_text(encoding="utf-8") + "\nCome as you are.\n"
    page = running.after(lambda: template.write_text(text, encoding="utf-8"), "/fir/norms/")
    assert "Come as you are." in page.text
    style = folder / "html/assets/hearth/hearth.css"
    running.after(lambda: style.write_text("p { color: red }", encoding="utf-8"))
    assert running.page("/assets/hearth/hearth.css").text == "p{color:red}"


def test_a_new_community_appears_and_a_deleted_one_vanishes(running: Running, hamlet: Path) -> None:
    assert running.page("/ivy/").status == 404
    text = (hamlet / "communities/elm.yml").read_text(encoding="utf-8").replace("Elm", "Ivy")
    page = running.after(_write(hamlet, "communities/ivy.yml", text), "/ivy/")
    assert (page.status, "Ivy" in page.text) == (200, True)
    assert "Ivy" in running.page("/").text
    page = running.after((hamlet / "communities/ivy.yml").unlink, "/ivy/")
    assert page.status == 404
    assert "Ivy" not in running.page("/").text
    assert "ivy is gone" in running.said[-1]


def test_what_changes_no_page_loads_none_again(
    starting: Callable[[], Running], hamlet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built = threading.Semaphore(0)

    def build(root: Path, wishes: Wishes) -> Built:
        try:
            return build_site(root, wishes)
        finally:
            built.release()

    monkeypatch.setattr("hearthbook.publish.preview.build_site", build)
    running = starting()
    assert built.acquire(timeout=PATIENCE)
    epoch = running.page().epoch
    replace_in(hamlet / "communities/ash.yml", "name: Ash", "# not in the pages\nname: Ash")
    assert built.acquire(timeout=PATIENCE)
    assert running.page().epoch == epoch
    assert len(running.said) == 1


def test_a_slip_is_shown_with_its_line_while_the_last_good_pages_stay(running: Running, hamlet: Path) -> None:
    page = running.after(_write(hamlet, "communities/elm.yml", BROKEN), "/ash/norms/")
    assert page.status == 500
    assert "communities/elm.yml:3:1" in page.text
    assert "HB002" in page.text
    assert 'href="?last-good"' in page.text
    old = running.page("/ash/norms/?last-good")
    assert old.status == 200
    assert "We name everybody who helped." in old.text
    assert "This is the last good page." in old.text
    assert running.page("/assets/hearth/hearth.css").status == 200
    assert running.warned[0].startswith("1 error; the last good pages stay\ncommunities/elm.yml:3:1 HB002 ")


def test_once_it_is_mended_the_pages_are_back(running: Running, hamlet: Path) -> None:
    good = (hamlet / "communities/elm.yml").read_text(encoding="utf-8")
    running.after(_write(hamlet, "communities/elm.yml", BROKEN))
    page = running.after(_write(hamlet, "communities/elm.yml", good), "/elm/norms/")
    assert page.status == 200
    assert "We share what we pick." in page.text
    assert running.said[1].startswith("all is up to date")
    old = running.page("/elm/norms/?last-good")
    assert (old.status, old.headers["location"]) == (302, "/elm/norms/")


def test_a_slip_that_changes_is_told_again_and_one_that_stays_is_not(running: Running, hamlet: Path) -> None:
    running.after(_write(hamlet, "communities/elm.yml", BROKEN))
    page = running.after(_write(hamlet, "communities/yew.yml", "name: Yew\n"))
    assert "2 errors" in page.text
    assert "communities/yew.yml:1:1" in page.text
    assert [told.partition(";")[0] for told in running.warned] == ["1 error", "2 errors"]


def test_what_somebody_wrote_cannot_become_part_of_the_page(running: Running, hamlet: Path) -> None:
    page = running.after(_write(hamlet, "communities/elm.yml", 'name: Elm\n"<script>alert(1)</script>": 1\n'))
    assert "&lt;script&gt;alert(1)" in page.text
    assert "<script>alert(1)" not in page.text


def test_half_a_character_in_a_key_can_be_told(running: Running, hamlet: Path) -> None:
    page = running.after(_write(hamlet, "communities/elm.yml", 'name: Elm\n"\\ud83d": 1\n'))
    assert page.status == 500
    assert "communities/elm.yml" in page.text


def test_a_slip_in_the_settings_is_told_in_words(running: Running, hamlet: Path) -> None:
    page = running.after(_replace(hamlet / "mkdocs.yml", "language: en", "lang: en"))
    assert "there is no such setting" in page.text
    page = running.after(_replace(hamlet / "mkdocs.yml", "lang: en", "language: en"))
    assert "Five trees." in page.text


def test_a_slip_in_a_template_is_told_with_its_line(running: Running, hamlet: Path) -> None:
    write_files(hamlet, {"looks/main.html": SLIP})
    looks = "name: material\n  custom_dir: looks"
    page = running.after(_replace(hamlet / "mkdocs.yml", "name: material", looks))
    assert "looks/main.html:2" in page.text
    assert "old site" not in page.text


def test_a_first_build_that_fails_is_shown_and_recovers(
    starting: Callable[[], Running], hamlet: Path
) -> None:
    good = (hamlet / "communities/elm.yml").read_text(encoding="utf-8")
    write_files(hamlet, {"communities/elm.yml": BROKEN})
    running = starting()
    page = running.page("/elm/?last-good")
    assert page.status == 500
    assert "communities/elm.yml:3:1" in page.text
    assert "last-good" not in page.text
    assert running.page("/assets/hearth/hearth.css").status == 404
    assert running.warned[0].startswith("1 error; the pages come once it is mended\n")
    page = running.after(_write(hamlet, "communities/elm.yml", good), "/elm/")
    assert page.status == 200


def test_a_mistake_of_ours_is_told_without_its_inside(
    running: Running, hamlet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(*_: object) -> Never:
        raise KeyError("secret")

    monkeypatch.setattr("hearthbook.publish.preview.build_site", stumble)
    page = running.after(_replace(hamlet / "content/index.md", "Five", "Six"))
    assert page.status == 500
    assert "A mistake of ours" in page.text
    assert "secret" not in page.text
    assert "Traceback" not in page.text
    assert "KeyError: 'secret'" in running.warned[0]
    monkeypatch.undo()
    assert "Five trees." in running.after(_replace(hamlet / "content/index.md", "Six", "Five")).text


def test_a_warning_is_told_once(running: Running, hamlet: Path) -> None:
    running.after(_replace(hamlet / "content/elm/leaves.md", "They fall.", "They [fall](/nowhere/)."))
    running.after(_replace(hamlet / "content/index.md", "Five", "Six"))
    assert len(running.warned) == 1
    assert running.warned[0].startswith("warning: content/elm/leaves.md:5:13 ")


def test_pages_are_where_the_settings_say(running: Running, hamlet: Path) -> None:
    line = "site_name: Hamlet\nsite_url: https://example.org/old/"
    running.after(_replace(hamlet / "mkdocs.yml", "site_name: Hamlet", line))
    top = running.page("/")
    assert (top.status, top.headers["location"]) == (302, "/old/")
    assert "Five trees." in running.page("/old/").text


def test_it_leaves_nothing_behind_and_the_built_site_alone(
    hamlet: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    seen: list[Path] = []

    def serve(self: Preview) -> Never:
        self._build()
        seen.extend((tmp_path / "temporary").glob("hearthbook-*/site/elm"))
        raise KeyboardInterrupt

    monkeypatch.setattr(Preview, "serve", serve)
    preview(hamlet, 0, Wishes(), SILENT)
    assert len(seen) == 1
    assert list((tmp_path / "temporary").iterdir()) == []
    assert not (hamlet / "site").exists()


def test_a_port_that_is_taken_is_told_with_its_remedy(hamlet: Path) -> None:
    said: list[str] = []
    voice = Voice(ready=said.append, say=said.append, warn=said.append)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        expected = f"^port {port}: Address already in use; another program uses it: choose one with --port$"
        with pytest.raises(HearthbookError, match=expected):
            preview(hamlet, port, Wishes(), voice)
    assert said == []


def test_where_there_is_no_archive_it_does_not_start(tmp_path: Path) -> None:
    with pytest.raises(HearthbookError, match=r"there is no mkdocs\.yml here"):
        preview(tmp_path, 0, Wishes(), SILENT)


@pytest.mark.usefixtures("real_search")
def test_the_search_is_made_when_a_browser_asks_for_it(running: Running, hamlet: Path) -> None:
    folder = "/search/en-all"
    first = running.page(f"{folder}/pagefind-entry.json")
    assert first.status == 200
    running.after(
        _replace(hamlet / "communities/ash.yml", "everybody who helped", "every hand"), "/ash/norms/"
    )
    assert running.page(f"{folder}/pagefind-entry.json").text != first.text
    assert '"en":[""]' in running.page("/search/index.json").text
