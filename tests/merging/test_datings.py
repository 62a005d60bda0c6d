from foedera.merging.datings import document_days, promise_days, with_years
from foedera.merging.events import events
from foedera.merging.people import people, sights

KISHIDA = "Fumio Kishida"


def happened(nouns, *facts, days=None):
    reports = {fact.document: nouns.report(fact.document, (days or {}).get(fact.document)) for fact in facts}
    reports |= {name: nouns.report(name, day) for name, day in (days or {}).items()}
    told = [fact for fact in facts if fact.rule.startswith("en.event")]
    return events(told, nouns.told(facts, reports, world=nouns.LAND)), reports


def days(nouns, *facts, published):
    found, reports = happened(nouns, *facts, days={"d1": published})
    return document_days(reports, found).get("d1")


def dated(nouns, *facts, days=None, seen=()):
    """The events with the years that follow: date, basis, and from how many facts."""
    found, reports = happened(nouns, *facts, days=days)
    known = sights(people(seen, reports, nouns.LAND))
    return [(one.when.edtf, one.when.basis, set(one.year_from)) for one in with_years(found, facts, reports, known)]


def test_a_report_has_its_own_day_or_that_of_what_it_tells(nouns):
    talks = nouns.event("2023-11-27")
    assert days(nouns, talks, published="2023-11-28") == "2023-11-28"
    assert days(nouns, talks, published=None) == "2023-11-27"
    assert days(nouns, talks, published="2023-11") == "2023-11-27"
    assert days(nouns, talks, published="2024-11") is None
    assert days(nouns, published=None) is None


def test_a_report_without_a_year_has_that_of_a_happening_next_to_it(nouns):
    talks = nouns.event("2023-11-27")
    assert days(nouns, talks, published="XXXX-11-28") == "2023-11-28"
    assert days(nouns, talks, published="XXXX-12-28") is None
    assert days(nouns, talks, published="XXXX-11") is None
    assert days(nouns, talks, nouns.event("2024-11-27", start=90), published="XXXX-11-28") is None


def test_a_plan_dates_no_report(nouns):
    assert days(nouns, nouns.event("2023-12-16", realis="planned"), published=None) is None


def test_a_promise_is_as_old_as_the_happening_of_which_its_passage_tells_it(nouns):
    promise, other = nouns.commitment(start=0), nouns.commitment(start=300)
    found, _ = happened(nouns, nouns.event("2014-03-18", start=10), days={"d1": "2023-11-28"})
    assert promise_days([promise, other], found, {"d1": "2023-11-28"}) == {promise.id: "2014-03-18", other.id: "2023-11-28"}
    assert promise_days([other], found, {}) == {}


def test_a_day_gets_the_year_that_brings_it_next_to_its_report(nouns):
    talks = nouns.event("XXXX-12-30")
    assert dated(nouns, talks, days={"d1": "2024-01-02"}) == [("2023-12-30", "inferred", {talks.id})]
    assert dated(nouns, nouns.event("XXXX-02-29"), days={"d1": "2024-03-01"}) == [("XXXX-02-29", "stated", set())]


def test_a_day_after_what_the_report_tells_as_past_gets_the_next_year_that_fits(nouns):
    before, talks = nouns.event("2025-11", start=90, type="dialogue"), nouns.event("XXXX-03-07")
    assert dated(nouns, before, talks, days={"d1": None}) == [
        ("2025-11", "stated", set()),
        ("2026-03-07", "inferred", {before.id}),
    ]
    late = nouns.event("XXXX-12-20")
    assert ("2025-12-20", "inferred", {before.id}) in dated(nouns, before, late, days={"d1": None})
    leap = nouns.event("XXXX-02-29")
    assert ("XXXX-02-29", "stated", set()) in dated(nouns, before, leap, days={"d1": None})


def test_a_plan_gets_no_year(nouns):
    facts = [nouns.event("2025-12-04", start=90), nouns.event("XXXX-03-07", realis="planned")]
    assert ("XXXX-03-07", "stated", set()) in dated(nouns, *facts, days={"d1": None})


def test_a_dialogue_spoken_of_as_standing_was_held_before(nouns):
    first = nouns.event("2025-12-04", type="dialogue", edition=1, topics=["two_plus_two"])
    facts = [first, nouns.mechanism("2+2", document="d2", topics=["two_plus_two"]), nouns.event("XXXX-03-07", document="d2")]
    facts.append(nouns.mechanism("energy dialogue", document="d2", topics=["visa_exemption"]))
    assert ("2026-03-07", "inferred", {first.id}) in dated(nouns, *facts, days={"d1": "2025-12-05", "d2": None})


def test_a_day_lies_in_the_only_year_in_which_all_held_their_offices(nouns):
    seen = [
        nouns.tenure(KISHIDA, document="d7", at="2023-05-01"),
        nouns.tenure(KISHIDA, document="d8", at="2024-02-01"),
        nouns.tenure(KISHIDA, document="d1"),
        nouns.tenure("Pham Minh Chinh", country="VN", document="d1"),
    ]
    talks = nouns.event("XXXX-11-27")
    ((edtf, basis, source),) = dated(nouns, talks, days=dict.fromkeys(("d1", "d7", "d8")), seen=seen)
    assert (edtf, basis, source) == ("2023-11-27", "inferred", {seen[2].id})


def test_a_term_of_two_such_days_leaves_the_year_open(nouns):
    seen = [nouns.tenure(KISHIDA, document=name, at=at) for name, at in (("d7", "2022-05-01"), ("d8", "2024-02-01"))]
    seen.append(nouns.tenure(KISHIDA, document="d1"))
    found = dated(nouns, nouns.event("XXXX-11-27"), days=dict.fromkeys(("d1", "d7", "d8")), seen=seen)
    assert found == [("XXXX-11-27", "stated", set())]


def test_a_month_or_a_day_of_an_unknown_month_stays_as_it_is(nouns):
    for edtf in ("XXXX-11", "XXXX-XX-27", "2023-11"):
        assert dated(nouns, nouns.event(edtf), days={"d1": "2023-11-28"}) == [(edtf, "stated", set())]


def test_the_last_day_of_a_leap_february_gets_no_year_by_terms(nouns):
    terms = [nouns.tenure(KISHIDA, document=name, at=day) for name, day in (("d2", "2022-10-04"), ("d3", "2023-10-01"))]
    shown = nouns.tenure(KISHIDA)
    met = nouns.event("XXXX-02-29", attendees=[(KISHIDA, "prime minister", "JP")])
    assert dated(nouns, met, shown, seen=[shown, *terms], days={"d2": None, "d3": None}) == [("XXXX-02-29", "stated", set())]
