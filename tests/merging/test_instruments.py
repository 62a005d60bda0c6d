from itertools import permutations

from foedera.merging.instruments import instruments


def test_a_common_name_or_abbreviation_makes_one_instrument_in_any_order(nouns):
    facts = [
        nouns.instrument("Official Security Assistance", "OSA", country="JP"),
        nouns.instrument("Bantuan Keselamatan Rasmi", "OSA", country="JP", document="d2"),
        nouns.instrument("bantuan keselamatan rasmi", country="JP", document="d3", signed="2023"),
        nouns.instrument("Official Security Assistance", country="KR", document="d4"),
    ]
    reports = {fact.document: nouns.report(fact.document) for fact in facts}
    found = {instruments(order, reports) for order in permutations(facts)}
    assert len(found) == 1
    assert sorted((one.country, one.abbr, one.origins, one.when and one.when.edtf) for one in found.pop()) == [
        ("JP", "OSA", 3, "2023"),
        ("KR", None, 1, None),
    ]
