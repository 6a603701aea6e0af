"""Replicas of a running chain answer as it does, lose nothing, and take nothing but the truth."""

import asyncio
import urllib.request
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from tests.e2e.devnet import Devnet, kumiai, wait_until
from tests.e2e.load import RECIPIENT, Load
from tests.e2e.replicas import (
    Replica,
    ask,
    chain_alike,
    expect_equal,
    reaches,
)
from tests.e2e.stage import deploy, dev, module, send, sign, submit
from tests.ports import free_port

pytestmark = [pytest.mark.e2e, pytest.mark.long, pytest.mark.timeout(300)]
BLOCK_S = "0.3"


@pytest.fixture(scope="module")
def source(tmp_path_factory):
    """A chain decided by the whole engine, whose gRPC keeps its port over restarts."""
    home = tmp_path_factory.mktemp("source") / "home"
    chain = Devnet(home, "--block-time", BLOCK_S, "--consensus")
    chain.options = (*chain.options, "--grpc-port", str(free_port()))
    with chain as running:
        yield running


@pytest.fixture(scope="module")
def replica(source, tmp_path_factory):
    """A replica that followed from the first blocks on."""
    with Replica(tmp_path_factory.mktemp("replica") / "home", source.endpoints["grpc"]) as running:
        yield running


def delegate(node: Devnet, account: int) -> Any:
    """Stake with the devnet's validator and return the receipt."""
    staking = module(node.web3, "staking")
    who = staking.functions.operators(0, 1).call()[0]
    return send(node.web3, dev(account), staking.functions.delegate(who), value=10**18)


def test_a_replica_answers_as_its_source(source, replica):
    """Blocks, receipts, logs, proofs, calls and traces, at the head and at older heights."""
    web3 = source.web3
    submit(web3, sign(web3, dev(0), to=dev(1).address, value=7))
    staked = delegate(source, 2)
    counter = deploy(web3, dev(3), "Counter", 5)
    head = web3.eth.block_number + 1
    reaches(source, head)
    reaches(replica, head)
    chain_alike(source, replica, 0, head)
    staking, number = module(web3, "staking").address, hex(staked["blockNumber"])
    before = hex(staked["blockNumber"] - 1)
    view = module(web3, "staking").encode_abi("validatorSet", [])
    asked: list[tuple[Any, ...]] = [
        ("eth_getLogs", {"fromBlock": "0x0", "toBlock": hex(head), "address": staking}),
        ("eth_getTransactionReceipt", staked["transactionHash"].to_0x_hex()),
        ("debug_traceTransaction", staked["transactionHash"].to_0x_hex(), {"tracer": "callTracer"}),
        ("debug_traceBlockByNumber", number, {"tracer": "prestateTracer"}),
        ("eth_getCode", counter.address, hex(head)),
        ("kumiai_lightBlock", number),
    ]
    for height in ("0x1", before, number, hex(head)):
        asked += [
            ("eth_getBalance", dev(1).address, height),
            ("eth_getTransactionCount", dev(0).address, height),
            ("eth_getProof", staking, ["0x0", "0x1"], height),
            ("eth_getProof", dev(2).address, [], height),
            ("eth_call", {"to": staking, "data": view}, height),
        ]
    expect_equal(source, replica, *asked)


def test_a_transaction_sent_to_a_replica_goes_to_the_chain(source, replica):
    """It is in sight at once, its block comes, and refusals have the source's words."""
    web3 = replica.web3
    raw = sign(web3, dev(4), to=dev(5).address, value=3)
    nonce = web3.eth.get_transaction_count(dev(4).address, "pending")
    receipt = submit(web3, raw)
    assert receipt["status"] == 1
    assert nonce + 1 == web3.eth.get_transaction_count(dev(4).address)
    reaches(source, receipt["blockNumber"])
    for wrong in (raw, b"\x02\xc0", sign(web3, dev(4), to=dev(5).address, value=10**30)):
        expected = ask(source, "eth_sendRawTransaction", "0x" + wrong.hex())
        assert "message" in expected
        assert expected == ask(replica, "eth_sendRawTransaction", "0x" + wrong.hex())
    assert "not available" in ask(replica, "evm_mine")["message"]


def test_new_heads_of_a_replica_lose_nothing_under_load(source, replica):
    """A subscriber hears every height once and in order, as the source's blocks are."""
    load = Load(source, 6, 0.02)
    load.start()

    async def listen() -> list[dict[str, Any]]:
        async with (
            aiohttp.ClientSession() as session,
            session.ws_connect(replica.endpoints["ws"]) as ws,
        ):
            request = {"jsonrpc": "2.0", "id": 1, "method": "eth_subscribe", "params": ["newHeads"]}
            await ws.send_json(request)
            assert "result" in await ws.receive_json(timeout=20)
            heads = [await ws.receive_json(timeout=30) for _ in range(12)]
            return [head["params"]["result"] for head in heads]

    heads = asyncio.run(listen())
    assert load.finish()
    numbers = [int(head["number"], 16) for head in heads]
    assert numbers == list(range(numbers[0], numbers[0] + 12))
    for head in heads:
        assert head["hash"] == ask(source, "eth_getBlockByNumber", head["number"], False)["hash"]


def metric(node: Devnet, name: str) -> float:
    """Return one of a node's metrics."""
    with urllib.request.urlopen(node.endpoints["metrics"], timeout=10) as answer:
        lines = answer.read().decode().splitlines()
    (found,) = [line for line in lines if line.startswith(name + "{")]
    return float(found.split()[-1])


def test_a_killed_replica_catches_up(source, replica):
    """kill -9 under load, blocks meanwhile, and then the same chain; its lag is a metric."""
    load = Load(source, 7, 0.02)
    load.start()
    stood = replica.web3.eth.block_number
    replica.kill()
    reaches(source, stood + 4)
    replica.start()
    taken = load.finish()
    for tx_hash in taken[-5:]:
        source.web3.eth.wait_for_transaction_receipt(tx_hash, timeout=60)
    head = source.web3.eth.block_number
    reaches(replica, head)
    chain_alike(source, replica, 1, head)
    expect_equal(source, replica, ("eth_getBalance", "0x" + RECIPIENT.hex(), hex(head)))
    assert metric(replica, "cometbft_replica_lag_blocks") <= 2
    assert metric(replica, "cometbft_replica_connected") == 1
    assert metric(replica, "cometbft_replica_source_height") >= head


def test_a_replica_waits_for_a_source_that_is_gone(source, replica):
    """It goes on serving, says that it may be behind, and follows again once the source is back."""
    assert ask(replica, "eth_syncing") is False
    source.stop()
    wait_until(lambda: ask(replica, "eth_syncing"))
    status = replica.json("status")
    assert (True, 0) == (status["syncing"], status["peers"])
    assert metric(replica, "cometbft_replica_connected") == 0
    stood = replica.web3.eth.block_number
    assert ask(replica, "eth_getBalance", dev(0).address, "latest").startswith("0x")
    raw = "0x" + sign(replica.web3, dev(8), to=dev(9).address, value=1).hex()
    assert "does not answer" in ask(replica, "eth_sendRawTransaction", raw)["message"]
    source.start()
    reaches(replica, stood + 3)
    wait_until(lambda: ask(replica, "eth_syncing") is False)
    assert "asked again in" in replica.output()
    chain_alike(source, replica, stood, stood + 3)


def test_a_replica_of_a_replica_is_a_replica(source, replica, tmp_path):
    """It catches up from the first block, and what is sent to it goes all the way."""
    pinned = source.web3.eth.get_block(0)["hash"].to_0x_hex()
    second = Replica(tmp_path / "second", replica.endpoints["grpc"], "--genesis-hash", pinned)
    with second:
        receipt = submit(second.web3, sign(second.web3, dev(10), to=dev(11).address, value=1))
        head = receipt["blockNumber"]
        reaches(second, head)
        chain_alike(source, second, max(0, head - 20), head)


def test_another_chain_is_refused_in_one_line_and_nothing_is_written(source, tmp_path):
    """By the pinned hash before anything is stored, and by the genesis of a home that is there."""
    pinned, home = "0x" + "11" * 32, tmp_path / "pinned"
    words = ("replica", "--from", source.endpoints["grpc"])
    said = kumiai(*words, "--genesis-hash", pinned, home=home, check=False)
    assert said.startswith("kumiai: genesis hash 0x1111") and said.count("\n") == 1
    assert not home.exists()
    other = tmp_path / "other"
    kumiai("init", home=tmp_path / "made")
    genesis = tmp_path / "made" / "genesis.json"
    said = kumiai(
        *words, "--genesis", str(genesis), "--rpc-port", "0", "--grpc-port", "0", "--log-level",
        "error", home=other, check=False,
    )  # fmt: skip
    assert "is refused: genesis 0x" in said.splitlines()[-1]
    said = kumiai(*words, home=tmp_path / "made", check=False)
    assert "is a validator's home" in said


def test_a_source_that_forgot_what_blocks_changed_is_followed_by_executing_them(tmp_path: Path):
    """A pruning source tells no deltas of old blocks; the replica makes them itself."""
    config = tmp_path / "pruned" / "config.toml"
    with Devnet(config.parent, "--block-time", BLOCK_S, "--consensus") as chain:
        submit(chain.web3, sign(chain.web3, dev(0), to=dev(1).address, value=7))
        delegate(chain, 2)
        text = config.read_text()
        chain.stop()
        config.write_text(text.replace("history_blocks = 100000", "history_blocks = 2"))
        assert config.read_text() != text
        chain.start()
        reaches(chain, 12)
        status = ask(chain, "eth_getBalance", dev(0).address, "0x3")
        assert "no state at height 3" in str(status)
        with Replica(tmp_path / "replica", chain.endpoints["grpc"]) as replica:
            head = chain.web3.eth.block_number
            reaches(replica, head)
            chain_alike(chain, replica, 0, head)
            assert ask(replica, "eth_getBalance", dev(0).address, "0x3").startswith("0x")
