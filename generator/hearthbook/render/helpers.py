"""What page templates may call: words, links, headings that know their line."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import quote, urlsplit

from markupsafe import Markup

from hearthbook.calendar.describe import describe
from hearthbook.ingest.slugs import words_to_id
from hearthbook.model.pages import UNNAMED, Provenance
from hearthbook.model.sources import pointer
from hearthbook.model.texts import SAFE_SCHEMES
from hearthbook.render.addresses import archive_link, relative
from hearthbook.render.dates import Dates
from hearthbook.render.dial import PHONE, SHORT_NUMBER, address_of, with_calls
from hearthbook.render.drawing import badge, seats, share
from hearthbook.render.environment import phrase, sentence
from hearthbook.render.inline import ADDRESS, encoded
from hearthbook.render.labels import Labels
from hearthbook.render.meetings import Meetings, find_channel
from hearthbook.render.news import told
from hearthbook.render.plain import attribute, carried, plain
from hearthbook.render.prose import prose
from hearthbook.render.stub import Stub, stub
from hearthbook.render.words import own_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from hearthbook.model.belonging import Channel
    from hearthbook.model.identity import Person
    from hearthbook.model.pages import Cell
    from hearthbook.model.recurrence import When
    from hearthbook.render.words import Words

# The full stop after a phrase that brought its own: "Ask at Acme Inc.."
_TWO_ENDS: Final = re.compile(r"\.(?:(?<=[!?\u061f\N{HORIZONTAL ELLIPSIS}]\.)|(?<=[^.]\.\.))(?=\s|$)")
# A number that can be called: two figures or more, as in 112.
_NUMBER: Final = re.compile(r"\d\d")
_SPAN: Final = 2
_ONE_LINE: Final = re.compile(r"(?![-*+>#|]|\d+[.)]\s|```|~~~)[^\n]+")


@cache
def fixed(words: Words, key: str) -> Markup:
    """A sentence without places; most are, and a page has hundreds."""
    return Markup(_TWO_ENDS.sub("", words.say(key)))  # noqa: S704


class Term(NamedTuple):
    """A word of the community's own, as the glossary explains it."""

    word: str
    """The word."""
    meaning: str
    """What it means here."""
    anchor: str
    """The id of its place on the page of questions."""
    also: tuple[str, ...]
    """What searchers call it."""


class Helpers:
    """The functions of one page at a time; collects the page's provenance on the way."""

    def __init__(self, cell: Cell, words: Words, path: str = "", *, alone: bool = False) -> None:
        """Bind the helpers to a cell, its words and the page's path below the docs folder.

        `alone` says that the reader has this page and no other.
        """
        self._cell = cell
        self._alone = alone
        self._words = words
        self.labels = Labels(cell, self.t, self.link)
        self._borrows = cell.language.partition("-")[0] != words.language.partition("-")[0]
        self.turn_to(path)

    def turn_to(self, path: str) -> None:
        """Starts the page with this path below the docs folder."""
        self._path = path
        self.provenance: list[Provenance] = []

    def functions(self) -> dict[str, Callable[..., object]]:
        """Name in templates -> function."""
        names = ("t", "has_words", "heading", "block", "ptr", "href", "link", "spot", "reach")
        values = ("prose", "when", "channel", "archive", "community_link", "listing", "address")
        sentences = ("said", "labelled", "fence", "exact", "who", "shown_as")
        places = ("here", "letter", "terms", "language_name", "calls", "versions", "borrowed", "named")
        rest = ("how_often", "tongue", "in_own", "alone")
        own = {name: getattr(self, name) for name in (*names, *values, *sentences, *places, *rest)}
        meetings = Meetings(self._cell.community, self._words)
        times = ("lasting", "ending", "retired", "next_meeting", "on_screen", "cities", "city_names")
        drawn = {"badge": badge, "seats": seats, "share": share, "stub": self.stub}
        dates = Dates(self._cell.community, meetings)
        days = ("rule", "in_person", "review_asks")
        dues = ("review_due", "code_due", "claim_due", "round_due", "term_due")
        found = {name: getattr(meetings, name) for name in times}
        found |= {name: getattr(dates, name) for name in (*days, *dues)} | {"carrying": self.carrying}
        labels = ("topics", "signed", "standing", "filed", "holds_due")
        found |= {name: getattr(self.labels, name) for name in labels}
        return own | found | drawn | told(self._cell, self._words) | {"country": self._words.country}

    def t(self, key: str, **values: object) -> Markup:
        """The theme's sentence `key` with its places filled, and one mark at its end."""
        if not values:
            return fixed(self._words, key)
        return Markup(_TWO_ENDS.sub("", self._words.say(key, **values)))  # noqa: S704

    def has_words(self, key: str) -> bool:
        """Whether the theme has a sentence `key`."""
        return self._words.has(key)

    def alone(self) -> bool:
        """Whether the reader has no other page, so that nothing can be left to one."""
        return self._alone

    def ptr(self, *parts: str | int) -> str:
        """JSON Pointer: `ptr("norms", 2)` is `/norms/2`."""
        return pointer(*parts)

    def _record(self, anchor: str, where: str) -> str:
        clean = attribute(anchor)
        place = self._cell.sources.place(where)
        self.provenance.append(Provenance(anchor=clean, pointer=where, place=place))
        return clean

    def heading(self, level: int, text: object, anchor: str, where: str, cls: str = "") -> Markup:
        """A heading with an id that does not depend on its words, tied to its line."""
        clean = self._record(anchor, where)
        extra = "".join(f" .{name}" for name in cls.split())
        extra += "" if isinstance(text, Markup) else self.tongue()
        return Markup(f"{'#' * level} {self._words.placed(text)} {{#{clean}{extra}}}")  # noqa: S704

    def block(self, anchor: str, where: str, cls: str = "", *, own: bool = False, **data: object) -> Markup:
        """The attribute line that stands right below a paragraph, tied to its line.

        `own` says that the paragraph is wholly in the community's words. What else is given,
        it carries for scripts, as `data-hb-...`.
        """
        clean = self._record(anchor, where)
        extra = "".join(f" .{name}" for name in cls.split())
        extra += self.tongue() if own else ""
        return Markup(f"{{: #{clean}{extra}{carried(data)} }}")  # noqa: S704

    def tongue(self) -> Markup:
        """Marks of the community's own words where those around them are borrowed; else empty."""
        marks = f" lang={attribute(self._cell.language)} dir=auto"
        return Markup(marks if self._borrows else "")  # noqa: S704

    def in_own(self, text: str, indent: int = 0) -> Markup:
        """A line wholly in the community's own words, with their marks; indented in a list."""
        marks = f"\n{' ' * indent}{{:{self.tongue()} }}" if self._borrows else ""
        return self._words.show(text) + Markup(marks)  # noqa: S704

    @staticmethod
    def carrying(classes: str = "", **data: object) -> Markup:
        """The attribute line of a paragraph without an id; empty where there is nothing to carry."""
        found = "".join(f" .{name}" for name in classes.split()) + carried(data)
        return Markup(f"{{:{found} }}" if found else "")  # noqa: S704

    def href(self, kind: str, anchor: str = "") -> str:
        """Relative path to another page of this cell: `norms.md#norm-credit`."""
        file = {"home": "index.md", "articles": "articles/index.md"}.get(kind, f"{kind}.md")
        target = relative(self._path, f"{self._cell.slug}/{file}")
        return f"{target}#{attribute(anchor)}" if anchor else target

    def link(self, text: object, kind: str, anchor: str = "") -> Markup:
        """A link to another page of this cell."""
        return Markup(f"[{self._words.placed(text)}]({self.href(kind, anchor)})")  # noqa: S704

    def here(self, text: object, anchor: str) -> Markup:
        """A link to another place on the same page."""
        return Markup(f"[{self._words.placed(text)}](#{attribute(anchor)})")  # noqa: S704

    def address(self, text: object, url: str) -> Markup:
        """A link to a checked address elsewhere."""
        target = self._resolve(url)
        shown = self._words.placed(text)
        return Markup(f"[{shown}]({encoded(target)})") if target else shown  # noqa: S704

    def community_link(self, slug: str) -> Markup:
        """The name of another community, linked to its home where it is published."""
        neighbour = self._cell.neighbours.get(slug)
        if not neighbour:
            return plain(slug)
        target = relative(self._path, f"{slug}/", to_page=True)
        return Markup(f"[{self._words.placed(neighbour.name)}]({target})")  # noqa: S704

    def archive(self, text: object, page: str = "") -> Markup:
        """A link to a page of the archive: the first one, where all communities are found, or `change/`."""
        target = relative(self._path, page, to_page=True)
        return Markup(f"[{self._words.placed(text)}]({target})")  # noqa: S704

    def named(self, text: str) -> list[str]:
        """The slugs of the communities that are near to this one and whose names stand in the text."""
        near = self._cell.neighbours.items()
        return [slug for slug, other in near if re.search(rf"(?<!\w){re.escape(other.name)}(?!\w)", text)]

    def channel(self, name: str) -> Channel | None:
        """The channel with this id or name (a leading # does not matter), or None."""
        return find_channel(self._cell.community, name)

    def spot(self, where: str) -> Markup:
        """A channel as a link to its description, an address as a link, a place as it is."""
        if channel := self.channel(where):
            return self.link(channel.name, "channels", f"channel-{channel.id}")
        return self.reach(where)

    def reach(self, text: str, *, urgent: bool = False) -> Markup:
        """A way to reach somebody, with addresses and numbers as links; short numbers if `urgent`."""
        if text.startswith(("mailto:", "tel:")) and " " not in text:
            return self.address(text.removeprefix("mailto:").removeprefix("tel:"), text)
        if phone := PHONE.match(text) or (urgent and SHORT_NUMBER.match(text)):
            return self.address(phone[0], address_of(phone[0])) + self.reach(text[phone.end() :])
        out, end = Markup(""), 0
        for match in ADDRESS.finditer(text):
            url = match[0] if "://" in match[0] else f"mailto:{match[0]}"
            out += self._between(text[end : match.start()]) + self.address(match[0], url)
            end = match.end()
        return out + self._between(text[end:])

    def letter(self, text: str) -> Markup:
        """The first mail address in the text, as a link that starts a letter with its subject.

        Empty where there is no such address. The subject is percent-encoded (RFC 6068).
        """
        found = next((m[0] for m in ADDRESS.finditer(text) if "://" not in m[0]), "")
        subject = self._words.raw("ask.subject").replace("{name}", self._cell.community.name)
        url = f"mailto:{found}?subject={quote(subject, safe='')}"
        return self.address(found, url) if found else Markup("")

    @staticmethod
    def calls(text: str) -> bool:
        """Whether the text holds a number that can be called."""
        return bool(_NUMBER.search(text))

    def _between(self, text: str) -> Markup:
        lead = " " if text[:1].isspace() else ""
        tail = " " if text[-1:].isspace() and text.strip() else ""
        return Markup(lead) + self._words.placed(text) + Markup(tail)  # noqa: S704

    def prose(self, text: str) -> Markup:
        """Paragraphs from a founder, made harmless."""
        return prose(self._words.kept(text), self._resolve)

    def _resolve(self, url: str) -> str | None:
        """The address to publish: archive addresses become relative, unsafe ones None."""
        if url.startswith("//"):
            return None
        if url.startswith("/"):
            return archive_link(self._path, url[1:], self._cell.slug)
        if url.startswith("#"):
            return url
        try:
            scheme = urlsplit(url).scheme.lower()
        except ValueError:  # for `https://[` and the like
            return None
        return url if scheme in SAFE_SCHEMES else None

    def when(self, rhythm: When) -> Markup:
        """A rhythm in words, without a full stop."""
        return Markup(describe(rhythm, self._words.say, self._words.locale))  # noqa: S704

    def stub(self, rhythm: When | None, *, wide: bool = False) -> Stub | None:
        """The rhythm on a ticket stub, or None where there is nothing to write on one."""
        return stub(rhythm, self._words, wide=wide)

    def how_often(self, text: str, *, span: bool = True) -> str:
        """How often something is done, alike for `three months` and for `every three months`.

        Without `span`, only a text of one or two words is taken for a bare span of time.
        """
        said = phrase(text)
        named = dict(pair.split(" = ") for pair in self._words.raw("every.named").split("; ") if pair)
        if said in named:
            return str(named[said])
        parts = said.split()
        if parts and parts[0].casefold() in self._words.raw("every.begins").split():
            return said[0].lower() + said[1:]
        if not parts or (not span and len(parts) > _SPAN):
            return said
        return self._words.raw("every.span").replace("{span}", said)

    def language_name(self) -> str:
        """The name of the language in which the page is written, in that language."""
        language = self._words.language
        return str(self._words.locale.languages.get(language.replace("-", "_"), language))

    def versions(self) -> tuple[Markup, ...]:
        """The same community in other languages, each called what its speakers call it, as links."""
        found = (
            (other, relative(self._path, f"{other.slug}/", to_page=True)) for other in self._cell.translations
        )
        name = self._words.placed
        return tuple(Markup(f"[{name(own_name(other.language))}]({to})") for other, to in found)  # noqa: S704

    def borrowed(self) -> str:
        """The community's language, where the theme has no words in it and borrows others; else empty."""
        asked = self._cell.language
        if not self._borrows:
            return ""
        return str(self._words.locale.languages.get(asked.replace("-", "_"), asked))

    def terms(self) -> tuple[Term, ...]:
        """The words that the glossary explains, with what searchers call them."""
        whole = self._cell.community
        found: dict[str, Term] = {}
        for word, meaning in whole.glossary.items():
            anchor = f"glossary-{words_to_id(word)}"
            while anchor in found:
                anchor += "-2"
            also = tuple(other for other, ours in whole.synonyms.items() if word in ours)
            found[anchor] = Term(word, meaning, anchor, also)
        return tuple(found.values())

    def listing(self, values: list[object] | tuple[object, ...], style: str = "standard") -> Markup:
        """The values joined the way of the language; style `or` for a choice."""
        return self._words.listing(values, style)

    def said(self, text: str, *, urgent: bool = False, alone: bool = False) -> Markup:
        """Prose from a founder; where it is a single line, as a sentence of its own.

        If `urgent`, numbers that call help are links. `alone` says that nothing else stands in
        the paragraph, so that a single line carries the marks of the community's own words.
        """
        text = with_calls(text) if urgent else text
        if not _ONE_LINE.fullmatch(text):
            return self.prose(text)
        marks = f"\n{{:{self.tongue()} }}" if alone and self._borrows else ""
        return self.prose(sentence(text)) + Markup(marks)  # noqa: S704

    def labelled(self, label: object, text: str, mark: str = "", *, urgent: bool = False) -> Markup:
        """Prose with a label: beside it where that is one line, above it otherwise.

        `mark` is an attribute line for the paragraph of the label; `urgent` is as for `said`.
        """
        body, below = self.said(text, urgent=urgent), Markup(f"\n{mark}" if mark else "")  # noqa: S704
        if _ONE_LINE.fullmatch(text):
            return self.t("part.labelled", label=label, value=body) + below
        return self.t("part.label", label=label) + below + Markup("\n\n") + body

    @staticmethod
    def exact(text: str) -> Markup:
        """The text as it was written, on one line, to fill a place of a form that goes into `fence`."""
        return Markup(" ".join(text.split()))  # noqa: S704

    @staticmethod
    def fence(*texts: str) -> Markup:
        """The texts as one block to copy, exactly as they were written."""
        text = "\n".join(texts)
        longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
        ticks = "`" * max(3, longest + 1)
        return Markup(f"{ticks} {{ .text .hb-post }}\n{text}\n{ticks}")  # noqa: S704

    def shown_as(self, key: str, person: Person) -> str:
        """The name or handle of somebody in `people`."""
        return (person.name if person.show == "name" else None) or person.handle or key

    def who(self, person: str | tuple[str, ...], style: str = "standard") -> Markup:
        """People as they may be shown, linked to where the handbook says more about them.

        Style `or` gives several of them as a choice.
        """
        if isinstance(person, tuple):
            named = [self.who(each) for each in person if each != UNNAMED]
            hidden = len(person) - len(named)
            rest = [self.t("people.unnamed_count", count=hidden)] if hidden else []
            return self.listing([*named, *rest], style)
        if person == UNNAMED:
            return self.t("people.unnamed")
        for key, known in self._cell.community.people.items():
            if self.shown_as(key, known) == person:
                return self.link(person, "roles", f"person-{key}")
        return self.reach(person)
