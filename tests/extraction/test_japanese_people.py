"""People of Japanese reports of whom the text does not say the state: monarchs with their number, spouses, well-known heads."""

from functools import partial

import pytest

from foedera.extraction import drafts, name_shapes
from foedera.extraction.persons import Person
from foedera.model.fact import TenureFact

from . import reports


@pytest.fixture(scope="module")
def read():
    return partial(reports.read, "ja", published="2018-10-20")


PEOPLE = [
    ("スペインを訪れたガーナのマハマ大統領は国王フェリペ6世陛下に拝謁した。", ("フェリペ6世", "king", "ES")),
    ("ヨルダンのアブドラ2世国王は16日、アンマンでガーナのマハマ大統領と会談した。", ("アブドラ2世", "king", "JO")),
    # Well known by this name alone; a name in katakana is of no state whose people's names are written in ideographs.
    ("フランスのマクロン大統領は3日、ブラジリアでルラ大統領と会談した。", ("ルラ", "president", "BR")),
    ("中国の習近平国家主席はエクアドルを訪れた。習氏はリバデネイラ国会議長とも会った。", ("リバデネイラ", "speaker of parliament", "EC")),
    ("中国の習近平国家主席はペルーを訪れた。彭麗媛夫人が同行した。", ("彭麗媛", "spouse", "CN")),
]

PEOPLE += [
    # One whom the headline says is met is not the one who meets; an apposition is.
    ("ガーナ大統領、習主席と会談\n\nガーナのマハマ大統領は3日、北京で習近平国家主席と会談した。", ("習近平", "president", "CN")),
    # A minister of several fields is of the first.
    ("ペルーのソト貿易・農業・林業相は3日、アクラを訪れた。", ("ソト", "trade minister", "PE")),
    ("ペルーのソト水産相は3日、アクラを訪れた。", ("ソト", "fisheries minister", "PE")),
    # An office that one state alone calls so is another's where that state is out of sight, or another stands before the name.
    ("ガーナのマハマ大統領は3日、ペルーのソト国防長官と会った。", ("ソト", "defence minister", "PE")),
    ("米国とペルーは協議した。ペルーのソト国防長官は3日、マニラで会見した。", ("ソト", "defence minister", "PE")),
    ("米国とペルーは協議した。ソト国防長官は3日、マニラで会見した。", ("ソト", "defence minister", "US")),
    ("ペルーのソト大統領は3日、全国人民代表大会の趙楽際常務委員長と会談した。", ("趙楽際", "speaker of parliament", "CN")),
]


def test_one_who_is_met_does_not_hold_the_office_before_the_comma(read):
    facts = read("ガーナ大統領、習主席と会談\n\nガーナのマハマ大統領は3日、北京で習近平国家主席と会談した。").facts
    assert "習" not in [fact.name for fact in facts if isinstance(fact, TenureFact)]


@pytest.mark.parametrize(("text", "expected"), PEOPLE)
def test_whose_office_it_is(read, text, expected):
    assert expected in [(fact.name, fact.office, fact.country) for fact in read(text).facts if isinstance(fact, TenureFact)]


@pytest.mark.parametrize(
    ("name", "code", "fits"), [("田中一郎", "JP", True), ("田中一郎", "KE", False), ("田中一郎", "OM", False), ("マハマ", "CN", False)]
)
def test_a_name_in_ideographs_is_of_no_state_that_writes_names_otherwise(name, code, fits):
    known, text = reports.KNOWLEDGE, f"{name}外相は3日、会見した。"
    made = drafts.draft(
        reports.article(text, "ja"), known, drafts.opening(reports.article(text, "ja"), known, known.pack("ja"), drafts.flowing(text))
    )
    person = Person(name=name, office="foreign minister", country=None, start=0, end=len(name), name_start=0, name_end=len(name))
    assert bool(name_shapes.looks_like(made, person, code)) is fits


def test_a_number_without_a_name_makes_no_person(read):
    facts = read("スペインの6世国王は16日、ガーナのマハマ大統領と会談した。").facts
    assert [fact.name for fact in facts if isinstance(fact, TenureFact)] == ["マハマ"]
