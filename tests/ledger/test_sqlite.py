import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
from dataclasses import replace

import pytest

from foedera.ledger import sqlite
from foedera.merging.entries import entries, folded, whole
from foedera.model.document import Skip, Span
from foedera.model.entries import Entries
from foedera.model.judgement import Anchor, Judgement
from foedera.plumbing.errors import LedgerError

DAY = "2026-01-01"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "t.db"


@pytest.fixture
def ledger(path):
    with sqlite.open(path, create=True) as opened:
        yield opened


def told(nouns, name="a.txt", text="The two sides held talks in Tokyo.", **fields):
    read = nouns.article(text, name, lang="en", published=nouns.when("2023-11-28", "inferred"), **fields)
    facts = [nouns.event("2023-11-27", document=read.id, quote=text, place="Tokyo", attendees=[("Fumio Kishida", None, "JP")])]
    facts += [nouns.level("strategic partnership", "2014", document=read.id, quote=text)]
    facts += [nouns.commitment(document=read.id, quote=text, amount=(10, "JPY"), target="2030")]
    facts += [
        nouns.tenure("Fumio Kishida", document=read.id, quote=text),
        nouns.mechanism("Council", 2, document=read.id, quote=text),
    ]
    facts += [nouns.instrument("RAA", "RAA", document=read.id, quote=text)]
    skip = Skip(reason="silenced", detail="in Tokyo", location=read.location, document=read.id, span=Span(start=3, end=9), rule="en.x")
    return nouns.reading(read, facts, skips=(skip,))


def test_what_was_put_in_comes_out(ledger, nouns):
    reading = told(nouns)
    assert ledger.replace(reading, DAY)
    assert list(ledger.readings()) == [reading]
    assert list(ledger.facts()) == sorted(reading.facts, key=lambda fact: fact.id)
    assert ledger.article(reading.article.id) == reading.article
    assert [report.record for report in ledger.reports()] == ["a.txt"]
    assert ledger.article("none") is None


def test_the_article_as_it_was_given_is_kept_for_reading_it_again(ledger, nouns):
    reading = told(nouns)
    given = replace(reading.article, lang=None, published=None)
    ledger.replace(reading, DAY, given=given)
    assert list(ledger.articles()) == [given]
    assert ledger.article(given.id) == reading.article


def test_the_same_reading_again_changes_nothing(ledger, path, nouns):
    reading = told(nouns)
    ledger.replace(reading, DAY)
    ledger.forget("k1")
    moved = replace(reading, article=replace(reading.article, location="elsewhere/a.txt"))
    before = _dump(path)
    assert not ledger.replace(moved, "2027-01-01")
    assert _dump(path) == before


def test_a_new_reading_takes_the_place_of_the_old(ledger, nouns):
    reading = told(nouns)
    ledger.replace(reading, DAY)
    assert ledger.holds(reading.article.id, "k1")
    newer = replace(reading, facts=reading.facts[:1], skips=(), digest="k2")
    assert ledger.replace(newer, "2026-02-01")
    assert list(ledger.readings()) == [newer]
    assert not ledger.holds(reading.article.id, "k1")
    assert ledger.count()["documents"] == 1
    assert ledger.replace(reading, "2026-03-01")


def test_the_first_ingest_of_a_document_stays_its_recorded_time(ledger, path, nouns):
    reading = told(nouns)
    ledger.replace(reading, DAY)
    ledger.replace(replace(reading, digest="k2"), "2027-01-01")
    assert _rows(path, "SELECT recorded FROM documents") == [(DAY,)]


def test_what_could_not_be_read_is_kept_until_it_can(ledger, nouns):
    skip = Skip(reason="empty", detail="holds no text", location="somewhere/a.txt")
    ledger.keep_skip(skip, DAY)
    ledger.keep_skip(skip, "2027-01-01")
    assert list(ledger.skips()) == [skip]
    ledger.replace(told(nouns), DAY)
    assert list(ledger.skips()) == []


def test_entries_come_back_as_they_were_stored_while_they_are_fresh(ledger, nouns):
    for reading in (told(nouns), told(nouns, "b.txt", "Talks were held in Tokyo.")):
        ledger.replace(reading, DAY)
    made = entries(ledger.facts(), ledger.reports(), nouns.WORLD)
    assert not ledger.is_fresh("k1")
    store(ledger, made)
    assert whole(map(folded, ledger.parts()), reports=ledger.reports()) == made
    assert [len(part.events) for part in ledger.parts(["JP+VN"])] == [1]
    assert (ledger.is_fresh("k1"), ledger.is_fresh("k2")) == (True, False)
    assert ledger.count() == {
        "documents": 2,
        "facts": 12,
        "skips": 0,
        "judgements": 0,
        "events": 1,
        "levels": 1,
        "commitments": 1,
        "mechanisms": 1,
        "instruments": 1,
        "people": 1,
    }
    ledger.replace(told(nouns, "c.txt"), DAY)
    assert not ledger.is_fresh("k1")


def test_what_is_kept_is_found_by_party_and_by_state_and_goes_with_its_facts(ledger, nouns):
    ledger.replace(told(nouns), DAY)
    store(ledger, entries(ledger.facts(), ledger.reports(), nouns.WORLD))
    assert (ledger.shelves.keys(["JP", "VN"]), ledger.shelves.keys(["VN"]), ledger.shelves.keys(["JP", "KR"])) == (["JP+VN"], ["JP+VN"], [])
    assert (ledger.shelves.people(["JP"]), ledger.shelves.people(["VN"])) == (["JP:fumio kishida"], [])
    with ledger.deriving():
        ledger.shelves.put("JP+VN", Entries())
    assert ledger.shelves.keys(["JP"]) == []
    assert [len(part.people) for part in ledger.parts()] == [1]


def test_a_ledger_of_an_earlier_version_gets_its_keys(path, nouns):
    with sqlite.open(path, create=True) as ledger:
        ledger.replace(told(nouns), DAY)
    other = sqlite3.connect(path)
    for table in ("touched", "yearless", "bands", "told", "copies", "namings", "links", "members", "reports", "entries"):
        other.execute(f"DROP TABLE {table}")
    other.executescript("""
        CREATE TABLE old (document TEXT, position INTEGER, id TEXT, kind TEXT, body TEXT);
        INSERT INTO old SELECT document, position, id, kind, body FROM facts;
        DROP TABLE facts;
        ALTER TABLE old RENAME TO facts;
        CREATE TABLE entries (id TEXT);
        DROP INDEX log_by_subject;
        DELETE FROM derived;
        UPDATE schema_version SET version = 2;
    """)
    other.close()
    with sqlite.open(path) as ledger:
        assert [fact.name for fact in ledger.facts_under("JP:fumio kishida")] == ["Fumio Kishida"]
        assert len(list(ledger.facts_under("JP+VN"))) == 5
        assert [report.record for report in ledger.reports()] == ["a.txt"]
        assert not ledger.is_fresh("k1")


def store(ledger, made):
    """Keep entries of one party set and their people as derived."""
    ledger.forget("k1")
    with ledger.deriving():
        ledger.shelves.put("JP+VN", replace(made, people=()))
        for person in made.people:
            ledger.shelves.put("JP:fumio kishida", Entries(people=(person,)))
        for stage in ("origin", "person", "parties"):
            ledger.settle(stage, ledger.touched(stage, 100))


def test_a_ruling_is_kept_once(ledger):
    anchors = tuple(Anchor(fact=name, document="d", kind="event", span=Span(start=0, end=1), quote="x") for name in "ab")
    ruling = Judgement(id="j", ruling="same", anchors=anchors, by="me", why="one event", recorded=DAY)
    ledger.forget("k1")
    assert ledger.is_fresh("k1")
    assert ledger.store_judgement(ruling)
    assert ledger.touched("origin", 10) == ["d"]
    ledger.settle("origin", ["d"])
    assert not ledger.store_judgement(replace(ruling, why="again"))
    assert ledger.is_fresh("k1")
    assert list(ledger.judgements()) == [ruling]


def test_a_search_needs_no_marks_and_puts_exact_words_first(ledger, nouns):
    exact = "Quan h\u1ec7 \u0111\u1ed1i t\u00e1c chi\u1ebfn l\u01b0\u1ee3c.\nHai b\u00ean."
    ledger.replace(told(nouns, "1.txt", "doi tac doi tac doi tac"), DAY)
    ledger.replace(told(nouns, "2.txt", exact), DAY)
    ledger.replace(told(nouns, "3.txt", "nothing of that"), DAY)
    assert {one.report.record for one in ledger.search("doi tac")} == {"1.txt", "2.txt"}
    first, second = ledger.search("\u0110\u1ed1i t\u00e1c")
    assert (first.report.record, first.exact, second.exact) == ("2.txt", True, False)
    assert first.citation.quote == exact.splitlines()[0]
    assert exact[first.citation.span.start : first.citation.span.end] == first.citation.quote
    assert len(ledger.search("doi tac", limit=1)) == 1


def test_a_search_for_signs_alone_finds_nothing_and_breaks_nothing(ledger, nouns):
    ledger.replace(told(nouns), DAY)
    assert ledger.search('"*') == ()
    assert ledger.search("") == ()
    assert [one.report.record for one in ledger.search('"talks" AND (tokyo*')] == []
    assert [one.report.record for one in ledger.search("Tokyo talks")] == ["a.txt"]


def test_a_long_line_is_shown_around_the_word(ledger, nouns):
    text = "word " * 300 + "Tokyo " + "word " * 300
    ledger.replace(told(nouns, text=text), DAY)
    (found,) = ledger.search("tokyo")
    assert "Tokyo" in found.citation.quote
    assert len(found.citation.quote) <= 300
    assert text[found.citation.span.start : found.citation.span.end] == found.citation.quote


def test_a_good_ledger_has_no_problems(ledger, nouns):
    ledger.replace(told(nouns), DAY)
    assert list(ledger.verify()) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("UPDATE articles SET text = replace(text, 'Tokyo', 'Osaka')", "text was changed"),
        ("UPDATE articles SET text = replace(text, 'Tokyo', 'Osaka')", "quote is not the text"),
        ("UPDATE documents SET address = 'b.txt'", "id is not that"),
        ("UPDATE facts SET body = replace(body, '\"start\":0', '\"start\":1')", "quote is not the text"),
        ("UPDATE facts SET body = '{}'", "does not hold"),
        ("UPDATE facts SET kind = 'rumour'", "rumour"),
        ("UPDATE facts SET id = 'x' || id", "id is not that of its row"),
        ("UPDATE log SET recorded = '1999-01-01'", "line was changed"),
    ],
)
def test_verify_names_what_was_changed_behind_its_back(path, nouns, change, said):
    with sqlite.open(path, create=True) as ledger:
        ledger.replace(told(nouns), DAY)
    other = sqlite3.connect(path)
    with other:
        other.execute(change)
    other.close()
    with sqlite.open(path) as ledger:
        assert any(said in problem.what for problem in ledger.verify())


def test_a_row_of_another_form_is_an_error_that_names_it(ledger, path, nouns):
    reading = told(nouns)
    ledger.replace(reading, DAY)
    other = sqlite3.connect(path)
    with other:
        other.execute("UPDATE readings SET parties = '[3]'")
    other.close()
    with pytest.raises(LedgerError, match=reading.article.id):
        list(ledger.readings())


def test_the_topics_of_a_fact_are_kept_and_a_row_from_before_there_were_any_has_none(ledger, path, nouns):
    reading = told(nouns)
    facts = tuple(replace(fact, topics=("loan", "rice")) for fact in reading.facts)
    ledger.replace(replace(reading, facts=facts), DAY)
    assert {fact.topics for fact in ledger.facts()} == {("loan", "rice")}
    other = sqlite3.connect(path)
    with other:
        other.execute("UPDATE facts SET body = json_remove(body, '$.topics')")
    other.close()
    assert set(ledger.facts()) == set(reading.facts)


def test_there_must_be_a_ledger_unless_one_is_to_be_made(path):
    with pytest.raises(LedgerError, match=r"no ledger.*foedera ingest"):
        sqlite.open(path)
    assert not path.exists()


def test_folders_on_the_way_are_made(tmp_path):
    path = tmp_path / "a" / "b" / "t.db"
    sqlite.open(path, create=True).close()
    assert path.exists()


def test_a_folder_is_no_ledger(tmp_path):
    with pytest.raises(LedgerError, match="folder"):
        sqlite.open(tmp_path, create=True)


@pytest.mark.parametrize("body", [b"Talks were held in Tokyo.\n", b"SQLite format 3\x00" + b"x" * 2000, b"x"])
def test_a_file_that_is_no_ledger_is_left_as_it_is(path, body):
    path.write_bytes(body)
    with pytest.raises(LedgerError) as raised:
        sqlite.open(path, create=True)
    assert raised.value.remedy
    assert path.read_bytes() == body
    assert list(path.parent.iterdir()) == [path]


def test_an_empty_file_is_a_ledger_to_be_made_but_none_to_be_read(path):
    path.touch()
    with pytest.raises(LedgerError, match="not a ledger"):
        sqlite.open(path)
    assert path.read_bytes() == b""
    sqlite.open(path, create=True).close()


def test_the_database_of_another_program_is_left_as_it_is(path):
    other = sqlite3.connect(path)
    with other:
        other.execute("CREATE TABLE notes (body TEXT)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(LedgerError, match="not a ledger"):
        sqlite.open(path, create=True)
    assert path.read_bytes() == before


def test_a_ledger_of_a_newer_version_is_left_as_it_is(path):
    sqlite.open(path, create=True).close()
    other = sqlite3.connect(path)
    with other:
        other.execute("UPDATE schema_version SET version = 99")
    other.close()
    before = _dump(path)
    with pytest.raises(LedgerError, match=r"99.*update foedera"):
        sqlite.open(path, create=True)
    assert _dump(path) == before


def test_a_locked_ledger_is_waited_for_and_then_reported(path, nouns):
    sqlite.open(path, create=True).close()
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with sqlite.open(path, timeout=0.05) as ledger:
        with pytest.raises(LedgerError, match=r"locked.*another process"):
            ledger.replace(told(nouns), DAY)
        assert ledger.count()["documents"] == 0
        other.execute("ROLLBACK")
        assert ledger.replace(told(nouns), DAY)
    other.close()


def test_a_new_file_that_is_locked_is_reported(path):
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    other.execute("CREATE TABLE t (x)")
    with pytest.raises(LedgerError, match=r"another process"):
        sqlite.open(path, create=True, timeout=0.05)
    other.execute("ROLLBACK")
    other.close()


def test_a_ledger_that_may_only_be_read_says_so(path, nouns):
    sqlite.open(path, create=True).close()
    with sqlite.open(path) as ledger:
        ledger._connection.execute("PRAGMA query_only = ON")
        with pytest.raises(LedgerError, match=r"readonly.*right to write"):
            ledger.replace(told(nouns), DAY)


def test_it_is_written_so_that_a_power_cut_loses_nothing(ledger):
    found = [ledger._rows(f"PRAGMA {name}")[0][0] for name in ("journal_mode", "synchronous", "foreign_keys")]
    assert found == ["wal", 2, 1]


def test_a_process_killed_in_the_middle_leaves_whole_documents(path, nouns):
    """What the child had finished is there; what it was writing when it was killed is gone."""
    script = textwrap.dedent(f"""
        import sys
        from importlib.util import module_from_spec, spec_from_file_location
        from pathlib import Path
        spec = spec_from_file_location("nouns", {nouns.__file__!r})
        nouns = module_from_spec(spec)
        spec.loader.exec_module(nouns)
        from foedera.ledger import sqlite
        ledger = sqlite.open(Path({str(path)!r}), create=True)
        for number in range(3):
            read = nouns.article(f"Talks {{number}}", f"{{number}}.txt")
            ledger.replace(nouns.reading(read, [nouns.event(document=read.id, quote="Talks")]), "{DAY}")
        connection = ledger._connection
        connection.execute("BEGIN IMMEDIATE")
        ledger._put_document(nouns.article("Talks 3", "3.txt"), "{DAY}")
        print("written", flush=True)
        sys.stdin.read()
    """)
    child = subprocess.Popen([sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=os.environ)
    assert child.stdout.readline() == b"written\n"
    os.kill(child.pid, signal.SIGKILL)
    child.communicate()
    with sqlite.open(path) as ledger:
        assert sorted(article.text for article in ledger.articles()) == ["Talks 0", "Talks 1", "Talks 2"]
        assert list(ledger.verify()) == []
        assert not ledger.is_fresh("k1")
        assert ledger.replace(told(nouns), DAY)


def _rows(path, query):
    other = sqlite3.connect(path)
    try:
        return other.execute(query).fetchall()
    finally:
        other.close()


def _dump(path):
    other = sqlite3.connect(path)
    try:
        return list(other.iterdump())
    finally:
        other.close()
