"""What changes with some reports is what deriving the whole party set anew gives, and nothing beyond what they reach is derived."""

import os
from dataclasses import dataclass, replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from foedera.ledger import sqlite
from foedera.ledger.parts import codec
from foedera.ledger.parts.shelves import Replaced, rows_of
from foedera.merging.entries import Beside, held
from foedera.merging.people import people, sights
from foedera.merging.stretches import amended, derived
from foedera.merging.vicinities import Vicinity, reached, vicinities
from foedera.model.fact import Stance, TenureFact

DOCUMENTS = tuple(f"d{number}" for number in range(9))
RUNS = ["2019-11-27", "2021-03-01", "2022-11-26", "2023-11-20", "2023-11-20", "2023-11-20", "2024-03-08", "2024-10-09"]
LATER = st.sampled_from([0, 0, 0, 1, 2, 6, 7, 8, 9, 14, 15, 16, 31, 33])
"""Days behind a day of `RUNS`: near the most that one thing can span, and beyond."""
OPEN = ["2023-11", "2024", "XXXX-11-27", "XXXX-11-20", "XXXX-12-01", "XXXX-03-02", "XXXX-02-29", "XXXX-XX-27", "XXXX-11", None, None]
STAYS = ["2023-11-27/2023-11-29", "2022-12-01/2022-12-09"]
PLAIN = ["talks", "talks", "dialogue", "visit", "signing", "other"]
PEOPLE = (("Fumio Kishida", "prime minister", "JP"), ("Shigeru Ishiba", "prime minister", "JP"), ("Vo Van Thuong", "president", "VN"))
TOPICS = st.sampled_from([(), ("visa_exemption",), ("two_plus_two",), ("new_mechanism",), ("ratification",), ("relations_cut",)])
EXAMPLES = int(os.environ.get("FOEDERA_EXAMPLES", "60"))
CAREFUL = settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@dataclass(frozen=True)
class Manner:
    """What the reports of a history are like: the less they have in common, the less do changes reach."""

    dates: tuple = ()
    types: tuple = ()
    kinds: tuple = ()
    origins: tuple = ()


@st.composite
def manners(draw):
    unlike = st.booleans()
    kinds = ["level", "mechanism", "instrument", "undone"]
    some = st.sampled_from([(), (), tuple(OPEN[2:4]), (None,), tuple(STAYS)])
    return Manner(
        dates=(*OPEN, *STAYS) if draw(unlike) and draw(unlike) else draw(some),
        types=("upgrade", "establish_relations") if draw(unlike) and draw(unlike) else (),
        kinds=tuple(draw(st.lists(st.sampled_from(kinds), max_size=2, unique=True))),
        origins=("d0", "d1") if draw(unlike) else (),
    )


def a_day():
    return st.builds(lambda run, later: str(date.fromisoformat(run) + timedelta(days=later)), st.sampled_from(RUNS), LATER)


def facts_in(nouns, document, day, manner):
    """What one report tells: facts of the pair, most on the day of the report."""
    where = {
        "document": st.just(document),
        "realis": st.sampled_from(["asserted"] * 5 + ["planned", "planned", "denied"]),
        "start": st.sampled_from([0, 0, 20, 90, 300, 700]),
        "topics": TOPICS,
    }
    dates = st.sampled_from([day] * 4 + list(manner.dates)) if manner.dates else st.one_of(*[st.just(day)] * 4, a_day())
    some = st.lists(st.sampled_from(PEOPLE), max_size=2, unique=True)
    meetings = {"edition": st.sampled_from([None, None, 1, 2])}
    if "mechanism" in manner.kinds:
        meetings["mechanism"] = st.sampled_from([None, None, "2+2"])
    event = st.builds(nouns.event, dates, type=st.sampled_from([*PLAIN, *manner.types]), attendees=some, **meetings, **where)
    modality = st.sampled_from(["agreed", "reaffirmed", "pledged"])
    promise = st.builds(nouns.commitment, st.sampled_from([("energy",), ("politics",)]), modality=modality, **where)
    undone = st.sampled_from(["put_off", "taken_back"])
    kinds = {
        "undone": st.builds(lambda one, how: replace(one, stance=Stance(realis="denied", undone=how)), event, undone),
        "level": st.builds(nouns.level, st.sampled_from(nouns.RUNGS), dates, **where),
        "mechanism": st.builds(nouns.mechanism, st.sampled_from(["2+2", "Joint Committee"]), **where),
        "instrument": st.builds(nouns.instrument, st.just("Reciprocal Access"), st.sampled_from([None, "RAA"]), **where),
    }
    amount = st.builds(nouns.commitment, st.just(("energy",)), amount=st.sampled_from([None, (5, "JPY")]), **where)
    person = st.builds(lambda who: nouns.tenure(*who, document=document), st.sampled_from(PEOPLE))
    return st.lists(
        st.one_of(event, event, promise, promise, amount, person, *(kinds[one] for one in manner.kinds)), min_size=1, max_size=4
    )


@st.composite
def told_in(draw, nouns, document, manner):
    """A report with what it tells; or nothing any more."""
    day = draw(a_day())
    published = draw(st.sampled_from([day] * 6 + ([None, day[:7], f"XXXX{day[4:]}"] if None in manner.dates else [])))
    origin = draw(st.sampled_from([None, None, *manner.origins]))
    facts = draw(facts_in(nouns, document, day, manner)) if draw(st.integers(0, 5)) else []
    return nouns.report(document, published, origin=origin), facts


@st.composite
def histories(draw, nouns):
    """What reports tell at first, and changes: what some of them tell then."""
    manner = draw(manners())
    first = {name: draw(told_in(nouns, name, manner)) for name in DOCUMENTS[: draw(st.integers(4, len(DOCUMENTS)))]}
    names = st.lists(st.sampled_from(DOCUMENTS), min_size=1, max_size=2, unique=True)
    return first, [{name: draw(told_in(nouns, name, manner)) for name in draw(names)} for _ in range(draw(st.integers(1, 3)))]


class Shelf:
    """Two party sets in a ledger: one is amended, one is always derived as a whole."""

    def __init__(self, ledger, world):
        self.ledger, self.world, self.number = ledger, world, 0

    def beside(self, told):
        reports = {name: report for name, (report, _) in told.items()}
        tenures = [fact for _, facts in told.values() for fact in facts if isinstance(fact, TenureFact)]
        return Beside(reports=reports, seen=sights(people(tenures, reports, self.world)), world=self.world)

    def put(self, key, told):
        self.ledger.shelves.put(key, rows_of(*derived(own(told, told), self.beside(told))))

    def amend(self, key, told, changed):
        kept = {name: codec.decode(body, Vicinity, name) for name, body in self.ledger.vicinities.under(key).items()}
        beside = self.beside(told)
        now = vicinities(own(told, changed), beside.reports, self.world)
        stretch = reached({name: now.get(name) for name in changed}, kept)
        if facts := own(told, stretch.documents):
            made = amended(facts, beside, stretch, kept)
            replaced = Replaced(entries=made.gone, kinds=made.kinds, later=made.later, documents=made.documents)
            self.ledger.shelves.amend(key, rows_of(made.entries, made.vicinities), replaced)
        else:
            self.put(key, told)
        return stretch

    def rows(self, key):
        entries = sorted(row[1:] for row in self.ledger.shelves.rows([key]) if row[1] not in {"followups", "disagreements"})
        links = [row[1:] for row in self.ledger.shelves.rows([key]) if row[1] in {"followups", "disagreements"}]
        return entries, links, self.ledger.vicinities.under(key)


def own(told, names):
    """The facts on the pair in some reports."""
    return held(fact for name in names if name in told for fact in told[name][1] if not isinstance(fact, TenureFact))


@pytest.fixture(scope="module")
def shelf(tmp_path_factory, nouns):
    with sqlite.open(tmp_path_factory.mktemp("shelf") / "l.db", create=True) as ledger, ledger.deriving():
        yield Shelf(ledger, nouns.LAND)


def seen_otherwise(shelf, before, after):
    """The reports whose persons are others: they are touched too."""
    old, new = shelf.beside(before).seen, shelf.beside(after).seen
    said = [{name: [(fact.id, who.id, who.name, who.tenures) for fact, who in seen[name]] for name in seen} for seen in (old, new)]
    return {name for name in {*old, *new} if said[0].get(name) != said[1].get(name)}


@CAREFUL
@given(st.data())
def test_what_is_amended_is_what_deriving_everything_gives(nouns, shelf, data):
    told, changes = data.draw(histories(nouns))
    shelf.number += 1
    part, whole = f"A+{shelf.number}", f"B+{shelf.number}"
    shelf.put(part, told)
    for change in changes:
        before, told = told, {**told, **change}
        shelf.amend(part, told, {*change, *seen_otherwise(shelf, before, told)})
        shelf.put(whole, told)
        assert shelf.rows(part) == shelf.rows(whole)


FAR = "2010-05-05"
"""The day of a report that nothing reaches."""
REACHES = {
    "the days of one promise": ("event", {}, "2023-11-20", "2023-11-27", True),
    "no further days": ("event", {}, "2023-11-20", "2023-11-28", False),
    "the month of a report without a date": ("undated", {}, "2023-11-20", "2023-12-21", True),
    "that day of any year": ("event", {}, "2019-11-20", "XXXX-11-20", True),
    "no other day of a year": ("event", {}, "2019-11-20", "XXXX-05-20", False),
    "any day of a month": ("event", {}, "2019-11-20", "XXXX-XX-03", True),
    "what is unique": ("event", {"type": "establish_relations"}, "2019-11-20", "2023-01-01", True),
    "the first session": ("event", {"edition": 1}, "2019-11-20", "2023-01-01", True),
    "mechanisms by a mechanism": ("mechanism", {}, "2019-11-20", "2023-01-01", True),
    "mechanisms by a session": ("event", {"mechanism": "2+2"}, "2019-11-20", "2023-01-01", True),
    "instruments by an instrument": ("instrument", {}, "2019-11-20", "2023-01-01", True),
    "levels by a level": ("level", {}, "2019-11-20", "2023-01-01", True),
    "levels by a turn": ("event", {"type": "other", "topics": ("relations_cut",)}, "2019-11-20", "2023-01-01", True),
    "copies": ("copy", {}, "2019-11-20", "2023-01-01", True),
}


def told_of(nouns, document, case, day):
    """A report that tells of one such thing on a day."""
    what, fields = case
    published = day if "X" not in day else "2023-06-30"
    origin = "d0" if what == "copy" else None
    makers = {
        "mechanism": lambda: nouns.mechanism("2+2", document=document),
        "instrument": lambda: nouns.instrument("Reciprocal Access", document=document),
        "level": lambda: nouns.level(document=document),
        "undated": lambda: nouns.event(None if document == "d1" else day, document=document),
    }
    make = makers.get(what, lambda: nouns.event(day, document=document, **fields))
    return nouns.report(document, published, origin=origin), [make(), nouns.commitment(document=document, start=500)]


@pytest.mark.parametrize("told_case", REACHES.values(), ids=REACHES)
def test_a_report_reaches(nouns, shelf, told_case):
    *case, first, then, is_reached = told_case
    told = {"d0": told_of(nouns, "d0", case, first), "d8": told_of(nouns, "d8", ("event", {}), FAR)}
    shelf.number += 1
    part, whole = f"A+{shelf.number}", f"B+{shelf.number}"
    shelf.put(part, told)
    told["d1"] = told_of(nouns, "d1", case, then)
    stretch = shelf.amend(part, told, {"d1"})
    shelf.put(whole, told)
    assert shelf.rows(part) == shelf.rows(whole)
    assert stretch.documents - {"d8"} == ({"d0", "d1"} if is_reached else {"d1"})
    assert "d8" not in stretch.documents or "XX-03" in then


def test_acts_of_a_paper_reach_all_that_tell_of_papers(nouns, shelf):
    paper = nouns.instrument("Reciprocal Access", document="d0")
    told = {
        "d0": (nouns.report("d0", "2019-11-20"), [paper, nouns.event("2019-11-20", type="signing", document="d0")]),
        "d1": (nouns.report("d1", "2023-01-01"), [nouns.instrument("Reciprocal Access", document="d1")]),
    }
    around = vicinities(own(told, told), shelf.beside(told).reports, nouns.LAND)
    assert [set(around[name].concerns) for name in ("d0", "d1")] == [{"act", "instrument"}, {"instrument"}]
    one = vicinities([nouns.event("2019-11-21", document="d2")], {"d2": nouns.report("d2", "2019-11-21")}, nouns.LAND)
    assert reached(one, around).documents == {"d0", "d1", "d2"}
    gone = reached({"d1": None}, around)
    assert (gone.documents, gone.kinds) == ({"d0", "d1"}, {"instrument"})


def test_a_mechanism_is_new_only_where_no_report_that_is_not_reached_named_it_before(nouns, shelf):
    def told_on(name, day, *, promise=True):
        facts = [nouns.mechanism("2+2", document=name)] + ([nouns.commitment(document=name, start=5)] if promise else [])
        return nouns.report(name, day), facts

    told = {"d0": told_on("d0", "2019-11-20", promise=False), "d1": told_on("d1", "2023-01-01"), "d2": told_on("d2", "2010-05-05")}
    shelf.number += 1
    part, whole = f"A+{shelf.number}", f"B+{shelf.number}"
    shelf.put(part, told)
    told["d3"] = (nouns.report("d3", "2023-01-02"), [nouns.commitment(document="d3", start=5)])
    assert shelf.amend(part, told, {"d3"}).documents == {"d1", "d3"}
    shelf.put(whole, told)
    assert shelf.rows(part) == shelf.rows(whole)
