"""
From call data to a module's method and back: the same guards for every module, written once.

    call data --selector--> Method --arguments--> module instance --result--> return data
                                                  +-> an entry of its audit log, if it keeps one

Refusals leave as they are; the virtual machine turns them into a revert with the refusal's data.
"""

from typing import Any

from chain.errors import Malformed
from chain.kit import audit_log
from chain.kit.abi import decode_sequence
from chain.kit.host import CallInfo, Host
from chain.kit.module import (
    AUTHORITY,
    Method,
    Module,
    NotPayable,
    Paused,
    Unauthorized,
    methods_of,
)
from chain.kit.outcalls import refuse_held
from chain.types.primitives import Gas

CALL_DATA_BYTES_MAX = 65_536  # 64 KiB of arguments for one native call
GAS_PER_WORD = Gas(3)  # of call data and return data, as EVM memory copies cost
GAS_PER_CALL = Gas(100)  # decoding and dispatch


class UnknownSelector(Malformed):
    """The module has no method with this selector."""


def dispatch(module: type[Module], host: Host, caller: CallInfo, data: bytes) -> bytes:
    """
    Run one call on a module and return its ABI-encoded result.

    Raises Refusal where the module says no, Malformed where the call data is not a call.
    """
    host.charge(Gas(GAS_PER_CALL + copy_gas(data)))
    method = find_method(module, data)
    arguments = decode_arguments(method, data)
    instance = module(host, caller)
    if caller.value_wei and not method.payable:
        raise NotPayable(caller.value_wei)
    if method.governed and caller.sender != AUTHORITY:
        raise Unauthorized(caller.sender)
    if not method.is_view:
        refuse_held(host, module.address)
    if not method.is_view and instance.is_paused:
        raise Paused()
    result = encode_result(method, method.function(instance, *arguments))
    if module.is_audited and not method.is_view:
        audit_log.append(instance, caller.sender, method.selector, data)
    host.charge(copy_gas(result))
    return result


def copy_gas(data: bytes) -> Gas:
    """Return the price of copying these bytes once, in gas."""
    return Gas(GAS_PER_WORD * -(-len(data) // 32))


def find_method(module: type[Module], data: bytes) -> Method:
    """Return the method that call data names; raises UnknownSelector or Malformed."""
    if len(data) > CALL_DATA_BYTES_MAX:
        raise Malformed(f"call data of at most {CALL_DATA_BYTES_MAX} bytes expected: {len(data)}")
    method = methods_of(module).get(data[:4])
    if method is None:
        raise UnknownSelector(f"{module.name} has no method 0x{data[:4].hex()}")
    return method


def decode_arguments(method: Method, data: bytes) -> list[Any]:
    """Return the arguments behind the selector; raises Malformed."""
    return method.decode(data)


def encode_result(method: Method, result: Any) -> bytes:
    """Return a method's result as Solidity's `returns (T)` does."""
    if method.output is None:
        return b""
    encoded = method.output.encode(result)
    if method.output.is_dynamic and not method.returns_many:
        return b"\x00" * 31 + b"\x20" + encoded
    return encoded


def decode_result(method: Method, data: bytes) -> Any:
    """Return the Python value of a method's return data, None for a method that returns nothing."""
    if method.output is None:
        return None
    if method.returns_many:
        return method.output.decode(data, 0)
    return decode_sequence([method.output], data)[0]
