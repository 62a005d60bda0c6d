from foedera.model.entry import HeldLevel
from foedera.model.relation import Standing


def test_the_partner_of_a_state_is_whoever_else_is_party():
    level = HeldLevel(
        id="e",
        parties=("CN", "JP", "KR"),
        facts=(),
        reports=(),
        origins=0,
        level="strategic partnership",
        since=None,
        tense="past",
    )
    standing = Standing(parties=level.parties, level=level, by="2023-11-28")
    assert standing.partner("JP") == "CN,KR"
