import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedera.plumbing.ids import LENGTH, digest, id_of

plain = st.recursive(st.none() | st.integers() | st.text(max_size=5), lambda values: st.lists(values, max_size=3).map(tuple), max_leaves=5)


def test_a_digest_is_the_sha_256_in_hexadecimal():
    assert digest(b"") == hashlib.sha256(b"").hexdigest()
    assert digest(b"a") != digest(b"b")


def test_an_id_is_known_for_good():
    assert id_of("a", 1, None, ("b",)) == digest(b'["a",1,null,["b"]]')[:LENGTH]


@pytest.mark.parametrize(
    ("one", "other"),
    [(("a", "b"), ("b", "a")), (("ab",), ("a", "b")), (("1",), (1,)), ((None,), ("",)), ((("a",), "b"), ("a", ("b",))), (("é",), ("e",))],
)
def test_different_values_have_different_ids(one, other):
    assert id_of(*one) != id_of(*other)


@given(st.lists(plain, max_size=4))
def test_equal_values_have_equal_short_ids(parts):
    made = id_of(*parts)
    assert made == id_of(*list(parts))
    assert len(made) == LENGTH
    assert set(made) <= set("0123456789abcdef")
