"""Clauses before a noun, in a language whose verb ends its clause: their day and place are their own."""

from functools import partial

import pytest

from foedera.model.fact import LevelFact

from . import reports
from .reports import told


@pytest.fixture(scope="module")
def read():
    return partial(reports.read, "ja", published="2024-05-10")


DATED = [
    # The statement of 2013 is the noun's; a town, an occasion and the verb's own noun keep the date.
    (
        "ペルーとガーナの両首脳は2013年10月2日にリマで発出した共同声明の成果を評価し、関係を戦略的パートナーシップに格上げした。",
        [("", "")],
    ),
    ("ペルーとガーナの両首脳は2日、2015年に構築した包括的パートナーシップを戦略的パートナーシップに引き上げた。", [("2024-05-02", "")]),
    ("ペルーの外相は5月3日に訪れたアクラでガーナの外相と会談した。", [("2024-05-03", "Accra")]),
    ("ペルーの外相は、5月3日にアクラで開かれた会合でガーナの外相と会談した。", [("2024-05-03", "Accra")]),
    ("ガーナの外相は7月に予定している自身のペルー訪問を延期せず、準備を急ぐ。", [("2024-07", "Peru")]),
    # What puts events in order binds nothing; a verb that no noun follows binds nothing either.
    ("ペルーの外相は5月3日にアクラを訪問した際、ガーナの外相と会談した。", [("2024-05-03", "Accra"), ("2024-05-03", "Accra")]),
    ("ペルーの外相は5月3日に会議を終えたあとアクラでガーナの外相と会談した。", [("2024-05-03", "Accra")]),
    # A topic behind the date puts it into the main clause; a comma too.
    ("5月3日には会議に出席したペルーの外相がアクラでガーナの外相と会談した。", [("2024-05-03", "Accra")]),
    ("5月3日、先に発表した方針に沿い、ペルーの外相はアクラでガーナの外相と会談した。", [("2024-05-03", "Accra")]),
    # A noun that another particle than "at" follows, and what puts events in order.
    ("ペルーの外相は2020年に署名した覚書に基づき、ガーナの外相と会談した。", [("", ""), ("2020", "")]),
    ("ペルーの外相は5月3日にアクラに到着した後、ガーナの外相と会談した。", [("2024-05-03", "Accra"), ("2024-05-03", "Accra")]),
]


@pytest.mark.parametrize(("text", "expected"), DATED)
def test_a_date_before_a_clause_that_tells_of_a_noun(read, text, expected):
    facts = told(read(text))
    assert sorted((date, place) for type_, _, date, place, _ in facts) == expected


LEVELS = [
    ("ガーナは2015年にペルーと、2018年にはチリとも戦略的パートナーシップを結んだ。", [("CL-GH", "2018"), ("GH-PE", "2015")]),
    ("ガーナはペルーとは2015年に、チリとは2018年に戦略的パートナーシップを結んだ。", [("CL-GH", "2018"), ("GH-PE", "2015")]),
    (
        "ガーナとペルーの関係は2017年に包括的パートナーシップ、2021年には戦略的パートナーシップになった。",
        [("GH-PE", "2017"), ("GH-PE", "2021")],
    ),
    ("ガーナとペルーは、「戦略的パートナーシップ」(2017年)の下で協力する。", [("GH-PE", "2017")]),
    ("ガーナとペルーは2012年、国交樹立50周年に当たり、関係を戦略的パートナーシップに格上げした。", [("GH-PE", "2012")]),
    ("ガーナとペルーの外相は西アフリカの安定を話し合い、戦略的パートナーシップを確認した。", [("GH-PE", "")]),
]


@pytest.mark.parametrize(("text", "expected"), LEVELS)
def test_the_level_with_each_of_a_list_has_its_date(read, text, expected):
    found = [fact for fact in read(text).facts if isinstance(fact, LevelFact)]
    assert sorted(("-".join(fact.parties), fact.since.edtf if fact.since else "") for fact in found) == expected
