"""The first post is copied, or at least selected, and the reader is told which."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from tests.browser.seeing import DESK
from tests.browser.small import Small, small_page

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.windows import Windows

pytestmark = pytest.mark.browser

HEADER: Final = '<header data-hb-copy="Copy" data-hb-copied="Copied" data-hb-selected="Selected"></header>'
POST: Final = f'{HEADER}<pre class="hb-post"><code>Hello, I am ...\nI need ...\n</code></pre>'
NO_CLIPBOARD: Final = "Object.defineProperty(navigator, 'clipboard', { value: undefined })"
NO_COPYING: Final = f"{NO_CLIPBOARD}; document.execCommand = () => false"


@pytest.fixture
def window(windows: Windows) -> Small:
    """A window whose pages may use the clipboard."""
    return Small(windows.one(DESK, permissions=["clipboard-read", "clipboard-write"]))


def _copied(page: Page) -> str:
    """What is said after a press on the button."""
    page.focus(".hb-copy")
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.querySelector('.hb-copied').textContent")
    return page.get_by_role("status").inner_text()


def test_what_was_copied_is_announced_and_the_button_keeps_its_name_and_the_focus(window: Small) -> None:
    page = window.show(small_page(POST))
    assert _copied(page) == "Copied"
    assert page.inner_text(".hb-copy") == "Copy"
    assert page.evaluate("() => document.activeElement.className") == "hb-copy"


def test_without_a_clipboard_the_older_way_copies(window: Small) -> None:
    assert _copied(window.show(small_page(f"<script>{NO_CLIPBOARD}</script>{POST}"))) == "Copied"


def test_where_nothing_can_be_copied_the_text_is_selected(window: Small) -> None:
    page = window.show(small_page(f"<script>{NO_COPYING}</script>{POST}"))
    assert _copied(page) == "Selected"
    assert page.evaluate("() => String(getSelection()).trim()") == "Hello, I am ...\nI need ..."
    assert page.evaluate("() => document.activeElement.className") == "hb-copy"
