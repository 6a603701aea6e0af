"""trace_*: flat lists of what happened, found by block, transaction, place and account."""

from typing import Any

import pytest

from rpc.config import RpcConfig, RpcLimits
from tests.chain.vm.ground import CALL, forwarder
from tests.rpc.stage import (
    ACCOUNTS,
    COUNTER,
    REVERTER,
    SPINNER,
    STRANGER,
    VALIDATOR,
    StageBackend,
    hex_of,
)
from tests.rpc.tracers.asking import Asker

TRACE, DIFF = "trace", "stateDiff"


def chain(blocks: int = 3, **limits: Any) -> tuple[Asker, list[str]]:
    """Blocks in which account 0 calls the counter and account 1 pays the stranger."""
    backend = StageBackend()
    hashes = []
    for _ in range(blocks):
        hashes.append(hex_of(backend.send(0, COUNTER)))
        hashes.append(hex_of(backend.send(1, STRANGER, value_wei=5)))
        backend.make_block()
    return Asker(backend, RpcConfig(limits=RpcLimits(**limits))), hashes


def test_a_block_has_the_traces_of_its_transactions() -> None:
    """Each with its place; a block that is not there has none, nor has genesis."""
    ask, _ = chain()
    traces = ask.rpc("trace_block", "0x2")
    assert {trace["blockNumber"] for trace in traces} == {2}
    assert [trace["transactionPosition"] for trace in traces] == [0, 1]
    assert ask.rpc("trace_block", "0x63") is None
    assert ask.rpc("trace_block", "0x0") == []
    for trace in traces:
        assert ask.rpc("trace_transaction", trace["transactionHash"]) == [trace]


def test_transactions_that_are_not_there_have_no_traces() -> None:
    """Null, as OpenEthereum answered."""
    ask, _ = chain()
    missing = "0x" + "01" * 32
    assert ask.rpc("trace_transaction", missing) is None
    assert ask.rpc("trace_get", missing, []) is None


def test_a_trace_is_found_by_its_address() -> None:
    """The root has no address, its calls have one number more each."""
    backend = StageBackend()
    code = forwarder(CALL, REVERTER)
    init = b"\x60" + bytes((len(code),)) + b"\x80\x60\x09\x3d\x39\x3d\xf3"
    init = init.ljust(9, b"\x00") + code
    made = hex_of(backend.send(0, None, init, gas_limit=1_000_000))
    backend.make_block()
    ask = Asker(backend)
    contract = ask.rpc("eth_getTransactionReceipt", made)["contractAddress"]
    sent = hex_of(backend.send(0, bytes.fromhex(contract[2:])))
    backend.make_block()
    root, below = ask.rpc("trace_transaction", sent)
    assert ask.rpc("trace_get", sent, []) == root
    assert ask.rpc("trace_get", sent, ["0x0"]) == below
    assert ask.rpc("trace_get", sent, ["0x1"]) is None
    assert (below["error"], below["traceAddress"]) == ("Reverted", [0])
    assert (root["subtraces"], below["subtraces"]) == (1, 0)
    (creation,) = ask.rpc("trace_transaction", made)
    assert creation["type"] == "create"
    assert creation["result"]["address"] == contract


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        ({}, 6),
        ({"fromAddress": [hex_of(ACCOUNTS[0])]}, 3),
        ({"toAddress": [hex_of(STRANGER)]}, 3),
        ({"fromAddress": [hex_of(ACCOUNTS[0])], "toAddress": [hex_of(STRANGER)]}, 6),
        (
            {
                "fromAddress": [hex_of(ACCOUNTS[0])],
                "toAddress": [hex_of(STRANGER)],
                "mode": "intersection",
            },
            0,
        ),
        ({"fromAddress": [hex_of(VALIDATOR)]}, 0),
        ({"after": 4}, 2),
        ({"count": 4}, 4),
        ({"after": 1, "count": 2, "toAddress": [hex_of(STRANGER)]}, 2),
    ],
)
def test_filters_find_what_they_describe(wanted: dict[str, Any], count: int) -> None:
    """By sender, by recipient, by either or both, and page by page."""
    ask, _ = chain()
    found = ask.rpc("trace_filter", {"fromBlock": "0x1", "toBlock": "latest", **wanted})
    assert len(found) == count


def test_a_page_follows_the_other() -> None:
    """Pages of two are together what one page of all is."""
    ask, _ = chain()
    wanted = {"fromBlock": "0x1", "toBlock": "0x3"}
    pages = [ask.rpc("trace_filter", wanted | {"after": at, "count": 2}) for at in (0, 2, 4, 6)]
    together = [trace for page in pages for trace in page]
    assert together == ask.rpc("trace_filter", wanted)


def test_filters_are_bounded() -> None:
    """Too many blocks, accounts or traces are refused, with a range that works."""
    ask, _ = chain(3, trace_blocks_max=2, traces_max=3, log_terms_max=2)
    code, message = ask.error("trace_filter", {"fromBlock": "0x1", "toBlock": "0x3"})
    assert (code, message.split(", ")[1]) == (-32602, "retry with the range 0x1-0x2")
    code, message = ask.error("trace_filter", {"fromBlock": "0x1", "toBlock": "0x2"})
    assert (code, message.startswith("query exceeds max results 3")) == (-32005, True)
    many = {"fromAddress": [hex_of(account) for account in ACCOUNTS]}
    assert ask.error("trace_filter", many)[0] == -32602
    for wrong in ({"mode": "both"}, {"after": -1}, {"count": "0x1"}, {"toAddress": "0x"}):
        assert ask.error("trace_filter", wrong)[0] == -32602


def test_a_call_shows_what_it_was_asked_for() -> None:
    """Traces, changes, or both; what was not asked for is empty."""
    ask, _ = chain()
    call = {"to": hex_of(COUNTER)}
    shown = ask.rpc("trace_call", call, [TRACE, DIFF])
    assert int(shown["output"], 16) == 4
    assert shown["trace"][0]["action"]["to"] == hex_of(COUNTER)
    three, four = ("0x" + f"{number:064x}" for number in (3, 4))
    zero = "0x" + "00" * 32
    changed = shown["stateDiff"][hex_of(COUNTER)]
    assert changed["storage"] == {zero: {"*": {"from": three, "to": four}}}
    assert (changed["balance"], changed["code"]) == ("=", "=")
    assert ask.rpc("trace_call", call, [TRACE])["stateDiff"] is None
    assert ask.rpc("trace_call", call, [DIFF], "0x1")["trace"] == []
    assert ask.error("trace_call", call, ["vmTrace"])[0] == -32602


def test_replays_show_the_same_as_traces() -> None:
    """trace_replay* are trace_transaction without places, and say what changed."""
    ask, hashes = chain()
    shown = ask.rpc("trace_replayTransaction", hashes[1], [TRACE, DIFF])
    assert shown["transactionHash"] == hashes[1]
    assert shown["stateDiff"][hex_of(STRANGER)] == {
        "balance": {"+": "0x5"},
        "nonce": {"+": "0x0"},
        "code": {"+": "0x"},
        "storage": {},
    }
    sender = shown["stateDiff"][hex_of(ACCOUNTS[1])]
    assert sender["nonce"] == {"*": {"from": "0x0", "to": "0x1"}}
    block = ask.rpc("trace_replayBlockTransactions", "0x1", [TRACE, DIFF])
    assert block[1] == shown
    assert [item["transactionHash"] for item in block] == hashes[:2]


def test_errors_and_time_are_bounded() -> None:
    """A traced call ends in time, as one of debug_ does."""
    ask, _ = chain(1, trace_s=0.1)
    assert ask.error("trace_call", {"to": hex_of(SPINNER)}, [TRACE]) == (
        -32000,
        "execution timeout",
    )
