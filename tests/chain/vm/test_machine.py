"""The machine: native modules, code-size limits, deep calls."""

import threading
import warnings
from typing import Any

import pytest

from chain.codec import keccak256
from chain.params import CODE_BYTES_MAX, DELEGATION_PREFIX
from chain.types.account import Account
from chain.types.primitives import EMPTY_TRIE_ROOT, Address, Nonce, Wei
from chain.vm.fork import SHANGHAI
from chain.vm.machine import EXECUTION_STACK_BYTES, Machine
from chain.vm.transaction import TransactionOutcome, apply_transaction
from chain.vm.world import World
from tests.chain.vm.ground import (
    COIN,
    CONTRACT,
    MACHINE,
    OTHER,
    SENDER,
    DictReader,
    make_environment,
    make_reader,
    make_transaction,
    push,
)

MODULE = Address(bytes(18) + b"\x0a\x00")
MODULE_CODE = b"\xfe"


def module(computation: Any) -> Any:
    """A native module that pays for its work, counts its calls in slot 0, and answers."""
    computation.consume_gas(500, reason="module")
    address = computation.msg.storage_address
    count = computation.state.get_storage(address, 0)
    computation.state.set_storage(address, 0, count + 1)
    computation.output = (count + 1).to_bytes(32, "big")
    return computation


WITH_MODULE = Machine(native_contracts={MODULE: module})


def run(
    reader: DictReader, machine: Machine = WITH_MODULE, **changes: object
) -> tuple[World, TransactionOutcome]:
    """Apply one transaction."""
    world = World(reader)
    return world, apply_transaction(world, make_transaction(**changes), make_environment(), machine)


def reader_with_module(code: bytes = b"") -> DictReader:
    """Return a state with the module's account, and a contract that runs `code`."""
    return DictReader(make_reader().accounts, codes={MODULE: MODULE_CODE, CONTRACT: code})


def test_a_transaction_reaches_a_native_module() -> None:
    """The function runs in place of the account's code, and its writes stay."""
    world, outcome = run(reader_with_module(), to=MODULE)
    assert (outcome.status, outcome.gas_used) == (1, 21_500)
    assert outcome.output == (1).to_bytes(32, "big")
    assert world.get_storage(MODULE, 0) == 1


def test_a_contract_reaches_a_native_module_at_the_price_of_a_warm_account() -> None:
    """CALL to a module costs 100 and the module's own gas; the code is seen by EXTCODESIZE."""
    call = bytes.fromhex("5f5f5f5f5f") + push(MODULE) + push(50_000) + b"\xf1"
    size = push(MODULE) + b"\x3b\x5f\x55"
    world, outcome = run(reader_with_module(call + size))
    assert outcome.status == 1
    assert world.get_storage(MODULE, 0) == 1
    assert world.get_storage(CONTRACT, 0) == len(MODULE_CODE)
    pushes = 5 * 2 + 3 + 3 + 3 + 2
    assert outcome.gas_used == 21_000 + pushes + 100 + 500 + 100 + 22_100


def test_a_module_that_runs_out_of_gas_leaves_nothing() -> None:
    """Writes before the gas ran out are undone with the call; the caller goes on."""

    def greedy(computation: Any) -> Any:
        computation.state.set_storage(MODULE, 0, 9)
        computation.consume_gas(10**9, reason="too much")

    call = bytes.fromhex("5f5f5f5f5f") + push(MODULE) + push(50_000) + b"\xf1\x60\x01\x55"
    world, outcome = run(reader_with_module(call), Machine(native_contracts={MODULE: greedy}))
    assert outcome.status == 1
    assert world.get_storage(MODULE, 0) == 0
    assert world.get_storage(CONTRACT, 1) == 0


@pytest.mark.parametrize("through_contract", [False, True])
def test_an_account_delegated_to_a_module_does_not_run_it(through_contract: bool) -> None:
    """EIP-7702: a delegation runs the module account's code, the invalid instruction."""
    call = bytes.fromhex("5f5f5f5f5f") + push(OTHER) + push(50_000) + b"\xf1\x5f\x55"
    reader = reader_with_module(call)
    code = DELEGATION_PREFIX + MODULE
    reader.codes[keccak256(code)] = code
    reader.accounts[OTHER] = Account(Nonce(1), Wei(0), EMPTY_TRIE_ROOT, keccak256(code))
    world, outcome = run(reader, to=CONTRACT if through_contract else OTHER)
    assert (outcome.status == 1) is through_contract
    assert world.get_storage(CONTRACT, 0) == 0
    assert world.get_storage(OTHER, 0) == world.get_storage(MODULE, 0) == 0


def test_modules_may_not_take_the_place_of_precompiles() -> None:
    """An address of Ethereum's precompiles is a mistake of ours."""
    with pytest.raises(AssertionError, match="precompiles"):
        Machine(native_contracts={Address(bytes(19) + b"\x04"): module})


# Init code that returns `size` zero bytes.
def deploy(size: int) -> bytes:
    """Return init code for a contract of that many zero bytes."""
    return push(size) + b"\x5f\xf3"


@pytest.mark.parametrize(
    ("size", "limit", "status"),
    [
        (CODE_BYTES_MAX, True, 1),
        (CODE_BYTES_MAX + 1, True, 0),
        (CODE_BYTES_MAX + 1, False, 1),
    ],
)
def test_code_size_is_limited_unless_a_development_chain_lifts_it(
    size: int, limit: bool, status: int
) -> None:
    """EIP-170 holds at 24,576 bytes; the switch is off by default."""
    machine = Machine(limit_code_size=limit)
    _, outcome = run(make_reader(), machine, to=None, data=deploy(size), gas_limit=8_000_000)
    assert status == outcome.status
    if not status:
        assert outcome.error == "max code size exceeded"


@pytest.mark.parametrize("limit", [True, False])
def test_code_never_begins_with_the_reserved_byte(limit: bool) -> None:
    """EIP-3541 holds with and without size limits."""
    init = bytes.fromhex("60ef60005360016000f3")
    _, outcome = run(make_reader(), Machine(limit_code_size=limit), to=None, data=init)
    assert outcome.error == "invalid code: must not begin with 0xef"


def test_delegated_senders_pay_for_init_code_once() -> None:
    """CREATE in the origin's own delegated code costs what it costs in any other account."""
    create = bytes.fromhex("60205f5ff05000")
    code = DELEGATION_PREFIX + CONTRACT
    used = []
    for caller in (SENDER, OTHER):
        reader = make_reader(create)
        reader.codes[keccak256(code)] = code
        reader.accounts[caller] = Account(Nonce(0), Wei(COIN), EMPTY_TRIE_ROOT, keccak256(code))
        _, outcome = run(reader, MACHINE, to=caller)
        assert outcome.status == 1
        used.append(outcome.gas_used)
    assert used[0] == used[1]


def test_no_instruction_warns() -> None:
    """SELFDESTRUCT and CALLCODE run without py-evm's deprecation warnings, at any fork."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for machine in (MACHINE, Machine(SHANGHAI)):
            _, outcome = run(make_reader(push(OTHER) + b"\xff"), machine)
            assert outcome.status == 1


def test_calls_nest_1024_deep_on_the_stack_that_is_promised() -> None:
    """A contract that calls itself until the depth limit neither overflows nor fails."""
    # Counts down the depth in the first word of its call data: stores how deep it got.
    code = (
        bytes.fromhex("5f3560010180600055")
        + bytes.fromhex("5f52")
        + bytes.fromhex("5f5f60205f5f305af1")
    )
    outcomes: list[tuple[World, TransactionOutcome]] = []
    world = World(make_reader(code, balance_wei=10**30))
    environment = make_environment(gas_limit=10**15)

    def work() -> None:
        checked = make_transaction(gas_limit=10**14, max_fee_per_gas_wei=10**9)
        outcomes.append((world, apply_transaction(world, checked, environment, MACHINE)))

    before = threading.stack_size(EXECUTION_STACK_BYTES)
    try:
        thread = threading.Thread(target=work)
        thread.start()
        thread.join()
    finally:
        threading.stack_size(before)
    assert outcomes[0][1].status == 1
    assert world.get_storage(CONTRACT, 0) == 1_025


def test_a_watched_run_is_the_same_run() -> None:
    """Looking at a watch changes nothing, is done now and then, and what it raises undoes all."""
    code = push(40_000) + bytes.fromhex("5b60019003 8060035700".replace(" ", ""))  # count down
    plain_world, plain = run(reader_with_module(code), gas_limit=3_000_000)
    watched_world, looks = World(reader_with_module(code)), [0]

    def watch(ahead_ms: int) -> None:
        looks[0] += 1
        if looks[0] > 1_000:
            raise TimeoutError

    watched_world.watch = watch
    transaction = make_transaction(gas_limit=3_000_000)
    outcome = apply_transaction(watched_world, transaction, make_environment(), WITH_MODULE)
    assert outcome == plain
    assert looks[0] > 100
    looks[0] = 900
    watched_world = World(reader_with_module(code))
    watched_world.watch = watch
    with pytest.raises(TimeoutError):
        apply_transaction(watched_world, transaction, make_environment(), WITH_MODULE)
    assert not watched_world.diff().accounts


def test_a_watch_is_asked_before_a_slow_precompile() -> None:
    """A pairing of many points is ended before it begins; unwatched or short it runs."""
    reader, asked = reader_with_module(), []

    def watch(ahead_ms: int) -> None:
        asked.append(ahead_ms)
        if ahead_ms > 1_000:
            raise TimeoutError

    def pair(points: int, gas_limit: int) -> TransactionOutcome:
        world = World(reader)
        world.watch = watch
        to, data = Address(bytes(19) + b"\x08"), bytes(192 * points)
        transaction = make_transaction(to=to, data=data, gas_limit=gas_limit)
        return apply_transaction(world, transaction, make_environment(), WITH_MODULE)

    assert pair(1, 200_000).status == 1
    assert [200, 0] == asked
    with pytest.raises(TimeoutError):
        pair(100, 20_000_000)
    assert pair(100, 900_000).error == "out of gas", "it fails at once, so it is not slow"
