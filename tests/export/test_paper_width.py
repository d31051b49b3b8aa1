"""Nothing runs off the paper, however long a name is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

STYLE = Path(__file__).parents[2] / "themes/hearth/paper/book.css"
HEAD = 80
"""Where the text begins, in pixels from the top."""
SIDES = ("left", "right")
WORD = "Donaudampfschiff" * 18
PAGE = f"""<!doctype html><html lang="de"><body class="handbook" data-name="{WORD}"><h1>{WORD}</h1>
<h2>{WORD}</h2><p>{WORD}</p><h3>{WORD}</h3><table><tr><th>{WORD}</th><td>{WORD}</td></tr></table>
<dl><dt>{WORD}</dt><dd>{WORD}</dd></dl></body></html>"""


@pytest.mark.slow
@pytest.mark.parametrize("size", ["A4", "letter"])
def test_a_word_of_300_letters_stays_on_the_paper(size: str) -> None:
    try:
        import weasyprint  # noqa: PLC0415 - an extra
    except (ImportError, OSError) as problem:
        pytest.skip(f"no PDF files here: {problem}")
    sheets = [weasyprint.CSS(string=STYLE.read_text(encoding="utf-8") + f"@page {{ size: {size} }}")]
    pages = weasyprint.HTML(string=PAGE).render(stylesheets=sheets).pages
    whole = [(page.width, page._page_box) for page in pages]  # noqa: SLF001 - nothing else tells widths
    boxes: list[tuple[float, Any]] = [
        (width, box) for width, sheet in whole for box in sheet.descendants() if hasattr(box, "text")
    ]
    # the running heads are cut where their share of the width ends
    below = [(width, box) for width, box in boxes if box.position_y > HEAD]
    assert below
    assert [box.text for width, box in below if box.position_x + box.width > width] == []


def test_the_running_heads_share_the_width_and_are_cut() -> None:
    heads = [line for line in STYLE.read_text(encoding="utf-8").splitlines() if "content: string(" in line]
    assert len(heads) == len(SIDES)
    for side, head in zip(SIDES, heads, strict=True):
        assert f"@top-{side} {{ width: 48%; overflow: hidden;" in head
