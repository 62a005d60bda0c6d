from dataclasses import replace

import pytest

from foedera.extraction.sentences import LONGEST, PARAGRAPH, sentences
from foedera.knowledge import load
from foedera.model.article import Part
from foedera.model.document import Span
from foedera.model.pack import Sentences


def divided(tag, *paragraphs, kind="body"):
    text = "\n".join(paragraphs)
    parts, at = [], 0
    for paragraph in paragraphs:
        parts.append(Part(kind=kind, span=Span(start=at, end=at + len(paragraph))))
        at += len(paragraph) + 1
    return text, sentences(text, tuple(parts), load().pack(tag))


CASES = [
    # Vietnamese
    ("vi", ["Lễ hội diễn ra tại TP.HCM.", "Hai bên nhất trí."]),
    ("vi", ["Ông đến TP. Hồ Chí Minh hôm qua.", "Bà ở lại."]),
    ("vi", ["“Chúng tôi mừng.”", "Ông nói."]),
    ("vi", ['"Đây là sự kiện quan trọng", ông nói.', "Hết."]),
    ("vi", ["1. Nhân chuyến thăm, hai bên ký.", "2 nước vui."]),
    ("vi", ["Kim ngạch đạt 2.5 tỷ USD.", "Sản lượng là 1.200 tấn."]),
    ("vi", ["Hai nước hợp tác địa phương...", "Hai bên vui."]),
    ("vi", ["Họ bàn chuyển đổi xanh…", "Nhất trí với ý kiến đó, ông gật đầu."]),
    ("vi", ["Họ bàn khoa học, công nghệ... và giáo dục."]),
    ("vi", ["PGS.TS. Nguyễn Văn A. nói vậy.", "Hết."]),
    ("vi", ["Độc giả xem Vnexpress.net để biết."]),
    ("vi", ["Ông ở Lào từ ngày 4 đến 8.8.", "Hai bên mừng."]),
    ("vi", ["Có gì mới?", "Có!", "Thật vậy."]),
    # English
    ("en", ["Mr. Kishida met Dr. Tan.", "They spoke."]),
    ("en", ["He lives in the U.S.", "The talks ended."]),
    ("en", ["There the U.S. President said so."]),
    ("en", ["They met at 5 p.m. on Monday.", "Then it ended."]),
    ("en", ["President Ferdinand Marcos Jr. looked on.", "It ended."]),
    ("en", ["He met Ferdinand Marcos Jr.", "The deal is the first."]),
    ("en", ['"We agree."', "He left."]),
    ("en", ['He said "no." and left.']),
    ("en", ["He said no.", "She agreed."]),
    ("en", ["J. Smith and A. B. Jones came.", "All was well."]),
    ("en", ["See No. 5 and Art. 3.", "Done."]),
    ("en", ['He asked: "Why?" the minister said.']),
    ("en", ["It was signed on Nov. 28 in Tokyo.", "It holds."]),
    ("en", ["WASHINGTON, D.C. hosted it."]),
    ("en", ["They joined the group (see above.)", "Then they left."]),
    ("en", ["They met!!", "Really?!", "Yes."]),
    ("en", ["This was in fig. 3 of the paper."]),
    # Malay
    ("ms", ["YB. Datuk Seri Anwar tiba.", "Beliau gembira."]),
    ("ms", ["Mereka bertemu di Sdn. Bhd. yang besar.", "Tamat."]),
    ("ms", ["Pelabuhan laut, lapangan terbang, dsb."]),
]  # fmt: skip


@pytest.mark.parametrize(("tag", "expected"), CASES)
def test_a_paragraph_is_divided_where_its_sentences_end(tag, expected):
    text, found = divided(tag, " ".join(expected))
    assert [text[each.span.start : each.span.end] for each in found] == expected


def test_a_straight_quotation_mark_opens_the_next_sentence():
    text, found = divided("en", 'They parted. "We agree," he said.')
    assert [text[each.span.start : each.span.end] for each in found] == ["They parted.", '"We agree," he said.']


def test_a_lost_space_between_sentences_is_no_lost_sentence():
    text, found = divided("vi", "Hợp tác giữa lực lượng của mỗi bên.Hai bên vui.")
    assert [text[each.span.start : each.span.end] for each in found] == ["Hợp tác giữa lực lượng của mỗi bên.", "Hai bên vui."]


def test_lines_without_a_stop_and_white_space_make_whole_trimmed_sentences():
    text, found = divided("en", "  A line without stop ", "...", "Another line.")
    assert [(text[each.span.start : each.span.end], each.paragraph) for each in found] == [
        ("A line without stop", 0),
        ("Another line.", 2),
    ]


@pytest.mark.parametrize(("kind", "count"), [("title", 1), ("caption", 1), ("body", 1), ("byline", 0), ("credit", 0), ("boilerplate", 0)])
def test_only_title_captions_and_body_have_sentences(kind, count):
    assert len(divided("en", "Some words here.", kind=kind)[1]) == count


def test_clauses_are_divided_at_semicolons_outside_quotations():
    text, (found,) = divided("vi", "Hai bên nhất trí A; “B; C” tốt; và D. "[:-1])
    assert [text[clause.start : clause.end] for clause in found.clauses] == ["Hai bên nhất trí A", "“B; C” tốt", "và D."]


def test_a_quotation_that_is_never_closed_hides_no_semicolon():
    text, (found,) = divided("en", "They agreed on “A; they urged B.")
    assert [text[clause.start : clause.end] for clause in found.clauses] == ["They agreed on “A", "they urged B."]


def test_a_sentence_without_semicolon_is_one_clause():
    _, (found,) = divided("en", "They agreed.")
    assert found.clauses == (found.span,)


def test_stops_of_dense_scripts_need_no_space_behind_them():
    pack = replace(load().pack("en"), sentences=Sentences(terminators="。！", abbreviations=(), closers="」"))
    text = "会談した。「合意した。」両国は喜んだ。"
    whole = Part(kind="body", span=Span(start=0, end=len(text)))
    assert [text[each.span.start : each.span.end] for each in sentences(text, (whole,), pack)] == [
        "会談した。",
        "「合意した。」",
        "両国は喜んだ。",
    ]


def test_a_sentence_ends_after_so_many_characters_stop_or_no_stop():
    text, found = divided("en", "trade in fish " * 400)
    pieces = [text[each.span.start : each.span.end] for each in found]
    assert max(map(len, pieces)) <= LONGEST
    assert " ".join(pieces) == text.strip()
    _, found = divided("ja", "漁" * 5000)
    assert [each.span.end - each.span.start for each in found] == [LONGEST // 2] * 3 + [LONGEST]


def test_a_paragraph_ends_after_so_many_characters():
    _, found = divided("en", "They trade in fish. " * 1200)
    numbers = [each.paragraph for each in found]
    assert numbers == sorted(numbers)
    assert set(numbers) == {0, 1, 2}
    assert found[numbers.index(1)].span.start >= PARAGRAPH


def test_many_stops_in_a_row_are_one_end():
    text, found = divided("en", "They trade" + "." * 900 + "a lot.")
    assert [text[each.span.start : each.span.end] for each in found] == [text]
