"""The project's mkdocs.yml: read, judged, and handed to MkDocs."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any, Final

from jinja2 import TemplateError, TemplateSyntaxError
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException
from pydantic import TypeAdapter, ValidationError

from hearthbook.errors import HearthbookError
from hearthbook.ingest.content import FOLDER
from hearthbook.lint.settings import LintSettings, read_settings
from hearthbook.model.archive import Defaults
from hearthbook.model.texts import Language, Zone
from hearthbook.publish.besides import forget_hooks
from hearthbook.publish.heard import heard
from hearthbook.publish.others import answering_for_others
from hearthbook.render.theme import Theme
from hearthbook.resources import themes

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from mkdocs.config.defaults import MkDocsConfig

UNTOUCHED: Final = "the old site is untouched"


def default_theme() -> Theme:
    """The theme that comes with Hearthbook."""
    return Theme(themes() / "hearth")


def on_our_ground(config: MkDocsConfig) -> None:
    """Raises HearthbookError when mkdocs.yml names a theme that ours does not stand on."""
    if config.theme.name != "material":
        message = f"Hearthbook's pages stand on the theme material, not on {config.theme.name}"
        raise HearthbookError(message, where="mkdocs.yml", hint="write `name: material` below `theme:`")


def defaults(language: str, zone: str | None) -> Defaults:
    """What mkdocs.yml says for all communities.

    Raises HearthbookError for a language or time zone that does not exist.
    """
    try:
        known = TypeAdapter(Language).validate_python(language)
        clock = TypeAdapter(Zone).validate_python(zone) if zone else None
    except ValidationError as problem:
        first = problem.errors()[0]
        context = first.get("ctx", {})
        message = str(context.get("message", first["msg"]))
        hint = str(context.get("hint", "see the comments in mkdocs.yml"))
        raise HearthbookError(message, where="mkdocs.yml, plugin hearthbook", hint=hint) from None
    return Defaults(language=known, zone=clock)


def settings(config: MkDocsConfig) -> Defaults:
    """What mkdocs.yml says for all communities; raises HearthbookError as `defaults` does."""
    ours = config.plugins["hearthbook"].config
    return defaults(ours["language"], ours["zone"])


def synonyms(config: MkDocsConfig) -> dict[str, tuple[str, ...]]:
    """Word -> what else people call it, as mkdocs.yml says for the search of the whole archive.

    Raises HearthbookError for what is no such list.
    """
    found = {}
    for word, others in config.plugins["hearthbook"].config["synonyms"].items():
        several = [others] if isinstance(others, str) else others
        if not (isinstance(several, list) and several and all(isinstance(one, str) for one in several)):
            fact = f"the synonyms of `{word}` are no words"
            hint = "write words in brackets, as in `lounge: [common room, parlour]`"
            raise HearthbookError(fact, where="mkdocs.yml, plugin hearthbook, synonyms", hint=hint)
        found[str(word)] = tuple(several)
    return found


def lint_settings(root: Path, config: MkDocsConfig | None) -> LintSettings:
    """Which advice counts: what mkdocs.yml says, else the table [tool.hearthbook.lint] of pyproject.toml.

    Raises HearthbookError for whatever is not known.
    """
    given = config.plugins["hearthbook"].config["lint"] if config else {}
    other = _of_pyproject(root / "pyproject.toml")
    if given and other:
        message = "mkdocs.yml says under `lint` which advice counts, and so does pyproject.toml"
        raise HearthbookError(message, where="pyproject.toml", hint="keep one of the two tables")
    if given:
        return _lint_settings(given, "mkdocs.yml, plugin hearthbook, lint")
    return _lint_settings(other, "pyproject.toml, [tool.hearthbook.lint]") if other else LintSettings()


def _of_pyproject(file: Path) -> Mapping[str, Any]:
    """The table [tool.hearthbook.lint]; raises HearthbookError where it is none."""
    try:
        table = tomllib.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise HearthbookError(f"this is not TOML: {problem}", where=str(file), hint="mend it") from None
    tools = table.get("tool", {})
    ours = tools.get("hearthbook", {}) if isinstance(tools, dict) else {}
    found = ours.get("lint", {}) if isinstance(ours, dict) else None
    known = {"lint", "review"}
    strange = [key for key in ours if key not in known] if isinstance(ours, dict) else ["hearthbook"]
    if strange or not isinstance(found, dict):
        message = f"`{strange[0]}` means nothing here" if strange else "`lint` is not a table"
        hint = 'write a table, as in `[tool.hearthbook.lint]` with `ignore = ["HB8"]` below it'
        raise HearthbookError(message, where="pyproject.toml, [tool.hearthbook]", hint=hint)
    return found


def _lint_settings(given: Mapping[str, Any], where: str) -> LintSettings:
    from hearthbook.lint.explained import pages  # noqa: PLC0415 - takes long to import
    from hearthbook.lint.registry import all_rules  # noqa: PLC0415

    return read_settings(given, all_rules(), pages(), where)


def load(root: Path, *, strict: bool = False) -> MkDocsConfig:
    """The project's MkDocs configuration.

    Raises HearthbookError where mkdocs.yml is missing or wrong, or does not
    name our plugin.
    """
    file = root / "mkdocs.yml"
    if not file.is_file():
        hint = "run `hearthbook init` there, or say where the archive is with --project"
        raise HearthbookError("there is no mkdocs.yml here", where=str(root), hint=hint)
    forget_hooks()
    with heard() as lines, answering_for_others():
        try:
            config = load_config(config_file=str(file), strict=strict)
        except (MkDocsException, SystemExit) as problem:
            text = "\n".join(lines) or str(problem) or "MkDocs cannot read it"
            if "docs_dir" in text and not (root / FOLDER).exists():
                hint = "make it with a file index.md in it"
                raise HearthbookError(f"there is no folder {FOLDER}/", where=str(root), hint=hint) from None
            raise HearthbookError(text, where="mkdocs.yml", hint="mend mkdocs.yml") from None
    if "hearthbook" not in config.plugins:
        hint = "add the lines `plugins:` and `  - hearthbook`"
        raise HearthbookError("the plugin hearthbook is not switched on", where="mkdocs.yml", hint=hint)
    return config


def run_mkdocs(config: MkDocsConfig, told: list[str]) -> None:
    """Runs MkDocs; raises HearthbookError with what it objected to, which `told` gathers."""
    try:
        with answering_for_others():
            mkdocs_build(config)
    except (MkDocsException, TemplateError) as problem:
        text = "\n".join(told) or str(problem)
        where = template_place(problem) if isinstance(problem, TemplateError) else ""
        raise HearthbookError(text, where=where, hint=UNTOUCHED) from problem


def template_place(error: TemplateError) -> str:
    """The file and line of the HTML template that went wrong."""
    if isinstance(error, TemplateSyntaxError):
        return f"{error.filename or error.name}:{error.lineno}"
    place, trace = "", error.__traceback__
    while trace:
        if trace.tb_frame.f_code.co_filename.endswith(".html"):
            place = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place
