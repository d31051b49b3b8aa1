"""YAML's own complaints, told so that a founder can mend them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from hearthbook.ingest.reader import error
from hearthbook.model.findings import Place

if TYPE_CHECKING:
    from ruamel.yaml.error import MarkedYAMLError

    from hearthbook.model.findings import Finding

_NOT_A_START: Final = re.compile(r"found character '(?P<character>.+?)' that cannot start any token")
_KEYS: Final = "check that this line starts below its neighbours, with spaces, and reads `key: value`"


def _line(text: str, number: int) -> str:
    rows = text.split("\n")
    return rows[number - 1] if 0 < number <= len(rows) else ""


def _advice(problem: str, context: str, row: str) -> tuple[str, str]:
    """Fact and remedy for the parser's words; `row` is the line they point to."""
    token = _NOT_A_START.search(problem)
    if "\t" in re.match(r"^\s*", row)[0] or (token and "t" in token["character"]):  # type: ignore[index]
        return "a tab is used to indent", "use spaces; two per level are usual"
    if token:
        character = token["character"].strip("\\")
        hint = f'put the whole text in quotes, as in "{character}ada"'
        return f"a text cannot start with `{character}`", hint
    if "quoted scalar" in context:
        return "the quote that opens here is never closed", "add the closing quote at the end of the text"
    if "mapping values are not allowed" in problem:
        hint = "if the text itself holds a colon, put all of it in quotes; else check the indentation"
        return "a second `key:` stands where only a value can", hint
    if "flow sequence" in context:
        return "the bracket [ that opens here is never closed", "add ] or a comma where one is missing"
    if "flow mapping" in context:
        return "the brace { that opens here is never closed", "add } or a comma where one is missing"
    if "could not find expected ':'" in problem or "simple key" in context:
        return "this line has no colon after its key", "write `key: value`, or indent the line to continue a text"
    if "block" in context or "expected" in problem:
        return "this line is not indented like its neighbours", _KEYS
    return f"this is not YAML ({problem or 'it cannot be read'})", _KEYS


def explain(problem: MarkedYAMLError | None, text: str, file: str) -> Finding:
    """The finding for a syntax error, at the place where a person would look."""
    if problem is None:
        return error("HB002", Place(file=file), "the file is not YAML", _KEYS)
    words, context = str(problem.problem or ""), str(problem.context or "")
    opens = any(kind in context for kind in ("quoted scalar", "flow sequence", "flow mapping"))
    mark = problem.context_mark if opens and problem.context_mark else problem.problem_mark
    mark = mark or problem.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    message, hint = _advice(words, context, _line(text, line))
    return error("HB002", Place(file=file, line=line, column=column), message, hint)
