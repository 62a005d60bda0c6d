from foedera.merging.entries import entries
from foedera.merging.relations import relation, starts

CSP = "comprehensive strategic partnership"
ESP = "extensive strategic partnership"


def ledger(nouns):
    facts = [
        nouns.event("1973", type="establish_relations"),
        nouns.event("2023-11-27", place="Tokyo"),
        nouns.event("2024-05-27", parties=("CN", "JP", "VN"), type="dialogue"),
        nouns.event("2024-05-27", parties=("CN", "VN")),
        nouns.event("XXXX-03-07", document="d2"),
        nouns.level(ESP, "2014"),
        nouns.level(CSP, "2023-11-27"),
        nouns.commitment(("energy", "digital")),
        nouns.commitment(("unlisted",)),
        nouns.commitment(()),
        nouns.mechanism("joint committee"),
        nouns.instrument("defence transfer agreement", signed="2021-09"),
        nouns.tenure("Fumio Kishida"),
        nouns.tenure("Yoon Suk Yeol", "president", "KR"),
        nouns.tenure("Shigeru Ishiba", document="d9"),
    ]
    reports = [nouns.report("d1", "2023-11-28"), nouns.report("d2"), nouns.report("d9", "2025-04-28")]
    return entries(facts, reports, nouns.WORLD)


def test_the_dossier_of_a_pair_holds_what_concerns_it(nouns):
    dossier = relation(ledger(nouns), ("VN", "JP"), nouns.WORLD)
    assert dossier.parties == ("JP", "VN")
    assert [event.when.edtf for event in dossier.established] == ["1973"]
    assert [(level.level, level.since.edtf) for level in dossier.levels] == [(ESP, "2014"), (CSP, "2023-11-27")]
    assert dossier.standing.level.level == CSP
    assert [event.when.edtf for event in dossier.events] == ["1973", "2023-11-27", "2024-05-27", "XXXX-03-07"]
    assert [one.area for one in dossier.commitments] == ["energy", "", "unlisted"]
    assert [one.name for one in dossier.mechanisms] == ["joint committee"]
    assert [one.name for one in dossier.instruments] == ["defence transfer agreement"]
    assert [one.name for one in dossier.people] == ["Fumio Kishida"]
    assert [one.record for one in dossier.reports] == ["d1.txt", "d2.txt"]


def test_as_of_a_day_it_holds_what_was_so_by_then(nouns):
    dossier = relation(ledger(nouns), ("JP", "VN"), nouns.WORLD, as_of="2015-01-01")
    assert dossier.standing.level.level == ESP
    assert [event.when.edtf for event in dossier.events] == ["1973"]
    assert (dossier.commitments, dossier.mechanisms, dossier.instruments, dossier.people) == ((), (), (), ())


def test_nothing_known_is_an_empty_dossier(nouns):
    dossier = relation(ledger(nouns), ("BR", "ZA"), nouns.WORLD)
    assert (dossier.standing, dossier.events, dossier.reports) == (None, (), ())


def test_an_entry_starts_with_its_own_date_or_its_first_report(nouns):
    found = ledger(nouns)
    assert [starts(level) for level in found.levels] == ["2014-01-01", "2023-11-27"]
    assert [starts(event) for event in found.events if event.when.edtf == "XXXX-03-07"] == [None]
    assert [starts(one) for one in found.mechanisms] == ["2023-11-28"]
