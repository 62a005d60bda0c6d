from dataclasses import replace

from foedera.model.log import START, Deed, Line
from foedera.plumbing.ids import LENGTH

DEED = Deed(recorded="2026-01-01", action="ingested", subject="d1", content="c1")


def test_a_seal_hangs_on_every_field_and_on_the_line_before():
    seals = {DEED.seal(START), DEED.seal("other")}
    seals |= {replace(DEED, **{name: "x"}).seal(START) for name in ("recorded", "action", "subject", "content")}
    assert len(seals) == 6
    assert all(len(seal) == len(START) for seal in seals)


def test_a_line_follows_the_one_that_it_was_sealed_behind():
    second = Line(number=2, deed=DEED, digest=DEED.seal("before"))
    assert second.follows("before")
    assert not second.follows("another")
    assert not replace(second, deed=replace(DEED, content="c2")).follows("before")


def test_the_first_line_follows_the_start_and_short_seals_of_the_first_ledgers_count():
    seal = DEED.seal("")
    assert Line(number=1, deed=DEED, digest=seal).follows(START)
    assert Line(number=1, deed=DEED, digest=seal[:LENGTH]).follows(START)
    assert not Line(number=1, deed=DEED, digest=seal[: LENGTH - 1]).follows(START)
