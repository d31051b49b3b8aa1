"""What is wrong in an archive, and what would help it, at the cost of what changed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from hearthbook.ingest.folder import FOLDER as COMMUNITIES
from hearthbook.lint.engine import examine_archive
from hearthbook.lint.reference import FOLDER
from hearthbook.lint.settings import LintSettings
from hearthbook.lint.standing import standing
from hearthbook.model.archive import Defaults
from hearthbook.model.findings import Place, Severity, in_order
from hearthbook.model.report import Report
from hearthbook.publish.besides import named_besides, variables
from hearthbook.publish.configuration import default_theme, lint_settings, load, settings
from hearthbook.publish.judging import judge
from hearthbook.publish.register import survey
from hearthbook.publish.stamps import Digests
from hearthbook.publish.workers import read_here

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date
    from pathlib import Path

    from mkdocs.config.defaults import MkDocsConfig

    from hearthbook.model.findings import Finding
    from hearthbook.model.verdict import Verdict
    from hearthbook.publish.register import Register
    from hearthbook.publish.store import Store
    from hearthbook.publish.workers import Readers


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """Which advice one asks for on the command line, besides what the archive's settings say."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A whole archive, checked."""

    report: Report
    ancestors: Mapping[str, tuple[str, ...]]
    """Slug -> the files that its file extends, nearest first."""
    besides: tuple[str, ...] = ()
    """What mkdocs.yml names besides the archive's own files."""
    variables: tuple[str, ...] = ()
    """The variables of the environment that mkdocs.yml asks for."""


def check_archive(
    root: Path,
    today: date,
    store: Store | None = None,
    readers: Readers = read_here,
    chosen: Chosen | None = None,
) -> Checked:
    """Everything that is wrong in `root` and all advice for it on a day.

    mkdocs.yml, if it is there, gives the defaults. Raises HearthbookError where it is wrong.
    """
    config = load(root) if (root / "mkdocs.yml").is_file() else None
    digests = Digests(root, store.stamps() if store else {})
    now = store.now() if store else 0
    register = survey(
        root,
        settings(config) if config else Defaults(),
        default_theme(),
        digests,
        store=store,
        lines=bool(config and config.repo_url),
        lint=lint_settings(root, config),
        readers=readers,
    )
    if store:
        store.keep_stamps({**digests.known, **digests.settled(now)})
    return Checked(
        report=replace(_report(register, today, chosen or Chosen()), rules=_rules(config)),
        ancestors={slug: one.ancestors for slug, one in register.records.items() if slug[0] != "_"},
        besides=named_besides(config) if config else (),
        variables=variables(config) if config else (),
    )


def _rules(config: MkDocsConfig | None) -> str:
    """The address of the pages about rules, if the site's is known."""
    return f"{config.site_url.rstrip('/')}/{FOLDER}/" if config and config.site_url else ""


def _report(register: Register, today: date, chosen: Chosen) -> Report:
    wanted = LintSettings(select=chosen.select, ignore=chosen.ignore)
    verdicts = {stem: _verdict(register, stem) for stem in register.records}
    told = [*register.findings, *_advice(verdicts, today), *_across(register, verdicts, today)]
    return Report(
        checked=register.files,
        findings=in_order([finding for finding in told if _counts(finding, wanted)]),
        communities={slug: standing(verdicts[slug], wanted, today) for slug in register.shown},
    )


def _counts(finding: Finding, wanted: LintSettings) -> bool:
    """Whether to tell a finding: what keeps a file from being read is told whatever one asks for."""
    unread = finding.code.startswith("HB0") and finding.severity is Severity.ERROR
    return unread or wanted.wants(finding.code)


def _verdict(register: Register, stem: str) -> Verdict:
    """The verdict on a file; given again where it was lost."""
    kept = register.verdict(stem)
    if kept is None:
        one = register.placed(stem) if stem in register.shown else None
        kept = judge(register.root, stem, one, register.lint)
    return kept


def _advice(verdicts: Mapping[str, Verdict], today: date) -> Iterator[Finding]:
    for verdict in verdicts.values():
        yield from (one.finding for one in verdict.advice if one.holds(today))


def _across(register: Register, verdicts: Mapping[str, Verdict], today: date) -> Iterator[Finding]:
    """What there is to say of all communities at once."""

    def place(slug: str, pointer: str) -> Place:
        return verdicts[slug].place(pointer) or Place(file=f"{COMMUNITIES}/{slug}.yml")

    outlines = tuple(one.outline for _, one in sorted(register.shown.items()))
    told = examine_archive(outlines, register.lint, place)
    held = (one.finding for one in told if one.holds(today))
    return (one for one in held if one.code not in verdicts[one.community].ignores)
