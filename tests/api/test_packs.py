import pytest

import foedera
from foedera.api import packs
from foedera.model.problem import Problem
from foedera.plumbing.errors import UsageError


@pytest.fixture(autouse=True)
def no_corpus(monkeypatch):
    """To read a corpus takes seconds: tests name a small one."""
    monkeypatch.setattr(packs, "CORPORA", ())


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


@pytest.fixture
def examples_hold(monkeypatch):
    monkeypatch.setattr(packs, "rehearse", lambda *_: [])


@pytest.mark.usefixtures("examples_hold")
def test_rules_are_tried_on_the_corpus_that_is_named(tmp_path):
    text = "The Prime Minister of Malaysia held talks with the President of Indonesia in Jakarta on 3 March 2024. "
    (tmp_path / "report.txt").write_text(text + "They spoke at length about the trade in palm oil and about the state of the roads.")
    (tmp_path / "empty.txt").write_text("")
    seen = []
    done = foedera.check_packs(["en", "English"], corpus=tmp_path, progress=lambda: seen.append(1))
    assert (done.languages, done.corpus, done.reports) == (("en",), str(tmp_path), (("en", 1),))
    assert len(seen) == 2
    assert [skip.reason for skip in done.skips] == ["empty"]
    silent = {one.name for one in done.unused if one.kind == "rule"}
    assert "en.talks.held" not in silent
    assert "en.exercise.held" in silent
    assert {one.language for one in done.coverage} == {"en"}
    assert {one.kind for one in done.coverage} == {"event", "fact", "modality", "level", "area", "topic", "office"}


@pytest.mark.usefixtures("examples_hold")
def test_without_a_corpus_no_rule_is_told_to_be_silent():
    done = foedera.check_packs(["ms"])
    assert (done.corpus, done.reports) == (None, ())
    assert done.coverage
    assert "rule" not in {one.kind for one in done.unused}


@pytest.mark.usefixtures("examples_hold")
def test_the_corpus_of_the_project_is_called_by_its_place_there(monkeypatch):
    seen = []
    corpus = packs.PROJECT / "examples" / "reports"
    monkeypatch.setattr(packs, "CORPORA", (packs.PROJECT / "nowhere", corpus))
    monkeypatch.setattr(packs, "unheard", lambda items, *_: seen.extend(items) or packs.Hearing())
    assert foedera.check_packs(["ms"]).corpus == "examples/reports"
    assert [item.record for item in seen] == sorted(path.name for path in corpus.iterdir())


def test_a_corpus_that_is_not_there_is_wrong_use(tmp_path):
    with pytest.raises(UsageError, match="no corpus"):
        foedera.check_packs(["ms"], corpus=tmp_path / "none")


def test_where_the_data_is_wrong_nothing_is_counted(monkeypatch):
    loaded, _ = packs.knowledge.assemble()
    mistakes = (Problem(where="languages/ms/pack.toml:1", what="x"),)
    monkeypatch.setattr(packs.knowledge, "assemble", lambda: (loaded, mistakes))
    done = foedera.check_packs(["ms"])
    assert (done.coverage, done.unused) == ((), ())
