"""What a transaction did inside: what moved, what was called, what it reverted with."""

from tests.chain.vm.ground import CALL, STATICCALL, forwarder, push
from tests.rpc.stage import ACCOUNTS, COUNTER, REVERTER, STRANGER, StageBackend, hex_of
from tests.rpc.tracers.asking import Asker


def deployed(code: bytes) -> tuple[StageBackend, Asker, bytes]:
    """A chain with a contract of some code."""
    backend = StageBackend()
    init = (b"\x60" + bytes((len(code),)) + b"\x80\x60\x09\x3d\x39\x3d\xf3").ljust(9, b"\x00")
    made = hex_of(backend.send(0, None, init + code, gas_limit=1_000_000))
    backend.make_block()
    ask = Asker(backend)
    receipt = ask.rpc("eth_getTransactionReceipt", made)
    assert receipt["status"] == "0x1"
    return backend, ask, bytes.fromhex(receipt["contractAddress"][2:])


def send(backend: StageBackend, to: bytes, value_wei: int = 0) -> str:
    """Send to a contract, and return the hash."""
    sent = hex_of(backend.send(0, to, value_wei=value_wei))
    backend.make_block()
    return sent


def test_calls_are_listed_with_their_depth() -> None:
    """In the order in which they began; a call that cannot move coins has no value."""
    backend, ask, contract = deployed(forwarder(STATICCALL, REVERTER))
    outer, inner = ask.rpc("ots_traceTransaction", send(backend, contract))
    assert (outer["type"], outer["depth"], outer["value"]) == ("CALL", 0, "0x0")
    assert (inner["type"], inner["depth"], inner["value"]) == ("STATICCALL", 1, None)
    assert (inner["from"], inner["to"]) == (hex_of(contract), hex_of(REVERTER))
    assert inner["output"].startswith("0x08c379a0")


def test_coins_that_contracts_move_are_operations() -> None:
    """Not what the transaction itself sends, and not what was reverted."""
    backend, ask, contract = deployed(forwarder(CALL, STRANGER))
    sent = send(backend, contract, value_wei=9)
    assert ask.rpc("ots_getInternalOperations", sent) == [
        {"type": 0, "from": hex_of(contract), "to": hex_of(STRANGER), "value": "0x9"}
    ]
    backend, ask, contract = deployed(forwarder(CALL, STRANGER, tail=b"\x5f\x5f\xfd"))
    assert ask.rpc("ots_getInternalOperations", send(backend, contract, value_wei=9)) == []


def test_destructions_are_operations() -> None:
    """With who inherits, and how much."""
    backend, ask, contract = deployed(push(ACCOUNTS[2]) + b"\xff")
    (operation,) = ask.rpc("ots_getInternalOperations", send(backend, contract, value_wei=9))
    assert operation == {
        "type": 1,
        "from": hex_of(contract),
        "to": hex_of(ACCOUNTS[2]),
        "value": "0x9",
    }


def test_errors_are_what_was_reverted_with() -> None:
    """The raw bytes, so that an explorer can read custom errors; nothing where nothing reverted."""
    backend, ask, _ = deployed(b"\x00")
    assert ask.rpc("ots_getTransactionError", send(backend, REVERTER)).startswith("0x08c379a0")
    assert ask.rpc("ots_getTransactionError", send(backend, COUNTER)) == "0x"
    code, message = ask.error("ots_getTransactionError", "0x" + "01" * 32)
    assert (code, message) == (-32000, "transaction not found")
