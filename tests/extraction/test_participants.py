import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foedera.extraction.companions import several
from foedera.extraction.participants import enough, participants
from foedera.extraction.travels import travelled

from .reports import events


@pytest.fixture(scope="module")
def taking_part(heard):
    """Who takes part in the talks (or the like) of a text, as (codes, reason of the inference or None)."""

    def made(text, lang="en", *, many=False, **options):
        context, match = heard(text, lang, **options)
        found = participants(context, match, many=many)
        return ",".join(found.codes), next((because.reason for because in found.inferred), None)

    return made


@pytest.mark.parametrize(
    ("lang", "text", "codes"),
    [
        ("en", "Fiji and Norway held talks.", "FJ,NO"),
        ("en", "Fijian President Pablo Soto and Norwegian Foreign Minister Anna Berg held talks in Peru.", "FJ,NO"),
        ("en", "Fijian President Pablo Soto held talks with Norway.", "FJ,NO"),
        ("en", "Fijian President Pablo Soto held talks over Norwegian wine.", "FJ,NO"),
        ("en", "Fiji held talks in Norway.", "FJ,NO"),
        ("en", "Tokyo and Oslo held talks.", "JP,NO"),
        ("en", "It rained, while Peru held talks, while Norwegian President Carl Holm slept.", "NO,PE"),
        ("en", "It rained, while Peru held talks, while Norway slept.", "NO,PE"),
        ("vi", "Lào và Na Uy hội đàm.", "LA,NO"),
        ("vi", "Thủ tướng Lào Khamla Phommasak hội đàm với Tổng thống Peru Pablo Soto.", "LA,PE"),
        ("ms", "Peru dan Kenya mengadakan rundingan.", "KE,PE"),
    ],
)
def test_the_two_sides_are_read_in_the_sentence(taking_part, lang, text, codes):
    assert taking_part(text, lang) == (codes, None)


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "Fiji met Norway. The two sides held talks.", ("FJ,NO", "the_two_sides")),
        ("vi", "Lào gặp Na Uy. Hai bên hội đàm.", ("LA,NO", "the_two_sides")),
        ("ms", "Peru bertemu Kenya. Kedua-dua pihak mengadakan rundingan.", ("KE,PE", "the_two_sides")),
        ("en", "Fiji saw Norway. It was there that Fiji held talks.", ("FJ,NO", "the_articles_pair")),
        ("en", "Fiji saw Norway. All held talks.", ("FJ,NO", "the_articles_pair")),
        ("en", "Fiji held talks.", ("FJ", None)),
        ("en", "All held talks.", ("", "the_articles_pair")),
    ],
)
def test_whom_the_sentence_does_not_name_is_inferred(taking_part, lang, text, expected):
    assert taking_part(text, lang) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fiji saw Norway. After the two sides cheered, Peru held talks with Chile.", ("CL,PE", None)),
        ("Fiji saw Norway, and Norway saw Fiji. Peru, Chile and the rest watched; the two sides held talks.", ("FJ,NO", "the_two_sides")),
    ],
)
def test_names_on_both_sides_of_a_match_count_more_than_a_group(taking_part, text, expected):
    assert taking_part(text) == expected


@pytest.mark.parametrize(
    ("lang", "text", "codes"),
    [
        ("en", "Fiji, Norway and Peru held talks.", "FJ,NO,PE"),
        ("en", "Fiji, Norway, Peru and the EU held talks.", "FJ,NO,PE"),
        ("en", "Fiji, Norway and the EU held talks.", "FJ,NO"),
        ("en", "Fiji's President Pablo Soto, Norway's President Carl Holm and Peru's President Luis Rojas held talks.", "FJ,NO,PE"),
        ("en", "Fiji and Nauru held talks with Norway, Peru and Chile.", "CL,FJ,NO,NR,PE"),
        ("vi", "Lào, Na Uy và Peru hội đàm.", "LA,NO,PE"),
        ("ms", "Peru, Kenya dan Norway mengadakan rundingan.", "KE,NO,PE"),
    ],
)
def test_a_list_that_stands_together_is_taken_whole(taking_part, lang, text, codes):
    assert taking_part(text, lang) == (codes, None)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Fiji waved. Norway waved. Fiji and Norway, before Peru could speak, held talks.", "FJ,NO"),
        ("Chile saw Japan and Chile saw Japan. Peru heard how Fiji, for once, held talks about Norway.", "FJ,NO"),
        ("Fijian President Pablo Soto, whom Peru saw, held talks with Norway.", "FJ,NO"),
        ("Fiji's President Pablo Soto saw Norway's President Carl Holm as Peru's President Luis Rojas held talks. Peru, Fiji.", "FJ,PE"),
    ],
)
def test_of_several_the_articles_pair_counts_or_who_stands_nearest(taking_part, text, codes):
    assert taking_part(text)[0] == codes


@pytest.mark.parametrize(
    ("text", "codes", "reason"),
    [
        (
            "Peru, Norway, Peru and Peru. Fijian President Pablo Soto came. Then he held talks with Norway.",
            "FJ,NO",
            "the_sentence_before",
        ),
        ("Peru, Norway, Peru and Peru. Fijian President Pablo Soto came. Then all held talks with Norway.", "NO,PE", "the_articles_pair"),
        ("Peru, Norway, Peru and Peru. Then he held talks with Norway.", "NO,PE", "the_articles_pair"),
    ],
)
def test_a_pronoun_before_the_verb_means_the_person_of_the_sentence_before(taking_part, text, codes, reason):
    assert taking_part(text) == (codes, reason)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Fiji upgraded ties with Norway after Peru, Chile and Kenya.", "FJ,NO"),
        ("Fiji, after Peru, Chile and Kenya, upgraded ties with Norway.", "FJ,NO"),
        ("Peru, Chile and Kenya upgraded ties.", "CL,KE,PE"),
    ],
)
def test_a_list_beside_the_two_who_raise_a_level_names_others_that_have_it(taking_part, text, codes):
    assert taking_part(text, kind="upgrade")[0] == codes


@pytest.mark.parametrize(
    "text",
    [
        "Fiji and Norway waved. The two sides cheered, while Peru held talks.",
        "Fiji and Norway waved, while Peru held talks.",
        "Fiji and Norway waved. The two sides cheered, while Peruvian President Luis Rojas held talks.",
    ],
)
def test_whom_the_clause_itself_names_takes_part(taking_part, text):
    assert "PE" in taking_part(text)[0].split(",")


@pytest.mark.parametrize(
    ("text", "codes"),
    [("Fiji and Norway held talks with Peru.", "FJ,NO"), ("Fiji held talks with Peru.", "FJ,PE")],
)
def test_a_rule_may_look_for_the_parties_before_its_words_first(taking_part, text, codes):
    assert taking_part(text, parties="subject") == (codes, None)


@pytest.mark.parametrize(
    ("text", "every", "own"),
    [
        ("Fiji, Norway and Peru held talks.", ("FJ,NO,PE", None), ("FJ,NO,PE", None)),
        ("Fiji saw Norway. The two sides held talks with Peru.", ("FJ,NO,PE", None), ("FJ,NO,PE", None)),
        ("Fiji saw Norway. The two sides held talks.", ("FJ,NO", None), ("FJ,NO", None)),
        ("Fiji and Norway, or the two sides, held talks.", ("FJ,NO", None), ("FJ,NO", None)),
        ("Fiji held talks in Norway.", ("FJ,NO", None), ("FJ,NO", None)),
        ("Fiji held talks. Norway slept.", ("FJ,NO", "the_articles_pair"), ("FJ", None)),
        ("Fiji held talks.", ("FJ", None), ("FJ", None)),
        ("All held talks.", ("", None), ("", None)),
        ("It rained, while all held talks, while Peru and Chile slept.", ("CL,PE", None), ("CL,PE", None)),
    ],
)
def test_a_rule_may_take_every_actor_and_only_some_rules_infer_the_pair(taking_part, text, every, own):
    assert taking_part(text, parties="all") == every
    assert taking_part(text, parties="own") == own
    assert taking_part(text, many=True) == own


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Fiji and Norway held a summit.", "FJ,NO"),
        ("ASEAN held a summit.", "ASEAN"),
        ("ASEAN-Norway leaders held a summit.", "ASEAN,NO"),
        ("Norway – ASEAN leaders held a summit.", "ASEAN,NO"),
        ("ASEAN and Norway held a summit.", "ASEAN,NO"),
        ("Leaders of the nations of Southeast Asia (ASEAN)-Norway held a summit.", "ASEAN,NO"),
        ("ASEAN leaders, with Norway, held a summit.", "ASEAN"),
        ("The EU was far away from it all, they said, when Fiji held a summit.", "FJ"),
    ],
)
def test_a_summit_beside_an_organisation_is_its_own(taking_part, text, codes):
    assert taking_part(text, kind="summit", many=True) == (codes, None)


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "Fijian President Pablo Soto held talks with Norway, Peru and Chile.", ["FJ,NO", "FJ,PE", "CL,FJ"]),
        ("en", "Fiji held talks with Norway and Peru.", ["FJ,NO", "FJ,PE"]),
        ("en", "Fiji held talks with Norway and men from Peru.", []),
        ("en", "Fiji held talks with Norway.", []),
        ("en", "Fiji held talks with Fiji and Norway.", []),
        ("en", "Fiji and Nauru held talks with Norway and Peru.", []),
        ("en", "All held talks with Norway and Peru.", []),
        ("en", "Fiji held talks with men and women and boys and girls of Norway and Peru.", []),
        ("vi", "Lào hội đàm với Na Uy và Peru.", ["LA,NO", "LA,PE"]),
        ("ms", "Kenya mengadakan rundingan dengan Peru dan Norway.", ["KE,PE", "KE,NO"]),
    ],
)
def test_one_subject_meets_each_of_a_list_in_turn(heard, lang, text, expected):
    context, match = heard(text, lang)
    assert [",".join(pair.codes) for pair in several(context, match)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fijian President Pablo Soto held talks with the president of Norway and the president of Peru.", ["FJ,NO", "FJ,PE"]),
        ("Fijian President Pablo Soto held talks with the president of Norway in Peru.", []),
    ],
)
def test_the_first_of_a_list_may_stand_within_the_match(heard, text, expected):
    context, match = heard(text, say=("held talks with the {office}",))
    assert [",".join(pair.codes) for pair in several(context, match)] == expected


@pytest.mark.parametrize(
    ("text", "goal", "expected"),
    [
        ("Fijian President Pablo Soto visited the sea of Peru.", "PE", ("FJ,PE", None)),
        ("Fiji's top man visited the sea of Peru.", "PE", ("FJ,PE", None)),
        ("Peruvian wine flowed as Norwegian President Carl Holm visited.", "PE", ("NO,PE", None)),
        ("Fijian President Pablo Soto spoke. Then he visited the sea of Peru.", "PE", ("FJ,PE", "the_sentence_before")),
        ("All visited the sea of Peru.", "PE", None),
        ("Fijian President Pablo Soto visited the sea.", None, None),
    ],
)
def test_a_visit_is_of_the_visitors_state_and_the_one_it_goes_to(heard, text, goal, expected):
    context, match = heard(text, kind="visit")
    found = travelled(context, match, goal)
    assert (found and (",".join(found.codes), next((because.reason for because in found.inferred), None))) == expected


def test_the_spans_are_where_the_parties_were_read(heard):
    context, match = heard("Fijian President Pablo Soto held talks with Norway.")
    found = participants(context, match)
    assert [context.draft.text[span.start : span.end] for span in found.spans] == ["Fijian President Pablo Soto", "Norway"]


@pytest.mark.parametrize(
    ("codes", "least", "expected"),
    [
        (("FJ", "NO"), 2, True),
        (("FJ",), 2, False),
        ((), 2, False),
        (("FJ",), 1, True),
        (("FJ", "NO"), 3, False),
        (("FJ", "NO", "PE"), 3, True),
        (("EU", "FJ"), 3, True),
        (("EU",), 3, True),
        (("EU",), 1, True),
    ],
)
def test_there_are_enough_parties_or_an_organisation_among_them(context_of, codes, least, expected):
    assert enough(context_of("It rained."), codes, least) is expected


WORDS = (
    "Fiji",
    "Norway",
    "Peruvian",
    "Chile",
    "the EU",
    "Fijian President Pablo Soto",
    "Soto",
    "both sides",
    "he",
    "and",
    ",",
    ";",
    "in",
    "while",
)
phrase = st.lists(st.sampled_from(WORDS), max_size=7).map(" ".join)


texts = st.builds("{}. Then {} held talks {}.".format, phrase, phrase, phrase)


@settings(deadline=None)
@given(texts, st.sampled_from(["both", "subject", "all", "own"]))
def test_parties_are_sorted_once_each_and_actors_of_the_article(heard, text, parties):
    context, match = heard(text, parties=parties)
    named = {hit.value for hit in context.draft.hits.of("actor")} | {person.country for person in context.people}
    for found in (participants(context, match), participants(context, match, many=True), *several(context, match)):
        assert found.codes == tuple(sorted(set(found.codes)))
        assert set(found.codes) <= named
        assert len(set(found.spans)) == len(found.spans)
        assert all(match.sentence.span.holds(span) for span in found.spans)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Presiden RI bertemu Presiden Fiji. Rombongan melanjutkan perjalanan ke Peru, kata Presiden RI.", [("ID", "PE")]),
        ("Presiden Norwegia bertemu Presiden Fiji. Rombongan melanjutkan perjalanan ke Peru, kata Presiden Fiji.", []),
    ],
)
def test_who_goes_on_to_a_further_state_is_of_the_home_of_the_press(text, expected):
    made = [event.parties for event in events("id", text) if event.type == "visit"]
    assert [parties for parties in made if parties == ("ID", "PE")] == expected


def test_a_meeting_at_home_concerns_no_other_state():
    visit = "Norwegian Foreign Minister Anna Berg left for Lima."
    text = f"{visit} Berg had met Prime Minister Kari Dahl of Norway before she flew to Peru."
    assert "meeting" not in {one.type for one in events("en", text, "2031-05-06")}


def test_companions_from_a_region_do_not_hide_who_met_several():
    met = "meet Peru's President Juan Soto and Chile's President Luis Vega in May 2031."
    text = f"Finnish Minister Anna Korhonen will, with her Nordic colleagues, {met}"
    assert {one.parties for one in events("en", text, "2031-05-01")} == {("FI", "PE"), ("CL", "FI")}


def test_the_ministers_of_an_article_about_three_are_the_three_told_last():
    text = "The foreign ministers of Greece, Cyprus and Egypt met in Nicosia on 3 May 2031. All three countries trade."
    text += " The ministers met in Cairo in 2029."
    assert events("en", text, "2031-05-06")[-1].parties == ("CY", "EG", "GR")
