from foedera.exports.parts.links import disagreement, followup, reason

DAYS = {"d1": "2021-04-05", "d2": "2023-11-28", "d3": "2023-11-29"}
VISA = ("defence_cooperation", "visa_exemption")


def test_a_link_is_written_with_the_passages_of_both_ends_and_why(nouns):
    promise = nouns.commitment(topics=VISA, quote="They agreed to lift visas.")
    signing = nouns.event("2023-11-27", document="d2", type="signing", topics=VISA, quote="They signed it.")
    (link,) = nouns.ledger(promise, signing, days=DAYS).followups
    written = followup(link)
    assert written["kind"] == "fulfils"
    assert [(one["report"], one["quote"]) for one in written["earlier"]["passages"]] == [("d1.txt", "They agreed to lift visas.")]
    assert [(one["report"], one["quote"]) for one in written["later"]["passages"]] == [("d2.txt", "They signed it.")]
    assert (written["earlier"]["entry"], written["later"]["entry"]) == (promise.id, signing.id)
    assert written["grounds"] == [{"ground": "topic", "name": "visa_exemption"}, {"ground": "topic", "name": "defence_cooperation"}]
    assert written["reason"] == reason(link) == "topic visa exemption; topic defence cooperation"


def test_a_disagreement_is_written_with_all_its_claims(nouns):
    facts = [
        nouns.event("2023-11-27", document=document, type="signing", document_count=count)
        for document, count in (("d1", 31), ("d2", 30), ("d3", 30))
    ]
    (one,) = nouns.ledger(*facts, days=DAYS).disagreements
    written = disagreement(one)
    assert written["property"] == "document_count"
    assert [(claim["value"], claim["reports"], claim["origins"]) for claim in written["claims"]] == [
        ("30", ["d2.txt", "d3.txt"], 2),
        ("31", ["d1.txt"], 1),
    ]
    assert all(passage["quote"] for claim in written["claims"] for passage in claim["passages"])
