"""What the verbs return → JSON answers; each has a `schema_version` and a schema in `docs/schemas/`.

Entries, dossiers and records are written by `exports`; here are the answers that no export knows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import msgspec

from foedera.api.health import Check
from foedera.api.packs import PackCheck
from foedera.api.proposing import Round
from foedera.api.rulings import Listed
from foedera.api.texts import Explanation, Found
from foedera.exports.facts import proposal, record
from foedera.exports.json import SCHEMA_VERSION, finding, levels, listing, pair, relation, relations, search, text
from foedera.exports.json import one as entry
from foedera.exports.parts import batches as batched
from foedera.exports.parts.comparisons import compared
from foedera.exports.parts.entries import entry as listed
from foedera.exports.parts.judgements import difference, judgement, uncertainty
from foedera.exports.parts.rows import kind_of
from foedera.exports.parts.told import change, disputed, passage_of, skip, source, told
from foedera.model.account import Account, Token
from foedera.model.batch import Batch
from foedera.model.candidate import Proposal
from foedera.model.comparison import Comparison
from foedera.model.document import Skip, Span
from foedera.model.entry import Entry
from foedera.model.judgement import Difference, Judgement
from foedera.model.log import Line
from foedera.model.mention import Mention
from foedera.model.network import Network
from foedera.model.page import Passage
from foedera.model.problem import Problem, Unused
from foedera.model.reading import Reading
from foedera.model.relation import Relation
from foedera.model.trace import Step
from foedera.model.uncertainty import Uncertainty
from foedera.model.worldmap import Mapped, WorldMap
from foedera.pipeline.ingest import Tally

__all__ = [
    "SCHEMA_VERSION",
    "abreast",
    "batch",
    "batches",
    "calendar",
    "change",
    "check",
    "comparison",
    "counts",
    "disputed",
    "entry",
    "explanations",
    "finding",
    "found",
    "health",
    "judged",
    "judgement",
    "judgements",
    "kind_of",
    "levels",
    "listed",
    "listing",
    "log_line",
    "network",
    "page",
    "pair",
    "passage",
    "record",
    "records",
    "relation",
    "relations",
    "report",
    "review",
    "ruling",
    "search",
    "skip",
    "source",
    "tally",
    "text",
    "told",
    "uncertain",
    "verification",
    "world_map",
]

Json = dict[str, object]


def records(made: Sequence[Json]) -> Json:
    """The records of `extract` in one answer."""
    return {"schema_version": SCHEMA_VERSION, "records": list(made)}


def page(name: str, items: Sequence[Json], next_url: str | None) -> Json:
    """A page of a list, and the address of the next one, where there is one."""
    return {"schema_version": SCHEMA_VERSION, name: list(items), "next_url": next_url}


def batch(made: Batch) -> Json:
    """A batch, and what became of each item."""
    return {"schema_version": SCHEMA_VERSION, "batch": batched.whole(made)}


def batches(made: Sequence[Batch]) -> Json:
    """The batches without their items."""
    return {"schema_version": SCHEMA_VERSION, "batches": [batched.summary(one) for one in made]}


def passage(made: Passage) -> Json:
    """One fact with its passage, the words around that, and its entry."""
    return {"schema_version": SCHEMA_VERSION, **passage_of(made)}


def report(made: Reading) -> Json:
    """One report with its text, the parts of it, and its facts as a record of the exchange format."""
    article = made.article
    parts: list[Json] = [{"kind": part.kind, "span": [part.span.start, part.span.end]} for part in article.parts]
    known = {"publisher": article.publisher, "url": article.url, "title": article.title}
    whole = {**record(made), "text": article.text}
    return {"schema_version": SCHEMA_VERSION, "document": article.id, **known, "parts": parts, "record": whole}


def found(item: Found) -> list[Json]:
    """The mentions of one article, each an answer of its own, in the form of the exchange format."""
    article = item.article
    return [{article.record_key: article.record, **_mention(mention, article.text, article.lang)} for mention in item.mentions]


def explanations(items: Sequence[Explanation]) -> Json:
    """Why the facts were made, and why sentences made none."""
    return {"schema_version": SCHEMA_VERSION, "explanations": [_explanation(item) for item in items]}


def comparison(found: Comparison) -> Json:
    """What two statements have in common and what not."""
    return {"schema_version": SCHEMA_VERSION, **compared(found)}


def abreast(found: Sequence[Relation]) -> Json:
    """Dossiers side by side."""
    return {"schema_version": SCHEMA_VERSION, "relations": [relation(one) for one in found]}


def calendar(found: Sequence[Entry], due: Sequence[Entry]) -> Json:
    """What happened and is planned in a year, and what is promised by then."""
    return {**listing("events", found), "due": [listed(one) for one in due]}


def network(found: Network) -> Json:
    """Which states were in contact in a span of time."""
    contacts: list[Json] = [
        {"parties": list(one.parties), "events": one.events, "level": one.standing.level.level if one.standing else None}
        for one in found.contacts
    ]
    return {"schema_version": SCHEMA_VERSION, "start": found.start, "end": found.end, "contacts": contacts}


def world_map(found: WorldMap) -> Json:
    """Where a state stands with every other, and the tile of each."""
    ladder = {"rungs": list(found.ladder.rungs), "source": found.ladder.source} if found.ladder else None
    asked = {"state": found.state, "by": found.by, "as_of": found.as_of, "start": found.start, "end": found.end}
    return {"schema_version": SCHEMA_VERSION, **asked, "ladder": ladder, "states": [_mapped(one, found) for one in found.states]}


def skips(left: Sequence[Skip]) -> Json:
    """What was left out, and how much for which reason."""
    counts = dict(sorted(Counter(one.reason for one in left).items()))
    return {"schema_version": SCHEMA_VERSION, "counts": counts, "skips": [skip(one) for one in left]}


def tally(done: Tally, ledger: str) -> Json:
    """What an ingest did."""
    counts = {"read": done.read, "unchanged": done.unchanged, "skipped": done.skipped, "faults": done.faults}
    return {"schema_version": SCHEMA_VERSION, "ledger": ledger, **counts}


def counts(rows: dict[str, int]) -> Json:
    """How much of each kind a ledger holds."""
    return {"schema_version": SCHEMA_VERSION, "counts": dict(rows)}


def check(done: PackCheck) -> Json:
    """What the check of the packs found."""
    return {
        "schema_version": SCHEMA_VERSION,
        "good": not done.problems,
        "languages": list(done.languages),
        "digest": done.digest,
        "problems": [_problem(problem) for problem in done.problems],
        "coverage": [{"language": one.language, "kind": one.kind, "name": one.name, "count": one.count} for one in done.coverage],
        "unused": [_unused(one) for one in done.unused],
        "corpus": {"name": done.corpus, "reports": dict(done.reports)} if done.corpus else None,
    }


def _unused(one: Unused) -> Json:
    what = {"where": one.where, "what": one.what, "remedy": one.remedy}
    return {"language": one.language, "kind": one.kind, "name": one.name, **what}


def verification(problems: Sequence[Problem]) -> Json:
    """What the check of a ledger found."""
    return {"schema_version": SCHEMA_VERSION, "good": not problems, "problems": [_problem(problem) for problem in problems]}


def judged(made: Judgement) -> Json:
    """One judgement that was just made, or that was there already."""
    return {"schema_version": SCHEMA_VERSION, "judgement": judgement(made)}


def judgements(found: Sequence[Listed]) -> Json:
    """All judgements, also those that are withdrawn."""
    return {"schema_version": SCHEMA_VERSION, "judgements": [judgement(one.judgement, one.withdrawn_by) for one in found]}


def ruling(found: Listed) -> Json:
    """One judgement."""
    return {"schema_version": SCHEMA_VERSION, "ruling": judgement(found.judgement, found.withdrawn_by)}


def review(found: Sequence[Difference]) -> Json:
    """The judgements that a changed reading no longer fits."""
    return {"schema_version": SCHEMA_VERSION, "differences": [difference(one) for one in found]}


def proposals(found: Sequence[Proposal]) -> Json:
    """What language models proposed."""
    return {"schema_version": SCHEMA_VERSION, "proposals": [proposal(one) for one in found]}


def proposed(found: Round) -> Json:
    """What came of asking a language model."""
    refused = [{"document": one.document, "reason": one.reason, "candidate": msgspec.to_builtins(one.candidate)} for one in found.refused]
    unanswered = [{"document": one.document, "report": one.location, "why": one.detail} for one in found.unanswered]
    return {**proposals(found.proposals), "refused": refused, "unanswered": unanswered}


def accounts(found: Sequence[Account]) -> Json:
    """Who may enter the desk."""
    return {"schema_version": SCHEMA_VERSION, "accounts": [msgspec.to_builtins(one) for one in found]}


def tokens(found: Sequence[Token]) -> Json:
    """The tokens there are; their secrets are nowhere."""
    return {"schema_version": SCHEMA_VERSION, "tokens": [msgspec.to_builtins(one) for one in found]}


def uncertain(found: Sequence[Uncertainty]) -> Json:
    """What is uncertain about the entries."""
    return {"schema_version": SCHEMA_VERSION, "uncertain": [uncertainty(one) for one in found]}


def log_line(line: Line) -> Json:
    """One line of the log; its seal covers the line before."""
    deed = line.deed
    told = {"recorded": deed.recorded, "action": deed.action, "subject": deed.subject, "content": deed.content}
    return {"schema_version": SCHEMA_VERSION, "number": line.number, **told, "digest": line.digest}


def health(checks: Sequence[Check]) -> Json:
    """What the doctor found."""
    seen: list[Json] = [{"name": one.name, "found": one.found, "good": one.good, "remedy": one.remedy} for one in checks]
    return {"schema_version": SCHEMA_VERSION, "good": all(one.good for one in checks), "checks": seen}


def _mapped(one: Mapped, found: WorldMap) -> Json:
    tile: Json = {"column": one.tile.column if one.tile else None, "row": one.tile.row if one.tile else None}
    if found.by == "contacts":
        return {"state": one.state, **tile, "meetings": one.meetings}
    level = one.standing.level if one.standing else None
    held: Json = {"level": level.level if level else None, "rung": found.rung(level.level) if level else None}
    held |= {"since": level.since.edtf if level and level.since else None, "in_force_by": one.standing.by if one.standing else None}
    return {"state": one.state, **tile, **held, "id": level.id if level else None}


def _mention(mention: Mention, given: str, lang: str | None) -> Json:
    value: object = mention.value
    if mention.kind == "amount":
        value = {"value": mention.amount.value, "currency": mention.amount.currency} if mention.amount else None
    made: Json = {"kind": mention.kind, **_passage(mention.span, given), "value": value, "lang": lang}
    return {**made, "basis": mention.when.basis} if mention.when else made


def _explanation(item: Explanation) -> Json:
    reading, given = item.reading, item.reading.article.text
    by_sentence = [(span, [step for step in item.trace.steps if step.sentence == span]) for span in item.trace.sentences]
    return {
        reading.article.record_key: reading.article.record,
        "lang": reading.article.lang,
        "interstate": reading.interstate,
        "sentences": [{**_passage(span, given), "steps": [_step(step, given) for step in steps]} for span, steps in by_sentence],
        "record": record(reading),
    }


def _step(step: Step, given: str) -> Json:
    return {"rule": step.rule, "words": [_passage(span, given) for span in step.words], "fact": step.fact, "reason": step.reason}


def _passage(span: Span, given: str) -> Json:
    return {"span": [span.start, span.end], "quote": given[span.start : span.end]}


def _problem(problem: Problem) -> Json:
    return {"where": problem.where, "what": problem.what, "remedy": problem.remedy}
