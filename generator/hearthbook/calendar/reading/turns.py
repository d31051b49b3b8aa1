"""Times that take turns: `alternating between Monday at 13:00 and Wednesday at 09:00`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from hearthbook.calendar.reading.drafts import timed_of, zone_words
from hearthbook.calendar.reading.grammar import Parts, is_mark, parts_of
from hearthbook.calendar.reading.labels import NAME
from hearthbook.calendar.reading.rhythms import rhythm_of
from hearthbook.calendar.reading.tokens import Token
from hearthbook.calendar.readings import Draft, Unreadable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hearthbook.calendar.reading.drafts import Asked

_MOST: Final = 6
_UNCLEAR: Final = (
    "it is not clear what takes turns; write it as `Monday at 13:00, alternating with Wednesday at 09:00`"
)
_AND: Final = Token(kind="&", text="and")
EACH_WEEK: Final = "the times take turns, one each week"


def takes_turns(tokens: Sequence[Token]) -> bool:
    """Whether the line speaks of times that take turns."""
    return any(token.kind == "a" for token in tokens)


def turns_of(tokens: Sequence[Token], asked: Asked) -> Draft:
    """The meeting whose times take turns; refuses where more than days and times are said."""
    at = [index for index, token in enumerate(tokens) if token.kind == "a"]
    if len(at) > 1:
        raise Unreadable(_UNCLEAR)
    before, after = _trimmed(tokens[: at[0]]), _trimmed(tokens[at[0] + 1 :])
    if tokens[at[0]].value == "with":
        before, after = (), (*before, _AND, *after)
    if not after:
        before, after = (), before
    common = _common(before)
    slots = [_named(each) for each in _split(after[1:] if after and after[0].kind == "B" else after)]
    if twice := [name for name in common.found if name != "each" and any(name in each for each in slots)]:
        words = common.words(*twice)
        raise Unreadable(f"`{words}` stands before the times that take turns, and they say it as well")
    return _draft([each.with_parts(common, ("days", "zone", "time")) for each in slots], asked)


def _common(tokens: Sequence[Token]) -> Parts:
    """What is said before the times that take turns; refuses a rhythm other than each week."""
    if not tokens:
        return Parts(found={}, text="")
    common = parts_of(tokens)
    kinds = common.kinds("cadence")
    if kinds and (kinds not in {"eu", "v"} or common.found["cadence"][-1].value != "week"):
        fact = f"does each of the times come round `{common.words('cadence')}`, or one after the other?"
        raise Unreadable(f"{fact} Write one line for each")
    if set(common.found) - {"days", "each", "zone", "time", "cadence"}:
        raise Unreadable(_UNCLEAR)
    return common


def _trimmed(tokens: Sequence[Token]) -> Sequence[Token]:
    """Without marks at the ends."""
    while tokens and is_mark(tokens[0]):
        tokens = tokens[1:]
    while tokens and is_mark(tokens[-1]):
        tokens = tokens[:-1]
    return tokens


def _split(tokens: Sequence[Token]) -> list[list[Token]]:
    """The slots; a new one begins at each mark behind which a day or a time is named anew."""
    slots: list[list[Token]] = [[]]
    for token in tokens:
        if token.kind in ",&":
            slots.append([])
        else:
            slots[-1].append(token)
    if not 1 <= len(slots) <= _MOST or not all(slots):
        raise Unreadable(_UNCLEAR)
    return slots


def _named(tokens: Sequence[Token]) -> Parts:
    names = [token for token in tokens if token.kind == NAME]
    if names and (len(names) > 1 or names[0] not in (tokens[0], tokens[-1])):
        raise Unreadable(_UNCLEAR)
    kept = [token for token in tokens if token.kind != NAME]
    return parts_of(kept, names[0].text if names else "")


def _draft(slots: Sequence[Parts], asked: Asked) -> Draft:
    """The meeting; refuses names and lengths that stand beside some of the times only."""
    if len(slots) == 1:
        raise Unreadable(_UNCLEAR)
    complete = _zoned(_completed(slots))
    lasting = [each for each in complete if "length" in each]
    if lasting and len(lasting) < len(complete):
        words = lasting[0].words("length")
        raise Unreadable(f"does `{words}` hold for each of the times? Write it beside each")
    named = [each for each in complete if each.name]
    if named and len(named) < len(complete):
        raise Unreadable(f"`{named[0].name}` is left over", *named[0].name.split())
    drafts = tuple(_slot(each, asked) for each in complete)
    remarks = dict.fromkeys((EACH_WEEK, *(remark for draft in drafts for remark in draft.remarks)))
    return Draft(keys={"every": "week"}, slots=drafts, remarks=tuple(remarks))


def _completed(slots: Sequence[Parts]) -> list[Parts]:
    """The slots with the time that stands behind the last of their days, and the day that stands once."""
    timeless = [each for each in slots if "time" not in each]
    if timeless and (len(timeless) < len(slots) - 1 or slots[-1] in timeless):
        raise Unreadable("some of the times are missing; write one beside each day")
    last = slots[-1]
    complete = [each if "time" in each else each.with_parts(last, ("time", "zone")) for each in slots]
    with_days = [each for each in complete if each.has_days]
    if len(with_days) == 1:
        return [each.with_parts(with_days[0], ("days",)) for each in complete]
    return complete


def _zoned(slots: Sequence[Parts]) -> list[Parts]:
    """Each slot with the zone that the line says once at its end."""
    with_zone = [each for each in slots if zone_words(each)]
    if with_zone and len(with_zone) < len(slots):
        if zone_words(slots[-1]) and len(with_zone) == 1:
            return [each.with_parts(slots[-1], ("zone",)) for each in slots]
        raise Unreadable("some of the times have a zone and some have none; write one beside each time")
    return list(slots)


def _slot(parts: Parts, asked: Asked) -> Draft:
    """One of the times; refuses one without a day, or with more than a day and a time."""
    if set(parts.found) - {"days", "each", "time", "zone", "length"}:
        raise Unreadable(f"`{parts.text}` says more than a day and a time")
    days = rhythm_of(parts).keys["day"]
    if len(days) != 1:
        raise Unreadable(f"`{parts.text}` names several days; each of the times that take turns has one")
    timed = timed_of(parts, asked)
    return replace(timed, keys={"day": days[0], **timed.keys}, name=parts.name)
