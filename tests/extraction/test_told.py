"""What a date takes from those told before it: the year of a tale, and the day that "two months later" counts from."""

import pytest

from foedera.extraction.dates import dates, scan
from foedera.extraction.fields import Expression
from foedera.extraction.told import Context, base_ahead, year_as_told
from foedera.knowledge import load
from foedera.model.document import Span
from foedera.model.when import When
from foedera.plumbing.text import normal

KNOWLEDGE = load()


def last(tag, text, published="2024-03-05"):
    found = dates(scan(normal(text).text, KNOWLEDGE.pack(tag)), When(edtf=published, basis="metadata"))
    return found[-1].when.edtf if found[-1].when else None


TALES = [
    ("ja", "転機は2018年である。新たな相手を求めたペルーは各国に近づいた。7月3日、両首脳は会談した。", "2018-07-03"),
    ("ja", "流れが変わるのは09年だ。ペルーは港を開いた。その後、11月、首相が訪れた。", "2009-11"),
    ("ja", "転機は2018年である。2022年には港も開いた。7月3日、両首脳は会談した。", "2022-07-03"),
    ("ja", f"転機は2018年である。{'ペルーは港を開いた。' * 50}1月3日、両首脳は会談した。", "2024-01-03"),
    ("ja", "転機は2024年である。ペルーは港を開いた。その後、7月3日に会談した。", "2024-07-03"),
    ("vi", "Bước ngoặt là năm 2018. Ngày 3/10, hai nước ký hiệp định.", "2018-10-03"),
    ("ja", "両首脳は2013年10月の会談の後、6月20日にリマを訪れて会談することで合意した。", "2024-06-20"),
    ("ja", "両首脳は2013年10月の会談の後、6月にリマで会談を開くことを決めた。", "2024-06"),
    # A month told in the sentence before is not that of a bare day.
    ("ja", "1月末に予定していた。4日に会談した。", "2024-03-04"),
    ("ja", "1月に来日し、4日に会談した。", "2024-01-04"),
    # When somebody took office is no date of what is told besides.
    ("ja", "4日に会談した。1月の大統領就任後では初めて。", "2024-03-04"),
    ("ja", "4日に会談した。昨年10月に首相に就任して以来初めて。", "2024-03-04"),
]


@pytest.mark.parametrize(("tag", "text", "value"), TALES)
def test_the_year_of_a_yearless_date(tag, text, value):
    assert last(tag, text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2014年9月に協定に署名し、3カ月後には首相が訪れた。", "2014-12"),
        ("2月20日に協定に署名した。3カ月後に首相が訪れる。", "2024-06"),
        (f"2014年9月に協定に署名した。{'ペルーは港を開いた。' * 15}3カ月後に首相が訪れる。", "2024-06"),
        ("3カ月後に首相が訪れる。", "2024-06"),
    ],
)
def test_months_later_count_from_a_past_date_right_before(text, value):
    assert last("ja", text) == value


def test_without_a_day_of_publication_nothing_is_worked_out():
    found = Expression(span=Span(start=9, end=12), shape="day", month=7, day=3)
    assert year_as_told(found, Context(published=None, told="2014-09", tale=2014), 7) is None
    assert base_ahead(found, Context(published=None, told="2014-09")) is None


def test_a_day_of_publication_without_a_year_gives_no_past():
    found = Expression(span=Span(start=9, end=12), shape="ahead", number=3, unit="month")
    assert base_ahead(found, Context(published="XXXX-12", told="2014-09")) == "XXXX-12"
