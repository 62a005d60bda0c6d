"""Texts of a line or two on their way to a reading: with Foedera's own packs, with rules of the tests, or with a tiny pack."""

from __future__ import annotations

from dataclasses import replace

import pytest

from foedera.extraction import contexts, drafts, matches, namings, people
from foedera.knowledge import load
from foedera.model.article import Article
from foedera.model.document import DocumentId
from foedera.model.pack import Knowledge, Names, Phrase
from foedera.model.rule import Rule
from foedera.model.when import When
from foedera.model.world import Actor, World
from foedera.plumbing.ids import id_of
from foedera.plumbing.text import normal

SAYS = {
    "en": {
        "talks": "held talks",
        "visit": "visited",
        "upgrade": "upgraded ties",
        "establish_relations": "established relations",
        "summit": "held a summit",
        "signing": "signed",
        "exercise": "drilled",
    },
    "vi": {"talks": "hội đàm", "visit": "thăm", "upgrade": "nâng cấp quan hệ", "signing": "ký"},
    "ms": {"talks": "mengadakan rundingan", "visit": "melawat", "upgrade": "menaik taraf hubungan", "signing": "menandatangani"},
}
"""The patterns of the tests' own rules, so that what the engine makes of a match does not hang on which words the packs' rules know."""


@pytest.fixture(scope="session")
def knowledge():
    return load()


@pytest.fixture(scope="session")
def article_of():
    def made(text, lang="en", published=None):
        return Article(
            id=DocumentId("d1"),
            text=text,
            address="a.txt",
            record="a.txt",
            record_key="file",
            location="a.txt",
            digest="d1",
            lang=lang,
            published=When(edtf=published, basis="metadata") if published else None,
        )

    return made


@pytest.fixture(scope="session")
def draft_of(knowledge, article_of):
    """The draft of a text, with a real pack unless another `known` is given."""

    def made(text, lang="en", published=None, known=knowledge):
        article = article_of(text, lang, published)
        return drafts.draft(article, known, drafts.opening(article, known, known.pack(lang), normal(text)))

    return made


@pytest.fixture(scope="session")
def context_of(draft_of):
    """The context of a text, its people found and every place where they are named."""

    def made(text, lang="en", **options):
        draft = draft_of(text, lang, **options)
        found = people.people(draft)
        return contexts.context(draft.with_hits(draft.hits.plus(namings.person_hits(draft, found))), found)

    return made


@pytest.fixture(scope="session")
def heard(knowledge, context_of):
    """The context of a text and the match in it of the tests' own rule of a type; rule and pack may be changed."""
    cache = {}

    def made(text, lang="en", *, kind="talks", published=None, cues=None, **rule):  # noqa: PLR0913 - what a case may vary
        name = id_of(lang, kind, repr(cues), repr(sorted(rule.items())))
        if name not in cache:
            pack = knowledge.pack(lang)
            fields = {"id": f"{lang}.{kind}.own", "type": kind, "say": (SAYS[lang][kind],), "examples": (), "silents": ()}
            own = Rule(**(fields | rule))
            pack = replace(pack, rules=(own,), cues=pack.cues | (cues or {}))
            cache[name] = replace(knowledge, packs=(pack,), digest=name)
        context = context_of(text, lang, published=published, known=cache[name])
        (match,) = matches.matches(context.draft, context.draft.lexicon.telling)
        return context, match

    return made


WORLD = World(
    actors=(
        Actor(code="CL", name="Chile", kind="state", capital="Santiago"),
        Actor(code="NO", name="Norway", kind="state", capital="Oslo"),
        Actor(code="PE", name="Peru", kind="state", capital="Lima"),
        Actor(code="EU", name="European Union", kind="organisation", members=("CL",)),
    ),
    offices=(),
    areas=(),
    levels=(),
    ladders=(),
    events=(),
    publishers=(),
    places=(),
    names=(),
)


@pytest.fixture(scope="session")
def tiny(knowledge):
    """Knowledge that holds what a test puts into its one pack `xx`, and nothing else."""
    english = knowledge.pack("en")

    def made(world=WORLD, numbers=(), **fields):
        empty = {
            "tag": "xx",
            "names": Names(honorifics=(), particles=(), stop=(), name_side="either"),
            "discriminators": (),
            "actors": (),
            "masks": (),
            "offices": (),
            "office_marks": (),
            "areas": (),
            "topics": (),
            "fields": (),
            "common": (),
            "letters": "",
            "levels": (),
            "places": (),
            "words": {},
            "cues": {},
            "ordinals": (),
            "dates": replace(english.dates, numbers=numbers),
            "rules": (),
        }
        pack = replace(english, **(empty | fields))
        return Knowledge(world=world, packs=(pack,), digest=id_of(repr(pack), repr(world)))

    return made


@pytest.fixture(scope="session")
def phrases():
    """Phrases from pairs of form and meaning, each with the same further properties."""

    def made(*pairs, **fields):
        return tuple(Phrase(text=text, meaning=meaning, **fields) for text, meaning in pairs)

    return made


@pytest.fixture(scope="session")
def named(draft_of):
    """The people of a text, as (name, office, state)."""

    def made(text, lang="en", **options):
        return [(each.name, each.office, each.country) for each in people.people(draft_of(text, lang, **options))]

    return made


@pytest.fixture(scope="session")
def told(draft_of):
    """Of each person of a text: name, state, and the reason where it is inferred."""

    def made(text, lang="en"):
        return [(each.name, each.country, *(because.reason for because in each.inferred)) for each in people.people(draft_of(text, lang))]

    return made
