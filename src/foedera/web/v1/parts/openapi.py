"""The schemas of answers in `docs/schemas` → the components of the OpenAPI document, and what each operation says of its answers."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from foedera import api

Json = dict[str, Any]
Answers = dict[int | str, dict[str, Any]]
PACKAGE = Path(api.__file__).parents[1]
FOLDERS = (PACKAGE / "docs" / "schemas", PACKAGE.parents[1] / "docs" / "schemas")
"""Where the schemas lie once Foedera is installed, and in the project."""
USED = ("api", "parts", "record", "entry", "report", "relation", "search", "skips", "relations")
REFUSALS = {
    400: "The query is not one that this address knows.",
    404: "There is no such thing.",
    406: "No media type that is accepted is one of this address.",
    412: "The answer is no longer the one that If-Match names.",
    503: "The ledger cannot be used.",
}


WRITES = {
    403: "Another site sent it, or the account or its token does not reach so far.",
    409: "It cannot be ruled so: what is named does not go together.",
    411: "The length of what was sent is not told.",
    413: "What was sent is longer than a ruling can be.",
    415: "What was sent is no JSON.",
    428: "If-Match is missing: nobody rules on what he has not read.",
}


def writes(schema: str, **leads: str) -> Json:
    """What an operation that writes says of its answers; for `leads` see `described`."""
    made = described(schema, **leads)
    answers: Answers = {status: one for status, one in made["responses"].items() if status not in {200, 304}}
    refusal = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/api.problem"}}}
    more = {status: {"description": words, "content": refusal} for status, words in WRITES.items()}
    done = {201: made["responses"][200] | {"description": "What was made; `Location` tells where it can be read."}}
    return made | {"responses": done | answers | more, "status_code": 201}


def described(schema: str, **leads: str) -> Json:
    """What an operation says of its answers: JSON of a schema, or a refusal; and which operation takes what stands where in it.

    `leads` has for an operation the name that it takes, and where that stands: `name=/facts/0/id`.
    """
    content = {"application/json": {"schema": {"$ref": f"#/components/schemas/{schema}"}}}
    links = {name: _link(name, taken) for name, taken in leads.items()}
    return {"responses": {200: {"description": "The answer.", "content": content, "links": links}} | refusals(), "response_model": None}


def _link(operation: str, taken: str) -> Json:
    """`name=/facts/0/id` from the body of the answer, `If-Match=ETag` from its head; what begins with `body.` goes into a body."""
    given = dict(one.split("=") for one in taken.split())
    told = {name: f"$response.body#{at}" if at.startswith("/") else at for name, at in given.items()}
    link: Json = {"operationId": operation, "parameters": {name: at for name, at in told.items() if not name.startswith("body.")}}
    if "If-Match" in link["parameters"]:
        link["parameters"] = {**link["parameters"], "If-Match": f"$response.header.{given['If-Match']}"}
    body = {name.removeprefix("body."): at for name, at in told.items() if name.startswith("body.")}
    return {**link, "requestBody": body} if body else link


def refusals() -> Answers:
    """How every operation may refuse."""
    content = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/api.problem"}}}
    unchanged: Answers = {304: {"description": "The answer is the one that If-None-Match names."}}
    return unchanged | {status: {"description": words, "content": content} for status, words in REFUSALS.items()}


@cache
def components() -> Json:
    """Every schema that answers need, each definition under `file.name`."""
    return dict(sorted((name, schema) for stem in USED for name, schema in _flat(stem, _read(stem))))


def _flat(stem: str, schema: Json) -> Iterator[tuple[str, Json]]:
    for name, part in schema.pop("$defs", {}).items():
        yield f"{stem}.{name}", _rewritten(part, stem)
    schema.pop("$schema", None)
    if set(schema) - {"title"}:
        yield stem, _rewritten(schema, stem)


def _rewritten(part: Any, stem: str) -> Any:  # noqa: ANN401 - any part of a schema
    if isinstance(part, list):
        return [_rewritten(one, stem) for one in part]
    if not isinstance(part, dict):
        return part
    return {key: _address(value, stem) if key == "$ref" else _rewritten(value, stem) for key, value in part.items()}


def _address(ref: str, stem: str) -> str:
    file, _hash, inside = ref.partition("#")
    whole, name = file.removesuffix(".json") or stem, inside.removeprefix("/$defs/")
    return f"#/components/schemas/{whole}.{name}" if name else f"#/components/schemas/{whole}"


def _read(stem: str) -> Json:
    folder = next(folder for folder in FOLDERS if folder.is_dir())
    made: Json = json.loads((folder / f"{stem}.json").read_text(encoding="utf-8"))
    return made
