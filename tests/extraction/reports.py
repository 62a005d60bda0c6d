"""Own short reports as the engine reads them: what the tests of events, levels, promises and names look at."""

from __future__ import annotations

from foedera import knowledge
from foedera.extraction import readings
from foedera.model.article import Article
from foedera.model.document import DocumentId
from foedera.model.fact import CommitmentFact, EventFact, InstrumentFact, LevelFact, MechanismFact
from foedera.model.when import When

KNOWLEDGE = knowledge.load()


def article(text, lang="en", published=None):
    """A report as a format hands it over; `published` is a day in EDTF that its record gives."""
    return Article(
        id=DocumentId("r1"),
        text=text,
        address="r1.txt",
        record="r1.txt",
        record_key="file",
        location="reports/r1.txt",
        digest="d1",
        lang=lang,
        published=When(edtf=published, basis="metadata") if published else None,
    )


def read(lang, text, published=None, *, gated=False):
    """The reading of a report; ungated, so that one sentence suffices."""
    return readings.read(article(text, lang, published), KNOWLEDGE, gated=gated)


def _facts(kind, lang, text, published):
    return [fact for fact in read(lang, text, published).facts if isinstance(fact, kind)]


def events(lang, text, published=None):
    return [fact for fact in _facts(EventFact, lang, text, published) if not fact.stance.undone]


def levels(lang, text, published=None):
    return _facts(LevelFact, lang, text, published)


def commitments(lang, text, published=None):
    return _facts(CommitmentFact, lang, text, published)


def mechanisms(lang, text, published=None):
    return _facts(MechanismFact, lang, text, published)


def instruments(lang, text, published=None):
    return _facts(InstrumentFact, lang, text, published)


def edtf(when):
    """A date as written, or None."""
    return when.edtf if when is not None else None


def refusals(lang, text, published=None, *, of):
    """(reason, passage) of every match of rules of one type that made no fact."""
    skips = read(lang, text, published).skips
    return [(skip.reason, skip.detail) for skip in skips if skip.rule and skip.rule.split(".")[1] == of]


def told(reading):
    """The events of a reading, bare: type, parties, date, place, stance."""
    found = [fact for fact in reading.facts if isinstance(fact, EventFact)]
    return sorted(
        (fact.type, "-".join(fact.parties), fact.when.edtf if fact.when else "", fact.place or "", fact.stance.realis) for fact in found
    )
