"""What every runner does: each test runs on all of them."""

import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import errands
import pytest

from foedera.plumbing.errors import FoederaError, UsageError
from foedera.runners import Crew, dask, processes, serial

HERE = Path(__file__).parent
SOURCE = HERE.parents[1] / "src"
ALL = {"serial": serial, "processes": processes, "dask": dask}


@pytest.fixture(params=ALL)
def runner(request):
    if request.param == "dask" and os.environ.get("FOEDERA_REQUIRE") != "all":
        pytest.importorskip("distributed")
    return ALL[request.param]


@pytest.fixture
def tasks(tmp_path):
    return [(str(tmp_path), str(number)) for number in range(10)]


def names(outcomes):
    return sorted(Path(one.made).name if one.made else f"lost {one.task[1]}" for one in outcomes)


def test_every_task_is_done_once(runner, tasks, tmp_path):
    outcomes = list(runner.run(errands.write, iter(tasks), Crew(workers=2)))
    assert sorted(one.task for one in outcomes) == tasks
    assert names(outcomes) == sorted(path.name for path in tmp_path.iterdir()) == [name for _, name in tasks]


def test_no_task_is_no_work(runner):
    assert list(runner.run(errands.write, [], Crew(workers=2))) == []


def test_an_error_of_the_work_is_told_as_it_was(runner, tasks):
    with pytest.raises(UsageError, match="wrong use") as raised:
        list(runner.run(errands.fail, tasks, Crew()))
    assert (raised.value.where, raised.value.remedy) == ("0", "another one")


@pytest.mark.parametrize("runner", ["processes", "dask"], indirect=True)
def test_a_worker_that_is_killed_loses_nothing(runner, tasks, tmp_path):
    assert names(runner.run(errands.die_once, tasks, Crew(workers=2))) == [name for _, name in tasks]
    assert len(list(tmp_path.glob("death-*"))) == 4


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize("runner", ["processes", "dask"], indirect=True)
def test_a_task_that_kills_every_worker_is_given_up_and_the_others_are_done(runner, workers, tasks, monkeypatch):
    monkeypatch.setattr(runner, "DEATHS", 3)
    found = names(runner.run(errands.die_always, tasks, Crew(workers=workers)))
    assert found == ["0", *"23456789", "lost 1"]
    assert errands.deaths(tasks[0][0], "1") >= 3


def test_what_is_given_to_a_process_that_has_just_died_is_done_by_another(tasks, monkeypatch):
    refused = []

    class Dying(processes.ProcessPoolExecutor):
        """Each process dies between the first task that it is given and the second, once."""

        def submit(self, work, task):
            if self._queue_count == 1 and len(refused) < 2:
                refused.append(task)
                os.kill(next(iter(self._processes)), signal.SIGKILL)
                while not self._broken:
                    time.sleep(0.01)
            return super().submit(work, task)

    monkeypatch.setattr(processes, "ProcessPoolExecutor", Dying)
    assert names(processes.run(errands.write, tasks, Crew(workers=2))) == [name for _, name in tasks]
    assert len(refused) == 2


def test_work_is_given_out_as_it_is_done(tasks):
    given = []

    def told():
        for task in tasks:
            given.append(task)
            yield task

    outcomes = processes.run(errands.write, told(), Crew(workers=1))
    next(outcomes)
    assert len(given) <= 3
    outcomes.close()


def test_no_worker_outlives_its_program(tmp_path):
    script = textwrap.dedent(f"""
        import os, sys
        sys.path.insert(0, {str(HERE)!r})
        import errands
        from foedera.runners import Crew, processes
        if __name__ == "__main__":
            done = processes.run(errands.write, [({str(tmp_path)!r}, str(n)) for n in range(50)], Crew(workers=1))
            print(open(next(done).made).read().split()[-1], flush=True)
            sys.stdin.read()
    """)
    program = tmp_path / "program.py"
    program.write_text(script)
    child = subprocess.Popen(
        [sys.executable, str(program)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": str(SOURCE)}
    )
    worker = int(child.stdout.readline())
    os.kill(child.pid, signal.SIGKILL)
    child.communicate()
    for _ in range(100):
        if not _lives(worker):
            return
        time.sleep(0.1)
    pytest.fail("the worker lives on")


def _lives(process):
    status = Path(f"/proc/{process}/status")
    return status.exists() and "State:\tZ" not in status.read_text()


def test_without_the_library_the_error_says_how_to_get_it(monkeypatch, tasks):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(FoederaError, match=r"foedera\[dask\]"):
        list(dask.run(errands.write, tasks, Crew()))
