"""Entries of every kind in two party sets, for the tests of forms that are lists."""

TRICKY = '=HYPERLINK("x"),\n"quoted", tab\there'


def entries_of(nouns):
    """A ledger with each kind of entry, a formula for a quote, dates of each precision, and an address."""
    facts = [
        nouns.event("2023-11-27", place="Tokyo", attendees=[("Fumio Kishida", "prime minister", "JP")], quote=TRICKY),
        nouns.event("2024-05", type="visit", place="Hanoi", realis="planned", start=3),
        nouns.event("2024-07-01/2024-07-03", type="exercise", place="Da Nang", start=5),
        nouns.event("XXXX-03-07", type="signing", start=6),
        nouns.event(None, type="meeting", start=7, parties=("CN", "VN")),
        nouns.event("2025-12-04", type="dialogue", mechanism="2+2", edition=1, start=9),
        nouns.level("comprehensive strategic partnership", "2023-11-27"),
        nouns.level("strategic partnership", "2009", document="d2"),
        nouns.commitment(("energy", "politics"), target="2030", amount=(20, "USD")),
        nouns.mechanism("2+2", 1),
        nouns.instrument("Reciprocal Access Agreement", "RAA", signed="2024-07-08"),
        nouns.tenure("岸田文雄", start=11),
    ]
    days = {"d1": "2023-11-28", "d2": "2024-01-01"}
    return nouns.ledger(*facts, days=days, told=("d3",), url="https://example.org/a?b=1&c=<2>", title="Kishida & Thưởng, \\ {talks}")


def count_of(entries):
    """Kind → how many entries there are."""
    kinds = {
        "event": entries.events,
        "level": entries.levels,
        "commitment": entries.commitments,
        "mechanism": entries.mechanisms,
        "instrument": entries.instruments,
        "person": entries.people,
    }
    return {kind: len(items) for kind, items in kinds.items() if items}
