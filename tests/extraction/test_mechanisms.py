import pytest

from .reports import mechanisms, refusals

NAMED = [
    ("en", "The Kenya-Peru Joint Commission met in Lima.", "Kenya-Peru Joint Commission", None),
    (
        "vi",
        "Ngày 3/5/2024, tại Lima, Ngoại trưởng Peru và Ngoại trưởng Kenya đồng chủ trì Ủy ban hỗn hợp Kenya - Peru lần thứ 4.",
        "Ủy ban hỗn hợp Kenya - Peru",
        4,
    ),
    ("ms", "Dialog Strategik Kenya-Peru ke-3 berlangsung di Lima.", "Dialog Strategik Kenya-Peru", 3),
]


@pytest.mark.parametrize(("lang", "text", "name", "edition"), NAMED)
def test_a_mechanism_has_its_name_the_states_in_it_and_the_number_of_the_session(lang, text, name, edition):
    (fact,) = mechanisms(lang, text)
    assert (fact.name, fact.parties, fact.edition) == (name, ("KE", "PE"), edition)
    assert fact.citation.quote == text
    assert fact.inferred == ()


MEMBERS = [
    ("Chile and Ghana watched as the Kenya-Peru Joint Commission met.", ("KE", "PE"), False),
    ("Kenya praised the Peru Joint Commission.", ("KE", "PE"), False),
    ("Kenya, Peru and Chile praised the Joint Commission.", ("CL", "KE", "PE"), False),
    ("Kenya and Peru trade. The Joint Commission met.", ("KE", "PE"), True),
    ("Kenya, Peru, Chile and Ghana praised the Uganda Joint Commission.", ("KE", "PE"), True),
]


@pytest.mark.parametrize(("text", "parties", "inferred"), MEMBERS)
def test_its_members_are_those_of_the_name_else_of_the_clause_else_the_articles_pair(text, parties, inferred):
    (fact,) = mechanisms("en", text)
    assert fact.parties == parties
    assert [(item.property, item.reason) for item in fact.inferred] == ([("party", "the_articles_pair")] if inferred else [])


def test_the_articles_pair_takes_in_the_one_state_of_the_name():
    text = "Kenya has many plans for this year, and Kenya has the means.\n\nThe Kenya Joint Commission met."
    assert ["KE" in fact.parties for fact in mechanisms("en", text)] == [True]


def test_of_passages_with_one_name_the_first_stays():
    text = "The Kenya-Peru Joint Commission met in Lima. The Kenya-Peru Joint Commission will meet again."
    (fact,) = mechanisms("en", text)
    assert fact.citation.quote == "The Kenya-Peru Joint Commission met in Lima."
    assert refusals("en", text, of="mechanism") == [("repeated", "The Kenya-Peru Joint Commission will meet again.")]


def test_a_shorter_form_of_a_name_is_the_same_mechanism():
    text = "The Kenya-Peru Joint Commission met in Lima. The Joint Commission will meet again, said Kenya and Peru."
    assert [fact.name for fact in mechanisms("en", text)] == ["Kenya-Peru Joint Commission"]


def test_a_passage_with_the_number_comes_before_one_without():
    text = "Ministers spoke of the Kenya-Peru Joint Commission. The fourth Kenya-Peru Joint Commission met in Lima."
    (fact,) = mechanisms("en", text)
    assert (fact.edition, fact.citation.quote) == (4, "The fourth Kenya-Peru Joint Commission met in Lima.")
    assert [reason for reason, _ in refusals("en", text, of="mechanism")] == ["repeated"]


REFUSED = [
    ("caption", "Photo: The Kenya-Peru Joint Commission.", "Photo: The Kenya-Peru Joint Commission.\n\nKenya and Peru trade in tea."),
    (
        "no_name",
        "The leaders of Kenya, Uganda and Rwanda held a trilateral summit in Kigali.",
        "The leaders of Kenya, Uganda and Rwanda held a trilateral summit in Kigali.",
    ),
    ("unless", "The Senate Committee on Trade of Kenya saw Peru.", "The Senate Committee on Trade of Kenya saw Peru."),
]


@pytest.mark.parametrize(("reason", "passage", "text"), REFUSED)
def test_a_caption_a_mere_noun_or_another_sense_of_the_words_is_a_skip(reason, passage, text):
    assert mechanisms("en", text) == []
    assert refusals("en", text, of="mechanism") == [(reason, passage)]
