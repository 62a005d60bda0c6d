"""Every pattern of a pack, and the whole extraction, cost time in proportion to the text."""

from __future__ import annotations

import time

import pytest

from foedera import knowledge
from foedera.extraction import dates
from foedera.extraction.readings import read
from foedera.model.article import Article
from foedera.model.document import DocumentId

PACKS = knowledge.load().packs
SEEDS = {
    "digits": "12/3 4-5 2023 7.8 ",
    "words": "ngày tháng năm on the of month day Monday ",
    "letters": "aaaaaaaaaaaaaaaa ",
    "names": "Presiden President Chủ tịch nước Thủ tướng Perdana Menteri Nguyen Van A, ",
    "brackets": "((((((((",
}
GROWTH = 3.2
"""Twice the text may cost this many times the time: two, and room for the noise of a busy machine. A square would cost four."""


def seconds(work, text, rounds=3):
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        work(text)
        best = min(best, time.process_time() - start)
    return best


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.tag)
@pytest.mark.parametrize("seed", SEEDS)
def test_twice_the_text_costs_twice_the_time_in_dates(pack, seed):
    text = SEEDS[seed] * 3000
    dates.scan(text[:1000], pack)
    half, whole = (seconds(lambda part: dates.scan(part, pack), part) for part in (text, text * 2))
    assert whole <= half * GROWTH + 0.02


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.tag)
@pytest.mark.parametrize("seed", SEEDS)
def test_twice_the_text_costs_twice_the_time_in_reading(pack, seed):
    text = (SEEDS[seed] * 20 + ".\n") * 30

    def work(part):
        read(article(part, pack.tag), knowledge.load(), gated=False)

    work(text[:1000])
    half, whole = (seconds(work, part) for part in (text, text * 2))
    assert whole <= half * GROWTH + 0.05


def article(text, tag):
    return Article(id=DocumentId("0"), text=text, address="a", record="a", record_key="file", location="a", digest="d", lang=tag)
