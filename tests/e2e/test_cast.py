"""
Foundry's cast, unchanged, against a real node.

    make npm-tools      (without it these tests are skipped)

Cast likes to ask public sites for names of selectors and contracts. Here it cannot: whatever it
does not send to this machine goes to a proxy that is not there.
"""

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from eth_utils import keccak

from chain.kit.record import field_types
from modules.model_fees.params import ModelFeesParams
from tests.e2e.contracts.artefacts import load
from tests.e2e.devnet import Devnet
from tests.e2e.stage import dev, layout
from tests.npm.packages import npm_package

pytestmark = [pytest.mark.e2e, pytest.mark.npm, pytest.mark.timeout(120)]
CAST_S = 30  # seconds one run of cast may take
NO_PROXY_THERE = "http://127.0.0.1:9"  # the port of "discard": nobody listens
TARGET = "0x" + "c4" * 20
MODEL_FEES = layout("model_fees")["address"]
GOVERNANCE = layout("governance")["address"]

Cast = Callable[..., Any]


def binary() -> Path:
    """Return the program; npm puts it into a package of its own for each system."""
    packages = sorted(npm_package("@foundry-rs").glob("cast-*/bin/cast"))
    if not packages:
        pytest.skip("npm has no cast for this system")
    return packages[0]


@pytest.fixture(scope="module")
def cast(tmp_path_factory) -> Cast:
    """Cast, bound to one chain for all tests of this file; returns what it prints."""
    program, home = binary(), tmp_path_factory.mktemp("cast")
    with Devnet(home / "home") as devnet:
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(home),
            "ETH_RPC_URL": devnet.endpoints["rpc"],
            "FOUNDRY_OFFLINE": "true",
            "NO_PROXY": "127.0.0.1",
            **dict.fromkeys(("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"), NO_PROXY_THERE),
            "NO_COLOR": "1",
        }

        def run(*arguments: str, fails: bool = False) -> Any:
            done = subprocess.run(
                [str(program), *arguments],
                capture_output=True,
                text=True,
                timeout=CAST_S,
                env=environment,
                stdin=subprocess.DEVNULL,
                check=False,
            )
            assert fails == (done.returncode != 0), done.stdout + done.stderr
            text = (done.stderr if fails else done.stdout).strip()
            return json.loads(text) if "--json" in arguments else text

        yield run


def key(index: int) -> tuple[str, str]:
    """Return the flag that gives cast a dev account's private key."""
    return ("--private-key", dev(index).key.to_0x_hex())


@pytest.fixture(scope="module")
def counter(cast) -> str:
    """The address of a contract that `cast send --create` deployed."""
    start = (40).to_bytes(32, "big").hex()
    code = load("Counter")["bytecode"] + start
    receipt = cast("send", *key(1), "--json", "--create", code)
    assert "0x1" == receipt["status"]
    return receipt["contractAddress"]


def test_it_knows_the_chain_and_its_blocks(cast):
    """Chain id, client, head, block fields, age and base fee are read."""
    assert "31337" == cast("chain-id")
    assert cast("client").startswith("Kumiai/")
    block = cast("block", "latest", "--json")
    assert int(cast("block-number")) >= int(block["number"], 16)
    assert cast("block", block["number"], "--field", "hash") == block["hash"]
    assert cast("age", block["number"])
    assert 10**9 >= int(cast("basefee")) > 0
    assert int(cast("gas-price")) > 0


def test_it_moves_coins(cast):
    """A transfer with a private key: balance, nonce, receipt and transaction agree."""
    assert "10000000000000000000000" == cast("balance", dev(2).address)
    receipt = cast("send", *key(2), "--json", TARGET, "--value", "1.5ether")
    assert ("0x1", "0x2") == (receipt["status"], receipt["type"])
    assert "1.500000000000000000" == cast("balance", "--ether", TARGET)
    assert "1" == cast("nonce", dev(2).address)
    assert receipt == cast("receipt", receipt["transactionHash"], "--json")
    shown = cast("tx", receipt["transactionHash"], "--json")
    assert (hex(15 * 10**17), TARGET) == (shown["value"], shown["to"])
    raw = cast("tx", receipt["transactionHash"], "--raw")
    assert receipt["transactionHash"] == "0x" + keccak(hexstr=raw).hex()
    legacy = cast("send", *key(2), "--json", "--legacy", TARGET, "--value", "1")
    assert ("0x1", "0x0") == (legacy["status"], legacy["type"])


def test_it_publishes_what_it_signed_before(cast):
    """`cast mktx` signs, `cast publish` sends, in two steps."""
    raw = cast("mktx", *key(3), TARGET, "--value", "7")
    assert "0x1" == cast("publish", raw, "--json")["status"]
    assert "nonce too low" in cast("publish", raw, fails=True)


def test_it_deploys_calls_and_watches(cast, counter):
    """Code deployed by cast counts: call, estimate, send, logs, storage and code."""
    assert "40" == cast("call", counter, "total()(uint256)")
    gas = int(cast("estimate", counter, "count(uint256)", "2", "--from", dev(1).address))
    receipt = cast("send", *key(1), "--json", counter, "count(uint256)", "2")
    assert int(receipt["gasUsed"], 16) <= gas
    logs = cast(
        "logs",
        "--json",
        "--from-block",
        "0",
        "--address",
        counter,
        "Counted(address indexed,uint256)",
    )
    assert [receipt["transactionHash"]] == [entry["transactionHash"] for entry in logs]
    assert 42 == int(logs[0]["data"], 16) == int(cast("storage", counter, "0"), 16)
    assert load("Counter")["bytecode"].endswith(cast("code", counter)[2:])
    assert [] == cast("logs", "--json", "--from-block", "0", "--address", TARGET)


def test_it_shows_why_a_call_failed(cast, counter):
    """Reasons in words and custom errors come through cast's own error lines."""
    assert "not today" in cast("call", counter, "refuse()", fails=True)
    step_too_big = keccak(text="StepTooBig(uint256,uint256)")[:4].hex()
    assert step_too_big in cast("call", counter, "count(uint256)", "11", fails=True)
    assert "not today" in cast("estimate", counter, "refuse()", fails=True)


def test_it_reads_a_module_as_a_contract(cast):
    """Structs of a module's views decode by their Solidity signature; refusals come by name."""
    kinds = ",".join(kind.name for kind in field_types(ModelFeesParams).values())
    fees = cast("call", MODEL_FEES, f"params()(({kinds}))")
    found = cast("rpc", "model_fees_params", "--json")
    first = f"({int(found['protocol_fee_bps'], 16)}, {int(found['price_notice_s'], 16)}, "
    assert fees.startswith(first)
    assert "0" == cast("call", GOVERNANCE, "proposalCount()(uint256)")
    refused = cast("call", GOVERNANCE, "vote(uint256,uint8)", "99", "0", fails=True)
    assert "UnknownProposal(id=99)" in refused
    price = "(5,6)"
    split = f"({dev(4).address},6000,3000,1000)"
    register = "registerModel(string,string,(uint256,uint256),(address,uint16,uint16,uint16))"
    sent = cast("send", *key(4), "--json", MODEL_FEES, register, "cast-model", "", price, split)
    assert "0x1" == sent["status"]
    topic = "ModelRegistered(address indexed,string indexed,string,string)"
    logs = cast("logs", "--json", "--from-block", "0", "--address", MODEL_FEES, topic)
    assert [sent["transactionHash"]] == [entry["transactionHash"] for entry in logs]


def test_it_fetches_proofs_and_asks_anything(cast, counter):
    """`cast proof` parses ours, `cast rpc` any answer, `cast access-list` names the slot."""
    proof = cast("proof", counter, "0", "--json")
    assert counter == proof["address"] and 1 == len(proof["storageProof"])
    assert "0x7a69" == cast("rpc", "eth_chainId", "--json")
    assert "does not exist" in cast("rpc", "no_such_method", fails=True)
    touched = cast("access-list", counter, "count(uint256)", "1", "--from", dev(1).address)
    assert counter in touched.lower()
