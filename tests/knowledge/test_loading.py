from __future__ import annotations

import time

import pytest

from foedera import knowledge
from foedera.model.pack import Knowledge
from foedera.plumbing.errors import KnowledgeError


def test_a_small_world_without_mistakes_has_none(written):
    assert knowledge.problems(written()) == ()


def test_loading_gives_the_world_and_the_packs_once(written):
    root = written()
    loaded = knowledge.load(root)
    assert isinstance(loaded, Knowledge)
    assert [actor.code for actor in loaded.world.actors] == ["ASEAN", "JP", "VN"]
    assert [pack.tag for pack in loaded.packs] == ["xx"]
    assert knowledge.load(root) is loaded


def test_loading_raises_the_first_mistake_by_file_and_line(written):
    root = written({"areas/energy.toml": 'id = "energy"\nname = 3\n', "events/talks.toml": 'id = "talks"\n'})
    with pytest.raises(KnowledgeError) as raised:
        knowledge.load(root)
    assert raised.value.where == "areas/energy.toml:2"
    assert raised.value.remedy


def test_a_folder_that_does_not_exist_is_named(tmp_path):
    with pytest.raises(KnowledgeError, match="no folder of data files"):
        knowledge.load(tmp_path / "nowhere")


def test_all_mistakes_are_told_in_order_of_files_and_lines(written):
    area = 'id = "energy"\nname = 3\ncolour = "red"\n'
    found = knowledge.problems(written({"areas/energy.toml": area, "actors/jp.toml": 'code = "JP"\nname = "Japan"\nkind = "x"\n'}))
    places = [problem.where for problem in found]
    assert places[:3] == ["actors/jp.toml:3", "areas/energy.toml:2", "areas/energy.toml:3"]


def test_the_digest_tells_every_change_of_a_file(written):
    before = knowledge.assemble(written())[0].digest
    assert knowledge.assemble(written())[0].digest == before
    assert knowledge.assemble(written({"areas/energy.toml": 'id = "energy"\nname = "Power"\n'}))[0].digest != before


@pytest.mark.parametrize("name", ["areas.toml", "fruits/apple.toml", "actors/deep/jp.toml"])
def test_a_file_of_no_known_name_is_a_mistake(written, name):
    assert [(problem.where, problem.what) for problem in knowledge.problems(written({name: ""}))] == [
        (f"{name}:1", "no part of the data has a file of this name")
    ]


def test_the_data_of_foedera_is_without_mistakes():
    assert knowledge.problems() == ()


def test_loading_the_data_of_foedera_is_quick():
    start = time.process_time()
    knowledge.assemble()
    assert time.process_time() - start < 4, "1.2 s on a quiet machine"
