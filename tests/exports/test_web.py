import io
import json
import xml.etree.ElementTree as ET

import pytest
from ledgers import TRICKY, count_of

from foedera.exports import atom, jsonld, parquet
from foedera.exports.parts.rows import COLUMNS

OA = "http://www.w3.org/ns/oa#"
TERMS = {
    "oa": OA,
    "id": "@id",
    "type": "@type",
    "graph": "@graph",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "foedera": "urn:foedera:term:",
    **{
        name: f"oa:{name}"
        for name in ("Annotation", "SpecificResource", "TextQuoteSelector", "TextPositionSelector", "TextualBody", "exact", "start", "end")
    },
    "value": "rdf:value",
    "language": "http://purl.org/dc/elements/1.1/language",
    "format": "http://purl.org/dc/elements/1.1/format",
    "Text": "http://purl.org/dc/dcmitype/Text",
    "body": {"@id": "oa:hasBody", "@type": "@id"},
    "target": {"@id": "oa:hasTarget", "@type": "@id"},
    "source": {"@id": "oa:hasSource", "@type": "@id"},
    "selector": {"@id": "oa:hasSelector", "@type": "@id"},
    "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": "oa:hasPurpose", "@type": "@vocab"},
    "describing": "oa:describing",
}
"""The terms of the W3C's own context that are used, so that the test needs no network."""


def everything(ledger):
    return (*ledger.events, *ledger.levels, *ledger.commitments, *ledger.mechanisms, *ledger.instruments, *ledger.people)


def test_a_reader_of_json_ld_finds_an_annotation_a_passage_with_both_selectors(written, ledger):
    rdflib = pytest.importorskip("rdflib")
    text, counts = written(jsonld)
    made = json.loads(text)
    assert made["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    made["@context"] = TERMS
    graph = rdflib.Graph().parse(data=json.dumps(made), format="json-ld")
    oa = rdflib.Namespace(OA)
    facts = {fact.id: fact for entry in everything(ledger) for fact in entry.facts}
    annotations = set(graph.subjects(rdflib.RDF.type, oa.Annotation))
    assert {str(one) for one in annotations} == {f"urn:foedera:fact:{name}" for name in facts}
    assert counts.rows == {"annotation": len(facts), **count_of(ledger)}
    for one in annotations:
        fact, target = facts[str(one).rpartition(":")[2]], graph.value(one, oa.hasTarget)
        assert str(graph.value(target, oa.hasSource)) == "https://example.org/a?b=1&c=<2>"
        selectors = {graph.value(node, rdflib.RDF.type): node for node in graph.objects(target, oa.hasSelector)}
        assert str(graph.value(selectors[oa.TextQuoteSelector], oa.exact)) == fact.citation.quote
        position = selectors[oa.TextPositionSelector]
        assert graph.value(position, oa.start).toPython() == fact.citation.span.start
        assert graph.value(position, oa.end).toPython() == fact.citation.span.end
        assert len(list(graph.objects(one, oa.hasBody))) == 2


def test_a_reader_of_feeds_finds_each_entry(written, ledger):
    feedparser = pytest.importorskip("feedparser")
    text, counts = written(atom)
    feed = feedparser.parse(text.encode())
    assert not feed.bozo
    assert feed.version == "atom10"
    assert {one.id for one in feed.entries} == {f"urn:foedera:entry:{entry.id}" for entry in everything(ledger)}
    assert counts.rows == count_of(ledger)
    assert feed.feed.updated == "2024-01-01T00:00:00Z"
    assert {one.updated for one in feed.entries} == {"2023-11-28T00:00:00Z", "2024-01-01T00:00:00Z"}
    root = ET.fromstring(text)  # noqa: S314 - of our own making
    assert TRICKY in {one.text for one in root.iter("{http://www.w3.org/2005/Atom}content")}


def test_a_reader_of_parquet_finds_the_rows_with_their_types(written, ledger, monkeypatch):
    reader = pytest.importorskip("pyarrow.parquet")
    monkeypatch.setattr(parquet, "GROUP", 5)
    body, counts = written(parquet)
    file = reader.ParquetFile(io.BytesIO(body))
    table = file.read()
    assert file.num_row_groups > 1
    assert counts.rows == count_of(ledger)
    assert (tuple(table.column_names), table.num_rows) == (COLUMNS, sum(counts.rows.values()))
    assert {str(table.schema.field(name).type) for name in ("start", "amount", "quote", "date")} == {"int64", "string"}
    assert {one.id for one in everything(ledger)} == set(table.column("id").to_pylist())
    assert TRICKY in table.column("quote").to_pylist()


def test_an_amount_beyond_all_bits_is_left_out_and_counted(nouns):
    reader = pytest.importorskip("pyarrow.parquet")
    out = io.BytesIO()
    counts = parquet.write(nouns.contents(nouns.ledger(nouns.commitment(("energy",), amount=(2**63, "VND")))), out)
    assert counts.left_out == {"amounts_too_large": 1}
    assert reader.read_table(io.BytesIO(out.getvalue())).column("amount").to_pylist() == [None]
