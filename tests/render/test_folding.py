"""Templates hold the words that never differ, and macros are made once for what they see."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from jinja2 import DictLoader, StrictUndefined, pass_context
from markupsafe import Markup

from hearthbook.errors import HearthbookError
from hearthbook.render.folding import FoldingEnvironment

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2.runtime import Context


class _Told:
    """A function that counts how often it is called."""

    def __init__(self) -> None:
        self.keys: list[str] = []

    def __call__(self, key: str) -> Markup:
        if key == "unknown":
            raise HearthbookError("there is no such word")
        self.keys.append(key)
        return Markup(f"<{key}>")  # noqa: S704 - a word of ours


def _environment(told: Callable[..., object], **templates: str) -> FoldingEnvironment:
    return FoldingEnvironment(
        {"t": told},
        loader=DictLoader(dict(templates)),
        undefined=StrictUndefined,
        autoescape=True,
    )


def _rendered(environment: FoldingEnvironment, **values: Any) -> str:  # noqa: ANN401
    return environment.get_template("page").render({"t": environment.fixed["t"], **values})


def test_a_fixed_word_is_asked_for_once() -> None:
    told = _Told()
    environment = _environment(told, page='{{ t("a") }} {{ n }} {{ f(t("b")) }}')
    assert _rendered(environment, n=1, f=Markup) == "<a> 1 <b>"
    assert _rendered(environment, n=2, f=Markup) == "<a> 2 <b>"
    assert sorted(told.keys) == ["a", "b"]


def test_a_word_that_depends_on_values_is_asked_for_each_time() -> None:
    told = _Told()
    environment = _environment(told, page='{{ t("a" ~ n) }}')
    assert _rendered(environment, n=1) + _rendered(environment, n=2) == "<a1><a2>"


def test_an_unknown_word_matters_only_where_a_page_comes_to_it() -> None:
    environment = _environment(_Told(), page='{% if n %}{{ t("unknown") }}{% endif %}.')
    assert _rendered(environment, n=0) == "."
    with pytest.raises(HearthbookError, match="no such word"):
        _rendered(environment, n=1)


def test_a_name_that_a_template_gives_itself_is_its_own() -> None:
    environment = _environment(_Told(), page='{% set t = f %}{{ t("a") }}')
    assert _rendered(environment, f=str.upper) == "A"


def test_a_macro_sees_the_values_of_the_page_that_imports_it() -> None:
    parts = "{% macro say() %}{{ n }}{% endmacro %}"
    page = '{% from "parts" import say with context %}{{ say() }}'
    environment = _environment(_Told(), parts=parts, page=page)
    assert [_rendered(environment, n=n) for n in ("a", "b", "a")] == ["a", "b", "a"]


def test_a_macro_sees_what_a_template_set_before_it_imports() -> None:
    parts = "{% macro say() %}{{ n }}{% endmacro %}"
    page = '{% set n = m %}{% from "parts" import say with context %}{{ say() }}'
    environment = _environment(_Told(), parts=parts, page=page)
    assert [_rendered(environment, m=m) for m in ("a", "b")] == ["a", "b"]


def test_a_template_that_imports_others_hands_its_values_on() -> None:
    environment = _environment(
        _Told(),
        deep="{% macro say() %}{{ n }}{% endmacro %}",
        parts='{% from "deep" import say with context %}{% macro more() %}{{ say() }}{% endmacro %}',
        page='{% from "parts" import more with context %}{{ more() }}',
    )
    assert [_rendered(environment, n=n) for n in ("a", "b")] == ["a", "b"]


def test_macros_are_made_once_for_the_same_values() -> None:
    value = object()
    parts = "{% macro say() %}{{ n is none }}{% endmacro %}"
    page = '{% from "parts" import say with context %}{{ say() }}{{ m }}'
    environment = _environment(_Told(), parts=parts, page=page)
    for m in range(50):
        _rendered(environment, n=value, m=m)
    assert len(environment.modules) == 1


def test_what_is_remembered_stays_small() -> None:
    parts = "{% macro say() %}{{ n }}{% endmacro %}"
    page = '{% from "parts" import say with context %}{{ say() }}'
    environment = _environment(_Told(), parts=parts, page=page)
    for n in range(50):
        _rendered(environment, n=str(n))
    assert len(environment.modules) < 10


def test_a_function_that_asks_for_the_context_is_given_it() -> None:
    @pass_context
    def seen(context: Context, key: str) -> object:
        return context[key]

    environment = _environment(_Told(), page='{{ f("n") }}')
    assert _rendered(environment, f=seen, n="x") == "x"
