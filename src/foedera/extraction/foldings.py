"""Foldings: several passages about one happening as the one that says most."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterable

from msgspec.structs import replace

from foedera.extraction.happenings import RANK, Happening, detail
from foedera.extraction.participation import PAIR, VISIT
from foedera.model.when import When, compatible, day, narrower

MOST = 100
"""Happenings of the same parties among which another telling is looked for: no report has as many."""


def one_a_sentence(happenings: list[Happening]) -> list[Happening]:
    """Encounters of one sentence, of the same parties and without different dates, are one: the most particular."""
    kept: defaultdict[int, list[Happening]] = defaultdict(list)
    for happening in sorted(happenings, key=lambda one: (RANK.index(one.type) if one.type in RANK else -1, one.match.start)):
        here = kept[happening.match.sentence.span.start]
        at = next((at for at, other in enumerate(here) if _same_encounter(other, happening)), None)
        if at is None:
            here.append(happening)
        else:
            here[at] = _completed(happening, here[at]) if _guessed(here[at], happening) else _completed(here[at], happening)
    return _ordered([one for one in here if not _all_of_them(one, here)] for here in kept.values())


def _all_of_them(one: Happening, here: list[Happening]) -> bool:
    """Whether it lumps together those whom other words of its clause say that one met one by one ("met A, B and C at the summit")."""
    if one.type not in RANK or len(one.who.codes) <= PAIR or one.type == SUMMIT:
        return False
    there = [other for other in here if other.type in RANK and other.match.clause == one.match.clause and other.match is not one.match]
    pairs = [set(other.who.codes) for other in there if len(other.who.codes) == PAIR]
    return len(pairs) > 1 and set(one.who.codes) == set().union(*pairs) and bool(set.intersection(*pairs))


SUMMIT = "summit"


def _ordered(groups: Iterable[list[Happening]]) -> list[Happening]:
    return sorted((one for group in groups for one in group), key=lambda one: (one.match.start, one.match.rule.id, one.who.codes))


def _same_encounter(first: Happening, second: Happening) -> bool:
    if first.type == VISIT == second.type:
        return _one_journey(first, second)
    return (
        first.type in RANK
        and second.type in RANK
        and first.match.sentence == second.match.sentence
        and (set(second.who.codes) <= set(first.who.codes) or _guessed(first, second))
        and first.judged.stance.realis == second.judged.stance.realis
        and not _other_guests(first, second)
        and not (first.hosts and second.hosts and not first.hosts & second.hosts)
        and (first.when is None or second.when is None or first.when == second.when)
    )


def _one_journey(first: Happening, second: Happening) -> bool:
    """Whether two verbs of a sentence tell of one visit, of which one gives no day ("to visit Peru | he leaves on the 8th for Lima")."""
    alike = first.who.codes == second.who.codes and first.judged.stance.realis == second.judged.stance.realis
    dated = first.when is not None and second.when is not None
    return alike and not dated and first.goal is not None and first.goal == second.goal


def _other_guests(first: Happening, second: Happening) -> bool:
    """Whether each of two verbs of a sentence has people of its own behind it ("held talks with X and met Y")."""
    ours, theirs = ({name for _, name in one.met} for one in (first, second))
    return bool(ours) and bool(theirs) and not ours & theirs


def _guessed(first: Happening, second: Happening) -> bool:
    """Whether the first only guesses at some of the parties that the second names in the same breath."""
    return bool(first.who.inferred) and set(first.who.codes) < set(second.who.codes) and first.match.scope == second.match.scope


def _completed(first: Happening, second: Happening) -> Happening:
    """The first with what only the second says."""
    if first.when is None and second.when is not None:
        first = replace(first, when=second.when, when_span=second.when_span)
    if first.place is None and second.place is not None:
        first = replace(first, place=second.place, place_span=second.place_span)
    return first


def folded(happenings: list[Happening]) -> list[Happening]:
    """One for each happening: same type (talks and meeting are one word's breadth apart), parties, stance, and dates that agree."""
    kept: defaultdict[tuple[str, ...], list[Happening]] = defaultdict(list)
    for happening in sorted(happenings, key=lambda one: (one.in_title, one.match.start)):
        theirs = kept[happening.who.codes]
        first = max(0, len(theirs) - MOST)
        at = next((at for at in range(first, len(theirs)) if _same_happening(theirs[at], happening)), None)
        if at is None:
            theirs.append(happening)
        else:
            theirs[at] = _fuller(theirs[at], happening)
    return _ordered(kept.values())


def _same_happening(first: Happening, second: Happening) -> bool:
    if _refers(first, second):
        return True
    same_type = first.type == second.type or {first.type, second.type} <= {"talks", "meeting"}
    if not same_type or first.type == "other":
        same_type = same_type and first.match.rule.id == second.match.rule.id
    return (
        same_type
        and first.who.codes == second.who.codes
        and (first.judged.stance.realis == second.judged.stance.realis or second.in_title)
        and (_agree(first.when, second.when) or _one_stay(first, second) or _to_its_end(first, second) is not None)
        and not (first.undated and second.when is not None)
        and not (second.undated and first.when is not None)
        and not (first.history != second.history and None in {first.when, second.when} and first.type in RANK)
        and not (first.type not in RANK and first.level and second.level and first.level != second.level)
        and not (first.type in RANK and _other_people(first, second))
        and not (first.type == VISIT and (_other_visitors(first, second) if first.goal else _other_people(first, second)))
        and not (first.hosts and second.hosts and not first.hosts & second.hosts)
        and not _other_stay(first, second)
        and not (first.type in RANK and first.land and second.land and first.land != second.land)
        and not (second.besides and (second.type == "signing" or (second.type in {*RANK} and second.met and not first.met)))
    )


def _other_stay(first: Happening, second: Happening) -> bool:
    """Whether two remarks without subject go to two places ("Official visit. Private visit to NAME.")."""
    return first.type == VISIT and second.apart and first.place != second.place


def _other_visitors(first: Happening, second: Happening) -> bool:
    """Whether both visits name their guests, and not the same."""
    ours, theirs = _visitors(first), _visitors(second)
    return bool(ours and theirs) and not ours & theirs


def _visitors(visit: Happening) -> set[str]:
    """The names of those who pay a visit whose goal is known."""
    return {name for country, name in visit.people if visit.goal and country != visit.goal}


def _refers(first: Happening, second: Happening) -> bool:
    """Whether a later "the talks" without date, place or people of its own speaks of the encounter told before.

    So does a later "the visit" without a date or a guest named, to the same state ("it is the first visit since ...").
    """
    if first.type == second.type == VISIT and not any(detail(second)[1:]) and first.when is not None and not first.history:
        return first.who.codes == second.who.codes and second.goal in {None, first.goal} and not second.apart
    if _of_the_plan(first, second) or _of_the_stay(first, second):
        return True
    if first.type == second.type == "dialogue" and not any(detail(second)[1:]) and first.when is not None and not first.history:
        return first.who.codes == second.who.codes and second.place_span is None
    bare = not any(detail(second)[1:]) and not second.hosts and second.place_span is None and second.type in {"talks", "meeting"}
    alike = first.who.codes == second.who.codes and first.judged.stance.realis == second.judged.stance.realis
    return bare and alike and first.type in RANK and not second.in_title


def _one_stay(first: Happening, second: Happening) -> bool:
    """Whether the day on which a guest came and one on which he is there are told ("arrived on Sunday", "on a visit, met on Monday")."""
    one, other = first.when, second.when
    if not (first.type == second.type == VISIT and one is not None and other is not None and first.goal == second.goal):
        return False
    days = one.precision == other.precision == DAY and not (one.is_interval or other.is_interval) and one.year_known and other.year_known
    return days and abs((day(one.first) - day(other.first)).days) <= 1


DAY = 3
"""The precision of a day."""


def _of_the_plan(first: Happening, second: Happening) -> bool:
    """Whether a visit without a date is the one that its guest was said before to plan to the same state ("his visit is an answer to")."""
    if not (first.type == second.type == VISIT and first.who.codes == second.who.codes and first.goal == second.goal):
        return False
    plan = first.judged.stance.realis == "planned" and second.judged.stance.realis == "asserted"
    return plan and second.when is None and not second.undated and bool(_visitors(first) & _visitors(second))


def _of_the_stay(first: Happening, second: Happening) -> bool:
    """Whether a visit told as ahead is the one on which its guest is already ("arrived on Sunday; on his visit he is to meet ...")."""
    if not (first.type == second.type == VISIT and first.who.codes == second.who.codes and second.goal in {None, first.goal}):
        return False
    plan = first.judged.stance.realis == "asserted" and second.judged.stance.realis == "planned"
    if not plan or first.history or first.undated or _other_visitors(first, second):
        return False
    one, other = first.when, second.when
    if other is None or one is None:
        return other is None and not second.undated
    days = one.year_known and other.year_known and one.precision == other.precision == DAY
    return days and one.first <= other.first and (day(other.first) - day(one.last)).days <= STAY


STAY = 7
"""Days behind the one on which a guest came within which a plan is of the same stay."""


def _to_its_end(first: Happening, second: Happening) -> When | None:
    """The days of a stay of which one passage tells the first and the other the last ("ended a visit on the 12th; came on the 8th")."""
    came, left = (second, first) if first.ends else (first, second)
    one, other = came.when, left.when
    if not left.ends or came.ends or one is None or other is None or one.is_interval or other.is_interval:
        return None
    same = first.type == second.type == VISIT and first.goal == second.goal and not _other_visitors(first, second)
    days = same and one.year_known and other.year_known and one.precision == other.precision == DAY
    long = days and 0 < (day(other.first) - day(one.first)).days <= LONGEST_STAY
    return dataclasses.replace(one, edtf=f"{one.edtf}/{other.edtf}") if long else None


LONGEST_STAY = 31
"""Days of the longest visit whose first and last day are told apart."""


def _agree(first: When | None, second: When | None) -> bool:
    """Whether two dates of one article may be one: a day without a year is not that of a bare year told as history."""
    if first is None or second is None:
        return True
    vague = first.year_known != second.year_known and min(first.precision, second.precision) < MONTH
    return compatible(first, second) and not vague


MONTH = 2


def _other_people(first: Happening, second: Happening) -> bool:
    """Whether both name people of one party, and not the same: the king's audience is not the prime minister's talks."""
    if first.match.sentence == second.match.sentence and first.type in RANK:
        return _other_guests(first, second)
    if first.strangers or second.strangers:
        ours, theirs = ({name for _, name in one.people} | one.strangers for one in (first, second))
        return bool(ours - theirs) and bool(theirs - ours)
    return any(theirs and ours and not theirs & ours for code in first.who.codes for theirs, ours in ((first.of(code), second.of(code)),))


def _fuller(first: Happening, second: Happening) -> Happening:
    """The passage that says more, else the first; with the finer date, the place and the number of papers of either."""
    if _of_the_stay(first, second):
        return first
    lead, other = (second, first) if _says_more(second, first) else (first, second)
    whole = _to_its_end(first, second)
    if whole is not None:
        return replace(lead, when=whole, ends=False)
    alike = lead.judged.stance.realis in {other.judged.stance.realis, "asserted"}
    if other.when is not None and lead.when != other.when and alike and _better(lead, other.when):
        lead = _taken(replace(lead, when=other.when, when_span=other.when_span), other, "date")
    if _one_stay(lead, other) and other.when is not None and lead.when is not None and other.when.first < lead.when.first:
        lead = _taken(replace(lead, when=other.when, when_span=other.when_span), other, "date")
    if lead.place is None and other.place is not None:
        lead = _taken(replace(lead, place=other.place, place_span=other.place_span), other, "place")
    if {lead.type, other.type} == {"talks", "meeting"}:
        lead = replace(lead, type="talks")
    # A headline may count only the papers that are the news.
    return lead if lead.papers or other.in_title else replace(lead, papers=other.papers)


def _says_more(second: Happening, first: Happening) -> bool:
    """Whether the second passage leads: it alone counts the papers that were signed, or it has more detail."""
    if bool(first.papers) != bool(second.papers) and not (first.headline or second.headline):
        return bool(second.papers)
    return detail(second) > detail(first)


def _better(lead: Happening, when: When) -> bool:
    """Whether another passage's date says more: the finer one, of a visit the days of the whole stay."""
    if lead.type == VISIT and lead.when is not None and lead.when.is_interval != when.is_interval:
        return when.is_interval and compatible(lead.when, when)
    return narrower(lead.when, when) is when


def _taken(lead: Happening, other: Happening, name: str) -> Happening:
    """With the inference that came with a property of another passage."""
    kept = tuple(item for item in lead.inferred if item.property != name)
    return replace(lead, inferred=kept + tuple(item for item in other.inferred if item.property == name))
