from __future__ import annotations

import json

import pytest

import dates
from dates import Dated, accepted, value
from measure.material import MissingError

EXPRESSION = {
    "id": "x",
    "text": "They met on 7 March 2024 in Tokyo.",
    "published": "2024-03-09",
    "quote": "on 7 March 2024",
    "value": "2024-03-07",
}


def test_the_date_that_covers_most_of_the_expression_gives_its_value():
    assert value(EXPRESSION, [Dated(start=12, end=24, value="2024-03-07")]) == "2024-03-07"
    assert value(EXPRESSION, [Dated(start=14, end=19, value="2024-03"), Dated(start=0, end=34, value="2024")]) == "2024"


def test_a_date_that_covers_less_or_lies_elsewhere_is_none():
    assert value(EXPRESSION, [Dated(start=20, end=24, value="2024")]) is None
    assert value(EXPRESSION, [Dated(start=0, end=5, value="2024")]) is None
    assert value(EXPRESSION, []) is None


@pytest.mark.parametrize(
    ("wanted", "found", "right"),
    [
        ("199X", "1990/1999", True),
        ("199X", None, False),
        (["2024-W10", "2024-03-04/2024-03-10"], "2024-03-04/2024-03-10", True),
        (None, None, True),
        (None, "2024", False),
        ([None, "2024"], None, True),
        ([None, "2024"], "2024-01/2024-12", True),
        ([None, "2024"], "2023", False),
    ],
)
def test_a_value_is_right_when_it_is_one_of_those_accepted(wanted, found, right):
    assert accepted(wanted, found) is right


def test_the_share_of_a_language_is_that_of_its_expressions(monkeypatch, tmp_path, capsys):
    wrong = {**EXPRESSION, "id": "y", "value": "2023-03-07"}
    foreign = {**EXPRESSION, "id": "z"}
    (tmp_path / "en.jsonl").write_text("".join(json.dumps(one) + "\n" for one in (EXPRESSION, wrong)), encoding="utf-8")
    (tmp_path / "eo.jsonl").write_text(json.dumps(foreign) + "\n", encoding="utf-8")
    monkeypatch.setattr(dates, "DATES", tmp_path)
    english, esperanto = dates.measure(errors=True)
    assert (english.value, english.note, english.holds) == (0.5, "1 of 2", False)
    assert (esperanto.value, esperanto.is_unmeasured) == (None, True)
    assert capsys.readouterr().out.startswith("y «on 7 March 2024» 2024-03-07 for 2023-03-07")


def test_a_text_that_cannot_be_read_is_a_miss_and_told(capsys):
    assert dates.dates_of({**EXPRESSION, "published": "no day"}, "en") == []
    assert capsys.readouterr().err == "evals: x failed (UsageError)\n"


def test_a_missing_folder_is_named(monkeypatch, tmp_path):
    monkeypatch.setattr(dates, "DATES", tmp_path / "dates")
    with pytest.raises(MissingError, match="is not there: expressions of time"):
        dates.measure()
