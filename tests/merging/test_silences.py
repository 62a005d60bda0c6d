from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from foedera.merging.silences import heard

DAYS = st.dates(min_value=date(2020, 1, 1), max_value=date(2020, 1, 20)).map(str)


@given(st.lists(st.tuples(DAYS, st.sampled_from(["a", "b", None]))), DAYS)
def test_what_was_read_after_a_day_is_counted_as_by_hand(nouns, told, day):
    reports = [(when, nouns.report(f"d{at}", when, publisher=whose)) for at, (when, whose) in enumerate(told)]
    later = [(when, report) for when, report in reports if when > day]
    found = heard(reports).after(day)
    assert found.reports == len(later)
    assert found.publishers == len({report.publisher or report.document for _when, report in later})
    assert found.until == max((when for when, _report in later), default=day)
    assert heard(reports).last == max((when for when, _report in reports), default=None)
