"""What a page carries for its print: links that say their own address are marked.

The print style writes addresses out behind the text of a link. It cannot see that
the text is the address already.
"""

from __future__ import annotations

import re
from typing import Final

PLAIN: Final = "hb-plain"
"""The class of a link whose text is its address."""
_PLAIN: Final = re.compile(r'<a href="(https?://)([^"<>]*?)(/?)">(?=(?:\1)?\2\3?</a>)')


def with_plain_addresses(html: str) -> str:
    """The page's HTML with the class PLAIN on links whose text is their address."""
    return _PLAIN.sub(rf'<a class="{PLAIN}" href="\1\2\3">', html) if ' href="http' in html else html
