from dataclasses import replace

from foedera.merging.entries import entries
from foedera.merging.reviews import review


def open_ones(nouns, facts, *judgements):
    reports = [nouns.report("d1", "2023-11-28"), nouns.report("d2", "2023-11-28"), nouns.report("d3", "2023-11-28")]
    found = entries(facts, reports, nouns.WORLD, judgements)
    return [(one.reason, one.property, one.ruled, one.read) for one in review(facts, judgements, [*found.events])]


def test_nothing_is_open_while_the_reading_stays(nouns):
    fact, other = nouns.event("2023-11-27", id="a"), nouns.event("2023-11-27", id="b", document="d2")
    ruled = [nouns.judgement("confirmed", fact), nouns.judgement("corrected", fact, correct=("place", "Hanoi"))]
    assert open_ones(nouns, [fact, other], *ruled, nouns.judgement("same", fact, other), nouns.judgement("struck", other)) == []


def test_a_passage_that_is_read_no_more_is_open_unless_it_was_struck(nouns):
    fact = nouns.event("2023-11-27", id="a")
    assert open_ones(nouns, [], nouns.judgement("confirmed", fact)) == [("no_passage", None, None, None)]
    assert open_ones(nouns, [], nouns.judgement("struck", fact)) == []


def test_a_ruled_property_that_is_read_differently_is_open_until_it_is_met(nouns):
    fact = nouns.event("2023-11-27", id="a", place="Tokyo")
    ruled = nouns.judgement("corrected", fact, correct=("date", "2023-11-26"))
    later = replace(fact, when=nouns.when("2023-11-25"), place="Hanoi")
    assert open_ones(nouns, [later], ruled) == [("read_differently", "date", "2023-11-26", "2023-11-25")]
    assert open_ones(nouns, [replace(fact, when=nouns.when("2023-11-26"))], ruled) == []
    assert open_ones(nouns, [replace(fact, place="Hanoi")], ruled) == []
    confirmed = nouns.judgement("confirmed", fact)
    assert open_ones(nouns, [later], confirmed) == [
        ("read_differently", "date", "2023-11-27", "2023-11-25"),
        ("read_differently", "place", "Tokyo", "Hanoi"),
    ]


def test_what_another_ruling_settled_is_not_open_twice(nouns):
    fact = nouns.event("2023-11-27", id="a", place="Tokyo")
    later = replace(fact, place="Hanoi")
    both = [nouns.judgement("confirmed", fact), nouns.judgement("corrected", later, correct=("place", "Hue"))]
    assert open_ones(nouns, [later], *both) == []


def test_a_fact_of_another_type_in_the_passage_is_open_for_every_ruling(nouns):
    fact, other = nouns.event("2023-11-27", id="a"), nouns.event("2023-11-27", id="b", document="d2")
    visit = nouns.event("2023-11-27", id="z", type="visit")
    for ruled in (nouns.judgement("struck", fact), nouns.judgement("same", fact, other), nouns.judgement("different", fact, other)):
        assert open_ones(nouns, [visit, other], ruled) == [("read_differently", "type", "talks", "visit")]


def test_rulings_that_contradict_each_other_are_open(nouns):
    a, b, c = (nouns.event("2023-11-27", id=name, document=f"d{at}") for at, name in enumerate("abc", start=1))
    ruled = [nouns.judgement("different", a, c), nouns.judgement("same", a, b), nouns.judgement("same", b, c, at="2026-01-02")]
    assert open_ones(nouns, [a, b, c], *ruled) == [("contradicted", None, None, None)]
    assert open_ones(nouns, [a, b, c], *ruled[:2]) == []
