"""Stance: whether a passage asserts, plans, denies or only supposes what a match found, and whose word it is."""

from __future__ import annotations

from datetime import date, timedelta

from msgspec import Struct

from foedera.extraction import finals
from foedera.extraction.drafts import Draft
from foedera.extraction.hits import Hit
from foedera.extraction.matches import Match
from foedera.extraction.scopes import scope
from foedera.extraction.sentences import Sentence
from foedera.model.document import Span
from foedera.model.fact import Realis, Stance, Undoing
from foedera.model.when import When

BEFORE = {"denied": 45, "hypothetical": 400, "planned": 130, "cancelled": 90}
"""How far before the trigger a cue of each kind governs it, in characters: negation governs the next verb, a condition its clause."""

BEHIND = {"denied": 35, "hypothetical": 0, "planned": 30, "cancelled": 90}
"""How far behind the trigger (passives and nouns: "the signing will take place", "the talks were called off").

A "will" behind another party is that party's, not the event's ("signed a note under which Japan will give").
"""


CUES: tuple[tuple[str, Realis, str], ...] = (
    ("cancelled", "denied", "cancelled"),
    ("denied", "denied", "denied"),
    ("hypothetical", "hypothetical", "hypothetical"),
)
"""The cues that take a happening away, the strongest first, each with what they make of it and the reason."""

UNDOING: dict[str, Undoing] = {"put_off": "put_off", "taken_back": "taken_back"}
"""Marks of rules whose own words say that something was undone, which no cue beside them need say."""


class Judged(Struct, frozen=True, kw_only=True):
    """The stance and, where it is no plain assertion, the reason: denied, cancelled, hypothetical."""

    stance: Stance
    reason: str | None = None


def stance(draft: Draft, match: Match, when: When | None = None) -> Judged:
    """The stance of a match. A date after the publication makes a plan; cues decide the rest, the strongest first."""
    within = match.scope
    wide = scope(draft, match.sentence, match.start, through="then")
    source = attribution(draft, match.sentence)
    undoing = UNDOING.get(match.rule.mark or "")
    for cue, realis, reason in CUES[1:] if undoing else CUES:
        if _governs(draft, cue, within, match):
            undone: Undoing | None = "put_off" if cue == "cancelled" else None
            return Judged(stance=Stance(realis=realis, attributed_to=source, undone=undone), reason=reason)
    if undoing:
        return Judged(stance=Stance(realis="denied", attributed_to=source, undone=undoing), reason="cancelled")
    under_way = match.rule.type == VISIT and draft.pack.postposed and (_earlier(draft, when) or finals.there(draft, match))
    planned = _governs(draft, "planned", wide, match) and not (under_way or _over(draft, when) or _done(draft, match, when))
    ahead = match.rule.tense == "planned" or planned or is_later(draft, when) or sets_off_for(draft, match)
    return Judged(stance=Stance(realis="planned" if ahead else "asserted", attributed_to=source))


def sets_off_for(draft: Draft, match: Match) -> bool:
    """Whether somebody set off for it, these days: what he goes to lies ahead ("left for Lima on Monday to attend | the summit")."""
    if match.rule.type not in ENCOUNTERS - {VISIT} or draft.published is None:
        return False
    sentence, hits = match.sentence.span, draft.hits
    if draft.pack.postposed:
        purpose = [hit for hit in hits.within(match.start, match.end + PURPOSE, "class", "in_order") if hit.end > match.end]
        return bool(purpose) and bool(hits.within(purpose[0].end, sentence.end, "class", "sets_off"))
    purpose = [
        hit for hit in hits.within(max(sentence.start, match.start - PURPOSE), match.end, "class", "in_order") if hit.start < match.end
    ]
    gone = hits.within(sentence.start, purpose[-1].start, "class", "sets_off") if purpose else ()
    return bool(gone) and not _long_ago(draft, [date.when for date in draft.dates_within(sentence.start, sentence.end)])


def _long_ago(draft: Draft, dates: list[When | None]) -> bool:
    """Whether all dates of a sentence that have a year lie well before the report."""
    known = draft.published
    days = [one.last for one in dates if one is not None and one.year_known]
    return bool(days) and known is not None and max(days) < (date.fromisoformat(known.first) - LATELY).isoformat()


LATELY = timedelta(days=10)
"""How long before a report somebody may have set off for what it still tells as ahead: a tour."""

PURPOSE = 40
"""Characters in which the words stand that make a goal of what is attended: "to attend the second round of"."""


def attribution(draft: Draft, sentence: Sentence) -> str | None:
    """Whom the sentence names as its source: the words from a capital on behind "according to" and the like, up to the comma."""
    if draft.pack.postposed:
        return finals.source(draft, sentence)
    for cue in draft.hits.within(sentence.span.start, sentence.span.end, "class", "attributed"):
        behind = draft.text[_begin(draft.text, cue) : sentence.span.end].lstrip(' "“”‘’«')
        source = behind.replace(";", ",").split(",", maxsplit=1)[0].split()
        if "," not in behind or len(source) > LONGEST_SOURCE:
            source = _capitalised(behind.split())
        words = [word.strip('.;:"“”') for word in source]
        while words and not words[0][:1].isupper():
            words.pop(0)
        if words:
            return " ".join(words)
    return None


def _begin(text: str, cue: Hit) -> int:
    """Where the name begins: behind the cue, or at a capital inside it ("according to the Ministry" is one cue of some packs)."""
    inside = next((at for at in range(cue.start + 1, cue.end) if text[at].isupper() and text[at - 1] == " "), None)
    return cue.end if inside is None else inside


def _capitalised(words: list[str]) -> list[str]:
    """The first run of capitalised words, with the small words inside it."""
    start = next((index for index, word in enumerate(words) if word[:1].isupper()), len(words))
    run: list[str] = []
    for word in words[start : start + LONGEST_SOURCE]:
        if not (word[:1].isupper() or len(word) <= LINK):
            break
        run.append(word)
        if word[-1] in ".;:":
            break
    while run and not run[-1][:1].isupper():
        run.pop()
    return run


LONGEST_SOURCE = 6
"""Words of a source's name."""

LINK = 3
"""Letters of the longest small word within a name ("of", "the")."""


def _governs(draft: Draft, cue: str, within: Span, match: Match) -> bool:
    if draft.pack.postposed:
        return finals.governs(draft, cue, within, match)
    found = draft.hits.within(within.start, within.end, "class", cue)
    if match.rule.mark in UNDOING or (cue == "cancelled" and match.rule.type == "other"):
        # An act may consist in the end of something: "broke off relations".
        found = tuple(hit for hit in found if not _of_its_words(hit, match))
    return any(_near(draft, cue, hit, match) for hit in found) or (cue == "cancelled" and _yet_undone(draft, within, match))


def _yet_undone(draft: Draft, within: Span, match: Match) -> bool:
    """Whether a contrast right behind the clause, with no subject of its own, calls it off ("was to meet, | but was cancelled")."""
    found = draft.hits.within(within.end, min(within.end + CONTRAST, match.sentence.span.end), "class", "cancelled")
    if match.rule.type not in ENCOUNTERS or not found:
        return False
    words = [draft.hits.within(within.end, found[0].start, "class", name) for name in ("definite", "pronoun", "own_country")]
    return not any((*words, *(draft.hits.within(within.end, found[0].start, kind) for kind in ("actor", "person", "office"))))


CONTRAST = 40
"""Characters behind a clause in which a word such as "but" and a verb call off what it tells."""


def _of_its_words(hit: Hit, match: Match) -> bool:
    """Whether a cue is part of the very words that tell of an undoing ("did not take place as planned")."""
    return all(any(word.start <= at < word.end for word in match.words) for at in (hit.start, hit.end - 1))


def _near(draft: Draft, cue: str, hit: Hit, match: Match) -> bool:
    if hit.start < match.end and match.start < hit.end:
        return True
    if hit.end <= match.start:
        # What a colon opens is told by itself: "it was not the first time: the president visited Peru in 2019".
        said = cue == "planned" and _of_what_was_said(draft, hit, match)
        return not said and match.start - hit.end <= BEFORE[cue] and not (cue == "denied" and ": " in draft.text[hit.end : match.start])
    if cue == "planned" and match.rule.type == VISIT and _behind_an_apposition(draft, hit, match):
        return True
    of_the_paper = cue == "denied" and len(match.words) > 1 and _of_the_paper(draft, match, hit)
    if of_the_paper or hit.start - match.end > BEHIND[cue]:
        return False
    comma = draft.text.rfind(",", match.end, hit.start)
    if comma >= 0:
        # What was called off may be told behind a comma of the same subject: "the visit, which Peru had wanted, was called off".
        return cue == "cancelled" and not _of_another(draft, comma, hit.start)
    return cue != "planned" or not _of_another(draft, match.end, hit.start)


def _behind_an_apposition(draft: Draft, hit: Hit, match: Match) -> bool:
    """Whether only what two commas frame stands between a visit and what is told of it ("a trip to Peru, the first since 1990, will")."""
    text = draft.text
    return text.startswith(", ", match.end) and text[hit.start - 2 : hit.start] == ", " and ", " not in text[match.end + 2 : hit.start - 2]


def _of_what_was_said(draft: Draft, hit: Hit, match: Match) -> bool:
    """Whether a cue belongs to words that end in a comma and who said them where ("will lend 3 million, she said | on a visit")."""
    says = draft.hits.within(hit.end, match.start, "class", "speaks")
    return any("," in draft.text[hit.end : said.start] and "," not in draft.text[said.end : match.start] for said in says)


def _of_the_paper(draft: Draft, match: Match, hit: Hit) -> bool:
    """Whether a denial tells, with a subject of its own, of what was signed: "signed a pact whose text was never shown"."""
    relative = draft.hits.within(match.start, hit.start, "class", "relative")
    return match.rule.type == SIGNING and any(word.start >= match.end and word.end + 1 < hit.start for word in relative)


SIGNING = "signing"


def _of_another(draft: Draft, start: int, end: int) -> bool:
    """Whether what lies ahead is told of another than the event: a party between, or a word that joins a verb of its own.

    "Signed a note under which Japan will give", "signed a pact that will allow", "is on a visit and will attend", "sent rice and
    promised to send".
    """
    parties = any(draft.hits.within(start, end, kind) for kind in ("actor", "person"))
    joins = (hit for cue in ("relative", "and") for hit in draft.hits.within(start, end, "class", cue))
    return parties or any(len(draft.text[hit.end : end].split()) <= 1 for hit in joins)


def is_later(draft: Draft, when: When | None) -> bool:
    """Whether a date lies after the day of the report."""
    known = draft.published
    if when is None or known is None or not (when.year_known and known.year_known):
        return False
    return when.first > known.last


def is_earlier(draft: Draft, when: When | None) -> bool:
    """Whether a month or a year lies before the day of the report."""
    known = draft.published
    if when is None or known is None or not (when.year_known and known.year_known):
        return False
    return when.precision < DAY and when.last < known.first


def _over(draft: Draft, when: When | None) -> bool:
    """Whether a date lies before the year of publication: what it dates is no plan ("will replace the treaties signed in 1961")."""
    known = draft.published
    if when is None or known is None or not (when.year_known and known.year_known):
        return False
    return when.last[:4] < known.first[:4]


def _done(draft: Draft, match: Match, when: When | None) -> bool:
    """Whether a plan is not that of an encounter of a day before ("will grow, they said at talks | on the 8th").

    Of long ago only the end of a sentence tells that: elsewhere the day may be one of the next year, a bare weekday one of the next week.
    """
    known = draft.published
    if when is None or known is None or not (when.year_known and known.year_known) or match.rule.type not in ENCOUNTERS:
        return False
    agreed = draft.hits.within(match.start, match.sentence.span.end, "class", "agreed_on")
    before = when.precision >= DAY and when.last < known.first and not agreed
    return before and (draft.pack.postposed or not (when.basis == "relative" or _long_ago(draft, [when])))


def _earlier(draft: Draft, when: When | None) -> bool:
    """Whether a day lies before the publication: a plan told at the end of its sentence is not of it."""
    known = draft.published
    if when is None or known is None or not (when.year_known and known.year_known):
        return False
    return (when.first if when.precision >= DAY else when.last) < known.first


DAY = 3
"""The precision of a day."""

ENCOUNTERS = frozenset({"visit", "talks", "meeting", "summit", "dialogue", "joint_statement", "signing"})
"""Types of events that are told by day, one after the other, and what comes of them."""

VISIT = "visit"
"""The type of event that may go on while a sentence tells what will come of it."""
