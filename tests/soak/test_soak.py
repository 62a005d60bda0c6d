"""Long runs, by count and seed (`./run soak COUNT SEED`): the ledger does not depend on order, interruption or repetition."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

TEXTS = sorted((Path(__file__).resolve().parents[2] / "evals" / "corpus" / "texts").glob("*.txt"))
COUNT = int(os.environ.get("FOEDERA_SOAK", "1"))
SEED = int(os.environ.get("FOEDERA_SEED", "1"))


def foedera(*arguments):
    return subprocess.run([sys.executable, "-m", "foedera", *map(str, arguments)], capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def expected(tmp_path_factory):
    """The export of an undisturbed ingest."""
    return ingested(tmp_path_factory.mktemp("calm"), TEXTS)


def ingested(folder, paths):
    ledger = folder / "l.db"
    done = foedera("ingest", *paths, "--ledger", ledger)
    assert done.returncode == 0, done.stderr
    return exported(ledger)


def exported(ledger):
    done = foedera("export", "ledger", "--ledger", ledger)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("turn", range(COUNT))
def test_any_order_and_any_division_gives_the_same_ledger(turn, expected, tmp_path):
    chance = random.Random(SEED * 1000 + turn)  # noqa: S311 - a test's choice, not a secret
    paths = list(TEXTS)
    chance.shuffle(paths)
    cut = chance.randrange(1, len(paths))
    ledger = tmp_path / "l.db"
    for part in (paths[:cut], paths[cut:], paths[: cut // 2]):
        assert not part or foedera("ingest", *part, "--ledger", ledger).returncode == 0
    assert exported(ledger) == expected


@pytest.mark.parametrize("turn", range(COUNT))
def test_a_killed_ingest_resumes_to_the_same_ledger(turn, expected, tmp_path):
    chance = random.Random(SEED * 2000 + turn)  # noqa: S311 - a test's choice, not a secret
    ledger = tmp_path / "l.db"
    command = [sys.executable, "-m", "foedera", "ingest", *map(str, TEXTS), "--ledger", str(ledger)]
    for _ in range(3):
        running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(0.3, 4.0))
        running.send_signal(signal.SIGKILL)
        running.wait()
    assert foedera("ingest", *TEXTS, "--ledger", ledger).returncode == 0
    assert foedera("verify", "--ledger", ledger).returncode == 0
    assert exported(ledger) == expected


def test_a_copy_of_the_ledger_is_a_ledger(expected, tmp_path):
    first = tmp_path / "l.db"
    assert foedera("ingest", *TEXTS, "--ledger", first).returncode == 0
    second = tmp_path / "copy.db"
    shutil.copy(first, second)
    assert foedera("rebuild", "--ledger", second).returncode == 0
    assert exported(second) == expected
