"""What each shape of a date pattern gives, with a vocabulary of the tests' own."""

from dataclasses import replace

import pytest

from foedera.extraction.dates import TIMELESS, dates, scan
from foedera.knowledge import load
from foedera.model.pack import DatePattern, Dates, Phrase
from foedera.model.when import When

FIGURES = "〇一二三四五六七八九十百千"
NUMBER = "(?:{number}|\\d)+(?:[ -]{number})?"


def phrases(**forms):
    return tuple(Phrase(text=text, meaning=meaning) for text, meaning in forms.items())


SPACED = Dates(
    months=phrases(march="3", june="6"),
    weekdays=phrases(monday="1", friday="5"),
    relative=(
        Phrase(text="that month", meaning="that_month"),
        Phrase(text="the day after", meaning="that_day+1"),
        Phrase(text="that week", meaning="that_week"),
        Phrase(text="next week", meaning="week+1"),
        Phrase(text="next month", meaning="month+1"),
        Phrase(text="last year", meaning="year-1"),
        Phrase(text="the year before last", meaning="year-2"),
        Phrase(text="this quarter", meaning="quarter"),
    ),
    numbers=phrases(one="1", two="2", three="3", twenty="20", first="1", second="2", third="3", thousand="1000"),
    units=phrases(days="day", weeks="week", months="month", years="year"),
    patterns=tuple(
        DatePattern(id=f"t.{shape}{number}", shape=shape, pattern=pattern)
        for number, (shape, pattern) in enumerate(
            [
                ("day", r"(?P<d>\d{1,2}) (?P<month>{month}) '?(?P<y>\d{4}|\d\d)"),
                ("day", rf"the (?P<d>{NUMBER}) of (?P<month>{{month}})"),
                ("ago", rf"(?P<n>{NUMBER}) (?P<unit>{{unit}}) ago"),
                ("ahead", rf"in (?P<n>{NUMBER}) (?P<unit>{{unit}})"),
                ("duration", rf"(?P<n>{NUMBER}) (?P<unit>{{unit}})"),
                ("unresolved", r"(?:Tet|spring)"),
                ("day_of_month", r"the (?P<d>\d{1,2})th of (?P<n>next month)"),
                ("weekday_of_month", r"the (?P<n>{number}) (?P<wd>{weekday}) of (?P<month>{month})(?: (?P<y>\d{4}))?"),
                ("past_weekday", r"last (?P<wd>{weekday})"),
                ("coming_weekday", r"next (?P<wd>{weekday})"),
                ("half", r"the (?P<n>{number}) half(?: of (?P<y>\d{4}|last year))?"),
                ("century", r"the (?P<n>\d{1,2})th century"),
                ("quarter", r"quarter (?P<n>\d)"),
                ("year", rf"year (?P<y>{NUMBER})"),
                ("weekday", r"(?P<wd>{weekday})(?: (?P<n>next week))?"),
            ]
        )
    ),
)

DENSE = Dates(
    months=(),
    weekdays=(),
    relative=(Phrase(text="来月", meaning="month+1"),),
    numbers=(*(Phrase(text=sign, meaning=str(value)) for value, sign in enumerate(FIGURES[:11])), Phrase(text="元", meaning="1")),
    eras=(Phrase(text="令和", meaning="2019"),),
    patterns=(
        DatePattern(id="t.era_range", shape="year_range", pattern="(?P<era>{era})(?P<y>[0-9元]+)年から(?P<y2>[0-9]+)年"),
        DatePattern(id="t.era", shape="day", pattern="(?P<era>{era})(?P<y>[0-9元]+)年(?P<m>[0-9]+)月(?P<d>[0-9]+)日"),
        DatePattern(id="t.figures", shape="day", pattern=f"(?P<y>[{FIGURES}]+)年(?P<m>[{FIGURES}]+)月(?P<d>[{FIGURES}]+)日"),
        DatePattern(id="t.day_of_month", shape="day_of_month", pattern="(?P<n>来月)(?P<d>[0-9]+)日"),
    ),
)


def read(text, known=SPACED, published="2024-03-13", *, spaced=True):
    """The dates of a text as (words, value)."""
    pack = replace(load().pack("en"), tag="xx", dates=known, spaced=spaced)
    found = dates(scan(text, pack), When(edtf=published) if published else None)
    return [(text[each.span.start : each.span.end], each.value) for each in found]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("5 march '98", "1998-03-05"),
        ("5 march '24", "2024-03-05"),
        ("the twenty-three of march", "2024-03-23"),
        ("three days ago", "2024-03-10"),
        ("two months ago", "2024-01"),
        ("3 years ago", "2021"),
        ("in two weeks", "2024-03-25/2024-03-31"),
        ("in 1000 days", None),
        ("three days", None),
        ("Tet", None),
        ("the 5th of next month", "2024-04-05"),
        ("the 31th of next month", None),
        ("the second friday of june 2024", "2024-06-14"),
        ("the third monday of march", "2024-03-18"),
        ("the twenty monday of march", None),
        ("last monday", "2024-03-11"),
        ("next monday", "2024-03-18"),
        ("monday next week", "2024-03-18"),
        ("the first half of 2023", "2023-01/2023-06"),
        ("the second half of last year", "2023-07/2023-12"),
        ("the third half", None),
        ("the 21th century", "2001/2100"),
        ("quarter 7", None),
        ("year two thousand", "2000"),
        ("next week", "2024-03-18/2024-03-24"),
        ("this quarter", "2024-01/2024-03"),
        ("the year before last", "2022"),
    ],
)
def test_what_a_shape_gives(text, value):
    assert read(text) == [(text, value)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("三月の二〇二三年十一月二十七日", "2023-11-27"),
        ("令和5年11月27日", "2023-11-27"),
        ("令和元年5月1日", "2019-05-01"),
        ("令和2年から6年", "2020/2024"),
        ("来月5日", "2024-04-05"),
    ],
)
def test_eras_and_figures_of_a_script_without_spaces(text, value):
    assert [found for _, found in read(text, DENSE, spaced=False)] == [value]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("5 march 2020, the day after", ["2020-03-05", "2020-03-06"]),
        ("5 march 2020, that month", ["2020-03-05", "2020-03"]),
        ("5 march 2020, that week", ["2020-03-05", "2020-03-02/2020-03-08"]),
        ("that month", [None]),
    ],
)
def test_some_words_count_from_the_day_named_last(text, values):
    assert [value for _, value in read(text)] == values


def test_without_a_day_of_publication_nothing_is_counted():
    assert [value for _, value in read("three days ago, next week, the 5th of next month", published=None)] == [None, None, None]


def test_durations_and_feasts_say_that_they_date_nothing():
    pack = replace(load().pack("en"), tag="xx", dates=SPACED)
    found = dates(scan("three days before Tet on 5 march 2020", pack), When(edtf="2024-03-13"))
    assert [each.role in TIMELESS for each in found] == [True, True, False]
