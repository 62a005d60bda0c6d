"""Tables of answers: what libraries of tables make of them is what was answered."""

from datetime import date

import pytest

import foedera
from foedera.plumbing.errors import UsageError

BEYOND = 2**63


@pytest.fixture
def pyarrow(required):
    return required("pyarrow")


@pytest.mark.usefixtures("pyarrow")
def test_a_table_of_one_kind_has_its_columns_and_a_row_an_entry(ledger):
    events = foedera.events(ledger=ledger)
    table = foedera.table(events)
    assert table.column("id").to_pylist() == [event.id for event in events]
    assert "modality" not in table.schema.names
    assert {"type", "place", "quote", "lang", "first_day", "last_day"} <= set(table.schema.names)


def test_days_are_days_that_can_be_counted_with(ledger, pyarrow):
    table = foedera.table(foedera.events(party=["JP", "VN"], start="2014-03-18", end="2014-03-18", ledger=ledger))
    assert table.schema.field("first_day").type == pyarrow.date32()
    assert date(2014, 3, 18) in table.column("first_day").to_pylist()


def test_a_dossier_becomes_a_table_of_all_kinds(ledger, pyarrow):
    found = foedera.relation("JP", "VN", ledger=ledger)
    table = foedera.table(found)
    kinds = set(table.column("kind").to_pylist())
    assert kinds == {"event", "level", "commitment", "mechanism", "instrument", "person"}
    assert table.num_rows == len(set(table.column("id").to_pylist()))
    assert table.schema.field("origins").type == pyarrow.int64()


@pytest.mark.usefixtures("pyarrow")
def test_levels_in_force_are_rows_and_nothing_is_an_empty_table(ledger):
    assert foedera.table(foedera.levels("VN", ledger=ledger)).column("kind").to_pylist()[0] == "level"
    assert foedera.table([]).num_rows == 0
    assert foedera.table(foedera.events(ledger=ledger)[0]).num_rows == 1


@pytest.mark.usefixtures("pyarrow")
def test_what_has_no_rows_is_told():
    with pytest.raises(UsageError, match="str has no rows"):
        foedera.table("JP")


@pytest.mark.usefixtures("pyarrow")
@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_pandas_and_polars_read_the_same_values(ledger, library, required):
    frames, table = required(library), foedera.table(foedera.commitments(ledger=ledger))
    frame = table.to_pandas() if library == "pandas" else frames.from_arrow(table)
    assert list(frame["quote"]) == table.column("quote").to_pylist()
    assert list(frame.columns) == table.schema.names
