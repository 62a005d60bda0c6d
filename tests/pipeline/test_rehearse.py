from dataclasses import replace
from types import SimpleNamespace

import pytest

from foedera.model.rule import Example, Rule, Silent
from foedera.model.trace import Step, Trace
from foedera.pipeline import rehearse as rehearsing
from foedera.pipeline.rehearse import rehearse

RULE = "en.talks.held"


@pytest.fixture
def stage(nouns, monkeypatch):
    """Rehearse one rule whose extraction makes the given facts of any text; returns what is said of each problem."""

    def run(facts, *, silent_facts=(), tags=(), **example):
        rule = Rule(
            id=RULE,
            type="talks",
            say=("held talks",),
            examples=(Example(**{"text": nouns.QUOTE, "span": "held talks", **example}),),
            silents=(Silent(text="The union held talks.", why="no state"),),
            where="rules/talks.toml:3",
        )
        seen = []

        def read(article, _, *, gated):
            seen.append(article)
            assert not gated
            return nouns.reading(article, silent_facts if article.text.startswith("The union") else facts)

        monkeypatch.setattr(rehearsing, "extraction", SimpleNamespace(read=read))
        pack = SimpleNamespace(tag="en", rules=(rule,))
        problems = rehearse(replace(nouns.KNOWLEDGE, packs=(pack,)), tags)
        run.seen = seen
        assert all(problem.where == "rules/talks.toml:3" for problem in problems)
        return [problem.what for problem in problems]

    return run


def test_a_rule_that_does_what_its_examples_say_has_no_problem(stage, nouns):
    fact = nouns.event("2023-11-27", rule=RULE, place="Tokyo")
    values = {"parties": ("VN", "JP"), "date": "2023-11-27", "place": "Tokyo", "tense": "past", "name": ""}
    assert stage([fact, nouns.level()], published="2023-11-28", **values) == []
    assert stage.seen[0].published.edtf == "2023-11-28"
    assert stage.seen[0].lang == "en"


def test_only_the_languages_asked_for_are_rehearsed(stage):
    assert stage([], tags=["vi"]) == []


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"place": "Hanoi"}, "place Tokyo for Hanoi"),
        ({"place": ""}, "place Tokyo for nothing"),
        ({"date": "2023"}, "date 2023-11-27 for 2023"),
        ({"parties": ("CN", "VN")}, "parties JP, VN for CN, VN"),
        ({"tense": "planned"}, "tense past for planned"),
        ({"level": "alliance"}, "level nothing for alliance"),
    ],
)
def test_each_value_that_differs_is_named(stage, nouns, values, said):
    (what,) = stage([nouns.event("2023-11-27", rule=RULE, place="Tokyo")], **values)
    assert said in what


def test_a_fact_that_cites_other_words_is_a_problem(stage, nouns):
    (what,) = stage([nouns.event(rule=RULE, start=8, quote="sides")])
    assert "cites" in what


def test_a_fact_of_another_rule_or_stance_does_not_count(stage, nouns):
    (what,) = stage([nouns.event(rule="en.talks.other"), nouns.event(rule=RULE, realis="denied", start=1)])
    assert "makes nothing" in what


def test_two_equal_facts_are_one_too_many(stage, nouns):
    (what,) = stage([nouns.event(rule=RULE), nouns.event(rule=RULE, type="meeting")])
    assert "2 equal facts" in what


def test_a_span_must_occur_once(stage, nouns):
    (what,) = stage([nouns.event(rule=RULE)], span="s")
    assert "once" in what


def test_a_rule_that_speaks_where_it_must_be_silent_is_a_problem(stage, nouns):
    (what,) = stage([nouns.event(rule=RULE)], silent_facts=[nouns.event(rule=RULE, realis="planned")])
    assert "must be silent" in what
    assert "no state" in what
    assert stage([nouns.event(rule=RULE)], silent_facts=[nouns.event(rule=RULE, realis="hypothetical")]) == []


def test_a_rule_without_examples_is_a_problem(nouns):
    bare = Rule(id=RULE, type="talks", say=(), examples=(), silents=())
    pack = SimpleNamespace(tag="en", rules=(bare,))
    (problem,) = rehearse(replace(nouns.KNOWLEDGE, packs=(pack,)))
    assert problem.where == RULE


def test_the_values_of_every_kind_can_be_asked_for(stage, nouns):
    promise = nouns.commitment(("energy", "digital"), rule=RULE, target="2030", amount=(20, "USD"))
    values = {"areas": ("digital", "energy"), "by": "both", "modality": "agreed", "target": "2030", "amount": "20 USD"}
    assert stage([promise], **values) == []
    assert stage([nouns.commitment((), rule=RULE)], areas=(), amount="", target="") == []
    assert stage([nouns.level("alliance", "1951", rule=RULE)], level="alliance", date="1951") == []
    assert stage([nouns.mechanism("2+2", 3, rule=RULE)], name="2+2", edition=3) == []
    assert stage([nouns.instrument("RAA", rule=RULE, signed="2024")], name="RAA", date="2024") == []
    assert stage([nouns.tenure("Fumio Kishida", rule=RULE)], parties=("JP", "VN")) == []
    assert stage([nouns.event(rule=RULE, mechanism="2+2", edition=1)], name="2+2", edition=1, date="") == []


def test_a_rule_for_numbers_of_papers_is_held_against_the_event_that_its_words_tell_of(nouns, monkeypatch):
    """It makes no fact of its own: what it did is told by the trace, also where it keeps a number out."""
    rule = Rule(
        id="en.document_count.number",
        type="document_count",
        say=("{number} agreements",),
        examples=(Example(text=nouns.QUOTE, span=nouns.QUOTE, document_count=3),),
        silents=(Silent(text="Three ministers signed.", why="ministers"),),
        where="rules/document_count.toml:1",
    )
    signing = replace(nouns.event("2023-11-27"), document_count=4)
    words = (signing.citation.span,)

    def traced(article, _, *, gated):
        assert not gated
        reason = "unless" if article.text.startswith("Three") else None
        step = Step(rule=rule.id, words=words, sentence=signing.citation.span, fact=signing.id if reason is None else None, reason=reason)
        return nouns.reading(article, [signing, nouns.level()]), Trace(sentences=words, steps=(step,))

    monkeypatch.setattr(rehearsing, "extraction", SimpleNamespace(traced=traced))
    pack = SimpleNamespace(tag="en", rules=(rule,))
    (problem,) = rehearse(replace(nouns.KNOWLEDGE, packs=(pack,)))
    assert "document_count 4 for 3" in problem.what
