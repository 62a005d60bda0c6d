"""To be loaded by a process from which workers are made: the knowledge, and the automata that the first report of a language builds."""

from __future__ import annotations

from foedera import knowledge
from foedera.extraction import readings
from foedera.model.article import Article
from foedera.model.document import DocumentId

for _pack in knowledge.load().packs:
    _article = Article(id=DocumentId("0"), text=".", address="", record="", record_key="file", location="", digest="", lang=_pack.tag)
    readings.read(_article, knowledge.load(), gated=False)
