import pytest

import foedera
from foedera.extraction import bodies

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


def test_a_list_that_goes_on_is_one_group_and_members_meet_as_their_organisation(context_of):
    draft = context_of("Peru, Chile, Colombia and Fiji met.").draft
    told = [(0, 4, ("PE",)), (6, 11, ("CL",)), (13, 21, ("CO",)), (26, 30, ("FJ",))]
    assert [group.codes for group in bodies.groups(draft, told)] == [("CL", "CO", "FJ", "PE")]
    assert bodies.hosted(("ASEAN", "MY"), draft.register) == ("ASEAN",)
    assert bodies.hosted(("ASEAN", "FJ"), draft.register) == ("ASEAN", "FJ")


def test_a_region_is_none_of_the_actors_that_are_mentioned():
    found = foedera.mentions("The five Central Asian leaders met Kenya's president in Baku.", lang="en")
    assert [one.value for one in found if one.kind == "actor"] == ["KE"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("id", "Presiden Kenya William Ruto berpidato di parlemen. Ia mengunjungi Fiji pada 3 Maret 2026."),
        ("vi", "Tổng thống Kenya William Ruto phát biểu. Ông thăm Fiji ngày 3/3/2026."),
        ("ms", "Presiden Kenya William Ruto berucap. Beliau melawat Fiji pada 3 Mac 2026."),
    ],
)
def test_a_pronoun_visits_as_the_person_of_the_sentence_before(lang, text):
    (visit,) = events(lang, text, "2026-03-05")
    assert (visit.type, visit.parties, [one.reason for one in visit.inferred]) == ("visit", ("FJ", "KE"), ["the_sentence_before"])


def test_who_speaks_to_whom_takes_part_in_japanese():
    text = "ケニアのルト大統領から、フィジーは重要だとの発言があり、会談した。"
    assert _told("ja", text) == [("talks", "FJ,KE", "asserted")]


@pytest.mark.parametrize(("end", "expected"), [("", True), ("。", False), ("（要旨）", False), ("を読んだ。", False)])
def test_a_title_within_a_sentence_is_no_heading(end, expected):
    met = "ガーナとペルーの外相は3月2日、リマで会談した。"
    found = _told("ja", f"海洋協力に関するガーナとペルーの共同声明{end}\n\n{met}")
    assert ("joint_statement" in [kind for kind, _, _ in found]) is expected
