"""
The struct logger against answers that were recorded from geth: equal to the last character.

    KUMIAI_EXECUTION_APIS = an archive execution-apis-prague.tar.xz, or a directory with its content

The recorded traces are of the first blocks of a chain that begins at Homestead; they are executed
here on that fork's machine, without the rest of the chain.
"""

import json
import os
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from chain.codec import decode_transaction, keccak256, rlp
from chain.types.account import Account
from chain.types.primitives import (
    EMPTY_TRIE_ROOT,
    Address,
    Gas,
    Height,
    Nonce,
    Seconds,
    Wei,
)
from chain.validation import AdmissionRules, check_transaction
from chain.vm.fork import HOMESTEAD
from chain.vm.machine import Machine
from chain.vm.overlay import TracedWorld
from chain.vm.tracing import trace_transaction
from chain.vm.world import BlockEnvironment, World
from rpc.tracers.config import TraceConfig
from rpc.tracers.struct_log import StructLogger, StructLogOptions
from rpc.tracers.tracer import Budget, Run
from tests.chain.vm.ground import DictReader

VARIABLE = "KUMIAI_EXECUTION_APIS"
HOW_TO_GET = (
    f"set {VARIABLE} to a directory or .tar.xz of the recorded tests of "
    "https://github.com/ethereum/execution-apis (tests/genesis.json, chain.rlp, debug_trace*)"
)
TRACED_BLOCKS = 2  # the recorded traces are of these
REWARD_WEI = 5 * 10**18  # of a block before Byzantium
MACHINE = Machine(HOMESTEAD)
RULES = AdmissionRules(allow_unprotected=True, limit_initcode=False, schedule=HOMESTEAD.schedule)


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The directory of the recorded tests."""
    place = Path(os.environ.get(VARIABLE, ""))
    if not os.environ.get(VARIABLE) or not place.exists():
        pytest.skip(HOW_TO_GET)
    if place.is_file():
        target = tmp_path_factory.mktemp("execution-apis")
        with tarfile.open(place) as archive:
            archive.extractall(target, filter="data")
        place = target
    (genesis,) = place.glob("**/tests/genesis.json")
    yield genesis.parent


def genesis_state(allocation: dict[str, Any]) -> DictReader:
    """The state before the first block."""
    reader = DictReader()
    for name, fields in allocation.items():
        address, code = Address(bytes.fromhex(name)), bytes.fromhex(fields.get("code", "0x")[2:])
        code_hash = keccak256(code)
        reader.codes[code_hash] = code
        nonce, balance = (int(fields.get(key, "0x0"), 16) for key in ("nonce", "balance"))
        reader.accounts[address] = Account(Nonce(nonce), Wei(balance), EMPTY_TRIE_ROOT, code_hash)
        for slot, word in fields.get("storage", {}).items():
            reader.slots[(address, int(slot, 16))] = int(word, 16)
    return reader


def blocks(chain: bytes) -> Iterator[list[Any]]:
    """The first blocks of a file of blocks in RLP, one behind the other."""
    at = 0
    for _ in range(TRACED_BLOCKS):
        length = chain[at] - 0xF7
        end = at + 1 + length + int.from_bytes(chain[at + 1 : at + 1 + length], "big")
        yield rlp.decode_list(chain[at:end], "block")
        at = end


def trace_blocks(place: Path, options: StructLogOptions) -> list[list[dict[str, Any]]]:
    """Execute the first blocks and return the traces of each."""
    genesis = json.loads((place / "genesis.json").read_text())
    chain_id = genesis["config"]["chainId"]
    world, found = World(genesis_state(genesis["alloc"])), []
    for header, transactions, *_ in blocks((place / "chain.rlp").read_bytes()):
        number, gas_limit, time_s = (int.from_bytes(header[at], "big") for at in (8, 9, 11))
        environment = BlockEnvironment(
            height=Height(number),
            timestamp_s=Seconds(time_s),
            coinbase=Address(header[2]),
            gas_limit=Gas(gas_limit),
            base_fee_per_gas_wei=Wei(0),
            chain_id=chain_id,
            difficulty=int.from_bytes(header[7], "big"),
        )
        traces = []
        for item in transactions:
            checked = check_transaction(decode_transaction(rlp.encode(item)), chain_id, rules=RULES)
            own, logger = TracedWorld(world), StructLogger(Budget(10**9), options)
            traced = trace_transaction(own, checked, environment, MACHINE, logger)
            own.settle()
            shown = {"txHash": "0x" + checked.transaction.hash.hex()}
            traces.append({**shown, "result": logger.result(Run(traced, own))})
        world.delta_balance(Address(header[2]), REWARD_WEI)
        found.append(traces)
    return found


def exchanges(place: Path) -> Iterator[tuple[dict[str, Any], Any]]:
    """The recorded requests for traces that have results, and those."""
    for path in sorted(place.glob("debug_trace*/*.io")):
        lines = [line for line in path.read_text().splitlines() if not line.startswith("//")]
        for request, answer in zip(lines[::2], lines[1::2], strict=True):
            decoded = json.loads(answer[3:])
            if "result" in decoded:
                yield json.loads(request[3:]), decoded["result"]


def test_struct_logs_are_geths(recorded: Path) -> None:
    """Every recorded trace of a block or a transaction is what we show, in every field."""
    compared = 0
    for request, expected in exchanges(recorded):
        _, *config = request["params"]
        options = TraceConfig.decode(config[0]).struct_log if config else StructLogOptions()
        every = trace_blocks(recorded, options)
        if request["method"] == "debug_traceTransaction":
            wanted = request["params"][0]
            alone = [
                item["result"] for traces in every for item in traces if item["txHash"] == wanted
            ]
            if not alone:
                continue
            assert alone == [expected]
        else:
            assert expected in every
        compared += 1
    assert compared >= 8
