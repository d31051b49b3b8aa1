"""Text as the worst of founders could write it, within what intake lets through."""

from __future__ import annotations

from typing import Final

from hypothesis import strategies as st

from hearthbook.render.articles import article_resolver

HTML: Final = (
    "<script>",
    "</script>",
    "<!--",
    "-->",
    "<?php",
    "?>",
    "<![CDATA[",
    "]]>",
    "<!DOCTYPE x>",
    "<b>",
    "<img src=x onerror=1>",
    "<a href='javascript:1'>",
    "<div markdown>",
    "</div>",
    "<hr>",
    "<table><tr>",
    "<style>",
    "<textarea",
    "<br/>",
    "&amp;",
    "&#60;",
    "&#60 ",
    "&#x3c",
    "&lt;script&gt;",
    "&copy",
)
LINKS: Final = (
    "[x](javascript:1)",
    "[x](java&#115;cript:1)",
    "[x](java&amp;#115;cript:1)",
    "[x](<javascript:1>)",
    "[x](\tjavascript:1)",
    "[x](JAVASCRIPT&colon;1)",
    '[x](javascript:"1")',
    "[x](data:text/html,x)",
    "[x](//evil.example)",
    "[x](&#47;/evil.example)",
    "[x](/\\evil.example)",
    "[x](https://[)",
    "[x][y]",
    "[y]",
    "[y]: data:text/html",
    "[y]: javascript:1 'x'",
    "[^1]",
    "[^1]: note",
    '[^1](javascript:"1")',
    "![x](https://evil.example/p.png)",
    "![x](pic.png)",
    "![",
    "](javascript:1)",
    "[a [b] c](https://ok.example)",
    "[a]: b](https://ok.example)",
    "[`c`](https://ok.example)",
    "[x](https://ok.example 't')",
    "[x](/oak/norms/#x)",
    "<https://ok.example/a_b>",
    "<javascript:1>",
    "<javascript://x>",
    "<me@example.org>",
    "me@example.org",
    "https://ok.example/a*b*c?d=(e)&f=[1]",
    "http://x.example/<b>",
)
MARKS: Final = (
    "{: onclick=x}",
    "{#id .c}",
    "{.c",
    "`",
    "``",
    "```",
    "````",
    "~~~",
    "```py",
    "``` {.c onclick=x}",
    "~~~ { onclick=x }",
    "\t",
    "    ",
    "  ",
    ":   def",
    "[TOC]",
    "| a | b |",
    "|---|:-:|",
    "---|---",
    "|",
    "***",
    "**",
    "*",
    "_",
    "__",
    "---",
    "===",
    "-",
    "- ",
    "1. ",
    "12) ",
    "> ",
    "#",
    "## ",
    "\\",
    "\\`",
    "\\<",
    "\\[",
    "\\]",
    "\\!",
    "!",
    ":",
    "wzxhzdk:0",
    "*[HTML]: x",
    "{% raw %}{{ x }}",
    "\N{NO-BREAK SPACE}",
    "\N{LINE SEPARATOR}",
    "\N{ZERO WIDTH SPACE}",
)
BREAKS: Final = ("\n", "\n\n", "\n    ", "\n- ", "\n> ", " ", "word", "ж")

_FRAGMENTS: Final = st.sampled_from(HTML + LINKS + MARKS + BREAKS * 4)
_CHARACTERS: Final = st.text(
    st.characters(exclude_categories=("Cc", "Cs"), include_characters="\n\t"), min_size=1, max_size=6
)
TEXTS: Final = (
    st.lists(_FRAGMENTS | _FRAGMENTS | _FRAGMENTS | _CHARACTERS, min_size=1, max_size=14)
    .map(lambda parts: "".join(parts).strip())
    .filter(bool)
)
"""Pieces of Markdown, HTML and whatever else, in any order."""

resolve = article_resolver("oak/articles/x.md", "oak")
"""What links of an article of the community `oak` become."""
