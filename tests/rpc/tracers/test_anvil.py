"""
The same contract, the same signed transactions, and two implementations that tell what happened.

    make npm-tools      (without it these tests are skipped)
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from eth_utils import keccak

from tests.npm.anvil import Anvil
from tests.npm.packages import compile_solidity
from tests.rpc.stage import ACCOUNTS, CHAIN_ID, ETHER, VALIDATOR, StageBackend, hex_of
from tests.rpc.tracers.asking import Asker

pytestmark = [pytest.mark.npm, pytest.mark.timeout(120)]

SETTINGS = {
    "evmVersion": "prague",
    "optimizer": {"enabled": True, "runs": 200},
    "metadata": {"appendCBOR": False, "bytecodeHash": "none"},
}
ANVILS_COINBASE = "0x" + "00" * 20
SHA256 = "0x" + "00" * 19 + "02"
CALLS = {
    "nested()": 5,
    "delegated()": 0,
    "viewed()": 0,
    "caught()": 0,
    "reverts()": 0,
    "custom()": 0,
    "create()": 0,
    "destroyed()": 3,
    "destroyOld()": 4,
    "poor()": 0,
    "cleared()": 0,
    "missing()": 0,
}


class Pair:
    """One contract on our chain and on anvil, at one address."""

    def __init__(self, anvil: Anvil) -> None:
        self.anvil, self.backend = anvil, StageBackend()
        self.ours = Asker(self.backend)
        for account in ACCOUNTS:
            anvil.rpc("anvil_setBalance", hex_of(account), hex(1_000 * ETHER))
        source = Path(__file__).with_name("Tracee.sol").read_text()
        wanted = ("evm.bytecode.object",)
        made = compile_solidity({"Tracee.sol": source}, wanted, SETTINGS)
        code = bytes.fromhex(made["Tracee.sol"]["Tracee"]["evm"]["bytecode"]["object"])
        self.hashes = {"constructor": self._send(None, code)}
        receipt = self.ours.rpc("eth_getTransactionReceipt", self.hashes["constructor"])
        self.address = receipt["contractAddress"]
        to = bytes.fromhex(self.address[2:])
        for signature, value_wei in CALLS.items():
            selector = keccak(text=signature)[:4]
            self.hashes[signature] = self._send(to, selector, value_wei=value_wei)
        self.hashes["transfer"] = self._send(ACCOUNTS[1], b"", value_wei=7)

    def _send(self, to: bytes | None, data: bytes, **fields: Any) -> str:
        raw = self.backend.sign(0, to, data, gas_limit=3_000_000, **fields)
        self.backend.pool.submit(raw)
        self.backend.make_block()
        sent: str = self.anvil.send(raw)["transactionHash"]
        return sent

    def both(self, method: str, *params: Any) -> tuple[Any, Any]:
        """Return our answer and anvil's."""
        return self.ours.rpc(method, *params), self.anvil.rpc(method, *params)


@pytest.fixture(scope="module")
def pair() -> Iterator[Pair]:
    """Both chains, after the same transactions."""
    with Anvil(CHAIN_ID) as anvil:
        yield Pair(anvil)


NAMES = ["constructor", *CALLS, "transfer"]
each = pytest.mark.parametrize("name", NAMES)


@each
def test_frames_are_anvils(pair: Pair, name: str) -> None:
    """callTracer gives anvil's frames, gas, outputs, errors, reasons and logs."""
    config = {"tracer": "callTracer", "tracerConfig": {"withLog": True}}
    ours, theirs = pair.both("debug_traceTransaction", pair.hashes[name], config)
    for root in (ours, theirs):  # geth shows the transaction's gas limit, anvil what is left of it
        root.pop("gas")
    assert frames_alike(ours) == frames_alike(theirs)


def frames_alike(frame: dict[str, Any]) -> dict[str, Any]:
    """A frame without what the two are known to differ in."""
    same = dict(frame)
    if same["type"] == "SELFDESTRUCT" or (same["type"] in ("DELEGATECALL", "STATICCALL")):
        same.pop("value", None)  # anvil leaves out what geth shows, or the other way round
    if "error" in same and same["type"].startswith("CREATE"):
        same.pop("to", None)
    if "logs" in same:  # anvil numbers logs that were undone too
        same["logs"] = [{**log, "index": None} for log in same["logs"]]
    if "calls" in same:
        same["calls"] = [frames_alike(call) for call in same["calls"]]
    return same


@each
def test_top_call_alone(pair: Pair, name: str) -> None:
    """onlyTopCall leaves out everything below, and nothing else."""
    config = {"tracer": "callTracer", "tracerConfig": {"onlyTopCall": True}}
    ours, theirs = pair.both("debug_traceTransaction", pair.hashes[name], config)
    assert "calls" not in ours
    assert ours["gasUsed"] == theirs["gasUsed"]
    assert ours.get("output") == theirs.get("output")


@each
@pytest.mark.parametrize("diff", [False, True])
def test_prestates_are_anvils(pair: Pair, name: str, diff: bool) -> None:
    """prestateTracer gives the accounts and words that anvil's gives."""
    config = {"tracer": "prestateTracer", "tracerConfig": {"diffMode": diff}}
    ours, theirs = pair.both("debug_traceTransaction", pair.hashes[name], config)
    sides = ("pre", "post") if diff else (None,)
    for side in sides:
        mine, others = (ours, theirs) if side is None else (ours[side], theirs[side])
        assert accounts_alike(mine) == accounts_alike(others), side


def accounts_alike(state: dict[str, Any]) -> dict[str, Any]:
    """
    Accounts without fees: the two chains have other base fees and coinbases.

    And without those that were empty, which geth leaves out since 1.15.12 and anvil does not.
    """
    sender, fees = hex_of(ACCOUNTS[0]), (hex_of(VALIDATOR), ANVILS_COINBASE)
    same = {
        address: dict(account)
        for address, account in state.items()
        if address not in fees and not is_empty(account)
    }
    same.get(sender, {}).pop("balance", None)
    return same


def is_empty(account: dict[str, Any]) -> bool:
    """Whether an account before a transaction held nothing but words that were 0."""
    return account.get("balance") == "0x0" and not account.keys() & {"nonce", "code"}


@each
def test_steps_are_anvils(pair: Pair, name: str) -> None:
    """Every instruction has anvil's place, gas, cost, depth, stack, memory, storage and refund."""
    config = {"enableMemory": True, "enableReturnData": True}
    ours, theirs = pair.both("debug_traceTransaction", pair.hashes[name], config)
    for field in ("gas", "failed", "returnValue"):
        assert ours[field] == theirs[field], field
    assert len(ours["structLogs"]) == len(theirs["structLogs"])
    for mine, other in zip(ours["structLogs"], theirs["structLogs"], strict=True):
        assert step_alike(mine) == step_alike(other)


def step_alike(step: dict[str, Any]) -> dict[str, Any]:
    """
    A step without errors, which anvil words in Rust, and without what is empty.

    A creation's price has what it hands on in anvil, and has not in geth.
    """
    same = {name: value for name, value in step.items() if value not in (None, 0, [], "0x")}
    if same.pop("error", None) is not None or step["op"] in ("CREATE", "CREATE2"):
        same.pop("gasCost", None)
    return same


@each
def test_selectors_are_anvils(pair: Pair, name: str) -> None:
    """4byteTracer counts what anvil's counts, but for the precompile, as geth does."""
    config = {"tracer": "4byteTracer"}
    ours, theirs = pair.both("debug_traceTransaction", pair.hashes[name], config)
    theirs.pop("0x00000000-28", None)  # the hash of a word, asked of SHA-256
    assert ours == theirs


@each
def test_flat_traces_are_anvils(pair: Pair, name: str) -> None:
    """trace_transaction gives anvil's traces, one after the other."""
    ours, theirs = pair.both("trace_transaction", pair.hashes[name])
    hidden = [trace for trace in theirs if trace["action"].get("to") == SHA256]
    for trace in (*ours, *theirs):
        trace.pop("blockHash")
        if trace["type"] == "suicide":  # anvil takes the balance after it is gone
            trace["action"].pop("balance")
        if trace["type"] == "create" and "error" in trace:
            trace["result"].pop("address", None)  # of a contract that there is not
        if any(call["traceAddress"][:-1] == trace["traceAddress"] for call in hidden):
            trace["subtraces"] = None  # OpenEthereum hid precompiles, anvil shows them
    assert ours == [trace for trace in theirs if trace not in hidden]


@each
def test_inner_operations_are_anvils(pair: Pair, name: str) -> None:
    """ots_* tell of the same calls, coins and errors; creations anvil leaves out of the calls."""
    sent = pair.hashes[name]
    ours, theirs = pair.both("ots_traceTransaction", sent)
    calls = [call_alike(call) for call in ours if call["type"].endswith("CALL")]
    assert calls == [call_alike(call) for call in theirs if call["to"] != SHA256]
    ours, theirs = pair.both("ots_getInternalOperations", sent)
    ended = {operation["from"] for operation in ours if operation["type"] == 1}
    for operation in ours:  # anvil takes the payment of who then destroys itself for one of the two
        assert operation in theirs or operation["to"] in ended, operation
    ours, theirs = pair.both("ots_getTransactionError", sent)
    assert ours == theirs


def call_alike(call: dict[str, Any]) -> dict[str, Any]:
    """A call without what is nothing, which the two write differently."""
    return {key: value for key, value in call.items() if value not in (None, "0x0", "0x")}


def test_searches_are_anvils(pair: Pair) -> None:
    """A sender's pages, a nonce's transaction and a contract's creator are anvil's."""
    sender = hex_of(ACCOUNTS[0])
    for method, block in (("ots_searchTransactionsBefore", 5), ("ots_searchTransactionsAfter", 3)):
        ours, theirs = pair.both(method, sender, block, 4)
        assert [item["hash"] for item in ours["txs"]] == [item["hash"] for item in theirs["txs"]]
    for method, params in (
        ("ots_getTransactionBySenderAndNonce", (sender, 4)),
        ("ots_getContractCreator", (pair.address,)),
        ("ots_hasCode", (pair.address, "latest")),
        ("ots_getApiLevel", ()),
    ):
        ours, theirs = pair.both(method, *params)
        assert ours == theirs, method
