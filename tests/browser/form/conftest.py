"""The form, in a window of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page


@pytest.fixture
def start(visit: Callable[..., Page]) -> Page:
    """The page on which one starts a community, on a phone."""
    return visit("/start/", 390)
