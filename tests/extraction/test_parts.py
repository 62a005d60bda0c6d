import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedera.extraction.parts import parts
from foedera.knowledge import load

LONG = "Hai bên nhất trí tăng cường hợp tác thực chất, hiệu quả trong nhiều lĩnh vực và duy trì trao đổi đoàn cấp cao."
LONG_EN = "The two sides agreed to step up cooperation in many fields and to keep up regular exchanges of senior delegations."
LONG_MS = "Kedua-dua pihak bersetuju memperkukuh kerjasama dalam pelbagai bidang dan mengekalkan lawatan peringkat tinggi."


def kinds(text, tag):
    return [(part.kind, text[part.span.start : part.span.end]) for part in parts(text, load().pack(tag))]


LINES = [
    ("vi", "Đăng ngày:", "dateline"),
    ("vi", "Đăng ngày: 28/05/2024", "dateline"),
    ("vi", "Thứ tư, 19/03/2014 | 08:15 GMT+7", "dateline"),
    ("vi", "Cập nhật lúc 09:05, 28/02/2025 (GMT+7)", "dateline"),
    ("vi", "(Ngày 21 tháng 11 năm 2024)", "dateline"),
    ("vi", "Hà Nội, ngày 27 tháng 11 năm 2023", "dateline"),
    ("vi", "Hai Thủ tướng tại lễ đón. Ảnh: TTXVN", "caption"),
    ("vi", "Ảnh: Lễ thượng cờ", "caption"),
    ("vi", "Toàn cảnh hội đàm (Ảnh: VGP)", "caption"),
    ("vi", "Nguồn SGGP: https://example.org/bai-viet-post1.html", "credit"),
    ("vi", "(TTXVN)", "credit"),
    ("vi", "Vnexpress.net", "credit"),
    ("vi", "Chia sẻ | Bình luận (0)", "boilerplate"),
    ("vi", "0 bình luận", "boilerplate"),
    ("vi", "Tin liên quan", "boilerplate"),
    ("vi", "Xem thêm: Lịch thi đấu", "boilerplate"),
    ("vi", "Chùm ảnh: Lễ đón chính thức", "boilerplate"),
    ("vi", "Tổng hợp", "byline"),
    ("ms", "Komen (0)", "boilerplate"),
    ("ms", "Baca juga: Sidang kemuncak dibuka", "boilerplate"),
    ("ms", "Presiden tiba di Tokyo. Video : VTV", "caption"),
    ("ms", "Presiden disambut. FOTO: Ihsan PMO", "caption"),
    ("ms", "Anwar bersama To Lam. – Foto Unit Media", "caption"),
    ("ms", "Oleh Meja Berita", "byline"),
    ("ms", "Oleh Wartawan | 11 Februari 2025, 6:42 petang", "dateline"),
    ("ms", "Khamis, 21 November 2024 | 5:30 PM", "dateline"),
    ("ms", "— Bernama", "credit"),
    ("en", "(ANI)", "credit"),
    ("en", "Press Release | 27.11.2023", "dateline"),
    ("en", "27 Nov 2023, 10:30 PM SGT", "dateline"),
    ("ms", "— Berita Semenanjung", "credit"),
    ("en", "Canberra, 7 March 2024", "dateline"),
    ("en", "November 12, 2025 | 3 min read", "dateline"),
    ("en", "Updated: December 17, 2024, 12:20 a.m.", "dateline"),
    ("en", "Week ending December 2, 2023", "dateline"),
    ("en", "2025-04-17 09:12:40", "dateline"),
    ("en", "By Staff and Wire | Tuesday, July 9, 2024, 7:10 am", "dateline"),
    ("en", "By our correspondent", "byline"),
    ("en", "Photo: pool", "caption"),
    ("en", "(Photo: pool)", "caption"),
    ("en", "The ministers at the palace. POOL PHOTO", "caption"),
    ("en", "Source: desk compilation", "credit"),
    ("en", "https://example.org/a/b", "credit"),
    ("en", "Leave a Reply", "boilerplate"),
    ("en", "Your email address will not be published.", "boilerplate"),
    ("en", "Share this: Facebook | X | Viber", "boilerplate"),
    ("en", "Related: Rents rise across the Causeway", "boilerplate"),
    ("en", "Economic engagement", "body"),
    ("en", "Home affairs and security", "body"),
]


@pytest.mark.parametrize(("tag", "line", "kind"), LINES)
def test_a_line_is_told_by_its_marks_and_shape(tag, line, kind):
    long = {"vi": LONG, "ms": LONG_MS, "en": LONG_EN}[tag]
    assert (kind, line) in kinds(f"Title of the report\n\n{long}\n\n{line}\n\n{long} Bis.", tag)


def test_the_first_short_line_without_stop_is_the_title_and_a_small_letter_carries_it_on():
    found = kinds(f"TUYÊN BỐ CHUNG\nvề việc nâng cấp quan hệ\n(Ngày 21 tháng 11 năm 2024)\n\n{LONG}", "vi")
    assert [kind for kind, _ in found] == ["title", "title", "dateline", "body"]


def test_a_first_paragraph_is_no_title():
    assert kinds(f"{LONG[:-1]} và {LONG[:-1]}", "vi")[0][0] == "body"
    assert [kind for kind, _ in kinds(f"{LONG}\nĐăng ngày:\n{LONG} Hết.", "vi")] == ["body", "dateline", "body"]


@pytest.mark.parametrize("prefix", [" date 2023-11 ", " date 2023-11-27 ", "date 2023 "])
def test_the_prefix_of_a_crawl_is_a_dateline_and_the_title_follows_it(prefix):
    found = kinds(f"{prefix}Việt Nam và Nhật Bản nâng cấp quan hệ\n\n{LONG}", "vi")
    assert found[0] == ("dateline", prefix.strip())
    assert found[1] == ("title", "Việt Nam và Nhật Bản nâng cấp quan hệ")


OPENINGS = [
    ("ms", "PUTRAJAYA, 19 Jun –", LONG_MS),
    ("ms", "PUTRAJAYA:", LONG_MS),
    ("ms", "BANDAR RAYA HO CHI MINH –", LONG_MS),
    ("en", "MANILA, Nov 3 (Wire) —", LONG_EN),
    ("en", "KUALA LUMPUR (Jan 5, 2026):", LONG_EN),
    ("en", "HÀ NỘI —", LONG_EN),
    ("en", "TOKYO -", LONG_EN),
    ("en", "Hanoi (VNA) –", LONG_EN),
    ("vi", "Jakarta, 11/3/2025 -", LONG),
    ("vi", "(TTXVN) -", LONG),
    ("vi", "Hà Nội (TTXVN 27/11) -", LONG),
    ("en", "SEOUL, Nov. 3 (Yonhap) --", LONG_EN),
    ("en", "WASHINGTON, D.C. —", LONG_EN),
    ("en", "Tokyo:", LONG_EN),
]


@pytest.mark.parametrize(("tag", "head", "rest"), OPENINGS)
def test_a_paragraph_may_begin_with_an_agency_dateline(tag, head, rest):
    assert kinds(f"A title\n\n{head} {rest}", tag)[1:] == [("dateline", head), ("body", rest)]


@pytest.mark.parametrize(
    ("tag", "line"),
    [
        ("vi", f"ASEAN - Nhật Bản là đối tác lâu năm. {LONG}"),
        ("vi", f"Việt Nam - Nhật Bản là đối tác lâu năm. {LONG}"),
        ("en", f"The ministers said: they agree. {LONG_EN}"),
        ("en", f"He named three fields - trade, energy and culture. {LONG_EN}"),
        ("en", f"In one of the longest meetings of the year so far - {LONG_EN}"),
    ],
)
def test_a_dash_alone_makes_no_dateline(tag, line):
    assert kinds(f"A title\n\n{line}", tag)[1:] == [("body", line)]


@pytest.mark.parametrize("tail", ["— Red River News", "(RFI)", "– Berita Semenanjung", "(TTXVN/Vietnam+)"])
def test_a_paragraph_may_end_with_its_agency(tail):
    assert kinds(f"A title\n\n{LONG_EN}{tail}", "en")[1:] == [("body", LONG_EN), ("credit", tail)]


def test_brackets_within_a_sentence_are_no_credit():
    line = f"{LONG_EN} They named the Official Security Assistance (OSA)."
    assert kinds(f"A title\n\n{line}", "en")[1:] == [("body", line)]


def test_a_repeated_line_is_a_caption_once_and_a_repeated_paragraph_counts_once():
    caption = "Hai Thủ tướng tại lễ đón chính thức ở Tokyo"
    paragraph = f"{LONG} {LONG}"
    found = kinds(f"Tiêu đề\n\n{caption}\n{caption}\n\n{paragraph}\n\n{paragraph}", "vi")
    assert [kind for kind, _ in found] == ["title", "caption", "boilerplate", "body", "boilerplate"]


def test_a_repeated_title_stays_a_title():
    found = kinds(f"Tiêu đề của bài\nTiêu đề của bài\n\n{LONG}", "vi")
    assert [kind for kind, _ in found] == ["title", "boilerplate", "body"]


def test_a_name_alone_behind_the_last_paragraph_is_a_byline():
    assert kinds(f"Tiêu đề\n\n{LONG}\n\nVũ Anh", "vi")[-1] == ("byline", "Vũ Anh")


def test_a_headline_in_capitals_begins_with_no_dateline():
    headline = "VIỆT NAM - CHILE THIẾT LẬP QUAN HỆ ĐỐI TÁC TOÀN DIỆN TRONG NĂM NAY"
    assert kinds(f"{headline}\n\n{LONG}", "vi") == [("title", headline), ("body", LONG)]


def test_names_below_a_line_of_boilerplate_are_boilerplate_too():
    assert kinds(f"Tiêu đề\n\n{LONG}\n\nTin liên quan\n\nKenya, Ghana", "vi")[-1] == ("boilerplate", "Kenya, Ghana")


def test_headlines_below_a_line_of_boilerplate_are_boilerplate():
    found = kinds(f"Tiêu đề\n\n{LONG}\n\nTin liên quan\nHai nước ký hiệp định thương mại", "vi")
    assert [kind for kind, _ in found] == ["title", "body", "boilerplate", "boilerplate"]


def test_a_line_broken_in_mid_sentence_goes_on_in_the_next():
    text = "A title\n\nThe two sides agreed to step up cooperation in many fields and to keep\nup exchanges of delegations."
    assert kinds(text, "en")[1:] == [("body", text[9:])]


def test_a_long_paragraph_that_ends_with_a_caption_mark_stays_body():
    line = f"{LONG} {LONG} {LONG} {LONG} {LONG} Ảnh: TTXVN"
    assert kinds(f"Tiêu đề\n\n{line}", "vi")[1:] == [("body", line)]


@given(st.text(alphabet=st.sampled_from("aA1.,;:()|—-\n “”\t…ệ"), max_size=120))
def test_parts_stand_in_order_and_hold_every_visible_character(text):
    found = parts(text, load().pack("en"))
    held = [at for part in found for at in range(part.span.start, part.span.end)]
    assert held == sorted(set(held))
    assert all(at in set(held) for at, sign in enumerate(text) if not sign.isspace())
