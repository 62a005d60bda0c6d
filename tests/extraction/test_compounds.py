import pytest

from foedera.extraction.amounts import amounts


@pytest.mark.parametrize(
    ("text", "value", "currency"),
    [
        ("50億ドル", 5_000_000_000, "USD"),
        ("1兆2千億円", 1_200_000_000_000, "JPY"),
        ("約1,000億円", 100_000_000_000, "JPY"),
        ("3億5000万ドル", 350_000_000, "USD"),
        ("1000億円規模", 100_000_000_000, "JPY"),
        ("総額36億200万円", 3_602_000_000, "JPY"),
        ("2.5億ユーロ", 250_000_000, "EUR"),
        ("五億円", 500_000_000, "JPY"),
        ("5百万ドル", 5_000_000, "USD"),
        ("百万ドル", 1_000_000, "USD"),
        ("US$300万", 3_000_000, "USD"),
        ("億ドル", 100_000_000, "USD"),
        ("500円", 500, "JPY"),
    ],
)
def test_money_in_several_scales(knowledge, text, value, currency):
    found = amounts(text, knowledge.pack("ja"))
    assert [(mention.amount.value, mention.amount.currency) for mention in found] == [(value, currency)]


@pytest.mark.parametrize("text", ["1億人", "円滑な協力", "1.2.3円", "0円"])
def test_no_money(knowledge, text):
    found = amounts(text, knowledge.pack("ja"))
    assert found == ()
