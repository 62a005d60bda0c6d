from dataclasses import replace

from foedera.merging.ends import ends
from foedera.merging.stages import BEFORE

DAYS = {"d1": "2021-04-05", "d2": "2022-05-06", "d3": "2023-11-28"}


def found(nouns, *facts, days=None):
    return ends(nouns.ledger(*facts, days=days or DAYS), days or DAYS, nouns.LAND)


def test_what_was_planned_and_then_happened_has_two_ends(nouns):
    facts = [
        nouns.event("2023-11", document="d2", realis="planned", place="Tokyo"),
        nouns.event("2023-11-27", document="d3", place="Japan"),
    ]
    assert [(end.role, end.day, end.states, end.documents) for end in found(nouns, *facts)] == [
        ("plan", "2022-05-06", {"JP"}, {"d2"}),
        ("happening", "2023-11-27", {"JP"}, {"d3"}),
    ]


def test_an_end_speaks_of_what_is_named_in_its_passage(nouns):
    promise = nouns.commitment(topics=["visa_exemption"])
    facts = [
        promise,
        nouns.instrument("Reciprocal Access Agreement", "RAA", topics=["treaty"]),
        nouns.mechanism("2+2", start=200),
        nouns.instrument("Other", start=400),
    ]
    (end,) = (end for end in found(nouns, *facts) if end.role == "promise")
    assert end.labels == {"reciprocal access agreement", "raa"}
    assert end.topics == {"treaty", "visa_exemption"}


def test_a_signing_is_about_the_paper_named_right_before_it(nouns):
    near, far = nouns.instrument("RAA", start=100), nouns.instrument("OSA", start=0)
    signing = nouns.event("2023-11-27", document="d3", type="signing", start=150)
    facts = [replace(one, document="d3") for one in (near, far)]
    (end,) = found(nouns, *facts, signing)
    assert end.labels == {"raa"}
    (end,) = found(nouns, *facts, replace(signing, type="talks"))
    assert end.labels == frozenset()
    later = nouns.event("2023-11-27", document="d3", type="signing", start=150 + 2 * BEFORE)
    (end,) = found(nouns, *facts, later)
    assert end.labels == frozenset()


def test_what_cannot_be_dated_is_no_end(nouns):
    facts = [nouns.event(None, document="d9"), nouns.commitment(document="d9", start=90), nouns.mechanism("2+2", document="d9", start=200)]
    assert found(nouns, *facts) == ()


def test_a_mechanism_is_mentioned_once_a_report_and_topic_and_not_where_a_promise_tells_of_it(nouns):
    facts = [nouns.mechanism(name, start=at * 90, topics=["two_plus_two"]) for at, name in enumerate(("2+2", "2+2 dialogue"))]
    assert [end.role for end in found(nouns, *facts)] == ["mention"]
    assert [end.role for end in found(nouns, facts[0], nouns.commitment())] == ["promise"]


def test_a_promise_that_names_what_no_earlier_report_named_is_about_a_new_mechanism(nouns):
    facts = [nouns.commitment(document="d2"), nouns.mechanism("2+2", document="d2", topics=["two_plus_two"])]
    (end,) = (end for end in found(nouns, *facts) if end.role == "promise")
    assert end.new
    before = nouns.mechanism("two plus two", topics=["two_plus_two"])
    (end,) = (end for end in found(nouns, *facts, before) if end.role == "promise")
    assert not end.new


def test_the_first_session_of_a_dialogue_brings_it_about(nouns):
    facts = [nouns.event(f"2022-05-0{at}", document=f"d{at}", type="dialogue", edition=at) for at in (1, 2)]
    assert [end.new for end in found(nouns, *facts)] == [True, False]
