"""Calls share transactions where a contract takes many, and each learns its own end."""

import asyncio
from typing import Any

import pytest

from bridge.account import Account
from bridge.endpoint import AnswerInvalid
from bridge.ends.end import Call
from bridge.parcels import (
    MULTICALL,
    PARCEL_BYTES_MAX,
    PARCEL_GAS_MAX,
    CallRefused,
    outcomes_of,
    pack,
)
from bridge.refusals import name_of
from chain.types.primitives import Address
from tests.bridge.ends.contracts import log_of
from tests.bridge.test_account import RECEIVED, Node
from tests.bridge.test_account import call as call_of

GATEWAY, OTHER = Address(b"\x61" * 20), Address(b"\x62" * 20)


def call(number: int, to: Address = GATEWAY, size: int = 4) -> Call:
    """Return a call whose data is a number."""
    return Call(to, number.to_bytes(size, "big"), f"call {number}")


def receipt(*refused: tuple[int, bytes], status: str = "0x1") -> dict[str, Any]:
    """Return a receipt in which calls were refused."""
    logs = [
        log_of(CallRefused(number, reason), GATEWAY, 9, index)
        for index, (number, reason) in enumerate(refused)
    ]
    return {"status": status, "blockNumber": "0x9", "gasUsed": "0x65", "logs": logs}


def test_calls_to_a_gateway_share_a_transaction_and_others_do_not():
    """A client's update goes alone; order stays; without a gateway everything goes alone."""
    calls = [call(0, OTHER), call(1), call(2), call(3, OTHER), call(4)]
    passing = [(number, 100) for number in range(5)]
    found = pack(calls, passing, GATEWAY)
    assert [(0,), (1, 2), (3,), (4,)] == [one.numbers for one in found]
    assert MULTICALL.encode((calls[1].data, calls[2].data)) == found[1].data
    assert (GATEWAY, 200) == (found[1].to, found[1].gas)
    assert calls[4].data == found[3].data
    assert [(number,) for number in range(5)] == [one.numbers for one in pack(calls, passing, None)]


def test_no_parcel_is_above_what_chains_take():
    """By gas and by bytes: what does not fit begins the next one."""
    calls = [call(number) for number in range(5)]
    heavy = [(number, PARCEL_GAS_MAX // 2) for number in range(5)]
    assert [2, 2, 1] == [len(one.numbers) for one in pack(calls, heavy, GATEWAY)]
    long = [call(number, size=PARCEL_BYTES_MAX // 3) for number in range(5)]
    found = pack(long, [(number, 1) for number in range(5)], GATEWAY)
    assert [2, 2, 1] == [len(one.numbers) for one in found]
    assert all(len(one.data) <= PARCEL_BYTES_MAX for one in found)


def test_a_receipt_says_which_calls_were_refused():
    """A refusal is of one place; the others have passed; gas is shared to the last unit."""
    (parcel,) = pack([call(n) for n in range(3)], [(n, 9) for n in range(3)], GATEWAY)
    found = outcomes_of(parcel, receipt((1, bytes.fromhex(RECEIVED))), name_of)
    assert [True, False, True] == [found[n].succeeded for n in range(3)]
    assert "AlreadyReceived" == found[1].reason
    assert 0x65 == sum(one.gas for one in found.values())
    found = outcomes_of(parcel, receipt(status="0x0"), name_of)
    assert not any(one.succeeded for one in found.values())


def test_logs_of_other_contracts_refuse_nothing():
    """A token that shouts CallRefused is not the gateway."""
    (parcel,) = pack([call(n) for n in range(2)], [(n, 9) for n in range(2)], GATEWAY)
    shown = receipt()
    shown["logs"] = [log_of(CallRefused(0, b""), OTHER, 9)]
    assert all(one.succeeded for one in outcomes_of(parcel, shown, name_of).values())


@pytest.mark.parametrize("logs", [None, "logs", [{"topics": [1]}], [{}] * 10_001])
def test_a_receipt_of_another_form_is_the_nodes_fault(logs):
    """Logs are read strictly."""
    (parcel,) = pack([call(n) for n in range(2)], [(n, 9) for n in range(2)], GATEWAY)
    with pytest.raises(AnswerInvalid):
        outcomes_of(parcel, {**receipt(), "logs": logs}, name_of)


def test_an_account_sends_one_transaction_for_many_calls():
    """The pool gets one nonce; what would be refused is left out of it."""
    node = Node()
    node._receipt = receipt  # type: ignore[method-assign]
    account = Account(node, b"\x21" * 32, name_of)  # type: ignore[arg-type]
    calls = [call_of(number) for number in range(3)]
    found = asyncio.run(account.submit(calls, calls[0].to))
    assert [True] * 3 == [one.succeeded for one in found] and 1 == len(node.sent)
    assert 3 * (21_000 * 130 // 100) == node.sent[0].gas_limit


def test_a_parcel_that_failed_whole_goes_call_by_call_once():
    """One call that needs more gas than it said must not hold up the others for ever."""
    node = Node()
    node._receipt = lambda: receipt(status="0x0")  # type: ignore[method-assign]
    account = Account(node, b"\x21" * 32, name_of)  # type: ignore[arg-type]
    calls = [call_of(number) for number in range(3)]
    for expected in (1, 3, 1):
        node.sent.clear()
        asyncio.run(account.submit(calls, calls[0].to))
        assert expected == len(node.sent)
        node._receipt = receipt  # type: ignore[method-assign]
