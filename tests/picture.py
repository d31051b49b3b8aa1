"""The picture in the README: a page of the example archive, on a desk and on a phone.

Run by `make picture` after `make site`; needs the system's Chromium.
"""

from __future__ import annotations

import shutil
import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Final

from playwright.sync_api import sync_playwright

ROOT: Final = Path(__file__).resolve().parents[1]
TARGET: Final = ROOT / ".github" / "start-here.png"
PAGE: Final = "/hard-talks/start-here/"
FLAGS: Final = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
_FRAME: Final = """
<style>
  body {{ margin: 0; padding: 24px; display: flex; gap: 24px; background: #e9e0d2; width: max-content }}
  iframe {{ border: 0; border-radius: 12px; background: #fff; height: 620px }}
  .desk {{ width: 1000px }} .phone {{ width: 360px }}
</style>
<iframe class="desk" src="{base}{page}"></iframe><iframe class="phone" src="{base}{page}"></iframe>
"""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_args: object) -> None:
        """Say nothing."""


def main() -> int:
    """Writes the picture; returns the exit code."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if not chromium or not (ROOT / "site" / "index.html").is_file():
        sys.stderr.write("needs chromium and a built site: apt-get install chromium; make site\n")
        return 1
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=ROOT / "site"))
    Thread(target=server.serve_forever, daemon=True).start()
    base = f"http://127.0.0.1:{server.server_port}"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        page = browser.new_page(viewport={"width": 1432, "height": 668})
        page.set_content(_FRAME.format(base=base, page=PAGE))
        page.wait_for_load_state("networkidle")
        page.screenshot(path=TARGET)
        browser.close()
    server.shutdown()
    sys.stdout.write(f"{TARGET.relative_to(ROOT)}: {TARGET.stat().st_size:,} bytes\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
