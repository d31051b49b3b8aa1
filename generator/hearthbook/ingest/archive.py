"""All files together: every community complete, every problem in one list."""

from __future__ import annotations

from dataclasses import dataclass, replace
from difflib import get_close_matches
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from hearthbook.ingest.comments import swallowed
from hearthbook.ingest.content import read_content
from hearthbook.ingest.events import read_tree
from hearthbook.ingest.expand import Expander
from hearthbook.ingest.folder import list_sources
from hearthbook.ingest.inherit import leftovers, merge, repeated_ids
from hearthbook.ingest.reader import error, read_text
from hearthbook.ingest.references import check_references, names_of
from hearthbook.ingest.tree import Listing, Mapping, Scalar, source_map
from hearthbook.ingest.validate import validate
from hearthbook.model.archive import Archive, Defaults, HubText, Resolved
from hearthbook.model.community import Community
from hearthbook.model.findings import Finding, Place, Severity, in_order

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping as Map
    from datetime import time
    from pathlib import Path

    from hearthbook.ingest.folder import Source
    from hearthbook.model.recurrence import When
    from hearthbook.model.sources import SourceMap

_EXAMPLE = "a community starts with `name: ...` and `promise:` with `for` and `outcome` below it"


class _File(NamedTuple):
    """One file as far as it could be read by itself."""

    source: Source
    tree: Mapping | None
    findings: list[Finding]
    parent: str = ""


def read_file(source: Source) -> _File:
    """The file's tree with short forms written out, and all that is wrong so far."""
    text = read_text(source.path, source.name)
    if isinstance(text, Finding):
        return _File(source, None, [text])
    return parse(text, source)


def parse(text: str, source: Source) -> _File:
    """The same for a text that has been read already."""
    tree, findings = read_tree(text, source.name)
    place = Place(file=source.name)
    if findings and tree is None:
        return _File(source, None, findings)
    if tree is None or (isinstance(tree, Scalar) and tree.is_null):
        hint = "write what several communities share, or take it away" if source.is_base else _EXAMPLE
        return _File(source, None, [error("HB005", place, "the file says nothing yet", hint)])
    if not isinstance(tree, Mapping):
        what = "a list" if isinstance(tree, Listing) else "a single text"
        fact = f"the file holds {what}, not keys and values"
        return _File(source, None, [error("HB005", tree.mark.place(), fact, _EXAMPLE)])
    findings += swallowed(tree, text.split("\n"))
    expander = Expander()
    full = expander.community(tree, Community)
    parent = full.get("extends")
    stem = parent.text.strip() if isinstance(parent, Scalar) and not parent.is_null else ""
    return _File(source, full, [*findings, *expander.findings], stem)


@dataclass(slots=True)
class _Resolver:
    """Completes trees along `extends`, each file once."""

    files: Map[str, _File]
    stems: frozenset[str]
    """All there are, also those that were not read now."""
    done: dict[str, tuple[Mapping | None, list[Finding]]]

    def resolve(self, stem: str) -> tuple[Mapping | None, list[Finding]]:
        """The file's tree completed by its parents', or None where one is missing."""
        trail: list[str] = []
        while stem not in self.done:
            file = self.files[stem]
            trail.append(stem)
            if file.tree is None or not file.parent:
                self.done[stem] = (file.tree, [])
            elif file.parent in trail:
                self._mark_circle(trail[trail.index(file.parent) :])
            elif problem := self._parent_problem(file):
                self.done[stem] = (None, [problem])
            else:
                stem = file.parent
        for each in reversed(trail):
            if each not in self.done:
                own, (parent, _) = self.files[each].tree, self.done[self.files[each].parent]
                self.done[each] = (merge(parent, own) if parent and own else None, [])
        return self.done[trail[0] if trail else stem]

    def ancestors(self, stem: str) -> tuple[str, ...]:
        """The names of the files that this one extends, nearest first."""
        found: list[str] = []
        while (stem := self.files[stem].parent) in self.files and stem not in found:
            found.append(stem)
        return tuple(self.files[each].source.name for each in found)

    def _mark_circle(self, circle: list[str]) -> None:
        """Tells each file of a circle, so that it is told whichever of them are read together."""
        for at, stem in enumerate(circle):
            way = " -> ".join([*circle[at:], *circle[:at], stem])
            fact = f"the files extend each other in a circle: {way}"
            place = self._extends(self.files[stem])
            self.done[stem] = (None, [error("HB012", place, fact, "take `extends` out of one of them")])

    @staticmethod
    def _extends(file: _File) -> Place:
        node = file.tree.get("extends") if file.tree else None
        return node.mark.place() if node else Place(file=file.source.name)

    def _parent_problem(self, file: _File) -> Finding | None:
        place = self._extends(file)
        if file.parent not in self.files:
            near = get_close_matches(file.parent.removesuffix(".yml"), sorted(self.stems), n=1)
            fact = f"there is no file communities/{file.parent}.yml to extend"
            hint = f"did you mean `{near[0]}`?" if near else "write a file's name without .yml"
            return error("HB011", place, fact, hint)
        return None


def _partial(file: _File) -> list[Finding]:
    """What is wrong with a file by itself, whatever its parents say."""
    if file.tree is None:
        return []
    own, _ = leftovers(file.tree, extends=True)
    return [*validate(own, whole=False)[1], *repeated_ids(own)]


def _complete(file: _File, tree: Mapping) -> tuple[Community | None, Mapping, list[Finding]]:
    tree, findings = leftovers(tree, extends=bool(file.parent))
    community, problems = validate(tree, whole=not file.source.is_base)
    # two entries of this file with one id would melt into one when they meet the parent's
    own = repeated_ids(file.tree) if file.tree and file.parent else []
    unreasoned = _without_reason(file.tree) if file.tree else []
    return community, tree, [*findings, *problems, *repeated_ids(tree), *own, *unreasoned]


def _without_reason(tree: Mapping) -> list[Finding]:
    """A finding for each rule that a file ignores without saying why."""
    lint = tree.get("lint")
    ignore = lint.get("ignore") if isinstance(lint, Mapping) else None
    entries = ignore.entries if isinstance(ignore, Mapping) else ()
    hint = "write why it does not apply, so that the next host need not guess, or take the line out"
    return [
        error("HB009", entry.mark.place(), f"`{entry.key}` is ignored without a reason", hint)
        for entry in entries
        if isinstance(entry.value, Scalar) and entry.value.is_null
    ]


def _told_as_comment(problem: Finding, told: list[Finding]) -> bool:
    """Whether a value is empty because YAML took it for a comment, which has been said."""
    place = problem.place
    lost = {(f.place.file, f.place.line) for f in told if "taken for a comment" in f.message}
    return problem.message.endswith(" is empty") and (place.file, place.line) in lost


def _references(stem: str, tree: Mapping, slugs: frozenset[str]) -> list[Finding]:
    return check_references(tree, Community, names_of(tree, stem, slugs))


def with_defaults(community: Community, defaults: Defaults) -> Community:
    """The community with the archive's language and zone where it names none."""
    rituals = tuple(
        ritual.model_copy(update={"when": ritual.when.model_copy(update={"zone": defaults.zone})})
        if ritual.when and _has_an_hour(ritual.when) and not ritual.when.zone and defaults.zone
        else ritual
        for ritual in community.rituals
    )
    language = community.language or defaults.language
    return community.model_copy(update={"rituals": rituals, "language": language})


def _has_an_hour(when: When) -> bool:
    """Whether a rhythm says at what time it takes place, at least on some days."""
    return bool(when.at or any(slot.at for slot in when.alternate) or any(extra.at for extra in when.also))


def _nobodys_hours(when: When) -> Iterator[tuple[str, time]]:
    """Each hour of which nobody says on whose clocks, with the pointer to it from the rhythm on."""
    if when.zone:
        return
    if when.at and not when.alternate:
        yield "", when.at
    for index, slot in enumerate(when.alternate):
        if not slot.zone and (hour := slot.at or when.at):
            yield f"/alternate/{index}", hour
    if not (when.alternate and when.alternate[0].zone):
        yield from ((f"/also/{index}", extra.at) for index, extra in enumerate(when.also) if extra.at)


def _without_zone(community: Community, sources: SourceMap) -> list[Finding]:
    """A warning for each time of day of which nobody says on whose clocks."""
    findings = []
    for index, ritual in enumerate(community.rituals):
        for below, hour in islice(_nobodys_hours(ritual.when) if ritual.when else (), 1):
            pointer = f"/rituals/{index}/when{below}"
            fact = f"no zone says whose {hour:%H:%M} this is"
            hint = "add `zone:`, as in `zone: Europe/Berlin`, or write `zone:` for all in mkdocs.yml"
            found = error("HB017", sources.place(pointer), fact, hint)
            findings.append(replace(found, severity=Severity.WARNING, pointer=pointer))
    return findings


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One file of `communities/` with what belongs to it: what became of it, and what is wrong."""

    community: Resolved | None
    """The community; None for a base file, and where an error hides it."""
    findings: tuple[Finding, ...]
    """What is wrong with it, with what it inherits and with its content folder."""
    ancestors: tuple[str, ...]
    """The files that it extends, nearest first: `communities/_base.yml`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """An archive file by file; `together` makes one value of it."""

    stems: tuple[str, ...]
    """Every file of `communities/` by its name without `.yml`, read or not."""
    parts: Map[str, Part]
    """Those that were read, by stem."""
    findings: tuple[Finding, ...]
    """What is wrong with the folders and the hub's own pages."""
    texts: tuple[HubText, ...]
    """The hub's own pages, by path."""


def _read_files(sources: list[Source], only: frozenset[str] | None) -> dict[str, _File]:
    """The files that are wanted, and all that they extend."""
    known = {source.stem: source for source in sources}
    wanted = [stem for stem in known if only is None or stem in only]
    files: dict[str, _File] = {}
    while wanted:
        stem = wanted.pop()
        if stem in known and stem not in files:
            files[stem] = read_file(known[stem])
            wanted.append(files[stem].parent)
    return {stem: files[stem] for stem in known if stem in files}


def _resolve(
    file: _File, resolver: _Resolver, slugs: frozenset[str], defaults: Defaults
) -> tuple[Resolved | None, list[Finding]]:
    """The community in a file, complete, and everything that is wrong with it."""
    stem = file.source.stem
    tree, missing = resolver.resolve(stem)
    findings = [*file.findings, *missing]
    if tree is None or file.source.is_base:
        # a parent that is not there has been told already
        own = [f for f in _partial(file) if not (missing and f.pointer == "/extends")]
        return None, [*findings, *own]
    community, complete, problems = _complete(file, tree)
    problems = [p for p in problems if not _told_as_comment(p, file.findings)]
    problems += _references(stem, complete, slugs)
    findings += [replace(p, community=stem) for p in problems]
    if not (community and file.source.usable):
        return None, findings
    sources = source_map(complete, Place(file=file.source.name))
    shown = with_defaults(community, defaults)
    # where words were lost, the zone may be among them
    unsure = [] if file.findings else _without_zone(shown, sources)
    findings += [replace(p, community=stem) for p in unsure]
    return Resolved(slug=stem, community=shown, sources=sources), findings


def _owner(finding: Finding, slugs: frozenset[str]) -> str:
    """The slug in whose content folder a finding is; empty for the hub's."""
    parts = finding.place.file.split("/")
    return parts[1] if len(parts) > 2 and parts[1] in slugs else ""  # noqa: PLR2004 - content/<slug>/<file>


def read_parts(root: Path, defaults: Defaults | None = None, only: frozenset[str] | None = None) -> Parts:
    """The files of `communities/` and `content/`, each by itself; with `only`, the files of these stems.

    Never raises for what people wrote: all of it is in the findings. What a part
    holds does not depend on which others are read.
    """
    sources, listed = list_sources(root)
    files = _read_files(sources, only)
    stems = tuple(source.stem for source in sources)
    slugs = frozenset(source.stem for source in sources if not source.is_base)
    resolver = _Resolver(files, frozenset(stems), {})
    read = {stem: file for stem, file in files.items() if only is None or stem in only}
    resolved = {stem: _resolve(file, resolver, slugs, defaults or Defaults()) for stem, file in read.items()}
    owners = {stem: community for stem, (community, _) in resolved.items() if community}
    content = read_content(root, owners, slugs, only=None if only is None else frozenset(read))
    found: dict[str, list[Finding]] = {stem: list(findings) for stem, (_, findings) in resolved.items()}
    shared = list(listed)
    for finding in content.findings:
        found.get(_owner(finding, slugs), shared).append(finding)
    parts = {
        stem: Part(
            community=content.attach(community) if community else None,
            findings=tuple(found[stem]),
            ancestors=resolver.ancestors(stem),
        )
        for stem, (community, _) in resolved.items()
    }
    return Parts(stems=stems, parts=parts, findings=tuple(shared), texts=tuple(content.texts))


def read_alone(
    text: str, source: Source, defaults: Defaults | None = None, slugs: frozenset[str] = frozenset()
) -> Part:
    """One file by itself, from a text that is written nowhere yet; `slugs` are the others it may name."""
    file = parse(text, source)
    stems = slugs | {source.stem}
    resolver = _Resolver({source.stem: file}, stems, {})
    community, findings = _resolve(file, resolver, stems, defaults or Defaults())
    return Part(community=community, findings=tuple(findings), ancestors=())


def together(root: Path, parts: Parts) -> Archive:
    """The archive of all parts.

    A community is in it when no error concerns its file or those it extends.
    """
    findings = [*parts.findings, *(f for part in parts.parts.values() for f in part.findings)]
    errors = [f for f in findings if f.severity is Severity.ERROR]
    broken = {f.place.file for f in errors}
    slugs = {f.community for f in errors}
    kept = tuple(
        part.community
        for stem, part in parts.parts.items()
        if part.community and stem not in slugs and part.community.sources.root.file not in broken
    )
    known = [stem for stem in parts.stems if not stem.startswith("_")]
    return Archive(
        root=root,
        communities=kept,
        files=len(known),
        shared={stem: parts.parts[stem].ancestors for stem in sorted(known)},
        findings=in_order(findings),
        texts=parts.texts,
    )


def load_archive(root: Path, defaults: Defaults | None = None) -> Archive:
    """Everything in `communities/` and `content/` of a project folder.

    Never raises for what people wrote: all of it is in `findings`.
    """
    return together(root, read_parts(root, defaults))
