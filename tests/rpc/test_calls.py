"""Call objects and overrides as data."""

import pytest

from chain.errors import Malformed
from chain.types.primitives import ZERO_ADDRESS, ZERO_HASH, Gas, Hash32, Height, Seconds, Wei
from chain.types.transaction import AccessEntry
from chain.vm.world import BlockEnvironment
from rpc.calls import (
    ACCESS_ENTRIES_MAX,
    OVERRIDDEN_ACCOUNTS_MAX,
    BlockOverrides,
    CallRequest,
    StateOverrides,
)
from tests.rpc.stage import COUNTER, STRANGER, hex_of

WORD = "0x" + "00" * 31 + "07"


def test_every_field_of_a_call_arrives() -> None:
    """What a client writes is what the machine gets."""
    request = CallRequest.decode(
        {
            "from": hex_of(STRANGER),
            "to": hex_of(COUNTER),
            "gas": "0x5208",
            "maxFeePerGas": "0x9",
            "maxPriorityFeePerGas": "0x2",
            "value": "0x3",
            "nonce": "0x4",
            "input": "0x0102",
            "chainId": "0x5",
            "accessList": [{"address": hex_of(COUNTER), "storageKeys": [WORD]}],
        }
    )
    message = request.message
    assert (STRANGER, COUNTER, 21_000) == (message.sender, message.to, message.gas_limit)
    assert (9, 2) == (message.max_fee_per_gas_wei, message.max_priority_fee_per_gas_wei)
    assert (3, 4, b"\x01\x02") == (message.value_wei, message.nonce, message.data)
    assert (AccessEntry(COUNTER, (7,)),) == message.access_list
    assert 5 == request.chain_id


def test_an_empty_call_is_a_free_creation_by_nobody() -> None:
    """Defaults are geth's."""
    message = CallRequest.decode({}).message
    assert (ZERO_ADDRESS, None, b"", None) == (
        message.sender,
        message.to,
        message.data,
        message.gas_limit,
    )


def test_one_price_is_cap_and_tip() -> None:
    """gasPrice of old, and a tip without a cap, which is free."""
    message = CallRequest.decode({"gasPrice": "0x7"}).message
    assert (7, 7) == (message.max_fee_per_gas_wei, message.max_priority_fee_per_gas_wei)
    message = CallRequest.decode({"maxPriorityFeePerGas": "0x7"}).message
    assert (0, 0) == (message.max_fee_per_gas_wei, message.max_priority_fee_per_gas_wei)


def test_lists_are_bounded() -> None:
    """Access lists and overridden accounts have an end."""
    entry = {"address": hex_of(COUNTER)}
    with pytest.raises(Malformed, match=f"at most {ACCESS_ENTRIES_MAX} items"):
        CallRequest.decode({"accessList": [entry] * (ACCESS_ENTRIES_MAX + 1)})
    many = {f"0x{number:040x}": {} for number in range(OVERRIDDEN_ACCOUNTS_MAX + 1)}
    with pytest.raises(Malformed, match=f"at most {OVERRIDDEN_ACCOUNTS_MAX} accounts"):
        StateOverrides.decode(many)


def test_account_overrides_arrive() -> None:
    """Each field by itself; what is left out is left alone."""
    overrides = StateOverrides.decode(
        {
            hex_of(COUNTER): {"nonce": "0x1", "balance": "0x2", "code": "0x03"},
            hex_of(STRANGER): {"stateDiff": {WORD: WORD}},
        }
    )
    found = overrides[COUNTER]
    assert (1, 2, b"\x03", None) == (found.nonce, found.balance_wei, found.code, found.state)
    assert {7: 7} == overrides[STRANGER].state_diff


def test_block_overrides_change_what_they_name() -> None:
    """And nothing else; ancestors that the true block has not are unknown."""
    environment = BlockEnvironment(
        Height(5),
        Seconds(50),
        STRANGER,
        Gas(500),
        Wei(5),
        1,
        ancestor_hash=lambda height: Hash32(bytes([height]) * 32),
    )
    changed = BlockOverrides.decode({"number": "0x9", "baseFeePerGas": "0x0"}).apply(environment)
    assert (9, 0) == (changed.height, changed.base_fee_per_gas_wei)
    assert (50, STRANGER, 500) == (changed.timestamp_s, changed.coinbase, changed.gas_limit)
    assert b"\x04" * 32 == changed.ancestor_hash(Height(4))
    assert ZERO_HASH == changed.ancestor_hash(Height(5)) == changed.ancestor_hash(Height(8))
