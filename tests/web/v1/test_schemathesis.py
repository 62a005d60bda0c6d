"""Made-up requests of schemathesis against the interface for programs, in each store: all checks, and chains of requests by its links."""

import os

import pytest

import foedera

SHORT = 2
"""Values of a long list of choices that are tried; there are hundreds of codes."""
EXAMPLES = 3
TAKEN = ["2xx", "3xx", "404", "409", "412"]
"""Answers to what fits its schema: a made-up tag is never that of an entry, and a made-up id is of nothing."""


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def store(request, tmp_path_factory, ledger):
    folder = tmp_path_factory.mktemp("copy")
    copy, place = folder / "backup", str(folder / "t.db")
    if request.param == "postgres":
        place = request.getfixturevalue("server").new()
    foedera.backup(copy, ledger=ledger)
    foedera.restore(copy, ledger=place)
    return place


@pytest.fixture(scope="module")
def schemathesis():
    try:
        import schemathesis
        import schemathesis.engine
    except ImportError as error:
        (pytest.fail if os.environ.get("FOEDERA_REQUIRE") == "all" else pytest.skip)(f"schemathesis cannot be used: {error}")
    return schemathesis


def at_home(site):
    """The same site for a client that does not say under which name it asks."""

    async def app(scope, receive, send):
        if scope["type"] == "http":
            named = [(name, value) for name, value in scope["headers"] if name != b"host"]
            scope = {**scope, "headers": [*named, (b"host", b"127.0.0.1")]}
        await site(scope, receive, send)

    return app


def shortened(part):
    if isinstance(part, list):
        return [shortened(one) for one in part]
    if not isinstance(part, dict):
        return part
    return {key: value[:SHORT] if key == "enum" and len(value) > 20 else shortened(value) for key, value in part.items()}


def in_order(query):
    """Whether an interval holds a day; that it does is the one thing that a schema cannot say."""
    start, end = query.get("from"), query.get("to")
    return not (isinstance(start, str) and isinstance(end, str)) or start <= end


def test_no_request_breaks_it_and_every_reply_fits_its_schema(store, opened, schemathesis):
    from schemathesis.engine import events, from_schema

    from foedera.web.parts.application import application

    document = shortened(opened(store).get("/api/v1/openapi.json").json())
    whole = not store.startswith("postgres")
    config = schemathesis.Config.from_dict(
        {
            "seed": 1,
            "checks": {"positive_data_acceptance": {"expected-statuses": TAKEN}, "missing_required_header": {"expected-statuses": ["428"]}},
            "generation": {"max-examples": EXAMPLES},
            "phases": {"coverage": {"enabled": whole, "unexpected-methods": ["POST"]}},
        }
    )
    schema = schemathesis.openapi.from_dict(document, config=config)
    schema.app, schema.location = at_home(application(store)), "/api/v1/openapi.json"
    schema.hooks.hook("filter_query")(lambda _context, query: in_order(query or {}))
    failed, done, phases = [], 0, {}
    for event in from_schema(schema).execute():
        assert not isinstance(event, events.FatalError), event
        if isinstance(event, events.PhaseFinished):
            phases[event.phase.name.value] = event.status.value
        if isinstance(event, events.ScenarioFinished):
            done += len(event.recorder.interactions)
            for name, checks in event.recorder.checks.items():
                case = event.recorder.cases[name].value
                failed += [(case.as_curl_command(), one.name, one.failure_info.failure) for one in checks if one.failure_info]
    assert failed == []
    assert done > 80
    assert phases["fuzzing"] == phases["stateful"] == "success"
