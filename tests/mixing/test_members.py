"""The members file is understood as spreadsheets save it, and every mistake in it is told at once."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearthbook.mixing.members import EXAMPLE, MOST, read_members

if TYPE_CHECKING:
    from pathlib import Path

    from hearthbook.mixing.values import Member

NAME = "members/oak.csv"


def _read(tmp_path: Path, text: str | bytes) -> tuple[tuple[Member, ...], list[str]]:
    path = tmp_path / "oak.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    members, mistakes = read_members(path, NAME)
    return members, [str(each) for each in mistakes]


def test_the_example_is_sound(tmp_path: Path) -> None:
    members, mistakes = _read(tmp_path, EXAMPLE)
    assert mistakes == []
    assert [each.name for each in members] == ["Robin", "Kim", "Juno", "Alex", "Moss", "Sasha", "Toni"]


@pytest.mark.parametrize(
    "text",
    [
        "name,tags,pause\nMira,host a,2026-12-24\n",
        "\ufeffname;tags;pause\r\nMira;host a;2026-12-24\r\n",
        '# about, commas\n\n"Name" , TAGS ,Pause\n"Mira" , "host a" ,"2026-12-24"',
        'tags,pause,name\n"host a",2026-12-24..2026-12-24,Mira\n"# a, comment",,\n,,\n',
    ],
)
def test_it_may_have_commas_or_semicolons_quotes_a_mark_of_order_and_comments(
    tmp_path: Path, text: str
) -> None:
    (mira,), mistakes = _read(tmp_path, text)
    assert mistakes == []
    assert (mira.name, mira.tags) == ("Mira", ("host", "a"))
    assert not mira.takes_part(date(2026, 12, 24))
    assert mira.takes_part(date(2026, 12, 25))


@pytest.mark.parametrize(
    ("row", "days"),
    [
        ("a,,,,", [1, 2, 3, 4, 5]),
        ("a,2026-03-03,,,", [3, 4, 5]),
        ("a,,2026-03-03,,", [1, 2, 3]),
        ("a,,,2026-03-02..2026-03-03 2026-03-05,", [1, 4]),
        ("a,,,,yes", []),
        ("a,,,,no", [1, 2, 3, 4, 5]),
    ],
)
def test_members_take_part_on_their_days_both_ends_included(
    tmp_path: Path, row: str, days: list[int]
) -> None:
    (member,), mistakes = _read(tmp_path, f"name,from,until,pause,out\n{row}\n")
    assert mistakes == []
    assert [day for day in range(1, 6) if member.takes_part(date(2026, 3, day))] == days


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", ":1:1 the file says nothing yet; write the names of the columns in the first line: name,tags,"),
        ("name,tag\nA,b\n", ":1:6 there is no column `tag`; did you mean `tags`?"),
        ("name,phone\nA,1\n", ":1:6 there is no column `phone`; the columns are name, tags, from, until,"),
        ("name,name\nA,B\n", ":1:6 there are two columns `name`; take one of them out"),
        ("tags\nhost\n", ":1:1 there is no column `name`; write `name` into the first line"),
        ("name\nA\nB\na\n", ":4:1 the name `a` is in line 2 already; add a letter or a number"),
        ("name,tags\n,host\n", ":2:1 the name is empty; write a name or a pseudonym"),
        ("name\n=1+1\n", ":2:1 spreadsheets would take the name `=1+1` for a formula; write a name that"),
        (
            "name\n@mira\n",
            (
                ":2:1 spreadsheets would take the name `@mira` for a formula; write a name that begins "
                "with a letter, as in `mira`"
            ),
        ),
        ('name\n"A\nB"\n', ":2:2 the name goes over several lines; write it on one line"),
        ('name,tags\n"A,b\n', ":2:1 this cell opens a double quote and does not close it; close the quote"),
        (f"name\n{'x' * 81}\n", ":2:1 the name has 81 letters; 80 are the most"),
        ("name,from\nA,1.3.2026\n", ":2:3 `1.3.2026` is not a date; write year-month-day, as in 2026-11-03"),
        ("name,until\nA,2026-02-30\n", ":2:3 2026-02-30 is not in the calendar; write year-month-day"),
        ("name,pause\nA,2026-01-01 soon\n", ":2:14 `soon` is not a date"),
        ("name,pause\nA,2026-01-01..2026\n", ":2:15 `2026` is not a date"),
        (
            "name,pause\nA,2026-01-05..2026-01-01\n",
            (
                ":2:3 the pause ends on 2026-01-01, before it begins; write "
                "the earlier day first: 2026-01-01..2026-01-05"
            ),
        ),
        (
            "name,from,until\nA,2026-02-02,2026-01-01\n",
            ":2:14 `until` 2026-01-01 comes before `from` 2026-02-02",
        ),
        ("name,out\nA,maybe\n", ":2:3 `maybe` is neither yes nor no; write yes, or leave it empty"),
        ("name\nA,b\n", ":2:3 this line has more cells than the 1 columns; put a value with a comma in it"),
        (b"name\nJos\xe9\n", ":2:4 the byte 0xE9 is not UTF-8; save the file as UTF-8"),
        ("name\nA\n".encode("utf-16"), ":1:1 the file is saved as UTF-16, not UTF-8; save it as UTF-8"),
        ("name\nA\x07\n", ":2:2 the file holds the control character U+0007; take it out"),
        (
            b"name\n" + b"a" * 2_200_000,
            ":1:1 the file has 2,148 kB, which is too much; keep one line for each",
        ),
    ],
)
def test_each_mistake_is_told_with_its_place_and_remedy(tmp_path: Path, text: str | bytes, said: str) -> None:
    _, mistakes = _read(tmp_path, text)
    assert len(mistakes) == 1
    assert mistakes[0].startswith(NAME + said)


def test_all_mistakes_are_told_in_one_run_in_their_order(tmp_path: Path) -> None:
    _, mistakes = _read(tmp_path, "name,from,colour,out\nA,x,,y\n,2026-13-01,,perhaps\nA,,,\n")
    assert [each.split(" ")[0].removeprefix(f"{NAME}:") for each in mistakes] == [
        "1:11",
        "2:3",
        "3:1",
        "3:2",
        "3:14",
        "4:1",
    ]


def test_there_may_be_a_thousand_members_and_no_more(tmp_path: Path) -> None:
    text = "name\n" + "".join(f"m{each}\n" for each in range(MOST + 1))
    _, mistakes = _read(tmp_path, text)
    assert mistakes == [
        (
            f"{NAME}:1002:1 there are 1,001 members, and 1,000 are the most that can be mixed; "
            "keep those who take part, or split the group"
        )
    ]
    assert _read(tmp_path, text.removesuffix(f"m{MOST}\n"))[1] == []


def test_a_link_is_not_followed_and_a_missing_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "real.csv").write_text("name\nA\n")
    link = tmp_path / "link.csv"
    link.symlink_to(tmp_path / "real.csv")
    assert "this is not a plain file" in str(read_members(link, NAME)[1][0])
    assert "the file cannot be read: No such file" in str(read_members(tmp_path / "none.csv", NAME)[1][0])


@given(
    st.binary(max_size=200) | st.text('name,tagsfromuntilpaseou;"\n #=2026-1.', max_size=200).map(str.encode)
)
def test_no_bytes_make_it_stumble(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.mktemp("any") / "oak.csv"
    path.write_bytes(data)
    members, mistakes = read_members(path, NAME)
    assert mistakes or all(each.name for each in members)
