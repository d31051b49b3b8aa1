"""Communities as anybody could write them, what may happen to one of their facts, and facts of any shape.

The communities are built from the model: each field takes values of its own type, or those that it gives
as examples.
"""

from __future__ import annotations

import types
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from hearthbook.compare.facts import community_of, facts_of
from hearthbook.ingest.shapes import shapes
from hearthbook.model.base import Item, Section
from hearthbook.model.community import Community
from hearthbook.model.recurrence import When
from hearthbook.model.texts import Id, Name, Plain, Prose, Refers

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic.fields import FieldInfo

    from hearthbook.model.changes import Facts

    Draw = Callable[[st.SearchStrategy[Any]], Any]
    Place = tuple[str | int, ...]

WORDS: Final = (
    "We ask before we advise.",
    "We may answer within 2 days.",
    "Wir antworten in zwei Tagen.",
    "نسأل قبل أن ننصح.",
    "a/b~c",
    "mira",
    "tess",
)
IDS: Final = ("a", "b", "credit", "ask-first", "mira", "tess", "x1", "y2")
RHYTHMS: Final[tuple[Facts, ...]] = (
    {"every": "week", "day": ["Tuesday"], "at": "17:00", "zone": "Europe/Berlin"},
    {"every": "week", "day": ["Tuesday"], "at": "18:00", "zone": "Europe/Berlin"},
    {"every": "month", "day": ["first Monday", 15], "moved": {"2026-12-24": "2026-12-17"}},
    {"note": "whenever somebody asks"},
)
SELDOM: Final = st.integers(0, 3).map(lambda number: number == 0)


@cache
def _hints(model: type[Section]) -> dict[str, Any]:
    return get_type_hints(model, include_extras=True)


def _bare(hint: Any) -> tuple[Any, bool]:  # noqa: ANN401 - annotations have no type of their own
    """The annotation without None, and whether it names something declared elsewhere."""
    refers = False
    while True:
        if get_origin(hint) in (Union, types.UnionType):
            hint = next(part for part in get_args(hint) if part is not types.NoneType)
        elif get_origin(hint) is Annotated and hint not in (Plain, Prose, Name, Id):
            hint, *notes = get_args(hint)
            refers = refers or any(isinstance(note, Refers) for note in notes)
        else:
            return hint, refers


def _value(draw: Draw, hint: Any, info: FieldInfo) -> Any:  # noqa: ANN401
    """A value of one field, as JSON."""
    hint, _ = _bare(hint)
    if isinstance(hint, type) and issubclass(hint, Section):
        return draw(st.sampled_from(RHYTHMS)) if hint is When else _section(draw, hint)
    if get_origin(hint) is tuple:
        return _entries(draw, _bare(get_args(hint)[0])[0], info)
    if get_origin(hint) is dict:
        keys = draw(st.lists(st.sampled_from(IDS), max_size=3, unique=True))
        return {key: _value(draw, get_args(hint)[1], info) for key in keys}
    return _scalar(draw, hint, info)


def _entries(draw: Draw, inner: Any, info: FieldInfo) -> list[Any]:  # noqa: ANN401
    least = 1 if info.is_required() else 0
    if isinstance(inner, type) and issubclass(inner, Item):
        ids = draw(st.lists(st.sampled_from(IDS), min_size=least, max_size=4, unique=True))
        return [{**_section(draw, inner), "id": each} for each in ids]
    return [_scalar(draw, inner, info) for _ in range(draw(st.integers(least, 4)))]


def _scalar(draw: Draw, hint: Any, info: FieldInfo) -> Any:  # noqa: ANN401
    if hint in (Plain, Prose, Name):
        return draw(st.sampled_from(WORDS))
    if get_origin(hint) is Literal:
        return draw(st.sampled_from(get_args(hint)))
    if hint is bool:
        return draw(st.booleans())
    if hint in (int, float):
        return draw(st.integers(2, 9))
    if hint is date:
        return draw(st.dates(date(2026, 1, 1), date(2026, 12, 31))).isoformat()
    return draw(st.sampled_from([each for each in info.examples or () if not isinstance(each, list)] or IDS))


def _section(draw: Draw, model: type[Section]) -> Facts:
    """Each key that is needed, and some of the others."""
    found: Facts = {}
    for name, info in model.model_fields.items():
        if name != "id" and (info.is_required() or draw(SELDOM)):
            found[info.alias or name] = _value(draw, _hints(model)[name], info)
    return found


@st.composite
def communities(draw: Draw) -> Facts:
    """The facts of a community that the model takes."""
    return facts_of(community_of(_section(draw, Community)))


KEYS: Final = tuple(
    sorted(
        {
            key
            for model in (Community, *[s.model for s in shapes(Community).values() if s.model])
            for key in shapes(model)
        }
    )
)
ANYTHING: Final = st.recursive(
    st.none() | st.booleans() | st.integers(0, 3) | st.sampled_from((*WORDS, "")),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from((*KEYS, "id", "a")), inner, max_size=3)
        | st.lists(st.fixed_dictionaries({"id": st.sampled_from(IDS)}, optional={"name": inner}), max_size=3)
    ),
    max_leaves=8,
)
"""JSON of any shape, with keys that mean something."""
ODD: Final = st.dictionaries(st.sampled_from((*shapes(Community), "unknown")), ANYTHING, max_size=5)
"""Facts that no model has looked at."""
