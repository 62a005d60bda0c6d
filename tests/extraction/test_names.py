import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foedera.extraction.names import MOST, fits, limits_of, name_after, name_before, surely
from foedera.model.world import NameShape


@pytest.fixture(scope="module")
def behind(draft_of):
    """The name that stands behind the bar in a text."""

    def made(text, lang="en", **options):
        at = text.index("|")
        draft = draft_of(text.replace("|", ""), lang)
        found = name_after(draft.text, at, limits_of(draft), **options)
        return draft.text[found[0] : found[1]] if found else None

    return made


@pytest.fixture(scope="module")
def in_front(draft_of):
    """The name that stands in front of the bar in a text."""

    def made(text, lang="en", floor=0):
        at = text.index("|")
        draft = draft_of(text.replace("|", ""), lang)
        found = name_before(draft.text, at, limits_of(draft), floor)
        return draft.text[found[0] : found[1]] if found else None

    return made


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("President| Anna Berg said so.", "Anna Berg"),
        ("President|, Anna Berg, said so.", "Anna Berg"),
        ("President|,, Anna Berg", None),
        ("President| Anna Berg, Carl Holm", "Anna Berg"),
        ("President| said so.", None),
        ("President| and Anna Berg", None),
        ("President|", None),
        ("President| 2023", None),
        ("President|\nAnna Berg", "Anna Berg"),
        ("President| Anna Berg. Then it rained.", "Anna Berg"),
        ("President| Anna Berg\nNorway", "Anna Berg"),
    ],
)
def test_a_name_is_a_run_of_capitalised_words_right_behind_an_office(behind, text, name):
    assert behind(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("President| de Gaulle said so.", "de Gaulle"),
        ("President| Ludwig van der Berg said so.", "Ludwig van der Berg"),
        ("President| Ludwig van der", "Ludwig"),
        ("President| J. K. Berg said so.", "J. K. Berg"),
        ("President| Juan Soto Jr. said so.", "Juan Soto Jr."),
        ("President| Mary-Anne D’Arcy", "Mary-Anne D’Arcy"),
        ("President| Sean O'Neil", "Sean O'Neil"),
        ("President| Anna Berg's visit", "Anna Berg"),
        ("President| Anna Berg’s visit", "Anna Berg"),
        ("President| Omar al-Hadi said so.", "Omar al-Hadi"),
        ("President| Omar Al-Hadi said so.", "Omar Al-Hadi"),
        ("President| Aa Bb Cc Dd Ee Ff Gg Kk Ll", "Aa Bb Cc Dd Ee Ff Gg Kk"),
    ],
)
def test_a_name_may_hold_particles_initials_and_marks(behind, text, name):
    assert behind(text) == name


@pytest.mark.parametrize(
    ("lang", "text", "name"),
    [
        ("en", "President| Mr. Carl Holm said so.", "Carl Holm"),
        ("en", "President|, the Honourable Dr. Anna Berg", "Anna Berg"),
        ("vi", "Đại sứ| bà Anna Berg nói", "Anna Berg"),
        ("vi", "Bộ trưởng| Đại tướng Lê Văn An dự", "Lê Văn An"),
        ("ms", "Perdana Menteri| Datuk Seri Kamal bin Hassan berkata", "Kamal bin Hassan"),
        ("ms", "Menteri| Tan Sri Dr. Kamal bin Hassan", "Kamal bin Hassan"),
    ],
)
def test_honorifics_are_no_part_of_a_name(behind, lang, text, name):
    assert behind(text, lang) == name


@pytest.mark.parametrize(
    ("lang", "text", "name"),
    [
        ("en", "President| Anna Berg Japan", "Anna Berg"),
        ("en", "President| Anna Berg Monday", "Anna Berg"),
        ("en", "President| Anna Berg Foreign Minister Carl Holm", "Anna Berg"),
        ("en", "President| Anna Berg Government House", "Anna Berg"),
        ("vi", "Chủ tịch nước| Trần Văn Bình Hà Nội", "Trần Văn Bình"),
        ("vi", "Thủ tướng| Nguyễn Thị Hoa Đối thoại", "Nguyễn Thị Hoa"),
        ("ms", "Presiden| Siti binti Omar Jepun", "Siti binti Omar"),
    ],
)
def test_a_name_ends_where_something_else_begins(behind, lang, text, name):
    assert behind(text, lang) == name


def test_a_comma_before_the_name_may_be_refused(behind):
    assert behind("President|, Anna Berg", comma=False) is None
    assert behind("President| Anna Berg", comma=False) == "Anna Berg"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Anna Berg, |foreign minister", "Anna Berg"),
        ("He saw Anna Berg, the |foreign minister", "Anna Berg"),
        ("Anna Berg |foreign minister", None),
        ("In May Anna Berg was elected |president", "Anna Berg"),
        ("Anna Berg, who became |president", "Anna Berg"),
        ("Anna Berg elected |president", None),
        ("they, |foreign minister", None),
        (", |foreign minister", None),
        ("|foreign minister", None),
        ("He saw J. K. Berg, |foreign minister", "J. K. Berg"),
        ("He saw Carl van Holm, |foreign minister", "Carl van Holm"),
        ("He saw Mr. Carl Holm, |foreign minister", "Carl Holm"),
        ("He saw Omar al-Hadi, |foreign minister", "Omar al-Hadi"),
        ("In Japan Carl Holm, |foreign minister", "Carl Holm"),
        ("In Paris Carl Holm, |foreign minister", "Carl Holm"),
        ("But Anna Berg, |foreign minister", "Anna Berg"),
        ("Aa Bb Cc Dd Ee Ff Gg Kk Ll, |foreign minister", "Bb Cc Dd Ee Ff Gg Kk Ll"),
    ],
)
def test_a_name_may_stand_before_an_office_with_a_comma_between(in_front, text, name):
    assert in_front(text) == name


@pytest.mark.parametrize(
    ("lang", "text", "name"),
    [
        ("vi", "Ông Trần Văn Bình, |Đại sứ", "Trần Văn Bình"),
        ("ms", "Datuk Kamal bin Yusof, |Menteri", "Kamal bin Yusof"),
        ("ms", "Datuk Kamal bin Hassan, |Menteri", "Kamal bin Hassan"),
    ],
)
def test_other_languages_put_names_in_front_too(in_front, lang, text, name):
    assert in_front(text, lang) == name


def test_a_name_in_front_does_not_reach_before_its_floor(in_front):
    text = "Anna Berg, |foreign minister"
    assert in_front(text, floor=text.index("Berg")) == "Berg"
    assert in_front(text, floor=text.index(",")) is None


FIRST = NameShape(state="VN", surnames=frozenset({"tran", "nguyen"}), order="family_first", syllables="[a-z]{1,6}")
LAST = NameShape(state="CL", surnames=frozenset({"soto", "rojas"}), order="family_last")
EITHER = NameShape(state="KR", surnames=frozenset({"lee"}), order="either")


@pytest.mark.parametrize(
    ("name", "shape", "expected"),
    [
        ("Trần Văn Bình", FIRST, True),
        ("Khamla Van Tran", FIRST, True),
        ("Khamlaphet Phommasak", FIRST, False),
        ("Bình Trần", FIRST, True),
        ("Pablo Soto", LAST, True),
        ("PABLO SOTÓ", LAST, True),
        ("Soto Berg", LAST, None),
        ("Min-ho Lee", EITHER, True),
        ("Lee Min-ho", EITHER, True),
        ("Min-Lee Ho", EITHER, None),
        ("", LAST, False),
    ],
)
def test_a_name_fits_by_family_name_or_by_syllables(name, shape, expected):
    assert fits(name, shape) is expected


def test_the_worlds_shapes_know_their_names(knowledge):
    shapes = {shape.state: shape for shape in knowledge.world.names}
    assert fits("Nguyễn Thị Hoa", shapes["VN"]) is True
    assert fits("Christopher Wellington", shapes["VN"]) is False


@pytest.mark.parametrize(
    ("name", "sure"), [("Nguyễn Thị Hoa", True), ("Nguyễn", False), ("Nguyễn Wellington", False), ("Tập Cận Bình", False), ("", False)]
)
def test_a_name_is_surely_of_a_state_by_family_name_and_syllables_together(knowledge, name, sure):
    shapes = {shape.state: shape for shape in knowledge.world.names}
    assert surely(name, shapes["VN"]) is sure


WORDS = ("Anna", "Berg", "van", "bin", "O'Neil", "J.", "Mr.", "Datuk", "Japan", "said", "the", "president", ",", ".", "'s", "-", "2", "Ü")
pieces = st.lists(st.sampled_from(WORDS), max_size=10).map(" ".join)


@settings(deadline=None)
@given(pieces, st.sampled_from(["en", "vi", "ms"]), st.data())
def test_names_lie_on_their_side_begin_large_and_have_few_words(draft_of, text, lang, data):
    draft = draft_of(text, lang)
    limits = limits_of(draft)
    at = data.draw(st.integers(0, len(draft.text)))
    floor = data.draw(st.integers(0, at))
    after, before = name_after(draft.text, at, limits), name_before(draft.text, at, limits, floor)
    for low, high, found in ((at, len(draft.text), after), (floor, at, before)):
        if found is not None:
            assert low <= found[0] < found[1] <= high
            words = draft.text[found[0] : found[1]].split()
            assert words[0][0].isupper() or (words[0].lower() in limits.particles and words[1][0].isupper())
            assert len(draft.text[found[0] : found[1]].split()) <= MOST


def test_the_ranks_of_the_father_count_among_the_few_words_of_a_name(draft_of):
    text = " ".join(["Anna"] * (MOST - 2)) + " bin Datuk Anna"
    draft = draft_of(text, "ms")
    start, end = name_after(draft.text, 0, limits_of(draft))
    assert draft.text[start:end] == " ".join(["Anna"] * (MOST - 2))
