"""Every page reads well whatever a founder left out: chance drops facts, and the rest is read."""

from __future__ import annotations

import random  # noqa: TC003 - hypothesis reads the annotation

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearthbook.ingest.reveal import publishable
from hearthbook.model.community import Community
from hearthbook.render.cell import render_cell
from tests.render import support
from tests.words.grammar import slips
from tests.words.pages import read

ENGLISH = {whole.name: whole for whole in support.shipped() if (whole.language or "en").startswith("en")}
REFERENCES = ("Hard Talks", "Repair Table East", "Sunday Pages")
OPTIONAL = [
    (name, key)
    for name in REFERENCES
    for key, field in Community.model_fields.items()
    if not field.is_required() and getattr(ENGLISH[name], key) not in (None, (), {})
]


def _slips(whole: Community, *, with_articles: bool = False) -> list[str]:
    """The slips on all pages but the handbook, which says the same once more."""
    pages = render_cell(support.cell(whole, with_articles=with_articles), support.theme())
    return [
        f"{page.kind}: {slip}"
        for page in pages
        if page.kind != "handbook"
        for slip in slips(read(page.markdown))
    ]


@pytest.mark.parametrize("name", ENGLISH)
def test_a_handbook_of_the_archive_reads_without_a_slip(name: str) -> None:
    assert _slips(publishable(ENGLISH[name]), with_articles=True) == []


@pytest.mark.parametrize(("name", "key"), OPTIONAL)
def test_a_handbook_without_one_section_reads_without_a_slip(name: str, key: str) -> None:
    default = Community.model_fields[key].get_default(call_default_factory=True)
    assert _slips(publishable(ENGLISH[name].model_copy(update={key: default}))) == []


@pytest.mark.slow
@given(
    name=st.sampled_from(tuple(ENGLISH)),
    share=st.sampled_from((0.05, 0.2, 0.4, 0.7)),
    chance=st.randoms(use_true_random=True),
    nameless=st.booleans(),
)
@settings(max_examples=50)
def test_a_handbook_without_what_chance_took_reads_without_a_slip(
    name: str, share: float, chance: random.Random, *, nameless: bool
) -> None:
    less = support.thinned(ENGLISH[name], share, chance)
    shown = support.nameless(less) if nameless else publishable(less)
    assert _slips(shown, with_articles=chance.random() < share) == []
