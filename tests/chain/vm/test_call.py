"""Calls that change nothing: their results, estimates and access lists."""

import dataclasses
from typing import Any

import pytest
from eth_abi.abi import encode
from hypothesis import given, settings
from hypothesis import strategies as st

from chain.codec import sign_authorization
from chain.errors import FundsInsufficient, IntrinsicGasTooLow, Invalid
from chain.types.primitives import Address, Gas, Nonce, Wei
from chain.types.transaction import AccessEntry
from chain.vm.call import (
    CALL_GAS_MAX,
    AccountOverride,
    CallMessage,
    ExecutionFailed,
    call,
    create_access_list,
    estimate_gas,
)
from chain.vm.errors import ERROR_SELECTOR
from chain.vm.fork import PRAGUE
from chain.vm.machine import Machine
from chain.vm.precompile import MeteredHost
from chain.vm.transaction import apply_transaction, compute_contract_address
from chain.vm.translation import program
from chain.vm.world import World
from tests.chain.vm.ground import (
    COIN,
    CONTRACT,
    GWEI,
    MACHINE,
    OTHER,
    OTHER_KEY,
    SENDER,
    STRANGER,
    DictReader,
    make_environment,
    make_reader,
    make_transaction,
    push,
)

RETURN_WORD = bytes.fromhex("5f5260205ff3")  # returns the word on the stack
ENVIRONMENT = make_environment()
TO_CONTRACT = CallMessage(sender=SENDER, to=CONTRACT)


def result_of(code: bytes, **changes: object) -> int:
    """Return the word that a contract with this code answers."""
    message = dataclasses.replace(TO_CONTRACT, **changes)  # type: ignore[arg-type]
    result = call(make_reader(code + RETURN_WORD), message, ENVIRONMENT, MACHINE)
    assert result.error is None
    return int.from_bytes(result.output, "big")


def test_a_call_answers_and_forgets() -> None:
    """The output is there, the state is not: a second call sees what the first saw."""
    reader = make_reader(bytes.fromhex("5f546001018060005500")[:-1] + RETURN_WORD, {0: 4})
    for _ in range(2):
        result = call(reader, TO_CONTRACT, ENVIRONMENT, MACHINE)
        assert int.from_bytes(result.output, "big") == 5


def test_a_call_without_a_price_needs_no_coins_and_sees_no_base_fee() -> None:
    """geth's NoBaseFee: GASPRICE and BASEFEE are zero, and a poor sender may call."""
    assert result_of(b"\x3a", sender=STRANGER) == 0
    assert result_of(b"\x48", sender=STRANGER) == 0
    assert result_of(b"\x48", max_fee_per_gas_wei=Wei(2 * GWEI)) == GWEI
    price = result_of(
        b"\x3a", max_fee_per_gas_wei=Wei(5 * GWEI), max_priority_fee_per_gas_wei=Wei(7)
    )
    assert price == GWEI + 7


def test_a_call_with_a_value_needs_the_coins() -> None:
    """The text is geth's, with what the sender has and what the call wants."""
    assert result_of(b"\x34", value_wei=Wei(3)) == 3
    with pytest.raises(FundsInsufficient, match=r"insufficient funds .* have 0 want 1"):
        result_of(b"\x34", sender=STRANGER, value_wei=Wei(1))


def test_gas_is_capped() -> None:
    """A call gets what it asks for, at most the node's cap."""
    assert result_of(b"\x5a") == CALL_GAS_MAX - 21_000 - 2
    assert result_of(b"\x5a", gas_limit=Gas(50_000)) == 50_000 - 21_000 - 2
    assert result_of(b"\x5a", gas_limit=Gas(2**63)) == CALL_GAS_MAX - 21_000 - 2
    with pytest.raises(IntrinsicGasTooLow):
        result_of(b"\x5a", gas_limit=Gas(20_000))


def test_a_sender_with_code_may_call() -> None:
    """Simulated calls skip EIP-3607 and the nonce, as geth's do."""
    assert result_of(b"\x33", sender=CONTRACT) == int.from_bytes(CONTRACT, "big")


def test_a_revert_carries_its_reason_and_its_data() -> None:
    """The error names the reason, the output is the raw revert data."""
    data = ERROR_SELECTOR + encode(["string"], ["no"])
    # PUSHes the words of the data to memory and reverts with them.
    code = b"".join(
        push(data[at : at + 32].ljust(32, b"\0")) + push(at) + b"\x52"
        for at in range(0, len(data), 32)
    )
    reader = make_reader(code + push(len(data)) + b"\x5f\xfd")
    result = call(reader, TO_CONTRACT, ENVIRONMENT, MACHINE)
    assert (result.error, result.is_revert) == ("execution reverted: no", True)
    assert result.output == data
    with pytest.raises(ExecutionFailed, match="^execution reverted: no$") as caught:
        estimate_gas(reader, TO_CONTRACT, ENVIRONMENT, MACHINE)
    assert (caught.value.output, caught.value.is_revert) == (data, True)


def test_a_creation_can_be_called() -> None:
    """eth_call without a recipient answers the code that would be deployed."""
    message = CallMessage(sender=SENDER, data=bytes.fromhex("60ff60005360016000f3"))
    result = call(make_reader(), message, ENVIRONMENT, MACHINE)
    assert result.output == b"\xff"
    assert result.contract_address == compute_contract_address(SENDER, Nonce(0))


def test_overrides_hold_for_the_call_only() -> None:
    """Balance, nonce, code and storage of an account can be other than they are."""
    reader = make_reader(b"\x00", {0: 7, 1: 8})
    add_slots = bytes.fromhex("5f54600154") + b"\x01" + RETURN_WORD

    def answer(code: bytes, **fields: object) -> int:
        override = AccountOverride(code=code, **fields)  # type: ignore[arg-type]
        overrides = {CONTRACT: override}
        result = call(reader, TO_CONTRACT, ENVIRONMENT, MACHINE, overrides=overrides)
        return int.from_bytes(result.output, "big")

    assert answer(add_slots) == 15
    assert answer(add_slots, state_diff={0: 100}) == 108
    assert answer(add_slots, state={0: 100}) == 100
    assert answer(b"\x47" + RETURN_WORD, balance_wei=Wei(9)) == 9
    assert call(reader, TO_CONTRACT, ENVIRONMENT, MACHINE).output == b""
    with pytest.raises(Invalid, match="both 'state' and 'stateDiff'"):
        answer(b"", state={}, state_diff={})


def test_a_sender_can_be_made_rich() -> None:
    """An overridden balance pays for value and gas."""
    message = CallMessage(sender=STRANGER, to=OTHER, value_wei=Wei(5))
    overrides = {STRANGER: AccountOverride(balance_wei=Wei(5), nonce=Nonce(3))}
    assert call(make_reader(), message, ENVIRONMENT, MACHINE, overrides=overrides).error is None


def test_a_delegation_can_be_simulated() -> None:
    """Authorizations in a call object take effect for the call."""
    signed = sign_authorization(OTHER_KEY, chain_id=0, address=CONTRACT, nonce=0)
    message = CallMessage(sender=SENDER, to=OTHER, authorizations=(signed,))
    result = call(make_reader(b"\x30" + RETURN_WORD), message, ENVIRONMENT, MACHINE)
    assert result.output[12:] == OTHER


# eth_estimateGas.


def test_a_transfer_is_estimated_at_21000() -> None:
    """The most common estimate is exact."""
    message = CallMessage(sender=SENDER, to=STRANGER, value_wei=Wei(1))
    assert estimate_gas(make_reader(), message, ENVIRONMENT, MACHINE) == 21_000


PROGRAMS = st.sampled_from(
    [
        bytes.fromhex("600160005500"),  # stores
        bytes.fromhex("5f5f5500"),  # clears: pays before it is refunded
        bytes.fromhex("5f5f5f5f5f73") + bytes(OTHER) + bytes.fromhex("5af15000"),  # 63/64 rule
        bytes.fromhex("620186a05a10600957005b00"),  # jumps astray below 100,000 gas
        # Reverts unless it has 200,000 gas: needs far more than it uses.
        bytes.fromhex("62030d405a11600c575f5ffd5b00"),
    ]
)


@settings(max_examples=25, deadline=None)
@given(code=PROGRAMS, data=st.binary(max_size=200), value=st.integers(0, 3))
def test_an_estimate_is_enough_and_hardly_too_much(code: bytes, data: bytes, value: int) -> None:
    """The transaction succeeds with the estimate, and fails with 3 % less."""
    reader = make_reader(code, {0: 1})
    message = CallMessage(sender=SENDER, to=CONTRACT, data=data, value_wei=Wei(value))
    estimate = estimate_gas(reader, message, ENVIRONMENT, MACHINE)
    assert succeeds(reader, estimate, data, value)
    assert not succeeds(reader, estimate * 97 // 100, data, value)


def succeeds(reader: DictReader, gas_limit: int, data: bytes, value: int) -> bool:
    """Whether a real transaction with that limit does what it should."""
    try:
        checked = make_transaction(gas_limit=gas_limit, data=data, value_wei=value)
    except Invalid:
        return False
    return apply_transaction(World(reader), checked, ENVIRONMENT, MACHINE).status == 1


def test_estimates_are_bound_by_the_senders_coins() -> None:
    """With a price, no more gas is tried than the sender can pay for."""
    message = dataclasses.replace(TO_CONTRACT, max_fee_per_gas_wei=Wei(2 * GWEI))
    poor = make_reader(bytes.fromhex("5b600056"), balance_wei=30_000 * 2 * GWEI)
    with pytest.raises(ExecutionFailed, match=r"^gas required exceeds allowance \(30000\)$"):
        estimate_gas(poor, message, ENVIRONMENT, MACHINE)
    with pytest.raises(FundsInsufficient):
        rich_call = dataclasses.replace(message, value_wei=Wei(COIN))
        estimate_gas(poor, rich_call, ENVIRONMENT, MACHINE)


def test_an_allowance_below_the_intrinsic_gas_is_too_low() -> None:
    """geth words it as an allowance, not as the transaction's fault."""
    with pytest.raises(ExecutionFailed, match=r"gas required exceeds allowance \(20000\)"):
        estimate_gas(make_reader(), TO_CONTRACT, ENVIRONMENT, MACHINE, gas_cap=Gas(20_000))


def test_an_estimate_of_what_always_fails_says_why() -> None:
    """An endless loop exceeds the allowance, an invalid instruction is named."""
    with pytest.raises(ExecutionFailed, match=r"gas required exceeds allowance \(100000\)"):
        estimate_gas(
            make_reader(bytes.fromhex("5b600056")),
            TO_CONTRACT,
            ENVIRONMENT,
            MACHINE,
            gas_cap=Gas(100_000),
        )
    with pytest.raises(ExecutionFailed, match="invalid opcode: INVALID") as caught:
        estimate_gas(make_reader(b"\xfe"), TO_CONTRACT, ENVIRONMENT, MACHINE)
    assert not caught.value.is_revert


# eth_createAccessList.


def test_an_access_list_names_what_the_code_used() -> None:
    """Slots of the recipient and accounts it looked at are listed; sender and proposer are not."""
    code = push(3) + b"\x54" + push(STRANGER) + b"\x31" + push(SENDER) + b"\x31" + b"\x00"
    access_list, result = create_access_list(make_reader(code), TO_CONTRACT, ENVIRONMENT, MACHINE)
    assert access_list == (AccessEntry(CONTRACT, (3,)), AccessEntry(STRANGER, ()))
    assert result.error is None
    again = dataclasses.replace(TO_CONTRACT, access_list=access_list)
    assert result.gas_used == call(make_reader(code), again, ENVIRONMENT, MACHINE).gas_used


def test_an_access_list_names_what_translated_code_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same list, whether py-evm's instructions ran or translated code, and calls of it."""
    calling = bytes.fromhex("5f5f5f5f5f") + push(STRANGER) + b"\x5a\xf1"
    code = push(3) + b"\x54" + push(OTHER) + b"\x3b" + push(9) + push(7) + b"\x55" + calling
    expected, slow = create_access_list(
        make_reader(code), TO_CONTRACT, ENVIRONMENT, Machine(translates=False)
    )
    monkeypatch.setattr(program, "VISITS_BEFORE", 0)
    found, fast = create_access_list(make_reader(code), TO_CONTRACT, ENVIRONMENT, Machine())
    assert found == expected
    assert {entry.address for entry in found} == {CONTRACT, OTHER, STRANGER}
    assert fast == slow


def test_an_access_list_of_a_failing_call_is_still_given() -> None:
    """What a reverted call used is listed, with its error."""
    code = push(3) + b"\x54" + bytes.fromhex("5f5ffd")
    access_list, result = create_access_list(make_reader(code), TO_CONTRACT, ENVIRONMENT, MACHINE)
    assert access_list == (AccessEntry(CONTRACT, (3,)),)
    assert result.error == "execution reverted"


def test_precompiles_are_not_listed() -> None:
    """They are warm anyway."""
    identity = Address(bytes(19) + b"\x04")
    code = push(identity) + b"\x31\x00"
    access_list, _ = create_access_list(make_reader(code), TO_CONTRACT, ENVIRONMENT, MACHINE)
    assert access_list == ()


def test_words_that_a_module_reads_at_once_are_listed() -> None:
    """A module's record is warmed by the list as well as a contract's word."""
    module = Address(bytes(18) + b"\x0a\x01")

    def run(computation: Any) -> Any:
        host = MeteredHost(computation, {}, is_static=False)
        host.load_many(module, [5, 6])
        host.save_many(module, [(9, 1)])
        return computation

    machine = Machine(PRAGUE, {module: run})
    to_module = dataclasses.replace(TO_CONTRACT, to=module)
    access_list, _ = create_access_list(make_reader(), to_module, ENVIRONMENT, machine)
    assert access_list == (AccessEntry(module, (5, 6, 9)),)
