"""The fuzzer of a running node: what it sends, and what it would notice."""

import asyncio
import json
from collections import Counter
from pathlib import Path
from random import Random
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from cli.reference_page import describe_json_rpc
from tests.fuzz.rpc import Attack, attack
from tests.fuzz.rpc_messages import Messages, calls
from tests.fuzz.rpc_requests import Requests, leaves

DOCUMENT = json.loads(json.dumps(describe_json_rpc()))
METHODS = {method["name"]: method for method in DOCUMENT["methods"]}


def requests(seed: int) -> Requests:
    """A generator that knows one block."""
    return Requests(DOCUMENT, Random(seed), {"^0x(0|[1-9a-fA-F][0-9a-fA-F]*)$": ["0x1"]})


def test_one_seed_makes_one_sequence() -> None:
    """A run can be repeated."""
    first, again, other = (requests(seed) for seed in (1, 1, 2))
    bodies = [first.body() for _ in range(50)]
    assert bodies == [again.body() for _ in range(50)]
    assert bodies != [other.body() for _ in range(50)]


def test_good_calls_fit_the_document_and_reach_every_method() -> None:
    """Values of good calls validate; the wrong ones are wrong on purpose."""
    made, names = requests(3), set()
    for _ in range(4_000):
        call = made._call()
        names.add(call["method"])
        parameters = METHODS[call["method"]]["params"]
        given = call["params"]
        values = given.items() if isinstance(given, dict) else ()
        schemas = {item["name"]: item["schema"] for item in parameters}
        for name, value in values:
            assert Draft202012Validator(schemas[name]).is_valid(value), (call["method"], name)
    assert len(METHODS) * 0.99 < len(names)


def test_every_kind_of_body_is_made() -> None:
    """JSON and none, objects and batches, deep and garbled."""
    made, kinds = requests(4), Counter[str]()
    for _ in range(600):
        try:
            kinds[type(json.loads(made.body())).__name__] += 1
        except (ValueError, RecursionError):
            kinds["no JSON"] += 1
    assert {"dict", "list", "no JSON"} <= set(kinds)
    assert 2 == len(leaves([{"a": 1}]))


def test_messages_of_every_grpc_call_are_made() -> None:
    """Most fit their descriptor, so that they reach the code behind it."""
    made, found = Messages(Random(5)), calls()
    assert len(found) > 50 and any(call.is_stream for call in found)
    for call in found:
        fitting = made.message(call.request).SerializeToString()
        assert type(made.message(call.request)).FromString(fitting) is not None
        assert isinstance(made.request(call), bytes)


@pytest.mark.parametrize(
    "answer",
    [
        {"jsonrpc": "2.0", "id": 1, "error": {"code": -32603, "message": "internal error"}},
        [{"jsonrpc": "2.0", "id": 1, "error": {"code": -32603, "message": "internal error"}}],
        {"result": "Traceback (most recent call last)"},
    ],
)
def test_what_must_not_be_answered_is_noticed(answer: Any) -> None:
    """Internal errors, alone or in a batch, and the text of a trace."""
    found = Attack({}, 0)
    found._judge(json.dumps(answer).encode(), b"asked")
    assert 1 == len(found.findings) and "asked" in found.findings[0]
    found._judge(b"<html>", b"asked")
    assert 2 == len(found.findings)
    found._judge(b'{"result": 1}', b"fine")
    found._judge(b"", b"fine")
    assert 2 == len(found.findings)


@pytest.mark.e2e
@pytest.mark.timeout(180)
def test_a_running_node_stands_it(tmp_path: Path) -> None:
    """A short run against a process: no fault, no trace, every request answered, blocks go on."""
    found = asyncio.run(attack(tmp_path / "home", 600, seed=11, development=False))
    assert [] == list(found.findings)
    assert 600 == sum(found.counts[door] for door in ("HTTP", "WebSocket", "gRPC"))
    assert found.counts["results"] > 50 and found.counts["errors"] > 50
