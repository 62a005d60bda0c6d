"""The interface for programs over the examples: pages, tags, refusals, files, and what its documents say of it."""

import csv
import io
import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import foedera

ROOT = Path(__file__).resolve().parents[3]
HOME = "/api/v1"
LISTS = ("events", "levels", "commitments", "mechanisms", "instruments", "people", "facts", "relations", "reports", "skips", "changes")


@pytest.fixture(scope="module")
def api(desk):
    return lambda path, **headers: desk.get(f"{HOME}/{path}", headers=headers)


@pytest.fixture(scope="module")
def document(api):
    return api("openapi.json").json()


def walked(desk, name, path):
    found, at, pages = [], f"{HOME}/{path}", 0
    while at:
        answer = desk.get(at)
        assert answer.status_code == 200, answer.text
        made = answer.json()
        assert answer.links.get("next", {}).get("url") == made["next_url"]
        found, at, pages = found + made[name], made["next_url"], pages + 1
    return found, pages


def test_the_document_is_openapi_and_each_of_its_schemas_is_one(document):
    assert document["openapi"].startswith("3.1")
    assert document["servers"] == [{"url": HOME}]
    for schema in document["components"]["schemas"].values():
        Draft202012Validator.check_schema(schema)
    text = json.dumps(document)
    refs = {part.split('"')[0] for part in text.split('"$ref": "#/components/schemas/')[1:]}
    assert refs <= set(document["components"]["schemas"])


def test_every_address_is_described_and_no_other(document):
    words = (ROOT / "docs" / "http.md").read_text(encoding="utf-8")
    told = {line.split("`")[1] for line in words.splitlines() if line.startswith("| `/api/v1/")}
    assert told == {HOME + path for path in document["paths"]} | {f"{HOME}/openapi.json"}


@pytest.mark.parametrize("name", LISTS)
def test_pages_of_a_list_put_together_are_the_list(desk, name):
    whole, _one = walked(desk, name, f"{name}?limit=500")
    small, pages = walked(desk, name, f"{name}?limit=3")
    assert small == whole
    assert pages == max(1, -(-len(whole) // 3))


def test_an_entry_is_the_same_as_from_the_command(api, ledger):
    event = foedera.events(ledger=ledger, party=["JP", "VN"])[0]
    assert api(f"entries/{event.id}").json() == foedera.api.answers.entry(event)
    assert event.id in {one["id"] for one in api("events?party=JP&party=VN&limit=500").json()["events"]}
    assert api("relations/JP/VN").json() == foedera.api.answers.relation(foedera.relation("JP", "VN", ledger=ledger))


def test_who_has_an_answer_is_spared_it(api, desk):
    for path in ("events", "relations/JP/VN", "events.csv"):
        tag = api(path).headers["etag"]
        again = api(path, **{"If-None-Match": f'"other", {tag}'})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
        assert api(path, **{"If-Match": '"other"'}).status_code == 412
        assert api(path, **{"If-Match": tag}).status_code == 200
        heads = desk.head(f"{HOME}/{path}")
        assert (heads.status_code, heads.content, heads.headers["etag"]) == (200, b"", tag)


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("events?colour=red", 400),
        ("events?limit=501", 400),
        ("events?limit=1&limit=2", 400),
        ("events?party=ZZ", 400),
        ("events?from=2024-02-30", 400),
        ("events?from=2024-02-02&to=2024-02-01", 400),
        ("events?cursor=nonsense", 400),
        ("events.docx", 404),
        ("entries/0000000000000000", 404),
        ("entries/nonsense", 404),
        ("reports/0000000000000000", 404),
        ("relations/JP/ZZ", 404),
        ("relations/JP/JP", 404),
        ("actors/resolve?name=Atlantis", 404),
        ("nowhere", 404),
    ],
)
def test_a_refusal_is_a_problem_with_its_number(api, document, path, status):
    answer = api(path)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    assert answer.json()["status"] == status
    Draft202012Validator(document["components"]["schemas"]["api.problem"]).validate(answer.json())


def test_it_can_only_be_read_and_answers_in_what_it_has(desk, api):
    refused = desk.post(f"{HOME}/events")
    assert (refused.status_code, refused.headers["allow"], refused.json()["status"]) == (405, "GET, HEAD", 405)
    assert refused.headers["content-type"] == "application/problem+json"
    assert api("events", Accept="text/html").status_code == 406
    assert api("events", Accept="text/html, */*;q=0.1").status_code == 200
    assert desk.get(f"{HOME}/events", headers={"Host": "elsewhere.example"}).json()["status"] == 400


def test_names_in_any_language_lead_to_the_code(api):
    assert api("actors/resolve?name=Nhật Bản").json()["code"] == api("actors/resolve?name=Jepun").json()["code"] == "JP"


@pytest.mark.parametrize("kind", ["event", "level", "commitment", "mechanism", "instrument", "person"])
def test_a_file_holds_the_whole_list_of_its_kind_alone(api, kind):
    plural = {"person": "people"}.get(kind, f"{kind}s")
    rows = list(csv.DictReader(io.StringIO(api(f"{plural}.csv?party=VN").text)))
    assert {row["kind"] for row in rows} == {kind}
    assert {row["id"] for row in rows} == {one["id"] for one in api(f"{plural}?party=VN&limit=500").json()[plural]}
    lines = [json.loads(line) for line in api(f"{plural}.jsonl?party=VN").text.splitlines()]
    assert lines[-1] == {"schema_version": 1, "item": "end", "rows": {kind: len(rows)}}


FILES = {
    "event": [f"events.{form}" for form in ("parquet", "atom", "ics", "geojson")],
    None: [
        *(f"entries.{form}" for form in ("jsonl", "jsonld", "sqlite")),
        *(f"reports.{form}" for form in ("ris", "bibtex", "csl")),
        *(f"relations.{form}" for form in ("graphml", "gexf")),
    ],
}


@pytest.mark.parametrize(("path", "kind"), [(path, kind) for kind, paths in FILES.items() for path in paths])
def test_a_file_is_sent_with_its_length_and_is_the_export(api, ledger, path, kind):
    made = io.BytesIO()
    foedera.export(path.partition(".")[2], made, ledger=ledger, kind=kind)
    answer = api(path)
    assert answer.content == made.getvalue()
    assert int(answer.headers["content-length"]) == len(answer.content)


def test_a_ledger_that_is_gone_is_told_as_a_problem(opened, tmp_path):
    answer = opened(tmp_path / "none.db").get(f"{HOME}/events")
    assert (answer.status_code, answer.headers["content-type"]) == (503, "application/problem+json")
