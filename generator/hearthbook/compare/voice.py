"""The theme's words as plain text, whatever the function that says them makes of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from markupsafe import Markup

from hearthbook.model.pages import UNNAMED

if TYPE_CHECKING:
    from babel import Locale

    from hearthbook.calendar.speaking import Say

ENDS: Final = (".", "!", "?", "\N{HORIZONTAL ELLIPSIS}", "\N{ARABIC QUESTION MARK}")
_QUOTES: Final = "\"'\u201d\u201c\u00bb)\u2019"


class Voice:
    """Says sentences in one language, for values that are no markup."""

    def __init__(self, say: Say, locale: Locale) -> None:
        """Speak with the words of one language."""
        self._say = say
        self.locale = locale

    def __call__(self, key: str, **values: object) -> str:
        """The sentence `key` as plain text, its places filled with plain text."""
        return str(self._say(key, **{name: self._bare(each) for name, each in values.items()}))

    def sentence(self, key: str, **values: object) -> str:
        """The same, with one mark at its end and white space as in one line."""
        text = " ".join(self(key, **values).split())
        bare = text.removesuffix(".")
        return bare if bare.rstrip(_QUOTES).endswith(ENDS) else text

    def person(self, shown: str) -> str:
        """The text with words for somebody who is not named in the place of whoever that is."""
        return shown.replace(UNNAMED, str(self._say("people.unnamed"))) if UNNAMED in shown else shown

    def _bare(self, value: object) -> object:
        """The value in a form that is neither escaped nor marked."""
        if isinstance(value, str):
            return Markup(self.person(str(value)))  # noqa: S704 - it goes into plain text
        return value
