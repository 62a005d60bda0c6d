"""Draft: an article on its way to a reading: its normal text, parts, sentences, hits, dates and amounts."""

from __future__ import annotations

import functools
import re
from bisect import bisect_left, bisect_right

from msgspec import Struct
from msgspec.structs import replace

from foedera.extraction import actors, amounts, capitals, dates, declared, headings, hits, parts, publications, sentences, shorts
from foedera.extraction.fields import Expression
from foedera.extraction.headings import Heading
from foedera.extraction.hits import Hit, Hits
from foedera.extraction.lexicon import Lexicon, lexicon
from foedera.extraction.registers import Register
from foedera.extraction.sentences import Sentence
from foedera.extraction.stretches import stretches
from foedera.extraction.wraps import unwrapped
from foedera.model.article import Article, Part
from foedera.model.document import Span
from foedera.model.fact import Citation
from foedera.model.mention import Mention
from foedera.model.pack import Knowledge, Pack
from foedera.model.when import When
from foedera.model.world import World
from foedera.plumbing import patterns
from foedera.plumbing.text import Normal, normal


class Draft(Struct, frozen=True, kw_only=True):
    """All spans within are those of the normal text; `citation` leads back to the text as given."""

    article: Article
    normal: Normal
    text: str
    """The normal text."""
    pack: Pack
    world: World
    lexicon: Lexicon
    register: Register
    """The world by its identifiers."""
    parts: tuple[Part, ...]
    sentences: tuple[Sentence, ...]
    hits: Hits
    dates: tuple[Mention, ...]
    timeless: tuple[Mention, ...]
    """Durations, feasts and seasons: mentions of time that date no fact."""
    amounts: tuple[Mention, ...]
    published: When | None
    heading: Heading | None = None
    """The place or visitor that stands above remarks without a subject."""

    def citation(self, start: int, end: int) -> Citation:
        """The passage of the text as given that a stretch of the normal text stands for."""
        first, last = self.normal.source(start, end)
        return Citation(span=Span(start=first, end=last), quote=self.article.text[first:last])

    def words(self, start: int, end: int) -> str:
        """What a stretch says, as a name: the normal text with single spaces, so that no hidden sign or broken line is part of it."""
        return " ".join(self.text[start:end].split())

    def sentence_at(self, position: int) -> Sentence | None:
        """The sentence that holds a position of the normal text."""
        index = bisect_right(self.sentences, position, key=lambda sentence: sentence.span.start) - 1
        if index < 0 or position >= self.sentences[index].span.end:
            return None
        return self.sentences[index]

    def dates_within(self, start: int, end: int) -> list[Mention]:
        """The dates that lie in a stretch, in order."""
        low = bisect_left(self.dates, start, key=_begin)
        return [mention for mention in self.dates[low : bisect_left(self.dates, end, lo=low, key=_begin)] if mention.span.end <= end]

    def paragraph_start(self, number: int) -> int:
        """Where the first sentence of a paragraph, or of the next that has one, begins."""
        index = bisect_left(self.sentences, number, key=lambda sentence: sentence.paragraph)
        return self.sentences[index].span.start

    def with_hits(self, found: Hits) -> Draft:
        """The same draft with other hits."""
        return replace(self, hits=found)


def _begin(mention: Mention) -> int:
    return mention.span.start


def flowing(text: str) -> Normal:
    """A text in normal form, without the line breaks inside its sentences."""
    plain = normal(text)
    joined = unwrapped(plain.text)
    return plain if joined == plain.text else normal(joined).of(plain)


class Opening(Struct, frozen=True, kw_only=True):
    """What is known of an article before it is read closely: enough to tell when it was published and what it cannot be about."""

    normal: Normal
    pack: Pack
    lexicon: Lexicon
    parts: tuple[Part, ...]
    expressions: tuple[Expression, ...]
    published: When | None
    hits: Hits
    heading: Heading | None


def opening(article: Article, knowledge: Knowledge, pack: Pack, plain: Normal) -> Opening:
    """The opening of an article whose language has a pack."""
    words = lexicon(knowledge, pack.tag)
    divided = declared.told(parts.parts(plain.text, pack), article.parts, plain)
    expressions = dates.scan(plain.text, pack)
    found = hits.hits(plain.text, words)
    head = headings.heading(plain.text, divided, found, words.register)
    return Opening(
        normal=plain,
        pack=pack,
        lexicon=words,
        parts=divided,
        expressions=expressions,
        published=publications.published(article, plain.text, divided, expressions),
        hits=headings.sure(found, head) if head is not None else found,
        heading=head,
    )


HEAD, TAIL = 1200, 300
"""Characters at the beginning and the end of an article in which it says when it was published."""


def outline(text: str) -> str:
    """The beginning and the end of a text, whole lines of them."""
    if len(text) <= HEAD + TAIL:
        return text
    return f"{text[:HEAD].rsplit(chr(10), maxsplit=1)[0]}\n{text[-TAIL:].split(chr(10), maxsplit=1)[-1]}"


def draft(article: Article, knowledge: Knowledge, opened: Opening) -> Draft:
    """The draft of an article, made from its opening."""
    text, pack, found = opened.normal.text, opened.pack, opened.hits
    dated = dates.dates(opened.expressions, opened.published)
    timeless = tuple(mention for mention in dated if mention.role in dates.TIMELESS)
    dated = stretches(text, tuple(mention for mention in dated if mention.role not in dates.TIMELESS), found)
    money = amounts.amounts(text, pack)
    found = found.plus(_as_hits(dated, "date") + _as_hits(money, "amount") + _numbers(text, pack, found))
    made = Draft(
        article=article,
        normal=opened.normal,
        text=text,
        pack=pack,
        world=knowledge.world,
        lexicon=opened.lexicon,
        register=opened.lexicon.register,
        parts=opened.parts,
        sentences=sentences.sentences(text, opened.parts, pack),
        hits=found.with_only("actor", _actors(opened, found, (*dated, *timeless))),
        dates=dated,
        timeless=timeless,
        amounts=money,
        published=opened.published,
    )
    return _headed(made, opened.heading) if opened.heading is not None else made


def _headed(made: Draft, found: Heading) -> Draft:
    """The draft with its heading, and with a hit wherever a remark below leaves out its subject.

    Whose list it is: the state of the government that publishes it, else the first in whose press the language is at home.
    """
    states = {one.id: one.state for one in made.world.publishers if one.kind == "government" and one.state}
    home = states.get(made.article.publisher or "") or next(iter(made.pack.home), None)
    if home is None or home == found.state:
        return made
    found = replace(found, home=home)
    return replace(made, heading=found, hits=made.hits.plus(headings.left_out(found, made.sentences, made.hits)))


def _actors(opened: Opening, found: Hits, dated: tuple[Mention, ...]) -> list[Hit]:
    text = opened.normal.text
    if not opened.pack.spaced:
        return shorts.believed(text, found, dated)
    governing = capitals.governments(text, found, opened.lexicon.register, opened.parts)
    return sorted([*actors.actors(text, found, given=opened.pack.names.name_side == EITHER), *governing], key=lambda hit: hit.start)


def _as_hits(mentions: tuple[Mention, ...], kind: str) -> list[Hit]:
    return [Hit(mention.span.start, mention.span.end, kind, mention.when.edtf if mention.when else "") for mention in mentions]


EITHER = "either"
"""Names on either side of an office: such a language puts the state before the office, none between it and the name."""

DIGITS = re.compile(r"[0-9]+")


def _numbers(text: str, pack: Pack, found: Hits) -> list[Hit]:
    """Numbers in digits, ordinals of the pack and its number words; of those that begin at one place the longest."""
    written = list(found.of("number"))
    written += [Hit(*match.span(), "number", match.group()) for match in DIGITS.finditer(text)]
    for pattern in map(_compiled, pack.ordinals):
        written += [Hit(match.start, match.end, "number", text[match.start : match.end]) for match in pattern.finditer(text)]
    return list({hit.start: hit for hit in sorted(written, key=lambda hit: hit.end)}.values())


@functools.cache
def _compiled(pattern: str) -> patterns.Pattern:
    return patterns.compile(pattern)
