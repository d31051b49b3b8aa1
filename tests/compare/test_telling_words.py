"""Every value of a community has a name in every language, and every choice its words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, get_args

import pytest

from hearthbook.compare.naming import NOUNS, TITLES, label_key, noun_key, title_keys
from hearthbook.compare.places import ANY, spot_of
from hearthbook.compare.telling import Teller
from hearthbook.ingest.shapes import shapes
from hearthbook.model.changes import Change
from hearthbook.model.community import Community
from hearthbook.render.words import load_words
from hearthbook.resources import themes
from tests.compare.village import spoken

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.base import Section

UNNAMED: Final = ("id", "name")
"""Keys that are told as names, not by a label."""


def _paths(model: type[Section], above: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every path of the model, `*` standing for entries."""
    for key, shape in shapes(model).items():
        path = (*above, key)
        yield path
        if shape.kind in {"sections", "table", "values"}:
            yield (*path, ANY)
        inner = shape.model or (shape.inner.model if shape.inner else None)
        if inner:
            yield from _paths(inner, path if shape.kind == "section" else (*path, ANY))


PATHS: Final = sorted(_paths(Community))


def test_the_walk_reaches_the_whole_model() -> None:
    assert len(PATHS) > 250
    assert ("rituals", ANY, "when", "also", ANY, "note") in PATHS


@pytest.mark.parametrize("language", ["en", "de", "ar"])
def test_every_value_has_a_label(language: str) -> None:
    words = load_words(themes() / "hearth" / "words", language)
    keys = {".".join(path): label_key(path) for path in PATHS}
    assert [path for path, key in keys.items() if not key] == []
    assert [path for path, key in keys.items() if "{" in words.raw(key)] == []


@pytest.mark.parametrize("language", ["en", "de", "ar"])
def test_every_change_of_every_value_has_a_sentence(language: str) -> None:
    teller = Teller(*spoken(language))
    general = teller.tell(Change(act="changed", path=("x",), kind="facts"), {}, {}).headline.split("x")[0]
    for path in PATHS:
        real = tuple("one" if part == ANY else part for part in path)
        for act, old, new in (("added", None, "new"), ("removed", "old", None), ("changed", "old", "new")):
            change = Change(act=act, path=real, kind="facts", old=old, new=new)  # type: ignore[arg-type]
            said = teller.tell(change, {}, {}).headline
            assert said
            assert not said.startswith(general), path


def test_every_list_of_entries_with_ids_has_a_noun_and_a_title() -> None:
    lists = {path[:-1] for path in PATHS if path[-1:] == (ANY,)}
    known = {tuple(path.split(".")) for path in (*NOUNS, *TITLES)}
    assert known - lists == set()
    with_model = {path for path in lists if spot_of((*path, "one")).model}
    without = {path for path in with_model if not noun_key(path) and "when" not in path}
    assert without == set()


def test_the_keys_of_titles_are_in_the_model() -> None:
    for path in TITLES:
        model = spot_of((*path.split("."), "one")).model
        assert model
        assert set(title_keys(tuple(path.split(".")))) <= shapes(model).keys()


def test_every_choice_has_its_words() -> None:
    from hearthbook.compare.values import _CHOICES  # noqa: PLC0415

    english = load_words(themes() / "hearth" / "words", "en")
    for path, (prefix, choices) in _CHOICES.items():
        listed = choices.split("," if "," in choices else " ")
        assert all(english.has(f"{prefix}.{choice}") for choice in listed), path


def test_every_choice_of_the_model_is_known() -> None:
    from hearthbook.compare.values import _CHOICES  # noqa: PLC0415

    known = {
        path.removesuffix(".*"): set(choices.split("," if "," in choices else " "))
        for path, (_, choices) in _CHOICES.items()
    }
    for model, path in _models(Community):
        for name, field in model.model_fields.items():
            choices = _choices(field.annotation)
            where = ".".join((*path, field.alias or name))
            assert choices == known.get(where, set()) or (where, choices) == ("mixing.every", set()), where


def _choices(annotation: object) -> set[str]:
    """The texts of a Literal, also where it may be left out."""
    args = get_args(annotation)
    texts = {each for each in args if isinstance(each, str)}
    return texts or next((found for each in args if (found := _choices_of(each))), set())


def _choices_of(annotation: object) -> set[str]:
    args = get_args(annotation)
    return {each for each in args if isinstance(each, str)} if len(args) > 1 else set()


def _models(
    model: type[Section], above: tuple[str, ...] = ()
) -> Iterator[tuple[type[Section], tuple[str, ...]]]:
    yield model, above
    for key, shape in shapes(model).items():
        inner = shape.model or (shape.inner.model if shape.inner else None)
        if inner:
            yield from _models(inner, (*above, key) if shape.kind == "section" else (*above, key, ANY))
