"""Words that stand where somebody meant to write something later.

Code and addresses are left alone, and so is what stands in brackets inside quotation
marks: there it is for the reader to fill in. Dots alone never count; they are blanks.
"""

from __future__ import annotations

import re
from typing import Final

from hearthbook.lint.texts import without_code

_FACTS: Final = (
    r"names?|dates?|links?|url|e-?mail(?: address)?|address|phone(?: number)?|datum|uhrzeit|adresse|betrag|"
    r"telefonnummer|nom|pr\u00e9nom|nombre|fecha|direcci\u00f3n|correo|nome|luogo|indirizzo|naam|plaats|adres"
)
"""What is a gap by itself when it stands in brackets."""
_MORE: Final = (
    r"first name|last name|times?|place|location|number|city|town|title|description|text|contact|community|"
    r"group|price|vorname|nachname|ort|stadt|titel|beschreibung|lieu|heure|ville|titre|texte|hora|lugar|texto|data|"
    r"ora|testo|tijd|tekst"
)
"""What is one together with whose it is."""
_WHOSE: Final = r"your|dein\w*|ihr\w*|eure?r?|votre|ton|ta|tu|su|vuestr[oa]|il tuo|il vostro|seu|sua|jouw|uw"

_ADDRESS: Final = re.compile(r"\]\([^)\s]*\)|\bhttps?://\S+|[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+")
_QUOTED: Final = re.compile(r"[\"\u201c\u201e\u00ab][^\"\u201d\u201c\u00bb\n]{0,300}[\"\u201d\u201c\u00bb]")
_MARKS: Final = re.compile(r"\b(?:TBD|TBA|FIXME|X{3,}|x{3,})\b|\bTODO\b:?")
_ENGLISH: Final = re.compile(r"\bTBC\b")
"""Elsewhere TBC is an illness."""
_LATIN: Final = re.compile(r"\blorem ipsum\b|\bdolor sit amet\b", re.IGNORECASE)
_TEMPLATE: Final = re.compile(r"\{\{.{0,80}?\}\}|\{%.{0,80}?%\}|\$\{\w{1,80}\}|<%.{0,80}?%>")
_INSERT: Final = re.compile(
    r"\binsert (?:\w+ ){1,5}here\b|\byour (?:own )?(?:text|words) (?:goes |go )?here\b|"
    r"\b(?:text|name|datum|adresse|link|bild) (?:bitte )?hier (?:einf\u00fcgen|einsetzen)\b|"
    rf"\bhier (?:\w+ )?(?:{_FACTS}|{_MORE}) (?:einf\u00fcgen|einsetzen)\b|"
    r"\bins\u00e9r(?:er|ez) (?:\w+ ){1,4}ici\b|\binsertar? (?:\w+ ){1,4}aqu\u00ed\b|"
    r"\binseri(?:re|sci) (?:\w+ ){1,4}qui\b|\binserir (?:\w+ ){1,4}aqui\b",
    re.IGNORECASE,
)
_BRACKETS: Final = re.compile(
    rf"\[(?:{_FACTS}|(?:{_WHOSE}) (?:{_FACTS}|{_MORE}))\](?![(\[:])|"
    r"\[(?:your|votre|jouw|insert|fill in|hier einf\u00fcgen:?) [^\]\n]{1,40}\](?![(\[:])|"
    rf"<(?:{_FACTS}|(?:{_WHOSE})[ _-](?:{_FACTS}|{_MORE}))>|<(?:your|insert)[ _-][^>\n]{{1,40}}>",
    re.IGNORECASE,
)
_ALONE: Final = re.compile(
    r"\W*(?:(?:(?:more|details|text|content|photos) )?(?:is |are )?coming soon|placeholder|sample text|"
    r"to be (?:decided|announced|confirmed|written)|folgt(?: (?:noch|bald|in k\u00fcrze))?|"
    r"kommt (?:noch|bald)|platzhalter|blindtext|(?:\u00e0|a) (?:venir|compl\u00e9ter|d\u00e9finir)|"
    r"bient\u00f4t disponible|por (?:definir|completar)|pr\u00f3ximamente|da (?:definire|completare)|"
    r"em breve|volgt(?: nog)?)\W*",
    re.IGNORECASE,
)
"""What is one where nothing else stands on the line."""
_ALL: Final = frozenset({"es", "pt", "gl", "ca"})
"""Languages in which TODO in capitals may be the word for everything."""


_SIGNS: Final = (
    *("lorem", "dolor sit", "tbd", "tba", "tbc", "fixme", "todo", "xxx", "{{", "{%", "${", "<%"),
    *("insert", "ins\u00e9r", "inseri", "einf\u00fcg", "einsetz", "text goes", "text here", "words here"),
    *("words go", "coming soon", "placeholder", "sample text", "to be deci", "to be anno", "to be conf"),
    *("to be writ", "folgt", "kommt noch", "kommt bald"),
    *("platzhalter", "blindtext", "venir", "compl\u00e9ter", "d\u00e9finir", "disponible", "definir"),
    *("completar", "pr\u00f3ximamente", "definire", "completare", "em breve", "volgt"),
)
"""Without one of these, and without words in brackets, there is nothing to look for."""


def signs(text: str) -> bool:
    """Whether a text may hold a placeholder; quick, and wrong only by saying yes too often."""
    small = text.casefold()
    return any(sign in small for sign in _SIGNS) or bool(_BRACKETS.search(text))


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found[0])


def placeholder(text: str, language: str = "en") -> str:
    """The first placeholder in a text, as it is written; empty where there is none."""
    if not signs(text):
        return ""
    bare = _ADDRESS.sub(_blank, without_code(text))
    primary = language.partition("-")[0]
    searched = [(_LATIN, bare), (_TEMPLATE, bare), (_MARKS, bare), (_INSERT, bare)]
    searched.append((_BRACKETS, _QUOTED.sub(_blank, without_code(text))))
    if primary == "en":
        searched.append((_ENGLISH, bare))
    for pattern, where in searched:
        for found in pattern.finditer(where):
            if found[0] != "TODO" or primary not in _ALL:
                return found[0]
    return next((line.strip() for line in bare.splitlines() if _ALONE.fullmatch(line.strip())), "")
