from __future__ import annotations

import pytest

from hearthbook.compare.mended import distance, mended, only_typography


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("We ask before we advise", "We ask before we advise."),
        ("we ask before  we advise.", "We ask, before we advise."),
        ('Say "pause" to the host', "Say \u201cpause\u201d to the host"),
        ("from 10-12 on Tuesdays", "from 10\u201312 on Tuesdays"),
        ("Wir fragen - und hören zu", "Wir fragen \u2013 und hören zu."),
        ("Schreib \u201ePause\u201c an uns", "Schreib \u00bbPause\u00ab an uns"),
        ("نسأل, ثم ننصح", "نسأل، ثم ننصح."),
        ("Don't advise", "Don\u2019t advise"),
        ("*Always* ask", "Always ask"),
    ],
)
def test_only_typography_differs(old: str, new: str) -> None:
    assert only_typography(old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("You may post here.", "You must post here."),
        ("We answer in 2 days", "We answer in 3 days"),
        ("We do record calls.", "We do not record calls."),
        ("You may come.", "You may come?"),
        ("It costs 1.5 EUR", "It costs 15 EUR"),
        ("It is -5 degrees", "It is 5 degrees"),
        ("from 10 - 12", "from 10, 12"),
        ("Write to Ada@example.org", "Write to ada@example.org"),
        ("See https://example.org/A", "See https://example.org/a"),
        ("Tell us", "Tell US"),
        ("in May it is open", "in may it is open"),
        ("Kennen Sie das", "Kennen sie das"),
        ("its own", "it's own"),
        ("can not", "cannot"),
        ("50 %", "50"),
    ],
)
def test_more_than_typography_differs(old: str, new: str) -> None:
    assert not only_typography(old, new)


def test_typography_counts_in_each_text_of_a_mapping() -> None:
    assert only_typography({"state": "full", "reason": "no seats"}, {"state": "full", "reason": "No seats."})
    assert not only_typography(
        {"state": "full", "reason": "no seats"}, {"state": "open", "reason": "No seats."}
    )
    assert only_typography(["a b"], ["A b."])
    assert not only_typography(["a"], ["a", "b"])
    assert not only_typography(1, 2)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("We recieve each letter gladly", "We receive each letter gladly"),
        ("They live in seperate houses now", "They live in separate houses now."),
        ("Bring an accomodating frame of mind", "Bring an accommodating frame of mind"),
        ("wir schreiben es ausfürlich auf", "wir schreiben es ausführlich auf"),
        ("نكتب الاسئلة قبل اللقاء", "نكتب الأسئلة قبل اللقاء"),
    ],
)
def test_a_word_was_mended(old: str, new: str) -> None:
    assert mended(old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("you may post in here", "you must post in here"),
        ("you should not post in here", "you could not post in here"),
        ("we answer within a day", "we answer without a day"),
        ("tell one contact about it", "tell one contacts about it"),
        ("we give advice to Marta here", "we give advice to Martha here"),
        ("we meet in seven days", "we meet in sevn days"),
        ("wir können das nicht tun", "wir könnten das nicht tun"),
        ("wir haben keine feste Zeit", "wir haben seine feste Zeit"),
        ("we ask and then we see", "we ask and than we see"),
        ("we recieve and beleive it", "we receive and believe it"),
        ("the number is 12345 today", "the number is 12346 today"),
        ("write to adaa@example.org now please", "write to ada@example.org now please"),
        ("repair cafe seperate", "repair cafe separate"),
        ("هم يكتبون رسائل إلينا", "هم تكتبون رسائل إلينا"),
        ("мы никогда не пишем", "мы никагда не пишем"),
    ],
)
def test_another_word_is_not_a_mended_one(old: str, new: str) -> None:
    assert not mended(old, new)


@pytest.mark.parametrize(
    ("old", "new", "steps"),
    [("abc", "abc", 0), ("abc", "acb", 1), ("abc", "ab", 1), ("abc", "xbz", 2), ("", "ab", 2)],
)
def test_letters_are_counted(old: str, new: str, steps: int) -> None:
    assert distance(old, new) == steps
