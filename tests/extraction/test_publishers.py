"""Publishers: who published a report, from its record, its address or its credit lines."""

from __future__ import annotations

import pytest

from foedera.extraction.publishers import publisher
from foedera.extraction.registers import register
from foedera.model.article import Article, Part
from foedera.model.document import DocumentId, Span
from foedera.model.world import Publisher, World

WORLD = World(
    actors=(),
    offices=(),
    areas=(),
    levels=(),
    ladders=(),
    events=(),
    places=(),
    names=(),
    publishers=(
        Publisher(
            id="courier", name="The Courier", forms=("Courier", "Courier News"), domains=("courier.example",), state="FJ", kind="press"
        ),
        Publisher(id="gazette", name="Gazette", forms=("The Gazette",), domains=("news.gazette.example",), state=None, kind="government"),
    ),
)


def told(text, kind="credit", **known):
    article = Article(id=DocumentId("d"), text=text, address="a", record="a", record_key="file", location="a", digest="d", **known)
    parts = (Part(kind=kind, span=Span(start=0, end=len(text))),)
    return publisher(article, text, parts, register(WORLD))


@pytest.mark.parametrize(
    ("known", "text", "expected"),
    [
        ({"publisher": "courier news"}, "", "courier"),
        ({"publisher": "A Blog"}, "— The Gazette", "A Blog"),
        ({"url": "https://www.courier.example/2024/05/story.html"}, "", "courier"),
        ({"url": "https://gazette.example/story"}, "", None),
        ({}, "Source: https://news.gazette.example/1", "gazette"),
        ({}, "Courier.example", "courier"),
        ({}, "(The Courier)", "courier"),
        ({}, "By A. Person\n— Courier News", "courier"),
        ({}, "(Somebody)", None),
    ],
)
def test_the_record_is_asked_first_then_the_address_then_the_credit(known, text, expected):
    assert told(text, **known) == expected


def test_the_body_names_no_publisher():
    assert told("The Courier reported talks.", kind="body") is None
