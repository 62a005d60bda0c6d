import pytest

DAYS = {"d1": "2023-11-28", "d2": "2023-11-28", "d3": "2023-11-28"}
KISHIDA = ("Fumio Kishida", "prime minister", "JP")
ISHIBA = ("Shigeru Ishiba", "prime minister", "JP")
ESP, CSP = "extensive strategic partnership", "comprehensive strategic partnership"


def differing(nouns, *facts, **options):
    """Property → the values with the records that give them."""
    found = nouns.ledger(*facts, days=DAYS, **options).disagreements
    return {one.property: {claim.value: {report.document for report in claim.reports} for claim in one.claims} for one in found}


def upgrade(nouns, day, document):
    return [nouns.event(day, type="upgrade", document=document), nouns.level(CSP, day, document=document)]


def test_an_upgrade_dated_differently_by_two_reports_is_one_entry_with_both_days(nouns):
    facts = [*upgrade(nouns, "2023-11-27", "d1"), *upgrade(nouns, "2023-11-28", "d2"), *upgrade(nouns, "2023-11-27", "d3")]
    found = nouns.ledger(*facts, days=DAYS)
    (event,) = found.events
    (one,) = event.disagreements
    assert (one.kind, one.type, one.property, one.entry) == ("event", "upgrade", "date", event.id)
    assert [(claim.value, claim.origins) for claim in one.claims] == [("2023-11-27", 2), ("2023-11-28", 1)]
    assert all(fact.citation.quote for claim in one.claims for fact in claim.facts)


def test_what_else_two_such_reports_tell_of_these_days_goes_along(nouns):
    facts = [*upgrade(nouns, "2023-11-27", "d1"), *upgrade(nouns, "2023-11-28", "d2")]
    facts += [nouns.event(day, document=document, start=300) for day, document in (("2023-11-27", "d1"), ("2023-11-28", "d2"))]
    found = nouns.ledger(*facts, days=DAYS)
    assert sorted((event.type, len(event.facts)) for event in found.events) == [("talks", 2), ("upgrade", 2)]
    assert {one.property for event in found.events for one in event.disagreements} == {"date"}


@pytest.mark.parametrize("vaguer", ["2023", "2023-11", "XXXX-11-27", None])
def test_a_difference_of_precision_is_no_disagreement(nouns, vaguer):
    facts = [nouns.event("2023-11-27", attendees=[KISHIDA]), nouns.event(vaguer, document="d2", attendees=[KISHIDA])]
    assert len(nouns.ledger(*facts, days=DAYS).events) == 1
    assert differing(nouns, *facts) == {}


def test_a_plan_that_came_true_on_another_day_is_no_disagreement(nouns):
    planned, held = upgrade(nouns, "2023-11-26", "d1"), upgrade(nouns, "2023-11-27", "d2")
    planned[0] = nouns.event("2023-11-26", type="upgrade", realis="planned")
    assert "date" not in differing(nouns, *planned, *held)


def test_cities_differ_but_a_city_and_its_country_do_not(nouns):
    facts = [nouns.event("2023-11-27", document=f"d{at}", place=place, attendees=[KISHIDA]) for at, place in ((1, "Tokyo"), (2, "Japan"))]
    assert differing(nouns, *facts) == {}
    facts.append(nouns.event("2023-11-27", document="d3", place="Osaka", attendees=[KISHIDA]))
    assert differing(nouns, *facts) == {"place": {"Tokyo": {"d1"}, "Osaka": {"d3"}}}


def test_numbers_of_signed_papers_differ(nouns):
    facts = [nouns.event("2023-11-27", type="signing", document=f"d{at}", document_count=number) for at, number in ((1, 30), (2, 31))]
    facts.append(nouns.event("2023-11-27", type="signing", document="d3"))
    assert differing(nouns, *facts) == {"document_count": {"30": {"d1"}, "31": {"d2"}}}


def test_amounts_and_deadlines_differ(nouns):
    facts = [
        nouns.commitment(amount=(18, "USD"), target="2025", document="d1"),
        nouns.commitment(amount=(20, "USD"), target="2025-06", document="d2"),
    ]
    assert differing(nouns, *facts) == {"amount": {"18 USD": {"d1"}, "20 USD": {"d2"}}}
    facts = [nouns.commitment(("energy", "digital"), target=target, document=f"d{at}") for at, target in ((1, "2025"), (2, "2030"))]
    assert differing(nouns, *facts) == {"target_date": {"2025": {"d1"}, "2030": {"d2"}}}


def held(nouns, document, *people):
    tenures = [nouns.tenure(*one, document=document) for one in people]
    return [nouns.event("2023-11-27", type="signing", document=document, attendees=people), *tenures]


def test_two_holders_of_one_office_at_one_happening_differ(nouns):
    facts = [*held(nouns, "d1", KISHIDA), *held(nouns, "d2", ISHIBA)]
    assert differing(nouns, *facts) == {"attendees": {"Fumio Kishida": {"d1"}, "Shigeru Ishiba": {"d2"}}}


def test_two_names_or_scripts_of_one_person_or_two_ambassadors_do_not(nouns):
    assert differing(nouns, *held(nouns, "d1", KISHIDA), *held(nouns, "d2", ("Kishida", "prime minister", "JP"))) == {}
    assert differing(nouns, *held(nouns, "d1", KISHIDA), *held(nouns, "d2", ("\u77f3\u7834\u8302", "prime minister", "JP"))) == {}
    envoys = [("Ann Lee", "ambassador", "JP"), ("Bo Ito", "ambassador", "JP")]
    assert differing(nouns, *held(nouns, "d1", envoys[0]), *held(nouns, "d2", envoys[1])) == {}
    assert differing(nouns, *held(nouns, "d1", KISHIDA), *held(nouns, "d2", ("Ann Lee", None, None))[:1]) == {}


def test_two_titles_that_began_together_by_different_reports_differ(nouns):
    facts = [nouns.level(CSP, "2023-11-27"), nouns.level(ESP, "2023-11", document="d2")]
    (one,) = nouns.ledger(*facts, days=DAYS).disagreements
    assert (one.kind, one.property, {claim.value for claim in one.claims}) == ("level", "level", {CSP, ESP})
    assert one.type in {CSP, ESP}
    assert differing(nouns, nouns.level(CSP, "2023-11-27"), nouns.level(ESP, "2023-11", start=90)) == {}
    assert differing(nouns, nouns.level(CSP, "2023-11-27"), nouns.level(ESP, "2014", document="d2")) == {}


def test_a_disagreement_stands_whoever_copied_whom(nouns):
    facts = [*upgrade(nouns, "2023-11-27", "d1"), *upgrade(nouns, "2023-11-28", "d2"), *upgrade(nouns, "2023-11-28", "d3")]
    (one,) = nouns.ledger(*facts, days=DAYS).disagreements
    assert {claim.value: claim.origins for claim in one.claims} == {"2023-11-27": 1, "2023-11-28": 2}
    (one,) = nouns.ledger(*facts, days=DAYS, origin="d1").disagreements
    assert {claim.value: claim.origins for claim in one.claims} == {"2023-11-27": 1, "2023-11-28": 1}


def test_two_days_of_one_stay_are_no_disagreement(nouns):
    facts = [nouns.event(day, type="visit", document=document) for day, document in (("2023-11-27", "d1"), ("2023-11-28", "d2"))]
    facts.append(nouns.event("2023-11-26/2023-11-29", type="visit", document="d3"))
    assert differing(nouns, *facts) == {}
