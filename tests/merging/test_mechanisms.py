import pytest

from foedera.merging.events import events
from foedera.merging.mechanisms import mechanisms
from foedera.merging.titles import Telling


@pytest.fixture
def found(nouns):
    def made(*facts, happened=(), langs=()):
        reports = {fact.document: nouns.report(fact.document, lang=dict(langs).get(fact.document, "en")) for fact in (*facts, *happened)}
        return mechanisms(facts, events(happened, nouns.told(list(happened), reports)), Telling(world=nouns.LAND, reports=reports))

    return made


def test_names_are_the_same_when_they_fold_to_the_same_letters(nouns, found):
    one, other = found(
        nouns.mechanism("Joint Committee"), nouns.mechanism("joint committee", document="d2"), nouns.mechanism("2+2 dialogue")
    )
    assert [(one.name, one.origins), (other.name, other.origins)] == [("2+2 dialogue", 1), ("Joint Committee", 2)]


def test_its_sessions_are_its_events_and_the_numbers_without_one(nouns, found):
    session = nouns.event("2025-12-04", type="dialogue", mechanism="2+2 Dialogue", edition=1, place="Tokyo")
    facts = [nouns.mechanism("2+2 dialogue", 1), nouns.mechanism("2+2 dialogue", 2), nouns.mechanism("2+2 dialogue")]
    (one,) = found(*facts, happened=[session, nouns.event("2026-01-01", document="d2")])
    assert [(held.edition, held.place, held.tense) for held in one.sessions] == [(1, "Tokyo", "past"), (2, None, None)]
    assert one.sessions[0].event == session.id


def test_two_names_under_which_one_event_is_told_are_one_mechanism_s(nouns, found):
    told = [
        nouns.event("2025-12-04", type="dialogue", mechanism="2+2 Dialogue", edition=1),
        nouns.event("2025-12-04", type="dialogue", mechanism="Doi thoai", edition=1, document="d2"),
    ]
    (one,) = found(nouns.mechanism("2+2 Dialogue"), nouns.mechanism("Doi thoai", document="d2"), happened=told)
    assert one.names == ("2+2 Dialogue", "Doi thoai")
    assert one.origins == 2


@pytest.mark.parametrize(("number", "count"), [(11, 1), (2, 2)])
def test_a_high_number_in_two_languages_shows_one_mechanism(nouns, found, number, count):
    facts = [nouns.mechanism("Leaders' Retreat", number), nouns.mechanism("Pemukiman Pemimpin", number, document="d2")]
    assert len(found(*facts, langs=[("d2", "ms")])) == count


def test_its_cadence_tells_when_the_next_session_is_due(nouns, found):
    held = [
        nouns.event(f"{year}-05-02", type="dialogue", mechanism="Annual Review", edition=number, id=f"e{number}")
        for number, year in ((4, 2021), (5, 2022), (7, 2024))
    ]
    (one,) = found(nouns.mechanism("Annual Review"), happened=held)
    assert (one.cadence, one.cadence_stated, one.due.edtf) == (12, False, "2025-05")
