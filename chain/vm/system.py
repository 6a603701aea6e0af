"""
System calls at the start of a block: the parent's beacon root and hash into their contracts.

    parent_beacon_block_root -> BEACON_ROOTS_ADDRESS     (EIP-4788; here: the parent's certificate)
    parent_hash              -> HISTORY_STORAGE_ADDRESS  (EIP-2935)

Genesis deploys both contracts (their code is in chain.params); where one is missing nothing runs.
"""

from typing import Any

from chain import params
from chain.types.primitives import Address
from chain.vm.machine import Machine
from chain.vm.message import Message
from chain.vm.world import BlockEnvironment, World


def apply_system_calls(world: World, environment: BlockEnvironment, machine: Machine) -> None:
    """Run both system calls of a block, before its first transaction."""
    root, parent = environment.parent_beacon_block_root, environment.parent_hash
    system_call(world, environment, machine, params.BEACON_ROOTS_ADDRESS, root)
    system_call(world, environment, machine, params.HISTORY_STORAGE_ADDRESS, parent)


def system_call(
    world: World, environment: BlockEnvironment, machine: Machine, to: Address, data: bytes
) -> Any:
    """
    Call a contract as SYSTEM_ADDRESS: 30 million gas, no fee, no nonce, not counted in the block.

    Return py-evm's computation, or None where the address has no code. A failure reverts what
    the call wrote and does not make the block invalid (EIP-4788).
    """
    world.enter_block(environment)
    checkpoint = world.begin_transaction(machine.always_warm)
    code = world.get_code(to)
    if not code:
        return None
    message = Message(
        gas=params.SYSTEM_CALL_GAS,
        to=to,
        sender=params.SYSTEM_ADDRESS,
        value=0,
        data=data,
        code=code,
    )
    world.mark_address_warm(to)
    computation = machine.run(world, message, machine.make_context(0, params.SYSTEM_ADDRESS))
    world.sweep_empty(checkpoint)
    return computation
