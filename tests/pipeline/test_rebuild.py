import sqlite3
from dataclasses import replace

import pytest

from foedera.ledger import sqlite
from foedera.model.entries import Entries
from foedera.pipeline import ingest, rebuild
from foedera.pipeline.options import Options


@pytest.fixture
def path(tmp_path, nouns, scripted):  # noqa: ARG001 - reads by the script
    (tmp_path / "a.txt").write_text("2023-11-27 talks")
    with sqlite.open(tmp_path / "t.db", create=True) as ledger:
        ingest.ingest(ledger, [str(tmp_path / "a.txt")], nouns.KNOWLEDGE)
    return tmp_path / "t.db"


def test_rebuilding_reads_the_article_as_it_was_given(path, nouns, scripted):
    told = []
    with sqlite.open(path) as ledger:
        before = rebuild.stored(ledger)
        rebuild.rebuild(ledger, replace(nouns.KNOWLEDGE, digest="k2"), options=Options(progress=told.append))
        assert rebuild.stored(ledger) == before
        assert (ledger.is_fresh("k2"), ledger.is_fresh("k1")) == (True, False)
    assert [article.lang for article in scripted] == [None, None]
    assert len(told) == 1


def test_entries_that_are_not_fresh_are_derived_but_not_stored(path, nouns):
    with sqlite.open(path) as ledger:
        stored = rebuild.stored(ledger)
        assert rebuild.entries(ledger, nouns.KNOWLEDGE) == stored
        assert rebuild.entries(ledger, replace(nouns.KNOWLEDGE, digest="k2")) == stored
        assert not ledger.is_fresh("k2")


@pytest.mark.usefixtures("scripted")
def test_an_empty_ledger_has_no_entries_and_is_fresh_once_derived(tmp_path, nouns):
    with sqlite.open(tmp_path / "empty.db", create=True) as ledger:
        ingest.ingest(ledger, [], nouns.KNOWLEDGE)
        assert rebuild.stored(ledger) == Entries()
        assert rebuild.entries(ledger, nouns.KNOWLEDGE) == Entries()


def test_verify_says_when_entries_are_old_or_others(path, nouns):
    with sqlite.open(path) as ledger:
        assert list(rebuild.verify(ledger, nouns.KNOWLEDGE)) == []
        (old,) = rebuild.verify(ledger, replace(nouns.KNOWLEDGE, digest="k2"))
        assert (old.remedy, "older" in old.what) == ("foedera rebuild", True)
    other = sqlite3.connect(path)
    with other:
        other.execute("""UPDATE entries SET body = replace(body, '"talks"', '"visit"')""")
    other.close()
    with sqlite.open(path) as ledger:
        (wrong,) = rebuild.verify(ledger, nouns.KNOWLEDGE)
        assert "events" in wrong.what
