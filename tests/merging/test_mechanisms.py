from foedera.merging.events import events
from foedera.merging.mechanisms import mechanisms


def test_names_are_the_same_when_they_fold_to_the_same_letters(nouns):
    facts = [
        nouns.mechanism("Joint Committee"),
        nouns.mechanism("joint committee", document="d2"),
        nouns.mechanism("2+2 dialogue"),
    ]
    reports = {"d1": nouns.report(), "d2": nouns.report("d2")}
    assert [(one.name, one.origins) for one in mechanisms(facts, (), reports)] == [("2+2 dialogue", 1), ("Joint Committee", 2)]


def test_its_sessions_are_its_events_and_the_numbers_without_one(nouns):
    reports = {"d1": nouns.report()}
    session = nouns.event("2025-12-04", type="dialogue", mechanism="2+2 Dialogue", edition=1, place="Tokyo")
    both = [session, nouns.event("2026-01-01", document="d2")]
    reports["d2"] = nouns.report("d2")
    held = events(both, nouns.told(both, reports))
    facts = [nouns.mechanism("2+2 dialogue", 1), nouns.mechanism("2+2 dialogue", 2), nouns.mechanism("2+2 dialogue")]
    (one,) = mechanisms(facts, held, reports)
    assert [(session.edition, session.place) for session in one.sessions] == [(1, "Tokyo"), (2, None)]
    assert one.sessions[0].event == session.id
