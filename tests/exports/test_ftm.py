"""The statements, read by FollowTheMoney itself where it is installed, else as a table."""

import csv
import io
from collections import defaultdict

import pytest
from ledgers import count_of

from foedera.exports import ftm
from foedera.model.when import When


def rows_of(text):
    return list(csv.DictReader(io.StringIO(text, newline=""), dialect=csv.unix_dialect))


def entities_of(text):
    found = defaultdict(lambda: defaultdict(set))
    for row in rows_of(text):
        found[row["entity_id"]]["schema"].add(row["schema"])
        found[row["entity_id"]][row["prop"]].add(row["value"])
    return found


def test_each_entry_is_an_entity_with_its_passages(written, ledger):
    text, counts = written(ftm)
    entities = entities_of(text)
    kinds = count_of(ledger)
    assert counts.left_out == {"no_type": kinds["mechanism"] + kinds["instrument"]}
    assert {kind: counts.rows[kind] for kind in ("event", "level", "commitment", "person")} == {
        kind: kinds[kind] for kind in ("event", "level", "commitment", "person")
    }
    for event in ledger.events:
        made = entities[f"foedera-{event.id}"]
        assert made["schema"] == {"Event"}
        assert made["involved"] == {f"foedera-actor-{code}" for code in event.parties}
        assert made["description"] == {fact.citation.quote for fact in event.facts}
        assert made["proof"] <= set(entities)
    (level,) = (one for one in ledger.levels if one.level == "strategic partnership")
    assert entities[f"foedera-{level.id}"]["startDate"] == {"2009"}
    assert (entities["foedera-actor-JP"]["schema"], entities["foedera-actor-JP"]["country"]) == ({"PublicBody"}, {"jp"})


def test_no_date_is_more_precise_than_it_is_known(written, ledger):
    entities = entities_of(written(ftm)[0])
    dates = {event.when.edtf if event.when else None: entities[f"foedera-{event.id}"] for event in ledger.events}
    assert dates["2024-05"]["date"] == {"2024-05"}
    assert (dates["2024-07-01/2024-07-03"]["startDate"], dates["2024-07-01/2024-07-03"]["endDate"]) == ({"2024-07-01"}, {"2024-07-03"})
    assert list(ftm._dates(When(edtf="XXXX-03-07"))) == []
    assert not dates[None]["date"]


def test_who_held_a_post_is_linked_to_it(written, ledger):
    entities = entities_of(written(ftm)[0])
    (person,) = [one for one in ledger.people if one.tenures]
    (seen,) = [one for one in entities.values() if one["schema"] == {"Occupancy"} and one["holder"] == {f"foedera-{person.id}"}]
    assert entities[next(iter(seen["post"]))]["name"] == {person.tenures[0].office}


def test_followthemoney_reads_every_statement_with_the_id_it_would_give_it(written):
    followthemoney = pytest.importorskip("followthemoney")
    from followthemoney.statement.serialize import read_csv_statements

    text, _counts = written(ftm)
    statements = list(read_csv_statements(io.BytesIO(text.encode())))
    assert len(statements) == len(rows_of(text)) > 50
    by_entity = defaultdict(list)
    for one in statements:
        schema = followthemoney.model.get(one.schema)
        prop = schema.properties[one.prop]
        assert prop.type.name == one.prop_type
        assert prop.type.clean(one.value) is not None, (one.prop, one.value)
        assert one.id == one.generate_key()
        by_entity[one.entity_id].append(one)
    for own in by_entity.values():
        entity = followthemoney.StatementEntity.from_statements(followthemoney.Dataset({"name": "foedera", "title": "Foedera"}), own)
        assert all(entity.has(name) for name in entity.schema.required)
