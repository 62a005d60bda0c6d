from hypothesis import given
from hypothesis import strategies as st

from foedera.plumbing.sketches import BANDS, bands, containment, shingles

TEXT = "The two Prime Ministers agreed to set up a dialogue of foreign and defence ministers and to hold its first session this year."
OTHER = "Ministers of trade from nine states of the region will gather in Jakarta to speak of tariffs on steel, rice and palm oil."


def test_case_and_marks_make_no_other_text():
    assert shingles("V\u00f5 V\u0103n Th\u01b0\u1edfng th\u0103m Nh\u1eadt B\u1ea3n") == shingles("VO VAN THUONG THAM NHAT BAN")


def test_the_same_text_meets_itself_in_all_bands_and_another_in_none():
    ours = bands(shingles(TEXT))
    assert len(ours) == BANDS == len(set(ours))
    assert ours == bands(shingles(TEXT))
    assert not set(ours) & set(bands(shingles(OTHER)))


def test_a_copy_cut_down_stands_in_the_longer_text_and_meets_it():
    cut = " ".join(TEXT.split()[:16])
    assert containment(shingles(cut), shingles(f"{TEXT} {OTHER}")) == 1
    assert containment(shingles(TEXT), shingles(OTHER)) == 0
    assert set(bands(shingles(TEXT))) & set(bands(shingles(TEXT + " It went on.")))


def test_a_text_without_words_meets_none():
    assert shingles(" ") == frozenset()
    assert bands(frozenset()) == ()
    assert containment(frozenset(), shingles(TEXT)) == 0


def test_a_text_of_few_words_is_one_shingle():
    assert len(shingles("talks in Tokyo")) == 1


@given(st.lists(st.sampled_from("abcdef"), max_size=30).map(" ".join), st.lists(st.sampled_from("abcdef"), max_size=30).map(" ".join))
def test_containment_is_a_share_and_knows_no_side(text, other):
    ours, theirs = shingles(text), shingles(other)
    assert containment(ours, theirs) == containment(theirs, ours) <= 1
    assert all(0 <= band < 2**63 for band in bands(ours))
