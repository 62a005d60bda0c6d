"""People: who is named with an office, and of which state.

The name stands behind the block of office and state or, with a comma, before it; what other states there are to tell whose office it is,
`affiliations` knows.
"""

from __future__ import annotations

from msgspec.structs import replace

from foedera.extraction import affiliations, names, nicknames, preceding, sharing
from foedera.extraction.blocks import Block, blocks
from foedera.extraction.drafts import Draft
from foedera.extraction.names import Limits
from foedera.extraction.persons import Person, subset, tokens


def people(draft: Draft) -> tuple[Person, ...]:
    """The people of an article, each once, in order of first mention."""
    if not draft.pack.spaced:
        return _once(affiliations.affiliated(draft, preceding.named(draft, list(blocks(draft)))))
    limits = names.limits_of(draft)
    made = list(blocks(draft))
    pairs = sharing.paired(draft, made, limits)
    listed = {person.name_start for person in pairs}
    single = [person for person in _named(draft, made, limits) if person.name_start not in listed]
    found = sharing.sharing(draft, [*single, *pairs], limits)
    found = nicknames.without(found, nicknames.nicknames(draft, found))
    placed = affiliations.affiliated(draft, found)
    return _once(placed)


STOPS = frozenset('.!?…。;"”’»)')
"""Signs at the end of a line that is a sentence and no headline."""

SPOUSE = "spouse"
"""An office of one's own: it joins no other."""


def _named(draft: Draft, made: list[Block], limits: Limits) -> list[Person]:
    """The blocks that have a name, with several offices of one person joined."""
    found: list[Person] = []
    waiting: list[Block] = []
    named: Block | None = None
    for index, block in enumerate(made):
        sentence = draft.sentence_at(block.start)
        if sentence is None or block.end > sentence.span.end or (found and block.start < found[-1].end) or _of_a_body(draft, block):
            waiting = []
            continue
        after = _visitor(draft, block) or names.name_after(draft.text[: sentence.span.end], block.end, limits)
        after = None if _possesses(draft.text, block.end) or _names_a_thing(draft, after) else after
        follows = _following(made, index, after)
        after = after if after is not None and after[1] <= follows and not _headline_word(draft, after, limits) else None
        after = None if after is not None and _of_the_next(draft, made[index : index + 2], after, limits) else after
        if after is None and found and _repeats(draft, found[-1], block):
            found[-1] = _joined(draft, found[-1], block)
            named, waiting = block, []
            continue
        if after is None and found and _tells_of_a_peer(draft, found[-1], block):
            found[-1] = replace(found[-1], office=block.office, end=max(found[-1].end, block.end))
            waiting = []
            continue
        if after is None and named is not None and _linked(draft, named, block):
            found[-1] = _joined(draft, found[-1], block)
            named = block
            continue
        named = None
        known = [other for other in found if after is not None and subset(tokens(draft.text[after[0] : after[1]]), tokens(other.name))]
        waiting = [*waiting, block] if waiting and _shares(draft, waiting[-1], block, known) else [block]
        if after is not None:
            found.append(sharing.of_state(draft, _person(draft, waiting, after)))
            waiting = []
            continue
        floor = max(sentence.span.start, found[-1].end if found else 0, made[index - 1].end if index else 0)
        before = names.name_before(draft.text, waiting[0].start, limits, floor)
        if before is not None and _is_state(draft, before):
            continue
        side = draft.pack.names.name_side
        either = side not in {"after", "set_off"} or (side == "set_off" and _set_off(draft, before, block))
        if before is not None and not _broken_off(draft, block) and (either or _introduced(draft, before, found, limits)):
            found.append(_person(draft, waiting, before))
            waiting, named = [], block
    return found


def _names_a_thing(draft: Draft, name: tuple[int, int] | None) -> bool:
    """Whether a name is that of a thing named after somebody ("the President NAME Memorial")."""
    things = draft.hits.within(name[0], name[1] + LONGEST_THING, "class", "named_after") if name is not None else ()
    return name is not None and any(thing.start <= name[1] + 1 <= thing.end + 1 for thing in things)


LONGEST_THING = 25
"""Characters of a word for a thing that bears a name."""


def _shares(draft: Draft, first: Block, second: Block, known: list[Person]) -> bool:
    """Whether two blocks are offices of one person: not where the one named by the second is `known` to be of another state."""
    others = {person.country for person in known if person.country is not None}
    foreign = first.state is not None and bool(others) and first.state.value not in others
    offices = {first.office, second.office}
    apart = bool(offices & draft.register.accredited) and bool(offices & draft.register.heads)
    return first.office != SPOUSE and not (foreign or apart) and not _of_several(draft, first) and _linked(draft, first, second)


def _of_the_next(draft: Draft, pair: list[Block], name: tuple[int, int], limits: Limits) -> bool:
    """Whether a name behind a comma has the office behind it, as the one before has ("NAME, King of Tonga, NAME, King of Norway, ...")."""
    if len(pair) == 1 or "," not in draft.text[pair[0].end : name[0]]:
        return False
    first, second = (names.name_before(draft.text, block.start, limits, floor) for block, floor in zip(pair, (0, pair[0].end), strict=True))
    return first is not None and second == name


def _repeats(draft: Draft, person: Person, block: Block) -> bool:
    """Whether the same office stands once more behind the name, in full ("King NAME, the King of Tonga, and ...")."""
    return block.office in person.office.split("; ") and draft.text[person.end : block.start].strip(" ") == ","


def _tells_of_a_peer(draft: Draft, person: Person, block: Block) -> bool:
    """Whether the office behind a counterpart's name and a comma is his own ("her counterpart NAME, | Minister of Trade of Peru")."""
    peer = draft.hits.within(person.start, person.name_start, "class", "counterpart")
    beside = draft.text[person.end : block.start].strip(" ") == ","
    return bool(peer) and beside and (block.state is None or person.country in {None, block.state.value})


def _of_a_body(draft: Draft, block: Block) -> bool:
    """Whether the office is that of a club, a company or a federation: the name of a body, or unknown capitals, right before it."""
    if block.state is not None or draft.text[block.start - 1 : block.start] != " ":
        return False
    before = draft.text[max(0, block.start - LONGEST_BODY) : block.start - 1]
    word = before[before.rfind(" ") + 1 :].strip('("“')
    known = {hit.end for kind in ("actor", "office") for hit in draft.hits.within(block.start - LONGEST_BODY, block.start, kind)}
    known |= {hit.end for hit in draft.hits.within(block.start - LONGEST_BODY, block.start, "class", "honorific")}
    if any(hit.end == block.start - 1 for hit in draft.hits.within(block.start - LONGEST_BODY, block.start, "class", "body")):
        return True
    return (
        len(word) > 1
        and word.isalpha()
        and word.isupper()
        and block.start - 1 not in known
        and not draft.text[block.start : block.end].isupper()
    )


LONGEST_BODY = 30
"""Characters of the word for a body before an office."""


def _possesses(text: str, end: int) -> bool:
    """Whether a genitive stands behind an office in the plural, so that what follows is no name ("the Foreign Ministers' Meeting")."""
    return text[end : end + 2] in {"' ", "’ "} and text[end - 1] == "s"


def _visitor(draft: Draft, block: Block) -> tuple[int, int] | None:
    """The name between the office and the state of a visitor's heading, whatever its words else mean ("President Holland, Peru")."""
    heading = draft.heading
    if heading is None or heading.office != block.end:
        return None
    start = block.end + 1
    for hit in draft.hits.within(start, heading.named.start, "class", "honorific"):
        start = hit.end + 1 if hit.start == start else start
    end = start + len(draft.text[start : heading.named.start].rstrip(" ,"))
    return (start, end) if start < end else None


def _headline_word(draft: Draft, name: tuple[int, int], limits: Limits) -> bool:
    """Whether what stands behind an office is a word that a headline writes with a capital, or in capitals."""
    word = draft.text[name[0] : name[1]]
    if " " not in word and len(word) <= len("ASEAN") and sum(map(str.isupper, word)) > 1 and "." not in word:
        return True
    if name[0] not in limits.words:
        return False
    if limits.words[name[0]] > name[1]:
        return True  # a word that is no name goes on in small letters
    sentence = draft.sentence_at(name[0])
    if sentence is None or draft.text[name[0] : limits.words[name[0]]].isupper():
        return sentence is not None
    return sentence.kind == "title" or draft.text[sentence.span.end - 1] not in STOPS


def _following(made: list[Block], index: int, name: tuple[int, int] | None) -> int:
    """Where the next block begins that a name does not hold (a monarch's title may be part of the name)."""
    held = name[1] if name is not None else 0
    return next((block.start for block in made[index + 1 :] if not block.start < held < block.end and block.end > held), held)


def _joined(draft: Draft, person: Person, block: Block) -> Person:
    titles = _counting(draft, [*person.office.split("; "), block.office])
    country = person.country or (block.state.value if block.state is not None else None)
    return replace(person, office="; ".join(titles), country=country, end=max(person.end, block.end))


def _is_state(draft: Draft, name: tuple[int, int]) -> bool:
    """Whether what looks like a name is the end of a state's."""
    return any(hit.end == name[1] for hit in draft.hits.within(max(0, name[0] - LONGEST_STATE), name[1], "actor"))


LONGEST_STATE = 40
"""Characters of the long name of a state before its last words."""


def _introduced(draft: Draft, name: tuple[int, int], found: list[Person], limits: Limits) -> bool:
    """Where names stand behind offices, one before needs a rank, or words of appointment behind it, or to be known already."""
    ranked = any(end <= name[0] <= end + 1 for end in limits.honorifics.values())
    appointed = any(start - name[1] == 1 for start in limits.appointed.values())
    return ranked or appointed or any(subset(tokens(person.name), tokens(draft.text[name[0] : name[1]])) for person in found)


def _broken_off(draft: Draft, block: Block) -> bool:
    """Whether the text breaks off behind an office, so that its name may have stood there ("met NAME, Peruvian Foreign Minister")."""
    return block.end == len(draft.text.rstrip())


def _of_several(draft: Draft, block: Block) -> bool:
    """Whether an office is part of a word for a group ("in the presence of both presidents, the foreign minister NAME ...")."""
    groups = (hit for cue in ("two_sides", "all_sides") for hit in draft.hits.within(block.start - SHORT, block.end, "class", cue))
    return any(hit.start < block.start < hit.end for hit in groups)


def _set_off(draft: Draft, name: tuple[int, int] | None, block: Block) -> bool:
    """Whether the office stands between commas behind a name of two words or more that is no place ("NAME NAME, Minister of Peru, met")."""
    if name is None or " " not in draft.text[name[0] : name[1]] or draft.text[block.end : block.end + 1] not in {",", "."}:
        return False
    places = draft.hits.within(max(0, name[0] - SHORT), name[0], "class", "at")
    return block.state is not None and draft.text[name[1] : block.start] == ", " and all(name[0] - hit.end != 1 for hit in places)


SHORT = 20
"""Characters of a word for a place."""


def _linked(draft: Draft, first: Block, second: Block) -> bool:
    """Whether a comma, or a word that joins two offices of one person, stands between two blocks, and no name."""
    between = draft.text[first.end : second.start]
    joined = draft.hits.within(first.end, second.start, "class", "also")
    return between.strip() == "," or any(
        draft.text[first.end : hit.start].strip() == "" and draft.text[hit.end : second.start].strip() == "" for hit in joined
    )


def _counting(draft: Draft, titles: list[str]) -> list[str]:
    """Each office once; a mere seat on a body only where the person holds no other."""
    counted = [title for title in titles if title not in draft.register.memberships]
    return list(dict.fromkeys(counted or titles))


def _person(draft: Draft, offices: list[Block], name: tuple[int, int]) -> Person:
    text = draft.text
    titles = _counting(draft, [block.office for block in offices])
    state = next((block.state for block in reversed(offices) if block.state is not None), None)
    start, end = min(name[0], offices[0].start), max(name[1], offices[-1].end)
    return Person(
        name=text[name[0] : name[1]],
        office="; ".join(titles),
        country=state.value if state is not None else None,
        start=start,
        end=end,
        name_start=name[0],
        name_end=name[1],
        state_span=(state.start, state.end) if state is not None else None,
    )


def _once(found: list[Person]) -> tuple[Person, ...]:
    """Each person once: names of which one holds the other's tokens, of one state; the first full form, the fullest offices."""
    kept: list[Person] = []
    for person in found:
        index = next((i for i, other in enumerate(kept) if _same(other, person)), None)
        if index is None:
            kept.append(person)
            continue
        kept[index] = _merged(kept[index], person)
    return tuple(kept)


def _same(first: Person, second: Person) -> bool:
    agree = first.country == second.country or first.country is None or second.country is None
    ours, theirs = tokens(first.name), tokens(second.name)
    ours_too, theirs_too = set(first.office.split("; ")), set(second.office.split("; "))
    ministers = MINISTER in ours_too | theirs_too and all(any(one.endswith(MINISTER) for one in them) for them in (ours_too, theirs_too))
    shared = ours_too & theirs_too or ministers
    return agree and (ours == theirs or (subset(ours, theirs) and bool(shared)))


MINISTER = "minister"
"""What a minister is called when he is named again."""


def _merged(first: Person, second: Person) -> Person:
    fuller = second if len(tokens(second.name)) > len(tokens(first.name)) else first
    offices = set(first.office.split("; "))
    more = set(second.office.split("; ")) > offices
    sure = first if first.country is not None and not first.inferred else second if second.country is not None else first
    return replace(
        fuller,
        office=second.office if more else first.office,
        country=sure.country,
        state_span=sure.state_span,
        inferred=sure.inferred,
    )
