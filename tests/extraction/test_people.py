from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foedera.extraction.namings import person_hits
from foedera.extraction.people import people

SANI = ("Sani bin Pehin Datu Haji Mohd. Noor Yusof", "foreign minister", "NO")
BERG = ("Anna Berg", "foreign minister", "NO")


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "Norwegian Foreign Minister Anna Berg spoke.", BERG),
        ("en", "Norway's Foreign Minister Anna Berg spoke.", BERG),
        ("en", "Norway’s Foreign Minister, Anna Berg, spoke.", BERG),
        ("en", "Foreign Minister of Norway Anna Berg spoke.", BERG),
        ("en", "Anna Berg, the foreign minister of Norway, spoke.", BERG),
        ("vi", "Bộ trưởng Ngoại giao Na Uy Anna Berg phát biểu.", BERG),
        ("vi", "Bộ trưởng Ngoại giao của Na Uy, bà Anna Berg, phát biểu.", BERG),
        ("vi", "Bà Anna Berg, Bộ trưởng Ngoại giao Na Uy, phát biểu.", BERG),
        ("ms", "Menteri Luar Norway, Anna Berg, berucap.", BERG),
        ("ms", "Menteri Luar Norway Puan Anna Berg berucap.", BERG),
        ("ms", "Menteri Luar Norway Awang Sani bin Pehin Datu Haji Mohd. Noor Yusof berucap.", SANI),
        ("ms", "YB Dato Haji Sani bin Haji Noor, Menteri Luar Norway berucap.", ("Sani bin Haji Noor", "foreign minister", "NO")),
        ("ms", "Menteri Luar Norway A.B.C. Berg berucap.", ("A.B.C. Berg", "foreign minister", "NO")),
        ("ms", "Menteri Luar Anna Berg, Menteri Luar Norway, dan Raja Tonga berucap.", BERG),
    ],
)
def test_a_person_has_name_office_and_state(named, lang, text, expected):
    assert named(text, lang) == [expected]


@pytest.mark.parametrize(
    ("lang", "text", "offices"),
    [
        ("en", "Norwegian Prime Minister and Finance Minister Anna Berg spoke.", "prime minister; finance minister"),
        ("en", "Norwegian Foreign Minister, Defence Minister Anna Berg spoke.", "foreign minister; defence minister"),
        ("en", "Anna Berg, Foreign Minister and Defence Minister of Norway, spoke.", "foreign minister; defence minister"),
        ("en", "Norwegian Foreign Minister and Foreign Minister Anna Berg spoke.", "foreign minister"),
        ("vi", "Phó Thủ tướng, Bộ trưởng Ngoại giao Na Uy Anna Berg phát biểu.", "deputy prime minister; foreign minister"),
        ("ms", "Perdana Menteri merangkap Menteri Kewangan Norway Anna Berg berucap.", "prime minister; finance minister"),
        ("en", "Anna Berg, Foreign Minister of Norway, Defence Minister, spoke.", "foreign minister; defence minister"),
    ],
)
def test_several_offices_of_one_person_are_joined(named, lang, text, offices):
    assert named(text, lang) == [("Anna Berg", offices, "NO")]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The Norwegian foreign minister spoke in Oslo."),
        ("ms", "Tetamu Negara Brunei Darussalam ialah Menteri Luar."),
        ("en", "Anna Berg bought bread in Norway."),
        ("en", "The foreign ministers of Norway and Fiji spoke."),
        ("vi", "Bộ trưởng Ngoại giao Na Uy phát biểu."),
        ("vi", "Anna Berg, Bộ trưởng Ngoại giao Na Uy, phát biểu."),
        ("ms", "Menteri Luar Norway berucap."),
        ("en", "Norway\n\nSource: Foreign Minister Anna Berg"),
    ],
)
def test_an_office_without_name_or_a_name_without_office_makes_no_person(named, lang, text):
    assert named(text, lang) == []


def test_a_language_that_puts_names_behind_offices_knows_a_person_named_before(named):
    text = "Bộ trưởng Ngoại giao Na Uy Anna Berg đã đến. Anna Berg, Bộ trưởng Quốc phòng Na Uy, phát biểu."
    assert {name for name, _, _ in named(text, "vi")} == {"Anna Berg"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Norwegian Foreign Minister Anna Berg met Fijian President Pablo Soto, and Peruvian Prime Minister Luis Rojas.",
            [BERG, ("Pablo Soto", "president", "FJ"), ("Luis Rojas", "prime minister", "PE")],
        ),
        (
            "Anna Berg, foreign minister of Norway, and Pablo Soto, president of Fiji, spoke.",
            [BERG, ("Pablo Soto", "president", "FJ")],
        ),
    ],
)
def test_several_people_keep_their_own_offices_and_states(named, text, expected):
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Norway's Foreign Minister Anna Berg, Fiji's Pablo Soto and Peru's Luis Rojas",
            ["NO Anna Berg", "FJ Pablo Soto", "PE Luis Rojas"],
        ),
        ("Norway’s Foreign Minister Anna Berg and Fiji’s Pablo Soto spoke.", ["NO Anna Berg", "FJ Pablo Soto"]),
        ("Norway's Foreign Minister Anna Berg, Fiji's flag and Peru spoke.", ["NO Anna Berg"]),
        ("Norway's Foreign Minister Anna Berg and Fiji spoke.", ["NO Anna Berg"]),
        ("Norway's Foreign Minister Anna Berg and Fiji's Carnival", ["NO Anna Berg"]),
        ("Norway's Foreign Minister Anna Berg saw Fiji's Pablo Soto.", ["NO Anna Berg"]),
    ],
)
def test_names_behind_states_in_a_list_share_the_office(draft_of, text, expected):
    found = people(draft_of(text))
    assert [f"{person.country} {person.name}" for person in found] == expected
    assert {person.office for person in found} == {"foreign minister"}


@pytest.mark.parametrize(
    ("text", "offices"),
    [
        ("Ủy viên Bộ Chính trị, Bộ trưởng Ngoại giao Lào Khamla Phommasak phát biểu.", "foreign minister"),
        ("Ông Khamla Phommasak, Ủy viên Trung ương Đảng, Bộ trưởng Ngoại giao Lào, phát biểu.", "foreign minister"),
        ("Bộ trưởng Ngoại giao Lào, ông Khamla Phommasak, Ủy viên Bộ Chính trị, phát biểu.", "foreign minister"),
        ("Ủy viên Bộ Chính trị Lào Khamla Phommasak phát biểu.", "politburo member"),
    ],
)
def test_a_mere_seat_on_a_body_is_told_only_where_no_office_stands_beside(named, text, offices):
    assert named(text, "vi") == [("Khamla Phommasak", offices, "LA")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ông Luis Rojas được bổ nhiệm làm Đại sứ Chile tại Peru.", [("Luis Rojas", "ambassador", "CL")]),
        ("Luis Rojas đã được bổ nhiệm làm Đại sứ Chile.", [("Luis Rojas", "ambassador", "CL")]),
        ("Ông Luis Rojas vừa rời Đại sứ Chile.", []),
    ],
)
def test_words_of_appointment_join_a_name_to_the_office(named, text, expected):
    assert named(text, "vi") == expected


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "Defence Minister Carl Holm of Sweden met Peruvian officials.", [("Carl Holm", "SE")]),
        ("vi", "Bộ trưởng Ngoại giao Anna Berg của Na Uy gặp Đại sứ Peru Luis Rojas.", [("Anna Berg", "NO"), ("Luis Rojas", "PE")]),
    ],
)
def test_the_state_may_stand_behind_the_name(told, lang, text, expected):
    assert told(text, lang) == expected


@pytest.mark.parametrize(
    "text",
    [
        "FIJI PRESIDENT TO VISIT\n\nThe president of Fiji will go to Peru, he said.",
        "Fiji President To Leave\n\nThe president of Fiji will go to Peru, he said.",
        "The Fijian foreign minister FMO will go.",
    ],
)
def test_the_words_of_a_headline_are_no_names(named, text):
    assert named(text) == []


@pytest.mark.parametrize(
    ("text", "passage", "name"),
    [
        ("Today Norway's Foreign Minister, Ms. Anna Berg, spoke.", "Norway's Foreign Minister, Ms. Anna Berg", "Anna Berg"),
        ("Today Anna Berg, the foreign minister of Norway, spoke.", "Anna Berg, the foreign minister of Norway", "Anna Berg"),
    ],
)
def test_the_passage_of_a_person_holds_name_office_and_state(draft_of, text, passage, name):
    draft = draft_of(text)
    (person,) = people(draft)
    assert draft.text[person.start : person.end].endswith(passage)
    assert draft.text[person.name_start : person.name_end] == person.name == name
    assert draft.text[slice(*person.state_span)] == "Norway"


def test_each_person_is_listed_once_with_the_fullest_name_and_offices(named):
    text = (
        "Foreign Minister Berg of Norway came. Norwegian Foreign Minister Anna Berg spoke. "
        "Norwegian Foreign Minister and Defence Minister Anna Berg left."
    )
    assert named(text) == [("Anna Berg", "foreign minister; defence minister", "NO")]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Norwegian Foreign Minister Anna Berg came. Minister Berg left.", 1),
        ("Norwegian Foreign Minister Anna Berg came. Foreign Minister Berg left.", 1),
        ("Norwegian Foreign Minister Anna Berg came. Norwegian Ambassador Berg left.", 2),
    ],
)
def test_a_part_of_a_name_is_the_person_where_the_office_fits(named, text, count):
    assert len(named(text)) == count


def test_people_of_one_name_and_two_states_are_two(named):
    text = "Norwegian Foreign Minister Anna Berg met Danish Foreign Minister Anna Berg."
    assert named(text) == [BERG, ("Anna Berg", "foreign minister", "DK")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Fijian President Pablo Soto came. Later Soto left, and Pablo Soto's wife stayed; Sotos are many.",
            [("Pablo Soto", "FJ"), ("Soto", "FJ"), ("Pablo Soto", "FJ")],
        ),
        (
            "Norwegian President Carl Berg met Danish Foreign Minister Anna Berg. Berg spoke to Anna.",
            [("Carl Berg", "NO"), ("Anna Berg", "DK"), ("Anna", "DK")],
        ),
        ("Foreign Minister Anna Berg spoke. Berg sat.", [("Anna Berg", ""), ("Berg", "")]),
        ("Norwegian Foreign Minister Carl Chile spoke in Chile.", [("Carl", "NO")]),
        (
            "South Korean President Kim Dae-jung spoke. He wrote to Kim Jong Il. Kim was glad, said Kim Dae-jung. Kim left.",
            [("Kim Dae-jung", "KR"), ("Kim Jong Il", "KP"), ("Kim", "KP"), ("Kim Dae-jung", "KR"), ("Kim", "KR")],
        ),
        ("Norwegian President Carl Holm met Carl Ruiz and Carl Fiji.", [("Carl Holm", "NO"), ("Carl", "NO")]),
        ("Norwegian Foreign Minister U van Holm saw U and van and Holm.", [("U van Holm", "NO"), ("Holm", "NO")]),
    ],
)
def test_a_person_is_found_again_by_the_whole_name_or_a_word_of_it(draft_of, text, expected):
    draft = draft_of(text)
    found = person_hits(draft, people(draft))
    assert [(draft.text[hit.start : hit.end], hit.value) for hit in found] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norwegian President Carl Holm (Caho) spoke. President Caho left. Caho met Anna Berg.", ["Caho"] * 2),
        ("Norwegian President Carl Holm (Chile) spoke. President Chile left.", []),
        ("Norwegian President Carl Holm (Caho) spoke.", []),
        ("Norwegian President Carl Holm (far left) spoke. The far left sat.", []),
        ("Norwegian President Carl Holm (Holm) spoke.", []),
    ],
)
def test_a_nickname_in_brackets_is_the_person_where_the_article_says_it_again(draft_of, text, expected):
    draft = draft_of(text)
    found = people(draft)
    assert [person.name for person in found if person.country == "NO"] == ["Carl Holm"]
    nicknamed = [draft.text[hit.start : hit.end] for hit in person_hits(draft, found) if hit.start > text.index(")")]
    assert [name for name in nicknamed if name in {"Caho", "Chile", "Far"}] == expected


WORDS = ("Norwegian", "Norway's", "Foreign Minister", "President", "Anna Berg", "Pablo Soto", ",", "of", "Fiji", "and", "met", ".", "\n\n")
pieces = st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join)


@settings(deadline=None)
@given(pieces, st.sampled_from(["en", "vi", "ms"]))
def test_names_never_leave_their_sentence_and_no_person_comes_twice(draft_of, text, lang):
    draft = draft_of(text, lang)
    found = people(draft)
    for person in found:
        sentence = draft.sentence_at(person.start)
        assert sentence.span.start <= person.start <= person.name_start < person.name_end <= person.end <= sentence.span.end
        assert draft.text[person.name_start : person.name_end] == person.name
    assert len({(person.name, person.country) for person in found}) == len(found)
    assert all(first.end <= second.start for first, second in pairwise(person_hits(draft, found)))


def test_names_with_their_offices_behind_them_in_a_list(draft_of):
    text = "We, Carlos Ruiz, President of Peru, Anna Berg, Foreign Minister of Norway, and Luis Ramos, Foreign Minister of Chile, met."
    found = people(draft_of(text))
    assert [(person.name, person.country) for person in found] == [("Carlos Ruiz", "PE"), ("Anna Berg", "NO"), ("Luis Ramos", "CL")]


SET_OFF = [
    ("id", "Menurut Ana Ruiz, Menteri Luar Negeri Peru, perundingan berlanjut.", [("Ana Ruiz", "foreign minister", "PE")]),
    ("ms", "Ana Ruiz, Menteri Luar Peru, bertemu Raja Norway.", [("Ana Ruiz", "foreign minister", "PE")]),
    ("id", "Di Gedung Pancasila, Menteri Luar Negeri Peru, yang baru dilantik, tersenyum.", []),
    ("id", "Di hadapan kedua Presiden, Menteri Luar Negeri Peru, Ana Ruiz, tersenyum.", [("Ana Ruiz", "foreign minister", "PE")]),
]


@pytest.mark.parametrize(("lang", "text", "expected"), SET_OFF)
def test_an_office_between_commas_behind_a_name_is_its_own(named, lang, text, expected):
    assert named(text, lang) == expected
