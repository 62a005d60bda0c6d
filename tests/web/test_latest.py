"""Pages of long lists: the latest entries, what leads to the others, and pages that are kept while nobody writes."""

import re
import shutil
from datetime import date, timedelta

import pytest

import foedera
from foedera.merging.relations import starts
from foedera.web.parts import latest as latests
from foedera.web.parts import views
from foedera.web.parts.kept import Kept

PAIR = "/relation/JP/VN"


@pytest.fixture
def own(ledger, opened):
    """A desk that has kept no page yet."""
    return opened(ledger)


@pytest.fixture
def few(monkeypatch):
    monkeypatch.setattr(latests, "SHOWN", 2)


@pytest.mark.usefixtures("few")
def test_a_long_list_shows_the_latest_and_leads_to_all_others(own, ledger):
    found = foedera.relation("JP", "VN", ledger=ledger)
    dated = {one.id for one in found.events if starts(one)}
    at, seen, pages = PAIR, [], 0
    while at:
        text = own.get(at).text
        section = text.split('<h2 id="events">')[1].split("</section>")[0] if '<h2 id="events">' in text else ""
        shown = set(re.findall(r'href="/event/([0-9a-f]{16})"', section))
        assert shown or not seen
        seen, pages = [*seen, shown], pages + 1
        earlier = re.search(r'href="(/relation/JP/VN\?as_of=[0-9-]+)"', section)
        at = earlier.group(1) if earlier else None
    assert pages > 2
    assert set().union(*seen) >= dated
    assert "/api/v1/events.csv?party=JP&amp;party=VN" in own.get(PAIR).text
    rows = own.get("/api/v1/events.csv?party=JP&party=VN").text.strip().splitlines()
    assert len(rows) - 1 == len(foedera.events(party=["JP", "VN"], ledger=ledger))


def test_a_short_list_is_shown_whole(own):
    assert "events.csv" not in own.get(PAIR).text


@pytest.mark.usefixtures("few")
def test_every_number_on_a_cut_page_is_that_of_a_source_on_it(own):
    text = own.get(PAIR).text
    sources = set(re.findall(r'<li value="([0-9]+)">', text))
    assert set(re.findall(r">\[([0-9]+)\]</a>", text)) <= sources
    assert "0" not in sources


def test_of_many_passages_the_latest_are_linked_and_the_others_counted(own, ledger, monkeypatch):
    monkeypatch.setattr(views.View.passages, "__defaults__", (1,))
    monkeypatch.setattr(views, "MARKED", 1)
    found = foedera.relation("JP", "VN", ledger=ledger)
    most = max(found.events, key=lambda one: len({(fact.document, fact.citation.span) for fact in one.facts}))
    text = own.get(f"/event/{most.id}").text
    head = text.split("</h1>")[1].split("<ul class")[0]
    number = len({(fact.document, fact.citation.span.start, fact.citation.span.end) for fact in most.facts})
    assert head.count(">[") == 1
    assert f"and {number - 1} more" in head


def test_days_before_the_first_are_not_offered():
    told = latests.Latest(shown=(1,), number=2, since=date.min.isoformat())
    assert [note.href for note in told.notes("/at", "/table")] == [None, "/table"]
    later = latests.Latest(shown=(1,), number=2, since="2020-03-01").notes("/at", "/table")
    assert later[1].href == f"/at?as_of={date(2020, 3, 1) - timedelta(days=1)}"


def test_a_page_is_made_once_until_somebody_writes(ledger, tmp_path):
    own, shelf, made = shutil.copy(ledger, tmp_path / "t.db"), Kept(), []

    def make():
        made.append(len(made))
        return b"page %d" % len(made)

    assert shelf.page(own, ("/", ""), make) == shelf.page(own, ("/", ""), make) == b"page 1"
    assert shelf.page(own, ("/", "x=1"), make) == b"page 2"
    (fact, *_rest) = foedera.events(ledger=own)[0].facts
    foedera.judge_confirm(fact.id, ledger=own)
    assert shelf.page(own, ("/", ""), make) == b"page 3"
    assert shelf.page(own, ("/", ""), lambda: None) == b"page 3"
    assert shelf.page(own, ("/other", ""), lambda: None) is None


def test_no_more_is_kept_than_there_is_room_for(ledger):
    shelf = Kept(most=10)
    for name in "abc":
        assert shelf.page(ledger, (name,), lambda name=name: name.encode() * 4) == name.encode() * 4
    assert shelf.page(ledger, ("a",), lambda: b"anew") == b"anew"
    assert shelf.page(ledger, ("c",), lambda: b"anew") == b"cccc"


def test_a_kept_page_is_that_of_its_language(own):
    english = own.get(PAIR, headers={"accept-language": "en"}).text
    assert own.get(PAIR, headers={"accept-language": "ja"}).text != english
    assert own.get(PAIR, headers={"accept-language": "en"}).text == english
