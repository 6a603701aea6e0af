"""Traced runs: the same as untraced ones, every step py-evm's own, every frame accounted for."""

from copy import copy
from typing import Any

import pytest
from eth.vm.logic.invalid import InvalidOpcode
from hypothesis import HealthCheck, given, settings

from chain.kit.module import method_named
from chain.types.primitives import ZERO_HASH, Address, Gas, Height, Seconds, Wei
from chain.types.transaction import CheckedTransaction
from chain.validation import check_transaction
from chain.vm.frames import Frame, Step
from chain.vm.machine import Machine
from chain.vm.precompile import native_contracts
from chain.vm.transaction import apply_transaction
from chain.vm.world import BlockEnvironment, World
from tests.chain.vm import test_differential as random_scenes
from tests.chain.vm.ground import (
    CALL,
    COIN,
    CONTRACT,
    DELEGATECALL,
    MACHINE,
    OTHER,
    SENDER,
    STATICCALL,
    DictReader,
    forwarder,
    make_environment,
    make_reader,
    make_transaction,
    on_deep_stack,
    push,
)
from tests.chain.vm.outcaller import OUTCALLERS, Caller
from tests.chain.vm.trace_ground import Keeper, lasting, trace
from tests.ethereum.state_case import PreState

CALLEE = Address(b"\xab" * 20)
SLOW = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
RANDOM_BLOCK = {
    "height": Height(10),
    "timestamp_s": Seconds(1_000),
    "coinbase": Address(random_scenes.COINBASE),
    "base_fee_per_gas_wei": Wei(random_scenes.BASE_FEE_WEI),
    "chain_id": random_scenes.CHAIN_ID,
    "ancestor_hash": lambda height: ZERO_HASH,
}


def observed(machine: Machine) -> tuple[Machine, list[tuple[int, int, int, int]]]:
    """A machine whose instructions note (next pc, opcode, gas, depth) themselves, as they begin."""
    seen: list[tuple[int, int, int, int]] = []

    def watched(value: int, opcode: Any) -> Any:
        def run(computation: Any) -> None:
            if len(computation.code):
                gas = computation._gas_meter.gas_remaining
                depth = computation.msg.depth + 1
                seen.append((computation.code.program_counter, value, gas, depth))
            opcode(computation)

        return run

    found = copy(machine)
    plain = machine.computation_class
    opcodes = {value: watched(value, opcode) for value, opcode in plain.opcodes.items()}
    for value in range(256):
        opcodes.setdefault(value, watched(value, InvalidOpcode(value)))
    found.computation_class = type("Observed", (plain,), {"opcodes": opcodes})
    return found, seen


@SLOW
@given(scene=random_scenes.scenes())
def test_a_traced_block_ends_as_an_untraced_one(scene: random_scenes.Scene) -> None:
    """Outcomes, logs and the whole change of state are those of transactions nobody looked at."""
    on_deep_stack(lambda: compare_ends(scene))


def compare_ends(scene: random_scenes.Scene) -> None:
    """Run a scene untraced, traced, and traced without steps."""
    pre = PreState(random_scenes.prestate(scene))
    plain, traced_world, quiet = World(pre), World(pre), World(pre)
    environment = make_environment(**RANDOM_BLOCK)
    for entry in scene.transactions:
        checked = check_transaction(entry, random_scenes.CHAIN_ID)
        outcome = apply_transaction(plain, checked, environment, MACHINE)
        traced, _, _ = trace(traced_world, checked, **RANDOM_BLOCK)
        assert traced.outcome == outcome
        without_steps, _, _ = trace(quiet, checked, keeper=Keeper(False), **RANDOM_BLOCK)
        assert without_steps.root == traced.root
        logs = sorted(
            (log for frame in lasting(traced.root) for log in frame.logs),
            key=lambda log: log.turn,
        )
        assert [(log.address, log.topics, log.data) for log in logs] == [
            (log.address, log.topics, log.data) for log in outcome.logs
        ]
    assert traced_world.diff() == plain.diff()
    assert traced_world.minted_wei == plain.minted_wei
    assert traced_world.burned_wei == plain.burned_wei


@SLOW
@given(scene=random_scenes.scenes())
def test_steps_are_py_evms_own(scene: random_scenes.Scene) -> None:
    """Places, instructions, gas and depths are what py-evm's own loop meets, one by one."""
    on_deep_stack(lambda: compare_steps(scene))


def compare_steps(scene: random_scenes.Scene) -> None:
    """Run a scene watched from inside and traced."""
    pre = PreState(random_scenes.prestate(scene))
    plain, traced_world = World(pre), World(pre)
    machine, seen = observed(Machine(translates=False))
    for entry in scene.transactions:
        checked = check_transaction(entry, random_scenes.CHAIN_ID)
        seen.clear()
        apply_transaction(plain, checked, make_environment(**RANDOM_BLOCK), machine)
        _, _, keeper = trace(traced_world, checked, **RANDOM_BLOCK)
        found = [(step.opcode, step.gas, step.depth) for step in keeper.steps]
        assert found == [entry[1:] for entry in seen]
        for step, (next_pc, *_) in zip(keeper.steps, seen, strict=True):
            is_end = step.opcode == 0 and step.pc == next_pc  # the STOP behind the code's end
            assert step.pc + 1 == next_pc or is_end


@SLOW
@given(scene=random_scenes.scenes())
def test_frames_sum_up(scene: random_scenes.Scene) -> None:
    """The gas of every frame is what its steps cost and what the frames below it used."""
    on_deep_stack(lambda: add_up_frames(scene))


def add_up_frames(scene: random_scenes.Scene) -> None:
    """Run a scene traced, and compare each frame with what is in it."""
    world = World(PreState(random_scenes.prestate(scene)))
    for entry in scene.transactions:
        checked = check_transaction(entry, random_scenes.CHAIN_ID)
        traced, _, keeper = trace(world, checked, **RANDOM_BLOCK)
        for frame, steps in keeper.of_frame:
            if steps and (frame.error is None or frame.is_revert):
                assert frame.gas_used == gas_of(frame, steps), frame.kind
        if traced.outcome.status and checked.floor_gas <= traced.outcome.gas_used:
            spent = checked.intrinsic_gas + traced.root.gas_used - traced.outcome.gas_refunded
            assert traced.outcome.gas_used == max(spent, checked.floor_gas)


def gas_of(frame: Frame, steps: list[Step]) -> int:
    """What a frame's steps cost, less what came back, plus what creations and their code cost."""
    gas = sum(step.gas_cost for step in steps)
    for call in frame.calls:
        if call.is_creation:
            gas += call.gas_used
        elif call.kind != "SELFDESTRUCT":
            gas -= call.gas - call.gas_used
    deposit = 200 * len(frame.output) if frame.is_creation and frame.error is None else 0
    return gas + deposit


def run(code: bytes, codes: dict[Address, bytes] | None = None, **fields: Any) -> Any:
    """Trace a call of the contract with some code; return (traced, keeper)."""
    reader = DictReader(make_reader().accounts, codes={CONTRACT: code, **(codes or {})})
    traced, _, keeper = trace(World(reader), make_transaction(**fields))
    return traced, keeper


@pytest.mark.parametrize(
    ("opcode", "kind", "value_wei"),
    [(CALL, "CALL", 0), (DELEGATECALL, "DELEGATECALL", 0), (STATICCALL, "STATICCALL", None)],
)
def test_calls_come_from_who_makes_them(opcode: int, kind: str, value_wei: int | None) -> None:
    """Whatever the kind of call, it goes from the contract to the account that it names."""
    traced, keeper = run(forwarder(opcode, CALLEE), {CALLEE: b"\x00"}, data=b"\x01\x02")
    (below,) = traced.root.calls
    assert (below.kind, below.sender, below.to) == (kind, CONTRACT, CALLEE)
    assert (below.value_wei, below.input, below.depth) == (value_wei, b"\x01\x02", 1)
    assert keeper.order == [("enter", "CALL"), ("enter", kind), ("leave", kind), ("leave", "CALL")]


def test_a_call_that_cannot_be_paid_is_a_frame() -> None:
    """As in geth, a call with more value than its caller has is there, fails and costs nothing."""
    code = b"\x5f\x5f\x60\x02\x5f" + push(COIN) + push(CALLEE) + push(50_000) + b"\xf1\x00"
    traced, _ = run(code)
    (below,) = traced.root.calls
    assert (below.error, below.gas_used) == ("insufficient balance for transfer", 0)
    assert (below.to, below.value_wei, below.input) == (CALLEE, COIN, b"\x00\x00")
    assert below.gas == 50_000 + 2_300  # with the stipend


def test_a_creation_that_cannot_be_paid_is_a_frame() -> None:
    """A creation with more value than its creator has fails with the gas it would have had."""
    traced, _ = run(b"\x60\x03\x5f" + push(COIN) + b"\xf0\x00")
    (below,) = traced.root.calls
    assert (below.kind, below.to, below.input) == ("CREATE", None, bytes(3))
    assert (below.error, below.gas_used) == ("insufficient balance for transfer", 0)


def test_a_creation_in_a_taken_place_loses_its_gas() -> None:
    """CREATE2 twice with the same salt: the second meets the first and burns what it was given."""
    code = b"\x60\x07\x60\x01\x5f\x5f\xf5\x60\x07\x60\x01\x5f\x5f\xf5\x00"
    traced, keeper = run(code)
    first, second = traced.root.calls
    assert (first.kind, first.error) == ("CREATE2", None)
    assert second.error == "contract address collision"
    assert second.gas_used == second.gas > 0
    creations = [step for step in keeper.steps if step.name == "CREATE2"]
    assert creations[1].gas_cost == creations[0].gas_cost - 3  # its memory is there already


def test_a_destruction_is_a_frame() -> None:
    """SELFDESTRUCT is a frame without gas that carries the balance to the heir."""
    traced, _ = run(push(OTHER) + b"\xff", value_wei=7)
    (below,) = traced.root.calls
    assert (below.kind, below.sender, below.to) == ("SELFDESTRUCT", CONTRACT, OTHER)
    assert (below.value_wei, below.gas, below.gas_used) == (7, 0, 0)


def test_errors_are_worded_as_geth_words_them() -> None:
    """A stack that is too short says by how much; an error found before the step is at the step."""
    traced, keeper = run(b"\x60\x01\x01")
    assert traced.root.error == "stack underflow (1 <=> 2)"
    assert keeper.steps[-1].error == "stack underflow (1 <=> 2)"
    traced, keeper = run(b"\x60\x03\x56\x00")
    assert traced.root.error == "invalid jump destination"
    assert keeper.steps[-1].error is None


def test_transfers_and_collisions_have_one_frame() -> None:
    """Where no code runs there is still the transaction's own frame."""
    world = World(make_reader())
    traced, _, keeper = trace(world, make_transaction(to=OTHER, value_wei=5))
    assert (traced.root.kind, traced.root.to, traced.root.value_wei) == ("CALL", OTHER, 5)
    assert (traced.root.gas, traced.root.gas_used) == (200_000 - 21_000, 0)
    assert keeper.order == [("enter", "CALL"), ("leave", "CALL")]


def test_refunds_grow_step_by_step() -> None:
    """What a cleared word gives back is seen from the next step on, also in frames below."""
    clear = b"\x5f\x5f\x55" + forwarder(CALL, CALLEE)
    reader = DictReader(
        make_reader().accounts, {(CONTRACT, 0): 9}, {CONTRACT: clear, CALLEE: b"\x5f\x50\x00"}
    )
    _, _, keeper = trace(World(reader), make_transaction())
    at = keeper.names().index("SSTORE")
    assert {step.refund for step in keeper.steps[: at + 1]} == {0}
    assert {step.refund for step in keeper.steps[at + 1 :][:8]} == {4_800}
    assert any(step.depth == 2 and step.refund == 4_800 for step in keeper.steps)


@pytest.mark.parametrize(("end", "refund"), [(b"\x00", 4_800), (b"\x5f\x5f\xfd", 0)])
def test_refunds_of_frames_that_are_over_count_where_they_ended_well(
    end: bytes, refund: int
) -> None:
    """A word cleared below counts above and in the next frame below, unless it was reverted."""
    call = b"\x5f\x5f\x5f\x5f\x5f" + push(CALLEE) + b"\x5a\xf1"
    codes = {CONTRACT: call + call + b"\x00", CALLEE: b"\x5f\x5f\x55" + end}
    reader = DictReader(make_reader().accounts, {(CALLEE, 0): 9}, codes)
    _, _, keeper = trace(World(reader), make_transaction())
    calls = [place for place, name in enumerate(keeper.names()) if name == "CALL"]
    after = [step for step in keeper.steps[calls[1] - 1 :] if step.name != "CALL"]
    assert {step.refund for step in after if step.depth == 1} == {refund}
    assert after[1].depth == 2
    assert after[1].refund == refund


WITH_MODULES = Machine(native_contracts=native_contracts(OUTCALLERS))


def call_module(name: str, *arguments: Any) -> CheckedTransaction:
    """A transaction that calls a method of the module that calls contracts."""
    method = method_named(Caller, name)
    assert method is not None
    data = method.encode_call(*arguments)
    return make_transaction(to=Caller.address, data=data, gas_limit=1_000_000)


def test_modules_are_frames_and_so_is_what_they_call() -> None:
    """A native module's frame has its call data, its logs, and the contract that it called."""
    reader = DictReader(make_reader(b"\x5f\x5f\xa0\x00").accounts)
    reader = DictReader(
        reader.accounts, codes={CONTRACT: b"\x5f\x5f\xa0\x00", Caller.address: b"\xfe"}
    )
    checked = call_module("go", CONTRACT, b"\x11", 50_000)
    traced, _, _ = trace(World(reader), checked, WITH_MODULES)
    root = traced.root
    assert (root.to, root.error, len(root.logs)) == (Caller.address, None, 2)
    (below,) = root.calls
    assert (below.kind, below.sender, below.to) == ("CALL", Caller.address, CONTRACT)
    assert (below.input, below.gas, len(below.logs)) == (b"\x11", 50_000, 1)
    assert [log.position for log in root.logs] == [0, 1]


def test_what_a_module_undid_is_marked() -> None:
    """A call that its module took back is there, but its logs and the module's before are not."""
    reader = DictReader(
        make_reader().accounts, codes={CONTRACT: b"\x5f\x5f\xa0\x00", Caller.address: b"\xfe"}
    )
    traced, _, _ = trace(World(reader), call_module("undo", CONTRACT, b"", 50_000), WITH_MODULES)
    (below,) = traced.root.calls
    assert below.is_undone
    assert len(traced.root.logs) == 1 == len(traced.outcome.logs)


def test_the_untraced_machine_stays_as_it_was() -> None:
    """Tracing copies the machine: the one that blocks are executed by has its own loop."""
    before = MACHINE.computation_class
    run(b"\x00")
    assert MACHINE.computation_class is before
    assert before.interpret.__name__ == "interpret"


def test_a_watch_ends_a_traced_run() -> None:
    """Whoever watches is asked while code runs, and what it raises ends the run."""

    class Enough(Exception):
        pass

    def watch(ahead_ms: int) -> None:
        raise Enough

    world = World(DictReader(make_reader().accounts, codes={CONTRACT: b"\x5b\x5f\x56"}))
    world.watch = watch
    with pytest.raises(Enough):
        trace(world, make_transaction(), keeper=Keeper(wants_steps=False))
    assert world.get_nonce(SENDER) == 0


def test_environments_are_the_blocks() -> None:
    """A traced transaction sees the block that it is given."""
    environment: BlockEnvironment = make_environment(height=Height(7), gas_limit=Gas(30_000_000))
    code = b"\x43\x5f\x52\x60\x20\x5f\xf3"
    reader = DictReader(make_reader().accounts, codes={CONTRACT: code})
    traced, _, _ = trace(World(reader), make_transaction(), height=environment.height)
    assert int.from_bytes(traced.outcome.output, "big") == 7
