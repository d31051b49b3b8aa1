"""The days on which those who run a community have something to do."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING, Final, Literal, get_args

from hearthbook.calendar.spans import after
from hearthbook.model.findings import Place
from hearthbook.model.sources import pointer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from hearthbook.model.community import Community
    from hearthbook.model.conduct import CodeReview
    from hearthbook.model.identity import Review
    from hearthbook.model.pages import Article
    from hearthbook.model.promise import Cohort
    from hearthbook.model.sources import SourceMap

Kind = Literal[
    "term", "handbook", "code", "norm", "answer", "claim", "article", "metric", "ritual", "mixing",
    "apply", "starts", "ends", "split", "status",
]  # fmt: skip
"""What there is to do: a term in a role ends, the handbook or the code is read again, a norm or an
answer is looked at, what it claims or an article is checked, a metric is taken, a ritual has its last
day, members are mixed for the first time, one can apply to a round, it starts or ends, the group
splits, or it begins to rest or ends."""
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """One day on which somebody has to do something."""

    slug: str
    """The community's slug."""
    day: date
    """The last day on which it is in time."""
    kind: Kind
    """What there is to do."""
    about: str = ""
    """What it is about, in the words of the file: a role's name, a norm, a question."""
    owners: tuple[str, ...] = ()
    """Whose it is, as the community that was asked names them; empty where it is nobody's."""
    finder: str = ""
    """Who looks for somebody else, where the owner may want to stop."""
    pointer: str
    """Where the day is written (RFC 6901); an article's is `/articles/<name>/expires`."""
    place: Place | None = None
    """The file and line of it, where they are known."""
    passes: bool = False
    """Whether nothing is left to do once the day is over."""
    also: tuple[str, ...] = ()
    """The slugs of others for which the same line says it, where they were joined."""


@dataclass(frozen=True, slots=True)
class _Book:
    """One community, and how duties are written down for it."""

    slug: str
    community: Community
    sources: SourceMap | None

    @property
    def keeper(self) -> tuple[str, ...]:
        """Who keeps the handbook, and so what is nobody else's."""
        review = self.community.review
        return (review.owner,) if review and review.owner else ()

    def duty(  # noqa: PLR0913 - one for each fact
        self,
        kind: Kind,
        day: date,
        where: str,
        owners: Iterable[str | None] = (),
        *,
        about: str = "",
        finder: str = "",
        passes: bool = False,
    ) -> Duty:
        """A duty of the owners; of whoever keeps the handbook where there are none."""
        return Duty(
            slug=self.slug,
            day=day,
            kind=kind,
            about=about,
            owners=tuple(dict.fromkeys(one for one in owners if one)) or self.keeper,
            finder=finder,
            pointer=where,
            place=self.sources.place(where) if self.sources else None,
            passes=passes,
        )


def next_review(review: Review | CodeReview | None) -> date | None:
    """The day by which something is to be reviewed again; None where it is not said, or not understood."""
    return after(review.last, review.every) if review and review.last and review.every else None


def duties(
    slug: str, community: Community, articles: Iterable[Article] = (), sources: SourceMap | None = None
) -> tuple[Duty, ...]:
    """Every day on which a steward has something to do, in order; whatever the day is today.

    People are named as the community names them: hand in a publishable one for what others read.
    A group that is closed has none, one that rests none that is about meeting.
    """
    book = _Book(slug, community, sources)
    state = community.status.state if community.status else "active"
    parts: list[Callable[[_Book], Iterator[Duty]]] = [_status]
    if state != "closed":
        parts += [_terms, _reviews, _norms, _answers, _metrics, _split]
    if state not in {"closed", "paused"}:
        parts += [_rituals, _mixing, _round]
    own = chain.from_iterable(part(book) for part in parts)
    read = () if state == "closed" else _articles(book, articles)
    return tuple(sorted((*own, *read), key=order))


def order(duty: Duty) -> tuple[date, str, str, str]:
    """Sorts duties by day, the same on every run."""
    return (duty.day, duty.slug, duty.pointer, duty.kind)


def _terms(book: _Book) -> Iterator[Duty]:
    """The ends of terms, as they are written or as the role's `term` leads to them."""
    finder = book.keeper[0] if book.keeper else ""
    for number, role in enumerate(book.community.roles):
        for seat, holder in enumerate(role.held_by):
            by_term = after(holder.since, role.term) if holder.since and role.term else None
            if day := holder.until or by_term:
                where = pointer("roles", number, "held_by", seat, "until" if holder.until else "since")
                other = finder if finder != holder.person else ""
                yield book.duty("term", day, where, [holder.person], about=role.name, finder=other)


def _reviews(book: _Book) -> Iterator[Duty]:
    if day := next_review(book.community.review):
        yield book.duty("handbook", day, "/review/last")
    conduct = book.community.conduct
    if conduct and (day := next_review(conduct.review)):
        yield book.duty("code", day, "/conduct/review/last", [each.who for each in conduct.contacts])


def _norms(book: _Book) -> Iterator[Duty]:
    for number, norm in enumerate(book.community.norms):
        if norm.review_by:
            where = pointer("norms", number, "review_by")
            yield book.duty("norm", norm.review_by, where, about=norm.name or norm.statement)


def _answers(book: _Book) -> Iterator[Duty]:
    """Answers to look at again, and what they claim; once where both fall on one day."""
    for number, answer in enumerate(book.community.faq):
        by = [answer.claim.by] if answer.claim else []
        expires = answer.claim.expires if answer.claim and answer.a else None
        if expires:
            where = pointer("faq", number, "claim", "expires")
            yield book.duty("claim", expires, where, by, about=answer.q)
        if answer.review_by and answer.review_by != expires:
            where = pointer("faq", number, "review_by")
            yield book.duty("answer", answer.review_by, where, by, about=answer.q)


def _articles(book: _Book, articles: Iterable[Article]) -> Iterator[Duty]:
    for article in articles:
        if article.expires:
            where = pointer("articles", article.name, "expires")
            duty = book.duty("article", article.expires, where, [article.author], about=article.title)
            # the facts of an article stand above its text
            yield replace(duty, place=Place(file=article.place.file))


def _metrics(book: _Book) -> Iterator[Duty]:
    """When a metric is to be taken again, counted from its last result."""
    for number, metric in enumerate(book.community.metrics):
        newest = max(((one.date, place) for place, one in enumerate(metric.results)), default=None)
        day = after(newest[0], metric.interval) if newest and metric.interval else None
        if newest and day:
            where = pointer("metrics", number, "results", newest[1], "date")
            yield book.duty("metric", day, where, about=metric.name)


def _rituals(book: _Book) -> Iterator[Duty]:
    """The last days of rituals that come back; what takes place once needs no decision."""
    for number, ritual in enumerate(book.community.rituals):
        when = ritual.when
        if when and when.until and when.until != when.from_ and not ritual.retired:
            where = pointer("rituals", number, "when", "until")
            yield book.duty("ritual", when.until, where, [ritual.host], about=ritual.name)


def _mixing(book: _Book) -> Iterator[Duty]:
    mixing = book.community.mixing
    if mixing and mixing.from_:
        yield book.duty("mixing", mixing.from_, "/mixing/from", passes=True)


def _round(book: _Book) -> Iterator[Duty]:
    """The days of a round; only the last that is named waits for somebody to say what comes next."""
    boundary = book.community.promise.boundary
    days = _days(boundary.cohort) if boundary and boundary.cohort else []
    for kind, day in days:
        where = pointer("promise", "boundary", "cohort", "apply_by" if kind == "apply" else kind)
        yield book.duty(kind, day, where, passes=(kind, day) != days[-1])


def _days(cohort: Cohort) -> list[tuple[Kind, date]]:
    named: tuple[tuple[Kind, date | None], ...] = (
        ("apply", cohort.apply_by),
        ("starts", cohort.starts),
        ("ends", cohort.ends),
    )
    return [(kind, day) for kind, day in named if day]


def _split(book: _Book) -> Iterator[Duty]:
    lineage = book.community.lineage
    if lineage and lineage.split_at and lineage.split_from:
        about = lineage.split_from
        yield book.duty("split", lineage.split_at, "/lineage/split_at", about=about, passes=True)


def _status(book: _Book) -> Iterator[Duty]:
    """The day from which a group rests or ends, which its members want to hear before."""
    status = book.community.status
    if status and status.since and status.state in {"paused", "closed"}:
        yield book.duty("status", status.since, "/status/since", about=status.state, passes=True)
