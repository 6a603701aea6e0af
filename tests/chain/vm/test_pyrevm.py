"""
Random contracts here and on revm: a second EVM, by other people, in another language.

    seed --contracts--> a transaction here | the same on pyrevm: gas, answer, logs, changed state
"""

import os
from random import Random
from typing import Any

import pytest

from chain.params import FLOOR_TOKEN_GAS, TRANSACTION_BASE_GAS
from chain.types.primitives import ZERO_HASH, Address, Gas, Height, Seconds, Wei
from chain.types.state import StateReader
from chain.vm.call import CallMessage, call_in_world
from chain.vm.machine import Machine
from chain.vm.translation import program
from chain.vm.world import BlockEnvironment, World
from tests.chain.vm.ground import on_deep_stack
from tests.chain.vm.translation.judges import CONTRACTS, SENDER, prestate
from tests.chain.vm.translation.programs import contract
from tests.ethereum.state_case import PreState

pyrevm = pytest.importorskip("pyrevm")

SEEDS = int(os.environ.get("KUMIAI_REVM_PROGRAMS", "300"))
FIRST_SEED = int(os.environ.get("KUMIAI_FIRST_PROGRAM", "0"))
COINBASE = Address(bytes(19) + b"\xbc")
PRECOMPILES = tuple(Address(bytes(19) + bytes((number,))) for number in (1, 2, 3, 4, 6, 9))
TARGETS = (*CONTRACTS, *CONTRACTS, SENDER, *PRECOMPILES, Address(bytes(19) + b"\xd0"))
ENVIRONMENT = BlockEnvironment(
    Height(300),
    Seconds(1_000),
    COINBASE,
    Gas(30_000_000),
    Wei(0),
    31_337,
    ancestor_hash=lambda height: ZERO_HASH,
)
MACHINE = Machine()
Found = tuple[Any, ...]
REVM_PADDING_BYTES = 33  # zeros behind code that revm has prepared to run


def hexed(address: bytes) -> str:
    """Return an address as pyrevm takes it."""
    return "0x" + address.hex()


def scene_of(seed: int) -> tuple[list[bytes], bytes, int]:
    """Return contracts, call data and a gas limit; hashes of blocks are not asked for."""
    random = Random(seed)
    codes = []
    while len(codes) < len(CONTRACTS):
        code = contract(random, TARGETS)
        if b"\x40" not in code:  # BLOCKHASH: revm has blocks of its own
            codes.append(code)
    return codes, random.randbytes(random.choice((0, 4, 36, 68))), random.choice((60_000, 400_000))


def state_before(codes: list[bytes]) -> dict[str, Any]:
    """Return accounts without storage: pyrevm takes a word that it is given for a used one."""
    return {text: fields | {"storage": {}} for text, fields in prestate(codes).items()}


def run_here(pre: StateReader, data: bytes, gas: int) -> tuple[Found, World]:
    """Run on this chain's machine."""
    world = World(pre)
    message = CallMessage(SENDER, CONTRACTS[0], data, Wei(1), Gas(gas))
    found = call_in_world(world, message, ENVIRONMENT, MACHINE)
    logs = [(log.address, log.topics, log.data) for log in found.logs]
    return (found.error is None, found.gas_used, found.output, logs), world


def run_revm(codes: list[bytes], data: bytes, gas: int) -> tuple[Found, Any]:
    """Run on revm."""
    block = pyrevm.BlockEnv(
        number=ENVIRONMENT.height,
        coinbase=hexed(COINBASE),
        timestamp=ENVIRONMENT.timestamp_s,
        prevrandao=bytes(ENVIRONMENT.prev_randao),
        basefee=0,
        gas_limit=ENVIRONMENT.gas_limit,
        excess_blob_gas=0,
    )
    env = pyrevm.Env(cfg=pyrevm.CfgEnv(chain_id=ENVIRONMENT.chain_id), block=block)
    evm = pyrevm.EVM(env=env, gas_limit=int(ENVIRONMENT.gas_limit), spec_id="PRAGUE")
    for text, fields in state_before(codes).items():
        info = pyrevm.AccountInfo(
            nonce=int(fields["nonce"], 16),
            balance=int(fields["balance"], 16),
            code=bytes.fromhex(fields["code"][2:]) or None,
        )
        evm.insert_account_info(text, info)
    output = b""
    try:
        output = evm.message_call(
            hexed(SENDER), hexed(CONTRACTS[0]), calldata=data, value=1, gas=gas, gas_price=0
        )
    except RuntimeError as error:
        if evm.result is None:
            raise AssertionError(f"revm: {error}") from error
    result = evm.result
    logs = []
    for log in result.logs if result.is_success else []:
        topics = tuple(bytes.fromhex(topic[2:]) for topic in log.topics)
        logs.append((bytes.fromhex(log.address[2:]), topics, bytes(log.data[1])))
    # This version of revm was made before Prague's least price of call data (EIP-7623).
    floor = TRANSACTION_BASE_GAS + FLOOR_TOKEN_GAS * (4 * len(data) - 3 * data.count(0))
    return (result.is_success, max(result.gas_used, floor), bytes(output), logs), evm


def state_of(world: World, evm: Any) -> tuple[list[Found], list[Found]]:
    """Return what all accounts and words are that the run touched, here and there."""
    here, there = [], []
    diff = world.diff()
    for address in sorted({*diff.accounts, *diff.storage, *CONTRACTS, SENDER}):
        info = evm.basic(hexed(address))
        nonce, balance_wei, code_hash = world.account_state(address) or (0, 0, None)
        nonce -= address == SENDER  # pyrevm does not count the call as the sender's transaction
        code = world.get_code(address)
        here.append((address, nonce, balance_wei, code))
        # Code that was called since it was made comes back with the zeros that revm runs it with.
        theirs = bytes(evm.get_code(hexed(address)) or b"")
        if theirs == code + bytes(REVM_PADDING_BYTES):
            theirs = theirs[: len(code)]
        there.append((address, info.nonce, info.balance, theirs))
        for slot in sorted(diff.storage.get(address, {})):
            here.append((address, slot, world.get_storage(address, slot)))
            there.append((address, slot, evm.storage(hexed(address), slot)))
    return here, there


def test_random_programs_end_as_on_revm(monkeypatch: pytest.MonkeyPatch) -> None:
    """Success, gas, logs, the answer of what went well, and every touched account agree."""
    monkeypatch.setattr(program, "VISITS_BEFORE", 0)

    def judge() -> None:
        for seed in range(FIRST_SEED, FIRST_SEED + SEEDS):
            codes, data, gas = scene_of(seed)
            found, world = run_here(PreState(state_before(codes)), data, gas)
            expected, evm = run_revm(codes, data, gas)
            assert (found[:2], found[3]) == (expected[:2], expected[3]), f"seed {seed}"
            assert not found[0] or found[2] == expected[2], f"seed {seed}"
            here, there = state_of(world, evm)
            assert here == there, f"seed {seed}"

    on_deep_stack(judge)
