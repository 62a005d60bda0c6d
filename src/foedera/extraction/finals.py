"""Finals: stance and promises in languages whose verb ends its clause, so that what denies, plans or outweighs it stands behind it."""

from __future__ import annotations

from foedera.extraction import quotes, runs
from foedera.extraction.contexts import Context
from foedera.extraction.drafts import Draft
from foedera.extraction.matches import Match
from foedera.extraction.scopes import clause_at
from foedera.extraction.sentences import Sentence
from foedera.model.document import Span
from foedera.model.pack import Pack

BEHIND = {"denied": 16, "hypothetical": 16, "planned": 12, "cancelled": 30, "hope": 14}
"""How far behind the verb a cue governs it, in characters."""

BEFORE = {"denied": 2, "hypothetical": 60, "planned": -1, "cancelled": 2, "hope": 0}
"""How far before it: a condition opens its clause, a relative clause stands right before its noun."""

BREAK = 3
"""Characters of the words that end a clause, which may be the end of a cue ("was to | have")."""

END = 6
"""Characters between the cue that ends a sentence and its stop."""

COMMAS = frozenset({"\u3001", ","})


def governs(draft: Draft, cue: str, within: Span, match: Match) -> bool:
    """Whether a cue of a class governs a match: in it, close behind it, or, of plans, at the end of its sentence."""
    agreed = _agreements(draft, within) if cue == "planned" and match.rule.type == UPGRADE else frozenset()
    for hit in draft.hits.within(within.start, within.end + BREAK, "class", cue):
        if hit.start in agreed or hit.start >= within.end:
            continue
        if hit.start < match.end and match.start < hit.end:
            return True
        if hit.end <= match.start and match.start - hit.end <= BEFORE[cue]:
            return True
        if 0 <= hit.start - match.end <= BEHIND[cue] and not _broken(draft.text, match.end, hit.start):
            return True
    if cue == "planned" and match.rule.type != UPGRADE and _agreed_on(draft, within, match):
        return True
    return cue in {"planned", "cancelled"} and not in_passing(draft, match) and _at_the_end(draft, cue, match)


UPGRADE = "upgrade"
"""The type of event that an agreement brings about by itself."""


def _agreements(draft: Draft, within: Span) -> frozenset[int]:
    """Where words stand that tell of an agreement, by which a level is raised at once."""
    return frozenset(hit.start for hit in draft.hits.within(within.start, within.end, "class", "agreed_on"))


def _agreed_on(draft: Draft, within: Span, match: Match) -> bool:
    """Whether the words behind the verb say that it was agreed upon: it lies ahead."""
    hits = draft.hits.within(match.start, within.end, "class", "agreed_on")
    near = [hit for hit in hits if hit.end > match.end and hit.start - match.end <= BEHIND["planned"]]
    return any(not _broken(draft.text, match.end, hit.start) for hit in near)


def _broken(text: str, start: int, end: int) -> bool:
    """Whether a comma behind a verb stands in a stretch; one behind a noun breaks nothing."""
    return any(text[at] in COMMAS and runs.kind(text[at - 1]) == runs.HIRAGANA for at in range(start, end))


def _at_the_end(draft: Draft, cue: str, match: Match) -> bool:
    """Whether the sentence ends in a cue, and no verb of the past stands between."""
    end = clause_at(match.sentence, match.start).end
    cues = [hit for hit in draft.hits.within(match.end, end, "class", cue) if end - hit.end <= END]
    if cue == "planned" and any(announced(draft, match, word) is not None for word in (SAYS, PLANS)):
        return True
    if not cues:
        return False
    past = draft.hits.within(match.end, end if cue == "planned" else cues[0].start, "class", "past_end")
    return not past


SAYS, PLANS = "says_that", "plans_that"
"""Words behind a verb of encounter that end a sentence: who says that it is to be, and that it is planned."""


def announced(draft: Draft, match: Match, words: str = SAYS) -> Span | None:
    """The words that end a sentence with who said that an encounter is to be ("visits Peru and | will meet the king, he announced")."""
    end = match.sentence.span.end
    for said in draft.hits.within(match.start, end, "class", words):
        verbs = draft.hits.within(match.start, said.start, "class", "plan_verb")
        if said.end >= match.end and end - said.end <= 2 * END and any(verb.end == said.start for verb in verbs):
            return Span(start=said.start, end=said.end)
    return None


def in_passing(draft: Draft, match: Match) -> bool:
    """Whether the verb only describes the noun behind it ("the visit agreed on in May"): its ending runs into one."""
    text = draft.text
    endings = draft.hits.within(match.start, match.end + ENDING, "class", "before_noun")
    ends = [hit.end for hit in endings if hit.start <= match.end <= hit.end]
    return any(
        (runs.kind(text[end : end + 1] or " ") in {runs.IDEOGRAPH, runs.KATAKANA} or text[end : end + 1] in quotes.CLOSING)
        and not any(word.start == end for name in ("then", "planned") for word in draft.hits.within(end, end + ENDING, "class", name))
        for end in ends
    )


def under_way(draft: Draft, match: Match) -> bool:
    """Whether a visit only describes its guest ("the president, who is visiting Peru, ..."): in passing, or "during" behind its noun."""
    ends = [hit.end for hit in draft.hits.within(match.start, match.end + ENDING, "class", "during") if hit.start <= match.end <= hit.end]
    return bool(ends) or in_passing(draft, match)


def there(draft: Draft, match: Match) -> bool:
    """Whether the words tell that a guest is there ("the | visiting | president of Peru will meet ...")."""
    hits = draft.hits.within(match.start, match.end + 2 * ENDING, "class", "visiting")
    return any(hit.start <= match.start and match.end <= hit.end for hit in hits)


ENDING = 6
"""Signs of the longest ending of a verb."""


def quoted(draft: Draft, match: Match) -> bool:
    """Whether the match stands in a quotation of more than a few words, with which the sentence goes on."""
    span = match.sentence.span
    spans = [(start, end) for start, end in quotes.enclosed(draft.text, span.start, span.end) if end - start > FEW]
    return quotes.within(spans, match.start) and quotes.within(spans, match.end)


FEW = 20
"""Signs of the longest name or catchword in quotation marks."""


def source(draft: Draft, sentence: Sentence) -> str | None:
    """Whom the sentence names before "according to" and the like: the words since the last comma."""
    for cue in draft.hits.within(sentence.span.start, sentence.span.end, "class", "attributed"):
        before = draft.text[sentence.span.start : cue.start]
        name = before[max(map(before.rfind, ("\u3001", ",", "\u3002"))) + 1 :].strip("\u300c\u300d ")
        if name:
            return name
    return None


def stretches(context: Context, matches: list[Match]) -> list[tuple[Match, int, int]]:
    """Each promise with its stretch: from the end of the one before it, or the clause's beginning, to the end of its own verb."""
    made: list[tuple[Match, int, int]] = []
    start = -1
    for index, match in enumerate(matches):
        following = next((other for other in matches[index + 1 : index + 2] if other.clause == match.clause), None)
        first = index == 0 or matches[index - 1].clause != match.clause
        start = match.clause.start if first else start
        end = match.clause.end if following is None else _after(context.draft.text, match.end, following.start)
        made.append((match, start, end))
        start = end
    return made


def _after(text: str, end: int, limit: int) -> int:
    """Where the stretch of a verb ends: behind the comma that follows it before the next promise."""
    commas = [at for sign in COMMAS if (at := text.find(sign, end, limit)) >= 0]
    return min(commas) + 1 if commas else end


def kept(matches: list[Match], same_subject: list[bool]) -> tuple[list[Match], list[Match]]:
    """The matches that govern, and those that a verb behind them outweighs or repeats.

    A bare will inside a stronger promise is its content; of two promises of one modality and one subject the last stands for both.
    """
    governing: list[Match] = []
    led: list[Match] = []
    for index, match in enumerate(matches):
        behind = [other for other in matches[index + 1 :] if other.clause == match.clause]
        together = bool(behind) and behind[0].scope == match.scope
        weak = match.rule.modality == "planned" and together and behind[0].rule.modality != "planned"
        again = bool(behind) and behind[0].rule.modality == match.rule.modality and same_subject[index]
        inside = bool(behind) and behind[0].start - match.end <= ADJACENT and behind[0].rule.modality != match.rule.modality
        (led if weak or again or (inside and match.rule.modality != "considering") else governing).append(match)
    return governing, led


ADJACENT = 8
"""Characters between two verbs of which the second says how the first is meant ("to consider it, they agreed")."""


def short(pack: Pack) -> int:
    """Characters that a promise needs: a sign of a script without spaces says more than a letter."""
    return 12 if pack.spaced else 5
