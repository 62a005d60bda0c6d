"""Pairs of levels where a sentence names other states than those of the passage."""

import pytest

from .reports import edtf, levels


def told(text):
    return {"-".join(fact.parties): edtf(fact.since) for fact in levels("en", text, "2031-05-29")}


def test_those_of_a_row_behind_the_partner_have_the_level_with_it_too():
    text = "Peru has a strategic partnership with Chile, and so have Brazil, Mexico and Cuba."
    assert told(text).keys() == {"CL-PE", "BR-CL", "CL-MX", "CL-CU"}


@pytest.mark.parametrize(("more", "found"), [("", {}), (" in 2014", {"CL-MX": "2014"})])
def test_the_same_title_counts_for_another_state_where_it_has_its_own_date(more, found):
    text = f"Chile has been a strategic partner of Peru since 2012. Mexico got the same title{more}."
    assert told(text).get("CL-MX") == found.get("CL-MX")
    assert told(text)["CL-PE"] == "2012"


@pytest.mark.parametrize("sign", ["'", "\u2019"])
def test_a_state_that_only_tells_of_the_partner_before_it_has_no_level(sign):
    assert told(f"Peru has had a strategic partnership with Chile, Cuba{sign}s rival to the south, since 2018.") == {"CL-PE": "2018"}
    assert told(f"Peru has a strategic partnership with Chile, Cuba{sign}s rival, and with Brazil.").keys() == {"CL-PE"}


def test_a_date_may_stand_before_the_further_partner():
    text = "Peru has had a strategic partnership with Chile since 2015 and, since 2018, with Brazil."
    assert told(text) == {"CL-PE": "2015", "BR-PE": "2018"}
