"""
A contract called by a native module: one message below the module's own, with the EVM's rules.

    module's computation --exactly so much gas--> child computation --> contract, and what it calls
        ^-- what is left of it, at most OUTPUT_BYTES_MAX of its answer --+

A child that fails is undone alone, and its caller goes on. A caller that cannot give the gas it
promised, or is 1,024 calls deep, fails itself: how a contract ends is up to the contract, never
to how little the one who sent the transaction brought along.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from eth.constants import STACK_DEPTH_LIMIT
from eth.exceptions import OutOfGas, StackDepthLimit

from chain import params
from chain.kit.host import OUTPUT_BYTES_MAX, CallOutcome
from chain.types.primitives import Address, Gas
from chain.vm.message import is_delegation
from chain.vm.world import World

RETAINED_SHARE = 64  # a caller keeps one part in so many of its gas (EIP-150)
WHY = "a native module's call of a contract"  # what an out-of-gas error says


@dataclass(frozen=True, slots=True)
class MessageCall:
    """Who calls whom, with what."""

    source: Address
    target: Address
    delegate: Address | None  # whose code the target runs instead (EIP-7702)
    data: bytes
    gas: Gas


def delegate_of(world: World, target: Address) -> Address | None:
    """Return the account whose code an account has set itself (EIP-7702), None for its own."""
    code = world.get_code(target)
    return Address(code[len(params.DELEGATION_PREFIX) :]) if is_delegation(code) else None


def run_below(computation: Any, call: MessageCall, through: tuple[Address, ...]) -> CallOutcome:
    """
    Run a call to its end as a child of the computation, which has paid all but the child's gas.

    Raises py-evm's OutOfGas and StackDepthLimit where the caller cannot make the call at all.
    """
    if computation.msg.depth + 1 > STACK_DEPTH_LIMIT:
        raise StackDepthLimit(WHY)
    left = computation.get_gas_remaining()
    if call.gas > left - left // RETAINED_SHARE:
        raise OutOfGas(f"{WHY} needs {call.gas} of the {left} that are left")
    computation.consume_gas(call.gas, WHY)
    with _waiting(computation.transaction_context, {*through, call.source}):
        child = computation.apply_child_computation(_message(computation, call))
    if child.should_return_gas:
        computation.return_gas(child.get_gas_remaining())
    return CallOutcome(child.is_success, bytes(child.output[:OUTPUT_BYTES_MAX]))


def _message(computation: Any, call: MessageCall) -> Any:
    """Return the child's message: what CALL without value makes at this fork."""
    return computation.prepare_child_message(
        gas=call.gas,
        to=call.target,
        value=0,
        data=call.data,
        code=computation.state.get_code(call.delegate or call.target),
        code_address=call.delegate,
        sender=call.source,
        is_delegation=call.delegate is not None,
    )


@contextmanager
def _waiting(context: Any, modules: set[Address]) -> Iterator[None]:
    """Note that these modules wait for a contract, for as long as it runs."""
    before = context.calling_out
    context.calling_out = before | modules
    try:
        yield
    finally:
        context.calling_out = before
