from foedera.merging.entries import entries
from foedera.merging.standings import levels_of

CSP = "comprehensive strategic partnership"
ESP = "extensive strategic partnership"


def held(nouns, *facts, as_of=None, state="VN"):
    reports = [nouns.report(document, "2023-11-28") for document in {fact.document for fact in facts}]
    return levels_of(entries(facts, reports, nouns.WORLD), state, nouns.WORLD, as_of=as_of)


def test_a_higher_title_supersedes_from_its_day(nouns):
    facts = [nouns.level(ESP, "2014"), nouns.level(CSP, "2023-11-27"), nouns.level("strategic partnership", "2009")]
    assert [one.level.level for one in held(nouns, *facts, as_of="2015-01-01")] == [ESP]
    assert [one.level.level for one in held(nouns, *facts, as_of="2023-11-26")] == [ESP]
    assert [one.level.level for one in held(nouns, *facts, as_of="2023-11-27")] == [CSP]
    assert [one.level.level for one in held(nouns, *facts)] == [CSP]


def test_a_level_merely_stated_is_in_force_from_the_day_of_the_report(nouns):
    facts = [nouns.level(CSP, parties=(partner, "VN")) for partner in ("CN", "IN")] + [nouns.level(CSP, "2023-11-27")]
    found = held(nouns, *facts, as_of="2023-11-28")
    assert [(one.partner("VN"), one.by) for one in found] == [("CN", "2023-11-28"), ("IN", "2023-11-28"), ("JP", None)]
    assert [one.partner("VN") for one in held(nouns, *facts, as_of="2023-11-27")] == ["JP"]


def test_levels_stand_from_high_to_low_with_their_rungs(nouns):
    facts = [nouns.level("comprehensive partnership", parties=("AR", "VN")), nouns.level("pact of friends", parties=("AA", "VN"))]
    found = held(nouns, *facts, nouns.level(CSP))
    assert [one.partner("VN") for one in found] == ["JP", "AR", "AA"]
    assert [[(rung.state, rung.place, rung.height) for rung in one.rungs] for one in found] == [
        [("VN", 3, 3)],
        [("VN", 1, 3)],
        [],
    ]


def test_titles_that_no_order_holds_together_go_by_time(nouns):
    facts = [nouns.level("pact of friends", "2020", parties=("JP", "ZZ")), nouns.level(CSP, "2010", parties=("JP", "ZZ"))]
    assert [one.level.level for one in held(nouns, *facts, state="ZZ")] == ["pact of friends"]


def test_what_is_only_planned_is_not_in_force(nouns):
    assert held(nouns, nouns.level(CSP, realis="planned")) == ()


def test_a_level_says_when_it_was_last_confirmed_and_whether_that_is_long_ago(nouns):
    facts = [nouns.level(CSP, parties=("CN", "VN")), nouns.level(CSP, parties=("CN", "VN"), document="d2"), nouns.level(CSP, document="d3")]
    found = nouns.ledger(*facts, days={"d1": "2010-01-01", "d2": "2012-01-01", "d3": "2024-01-01"})
    seen = {one.partner("VN"): (one.confirmed, one.long_ago) for one in levels_of(found, "VN", nouns.LAND)}
    assert seen == {"CN": ("2012-01-01", True), "JP": ("2024-01-01", False)}
    (then,) = levels_of(found, "VN", nouns.LAND, as_of="2011-06-01")
    assert (then.confirmed, then.long_ago) == ("2010-01-01", False)
    assert levels_of(found, "VN", nouns.LAND, as_of="2018-06-01")[0].long_ago


def test_a_level_tells_that_relations_were_cut_since(nouns):
    cut = nouns.event("2016-05-01", type="other", topics=["relations_cut"], document="d2")
    found = nouns.ledger(nouns.level(CSP, "2010"), cut, days={"d1": "2011-01-01", "d2": "2016-05-02"})
    assert levels_of(found, "VN", nouns.LAND)[0].turn.kind == "cut"
    assert levels_of(found, "VN", nouns.LAND, as_of="2015-01-01")[0].turn is None
