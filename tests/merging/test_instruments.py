from itertools import permutations

import pytest

from foedera.merging.events import events
from foedera.merging.instruments import instruments
from foedera.merging.titles import Telling


@pytest.fixture
def found(nouns):
    def made(*facts, happened=(), langs=()):
        reports = {fact.document: nouns.report(fact.document, lang=dict(langs).get(fact.document, "en")) for fact in (*facts, *happened)}
        told = events(happened, nouns.told(list(happened), reports, world=nouns.LAND))
        orders = {instruments(order, told, Telling(world=nouns.LAND, reports=reports)) for order in permutations(facts)}
        assert len(orders) == 1
        return orders.pop()

    return made


def test_a_common_name_or_abbreviation_makes_one_instrument_in_any_order(nouns, found):
    made = found(
        nouns.instrument("Official Security Assistance", "OSA", country="JP"),
        nouns.instrument("Bantuan Keselamatan Rasmi", "OSA", country="JP", document="d2"),
        nouns.instrument("bantuan keselamatan rasmi", country="JP", document="d3", signed="2023"),
        nouns.instrument("Official Security Assistance", country="KR", document="d4"),
    )
    assert sorted((one.country, one.abbr, one.origins, one.when and one.when.edtf) for one in made) == [
        ("JP", "OSA", 3, "2023"),
        ("KR", None, 1, None),
    ]


def test_one_act_on_one_matter_is_about_one_instrument(nouns, found):
    told = [nouns.event("2024-08-29", type="signing", document=name, place="Hanoi") for name in ("d1", "d2")]
    facts = [
        nouns.instrument("Defence Cooperation Agreement", subject=["defence_cooperation"]),
        nouns.instrument("Perjanjian Pertahanan", subject=["defence_cooperation"], document="d2"),
        nouns.instrument("Trade Pact", subject=["trade"], document="d2", start=100),
    ]
    made = found(*facts, happened=told, langs=[("d2", "id")])
    assert [one.names for one in made] == [("Defence Cooperation Agreement", "Perjanjian Pertahanan"), ("Trade Pact",)]


def test_its_life_is_told_by_the_acts_in_its_passages(nouns, found):
    happened = [
        nouns.event("2025-09-11", type="other", document="d3", topics=["entry_into_force", "ratification"]),
        nouns.event("2024-07-08", type="signing", start=200),
        nouns.event("2024-12-16", type="other", document="d2", topics=["ratification"]),
        nouns.event("2026-12-16", type="other", document="d4", topics=["ratification"], realis="planned"),
        nouns.event("2026-12-17", type="other", document="d4", topics=["trade"], start=5),
        nouns.event("2026-12-18", type="talks", document="d4", topics=["ratification"], start=6),
    ]
    facts = [nouns.instrument("Access Agreement", "RAA", document=name) for name in ("d1", "d2", "d3", "d4")]
    (one,) = found(*facts, happened=happened)
    assert [(stage.step, stage.when.edtf) for stage in one.stages] == [
        ("signed", "2024-07-08"),
        ("ratified", "2024-12-16"),
        ("in force", "2025-09-11"),
    ]
    assert one.state == "in force"


def test_a_signing_far_from_any_name_is_about_no_instrument_known(nouns, found):
    (one,) = found(nouns.instrument("Access Agreement"), happened=[nouns.event("2024-07-08", type="signing", start=900)])
    assert (one.stages, one.state) == ((), None)


def test_what_was_left_later_is_no_longer_in_force(nouns, found):
    signed = nouns.event("2024-07-08", type="signing")
    left = nouns.event("2025-02-01", type="other", topics=["suspension"], document="d2")
    facts = [nouns.instrument("Access Agreement", document=name) for name in ("d1", "d2")]
    assert found(*facts, happened=[signed, left])[0].state == "suspended"
    again = nouns.event("2026-02-01", type="other", topics=["entry_into_force"], document="d3")
    assert found(*facts, nouns.instrument("Access Agreement", document="d3"), happened=[signed, left, again])[0].state == "in force"
    assert found(facts[1], happened=[left])[0].state == "suspended"
