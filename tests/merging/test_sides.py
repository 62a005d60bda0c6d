from foedera.merging.sides import sides


def test_reports_and_origins_count_by_kind_and_state_of_their_publishers(nouns):
    reports = [
        nouns.report("d1", publisher="gazette", origin="d1"),
        nouns.report("d2", publisher="gazette", origin="d1"),
        nouns.report("d3", publisher="ministry"),
        nouns.report("d4", publisher="ministry"),
        nouns.report("d5"),
        nouns.report("d6", publisher="unheard"),
        nouns.report("d7"),
    ]
    assert [(side.kind, side.state, side.reports, side.origins) for side in sides(reports, nouns.WORLD)] == [
        ("government", "VN", 2, 2),
        ("press", "JP", 2, 1),
        (None, None, 3, 3),
    ]
    assert sides((), nouns.WORLD) == ()


def test_a_disagreement_tells_whose_each_value_is(nouns):
    told = [
        nouns.event("2023-11-27", type="signing", document=f"d{at}", document_count=number) for at, number in ((1, 30), (2, 30), (3, 31))
    ]
    (one,) = nouns.ledger(*told, publisher="gazette").disagreements
    assert [[(side.kind, side.reports) for side in claim.sides] for claim in one.claims] == [[("press", 2)], [("press", 1)]]
