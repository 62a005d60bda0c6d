import pytest

from .reports import commitments, edtf, refusals


def told(lang, text, published=None):
    """(modality, by, areas) of every commitment, in order."""
    return [(promise.modality, promise.by, promise.areas) for promise in commitments(lang, text, published)]


def only(lang, text, published=None):
    """The one commitment of a report."""
    (promise,) = commitments(lang, text, published)
    return promise


ROADS = ("transport_infrastructure",)
ONE = [
    ("en", "Chile and Ghana agreed to build a railway across the plain.", "agreed", "both"),
    ("vi", "Chile và Ghana nhất trí xây dựng tuyến đường sắt qua đồng bằng.", "agreed", "both"),
    ("ms", "Chile dan Ghana bersetuju membina landasan kereta api di dataran itu.", "agreed", "both"),
    ("en", "Chile pledged to build a railway for the people of Ghana.", "pledged", "CL"),
    ("ms", "Ghana berikrar membina landasan kereta api di utara Chile.", "pledged", "GH"),
    ("en", "Chile and Ghana reaffirmed their support for the railway.", "reaffirmed", "both"),
    ("en", "Ghana is considering a railway to the coast with Chile.", "considering", "GH"),
    ("en", "Chile urged Ghana to build a railway to the coast.", "urged", "CL"),
    ("en", "Chile and Ghana will build a railway to the coast.", "planned", "both"),
    ("en", "Chile and Ghana agreed to consider building a railway.", "considering", "both"),
]


@pytest.mark.parametrize(("lang", "text", "modality", "by"), ONE)
def test_a_promise_has_its_modality_who_makes_it_and_the_areas_of_its_words(lang, text, modality, by):
    promise = only(lang, text)
    assert (promise.modality, promise.by, promise.areas) == (modality, by, ROADS)
    assert (promise.parties, promise.stance.realis) == (("CL", "GH"), "asserted")
    assert promise.citation.quote == text


DEADLINES = [
    ("en", "Chile and Ghana agreed to build a railway before 2031.", None, "2031"),
    ("en", "Chile and Ghana agreed to build a railway by the end of 2031.", None, "2031"),
    ("vi", "Chile và Ghana nhất trí xây dựng tuyến đường sắt trước năm 2031.", None, "2031"),
    ("ms", "Chile dan Ghana bersetuju membina landasan kereta api menjelang 2031.", None, "2031"),
    ("en", "Chile and Ghana agreed to build a railway in 2031.", "2025-04-01", "2031"),
    ("en", "Chile and Ghana agreed to rebuild the railway that was opened in 1931.", "2025-04-01", None),
    ("en", "Chile and Ghana agreed to build a railway in 2031.", None, None),
    ("en", "Chile and Ghana agreed to build a railway in 2031.", "XXXX-04-01", None),
]


@pytest.mark.parametrize(("lang", "text", "published", "target"), DEADLINES)
def test_the_deadline_is_the_target_and_so_is_a_year_ahead_of_the_report(lang, text, published, target):
    assert edtf(only(lang, text, published).target) == target


AMOUNTS = [
    ("en", "Chile pledged to give Ghana 30 million dollars for schools and 5 million dollars for clinics.", (30_000_000, "USD")),
    ("vi", "Chile cam kết viện trợ 30 triệu USD cho Ghana xây trường học và 5 triệu USD cho y tế.", (30_000_000, "USD")),
    ("ms", "Chile berikrar menyediakan AS$30 juta kepada Ghana bagi sekolah dan AS$5 juta bagi klinik.", (30_000_000, "USD")),
    ("en", "Chile pledged to give Ghana more teachers for its village schools.", None),
]


@pytest.mark.parametrize(("lang", "text", "amount"), AMOUNTS)
def test_of_several_amounts_the_first_is_the_promised_one(lang, text, amount):
    promised = only(lang, text).amount
    assert (promised and (promised.value, promised.currency)) == amount


TWO = [
    (
        "en",
        "Chile and Ghana agreed to reopen their ports and reaffirmed their support for free trade.",
        [("agreed", "Chile and Ghana agreed to reopen their ports"), ("reaffirmed", "reaffirmed their support for free trade")],
    ),
    (
        "ms",
        "Chile dan Ghana bersetuju membuka semula pelabuhan dan menegaskan komitmen untuk menyokong perdagangan bebas.",
        [
            ("agreed", "Chile dan Ghana bersetuju membuka semula pelabuhan"),
            ("reaffirmed", "menegaskan komitmen untuk menyokong perdagangan bebas"),
        ],
    ),
    (
        "vi",
        "Chile và Ghana nhất trí mở lại cảng biển và xem xét miễn thị thực cho doanh nhân.",
        [("agreed", "Chile và Ghana nhất trí mở lại cảng biển"), ("considering", "xem xét miễn thị thực cho doanh nhân")],
    ),
]


@pytest.mark.parametrize(("lang", "text", "expected"), TWO)
def test_two_modalities_in_one_sentence_are_two_promises_each_with_its_own_stretch(lang, text, expected):
    promises = commitments(lang, text)
    assert [promise.modality for promise in promises] == [modality for modality, _ in expected]
    for promise, (_, words) in zip(promises, expected, strict=True):
        assert words in promise.citation.quote
        assert promise.by == "both"
    first, second = (promise.citation.span for promise in promises)
    assert first.end <= second.start


def test_a_second_promise_opens_at_the_words_of_a_new_clause():
    text = "Chile pledged to rebuild the great old northern port, while Ghana agreed to open its own market to fruit."
    first, second = commitments("en", text)
    assert (first.by, first.citation.quote) == ("CL", "Chile pledged to rebuild the great old northern port")
    assert (second.by, second.citation.quote) == ("GH", "while Ghana agreed to open its own market to fruit.")


def test_a_second_promise_opens_at_the_comma_before_its_own_subject():
    text = "Chile agreed to reopen the great old northern port, Ghana pledged to send more engineers to Chile."
    first, second = commitments("en", text)
    assert first.citation.quote == "Chile agreed to reopen the great old northern port"
    assert (second.by, second.citation.quote) == ("GH", "Ghana pledged to send more engineers to Chile.")


def test_a_promise_begins_at_its_first_letter_however_many_spaces_stand_before_it():
    text = "Chile agreed to reopen its great port,  Ghana pledged to send more engineers to Chile."
    assert commitments("en", text)[1].citation.quote == "Ghana pledged to send more engineers to Chile."


def test_two_verbs_of_one_modality_are_one_promise_unless_another_subject_makes_the_second():
    same = "Chile and Ghana agreed to build a great port and also agreed to build a railway."
    assert told("en", same) == [("agreed", "both", ROADS)]
    assert [reason for reason, _ in refusals("en", same, of="commitment")] == ["part_of_another_promise"]
    other = "Chile pledged to send engineers to the new port, while Ghana pledged to send teachers to Chile."
    assert [by for _, by, _ in told("en", other)] == ["CL", "GH"]


def test_a_bare_will_behind_a_stronger_verb_is_part_of_its_promise():
    text = "Chile and Ghana agreed to deepen trade and will expand flights."
    assert [modality for modality, *_ in told("en", text)] == ["agreed"]
    assert [reason for reason, _ in refusals("en", text, of="commitment")] == ["part_of_another_promise"]


EVENTS_AHEAD = [
    ("en", "The president of Chile will visit Ghana in May 2031."),
    ("en", "Chile and Ghana will establish diplomatic relations on 3 May 2030."),
    ("vi", "Chile và Ghana sẽ tổ chức hội đàm tại Accra."),
    ("ms", "Presiden Chile akan melawat Ghana pada Mei 2026."),
    ("ms", "Chile dan Ghana akan meneruskan rundingan di Accra pada 3 Mei 2030."),
]


@pytest.mark.parametrize(("lang", "text"), EVENTS_AHEAD)
def test_a_bare_will_that_tells_of_an_event_is_no_promise(lang, text):
    assert commitments(lang, text) == []
    assert {reason for reason, _ in refusals(lang, text, of="commitment")} <= {"event", "unless"}


def test_the_reason_is_the_event():
    text = "Chile and Ghana will establish diplomatic relations on 3 May 2030."
    assert refusals("en", text, of="commitment") == [("event", text)]


REFUSED = [
    ("en", "Chile hopes that Ghana will agree to open its ports.", "hope"),
    ("vi", "Chile mong muốn Ghana nhất trí mở cảng biển.", "hope"),
    ("ms", "Chile berharap Ghana bersetuju membuka pelabuhan.", "hope"),
    ("en", "Chile did not agree to open its ports to Ghana.", "denied"),
    ("en", "If Chile and Ghana agree to open ports, trade will grow.", "hypothetical"),
    ("en", "The insurers company agreed to merge with Chile and Ghana.", "unless"),
    ("en", "Both sides agreed to build a railway across the continent.", "no_parties"),
]


@pytest.mark.parametrize(("lang", "text", "reason"), REFUSED)
def test_what_commits_nobody_is_a_skip_with_its_reason(lang, text, reason):
    assert commitments(lang, text) == []
    assert reason in {reason for reason, _ in refusals(lang, text, of="commitment")}


HEADED = [
    (
        "title",
        "Chile and Ghana pledge to open ports",
        "Chile and Ghana pledge to open ports\n\nThe ministers of Chile and Ghana met in Accra.",
    ),
    (
        "caption",
        "Photo: Chile and Ghana pledged to open ports.",
        "Photo: Chile and Ghana pledged to open ports.\n\nThe ministers of Chile and Ghana met in Accra.",
    ),
]


@pytest.mark.parametrize(("kind", "passage", "text"), HEADED)
def test_titles_and_captions_promise_nothing(kind, passage, text):
    assert commitments("en", text) == []
    assert refusals("en", text, of="commitment") == [(kind, passage)]


def test_a_verb_with_hardly_a_word_beside_it_promises_nothing():
    text = "Chile and Ghana met; all agreed to it."
    assert commitments("en", text) == []


def test_the_source_of_a_promise_is_kept():
    text = "According to the Ghanaian Foreign Ministry, Chile and Ghana agreed to build a railway to the coast."
    assert only("en", text).stance.attributed_to == "Ghanaian Foreign Ministry"


def test_a_promise_without_a_word_of_any_area_is_about_relations_in_general():
    assert only("en", "Chile and Ghana agreed to work together ever more closely.").areas == ("politics",)
