"""Several clients at once → milliseconds to the first byte of what each asks for, each over a connection of its own."""

from __future__ import annotations

import gzip
import http.client
import random
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from threading import Lock


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """An answer: the kind of page, milliseconds to its first byte, the bytes of its body as they came, whether it was asked for before."""

    kind: str
    spent: float
    size: int
    again: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Habit:
    """What clients do: how often each asks, and the seconds of reading between two questions, on average."""

    clients: int
    questions: int
    think: float
    seed: int


class Seen:
    """The addresses that anybody asked for."""

    def __init__(self) -> None:
        self._lock, self._known = Lock(), set[str]()

    def add(self, address: str) -> bool:
        """Whether it was known."""
        with self._lock:
            known = address in self._known
            self._known.add(address)
        return known


def asked_at_once(port: int, pages: Mapping[str, Sequence[str]], habit: Habit) -> list[Answered]:
    """What all clients were answered; each draws kinds in turn and addresses by chance.

    Raises:
        RuntimeError: when an answer is no page.
    """
    seen = Seen()
    with ThreadPoolExecutor(habit.clients) as pool:
        found = pool.map(lambda number: _client(port, pages, habit, (number, seen)), range(habit.clients))
        return [one for answers in found for one in answers]


def _client(port: int, pages: Mapping[str, Sequence[str]], habit: Habit, who: tuple[int, Seen]) -> list[Answered]:
    number, seen = who
    drawn = random.Random(habit.seed * 1000 + number)  # noqa: S311 - what is asked is no secret
    kinds, answers = list(pages), []
    time.sleep(drawn.uniform(0, habit.think))
    for at in range(habit.questions):
        kind = kinds[(at + number) % len(kinds)]
        address = drawn.choice(pages[kind])
        again = seen.add(address)
        start = time.perf_counter()
        connection = http.client.HTTPConnection("127.0.0.1", port)
        connection.request("GET", address, headers={"accept-encoding": "gzip", "sec-fetch-site": "none"})
        answer = connection.getresponse()
        spent = 1000 * (time.perf_counter() - start)
        body = answer.read()
        connection.close()
        if answer.status != 200 or not (gzip.decompress(body) if answer.headers["content-encoding"] else body):  # noqa: PLR2004 - done
            message = f"{address}: {answer.status}"
            raise RuntimeError(message)
        answers.append(Answered(kind=kind, spent=spent, size=len(body), again=again))
        time.sleep(drawn.expovariate(1 / habit.think) if habit.think else 0)
    return answers
