from dataclasses import fields, replace

from foedera.model.pack import Pack


def pack(tag):
    """A pack that is nothing but its tag."""
    made = object.__new__(Pack)
    for field in fields(Pack):
        object.__setattr__(made, field.name, tag if field.name == "tag" else ())
    return made


def test_a_pack_is_found_by_its_tag_where_there_is_one(nouns):
    known = replace(nouns.KNOWLEDGE, packs=(pack("ja"), pack("vi")))
    assert known.pack("vi") is known.packs[1]
    assert known.pack("ms") is None
