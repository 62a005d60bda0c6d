import entries as made

from foedera.api.texts import Explanation
from foedera.api.wording.facts import words_of
from foedera.cli.parts.paint import painted
from foedera.cli.parts.readings import explanation, reading
from foedera.model.article import Article
from foedera.model.document import DocumentId, Skip, Span
from foedera.model.fact import (
    Amount,
    Citation,
    CommitmentFact,
    EventFact,
    FactId,
    InstrumentFact,
    LevelFact,
    MechanismFact,
    Stance,
    TenureFact,
)
from foedera.model.reading import Reading
from foedera.model.trace import Step, Trace
from foedera.model.when import When

TEXT = "They held talks. It rained. They denied more talks."
ARTICLE = Article(id=DocumentId("d"), text=TEXT, address="a", record="a.txt", record_key="file", location="a.txt", digest="0", lang="en")


def fact(kind, **own):
    citation = Citation(span=Span(start=0, end=16), quote=TEXT[:16])
    return kind(
        **{"id": FactId("f"), "document": DocumentId("d"), "rule": "en.talks.held", "parties": made.PAIR, "citation": citation, **own}
    )


def test_every_kind_of_fact_has_words():
    pair = "Japan \N{EN DASH} Vietnam"
    dot = " \N{MIDDLE DOT} "
    facts = {
        fact(EventFact, type="dialogue", when=When(edtf="2025"), place="Tokyo", mechanism="2+2", edition=1): dot.join(
            ["Dialogue", "2025", "Tokyo", "2+2", "session 1", pair]
        ),
        fact(LevelFact, level="alliance", title="alliance", since=When(edtf="1951")): dot.join(["Alliance", "since 1951", pair]),
        fact(
            CommitmentFact,
            by="both",
            modality="agreed",
            areas=("energy",),
            target=When(edtf="2028"),
            amount=Amount(value=1000, currency="JPY"),
        ): dot.join(["Both agreed", "Energy", "JPY 1,000", "by 2028", pair]),
        fact(CommitmentFact, by="VN", modality="urged", areas=(), stance=Stance(realis="denied", attributed_to="A wire")): dot.join(
            ["Vietnam urged", pair, "denied, according to A wire"]
        ),
        fact(TenureFact, name="A B", office="king", country="JP", parties=()): dot.join(["A B", "king"]),
        fact(MechanismFact, name="dialogue"): dot.join(["Dialogue", pair]),
        fact(InstrumentFact, name="treaty", abbr="T", when=When(edtf="1951")): dot.join(["Treaty", "T", "1951", pair]),
    }
    assert {words_of(one, made.NAMES) for one in facts} == set(facts.values())


def test_a_report_is_told_with_its_facts_and_why_it_was_left_out():
    skips = (
        Skip(reason="not_interstate", detail="x", location="a.txt"),
        Skip(reason="unless", detail="x", location="a.txt", rule="en.talks.held"),
    )
    one = Reading(article=ARTICLE, interstate=False, parties=(), facts=(fact(EventFact, type="talks"),), skips=skips, digest="0")
    page = painted(reading(one, made.NAMES))
    assert "not dated" in page
    assert "They held talks." in page
    assert page.count("Left out") == 1


def test_each_sentence_is_explained_by_rule_and_words_or_by_the_reason_of_its_silence():
    talks = fact(EventFact, type="talks")
    one = Reading(article=ARTICLE, interstate=True, parties=(made.PAIR,), facts=(talks,), skips=(), digest="0")
    first, second, third = Span(start=0, end=16), Span(start=17, end=27), Span(start=28, end=51)
    steps = (
        Step(rule="en.talks.held", words=(Span(start=5, end=15),), sentence=first, fact=talks.id),
        Step(rule="en.talks.held", words=(Span(start=45, end=50),), sentence=third, reason="denied"),
    )
    page = painted(explanation(Explanation(reading=one, trace=Trace(sentences=(first, second, third), steps=steps)), made.NAMES))
    assert 'rule en.talks.held, words "held talks"' in page
    assert "no rule has words that stand here" in page
    assert "the report says that it did not happen" in page
