"""Failures in geth's words."""

import pytest
from eth_abi.abi import encode

from chain.vm.errors import (
    ERROR_SELECTOR,
    PANIC_SELECTOR,
    decode_revert_reason,
    describe_revert,
)
from chain.vm.transaction import apply_transaction
from chain.vm.world import World
from tests.chain.vm.ground import MACHINE, make_environment, make_reader, make_transaction


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("5b600056", "out of gas"),
        ("50", "stack underflow"),
        ("5b5f600056", "stack limit reached 1024 (1023)"),
        ("600356", "invalid jump destination"),
        ("fe", "invalid opcode: INVALID"),
        ("0c", "invalid opcode: opcode 0xc not defined"),
        ("5f5ffd", "execution reverted"),
        ("60015f5f3e", "return data out of bounds"),
    ],
)
def test_each_failure_has_geths_text(code: str, text: str) -> None:
    """Programs that fail in different ways say so in the words that clients know."""
    world = World(make_reader(bytes.fromhex(code)))
    outcome = apply_transaction(world, make_transaction(), make_environment(), MACHINE)
    assert (outcome.status, outcome.error) == (0, text)


def test_reasons_are_read_from_revert_data() -> None:
    """Error(string) gives its text, Panic(uint256) the meaning of its code."""
    error = ERROR_SELECTOR + encode(["string"], ["not the owner"])
    assert describe_revert(error) == "execution reverted: not the owner"
    assert describe_revert(error[:-16]) == "execution reverted: not the owner"  # no zeros behind
    assert describe_revert(error[:-28]) == "execution reverted"
    panic = PANIC_SELECTOR + encode(["uint256"], [0x11])
    assert describe_revert(panic) == "execution reverted: arithmetic underflow or overflow"
    unknown = PANIC_SELECTOR + encode(["uint256"], [0x99])
    assert describe_revert(unknown) == "execution reverted: unknown panic code: 0x99"


@pytest.mark.parametrize(
    "output",
    [
        b"",
        b"\x01\x02",
        bytes.fromhex("deadbeef") + bytes(32),
        ERROR_SELECTOR,
        ERROR_SELECTOR + b"\xff" * 64,
        ERROR_SELECTOR + encode(["bytes"], [b"\xff\xfe"]),
        PANIC_SELECTOR + b"\x01",
    ],
)
def test_data_without_a_reason_is_left_to_speak_for_itself(output: bytes) -> None:
    """Custom errors, cut data and text that is no UTF-8 give no reason and no exception."""
    assert decode_revert_reason(output) is None
    assert describe_revert(output) == "execution reverted"
