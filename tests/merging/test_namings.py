import pytest

from foedera.merging.namings import bare_offices, namings, with_more
from foedera.merging.people import people

KANJI, KANA = "\u5cb8\u7530\u6587\u96c4", "\u30c8\u30a5\u30aa\u30f3"
ISHIBA = "\u77f3\u7834\u8302"
XI_VIETNAMESE = "T\u1eadp C\u1eadn B\u00ecnh"


def persons(nouns, *sights, langs=None):
    """The sets of names that are one person each; a sight is (name, office, state, day)."""
    facts = [nouns.tenure(name, office, country, document=f"d{at}") for at, (name, office, country, _) in enumerate(sights)]
    reports = {f"d{at}": nouns.report(f"d{at}", day, lang=(langs or {}).get(at, "en")) for at, (*_, day) in enumerate(sights)}
    found = people(facts, reports, nouns.LAND)
    assert people(facts[::-1], reports, nouns.LAND) == found
    return {frozenset(one.names) for one in found}


def prime(name, day, country="JP", office="prime minister"):
    return (name, office, country, day)


def test_one_office_has_one_holder_at_a_time_in_whatever_script(nouns):
    found = persons(nouns, prime(KANJI, "2023-11-28"), prime("Fumio Kishida", "2023-11-27"))
    assert found == {frozenset({KANJI, "Fumio Kishida"})}


def test_a_sight_nearer_to_another_holder_keeps_names_apart(nouns):
    found = persons(nouns, prime(KANJI, "2023-11-28"), prime("Fumio Kishida", "2023-11-27"), prime("Shigeru Ishiba", "2024-11-15"))
    assert found == {frozenset({KANJI, "Fumio Kishida"}), frozenset({"Shigeru Ishiba"})}
    found = persons(nouns, prime(ISHIBA, "2024-11-28"), prime("Fumio Kishida", "2023-11-27"), prime("Shigeru Ishiba", "2024-11-15"))
    assert found == {frozenset({ISHIBA, "Shigeru Ishiba"}), frozenset({"Fumio Kishida"})}


def test_sights_years_apart_tell_nothing(nouns):
    assert len(persons(nouns, prime(KANJI, "2014-03-18"), prime("Fumio Kishida", "2023-11-27"))) == 2


def test_an_office_with_many_holders_makes_nobody_one_across_ideographs(nouns):
    sights = [prime(KANJI, "2023-11-28", office="ambassador"), prime("Fumio Kishida", "2023-11-28", office="ambassador")]
    assert len(persons(nouns, *sights)) == 2


def test_a_name_in_kana_tells_its_sound(nouns):
    president = {"country": "VN", "office": "president"}
    found = persons(nouns, prime(KANA, "2023-11-28", **president), prime("Vo Van Thuong", "2021-01-01", **president))
    assert found == {frozenset({KANA, "Vo Van Thuong"})}
    sights = [prime(KANA, "2023-11-28", **president), prime("To Lam", "2023-11-28", **president)]
    assert len(persons(nouns, *sights)) == 2


def test_two_presidents_of_one_script_are_two(nouns):
    president = {"country": "VN", "office": "president"}
    assert len(persons(nouns, prime("Vo Van Thuong", "2023-11-27", **president), prime("To Lam", "2023-11-28", **president))) == 2


def test_two_of_one_writing_are_never_joined_through_a_third(nouns):
    found = persons(nouns, prime(KANJI, "2023-11-28"), prime("Fumio Kishida", "2023-11-28"), prime("Shigeru Ishiba", "2023-11-28"))
    assert not any({"Fumio Kishida", "Shigeru Ishiba"} <= names for names in found)


def test_the_vietnamese_reading_of_a_chinese_name_is_that_person(nouns):
    sights = [("Xi Jinping", "president", "CN", "2023-12-12"), (XI_VIETNAMESE, "president", "CN", "2023-12-13")]
    assert persons(nouns, *sights, langs={1: "vi"}) == {frozenset({"Xi Jinping", XI_VIETNAMESE})}
    assert len(persons(nouns, *sights)) == 2


@pytest.mark.parametrize(
    ("name", "other", "one"),
    [
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy", True),
        ("Nguyen Minh Vu", "Nguyen Minh Hang", False),
        ("Nguyen Minh Vu", "Nguyen Thi Hang", False),
        ("Zelensky", "Zelenskyy", False),
        ("Ali Omar", "Aly Omar", False),
        ("Fumio Kishida", "Kishida Fumio", True),
        ("Fumio Kishida", "Kishida", True),
        ("Fumio Kishida", "Taro Kono", False),
    ],
)
def test_a_name_may_be_spelled_in_two_ways_where_the_rest_agrees(nouns, name, other, one):
    found = persons(nouns, prime(name, "2023-11-27", "UA"), prime(other, "2023-11-28", "UA"))
    assert (len(found) == 1) is one


def test_former_and_coming_holders_are_not_seen_in_office(nouns):
    facts = [nouns.tenure("Fumio Kishida", office) for office in ("former prime minister", "acting foreign minister; prime minister-elect")]
    (one,) = namings(facts, {"d1": nouns.report("d1", "2023-11-28")}, nouns.LAND)
    assert one.offices == ("foreign minister", "prime minister")
    assert one.seen == (("foreign minister", ("2023-11",)),)


def test_a_sight_without_a_known_year_dates_nothing(nouns):
    (one,) = namings([nouns.tenure("Fumio Kishida")], {"d1": nouns.report("d1", "XXXX-11-28")}, nouns.LAND)
    assert (one.state, one.words, one.seen) == ("JP", frozenset({"fumio", "kishida"}), ())


def test_what_passes_is_no_other_office():
    assert bare_offices("former president; acting prime minister; mayor-elect") == {"president", "prime minister", "mayor"}


def test_a_full_name_without_a_state_is_the_only_namesake_of_any_state(nouns):
    alone = ("Fumio Kishida", "prime minister", None, "2023-11-28")
    assert persons(nouns, prime("Fumio Kishida", "2023-11-27"), alone) == {frozenset({"Fumio Kishida"})}
    two = [prime("Fumio Kishida", "2023-11-27"), prime("Fumio Kishida", "2023-11-27", "BR"), alone]
    facts = [nouns.tenure(name, office, country, document=f"d{at}") for at, (name, office, country, _) in enumerate(two)]
    reports = {fact.document: nouns.report(fact.document, "2023-11-28") for fact in facts}
    assert [one.country for one in people(facts, reports, nouns.LAND)] == [None, "BR", "JP"]


def test_namings_of_which_more_is_told_are_those_of_all_that_is_told(nouns):
    days = {"d1": "2021-10-04", "d2": "2023-11-27", "d3": "2024-10-01", "d4": None}
    reports = {name: nouns.report(name, day) for name, day in days.items()}
    told = [("Fumio Kishida", "prime minister"), ("Kishida Fumio", "prime minister"), ("Fumio Kishida", "foreign minister")]
    facts = [nouns.tenure(name, office, document=document) for document, (name, office) in zip(days, told, strict=False)]
    facts.append(nouns.tenure("\u5cb8\u7530\u6587\u96c4", document="d4"))
    for cut in range(len(facts) + 1):
        before, more = (namings(some, reports, nouns.LAND) for some in (facts[:cut], facts[cut:]))
        assert with_more(before, more) == namings(facts, reports, nouns.LAND)
