from dataclasses import replace

import pytest

from foedera.merging.cadences import overdue, paced
from foedera.merging.silences import heard
from foedera.model.entry import Mechanism, Session

MONTHS = {"every_year": 12, "every_two_years": 24}


@pytest.fixture
def mechanism(nouns):
    """A mechanism with sessions (date, number, tense) and the topics of its passage."""

    def made(*sessions, topics=()):
        fact = nouns.mechanism("Dialogue", topics=topics)
        held = tuple(Session(edition=number, event="e", when=nouns.when(date), place=None, tense=tense) for date, number, tense in sessions)
        entry = Mechanism(id="m", parties=nouns.PAIR, facts=(fact,), reports=(), origins=1, name="Dialogue", sessions=held)
        return paced(entry, MONTHS)

    return made


@pytest.mark.parametrize(
    ("sessions", "topics", "expected"),
    [
        ([("2020-03-01", 2, "past"), ("2022-04-01", 4, "past")], [], (12, "2023-04")),
        ([("2020-03-01", None, "past"), ("2021-02", None, "past"), ("2022-03-09", None, "past")], [], (12, "2023-03")),
        ([("2020-03-01", None, "past"), ("2021-03-01", None, "past")], [], (None, None)),
        ([("2020-03-01", 1, "past")], ["every_two_years"], (24, "2022-03")),
        ([("2020", 1, "past")], ["every_year"], (12, "2021")),
        ([("2020-11", 1, "past")], ["every_year", "every_two_years"], (None, None)),
        ([("2020-12-05", 1, "past"), ("2021-09-30", None, "planned")], ["every_year"], (12, "2021-09-30")),
        ([("2020-12-05", 1, "past"), ("2020-01-30", None, "planned")], ["every_year"], (12, "2021-12")),
        ([("XXXX-12-05", 1, "past"), (None, 2, None)], ["every_year"], (12, None)),
        ([("2020-01-01", 1, "past"), ("2020-01-20", 2, "past")], [], (None, None)),
        ([("2021-09-30", None, "planned")], [], (None, "2021-09-30")),
    ],
)
def test_the_cadence_is_stated_or_shown_and_tells_what_is_due(mechanism, sessions, topics, expected):
    one = mechanism(*sessions, topics=topics)
    assert (one.cadence, one.due and one.due.edtf) == expected
    assert one.cadence_stated == (len(topics) == 1)


def test_what_was_read_a_quarter_after_the_day_due_shows_that_it_is_overdue(nouns, mechanism):
    one = mechanism(("2020-03-01", 1, "past"), topics=["every_year"])
    told = [(day, nouns.report(f"d{at}", day, publisher="p")) for at, day in enumerate(("2021-01-01", "2021-04-09", "2021-09-09"))]
    late = overdue(one, heard(told)).overdue
    assert (late.until, late.reports, late.publishers) == ("2021-09-09", 2, 1)
    assert overdue(one, heard(told[:2])).overdue is None
    assert overdue(one, heard([])).overdue is None
    assert overdue(replace(one, due=None), heard(told)).overdue is None
