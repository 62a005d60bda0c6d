import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foedera.extraction.counted_days import stay
from foedera.extraction.occasions import TOUCH, dates_in, follows, own_date
from foedera.extraction.places import country_name, dateline_place, own_place, own_state, says_here, state_of_place

from .reports import edtf, events

PUBLISHED = "2024-05-10"


@pytest.fixture(scope="module")
def dated(heard):
    """The words and the value of the date of the talks (or the like) of a sentence."""

    def made(text, lang="en", **options):
        context, match = heard(text, lang, published=PUBLISHED, **options)
        found = own_date(context, match)
        return (context.draft.text[found.span.start : found.span.end], found.value) if found else None

    return made


@pytest.fixture(scope="module")
def placed(heard):
    """The city of a sentence with its words, else the state, as a place."""

    def made(text, lang="en", **options):
        context, match = heard(text, lang, **options)
        found = own_place(context, match) or own_state(context, match)
        return (found[0], context.draft.text[found[1].start : found[1].end]) if found else None

    return made


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "Fiji and Peru held talks on 3 May 2024.", ("3 May 2024", "2024-05-03")),
        ("en", "On 3 May 2024 Fiji held talks, not on 1 May 2024.", ("3 May 2024", "2024-05-03")),
        ("en", "On 3 May 2024, while all watched, Fiji held talks.", ("3 May 2024", "2024-05-03")),
        ("en", "It was 3 May 2024; Fiji held talks.", None),
        ("en", "It was 3 May 2024. Fiji held talks.", None),
        ("en", "Fiji held talks (3 May 2024).", ("3 May 2024", "2024-05-03")),
        ("en", "Fiji held talks (3 May 2024), then more on 6 May 2024.", ("6 May 2024", "2024-05-06")),
        ("en", "Fiji held talks yesterday.", ("yesterday", "2024-05-09")),
        ("en", "Fiji held talks.", None),
        ("vi", "Ngày 3/5/2024, Lào và Peru hội đàm.", ("Ngày 3/5/2024", "2024-05-03")),
        ("ms", "Mereka mengadakan rundingan pada 3 Mei 2024.", ("3 Mei 2024", "2024-05-03")),
    ],
)
def test_a_happening_takes_the_nearest_date_of_its_clause(dated, lang, text, expected):
    assert dated(text, lang) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fiji held talks by 6 May 2024.", None),
        ("Fiji held talks since 6 May 2024.", None),
        ("Fiji held talks on the anniversary of 6 May 2024.", None),
        ("Fiji held talks on 3 May 2024 to end it by 6 May 2024.", ("3 May 2024", "2024-05-03")),
        ("Fiji held talks since 3 to 6 May 2024.", ("3 to 6 May 2024", "2024-05-03/2024-05-06")),
    ],
)
def test_a_deadline_an_anniversary_or_a_beginning_is_no_date_of_talks(dated, text, expected):
    assert dated(text) == expected


@pytest.mark.parametrize(("deadline", "expected"), [("the end of 2031", "2031"), ("the end of 2033", None), ("June", None)])
def test_what_will_be_before_the_end_of_the_reports_year_is_of_that_year(deadline, expected):
    [signing] = events("en", f"Fiji and Peru are to sign a treaty in Lima before {deadline}.", "2031-05-29")
    assert (edtf(signing.when) if signing.when else None) == expected


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "He visited Peru on 1 May 2024, and then from 3 to 6 May 2024.", ("from 3 to 6 May 2024", "2024-05-03/2024-05-06")),
        ("en", "He visited Peru on 1 May 2024.", ("1 May 2024", "2024-05-01")),
        ("en", "He visited Peru since 1 May 2024.", ("1 May 2024", "2024-05-01")),
        ("en", "He visited Peru since taking office in 2015.", None),
        ("en", "He visited Peru by 1 May 2024.", None),
        ("vi", "Ông thăm Peru từ ngày 3 đến 6/5/2024.", ("ngày 3 đến 6/5/2024", "2024-05-03/2024-05-06")),
        ("ms", "Beliau melawat Peru dari 3 hingga 6 Mei 2024.", ("3 hingga 6 Mei 2024", "2024-05-03/2024-05-06")),
    ],
)
def test_a_visit_prefers_a_stretch_of_days(dated, lang, text, expected):
    assert dated(text, lang, kind="visit") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They upgraded ties to a strategic partnership in 2009 and a comprehensive partnership in 2013.", "2009"),
        ("They upgraded ties to a strategic partnership and, in 2009, to a comprehensive partnership in 2013.", "2009"),
        ("They upgraded ties to a strategic partnership and a comprehensive partnership in 2013.", None),
        ("They upgraded ties since 2009.", "2009"),
        ("Friends since they met on 3 May 1950 they upgraded ties.", None),
        ("They upgraded ties (2009).", None),
        ("In 2009 they upgraded ties.", "2009"),
        ("In 2008 or in 2009 they upgraded ties.", "2009"),
        ("In 2009 came a strategic partnership, then they upgraded ties.", None),
        ("On the anniversary in 2009 they upgraded ties.", None),
        ("They upgraded ties by 2009.", None),
        ("They upgraded ties.", None),
    ],
)
def test_a_lasting_state_begins_at_the_first_date_behind_it_else_the_last_before(dated, text, expected):
    found = dated(text, kind="upgrade")
    assert (found[1] if found else None) == expected


def test_only_for_levels_the_next_level_ends_the_search(dated):
    text = "They established relations before a strategic partnership and a comprehensive partnership in 2013."
    assert dated(text, kind="establish_relations") == ("2013", "2013")


DAYS = {"days": ("day", "days"), "since": ("since", "from")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He visited Peru for 3 days from 3 May 2024.", ("2024-05-03/2024-05-05", "inferred")),
        ("For a 3-day rest he visited Peru from 30 April 2024.", ("2024-04-30/2024-05-02", "inferred")),
        ("He visited Peru for three days from 3 May 2024.", ("2024-05-03/2024-05-05", "inferred")),
        ("He visited Peru for 3 days on 3 May 2024.", ("2024-05-03", "stated")),
        ("He visited Peru for 1 day from 3 May 2024.", ("2024-05-03", "stated")),
        ("He visited Peru for 99 days from 3 May 2024.", ("2024-05-03", "stated")),
        ("He visited 3 sites in Peru, days of joy, from 3 May 2024.", ("2024-05-03", "stated")),
        ("He visited Peru from 3 May 2024.", ("2024-05-03", "stated")),
        ("He visited Peru for 3 days from May 2024.", ("2024-05", "stated")),
        ("He visited Peru for 3 days from 3 to 9 May 2024.", ("2024-05-03/2024-05-09", "stated")),
    ],
)
def test_the_length_of_a_visit_gives_its_last_day(heard, text, expected):
    context, match = heard(text, kind="visit", cues=DAYS)
    when = stay(context, match, own_date(context, match))
    assert (when.edtf, when.basis) == expected


def test_only_visits_have_a_length(heard):
    context, match = heard("They held talks for 3 days as of 3 May 2024.", cues={"days": ("days",), "since": ("since",)})
    assert stay(context, match, own_date(context, match)).edtf == "2024-05-03"


def test_a_date_that_means_nothing_has_no_length(heard):
    context, match = heard("He visited Peru last week.", kind="visit")
    (mention,) = context.draft.dates
    assert stay(context, match, mention) is None
    assert own_date(context, match) is None


def test_the_dates_of_a_stretch_are_those_that_mean_something(context_of):
    text = "On 3 May 2024 it rained; last week, on 4 May, it did not."
    context = context_of(text)
    assert [mention.value for mention in dates_in(context, 0, len(text))][:1] == ["2024-05-03"]
    assert dates_in(context, 0, text.index("2024")) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [("since 3 May 2009", True), ("since — 3 May 2009", True), ("since, as we said, 3 May 2009", False), ("on 3 May 2009", False)],
)
def test_a_cue_follows_where_it_touches_the_date(context_of, text, expected):
    context = context_of(f"It was {text}.")
    (mention,) = context.draft.dates
    assert follows(context, mention, "since") is expected


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "They held talks in Oslo.", ("Oslo", "Oslo")),
        ("en", "They held talks at the port of Suva in Fiji.", ("Suva", "Suva")),
        ("en", "They held talks in big and old and far Oslo.", None),
        ("en", "They held talks in Peru, Oslo said.", ("Peru", "Peru")),
        ("en", "They held talks about Oslo.", None),
        ("en", "They held talks in Fiji.", ("Fiji", "Fiji")),
        ("en", "They held talks with Fiji.", None),
        ("en", "They held talks in the Fijian capital.", ("Suva", "Fijian capital")),
        ("en", "They held talks in the EU.", None),
        ("en", "In Oslo they slept, and they held talks in Suva.", ("Suva", "Suva")),
        ("en", "In Oslo, while others slept, they held talks.", ("Oslo", "Oslo")),
        ("en", "In Oslo they slept; they held talks.", None),
        ("en", "They held talks, the Great Hall of the People being cold.", ("Beijing", "Great Hall of the People")),
        ("en", "They held talks, the White House said.", None),
        ("vi", "Lào và Peru hội đàm tại Hà Nội.", ("Hanoi", "Hà Nội")),
        ("ms", "Mereka mengadakan rundingan di Putrajaya.", ("Putrajaya", "Putrajaya")),
    ],
)
def test_a_place_stands_behind_a_preposition_or_is_a_building_the_city_before_the_state(placed, lang, text, expected):
    found = placed(text, lang)
    assert (found and (found[0], found[1].removeprefix("the "))) == expected


SEAT = {"seat": ("presidential palace",)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They held talks near Peru's presidential palace.", ("Lima", "Peru's presidential palace")),
        ("They held talks near the Peruvian presidential palace.", ("Lima", "Peruvian presidential palace")),
        ("They held talks near the presidential palace, Peru.", ("Lima", "presidential palace, Peru")),
        ("They held talks near the presidential palace.", None),
        ("They held talks near the EU's presidential palace.", None),
    ],
)
def test_a_seat_of_government_is_in_the_capital_of_its_state(placed, text, expected):
    found = placed(text, cues=SEAT)
    assert (found and found[0]) == (expected and expected[0])
    assert found is None or expected[1].endswith(found[1]) or found[1] in expected[1]


def test_the_place_of_the_dateline_is_where_the_agency_writes(context_of):
    text = "SUVA, 3 May 2024 — Fiji and Nepal signed a long pact on trade and fishing on Friday."
    place, span = dateline_place(context_of(text))
    assert (place, text[span.start : span.end]) == ("Suva", "SUVA")
    assert dateline_place(context_of("3 May 2024\n\nFiji and Nepal signed a pact on trade.")) is None
    assert dateline_place(context_of("Fiji and Nepal signed a pact on trade.")) is None


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "They held talks here.", True),
        ("en", "It rained here; they held talks.", False),
        ("vi", "Lào và Peru hội đàm tại đây.", True),
        ("ms", "Mereka mengadakan rundingan di sini.", True),
        ("ms", "Mereka mengadakan rundingan.", False),
    ],
)
def test_a_clause_may_say_here(heard, lang, text, expected):
    context, match = heard(text, lang)
    assert says_here(context, match) is expected


def test_places_lie_in_states_and_states_have_names(context_of):
    context = context_of("It rained.")
    assert state_of_place(context, "Putrajaya") == "MY"
    assert state_of_place(context, "Nowhere") is None
    assert country_name(context, "VN") == "Vietnam"
    assert country_name(context, "EU") is None


WORDS = (
    "on 3 May 2024",
    "since 2009",
    "from 3 to 6 May 2024",
    "in Oslo",
    "in Fiji",
    "the White House",
    "while",
    ";",
    "(2013)",
    "by",
    "a visit",
)
phrase = st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join)


@settings(deadline=None)
@given(phrase, phrase, st.sampled_from(["talks", "visit", "upgrade"]))
def test_what_is_found_lies_in_the_clause_of_the_match(heard, before, after, kind):
    verb = {"talks": "held talks", "visit": "visited", "upgrade": "upgraded ties"}[kind]
    context, match = heard(f"They {before} {verb} {after}.", kind=kind, published=PUBLISHED)
    date = own_date(context, match)
    assert date is None or date.when is not None
    # A date right before a clause may be what it tells of: "in May 2022, when the two upgraded ties".
    assert date is None or match.clause.holds(date.span) or 0 <= match.clause.start - date.span.end <= TOUCH
    for found in (own_place(context, match), own_state(context, match)):
        assert found is None or match.clause.holds(found[1])


def test_a_bare_year_before_the_verb_is_the_date_of_talks():
    assert [edtf(event.when) for event in events("ja", "ケニアとペルーは1973年に会談した。")] == ["1973"]


def test_a_bare_year_with_a_word_of_since_behind_it_is_no_date_of_talks():
    assert [edtf(event.when) for event in events("ja", "ケニアとペルーは1973年以来会談した。")] == [None]


@pytest.mark.parametrize(
    ("lang", "text", "day"),
    [
        ("en", "On Monday, the president of Peru, Luis Ramos, will visit Chile.", "2021-06-14"),
        ("vi", "Thứ Hai, Tổng thống Peru Luis Ramos sẽ thăm Chile.", "2021-06-14"),
        ("en", "Peruvian President Luis Ramos visited Chile on Monday.", "2021-06-07"),
        ("en", "Peruvian President Luis Ramos will visit Chile on Saturday.", "2021-06-12"),
        ("ja", "中国の国家主席がペルーを訪れるのは、1980年に外交関係を結んで以来初めてという。", None),
    ],
)
def test_a_plan_of_a_weekday_lies_ahead_and_the_last_visit_dates_no_other(lang, text, day):
    visits = [fact for fact in events(lang, text, "2021-06-12") if fact.type == "visit"]
    assert [edtf(fact.when) for fact in visits] == [day]


def test_days_without_a_month_that_lie_apart_are_of_one_month():
    (visit,) = events("ja", "ペルーのラモス大統領は19日から22日までチリを訪問した。", "2031-05-05")
    assert edtf(visit.when) == "2031-04-19/2031-04-22"


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("vi", "TUYÊN BỐ CHUNG GIỮA PERU VÀ CHILE\n\nHai bên nhất trí mở rộng thương mại."),
        (
            "id",
            "PERNYATAAN BERSAMA\n\nPresiden Peru Luis Ramos bertemu Presiden Chile Ana Soto. Keduanya memuji perdagangan.",
        ),
    ],
)
def test_a_document_that_is_the_statement_tells_its_day(lang, text):
    (statement,) = [fact for fact in events(lang, text, "2031-05-29") if fact.type == "joint_statement"]
    assert (edtf(statement.when), statement.when.basis) == ("2031-05-29", "inferred")
    assert not [fact for fact in events(lang, text) if fact.type == "joint_statement" and fact.when]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "id",
            "Presiden Kenya menghadiri KTT NATO di Brussels pada 12 Mei 2024 dan bertemu Presiden Rusia di Jenewa pada 14 Mei 2024.",
        ),
        (
            "ms",
            "Presiden Peru menghadiri Sidang Kemuncak NATO di Brussels pada 12 Mei 2024 dan bertemu Presiden Oman di Geneva pada 14 Mei.",
        ),
    ],
)
def test_a_meeting_behind_a_summit_has_its_own_day_and_town(lang, text):
    met = [event for event in events(lang, text) if event.type == "meeting"]
    assert [(edtf(event.when), event.place) for event in met] == [("2024-05-14", "Geneva")]
