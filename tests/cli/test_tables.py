import csv
import io

import entries as made
import pytest

from foedera.cli.parts import tables
from foedera.model.article import Article
from foedera.model.document import DocumentId, Span
from foedera.model.fact import (
    Amount,
    Citation,
    CommitmentFact,
    EventFact,
    FactId,
    InstrumentFact,
    LevelFact,
    MechanismFact,
    TenureFact,
)
from foedera.model.finding import Finding
from foedera.model.reading import Reading
from foedera.model.relation import Standing
from foedera.model.when import When


def read(columns, rows):
    return list(csv.DictReader(io.StringIO("".join(tables.text(columns, rows)))))


def test_an_empty_table_still_has_its_head():
    assert "".join(tables.text(tables.EVENT, ())) == ",".join(tables.EVENT) + "\n"


@pytest.mark.parametrize("cell", ["=HYPERLINK(1)", "+1", "-1", "@x", "\tx", "\rx"])
def test_text_that_looks_like_a_formula_is_made_harmless(cell):
    assert read(("a",), [{"a": cell}])[0]["a"] == f"'{cell}"


def test_numbers_stay_numbers_and_nothing_stays_empty():
    assert read(("a", "b"), [{"a": -5}]) == [{"a": "-5", "b": ""}]


def test_an_event_has_a_row():
    (row,) = read(tables.EVENT, [tables.event(made.talks())])
    assert (row["type"], row["date"], row["basis"], row["place"], row["parties"]) == (
        "talks",
        "2014-03-18",
        "stated",
        "Tokyo",
        "JP; VN",
    )
    assert row["people"] == "Shinzo Abe; Truong Tan Sang"
    assert row["reports"] == "old.txt; new.txt"


def test_a_commitment_has_a_row():
    (row,) = read(tables.COMMITMENT, [tables.commitment(made.promise())])
    assert (row["by"], row["areas"], row["target_date"], row["value"], row["currency"]) == (
        "JP",
        "maritime; energy",
        "2028",
        "5000000",
        "JPY",
    )
    (row,) = read(tables.COMMITMENT, [tables.commitment(made.promise(target=None, amount=None))])
    assert (row["target_date"], row["value"]) == ("", "")


def test_a_person_has_a_row():
    (row,) = read(tables.PERSON, [tables.person(made.person())])
    assert (row["name"], row["offices"], row["first_seen"]) == ("Shinzo Abe", "prime minister", "2014-03-18")


def test_a_standing_has_a_row():
    (row,) = read(tables.LEVEL, [tables.standing(Standing(parties=made.PAIR, level=made.level(None), by="2023-11-28"))])
    assert (row["level"], row["since"], row["in_force_by"]) == ("strategic partnership", "", "2023-11-28")


def test_a_finding_has_a_row():
    found = Finding(report=made.OLD, citation=Citation(span=Span(start=1, end=4), quote="abc"), exact=True)
    (row,) = read(tables.FINDING, [tables.finding(found)])
    assert (row["report"], row["start"], row["quote"], row["exact"]) == ("old.txt", "1", "abc", "true")


def test_a_dossier_is_one_table_of_all_its_entries():
    rows = read(tables.RELATION, tables.relation(made.relation()))
    assert [row["kind"] for row in rows] == ["level", "event", "event", "commitment", "mechanism", "instrument", "person"]


def fact(kind, **own):
    citation = Citation(span=Span(start=0, end=1), quote="x")
    return kind(id=FactId("f"), document=DocumentId("d"), rule="r", parties=made.PAIR, citation=citation, **own)


def test_every_kind_of_fact_has_a_row():
    facts = (
        fact(EventFact, type="talks", when=When(edtf="2023")),
        fact(LevelFact, level="alliance", title="alliance"),
        fact(CommitmentFact, by="both", modality="agreed", areas=("energy",), amount=Amount(value=3, currency="USD")),
        fact(CommitmentFact, by="both", modality="agreed", areas=()),
        fact(TenureFact, name="A", office="king", country="TH"),
        fact(MechanismFact, name="dialogue"),
        fact(InstrumentFact, name="treaty"),
    )
    article = Article(id=DocumentId("d"), text="x", address="a", record="a.txt", record_key="file", location="a", digest="0")
    reading = Reading(article=article, interstate=True, parties=(made.PAIR,), facts=facts, skips=(), digest="0")
    rows = read(tables.FACT, tables.facts(reading))
    assert [row["kind"] for row in rows] == ["event", "level", "commitment", "commitment", "tenure", "mechanism", "instrument"]
    assert {row["report"] for row in rows} == {"a.txt"}
    assert rows[2]["value"] == "3"
