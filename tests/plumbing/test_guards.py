import multiprocessing
import re
import time

import pytest

from foedera.plumbing import guards

FORK = multiprocessing.get_context("fork")


def hang():
    with guards.guarded(seconds=0.5, most=guards.resident() + ROOM) as guard:
        guard.begin()
        # A library that holds the interpreter and does not come back for minutes.
        re.match(r"(a|a)*$", "a" * 40 + "b")


def hoard():
    with guards.guarded(most=guards.resident() + 50_000_000) as guard:
        guard.begin()
        held = []
        for _ in range(200):
            held.append(bytearray(b"x" * 1_000_000))
            time.sleep(0.01)


ROOM = 100_000_000
"""Bytes beyond those that a process has from the run of tests that it was forked from."""


def grasp():
    with guards.guarded(most=guards.resident() + ROOM):
        try:
            bytearray(8 * guards.BEYOND)
        except MemoryError:
            return
        raise AssertionError


def work():
    with guards.guarded(seconds=5, most=guards.resident() + ROOM) as guard:
        for _ in range(3):
            guard.begin()
            time.sleep(0.01)


def code(target):
    process = FORK.Process(target=target)
    process.start()
    process.join(60)
    return process.exitcode


@pytest.mark.parametrize(("target", "expected"), [(hang, 1), (hoard, guards.ENDED), (grasp, 0), (work, 0)])
def test_a_process_that_works_for_another_is_ended_in_time_and_within_bounds(target, expected):
    assert code(target) == expected


def test_where_nobody_would_take_up_the_work_nothing_is_ended():
    with guards.guarded(seconds=0.01) as guard:
        assert guard is None


def test_memory_is_known_where_the_system_tells(monkeypatch, tmp_path):
    assert guards.resident() > 1_000_000
    monkeypatch.setattr(guards, "_STATE", tmp_path / "none")
    assert guards.resident() == 0
