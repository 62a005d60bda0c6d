from dataclasses import replace

import entries as made
import pytest

from foedera.cli.parts.links import links, year_words
from foedera.cli.parts.sources import sources_of
from foedera.model.disagreement import Claim, Disagreement
from foedera.model.followup import FollowUp
from foedera.model.report import Side

SOURCES = sources_of([made.OLD, made.NEW])
NAMES = replace(made.NAMES, topics={"visa_exemption": "Visa exemption"})


def link(earlier, later, kind="fulfils", grounds=(("topic", "visa_exemption"),)):
    return FollowUp(
        kind=kind,
        parties=made.PAIR,
        earlier=earlier.id,
        later=later.id,
        earlier_facts=earlier.facts,
        later_facts=later.facts,
        grounds=grounds,
        strength=3.0,
        reports=(made.OLD, made.NEW),
    )


def shown(entry, *followups, disagreements=()):
    return [
        (line.body, line.marks) for line in links(replace(entry, followups=followups, disagreements=tuple(disagreements)), SOURCES, NAMES)
    ]


@pytest.mark.parametrize(
    ("kind", "ahead", "back"),
    [
        ("fulfils", "done", "fulfils"),
        ("continues", "carried on", "carries on"),
        ("reaffirms", "reaffirmed", "reaffirms"),
        ("postpones", "postponed", "postpones"),
        ("contradicts", "contradicted", "contradicts"),
    ],
)
def test_a_link_shows_the_passage_at_its_other_end(kind, ahead, back):
    promise, mechanism = made.promise(), made.mechanism()
    one = link(promise, mechanism, kind)
    assert shown(promise, one)[0] == (f"{ahead}: \u201cthe 2+2 dialogue\u201d", "[2]")
    assert shown(mechanism, one)[0] == (f"{back}: \u201cJapan pledged six vessels.\u201d", "[1]")


def test_a_plan_that_came_true_as_the_same_entry_is_done():
    talks = made.talks()
    assert shown(talks, link(talks, talks, grounds=(("plan", "talks"),))) == [
        ("done: \u201cShinzo Abe held talks with Truong Tan Sang.\u201d", "[1]"),
        ("for both: the plan of it", ""),
    ]


@pytest.mark.parametrize(
    ("ground", "words"),
    [
        (("topic", "visa_exemption"), "Visa exemption"),
        (("area", "maritime"), "Maritime affairs"),
        (("mechanism", "new_mechanism"), "a new mechanism"),
        (("instrument", "raa"), "raa"),
        (("amount", "18 USD"), "18 USD"),
    ],
)
def test_why_two_entries_are_linked_is_said_by_names_that_people_know(ground, words):
    promise = made.promise()
    assert shown(promise, link(promise, made.talks(), grounds=(ground,)))[1][0] == f"for both: {words}"


def test_only_the_strongest_grounds_are_shown():
    promise = made.promise()
    grounds = (("topic", "visa_exemption"), ("area", "maritime"), ("area", "energy"))
    assert shown(promise, link(promise, made.talks(), grounds=grounds))[1][0] == "for both: Visa exemption, Maritime affairs"


def test_sources_that_differ_stand_side_by_side():
    talks = made.talks()
    claims = tuple(
        Claim(value=value, facts=talks.facts, reports=reports, origins=len(reports))
        for value, reports in (("2014-03-18", (made.OLD, made.NEW)), ("2014-03-19", (made.UNDATED,)))
    )
    one = Disagreement(entry=talks.id, kind="event", type="talks", parties=made.PAIR, property="date", claims=claims)
    assert shown(talks, disagreements=[one]) == [("sources differ on date: 18 Mar 2014 [1][2]; 19 Mar 2014 ", "")]
    press = replace(
        claims[1], sides=(Side(kind="press", state="JP", reports=1, origins=1), Side(kind=None, state=None, reports=1, origins=1))
    )
    words = "sources differ on date: 18 Mar 2014 [1][2]; 19 Mar 2014  (press, Japan)"
    assert shown(talks, disagreements=[replace(one, claims=(claims[0], press))]) == [(words, "")]
    count = replace(one, property="document_count", claims=(replace(claims[0], value="30"),))
    assert shown(talks, disagreements=[count]) == [("sources differ on number of documents: 30 [1][2]", "")]


def test_a_year_that_was_worked_out_says_from_what():
    talks, other = made.talks(), made.mechanism()
    assert year_words(talks, SOURCES, other.facts) == []
    (line,) = year_words(replace(talks, year_from=(other.facts[0].id,)), SOURCES, [*other.facts, *talks.facts])
    assert line.body == "year worked out from [2] \u201cthe 2+2 dialogue\u201d"
