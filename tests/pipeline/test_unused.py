import unicodedata
from dataclasses import replace

import pytest

from foedera import knowledge
from foedera.knowledge.terms import CUES
from foedera.model.document import Skip
from foedera.model.pack import Knowledge, Phrase
from foedera.model.rule import Rule
from foedera.pipeline.unheard import unheard
from foedera.pipeline.unused import unused
from foedera.plumbing.ids import id_of

MARKED = "Vi\u1ec7t Nam"


def rule(name, *say, unless=()):
    return Rule(id=name, type=name.split(".")[1], say=say, unless=unless, examples=(), silents=(), where=f"rules/{name}:1")


TALKS = rule("xx.talks.held", "{hold} talks", unless=("[{with}] {peace} talks",))
CALL = rule("xx.call.rang", "rang")


@pytest.fixture(scope="module")
def known(nouns):
    """Knowledge with two packs; the first, `xx`, holds what a test puts into it, and every cue."""
    english = knowledge.load().pack("en")
    empty = {"actors": (), "masks": (), "offices": (), "office_marks": (), "areas": (), "levels": (), "places": ()}
    full = {"words": {"hold": ("held",), "peace": ("peace",)}, "cues": {name: (f"{name} it",) for name in CUES}, "rules": (TALKS, CALL)}

    def made(**fields):
        pack = replace(english, tag="xx", discriminators=(), **(empty | full | fields))
        other = replace(english, tag="yy", discriminators=(), **(empty | full | {"words": {}, "rules": ()}))
        return Knowledge(world=nouns.WORLD, packs=(pack, other), digest=id_of(repr(pack)))

    return made


def test_a_pack_of_which_everything_is_used_has_nothing_to_tell(known):
    assert unused(known()) == ()


def test_a_class_that_neither_say_nor_unless_names_is_told(known):
    (found,) = unused(known(words={"hold": ("held",), "peace": ("peace",), "idle": ("x",)}))
    assert (found.language, found.kind, found.name, found.where) == ("xx", "class", "idle", "languages/xx/words.toml")


def test_a_cue_without_phrases_is_told_and_only_of_the_languages_asked_for(known):
    cues = {name: (f"{name} it",) for name in CUES - {"hope"}} | {"denied": ()}
    found = unused(known(cues=cues), ["xx"])
    assert [(one.kind, one.name) for one in found] == [("cue", "denied"), ("cue", "hope")]
    assert unused(known(cues=cues), ["yy"]) == ()


def test_a_form_that_a_mask_or_a_neutral_phrase_always_covers_is_told(known):
    cues = {name: (f"{name} it",) for name in CUES} | {"neutral": ("No later than", "no doubt"), "deadline": ("no later than", "by")}
    actors = (Phrase(text="Thai", meaning="TH", cased=True), Phrase(text="Peru", meaning="PE", cased=True))
    found = unused(known(cues=cues, actors=actors, masks=("Thai", "Peru Street")))
    assert [(one.kind, one.name, one.where) for one in found] == [
        ("form", "deadline", "languages/xx/cues.toml"),
        ("form", "TH", "languages/xx/actors.toml"),
    ]
    assert "'no later than'" in found[0].what


def test_a_mask_in_another_case_covers_nothing(known):
    office = (Phrase(text="crown prince", meaning="crown prince"),)
    assert unused(known(offices=office, masks=("Crown Prince",))) == ()


def test_a_form_that_no_text_is_read_with_is_told(known):
    split = Phrase(text=unicodedata.normalize("NFD", MARKED), meaning="VN", cased=True)
    hidden = rule("xx.call.hidden", "ra\u00adng up")
    found = unused(known(actors=(split,), rules=(TALKS, hidden)))
    assert [(one.name, one.where) for one in found] == [
        ("VN", "languages/xx/actors.toml"),
        ("ra\u00adng up", "languages/xx/rules/call.toml"),
    ]


@pytest.fixture
def article(nouns):
    def made(text, lang):
        return nouns.article(text, lang=lang)

    return made


def test_rules_that_no_report_speaks_to_are_told_with_their_place(known, article):
    done = unheard([article("They held talks at length, and went home after that.", "xx")], known(), ["xx"])
    assert (done.reports, done.skips) == ((("xx", 1),), ())
    assert [(one.kind, one.name, one.where) for one in done.unheard] == [("rule", CALL.id, CALL.where)]


def test_a_language_without_reports_is_told_instead_of_all_its_rules(known, article):
    fault = Skip(reason="empty", detail="holds no text", location="b.txt")
    done = unheard([article("They held talks at length, and went home after that.", "yy"), fault], known())
    assert done.reports == (("xx", 0), ("yy", 1))
    assert [(one.kind, one.language) for one in done.unheard] == [("language", "xx")]
    assert done.skips == (fault,)
