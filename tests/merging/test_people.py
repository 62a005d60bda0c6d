from foedera.merging.people import people

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
