"""YAML's own complaints, told so that a founder can mend them."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from hearthbook.ingest.reader import error
from hearthbook.model.findings import Place

if TYPE_CHECKING:
    from ruamel.yaml.error import MarkedYAMLError

    from hearthbook.model.findings import Finding

_TOKEN: Final = re.compile(r"found character '(?P<character>.+?)' that cannot start any token")
_INDENTED_BY_TAB: Final = re.compile(r"[ ]*\t")
_SWALLOWED: Final = re.compile(r"(?::\s+|[,\[{]\s*)(?P<text>#[^\s#,\]}]+)")
_GLUED: Final = re.compile(r"^[ ]*(?:- )?(?P<key>[A-Za-z_]+):(?=[^\s/])(?P<rest>.+)$")
"""A key whose value stands right behind the colon, which YAML takes for one long word."""
BLANKS: Final = "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u202f\u3000"
"""What looks like a blank, or like nothing."""
DASHES: Final = "\u2010\u2011\u2012\u2013\u2014\u2015\u2022\u2212"
"""What looks like a hyphen."""
_FOREIGN: Final = re.compile(
    rf"^(?P<indent>[ ]*[{BLANKS}])|^[ -]*\w+(?P<colon>[\uff1a\ufe55])"
    rf"|^[ -]*\w+:(?P<blank>[{BLANKS}])|^[ ]*(?P<dash>[{DASHES}])\s"
)
"""A row with a character that looks like one of YAML's own marks."""
_LOOKS: Final = {"indent": "blank", "blank": "blank", "colon": "colon", "dash": "hyphen"}
_NEIGHBOURS: Final = "check that this line starts below its neighbours, with spaces, and reads `key: value`"
_ADVICE: Final = (
    (
        r"escape|hexdecimal",
        "no character is written with this backslash and what follows it",
        "write the backslash twice, or use single quotes around the text",
    ),
    (
        r"quoted scalar|double-quoted",
        "the quote that opens here is never closed",
        "add the closing quote at the end of the text",
    ),
    (
        r"mapping values are not allowed",
        "a second `key:` stands where only a value can",
        "if the text itself holds a colon, put all of it in quotes; else check the indentation",
    ),
    (
        r"sequence entries are not allowed",
        "a list cannot start on the line of its key",
        "write each entry on a line of its own below, starting with `- `",
    ),
    (
        r"scanning an (?:anchor|alias)",
        "a text cannot start with `&` or `*`",
        'put the whole text in quotes, as in "& friends"',
    ),
    (
        r"block scalar",
        "a text that starts with `>` or `|` must go on below it",
        'put the text in quotes, as in "> hello", or move its words to the next line, indented',
    ),
    (
        r"flow sequence",
        "the bracket [ that opens here is never closed",
        "add ] or a comma where one is missing",
    ),
    (
        r"flow node.*stream end",
        "a bracket [ or a brace { is never closed",
        "look upwards from here for one without its partner",
    ),
    (
        r"flow mapping",
        "the brace { that opens here is never closed",
        "add } or a comma where one is missing",
    ),
    (
        r"could not find expected ':'|simple key",
        "this line has no colon after its key",
        "write `key: value`, or indent the line to continue a text",
    ),
    (r"block|expected", "this line is not indented like its neighbours", _NEIGHBOURS),
)
"""What the parser's words hold -> fact and remedy; the first that fits counts."""


def foreign(row: str, number: int, file: str) -> Finding | None:
    """The finding for a character that looks like a blank, colon or hyphen and is none."""
    found = _FOREIGN.match(row)
    if not found or not found.lastgroup:
        return None
    kind, end = found.lastgroup, found.end(found.lastgroup)
    character = row[end - 1]
    name = f"U+{ord(character):04X} ({unicodedata.name(character, 'no name').lower()})"
    wanted = {"colon": "a colon and a blank, `: `", "dash": "the hyphen of the keyboard, `- `"}
    fact = f"this line holds the character {name}, which only looks like a {_LOOKS[kind]}"
    place = Place(file=file, line=number, column=end)
    return error("HB002", place, fact, f"write {wanted.get(kind, 'plain blanks')} in its place")


def _glued(row: str, number: int, file: str) -> Finding | None:
    """The finding for `name:Oak`."""
    found = _GLUED.match(row)
    if not found:
        return None
    place = Place(file=file, line=number, column=found.end("key") + 1)
    fact = f"there is no blank behind the colon of `{found['key']}`"
    return error("HB002", place, fact, f"write `{found['key']}: {found['rest'].strip()}`")


def _at_token(words: str, row: str, column: int) -> tuple[str, str] | None:
    """Fact and remedy where a single character is to blame."""
    token = _TOKEN.search(words)
    if _INDENTED_BY_TAB.match(row) or (token and "t" in token["character"]):
        return "a tab is used to indent", "use spaces; two per level are usual"
    if token:
        character = token["character"].strip("\\")
        hint = f'put the whole text in quotes, as in "{character}ada"'
        shown = "a backtick" if character == "`" else f"`{character}`"
        return f"a text cannot start with {shown}", hint
    if "<scalar>" in words and row[: column - 1].rstrip().endswith(("'", '"')):
        hint = "to show a quote inside a text, put the other kind of quote around the text"
        return "the text goes on after its closing quote", hint
    return None


def _comment_in_brackets(rows: list[str], first: int, last: int, file: str) -> Finding | None:
    """The finding for `{where: #help}`, where a comment swallows the closing bracket."""
    for number in range(min(last, len(rows)), first - 1, -1):
        if found := _SWALLOWED.search(rows[number - 1]):
            place = Place(file=file, line=number, column=found.start("text") + 1)
            fact = f"`{found['text']}` and the rest of this line are taken for a comment"
            return error("HB002", place, fact, f'put it in quotes: "{found["text"]}"')
    return None


def explain(problem: MarkedYAMLError | None, text: str, file: str) -> Finding:
    """The finding for a syntax error, at the place where a person would look."""
    if problem is None:
        return error("HB002", Place(file=file), "the file is not YAML", _NEIGHBOURS)
    words = f"{problem.context or ''} {problem.problem or ''}"
    opens = re.search("quoted|flow (?:seq|map)|simple key", words) and not re.search("escape|hexdec", words)
    mark = problem.context_mark if opens and problem.context_mark else problem.problem_mark
    mark = mark or problem.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    rows = text.split("\n")
    if "flow" in words and (opens or "stream end" in words):
        last = problem.problem_mark.line + 1 if problem.problem_mark else line
        if comment := _comment_in_brackets(rows, line if opens else 1, last, file):
            return comment
    row = rows[line - 1] if line <= len(rows) else ""
    if "mapping values" in words or "simple key" in words or "expected ':'" in words:
        for number in (line - 1, line):
            if 0 < number <= len(rows) and (finding := _glued(rows[number - 1], number, file)):
                return finding
    # the parser often notices one line later
    for number in (line - 1, line):
        if 0 < number <= len(rows) and (finding := foreign(rows[number - 1], number, file)):
            return finding
    advice = _at_token(words, row, column) or next(
        ((fact, hint) for pattern, fact, hint in _ADVICE if re.search(pattern, words)),
        (f"this is not YAML ({words.strip() or 'it cannot be read'})", _NEIGHBOURS),
    )
    return error("HB002", Place(file=file, line=line, column=column), *advice)
