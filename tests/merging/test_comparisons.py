from foedera.merging.commitments import Telling
from foedera.merging.comparisons import comparison


def compared(nouns, *facts):
    earlier, later = nouns.report("d1", "2023-11-27"), nouns.report("d2", "2025-12-04")
    return comparison(earlier, later, facts, Telling(reports={"d1": earlier, "d2": later}, days={}))


def test_promises_are_new_repeated_firmer_weaker_or_dropped(nouns):
    before = {"document": "d1"}
    after = {"document": "d2"}
    facts = [
        nouns.commitment(("energy",), topics=("lng",), start=0, **before),
        nouns.commitment(("energy",), topics=("lng",), modality="reaffirmed", start=0, **after),
        nouns.commitment(("labour",), topics=("migrant_workers",), modality="considering", start=50, **before),
        nouns.commitment(("labour",), topics=("migrant_workers",), start=50, **after),
        nouns.commitment(("tourism",), topics=("direct_flights",), start=100, **before),
        nouns.commitment(("tourism",), topics=("direct_flights",), modality="planned", start=100, **after),
        nouns.commitment(("culture",), start=150, **before),
        nouns.commitment(("health",), start=150, **after),
    ]
    changes = {one.change: (one.earlier and one.earlier.areas, one.later and one.later.areas) for one in compared(nouns, *facts).promises}
    assert changes == {
        "new": (None, ("health",)),
        "firmer": (("labour",), ("labour",)),
        "repeated": (("energy",), ("energy",)),
        "weaker": (("tourism",), ("tourism",)),
        "dropped": (("culture",), None),
    }


def test_a_smaller_amount_is_weaker(nouns):
    facts = [nouns.commitment(amount=(20, "JPY"), topics=("loan",)), nouns.commitment(amount=(15, "JPY"), topics=("loan",), document="d2")]
    (one,) = compared(nouns, *facts).promises
    assert one.change == "weaker"


def test_what_concerns_other_parties_is_no_part_of_it(nouns):
    facts = [nouns.commitment(), nouns.commitment(document="d2"), nouns.commitment(parties=("CN", "VN"), document="d2")]
    found = compared(nouns, *facts)
    assert (found.parties, [one.change for one in found.promises]) == ((("JP", "VN"),), ["repeated"])


def test_another_side_is_another_promise(nouns):
    facts = [nouns.commitment(by="JP"), nouns.commitment(by="VN", document="d2")]
    assert sorted(one.change for one in compared(nouns, *facts).promises) == ["dropped", "new"]
