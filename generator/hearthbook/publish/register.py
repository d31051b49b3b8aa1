"""What the archive knows of each community without having it in memory.

A record holds what other cells, the hub and the plan need of a community, and
the digests of the files it was read from. While those stand, nothing is read.
"""

from __future__ import annotations

from collections.abc import Mapping  # noqa: TC003 - pydantic reads it
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pydantic import TypeAdapter, ValidationError

from hearthbook.errors import HearthbookError
from hearthbook.ingest.archive import read_parts
from hearthbook.ingest.content import FOLDER as CONTENT
from hearthbook.ingest.folder import FOLDER as COMMUNITIES
from hearthbook.ingest.reveal import publishable
from hearthbook.lint.outline import outline_of
from hearthbook.lint.settings import LintSettings
from hearthbook.model.findings import Finding, Severity, in_order
from hearthbook.model.pages import Card, Gathering  # noqa: TC001 - the same
from hearthbook.model.verdict import Outline, Verdict
from hearthbook.publish.cells import Kin, kin_of
from hearthbook.publish.judging import errors, judge, verdict_from_bytes, verdict_to_bytes
from hearthbook.publish.languages import wordless
from hearthbook.publish.reading import DAMAGED, dumped, loaded
from hearthbook.publish.stamps import Digests, digest
from hearthbook.publish.tools import versions
from hearthbook.render.agenda import gathering
from hearthbook.render.cards import card
from hearthbook.render.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from hearthbook.ingest.archive import Part
    from hearthbook.model.archive import Defaults, HubText, Resolved
    from hearthbook.publish.store import Store

_CHUNK: Final = 50
"""Files that are read in one go: enough to pay for listing the folders, few enough to be small in memory."""
_VERSION: Final = 5
_EVERYTHING: Final = LintSettings()


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What others need to know of a community that can be read."""

    kin: Kin
    language: str
    """BCP 47."""
    card: Card
    facts: str
    """Digest of everything that its pages say, of its own and its articles' words."""
    outline: Outline
    """What rules that look at all communities need of it."""
    pictures: tuple[str, ...] = ()
    """Pictures in its content folder, as paths from the project folder."""
    meets: Gathering
    """What it does again and again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What is known of one file of `communities/`."""

    files: Mapping[str, str]
    """The files it was read from, parents and content included -> their digests."""
    ancestors: tuple[str, ...] = ()
    """The files that it extends, nearest first."""
    beside: str = ""
    """Digest of the names of all files, where it depends on which there are."""
    findings: tuple[Finding, ...] = ()
    shown: Shown | None = None
    """None for base files, and where an error hides it."""


_RECORDS: Final = TypeAdapter(dict[str, Record])


@dataclass(frozen=True, slots=True, kw_only=True)
class Chunk:
    """Some files of `communities/` to read."""

    root: str
    """The project folder."""
    theme: str
    """The theme's folder."""
    defaults: Defaults
    stems: frozenset[str]
    lines: bool
    """Whether the place of each value will be asked for."""
    lint: LintSettings
    """Which advice counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What one file said, small enough to hand from process to process."""

    stem: str
    ancestors: tuple[str, ...]
    findings: tuple[Finding, ...]
    shown: Shown | None
    data: bytes
    """The community, dumped; empty where there is none."""
    verdict: bytes
    """What the linter says of it, whatever the day."""


def read_chunk(chunk: Chunk) -> tuple[Read, ...]:
    """Reads some files with what they extend and their content folders."""
    theme = Theme(Path(chunk.theme))
    parts = read_parts(Path(chunk.root), chunk.defaults, chunk.stems).parts
    return tuple(_read(stem, part, theme, chunk) for stem, part in parts.items())


def _read(stem: str, part: Part, theme: Theme, chunk: Chunk) -> Read:
    community = part.community
    broken = any(finding.severity is Severity.ERROR for finding in part.findings)
    strange = wordless(community, theme) if community and not broken else None
    # first things first: advice on a file that cannot be read would be noise
    verdict = Verdict() if broken else judge(Path(chunk.root), stem, community, chunk.lint)
    return Read(
        stem=stem,
        ancestors=part.ancestors,
        findings=(*part.findings, *([strange] if strange else []), *errors(verdict)),
        shown=_shown(community) if community else None,
        data=dumped(community, lines=chunk.lines) if community else b"",
        verdict=verdict_to_bytes(verdict),
    )


@dataclass(slots=True)
class Register:
    """All records of an archive, and what is needed to have any of its communities in full."""

    root: Path
    defaults: Defaults
    theme: Theme
    texts: tuple[HubText, ...]
    """The hub's own pages, by path."""
    read: tuple[str, ...]
    """The stems of the files that were read this time, bases included."""
    lines: bool
    """Whether the place of each value will be asked for."""
    lint: LintSettings = _EVERYTHING
    """Which advice counts."""
    store: Store | None = None
    records: dict[str, Record] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    """All there are, in order."""
    _data: dict[str, bytes] = field(default_factory=dict)
    _verdicts: dict[str, bytes] = field(default_factory=dict)
    _placed: dict[str, Resolved] = field(default_factory=dict)

    def remember(self, slug: str, data: bytes) -> None:
        """Keeps a community that was read."""
        self._data[slug] = data
        if self.store and data:
            self.store.put_reading(self._key(self.records[slug]), data)

    def judged(self, stem: str, verdict: bytes) -> None:
        """Keeps what the linter says of a file that was read."""
        self._verdicts[stem] = verdict
        if self.store:
            self.store.put_reading(self._judged(stem, self.records[stem]), verdict)

    def verdict(self, stem: str) -> Verdict | None:
        """What the linter says of a file, whatever the day; None where nobody kept it."""
        data = self._verdicts.get(stem)
        if not data and self.store:
            data = self.store.reading(self._judged(stem, self.records[stem]))
        return verdict_from_bytes(data) if data else None

    @property
    def shown(self) -> dict[str, Shown]:
        """The communities that could be read, by slug."""
        return {slug: record.shown for slug, record in self.records.items() if record.shown}

    def concerning(self, slug: str) -> tuple[Finding, ...]:
        """The findings in what a community is read from; raises HearthbookError where it gets no pages."""
        stems = [stem for stem in self.records if not stem.startswith("_")]
        if slug not in stems:
            near = get_close_matches(slug, stems, n=1)
            hint = f"did you mean {near[0]}?" if near else "its file's name without .yml is asked for"
            raise HearthbookError(f"there is no community {slug}", where=f"{COMMUNITIES}/", hint=hint)
        record = self.records[slug]
        files = [slug, *(Path(name).stem for name in record.ancestors)]
        found = [finding for stem in files if stem in self.records for finding in self.records[stem].findings]
        if record.shown and record.shown.kin.visibility == "draft":
            hint = "take `visibility: draft` out of it, or say public or unlisted"
            where = f"{COMMUNITIES}/{slug}.yml"
            raise HearthbookError("this is a draft, which gets no pages", where=where, hint=hint)
        return in_order(found)

    @property
    def files(self) -> int:
        """How many community files there are, those with errors included."""
        return sum(1 for stem in self.records if not stem.startswith("_"))

    def keys(self) -> list[str]:
        """The keys of what the store keeps of all communities."""
        kept = [self._key(record) for record in self.records.values() if record.shown]
        return [*kept, *(self._judged(stem, record) for stem, record in self.records.items())]

    def resolved(self, slugs: Iterable[str]) -> dict[str, Resolved]:
        """These communities in full; their files are read only if nobody kept what they say."""
        found = {slug: self._loaded(slug) for slug in slugs}
        missing = frozenset(slug for slug, one in found.items() if not one)
        read = self._read_again(missing) if missing else {}
        return {slug: one or read[slug] for slug, one in found.items()}

    def placed(self, slug: str) -> Resolved:
        """One community with every value's place, also where nobody was expected to ask."""
        if slug not in self._placed:
            kept = self.resolved([slug]) if self.lines else self._read_again(frozenset({slug}))
            self._placed[slug] = kept[slug]
        return self._placed[slug]

    def _loaded(self, slug: str) -> Resolved | None:
        data = self._data.get(slug)
        if not data and self.store:
            data = self.store.reading(self._key(self.records[slug]))
        with suppress(*DAMAGED):
            return loaded(data, lines=self.lines) if data else None
        return None

    def _read_again(self, slugs: frozenset[str]) -> dict[str, Resolved]:
        """These communities from their files; raises HearthbookError where one changed since the survey."""
        parts, now = read_parts(self.root, self.defaults, slugs).parts, Digests(self.root)
        found = {slug: part.community for slug, part in parts.items() if part.community}
        for slug in sorted(slugs):
            record, one = self.records[slug], found.get(slug)
            same = one and record.shown and _shown(one).facts == record.shown.facts
            if not (one and same and all(now.of(name) == value for name, value in record.files.items())):
                file = f"{COMMUNITIES}/{slug}.yml"
                message = "this, or what belongs to it, changed while the site was being made"
                raise HearthbookError(message, where=file, hint="build again")
            self.remember(slug, dumped(one, lines=self.lines))
        return found

    def _key(self, record: Record) -> str:
        """The key of a community as it was read: its files, and what the archive says for all."""
        around = (self.defaults.language, self.defaults.zone)
        return digest(_VERSION, versions(), *around, dict(record.files))

    def _judged(self, stem: str, record: Record) -> str:
        """The key of what the linter says of a file."""
        return digest("verdict", stem, self._key(record), asdict(self.lint))


def survey(  # noqa: PLR0913 - each says one thing about the archive
    root: Path,
    defaults: Defaults,
    theme: Theme,
    digests: Digests,
    *,
    store: Store | None = None,
    lines: bool = False,
    lint: LintSettings = _EVERYTHING,
    readers: Callable[[Iterable[Chunk], int], Iterable[tuple[Read, ...]]] | None = None,
) -> Register:
    """The archive's register; only files that changed since `store` last saw them are read."""
    around = digest(_VERSION, versions(), defaults.language, defaults.zone, _languages(theme), asdict(lint))
    hub = read_parts(root, defaults, frozenset())
    disk = _Disk(hub.stems, digests)
    good = {stem: record for stem, record in _known(store, around).items() if disk.holds(stem, record)}
    stale = [stem for stem in hub.stems if stem not in good]
    register = Register(root, defaults, theme, hub.texts, tuple(stale), lines, lint, store, good)
    chunks = (
        Chunk(
            root=str(root),
            theme=str(theme.folder),
            defaults=defaults,
            stems=frozenset(stale[start : start + _CHUNK]),
            lines=lines,
            lint=lint,
        )
        for start in range(0, len(stale), _CHUNK)
    )
    for some in readers(chunks, len(stale)) if readers else map(read_chunk, chunks):
        for read in some:
            good[read.stem] = _record(read, disk)
            register.remember(read.stem, read.data)
            register.judged(read.stem, read.verdict)
    register.records = {stem: good[stem] for stem in hub.stems}
    found = (finding for record in register.records.values() for finding in record.findings)
    register.findings = in_order([*hub.findings, *found])
    if store and stale:
        _keep(store, around, register.records)
    return register


class _Disk:
    """The digests of an archive's files, sorted by the community that they belong to."""

    def __init__(self, stems: tuple[str, ...], digests: Digests) -> None:
        self.stems = digest(stems)
        self._digests = digests
        self._files = digests.folder(COMMUNITIES)
        self._content: dict[str, dict[str, str]] = {}
        for name, value in digests.folder(CONTENT).items():
            self._content.setdefault(name.split("/")[1], {})[name] = value

    def files(self, stem: str, ancestors: tuple[str, ...]) -> dict[str, str]:
        """Every file that a community is read from -> its digest."""
        own = {name: self._digests.of(name) for name in (f"{COMMUNITIES}/{stem}.yml", *ancestors)}
        return own | self._content.get(stem, {})

    def holds(self, stem: str, record: Record) -> bool:
        """Whether nothing changed since the record was made."""
        return record.beside in {"", self.stems} and record.files == self.files(stem, record.ancestors)


def _record(read: Read, disk: _Disk) -> Record:
    alone = read.shown and not read.shown.kin.named and not read.findings
    return Record(
        files=disk.files(read.stem, read.ancestors),
        ancestors=read.ancestors,
        beside="" if alone else disk.stems,
        findings=read.findings,
        shown=read.shown,
    )


def _shown(resolved: Resolved) -> Shown:
    community = publishable(resolved.community)
    articles = [
        {key: str(value) for key, value in asdict(article).items()} | {"place": article.place.file}
        for article in resolved.articles
    ]
    return Shown(
        kin=kin_of(resolved.slug, resolved.community),
        language=community.language or "en",
        card=card(resolved.slug, community),
        facts=digest(community.model_dump_json(), articles),
        outline=outline_of(resolved.slug, resolved.community),
        pictures=resolved.files,
        meets=gathering(resolved.slug, community),
    )


def _languages(theme: Theme) -> list[str]:
    return sorted(path.name for path in (theme.folder / "words").glob("*.yml"))


def _known(store: Store | None, around: str) -> dict[str, Record]:
    """The records of the last build; none where it was another program or in other surroundings."""
    table = store.table("records") if store else {}
    if table.get("around") != around:
        return {}
    try:
        return _RECORDS.validate_python(table["records"])
    except (ValidationError, KeyError):
        return {}


def _keep(store: Store, around: str, records: Mapping[str, Record]) -> None:
    store.keep("records", {"around": around, "records": _RECORDS.dump_python(dict(records), mode="json")})
