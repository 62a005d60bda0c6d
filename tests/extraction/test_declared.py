from foedera.extraction.declared import told
from foedera.model.article import Part
from foedera.model.document import Span
from foedera.plumbing.text import normal


def part(kind, start, end):
    return Part(kind=kind, span=Span(start=start, end=end))


def test_a_passage_is_of_the_kind_that_its_format_declared_counted_in_the_text_as_given():
    plain = normal("Ta\u0323lks\n\nA picture\n\nBody")
    shown = (part("title", 0, 5), part("body", 7, 16), part("body", 18, 22))
    declared = (part("body", 0, 6), part("caption", 8, 17))
    assert [one.kind for one in told(shown, declared, plain)] == ["title", "caption", "body"]


def test_without_a_declaration_parts_stay_as_the_text_shows_them():
    shown = (part("title", 0, 5),)
    assert told(shown, (), normal("Talks")) is shown
    assert told(shown, (part("body", 0, 5),), normal("Talks")) is shown
