"""The theme's words: one file per language, one function that says them.

`themes/*/words/<language>.yml` holds a tree of sentences. A leaf is a sentence
with `{places}`, or a mapping of CLDR plural categories (`one`, `other`, ...)
chosen by the value of `count`. Sentences are Markdown; what fills their places
is neutralised first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Final

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal
from markupsafe import Markup
from ruamel.yaml import YAML

from hearthbook.errors import HearthbookError
from hearthbook.model.pages import UNNAMED
from hearthbook.render.plain import fill, plain

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

PLURALS: Final = frozenset({"zero", "one", "two", "few", "many", "other"})
Leaf = "str | Mapping[str, str]"


@dataclass(frozen=True, slots=True)
class Words:
    """All sentences of one language."""

    language: str
    """BCP 47."""
    leaves: Mapping[str, str | Mapping[str, str]]
    """Dotted key -> sentence, or plural category -> sentence."""
    file: str
    """Where they were read from, for messages."""

    @property
    def locale(self) -> Locale:
        """The CLDR locale of the language."""
        return Locale.parse(self.language, sep="-")

    def raw(self, key: str) -> str:
        """The sentence `key` as it is in the file, with its places unfilled.

        Raises HearthbookError for an unknown key or one with plural forms.
        """
        leaf = self.leaves.get(key)
        if not isinstance(leaf, str):
            raise HearthbookError(f"there is no word `{key}`", where=self.file, hint="add it there")
        return leaf

    def has(self, key: str) -> bool:
        """Whether there is a sentence with this key."""
        return key in self.leaves

    def say(self, key: str, **values: object) -> Markup:
        """The sentence `key`, its places filled, as Markdown.

        Strings are neutralised, numbers and dates written the language's way,
        lists joined the language's way ("a, b, and c"). Raises HearthbookError
        for an unknown key or a place without a value.
        """
        leaf = self.leaves.get(key)
        if leaf is None:
            raise HearthbookError(f"there is no word `{key}`", where=self.file, hint="add it there")
        pattern = leaf if isinstance(leaf, str) else leaf[self._category(leaf, values["count"])]
        shown = {name: self.show(value) for name, value in values.items()}
        missing = set(re.findall(r"\{(\w+)\}", pattern)) - shown.keys()
        if missing:
            names = ", ".join(sorted(missing))
            hint = "pass it in the template or take it out of the sentence"
            raise HearthbookError(f"`{key}` needs a value for {names}", where=self.file, hint=hint)
        return fill(pattern, shown)

    def _category(self, leaf: Mapping[str, str], count: object) -> str:
        category = self.locale.plural_form(abs(float(str(count))))
        return category if category in leaf else "other"

    def show(self, value: object) -> Markup:
        """A value as Markdown in this language.

        Markup stays, text is neutralised, numbers, dates and lists are written
        the way of the language.
        """
        if isinstance(value, Markup):
            return value
        if isinstance(value, str):
            return self.say("people.unnamed") if value == UNNAMED else plain(value)
        if isinstance(value, date):
            return Markup(format_date(value, "long", locale=self.locale))  # noqa: S704
        if isinstance(value, int | float):
            return Markup(format_decimal(value, locale=self.locale))  # noqa: S704
        if isinstance(value, list | tuple):
            return self.listing(value)
        message = f"cannot show a value of type {type(value).__name__}"
        raise HearthbookError(message, where=self.file, hint="this is a slip in a template")

    def listing(self, values: list[object] | tuple[object, ...], style: str = "standard") -> Markup:
        """The values joined the way of the language: `a`, `a and b`, `a, b, and c`."""
        shown = [str(self.show(value)) for value in values]
        return Markup(format_list(shown, style=style, locale=self.locale))  # type: ignore[arg-type]  # noqa: S704


def flatten(tree: Mapping[str, object], prefix: str = "") -> dict[str, str | Mapping[str, str]]:
    """A tree of sentences as dotted key -> leaf."""
    leaves: dict[str, str | Mapping[str, str]] = {}
    for key, value in tree.items():
        if isinstance(value, dict) and not value.keys() <= PLURALS:
            leaves |= flatten(value, f"{prefix}{key}.")
        elif isinstance(value, dict):
            leaves[prefix + key] = {name: str(text).strip() for name, text in value.items()}
        else:
            leaves[prefix + key] = str(value).strip()
    return leaves


@cache
def load_words(folder: Path, language: str) -> Words:
    """The words of a language, or of its base language, or English, from `folder`."""
    for name in (language, language.partition("-")[0], "en"):
        path = folder / f"{name}.yml"
        if path.is_file():
            tree = YAML(typ="safe").load(path.read_text(encoding="utf-8"))
            return Words(language=name, leaves=flatten(tree), file=f"{folder.name}/{path.name}")
    raise HearthbookError("the theme has no words", where=str(folder), hint="it needs at least en.yml")
