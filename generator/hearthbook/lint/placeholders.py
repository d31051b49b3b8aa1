"""Words that stand where somebody meant to write something later.

Code and addresses are left alone, and so is what stands in brackets inside quotation
marks: there it is for the reader to fill in. Dots alone never count; they are blanks.
"""

from __future__ import annotations

import re
from typing import Final

from hearthbook.lint.texts import without_code

_NOUNS: Final = (
    "first name|last name|full name|names?|dates?|times?|place|location|links?|url|e-?mail(?: address)?|mail|"
    "address|phone(?: number)?|number|city|town|title|description|text|contact|community|group|price|amount|"
    "vorname|nachname|datum|uhrzeit|ort|adresse|betrag|stadt|titel|telefon(?:nummer)?|beschreibung|"
    "nom|pr\u00e9nom|lieu|heure|ville|titre|nombre|fecha|hora|lugar|direcci\u00f3n|correo|"
    "nome|luogo|indirizzo|naam|plaats|tijd|adres"
)
_WHOSE: Final = (
    r"your|the|dein\w*|ihr\w*|euer|eure\w*|votre|ton|ta|tu|su|vuestr[oa]|il tuo|il vostro|seu|sua|jouw|je|uw"
)

_ADDRESS: Final = re.compile(r"\]\([^)\s]*\)|\bhttps?://\S+|\S+@\S+\.\w+")
_QUOTED: Final = re.compile(r"[\"\u201c\u201e\u00ab][^\"\u201d\u201c\u00bb\n]{0,300}[\"\u201d\u201c\u00bb]")
_MARKS: Final = re.compile(r"\b(?:TBD|TBA|FIXME|X{3,}|x{3,})\b|\bTODO\b:?|\?{4,}")
_ENGLISH: Final = re.compile(r"\bTBC\b")
"""Elsewhere TBC is an illness."""
_LATIN: Final = re.compile(r"\blorem ipsum\b|\bdolor sit amet\b", re.IGNORECASE)
_TEMPLATE: Final = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\$\{\w+\}|<%.*?%>")
_INSERT: Final = re.compile(
    rf"\b(?:insert|fill in|add|put|enter|write)(?: (?:your|the|an?|some))?(?: \w+)? (?:{_NOUNS}) here\b|"
    r"\b(?:your (?:own )?(?:text|name|words) (?:goes )?here\b)|"
    rf"\b(?:{_NOUNS}) (?:bitte )?hier (?:einf\u00fcgen|eintragen|einsetzen)\b|"
    rf"\bhier (?:\w+ )?(?:{_NOUNS}) (?:einf\u00fcgen|eintragen|einsetzen)\b|"
    rf"\bins\u00e9r(?:er|ez)(?: \w+){{0,2}} (?:{_NOUNS}) ici\b|"
    rf"\binsert(?:ar?|e)(?: \w+){{0,2}} (?:{_NOUNS}) aqu\u00ed\b|"
    rf"\binserire(?: \w+){{0,2}} (?:{_NOUNS}) qui\b|"
    rf"\binserir(?: \w+){{0,2}} (?:{_NOUNS}) aqui\b|"
    rf"\bvul(?: \w+){{0,2}} (?:{_NOUNS}) (?:hier )?in\b",
    re.IGNORECASE,
)
_BRACKETS: Final = re.compile(
    rf"\[(?:(?:{_WHOSE}) )?(?:{_NOUNS})\](?![(\[:])|"
    r"\[(?:your|votre|jouw|insert|fill in|hier einf\u00fcgen:?) [^\]\n]{1,40}\](?![(\[:])|"
    rf"<(?:(?:{_WHOSE})[ _-])?(?:{_NOUNS})>|<(?:your|insert)[ _-][^>\n]{{1,40}}>",
    re.IGNORECASE,
)
_ALONE: Final = re.compile(
    r"\W*(?:(?:more |details |text )?(?:is |are )?coming soon|to be (?:decided|announced|confirmed|written|done)|"
    r"placeholder|sample text|folgt(?: (?:noch|bald|in k\u00fcrze))?|kommt (?:noch|bald)|wird noch erg\u00e4nzt|"
    r"platzhalter|blindtext|(?:\u00e0|a) (?:venir|compl\u00e9ter|d\u00e9finir)|bient\u00f4t disponible|"
    r"por (?:definir|completar)|pr\u00f3ximamente|da (?:definire|completare)|em breve|volgt(?: nog)?)\W*",
    re.IGNORECASE,
)
_ALL: Final = frozenset({"es", "pt", "gl", "ca"})
"""Languages in which TODO in capitals may be the word for everything."""


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found[0])


def placeholder(text: str, language: str = "en") -> str:
    """The first placeholder in a text, as it is written; empty where there is none."""
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
