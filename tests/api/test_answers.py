from foedera.api import answers
from foedera.api.health import Check
from foedera.api.texts import Found
from foedera.model.article import Article
from foedera.model.document import DocumentId, Span
from foedera.model.fact import Amount
from foedera.model.mention import Mention
from foedera.model.problem import Problem
from foedera.model.when import When

ARTICLE = Article(
    id=DocumentId("d"), text="Japan 2023 USD 5", address="r", record="r", record_key="id", location="r", digest="0", lang="en"
)


def mention(kind, start, end, **more):
    return Mention(kind=kind, span=Span(start=start, end=end), **more)


def test_a_mention_has_the_keys_and_values_of_the_exchange_format():
    found = Found(
        article=ARTICLE,
        mentions=(
            mention("actor", 0, 5, value="JP"),
            mention("date", 6, 10, value="2023", when=When(edtf="2023", basis="stated")),
            mention("amount", 11, 16, amount=Amount(value=5, currency="USD")),
        ),
    )
    assert answers.found(found) == [
        {"id": "r", "kind": "actor", "span": [0, 5], "quote": "Japan", "value": "JP", "lang": "en"},
        {"id": "r", "kind": "date", "span": [6, 10], "quote": "2023", "value": "2023", "lang": "en", "basis": "stated"},
        {"id": "r", "kind": "amount", "span": [11, 16], "quote": "USD 5", "value": {"value": 5, "currency": "USD"}, "lang": "en"},
    ]


def test_what_names_no_day_and_no_sum_has_no_value():
    found = Found(article=ARTICLE, mentions=(mention("date", 6, 10), mention("amount", 11, 16)))
    assert [one["value"] for one in answers.found(found)] == [None, None]


def test_a_check_is_good_when_nothing_is_wrong():
    assert answers.verification(())["good"] is True
    assert answers.verification((Problem(where="d", what="x"),))["good"] is False
    assert answers.health((Check(name="a", found="b"), Check(name="c", found="d", good=False)))["good"] is False
