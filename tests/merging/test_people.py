from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from foedera.merging.people import people, person, seen_again

THUONG = "V\u00f5 V\u0103n Th\u01b0\u1edfng"


def merged(nouns, *facts, published=None):
    dates = published or {}
    return people(facts, {fact.document: nouns.report(fact.document, dates.get(fact.document)) for fact in facts}, nouns.WORLD)


def test_marks_and_the_order_of_names_make_no_other_person(nouns):
    (one,) = merged(nouns, nouns.tenure("Vo Van Thuong", "president", "VN"), nouns.tenure(THUONG, "president", "VN", document="d2"))
    assert (one.name, one.names, one.origins) == (THUONG, (THUONG, "Vo Van Thuong"), 2)
    (one,) = merged(nouns, nouns.tenure("Ishiba Shigeru"), nouns.tenure("Shigeru Ishiba", document="d2"))
    assert one.country == "JP"


def test_a_short_name_joins_the_full_one_of_the_same_office(nouns):
    (one,) = merged(nouns, nouns.tenure("Kishida", document="d2"), nouns.tenure("Fumio Kishida"))
    assert one.name == "Fumio Kishida"


def test_a_passing_mark_makes_no_other_office(nouns):
    former = nouns.tenure("Kishida", "former prime minister; acting party leader", document="d2")
    (one,) = merged(nouns, former, nouns.tenure("Fumio Kishida", "prime minister-elect"))
    assert len(one.tenures) == 2


def test_a_short_name_of_another_office_or_state_stands_alone(nouns):
    facts = [nouns.tenure("Fumio Kishida"), nouns.tenure("Kishida", "ambassador"), nouns.tenure("Kishida", country="BR")]
    assert len(merged(nouns, *facts)) == 3


def test_a_short_name_that_fits_two_joins_neither(nouns):
    facts = [nouns.tenure(name, "deputy foreign minister", "VN") for name in ("Nguyen Minh Vu", "Nguyen Minh Hang", "Nguyen")]
    assert [one.name for one in merged(nouns, *facts)] == ["Nguyen", "Nguyen Minh Hang", "Nguyen Minh Vu"]


def test_a_tenure_runs_from_the_first_to_the_last_sight(nouns):
    facts = [nouns.tenure("Fumio Kishida", document="d1"), nouns.tenure("Fumio Kishida", document="d2", at="2024-05-27")]
    facts += [nouns.tenure("Fumio Kishida", "foreign minister", document="d3")]
    (one,) = merged(nouns, *facts, published={"d1": "2023-11-28", "d3": "XXXX-11-27"})
    prime, foreign = one.tenures
    assert (prime.office, prime.first.edtf, prime.last.edtf) == ("prime minister", "2023-11-28", "2024-05-27")
    assert (foreign.office, foreign.first, foreign.last) == ("foreign minister", None, None)


def test_a_person_without_a_state_has_no_parties(nouns):
    (one,) = merged(nouns, nouns.tenure("Antonio Guterres", "secretary-general", None))
    assert one.parties == ()


OFFICES = st.sampled_from(["prime minister", "president", "former president"])
SEEN = st.sampled_from(["2021", "2021-10-04", "2023-11", "2023-11-27", "2024-10-01", "XXXX-03-01", None])


@given(
    st.lists(st.tuples(st.sampled_from(["Fumio Kishida", "Kishida Fumio", "Kishida"]), OFFICES, SEEN), min_size=2, max_size=9), st.data()
)
def test_a_person_of_whom_more_is_told_is_the_person_of_all_that_is_told(nouns, told, data):
    facts = [nouns.tenure(name, office, document=f"d{at}", at=when) for at, (name, office, when) in enumerate(told)]
    reports = {fact.document: nouns.report(fact.document, "2023-05-01") for fact in facts}
    cut = data.draw(st.integers(1, len(facts) - 1))
    before, more, whole = (person(some, reports) for some in (facts[:cut], facts[cut:], facts))
    after = seen_again(before, more)
    bare = ("id", "origins", "name", "names", "country", "tenures", "parties")
    assert after
    assert [getattr(after, name) for name in bare] == [getattr(whole, name) for name in bare]


def test_where_a_day_is_known_in_two_ways_or_a_state_is_all_facts_have_to_tell(nouns):
    reports = {name: nouns.report(name, "2023-11-27") for name in ("d1", "d2")}
    stated, by_report, stateless = (
        person([nouns.tenure("Fumio Kishida", at=at, country=country, document=name)], reports)
        for at, country, name in (("2023-11-27", "JP", "d1"), (None, "JP", "d2"), (None, None, "d2"))
    )
    inferred = replace(by_report, tenures=(replace(by_report.tenures[0], first=nouns.when("2023-11-27", "inferred")),))
    assert seen_again(stated, by_report)
    assert seen_again(stated, inferred) is None
    assert seen_again(stated, stateless) is None
