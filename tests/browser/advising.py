"""What the rules say of a community, asked of Python and of a browser."""

from __future__ import annotations

import io
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from ruamel.yaml import YAML

from hearthbook.bring.judged import judged
from hearthbook.ingest.events import read_tree
from hearthbook.ingest.tree import Listing, Mapping, Scalar
from hearthbook.lint.advised import advice_facts, judged_in_browsers
from hearthbook.lint.registry import all_rules
from hearthbook.model.archive import Defaults
from hearthbook.model.findings import Severity
from hearthbook.resources import themes

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from playwright.sync_api import Page

    from hearthbook.ingest.tree import Node

Data = dict[str, Any]
Told = tuple[str, str, str, str]
"""Code, pointer, message and hint."""

TODAY: Final = date(2026, 11, 22)
DEFAULTS: Final = Defaults(language="en", zone="Europe/Berlin")
ASSETS: Final = themes() / "hearth/html/assets/hearth"
SCRIPTS: Final = (
    "advice-words.js",
    "advice-read.js",
    "advice-people.js",
    "advice-promise.js",
    "advice-money.js",
    "advice-conduct.js",
    "advice-life.js",
    "advice-roles.js",
    "advice.js",
)
"""In the order in which a page asks for them."""
NAMES: Final = {"HB011", "HB013", "HB014"}
"""Codes of what is told of names, which takes no word of a file away."""
ASKED: Final = """([some, facts]) => some.map(
  (data) => hearthAdvice(data, facts).map((each) => [each.code, each.pointer, each.message, each.hint]))"""


def facts(slug: str = "example", **more: Any) -> Data:  # noqa: ANN401 - JSON of any shape
    """What the browser is told besides the community."""
    return {
        "rules": advice_facts(),
        "today": TODAY.isoformat(),
        "language": DEFAULTS.language,
        "zone": DEFAULTS.zone,
        "slug": slug,
        **more,
    }


def data_of(text: str) -> Data:
    """A file as plain data, with days as text; empty where it holds no keys and values."""
    tree, _ = read_tree(text, "example.yml")
    return _data(tree) if isinstance(tree, Mapping) else {}


def _data(node: Node) -> Any:  # noqa: ANN401 - JSON of any shape
    """As `to_data`, with what was written and left empty."""
    if isinstance(node, Scalar):
        return node.value()
    if isinstance(node, Listing):
        return [_data(item) for item in node.items]
    return {entry.key: _data(entry.value) for entry in node.entries}


def written(data: Data) -> str:
    """Plain data as a file."""
    stream = io.StringIO()
    yaml = YAML(typ="safe", pure=True)
    yaml.default_flow_style = False
    yaml.width = 100_000
    yaml.dump(data, stream)
    return stream.getvalue()


def by_python(data: Data, slugs: Iterable[str] = ()) -> set[Told] | None:
    """What the rules in Python say that browsers know too; None where the file cannot be read whole."""
    found = judged(written(data), "example", DEFAULTS, slugs=frozenset(slugs))
    errors = {one.code for one in found.findings if one.severity is Severity.ERROR}
    if found.community is None or errors - NAMES:
        return None
    rules = all_rules()
    told = (one.finding for one in found.advice if one.holds(TODAY) and not one.ignored)
    return {
        (one.code, one.pointer, one.message, one.hint)
        for one in told
        if one.code in rules and judged_in_browsers(rules[one.code])
    }


def by_browser(page: Page, some: Sequence[Data]) -> list[set[Told]]:
    """What the browser says of each."""
    told = page.evaluate(ASKED, [list(some), facts()])
    return [{(code, pointer, message, hint) for code, pointer, message, hint in one} for one in told]
