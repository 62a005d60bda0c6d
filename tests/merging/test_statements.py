import pytest

from foedera.merging.statements import statements


@pytest.fixture
def found(nouns):
    def made(*facts, days):
        held = nouns.ledger(*facts, days=days)
        return [
            (one.earlier.document, one.later.document, sorted(promise.change for promise in one.promises))
            for one in statements(held.events, held.commitments, nouns.LAND)
        ]

    return made


def statement(nouns, document, day, *topics, kind="talks"):
    told = [nouns.commitment((topic,), topics=[topic], document=document, start=100 * at) for at, topic in enumerate(topics, 1)]
    return [nouns.event(day, type=kind, document=document), *told]


def test_each_statement_is_held_against_the_one_before(nouns, found):
    facts = [
        *statement(nouns, "d1", "2020-05-01", "visa_exemption", "patrol_vessels", "two_plus_two"),
        *statement(nouns, "d2", "2022-05-01", "visa_exemption", "new_mechanism", "two_plus_two"),
        *statement(nouns, "d3", "2024-05-01", "visa_exemption", "new_mechanism", "two_plus_two", kind="joint_statement"),
    ]
    days = {"d1": "2020-05-02", "d2": "2022-05-02", "d3": "2024-05-02"}
    assert found(*facts, days=days) == [
        ("d1", "d2", ["dropped", "new", "repeated", "repeated"]),
        ("d2", "d3", ["repeated", "repeated", "repeated"]),
    ]


def test_of_one_occasion_the_report_with_most_promises_counts_and_a_notice_does_not(nouns, found):
    facts = [
        *statement(nouns, "d1", "2020-05-01", "visa_exemption", "patrol_vessels", "two_plus_two"),
        *statement(nouns, "d2", "2022-05-01", "visa_exemption", "patrol_vessels", "two_plus_two"),
        *statement(nouns, "d3", "2022-05-03", "visa_exemption", "patrol_vessels", "two_plus_two", "new_mechanism"),
        *statement(nouns, "d4", "2024-05-03", "visa_exemption"),
        *statement(nouns, "d5", "2019", "visa_exemption", "patrol_vessels", "two_plus_two"),
        *statement(nouns, "d6", "2025-05-01", "visa_exemption", "patrol_vessels", "two_plus_two", kind="signing"),
    ]
    days = {"d1": "2020-05-02", "d2": "2022-05-02", "d3": "2022-05-04", "d4": "2024-05-04", "d5": "2024-07-01", "d6": "2025-05-02"}
    assert [(earlier, later) for earlier, later, _ in found(*facts, days=days)] == [("d1", "d3")]
