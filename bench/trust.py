"""The made-up facts that members rely on: conduct, hosting, money, measures, answers, words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from bench.blocks import Value
    from bench.writer import Writer

MOMENTS: Final = ("before", "first week", "taking part", "trouble", "leaving")
MEASURES: Final = ("activation", "retention", "time_to_first_value", "outcome")


def contacts(writer: Writer, ids: list[str]) -> dict[str, Value]:
    """Whom to tell, which no two communities share."""
    first, second = writer.random.sample(ids, 2)
    return {
        "contacts": [
            {"who": first, "reach": f"{first}@example.org", "independent": False},
            {"who": second, "reach": f"{second}@example.net", "independent": True},
        ],
        "above": "The board of the house, board@example.org",
        "stand_by": "Ruth Example, ruth@example.net",
    }


def conduct(writer: Writer) -> dict[str, Value]:
    """How reports are handled, the ladder, the appeal."""
    return {
        "anonymous": writer.prose(1, 2),
        "emergency": writer.prose(1, 1),
        "receipt_within": "two days",
        "decide_within": writer.line("span"),
        "spaces": writer.several("topic", 1, 2),
        "retaliation": writer.prose(1, 2),
        "conflict_of_interest": writer.prose(1, 2),
        "decisions": {"quorum": "both contacts", "tie_break": "the stand-by person"},
        "records": writer.prose(1, 2),
        "ladder": _ladder(writer),
        "support": writer.prose(1, 2),
        "appeal": {"to": "The board of the house, board@example.org", "within": "14 days"},
        "statistics": writer.prose(1, 1),
        "review": {"last": writer.day(2026), "every": "year", "waiting_time": "two weeks"},
    }


def _ladder(writer: Writer) -> list[Value]:
    return [
        {
            "event": event,
            "consequence": writer.capital("consequence"),
            "repair": writer.capital("deed"),
        }
        for event in writer.several("event", 3, 5)
    ]


def facilitation(writer: Writer) -> dict[str, Value]:
    """How hosts act, in practice."""
    subjects = ("spam", "disrespect", "quiet_members", "exclusion", "introductions")
    facts: dict[str, Value] = {subject: writer.prose(2, 3) for subject in subjects}
    return {**facts, "prompts": writer.several("question", 3, 4)}


def membership(writer: Writer) -> dict[str, Value]:
    """Who pays, for what."""
    return {
        "model": writer.one_of(("free", "paid", "sponsors")),
        "price": "12 EUR a month",
        "since": writer.day(),
        "serves": writer.prose(1, 2),
        "conflict": writer.prose(1, 2),
        "free_path": writer.prose(1, 2),
    }


def _results(writer: Writer) -> list[Value]:
    years = range(2024, 2024 + writer.random.randint(1, 3))
    return [{"date": writer.day(y, y), "value": writer.random.randint(3, 12), "of": 12} for y in years]


def metrics(writer: Writer) -> list[Value]:
    """Two to four measures with their results."""
    return [
        {
            "name": name,
            "kind": kind,
            "definition": writer.prose(2, 3),
            "source": writer.capital("topic"),
            "interval": "every three months",
            "target": f"{writer.line('few')} of twelve",
            "results": _results(writer),
        }
        for name, kind in zip(writer.several("name", 2, 4), MEASURES, strict=False)
    ]


def stories(writer: Writer) -> list[Value]:
    """One to three stories, told with consent."""
    return [
        {
            "who": who.replace("The ", "a ", 1),
            "before": writer.prose(1, 2),
            "after": writer.capital("saying"),
            "within": writer.line("span"),
            "consent": True,
        }
        for who in writer.several("thing", 1, 3)
    ]


def feedback(writer: Writer) -> list[Value]:
    """What was said, and what came of it."""
    return [
        {
            "said": said,
            "did": writer.prose(1, 2),
            "when": writer.day(2025),
            "status": writer.one_of(("done", "open", "declined")),
        }
        for said in writer.several("sentence", 2, 4)
    ]


def _claim(writer: Writer, ids: list[str]) -> Value:
    return {
        "basis": writer.one_of(("source", "experience", "verified", "expert")),
        "by": writer.one_of(ids),
        "checked": writer.day(2026),
        "expires": "2027-11-01",
    }


def answers(writer: Writer, ids: list[str]) -> list[Value]:
    """Six to twelve questions with their answers, at all moments."""
    return [
        {
            "q": question,
            "a": writer.prose(2, 4),
            "moment": MOMENTS[position % len(MOMENTS)],
            "claim": _claim(writer, ids),
        }
        for position, question in enumerate(writer.several("question", 6, 12))
    ]


def glossary(writer: Writer) -> dict[str, Value]:
    """Three to six words of the group's own."""
    return {name.lower(): writer.prose(1, 1) for name in writer.several("name", 3, 6)}


def synonyms(writer: Writer) -> dict[str, Value]:
    """Two words that searchers use, and what the group says instead."""
    return {word.lower(): [writer.line("noun")] for word in writer.several("noun", 2, 2)}
