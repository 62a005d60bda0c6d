from foedera.extraction import readings
from foedera.extraction.outcomes import Outcome, facts_of
from foedera.model.document import Span
from foedera.model.fact import EventFact, LevelFact

from .reports import KNOWLEDGE, article, read

TEXT = (
    "Chilean President Gabriel Boric held talks with Ghanaian President John Mahama in Accra on 3 May 2025. "
    "Ghana did not sign an agreement on fisheries with Chile. Chile and Ghana are strategic partners. "
    "Chile and Ghana agreed to build a railway to the coast. The Chile-Ghana Joint Commission praised the Paris Agreement."
)


def test_facts_stand_in_the_order_of_their_passages():
    facts = read("en", TEXT).facts
    starts = [(fact.citation.span.start, fact.citation.span.end) for fact in facts]
    assert starts == sorted(starts)
    assert len({fact.id for fact in facts}) == len(facts)


def test_of_facts_with_one_id_the_first_stays():
    fact = next(fact for fact in read("en", TEXT).facts if isinstance(fact, EventFact))
    words = (Span(start=0, end=1),)
    first = Outcome(rule="r1", start=0, end=5, words=words, fact=fact)
    none = Outcome(rule="r2", start=0, end=5, words=words, reason="denied")
    again = Outcome(rule="r3", start=0, end=5, words=words, fact=fact)
    assert facts_of([none, first, again]) == (fact,)


def test_every_match_that_made_no_fact_is_a_skip_with_its_rule_and_passage():
    skips = read("en", TEXT).skips
    denied = next(skip for skip in skips if skip.reason == "denied")
    assert denied.detail == "Ghana did not sign an agreement on fisheries with Chile."
    assert TEXT[denied.span.start : denied.span.end] == denied.detail
    assert denied.rule.startswith("en.signing.")
    assert (denied.document, denied.location, denied.is_fault) == ("r1", "reports/r1.txt", False)
    assert [skip.span.start for skip in skips] == sorted(skip.span.start for skip in skips)


def test_the_trace_tells_of_each_step_which_words_of_which_sentence_made_what():
    reading, trace = readings.traced(article(TEXT), KNOWLEDGE, gated=False)
    facts = {fact.id: fact for fact in reading.facts}
    assert [TEXT[span.start : span.end] for span in trace.sentences] == [f"{part}." for part in TEXT[:-1].split(". ")]
    for step in trace.steps:
        assert (step.fact is None) != (step.reason is None)
        assert step.sentence in trace.sentences
        assert all(step.sentence.holds(word) for word in step.words)
        assert step.fact is None or facts[step.fact].rule == step.rule
    talks = next(step for step in trace.steps if step.rule.startswith("en.talks."))
    assert " ".join(TEXT[word.start : word.end] for word in talks.words).startswith("held talks")
    places = [step.sentence.start for step in trace.steps]
    assert places == sorted(places)


KINDS = [
    ("event", "talks"),
    ("level", "strategic partnership"),
    ("commitment", "agreed"),
    ("tenure", "tenure"),
    ("mechanism", "mechanism"),
    ("instrument", "instrument"),
]


def test_facts_of_one_passage_have_ids_of_their_own():
    found = read("en", "Kenya has strategic partnerships with Norway, Ghana and Nepal.").facts
    assert [type(fact) for fact in found] == [LevelFact] * 3
    assert len({fact.id for fact in found}) == 3
