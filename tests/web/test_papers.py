"""The papers: all of them are there, every link leads somewhere, and what they tell of the program is so."""

import re
import shlex
import subprocess
from pathlib import Path

import pytest
import reading
import typer.main

import foedera
from foedera.cli.app import application
from foedera.web.parts import site
from foedera.web.parts.markdown import rendered, slug
from foedera.web.parts.shelf import papers, target
from foedera.web.v1.application import described

ROOT = Path(__file__).resolve().parents[2]
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SHELL = {"", "console", "sh", "bash"}
MADE = {"reference-commands", "reference-exports", "reference-http", "reference-python", "reference-rules"}


def paper(name):
    return papers()[name].text


def test_every_paper_of_the_project_and_every_made_one_is_there():
    files = list((ROOT / "docs").rglob("*.md"))
    assert len(papers()) == len(files) + len(MADE) + 1
    assert {name for name, one in papers().items() if one.made} == MADE
    assert {"index", "tutorial", "method", "comparison", "security", "stability", "contributing", "languages-vi"} <= set(papers())


def test_no_link_of_a_paper_leads_nowhere():
    assert list(site.broken(ROOT)) == []


def test_a_link_that_leads_nowhere_is_told(monkeypatch):
    lost = "# A\n\n[b](none.md) [c](tutorial.md#nothing) [d](https://example.org) [e](#a)"
    monkeypatch.setattr("foedera.web.parts.site.papers", lambda: {**papers(), "index": type(papers()["index"])(name="index", text=lost)})
    assert list(site.broken(ROOT)) == ["index: none.md leads nowhere", "index: tutorial.md#nothing names no place on tutorial"]


def test_all_papers_are_reached_from_the_first_and_are_pages_of_the_desk(desk):
    home = desk.get("/docs")
    seen, waiting = {}, ["/docs"]
    while waiting:
        path = waiting.pop()
        if path not in seen:
            seen[path] = answer = desk.get(path)
            assert answer.status_code == 200, path
            page = reading.document(answer)
            waiting += [href.partition("#")[0] for href in page.xpath("//main//a/@href") if href.startswith("/docs")]
            assert len(page.xpath("//h1")) == 1, path
            assert page.xpath("//script|//style|//@style|//img") == []
    linked = {path.removeprefix("/docs").removeprefix("/") for path in seen}
    decisions = {name for name in papers() if name.startswith("decisions-")}
    assert set(papers()) - linked - decisions == {"index"}
    assert "Beside other systems" in home.text


def test_a_paper_has_a_twin_and_one_that_is_not_there_is_told(desk):
    twin = desk.get("/docs/tutorial.json").json()
    assert twin["name"] == "tutorial"
    assert twin["markdown"].startswith(f"# {twin['title']}")
    assert desk.get("/docs.json").json()["name"] == "index"
    assert desk.get("/docs/none").status_code == 404


def test_the_folder_of_pages_needs_no_server(tmp_path):
    assert site.written(tmp_path) == len(papers())
    for path in tmp_path.glob("*.html"):
        page = reading.document(type("", (), {"content": path.read_bytes()}))
        for href in page.xpath("//@href"):
            assert href.startswith(("http", "#")) or (tmp_path / href.partition("#")[0]).is_file(), (path.name, href)


def test_every_command_address_verb_and_form_is_in_the_references():
    for name in typer.main.get_command(application()).commands:
        assert f"`foedera {name}" in paper("reference-commands")
    for path in described()["paths"]:
        assert f"/api/v1{path}`" in paper("reference-http")
    assert all(f"## `{verb}`" in paper("reference-python") for verb in foedera.__all__)
    assert all(f"| `{form}` |" in paper("reference-exports") for form in foedera.export_forms())
    assert all(f"| {event.id} |" in paper("reference-rules") for event in foedera.world().events)


def test_every_address_and_every_form_of_export_has_its_words():
    told = paper("http")
    for path in described()["paths"]:
        words = re.sub(r"\.\w+$", ".{form}", path)
        assert f"`/api/v1{path}`" in told or f"`/api/v1{words}`" in told, path
    assert all(f"`{form}`" in paper("commands") for form in foedera.export_forms())


def examples():
    for name, one in papers().items():
        for language, block in FENCE.findall(one.text):
            if language in SHELL and not one.made:
                lines = block.replace("\\\n", " ").splitlines()
                asked = [line[2:] for line in lines if line.startswith("$ ")] if "$ " in block else lines
                yield from ((name, line) for line in asked if re.match(r"(foedera|\./run|curl|pip) ", line))


@pytest.mark.parametrize(("name", "line"), list(examples()))
def test_every_example_for_the_shell_can_be_read_by_it_and_by_us(name, line):
    done = subprocess.run(["bash", "-n", "-c", line], capture_output=True, text=True, check=False)
    assert done.returncode == 0, (name, done.stderr)
    words = shlex.split(line, comments=True)
    if words[0] == "foedera":
        ends = [place for place, word in enumerate(words) if word in {"|", ">", "&&"}]
        command, words = typer.main.get_command(application()), words[1 : min(ends, default=len(words))]
        while hasattr(command, "commands"):
            command, words = command.commands[words[0]], words[1:]
        if not {"PATH...", "FILE...", "PLACE..."} & set(words):
            command.make_context(command.name, words)
    elif words[0] == "./run":
        assert f"\n{words[1]})" in (ROOT / "run").read_text(encoding="utf-8"), line


def test_there_are_examples_in_the_papers():
    assert len(list(examples())) > 12


def test_markup_in_a_paper_is_text_and_heads_can_be_told_apart():
    page = rendered("# A <b>b</b>\n\n## x `y`\n\n## x y\n\n<script>a()</script>\n\n| | n |\n|---|---|\n| 1 | 2 |\n", lambda _link: None)
    assert page.title == "A <b>b</b>"
    assert page.heads == (("x-y", "x y"), ("x-y-1", "x y"))
    assert "<script>" not in page.html
    assert "<th></th>" not in page.html
    assert slug("Foedera, in `Python`") == "foedera-in-python"


def test_links_are_found_from_where_a_paper_lies():
    assert target("languages/vi.md#figures", papers()["index"]) == ("languages-vi", "figures")
    assert target("../measured.md", papers()["languages-vi"]) == ("measured", "")
    assert target("../CONTRIBUTING.md", papers()["index"]) == ("contributing", "")
    assert target("docs/data.md", papers()["contributing"]) == ("data", "")
    assert target("schemas/", papers()["http"]) is None
