"""
Straight-line bytecode for tests of coins: what a contract does, one thing after the other.

    call(...) + create(...) + die(...)     good as init code and, behind `deploying`, as runtime
"""

from chain.types.primitives import Address

CHILD = 0x4000  # where the address of the newest child is kept in memory
GAS_LEFT, CALL, CREATE, REVERT, SELFDESTRUCT = b"\x5a", b"\xf1", b"\xf0", b"\xfd", b"\xff"
POP, MLOAD, MSTORE, STOP, RETURN, SELF = b"\x50", b"\x51", b"\x52", b"\x00", b"\xf3", b"\x30"


def push(value: int | bytes) -> bytes:
    """Return the instruction that puts a word onto the stack."""
    raw = value if isinstance(value, bytes) else value.to_bytes(32, "big").lstrip(b"\0")
    return bytes((0x5F + len(raw),)) + raw


def stored(data: bytes) -> bytes:
    """Put bytes into memory from 0 on."""
    chunks = (data[i : i + 32].ljust(32, b"\0") for i in range(0, len(data), 32))
    return b"".join(push(c) + push(32 * i) + MSTORE for i, c in enumerate(chunks))


def call(target: Address, data: bytes = b"", value_wei: int = 0) -> bytes:
    """Call an account and go on whatever comes of it."""
    return stored(data) + _call(push(bytes(target)), len(data), value_wei)


def call_or_revert(target: Address, data: bytes = b"", value_wei: int = 0) -> bytes:
    """Call an account and revert where it refuses."""
    made = call(target, data, value_wei)[: -len(POP)]
    return made + b"\x60\x06\x58\x01\x57" + push(0) * 2 + REVERT + b"\x5b"


def call_child(data: bytes = b"", value_wei: int = 0) -> bytes:
    """Call the newest child."""
    return stored(data) + _call(push(CHILD) + MLOAD, len(data), value_wei)


def call_about_child(target: Address, data: bytes, at: int) -> bytes:
    """Call an account with the newest child's address as the word at byte `at` of the data."""
    patched = push(CHILD) + MLOAD + push(at) + MSTORE
    return stored(data) + patched + _call(push(bytes(target)), len(data), 0)


def create(init: bytes, value_wei: int = 0) -> bytes:
    """Create a child, which runs the init code at once."""
    made = push(len(init)) + push(0) + push(value_wei) + CREATE
    return stored(init) + made + push(CHILD) + MSTORE


def die(heir: Address | None) -> bytes:
    """Destroy the contract, in favour of an heir or of itself."""
    return (SELF if heir is None else push(bytes(heir))) + SELFDESTRUCT


def revert() -> bytes:
    """Undo all that this contract did in this call."""
    return push(0) * 2 + REVERT


def deploying(runtime: bytes) -> bytes:
    """Init code that leaves a runtime behind."""
    return stored(runtime) + push(len(runtime)) + push(0) + RETURN


def _call(target: bytes, size: int, value_wei: int) -> bytes:
    arguments = push(0) * 2 + push(size) + push(0) + push(value_wei) + target + GAS_LEFT
    return arguments + CALL + POP
