"""Material's style sheet, without what no page of ours asks for."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest

from hearthbook.publish.builder import build_site
from hearthbook.publish.slim import WRITTEN, script_without_remarks, slim, style_without_remarks
from hearthbook.resources import themes
from tests.publish.sites import add_line, html_files

SHEET = "assets/stylesheets/main.*.min.css"
WHOLE = next(Path(str(files("material"))).glob(f"templates/{SHEET}")).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("sheet", "expected"),
    [
        ("a{b:c}.md-search{d:e}", "a{b:c}"),
        (".md-nav,.md-search .md-nav{b:c}", ".md-nav{b:c}"),
        ("@media print{.md-search{b:c}}a{d:e}", "a{d:e}"),
        ("@media print{.md-nav{b:c}.md-tabs{b:c}}", "@media print{.md-nav{b:c}}"),
        ("a:not(.md-search){b:c}", "a:not(.md-search){b:c}"),
        (".md-nav:is(.md-search,.md-tabs){b:c}", ".md-nav:is(.md-search,.md-tabs){b:c}"),
        ('@charset "UTF-8";a{b:"}.x{"}', '@charset "UTF-8";a{b:"}.x{"}'),
        ("@keyframes turn{from{a:b}to{c:d}}", "@keyframes turn{from{a:b}to{c:d}}"),
        (":root{--a:1;--b:var(--a);--c:3}p{d:var(--b)}", ":root{--a:1;--b:var(--a);}p{d:var(--b)}"),
        (":root{--icon:url('data:a;b{c}')}p{d:e}", "p{d:e}"),
        (":root{--a:var(--b);--b:2}p{d:e}", "p{d:e}"),
    ],
)
def test_a_rule_goes_if_no_page_can_match_it_and_a_variable_if_nobody_asks(sheet: str, expected: str) -> None:
    assert slim(sheet) == expected


def test_a_variable_that_another_sheet_asks_for_stays() -> None:
    assert slim(":root{--a:1;--b:2}", "p{d:var(--b)}") == ":root{--b:2}"


def test_every_class_of_materials_that_stands_in_a_page_keeps_its_rules(example_site: Path) -> None:
    known = set(re.findall(r"\.([A-Za-z_][\w-]*)", re.sub(r"url\([^)]*\)", "", WHOLE)))
    texts = (path.read_text(encoding="utf-8") for path in html_files(example_site))
    asked = {
        name for text in texts for names in re.findall(r' class="([^"]*)"', text) for name in names.split()
    }
    # an empty box that Material's script would fill
    assert not [n for n in asked & known if not WRITTEN.fullmatch(n) and not n.startswith("md-dialog")]


def test_what_is_left_is_less_than_a_third(example_site: Path) -> None:
    (sheet,) = example_site.glob(SHEET)
    assert len(sheet.read_bytes()) < len(WHOLE) / 3


def test_whoever_brings_styles_of_their_own_gets_all_of_materials(town: Path) -> None:
    (town / "content/own.css").write_text(".md-search { color: red }", encoding="utf-8")
    add_line(town, "extra_css: [own.css]")
    (sheet,) = build_site(town).site_dir.glob(SHEET)
    assert sheet.read_text(encoding="utf-8") == WHOLE


def test_remarks_in_a_style_sheet_are_for_its_authors() -> None:
    sheet = """/* Why. */\na {\n  b: "/* c */"; /* d */\n}\n\n  e { f: g }\n"""
    assert style_without_remarks(sheet) == 'a{\nb:"/* c */";\n}\ne{f:g}\n'


def test_blanks_that_mean_something_in_a_style_sheet_stay() -> None:
    sheet = """.a :is(p, q) > b:not(.c) { margin: -1px calc(1rem + 2px); content: ": { }" }\n"""
    slim_one = """.a :is(p,q) > b:not(.c){margin:-1px calc(1rem + 2px);content:": { }"}\n"""
    assert style_without_remarks(sheet) == slim_one


def test_no_text_in_a_script_of_ours_runs_over_several_lines() -> None:
    scripts = (themes() / "hearth/html/assets/hearth").glob("*.js")
    lines = (line for script in scripts for line in script.read_text(encoding="utf-8").splitlines())
    assert not [line for line in lines if line.count("`") % 2]


def test_remarks_in_a_script_are_left_out_where_they_have_lines_of_their_own() -> None:
    script = "/*\n * Why.\n */\n(() => {\n  /* One. */\n  // Two.\n  a('// three'); // four\n})();\n"
    assert script_without_remarks(script) == "(() => {\na('// three'); // four\n})();\n"
