import io
import sys

import pytest

from foedera.cli.parts.lines import Line
from foedera.cli.parts.output import ReaderGone, complain, report_skips, safe, say, show, tracked, write
from foedera.model.document import Skip
from foedera.plumbing.errors import FoederaError


class Closed(io.StringIO):
    def write(self, _):
        raise BrokenPipeError


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_a_closed_pipe_is_told_apart_from_an_error(monkeypatch):
    monkeypatch.setattr(sys, "stdout", Closed())
    with pytest.raises(ReaderGone):
        write(["x"])


def test_nothing_a_report_says_steers_the_terminal(capsys):
    assert safe("a\x1b[31mb\x9bc\td\ne\x7f") == "a\ufffd[31mb\ufffdc\td\ne\ufffd"
    assert safe("a\u202eb\u2066c\u200e") == "abc"
    show([Line(body="\x1b]0;title\x07", left="\x1b[2J")])
    assert "\x1b" not in capsys.readouterr().out


def test_an_error_says_what_where_and_what_to_do(capsys):
    complain(FoederaError("it broke", where="file.txt:3", remedy="mend it"))
    out, err = capsys.readouterr()
    assert out == ""
    assert err == "foedera: file.txt:3: it broke\n  Remedy: mend it\n"


def test_an_error_without_place_and_remedy_is_one_line(capsys):
    complain(FoederaError("it broke"))
    assert capsys.readouterr().err == "foedera: it broke\n"


def test_bad_items_are_named_and_those_left_out_by_rule_counted(capsys):
    skips = [
        Skip(reason="empty", detail="holds nothing", location="a.txt"),
        Skip(reason="no_pack", detail="no pack", location="b.txt"),
    ]
    assert report_skips(skips) == 1
    assert capsys.readouterr().err == "a.txt: holds nothing\n1 item left out by rule: b.txt\n"
    assert report_skips([Skip(reason="no_pack", detail="no pack", location=f"{name}.txt") for name in "abcd"]) == 0
    assert capsys.readouterr().err == "4 items left out by rule: a.txt, b.txt, c.txt, \N{HORIZONTAL ELLIPSIS}\n"


def test_progress_is_for_terminals_only(capsys, monkeypatch):
    assert list(tracked([1, 2], "Reading")) == [1, 2]
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(sys, "stderr", Terminal())
    assert list(tracked([1, 2], "Reading")) == [1, 2]
    assert "Reading" in sys.stderr.getvalue()


def test_what_is_said_goes_to_standard_error(capsys):
    say("hello")
    assert capsys.readouterr() == ("", "hello\n")
