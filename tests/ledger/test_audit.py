import pytest

from foedera import ledger as stores
from foedera.model.document import Span
from foedera.model.judgement import Anchor, Judgement
from foedera.model.log import START, Deed, Line

DAY = "2026-01-01"
ANCHOR = Anchor(fact="f", document="d", kind="event", span=Span(start=0, end=1), quote="x")


@pytest.fixture
def path(place, nouns):
    with stores.open(place, create=True) as ledger:
        for number in range(3):
            read = nouns.article(f"Talks {number}", f"{number}.txt")
            ledger.replace(nouns.reading(read, [nouns.event(document=read.id, quote="Talks")]), DAY)
        ledger.store_judgement(Judgement(id="j", ruling="confirmed", anchors=(ANCHOR,), by="me", why="", recorded=DAY))
        ledger.note(Deed(recorded=DAY, action="rebuilt", subject="k1", content="k1"))
    return place


def changed(path, *statements):
    with stores.open(path) as ledger:
        for statement in statements:
            ledger._connection.execute(statement)


def problems(path, head=None):
    with stores.open(path) as ledger:
        return [problem.what for problem in ledger.audit(head)]


def test_a_whole_log_has_no_fault_and_every_head_it_ever_had(path):
    with stores.open(path) as ledger:
        lines = list(ledger.log())
        assert [line.deed.action for line in lines] == ["read", "read", "read", "confirmed", "rebuilt"]
        assert ledger.head() == lines[-1].digest
    for head in (None, START, *(line.digest for line in lines)):
        assert problems(path, head) == []


def test_a_ledger_on_which_nothing_was_done_has_no_head(place):
    with stores.open(place, create=True) as ledger:
        assert ledger.head() is None
        assert list(ledger.audit(START)) == []


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE log SET content = 'x' WHERE number = 2", "line was changed"),
        ("DELETE FROM log WHERE number = 2", "one before it is missing"),
        ("UPDATE log SET digest = 'x' WHERE number = 2", "line was changed"),
        ("UPDATE facts SET body = replace(body, 'talks', 'visit')", "was changed, and the log"),
        ("UPDATE readings SET interstate = 0", "was changed, and the log"),
        ("UPDATE judgements SET body = replace(body, '\"me\"', '\"you\"')", "was changed, and the log"),
        ("DELETE FROM judgements", "the log tells of it"),
        ("DELETE FROM readings", "the log tells of it"),
        ("INSERT INTO judgements SELECT 'k', ruling, body, recorded FROM judgements", "the log does not tell of it"),
    ],
)
def test_what_was_changed_behind_its_back_is_named(path, statement, said):
    changed(path, statement)
    assert any(said in what for what in problems(path))


def test_a_log_that_was_cut_with_what_it_told_of_is_found_by_its_head_alone(path):
    with stores.open(path) as ledger:
        head = ledger.head()
    changed(path, "DELETE FROM log WHERE number > 3", "DELETE FROM judgements")
    assert problems(path) == []
    assert "cut or rewritten" in problems(path, head)[0]


def test_a_log_that_was_written_anew_as_a_whole_is_found_by_its_head_alone(path):
    with stores.open(path) as ledger:
        lines, head = list(ledger.log()), ledger.head()
    before, statements = "", []
    for line in lines:
        deed = Deed(recorded="1999-01-01", action=line.deed.action, subject=line.deed.subject, content=line.deed.content)
        before = deed.seal(before)
        statements.append(f"UPDATE log SET recorded = '1999-01-01', digest = '{before}' WHERE number = {line.number}")  # noqa: S608 - of this test
    changed(path, *statements)
    assert problems(path) == []
    assert "cut or rewritten" in problems(path, head)[0]


def test_the_shorter_seals_of_the_first_ledgers_are_understood():
    deed = Deed(recorded=DAY, action="read", subject="d", content="c")
    assert Line(number=1, deed=deed, digest=deed.seal("")[:16]).follows(START)
    assert not Line(number=1, deed=deed, digest=deed.seal("")[:15]).follows(START)


def test_a_reading_in_place_of_another_is_told(path, nouns):
    read = nouns.article("Talks 0", "0.txt")
    with stores.open(path) as ledger:
        ledger.replace(nouns.reading(read, digest="k2"), DAY)
        assert [line.deed.action for line in ledger.log()][-1] == "replaced"
        assert list(ledger.audit()) == []
        assert len(ledger.facts_in(read.id)) == 0
        assert ledger.fact("none") is None


def test_what_the_log_says_was_deleted_need_not_be_there(path):
    with stores.open(path) as ledger:
        document = next(ledger.readings()).article.id
    changed(path, f"DELETE FROM readings WHERE document = '{document}'")  # noqa: S608 - of this test
    with stores.open(path) as ledger:
        ledger.note(Deed(recorded=DAY, action="deleted", subject=document, content=""))
        assert list(ledger.audit()) == []
