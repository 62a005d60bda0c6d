import pytest

from foedera.extraction.blocks import blocks


@pytest.mark.parametrize(
    ("lang", "text", "office"),
    [
        ("en", "former Fijian President Pablo Soto spoke.", "former president"),
        ("en", "Fijian former President Pablo Soto spoke.", "former president"),
        ("en", "acting Fijian President Pablo Soto spoke.", "acting president"),
        ("en", "Fijian ex-President Pablo Soto spoke.", "former president"),
        ("en", "Fiji's President-elect Pablo Soto spoke.", "president-elect"),
        ("en", "Fijian Deputy Foreign Minister Pablo Soto spoke.", "deputy foreign minister"),
        ("vi", "nguyên Thủ tướng Fiji Pablo Soto phát biểu.", "former prime minister"),
        ("ms", "bekas Presiden Fiji Pablo Soto berucap.", "former president"),
        ("ms", "Presiden interim Fiji Pablo Soto berucap.", "acting president"),
    ],
)
def test_marks_around_an_office_change_it(named, lang, text, office):
    assert named(text, lang) == [("Pablo Soto", office, "FJ")]


@pytest.mark.parametrize(
    ("lang", "text", "office"),
    [
        ("en", "Norwegian Foreign Minister Anna Berg met her Fijian counterpart Pablo Soto in Suva.", "foreign minister"),
        ("en", "The Norwegian prime minister came. Her Fijian counterpart, Pablo Soto, was there.", "prime minister"),
        ("en", "The Norwegian foreign minister came.\n\nHer Fijian counterpart Pablo Soto was there.", "foreign minister"),
        ("vi", "Bộ trưởng Ngoại giao Na Uy Anna Berg gặp người đồng cấp Fiji Pablo Soto.", "foreign minister"),
        ("ms", "Menteri Luar Norway Anna Berg bertemu rakan sejawatnya dari Fiji, Pablo Soto.", "foreign minister"),
    ],
)
def test_a_counterpart_holds_the_office_named_before(named, lang, text, office):
    assert named(text, lang)[-1] == ("Pablo Soto", office, "FJ")


@pytest.mark.parametrize(
    "text",
    [
        "Their Fijian counterpart Pablo Soto was there.",
        "The Norwegian foreign minister came.\n\nAll were glad of it.\n\nTheir Fijian counterpart Pablo Soto was there.",
        "They were glad of it.\n\nSource: Fijian counterpart Pablo Soto",
    ],
)
def test_a_counterpart_of_nobody_in_the_paragraph_holds_no_office(named, text):
    assert named(text) == []


@pytest.mark.parametrize(
    ("lang", "text", "name"),
    [
        ("en", "The ambassador of Chile to Peru, Luis Rojas, spoke.", "Luis Rojas"),
        ("en", "Chilean Ambassador to Peru Luis Rojas spoke.", "Luis Rojas"),
        ("en", "Chilean Ambassador to the UN Luis Rojas spoke.", "Luis Rojas"),
        ("vi", "Đại sứ Chile tại Peru Luis Rojas phát biểu.", "Luis Rojas"),
        ("ms", "Duta Chile ke Peru, Luis Rojas, berucap.", "Luis Rojas"),
    ],
)
def test_an_envoy_is_of_the_state_that_sends_him(named, lang, text, name):
    assert named(text, lang) == [(name, "ambassador", "CL")]


def test_blocks_are_the_offices_with_the_state_beside_them(draft_of):
    text = "The former Fijian president, Norway's foreign minister, a minister, and the president of Peru came."
    draft = draft_of(text)
    assert [(block.office, draft.text[block.start : block.end], block.state and block.state.value) for block in blocks(draft)] == [
        ("former president", "former Fijian president", "FJ"),
        ("foreign minister", "Norway's foreign minister", "NO"),
        ("minister", "minister", None),
        ("president", "president of Peru", "PE"),
    ]


def test_the_long_name_of_a_state_may_begin_inside_the_office(named):
    assert named("The President of the Republic of Peru, Luis Rojas, spoke.") == [("Luis Rojas", "president", "PE")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Secretary-General of the Association of Southeast Asian Nations (ASEAN) Luis Rojas spoke.", True),
        ("Secretary-General of the Association of Southeast Asian Nations (EU) Luis Rojas spoke.", False),
        ("Secretary-General of the Association of Southeast Asian Nations (ASEAN. Luis Rojas spoke.", False),
    ],
)
def test_an_organisation_may_stand_with_its_abbreviation(named, text, found):
    assert (("Luis Rojas", "secretary-general", "ASEAN") in named(text)) is found


@pytest.mark.parametrize(
    ("text", "state"), [("The Chile-president Luis Rojas spoke.", "CL"), ("News of Chile - President Luis Rojas spoke.", None)]
)
def test_a_dash_joins_a_state_to_an_office_only_without_spaces(draft_of, text, state):
    (block,) = blocks(draft_of(text))
    assert (block.state.value if block.state else None) == state


def test_an_office_that_one_state_has_tells_the_state(named):
    assert named("The Yang di-Pertuan Agong, Sultan Kamal, spoke.")[0][2] == "MY"


def test_only_envoys_are_sent_to_a_state(named):
    text = "Chilean Foreign Minister Luis Rojas spoke. The Chilean president to Peru Pablo Soto laughed."
    assert ("Pablo Soto", "president", "CL") not in named(text)
