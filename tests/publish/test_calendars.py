"""Calendars beside the pages: one for each ritual, each community, its stewards and each tag."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import pytest
from icalendar import Calendar

from hearthbook.publish.builder import Wishes, build_site
from hearthbook.publish.configuration import default_theme
from hearthbook.publish.inputs import SHALLOW
from hearthbook.publish.store import Store
from hearthbook.publish.tag_calendars import with_tag_links
from tests.publish.hamlet import replace_in, write_files, write_hamlet
from tests.publish.sites import git, plain_mkdocs, read, tree

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow

EVENING: Final = """\
name: Birch
promise: { for: [neighbours], outcome: meet once a week, within: a month }
tags: [Trees, Evening walks]
rituals:
  - name: Evening walk
    when: { every: 2 weeks, day: Thursday, at: "18:30", minutes: 45, from: 2026-09-03, except: [2026-12-24] }
    where: https://meet.example.org/walk
    remind: 30
  - name: Now and then
    when: { note: We write when it is time }
"""


@pytest.fixture
def grove(tmp_path: Path) -> Path:
    """A small archive in which two communities meet."""
    root = write_hamlet(tmp_path / "grove")
    write_files(root, {"communities/birch.yml": EVENING})
    replace_in(root / "communities/yew.yml", "name: Yew", "name: Yew\ntags: [trees]")
    return root


def _built(root: Path) -> Path:
    return build_site(root).site_dir


def _events(path: Path) -> list[tuple[str, str]]:
    calendar = Calendar.from_ical(path.read_bytes())
    return [(str(event["summary"]), str(event.get("status", ""))) for event in calendar.walk("VEVENT")]


def test_a_community_has_a_calendar_of_all_its_rituals_and_one_of_each(grove: Path) -> None:
    site = _built(grove)
    found = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.ics"))
    assert found == [
        "agenda/evening-walks.ics",
        "agenda/trees.ics",
        "birch/calendar.ics",
        "birch/rituals/evening-walk.ics",
        "yew/calendar.ics",
        "yew/rituals/the-round.ics",
    ]


def test_a_day_that_is_called_off_is_told_as_such(grove: Path) -> None:
    assert _events(_built(grove) / "birch/calendar.ics") == [
        ("Evening walk · Birch", ""),
        ("Cancelled: Evening walk · Birch", "CANCELLED"),
    ]


def test_the_calendar_of_a_tag_has_the_events_of_all_with_it_however_they_write_it(grove: Path) -> None:
    names = [name for name, status in _events(_built(grove) / "agenda/trees.ics") if not status]
    assert names == ["Evening walk · Birch", "The round · Yew"]


def test_the_calendar_of_a_tag_tells_each_zone_once(grove: Path) -> None:
    text = (_built(grove) / "agenda/trees.ics").read_text("utf-8")
    assert re.findall(r"TZID:(.*)", text) == ["Europe/Berlin"]


@pytest.mark.parametrize("visibility", ["unlisted", "draft"])
def test_who_is_in_no_list_is_in_no_calendar_of_a_tag(visibility: str, grove: Path) -> None:
    write_files(grove, {"communities/elm.yml": EVENING.replace("Birch", "Elm")})
    with (grove / "communities/birch.yml").open("a") as file:
        file.write(f"visibility: {visibility}\n")
    site = _built(grove)
    assert "Birch" not in (site / "agenda/trees.ics").read_text("utf-8")
    assert "Birch" not in (site / "agenda/index.html").read_text("utf-8")


def test_plain_mkdocs_gives_the_same_calendars(grove: Path) -> None:
    git(grove, "init", "-q")
    git(grove, "add", "-A")
    git(grove, "commit", "-qm", "a grove")
    ours = {path: data for path, data in tree(_built(grove)).items() if path.endswith(".ics")}
    plain = {path: data for path, data in tree(plain_mkdocs(grove)).items() if path.endswith(".ics")}
    assert ours == plain
    assert b"SEQUENCE:0" in ours["birch/calendar.ics"]


def test_each_commit_to_a_community_raises_its_number(grove: Path) -> None:
    git(grove, "init", "-q")
    git(grove, "add", "-A")
    git(grove, "commit", "-qm", "a grove")
    replace_in(grove / "communities/birch.yml", "18:30", "18:45")
    git(grove, "commit", "-qam", "later")
    site = _built(grove)
    assert set(re.findall(r"SEQUENCE:(\d+)", (site / "birch/calendar.ics").read_text())) == {"1"}
    assert set(re.findall(r"SEQUENCE:(\d+)", (site / "yew/calendar.ics").read_text())) == {"0"}
    assert sorted(re.findall(r"SEQUENCE:(\d+)", (site / "agenda/trees.ics").read_text())) == ["0", "1", "1"]


def test_without_git_no_day_of_a_change_is_made_up(grove: Path) -> None:
    text = (_built(grove) / "birch/calendar.ics").read_text("utf-8")
    assert set(re.findall(r"(?:DTSTAMP|LAST-MODIFIED):(.*)", text)) == {"20260101T000000Z"}


def test_a_shallow_clone_is_told_with_its_cure(grove: Path, tmp_path: Path) -> None:
    git(grove, "init", "-q")
    for number in (1, 2):
        replace_in(grove / "communities/birch.yml", "name: Birch", f"# {number}\nname: Birch")
        git(grove, "add", "-A")
        git(grove, "commit", "-qm", "a grove")
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{grove}", "shallow")
    assert build_site(tmp_path / "shallow").warnings == (SHALLOW,)


def test_a_change_renews_only_the_calendars_of_the_tags_that_it_concerns(grove: Path, tmp_path: Path) -> None:
    wishes = Wishes(store=Store(tmp_path / "store"))
    site = build_site(grove, wishes).site_dir
    before = (site / "agenda/evening-walks.ics").stat().st_ino, (site / "agenda/trees.ics").stat().st_ino
    replace_in(grove / "communities/yew.yml", "18:30", "19:00")
    build_site(grove, wishes)
    after = (site / "agenda/evening-walks.ics").stat().st_ino, (site / "agenda/trees.ics").stat().st_ino
    assert before[0] == after[0]
    assert before[1] != after[1]
    assert "T190000" in (site / "agenda/trees.ics").read_text()


def test_a_tag_that_nobody_has_any_more_takes_its_calendar_along(grove: Path, tmp_path: Path) -> None:
    wishes = Wishes(store=Store(tmp_path / "store"))
    site = build_site(grove, wishes).site_dir
    replace_in(grove / "communities/birch.yml", ", Evening walks", "")
    build_site(grove, wishes)
    assert not (site / "agenda/evening-walks.ics").exists()


def test_each_ritual_leads_to_its_file_and_all_together_can_be_subscribed_to(grove: Path) -> None:
    replace_in(
        grove / "mkdocs.yml", "site_dir: site", "site_dir: site\nsite_url: https://grove.example.org/a/"
    )
    page = read(_built(grove) / "birch/rituals/index.html")
    links = [link.attributes.get("href", "") or "" for link in page.all("a")]
    assert [link for link in links if link.endswith(".ics")] == [
        "evening-walk.ics",
        "webcal://grove.example.org/a/birch/calendar.ics",
        "../calendar.ics",
    ]


def test_without_an_address_of_the_site_there_is_nothing_to_subscribe_to(grove: Path) -> None:
    assert "webcal:" not in (_built(grove) / "birch/rituals/index.html").read_text("utf-8")


def test_an_hour_on_nobody_knows_whose_clocks_is_in_no_calendar(grove: Path) -> None:
    replace_in(grove / "mkdocs.yml", "      zone: Europe/Berlin\n", "")
    assert not list(_built(grove).glob("yew/**/*.ics"))


def test_a_group_that_rests_calls_its_meetings_off(grove: Path) -> None:
    replace_in(grove / "communities/birch.yml", "name: Birch", "name: Birch\nstatus: paused")
    assert {status for _, status in _events(_built(grove) / "birch/calendar.ics")} == {"CANCELLED"}


def test_the_stewards_dates_are_a_calendar_that_the_page_for_hosts_leads_to(grove: Path) -> None:
    with (grove / "communities/birch.yml").open("a") as file:
        file.write("review: { owner: Ana, last: 2026-03-01, every: six months }\n")
    site = _built(grove)
    assert "DTSTART;VALUE=DATE:20260901" in (site / "birch/stewards.ics").read_text("utf-8")
    assert 'href="../stewards.ics"' in (site / "birch/hosts/index.html").read_text("utf-8")


def test_the_agenda_of_the_archive_names_each_ritual_whose_days_are_sure_for_scripts(grove: Path) -> None:
    page = read(_built(grove) / "agenda/index.html")
    rules = [
        each.attributes.get("data-hb-rule") for each in page.all("p") if "data-hb-agenda" in each.attributes
    ]
    assert rules == [
        None,
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH;DTSTART=2026-09-03;EXDATE=2026-12-24;TZID=Europe/Berlin;AT=18:30;MINUTES=45",
        "FREQ=WEEKLY;BYDAY=TU;TZID=Europe/Berlin;AT=18:30",
    ]


def test_each_tag_leads_to_its_calendar(grove: Path) -> None:
    page = read(_built(grove) / "agenda/index.html")
    assert [link.attributes["href"] for link in page.all("a", type="text/calendar")] == [
        "trees.ics",
        "evening-walks.ics",
    ]


def test_one_community_alone_needs_no_agenda_of_the_archive(grove: Path) -> None:
    (grove / "communities/birch.yml").unlink()
    assert not (_built(grove) / "agenda").exists()


def test_a_tag_with_a_page_of_its_own_keeps_that_link_and_names_its_calendar() -> None:
    page = '<p id="tag-book-club"><a href="book-club/">Book club</a></p>'
    words = default_theme().words("en")
    assert with_tag_links(page, "agenda/", words, "") == (
        '<p id="tag-book-club"><a href="book-club/">Book club</a> '
        '<a type="text/calendar" href="book-club.ics" aria-label="calendar: Book club">calendar</a></p>'
    )
