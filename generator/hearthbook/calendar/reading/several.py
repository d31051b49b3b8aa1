"""Several times in one line: several meetings, each with what the line says for all of them."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING, Final

from hearthbook.calendar.reading.drafts import draft_of, zone_words
from hearthbook.calendar.reading.grammar import Parts, parts_of
from hearthbook.calendar.reading.labels import NAME
from hearthbook.calendar.reading.moments import one_moment
from hearthbook.calendar.readings import Draft, Unreadable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hearthbook.calendar.reading.drafts import Asked
    from hearthbook.calendar.reading.tokens import Token

Cut = tuple[tuple[Parts, str], ...]
"""The meetings of a line, each with the mark before it."""
_MOST: Final = 6
"""Meetings in one line; more are a list."""
_OPEN: Final = "it is not clear which time belongs to which day; write one line for each meeting"
_DAYS: Final = ("days", "nth", "dates", "cadence", "each", "of", "date")


def times_in(tokens: Sequence[Token]) -> int:
    """How many times of day are named, counting a stretch of time as one."""
    kinds = "".join(token.kind for token in tokens)
    for stretch in ("tz-t", "t-t", "c-t", "Bt&t", "Bc&t"):
        kinds = kinds.replace(stretch, "T")
    return sum(kind in "tT" for kind in kinds) + kinds.count("@c")


def pieces(tokens: Sequence[Token]) -> Cut:
    """The parts of each meeting in the line; refuses one that can be cut in several ways, or in none."""
    times = times_in(tokens)
    if times <= 1 and not any(token.kind == NAME for token in tokens):
        return ((parts_of(tokens), ""),)
    if times > _MOST:
        raise Unreadable(f"it names more than {_MOST} times; write one line for each meeting")
    found = _cuts(tuple(tokens), 0, "", {})
    if len(found) != 1:
        raise Unreadable(_OPEN if times > 1 else _beside(tokens))
    return found[0]


def _beside(tokens: Sequence[Token]) -> str:
    """Why a line with a name and one time at most is refused."""
    names = ", ".join(f"`{token.text}`" for token in tokens if token.kind == NAME)
    return f"{names} stands beside the day and the time, and these cannot be read as they are"


def _cuts(
    tokens: tuple[Token, ...], start: int, name: str, known: dict[tuple[int, str], list[Cut]]
) -> list[Cut]:
    """The ways to cut the tokens from a place on into meetings of one time each; two at most are kept."""
    if (start, name) in known:
        return known[start, name]
    found = known.setdefault((start, name), [])
    first = tokens[start] if start < len(tokens) else None
    called = first.text if first and first.kind == NAME and first.value else name
    begin = start + 1 if first and first.kind == NAME and first.value else start
    for end in range(begin + 1, len(tokens) + 1):
        if (end < len(tokens) and tokens[end].kind not in ",&") or times_in(tokens[begin:end]) != 1:
            continue
        try:
            parts = _named(tokens[begin:end], called)
        except Unreadable:
            continue
        mark = tokens[start - 1].text if start else ""
        if end == len(tokens):
            found.append(((parts, mark),))
            continue
        kept = "" if tokens[end].text == ";" else called
        found += [((parts, mark), *rest) for rest in _cuts(tokens, end + 1, kept, known)]
        del found[2:]
    return found


def _named(tokens: Sequence[Token], name: str) -> Parts:
    """The parts of one meeting, with the name behind it in brackets."""
    own = [token for token in tokens if token.kind == NAME]
    if own and (len(own) > 1 or tokens[-1] is not own[0] or name):
        raise Unreadable(f"`{own[0].text}` stands in the middle")
    return parts_of(tokens[: len(tokens) - len(own)], own[0].text if own else name)


def drafts_of(tokens: Sequence[Token], asked: Asked) -> tuple[Draft, ...]:
    """The meetings of a line; refuses what could hold for one of them or for all."""
    cut = pieces(tokens)
    if len(cut) == 1:
        return (_single(cut[0][0], asked),)
    if one := one_moment(cut, asked):
        return (one,)
    before = [parts for parts, _ in cut]
    if any(each.name for each in before) and not all(each.name for each in before):
        raise Unreadable(
            "some of the meetings have a name beside them and some have none; write one line for each"
        )
    after = shared(before)
    drafts = tuple(draft_of(each, asked) for each in after)
    if any(
        one.keys == other.keys and one.questions == other.questions for one, other in combinations(drafts, 2)
    ):
        raise Unreadable("it names the same meeting twice; write it once")
    told = f"these are {len(drafts)} meetings in one line, and each is one of its own"
    remarks = (told, *_inherited(before, after), *drafts[0].remarks)
    return (replace(drafts[0], remarks=remarks), *drafts[1:])


def _single(parts: Parts, asked: Asked) -> Draft:
    if parts.name:
        fact = f"`{parts.name}` is left over, and may change what is meant"
        raise Unreadable(
            f"{fact}; take it out, or write it as `name`, `where` or `note`", *parts.name.split()
        )
    return draft_of(parts, asked)


def shared(parts: Sequence[Parts]) -> list[Parts]:
    """Each meeting with the days and the zone that the line says once for all of them."""
    _refuse_loose(parts)
    found: list[Parts] = []
    for index, each in enumerate(parts):
        beside = [*reversed(found), *parts[index:]]
        giver = next((other for other in beside if other.has_days), None)
        alone = not each.has_days and "cadence" not in each
        if giver and alone and giver.names_several:
            words = giver.words("each", "days", "nth", "dates")
            fact = f"`{words}` and several times: does each day have each of them?"
            raise Unreadable(f"{fact} Write one line for each time")
        found.append(each.with_parts(giver, _DAYS) if giver and alone else each)
    return _zoned(found)


def _zoned(parts: Sequence[Parts]) -> list[Parts]:
    with_zone = [each for each in parts if zone_words(each)]
    if len(with_zone) in {0, len(parts)}:
        return list(parts)
    giver = with_zone[0]
    at_an_end = giver is parts[0] or giver is parts[-1]
    if len({zone_words(each) for each in with_zone}) > 1 or not at_an_end or "zone" not in giver:
        raise Unreadable("some of the times have a zone and some have none; write one beside each time")
    return [each.with_parts(giver, ("zone",)) for each in parts]


def _refuse_loose(parts: Sequence[Parts]) -> None:
    """Refuses words that stand beside one time and may hold for the others as well."""
    for name in ("length", "from", "until", "span", "except"):
        having = [each for each in parts if name in each]
        if having and len(having) < len(parts):
            raise Unreadable(
                f"does `{having[0].words(name)}` hold for each of the times? Write one line for each"
            )
    for index, each in enumerate(parts):
        # `every other Tuesday` binds its own day and those behind it that say nothing better
        bound = each.kinds("cadence") in {"ex", "x"} or ("each" in each and "nth" in each)
        others = parts[index + 1 :] if bound else [other for other in parts if other is not each]
        open_ = [
            other for other in others if other.has_days and not {"cadence", "each", "of"} & other.found.keys()
        ]
        if open_ and (bound or "cadence" in each):
            words = each.words("cadence", "each")
            raise Unreadable(f"does `{words}` hold for each of the times? Write one line for each meeting")


def _inherited(before: Sequence[Parts], after: Sequence[Parts]) -> tuple[str, ...]:
    """What was taken from one meeting for another."""
    told = []
    for old, new in zip(before, after, strict=True):
        if new.has_days and not old.has_days:
            told.append(f"`{old.text}` is taken to be on the same day as the time beside it")
        if zone_words(new) and not zone_words(old):
            told.append(f"`{old.text}` is taken to be in the same zone as the other")
    return tuple(told)
