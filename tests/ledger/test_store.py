"""What every store does: each test runs on all of them."""

from dataclasses import replace

import pytest

from foedera import ledger as stores
from foedera.ledger.parts import loading
from foedera.ledger.parts.migrations import newest
from foedera.ledger.parts.prepared import prepared
from foedera.ledger.parts.shelves import rows_of
from foedera.merging.entries import entries, folded, whole
from foedera.model.document import Skip, Span
from foedera.model.entries import Entries
from foedera.model.judgement import Anchor, Judgement
from foedera.plumbing.errors import LedgerError, UsageError

DAY = "2026-01-01"
TABLES = (
    "documents", "articles", "readings", "facts", "reports", "yearless", "skips", "judgements", "log", "touched", "ranks",
    "origins", "bands", "told", "copies", "namings", "entries", "links", "members", "derived", "turns",
    "vicinities", "changed",
)  # fmt: skip


@pytest.fixture
def ledger(place):
    with stores.open(place, create=True) as opened:
        yield opened


def dump(ledger):
    return {table: sorted(map(repr, ledger._rows(f"SELECT * FROM {table}"))) for table in TABLES}  # noqa: S608 - the names above


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


def test_the_same_reading_again_changes_nothing(ledger, nouns):
    reading = told(nouns)
    ledger.replace(reading, DAY)
    ledger.forget("k1")
    moved = replace(reading, article=replace(reading.article, location="elsewhere/a.txt"))
    before = dump(ledger)
    assert not ledger.replace(moved, "2027-01-01")
    assert dump(ledger) == before


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


def test_the_first_ingest_of_a_document_stays_its_recorded_time(ledger, nouns):
    reading = told(nouns)
    ledger.replace(reading, DAY)
    ledger.replace(replace(reading, digest="k2"), "2027-01-01")
    assert ledger._rows("SELECT recorded FROM documents") == [(DAY,)]


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
        ledger.shelves.put("JP+VN", rows_of(Entries()))
    assert ledger.shelves.keys(["JP"]) == []
    assert [len(part.people) for part in ledger.parts()] == [1]


def store(ledger, made):
    """Keep entries of one party set and their people as derived."""
    ledger.forget("k1")
    with ledger.deriving():
        ledger.shelves.put("JP+VN", rows_of(replace(made, people=())))
        for person in made.people:
            ledger.shelves.put("JP:fumio kishida", rows_of(Entries(people=(person,))))
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
def test_verify_names_what_was_changed_behind_its_back(ledger, nouns, change, said):
    ledger.replace(told(nouns), DAY)
    ledger._connection.execute(change)
    assert any(said in problem.what for problem in ledger.verify())


def test_a_row_of_another_form_is_an_error_that_names_it(ledger, nouns):
    reading = told(nouns)
    ledger.replace(reading, DAY)
    ledger._connection.execute("UPDATE readings SET parties = '[3]'")
    with pytest.raises(LedgerError, match=reading.article.id):
        list(ledger.readings())


def test_a_ledger_of_a_newer_version_is_left_as_it_is(place, nouns):
    with stores.open(place, create=True) as ledger:
        ledger.replace(told(nouns), DAY)
        before = dump(ledger)
        ledger._connection.execute("UPDATE schema_version SET version = 99")
        with pytest.raises(LedgerError, match=r"99.*update foedera"):
            stores.open(place, create=True)
        assert dump(ledger) == before
        assert ledger._rows("SELECT version FROM schema_version") == [(99,)]


def test_a_ledger_is_made_once_and_is_of_this_version(place, nouns):
    with stores.open(place, create=True) as first, stores.open(place, create=True) as second:
        first.replace(told(nouns), DAY)
        assert [reading.article.record for reading in second.readings()] == ["a.txt"]
        assert second._rows("SELECT version FROM schema_version") == [(newest(),)]


def test_the_tables_of_another_program_are_left_as_they_are(place):
    with stores.open(place, create=True) as ledger:
        ledger._connection.execute("DROP TABLE log")
        ledger._connection.execute("DROP TABLE schema_version")
        with pytest.raises(LedgerError, match="not a ledger"):
            stores.open(place, create=True)


def test_who_writes_is_waited_for_and_then_reported(place, nouns):
    with stores.open(place, create=True) as other, stores.open(place, timeout=0.05) as ledger:
        with other.deriving(), pytest.raises(LedgerError, match=r"another process"):
            ledger.replace(told(nouns), DAY)
        assert ledger.count()["documents"] == 0
        assert ledger.replace(told(nouns), DAY)


def test_who_reads_a_moment_sees_nothing_of_what_is_written_meanwhile(place, nouns):
    with stores.open(place, create=True) as other, stores.open(place) as ledger:
        other.replace(told(nouns), DAY)
        with ledger.snapshot():
            assert ledger.count()["documents"] == 1
            other.replace(told(nouns, "b.txt"), DAY)
            assert ledger.count()["documents"] == 1
        assert ledger.count()["documents"] == 2


def test_what_fails_in_the_middle_leaves_nothing(ledger, nouns):
    def fail():
        with ledger.deriving():
            loading.put(ledger._connection, [prepared(told(nouns))], DAY)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert ledger.count()["documents"] == 0
    assert ledger.replace(told(nouns), DAY)


def test_rows_come_in_the_order_of_their_characters_whatever_the_language_of_the_database(ledger):
    names = ["a", "B", "\u0111", "Z", "\u4e00", "e\u0301", "_", "+", "A B", "AB"]
    for name in names:
        ledger.keep_skip(Skip(reason="empty", detail="", location=name), DAY)
    assert [skip.location for skip in ledger.skips()] == sorted(names)


def test_no_store_knows_an_address_of_another_kind_and_no_password_is_told():
    with pytest.raises(UsageError, match=r"mysql://me@host/db: no store") as raised:
        stores.open("mysql://me:secret@host/db")
    assert "secret" not in str(raised.value)


def test_all_documents_are_given_also_where_they_are_many(ledger, nouns, monkeypatch):
    monkeypatch.setattr("foedera.ledger.parts.reads.STRETCH", 2)
    for number in range(5):
        ledger.replace(told(nouns, f"{number}.txt"), DAY)
    names = sorted(reading.article.id for reading in ledger.readings())
    assert len(names) == 5
    assert [article.id for article in ledger.articles()] == names
    assert [report.document for report in ledger.reports()] == names
    assert [ledger.has_more_than(number) for number in (0, 4, 5)] == [True, True, False]


def found(ledger, query, **limit):
    return [one.report.record for one in ledger.search(query, **limit)]


def dated(nouns, name, text, day):
    read = nouns.article(text, name, lang="en", published=nouns.when(day) if day else None)
    return nouns.reading(read)


def test_equal_hits_come_by_date_the_latest_first_then_by_id(ledger, nouns):
    for name, day in (("a", "2020"), ("b", "2024-05-01"), ("c", None), ("d", "2024-05-01"), ("e", "2023-01-01"), ("f", "XXXX-02-03")):
        ledger.replace(dated(nouns, name, f"Talks {name}", day), DAY)
    ids = {reading.article.record: reading.article.id for reading in ledger.readings()}
    same_day, undated = sorted("bd", key=ids.get), sorted("cf", key=ids.get)
    assert found(ledger, "talks") == [*same_day, "e", "a", *undated]
    assert found(ledger, "talks", limit=3) == [*same_day, "e"]


def test_a_report_whose_day_or_text_changes_is_found_by_what_it_is_now(ledger, nouns):
    first = dated(nouns, "a", "Old words", "2020")
    for reading in (first, dated(nouns, "b", "Old words", "2021")):
        ledger.replace(reading, DAY)
    ledger.replace(replace(first, article=replace(first.article, published=nouns.when("2022"))), DAY)
    assert found(ledger, "old words") == ["a", "b"]
    ledger.replace(replace(first, article=replace(first.article, text="New words")), DAY)
    assert (found(ledger, "old"), found(ledger, "new"), found(ledger, "words")) == (["b"], ["a"], ["b", "a"])


SAYINGS = {
    "vi": "Quan h\u1ec7 \u0110\u1ed1i t\u00e1c chi\u1ebfn l\u01b0\u1ee3c",
    "ja": "\u65e5\u8d8a\u9996\u8133\u4f1a\u8ac7\u304c\u884c\u308f\u308c\u305f",
    "id": "Kunjungan ke Jepun, Jepang",
    "nfd": "Quan he\u0302\u0323 \u0111o\u0302\u0301i ta\u0301c",
    "plain": "doi tac va doi tac",
    "wide": "\uff23\uff30\uff34\uff30\uff30 talks",
    "half": "\uff8d\uff9e\uff84\uff85\uff91",
}


@pytest.mark.parametrize(
    ("query", "hits"),
    [
        ("doi tac", ["plain", "nfd", "vi"]),
        ("\u0110\u1ed0I T\u00c1C", ["nfd", "vi", "plain"]),
        ("\u0111oi", ["nfd", "plain", "vi"]),
        ("\u9996\u8133", ["ja"]),
        ("\u4f1a\u8ac7", ["ja"]),
        ("\u9996\u8133\u4f1a\u8ac7", ["ja"]),
        ("\u9996\u4f1a", []),
        ("\u8d8a", ["ja"]),
        ("jepun", ["id"]),
        ("Jepun doi", []),
        ("cptpp TALKS", ["wide"]),
        ("\u30d9\u30c8\u30ca\u30e0", ["half"]),
    ],
)
def test_a_query_finds_what_it_means_in_every_language(ledger, nouns, query, hits):
    for name, text in SAYINGS.items():
        ledger.replace(dated(nouns, name, text, "2024"), DAY)
    assert sorted(found(ledger, query)) == sorted(hits)
    assert [one.exact for one in ledger.search(query)] == sorted((one.exact for one in ledger.search(query)), reverse=True)


def test_a_run_of_characters_must_stand_as_a_whole(ledger, nouns):
    ledger.replace(dated(nouns, "whole", "\u9996\u8133\u4f1a\u8ac7", "2020"), DAY)
    ledger.replace(dated(nouns, "pieces", "\u9996\u8133 \u8133\u4f1a \u4f1a\u8ac7", "2024"), DAY)
    assert found(ledger, "\u9996\u8133\u4f1a\u8ac7") == ["whole"]
    assert found(ledger, "\u9996\u8133 \u4f1a\u8ac7") == ["pieces", "whole"]


def test_highlights_are_where_the_words_stand_in_the_text_as_given(ledger, nouns):
    text = "Title\nQuan he\u0302\u0323 \u0111o\u0302\u0301i ta\u0301c, \u9996\u8133\u4f1a\u8ac7."
    ledger.replace(dated(nouns, "a", text, "2024"), DAY)
    (one,) = ledger.search("doi t\u00e1c \u9996\u8133\u4f1a\u8ac7")
    assert [text[light.start : light.end] for light in one.highlights] == [
        "\u0111o\u0302\u0301i", "ta\u0301c", "\u9996\u8133\u4f1a\u8ac7",
    ]  # fmt: skip
    assert text[one.citation.span.start : one.citation.span.end] == one.citation.quote == text.splitlines()[1]


def test_many_hits_are_found_page_by_page(ledger, nouns, monkeypatch):
    monkeypatch.setattr("foedera.ledger.parts.fulltext.PAGE", 2)
    for number in range(7):
        ledger.replace(dated(nouns, f"{number}", f"talks {number}", f"20{10 + number}"), DAY)
    assert found(ledger, "talks") == [str(number) for number in range(6, -1, -1)]


def test_two_reports_whose_ids_begin_alike_are_both_found(ledger, nouns, monkeypatch):
    monkeypatch.setattr("foedera.ledger.parts.prepared.rank_of", lambda *_: 5)
    for name in "abc":
        ledger.replace(dated(nouns, name, f"talks {name}", "2024"), DAY)
    assert found(ledger, "talks") == ["a", "b", "c"]
    assert found(ledger, "b") == ["b"]
