"""prestateTracer: everything a transaction needs is in it, so that it can be run from it alone."""

from typing import Any

import pytest

from chain.codec import keccak256
from chain.kit.module import method_named
from chain.replay import Replay
from chain.types.account import Account
from chain.types.primitives import EMPTY_TRIE_ROOT, Address, Nonce, Wei
from chain.validation import check_transaction
from chain.vm.transaction import apply_transaction
from chain.vm.world import World
from tests.chain.vm.ground import DictReader
from tests.rpc.stage import (
    ACCOUNTS,
    CHAIN_ID,
    COUNTER,
    COUNTER_CODE,
    STRANGER,
    VALIDATOR,
    Guild,
    StageBackend,
    hex_of,
)
from tests.rpc.tracers.asking import Asker

PLAIN = {"tracer": "prestateTracer"}
DIFF = {"tracer": "prestateTracer", "tracerConfig": {"diffMode": True}}


def make(*sends: tuple[int, bytes, bytes]) -> tuple[Asker, list[str], StageBackend]:
    """A block of transactions, who asks, and their hashes."""
    backend = StageBackend()
    hashes = [hex_of(backend.send(key, to, data)) for key, to, data in sends]
    backend.make_block()
    return Asker(backend), hashes, backend


def test_accounts_are_as_they_were_found() -> None:
    """Sender, contract and proposer, with nonce, code and words, before the transaction."""
    ask, (first, second), _ = make((0, COUNTER, b""), (0, COUNTER, b""))
    shown = ask.rpc("debug_traceTransaction", second, PLAIN)
    assert shown[hex_of(ACCOUNTS[0])]["nonce"] == 1
    assert shown[hex_of(COUNTER)]["code"] == hex_of(COUNTER_CODE)
    zero = "0x" + "00" * 32
    assert shown[hex_of(COUNTER)]["storage"] == {zero: "0x" + "00" * 31 + "01"}
    assert hex_of(VALIDATOR) in shown
    earlier = ask.rpc("debug_traceTransaction", first, PLAIN)
    assert "nonce" not in earlier[hex_of(ACCOUNTS[0])]
    assert earlier[hex_of(COUNTER)]["storage"] == {zero: zero}


def state_of(shown: dict[str, Any]) -> DictReader:
    """A state that holds nothing but a prestate."""
    reader = DictReader()
    for name, account in shown.items():
        address, code = Address(bytes.fromhex(name[2:])), bytes.fromhex(account.get("code", "")[2:])
        code_hash = keccak256(code)
        reader.codes[code_hash] = code
        balance_wei = Wei(int(account["balance"], 16))
        reader.accounts[address] = Account(
            Nonce(account.get("nonce", 0)), balance_wei, EMPTY_TRIE_ROOT, code_hash
        )
        for slot, word in account.get("storage", {}).items():
            reader.slots[(address, int(slot, 16))] = int(word, 16)
    return reader


def test_a_transaction_can_be_run_from_its_prestate_alone() -> None:
    """Upon nothing but its prestate it does the same: a module's words are all in it."""
    join = method_named(Guild, "join")
    assert join is not None
    ask, hashes, backend = make((0, COUNTER, b""), (1, Guild.address, join.encode_call(3)))
    block = backend.ledger.head
    environment = Replay(backend.rules, backend.ledger, 1).environment
    for sent in hashes:
        index = [hex_of(item.hash) for item in block.block.transactions].index(sent)
        checked = check_transaction(block.block.transactions[index], CHAIN_ID)
        world = World(state_of(ask.rpc("debug_traceTransaction", sent, PLAIN)))
        outcome = apply_transaction(world, checked, environment, backend.machine)
        receipt = block.receipts[index]
        assert (outcome.status, outcome.gas_used) == (1, receipt.gas_used)
        assert outcome.logs == receipt.logs
        after = ask.rpc("debug_traceTransaction", sent, DIFF)["post"]
        for name, account in after.items():
            address = Address(bytes.fromhex(name[2:]))
            for slot, word in account.get("storage", {}).items():
                assert world.get_storage(address, int(slot, 16)) == int(word, 16)
            if "balance" in account:
                assert world.get_balance(address) == int(account["balance"], 16)


def test_a_difference_has_only_what_changed() -> None:
    """Unchanged accounts are in neither side; a new one only in the one after."""
    backend = StageBackend()
    sent = hex_of(backend.send(0, STRANGER, value_wei=5))
    backend.make_block()
    shown = Asker(backend).rpc("debug_traceTransaction", sent, DIFF)
    assert shown["post"][hex_of(STRANGER)] == {"balance": "0x5"}
    assert hex_of(STRANGER) not in shown["pre"]
    assert shown["pre"].keys() == {hex_of(ACCOUNTS[0]), hex_of(VALIDATOR)}
    assert shown["post"][hex_of(ACCOUNTS[0])]["nonce"] == 1


@pytest.mark.parametrize(
    ("option", "field"), [("disableCode", "code"), ("disableStorage", "storage")]
)
def test_fields_can_be_left_out(option: str, field: str) -> None:
    """Code and storage are large and can be switched off, in both modes."""
    ask, (sent,), _ = make((0, COUNTER, b""))
    for diff in (False, True):
        settings: dict[str, Any] = {option: True, "diffMode": diff}
        config = {"tracer": "prestateTracer", "tracerConfig": settings}
        shown = ask.rpc("debug_traceTransaction", sent, config)
        sides = shown.values() if diff else [shown]
        assert not any(field in account for side in sides for account in side.values())


def test_empty_accounts_come_if_they_are_wanted() -> None:
    """An account that was not there before is left out unless it is asked for."""
    backend = StageBackend()
    sent = hex_of(backend.send(0, STRANGER, value_wei=5))
    backend.make_block()
    ask = Asker(backend)
    assert hex_of(STRANGER) not in ask.rpc("debug_traceTransaction", sent, PLAIN)
    config = {"tracer": "prestateTracer", "tracerConfig": {"includeEmpty": True}}
    shown = ask.rpc("debug_traceTransaction", sent, config)
    assert shown[hex_of(STRANGER)] == {"balance": "0x0"}
