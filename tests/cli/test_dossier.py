from dataclasses import replace

import entries as made
import pytest

from foedera.cli.parts.dossier import dossier
from foedera.cli.parts.links import later_words
from foedera.cli.parts.paint import painted
from foedera.model.entry import Silence


def page(relation=None, **changes):
    return painted(dossier(relation or made.relation(), made.NAMES, **changes))


def test_the_head_names_both_states_the_level_its_rung_and_how_much_was_read():
    text = page()
    assert text.startswith("Japan \N{EN DASH} Vietnam\n")
    assert "Strategic partnership since 18 Mar 2014 [1]" in text
    assert "no ladder of Japan is known here" in text
    assert "rung 2 of 3 on the ladder of Vietnam" in text
    assert "Relations since  1973" in text
    assert "2 reports of 1 known publisher, 19 Mar 2014 \N{EN DASH} 4 Dec 2025" in text


def test_every_section_shows_its_entries_with_their_sources():
    text = page()
    for line in (
        "Talks \N{MIDDLE DOT} Tokyo [1][2] (1 origin)",
        "Shinzo Abe (prime minister, Japan); Truong Tan Sang",
        "Pledged \N{MIDDLE DOT} JPY 5,000,000 \N{MIDDLE DOT} by 2028 \N{MIDDLE DOT} Energy [1]",
        "session 1 \N{MIDDLE DOT} 4 Dec 2025 \N{MIDDLE DOT} Tokyo",
        "Defence transfer agreement (DTA)",
        "Shinzo Abe \N{MIDDLE DOT} prime minister (seen 18 Mar 2014) [1]",
        "Ledger Wire, 19 Mar 2014, en, old.txt",
        "publisher not known, 4 Dec 2025, en, new.txt",
    ):
        assert line in text


def test_no_line_is_wider_than_eighty_columns():
    assert max(len(line) for line in page(quotes=True).splitlines()) <= 80


def test_quotes_stand_under_their_lines_on_request_only():
    quote = "\N{LEFT DOUBLE QUOTATION MARK}Shinzo Abe held talks with Truong Tan Sang.\N{RIGHT DOUBLE QUOTATION MARK}"
    assert quote in page(quotes=True)
    assert quote not in page()


def test_without_colour_there_is_no_escape_and_with_colour_the_words_are_the_same(monkeypatch):
    plain = page()
    assert "\x1b" not in plain
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    coloured = page()
    assert "\x1b[" in coloured
    monkeypatch.setenv("NO_COLOR", "1")
    assert page() == plain


@pytest.mark.parametrize(
    ("since", "by", "words"),
    [(None, "2023-11-28", "in force by 28 Nov 2023"), (None, None, "since when is not stated"), ("2009", None, "since 2009")],
)
def test_a_level_says_since_when_or_by_when_it_is_known(since, by, words):
    standing = replace(made.relation().standing, level=made.level(since), by=by)
    assert words in page(made.relation(standing=standing))


def test_a_level_without_a_date_of_its_own_is_listed_by_the_day_it_was_reported():
    assert "by 19 Mar 2014" in page(made.relation(levels=(made.level(None),)))
    assert "date not stated" in page(made.relation(levels=(made.level(None, reports=(made.UNDATED,)),)))


def test_a_pair_of_which_nothing_was_read_says_so():
    empty = dict.fromkeys(("established", "levels", "events", "commitments", "mechanisms", "instruments", "people", "reports"), ())
    text = page(made.relation(standing=None, as_of="2015-01-01", **empty))
    assert "none in the reports read" in text
    assert "no report on this pair" in text
    assert "1 Jan 2015" in text


def test_a_promise_without_later_word_is_never_called_broken():
    promise = made.promise()
    words = {
        Silence(
            until="2025-12-04", reports=1, publishers=1
        ): "no later report up to 4 Dec 2025; 1 report of 1 publisher on these parties read since",
        Silence(until="2014-03-19", reports=0, publishers=0): "no later report up to 19 Mar 2014; nothing on these parties was read since",
        Silence(until=None, reports=0, publishers=0): "no later report known: this one is not dated",
        None: "",
    }
    assert {silence: later_words(replace(promise, silence=silence)) for silence in words} == words
