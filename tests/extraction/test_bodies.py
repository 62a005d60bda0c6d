import pytest

from .reports import events, mechanisms, read


def _told(lang, text, published="2026-03-05"):
    return [(one.type, ",".join(one.parties), one.stance.realis) for one in events(lang, text, published)]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "The five Central Asian leaders met in Baku on 3 March 2026.", "KG,KZ,TJ,TM,UZ"),
        ("en", "The Kenya-Central Asia summit was held in Nairobi on 3 March 2026.", "KE,KG,KZ,TJ,TM,UZ"),
        (
            "en",
            "Leaders of the Gulf Cooperation Council and the five Central Asian states met in Rome on 3 March 2026.",
            "GCC,KG,KZ,TJ,TM,UZ",
        ),
        ("ms", "Sidang Kemuncak Kenya-Asia Tengah berlangsung di Nairobi pada 3 Mac 2026.", "KE,KG,KZ,TJ,TM,UZ"),
    ],
)
def test_a_region_stands_for_its_members(lang, text, expected):
    assert [who for _, who, _ in _told(lang, text)] == [expected]


def test_the_bare_name_of_a_region_tells_where():
    assert _told("en", "The presidents of Kenya and Fiji held talks on Central Asia on 3 March 2026.") == [("talks", "FJ,KE", "asserted")]


def test_an_organisation_stands_for_its_members_at_its_gathering():
    text = "Perdana Menteri Malaysia menghadiri Sidang Kemuncak ASEAN di Cebu pada 3 Mac 2026."
    assert _told("ms", text) == [("summit", "ASEAN", "asserted")]


def test_an_organisation_that_gives_the_occasion_takes_no_part():
    text = "The presidents of Kenya and Fiji met on the sidelines of the G20 summit on 3 March 2026."
    assert ("meeting", "FJ,KE", "asserted") in _told("en", text)


def test_three_told_together_are_the_three():
    text = "The foreign ministers of Peru, Chile and Colombia met in Lima on 3 March 2026. The three countries issued a joint statement."
    assert _told("en", text)[-1] == ("joint_statement", "CL,CO,PE", "asserted")


def test_the_name_of_an_organisation_is_no_mechanism():
    assert mechanisms("en", "Qatar and Oman praised the Gulf Cooperation Council on 3 March 2026.") == []


def test_a_region_is_no_mention_of_an_actor():
    found = read("en", "The five Central Asian leaders met Kenya's president in Baku on 3 March 2026.")
    assert all("Central Asia" not in one for one in found.parties)
