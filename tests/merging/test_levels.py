from dataclasses import replace

from foedera.merging.levels import begins, in_time, levels, stated_by

CSP = "comprehensive strategic partnership"


def merged(nouns, *facts, published="2023-11-28"):
    return levels(facts, {fact.document: nouns.report(fact.document, published) for fact in facts})


def test_one_title_of_a_pair_is_one_entry_with_the_narrowest_beginning(nouns):
    facts = [nouns.level(CSP, since, document=f"d{at}") for at, since in enumerate(("2023-11-27", "XXXX-11-27", "2023-11", None))]
    (level,) = merged(nouns, *facts)
    assert (level.since.edtf, level.origins, level.tense) == ("2023-11-27", 4, "past")


def test_each_title_and_each_pair_is_an_entry_of_its_own(nouns):
    found = merged(nouns, nouns.level(CSP, "2023"), nouns.level("strategic partnership", "2009"), nouns.level(CSP, parties=("CN", "VN")))
    assert [(level.parties, level.level) for level in found] == [
        (("CN", "VN"), CSP),
        (("JP", "VN"), "strategic partnership"),
        (("JP", "VN"), CSP),
    ]


def test_two_that_are_alike_but_for_their_facts_have_one_order(nouns):
    (level,) = merged(nouns, nouns.level(CSP, "2023"))
    other = replace(level, id="0")
    assert sorted([level, other], key=in_time) == sorted([other, level], key=in_time) == [other, level]


def test_what_is_only_planned_is_planned_and_has_not_begun(nouns):
    (level,) = merged(nouns, nouns.level(CSP, realis="planned"))
    assert (level.tense, begins(level), stated_by(level)) == ("planned", None, None)


def test_a_plan_does_not_date_what_a_later_report_states(nouns):
    facts = [nouns.level(CSP, "2023-12", realis="planned"), nouns.level(CSP, document="d2")]
    reports = {"d1": nouns.report("d1", "2023-10-01"), "d2": nouns.report("d2", "2023-12-05")}
    (level,) = levels(facts, reports)
    assert (level.since, begins(level)) == (None, "2023-12-05")


def test_without_a_beginning_it_counts_from_the_first_report(nouns):
    (level,) = merged(nouns, nouns.level(CSP))
    assert begins(level) == "2023-11-28"
    (level,) = merged(nouns, nouns.level(CSP, "XXXX-11-27"), published="XXXX-11-28")
    assert begins(level) is None


def test_it_tells_the_words_most_used_in_each_language(nouns):
    told = [("doi tac chien luoc", "d1"), ("Doi tac chien luoc", "d2"), ("doi tac chien luoc", "d3"), ("strategic partnership", "d4")]
    facts = [replace(nouns.level(document=name), title=words) for words, name in told] + [nouns.level(document="d5")]
    langs = {"d1": "vi", "d2": "vi", "d3": "vi", "d4": "en", "d5": None}
    (one,) = levels(facts, {name: nouns.report(name, lang=lang) for name, lang in langs.items()})
    assert one.titles == (("en", "strategic partnership"), ("vi", "doi tac chien luoc"))
