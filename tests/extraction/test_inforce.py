"""Levels that are not in force, and what the words around a title say of when it began."""

import pytest

from .reports import edtf, events, levels, refusals

STRATEGIC = "strategic partnership"
COMPREHENSIVE = "comprehensive partnership"
HIGHEST = "comprehensive strategic partnership"
PAIR = "Kenya and Peru held talks in Lima on 3 May 2021. "
CAP = "Ngày 3/5/2021, Kenya và Peru hội đàm tại Lima. "

NOT_HELD = [
    ("en", "Kenya proposed a strategic partnership to Peru.", "not_in_force"),
    ("en", "Kenya wants to become a strategic partner of Peru.", "not_in_force"),
    ("en", "Experts in Peru see much talk in Kenya of a comprehensive partnership.", "unless"),
    ("en", "Kenya and Peru discussed strategic partnership.", "not_in_force"),
    ("en", "Between Kenya and Peru a strategic partnership is under discussion.", "not_in_force"),
    ("en", "Kenya and Peru adopted the Roadmap for the Strategic Partnership.", "part_of_a_name"),
    ("en", "Kenya and Peru welcomed a strategic partnership agreement.", "part_of_a_name"),
    ("vi", "Kenya cùng Peru công bố liên minh AUKUS.", "part_of_a_name"),
    ("vi", "Kenya muốn trở thành đối tác chiến lược của Peru.", "unless"),
    ("vi", "Kenya và Peru thông qua Kế hoạch hành động triển khai quan hệ Đối tác chiến lược.", "part_of_a_name"),
]


@pytest.mark.parametrize(("lang", "text", "reason"), NOT_HELD)
def test_a_level_only_wished_for_or_in_a_name_is_none(lang, text, reason):
    report = (PAIR if lang == "en" else CAP) + text
    assert levels(lang, report) == []
    assert reason in {why for why, _ in refusals(lang, report, of="level")}


HELD = [
    ("en", PAIR + "Kenya hopes to deepen the strategic partnership with Peru.", [(STRATEGIC, None)]),
    ("en", PAIR + "Kenya and Peru discussed trade and on 3 May 2021 raised ties to a strategic partnership.", [(STRATEGIC, "2021-05-03")]),
    ("en", PAIR + "On 9 May 2020 Kenya and Peru became strategic partners.", [(STRATEGIC, "2020-05-09")]),
    ("en", PAIR + "Kenya and Peru signed a joint declaration on a strategic partnership.", [(STRATEGIC, "2021-05-03")]),
    (
        "en",
        PAIR + "Kenya and Peru raised ties from a comprehensive partnership to a strategic partnership on 3 May 2021.",
        [(COMPREHENSIVE, None), (STRATEGIC, "2021-05-03")],
    ),
    (
        "en",
        PAIR + "Ties between Kenya and Peru were raised to a strategic partnership when a president came to Lima in June 2016.",
        [(STRATEGIC, "2016-06")],
    ),
    ("en", PAIR + "In 2021 Kenya and Peru marked ten years of the strategic partnership.", [(STRATEGIC, None)]),
    ("en", PAIR + "Kenya and Peru are strategic partners. The partnership was proclaimed in 2015.", [(STRATEGIC, "2015")]),
    ("en", PAIR + "Kenya raised its ties with Peru to an alliance in June 2016.", [("alliance", "2016-06")]),
    ("en", PAIR + "Peru is a close ally and friend of Kenya.", []),
    (
        "vi",
        CAP + "Năm 2015, quan hệ được nâng lên đối tác chiến lược và năm 2019 lên đối tác chiến lược toàn diện.",
        [(HIGHEST, "2019"), (STRATEGIC, "2015")],
    ),
]


@pytest.mark.parametrize(("lang", "text", "told"), HELD)
def test_a_level_in_force_has_the_day_that_is_its_own(lang, text, told):
    found = sorted((level.level, edtf(level.since)) for level in levels(lang, text))
    assert found == sorted(told, key=lambda one: one[0])


def test_a_visit_told_behind_since_has_the_date_behind_it():
    first = "Kenyan President Ana Ruiz met Peruvian President Juan Soto on 3 May 2021. "
    text = first + "It was the first trip since Ana Ruiz travelled to Lima in May 2016."
    assert [edtf(event.when) for event in events("en", text) if event.type == "visit"] == ["2016-05"]
