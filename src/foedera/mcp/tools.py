"""The tools: each one question to the ledger, answered with the passages that say so."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from foedera import api
from foedera.api.asking import Filters
from foedera.api.cursors import cursor_of, place_of
from foedera.api.walking import Which
from foedera.mcp.parts.dossiers import shortened
from foedera.mcp.parts.fenced import fenced, fitting
from foedera.model.finding import Finding
from foedera.model.page import Change, Page, Stretch, Told
from foedera.plumbing.settings import Location

Json = dict[str, Any]
LIMIT, MOST = 20, 50
"""Items of an answer where no number is given, and at most."""
Names = list[str] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tools:
    """The tools over one ledger. Each docstring is what a model is told of the tool."""

    ledger: Location

    def search_facts(self, query: str = "", party: Names = None, cursor: str | None = None, limit: int = LIMIT) -> Json:
        """Find what reports say: all words of `query` stand in the report, with or without marks; or all facts about `party`.

        `party` are states or organisations by name or code; all of them are concerned. Each fact has its passage. `next_cursor` goes on.
        """
        codes = [api.actor(one) for one in party or ()]
        if not query.strip():
            return self._page("facts", lambda part: api.facts(ledger=self.ledger, stretch=part, party=codes), cursor, limit)

        def found(stretch: Stretch) -> Page[Json]:
            page = api.search_page(query, ledger=self.ledger, stretch=stretch)
            return Page(items=tuple(self._found(one, codes) for one in page.items), after=page.after)

        return self._page("findings", found, cursor, limit)

    def get_fact(self, fact: str) -> Json:
        """One fact by its id (or that of an entry): its passage, the words around it, and the whole entry that it is in."""
        found = api.passage(fact, ledger=self.ledger)
        entry = api.answers.entry(api.entry(fact, ledger=self.ledger)) if found.entry else None
        return self._one({**api.answers.passage(found), "entry": entry})

    def get_passage(self, fact: str, around: int = 400) -> Json:
        """The passage of a fact with so many characters of the report before and behind it (at most 2000)."""
        return self._one(api.answers.passage(api.passage(fact, ledger=self.ledger, around=min(max(around, 0), 2_000))))

    def get_relation(self, a: str, b: str, as_of: str | None = None) -> Json:
        """The dossier of two states, by name or code: level and history, meetings, promises and what became of them, people, reports.

        `as_of`: the state of things on a day (2015, 2015-01 or 2015-01-31). `left_out` tells how much more the other tools list.
        """
        dossier = api.answers.relation(api.relation(a, b, ledger=self.ledger, as_of=as_of))
        return fitting(lambda most: shortened(dossier, most), LIMIT)

    def list_events(  # noqa: PLR0913, PLR0917 - each option is an argument
        self,
        party: Names = None,
        start: str | None = None,
        end: str | None = None,
        type: str | None = None,  # noqa: A002 - what it is called everywhere
        area: str | None = None,
        cursor: str | None = None,
        limit: int = LIMIT,
    ) -> Json:
        """Meetings, visits, signings and other happenings in which all of `party` take part, between two days.

        `type` is a type of event (visit, signing, talks, ...), `area` a policy area.
        """
        return self._entries("event", Filters(party=party or (), start=start, end=end, type=type, area=area), cursor, limit)

    def list_commitments(  # noqa: PLR0913, PLR0917 - as above
        self,
        party: Names = None,
        start: str | None = None,
        end: str | None = None,
        type: str | None = None,  # noqa: A002 - as above
        area: str | None = None,
        cursor: str | None = None,
        limit: int = LIMIT,
    ) -> Json:
        """Promises, each with what became of it by later reports; one without a later report was not broken: nothing was read of it.

        `type` is agreed, pledged, reaffirmed, considering, urged or planned.
        """
        return self._entries("commitment", Filters(party=party or (), start=start, end=end, type=type, area=area), cursor, limit)

    def list_mechanisms(self, party: Names = None, cursor: str | None = None, limit: int = LIMIT) -> Json:
        """Standing dialogues and committees in which all of `party` take part, with their sessions."""
        return self._entries("mechanism", Filters(party=party or ()), cursor, limit)

    def list_disagreements(self, party: Names = None, cursor: str | None = None, limit: int = LIMIT) -> Json:
        """Where sources contradict each other on one happening: every claim, with whose it is and its passages."""

        def found(stretch: Stretch) -> Page[Json]:
            page = api.disagreements(ledger=self.ledger, stretch=stretch, party=party or ())
            return Page(items=tuple(api.answers.disputed(one) for one in page.items), after=page.after)

        return self._page("disagreements", found, cursor, limit)

    def resolve_actor(self, name: str) -> Json:
        """The state or organisation that a name in any language means: its code and its English name."""
        code = api.actor(name)
        return {"code": code, "name": api.names().actor(code)}

    def what_changed_since(self, since: str, cursor: str | None = None, limit: int = LIMIT) -> Json:
        """What came into the ledger since a day (2026-01-31): reports read or read anew with their facts, and rulings of people."""

        def found(stretch: Stretch) -> Page[Json]:
            page = api.changes(ledger=self.ledger, stretch=stretch, since=since)
            return Page(items=tuple(map(_changed, page.items)), after=page.after)

        return self._page("changes", found, cursor, limit)

    def all(self) -> Iterator[Callable[..., Json]]:
        """Every tool."""
        yield from (self.search_facts, self.get_fact, self.get_passage, self.get_relation, self.list_events, self.list_commitments)
        yield from (self.list_mechanisms, self.list_disagreements, self.resolve_actor, self.what_changed_since)

    def _entries(self, kind: str, filters: Filters, cursor: str | None, limit: int) -> Json:
        def found(stretch: Stretch) -> Page[Json]:
            page = api.entries(kind, ledger=self.ledger, stretch=stretch, **filters)
            return Page(items=tuple(api.answers.listed(one) for one in page.items), after=page.after)

        return self._page(f"{kind}s", found, cursor, limit)

    def _page(self, name: str, found: Callable[[Stretch], Page[Any]], cursor: str | None, limit: int) -> Json:
        after = place_of(cursor)

        def made(number: int) -> Json:
            page = found(Stretch(after=after, limit=number))
            items = [api.answers.told(one) if isinstance(one, Told) else one for one in page.items]
            return {name: items, "next_cursor": cursor_of(page.after)}

        return fitting(made, min(max(limit, 1), MOST))

    def _one(self, answer: Json) -> Json:
        made: Json = fenced(answer)
        return made

    def _found(self, one: Finding, codes: Sequence[str]) -> Json:
        """A report that a search found, with those of its facts that stand in the passage, else its first."""
        which = Which(document=one.report.document, party=codes)
        facts = api.facts(ledger=self.ledger, stretch=Stretch(limit=MOST), **which).items
        within = [told for told in facts if told.fact.citation.span.meets(one.citation.span)]
        shown = [api.answers.told(told) for told in (within or facts)[:LIMIT]]
        return {**api.answers.finding(one), "document": one.report.document, "facts": shown}


def _changed(one: Change) -> Json:
    quotes = {fact.id: fact.citation.quote for fact in one.facts}
    made: Json = api.answers.change(one)
    return {**made, "facts": [{**fact, "quote": quotes[fact["id"]]} for fact in made["facts"]]}
