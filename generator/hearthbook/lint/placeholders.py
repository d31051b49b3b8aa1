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
_LATER: Final = re.compile(
    r"(?:(?<=:)|(?<=:[ \t])|(?<![^\s(*_]))tb[da](?=[*_)]*[.!?](?:\s|$))|(?:(?<=:)|(?<=:[ \t]))tb[da]\b",
    re.IGNORECASE,
)
"""The same in small letters, after a colon or before a full stop."""
_ENGLISH: Final = re.compile(
    r"\bTBC\b|(?:(?<=:)|(?<=:[ \t]))(?i:tbc)\b|(?<![^\s(*_])(?i:tbc)(?=[*_)]*[.!?](?:\s|$))"
)
"""Elsewhere TBC is an illness."""
_UNITS: Final = (
    r"(?:minutes?|hours?|days?|weeks?|months?|years?|people|members|EUR|USD|GBP|\u20ac|\u00a3|"
    r"Minuten|Stunden|Tagen?|Wochen|Monaten?|Jahren?|Personen|Mitglieder)"
)
_FIGURE: Final = re.compile(
    rf"(?<!\w)(?:within|after|in|for|about|every|up to|innerhalb von|nach|alle) XX? {_UNITS}(?!\w)"
)
"""A figure that was left open."""
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
    r"\[[^\[\]\n]{1,40} to (?:follow|be (?:decided|determined|announced|confirmed|written))\](?![(\[:])|"
    r"\[(?:your|votre|jouw|insert|fill in|hier einf\u00fcgen:?) [^\]\n]{1,40}\](?![(\[:])|"
    rf"<(?:{_FACTS}|(?:{_WHOSE})[ _-](?:{_FACTS}|{_MORE}))>|<(?:your|insert)[ _-][^>\n]{{1,40}}>",
    re.IGNORECASE,
)
_LABEL: Final = r"(?:[^\W\d_][\w'\u2019 /-]{0,40}[*_]*:\W*)?"
"""What may stand in front of it: `Date: to be announced`."""
_ALONE: Final = re.compile(
    rf"\W*{_LABEL}(?:tb[da]|to follow|"
    r"(?:(?:your|some) )?(?:text|content|copy|description|name|title) (?:goes|go) here|"
    r"(?:(?:more|details|text|content|photos) )?(?:is |are )?coming soon|placeholder|sample text|"
    r"to be (?:decided|determined|announced|confirmed|written)|folgt(?: (?:noch|bald|in k\u00fcrze))?|"
    r"kommt (?:noch|bald)|platzhalter|blindtext|(?:\u00e0|a) (?:venir|compl\u00e9ter|d\u00e9finir)|"
    r"bient\u00f4t disponible|por (?:definir|completar)|pr\u00f3ximamente|da (?:definire|completare)|"
    r"em breve|volgt(?: nog)?)\W*",
    re.IGNORECASE,
)
"""What is one where nothing else stands on the line."""
_TBC: Final = re.compile(rf"\W*{_LABEL}tbc\W*", re.IGNORECASE)
_NUMBERED: Final = (
    r"(?i:.*\b(?:century|volume|vol|chapter|part|book|act|louis|"
    r"si[e\u00e8]cle|tome|siglo|secolo|band|kapitel|teil)\b)"
)
_WHOLE: Final = re.compile(
    rf"{_LABEL}(?:\?{{2,}}|[Nn]\. ?[Nn]\.|[Nn]/[Aa]|XX? {_UNITS})\.?|(?!{_NUMBERED}){_LABEL}XX\.?|"
    r"\[(?!(?i:toc|withheld|anonym\w*|redacted|deleted|removed|private|laughs|silence)\b|"
    r"[^\]]* (?i:withheld|removed|redacted)\])[^\W\d_][\w'\u2019-]{1,24}(?: [\w'\u2019-]{1,25}){0,3}\]"
)
"""What is one where it is the whole text."""
_ALL: Final = frozenset({"es", "pt", "gl", "ca"})
"""Languages in which TODO in capitals may be the word for everything."""


_SIGNS: Final = (
    *("lorem", "dolor sit", "tbd", "tba", "tbc", "fixme", "todo", "xxx", "{{", "{%", "${", "<%"),
    *("insert", "ins\u00e9r", "inseri", "einf\u00fcg", "einsetz", "text goes", "text here", "words here"),
    *("words go", "coming soon", "placeholder", "sample text", "to be deci", "to be dete", "to be anno"),
    *("to be conf", "to be writ", "to follow", "goes here", "go here", "??", "n/a", "n.n.", "n. n."),
    *("folgt", "kommt noch", "kommt bald"),
    *("platzhalter", "blindtext", "venir", "compl\u00e9ter", "d\u00e9finir", "disponible", "definir"),
    *("completar", "pr\u00f3ximamente", "definire", "completare", "em breve", "volgt"),
)
"""Without one of these, and without words in brackets, there is nothing to look for."""


_HINTS: Final = re.compile(r"\bXX?\b|\[[^\]\n]{1,110}\](?![(\[:])")
"""Figures left open, and words in brackets that lead nowhere."""


def signs(text: str) -> bool:
    """Whether a text may hold a placeholder; quick, and wrong only by saying yes too often."""
    small = text.casefold()
    return any(sign in small for sign in _SIGNS) or bool(_HINTS.search(text)) or bool(_BRACKETS.search(text))


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found[0])


def placeholder(text: str, language: str = "en", *, markdown: bool = False) -> str:
    """The first placeholder in a text, as it is written; empty where there is none.

    Markdown is a line or a page that somebody wrote whole: words in brackets may be a link there.
    """
    if not signs(text):
        return ""
    bare = _ADDRESS.sub(_blank, without_code(text))
    primary = language.partition("-")[0]
    searched = [(_LATIN, bare), (_TEMPLATE, bare), (_MARKS, bare), (_LATER, bare), (_INSERT, bare)]
    searched.append((_FIGURE, bare))
    searched.append((_BRACKETS, _QUOTED.sub(_blank, without_code(text))))
    if primary == "en":
        searched.append((_ENGLISH, bare))
    for pattern, where in searched:
        for found in pattern.finditer(where):
            if found[0] != "TODO" or primary not in _ALL:
                return found[0]
    if not markdown and _WHOLE.fullmatch(bare.strip()):
        return bare.strip()
    alone = (_ALONE, _TBC) if primary == "en" else (_ALONE,)
    lines = (line.strip() for line in bare.splitlines())
    return next((line for line in lines if any(each.fullmatch(line) for each in alone)), "")
