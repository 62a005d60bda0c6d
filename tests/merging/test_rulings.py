from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foedera.merging.entries import KINDS, entries
from foedera.merging.properties import FIELDS, HEAD, RULED, properties, values
from foedera.merging.rulings import NONE, rulings
from foedera.model.fact import KIND_OF

DOCUMENT = st.sampled_from(["d1", "d2", "d3"])
EDTF = st.sampled_from([None, "2023-11-27", "2023-11-28", "2023-11", "XXXX-11-27", "2023-11-25/2023-11-28"])
NAMES = st.sampled_from(["Fumio Kishida", "Kishida", "Nguyen Minh Vu", "Nguyen"])
NEW = {"date": "2020-01-01", "target_date": "2030", "parties": "CN,VN", "areas": "energy,politics", "amount": "7 JPY", "tense": "planned"}
NEW |= {"edition": "9", "document_count": "8", "type": "visit", "modality": "pledged", "by": "JP", "country": "VN"}


def drawn(nouns, data):
    where = {"document": DOCUMENT, "start": st.integers(0, 2)}
    make = st.one_of(
        st.builds(nouns.event, EDTF, type=st.sampled_from(["talks", "visit", "upgrade"]), **where),
        st.builds(nouns.level, st.sampled_from([*nouns.RUNGS]), EDTF, **where),
        st.builds(nouns.commitment, st.sampled_from([("energy",), ("politics",)]), amount=st.sampled_from([None, (5, "USD")]), **where),
        st.builds(nouns.tenure, NAMES, st.sampled_from(["prime minister", "president"]), **where),
        st.builds(nouns.mechanism, st.sampled_from(["Joint Committee", "Council"]), **where),
        st.builds(nouns.instrument, st.sampled_from(["RAA", "Reciprocal Access"]), **where),
    )
    return data.draw(st.lists(make, min_size=2, max_size=12, unique_by=lambda fact: fact.id))


def reports_of(nouns):
    return [nouns.report("d1", "2023-11-28"), nouns.report("d2", "XXXX-11-28"), nouns.report("d3")]


def made(nouns, facts, *judgements):
    return entries(facts, reports_of(nouns), nouns.WORLD, judgements)


def sets(found):
    return {frozenset(fact.id for fact in entry.facts) for name in KINDS for entry in getattr(found, name)}


def judged(nouns, data, facts):
    """Some judgement on some of the facts."""
    ruling = data.draw(st.sampled_from(["same", "different", "struck", "corrected", "confirmed"]))
    first = data.draw(st.sampled_from(facts))
    alike = [fact for fact in facts if type(fact) is type(first) and fact is not first]
    if ruling in {"same", "different"}:
        return nouns.judgement(ruling, first, data.draw(st.sampled_from(alike))) if alike else None
    name = data.draw(st.sampled_from([*FIELDS[type(first)]]))
    return nouns.judgement(ruling, first, correct=(name, NEW.get(name, "other")) if ruling == "corrected" else None)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_whatever_was_ruled_is_gone_without_a_trace_once_it_is_undone(nouns, data):
    facts = drawn(nouns, data)
    rulings_made = [one for _ in range(3) if (one := judged(nouns, data, facts))]
    undone = [nouns.undo(one) for one in rulings_made]
    assert made(nouns, facts, *rulings_made, *undone) == made(nouns, facts)


@settings(max_examples=100, deadline=None)
@given(st.data(), st.randoms())
def test_the_order_of_facts_and_judgements_does_not_matter(nouns, data, random):
    facts = drawn(nouns, data)
    given_rulings = [one for _ in range(4) if (one := judged(nouns, data, facts))]
    expected = made(nouns, facts, *given_rulings)
    random.shuffle(facts)
    random.shuffle(given_rulings)
    assert made(nouns, facts, *given_rulings) == expected


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_what_is_one_is_in_one_entry_and_what_is_two_is_in_two_and_no_fact_is_lost(nouns, data):
    facts = drawn(nouns, data)
    ruling = judged(nouns, data, facts)
    found = sets(made(nouns, facts, *([ruling] if ruling else [])))
    struck = {ruling.facts[0]} if ruling and ruling.ruling == "struck" else set()
    assert sorted(name for names in found for name in names) == sorted({fact.id for fact in facts} - struck)
    if ruling and ruling.ruling in {"same", "different"}:
        together = [names for names in found if set(ruling.facts) <= names]
        levels = {fact.id for fact in facts if KIND_OF[type(fact)] == "level"}
        assert bool(together) == (ruling.ruling == "same") or set(ruling.facts) <= levels


def test_two_promises_two_people_and_two_events_are_joined_with_all_their_facts(nouns):
    talks, visit = nouns.event("2023-11-27", document="d1"), nouns.event("2024-02-01", document="d2", type="visit")
    one, other = nouns.commitment(("energy",), document="d1"), nouns.commitment(("politics",), document="d3")
    kishida, abe = nouns.tenure("Fumio Kishida", document="d1"), nouns.tenure("Shinzo Abe", document="d2")
    pairs = [(talks, visit), (one, other), (kishida, abe)]
    found = made(nouns, [fact for pair in pairs for fact in pair], *(nouns.judgement("same", *pair) for pair in pairs))
    assert sets(found) == {frozenset(fact.id for fact in pair) for pair in pairs}


def test_events_of_two_party_sets_stay_two(nouns):
    one, other = nouns.event("2023-11-27", document="d1"), nouns.event("2023-11-27", document="d2", parties=("CN", "VN"))
    assert len(made(nouns, [one, other], nouns.judgement("same", one, other)).events) == 2


def test_of_two_that_are_parted_each_keeps_what_is_like_it(nouns):
    day = {"document": "d1", "place": "Tokyo"}
    first = nouns.event("2023-11-27", id="a", **day)
    second = nouns.event("2023-11-27", id="b", document="d2", place="Tokyo", edition=3)
    third = nouns.event("2023-11-27", id="c", document="d3", place="Tokyo", edition=3)
    assert sets(made(nouns, [first, second, third])) == {frozenset("abc")}
    parted = nouns.judgement("different", first, second)
    assert sets(made(nouns, [first, second, third], parted)) == {frozenset("a"), frozenset("bc")}
    pinned = nouns.judgement("same", first, third)
    assert sets(made(nouns, [first, second, third], parted, pinned)) == {frozenset("ac"), frozenset("b")}


def test_what_is_parted_stays_so_against_what_is_joined(nouns):
    facts = [nouns.event("2023-11-27", id="a"), nouns.event("2024-03-01", id="b", document="d2"), nouns.event(None, id="c", document="d3")]
    a, b, c = facts
    parted = nouns.judgement("different", a, c)
    found = made(nouns, facts, parted, nouns.judgement("same", a, b), nouns.judgement("same", b, c, at="2026-01-02"))
    assert sets(found) == {frozenset("ab"), frozenset("c")}


@pytest.mark.parametrize("name", FIELDS)
def test_every_property_can_be_corrected_and_says_that_no_passage_gives_it(nouns, name):
    fact = next(
        one
        for one in (
            nouns.event("2023-11-27", document_count=2, edition=1, mechanism="Council", place="Tokyo"),
            nouns.level(since="2014"),
            nouns.commitment(target="2030", amount=(5, "USD")),
            nouns.tenure("Kishida"),
            nouns.mechanism("Council", 2),
            nouns.instrument("RAA", "RAA"),
        )
        if type(one) is name
    )
    for one in FIELDS[name]:
        value = NEW.get(one, "other")
        (ruled,), _ = rulings([fact], [nouns.judgement("corrected", fact, correct=(one, value))])
        assert values(ruled)[one] == value
        assert [item.reason for item in ruled.inferred] == [RULED]
        assert ruled.id == fact.id


def test_what_has_no_value_is_empty_and_a_state_that_is_corrected_is_the_party_too(nouns):
    event, kishida = nouns.event("2023-11-27", place="Tokyo", parties=("JP",)), nouns.tenure("Kishida", country="VN")
    told = [nouns.judgement("corrected", event, correct=("place", None)), nouns.judgement("corrected", kishida, correct=("country", "JP"))]
    told += [nouns.judgement("corrected", event, correct=("parties", None))]
    facts, _ = rulings([event, kishida], told)
    assert ("place" in values(facts[0]), facts[0].parties) == (False, ())
    assert facts[1].parties == ("JP",)


def test_an_entry_has_the_value_that_was_ruled_whatever_the_others_say(nouns):
    facts = [nouns.event("2023-11-27", id=name, document=f"d{at}", place="Tokyo") for at, name in enumerate("abc", start=1)]
    vague = nouns.judgement("corrected", facts[1], correct=("date", "2023-11"))
    (event,) = made(nouns, facts, vague).events
    assert (event.when.edtf, event.when.basis) == ("2023-11", "ruled")
    later = nouns.judgement("corrected", facts[2], correct=("place", "Hanoi"), at="2026-02-01")
    earlier, tied = nouns.judgement("corrected", facts[0], correct=("place", "Osaka")), nouns.judgement("same", facts[0], facts[2])
    assert [event.place for event in made(nouns, facts, later, earlier, tied).events] == ["Hanoi", "Tokyo"]
    planned = nouns.judgement("corrected", facts[0], correct=("tense", "planned"))
    assert made(nouns, facts[:1], planned).events[0].tense == "planned"
    without = nouns.judgement("corrected", facts[0], correct=("place", None))
    assert made(nouns, facts, without).events[0].place == "Tokyo"
    assert made(nouns, facts, nouns.judgement("corrected", facts[0], correct=("tense", "past"))).events[0].tense == "past"


def test_what_was_confirmed_counts_among_values_that_differ_but_not_for_less_than_is_known(nouns):
    facts = [nouns.event("2023-11-27", id=name, document=f"d{at}", place="Tokyo") for at, name in enumerate("ab", start=1)]
    third = nouns.event("2023-11-27", id="c", document="d3", place="Osaka", document_count=3)
    tied = nouns.judgement("same", facts[0], third)
    assert made(nouns, [*facts, third], tied).events[0].place == "Tokyo"
    assert made(nouns, [*facts, third], tied, nouns.judgement("confirmed", third)).events[0].place == "Osaka"
    vague = nouns.event("2023-11", id="d", document="d3", place="Japan")
    (event,) = made(nouns, [facts[0], vague], nouns.judgement("confirmed", vague)).events
    assert (event.when.edtf, event.place) == ("2023-11-27", "Tokyo")


def test_a_ruling_survives_better_rules_that_give_the_fact_another_id(nouns):
    fact = nouns.event("2023-11-27", id="a", start=10)
    struck = nouns.judgement("struck", fact)
    assert rulings([replace(fact, id="z")], [struck])[0] == []
    moved = nouns.event("2023-11-27", id="z", start=14, quote="sides held talks")
    assert rulings([moved], [struck])[0] == []
    other = nouns.event("2023-11-27", id="z", start=10, type="visit")
    assert rulings([other], [struck])[0] == [other]
    elsewhere = nouns.event("2023-11-27", id="z", start=400, quote="They met again.")
    assert rulings([elsewhere], [struck])[0] == [elsewhere]
    assert rulings([replace(elsewhere, document="d2")], [struck]) == ([replace(elsewhere, document="d2")], replace(NONE))


def test_of_several_facts_in_the_passage_the_likest_is_meant(nouns):
    kishida = nouns.tenure("Kishida", id="a", start=0)
    struck = nouns.judgement("struck", kishida)
    full = nouns.tenure("Fumio Kishida", id="x")
    other = nouns.tenure("Nguyen Minh Vu", id="y")
    assert rulings([other, full], [struck])[0] == [other]
    promise = nouns.commitment(("energy",), id="a")
    reread = [nouns.commitment(("energy",), id="p", modality="pledged"), nouns.commitment(("politics",), id="q", modality="pledged")]
    assert rulings(reread, [nouns.judgement("struck", promise)])[0] == [reread[1]]


def test_what_was_confirmed_stays_when_it_is_read_differently(nouns):
    fact = nouns.event("2023-11-27", id="a", place="Tokyo")
    reread = replace(fact, place="Osaka", when=nouns.when("2023-11-28"))
    (kept,), known = rulings([reread], [nouns.judgement("confirmed", fact)])
    assert (kept.place, kept.when.edtf, known.confirmed) == ("Tokyo", "2023-11-27", {"a"})


def test_a_fact_that_is_denied_keeps_its_word_for_it(nouns):
    fact = nouns.event("2023-11-27", id="a", realis="denied")
    assert values(fact)["tense"] == "denied"
    assert rulings([replace(fact, place="Hanoi")], [nouns.judgement("confirmed", fact)])[0][0].place == "Hanoi"


def test_a_correction_of_the_type_that_the_rules_have_learned_holds(nouns):
    fact = nouns.event("2023-11-27", id="a", type="talks")
    ruled = nouns.judgement("corrected", fact, correct=("type", "visit"))
    learned = nouns.event("2023-11-27", id="z", type="visit")
    assert rulings([learned], [ruled])[0][0].type == "visit"


def test_every_kind_of_fact_has_properties_and_the_one_that_tells_it_apart_is_among_them():
    for kind in KIND_OF.values():
        assert properties(kind)
        assert HEAD.get(kind, "parties") in {*properties(kind), "parties"}
    assert properties("mechanism") == ("name", "edition", "parties")


VISA = ("defence_cooperation", "visa_exemption")
DAYS = {"d1": "2021-04-05", "d2": "2022-05-06", "d3": "2023-11-28"}


def thread(nouns):
    """A promise, a firmer one, and the signing that fulfils it; and two titles of the pair."""
    return [
        nouns.commitment(document="d1", topics=VISA, modality="considering"),
        nouns.commitment(document="d2", topics=VISA),
        nouns.event("2023-11-27", document="d3", type="signing", topics=VISA),
        nouns.level("strategic partnership", "2014", document="d1", start=1),
        nouns.level("extensive strategic partnership", "2014", document="d2", start=1),
    ]


def derived(nouns, facts, *judgements):
    return entries(facts, [nouns.report(name, day) for name, day in DAYS.items()], nouns.LAND, judgements)


@settings(max_examples=60, deadline=None)
@given(st.data(), st.randoms())
def test_rulings_on_links_and_titles_do_what_they_say_in_any_order_and_are_gone_once_undone(nouns, data, random):
    facts = thread(nouns)
    plain = derived(nouns, facts)
    chosen = data.draw(st.lists(st.sampled_from(range(len(plain.followups))), unique=True))
    ruled = [
        nouns.judgement("struck", link.earlier_facts[0], link.later_facts[0]) for at, link in enumerate(plain.followups) if at in chosen
    ]
    titles = data.draw(st.booleans())
    ruled += [nouns.judgement("same", facts[3], facts[4])] if titles else []
    random.shuffle(ruled)
    found = derived(nouns, facts, *ruled)
    assert found.followups == tuple(link for at, link in enumerate(plain.followups) if at not in chosen)
    assert len(found.levels) == (1 if titles else 2)
    assert derived(nouns, facts, *ruled, *map(nouns.undo, ruled)) == plain


def test_a_promise_of_which_every_link_was_struck_is_as_it_was_said_and_silent(nouns):
    facts = thread(nouns)
    links = derived(nouns, facts).followups
    assert links
    found = derived(nouns, facts, *(nouns.judgement("struck", link.earlier_facts[0], link.later_facts[0]) for link in links))
    assert [(one.status, one.silence is None) for one in found.commitments] == [("considered", False), ("agreed", False)]


def test_of_titles_ruled_to_be_one_that_of_most_origins_stands_else_the_one_that_says_most(nouns):
    facts = thread(nouns)
    (one,) = derived(nouns, facts, nouns.judgement("same", facts[3], facts[4])).levels
    assert one.level == "extensive strategic partnership"
    more = [*facts, nouns.level("strategic partnership", "2014", document="d3", start=1)]
    (one,) = derived(nouns, more, nouns.judgement("same", facts[3], facts[4])).levels
    assert one.level == "strategic partnership"
    assert len(one.facts) == 3


def test_a_ruling_on_a_link_changes_no_fact(nouns):
    facts = thread(nouns)
    for ruling in ("struck", "confirmed"):
        kept, known = rulings(facts, [nouns.judgement(ruling, facts[0], facts[1])])
        assert sorted(kept, key=lambda fact: fact.id) == sorted(facts, key=lambda fact: fact.id)
        assert (known.confirmed, known.settlements.all) == (frozenset(), ())
        assert bool(known.struck) != bool(known.upheld)
