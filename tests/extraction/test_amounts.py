from dataclasses import replace

import pytest

from foedera.extraction.amounts import amounts
from foedera.knowledge import load
from foedera.model.pack import Amounts

CASES = [
    ("vi", "lên 20 tỷ USD, song", [("20 tỷ USD", 20_000_000_000, "USD")]),
    ("vi", "3 tỷ USD (khoảng 76.500 tỷ đồng)", [("3 tỷ USD", 3_000_000_000, "USD"), ("76.500 tỷ đồng", 76_500_000_000_000, "VND")]),
    ("vi", "trị giá 500 triệu đô la Australia trong", [("500 triệu đô la Australia", 500_000_000, "AUD")]),
    ("vi", "1,5 tỷ USD.", [("1,5 tỷ USD", 1_500_000_000, "USD")]),
    ("vi", "50 tỷ yên", [("50 tỷ yên", 50_000_000_000, "JPY")]),
    ("vi", "100 nghìn tỷ đồng", [("100 nghìn tỷ đồng", 100_000_000_000_000, "VND")]),
    ("vi", "1.234.567 đồng", [("1.234.567 đồng", 1_234_567, "VND")]),
    ("vi", "10-12 tỷ USD", [("10-12 tỷ USD", 10_000_000_000, "USD")]),
    ("vi", "USD 3 tỷ", [("USD 3 tỷ", 3_000_000_000, "USD")]),
    ("vi", "ba tỷ USD", [("ba tỷ USD", 3_000_000_000, "USD")]),
    ("vi", "25 tỉ đô-la Mỹ", [("25 tỉ đô-la Mỹ", 25_000_000_000, "USD")]),
    ("vi", "2 đồng minh, 5 đồng chí, hai đồng chủ trì", []),
    ("vi", "năm 2025 đồng thời, 40 triệu mỗi năm", []),
    ("ms", "AS$10 bilion, namun", [("AS$10 bilion", 10_000_000_000, "USD")]),
    ("ms", "A$2 bilion untuk", [("A$2 bilion", 2_000_000_000, "AUD")]),
    ("ms", "RM1.66 bilion (US$380 juta)", [("RM1.66 bilion", 1_660_000_000, "MYR"), ("US$380 juta", 380_000_000, "USD")]),
    ("ms", "RM 5,000", [("RM 5,000", 5_000, "MYR")]),
    ("ms", "melebihi 100 bilion yen buat", [("100 bilion yen", 100_000_000_000, "JPY")]),
    ("ms", "20 bilion dolar AS", [("20 bilion dolar AS", 20_000_000_000, "USD")]),
    ("ms", "31 memorandum", []),
    ("en", "to US$10 billion.", [("US$10 billion", 10_000_000_000, "USD")]),
    ("en", "worth 600 million yen, the", [("600 million yen", 600_000_000, "JPY")]),
    ("en", "about 5.35 trillion yen for", [("5.35 trillion yen", 5_350_000_000_000, "JPY")]),
    ("en", "EUR 3bn and €2.5m", [("EUR 3bn", 3_000_000_000, "EUR"), ("€2.5m", 2_500_000, "EUR")]),
    ("en", "S$300 million", [("S$300 million", 300_000_000, "SGD")]),
    ("en", "¥50 billion", [("¥50 billion", 50_000_000_000, "JPY")]),
    ("en", "Rs 5,000 crore", [("Rs 5,000 crore", 50_000_000_000, "INR")]),
    ("en", "2 lakh crore rupees", [("2 lakh crore rupees", 2_000_000_000_000, "INR")]),
    ("en", "two billion dollars", [("two billion dollars", 2_000_000_000, "USD")]),
    ("en", "$1,234.50", [("$1,234.50", 1_234, "USD")]),
    ("en", "1,200 US dollars", [("1,200 US dollars", 1_200, "USD")]),
    ("en", "a $600-million loan", [("$600-million", 600_000_000, "USD")]),
    ("en", "€1.234.567", [("€1.234.567", 1_234_567, "EUR")]),
    ("en", "$10 munitions", [("$10", 10, "USD")]),
    ("en", "in 2024 won the cup; the two won; 3 pounds; 20,000 skilled jobs; 50 projects", []),
    ("en", "2.600 million yen", [("2.600 million yen", 2_600_000, "JPY")]),
    ("en", "the 5/600 million yen", []),
    ("en", "100 million dollar\u017f", []),
    ("en", "100 wonders and ten dongles", []),
    ("en", "", []),
]  # fmt: skip


@pytest.mark.parametrize(("tag", "text", "expected"), CASES)
def test_money_is_read_in_every_notation(tag, text, expected):
    found = amounts(text, load().pack(tag))
    assert [(text[each.span.start : each.span.end], each.amount.value, each.amount.currency) for each in found] == expected


def test_a_pack_without_words_for_money_finds_none():
    pack = replace(load().pack("en"), amounts=Amounts(currencies=(), scales=(), decimal=".", group=","))
    assert amounts("US$10 billion", pack) == ()


def test_a_pack_without_numbers_and_scales_still_reads_signs():
    known = load().pack("en")
    before = tuple(phrase for phrase in known.amounts.currencies if phrase.role == "before")
    pack = replace(known, amounts=replace(known.amounts, currencies=before, scales=()))
    assert [each.amount.value for each in amounts("US$10 billion", pack)] == [10]
