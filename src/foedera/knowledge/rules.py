"""Rules of a language from its rule files, each held against the pattern language and its own examples."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from msgspec import structs

from foedera.knowledge import pack_schemas as shapes
from foedera.knowledge.files import DataFile, Item, items
from foedera.knowledge.known import Known, check_name, check_names, check_unique
from foedera.knowledge.locator import Path, table_lines
from foedera.knowledge.terms import FACT_TYPES, MARKS, MENTIONS, UNDOINGS
from foedera.model.pattern import Class, parse
from foedera.model.rule import Example, Rule, Silent
from foedera.plumbing.interface import _

HEADER = "[[rule]]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """What rules of one language may name: its tag, its classes of words and cues, and the world."""

    tag: str
    classes: frozenset[str]
    known: Known


def read_rules(files: Sequence[DataFile], vocabulary: Vocabulary) -> tuple[Rule, ...]:
    """The rules of these files, in order of files and lines."""
    found = [item for file in files for item in items(file, "rule", shapes.Rule)]
    check_unique(found, "id")
    for file in files:
        if file.stem not in FACT_TYPES | vocabulary.known.events:
            what = _("{name} is no event type and no kind of fact").format(name=file.stem)
            file.complain(
                (), what, _("name the file after one of events/, or level, commitment, mechanism, instrument, document_count, undoing")
            )
        for key in sorted(set(file.tree) - {"rule"}):
            file.complain((key,), _("unknown key {name}").format(name=key), _("a rule file holds [[rule]] alone"))
    for item in found:
        _check(item, vocabulary)
    return tuple(rule for file in files for rule in _rules(file, found))


def _rules(file: DataFile, found: Sequence[Item[shapes.Rule]]) -> Iterator[Rule]:
    lines = table_lines(file.text, HEADER)
    even = len(lines) == len(file.tree.get("rule", []))
    for item in found:
        if item.file is file:
            where = f"{file.name}:{lines[int(item.path[1])]}" if even else file.where(item.path)
            yield _rule(item.value, file.stem, where)


def _rule(value: shapes.Rule, kind: str, where: str) -> Rule:
    return Rule(
        id=value.id,
        type=kind,
        say=value.say,
        examples=tuple(Example(**structs.asdict(example)) for example in value.example),
        silents=tuple(Silent(text=silent.text, why=silent.why) for silent in value.silent),
        unless=value.unless,
        unless_here=value.unless_here,
        needs=value.needs,
        tense=value.tense,
        parties=value.parties,
        date=value.date,
        by=value.by,
        modality=value.modality,
        mark=value.mark,
        heading=value.heading,
        where=where,
    )


def _check(item: Item[shapes.Rule], vocabulary: Vocabulary) -> None:
    rule, kind = item.value, item.file.stem
    start = f"{vocabulary.tag}.{kind}."
    if not rule.id.startswith(start) or rule.id == start:
        item.complain(
            ("id",),
            _("{name} is no id of a rule of this file").format(name=rule.id),
            _("write {start}<name>").format(start=start),
        )
    for key in ("example", "silent"):
        if not getattr(rule, key):
            item.complain((), _("{name} has no {key}").format(name=rule.id, key=key), _("add [[rule.{key}]]").format(key=key))
    if kind == "commitment" and rule.modality is None:
        item.complain((), _("{name} has no modality").format(name=rule.id), _("add one; a commitment has a modality"))
    if kind == "undoing" and rule.mark is None:
        item.complain((), _("{name} has no mark").format(name=rule.id), _("add put_off or taken_back"))
    if rule.mark is not None:
        check_name(item, ("mark",), rule.mark, MARKS.get(kind, UNDOINGS if kind != "commitment" else frozenset()))
    check_names(item, ("needs",), rule.needs, MENTIONS)
    for key in ("say", "unless", "unless_here"):
        for number, say in enumerate(getattr(rule, key)):
            _check_pattern(item, (key, number), say, vocabulary)
    for number, example in enumerate(rule.example):
        _check_example(item, ("example", number), example, vocabulary.known)


def _check_pattern(item: Item[shapes.Rule], key: Path, say: str, vocabulary: Vocabulary) -> None:
    try:
        found = parse(say)
    except ValueError as error:
        item.complain(key, _("{say}: {error}").format(say=say, error=error), _("see the pattern language in docs/data.md"))
        return
    names = {element.name for pattern in found for element in pattern.elements if isinstance(element, Class)}
    for name in sorted(names):
        check_name(item, key, name, vocabulary.classes)


def _check_example(item: Item[shapes.Rule], key: Path, example: shapes.Example, known: Known) -> None:
    count = example.text.count(example.span)
    if count != 1:
        what = _("the span stands {count} times in the text").format(count=count)
        item.complain((*key, "span"), what, _("choose a span that stands there once"))
    check_names(item, (*key, "parties"), example.parties or (), known.actors)
    check_names(item, (*key, "areas"), example.areas or (), known.areas)
    check_name(item, (*key, "level"), example.level or None, known.levels)
    check_name(item, (*key, "place"), example.place or None, known.sites)
    if example.by not in {None, "", "both"}:
        check_name(item, (*key, "by"), example.by, known.actors)
