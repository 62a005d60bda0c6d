from types import SimpleNamespace

from foedera import knowledge
from foedera.api.naming import names_in
from foedera.model.world import Actor, Area, EventType, Publisher
from foedera.plumbing.interface import speaking

WORLD = SimpleNamespace(
    actors=(Actor(code="JP", name="Japan", kind="state"),),
    areas=(Area(id="energy", name="Energy"),),
    events=(EventType(id="talks", name="Talks", family="encounter", min_parties=2, window=3),),
    publishers=(Publisher(id="p", name="The Post", forms=(), domains=(), state=None, kind="press"),),
    topics=(),
)


def test_identifiers_have_names():
    names = names_in(SimpleNamespace(world=WORLD, packs=()))
    assert (names.actor("JP"), names.area("energy"), names.event("talks"), names.publisher("p")) == (
        "Japan",
        "Energy",
        "Talks",
        "The Post",
    )


def test_what_has_no_name_is_called_by_its_identifier():
    names = names_in(SimpleNamespace(world=WORLD, packs=()))
    assert (names.actor("QQ"), names.area("some_area"), names.event("odd_type")) == ("QQ", "some area", "odd type")
    assert (names.actor(None), names.publisher(None)) == ("", "")


def test_in_another_language_names_are_the_forms_that_its_pack_puts_first():
    with speaking("vi"):
        names = names_in(knowledge.load())
    assert (names.actor("JP"), names.levels["strategic partnership"]) == ("Nhật Bản", "đối tác chiến lược")
    assert names.offices["prime minister"] == "Thủ tướng"
    assert (names.event("talks"), names.area("energy")) == ("Hội đàm", "Năng lượng")
    assert names.languages["ja"] == "日本語"
