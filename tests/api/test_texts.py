from pathlib import Path

import pytest

import foedera
from foedera.model.document import Skip
from foedera.model.fact import EventFact
from foedera.plumbing.errors import FoederaError, UsageError

REPORTS = Path(__file__).resolve().parents[2] / "examples" / "reports"
ENGLISH = REPORTS / "005-en-ishiba-hanoi-translation.txt"
TEXT = (
    "Prime Minister Anwar Ibrahim of Malaysia held talks with Indonesian President Joko Widodo in Jakarta yesterday. They spoke of trade."
)


def test_a_text_gives_a_reading_whose_quotes_are_the_text_at_their_spans():
    reading = foedera.extract(TEXT, lang="English", published="2024-03-02")
    (talks,) = (fact for fact in reading.facts if isinstance(fact, EventFact))
    assert (talks.type, talks.parties, talks.when.edtf) == ("talks", ("ID", "MY"), "2024-03-01")
    for fact in reading.facts:
        assert TEXT[fact.citation.span.start : fact.citation.span.end] == fact.citation.quote


def test_reading_a_file_gives_what_reading_its_text_gives():
    text = ENGLISH.open(encoding="utf-8", newline="").read()
    (from_file,) = foedera.extract_files([str(ENGLISH)])
    assert [fact.citation for fact in foedera.extract(text).facts] == [fact.citation for fact in from_file.facts]


def test_mentions_of_a_text_stand_in_order():
    found = foedera.mentions(TEXT, published="2024-03-02")
    assert [mention.span.start for mention in found] == sorted(mention.span.start for mention in found)
    assert ("date", "2024-03-01") in {(mention.kind, mention.when and mention.when.edtf) for mention in found}


def test_an_explanation_names_a_rule_for_each_fact_that_a_rule_made():
    made = foedera.explain(TEXT)
    explained = {step.fact for step in made.trace.steps}
    assert {fact.id for fact in made.reading.facts if isinstance(fact, EventFact)} <= explained


def test_what_cannot_be_read_comes_as_a_skip_in_its_place(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"")
    for verb in (foedera.extract_files, foedera.mentions_in_files, foedera.explain_files):
        first, second = verb([str(tmp_path / "a.txt"), str(ENGLISH)])
        assert isinstance(first, Skip)
        assert first.is_fault
        assert not isinstance(second, Skip)


def test_the_language_of_mentions_is_that_of_the_article():
    (found,) = foedera.mentions_in_files([str(ENGLISH)])
    assert found.article.lang == "en"


def test_an_empty_text_and_one_over_the_limit_are_refused(monkeypatch):
    with pytest.raises(FoederaError):
        foedera.extract("")
    monkeypatch.setenv("FOEDERA_LIMIT", "20")
    with pytest.raises(FoederaError, match="FOEDERA_LIMIT"):
        foedera.extract(TEXT)


@pytest.mark.parametrize("options", [{"lang": "xx"}, {"published": "soon"}, {"recorded": "2024-13"}])
def test_options_are_checked(options):
    with pytest.raises(UsageError):
        foedera.options(**options)


def test_half_a_surrogate_pair_is_a_message_not_a_crash():
    with pytest.raises(FoederaError):
        foedera.extract("a \ud800 b")
