"""JSON-RPC 2.0 by the letter, and what clients get wrong."""

import asyncio
import logging
from typing import Any

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rpc.config import RpcLimits
from rpc.dispatcher import Dispatcher, encode_failure, encode_notification
from rpc.errors import InvalidRequest
from rpc.methods import collect, method
from rpc.turns import Turns


class Sample:
    """A few methods."""

    def __init__(self) -> None:
        self.calls = 0

    @method("sample_count")
    def count(self) -> int:
        """How often it was called."""
        self.calls += 1
        return self.calls

    @method("sample_fail")
    def fail(self) -> None:
        """Our own bug, with a secret in it."""
        raise KeyError("secret")

    @method("sample_long")
    def long(self) -> str:
        """A long answer."""
        return "x" * 1_000

    @method("sample_sleep")
    async def sleep(self) -> str:
        """Longer than anyone waits."""
        await asyncio.sleep(5)
        return "done"

    @method("sample_own_timeout")
    async def own_timeout(self) -> None:
        """A timeout that is the method's own bug, not the deadline."""
        raise TimeoutError("secret")

    @method("sample_unwritable")
    def unwritable(self) -> int:
        """A number that JSON cannot carry exactly."""
        return 2**70


LIMITS = RpcLimits(batch_items_max=5, reply_bytes_max=2_500, json_depth_max=8, answer_s=0.1)


def answer(body: Any) -> Any:
    """Return the decoded reply to a body, given as bytes or as JSON data."""
    raw = body if isinstance(body, bytes) else orjson.dumps(body)
    reply = asyncio.run(Dispatcher(collect([Sample()]), LIMITS).answer(raw))
    return None if reply is None else orjson.loads(reply)


def request(name: str = "sample_count", **fields: Any) -> dict[str, Any]:
    """Return a request object."""
    return {"jsonrpc": "2.0", "id": 1, "method": name, **fields}


def error(code: int, message: str, request_id: Any = None) -> dict[str, Any]:
    """Return an error reply."""
    return {"jsonrpc": "2.0", "id": request_id, "error": {"code": code, "message": message}}


@pytest.mark.parametrize("request_id", [1, "a", None, 0, -5, 2**53, 2**64 - 1, 1.5])
def test_the_id_comes_back_as_it_was(request_id: Any) -> None:
    """Text, numbers and null are echoed; a null id is a call, not a notification."""
    assert {"jsonrpc": "2.0", "id": request_id, "result": 1} == answer(request(id=request_id))


@pytest.mark.parametrize(
    "body", [b"", b"{", b"nonsense", b"\xff\xfe", b'{"a": NaN}', b"[1,", b'"\xed\xa0\x80"']
)
def test_what_is_no_json_is_a_parse_error(body: bytes) -> None:
    """Cut, binary and non-UTF-8 bodies are told apart from wrong requests."""
    assert error(-32700, "parse error") == answer(body)


@pytest.mark.parametrize(
    "body",
    [
        1,
        "x",
        None,
        True,
        {},
        {"jsonrpc": "2.0"},
        {"method": "sample_count"},
        {"jsonrpc": "1.0", "method": "sample_count"},
        {"jsonrpc": 2.0, "method": "sample_count"},
        {"jsonrpc": "2.0", "method": 5},
        {"jsonrpc": "2.0", "method": ""},
        {"jsonrpc": "2.0", "method": ["sample_count"]},
        {"jsonrpc": "2.0", "id": {}, "method": "sample_count"},
        {"jsonrpc": "2.0", "id": [1], "method": "sample_count"},
        {"jsonrpc": "2.0", "id": True, "method": "sample_count"},
        b'{"jsonrpc": "2.0", "id": 123456789012345678901234567890, "method": "sample_count"}',
    ],
)
def test_what_is_no_request_is_an_invalid_request(body: Any) -> None:
    """JSON that is not a JSON-RPC 2.0 request is answered with a null id."""
    assert error(-32600, "invalid request") == answer(body)


def test_an_invalid_request_keeps_its_readable_id() -> None:
    """Where the id can be read it is echoed, so that the client finds its mistake."""
    assert error(-32600, "invalid request", 7) == answer({"id": 7, "method": "sample_count"})


def test_unknown_methods_are_named() -> None:
    """The error says which method is missing; a silly name is cut."""
    text = "the method x_y does not exist/is not available"
    assert error(-32601, text, 1) == answer(request("x_y"))
    assert len(answer(request("x" * 10_000))["error"]["message"]) < 200


def test_notifications_run_without_an_answer() -> None:
    """A request without id does its work and stays silent, also when it fails."""
    notification = {"jsonrpc": "2.0", "method": "sample_count"}
    assert answer(notification) is None
    assert answer({"jsonrpc": "2.0", "method": "sample_fail"}) is None
    assert answer({"jsonrpc": "2.0", "method": "x_y"}) is None
    assert [2] == [item["result"] for item in answer([notification, request()])]
    assert answer([notification, notification]) is None


def test_batches_keep_their_order() -> None:
    """Each item is answered in place, the failed ones too."""
    replies = answer([request(id="a"), request("x_y", id="b"), 5, request(id="c")])
    assert ["a", "b", None, "c"] == [reply["id"] for reply in replies]
    assert [1, 2] == [reply["result"] for reply in replies if "result" in reply]


def test_empty_batches_are_refused() -> None:
    """An empty list is no batch."""
    assert error(-32600, "empty batch") == answer([])


def test_long_batches_are_refused_whole() -> None:
    """One item too many and nothing runs; the error carries the first id."""
    assert 5 == len(answer([request()] * 5))
    assert [error(-32600, "batch too large", 9)] == answer([1, request(id=9), *[request()] * 4])


def test_long_replies_are_cut_at_an_item() -> None:
    """What stands behind the limit is answered with an error each; notifications are not."""
    notification = {"jsonrpc": "2.0", "method": "sample_count"}
    replies = answer([*[request("sample_long")] * 3, notification, request(id=4)])
    assert 4 == len(replies)
    assert error(-32003, "response too large", 4) == replies[3]


def test_long_batches_let_others_work() -> None:
    """Where an item has used up the slice, everybody else has a turn before the next."""

    async def play() -> int:
        turns = 0

        async def other() -> None:
            nonlocal turns
            while True:
                await asyncio.sleep(0)
                turns += 1

        task = asyncio.create_task(other())
        dispatcher = Dispatcher(collect([Sample()]), RpcLimits())
        dispatcher._turns = Turns(slice_s=0.0)
        await dispatcher.answer(orjson.dumps([request()] * 1_000))
        task.cancel()
        return turns

    assert asyncio.run(play()) > 900


def test_deep_nesting_is_refused_without_recursion() -> None:
    """A depth bomb is refused whether or not it is valid JSON, and costs nothing."""
    deep = b'{"jsonrpc":"2.0","id":1,"method":"sample_count","params":' + b"[" * 20 + b"]" * 20
    assert error(-32600, "nested deeper than 8 levels") == answer(deep + b"}")
    assert error(-32700, "parse error") == answer(b"[" * 100_000)
    assert error(-32700, "parse error") == answer(b"[" * 100_000 + b"]" * 100_000)
    wide = request(params=[[]] * 50)
    assert -32602 == answer(wide)["error"]["code"]


def test_a_body_of_very_many_values_is_refused_unread() -> None:
    """Reading millions of values would hold everybody up: they are counted by their commas."""
    limit = RpcLimits().json_values_max
    refusal = error(-32600, f"more than {limit} values in one request")
    assert refusal == answer(b"[" + b"1," * limit + b"1]")
    assert "batch too large" == answer(b"[" + b"1," * (limit - 1) + b"1]")[0]["error"]["message"]
    assert -32602 == answer(request(params=[1] * (limit - 20)))["error"]["code"]


def test_long_answers_time_out() -> None:
    """The deadline is one for the whole body: what still runs is given up, what is quick is not."""
    timed_out = "request timed out"
    assert error(-32002, timed_out, 1) == answer(request("sample_sleep"))
    replies = answer([request("sample_sleep"), request("sample_sleep", id=2), request(id=3)])
    assert [error(-32002, timed_out, 1), error(-32002, timed_out, 2)] == replies[:2]
    assert 1 == replies[2]["result"]
    assert error(-32603, "internal error", 1) == answer(request("sample_own_timeout"))


def test_our_own_bugs_are_logged_not_told(caplog: pytest.LogCaptureFixture) -> None:
    """No trace of ours and no value of ours is ever in an answer; the log has both."""
    with caplog.at_level(logging.ERROR):
        assert error(-32603, "internal error", 1) == answer(request("sample_fail"))
        assert error(-32603, "internal error", 1) == answer(request("sample_unwritable"))
    assert "secret" in caplog.text
    assert "Traceback" in caplog.text


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**64 - 1) | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)
ALMOST = st.fixed_dictionaries(
    {"jsonrpc": st.just("2.0") | JSON, "method": st.sampled_from(["sample_count", "x"]) | JSON},
    optional={"id": JSON, "params": JSON},
)


def check_reply(reply: Any) -> None:
    """Assert that a reply is one of JSON-RPC 2.0."""
    assert reply["jsonrpc"] == "2.0"
    assert ("result" in reply) != ("error" in reply)
    assert "Traceback" not in str(reply)
    if "error" in reply:
        assert isinstance(reply["error"]["code"], int)
        assert reply["error"]["code"] != -32603, reply


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=200) | JSON.map(orjson.dumps) | ALMOST.map(orjson.dumps))
def test_anything_gets_a_proper_answer(body: bytes) -> None:
    """Whatever arrives, the reply is valid JSON-RPC and never an internal error."""
    reply = answer(body)
    for item in reply if isinstance(reply, list) else [reply]:
        if item is not None:
            check_reply(item)


def test_news_have_the_shape_clients_expect() -> None:
    """A subscription's message is eth_subscription with its id and result."""
    assert {
        "jsonrpc": "2.0",
        "method": "eth_subscription",
        "params": {"subscription": "0x1", "result": [1]},
    } == orjson.loads(encode_notification("0x1", [1]))
    assert error(-32600, "x") == orjson.loads(encode_failure(InvalidRequest("x")))
