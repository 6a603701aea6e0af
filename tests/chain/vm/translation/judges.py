"""
One call of random contracts, run here and on stock py-evm, and all that it can leave behind.

    codes, gas, data --run_here(machine)--> End          --run_stock--> End without the world's part
"""

from dataclasses import dataclass, replace
from typing import Any

from eth.vm.message import Message

from chain.types.primitives import ZERO_HASH, Address, Gas, Height, Seconds, Wei
from chain.vm.machine import Machine
from chain.vm.world import BlockEnvironment, World
from tests.chain.vm.stock import stock_state
from tests.ethereum.state_case import PreState, compute_root

SENDER = Address(b"\x51" * 20)
CONTRACTS = tuple(Address(bytes(19) + bytes((0xC0 + place,))) for place in range(3))
CHAIN_ID, HEIGHT, TIME_S, GAS_LIMIT, BASE_FEE_WEI = 31_337, 300, 1_000, 30_000_000, 7
GAS_PRICE_WEI = 11


@dataclass(frozen=True)
class End:
    """What a call left."""

    gas_left: int
    refund: int
    output: bytes
    error: str  # its class; empty where all went well
    logs: tuple[Any, ...]
    deleted: tuple[bytes, ...]
    root: bytes
    world: tuple[Any, ...] = ()  # what the whole diff and the warm accounts are

    def without_world(self) -> "End":
        """Return what stock py-evm can be asked for, too."""
        return replace(self, world=())


def prestate(codes: list[bytes]) -> dict[str, Any]:
    """Describe the state before, as the public test files do."""
    accounts = {"0x" + SENDER.hex(): _account(10**18)}
    for place, (address, code) in enumerate(zip(CONTRACTS, codes, strict=True)):
        fields = _account(5 if place == 0 else 0, 1, code)
        fields["storage"] = [{"0x1": "0x9"}, {"0x0": hex(2**255)}, {}][place]
        accounts["0x" + address.hex()] = fields
    return accounts


def _account(balance: int, nonce: int = 0, code: bytes = b"") -> dict[str, Any]:
    return {"nonce": hex(nonce), "balance": hex(balance), "code": "0x" + code.hex(), "storage": {}}


def message_of(codes: list[bytes], gas: int, data: bytes) -> Message:
    """Return the call of the first contract."""
    return Message(gas=gas, to=CONTRACTS[0], sender=SENDER, value=1, data=data, code=codes[0])


def run_here(machine: Machine, codes: list[bytes], gas: int, data: bytes) -> End:
    """Run on a machine of this chain."""
    pre = PreState(prestate(codes))
    world = World(pre)
    world.enter_block(
        BlockEnvironment(
            Height(HEIGHT),
            Seconds(TIME_S),
            SENDER,
            Gas(GAS_LIMIT),
            Wei(BASE_FEE_WEI),
            CHAIN_ID,
            ancestor_hash=lambda height: ZERO_HASH,
        )
    )
    world.begin_transaction(machine.precompiles)
    context = machine.make_context(GAS_PRICE_WEI, SENDER)
    found = machine.run(world, message_of(codes, gas, data), context)
    diff = world.diff()
    return _end(found, compute_root(pre, diff), (diff, tuple(sorted(world.warm_accounts()))))


def run_stock(codes: list[bytes], gas: int, data: bytes) -> End:
    """Run on stock py-evm."""
    state = stock_state(
        prestate(codes),
        SENDER,
        timestamp=TIME_S,
        block_number=HEIGHT,
        gas_limit=GAS_LIMIT,
        chain_id=CHAIN_ID,
        base_fee_per_gas=BASE_FEE_WEI,
    )
    state.lock_changes()
    transaction_context = state.get_transaction_context_class()(GAS_PRICE_WEI, SENDER)
    message = message_of(codes, gas, data)
    found = state.computation_class.apply_message(state, message, transaction_context)
    state.persist()
    return _end(found, state.state_root, ())


def _end(found: Any, root: bytes, world: tuple[Any, ...]) -> End:
    return End(
        found.get_gas_remaining(),
        found.get_gas_refund(),
        bytes(found.output),
        "" if found.is_success else type(found.error).__name__,
        tuple((a, tuple(topics), bytes(data)) for a, topics, data in found.get_log_entries()),
        tuple(sorted(found.get_accounts_for_deletion())),
        bytes(root),
        world,
    )
