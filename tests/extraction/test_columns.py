from hypothesis import given
from hypothesis import strategies as st

from foedera.extraction.columns import breaks, is_dense
from foedera.extraction.drafts import flowing
from foedera.extraction.wraps import NOTHING, unwrapped
from foedera.plumbing.text import normal

WRAPPED = (
    "ペルーとチリの両政府は三日、リマで漁業に関する協定に署名し、両国の漁業者が互いの",
    "港を使えるようにすることで合意した。ペルーの漁業相は記者会見で、協定は来年一月に",
    "発効する見通しだと述べ、チリの漁業相も歓迎した。両国は今後、共同で資源の調査を進",
    "める。",
)


def test_lines_that_go_on_at_one_width_are_one_without_a_space():
    text = "\n".join(("漁業協定に署名", "", *WRAPPED))
    assert flowing(text).text == "漁業協定に署名\n\n" + "".join(WRAPPED)


def test_what_was_joined_leads_back_to_the_text_as_given():
    given_text = "\r\n".join(WRAPPED)
    made = flowing(given_text)
    for words in ("互いの港を", "一月に発効する", "進める"):
        at = made.text.index(words)
        start, end = made.source(at, at + len(words))
        assert given_text[start:end].replace("\r\n", "") == words


def test_a_list_of_lines_of_many_widths_stays_a_list():
    lines = (
        "ペルーの大統領、チリを訪れて首脳会談へ",
        "チリの外相が辞任、後任には漁業相",
        "漁業協定に署名し、両国の漁業者が互いの港を使えるように",
        "ペルーとチリ、海の境をめぐる長い争いに終止符を打つことで合意、年内に調印",
    )
    assert breaks(lines * 2) == frozenset()


def test_a_line_that_ends_with_a_stop_ends():
    lines = [line[:-1] + "\u3002" for line in WRAPPED[:3]] * 2
    assert breaks(lines) == frozenset()
    assert breaks([]) == breaks([""]) == frozenset()


def test_letters_of_an_alphabet_keep_their_space():
    assert is_dense("協定(", "FTA)") is is_dense("", "") is False
    assert is_dense("協定", "FTA") is True
    assert is_dense("ASEAN", "諸国") is True


@given(st.text(alphabet="漁業に。a(」\n ", max_size=300))
def test_breaks_alone_change_and_offsets_stay(text):
    made = unwrapped(text)
    assert len(made) == len(text)
    assert {(old, new) for old, new in zip(text, made, strict=True) if old != new} <= {("\n", " "), ("\n", NOTHING)}
    flat = flowing(text)
    assert flat.text == made.replace(NOTHING, "") == normal(flat.text).text
    for at, sign in enumerate(flat.text):
        start, end = flat.source(at, at + 1)
        assert text[start:end] == sign or (text[start:end], sign) == ("\n", " ")
