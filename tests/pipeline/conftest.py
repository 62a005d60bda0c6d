from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def nouns():
    """The short makers of facts and reports in `tests/nouns.py`."""
    spec = spec_from_file_location("nouns", Path(__file__).parent.parent / "nouns.py")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def scripted(nouns, monkeypatch):
    """The steps without the extraction: a line `2023-11-27 words` is read as talks on that day; `sport` is about no state."""
    from dataclasses import replace
    from types import SimpleNamespace

    from foedera.model.document import Skip
    from foedera.pipeline import read, rebuild

    seen = []

    def reader(article, knowledge):
        seen.append(article)
        made = replace(article, lang=article.lang or "en")
        if "sport" in article.text:
            skip = Skip(reason="not_interstate", detail="sport", location=article.location, document=article.id)
            return nouns.reading(made, interstate=False, parties=(), skips=(skip,), digest=knowledge.digest)
        facts, at = [], 0
        for line in article.text.splitlines(keepends=True):
            words = line.strip()
            facts += [nouns.event(words.split()[0], document=article.id, start=at, quote=words)] if words[:1].isdigit() else []
            at += len(line)
        return nouns.reading(made, facts, digest=knowledge.digest)

    for module in (read, rebuild):
        monkeypatch.setattr(module, "extraction", SimpleNamespace(read=reader))
    return seen
