"""
Calls made by translated code, and what it asks of other accounts.

    call(frame, memory, operands, gas) --Message--> the child's computation
        -> (1 or 0, gas that is left), the answer in memory and in the computation's return data

Charges, checks and errors come in the order of py-evm's instructions (EIP-150, 161, 2929, 7702).
"""

from typing import Any, Final

from eth.exceptions import OutOfGas, WriteProtection

from chain.params import COLD_ACCOUNT_GAS, DELEGATION_PREFIX, WARM_ACCESS_GAS
from chain.types.primitives import EMPTY_CODE_HASH, Address
from chain.vm.message import Message, is_delegation
from chain.vm.translation.frame import Frame
from chain.vm.translation.runtime import reach
from chain.vm.world import EMPTY_ACCOUNT

ADDRESS_MASK: Final = (1 << 160) - 1
DEPTH_MAX: Final = 1_024  # calls inside one another (Yellow Paper, equation 158)
VALUE_GAS: Final = 9_000  # a call that moves coins
STIPEND_GAS: Final = 2_300  # of which its callee gets so much
NEW_ACCOUNT_GAS: Final = 25_000  # coins that bring an account to life (EIP-161)
KEPT_SHARE: Final = 64  # a caller keeps one part in so many of its gas (EIP-150)
PREFIX_BYTES: Final = len(DELEGATION_PREFIX)


def address_of(word: int) -> Address:
    """Return the account that a word names."""
    return Address((word & ADDRESS_MASK).to_bytes(20, "big"))


def call(
    frame: Frame,
    memory: bytearray,
    asked: int,
    target: int,
    value: int,
    start: int,
    size: int,
    answer: int,
    answer_size: int,
    gas: int,
) -> tuple[int, int]:
    """CALL."""
    if value and frame.is_static:
        raise WriteProtection("Cannot modify state while inside of a STATICCALL context")
    gas = reach(memory, answer, answer_size, reach(memory, start, size, gas))
    to = address_of(target)
    code, delegate, gas = _code_of(frame, to, gas)
    extra = 0
    if value:
        dead = frame.world.account_is_empty(to)
        extra = VALUE_GAS + NEW_ACCOUNT_GAS if dead else VALUE_GAS
    given, gas = _child_gas(asked, extra, gas)
    above = frame.message
    message = Message(
        given + STIPEND_GAS if value else given,
        to,
        frame.address,
        value,
        bytes(memory[start : start + size]),
        code,
        above.depth + 1,
        None,
        delegate,
        True,
        above.is_static,
        delegate is not None,
    )
    return _run(frame, memory, message, answer, answer_size, gas)


def callcode(
    frame: Frame,
    memory: bytearray,
    asked: int,
    source: int,
    value: int,
    start: int,
    size: int,
    answer: int,
    answer_size: int,
    gas: int,
) -> tuple[int, int]:
    """CALLCODE."""
    gas = reach(memory, answer, answer_size, reach(memory, start, size, gas))
    lender = address_of(source)
    code, delegate, gas = _code_of(frame, lender, gas)
    given, gas = _child_gas(asked, VALUE_GAS if value else 0, gas)
    above = frame.message
    message = Message(
        given + STIPEND_GAS if value else given,
        frame.address,
        frame.address,
        value,
        bytes(memory[start : start + size]),
        code,
        above.depth + 1,
        None,
        delegate or lender,
        True,
        above.is_static,
        delegate is not None,
    )
    return _run(frame, memory, message, answer, answer_size, gas)


def delegatecall(
    frame: Frame,
    memory: bytearray,
    asked: int,
    source: int,
    start: int,
    size: int,
    answer: int,
    answer_size: int,
    gas: int,
) -> tuple[int, int]:
    """DELEGATECALL: the caller's own sender and value."""
    gas = reach(memory, answer, answer_size, reach(memory, start, size, gas))
    lender = address_of(source)
    code, delegate, gas = _code_of(frame, lender, gas)
    given, gas = _child_gas(asked, 0, gas)
    above = frame.message
    message = Message(
        given,
        frame.address,
        above.sender,
        above.value,
        bytes(memory[start : start + size]),
        code,
        above.depth + 1,
        None,
        delegate or lender,
        False,
        above.is_static,
        delegate is not None,
    )
    return _run(frame, memory, message, answer, answer_size, gas)


def staticcall(
    frame: Frame,
    memory: bytearray,
    asked: int,
    target: int,
    start: int,
    size: int,
    answer: int,
    answer_size: int,
    gas: int,
) -> tuple[int, int]:
    """STATICCALL."""
    gas = reach(memory, answer, answer_size, reach(memory, start, size, gas))
    to = address_of(target)
    code, delegate, gas = _code_of(frame, to, gas)
    given, gas = _child_gas(asked, 0, gas)
    message = Message(
        given,
        to,
        frame.address,
        0,
        bytes(memory[start : start + size]),
        code,
        frame.message.depth + 1,
        None,
        delegate,
        False,
        True,
        delegate is not None,
    )
    return _run(frame, memory, message, answer, answer_size, gas)


def balance(frame: Frame, word: int, gas: int) -> tuple[int, int]:
    """BALANCE."""
    address = address_of(word)
    gas = _look_at(frame, address, gas)
    return frame.world.get_balance(address), gas


def code_size(frame: Frame, word: int, gas: int) -> tuple[int, int]:
    """EXTCODESIZE."""
    address = address_of(word)
    gas = _look_at(frame, address, gas)
    return len(frame.world.get_code(address)), gas


def code_hash(frame: Frame, word: int, gas: int) -> tuple[int, int]:
    """EXTCODEHASH: 0 of an account that is none, or empty (EIP-1052)."""
    address = address_of(word)
    gas = _look_at(frame, address, gas)
    state = frame.world.account_state(address)
    if state is None or state == EMPTY_ACCOUNT:
        return 0, gas
    return int.from_bytes(state[2], "big"), gas


def _look_at(frame: Frame, address: Address, gas: int) -> int:
    """Charge for the use of an account, cold or warm (EIP-2929)."""
    gas -= WARM_ACCESS_GAS if frame.world.warm_address(address) else COLD_ACCOUNT_GAS
    if gas < 0:
        raise OutOfGas("access of an account")
    return gas


def _code_of(frame: Frame, address: Address, gas: int) -> tuple[bytes, Address | None, int]:
    """Return the code to run, the account that lends it (EIP-7702), and the gas that is left."""
    gas = _look_at(frame, address, gas)
    world = frame.world
    state = world.account_state(address)
    if state is None or state[2] == EMPTY_CODE_HASH:
        return b"", None, gas
    code = world.code_of(state[2])
    if not (is_delegation(code) and frame.computation.sets_code):
        return code, None, gas
    delegate = Address(code[PREFIX_BYTES:])
    gas = _look_at(frame, delegate, gas)
    return world.get_code(delegate), delegate, gas


def _child_gas(asked: int, extra: int, gas: int) -> tuple[int, int]:
    """Return the gas that a child is given and what its caller keeps (EIP-150)."""
    gas -= extra
    if gas < 0:
        raise OutOfGas("call")
    given = gas - gas // KEPT_SHARE
    if asked < given:
        given = asked
    return given, gas - given


def _run(
    frame: Frame, memory: bytearray, message: Message, answer: int, answer_size: int, gas: int
) -> tuple[int, int]:
    """Run a child and take what it leaves; one that its caller cannot afford is not begun."""
    computation, world = frame.computation, frame.world
    is_poor = (
        message.value
        and message.should_transfer_value
        and world.get_balance(frame.address) < message.value
    )
    if is_poor or message.depth > DEPTH_MAX:
        computation.return_data = b""
        return 0, gas + message.gas
    child: Any = computation.apply_message(
        world, message, computation.transaction_context, computation
    )
    computation.children.append(child)
    error = child._error
    if error is not None and error.burns_gas:
        computation.return_data = b""
        return 0, gas
    output = computation.return_data = child._output
    if answer_size and output:
        if len(output) >= answer_size:
            memory[answer : answer + answer_size] = output[:answer_size]
        else:
            memory[answer : answer + len(output)] = output
    return (1 if error is None else 0), gas + child._gas_meter.gas_remaining
