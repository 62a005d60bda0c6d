#!/usr/bin/env python3
"""Speed in one run, on one core: extraction, the bare automaton pass, and what three other tools need that do less, on the same reports.

A report is one of the batches written for Foedera, cut behind the last sentence that ends within 2,000 bytes.

    bench.py [--rounds N] [--alone]   alone: without the other tools
    bench.py --stages [--rounds N]    the share of each stage of reading, in all languages, sampled every millisecond

Machines are noisy: only the ratios of one run mean something. spaCy's small English pipeline, underthesea's names in Vietnamese and GiNZA
live in an environment of their own (`.venv-bench`, made from requirements/bench.txt on first use), where evals/measure/others.py runs them;
they and extraction take turns, and the medians of five count.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import signal
import statistics
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
BATCHES = HERE / "batches"
ENVIRONMENT = HERE.parent / ".venv-bench"
LANGUAGES = ("en", "id", "ja", "ms", "vi")
LOOKALIKES = HERE / "lookalikes"
STAGES = {
    "drafts.flowing": "normal form, broken lines",
    "languages.language": "language",
    "hits.glance": "gate: a glance",
    "parts.parts": "parts",
    "expressions.scan": "expressions of dates",
    "hits.hits": "words: one pass of the automaton",
    "drafts.draft": "sentences, dates, amounts, numbers",
    "matches.matches": "patterns of rules",
    "people.people": "people",
    "namings.person_hits": "where people are named again",
    "mechanisms.mechanisms": "mechanisms and instruments",
    "instruments.instruments": "mechanisms and instruments",
    "events.events": "events",
    "levels.levels": "levels",
    "commitments.commitments": "commitments",
    "topics.with_topics": "topics",
}
"""The functions that stand for the stages of a reading; who calls another of them counts without it."""
REPORT = 2000
"""Bytes of UTF-8 that a report has at most; shorter texts are left out."""
ENDS = re.compile(r"[.!?](?=\s)|\u3002")


class Rate(NamedTuple):
    """How much was read in a second of processor time."""

    bytes: float
    reports: float


def main() -> int:
    """Measure and print a table; data to standard output."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=10)
    parser.add_argument("--alone", action="store_true", help="without the other tools")
    parser.add_argument("--stages", action="store_true", help="the share of each stage of reading instead")
    options = parser.parse_args()
    if options.stages:
        _print_shares(_shares([text for lang in LANGUAGES for text in _texts(lang)], options.rounds))
        return 0
    rows = {f"extraction, {lang}": _extraction(_texts(lang), options.rounds) for lang in LANGUAGES}
    rows["not about states, en"] = _extraction(_strangers(), options.rounds)
    rows["automaton alone, en"] = _automaton(_texts("en"), options.rounds)
    _print(rows)
    if not options.alone:
        _print_beside(_in_turn())
    return 0


def _texts(lang: str) -> list[str]:
    texts = [path.read_text(encoding="utf-8") for path in sorted(BATCHES.glob(f"*/texts/{lang}-*.txt"))]
    return [_cut(text) for text in texts if len(text.encode()) >= REPORT]


def _cut(text: str) -> str:
    """The beginning of a text, up to where the last sentence ends that fits into a report."""
    head = text.encode()[:REPORT].decode(errors="ignore")
    return head[: max((end.end() for end in ENDS.finditer(head)), default=len(head))]


def _strangers() -> list[str]:
    """English texts that only look like diplomacy: the hardest of those that the gate turns away."""
    return [path.read_text(encoding="utf-8") for path in sorted(LOOKALIKES.glob("en-*.txt"))]


def _rate(work: Callable[[str], object], texts: list[str], rounds: int) -> Rate:
    """What a second of processor time reads, over all texts and rounds, after one round to warm up."""
    for text in texts:
        work(text)
    start = time.process_time()
    for _ in range(rounds):
        for text in texts:
            work(text)
    seconds = (time.process_time() - start) / rounds
    return Rate(sum(len(text.encode()) for text in texts) / seconds, len(texts) / seconds)


def _extraction(texts: list[str], rounds: int) -> Rate:
    import foedera  # noqa: PLC0415 - its data take a second to read

    return _rate(foedera.extract, texts, rounds)


def _shares(texts: list[str], rounds: int) -> Counter[str]:
    """How many samples of processor time fell into each stage, the innermost one of those that were at work."""
    import foedera  # noqa: PLC0415 - as above

    told: Counter[str] = Counter()

    def sample(_signal: int, frame: FrameType | None) -> None:
        while frame is not None:
            stage = STAGES.get(f"{Path(frame.f_code.co_filename).stem}.{frame.f_code.co_name}")
            if stage is not None:
                break
            frame = frame.f_back
        told[stage if frame is not None else "all else"] += 1

    for text in texts:
        foedera.extract(text)
    signal.signal(signal.SIGPROF, sample)
    signal.setitimer(signal.ITIMER_PROF, 0.001, 0.001)
    for _ in range(rounds):
        for text in texts:
            foedera.extract(text)
    signal.setitimer(signal.ITIMER_PROF, 0)
    return told


def _print_shares(told: Counter[str]) -> None:
    for stage, number in told.most_common():
        sys.stdout.write(f"{stage:40} {number / told.total():6.1%}\n")


def _automaton(texts: list[str], rounds: int) -> Rate:
    from foedera import knowledge  # noqa: PLC0415 - as above
    from foedera.extraction.lexicon import lexicon  # noqa: PLC0415
    from foedera.plumbing.text import lowered  # noqa: PLC0415

    words = lexicon(knowledge.load(), "en")
    return _rate(lambda text: words.automaton.find_matches_as_indexes(lowered(text), overlapping=True), texts, rounds)


TOOLS = {"en": "spaCy en_core_web_sm", "ja": "GiNZA", "vi": "underthesea NER"}
TURNS = 5


def _in_turn() -> dict[str, tuple[float, float]]:
    """Characters a second of extraction and of the other tool, by language: medians of turns taken one after the other."""
    import foedera  # noqa: PLC0415 - as above

    found = {}
    pinned = getattr(os, "sched_setaffinity", None)
    if pinned is not None:  # both on one core: the environment's process inherits it
        pinned(0, {min(os.sched_getaffinity(0))})
    with subprocess.Popen(_others(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as tools:  # noqa: S603 - our own file
        for lang in TOOLS:
            texts = _texts(lang)
            ours, theirs = [], []
            for text in texts:
                foedera.extract(text)
            for _ in range(TURNS):
                start = time.process_time()
                for text in texts:
                    foedera.extract(text)
                ours.append(time.process_time() - start)
                theirs.append(_turn(tools, lang, texts))
            signs = sum(map(len, texts))
            found[lang] = (signs / statistics.median(ours), signs / statistics.median(theirs))
    return found


def _turn(tools: subprocess.Popen[str], lang: str, texts: list[str]) -> float:
    """Seconds of processor time in which the other tool reads the texts."""
    if tools.stdin is None or tools.stdout is None:
        raise OSError("the other tools cannot be asked")
    tools.stdin.write(json.dumps({"lang": lang, "texts": texts}) + "\n")
    tools.stdin.flush()
    return float(json.loads(tools.stdout.readline()))


def _others() -> list[str]:
    """The command that runs the other tools, their environment made on first use."""
    python = ENVIRONMENT / "bin" / "python"
    if not python.exists():
        sys.stderr.write(f"bench: setting up {ENVIRONMENT.name}\n")
        subprocess.run([sys.executable, "-m", "venv", str(ENVIRONMENT)], check=True)  # noqa: S603 - our own interpreter
        lock = HERE.parent / "requirements" / "bench.txt"
        subprocess.run([str(python), "-m", "pip", "install", "--quiet", "--require-hashes", "-r", str(lock)], check=True)  # noqa: S603
    return [str(python), str(HERE / "measure" / "others.py")]


def _print_beside(rows: dict[str, tuple[float, float]]) -> None:
    sys.stdout.write(f"\n{'characters/s':26} {'extraction':>13} {'other tool':>13} {'ratio':>7}\n")
    for lang, (ours, theirs) in rows.items():
        sys.stdout.write(f"{TOOLS[lang]:26} {ours:13,.0f} {theirs:13,.0f} {ours / theirs:7.1f}\n")


def _print(rows: dict[str, Rate]) -> None:
    base = rows["extraction, en"]
    sys.stdout.write(f"{'':26} {'bytes/s':>13} {'reports/s':>10} {'ratio of bytes to extraction':>29}\n")
    for name, rate in rows.items():
        sys.stdout.write(f"{name:26} {rate.bytes:13,.0f} {rate.reports:10,.0f} {rate.bytes / base.bytes:29.2f}\n")


if __name__ == "__main__":
    raise SystemExit(main())
