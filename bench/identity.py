"""The made-up facts about who a community is: its people, its promise, where it comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bench.lexicon import lexicon

if TYPE_CHECKING:
    from bench.blocks import Value
    from bench.writer import Writer

PLACES: Final = (
    ("Aarhus", "Denmark"),
    ("Bologna", "Italy"),
    ("Bristol", "United Kingdom"),
    ("Graz", "Austria"),
    ("Leipzig", "Germany"),
    ("Lyon", "France"),
    ("Oregon City", "United States"),
    ("Osaka", "Japan"),
    ("Pune", "India"),
    ("Tartu", "Estonia"),
)
_UNNAMED: Final = 0.2
"""In how many communities somebody does not want to be shown."""
COLOURS: Final = ("#8a4b2d", "#2f6f4f", "#31588a", "#7a3b69", "#2f6072", "#805d15", "#5b5fc7", "#a33b3b")


def people(writer: Writer) -> dict[str, Value]:
    """Four to eight people by id; most go by a handle, some by name, one now and then by nothing."""
    ids = writer.random.sample(lexicon().names, writer.random.randint(4, 8))
    found: dict[str, Value] = {}
    for position, name in enumerate(ids):
        if position % 3 == 0:
            found[name] = {"name": name.title(), "show": "name", "answers_for": writer.capital("topic")}
        else:
            found[name] = {"handle": f"@{name}"}
    if writer.random.random() < _UNNAMED:
        found[ids[-1]] = {"show": "nothing"}
    return found


def identity(writer: Writer, slug: str, name: str, ids: list[str]) -> dict[str, Value]:
    """The name and what stands at the head of a file."""
    city, country = writer.one_of(PLACES)
    return {
        "name": name,
        "tagline": writer.capital("tagline"),
        "language": "en",
        "color": writer.one_of(COLOURS),
        "tags": [writer.line("noun") for _ in range(3)],
        "place": {"city": city, "country": country},
        "links": {"Where to apply": f"https://example.org/{slug}/apply"},
        "founders": ids[:2],
        "status": {"state": writer.one_of(("active", "active", "forming", "full")), "since": writer.day()},
        "visibility": "public",
        "size": {"members": writer.random.randint(8, 150), "as_of": writer.day(2026)},
    }


def promise(writer: Writer) -> dict[str, Value]:
    """The one thing the group is for."""
    return {
        "for": writer.several("audience", 2, 3),
        "not_for": [
            {"who": who, "instead": writer.capital("topic")} for who in writer.several("audience", 1, 3)
        ],
        "outcome": writer.line("outcome"),
        "within": writer.line("span"),
        "proof": writer.prose(2, 3),
        "method": writer.prose(2, 4),
        "boundary": {"cap": writer.random.randint(20, 200), "we_do_not": _lines(writer, "deed", 2, 3)},
        "assumes": _lines(writer, "topic", 2, 4),
        "trade_offs": writer.several("sentence", 2, 3),
        "found_through": _lines(writer, "topic", 1, 3),
    }


def joining(writer: Writer, slug: str) -> dict[str, Value]:
    """How one comes in, and what is expected then."""
    return {
        "join": {
            "how": writer.one_of(("open", "apply", "invite")),
            "url": f"https://example.org/{slug}/apply",
            "chosen_by": writer.prose(2, 3),
            "waiting_list": writer.prose(1, 2),
            "pause": writer.prose(1, 2),
            "leave": writer.prose(1, 3),
        },
        "expected": {"hours_a_week": writer.random.randint(1, 5), "gives": _lines(writer, "deed", 2, 3)},
        "decisions": writer.prose(2, 4),
        "privacy": writer.prose(2, 3),
        "access": {
            "just_listening": writer.prose(1, 2),
            "camera": writer.prose(1, 1),
            "captions": writer.prose(1, 1),
            "other": writer.prose(1, 2),
        },
    }


def care(writer: Writer) -> dict[str, Value]:
    """What a group about health owes its members."""
    lines: list[Value] = [{"country": "Germany", "reach": "112, day and night, free"}]
    return {"not_a_substitute": writer.prose(1, 2), "crisis_lines": lines, "minimum_age": 18}


def beginnings(writer: Writer, number: int, earlier: list[str]) -> dict[str, Value]:
    """How the group started, for every fourth, and what it split from, for every third that can."""
    facts: dict[str, Value] = {}
    if number % 4 == 0:
        prompts = writer.several("question", 4, 4)
        weeks: list[Value] = [{"prompt": each, "session": writer.capital("topic")} for each in prompts]
        facts["launch"] = {"invited": writer.random.randint(8, 20), "weeks": weeks}
    if number % 3 == 2:  # noqa: PLR2004 - the third of three
        parent, goal = writer.random.sample(earlier, 2)
        facts["lineage"] = {
            "split_from": parent,
            "by": writer.one_of(("cohort", "place", "role", "skill")),
            "split_at": writer.day(),
            "graduates_to": [{"community": goal, "when": f"You {writer.line('did')}"}],
        }
    return facts


def _lines(writer: Writer, symbol: str, least: int, most: int) -> list[str]:
    """Several texts as they stand inside a sentence."""
    return [text[0].lower() + text[1:] for text in writer.several(symbol, least, most)]
