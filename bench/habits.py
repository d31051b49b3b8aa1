"""The made-up facts about how a community lives: norms, channels, rituals, roles, first steps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from bench.blocks import Value
    from bench.writer import Writer

ZONES: Final = (
    "Europe/Berlin",
    "Europe/London",
    "America/New_York",
    "America/Chicago",
    "Asia/Tokyo",
    "Asia/Kolkata",
    "Australia/Sydney",
)
DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
TIMES: Final = ("07:30", "09:00", "12:15", "17:00", "18:30", "20:00")
CHANNELS: Final = {
    "help": "help",
    "wins": "wins",
    "shelf": "resources",
    "plans": "accountability",
    "tea": "social",
    "door": "social",
}
"""Name of a channel -> what it serves."""
KINDS: Final = ("safety", "contribution", "evidence", "pace")
STEPS: Final = ("10 minutes", "first day", "first week", "first month")


def norms(writer: Writer, least: int = 4, most: int = 7) -> list[Value]:
    """Norms with all that can be said about one."""
    names = writer.several("name", least, most)
    return [
        {
            "name": name,
            "statement": writer.capital("statement"),
            "example": writer.capital("saying"),
            "why": writer.prose(2, 3),
            "kind": KINDS[position % len(KINDS)],
        }
        for position, name in enumerate(names)
    ]


def channels(writer: Writer, ids: list[str]) -> dict[str, Value]:
    """Three to six channels by name."""
    names = list(CHANNELS)[: writer.random.randint(3, len(CHANNELS))]
    return {
        name: {
            "platform": writer.one_of(("Matrix", "Signal", "Zulip", "Discourse")),
            "purpose": writer.capital("deed"),
            "serves": CHANNELS[name],
            "post_here": writer.several("topic", 1, 3),
            "not_here": writer.several("topic", 1, 2),
            "reply_within": writer.line("span"),
            "owner": writer.one_of(ids),
        }
        for name in names
    }


def _when(writer: Writer) -> Value:
    """A rhythm, in words or with all keys."""
    day, at, zone = writer.one_of(DAYS), writer.one_of(TIMES), writer.one_of(ZONES)
    form = writer.random.randrange(4)
    if form == 0:
        return f"every {day} at {at} {zone}"
    if form == 1:
        first = writer.one_of(("first", "second", "last"))
        return {"every": "month", "day": f"{first} {day}", "at": at, "zone": zone, "minutes": 90}
    if form == 2:  # noqa: PLR2004 - the third of four forms
        return {"every": "2 weeks", "day": day, "at": at, "zone": zone, "from": writer.day(2026)}
    return {"every": "week", "day": day, "at": at, "zone": zone, "minutes": 60, "except": ["2026-12-24"]}


def rituals(writer: Writer, ids: list[str]) -> list[Value]:
    """Two to five rituals, each with its time, zone, host and place."""
    return [
        {
            "name": name,
            "kind": writer.one_of(("demo", "office hours", "practice", "open table", "reading")),
            "purpose": writer.capital("deed"),
            "when": _when(writer),
            "host": writer.one_of(ids),
            "where": writer.one_of(("help", "wins", "the reading room of the library")),
            "steps": writer.several("deed", 2, 5),
            "archive": "https://example.org/notes",
        }
        for name in writer.several("name", 2, 5)
    ]


def roles(writer: Writer, ids: list[str]) -> list[Value]:
    """Two to four roles, each held by somebody."""
    return [
        {
            "name": name,
            "does": writer.prose(2, 3),
            "start_small": writer.prose(1, 2),
            "term": writer.line("span"),
            "stop": writer.prose(1, 2),
            "held_by": [{"person": writer.one_of(ids), "since": writer.day(2025)}],
            "open_seats": writer.random.randint(0, 3),
        }
        for name in writer.several("name", 2, 4)
    ]


def onboarding(writer: Writer, ids: list[str]) -> dict[str, Value]:
    """A newcomer's first month."""
    steps = writer.several("deed", 4, 4)
    return {
        "questions": [{"ask": ask, "why": writer.prose(1, 1)} for ask in writer.several("question", 1, 2)],
        "steps": [
            {
                "when": STEPS[position],
                "do": step,
                "minutes": 10 * (position + 1),
                "where": writer.one_of(("help", "wins")),
                "done_when": writer.line("clause"),
            }
            for position, step in enumerate(steps)
        ],
        "greeter": ids[0],
        "first_post": f"Hello, I am ...\n\nI need ... and can {writer.line('do')}.",
        "follow_up": {"who": ids[-1], "after": writer.line("span")},
        "ask": "The channel help, or hello@example.org",
    }


def mixing(writer: Writer) -> dict[str, Value]:
    """How people meet anew."""
    return {
        "how": writer.one_of(("pairs", "circles")),
        "size": writer.random.randint(2, 6),
        "every": writer.one_of(("week", "2 weeks", "month")),
        "among": writer.line("audience"),
        "opt_out": writer.prose(1, 2),
    }
