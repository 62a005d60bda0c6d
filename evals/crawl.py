#!/usr/bin/env python3
"""Make an archive of a crawl of our own, and read it: pages a second with the gate and without, and how many reports the gate keeps.

    crawl.py [--pages N] [--share PERCENT] [--workers N] [--size BYTES]

The pages are reports of the corpus and, for the rest, sentences of other fields (sport, crime, markets), each rendered as a page of the
press with menus, scripts and lists of links. Seconds of the processor are told beside those of the clock: others may be at work on the
machine. Ends with 1 when the gate keeps less than 99 of 100 reports about states.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from foedera import knowledge
from foedera.model.article import Article
from foedera.model.document import Skip
from foedera.pipeline import read
from measure.crawled import archive, reports

NEEDED = 0.99


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=2000)
    parser.add_argument("--share", type=float, default=2.0, metavar="PERCENT", help="of pages about states")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--size", type=int, default=90_000, metavar="BYTES", help="of a page")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "crawl.warc.gz")
        about = archive(path, pages=options.pages, share=options.share / 100, size=options.size)
        sys.stdout.write(f"{options.pages} pages, {about} of them about states, {path.stat().st_size / 1e6:.0f} MB packed\n")
        _timed("with the gate", str(path), options.workers, gated=True)
        few = Path(folder, "few.warc.gz")
        archive(few, pages=max(50, options.pages // 20), share=options.share / 100, size=options.size)
        _timed("without it", str(few), options.workers, gated=False)
    return _recall()


def _timed(name: str, path: str, workers: int, *, gated: bool) -> None:
    tasks = [(str(part), gated) for part in read.apart([path])]
    with ProcessPoolExecutor(max_workers=workers, initializer=_warm) as pool:
        start = time.perf_counter()
        found = list(pool.map(_read, tasks))
        took = time.perf_counter() - start
    pages, kept, seconds = (sum(values) for values in zip(*found, strict=True))
    sys.stdout.write(
        f"{name:14}{pages:7.0f} pages, {kept:5.0f} kept, {pages / took:6.0f} a second; {pages / seconds:6.0f} a second of processor\n"
    )


def _warm() -> None:
    known = knowledge.load()
    list(read.readings([str(path) for path, _ in reports()[:12]], known))


def _read(task: tuple[str, bool]) -> tuple[int, int, float]:
    """How many pages there are, how many are kept, and the seconds of the processor that it took."""
    location, gated = task
    start = time.process_time()
    found = [isinstance(item, Article) for item in read.articles([location], course=read.Course(gate=knowledge.load() if gated else None))]
    return len(found), sum(found), time.process_time() - start


def _recall() -> int:
    """How many of all reports about states the gate keeps when each is a page."""
    known = knowledge.load()
    about = [text for path, text in reports() if next(iter(read.readings([str(path)], known))).interstate]  # type: ignore[union-attr]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.warc.gz")
        archive(path, texts=about, size=20_000)
        found = list(read.articles([str(path)], course=read.Course(gate=known)))
    kept = sum(isinstance(item, Article) for item in found)
    for item in found:
        if isinstance(item, Skip):
            sys.stdout.write(f"lost: {item.location} {item.detail}\n")
    sys.stdout.write(f"the gate keeps {kept} of {len(about)} reports about states\n")
    return int(kept < NEEDED * len(about))


if __name__ == "__main__":
    sys.exit(main())
