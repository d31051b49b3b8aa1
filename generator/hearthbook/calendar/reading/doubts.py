"""Words that tell that a line cannot be taken as it stands, each with the reason."""

from __future__ import annotations

from typing import Final

_CHANGES: Final = (
    "the day and the time change and follow no rule; say in `note` how people learn them: "
    "`when: {note: The day changes; see the help channel}`"
)
_ELSEWHERE: Final = (
    "it has no time of its own: it takes place with something else; write that one's day and time, "
    "or a `note` that names it"
)
_PARITY: Final = (
    "odd and even weeks lose their turn in a year of 53 weeks; write `every other Tuesday` "
    "and the first day as `from`"
)
_OR: Final = "`or` leaves open which one it is; write the one that holds, or two lines"
_NEGATION: Final = (
    "it says when something does not take place; write when it does, and single days that fall out "
    "as `except: [2026-12-24]`"
)
_MIDNIGHT: Final = (
    "midnight belongs to two days; write 00:00 and the day that begins then, or 23:59 and the day that ends"
)
_SEASON: Final = (
    "it holds for a part of the year only; write one line for each part, with `from` and `until` as dates"
)
_MAYBE: Final = "it is not settled yet; write it when it is, or say so in a `note`"
_HALF: Final = "write the hour with digits, as in 19:30"
_ROUGH: Final = "it is not exact; write the hour that holds, or say in a `note` how people learn it"
_LOCAL: Final = "it says neither whose clocks count nor where; name the place, as in Europe/Berlin"
_WORDS: Final = {
    _CHANGES: "different day; different days; different time; different times; varies; varying; vary; "
    "irregular; irregularly; ad hoc; ad-hoc; on demand; by appointment; as needed; when needed; "
    "rotating; rotates; unregelmäßig; nach absprache; nach vereinbarung; bei bedarf; wechselnd; "
    "wechselnde; wechselnden; changing; occasionally; sporadically; sometimes; manchmal; random",
    _ELSEWHERE: "during; within; inside; as part of; before; following; während; innerhalb; im rahmen; "
    "after; nach; vor",
    _PARITY: "odd weeks; even weeks; odd week; even week; odd; even; gerade; geraden; ungerade; ungeraden; "
    "kw; calendar week",
    _OR: "or; oder; either; bzw",
    _NEGATION: "not; no; never; cancelled; canceled; skip; skipping; skipped; paused; kein; keine; nicht; "
    "abgesagt; entfällt; on hold; suspended; discontinued; formerly; previously; former; old; "
    "früher; bisher; no meeting; no meetings; deprecated; retired; "
    "postponed; rescheduled; moved; verschoben; verlegt; fällt aus; ended",
    _MIDNIGHT: "midnight; mitternacht; mitternachts",
    _SEASON: "winter; summer; spring; autumn; fall; sommer; frühling; herbst; holidays; holiday; vacation; "
    "school; ferien; feiertage; feiertag; semester; dst; standard time; daylight time",
    _MAYBE: "tbd; tba; tbc; tentative; tentatively; maybe; probably; possibly; usually; typically; "
    "proposed; proposal; draft; optional; mostly; normally; often; generally; planned; meist; "
    "meistens; vielleicht; in der regel; normalerweise; if; unless; falls; wenn",
    _ROUGH: "about; around; approximately; approx; roughly; ca; circa; gegen; etwa; evening; evenings; "
    "morning; mornings; afternoon; afternoons; night; nights; tonight; today; tomorrow; yesterday; "
    "next; this; upcoming; abends; abend; morgens; nachmittags; vormittags; nachts; heute; morgen; "
    "nächste; nächsten; nächster; soon; bald; lunchtime; lunch; breakfast; early; late",
    _HALF: "half past; quarter past; quarter to; halb; viertel vor; viertel nach; dreiviertel",
    _LOCAL: "local time; ortszeit; local; your time; my time",
}

DOUBTS: Final = {word.strip(): reason for reason, line in _WORDS.items() for word in line.split(";")}
"""Word or phrase in small letters -> why a line with it is refused."""
