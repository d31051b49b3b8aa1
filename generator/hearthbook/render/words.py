"""The theme's words: one file per language, one function that says them.

`themes/*/words/<language>.yml` holds a tree of sentences. A leaf is a sentence
with `{places}`, or a mapping of CLDR plural categories (`one`, `other`, ...)
chosen by the value of `count`. Sentences are Markdown; what fills their places
is neutralised first.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal
from markupsafe import Markup
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from hearthbook.errors import HearthbookError
from hearthbook.model.pages import UNNAMED
from hearthbook.render.bidi import isolated, turns, with_runs_isolated
from hearthbook.render.plain import fill, plain

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

PLURALS: Final = frozenset({"zero", "one", "two", "few", "many", "other"})
Leaf = "str | Mapping[str, str]"


@cache
def _locale(language: str) -> Locale:
    return Locale.parse(language, sep="-")


@cache
def _mirrored(language: str) -> bool:
    return bool(_locale(language).text_direction == "rtl")


@cache
def own_name(language: str) -> str:
    """What speakers of a language call it, as CLDR has it: `Deutsch` for `de`."""
    known = _locale(language)
    # of a region, as in en-GB, readers know by themselves
    bare = Locale(known.language, script=known.script)
    return bare.get_display_name(known) or language


def joined(texts: list[str], words: Words, style: str = "standard") -> str:
    """The texts as a list of the language; style `or` for a choice, `unit` for facts side by side.

    The data that come with Babel have no `unit` for most languages, or one with an `and` in it.
    """
    if style != "unit":
        return format_list(texts, style=style, locale=words.locale)  # type: ignore[arg-type]
    return words.comma.join(texts)


@lru_cache(maxsize=1024, typed=True)
def _number(value: float, language: str) -> Markup:
    return Markup(format_decimal(value, locale=_locale(language)))  # noqa: S704


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """All sentences of one language; the same file read twice is the same object."""

    language: str
    """BCP 47."""
    leaves: Mapping[str, str | Mapping[str, str]]
    """Dotted key -> sentence, or plural category -> sentence."""
    file: str
    """Where they were read from, for messages."""
    asked: str = ""
    """The language that was asked for, where it is a regional form of this one: `en-GB`."""

    @property
    def spoken(self) -> str:
        """The language of pages with these words, with its region where one was asked for: `en-GB`."""
        return self.asked or self.language

    @property
    def locale(self) -> Locale:
        """The CLDR locale, by which dates, numbers and lists are written."""
        return _locale(self.spoken)

    @property
    def mirrored(self) -> bool:
        """Whether the language is written from right to left."""
        return _mirrored(self.language)

    @property
    def comma(self) -> str:
        """What stands between two parts of one phrase: `, ` or `، `."""
        return self.raw("part.joined").replace("{first}", "").replace("{more}", "")

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
        pattern = leaf if isinstance(leaf, str) else self._form(key, leaf, values.get("count"))
        shown = {name: self.placed(value) for name, value in values.items()}
        try:
            return fill(pattern, shown)
        except KeyError:
            names = ", ".join(sorted(set(re.findall(r"\{(\w+)\}", pattern)) - shown.keys()))
            hint = "pass it in the template or take it out of the sentence"
            raise HearthbookError(f"`{key}` needs a value for {names}", where=self.file, hint=hint) from None

    def _form(self, key: str, leaf: Mapping[str, str], count: object) -> str:
        """The sentence for a count, by the plural rules of CLDR."""
        if count is None:
            hint = "pass it in the template: a number chooses the form"
            raise HearthbookError(f"`{key}` needs a value for count", where=self.file, hint=hint)
        category = self.locale.plural_form(abs(float(str(count))))
        form = leaf.get(category, leaf.get("other"))
        if form is None:
            raise HearthbookError(f"`{key}` has no form `other`", where=self.file, hint="add it there")
        return form

    def show(self, value: object) -> Markup:
        """A value as Markdown in this language.

        Markup stays, text is neutralised, numbers, dates and lists are written
        the way of the language.
        """
        if isinstance(value, Markup):
            return value
        if isinstance(value, str):
            return self.say("people.unnamed") if value == UNNAMED else plain(self.kept(value))
        if isinstance(value, date):
            return Markup(format_date(value, "long", locale=self.locale))  # noqa: S704
        if isinstance(value, int | float):
            return _number(value, self.spoken)
        if isinstance(value, list | tuple):
            return self.listing(value)
        message = f"cannot show a value of type {type(value).__name__}"
        raise HearthbookError(message, where=self.file, hint="this is a slip in a template")

    def placed(self, value: object) -> Markup:
        """A value as `show` has it, held together where the line around it would turn it around."""
        if self.mirrored and isinstance(value, str) and not isinstance(value, Markup) and turns(value):
            return self.show(value) if value == UNNAMED else Markup(isolated(plain(value)))  # noqa: S704
        return self.show(value)

    def kept(self, text: str) -> str:
        """A text of people, in Markdown or not, with its numbers and handles in their order.

        Only where the language runs from right to left is there anything to keep.
        """
        return with_runs_isolated(text) if self.mirrored else text

    def country(self, text: str | None) -> str | None:
        """The name of a country given by its two letters (ISO 3166); other text as it is."""
        return self.locale.territories.get(text, text) if text else text

    def listing(self, values: list[object] | tuple[object, ...], style: str = "standard") -> Markup:
        """The values joined the way of the language: `a`, `a and b`, `a, b, and c`."""
        shown = [str(self.placed(value)) for value in values]
        return Markup(joined(shown, self, style))  # noqa: S704


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
def _read(path: Path, asked: str, _changed: int) -> Words:
    """The words in a file; `_changed` is its time stamp, so that an edited file is read again."""
    try:
        tree = YAML(typ="safe").load(path.read_text(encoding="utf-8"))
    except YAMLError as problem:
        text = " ".join(str(problem).split())[:300]
        raise HearthbookError(text, where=str(path), hint="mend the theme's words") from None
    regional = asked if asked.startswith(path.stem + "-") else ""
    return Words(language=path.stem, leaves=flatten(tree), file=f"words/{path.name}", asked=regional)


@cache
def mark(words: Words) -> str:
    """Tells these words from all others: 16 hexadecimal digits."""
    text = repr((words.language, words.asked, sorted(words.leaves.items())))
    return hashlib.blake2b(text.encode("utf-8"), digest_size=8).hexdigest()


def load_words(folder: Path, language: str) -> Words:
    """The words of a language, or of its base language, or English, from `folder`.

    Raises HearthbookError where there is none of them, or a file is not YAML.
    """
    parts = language.split("-")
    for name in (*("-".join(parts[:end]) for end in range(len(parts), 0, -1)), "en"):
        path = folder / f"{name}.yml"
        if path.is_file():
            return _read(path, language, path.stat().st_mtime_ns)
    raise HearthbookError("the theme has no words", where=str(folder), hint="it needs at least en.yml")
