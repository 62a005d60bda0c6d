"""The ledger, in whatever database a connection leads to: what is written; what is read stands in `reads`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from foedera.ledger.parts import archives, codec, journal, loading, wave
from foedera.ledger.parts.prepared import Prepared, joined, prepared, yearless
from foedera.ledger.parts.proposed import Words, named
from foedera.ledger.parts.reads import Opened
from foedera.model.article import Article
from foedera.model.candidate import Proposal
from foedera.model.document import DocumentId, Skip
from foedera.model.fact import Fact
from foedera.model.judgement import Judgement
from foedera.model.keys import STRUCK, Key, key_of
from foedera.model.log import Deed
from foedera.model.reading import Reading
from foedera.plumbing.errors import LedgerError
from foedera.plumbing.ids import digest_of
from foedera.plumbing.interface import _

TURN = "UPDATE turns SET number = number + 1"
KEEP_SKIP = "INSERT INTO skips VALUES (?, ?, ?, ?, ?) ON CONFLICT (location, reason) DO UPDATE SET detail = excluded.detail"


class Ledger(Opened):
    """An open ledger. Every write is one transaction."""

    def replace(self, reading: Reading, recorded: str, *, given: Article | None = None) -> bool:
        """Keep a reading in place of the document's earlier one, in one transaction; False when the same was there already.

        `given` is the article before it was read, for reading it again.
        """
        return self.load([prepared(reading, given)], recorded) == 1

    def load(self, batch: Sequence[Prepared], recorded: str) -> int:
        """Keep readings in place of their documents' earlier ones, all in one transaction; how many were not there already."""
        with self._connection.failures(), self._connection.transaction():
            return self._load(batch, recorded)

    def _load(self, batch: Iterable[Prepared], recorded: str) -> int:
        """The same within a transaction, each reading with what was admitted to its report."""
        found = {one.document: one for one in batch}.values()
        whole = [joined(one, self.proposed.admitted(one.document, one.text)) for one in found]
        new = [one for one in whole if not self._is_kept(one.document, one.content)]
        if new:
            self._run(TURN, ())
            loading.put(self._connection, new, recorded)
        return len(new)

    def keep_reply(self, document: DocumentId, words: Words, proposals: Iterable[Proposal]) -> None:
        """Keep that a model was asked on a report, in which words and when, and what it proposed; what was ruled on before stays."""
        with self._writing():
            self.proposed.put_asked(document, words)
            known = self.proposed.known(document)
            deeds = [self.proposed.put(one) for one in proposals if named(one) not in known]
            journal.append(self._connection, *[deed for deed in deeds if deed is not None])

    def rule_on(self, proposal: Proposal) -> bool:
        """Keep what was ruled on a proposal, with the facts of its report; False when that was known."""
        document = proposal.fact.document
        with self._writing():
            deed = self.proposed.put(proposal)
            reading, given = self.reading(document), self._given(document)
            if deed is None or reading is None:
                return False
            journal.append(self._connection, deed)
            models = self.proposed.known(document)
            by_rules = replace(reading, facts=tuple(fact for fact in reading.facts if fact.id not in models))
            self._load([prepared(by_rules, given)], proposal.ruled)
        return True

    def _given(self, document: DocumentId) -> Article | None:
        """The article as it was given, before it was read."""
        rows = self._rows("SELECT text, body FROM articles WHERE document = ?", (document,))
        return codec.decode_article(rows[0][1], rows[0][0], document) if rows else None

    def keep_skip(self, skip: Skip, recorded: str) -> None:
        """Keep what could not be read, with its reason; the first time it was met counts."""
        with self._writing():
            values = (skip.location, skip.reason, skip.detail, skip.document, recorded)
            self._run(KEEP_SKIP, values)

    def put_ruled(self, fact: Fact, ruled: Fact | None) -> bool:
        """Keep what a fact is by rulings, None where it is struck; False when that was known."""
        body = codec.encode(ruled) if ruled and ruled != fact else None
        values = (key_of(ruled) if ruled else STRUCK, body)
        place = (fact.document, fact.id)
        if self._rows("SELECT key, ruled FROM facts WHERE document = ? AND id = ?", place) == [values]:
            return False
        self._run("UPDATE facts SET key = ?, ruled = ? WHERE document = ? AND id = ?", (*values, *place))
        return True

    def put_yearless(self, document: DocumentId, facts: Iterable[Fact]) -> None:
        """Keep whether a day without a year is among the facts of a document, by the names that it shows."""
        self._run("DELETE FROM yearless WHERE document = ?", (document,))
        self._connection.executemany("INSERT INTO yearless VALUES (?, ?)", [(key, document) for key in yearless(list(facts))])

    def store_judgement(self, judgement: Judgement) -> bool:
        """Keep a ruling, so that the derived entries are no longer fresh; False when it was there already."""
        body = codec.encode(judgement)
        with self._writing():
            if self._rows("SELECT 1 FROM judgements WHERE id = ?", (judgement.id,)):
                return False
            self._run("INSERT INTO judgements VALUES (?, ?, ?, ?)", (judgement.id, judgement.ruling, body, judgement.recorded))
            for document in self._judged(judgement):
                wave.touch_document(self._connection, document)
            deed = Deed(recorded=judgement.recorded, action=judgement.ruling, subject=judgement.id, content=digest_of(body))
            journal.append(self._connection, deed)
        return True

    @contextmanager
    def deriving(self) -> Iterator[None]:
        """What is derived within is kept together, or not at all; nobody else writes meanwhile."""
        with self._writing():
            yield

    def forget(self, digest: str) -> None:
        """Forget all that is derived: from now on it is derived with the knowledge of this digest, and everything is touched."""
        with self.deriving():
            for part in (self.copies, self.names, self.shelves, self.vicinities):
                part.clear()
            self._run("DELETE FROM derived", ())
            self._run("INSERT INTO derived VALUES (?)", (digest,))
            wave.touch_all(self._connection)

    def touch_keys(self, document: DocumentId) -> None:
        """The keys of a document's facts are touched."""
        wave.touch_keys(self._connection, document)

    def touch_shown(self, key: Key, *, yearless: bool) -> None:
        """The party sets are touched of which documents tell that show the bearer of a name; if `yearless`, without the year of a day."""
        wave.touch_shown(self._connection, key, yearless=yearless)

    def settle(self, stage: wave.Stage, keys: Iterable[str]) -> None:
        """The keys of a stage are derived."""
        wave.settle(self._connection, stage, keys)

    def archive(self) -> Iterator[archives.Line]:
        """All that is stored, as of one moment, line by line."""
        with self.snapshot():
            yield from archives.lines(self._connection)

    def restore(self, lines: Iterable[archives.Line]) -> None:
        """Fill this ledger, which is empty, with what was stored in another; all or nothing.

        Raises:
            LedgerError: when it holds something.
        """
        with self._writing():
            if any(self._rows(f"SELECT 1 FROM {table} LIMIT 1") for table in ("documents", "judgements", "log", "skips")):  # noqa: S608 - the names here
                remedy = _("name a new one with --ledger")
                raise LedgerError(_("the ledger holds something already"), where=self.place, remedy=remedy)
            archives.put(self._connection, lines)

    def note(self, deed: Deed) -> None:
        """Write into the log what was done to the ledger as a whole."""
        with self._writing():
            journal.append(self._connection, deed)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """A transaction; it counts as a turn, so that who worked out something meanwhile knows that it may be no longer so."""
        with self._connection.failures(), self._connection.transaction():
            self._run(TURN, ())
            yield

    def _is_kept(self, document: str, content: str) -> bool:
        last = self._rows("SELECT content FROM log WHERE subject = ? ORDER BY number DESC LIMIT 1", (document,))
        return bool(last) and last[0][0] == content

    def _judged(self, judgement: Judgement) -> set[DocumentId]:
        """The documents of a judgement, and of those that it withdraws, or that these did."""
        found = {anchor.document for anchor in judgement.anchors}
        for name in judgement.withdraws:
            for (body,) in self._rows("SELECT body FROM judgements WHERE id = ?", (name,)):
                found |= self._judged(codec.decode(body, Judgement, name))
        return found

    def _run(self, statement: str, values: tuple[object, ...]) -> None:
        self._connection.execute(statement, values)
