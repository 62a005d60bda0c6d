from __future__ import annotations

import importlib
import subprocess
import sys
from pathlib import Path

import pytest

from measure.figures import HOLDS, MISSES, UNMEASURED, Figure, code, table
from measure.material import EVALS, MissingError, required, shared

whole = importlib.import_module("all")
GOOD = Figure(name="good", value=0.9, interval=(0.8, 1.0), needed=0.9)
BAD = Figure(name="bad", value=3, most=0, note="three too many")
UNKNOWN = Figure(name="unknown", value=None, needed=0.5)
PLAIN = Figure(name="plain", value=0.1)


def test_a_table_says_what_is_needed_and_whether_it_holds():
    lines = table([GOOD, BAD, UNKNOWN, PLAIN]).splitlines()
    assert [line.split() for line in lines[1:]] == [
        ["good", "0.900", "0.800-1.000", "0.90", "yes"],
        ["bad", "3", "at", "most", "0", "NO", "three", "too", "many"],
        ["unknown", "-", "0.50", "-"],
        ["plain", "0.100"],
    ]


def test_the_exit_code_tells_a_miss_from_what_was_not_measured():
    assert code([GOOD, PLAIN]) == HOLDS
    assert code([GOOD, UNKNOWN]) == UNMEASURED
    assert code([UNKNOWN, BAD]) == MISSES


def test_missing_material_is_named_without_the_folder_above(tmp_path, monkeypatch):
    with pytest.raises(MissingError, match=r"^evals/nowhere is not there: nothing;"):
        required(EVALS / "nowhere", "nothing")
    monkeypatch.setenv("FOEDERA_SHARED", str(tmp_path))
    with pytest.raises(MissingError, match="data/x is not in the folder"):
        shared("data/x")


def test_a_measurement_without_its_material_is_a_line_that_says_so(capsys):
    def measure():
        raise MissingError("nothing there")

    (figure,) = whole.figures_of("one", measure)
    assert (figure.name, figure.value) == ("one", None)
    told = capsys.readouterr()
    assert told.out == "\n# one\n"
    assert told.err == "evals: one left out: nothing there\n"


@pytest.mark.parametrize("name", ["evaluate", "batches", "not_facts", "remarks", "dates", "all", "gate", "bench"])
def test_each_tool_tells_its_use_and_loads_nothing_for_it(name):
    done = subprocess.run([sys.executable, Path(EVALS, f"{name}.py"), "--help"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert f"{name}.py" in done.stdout
