"""
Why a call failed, in geth's words, and what a revert says.

    VMError of py-evm --describe_error--> "out of gas"        (wallets and tools match on it)
    output of REVERT  --describe_revert--> "execution reverted: not the owner"
"""

from typing import Final

from eth.exceptions import (
    ContractCreationCollision,
    FullStack,
    InsufficientFunds,
    InsufficientStack,
    InvalidInstruction,
    InvalidJumpDestination,
    OutOfBoundsRead,
    OutOfGas,
    ReservedBytesInCode,
    Revert,
    StackDepthLimit,
    VMError,
    WriteProtection,
)
from eth_abi.abi import decode
from eth_abi.exceptions import DecodingError

EXECUTION_REVERTED: Final = "execution reverted"
ERROR_SELECTOR: Final = bytes.fromhex("08c379a0")  # Error(string)
PANIC_SELECTOR: Final = bytes.fromhex("4e487b71")  # Panic(uint256)
WORD_BYTES: Final = 32
REASON_BYTES_MAX: Final = 65_536  # 64 KiB of revert data are read for a reason, not more

# Solidity's panic codes in geth's words (accounts/abi).
PANIC_REASONS: Final = {
    0x00: "generic panic",
    0x01: "assert(false)",
    0x11: "arithmetic underflow or overflow",
    0x12: "division or modulo by zero",
    0x21: "enum overflow",
    0x22: "invalid encoded storage byte array accessed",
    0x31: "out-of-bounds array access; popping on an empty array",
    0x32: "out-of-bounds access of an array or bytesN",
    0x41: "out of memory",
    0x51: "uninitialized function",
}

_TEXTS: Final[dict[type[VMError], str]] = {
    Revert: EXECUTION_REVERTED,
    OutOfGas: "out of gas",
    InsufficientStack: "stack underflow",
    FullStack: "stack limit reached 1024 (1023)",
    InvalidJumpDestination: "invalid jump destination",
    InsufficientFunds: "insufficient balance for transfer",
    StackDepthLimit: "max call depth exceeded",
    ContractCreationCollision: "contract address collision",
    WriteProtection: "write protection",
    OutOfBoundsRead: "return data out of bounds",
    ReservedBytesInCode: "invalid code: must not begin with 0xef",
}


def describe_error(error: VMError) -> str:
    """Name what stopped a call as geth does; unknown kinds keep py-evm's text."""
    if isinstance(error, InvalidInstruction):
        return f"invalid opcode: {_opcode_of(error)}"
    text = str(error)
    if isinstance(error, OutOfGas):
        if "EIP170" in text:
            return "max code size exceeded"
        if "EIP-3860" in text:
            return "max initcode size exceeded"
        if "Write contract code" in text:
            return "contract creation code storage out of gas"
        if text.startswith("Invalid"):
            return text
    for kind in type(error).__mro__:
        if kind in _TEXTS:
            return _TEXTS[kind]
    return text or type(error).__name__


def _opcode_of(error: InvalidInstruction) -> str:
    """Return the instruction that py-evm names in its message, as geth prints it."""
    for word in str(error).replace(",", " ").split():
        if word.startswith("0x"):
            value = int(word, 16)
            return "INVALID" if value == 0xFE else f"opcode 0x{value:x} not defined"
    return str(error)


def decode_revert_reason(output: bytes) -> str | None:
    """
    Read the reason out of revert data: Error(string) or Panic(uint256).

    Custom errors and anything undecodable give None; their bytes speak for themselves.
    """
    selector, body = output[:4], output[4:REASON_BYTES_MAX]
    try:
        if selector == ERROR_SELECTOR:
            return _decode_text(body)
        if selector == PANIC_SELECTOR:
            code = int(decode(["uint256"], body)[0])
            return PANIC_REASONS.get(code, f"unknown panic code: {code:#x}")
    except (DecodingError, UnicodeDecodeError, OverflowError):
        return None
    return None


def _decode_text(body: bytes) -> str:
    """Read a string also where the zeros behind it are missing, as geth does."""
    place = int.from_bytes(body[:WORD_BYTES], "big")
    start = place + WORD_BYTES
    end = start + int.from_bytes(body[place:start], "big")
    if end > len(body):
        raise OverflowError(f"string ends at byte {end} of {len(body)}")
    return body[start:end].decode()


def describe_revert(output: bytes) -> str:
    """Say "execution reverted", and the reason behind a colon when there is one."""
    reason = decode_revert_reason(output)
    return EXECUTION_REVERTED if reason is None else f"{EXECUTION_REVERTED}: {reason}"
