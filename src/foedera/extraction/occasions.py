"""Occasions: the date and the place that a sentence gives for what a match found there."""

from __future__ import annotations

from datetime import date as day

from foedera.extraction import adnominals, finals, postposed, quotes
from foedera.extraction.contexts import Context
from foedera.extraction.hits import Hit
from foedera.extraction.matches import Match
from foedera.extraction.scopes import asides
from foedera.model.document import Span
from foedera.model.mention import Mention
from foedera.model.when import When

NOT_OWN = ("since", "deadline", "anniversary", "stated_on")
"""Cues right before a date that make it another thing's date."""

TOUCH = 3
"""Characters between two words that touch, signs and a short word included."""

DAY = 3
"""The precision of a day."""


def own_date(context: Context, match: Match, stretch: Span | None = None) -> Mention | None:
    """The date of the clause that stands nearest to the match: a stretch of days for visits, for levels raised the date behind the level.

    The date of a `since` cue belongs to lasting states, and for a visit is its first day; that of a deadline or an anniversary is
    no event's. `stretch` tells within which part of the clause it must stand.
    """
    type_ = match.rule.type
    within = match.scope if stretch is None else _within(match.scope, stretch)
    if type_ in LASTING or match.rule.date == "lasting":
        since = _since(context, match, stretch) if type_ not in LASTING else None
        told = [] if context.draft.pack.postposed else _told_of(context, Span(start=match.sentence.span.start, end=match.scope.start))
        return _lasting(context, match, within) or since or next(iter([*_when(context, match), *told]), None)
    refused = NOT_OWN if type_ != "visit" else NOT_OWN[1:]
    opened = match.clause.start if stretch is None else stretch.start
    head = Span(start=opened, end=max(within.start, opened))
    near = _dates(context, within, refused) or _dates(context, head, refused) or _told_of(context, head) or _when(context, match)
    near = near or _within_the_year(context, within)
    interval = type_ == "visit"
    if interval and context.draft.pack.postposed:
        near = [mention for mention in dates_in(context, within.end, match.clause.end) if postposed.of_the_stay(context, mention)] or near
    if not near:
        return None
    if interval:
        near = [date for date in near if not (_long_ago(context, date) or _dates_a_clause(context, date, match.start))]
    if interval and context.draft.pack.postposed and finals.under_way(context.draft, match):
        near = [mention for mention in near if postposed.of_its_verb(context, mention.span, match.start)]
    near = [mention for mention in near if not of_the_saying(context, match, mention.span) and not is_aside(context, match, mention.span)]
    foreign = (_announced, _of_the_source, _published, _of_what_was_said, _of_what_came_first)
    near = [mention for mention in near if not any(of_another(context, match, mention) for of_another in foreign)]
    if not near:
        return None
    if context.draft.pack.postposed:
        # What stands behind the verb dates the next one.
        near = [mention for mention in near if mention.span.start < match.end or interval] or near
        near = [mention for mention in near if mention.when and mention.when.precision == DAY] or near

    def rank(mention: Mention) -> tuple[int, int, int]:
        span = mention.span
        # Of several among the words of a verb that stands last, the last is its own ("was signed in May, in June took effect").
        place = -span.start if context.draft.pack.postposed and match.start <= span.start else span.start
        return _kind(mention, interval=interval), match.distance(span.start, span.end), place

    nearest = min(near, key=rank)
    return next((mention for mention in near if _says_more(mention, nearest, match)), nearest)


def _says_more(mention: Mention, nearest: Mention, match: Match) -> bool:
    """Whether brackets behind the words of a match say more of the date that stands before them ("in 2011, NAME (October 2011)")."""
    if mention.role != "in_brackets" or mention.span.start < match.end or nearest.span.end > match.start:
        return False
    ours, theirs = mention.when, nearest.when
    if ours is not None and theirs is not None and ours.is_interval and match.rule.type == "visit" and ours.first == theirs.first:
        return True
    known = ours is not None and theirs is not None and ours.year_known and theirs.year_known
    return known and ours.precision > theirs.precision and theirs.first <= ours.first and ours.last <= theirs.last  # type: ignore[union-attr]


def of_the_saying(context: Context, match: Match, span: Span) -> bool:
    """Whether a date or place tells of what a person said, behind the quotation that the match stands in and a verb of saying."""
    end = quotes.left(context.draft.text, match.sentence.span.start, match.start, span.start) if span.start > match.end else None
    return end is not None and bool(context.draft.hits.within(end, span.start, "class", "speaks"))


def is_aside(context: Context, match: Match, span: Span) -> bool:
    """Whether a date or place stands in a clause that tells of a noun, between commas or before it, and the match outside it."""
    if context.draft.pack.postposed:
        return adnominals.binds(context.draft, span, match.start)
    return any(
        aside.start <= span.start < aside.end and not aside.start <= match.start < aside.end
        for aside in asides(context.draft, match.clause)
    )


def _announced(context: Context, match: Match, mention: Mention) -> bool:
    """Whether a day that is over dates a verb of saying before the match, which tells of a plan or of a visit that others speak of.

    "Said on Monday that he would visit", "praised on 9 May, after the visit of ...".
    """
    when, known, hits = mention.when, context.draft.published, context.draft.hits
    if context.draft.pack.postposed and mention.span.end <= match.start and finals.announced(context.draft, match) is not None:
        return when is not None and known is not None and when.year_known and when.last <= known.last
    if context.draft.pack.postposed or when is None or mention.span.end > match.start or when.precision != DAY or when.is_interval:
        return False
    if known is not None and when.year_known and known.year_known and when.first > known.last:
        return False
    sources = hits.within(mention.span.end, match.start, "class", "attributed")
    said = [
        word for word in hits.within(mention.span.end, match.start, "class", "speaks") if not any(one.end >= word.start for one in sources)
    ]
    return bool(said) and (match.rule.type == "visit" or bool(hits.within(said[0].end, match.end, "class", "planned")))


def _of_what_was_said(context: Context, match: Match, mention: Mention) -> bool:
    """Whether a date stands in what was said, before a comma and the verb of saying ("had met in May, said NAME, who is on a visit")."""
    hits, text = context.draft.hits, context.draft.text
    if context.draft.pack.postposed or mention.span.end > match.start:
        return False
    says = hits.within(mention.span.end, match.start, "class", "speaks")
    return any(text[mention.span.end : word.start].rstrip().endswith(",") for word in says)


def _of_what_came_first(context: Context, match: Match, mention: Mention) -> bool:
    """Whether a date behind a comma is that of what was done before ("before | visiting Peru, he was in Chile on 8 May")."""
    hits, text, start = context.draft.hits, context.draft.text, mention.span.start
    if context.draft.pack.postposed or start < match.end or "," not in text[match.end : start]:
        return False
    return any(match.start - word.end <= 1 for word in hits.within(match.start - LEADS, match.start, "class", "earlier_than"))


def _of_the_source(context: Context, match: Match, mention: Mention) -> bool:
    """Whether a date tells when the named source spoke ("according to a statement on Monday, the two will meet")."""
    text, span = context.draft.text, mention.span
    if context.draft.pack.postposed or span.end > match.start or not text[span.end :].startswith(","):
        return False
    sources = context.draft.hits.within(max(match.sentence.span.start, span.start - SOURCE), span.start, "class", "attributed")
    return any("," not in text[cue.end : span.start] for cue in sources)


def _published(context: Context, match: Match, mention: Mention) -> bool:
    """Whether a day right behind a word for the source is that of what it published ("will come on 2 May, by an announcement | today")."""
    if context.draft.pack.postposed or mention.span.start < match.end or mention.when is None or not mention.when.is_day:
        return False
    sources = context.draft.hits.within(match.end, mention.span.start, "class", "attributed")
    between = context.draft.text[sources[-1].end : mention.span.start] if sources else ""
    return bool(sources) and len(between.split()) <= ANNOUNCED and "," not in between


ANNOUNCED = 3
"""Words between a word for the source and the day of what it published: "a statement of the ministry"."""


SOURCE = 80
"""Characters from a word such as "according to" to the day of what its source published."""


def _within_the_year(context: Context, within: Span) -> list[Mention]:
    """The year of the report, where a deadline says that it will be within it ("is to meet before the end of the year")."""
    known = context.draft.published
    year = known.first[:4] if known is not None and known.year_known else None
    dates = dates_in(context, within.start, within.end)
    return [date for date in dates if date.when is not None and date.when.edtf == year and follows(context, date, "deadline")]


def _told_of(context: Context, head: Span) -> list[Mention]:
    """The date right before the clause, which tells of it, whatever it dates besides ("since May 2023, when the two announced ...")."""
    return [date for date in dates_in(context, head.start, head.end)[-1:] if head.end - date.span.end <= TOUCH]


def _when(context: Context, match: Match) -> list[Mention]:
    """The date of the clause that tells of the time, right behind the own one ("was raised when the president came in October 2019")."""
    end = match.scope.end
    if end >= match.clause.end or not context.draft.hits.within(end, min(end + CLAUSE, match.clause.end), "class", "at_time"):
        return []
    if match.rule.type not in LASTING and "," in context.draft.text[match.end : end]:
        return []
    return [mention for mention in _dates(context, Span(start=end, end=match.clause.end), NOT_OWN) if mention.role != "in_brackets"][:1]


CLAUSE = 8
"""Characters of the word that begins a clause of time."""

NEWS_DAYS = 45
"""Days between a happening and its report beyond which it is history: it lends its date to nothing, and is not the news told undated."""


def long_past(context: Context, when: When | None) -> bool:
    """Whether a date lies so far behind the day of publication that it is history."""
    known = context.draft.published
    if when is None or known is None or not (when.year_known and known.year_known):
        return False
    return (day.fromisoformat(known.first) - day.fromisoformat(when.last)).days > NEWS_DAYS


def _within(span: Span, stretch: Span) -> Span:
    """The part of a span that lies in a stretch."""
    start = min(max(span.start, stretch.start), span.end)
    return Span(start=start, end=max(start, min(span.end, stretch.end)))


def _long_ago(context: Context, mention: Mention) -> bool:
    """Whether a bare year stands behind "since": the last visit of its kind ("the first since 2008"), not this one's first day."""
    if mention.when is None or mention.when.precision != 1:
        return False
    return follows(context, mention, "since") or (context.draft.pack.postposed and _dates_a_lasting_state(context, mention))


LASTING = frozenset({"upgrade", "establish_relations"})
"""Types of events that begin a lasting state: their date may stand behind "since"."""


def _lasting(context: Context, match: Match, within: Span) -> Mention | None:
    """The first date behind the match, up to the next level; else, where no anniversary is told of, the nearest before it."""
    hits = context.draft.hits
    levels = [hit for hit in hits.within(within.start, within.end, "level") if hit.start >= match.start and not hit.weak]
    levels = levels[1:] if len(levels) > 1 and _left_for(context, levels[0], levels[1]) else levels
    end = levels[1].start if len(levels) > 1 and match.rule.type == "upgrade" else within.end
    behind = [
        mention
        for mention in _dates(context, Span(start=max(match.start, within.start), end=end), NOT_OWN[1:])
        if mention.role != "in_brackets"
    ]
    behind = [mention for mention in behind if not is_aside(context, match, mention.span) and not _of_the_former(context, mention, within)]
    turned = end < within.end and not dates_in(context, levels[-1].end, within.end) and dates_in(context, within.start, match.start)
    if behind and not turned:
        return behind[0]
    bracketed = [
        mention
        for level in levels[:1]
        for mention in dates_in(context, level.end, end)
        if context.draft.text[level.end : mention.span.start].strip() == "("
    ]
    if bracketed and match.rule.type == "upgrade" and not context.draft.pack.postposed:
        return bracketed[0]
    if context.draft.pack.postposed and within.start > match.clause.start:
        within = match.clause
    marked = hits.within(max(within.start, match.start - 60), match.start, "class", "anniversary")
    before = _dates(context, Span(start=within.start, end=match.start), NOT_OWN[1:])
    before = [
        mention
        for mention in before
        if adnominals.reaches(context.draft, mention.span, match.start)
        and not _dates_a_clause(context, mention)
        and not dates_a_title(context, mention)
        and (context.draft.pack.postposed or not is_aside(context, match, mention.span))
        and (mention.span.start - within.start <= HEAD or match.start - mention.span.end <= LEADS or context.draft.pack.postposed)
    ]
    if marked and context.draft.pack.postposed:
        before, marked = [mention for mention in before if adnominals.leads(context.draft, mention.span)], ()
    return before[-1] if before and not marked else None


def _of_the_former(context: Context, mention: Mention, within: Span) -> bool:
    """Whether a date tells since when states had the title that they leave ("raise the partnership of 2015 | to a strategic one")."""
    behind = context.draft.hits.within(mention.span.end, within.end, "level")
    leads = context.draft.hits.within(mention.span.end, behind[0].start, "class", "up_to") if behind else ()
    return any(behind[0].start - word.end <= 1 for word in leads) and dates_a_title(context, mention)


def dates_a_title(context: Context, mention: Mention) -> bool:
    """Whether a date behind "since" stands right behind a title: the relation that was raised had it from then on."""
    if context.draft.pack.postposed or not follows(context, mention, "since"):
        return False
    hits, start = context.draft.hits, mention.span.start
    titles = hits.within(start - LEADS, start, "level")
    return any(start - title.end <= TITLED or hits.within(title.end, title.end + RELATIVE, "class", "relative") for title in titles)


def _since(context: Context, match: Match, stretch: Span | None) -> Mention | None:
    """The first date behind the match that "since" opens, where it stands beyond what else is the match's own."""
    end = (stretch or match.clause).end
    return next((date for date in dates_in(context, match.end, end) if follows(context, date, "since")), None)


def _left_for(context: Context, first: Hit, second: Hit) -> bool:
    """Whether a level is the one that is left for the next ("rose from a comprehensive to a strategic partnership in 2019")."""
    leads = context.draft.hits.within(first.end, second.start, "class", "up_to")
    return any(second.start - word.end <= 1 for word in leads) and not dates_in(context, first.end, second.start)


RELATIVE = 6
"""Characters behind a title in which the word begins that opens what is told of it ("which they have had since 2015")."""

TITLED = 12
"""Characters between a title and the date since which states have it."""

HEAD = 40
"""Characters at the head of a clause within which its date stands."""

LEADS = 60
"""Characters between a date in the middle of a clause and the verb that it belongs to."""


def dates_in(context: Context, start: int, end: int) -> list[Mention]:
    """All resolved dates of a stretch, in order."""
    return [mention for mention in context.draft.dates_within(start, end) if mention.when is not None]


def follows(context: Context, mention: Mention, cue: str) -> bool:
    """Whether a cue stands right before the date, or behind it where the language puts it there."""
    if context.draft.pack.postposed:
        return postposed.follows(context, mention.span, cue)
    low, high = max(0, mention.span.start - 30), mention.span.end if cue in REACHES_IN else mention.span.start
    before = (hit for hit in context.draft.hits.within(low, high, "class", cue) if hit.start <= mention.span.start)
    return any(mention.span.start - hit.end <= TOUCH for hit in before)


REACHES_IN = frozenset({"anniversary"})
"""Cues that may hold the first word of a date ("vision to the year 2030", "the period 2021 to 2025")."""


def _dates(context: Context, within: Span, refused: tuple[str, ...]) -> list[Mention]:
    """The dates of a stretch that no refused cue stands before; a stretch of days says its own "from"."""
    own = refused[1:] if refused == NOT_OWN else refused
    return [
        mention
        for mention in dates_in(context, within.start, within.end)
        if not any(follows(context, mention, cue) for cue in (own if mention.when and mention.when.is_interval else refused))
        and not (refused == NOT_OWN and _dates_a_lasting_state(context, mention))
        and not _of_years(mention)
    ]


def _of_years(mention: Mention) -> bool:
    """Whether a stretch is of years: that of an anniversary, a plan or an age ("1973-2013"), and no event's."""
    when = mention.when
    return when is not None and when.is_interval and when.year_known and int(when.last[:4]) - int(when.first[:4]) > 1


def _dates_a_lasting_state(context: Context, mention: Mention) -> bool:
    """Whether no new clause begins between "since" and a bare year ("since the setting up of relations in 1973")."""
    if mention.when is None or mention.when.precision != 1:
        return False
    if context.draft.pack.postposed:
        if not mention.when.edtf.isdigit():
            return False
        behind = context.draft.hits.within(mention.span.end, mention.span.end + SINCE // 6, "class", "since")
        return any(not set("\u3001\u3002,").intersection(context.draft.text[mention.span.end : hit.start]) for hit in behind)
    before = context.draft.hits.within(max(0, mention.span.start - SINCE), mention.span.start, "class", "since")
    return any(not set(",.;").intersection(context.draft.text[hit.end : mention.span.start]) for hit in before)


def _dates_a_clause(context: Context, mention: Mention, start: int = 0) -> bool:
    """Whether words, but no comma, stand between "since" and a date, so that it dates what they tell ("since he took office in 2015").

    What itself stands behind the "since", from `start` on, has that date ("the first since she visited Lima in 2015").
    """
    sentence = context.draft.sentence_at(mention.span.start)
    if sentence is None or context.draft.pack.postposed or follows(context, mention, "since"):
        return False
    low = max(sentence.span.start, mention.span.start - SINCE, start)
    before = context.draft.hits.within(low, mention.span.start, "class", "since")
    return any(not set(",.;").intersection(context.draft.text[hit.end : mention.span.start]) for hit in before)


SINCE = 120
"""Characters behind "since" within which the year of a lasting state stands: a verb and the long name of a partnership."""


def _kind(mention: Mention, *, interval: bool) -> int:
    """0 for the wanted shape (a day, or a stretch of days), 1 for the other, 2 for a date in brackets."""
    when = mention.when
    if when is None or mention.role == "in_brackets":
        return 2
    return int(when.is_interval != interval)
