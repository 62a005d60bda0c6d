from dataclasses import replace

import pytest

from foedera.extraction.lexicon import Branch, lexicon
from foedera.model.pack import Names
from foedera.model.rule import Rule
from foedera.model.world import Place


def rule(name, *say, kind="talks", unless=()):
    return Rule(id=f"xx.{kind}.{name}", type=kind, say=say, unless=unless, examples=(), silents=())


def terms(known, form):
    """What a form stands for, as (kind, value) pairs."""
    made = lexicon(known, "xx")
    found = made.automaton.find_matches_as_indexes(form, overlapping=True)
    return [tail[:2] for index, start, end in found if (start, end) == (0, len(form)) for _, _, tail in made.terms[index]]


def ends(branch, *path):
    """The ids of the rules that say and that silence at the end of a path of (key, gap)."""
    for key, gap in path:
        (branch,) = [following for behind_gap, following in branch.follows[key] if behind_gap is gap]
    return [rule.id for rule in branch.says], [rule.id for rule in branch.silences]


def test_every_kind_of_phrase_is_in_the_one_automaton(tiny, phrases):
    known = tiny(
        actors=phrases(("chile", "CL")),
        offices=phrases(("chair", "chairman")),
        office_marks=phrases(("former", "former"), role="before"),
        places=phrases(("oslo", "Oslo")),
        levels=phrases(("alliance", "alliance")),
        areas=phrases(("fishing", "agriculture")),
        numbers=phrases(("third", "3")),
        masks=("oslo accords",),
        words={"meet": ("met",)},
        cues={"denied": ("never",)},
        names=Names(honorifics=("mister",), particles=(), stop=("during",), name_side="either", link=("of",)),
    )
    expected = {
        "chile": ("actor", "CL"),
        "chair": ("office", "chairman"),
        "former": ("office_mark", "former"),
        "oslo": ("place", "Oslo"),
        "alliance": ("level", "alliance"),
        "fishing": ("area", "agriculture"),
        "third": ("number", "3"),
        "oslo accords": ("mask", "oslo accords"),
        "met": ("class", "meet"),
        "never": ("class", "denied"),
        "mister": ("class", "honorific"),
        "during": ("class", "no_name"),
        "of": ("class", "office_link"),
    }
    assert {form: terms(known, form) for form in expected} == {form: [term] for form, term in expected.items()}


def test_a_form_of_several_kinds_stands_for_all_of_them(tiny, phrases):
    known = tiny(cues={"side": ("lima",)}, actors=phrases(("Lima", "PE")), places=phrases(("LIMA", "Lima")))
    assert terms(known, "lima") == [("class", "side"), ("actor", "PE"), ("place", "Lima")]


PLACES = (Place(name="Porvoo", state="FI", forms=("Borgå",)), Place(name="Nice", state="FR", weak=True))


@pytest.mark.parametrize(("script", "expected"), [("Latn", [("place", "Porvoo")]), ("Jpan", [])])
def test_the_worlds_places_stand_in_packs_of_their_script(tiny, script, expected):
    known = tiny(script=script)
    known = replace(known, world=replace(known.world, places=PLACES), digest=f"places-{script}")
    assert terms(known, "porvoo") == expected
    assert terms(known, "borgå") == expected


def test_names_keep_role_weakness_and_spelling(tiny, phrases):
    known = tiny(
        actors=phrases(("Chilean", "CL"), role="adjective", weak=True, cased=True),
        offices=phrases(("PM", "prime minister"), ("chair", "chairman")),
    )
    made = lexicon(known, "xx")
    by_value = {tail[1]: (*tail[2:], cased) for rows in made.terms for _, cased, tail in rows}
    assert by_value["CL"] == ("adjective", True, "Chilean")
    assert by_value["prime minister"][-1] == "PM"
    assert by_value["chairman"][-1] is None


def test_rules_of_names_and_rules_of_happenings_are_kept_apart(tiny):
    known = tiny(rules=(rule("held", "held talks"), rule("forum", "forum", kind="mechanism"), rule("pact", "pact", kind="instrument")))
    made = lexicon(known, "xx")
    assert sorted(made.telling) == [("words", "held talks")]
    assert sorted(made.naming) == [("words", "forum"), ("words", "pact")]


def test_patterns_that_begin_alike_share_their_branch(tiny):
    known = tiny(
        words={"hold": ("held",)},
        rules=(
            rule("talks", "{hold} talks", "{hold} ... talks"),
            rule("call", "{hold} ... talks by phone", kind="call", unless=("{hold} fire",)),
            rule("met", "{hold} {actor} near {place}"),
        ),
    )
    made = lexicon(known, "xx")
    assert list(made.telling) == [("class", "hold")]
    start = made.telling["class", "hold"]
    assert isinstance(start, Branch)
    assert ends(start) == ([], [])
    assert ends(start, (("words", "talks"), False)) == (["xx.talks.talks"], [])
    assert ends(start, (("words", "talks"), True)) == (["xx.talks.talks"], [])
    assert ends(start, (("words", "talks by phone"), True)) == (["xx.call.call"], [])
    assert ends(start, (("words", "fire"), False)) == ([], ["xx.call.call"])
    assert ends(start, (("actor", ""), False), (("words", "near"), False), (("place", ""), False)) == (["xx.talks.met"], [])


def test_the_words_of_patterns_are_forms_too(tiny):
    known = tiny(rules=(rule("held", "Held Talks ... {place}", unless=("peace talks",)),))
    assert terms(known, "held talks") == [("words", "held talks")]
    assert terms(known, "peace talks") == [("words", "peace talks")]


def test_the_lexicon_of_one_digest_is_made_once(tiny, phrases):
    known = tiny(actors=phrases(("Chile", "CL")))
    assert lexicon(known, "xx") is lexicon(replace(known), "xx")
    assert lexicon(known, "xx") is not lexicon(replace(known, digest="other"), "xx")


def test_a_language_without_pack_has_no_lexicon(tiny):
    with pytest.raises(KeyError, match="tlh"):
        lexicon(tiny(), "tlh")


@pytest.mark.parametrize("lang", ["en", "vi", "ms"])
def test_every_form_of_a_real_pack_stands_for_something(knowledge, lang):
    made = lexicon(knowledge, lang)
    assert made.spaced
    assert all(made.terms)
    assert {"talks", "visit"} <= {rule.type for rule in knowledge.pack(lang).rules}
    assert made.telling
    assert made.naming
