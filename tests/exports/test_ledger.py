import io
import json
from itertools import permutations

from foedera.exports.ledger import write
from foedera.merging.entries import entries


def exported(nouns, facts):
    out = io.StringIO()
    reports = [nouns.report(document, "2023-11-28") for document in sorted({fact.document for fact in facts})]
    write(nouns.contents(entries(facts, reports, nouns.WORLD)), out)
    return out.getvalue()


def test_it_is_byte_identical_in_any_order_and_lists_what_is_scored(nouns):
    facts = [
        nouns.event("2023-11-27", place="Tokyo"),
        nouns.event("2023-11", document="d2"),
        nouns.level("strategic partnership", "2014"),
        nouns.tenure("Fumio Kishida"),
        nouns.tenure("Kishida", document="d2"),
    ]
    texts = {exported(nouns, order) for order in permutations(facts)}
    assert len(texts) == 1
    made = json.loads(texts.pop())
    assert made == {
        "events": [
            {
                "type": "talks",
                "date": "2023-11-27",
                "place": "Tokyo",
                "parties": ["JP", "VN"],
                "tense": "past",
                "reports": ["d1.txt", "d2.txt"],
            }
        ],
        "levels": [{"parties": ["JP", "VN"], "level": "strategic partnership", "since": "2014", "reports": ["d1.txt"]}],
        "followups": [],
        "syndicated": [],
        "disagreements": [],
        "people": [[{"name": "Fumio Kishida", "reports": ["d1.txt"]}, {"name": "Kishida", "reports": ["d2.txt"]}]],
    }
