import pytest

from foedera.api.values import correction
from foedera.plumbing.errors import UsageError


@pytest.mark.parametrize(
    ("kind", "name", "typed", "words"),
    [
        ("event", "date", "2023-11-27", "2023-11-27"),
        ("event", "date", "2023-11-25/2023-11-27", "2023-11-25/2023-11-27"),
        ("event", "date", "XXXX-02-29", "XXXX-02-29"),
        ("event", "date", "XXXX-XX-31", "XXXX-XX-31"),
        ("event", "date", "XXXX-11", "XXXX-11"),
        ("event", "date", "none", None),
        ("event", "place", "ha noi", "ha noi"),
        ("event", "place", "tokyo", "Tokyo"),
        ("event", "parties", "Vietnam, Jepun", "JP,VN"),
        ("event", "type", "Talks", "talks"),
        ("event", "edition", "03", "3"),
        ("event", "tense", "Past", "past"),
        ("event", "mechanism", " Joint  Council ", "Joint Council"),
        ("commitment", "by", "all", "both"),
        ("commitment", "by", "Nhật Bản", "JP"),
        ("commitment", "modality", "Agreed", "agreed"),
        ("commitment", "areas", "Energy; maritime, energy", "energy,maritime"),
        ("commitment", "amount", "500,000,000 usd", "500000000 USD"),
        ("commitment", "amount", "JPY 5", "5 JPY"),
        ("commitment", "target date", "2030", "2030"),
        ("level", "level", "Strategic Partnership", "strategic partnership"),
        ("tenure", "office", "Prime Minister", "prime minister"),
        ("tenure", "country", "Jepun", "JP"),
        ("tenure", "country", None, None),
    ],
)
def test_what_is_typed_becomes_the_words_of_the_exchange_format(kind, name, typed, words):
    assert correction(kind, name, typed).value == words


@pytest.mark.parametrize(
    ("kind", "name", "typed"),
    [
        ("event", "amount", "5 USD"),
        ("event", "date", "27 November 2023"),
        ("event", "date", "2023-02-29"),
        ("event", "date", "2023-11-27/2023-11-25"),
        ("event", "date", "XXXX-11-25/2023-11-27"),
        ("event", "date", "2023/2024/2025"),
        ("event", "date", "XXXX-04-31"),
        ("event", "type", "none"),
        ("event", "type", "tals"),
        ("event", "edition", "third"),
        ("event", "document_count", "0"),
        ("event", "parties", "Japn"),
        ("level", "parties", "JP"),
        ("commitment", "amount", "a lot"),
        ("commitment", "amount", "500"),
        ("commitment", "modality", "sworn"),
    ],
)
def test_what_does_not_fit_is_refused_with_a_remedy(kind, name, typed):
    with pytest.raises(UsageError) as raised:
        correction(kind, name, typed)
    assert raised.value.remedy
