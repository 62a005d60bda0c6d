import pytest

import foedera
from foedera.api import packs
from foedera.model.problem import Problem
from foedera.plumbing.errors import UsageError


def test_a_name_means_a_code():
    assert foedera.actor("Jepun") == "JP"


def test_names_are_those_of_the_world():
    assert foedera.names().actor("VN") == "Vietnam"


def test_the_check_is_of_the_languages_asked_for(monkeypatch):
    monkeypatch.setattr(packs, "rehearse", lambda _, tags: [Problem(where=tag, what="x") for tag in tags])
    assert [problem.where for problem in foedera.check_packs(["Malay"]).problems] == ["ms"]
    assert foedera.check_packs(["ms", "en"]).languages == ("ms", "en")
    assert "vi" in foedera.check_packs().languages


def test_a_mistake_in_the_data_is_told_before_any_rule_is_tried(monkeypatch):
    loaded, _ = packs.knowledge.assemble()
    mistakes = (Problem(where="languages/ms/pack.toml:1", what="x"), Problem(where="actors/jp.toml:1", what="x"))
    monkeypatch.setattr(packs.knowledge, "assemble", lambda: (loaded, mistakes))
    assert foedera.check_packs(["ms"]).problems == mistakes
    assert foedera.check_packs(["vi"]).problems == mistakes[1:]


def test_a_language_whose_pack_could_not_be_made_is_told_its_mistakes(monkeypatch):
    loaded, _ = packs.knowledge.assemble()
    mistakes = (Problem(where="languages/eo/pack.toml:7", what="x"),)
    monkeypatch.setattr(packs.knowledge, "assemble", lambda: (loaded, mistakes))
    assert foedera.check_packs(["eo"]).problems == mistakes
    assert "eo" in foedera.check_packs().languages


def test_a_language_without_a_pack_is_refused():
    with pytest.raises(UsageError):
        foedera.check_packs(["xx"])
