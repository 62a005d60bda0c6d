"""The tutorial prints what it shows; and what holds it to that can fail."""

import sys
from pathlib import Path

import pytest

import installed

SHOWN = "first\n...\nlast\n"


def test_the_tutorial_prints_what_it_shows(capsys):
    assert installed.main(["--here"]) == 0
    assert "0 of 13" in capsys.readouterr().out


@pytest.mark.parametrize("printed", ["first\nlast\n", "first\nx\ny\nlast\n", "\nfirst\nx\nlast\n\n"])
def test_dots_stand_for_any_lines(printed):
    assert installed.fits(SHOWN, printed)


@pytest.mark.parametrize(
    "printed", ["first\n", "last\nfirst\n", "first x\nlast\n", "first\nx last\n", "x\nfirst\nlast\n", "first\nlast\nx\n"]
)
def test_what_is_shown_is_printed_whole_and_in_order(printed):
    assert not installed.fits(SHOWN, printed)


def test_a_command_that_fails_or_says_something_else_is_told(tmp_path):
    page = "text\n```console\n$ echo a\na\n$ exit 3\n$ echo b\nc\n```\n```\n$ no command\n```\n"
    steps = installed.steps(page)
    assert [step.command for step in steps] == ["echo a", "exit 3", "echo b"]
    wrong = list(installed.problems(steps, Path(sys.executable), tmp_path))
    assert [problem.partition(":")[0] for problem in wrong] == ["exit 3", "echo b"]
