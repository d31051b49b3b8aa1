"""HB810: abbreviations that nothing explains."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from hearthbook.lint.rule import Slip, rule
from hearthbook.lint.texts import has_capitals, spoken
from hearthbook.model.findings import Severity
from hearthbook.model.zones import ABBREVIATIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.lint.texts import Texts
    from hearthbook.model.community import Community

LEAST: Final = 2
"""Used once, it is mostly a name or a joke; used twice, it is a word of the group."""

_ABBREVIATION: Final = re.compile(r"(?<![\w#@&./:-])[^\W\d_]{2,6}(?![\w@/-]|\.\w)")
_ROMAN: Final = re.compile(r"[IVXLCM]+")
_KNOWN: Final = frozenset(
    re.findall(
        r"\w+",
        """AD AG AI AM ARD BBC BC BRD BST CAD CD CEO CEST CET CHF CO COVID CV DDR DE DIN DIY DM DRK DJ DNA DOC
        DST DVD EDV EKG EST ET EU EUR FAQ FM GB GBP GMT GPS HIV HR HTML HTTP HTTPS ICE ID IKEA IP IQ
        IT JPEG JPG JST KG KI KM LED LGBT LGBTQ LKW MB MP NASA NATO NGO NHS OK PC PDF PHD PIN PKW PLZ PM
        PNG PS PST QR RIP RSS RSVP SIM SMS SNCF SOS TGV TV TVA UFO UK UN UNESCO URL US USA USB USD
        UTC VAT VHS VIP VPN WC WG WIFI WLAN WWW ZDF ZIP""",
    )
)
"""What people know who have never heard of the group; an explanation would only be in the way."""
_STRESSED: Final = frozenset(
    re.findall(
        r"\w+",
        """ALL ALWAYS AND ANY BEFORE BUT CAN DO DONT EACH EVER EVERY FIRST FREE HERE IF IN IS MUST MY NEVER
        NEW NO NOT NOW OF ON ONE ONLY OR OUR OUT PLEASE STOP THE THIS TO TWO VERY WE WILL YES YOU YOUR
        ALLE ALLES BITTE DAS DER DIE EIN EINE IMMER JA JEDE KEIN KEINE MUSS NEIN NEU NICHT NICHTS NIE NUR
        ODER SEHR UND WIR""",
    )
)
"""Words that people write in capitals to stress them."""
_PLAIN: Final = _KNOWN | _STRESSED | ABBREVIATIONS.keys()
_SKIPPED: Final = ("/place", "/people", "/links", "/tags", "/name", "/glossary")


@rule(Severity.ADVICE, worth=1)
def abbreviation_unexplained(texts: Texts, community: Community, *, least: int = LEAST) -> Iterator[Slip]:
    """Finds all abbreviations that neither the glossary nor the text itself explains, as one finding."""
    read = [(where, spoken(text)) for where, text in texts if not where.startswith(_SKIPPED)]
    explained = "\n".join([*community.glossary, *community.synonyms, community.name, *_lists(community)])
    whole = "\n".join(text for _, text in read)
    found: dict[str, list[str]] = {}
    for where, text in read:
        for word in _abbreviations(text) if has_capitals(text) and not text.isupper() else ():
            found.setdefault(word, []).append(where)
    unknown = {
        word: places
        for word, places in found.items()
        if len(places) >= least and not _explains(word, explained) and not _known(word, whole)
    }
    if unknown:
        fact = f"nothing explains `{'`, `'.join(list(unknown)[:4])}`{' and others' * (len(unknown) > 4)}"  # noqa: PLR2004
        first = next(iter(unknown))
        hint = f"spell it out where it stands first, or add a line to the glossary: `{first}: ...`"
        yield Slip(unknown[first][0], fact, hint)


def _lists(community: Community) -> Iterator[str]:
    """Names that explain themselves because the handbook has an entry for them."""
    yield from (channel.name for channel in community.channels)
    yield from (channel.platform for channel in community.channels if channel.platform)
    yield from (ritual.name for ritual in community.rituals)
    yield from (role.name for role in community.roles)


def _abbreviations(text: str) -> Iterator[str]:
    for found in _ABBREVIATION.finditer(text):
        word = found[0].removesuffix("s")
        if len(word) > 1 and word.isupper() and word not in _PLAIN and not _ROMAN.fullmatch(word):
            yield word


def _explains(word: str, explained: str) -> bool:
    return bool(re.search(rf"(?<!\w){word}s?(?!\w)", explained, re.IGNORECASE))


def _known(word: str, text: str) -> bool:
    """Whether the text says `the word (ABC)`, `ABC (the word)` or `ABC means`, or has it in small letters."""
    means = r"means|stands for|is short for|steht f\u00fcr|hei\u00dft"
    said = rf"\({word}s?\)|\b{word}s? ?\(|\b{word}s? (?:{means})\b|\b{word.lower()}\b"
    return bool(re.search(said, text))
