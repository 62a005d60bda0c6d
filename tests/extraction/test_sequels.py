"""Further partners to whom the rest of a sentence gives a level, each with its own date."""

import pytest

from .reports import edtf, levels


def told(text):
    return {f"{'-'.join(fact.parties)} {edtf(fact.since)}" for fact in levels("en", text, "2031-05-29")}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kenya raised ties with Peru to a strategic partnership in 2012, with Fiji in 2014.", "KE-PE 2012|FJ-KE 2014"),
        ("Kenya concluded strategic partnership treaties with Fiji in 2008 and with Norway in 2009.", "FJ-KE 2008|KE-NO 2009"),
        ("Peru became a strategic partner of Kenya in 2011, followed by Fiji and Chile in 2013.", "KE-PE 2011|FJ-KE 2013|CL-KE 2013"),
        ("Peru became a strategic partner of Kenya in 2011; Fiji followed in 2013.", "KE-PE 2011|FJ-KE 2013"),
        ("Peru became a strategic partner of Kenya in 2011, and Fiji sent an envoy in 2013.", "KE-PE 2011"),
        ("Peru became a strategic partner of Kenya in 2011, and in 2013 Peru sent an envoy.", "KE-PE 2011"),
    ],
)  # fmt: skip
def test_each_further_partner_has_the_level_with_the_same_state(text, found):
    assert told(text) == set(found.split("|"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kenya and Peru agreed a strategic partnership in 2010; in 2022 it became a special partnership.", {"KE-PE 2010", "KE-PE 2022"}),
        ("Kenya and Peru are celebrating the 15th anniversary of their strategic partnership this year.", {"KE-PE None"}),
        ("The strategic partnership that Kenya and Peru forged in 2013 has brought trade.", {"KE-PE 2013"}),
        ("Kenya and Peru signed the Strategic Partnership Agreement on 30 October 2016.", {"KE-PE 2016-10-30"}),
        ("Kenya and Peru ended their strategic partnership in 2019.", set()),
    ],
)  # fmt: skip
def test_the_beginning_of_a_level_has_its_own_date(text, found):
    assert told(text) == found


def test_what_is_open_behind_the_title_told_before_does_not_touch_the_same_title_of_another():
    text = (
        "Kenya and Peru rose to a strategic partnership in 2019. It remains the only one. Fiji got the same title in 2015, Chile in 2017."
    )
    assert {"FJ-KE 2015", "CL-KE 2017"} <= told(text)


def test_the_minister_who_says_it_is_no_partner_of_a_list():
    met = "Foreign Ministers Juma Okoth of Kenya and Kari Dahl of Norway met."
    text = f"{met} Fiji and Peru are strategic partners of Kenya, the foreign minister said."
    assert told(text) == {"FJ-KE None", "KE-PE None"}


def test_the_second_of_two_levels_has_its_own_day():
    text = "Kenya and Peru elevated the strategic partnership of 2015 to a special partnership in September 2024."
    assert "KE-PE 2024-09" in told(text)
