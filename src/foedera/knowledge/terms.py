"""The names that data files may use because the engine knows them; `docs/data.md` says what each stands for."""

from __future__ import annotations

from typing import get_args

from foedera.model.mention import MentionKind

CUES = frozenset(
    {
        "two_sides", "all_sides", "sides", "other_side", "denied", "planned", "hypothetical", "cancelled", "attributed", "anniversary",
        "hope", "with", "side", "at", "here", "own_country", "clause", "diplomacy", "not_diplomacy", "leader_noun", "name_link",
        "deadline", "since", "speaks", "pronoun", "also", "neutral", "and", "seat", "days",
        "he", "him", "they", "definite", "dated", "once_more",
    "counterpart",
    "of_two",
    "visiting",
    "earlier_than",
    "witnessed",
    "in_order",
    "the_country",
    "foreign_ministry",
    "own_government",
    "counted_states",
    "ended",
    "for_whom",
    "plan_verb",
    "says_that",
    "plans_that",
    "sets_off",
    "then",
    "range",
    "posted",
    "appointed",
    "within_visit",
    "invitation",
    "short_before",
    "short_behind",
    "topic_mark",
    "agent_mark",
    "person_mark",
    "both",
    "goal_mark",
    "past_end",
    "during",
    "at_front",
    "agreed_on",
    "no_title",
    "named_after",
    "before_noun",
    "adnominal",
    "regnal",
    "accompanied",
    "body",
    "begun",
    "besides",
    "stated_on",
    "counted_after",
    "in_turn",
    "relative",
    "plural_office",
    "origin",
    "gathering",
    "sidelines",
    "ordinal",
    "aspired",
    "still_open",
    "up_to",
    "capital",
    "general",
    "at_time",
    "settled",
    "new_level",
    "level_plan",
    "level_paper",
    "stands_at",
    "relative_verb",
    "with_whom",
    "past_mark",
    "recalled",
    }
)  # fmt: skip
UNITS = frozenset({"hour", "day", "weekend", "week", "month", "quarter", "half_year", "year", "fiscal_year", "decade", "century"})
RELATIVE = frozenset(
    {
        "today", "yesterday", "tomorrow", "day_before_yesterday", "day_after_tomorrow", "same_day", "next_day",
        "this_week", "last_week", "next_week", "this_month", "last_month", "next_month", "this_year", "last_year", "next_year",
        "this_weekend", "start_of_next_year", "end_of_year",
        *UNITS, *(f"that_{unit}" for unit in UNITS),
    }
)  # fmt: skip
"""Meanings of relative words; each may end in a count: `day-3`, `that_month+1`."""
SHAPES = frozenset(
    {
        "day", "range", "month", "year", "month_range", "year_range", "fiscal_year", "quarter", "decade", "weekday",
        "in_brackets", "past_day", "past_month", "none", "half", "century", "ago", "ahead", "day_of_month", "past_weekday",
        "told_month", "following_month", "coming_day", "tale_year",
        "coming_weekday", "weekday_of_month", "first_months", "duration", "unresolved", "relative",
    }
)  # fmt: skip
DATE_GROUPS = frozenset({"d", "m", "y", "month", "wd", "wd2", "d2", "m2", "y2", "month2", "n", "x", "unit", "era"})
PLACEHOLDERS = frozenset({"month", "weekday", "number", "relative", "unit", "era"})
FIELDS = frozenset({"sport", "business", "court", "show", "learning", "nature", "charity", "daily"})
"""Fields whose words tell that a text is no diplomacy."""
MARKS = {
    "level": frozenset({"raised", "since", "is", "held", "same", "same_since", "likened"}),
    "mechanism": frozenset({"after", "before", "whole"}),
    "instrument": frozenset({"after", "before", "whole", "kind"}),
    "document_count": frozenset({"uncounted", "further", "before"}),
    "visit": frozenset({"hosted", "put_off", "taken_back"}),
}
UNDOINGS = frozenset({"put_off", "taken_back"})
"""Marks of rules of events (and of `undoing`) whose own words say that it was put off or taken back."""
FACT_TYPES = frozenset({"level", "commitment", "mechanism", "instrument", "document_count", "undoing"})
MENTIONS = frozenset(get_args(MentionKind))
