"""The tools at an address: for names of this machine alone, and for no page of another."""

import os
import subprocess
import sys

import anyio
import pytest

ASKED = {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {"name": "resolve_actor", "arguments": {"name": "Jepun"}}}
FIRST = {
    "jsonrpc": "2.0",
    "id": 0,
    "method": "initialize",
    "params": {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "t", "version": "1"}},
}
HEADERS = {"Accept": "application/json, text/event-stream", "Content-Type": "application/json", "MCP-Protocol-Version": "2025-06-18"}


@pytest.fixture
def client(sdk, ledger):  # noqa: ARG001 - without the SDK there is nothing to try
    from starlette.testclient import TestClient

    from foedera.mcp.serving import made, site

    with TestClient(site(made(ledger)), base_url="http://127.0.0.1:8650") as opened:
        yield opened


def test_a_tool_answers_over_http(client):
    assert client.post("/mcp", json=FIRST, headers=HEADERS).status_code == 200
    answer = client.post("/mcp", json=ASKED, headers=HEADERS)
    assert answer.status_code == 200
    assert answer.json()["result"]["structuredContent"] == {"code": "JP", "name": "Japan"}


@pytest.mark.parametrize(
    "headers", [{"Host": "elsewhere.example"}, {"Host": "127.0.0.1.elsewhere.example:8650"}, {"Origin": "https://elsewhere.example"}]
)
def test_who_asks_under_another_name_or_from_another_page_is_refused(client, headers):
    assert client.post("/mcp", json=ASKED, headers={**HEADERS, **headers}).status_code in {403, 421}


def test_a_client_of_the_sdk_is_answered_at_the_address_that_was_told(sdk, ledger):
    command = [sys.executable, "-m", "foedera", "mcp", "--ledger", str(ledger), "--http", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=dict(os.environ)) as running:
        try:
            address = running.stderr.readline().split()[-1]

            async def story():
                async with sdk.Client(address) as client:
                    answer = await client.call_tool("get_relation", {"a": "JP", "b": "Vietnam"})
                    assert answer.structured_content["level"]["since"] == "2023-11-28"

            anyio.run(story)
        finally:
            running.terminate()
