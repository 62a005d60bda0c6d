import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foedera.extraction.readings import read
from foedera.extraction.stances import LONGEST_SOURCE, attribution, scope, stance
from foedera.model.fact import EventFact
from foedera.model.when import When

from .reports import events


@pytest.fixture(scope="module")
def judged(heard):
    """How the talks (or the like) of a sentence are judged, as (realis, reason)."""

    def made(text, lang="en", when=None, **options):
        context, match = heard(text, lang, **options)
        found = stance(context.draft, match, when)
        return found.stance.realis, found.reason

    return made


ASSERTED, PLANNED = ("asserted", None), ("planned", None)
DENIED, CANCELLED, SUPPOSED = ("denied", "denied"), ("denied", "cancelled"), ("hypothetical", "hypothetical")


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "Fiji and Peru held talks.", ASSERTED),
        ("en", "Fiji and Peru never held talks.", DENIED),
        ("en", "Fiji and Peru had not yet held talks.", DENIED),
        ("en", "The plan is that they will have held talks.", PLANNED),
        ("en", "If they held talks, all would be well.", SUPPOSED),
        ("en", "The day on which they held talks was postponed.", CANCELLED),
        ("vi", "Lào và Na Uy đã hội đàm.", ASSERTED),
        ("vi", "Hai bên chưa hội đàm.", DENIED),
        ("vi", "Hai bên sẽ hội đàm.", PLANNED),
        ("vi", "Nếu hai bên hội đàm thì rất tốt.", SUPPOSED),
        ("vi", "Cuộc hội đàm bị hoãn.", CANCELLED),
        ("ms", "Peru dan Kenya mengadakan rundingan.", ASSERTED),
        ("ms", "Mereka belum mengadakan rundingan.", DENIED),
        ("ms", "Mereka akan mengadakan rundingan.", PLANNED),
        ("ms", "Jika mereka mengadakan rundingan, baiklah.", SUPPOSED),
    ],
)
def test_cues_beside_a_match_tell_its_stance(judged, lang, text, expected):
    assert judged(text, lang) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They never thought that one day in a far place near the sea Fiji held talks.", ASSERTED),
        ("They held talks about trade and then, as we saw, never slept.", ASSERTED),
        ("They held talks, while Fiji did not wave.", ASSERTED),
        ("While Fiji did not wave; they held talks.", ASSERTED),
        ("They held talks, but the show was cancelled.", ASSERTED),
        ("They held talks that were cancelled.", CANCELLED),
        ("They held talks, long wanted by Fiji, was cancelled.", CANCELLED),
        ("They held talks, and Fiji saw that the show was cancelled.", ASSERTED),
        ("They held talks that will go on.", ASSERTED),
        ("They held talks, which will go on.", ASSERTED),
        ("They held talks with Fiji that will go on.", ASSERTED),
        ("They held talks in rain and wind and snow that will go on.", ASSERTED),
        ("They held talks if all was well.", ASSERTED),
    ],
)
def test_a_cue_governs_only_what_is_near_and_on_its_side(judged, text, expected):
    assert judged(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("If they never held talks, it was cancelled.", ("denied", "cancelled")),
        ("It was cancelled that they will have held talks.", CANCELLED),
        ("If they will have held talks, all is well.", SUPPOSED),
        ("They will never have held talks.", DENIED),
    ],
)
def test_the_strongest_cue_counts(judged, text, expected):
    assert judged(text) == expected


def test_a_person_behind_the_match_has_his_own_plans(judged):
    text = "Fijian President Pablo Soto came. They held talks Soto will recall."
    assert judged(text) == ASSERTED


def test_a_cue_within_the_match_itself_counts(judged):
    assert judged("Fiji will hold talks.", say=("will hold talks",)) == PLANNED
    assert judged("Fiji refused to hold talks.", say=("to hold talks",)) == DENIED


@pytest.mark.parametrize(
    ("when", "published", "expected"),
    [
        ("2024-05-11", "2024-05-10", PLANNED),
        ("2024-05-10", "2024-05-10", ASSERTED),
        ("2024-05", "2024-05-10", ASSERTED),
        ("2024-06", "2024-05-10", PLANNED),
        ("2024-05-11", "2024-05", ASSERTED),
        ("2024-05-11", None, ASSERTED),
        ("XXXX-12-11", "2024-05-10", ASSERTED),
        ("2024-12-11", "XXXX-05-10", ASSERTED),
        (None, "2024-05-10", ASSERTED),
    ],
)
def test_what_is_dated_after_the_publication_is_planned(judged, when, published, expected):
    text = "Fiji and Peru held talks."
    assert judged(text, when=When(edtf=when) if when else None, published=published) == expected


def test_a_rule_may_say_that_its_words_tell_of_the_future(judged):
    assert judged("Fiji and Peru held talks.", tense="planned") == PLANNED


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "Fiji and Peru held talks.", None),
        ("en", "According to the Ministry of Fisheries of Peru, they held talks.", "Ministry of Fisheries of Peru"),
        ("en", "They held talks, citing the Courier; all was well.", "Courier"),
        ("en", "They held talks, citing the Courier; it was well, they said.", "Courier"),
        ("en", "They held talks, according to “Courier”.", "Courier"),
        ("en", "They held talks, according to Carl Holm who was there.", "Carl Holm"),
        ("en", "They held talks, according to sources.", None),
        ("en", "According to sources, and as reported by Carl Holm, they held talks.", "Carl Holm"),
        ("en", "They held talks, according to — them.", None),
        ("vi", "Theo Bộ Ngoại giao Peru, hai bên hội đàm.", "Bộ Ngoại giao Peru"),
        ("vi", "Hai bên hội đàm, theo Reuters.", "Reuters"),
        ("ms", "Menurut Bernama, mereka mengadakan rundingan.", "Bernama"),
        ("ms", "Menurut Kementerian Luar Peru, mereka mengadakan rundingan.", "Kementerian Luar Peru"),
    ],
)
def test_the_source_of_a_sentence_is_the_name_behind_the_cue(heard, lang, text, expected):
    context, match = heard(text, lang)
    assert attribution(context.draft, match.sentence) == expected
    assert stance(context.draft, match).stance.attributed_to == expected


WORDS = ("Fiji", "Peru", "held talks", "never", "will", "if", "according to", "Carl Holm", "while", ",", ";", "was cancelled", "of", "a")


@settings(deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join), st.lists(st.sampled_from(WORDS[3:]), max_size=8).map(" ".join))
def test_a_scope_holds_its_match_and_a_source_stands_in_the_text(draft_of, before, after):
    draft = draft_of(f"{before} Nobody said that. They held talks {after}")
    at = draft.text.rindex("held talks")
    sentence = draft.sentence_at(at)
    found = scope(draft, sentence, at)
    assert sentence.span.start <= found.start <= at < found.end <= sentence.span.end
    source = attribution(draft, sentence)
    assert source is None or len(source.split()) <= LONGEST_SOURCE
    assert source is None or all(word in draft.text for word in source.split())


@pytest.mark.parametrize(
    ("text", "realis"),
    [
        ("Japan and Peru signed a pact that will help trade.", "asserted"),
        ("Japan and Peru signed a note under which Japan will help.", "asserted"),
    ],
)
def test_a_will_of_another_verb_makes_no_plan(article_of, knowledge, text, realis):
    facts = read(article_of(text), knowledge, gated=False).facts
    assert [fact.stance.realis for fact in facts if isinstance(fact, EventFact)] == [realis]


def test_a_denial_before_a_colon_does_not_govern_what_the_colon_opens():
    [signing] = events("en", "The talks did not go well: Chile and Peru signed a treaty in Lima on 3 May 2031 all the same.", "2031-05-29")
    assert signing.stance.realis == "asserted"
