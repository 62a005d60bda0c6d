from hypothesis import given
from hypothesis import strategies as st

from foedera.model.keys import key_of, name_key, name_of, parties_of, party_key, stateless

CODES = st.lists(st.sampled_from(["CN", "JP", "KR", "VN"]), unique=True).map(lambda codes: tuple(sorted(codes)))


def test_a_fact_is_found_by_its_parties_and_a_tenure_by_who_bears_the_name(nouns):
    assert key_of(nouns.event("2023-11-27")) == "JP+VN"
    assert key_of(nouns.tenure("Kishida Fumio")) == key_of(nouns.tenure("Fumio KISHIDA")) == "JP:fumio kishida"
    assert name_key(None, "V\u00f5 V\u0103n Th\u01b0\u1edfng") == ":thuong van vo"


def test_a_name_of_any_state_has_the_key_of_the_name_without_one():
    assert stateless(name_key("JP", "Fumio Kishida")) == name_key(None, "Kishida Fumio")
    assert name_of("JP:fumio kishida") == ("JP", frozenset({"fumio", "kishida"}))
    assert name_of(":fumio") == (None, frozenset({"fumio"}))


@given(CODES)
def test_parties_come_back_from_their_key(parties):
    assert parties_of(party_key(parties)) == parties
