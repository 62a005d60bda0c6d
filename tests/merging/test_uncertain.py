from dataclasses import replace

from foedera.merging.entries import entries
from foedera.merging.followups import ENOUGH
from foedera.merging.uncertain import NEAR, uncertain
from foedera.model.fact import Citation, Inference, Support
from foedera.model.followup import FollowUp


def made(nouns, facts, judgements=()):
    reports = [nouns.report(f"d{at}", "2023-11-28") for at in range(1, 6)]
    return entries(facts, reports, nouns.WORLD, judgements)


def doubts(nouns, facts, *judgements):
    return [(one.kind, one.reason, one.property, one.because) for one in uncertain(made(nouns, facts, judgements), judgements)]


def inferred(fact, name, reason="the_two_sides"):
    return replace(fact, inferred=(Inference(property=name, reason=reason),))


def dated(fact, basis):
    return replace(fact, when=replace(fact.when, basis=basis))


def test_what_is_stated_is_certain(nouns):
    facts = [nouns.event("2023-11-27"), nouns.commitment(target="2030"), nouns.tenure("Kishida"), nouns.mechanism("Council")]
    assert doubts(nouns, facts) == []


def test_a_date_that_is_worked_out_or_that_of_publication_is_uncertain(nouns):
    event = nouns.event("2023-11-27", id="a")
    assert doubts(nouns, [dated(event, "inferred")]) == [("event", "inferred_value", "date", ("date_completed",))]
    beside = inferred(dated(event, "inferred"), "date", "the_event_it_belongs_to")
    assert doubts(nouns, [beside]) == [("event", "inferred_value", "date", ("the_event_it_belongs_to",))]
    assert doubts(nouns, [dated(event, "publication")]) == [("event", "publication_date", "date", ())]
    assert doubts(nouns, [dated(event, "inferred"), nouns.event("2023-11-27", document="d2")]) == []


def test_a_year_that_was_worked_out_says_from_what(nouns):
    facts = [nouns.event("2023-11-27", id="a"), nouns.event("XXXX-12-01", id="b", type="visit")]
    assert doubts(nouns, facts) == [("event", "inferred_value", "date", ("later_than_what_it_tells",))]


def test_a_property_is_uncertain_where_every_fact_takes_it_from_elsewhere(nouns):
    event = nouns.event("2023-11-27", id="a", place="Tokyo")
    assert doubts(nouns, [inferred(event, "party")]) == [("event", "inferred_value", "parties", ("the_two_sides",))]
    assert doubts(nouns, [inferred(event, "place", "dateline")]) == [("event", "inferred_value", "place", ("dateline",))]
    stated = nouns.event("2023-11-27", id="b", document="d2", place="Tokyo")
    assert doubts(nouns, [inferred(event, "party"), stated]) == []
    person = inferred(nouns.tenure("Kishida"), "country", "known_person")
    assert doubts(nouns, [person]) == [("person", "inferred_value", "country", ("known_person",))]


def test_a_party_or_an_office_that_another_passage_gives_is_uncertain_a_place_is_not(nouns):
    elsewhere = Citation(span=nouns.Span(start=90, end=95), quote="Tokyo")
    event = nouns.event("2023-11-27", id="a", place="Tokyo")
    for name, said in (("party", [("event", "another_passage", "parties", ())]), ("place", [])):
        assert doubts(nouns, [replace(event, support=(Support(property=name, citation=elsewhere),))]) == said
    person = replace(nouns.tenure("Kishida"), support=(Support(property="office", citation=elsewhere),))
    assert doubts(nouns, [person]) == [("person", "another_passage", "office", ())]


def test_a_level_and_an_upgrade_of_one_origin_come_first(nouns):
    facts = [inferred(nouns.event("2023-11-27"), "party"), nouns.level(since="2014", id="a")]
    facts += [nouns.event("2023-11-27", type="upgrade", id="b")]
    assert [one[:2] for one in doubts(nouns, facts)] == [("level", "one_origin"), ("event", "one_origin"), ("event", "inferred_value")]


def test_what_sources_differ_about_is_uncertain_with_its_values(nouns):
    facts = [nouns.event("2023-11-27", id=name, document=f"d{at}", document_count=at) for at, name in enumerate("ab", start=1)]
    (one,) = uncertain(made(nouns, facts))
    assert (one.reason, one.property, one.values) == ("disagreement", "document_count", ("1", "2"))
    assert len(one.reports) == 2


def test_what_was_confirmed_or_corrected_is_certain(nouns):
    event = inferred(nouns.event("2023-11-27", id="a", place="Tokyo"), "place", "dateline")
    assert doubts(nouns, [event], nouns.judgement("confirmed", event)) == []
    assert doubts(nouns, [event], nouns.judgement("corrected", event, correct=("place", "Hanoi"))) == []
    assert doubts(nouns, [dated(event, "inferred")], nouns.judgement("corrected", event, correct=("date", "2023-11-26"))) == [
        ("event", "inferred_value", "place", ("dateline",))
    ]
    upgrade = nouns.event("2023-11-27", id="u", type="upgrade")
    assert doubts(nouns, [upgrade], nouns.judgement("confirmed", upgrade)) == []
    facts = [nouns.event("2023-11-27", id=name, document=f"d{at}", document_count=at) for at, name in enumerate("ab", start=1)]
    assert doubts(nouns, facts, nouns.judgement("confirmed", facts[1])) == []


def test_a_link_near_its_threshold_is_uncertain(nouns):
    found = made(nouns, [nouns.commitment(id="a"), nouns.commitment(("politics",), id="b", document="d2")])
    earlier, later = found.commitments
    link = FollowUp(
        kind="continues",
        parties=nouns.PAIR,
        earlier=earlier.id,
        later=later.id,
        earlier_facts=earlier.facts,
        later_facts=later.facts,
        grounds=(("area", "energy"),),
        strength=ENOUGH + NEAR / 2,
    )
    (one,) = uncertain(replace(found, followups=(link, replace(link, strength=9.0))))
    assert (one.reason, one.earlier, one.because, len(one.facts)) == ("weak_link", earlier.id, ("area",), 2)


def test_what_has_no_name_of_its_own_is_called_by_its_kind(nouns):
    facts = [
        inferred(nouns.commitment(), "party"),
        inferred(nouns.instrument("RAA"), "party"),
        inferred(nouns.mechanism("Council"), "party"),
    ]
    assert [one.type for one in uncertain(made(nouns, facts))] == ["commitment", "Council", "RAA"]
