import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foedera.extraction.contexts import states_of

from .reports import events


@pytest.fixture(scope="module")
def parties(context_of):
    """Who is named in a text, as (words, codes, weight)."""

    def made(text, lang="en", kind=None):
        context = context_of(text, lang)
        found = context.parties(0, len(context.draft.text))
        return [
            (context.draft.text[party.start : party.end], ",".join(party.codes), party.weight)
            for party in found
            if kind in {None, party.kind}
        ]

    return made


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fiji met Norway. Norway spoke.", ("NO", "FJ")),
        ("Fiji and Norway\n\nNorway and Peru spoke, said Peru.", ("NO", "PE", "FJ")),
        ("The EU and Fiji met.", ("FJ", "EU")),
        ("Norwegian Foreign Minister Anna Berg saw Peru. Berg slept, Peru did not. Fiji watched.", ("NO", "PE", "FJ")),
        ("Norway spoke well of it and was glad of it all, said Fiji in Norway.\n\nSource: Peru, Peru, Peru", ("NO", "FJ")),
        ("It rained.", ()),
        ("Source: Peru", ("PE",)),
    ],
)
def test_the_main_actors_are_those_named_most_and_in_front(context_of, text, expected):
    assert context_of(text).main == expected


def test_the_title_counts_more_than_the_lead_and_the_lead_more_than_the_rest(context_of):
    rest = "It was a long day for all. It rained on them. "
    text = f"Norway waits\n\nPeru was silent about it all, they said. {rest}Fiji spoke of it.\n\nNow all of them slept."
    assert context_of(text).main == ("NO", "PE", "FJ")


@pytest.mark.parametrize(
    ("text", "pair"),
    [("Norway, Norway and Fiji met. Peru saw Norway and Fiji.", ("FJ", "NO")), ("Norway spoke.", ("NO",)), ("It rained.", ())],
)
def test_the_pair_are_the_two_main_actors_by_code(context_of, text, pair):
    assert context_of(text).pair == pair


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thủ tướng Trần Văn Bình vẫy tay. Thủ tướng vẫy tay.", ("Thủ tướng", "VN")),
        ("Thủ tướng Lào Khamla Phommasak vẫy tay. Thủ tướng vẫy tay.", ("Thủ tướng", "LA")),
        ("Việt Nam và Lào vẫy tay. Thủ tướng vẫy tay.", ("Thủ tướng", "VN")),
        ("Peru và Lào vẫy tay. Thủ tướng vẫy tay.", None),
        ("Việt Nam và Lào vẫy tay. Bộ trưởng Ngoại giao vẫy tay.", None),
        ("Việt Nam và Lào vẫy tay. Thủ tướng Khamla vẫy tay.", None),
        ("Bộ trưởng Ngoại giao Việt Nam Trần Văn Bình vẫy tay cùng người đồng cấp nước chủ nhà.", None),
    ],
)
def test_a_bare_office_is_its_holders_and_that_of_a_head_without_one_the_homes(parties, text, expected):
    found = [(words, codes) for words, codes, _ in parties(text, "vi") if words in {"Thủ tướng", "Bộ trưởng Ngoại giao"}]
    assert (found[-1] if found else None) == expected


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "Fiji waved.", [("Fiji", "FJ", 1)]),
        ("en", "They waved in Fiji.", [("Fiji", "FJ", 3)]),
        ("en", "Tokyo agreed with Suva's plan.", [("Tokyo", "JP", 2), ("Suva'", "FJ", 2)]),
        ("en", "Peruvian wine was served.", [("Peruvian", "PE", 3)]),
        ("en", "The Peruvian president waved.", [("Peruvian", "PE", 1)]),
        ("en", "The Peruvian leader waved.", [("Peruvian", "PE", 1)]),
        ("en", "The Peruvian side waved.", [("Peruvian", "PE", 1)]),
        ("en", "Fiji's flag", [("Fiji'", "FJ", 1)]),
        ("vi", "Lào chào Na Uy.", [("Lào", "LA", 1), ("Na Uy", "NO", 1)]),
        ("ms", "Mereka berehat di Peru.", [("Peru", "PE", 3)]),
        ("en", "Chilean Ambassador to Peru Luis Rojas waved.", [("Chilean Ambassador to Peru Luis Rojas", "CL", 1), ("Peru", "PE", 3)]),
    ],
)
def test_an_actor_is_a_surer_party_by_name_than_as_a_place_or_an_adjective(parties, lang, text, expected):
    assert parties(text, lang) == expected


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        (
            "en",
            "Norwegian Foreign Minister Anna Berg met Fijian President Pablo Soto. Berg spoke.",
            ["Norwegian Foreign Minister Anna Berg NO", "Fijian President Pablo Soto FJ", "Berg NO"],
        ),
        ("en", "Foreign Minister Anna Berg spoke.", []),
        ("vi", "Thủ tướng Lào Khamla Phommasak đến. Ông Khamla nói.", ["Thủ tướng Lào Khamla Phommasak LA", "Khamla LA"]),
        ("ms", "Presiden Peru Pablo Soto tiba. Soto berucap.", ["Presiden Peru Pablo Soto PE", "Soto PE"]),
    ],
)
def test_a_person_is_a_party_for_his_state_wherever_named(parties, lang, text, expected):
    assert [f"{words} {code}" for words, code, _ in parties(text, lang, "person")] == expected
    assert len(parties(text, lang)) == len(expected)


@pytest.mark.parametrize(
    ("lang", "text", "group"),
    [
        ("en", "Fiji and Norway met. Both countries were glad.", ("Both countries", "FJ,NO", 1)),
        ("vi", "Lào và Na Uy hội đàm. Hai bên nhất trí.", ("Hai bên", "LA,NO", 1)),
        ("ms", "Peru dan Kenya bertemu. Kedua-dua negara bersetuju.", ("Kedua-dua negara", "KE,PE", 1)),
        ("en", "Fiji, Norway and Peru met. The three countries agreed.", ("The three countries", "FJ,NO,PE", 1)),
        ("vi", "Lào, Na Uy và Peru họp. Ba nước nhất trí.", ("Ba nước", "LA,NO,PE", 1)),
    ],
)
def test_a_group_stands_for_the_articles_actors(parties, lang, text, group):
    assert group in parties(text, lang, "group")


@pytest.mark.parametrize("text", ["It rained. The two sides agreed.", "Fiji met nobody. The two sides agreed."])
def test_a_group_of_fewer_than_two_is_no_party(parties, text):
    assert parties(text, kind="group") == []


MAIN = "Fiji and Norway met, said Fiji and Norway."


@pytest.mark.parametrize(
    ("paragraph", "codes"),
    [
        ("Peru and Chile met. Both countries agreed.", "CL,PE"),
        ("Peru and Norway met. Both countries agreed.", "NO,PE"),
        ("Peru sang. Both countries agreed.", "FJ,NO"),
        ("Both countries agreed. Peru and Chile met.", "FJ,NO"),
    ],
)
def test_two_others_whom_the_paragraph_names_so_far_are_the_group(parties, paragraph, codes):
    assert {codes for _, codes, _ in parties(f"{MAIN}\n\n{paragraph}", kind="group")} == {codes}


def test_outside_the_sentences_a_group_is_the_articles(context_of):
    context = context_of("Fiji and Norway met, and both of them were glad of it.\n\nSource: both sides")
    assert context.group_at(len(context.draft.text) - 3, 2) == ("FJ", "NO")


def test_only_the_parties_of_a_stretch_are_named(context_of):
    text = "Fiji met Norway. Peru slept."
    context = context_of(text)
    assert [party.codes for party in context.parties(text.index("Norway"), len(text))] == [("NO",), ("PE",)]
    assert context.parties(0, 3) == []


def test_states_are_told_from_organisations(draft_of):
    assert states_of(["ASEAN", "FJ", "EU", "NO"], draft_of("It rained.")) == ("FJ", "NO")


WORDS = (
    "Fiji",
    "Norwegian",
    "Peru",
    "Foreign Minister Anna Berg",
    "Berg",
    "both sides",
    "the three countries",
    "in",
    "met",
    ".",
    "\n\n",
    "'",
)


@settings(deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join))
def test_parties_stand_in_order_within_the_text_and_main_actors_come_once(context_of, text):
    context = context_of(f"Fiji met Norway. {text}")
    found = context.parties(0, len(context.draft.text))
    assert found
    assert [party.start for party in found] == sorted(party.start for party in found)
    assert all(0 <= party.start < party.end <= len(context.draft.text) and party.codes for party in found)
    assert len(set(context.main)) == len(context.main)
    assert context.pair == tuple(sorted(context.main[:2]))


def test_on_a_tour_the_two_sides_are_the_traveller_and_the_host_of_the_paragraph():
    text = (
        "South Korean President Moon Jae-in visits Thailand and Laos.\n\n"
        "In Bangkok Moon Jae-in of South Korea meets Thai Prime Minister Prayut Chan-o-cha. The two sides signed an accord in Thailand.\n\n"
        "In Laos Moon Jae-in of South Korea meets Lao President Bounnhang Vorachith. The two sides signed a loan agreement in Laos."
    )
    found = {event.parties for event in events("en", text) if event.type == "signing"}
    assert found == {("KR", "TH"), ("KR", "LA")}


@pytest.mark.parametrize(
    ("text", "main"),
    [
        ("Fiji met Norway in Hanoi. Fiji slept.", ("FJ", "NO")),
        ("Norwegian Minister Anna Berg flew from Hanoi to Fiji.", ("NO", "FJ")),
        ("From Peru, Norway went on to Fiji. Norway slept.", ("NO", "FJ")),
        ("Norway bought a ship from Peru, and slept.", ("NO", "PE")),
        ("Norway heard from Hanoi. Norway slept.", ("NO",)),
    ],
)
def test_a_place_that_one_comes_from_or_meets_in_is_no_main_actor(context_of, text, main):
    assert context_of(text).main == main


def test_an_office_that_one_state_alone_has_is_a_party_without_a_name(parties):
    assert parties("Menko Polhukam bertemu Raja Fiji.", "id", "person") == [("Menko Polhukam", "ID", 1)]


SEVERAL = "Norway asked Fiji in. Peru asked Fiji too. Kenya asked Fiji as well."


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Norway met Fiji. Both countries agreed.", "FJ,NO"),
        ("Peru thanked Fiji. It was glad.\n\nBoth countries agreed.", "FJ,PE"),
        ("Kenya wrote to Fiji. Both countries agreed. Peru thanked Fiji. Both countries signed.", "FJ,KE FJ,PE"),
        ("Kenya spoke. Peru listened. Both countries agreed.", "KE,PE"),
        ("Peru, Kenya and Norway slept. Both countries agreed.", "KE,PE"),
        ("Kenya thanked Fiji. Chile slept. Both countries agreed.", "FJ,KE"),
    ],
)
def test_in_a_report_about_several_pairs_a_group_is_the_pair_named_last(parties, text, codes):
    more = " ".join(["Peru, Fiji, Norway, Fiji, Kenya, Fiji, Peru, Norway and Kenya were there."] * 3)
    found = [found for _, found, _ in parties(f"{SEVERAL}\n\n{more}\n\n{text}", kind="group")]
    assert found == codes.split()


def test_a_gathering_without_names_is_of_the_last_three_named(context_of):
    pair = "The foreign ministers of Peru and Chile met in Lima. A statement was issued."
    assert context_of(pair).group_before(len(pair)) == ("CL", "PE")
    text = (
        "The foreign ministers of Peru, Chile and Colombia met in Lima. The three countries issued a statement. The three countries agreed."
    )
    context = context_of(text)
    assert context.group_before(len(text)) == ("CL", "CO", "PE")
    assert set(context.group_before(0)) <= {"CL", "CO", "PE"}
