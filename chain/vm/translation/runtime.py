"""
What translated code calls for more than arithmetic: memory, storage, hashes, logs, endings.

    function(frame, memory, operands, gas) -> gas that is left, or (word, gas)

Each charges as py-evm's instruction does and raises its errors.
"""

from functools import lru_cache
from typing import Any, Final

from eth.exceptions import (
    OutOfBoundsRead,
    OutOfGas,
    Revert,
    WriteProtection,
)

from chain.codec import keccak256
from chain.params import (
    COLD_SLOT_GAS,
    LOG_BYTE_GAS,
    SLOT_RESET_GAS,
    SLOT_SET_GAS,
    WARM_ACCESS_GAS,
)
from chain.vm.translation.arithmetic import WORD
from chain.vm.translation.frame import Frame

MEMORY_WORD_GAS: Final = 3
MEMORY_QUADRATIC: Final = 512  # words, squared, that cost one more gas
HASH_WORD_GAS, COPY_WORD_GAS, EXPONENT_BYTE_GAS = 6, 3, 50
LOG_TOPIC_GAS: Final = 375
STORE_CLEAR_REFUND_GAS: Final = 4_800  # EIP-3529
STORE_SENTRY_GAS: Final = 2_300  # EIP-2200: with no more left, no word is written
HASHES_KEPT: Final = 65_536  # of 64 bytes each: places in mappings


def grow(memory: bytearray, end: int, gas: int) -> int:
    """Charge for memory up to `end`, which it does not reach yet, and make it."""
    before, after = len(memory) >> 5, end + 31 >> 5
    gas -= MEMORY_WORD_GAS * (after - before)
    gas -= after * after // MEMORY_QUADRATIC - before * before // MEMORY_QUADRATIC
    if gas < 0:
        raise OutOfGas("memory")
    memory.extend(bytes(32 * (after - before)))
    return gas


def load(frame: Frame, memory: bytearray, start: int, gas: int) -> tuple[int, int]:
    """MLOAD."""
    end = start + 32
    if end > len(memory):
        gas = grow(memory, end, gas)
    return int.from_bytes(memory[start:end], "big"), gas


def store(frame: Frame, memory: bytearray, start: int, word: int, gas: int) -> int:
    """MSTORE."""
    end = start + 32
    if end > len(memory):
        gas = grow(memory, end, gas)
    memory[start:end] = word.to_bytes(32, "big")
    return gas


def store_byte(frame: Frame, memory: bytearray, start: int, word: int, gas: int) -> int:
    """MSTORE8."""
    if start >= len(memory):
        gas = grow(memory, start + 1, gas)
    memory[start] = word & 0xFF
    return gas


def reach(memory: bytearray, start: int, size: int, gas: int) -> int:
    """Charge for a range of memory; an empty one costs nothing wherever it is."""
    if size and start + size > len(memory):
        return grow(memory, start + size, gas)
    return gas


def copy(
    frame: Frame, memory: bytearray, target: int, source: bytes, start: int, size: int, gas: int
) -> int:
    """CALLDATACOPY and CODECOPY: what is missing in the source is zero."""
    gas = reach(memory, target, size, gas) - COPY_WORD_GAS * (size + 31 >> 5)
    if gas < 0:
        raise OutOfGas("copy")
    if size:
        memory[target : target + size] = source[start : start + size].ljust(size, b"\0")
    return gas


def copy_answer(
    frame: Frame, memory: bytearray, target: int, start: int, size: int, gas: int
) -> int:
    """RETURNDATACOPY: reading behind the end is an error."""
    answer = frame.computation.return_data
    if start + size > len(answer):
        raise OutOfBoundsRead(f"{len(answer)} bytes were returned, asked for {start} to {size}")
    return copy(frame, memory, target, answer, start, size, gas)


def move(frame: Frame, memory: bytearray, target: int, start: int, size: int, gas: int) -> int:
    """MCOPY."""
    gas = reach(memory, max(target, start), size, gas) - COPY_WORD_GAS * (size + 31 >> 5)
    if gas < 0:
        raise OutOfGas("copy")
    if size:
        memory[target : target + size] = memory[start : start + size]
    return gas


def hash_memory(
    frame: Frame, memory: bytearray, start: int, size: int, gas: int
) -> tuple[int, int]:
    """KECCAK256."""
    gas = reach(memory, start, size, gas) - HASH_WORD_GAS * (size + 31 >> 5)
    if gas < 0:
        raise OutOfGas("hash")
    raw = bytes(memory[start : start + size])
    return (hash_pair(raw) if size == 64 else int.from_bytes(keccak256(raw), "big")), gas


@lru_cache(HASHES_KEPT)
def hash_pair(raw: bytes) -> int:
    """Keccak of two words as a word: where a mapping keeps an entry."""
    return int.from_bytes(keccak256(raw), "big")


def data_word(data: bytes, start: int) -> int:
    """CALLDATALOAD."""
    found = data[start : start + 32]
    return int.from_bytes(found, "big") << 8 * (32 - len(found))


def exp(base: int, exponent: int, gas: int) -> tuple[int, int]:
    """EXP."""
    gas -= EXPONENT_BYTE_GAS * (exponent.bit_length() + 7 >> 3)
    if gas < 0:
        raise OutOfGas("exp")
    return pow(base, exponent, WORD), gas


def sload(frame: Frame, slot: int, gas: int) -> tuple[int, int]:
    """SLOAD (EIP-2929)."""
    word, was_warm = frame.world.use_word(frame.address, slot)
    gas -= WARM_ACCESS_GAS if was_warm else COLD_SLOT_GAS
    if gas < 0:
        raise OutOfGas("SLOAD")
    return word, gas


def sstore(frame: Frame, slot: int, word: int, gas: int) -> int:
    """SSTORE (EIP-2200, 2929, 3529); what it costs is known when it is done, or undone."""
    if frame.is_static:
        raise WriteProtection("Cannot modify state while inside of STATICCALL context")
    if gas <= STORE_SENTRY_GAS:
        raise OutOfGas("SSTORE")
    original, before, was_warm = frame.world.write_word(frame.address, slot, word)
    if not was_warm:
        gas -= COLD_SLOT_GAS
    gas -= WARM_ACCESS_GAS if before == word else _store_gas(frame, original, before, word)
    if gas < 0:
        raise OutOfGas("SSTORE")
    return gas


def load_transient(frame: Frame, slot: int) -> int:
    """TLOAD (EIP-1153)."""
    return int.from_bytes(frame.world.get_transient_storage(frame.address, slot), "big")


def store_transient(frame: Frame, slot: int, word: int) -> None:
    """TSTORE (EIP-1153)."""
    if frame.is_static:
        raise WriteProtection("Cannot modify state while inside of STATICCALL context")
    frame.world.set_transient_storage(frame.address, slot, word.to_bytes(32, "big"))


def _store_gas(frame: Frame, original: int, before: int, word: int) -> int:
    """Return the price of a change, and note what it refunds."""
    refund = 0
    if original == before:
        if original == 0:
            return SLOT_SET_GAS
        if word == 0:
            frame.meter.gas_refunded += STORE_CLEAR_REFUND_GAS
        return SLOT_RESET_GAS
    if original:
        if before == 0:
            refund -= STORE_CLEAR_REFUND_GAS
        if word == 0:
            refund += STORE_CLEAR_REFUND_GAS
    if original == word:
        refund += (SLOT_RESET_GAS if original else SLOT_SET_GAS) - WARM_ACCESS_GAS
    frame.meter.gas_refunded += refund
    return WARM_ACCESS_GAS


def log(
    frame: Frame, memory: bytearray, start: int, size: int, topics: tuple[int, ...], gas: int
) -> int:
    """LOG0 to LOG4; what all of them cost is charged with the trace."""
    if frame.is_static:
        raise WriteProtection("Cannot modify state while inside of STATICCALL context")
    gas -= LOG_BYTE_GAS * size + LOG_TOPIC_GAS * len(topics)
    if gas < 0:
        raise OutOfGas("log")
    gas = reach(memory, start, size, gas)
    computation = frame.computation
    counter = computation.transaction_context.get_next_log_counter()
    data = bytes(memory[start : start + size])
    computation._log_entries.append((counter, frame.address, topics, data))
    return gas


def finish(frame: Frame, memory: bytearray, start: int, size: int, gas: int) -> None:
    """RETURN."""
    frame.gas = reach(memory, start, size, gas)
    frame.computation._output = bytes(memory[start : start + size])


def revert(frame: Frame, memory: bytearray, start: int, size: int, gas: int) -> None:
    """REVERT; raises Revert."""
    frame.gas = reach(memory, start, size, gas)
    frame.give()
    output = bytes(memory[start : start + size])
    frame.computation._output = output
    raise Revert(output)


def tidy(stack: list[Any]) -> None:
    """Turn the bytes that py-evm's instructions leave on the stack into words."""
    if type(stack[-1]) is bytes:
        stack[-1] = int.from_bytes(stack[-1], "big")
