"""A thousand communities, and ten questions whose answers are known: each is among the first three."""

from __future__ import annotations

import gzip
import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from bench.archive import write_archive
from hearthbook.publish.builder import Wishes, build_site
from hearthbook.publish.workers import indexers, makers, readers
from tests.browser.serving import served

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page, Response

pytestmark = [pytest.mark.browser, pytest.mark.slow]

MADE_UP = 997
LIMIT = 500_000
"""Bytes that the first question may take where 10,000 pages are searched."""
OWN = {
    "kestrel-watch": """\
name: Kestrel Watch
promise: { for: [people who count kestrels], outcome: count every nest box once a spring, within: a spring }
norms:
  - { id: distance, name: Keep away, statement: We keep forty metres from an occupied nest box. }
rituals:
  - { id: dawn-count, name: Dawn count of kestrels, when: every Saturday at 06:30 }
roles:
  - { id: ladder, name: Ladder keeper, does: Brings the long ladder and checks its rungs. }
faq:
  - { q: What do I do with an injured kestrel?, a: Cover it with a towel and ring the rescue station. }
synonyms: { falcon: [kestrel] }
""",
    "werkzeug-ring": """\
name: Werkzeugring
language: de
promise: { for: [Leute mit wenig Platz], outcome: teilen Werkzeug statt es zu kaufen, within: einem Jahr }
norms:
  - { id: sauber, name: Sauber zurück, statement: Geliehenes Werkzeug kommt sauber und trocken zurück. }
rituals:
  - { id: ausgabe, name: Schraubstocksprechstunde, when: every Thursday at 18:00 }
""",
    "mizan-al-bahr": """\
name: ميزان البحر
language: ar
promise: { for: [صيادون صغار], outcome: يقيسون موج البحر كل صباح, within: سنة }
norms:
  - { id: najat, name: سترة النجاة, statement: لا يصعد أحد إلى القارب من دون سترة النجاة. }
rituals:
  - { id: mawj, name: قياس الموج, when: every Friday at 06:00 }
""",
}
QUESTIONS = (
    ("", "occupied nest box", "/kestrel-watch/norms/#norm-distance"),
    ("", "injured kestrel", "/kestrel-watch/faq/#faq-what-do-i-do-with-an-injured-kestrel"),
    ("", "kestral dawn count", "/kestrel-watch/rituals/#ritual-dawn-count"),
    ("kestrel-watch", "ocupied box", "/kestrel-watch/norms/#norm-distance"),
    ("kestrel-watch", "falcon dawn", "/kestrel-watch/rituals/#ritual-dawn-count"),
    ("", "scaffold keeper rungs", "/kestrel-watch/roles/#role-ladder"),
    ("", "geliehenes Werkzeug", "/werkzeug-ring/norms/#norm-sauber"),
    ("werkzeug-ring", "Schraubstocksprechstunden", "/werkzeug-ring/rituals/#ritual-ausgabe"),
    ("", "سترة النجاة", "/mizan-al-bahr/norms/#norm-najat"),
    ("mizan-al-bahr", "الموج", "/mizan-al-bahr/rituals/#ritual-mawj"),
)
"""Where one asks, what, and the section that answers: slips, synonyms, German and Arabic among them."""
_FIRST_THREE = """pages => pages.slice(0, 3).flatMap(
    page => [...page.querySelectorAll("a")].map(link => link.pathname + link.hash)
)"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A thousand communities, three of which know the answers."""
    root = tmp_path_factory.mktemp("thousand")
    write_archive(root, MADE_UP)
    for slug, text in OWN.items():
        (root / f"communities/{slug}.yml").write_text(text, encoding="utf-8")
    settings = root / "mkdocs.yml"
    said = "  - hearthbook:\n      synonyms: { scaffold: [ladder] }\n"
    settings.write_text(settings.read_text("utf-8").replace("  - hearthbook:\n", said), encoding="utf-8")
    return build_site(root, Wishes(makers=makers(2), readers=readers(2), indexers=indexers(2))).site_dir


@pytest.fixture(scope="module")
def place(site: Path) -> Iterator[str]:
    """Where it is served."""
    with served(site) as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A window of its own, with nothing kept."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(("slug", "question", "answer"), QUESTIONS)
def test_the_answer_is_among_the_first_three(
    slug: str, question: str, answer: str, page: Page, place: str
) -> None:
    page.goto(f"{place}/search/" + (f"?in={slug}" if slug else ""))
    page.locator("main").get_by_role("searchbox").fill(question)
    expect(page.get_by_role("status")).to_contain_text("(", timeout=30_000)
    # a result is a page, with the sections of it that answer
    assert answer in page.locator(".hb-find__page").evaluate_all(_FIRST_THREE)


_ASKED = re.compile(r"/search/\w|/(?:search|lookup|words|results|choices|view)\.")
"""What is loaded for a search alone."""


def _weight(response: Response) -> int:
    """What a server would send: text compressed, and Pagefind's files as they are, because they are."""
    body = response.body()
    return (
        len(body) if re.search(r"\.(?:pf_\w+|pagefind)(?:\?|$)", response.url) else len(gzip.compress(body))
    )


@pytest.mark.parametrize("question", ["box", "nest box", "occupied nest box"])
def test_the_first_question_is_light(
    question: str, page: Page, place: str, site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pages = len(list(site.glob("search/*/fragment/*")))
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108 - Playwright marks it
    page.goto(f"{place}/search/")
    page.locator("main").get_by_role("searchbox").fill(question)
    expect(page.get_by_role("status")).to_contain_text("(", timeout=30_000)
    page.wait_for_load_state("networkidle")
    asked = [answer for answer in answers if _ASKED.search(answer.url)]
    size = sum(map(_weight, asked))
    with capsys.disabled():
        print(f"\n“{question}”, {pages:,} pages: {size:,} bytes in {len(asked)} requests")  # noqa: T201
    assert size <= LIMIT * max(pages, 10_000) / 10_000


def test_in_one_community_the_first_question_does_not_grow_with_the_archive(page: Page, place: str) -> None:
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108 - Playwright marks it
    page.goto(f"{place}/search/?in=kestrel-watch&q=occupied+nest+box")
    expect(page.get_by_role("status")).to_contain_text("(", timeout=30_000)
    parts = {match[1] for answer in answers if (match := re.search(r"/search/(en-[01]+)/", answer.url))}
    assert len(parts) == 1
