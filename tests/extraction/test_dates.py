from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedera.extraction import expressions
from foedera.extraction.dates import dates, scan
from foedera.knowledge import load
from foedera.model.pack import Dates
from foedera.model.when import When


def read(tag, text, published=None):
    """Every date of a text as (words, EDTF, basis)."""
    pack = load().pack(tag)
    found = dates(scan(text, pack), When(edtf=published) if published else None)
    return [(text[each.span.start : each.span.end], each.value, each.when.basis if each.when else None) for each in found]


STATED = [
    ("vi", "ngày 21 tháng 11 năm 2024", "2024-11-21"),
    ("vi", "(Ngày 21 tháng 11 năm 2024)", "2024-11-21"),
    ("vi", "Thứ tư, 19/03/2014 | 08:15", "2014-03-19"),
    ("vi", "Thứ Hai, 28/4/2025 16:40", "2025-04-28"),
    ("vi", "ngày 2-9-1945", "1945-09-02"),
    ("vi", "27 Tháng Mười Một, 2023", "2023-11-27"),
    ("en", "2023-11-27T08:15:00+09:00", "2023-11-27"),
    ("vi", "Cập nhật lúc 09:05, 28/02/2025", "2025-02-28"),
    ("vi", "từ ngày 21 đến 23 tháng 11 năm 2024", "2024-11-21/2024-11-23"),
    ("vi", "30/4/2025-2/5/2025", "2025-04-30/2025-05-02"),
    ("vi", "trong hai ngày 15 và 16/5/2025", "2025-05-15/2025-05-16"),
    ("vi", "ngày 27, 28 và 29/4/2025", "2025-04-27/2025-04-29"),
    ("vi", "vào tháng 11/2023.", "2023-11"),
    ("vi", "tháng 12 năm 2022", "2022-12"),
    ("vi", "tháng 3 đến tháng 5/2024", "2024-03/2024-05"),
    ("vi", "vào năm 2018.", "2018"),
    ("vi", "Hội nghị cấp cao APEC 2027 tại", "2027"),
    ("vi", "(2013)", "2013"),
    ("vi", "(1975 - 2025)", "1975/2025"),
    ("vi", "giai đoạn 2023-2027", "2023/2027"),
    ("vi", "quý III/2025", "2025-07/2025-09"),
    ("vi", "những năm 1990", "1990/1999"),
    ("vi", "năm tài khóa 2023", "2023"),
    ("ms", "Rabu (16 April 2025).", "2025-04-16"),
    ("ms", "Khamis, 21 November 2024 | 5:30 PM", "2024-11-21"),
    ("ms", "PARIS, 20 Okt 2025 –", "2025-10-20"),
    ("ms", "16/4/2025", "2025-04-16"),
    ("ms", "27-29 April 2025", "2025-04-27/2025-04-29"),
    ("ms", "30 April hingga 2 Mei 2025", "2025-04-30/2025-05-02"),
    ("ms", "pada September 2021.", "2021-09"),
    ("ms", "hingga hujung 2025,", "2025"),
    ("ms", "pertengahan 2026", "2026"),
    ("ms", "bagi tempoh 2024 hingga 2028.", "2024/2028"),
    ("ms", "antara 2024 dan 2028", "2024/2028"),
    ("ms", "sejak fiskal 2017.", "2017"),
    ("ms", "suku ketiga 2024", "2024-07/2024-09"),
    ("ms", "1990-an", "1990/1999"),
    ("ms", "Pengerusi ASEAN 2025.", "2025"),
    ("en", "on 16 April 2025", "2025-04-16"),
    ("en", "7th of March, 2024", "2024-03-07"),
    ("en", "Tuesday, July 9, 2024, 7:10 am", "2024-07-09"),
    ("en", "Sept. 11, 2001", "2001-09-11"),
    ("en", "Wed, 16 Apr 2025", "2025-04-16"),
    ("en", "2025-04-17 09:12:40", "2025-04-17"),
    ("en", "08/10/2024", "2024-10-08"),
    ("en", "12/25/2024", "2024-12-25"),
    ("en", "November 27-28, 2023", "2023-11-27/2023-11-28"),
    ("en", "from 27 April to 2 May 2025", "2025-04-27/2025-05-02"),
    ("en", "from December 30 to January 2, 2025", "2024-12-30/2025-01-02"),
    ("en", "in November 2023.", "2023-11"),
    ("en", "from July to September 2024", "2024-07/2024-09"),
    ("en", "by 2050.", "2050"),
    ("en", "the 2006 Lombok Treaty", "2006"),
    ("en", "mid-2026", "2026"),
    ("en", "between 2024 and 2028", "2024/2028"),
    ("en", "2024-28", "2024/2028"),
    ("en", "fiscal 2023", "2023"),
    ("en", "FY2024/25", "2024"),
    ("en", "the third quarter of 2025", "2025-07/2025-09"),
    ("en", "Q3 2024", "2024-07/2024-09"),
    ("en", "in the 1990s", "1990/1999"),
    ("en", "the late 90s", "1990/1999"),
]


@pytest.mark.parametrize(("tag", "text", "value"), STATED)
def test_a_full_date_is_stated(tag, text, value):
    assert [(edtf, basis) for _, edtf, basis in read(tag, text, "2024-06-15")] == [(value, "stated")]
    assert [edtf for _, edtf, _ in read(tag, text)] == [value]


NO_DATES = [
    ("vi", "Đối thoại 2+2 cấp Thứ trưởng"),
    ("vi", "tăng 30% so với 2,5 tỷ"),
    ("vi", "thắng 3-2, tổng tỷ số 5-3"),
    ("vi", "lễ hội lần thứ hai"),
    ("vi", "hơn 2/3 dân số"),
    ("vi", "Nghị định 11/2023/NĐ-CP"),
    ("vi", "ngày 30/2"),
    ("vi", "nước thứ ba"),
    ("ms", "Dialog 2+2 dan 30 peratus"),
    ("ms", "ulang tahun ke-50"),
    ("en", "24/7 and 30% and 3-2"),
    ("en", "a 2+2 dialogue of 1,200 people for $2024"),
    ("en", "50 years of relations, COVID-19"),
    ("en", "February 30, 2024 is no day"),
    ("en", "a rate in 2024.5 and by 2024% of 2024,5"),
    ("vi", "tỷ lệ 1.28/4/2025"),
    ("vi", "mã số 4,28/4/2025/A"),
    ("en", ""),
]


@pytest.mark.parametrize(("tag", "text"), NO_DATES)
def test_other_numbers_are_no_dates(tag, text):
    found = read(tag, text, "2024-06-15")
    assert [edtf for _, edtf, _ in found if edtf not in {"2024-02", None}] == []


TIMELESS = [
    ("kỷ niệm 50 năm thiết lập quan hệ", "50 năm"),
    ("trong 3 tháng qua, hai bên", "trong 3 tháng qua"),
    ("những tuần tới, hai bên", "những tuần tới"),
    ("mùng 3 Tết, hai bên", "mùng 3 Tết"),
    ("ngày 10/3 âm lịch, hai bên", "ngày 10/3 âm lịch"),
    ("vài năm trước, hai bên", "vài năm trước"),
]


@pytest.mark.parametrize(("text", "words"), TIMELESS)
def test_durations_feasts_and_the_lunar_calendar_are_mentions_without_a_value(text, words):
    assert [(found, edtf) for found, edtf, _ in read("vi", text, "2024-06-15")] == [(words, None)]


VIETNAMESE = [
    ("9 tháng đầu năm 2023", "2023-01/2023-09"),
    ("năm tháng đầu năm nay", "2024-01/2024-05"),
    ("5 tháng đầu năm", "2024-01/2024-05"),
    ("nửa cuối năm 2023", "2023-07/2023-12"),
    ("13 tháng đầu năm 2023", None),
    ("thế kỷ XIX", "1801/1900"),
    ("ngày hai tháng chín năm một nghìn chín trăm bốn mươi lăm", "1945-09-02"),
    ("năm hai nghìn không trăm linh năm", "2005"),
    ("đêm 5 rạng sáng 6/3", "2024-03-05/2024-03-06"),
    ("lúc 9 giờ 30 ngày 5/3", "2024-03-05"),
    ("khóa 77 năm 2022", "2022"),
    ("ngày 20 vừa qua", "2024-05-20"),
    ("ngày 20", "2024-06-20"),
    ("cách đây 5 năm", "2019"),
    ("hai tuần trước", "2024-05-27/2024-06-02"),
    ("thứ Hai đầu tiên của tháng 9", "2024-09-02"),
]


@pytest.mark.parametrize(("text", "value"), VIETNAMESE)
def test_forms_that_vietnamese_reports_use(text, value):
    assert [edtf for _, edtf, _ in read("vi", text, "2024-06-15")] == [value]


INFERRED = [
    ("vi", "Ngày 7-3, đồng chí", "2024-03-20", "2024-03-07"),
    ("vi", "Sáng 28/4, tại", "2025-04-28", "2025-04-28"),
    ("vi", "từ ngày 16 đến 19/3.", "2014-03-19", "2014-03-16/2014-03-19"),
    ("vi", "Ngày 4/12, Đối thoại", "2025-12-05", "2025-12-04"),
    ("vi", "ngày 27/11", "2025-03-11", "2024-11-27"),
    ("vi", "sẽ diễn ra ngày 5/1", "2024-12-20", "2025-01-05"),
    ("vi", "tháng 3 vừa qua", "2024-05-01", "2024-03"),
    ("vi", "tháng 12 vừa qua", "2025-01-10", "2024-12"),
    ("vi", "Ngày 22, hai bên", "2024-11-25", "2024-11-22"),
    ("vi", "từ ngày 28 đến ngày 30/12", "2025-01-02", "2024-12-28/2024-12-30"),
    ("vi", "từ ngày 9 đến 11, tại", "2025-03-11", "2025-03-09/2025-03-11"),
    ("vi", "quý I", "2025-03-11", "2025-01/2025-03"),
    ("vi", "Sáng 7/3", "2024-03", "2024-03-07"),
    ("ms", "pada 7 Mac lalu", "2024-03-09", "2024-03-07"),
    ("ms", "Jun lalu", "2024-02-09", "2023-06"),
    ("ms", "pada Rabu, 16 April", "2025-04-17", "2025-04-16"),
    ("en", "on Monday, July 8, signed", "2024-07-09", "2024-07-08"),
    ("en", "Nov. 28 lifted", "2023-12-02", "2023-11-28"),
    ("en", "from April 27 to 29", "2025-04-28", "2025-04-27/2025-04-29"),
    ("en", "the evening of April 27", "2025-04-28", "2025-04-27"),
    ("en", "Signed in July,", "2024-12-16", "2024-07"),
    ("en", "becomes president in October", "2024-08-29", "2024-10"),
    ("en", "last October", "2024-08-29", "2023-10"),
    ("en", "next March", "2025-11-12", "2026-03"),
    ("en", "will meet on January 5", "2024-12-20", "2025-01-05"),
    ("en", "on April 27", "2025", "2025-04-27"),
]


@pytest.mark.parametrize(("tag", "text", "published", "value"), INFERRED)
def test_a_day_without_a_year_takes_it_from_the_day_of_publication(tag, text, published, value):
    assert [(edtf, basis) for _, edtf, basis in read(tag, text, published)] == [(value, "inferred")]


@pytest.mark.parametrize(
    ("tag", "text", "published", "value"),
    [
        ("vi", "Ngày 7-3, đồng chí", None, "XXXX-03-07"),
        ("vi", "từ ngày 16 đến 19/3", None, "XXXX-03-16/XXXX-03-19"),
        ("vi", "Ngày 22, hai bên", None, "XXXX-XX-22"),
        ("ms", "pada 27 November.", None, "XXXX-11-27"),
        ("en", "in February.", "XXXX-11-03", "XXXX-02"),
        ("en", "on June 18", "XXXX-06-19", "XXXX-06-18"),
    ],
)
def test_a_year_that_nothing_tells_stays_unknown(tag, text, published, value):
    assert [(edtf, basis) for _, edtf, basis in read(tag, text, published)] == [(value, "stated")]


RELATIVE = [
    ("vi", "hôm nay", "2023-11-28", "2023-11-28"),
    ("vi", "hôm nay", "2023-11", "2023-11"),
    ("vi", "hôm qua", "2023-11", "2023-11"),
    ("vi", "hôm nay", "2023", "2023"),
    ("vi", "chiều qua", "2024-03-01", "2024-02-29"),
    ("vi", "ngày mai", "2023-12-31", "2024-01-01"),
    ("vi", "hôm kia", "2023-11-28", "2023-11-26"),
    ("vi", "tháng tới", "2023-12-28", "2024-01"),
    ("vi", "tuần trước", "2023-11-28", "2023-11-20/2023-11-26"),
    ("vi", "năm ngoái", "2023-11-28", "2022"),
    ("vi", "cuối năm nay", "2023-11", "2023"),
    ("vi", "ngày 7 tháng 3 năm ngoái", "2025-01-30", "2024-03-07"),
    ("vi", "thứ Năm tuần tới", "2025-04-30", "2025-05-08"),
    ("vi", "sáng thứ Hai", "2025-04-30", "2025-04-28"),
    ("ms", "hari ini", "XXXX-06-19", "XXXX-06-19"),
    ("ms", "semalam", "2025-02-11", "2025-02-10"),
    ("ms", "semalam", "XXXX-03-01", "XXXX-02-28"),
    ("ms", "kelmarin", "2025-02-11", "2025-02-09"),
    ("ms", "minggu depan", "2024-12-07", "2024-12-09/2024-12-15"),
    ("ms", "pada 11 Januari tahun ini", "2024-12-07", "2024-01-11"),
    ("ms", "Isnin lalu", "2025-04-16", "2025-04-14"),
    ("ms", "Isnin depan", "2025-04-16", "2025-04-21"),
    ("en", "today", "2024-03-07", "2024-03-07"),
    ("en", "this week", "2026-01-05", "2026-01-05/2026-01-11"),
    ("en", "this week", "2025-04-30", "2025-04-28/2025-05-04"),
    ("en", "next week", "2026-01", "2026-01"),
    ("en", "this weekend", "2026-01-05", "2026-01-10/2026-01-11"),
    ("en", "this weekend", "2026-01", "2026-01"),
    ("en", "this month", "2026", "2026"),
    ("en", "last month", "XXXX-01-10", "XXXX-12"),
    ("en", "early next year", "2025-11-12", "2026"),
    ("en", "in February last year", "2026-01-05", "2025-02"),
    ("en", "on Thursday", "2025-11-12", "2025-11-06"),
    ("en", "on Wednesday", "2025-11-12", "2025-11-12"),
    ("en", "will visit on Thursday", "2025-11-12", "2025-11-13"),
    ("en", "will receive the new foreign minister of a neighbouring state in the capital on Thursday", "2025-11-12", "2025-11-13"),
    ("en", "The visit will last. It began on Thursday", "2025-11-12", "2025-11-06"),
    ("en", "on Thursday", "2025-11", "2025-11"),
    ("en", "on Thursday and Friday", "2025-11-12", "2025-11-06/2025-11-07"),
    ("en", "will visit on Thursday and Friday", "2025-11-12", "2025-11-13/2025-11-14"),
    ("en", "next Tuesday to Thursday", "2025-11-12", "2025-11-18/2025-11-20"),
    ("en", "last Monday and Tuesday", "2025-11-12", "2025-11-10/2025-11-11"),
    ("en", "Monday and Tuesday of next week", "2025-11-12", "2025-11-17/2025-11-18"),
    ("en", "Monday of next week", "2025-11-12", "2025-11-17"),
    ("en", "Monday of next week", "2025-11", "2025-11"),
]


@pytest.mark.parametrize(("tag", "text", "published", "value"), RELATIVE)
def test_relative_words_and_weekdays_count_from_the_day_of_publication(tag, text, published, value):
    assert [(edtf, basis) for _, edtf, basis in read(tag, text, published)] == [(value, "relative")]


@pytest.mark.parametrize(
    ("tag", "text", "published"),
    [
        ("vi", "hôm nay", None),
        ("vi", "cùng ngày", None),
        ("en", "on Thursday", None),
        ("en", "last year", "XXXX-01-05"),
        ("en", "last month", "2026"),
        ("en", "next week", "XXXX-01-05"),
        ("en", "on Thursday", "XXXX"),
        ("en", "today", "XXXX"),
    ],
)
def test_what_only_counts_from_an_unknown_day_has_no_value(tag, text, published):
    found = read(tag, text, published)
    assert len(found) == 1
    assert found[0][1] in {None, "XXXX-01"}


def test_the_same_day_is_the_last_day_named():
    assert [edtf for _, edtf, _ in read("vi", "Ngày 27/11/2023 ... cùng ngày ... hôm sau", "2023-12-02")] == [
        "2023-11-27",
        "2023-11-27",
        "2023-11-28",
    ]


def test_the_number_of_a_day_counts_from_the_last_day_named_where_the_report_has_none():
    assert read("vi", "Ngày 27/11/2023 và ngày 28, hai bên")[1][1] == "2023-11-28"


def test_weekdays_of_a_yearless_report_count_from_its_first():
    text = "MANILA, Nov 3 - He met them on Friday. The visit ends on Saturday."
    assert [edtf for _, edtf, _ in read("en", text, "XXXX-11-03")] == ["XXXX-11-03", "XXXX-11-03", "XXXX-11-04"]


def test_a_scanner_forgets_when_it_remembers_too_much(monkeypatch):
    monkeypatch.setattr(expressions, "KEPT", 1)
    assert [edtf for _, edtf, _ in read("en", "in 2001, in 2002 and in 2003.")] == ["2001", "2002", "2003"]


def test_a_pack_without_patterns_finds_no_dates():
    pack = replace(load().pack("en"), dates=Dates(months=(), weekdays=(), relative=(), numbers=(), patterns=()))
    assert scan("on 16 April 2025", pack) == ()


def test_a_date_in_brackets_says_so():
    pack = load().pack("vi")
    found = dates(scan("Đối tác chiến lược (2013) và năm 2018", pack), None)
    assert [each.role for each in found] == ["in_brackets", "name"]


SPANS = [
    ("vi", "Sáng thứ Hai (28/4), tại", "Sáng thứ Hai (28/4)"),
    ("vi", "hội đàm ngày 7/3 hôm", "ngày 7/3"),
    ("vi", "từ năm 2009.", "năm 2009"),
    ("vi", "đến hết năm 2025", "năm 2025"),
    ("ms", "pada Jun 2024,", "Jun 2024"),
    ("en", "in February last year.", "February last year"),
    ("en", "today (Thursday)", "today"),
]


@pytest.mark.parametrize(("tag", "text", "words"), SPANS)
def test_the_span_holds_the_date_and_not_the_words_before_it(tag, text, words):
    assert read(tag, text, "2025-05-01")[0][0] == words


def test_two_dates_side_by_side_are_both_found():
    assert [words for words, _, _ in read("vi", "hôm qua, 27/11/2023, đã", "2023-11-28")] == ["hôm qua", "27/11/2023"]
    assert [words for words, _, _ in read("en", "in 2008, 2012 Jan 5 of 2018", "2020-01-01")][:1] == ["2008"]


WORDS = "ngày 7/3 27 / - 2023 tháng năm hôm nay thứ Hai ( ) , . từ đến quý I và"


@given(st.lists(st.sampled_from(WORDS.split(" ")), max_size=14))
def test_expressions_stand_in_order_and_do_not_overlap(words):
    text = " ".join(["hôm qua,", *words])
    found = scan(text, load().pack("vi"))
    assert found
    assert all(0 <= each.span.start < each.span.end <= len(text) for each in found)
    assert all(first.span.end <= second.span.start for first, second in pairwise(found))


TOLD = [
    ("en", "They met in 2017. She went there that September.", "2017-09"),
    ("en", "They met in May 2017. She went there the following March.", "2018-03"),
    ("en", "They met in May 2017. She went there the following June.", "2017-06"),
    ("id", "Mereka bertemu pada 2017. Ia ke sana pada September tahun itu.", "2017-09"),
    ("ms", "Mereka bertemu pada 2017. Beliau ke sana pada 5 September tahun sama.", "2017-09-05"),
    ("en", "She went there that September.", None),
]


@pytest.mark.parametrize(("tag", "text", "value"), TOLD)
def test_a_month_of_the_year_told_before(tag, text, value):
    assert read(tag, text, "2024-03-05")[-1][1] == value
