from foedera.merging.turns import broken


def test_a_level_knows_what_befell_the_relations_once_it_was_in_force(nouns):
    found = nouns.ledger(
        nouns.level("comprehensive partnership", "2010"),
        nouns.event("2009-05-01", type="other", topics=["relations_cut"], id="e1"),
        nouns.event("2016-05-01", type="other", topics=["relations_cut"], id="e2", document="d2"),
        nouns.event("2019-05-01", type="other", topics=["relations_restored"], id="e3", document="d3"),
        nouns.event("XXXX-05-01", type="other", topics=["relations_cut"], id="e4", document="d4"),
        nouns.event("2020-05-01", type="other", topics=["relations_cut"], id="e5", document="d5", realis="planned"),
        nouns.event("2020-05-01", type="talks", topics=["relations_cut"], id="e6", document="d6"),
        days={"d1": "2011-01-01", "d4": None},
    )
    (level,) = found.levels
    assert [(turn.kind, turn.when.edtf) for turn in level.turns] == [("cut", "2016-05-01"), ("restored", "2019-05-01")]
    assert broken(level, "2015-01-01") is None
    assert broken(level, "2017-01-01").kind == "cut"
    assert broken(level, None) is None


def test_without_a_beginning_a_level_counts_from_its_first_report(nouns):
    cut = nouns.event("2016-05-01", type="other", topics=["relations_cut"], document="d2")
    dated = nouns.ledger(nouns.level(), cut, days={"d1": "2011-01-01"})
    undated = nouns.ledger(nouns.level(), cut)
    assert [len(found.levels[0].turns) for found in (dated, undated)] == [1, 0]
