import sqlite3

from foedera.ledger import abilities


def test_this_python_has_full_text_search_and_write_ahead():
    assert abilities.abilities() == {"FTS5": True, "WAL": True}


def test_the_version_is_that_of_the_library():
    assert abilities.version() == sqlite3.sqlite_version


def test_a_missing_module_is_no_error():
    class Poor(sqlite3.Connection):
        def execute(self, *_):
            raise sqlite3.OperationalError

    assert not abilities._full_text(sqlite3.connect(":memory:", factory=Poor))
