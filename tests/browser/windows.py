"""Windows that tests use one after the other: to open one takes longer than most tests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

HEIGHT: Final = 800
# Where a page is forbidden to keep anything, there is nothing to forget.
FORGET: Final = """() => {
  try {
    localStorage.clear();
    sessionStorage.clear();
  } catch {}
}"""


def _as_new(page: Page) -> None:
    """Undoes what a test did to its window; listeners stay, and tell nobody any more."""
    page.unroute_all()
    page.emulate_media(media="null")
    page.context.clear_cookies()
    page.evaluate(FORGET)
    # a page that is opened twice in a row counts as loaded again, and keeps what was ticked
    page.goto("about:blank")


class Windows:
    """The windows of a browser, by what their readers chose.

    What cannot be taken back, such as a clock that stands still, is one more thing that a reader chooses;
    scripts that run before those of a page are for windows of a test's own.
    """

    def __init__(self, browser: Browser) -> None:
        """No window is open yet."""
        self._browser = browser
        self._free: dict[str, list[Page]] = {}
        self._used: list[tuple[str, Page]] = []

    def one(
        self,
        width: int,
        now: str = "",
        *,
        alone: bool = False,
        **options: Any,  # noqa: ANN401 - Playwright's own options
    ) -> Page:
        """A window in which nothing was done and nothing is kept; options as for a Playwright context."""
        reader = repr((width, now, sorted(options.items())))
        free = [] if alone else self._free.setdefault(reader, [])
        size = {"width": width, "height": HEIGHT}
        if free:
            page = free.pop()
            page.set_viewport_size(size)  # type: ignore[arg-type]
        else:
            page = self._browser.new_context(viewport=size, **options).new_page()  # type: ignore[arg-type]
            if now:
                page.clock.set_fixed_time(now)
        self._used.append(("" if alone else reader, page))
        return page

    def give_back(self) -> None:
        """Ends what a test did: its windows are free again."""
        for reader, page in self._used:
            if not reader:
                # the keyboard may have left it, and that cannot be taken back
                page.context.close()
            elif not page.is_closed():
                _as_new(page)
                self._free[reader].append(page)
        self._used.clear()
