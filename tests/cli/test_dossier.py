from dataclasses import replace

import entries as made
import pytest

from foedera.api.wording.links import later_words
from foedera.cli.parts.dossier import dossier
from foedera.cli.parts.paint import painted
from foedera.model.comparison import Compared, Comparison
from foedera.model.entry import Silence, Stage, Turn
from foedera.model.relation import Outdated
from foedera.model.report import Side
from foedera.model.when import When


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


def test_a_level_not_confirmed_for_long_or_followed_by_a_break_says_so():
    turn = Turn(kind="cut", event="e", when=When(edtf="2016-01-05"))
    standing = replace(made.relation().standing, confirmed="2014-03-19", long_ago=True, turn=turn)
    text = " ".join(page(made.relation(standing=standing, levels=(made.level(turns=(turn,)),))).split())
    assert "Strategic partnership since 18 Mar 2014; last confirmed 19 Mar 2014;" in text
    assert text.count("relations cut 5 Jan 2016") == 2


def test_a_mechanism_says_how_often_it_meets_and_what_is_due():
    silence = Silence(until="2027-05-01", reports=3, publishers=2)
    one = replace(made.mechanism(), cadence=12, cadence_stated=True, due=When(edtf="2026-12", basis="inferred"), overdue=silence)
    dot = "\N{MIDDLE DOT}"
    text = " ".join(page(made.relation(mechanisms=(one,))).split())
    assert f"every 12 months {dot} next due Dec 2026 {dot} overdue: no session read of up to 1 May 2027, in 3 reports since" in text
    shown = page(made.relation(mechanisms=(replace(one, cadence_stated=False, due=None, overdue=None),)))
    assert "every 12 months, by its sessions" in shown


def test_an_instrument_tells_its_life():
    stages = tuple(Stage(step=step, event="e", when=when) for step, when in (("signed", When(edtf="2021-09")), ("ratified", None)))
    text = page(made.relation(instruments=(replace(made.instrument(), stages=stages, state="ratified"),)))
    assert "Defence transfer agreement (DTA) \N{MIDDLE DOT} Japan \N{MIDDLE DOT} 2021 \N{MIDDLE DOT} ratified" in text
    assert "signed Sep 2021 \N{MIDDLE DOT} ratified date not stated" in text


def test_the_head_tells_whose_reports_were_read_and_which_use_an_outdated_title():
    sides = (Side(kind="press", state="JP", reports=3, origins=2), Side(kind=None, state=None, reports=1, origins=1))
    fact = made.level().facts[0]
    old = Outdated(report=made.NEW, fact=fact, level="strategic partnership", instead=made.level("2023-11-27"))
    text = " ".join(page(made.relation(sides=sides, outdated=(old,))).split())
    assert "Whose press, Japan: 3 reports (2 origins); publisher not known: 1 report" in text
    assert "Outdated says strategic partnership, though strategic partnership is in force since 27 Nov 2023 [2]" in text


def test_what_could_be_known_on_a_day_says_so():
    text = " ".join(page(made.relation(known_at="2020-06-30")).split())
    assert "Known at 30 Jun 2020: from what was recorded by then, read by today's rules" in text


def test_a_statement_is_held_against_the_one_before():
    (fact,) = made.promise().facts
    promises = (Compared(change="new", earlier=None, later=fact), *[Compared(change="dropped", earlier=fact, later=None)] * 2)
    one = Comparison(earlier=made.OLD, later=made.NEW, parties=(made.PAIR,), promises=promises)
    text = " ".join(page(made.relation(statements=(one,))).split())
    assert "From statement to statement [1] \N{RIGHTWARDS ARROW} [2] 1 new, 2 no longer said" in text
