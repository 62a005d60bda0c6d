from foedera.merging.commitments import commitments


def merged(nouns, *facts, published="2023-11-28"):
    return commitments(facts, {fact.document: nouns.report(fact.document, published) for fact in facts})


def test_two_reports_of_one_day_tell_of_one_promise(nouns):
    (one,) = merged(nouns, nouns.commitment(("energy", "digital")), nouns.commitment(("digital", "energy"), document="d2"))
    assert one.origins == 2


def test_what_differs_in_a_value_is_another_promise(nouns):
    facts = [nouns.commitment(), nouns.commitment(document="d2", modality="pledged"), nouns.commitment(document="d3", by="JP")]
    facts += [nouns.commitment(document="d4", target="2030"), nouns.commitment(document="d5", amount=(10, "JPY"))]
    assert len(merged(nouns, *facts)) == 5


def test_relations_in_general_say_too_little(nouns):
    facts = [nouns.commitment(("politics",), document=document) for document in ("d1", "d2")]
    assert len(merged(nouns, *facts)) == 2
    facts = [nouns.commitment(("politics",), document=document, target="2030") for document in ("d1", "d2")]
    assert len(merged(nouns, *facts)) == 1


def test_reports_of_unknown_days_are_not_taken_for_each_other(nouns):
    facts = [nouns.commitment(document=document) for document in ("d1", "d2")]
    assert len(merged(nouns, *facts, published="2023-11")) == 2


def test_which_of_two_in_a_report_is_meant_cannot_be_told(nouns):
    facts = [nouns.commitment(start=0), nouns.commitment(start=50), nouns.commitment(document="d2")]
    assert len(merged(nouns, *facts)) == 3
