"""Rules of experts: which are taken, and what is said of the others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from hearthbook.model.rrule import RecurrenceRule

RULES: TypeAdapter[str] = TypeAdapter(RecurrenceRule)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("FREQ=WEEKLY;BYDAY=TU", "FREQ=WEEKLY;BYDAY=TU"),
        (" rrule:freq=weekly; byday=tu, th ;", "FREQ=WEEKLY;BYDAY=TU,TH"),
        ("FREQ=MONTHLY;BYDAY=-1FR,+1MO", "FREQ=MONTHLY;BYDAY=-1FR,+1MO"),
        ("FREQ=YEARLY;BYDAY=53MO", "FREQ=YEARLY;BYDAY=53MO"),
        ("FREQ=YEARLY;INTERVAL=99;COUNT=999;WKST=SU", "FREQ=YEARLY;INTERVAL=99;COUNT=999;WKST=SU"),
        ("FREQ=YEARLY;BYYEARDAY=-366,1;BYSETPOS=2", "FREQ=YEARLY;BYYEARDAY=-366,1;BYSETPOS=2"),
    ],
)
def test_a_rule_is_kept_in_one_form(text: str, rule: str) -> None:
    assert RULES.validate_python(text) == rule


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("", "rrule_form"),
        ("every Tuesday", "rrule_form"),
        ("FREQ=WEEKLY;;BYDAY=TU", "rrule_form"),
        ("BYDAY=TU", "rrule_freq"),
        ("FREQ=HOURLY", "rrule_freq"),
        ("FREQ=SECONDLY", "rrule_freq"),
        ("FREQ=DAILY,WEEKLY", "rrule_freq"),
        ("FREQ=DAILY;BYHOUR=9", "rrule_elsewhere"),
        ("FREQ=DAILY;UNTIL=20270101", "rrule_elsewhere"),
        ("FREQ=WEEKLY;BYDAY=TU;BYDAY=TH", "rrule_twice"),
        ("FREQ=DAILY;INTERVAL=0", "rrule_value"),
        ("FREQ=DAILY;INTERVAL=100", "rrule_value"),
        ("FREQ=DAILY;COUNT=1000", "rrule_value"),
        ("FREQ=YEARLY;BYMONTH=13", "rrule_value"),
        ("FREQ=MONTHLY;BYMONTHDAY=0", "rrule_value"),
        ("FREQ=MONTHLY;BYMONTHDAY=1٣", "rrule_value"),
        ("FREQ=WEEKLY;BYMONTHDAY=3", "rrule_beside"),
        ("FREQ=MONTHLY;BYWEEKNO=3", "rrule_beside"),
        ("FREQ=DAILY;BYYEARDAY=3", "rrule_beside"),
        ("FREQ=WEEKLY;BYDAY=2TU", "rrule_number"),
        ("FREQ=YEARLY;BYWEEKNO=2;BYDAY=2TU", "rrule_number"),
        ("FREQ=MONTHLY;BYDAY=TU,6TU", "rrule_place"),
        ("FREQ=YEARLY;BYMONTH=3;BYDAY=-6TU", "rrule_place"),
        ("FREQ=MONTHLY;BYSETPOS=1", "rrule_setpos"),
        ("FREQ=DAILY;BYDAY=TU;BYSETPOS=1", "rrule_setpos"),
        ("FREQ=YEARLY;BYWEEKNO=2;BYSETPOS=1", "rrule_setpos"),
        (f"FREQ=YEARLY;BYYEARDAY={','.join(map(str, range(1, 62)))}", "rrule_many"),
    ],
)
def test_a_rule_that_names_no_days_is_refused_with_a_remedy(text: str, kind: str) -> None:
    with pytest.raises(ValidationError) as told:
        RULES.validate_python(text)
    (error,) = told.value.errors()
    assert error["type"] == kind
    assert error["ctx"]["hint"]


@given(
    st.text(st.sampled_from("FREQ=WEKLYMONTHDAILY;BYDAY=TU,-+0123456789COUNTINTERVALSETPOS "), max_size=60)
)
def test_any_text_is_taken_or_refused(text: str) -> None:
    try:
        rule = RULES.validate_python(text)
    except ValidationError:
        return
    assert RULES.validate_python(rule) == rule
