"""HTML as a PDF for printing and keeping, made by WeasyPrint, which comes with the extra `pdf`.

The same input gives the same bytes: the file says nothing of when or where it was
made. Nothing is asked of any network.
"""

from __future__ import annotations

import hashlib
import logging
from typing import TYPE_CHECKING, Any, Final

from hearthbook.errors import HearthbookError
from hearthbook.export.booklet import SITE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Read = Callable[[str], bytes | None]
    """Path below the site -> what lies there."""

PAPERS: Final = ("a4", "letter")
"""The sizes of paper that the style sheet is made for."""


def pdf(html: str, styles: Sequence[str], base: str, read: Read) -> bytes:
    """The document as PDF/UA-1 (ISO 14289): tagged, with its outline, language and title.

    `base` is the address from which the pictures in it are asked for, `read` gives
    them. Raises HearthbookError where WeasyPrint or what it stands on is missing.
    """
    weasyprint = _weasyprint()
    fetcher = _fetcher(weasyprint, read)
    source = weasyprint.HTML(string=html, base_url=base, url_fetcher=fetcher)
    sheets = [weasyprint.CSS(string=style, base_url=base, url_fetcher=fetcher) for style in styles]
    name = hashlib.sha256("\0".join([html, *styles]).encode("utf-8")).hexdigest()[:32]
    wishes = {"pdf_variant": "pdf/ua-1", "pdf_tags": True, "pdf_identifier": name.encode("ascii")}
    try:
        found: bytes = source.write_pdf(stylesheets=sheets, **wishes)
    except Exception as problem:
        fact = f"WeasyPrint cannot set these pages: {problem}"
        hint = "print the page of the site from a browser instead, and tell us, please"
        raise HearthbookError(fact, hint=hint) from problem
    return found


def _fetcher(weasyprint: Any, read: Read) -> Any:  # noqa: ANN401 - WeasyPrint may be missing, so its types are too
    """What WeasyPrint asks for pictures: it knows those of the site and nothing else."""

    class Fetcher(weasyprint.URLFetcher):  # type: ignore[misc]
        """Answers from the site alone."""

        def fetch(self, url: str, headers: object = None) -> object:
            """A file of the site; raises ValueError for anything else."""
            if url.startswith("data:"):
                return super().fetch(url, headers)
            data = read(url.removeprefix(SITE)) if url.startswith(SITE) else None
            if data is None:
                raise ValueError(f"only what lies in the archive is shown, not {url}")
            return weasyprint.urls.URLFetcherResponse(url, data)

    return Fetcher()


def _weasyprint() -> Any:  # noqa: ANN401 - the same
    """WeasyPrint, if it is here and finds what it needs."""
    # it tells of each rule of a style sheet that paper has no use for
    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)
    logging.getLogger("fontTools").setLevel(logging.ERROR)
    try:
        import weasyprint  # noqa: PLC0415 - an extra, and slow to load
    except ImportError:
        hint = "install it with `pip install 'hearthbook[pdf]'`"
        raise HearthbookError("PDF files need WeasyPrint, which is not installed", hint=hint) from None
    except OSError as problem:
        packages = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
        hint = f"install Pango; on Debian `apt-get install {packages}`"
        fact = str(problem).splitlines()[0]
        raise HearthbookError(f"WeasyPrint cannot load what sets its text: {fact}", hint=hint) from None
    return weasyprint
