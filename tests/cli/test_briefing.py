"""`foedera brief` as a person meets it: to standard output, to a file, and what it refuses."""

from pathlib import Path

import pytest

from foedera.cli.app import main

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    path = tmp_path_factory.mktemp("ledger") / "t.db"
    assert main(["ingest", str(ROOT / "examples" / "reports"), "--ledger", str(path)]) == 0
    return str(path)


def test_without_a_file_it_is_markdown_on_standard_output(ledger, capsys):
    capsys.readouterr()
    assert main(["brief", "Japan", "VN", "--ledger", ledger]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("# Japan \u2013 Vietnam\n")
    assert "[^1]: " in out
    assert err == ""


def test_a_file_has_the_form_of_its_ending_and_is_told_of_on_standard_error(ledger, tmp_path, capsys):
    capsys.readouterr()
    path = tmp_path / "b.html"
    assert main(["brief", "--since", "2025-05", "-o", str(path), "--ledger", ledger]) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert "notes" in err
    assert path.read_text(encoding="utf-8").startswith("<!doctype html>")


REFUSED = [
    (["JP"], "two states"),
    (["JP", "VN", "MY"], "two states"),
    ([], "--since"),
    (["--as-of", "2020"], "--since"),
    (["JP", "VN", "--since", "yesterday"], "no date"),
    (["JP", "VN", "-o", "b.odt"], "no form of a brief"),
]


@pytest.mark.parametrize(("words", "told"), REFUSED)
def test_what_it_cannot_do_it_says_and_leaves_with_two(ledger, capsys, words, told):
    assert main(["brief", *words, "--ledger", ledger]) == 2
    assert told in capsys.readouterr().err
