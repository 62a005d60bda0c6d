from dataclasses import replace

import pytest

from foedera.model.document import DocumentId, Span
from foedera.model.entry import Commitment, Event, HeldLevel, Person, Tenure
from foedera.model.fact import Citation, CommitmentFact, EventFact, FactId, LevelFact, TenureFact
from foedera.model.question import Question, days_of
from foedera.model.report import EntryId, Report
from foedera.model.when import When

FACT = {
    "id": FactId("f"),
    "document": DocumentId("d"),
    "rule": "r",
    "parties": ("JP", "VN"),
    "citation": Citation(span=Span(start=0, end=1), quote="x"),
}
REPORT = Report(document=DocumentId("d"), record="r.txt", published=When(edtf="2023-11-28"))
ENTRY = {"id": EntryId("f"), "parties": ("JP", "VN"), "reports": (REPORT,), "origins": 1}
EVENT = Event(**ENTRY, facts=(EventFact(**FACT, type="talks"),), type="talks", when=When(edtf="2023-11-27"), place=None, tense="past")
PROMISE = Commitment(
    **ENTRY,
    facts=(CommitmentFact(**FACT, by="both", modality="agreed", areas=("energy",)),),
    by="both",
    modality="agreed",
    areas=("energy", "maritime"),
    target=None,
    amount=None,
)
PERSON = Person(
    **{**ENTRY, "parties": ("JP",)},
    facts=(TenureFact(**FACT, name="A B", office="president", country="JP"),),
    name="A B",
    names=("A B",),
    country="JP",
    tenures=(
        Tenure(office="deputy foreign minister; envoy", first=When(edtf="2020"), last=When(edtf="2021-03")),
        Tenure(office="president", first=None, last=None),
    ),
)
LEVEL = HeldLevel(
    **ENTRY,
    facts=(LevelFact(**FACT, level="alliance", title="alliance"),),
    level="alliance",
    since=When(edtf="1999"),
    tense="past",
)


def test_an_empty_question_fits_everything():
    assert all(Question().fits(entry) for entry in (EVENT, PROMISE, PERSON, LEVEL))


def test_all_parties_asked_for_must_take_part():
    assert Question(parties=("VN", "JP")).fits(EVENT)
    assert not Question(parties=("JP", "US")).fits(EVENT)


def test_of_people_any_of_the_parties_is_theirs():
    assert Question(parties=("JP", "US")).fits(PERSON)
    assert not Question(parties=("US",)).fits(PERSON)


@pytest.mark.parametrize(
    ("start", "end", "fits"),
    [
        ("2023-11-27", None, True),
        (None, "2023-11-27", True),
        ("2023-11-28", None, False),
        (None, "2023-11-26", False),
        ("2023-01-01", "2023-12-31", True),
    ],
)
def test_an_event_lies_in_the_range_that_it_may_be_of(start, end, fits):
    assert Question(start=start, end=end).fits(EVENT) == fits


def test_what_has_no_date_with_a_year_counts_from_its_first_report():
    assert days_of(replace(EVENT, when=When(edtf="XXXX-03-07"))) == ("2023-11-28", "2023-11-28")
    assert days_of(replace(EVENT, when=None)) == ("2023-11-28", "2023-11-28")
    assert days_of(PROMISE) == ("2023-11-28", "2023-11-28")


def test_what_has_no_date_at_all_lies_in_no_range():
    bare = replace(EVENT, when=None, reports=(replace(REPORT, published=None),))
    assert days_of(bare) is None
    assert not Question(start="1900-01-01").fits(bare)
    assert Question().fits(bare)


def test_a_person_is_of_the_days_in_which_offices_were_seen():
    assert days_of(PERSON) == ("2020-01-01", "2021-03-31")
    assert days_of(replace(PERSON, tenures=PERSON.tenures[1:])) == ("2023-11-28", "2023-11-28")


def test_a_level_is_of_the_days_of_its_beginning():
    assert days_of(LEVEL) == ("1999-01-01", "1999-12-31")


@pytest.mark.parametrize(
    ("entry", "kind", "fits"),
    [
        (EVENT, "talks", True),
        (EVENT, "visit", False),
        (PROMISE, "agreed", True),
        (PROMISE, "urged", False),
        (PERSON, "president", True),
        (PERSON, "envoy", True),
        (PERSON, "king", False),
        (LEVEL, "alliance", False),
    ],
)
def test_a_type_is_that_of_the_event_the_modality_or_the_office(entry, kind, fits):
    assert Question(type=kind).fits(entry) == fits


def test_a_policy_area_is_any_of_a_commitments_areas():
    assert Question(area="maritime").fits(PROMISE)
    assert not Question(area="health").fits(PROMISE)
    assert Question(area="health").fits(EVENT)
