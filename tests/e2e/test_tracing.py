"""A node's traces, through web3.py's own methods for geth's and OpenEthereum's."""

import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest
from web3 import Web3

from tests.e2e.devnet import Devnet
from tests.e2e.stage import dev, layout, module, sign

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(120)]
TARGET = Web3.to_checksum_address("0x" + "c4" * 20)
STAKING = layout("staking")["address"].lower()
SPIN = "0x5b5f56"  # loops until the gas is gone
BLOCK_S = 4.0  # within which a transaction is in a block, however busy the node is with traces


@pytest.fixture(scope="module")
def web3(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Web3]:
    """A client of a chain on which one account has paid and delegated."""
    with Devnet(tmp_path_factory.mktemp("tracing") / "home") as devnet:
        client = Web3(Web3.HTTPProvider(devnet.endpoints["rpc"], request_kwargs={"timeout": 60}))
        yield client


@pytest.fixture(scope="module")
def sent(web3: Web3) -> dict[str, Any]:
    """The receipts of a payment and of a delegation, and a validator."""
    staking = module(web3, "staking")
    validator = Web3.to_checksum_address(ask(web3, "eth_coinbase"))
    account = dev(2)
    delegation = staking.functions.delegate(validator).build_transaction(
        {"from": account.address, "value": Web3.to_wei(1, "ether"), "gas": 1_000_000}
    )
    fields = {"to": delegation["to"], "data": delegation["data"], "value": delegation["value"]}
    receipts = {"validator": validator}
    for name, transaction in (
        ("payment", {"to": TARGET, "value": 5, "gas": 21_000}),
        ("delegation", {**fields, "gas": 1_000_000}),
    ):
        raw = sign(web3, account, **transaction)
        found = web3.eth.wait_for_transaction_receipt(web3.eth.send_raw_transaction(raw), 30)
        assert found["status"] == 1
        receipts[name] = found
    return receipts


def ask(web3: Web3, method: str, *params: Any) -> Any:
    """Return the result of a call that succeeds."""
    answer = web3.provider.make_request(method, list(params))  # type: ignore[arg-type]
    assert "result" in answer, answer
    return answer["result"]


def test_a_delegation_is_a_decoded_frame(web3: Web3, sent: dict[str, Any]) -> None:
    """What the staking module was asked, by name, with the gas of the receipt."""
    receipt = sent["delegation"]
    shown = web3.geth.debug.trace_transaction(  # type: ignore[attr-defined]
        receipt["transactionHash"], {"tracer": "callTracer", "tracerConfig": {"withLog": True}}
    )
    assert shown["to"] == STAKING
    assert shown["gasUsed"] == receipt["gasUsed"]
    assert shown["decoded"]["module"] == "staking"
    assert shown["decoded"]["method"] == "delegate"
    assert list(shown["decoded"]["arguments"].values()) == [sent["validator"].lower()]
    assert [log["index"] for log in shown["logs"]] == [hex(log["logIndex"]) for log in receipt.logs]


def test_blocks_are_traced_with_their_hooks(web3: Web3, sent: dict[str, Any]) -> None:
    """Every transaction of a block of a real chain, those that speak for hooks too."""
    number = sent["delegation"]["blockNumber"]
    traces = ask(web3, "debug_traceBlockByNumber", hex(number), {"tracer": "callTracer"})
    block = web3.eth.get_block(number)
    assert [item["txHash"] for item in traces] == ["0x" + h.hex() for h in block["transactions"]]
    assert all("result" in item for item in traces)


def test_flat_traces_come_through_web3(web3: Web3, sent: dict[str, Any]) -> None:
    """trace_transaction, trace_block, trace_filter and trace_call as web3.py reads them."""
    sent_hash = sent["payment"]["transactionHash"]
    (trace,) = web3.tracing.trace_transaction(sent_hash)  # type: ignore[attr-defined]
    assert trace["action"]["to"] == TARGET
    assert trace["action"]["value"] == 5
    number = sent["payment"]["blockNumber"]
    assert trace in web3.tracing.trace_block(number)  # type: ignore[attr-defined]
    wanted = {"fromBlock": number, "toBlock": number, "toAddress": [TARGET]}
    assert [trace] == list(web3.tracing.trace_filter(wanted))  # type: ignore[attr-defined]
    shown = web3.tracing.trace_call(  # type: ignore[attr-defined]
        {"from": dev(3).address, "to": TARGET, "value": 7}, ["trace", "stateDiff"], "latest"
    )
    assert shown["trace"][0]["action"]["value"] == 7


def test_an_explorer_finds_its_way(web3: Web3, sent: dict[str, Any]) -> None:
    """The calls with which Otterscan begins, opens a block and lists an account."""
    assert ask(web3, "ots_getApiLevel") >= 8
    assert ask(web3, "erigon_getHeaderByNumber", 1)["number"] == "0x1"
    number = sent["payment"]["blockNumber"]
    details = ask(web3, "ots_getBlockDetails", number)
    assert details["block"]["transactionCount"] == web3.eth.get_block_transaction_count(number)
    page = ask(web3, "ots_searchTransactionsBefore", TARGET.lower(), 0, 25)
    assert [item["hash"] for item in page["txs"]] == [
        "0x" + sent["payment"]["transactionHash"].hex().removeprefix("0x")
    ]
    assert ask(web3, "ots_hasCode", STAKING, "latest") is True


def test_a_heavy_trace_keeps_no_block_waiting(web3: Web3) -> None:
    """While a trace runs to its limit, a transaction gets into a block as fast as ever."""
    config = {"timeout": "6s", "stateOverrides": {TARGET.lower(): {"code": SPIN}}}
    answers: list[Any] = []

    def trace() -> None:
        request = [{"to": TARGET.lower()}, "latest", {**config, "tracer": "callTracer"}]
        answers.append(web3.provider.make_request("debug_traceCall", request))  # type: ignore[arg-type]

    busy = threading.Thread(target=trace)
    busy.start()
    time.sleep(1)
    begun_s = time.monotonic()
    raw = sign(web3, dev(4), to=TARGET, value=1, gas=21_000)
    web3.eth.wait_for_transaction_receipt(web3.eth.send_raw_transaction(raw), 30, 0.05)
    took_s = time.monotonic() - begun_s
    busy.join()
    assert answers[0]["error"]["message"] == "execution timeout"
    assert took_s < BLOCK_S
