import pytest

from foedera.model.document import FAULTS, Skip, Span


@pytest.mark.parametrize(
    ("other", "holds", "meets"),
    [
        (Span(start=2, end=5), True, True),
        (Span(start=3, end=4), True, True),
        (Span(start=4, end=9), False, True),
        (Span(start=5, end=9), False, False),
        (Span(start=0, end=2), False, False),
    ],
)
def test_spans_end_before_their_last_number(other, holds, meets):
    span = Span(start=2, end=5)
    assert span.holds(other) is holds
    assert span.meets(other) is other.meets(span) is meets


def test_a_skip_is_a_fault_of_the_input_or_a_rule_at_work():
    for reason in FAULTS:
        assert Skip(reason=reason, detail="", location="a.txt").is_fault
    assert not Skip(reason="not_interstate", detail="", location="a.txt").is_fault
