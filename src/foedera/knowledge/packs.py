"""The packs from the folders under `languages/`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from msgspec import structs

from foedera.knowledge import pack_schemas as shapes
from foedera.knowledge.dates import check_pattern, read_amounts, read_dates
from foedera.knowledge.files import DataFile, Item, converted
from foedera.knowledge.known import Known, check_name, check_names
from foedera.knowledge.phrases import actor_phrases, check_one_meaning, office_marks, office_phrases, phrases, portfolios
from foedera.knowledge.rules import Vocabulary, read_rules
from foedera.knowledge.terms import CUES, FIELDS
from foedera.model.pack import Amounts, Dates, Discriminator, Names, Pack, PartMarks, Phrase, Sentences
from foedera.model.rule import Rule
from foedera.plumbing.interface import _

T = TypeVar("T")

LANGUAGES = "languages/"
HEAD = "pack.toml"
RULES = "rules/"
NAMES = ("pack", "actors", "places", "offices", "areas", "topics", "levels", "fields", "words", "cues", "dates", "amounts")
FILES = frozenset(f"{name}.toml" for name in NAMES)


def read_packs(files: Sequence[DataFile], known: Known) -> tuple[Pack, ...]:
    """All packs whose `pack.toml` can be read, by tag; mistakes are noted at the files."""
    folders: dict[str, dict[str, DataFile]] = {}
    for file in files:
        if file.name.startswith(LANGUAGES):
            tag, _sign, name = file.name.removeprefix(LANGUAGES).partition("/")
            folders.setdefault(tag, {})[name] = file
    packs = (_pack(_Folder(tag, named, known)) for tag, named in sorted(folders.items()))
    return tuple(pack for pack in packs if pack is not None)


@dataclass(frozen=True, slots=True)
class _Folder:
    tag: str
    files: Mapping[str, DataFile]
    known: Known

    def read(self, name: str, shape: type[T]) -> Item[T] | None:
        file = self.files.get(name)
        return None if file is None or not file.sound else converted(file, (), shape)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lexis:
    """The parts of a pack that lie in files of their own."""

    actors: tuple[Phrase, ...]
    masks: tuple[str, ...]
    offices: tuple[Phrase, ...]
    office_marks: tuple[Phrase, ...]
    portfolios: tuple[Phrase, ...]
    areas: tuple[Phrase, ...]
    topics: tuple[Phrase, ...]
    fields: tuple[Phrase, ...]
    levels: tuple[Phrase, ...]
    places: tuple[Phrase, ...]
    words: Mapping[str, tuple[str, ...]]
    cues: Mapping[str, tuple[str, ...]]
    dates: Dates
    amounts: Amounts
    rules: tuple[Rule, ...]


def _pack(folder: _Folder) -> Pack | None:
    _check_files(folder)
    lexis = _lexis(folder)
    head = folder.read(HEAD, shapes.Pack)
    if head is None:
        return None
    _check_head(head, folder)
    value = head.value
    return Pack(
        tag=value.tag,
        name=value.name,
        english=value.english,
        script=value.script,
        spaced=value.spaced,
        postposed=value.postposed,
        tensed=value.tensed,
        home=value.home,
        sentences=Sentences(**structs.asdict(value.sentences)),
        names=Names(**structs.asdict(value.names)),
        parts=PartMarks(**structs.asdict(value.parts)),
        discriminators=tuple(Discriminator(**structs.asdict(each)) for each in value.discriminator),
        ordinals=value.ordinals,
        common=value.common,
        letters=value.letters,
        **{key: getattr(lexis, key) for key in _Lexis.__slots__},
    )


def _lexis(folder: _Folder) -> _Lexis:
    known = folder.known
    actors, masks = _actors(folder)
    words = folder.read("words.toml", shapes.Words)
    cues = folder.read("cues.toml", shapes.Cues)
    classes = (words.value.words if words else {}), (cues.value.cues if cues else {})
    _check_classes(words, cues)
    offices = folder.read("offices.toml", shapes.Offices)
    places = _phrases(folder.read("places.toml", shapes.Places), "places", known)
    rules = [file for name, file in sorted(folder.files.items()) if name.startswith(RULES)]
    return _Lexis(
        actors=actors,
        masks=masks,
        offices=office_phrases(offices, known) if offices else (),
        office_marks=office_marks(offices.value.mark) if offices else (),
        portfolios=portfolios(offices.value) if offices else (),
        areas=_phrases(folder.read("areas.toml", shapes.Areas), "areas", known),
        topics=_topic_phrases(folder.read("topics.toml", shapes.Topics), known),
        fields=_field_phrases(folder.read("fields.toml", shapes.Fields)),
        levels=_level_phrases(folder.read("levels.toml", shapes.Levels), known),
        places=tuple(replace(phrase, cased=True) for phrase in places),
        words=classes[0],
        cues=classes[1],
        dates=read_dates(folder.read("dates.toml", shapes.Dates)),
        amounts=read_amounts(folder.read("amounts.toml", shapes.Amounts)),
        rules=read_rules(rules, Vocabulary(tag=folder.tag, classes=frozenset(classes[0]) | frozenset(classes[1]), known=known)),
    )


def _phrases(item: Item[T] | None, key: str, known: Known) -> tuple[Phrase, ...]:
    if item is None:
        return ()
    forms: Mapping[str, tuple[str, ...]] = getattr(item.value, key)
    for meaning in forms:
        check_name(item, (key, meaning), meaning, getattr(known, key))
    if key != "areas":  # one word may speak for two policy areas
        check_one_meaning(item, (key,), forms)
    return phrases(forms)


def _level_phrases(item: Item[shapes.Levels] | None, known: Known) -> tuple[Phrase, ...]:
    """The titles of levels, and the weak ones, which count only within the words of a rule."""
    if item is None:
        return ()
    for meaning in item.value.weak:
        check_name(item, ("weak", meaning), meaning, known.levels)
    weak = phrases(item.value.weak)
    return (*_phrases(item, "levels", known), *(replace(phrase, weak=True) for phrase in weak))


def _topic_phrases(item: Item[shapes.Topics] | None, known: Known) -> tuple[Phrase, ...]:
    if item is None:
        return ()
    for name in item.value.topics:
        check_name(item, ("topics", name), name, known.topics)
    return phrases(item.value.topics) + phrases({"": item.value.masks}, role="mask")


def _field_phrases(item: Item[shapes.Fields] | None) -> tuple[Phrase, ...]:
    if item is None:
        return ()
    for name in item.value.fields:
        check_name(item, ("fields", name), name, FIELDS)
    return phrases(item.value.fields)


def _actors(folder: _Folder) -> tuple[tuple[Phrase, ...], tuple[str, ...]]:
    file = folder.files.get("actors.toml")
    if file is None or not file.sound:
        return (), ()
    tables = {key for key, value in file.tree.items() if isinstance(value, dict)}
    rest = replace(file, tree={key: value for key, value in file.tree.items() if key not in tables})
    masks = converted(rest, (), shapes.Masks)
    return actor_phrases(_tables(file, tables), folder.known), masks.value.masks if masks else ()


def _tables(file: DataFile, keys: set[str]) -> Iterator[Item[shapes.ActorForms]]:
    for key in file.tree:
        if key in keys and (item := converted(file, (key,), shapes.ActorForms)) is not None:
            yield item


def _check_files(folder: _Folder) -> None:
    for name, file in folder.files.items():
        if name not in FILES and not (name.startswith(RULES) and name.count("/") == 1):
            file.complain((), _("no part of a pack has a file of this name"), _("see docs/data.md for the files there are"))
    if HEAD not in folder.files:
        first = folder.files[min(folder.files)]
        first.complain((), _("the pack {tag} has no {file}").format(tag=folder.tag, file=HEAD), _("write one beside this file"))


def _check_head(head: Item[shapes.Pack], folder: _Folder) -> None:
    if head.value.tag != folder.tag:
        what = _("the pack {tag} lies in a folder of another name").format(tag=head.value.tag)
        head.complain(("tag",), what, _("name the folder {tag}").format(tag=head.value.tag))
    check_names(head, ("home",), head.value.home, folder.known.actors)
    check_names(head, ("names", "openings"), tuple(head.value.names.openings), folder.known.actors)
    for key in ("surnames", "known"):
        check_names(head, ("names", key), getattr(head.value.names, key), folder.known.states)
    for number, source in enumerate(head.value.ordinals):
        check_pattern(head, ("ordinals", number), source, frozenset({"n"}))


def _check_classes(words: Item[shapes.Words] | None, cues: Item[shapes.Cues] | None) -> None:
    if cues is not None:
        for name in cues.value.cues:
            check_name(cues, ("cues", name), name, CUES)
    if words is not None:
        for name in sorted(CUES.intersection(words.value.words)):
            words.complain(("words", name), _("{name} is a cue").format(name=name), _("put it into cues.toml"))
