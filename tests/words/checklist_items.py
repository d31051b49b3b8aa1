"""The items of a good code of conduct, of a way in, and of answers to questions, and where each is said."""

from __future__ import annotations

from typing import Final, NamedTuple

SAME: Final = "the same words"
_PAGES: Final = {"C": "code-of-conduct", "S": "start-here", "F": "faq"}


class Row(NamedTuple):
    """An item, its places in the full example, and what the one of ten lines says instead."""

    item: str
    """Its letter and number: C for the code of conduct, S for start here, F for questions."""
    wording: str
    """What it asks for, in our words."""
    full: str
    """Anchors in the full example, with a blank between; `page#anchor` where it is another page."""
    says: str = SAME
    """What the example of ten lines says, in three to eight words."""
    small: str = ""
    """Where it says so; empty for the first place of the full example."""

    def places(self) -> tuple[str, ...]:
        """Its places in the full example, each as `page#anchor`."""
        return tuple(self._whole(place) for place in self.full.split())

    def stands(self) -> str:
        """Its place in the example of ten lines, as `page#anchor`."""
        return self._whole(self.small) if self.small else self.places()[0]

    def _whole(self, place: str) -> str:
        return place if "#" in place else f"{_PAGES[self.item[0]]}#{place}"


CODE: Final = (
    Row("C1", "Why there is a code, tied to what this group is for", "why", "the same, with its own promise"),
    Row("C2", "Whom it protects, for every place and way of life", "protects protects-places"),
    Row(
        "C3",
        "Where it holds: channels by name, meetings, private messages, outside",
        "where",
        "every channel, and its meeting by name",
    ),
    Row("C4", "Whom it binds: founders, leads, guests and sponsors too", "binds"),
    Row("C5", "Work may be questioned, a person's worth may not", "disagree"),
    Row("C6", "What we want to see, in things one can do", "good", "the same list, and its norms"),
    Row("C7", "What we do not accept, as a list", "bad", "the same list"),
    Row("C8", "Consent, limits, and attention that nobody asked for", "consent"),
    Row("C9", "What members tell stays here", "confidence"),
    Row("C10", "Credit, no false names, no selling", "credit selling bad-pose"),
    Row(
        "C11",
        "Revenge for a report breaks the code by itself",
        "retaliation",
        "the same, without words of its own",
    ),
    Row("C12", "Asked to stop, one stops at once", "stop"),
    Row(
        "C13",
        "How to report, with addresses, and without writing",
        "contacts writing",
        "two people with addresses",
    ),
    Row(
        "C14",
        "Two people to tell who do not depend on each other, and somebody above them",
        "contacts way-round above",
        "two people, and a way round",
    ),
    Row("C15", "Anybody may report; witnesses and doubts are welcome", "anyone"),
    Row("C16", "What helps in a report", "include"),
    Row("C17", "Any language, with help", "language"),
    Row(
        "C18",
        "A way without a name, and where it ends",
        "anonymous anonymous-limits",
        "no such way, and what helps meanwhile",
        "missing-anonymous",
    ),
    Row("C19", "In danger, the emergency services come first", "danger", "the same, without a number"),
    Row(
        "C20",
        "What happens next and by when, and a word if it is late",
        "receipt silence decide",
        "no times yet; ask again after a week",
        "silence",
    ),
    Row("C21", "Who reported is kept private, and what may give it away", "reporter"),
    Row("C22", "The reported person's privacy", "reported"),
    Row(
        "C23",
        "What is noted, where, who reads it, how long, and who loses access",
        "records records-access",
        "a usual rule; its own is missing",
        "records",
    ),
    Row("C24", "One voice for what is said in public", "voice"),
    Row(
        "C25",
        "Who is too close says so in writing and steps aside, and what counts as close",
        "conflict conflict-here handling-reports#yours",
        "the same rule and the same cases",
    ),
    Row("C26", "The reported person is heard first", "heard"),
    Row(
        "C27",
        "How many must agree, and what happens when votes are even",
        "quorum tie-break",
        "no number yet; ask who decided",
        "missing-quorum",
    ),
    Row("C28", "What is weighed: ours to handle, harm, risk", "weighed"),
    Row("C29", "Acting alone in danger, looked at within a day", "alone"),
    Row("C30", "No apology to your face unless you want it", "apology"),
    Row("C31", "Those who were hurt hear the plan first", "first"),
    Row(
        "C32",
        "A ladder of what happened, what follows and how it is put right",
        "ladder ladder-note",
        "no ladder yet; ask what is planned",
        "missing-ladder",
    ),
    Row("C33", "For how long, on which terms one returns, and who is asked first", "comeback"),
    Row(
        "C34",
        "A private warning says what, what it did, what must change, what follows",
        "warning handling-reports#tell",
    ),
    Row("C35", "Repair is the aim; out for good is rare", "aim"),
    Row("C36", "Help for the person who was hurt", "support", "the usual help"),
    Row(
        "C37",
        "A second look: by whom, within how many days, and not by the same people",
        "appeal appeal-within",
        "nobody named; write what was missed",
        "missing-appeal",
    ),
    Row(
        "C38",
        "Somebody standing by for cases about those who lead, and a word on them to whoever is above",
        "leads audit",
        "nobody named; whom to tell instead",
        "leads",
    ),
    Row(
        "C39",
        "How long people do this, how they learn it and hand it over",
        "terms training handover",
        "no term yet; learning and handing over",
        "terms",
    ),
    Row(
        "C40",
        "Figures at fixed times that point to nobody",
        "statistics",
        "no figures yet; a range if you ask",
        "missing-statistics",
    ),
    Row(
        "C41",
        "When the code is read again, how it changes, how long members have to object",
        "reviewed-every propose waiting-time",
        "how to propose; no date yet",
        "review",
    ),
    Row("C42", "Where the words come from, and under which licence", "source licence"),
    Row(
        "C43",
        "With few leads, a person from outside by name",
        "outside leads",
        "nobody from outside yet",
        "missing-outside",
    ),
    Row(
        "C44",
        "What is not in place yet, said openly",
        "missing",
        "every missing thing, and a way meanwhile",
    ),
    Row("C45", "Figures as ranges only", "ranges"),
)

START: Final = (
    Row(
        "S1",
        "One sentence: for whom, not for whom, and where they should go",
        "three-minutes for not-for",
        "for whom; nobody is sent elsewhere",
    ),
    Row(
        "S2",
        "What you can do afterwards that you could not before",
        "outcome",
        "its outcome and its four weeks",
    ),
    Row(
        "S3",
        "What is asked of you in return",
        "expected",
        "still missing, and whom to ask",
        "missing-expected",
    ),
    Row(
        "S4",
        "How one joins, is chosen, rests, leaves and falls silent",
        "join chosen-by pause leave silent",
        "how to rest and leave; joining is missing",
    ),
    Row(
        "S5",
        "One thing to do in ten minutes, a day, a week, a month",
        "steps",
        "four steps that suit any group",
    ),
    Row(
        "S6",
        "Three channels to open now, and the others later",
        "channels",
        "still missing, and whom to ask",
        "missing-channels",
    ),
    Row("S7", "A first post to copy: a wish and an offer", "first-post", "a post that suits any group"),
    Row(
        "S8",
        "Somebody by name who greets you, and how to reach them",
        "greeter ask",
        "no greeter, but two people to ask",
        "help",
    ),
    Row(
        "S9",
        "When we meet, in your hour; listening only; camera off",
        "meetings listening camera",
        "every Sunday at 17:00, and where",
    ),
    Row(
        "S10",
        "What we do again and again, and why",
        "meetings-why rituals#rituals",
        "the same reason, for its one meeting",
    ),
    Row("S11", "Five norms at most, each with an example", "norms", "three norms, without examples"),
    Row(
        "S12",
        "If something goes wrong: the code in short, both people, the private way",
        "conduct anonymous",
        "the same, with its two people",
    ),
    Row(
        "S13",
        "Parts to take, the smallest first, how long, how to stop",
        "roles",
        "still missing, and whom to ask",
        "missing-roles",
    ),
    Row("S14", "How decisions are made", "decisions", "still missing, and whom to ask", "missing-decisions"),
    Row("S15", "Where knowledge is kept: search first, and mend a page", "knowledge mend"),
    Row(
        "S16",
        "What is public, what stays, recordings, how to be taken out",
        "privacy",
        "what these pages and tools see",
        "faq#faq-who-reads-my-data",
    ),
    Row(
        "S17",
        "Captions, languages, time zones, cost",
        "access language",
        "its language; captions are missing",
        "language",
    ),
    Row("S18", "Who pays, how much, and for what", "money", "still missing, and whom to ask", "missing-cost"),
    Row(
        "S19",
        "Who keeps the page, and when it was read through",
        "review",
        "still missing, and whom to ask",
        "missing-review",
    ),
    Row("S20", "After a month: how to lead your first small thing", "later"),
)

QUESTIONS: Final = (
    Row(
        "F1", "Members' words, one question each, the answer first", "faq", "the same way, every answer ours"
    ),
    Row(
        "F2",
        "Grouped by the moment in which one asks",
        "before first-week taking-part trouble leaving",
        "the same five moments",
    ),
    Row(
        "F3",
        "What an answer stands on, who says so, since when",
        "faq-does-a-talk-go-better-if-i-have-practised-it",
        "no answers of its own yet",
        "faq",
    ),
    Row(
        "F4",
        "Links to the norm or the role that it is about",
        "faq-what-if-somebody-in-my-three-knows-my-company faq-how-can-i-help",
        "links to start here and the code",
        "faq-what-do-i-do-first",
    ),
    Row("F5", "Not answered? Ask here", "ask", "ask one of its two contacts"),
    Row("F6", "An address for each answer that does not change", "faq-how-do-i-join", "the same address"),
    Row(
        "F7",
        "Who answers for an answer, and when it was checked",
        "faq-what-do-i-do-if-i-freeze-in-the-real-talk",
        "no answers of its own yet",
        "faq",
    ),
    Row("F8", "Other words for the same thing", "words", "none given yet", "faq"),
    Row(
        "F9",
        "An open question is called open",
        "faq-will-there-be-an-evening-for-people-in-other-time-zones",
        "what is not written is called that",
        "faq-how-are-decisions-made",
    ),
    Row(
        "F10",
        "The hard ones: refused, removed, a lead, my data, a split, leaving",
        "faq-why-was-i-not-accepted faq-what-if-a-lead-is-the-problem faq-can-i-be-removed "
        "faq-who-reads-my-data faq-what-happens-when-we-split faq-how-do-i-leave",
        "all six, with what is open",
        "trouble",
    ),
)
