"""Vietnamese reports: announcements, tours, plans with past dates, periods within names, initials."""

from functools import partial

import pytest

from foedera.model.fact import LevelFact, TenureFact

from . import reports
from .reports import told


@pytest.fixture(scope="module")
def read():
    return partial(reports.read, "vi")


REPORTS = [
    # The day of an announcement is not that of what is planned.
    (
        "Ngày 6/5/2024, Bộ Ngoại giao Kenya thông báo Tổng thống Kenya William Ruto sẽ thăm Ba Lan.",
        [("visit", "KE-PL", "", "Poland", "planned")],
    ),
    # A day ahead is, and so is one behind a source.
    (
        "Ngày 16/5/2024, theo thông báo của Bộ Ngoại giao Kenya, Tổng thống Kenya William Ruto sẽ thăm Ba Lan.",
        [("visit", "KE-PL", "2024-05-16", "Poland", "planned")],
    ),
    # Who spoke of a visit said so on that day.
    (
        "Tổng thống Kenya William Ruto ngày 6/5/2024 nhấn mạnh tình hữu nghị sau chuyến thăm Nairobi của Thủ tướng Ba Lan Donald Tusk.",
        [("visit", "KE-PL", "", "Nairobi", "asserted")],
    ),
    # A year before that of the report is no plan's.
    (
        "Hiệp định này sẽ thay thế bản thỏa thuận được Tổng thống Kenya William Ruto và Tổng thống Ba Lan Andrzej Duda ký năm 2011.",
        [("signing", "KE-PL", "2011", "", "asserted")],
    ),
    # The horizon of a vision dates nothing.
    (
        (
            "Ngày 6/5/2024, Tổng thống Kenya William Ruto và Tổng thống Ba Lan Andrzej Duda đã ra tuyên bố chung "
            "về tầm nhìn hợp tác đến năm 2035."
        ),
        [("joint_statement", "KE-PL", "2024-05-06", "", "asserted")],
    ),
    # Coming is a visit; the leader's own state is not where it goes.
    (
        "Nhà lãnh đạo Kenya sẽ đến Warsaw ngày 20/5/2024.",
        [("visit", "KE-PL", "2024-05-20", "Warsaw", "planned")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), REPORTS)
def test_what_a_report_tells(read, text, expected):
    lead = "Hai nước Kenya và Ba Lan có quan hệ tốt.\n\n"
    assert told(read(lead + text, "2024-05-10")) == expected


def test_initials_that_nothing_parts_from_a_name_are_of_the_person_named_before(read):
    found = read(
        "Tổng thống Kenya William Ruto gặp Thủ tướng Ba Lan Donald Tusk ngày 6/5/2024.\n\nThủ tướng D.Tusk cảm ơn Tổng thống W.Ruto."
    )
    assert [fact.name for fact in found.facts if isinstance(fact, TenureFact)] == ["William Ruto", "Donald Tusk"]


def test_stretches_of_years_and_days_in_brackets_date_no_event(read):
    lead = "Ngày 6/5/2024, Tổng thống Kenya William Ruto hội đàm với Thủ tướng Ba Lan Donald Tusk tại Nairobi"
    lead += " đúng dịp kỷ niệm 60 năm quan hệ (3/3/1964 - 3/3/2024)."
    later = "Cùng ngày, tại Nairobi, Thủ tướng Donald Tusk hội kiến Chủ tịch Quốc hội Kenya Moses Wetangula."
    found = told(read(f"{lead}\n\n{later}", "2024-05-07"))
    assert {(kind, when) for kind, _, when, _, _ in found} == {("talks", "2024-05-06"), ("meeting", "2024-05-06")}


def test_the_heading_of_a_paper_is_a_joint_statement(read):
    met = "Tổng thống Kenya William Ruto và Thủ tướng Ba Lan Donald Tusk hội đàm ngày 6/5/2024 tại Nairobi."
    text = f"TUYÊN BỐ CHUNG GIỮA KENYA VÀ BA LAN\n\n{met}"
    assert ("joint_statement", "KE-PL") in {(kind, parties) for kind, parties, *_ in told(read(text, "2024-05-07"))}


def test_a_level_began_with_the_first_of_the_years_that_frame_its_anniversary(read):
    found = read("Kenya và Ba Lan kỷ niệm 10 năm thiết lập quan hệ Đối tác chiến lược (2014 - 2024).")
    levels = [(fact.level, fact.since.edtf) for fact in found.facts if isinstance(fact, LevelFact) and fact.since]
    assert levels == [("strategic partnership", "2014")]


TOURS = [
    # "Ông" without a name is he of whom the sentence before tells, not the one he met.
    (
        (
            "Tổng thống Kenya William Ruto hội đàm với Tổng thống Ba Lan Andrzej Duda tại Warsaw ngày 6/5/2024. "
            "Sau đó, ông gặp Tổng thống Áo Alexander Van der Bellen tại Vienna ngày 8/5/2024."
        ),
        [("meeting", "AT-KE", "2024-05-08", "Vienna", "asserted"), ("talks", "KE-PL", "2024-05-06", "Warsaw", "asserted")],
    ),
    # "Tại đây" is where the sentence before took place.
    (
        "Ngày 6/5/2024, Tổng thống Kenya William Ruto đặt chân tới Warsaw. Tại đây, ông hội đàm với Tổng thống Ba Lan Andrzej Duda.",
        [("talks", "KE-PL", "2024-05-06", "Warsaw", "asserted"), ("visit", "KE-PL", "2024-05-06", "Warsaw", "asserted")],
    ),
    # Each verb of a sentence tells of its own encounter, also where the host is told by his office alone.
    (
        "Ngày 6/5/2024, Tổng thống Kenya William Ruto hội đàm với Thủ tướng Ba Lan, hội kiến Tổng thống Ba Lan Andrzej Duda.",
        [("meeting", "KE-PL", "2024-05-06", "", "asserted"), ("talks", "KE-PL", "2024-05-06", "", "asserted")],
    ),
    # "The two" right behind the words are the two, whose gathering's body and partner take no part.
    (
        (
            "Việc này được bàn ngày 6/5/2024 trong cuộc gặp giữa Tổng thống Kenya William Ruto và Thủ tướng Ba Lan Donald Tusk. "
            "Cuộc gặp song phương giữa hai nhà lãnh đạo bên lề Hội nghị cấp cao ASEAN - Úc kéo dài một giờ."
        ),
        [("talks", "KE-PL", "2024-05-06", "", "asserted")],
    ),
    # Of two verbs the first has the date that opens the clause, the second the one behind it.
    (
        "Tháng 6/2015, hiệp định thương mại giữa Kenya và Ba Lan được ký kết và có hiệu lực vào tháng 12/2015.",
        [("other", "KE-PL", "2015-12", "", "asserted"), ("signing", "KE-PL", "2015-06", "", "asserted")],
    ),
    # An organisation whose short name stands in brackets meets the one that "and" joins to it.
    (
        "Lãnh đạo ASEAN và Hội đồng Hợp tác vùng Vịnh (GCC) nhóm họp tại Riyadh hôm 6/5/2024.",
        [("summit", "ASEAN-GCC", "2024-05-06", "Riyadh", "asserted")],
    ),
    # What three made is no party beside them.
    (
        "Tháng 9/2021, Úc cùng Anh và Mỹ công bố liên minh AUKUS, điều Trung Quốc phản đối.",
        [("other", "AU-GB-US", "2021-09", "", "asserted")],
    ),
    # So many years after what was told; so long after another thing is no date.
    (
        "Tháng 5/2015, Tổng thống Kenya thăm Warsaw. Ba năm sau, Thủ tướng Ba Lan Donald Tusk sang Nairobi, hai năm sau khi đắc cử.",
        [("visit", "KE-PL", "2015-05", "Warsaw", "asserted"), ("visit", "KE-PL", "2018", "Nairobi", "asserted")],
    ),
    # An arrival is a visit to where one arrives; behind "thăm" a name that is a common word too is a state.
    (
        (
            "Ngày 6/5/2024, chuyên cơ chở Tổng thống Kenya William Ruto và đoàn đại biểu cấp cao Kenya đến Warsaw. "
            "Trước đó, ông thăm Đức ngày 4/5/2024."
        ),
        [("visit", "DE-KE", "2024-05-04", "Germany", "asserted"), ("visit", "KE-PL", "2024-05-06", "Warsaw", "asserted")],
    ),
    # A visit that begins on a day lasts as many days as are told.
    (
        "Tổng thống Kenya William Ruto bắt đầu chuyến thăm chính thức ba ngày tới Ba Lan vào ngày 6/5/2024.",
        [("visit", "KE-PL", "2024-05-06/2024-05-08", "Poland", "asserted")],
    ),
    # Whom one meets of one's own people is no other state.
    ("Tại Warsaw, Tổng thống Kenya William Ruto có cuộc gặp với cộng đồng người Kenya ngày 6/5/2024.", []),
    # One of another state who is named by office alone meets two of this one: no meeting at home.
    (
        "Ngày 6/5/2024, Tổng thống Kenya hội đàm với Thủ tướng Ba Lan Donald Tusk, hội kiến với Tổng thống Ba Lan Andrzej Duda.",
        [("meeting", "KE-PL", "2024-05-06", "", "asserted"), ("talks", "KE-PL", "2024-05-06", "", "asserted")],
    ),
    # The next of a series is of those of the last one, in the state where it will be held.
    (
        "Kỳ họp thứ 3 Ủy ban liên Chính phủ Kenya - Ba Lan diễn ra tại Warsaw ngày 6/5/2024. Kỳ tiếp theo sẽ diễn ra ở Kenya năm 2026.",
        [("dialogue", "KE-PL", "2024-05-06", "Warsaw", "asserted"), ("dialogue", "KE-PL", "2026", "Kenya", "planned")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOURS)
def test_who_meets_whom_where(read, text, expected):
    assert told(read(text, "2024-05-10")) == expected


def test_the_two_are_he_of_whom_the_report_tells_and_the_one_named_last(read):
    lead = "Tổng thống Kenya William Ruto dự hội nghị tại Rome ngày 6/5/2024. Kenya là khách mời.\n\n"
    first = "Tổng thống Kenya gặp Thủ tướng Ba Lan Donald Tusk. Kenya và Ba Lan nhất trí hợp tác. "
    second = "Tổng thống Kenya gặp Thủ tướng Ý Giorgia Meloni. Ý cam kết giúp Kenya. "
    third = "Tại cuộc gặp Tổng thống Peru Dina Boluarte, hai nhà lãnh đạo ca ngợi quan hệ Đối tác chiến lược."
    found = read(lead + first + second + third, "2024-05-10")
    assert [fact.parties for fact in found.facts if isinstance(fact, LevelFact)] == [("KE", "PE")]


TOURS = [
    (
        "Thủ tướng Ghana Kofi Boateng công bố chuyến công du. Chặng đầu là Peru (2 và 3-7). Tiếp theo là Chile (4 và 5-7).",
        [("CL-GH", "2025-07-04/2025-07-05"), ("GH-PE", "2025-07-02/2025-07-03")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOURS)
def test_the_stops_of_a_tour_without_a_verb(text, expected):
    found = reports.events("vi", text, "2025-06-30")
    assert sorted(("-".join(fact.parties), fact.when.edtf) for fact in found if fact.type == "visit") == expected


def test_a_part_of_a_name_inside_the_name_of_a_sea_is_no_person():
    text = "Chủ tịch Trung Quốc Tập Cận Bình vắng mặt. Úc là đồng minh của Mỹ từ năm 1951, phía bên kia Thái Bình Dương."
    assert [fact.parties for fact in reports.levels("vi", text, "2025-06-30")] == [("AU", "US")]


def test_a_place_with_which_the_name_of_a_state_begins_is_no_place():
    text = "Thủ tướng Fiji Pablo Soto sẽ thăm Papua New Guinea ngày 8/3/2031."
    assert [(one.parties, one.place) for one in reports.events("vi", text)] == [(("FJ", "PG"), "Papua New Guinea")]
