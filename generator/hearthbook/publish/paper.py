"""What a page carries for its print: marks on links that say their own address, and its own address.

The print style writes addresses out behind the text of a link. It cannot see that
the text is the address already.
"""

from __future__ import annotations

import re
from html import escape
from typing import Final

PLAIN: Final = "hb-plain"
"""The class of a link whose text is its address."""
_PLAIN: Final = re.compile(r'<a href="(https?://)([^"<>]*?)(/?)">(?=(?:\1)?\2\3?</a>)')

_ALL: Final = re.compile(r'(?<=<p class="hb-small hb-all">)(.*?)(?=</p>)', re.DOTALL)


def with_plain_addresses(html: str) -> str:
    """The page's HTML with the class PLAIN on links whose text is their address."""
    return _PLAIN.sub(rf'<a class="{PLAIN}" href="\1\2\3">', html) if ' href="http' in html else html


def with_own_address(html: str, address: str) -> str:
    """The card with the address of its handbook written out, for those who have it on paper."""
    return _ALL.sub(
        lambda said: f'{said[0]} <span class="hb-address" dir="ltr">{escape(address)}</span>', html
    )
