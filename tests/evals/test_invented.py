"""The made-up reports of the trial of growth are reports: their quotes stand in their texts, and the same number gives the same one."""

from foedera import knowledge
from measure.invented import invented


def test_every_fact_cites_its_text_and_a_number_gives_one_report():
    known = knowledge.load()
    made = list(invented(known, 60, seed=3))
    assert made[40:] == list(invented(known, 20, seed=3, first=40))
    assert len({reading.article.id for reading in made}) == 60
    facts = [(fact, reading.article.text) for reading in made for fact in reading.facts]
    assert len({fact.id for fact, _ in facts}) == len(facts) > 300
    assert all(text[fact.citation.span.start : fact.citation.span.end] == fact.citation.quote for fact, text in facts)


def test_copies_and_translations_are_among_them():
    made = list(invented(knowledge.load(), 120, seed=3))
    texts = ["".join(reading.article.text.splitlines(keepends=True)[:5]) for reading in made]
    assert 0 < len(texts) - len(set(texts)) < 30
