"""All 52 meeting times of OpenTelemetry, each read by a person, and what the program makes of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest
from ruamel.yaml import YAML

from tests.real.schedules import DECISIONS, PACIFIC, obstacle, plainer, read

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.real

# group, what its source says, how often, day, time, place
READ: Final = (
    ("spec-general", "Tuesday at 08:00 PT", "week", "Tuesday", "08:00", PACIFIC),
    ("sampling", "Thursday at 08:00 PT", "week", "Thursday", "08:00", PACIFIC),
    ("spec-logs", "Tuesday at 10:00 PT", "week", "Tuesday", "10:00", PACIFIC),
    ("semconv-general", "Monday at 08:00 PT", "week", "Monday", "08:00", PACIFIC),
    ("semconv-system-metrics", "Thursday at 07:30 PT", "week", "Thursday", "07:30", PACIFIC),
    ("semconv-k8s", "Every other Tuesday at 07:30 PT", "2 weeks", "Tuesday", "07:30", PACIFIC),
    ("semconv-cicd", "Every Tuesday at 07:00 PT", "week", "Tuesday", "07:00", PACIFIC),
    ("semconv-rpc", "Every other Thursday at 07:30 PT", "2 weeks", "Thursday", "07:30", PACIFIC),
    ("spec-entities", "Every Monday at 09:30 PT", "week", "Monday", "09:30", PACIFIC),
    ("opamp", "Every other Tuesday at 09:00 PT", "2 weeks", "Tuesday", "09:00", PACIFIC),
    ("prometheus-interop", "Every other Friday at 08:00 PT", "2 weeks", "Friday", "08:00", PACIFIC),
    ("faas", "Every other Thursday at 8:00 PT", "2 weeks", "Thursday", "08:00", PACIFIC),
    ("profiling", "Every other Thursday at 08:00 PT", "2 weeks", "Thursday", "08:00", PACIFIC),
    ("mainframes", "Wednesday at 10:00 PT", "week", "Wednesday", "10:00", PACIFIC),
    ("client-instrumentation", "Every other Tuesday at 09:00 PT", "2 weeks", "Tuesday", "09:00", PACIFIC),
    ("android", "Thursday at 08:00 PT", "week", "Thursday", "08:00", PACIFIC),
    ("browser", "Thursday at 8:30 PT", "week", "Thursday", "08:30", PACIFIC),
    ("dotnet-auto-instr", "Wednesday at 09:00 PT", "week", "Wednesday", "09:00", PACIFIC),
    ("dotnet", "Tuesday at 11:00 PT", "week", "Tuesday", "11:00", PACIFIC),
    ("erlang-elixir", "Every other Thursday at 09:00 PT", "2 weeks", "Thursday", "09:00", PACIFIC),
    ("go-auto-instr", "Every other Tuesday at 09:30 PT", "2 weeks", "Tuesday", "09:30", PACIFIC),
    ("go-compile-instr", "Every Thursday at 08:00 UTC", "week", "Thursday", "08:00", "UTC"),
    ("injector", "Thursday at 08:00 PT", "week", "Thursday", "08:00", PACIFIC),
    ("javascript-sdk", "Wednesday at 09:00 PT", "week", "Wednesday", "09:00", PACIFIC),
    ("kotlin", "Monday at 09:00 PT", "week", "Monday", "09:00", PACIFIC),
    ("packaging", "Wednesday at 10:00 PT", "week", "Wednesday", "10:00", PACIFIC),
    ("python-sdk", "Thursday at 09:00 PT", "week", "Thursday", "09:00", PACIFIC),
    ("ruby-sdk", "Tuesday at 10:00 PT", "week", "Tuesday", "10:00", PACIFIC),
    ("swift-sdk", "Thursday at 09:00 PT", "week", "Thursday", "09:00", PACIFIC),
    ("network", "Monday at 07:00 PT", "week", "Monday", "07:00", PACIFIC),
    ("ebpf-instrumentation", "Wednesday at 08:00 PT", "week", "Wednesday", "08:00", PACIFIC),
    ("k8s-operator", "Thursday at 09:00 PT", "week", "Thursday", "09:00", PACIFIC),
    ("community-demo", "Wednesday at 08:00 PT", "week", "Wednesday", "08:00", PACIFIC),
    ("semconv-tooling", "Wednesday at 07:00 PT", "week", "Wednesday", "07:00", PACIFIC),
    ("communications", "Every other Tuesday at 09:00 PT", "2 weeks", "Tuesday", "09:00", PACIFIC),
    ("security", "Every other Monday at 09:00 PT", "2 weeks", "Monday", "09:00", PACIFIC),
    ("contributor-experience", "Every other Monday at 10:00 PT", "2 weeks", "Monday", "10:00", PACIFIC),
)

# group, what its source says, why nobody can be sure of it
REFUSED: Final = (
    (
        "semconv-genai",
        (
            "General GenAI topics: every Tuesday 9:00 PT, every other Tuesday 9:00 UTC+8; "
            "agent-related topics: every Monday 9:00 PT"
        ),
        "three times in two zones: these are several meetings in one line",
    ),
    (
        "semconv-service-deployment",
        "Alternating between Thursday at 08:00 PT and Thursday at 05:30 UTC",
        "it alternates between two times in two zones, and nothing says which week has which",
    ),
    (
        "arrow",
        "Alternating between Tuesday at 16:00 PT and Thursday at 8:00 PT",
        "it alternates between two times, and nothing says which week has which",
    ),
    (
        "collector",
        "Alternating between Tuesday at 17:00 PT, Wednesday at 09:00 PT, and Wednesday at 05:00 PT",
        "it alternates between three times, and nothing says which week has which",
    ),
    (
        "cpp",
        "Alternating between Monday at 13:00 PT and Wednesday at 09:00 PT",
        "it alternates between two times, and nothing says which week has which",
    ),
    (
        "go",
        "Thursday alternating between 09:00 PT and 10:00 PT",
        "it alternates between two times, and nothing says which week has which",
    ),
    (
        "java-sdk-instrumentation",
        "Thursday at 09:00 PT, and every other Thursday at 09:00 UTC+8",
        "two times in two zones: these are several meetings in one line",
    ),
    (
        "php-sdk",
        "Wednesday at 08:00 EST",
        "EST is New York's clock in winter; nothing says what the hour is in summer",
    ),
    (
        "rust-sdk",
        "Alternating between Tuesday at 09:00 AM PT and Wednesday at 8:00 AM PT",
        "it alternates between two times, and nothing says which week has which",
    ),
    (
        "k8s-helm-charts",
        "Meets during OpenTelemetry Operator and OpenTelemetry Collector",
        "it has no time of its own: it takes place inside the meetings of other groups",
    ),
    (
        "end-user",
        "Alternating between Monday at 09:00 PT (Blueprints) and Thursday at 10:00 PT (General)",
        "it alternates between two times, and nothing says which week has which",
    ),
    (
        "developer-experience",
        "Wednesday 11:00 PT and 17:00 UTC+8",
        "two times in two zones: these are several meetings in one line",
    ),
    (
        "localization-ja",
        "Every third Wednesday at 01:00pm JST",
        "`Every third Wednesday` can mean every three weeks, or the third Wednesday of each month",
    ),
    (
        "localization-ro",
        "Monthly on a different day, at a different time (see Slack channel)",
        "the day and the hour change every month",
    ),
    (
        "localization-es",
        "Every second Friday at 8:30am UTC-3",
        "`Every second Friday` can mean every two weeks, or the second Friday of each month",
    ),
)


@pytest.mark.parametrize("row", READ, ids=[row[0] for row in READ])
def test_a_time_that_can_be_read_is_read_as_it_is_meant(row: tuple[str, ...]) -> None:
    group, text, every, day, at, zone = row
    assert read(group, text).when == {"every": every, "day": day, "at": at, "zone": zone}


@pytest.mark.parametrize(("group", "text", "reason"), REFUSED, ids=[row[0] for row in REFUSED])
def test_a_time_that_cannot_be_read_is_refused_with_its_reason(group: str, text: str, reason: str) -> None:
    schedule = read(group, text)
    assert schedule.when is None
    assert schedule.reason == reason


def test_the_tables_hold_every_time_of_the_source(data: Path) -> None:
    groups = YAML(typ="safe", pure=True).load(data / "opentelemetry" / "workstreams.yml")
    meetings = [(g["id"], r["meeting"]) for g in groups for r in g["resources"] if "meeting" in r]
    source = {(group, " ".join(meeting["schedule"].split())) for group, meeting in meetings}
    assert {row[:2] for row in (*READ, *REFUSED)} == source
    assert (len(READ), len(REFUSED)) == (37, 15)


def test_only_the_zone_and_the_digits_of_the_hour_are_rewritten() -> None:
    assert plainer("every Tuesday at 9:05 PT") == f"every Tuesday at 09:05 {PACIFIC}"
    assert plainer("every Tuesday at 10:30 UTC") == "every Tuesday at 10:30 UTC"


def test_an_hour_before_noon_or_after_it_is_left_to_the_reader() -> None:
    assert plainer("every Tuesday at 8:30pm PT") == f"every Tuesday at 8:30pm {PACIFIC}"
    assert "24 hours" in read("a", "every Tuesday at 8:30pm PT").reason


def test_every_second_day_of_the_week_has_two_meanings() -> None:
    assert "every two weeks, or the second Friday" in obstacle("every second Friday at 08:30 UTC")
    assert obstacle("every other Friday at 08:30 UTC") == ""


def test_what_the_converter_takes_for_certain_is_said() -> None:
    assert any(PACIFIC in decision for decision in DECISIONS)
