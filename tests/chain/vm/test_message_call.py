"""A module calls a contract: gas, logs, coins and state as below any CALL, and no way back in."""

from types import SimpleNamespace
from typing import Any

import pytest
from eth_abi import decode
from hypothesis import example, given, settings
from hypothesis import strategies as st

from chain.codec import sign_authorization
from chain.kit.host import OUTPUT_BYTES_MAX, CallInfo
from chain.kit.module import AddressTaken, Reentered, method_named
from chain.kit.outcalls import refuse_held
from chain.kit.record import encode_refusal, topic_of
from chain.types.account import Account
from chain.types.primitives import ZERO_ADDRESS, Address, Gas, Nonce, Wei
from chain.types.transaction import TransactionType
from chain.vm import precompile as prices
from chain.vm.call import CallMessage, call, estimate_gas
from chain.vm.fork import PRAGUE
from chain.vm.machine import Machine
from chain.vm.message_call import MessageCall, delegate_of, run_below
from chain.vm.precompile import WorldHost, native_contracts
from chain.vm.transaction import (
    TransactionOutcome,
    apply_transaction,
    compute_contract_address,
)
from chain.vm.world import World
from tests.chain.vm.ground import (
    CALL,
    COIN,
    CONTRACT,
    OTHER,
    OTHER_KEY,
    SENDER,
    STATICCALL,
    STRANGER,
    DictReader,
    forwarder,
    make_environment,
    make_transaction,
    push,
    relay,
)
from tests.chain.vm.outcaller import OUTCALLERS, Caller, Middle, Regretted, Stepped

MACHINE = Machine(PRAGUE, native_contracts(OUTCALLERS))
ENVIRONMENT = make_environment()
DEEP = Address(b"\xdf" * 20)
GIVEN = 200_000  # gas for the contract, unless told

STOP = b"\x00"
LOG_TWICE = (b"\x60\x01\x5f\x5f\xa1", b"\x60\x02\x5f\x5f\xa1")  # log1 with topic 1, with topic 2
WRITE = push(9) + push(5) + b"\x55"  # sstore(5, 9)
UNWRITE = b"\x5f" + push(5) + b"\x55"  # sstore(5, 0)
REVERT_WITH_GAS = b"\x60\x2a\x5f\x52\x60\x20\x5f\xfd"  # revert with the word 42
BURN_ALL = b"\xfe"
DESTROY = push(STRANGER) + b"\xff"

BOUND_GAS = 170_235  # 63/64 of what a bare call with a limit of 200,000 has left


class Scene:
    """The modules and a few contracts, in a world that transactions run in."""

    def __init__(self, codes: dict[Address, bytes] | None = None, **slots: int) -> None:
        native = {Caller.address: b"\xfe", Middle.address: b"\xfe"}
        accounts = {who: Account(Nonce(0), Wei(100 * COIN)) for who in (SENDER, OTHER)}
        words = {(CONTRACT, 5): slots["five"]} if "five" in slots else {}
        self.reader = DictReader(accounts, words, native | (codes or {}))
        self.world = World(self.reader)
        self.world.enter_block(ENVIRONMENT)

    def go(self, name: str = "go", data: bytes = b"", gas: int = GIVEN, **fields: Any):
        """Have the caller call the contract."""
        return self.send(Caller, name, CONTRACT, data, gas, **fields)

    def send(self, module: type, name: str, *values: Any, **fields: Any) -> TransactionOutcome:
        """Call a module's method in a transaction."""
        data = method_named(module, name).encode_call(*values)
        settings = {"to": module.address, "data": data, "gas_limit": 1_000_000}
        settings["nonce"] = self.world.get_nonce(SENDER)
        checked = make_transaction(**(settings | fields))
        self.intrinsic_gas = checked.intrinsic_gas
        return apply_transaction(self.world, checked, ENVIRONMENT, MACHINE)

    @property
    def number(self) -> int:
        """What the caller holds."""
        return self.world.get_storage(Caller.address, 0)

    def slot(self, slot: int, who: Address = CONTRACT) -> int:
        """A word of a contract."""
        return self.world.get_storage(who, slot)


def ended(outcome: TransactionOutcome) -> tuple[bool, bytes]:
    """What a module was told of the contract it called."""
    assert outcome.status == 1, outcome.error
    succeeded, output = decode(["bool", "bytes"], outcome.output)
    return succeeded, output


def call_of(module: type, name: str, *values: Any) -> bytes:
    """Call data for a module."""
    return method_named(module, name).encode_call(*values)


def test_a_contract_is_called_in_the_module_s_name():
    """It sees the module as its caller, gets its data, keeps what it writes, gives its answer."""
    code = b"\x33\x5f\x55" + b"\x36\x60\x01\x55" + b"\x33\x5f\x52\x60\x20\x5f\xf3"
    scene = Scene({CONTRACT: code})
    outcome = scene.go(data=b"abc")
    assert (True, bytes(12) + Caller.address) == ended(outcome)
    assert (int.from_bytes(Caller.address, "big"), 3) == (scene.slot(0), scene.slot(1))
    assert 2 == scene.number


def test_an_account_without_code_answers_nothing():
    """As on any EVM, a call of nobody succeeds, and the touched account is swept (EIP-161)."""
    scene = Scene()
    assert (True, b"") == ended(scene.go())
    assert CONTRACT not in scene.world.diff().accounts
    assert scene.world.account_state(CONTRACT) is None


def test_logs_stand_in_the_order_in_which_they_were_emitted():
    """The module's before, the contract's, those of what it calls, the module's after."""
    inner = push(3) + b"\x5f\x5f\xa1" + STOP
    calls = b"\x5f\x5f\x5f\x5f\x5f" + push(DEEP) + b"\x5a\xf1\x50"
    scene = Scene({CONTRACT: LOG_TWICE[0] + calls + LOG_TWICE[1] + STOP, DEEP: inner})
    logs = scene.go().logs
    topics = [int.from_bytes(log.topics[0], "big") for log in logs]
    stepped = int.from_bytes(topic_of(Stepped), "big")
    assert [stepped, 1, 3, 2, stepped] == topics
    assert [1, 2] == [int.from_bytes(log.data, "big") for log in (logs[0], logs[-1])]


@pytest.mark.parametrize(
    ("end", "output"),
    [(REVERT_WITH_GAS, (42).to_bytes(32, "big")), (BURN_ALL, b""), (b"\x5b\x5f\x56", b"")],
)
def test_a_child_s_failure_costs_the_module_nothing_but_gas(end, output):
    """Revert, invalid instruction or out of gas: its writes and logs go, the module's stay."""
    scene = Scene({CONTRACT: WRITE + LOG_TWICE[0] + end})
    outcome = scene.go()
    assert (False, output) == ended(outcome)
    assert (0, 2) == (scene.slot(5), scene.number)
    assert [Caller.address] * 2 == [log.address for log in outcome.logs]
    if not output:
        assert outcome.gas_used > scene.intrinsic_gas + GIVEN


@pytest.mark.parametrize("five", [0, 9])
def test_a_later_refusal_undoes_the_child(five):
    """What the contract did is gone with the module's own change of mind, refunds included."""
    scene = Scene({CONTRACT: (WRITE if not five else UNWRITE) + LOG_TWICE[0] + STOP}, five=five)
    outcome = scene.go("regret")
    assert (0, encode_refusal(Regretted())) == (outcome.status, outcome.output)
    assert (five, 0, (), 0) == (scene.slot(5), scene.number, outcome.logs, outcome.gas_refunded)


def test_a_module_s_own_mark_undoes_the_child():
    """Going back to a mark takes the contract's writes, logs, refund and deletion along."""
    scene = Scene({CONTRACT: UNWRITE + LOG_TWICE[0] + STOP}, five=9)
    outcome = scene.go("undo")
    assert (1, 9, 7, 0) == (outcome.status, scene.slot(5), scene.number, outcome.gas_refunded)
    assert [7] == [int.from_bytes(log.data, "big") for log in outcome.logs]
    kept = scene.go()
    assert (0, 4_800) == (scene.slot(5), kept.gas_refunded)


def maker(code: bytes) -> bytes:
    """Code that creates a contract whose init code is `code` and calls nobody."""
    return push(code) + b"\x5f\x52" + push(len(code)) + push(32 - len(code)) + b"\x5f\xf0\x00"


def test_selfdestruct_below_a_module():
    """An old contract only loses its coins (EIP-6780); one made and undone leaves nothing."""
    scene = Scene({CONTRACT: DESTROY})
    scene.world.mint(CONTRACT, 5)
    assert (True, b"") == ended(scene.go())
    assert (5, DESTROY) == (scene.world.get_balance(STRANGER), scene.world.get_code(CONTRACT))
    made = Scene({CONTRACT: maker(DESTROY)})
    assert (True, b"") == ended(made.go())
    born = compute_contract_address(CONTRACT, Nonce(1))
    assert (2, None) == (made.world.get_nonce(CONTRACT), made.world.account_state(born))
    undone = Scene({CONTRACT: maker(DESTROY)})
    assert (1, 1) == (undone.go("undo").status, undone.world.get_nonce(CONTRACT))


@pytest.mark.parametrize("gas", [0, 1, 5_000, 100_000])
def test_gas_used_is_the_sum_of_its_parts(gas):
    """Dispatch, data, the longest answer, the account, and exactly what the contract burned."""
    scene = Scene({CONTRACT: BURN_ALL})
    used = scene.go("bare", gas=gas).gas_used - scene.intrinsic_gas
    dispatch = 100 + 3 * 5 + 3 + prices.COLD_SLOT_GAS  # five words of data, a result, the pause
    assert dispatch + prices.COLD_ACCOUNT_GAS + prices.ANSWER_GAS + gas == used
    idle = Scene({CONTRACT: STOP})
    assert used - gas == idle.go("bare", gas=gas).gas_used - idle.intrinsic_gas


def test_a_contract_gets_exactly_the_gas_it_is_given():
    """GAS inside is the amount less the two units of the instruction, whatever is left above."""
    scene = Scene({CONTRACT: b"\x5a\x5f\x52\x60\x20\x5f\xf3"})
    for limit in (400_000, 900_000):
        _, output = ended(scene.go(gas=12_345, gas_limit=limit))
        assert 12_343 == int.from_bytes(output, "big")


def test_a_revert_gives_the_rest_of_the_gas_back():
    """A contract that reverts has cost what it ran: 13 gas and a word of memory, not all of it."""
    reverts, stops = Scene({CONTRACT: REVERT_WITH_GAS}), Scene({CONTRACT: STOP})
    used = [scene.go("bare").gas_used - scene.intrinsic_gas for scene in (reverts, stops)]
    assert 3 + 2 + 3 + 3 + 3 + 2 == used[0] - used[1]


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 400_000), st.integers(40_000, 400_000))
@example(gas=BOUND_GAS, limit=200_000)
@example(gas=BOUND_GAS + 1, limit=200_000)
def test_too_little_gas_fails_the_module_and_never_the_contract(gas, limit):
    """EIP-150: where 63/64 of the gas left are not enough all is undone: nobody cuts it short."""
    scene = Scene({CONTRACT: WRITE + STOP})
    outcome = scene.go("bare", gas=gas, gas_limit=limit)
    before = 100 + 3 * 5 + prices.COLD_SLOT_GAS + prices.COLD_ACCOUNT_GAS + prices.ANSWER_GAS
    left = limit - scene.intrinsic_gas - before
    if gas > left - left // 64:
        assert (0, "out of gas", limit) == (outcome.status, outcome.error, outcome.gas_used)
        assert 0 == scene.slot(5)
    else:
        worked = gas >= 22_106
        assert (1, worked) == (outcome.status, decode(["bool"], outcome.output)[0])
        assert (9 if worked else 0) == scene.slot(5)


def test_an_answer_is_cut_where_it_is_too_long():
    """A contract that returns a mountain is heard for OUTPUT_BYTES_MAX bytes of it."""
    scene = Scene({CONTRACT: push(3 * OUTPUT_BYTES_MAX) + b"\x5f\xf3"})
    assert (True, bytes(OUTPUT_BYTES_MAX)) == ended(scene.go())


def test_a_callback_may_ask_the_module():
    """While it waits the module answers views, with what it has written so far."""
    scene = Scene({CONTRACT: forwarder(CALL, Caller.address)})
    succeeded, output = ended(scene.go(data=call_of(Caller, "current")))
    assert (True, 1, 2) == (succeeded, int.from_bytes(output, "big"), scene.slot(0))


STEP = call_of(Caller, "step", 99)
RE_ENTRIES = {
    "straight": (Caller.address, STEP),
    "by_calling_out_again": (Caller.address, call_of(Caller, "go", DEEP, b"", 1_000)),
    "through_a_peer": (Middle.address, call_of(Middle, "poke", 99)),
    "for_its_coins": (Middle.address, call_of(Middle, "rob", STRANGER)),
    "by_placing_code": (Caller.address, call_of(Caller, "place", DEEP, b"\x00")),
}


@pytest.mark.parametrize("way", RE_ENTRIES)
@pytest.mark.parametrize("is_deep", [False, True])
def test_nobody_changes_a_module_that_waits(way, is_deep):
    """The DAO: a call back into the module is Reentered, from any depth and through any module."""
    target, data = RE_ENTRIES[way]
    codes = {CONTRACT: forwarder(CALL, target)}
    if is_deep:
        codes = {CONTRACT: forwarder(CALL, DEEP), DEEP: forwarder(CALL, target)}
    scene = Scene(codes)
    scene.world.mint(Caller.address, 5)
    outcome = scene.go(data=data, gas=600_000, gas_limit=2_000_000)
    assert (True, encode_refusal(Reentered())) == ended(outcome)
    last = DEEP if is_deep else CONTRACT
    assert (1, 2, 5) == (
        scene.slot(0, last),
        scene.number,
        scene.world.get_balance(Caller.address),
    )


def test_modules_on_the_way_wait_too():
    """Who called the caller as a peer is in the middle of a call as well and is not re-entered."""
    scene = Scene({CONTRACT: forwarder(CALL, Middle.address)})
    outcome = scene.send(Middle, "pass_on", CONTRACT, call_of(Middle, "count"), GIVEN)
    assert (True, encode_refusal(Reentered())) == ended(outcome)
    assert 1 == scene.slot(0, Middle.address)
    free = scene.go(data=call_of(Middle, "count"))
    assert (True, b"") == ended(free)
    assert 2 == scene.slot(0, Middle.address)


def test_the_module_is_free_again_afterwards():
    """The same contract may call the module in the same transaction once the call is over."""
    twice = relay(CALL, Caller.address)
    scene = Scene({CONTRACT: BURN_ALL, DEEP: twice})
    data = call_of(Caller, "go", CONTRACT, b"", 1_000)
    for _ in range(2):
        checked = make_transaction(
            to=DEEP, data=data, gas_limit=500_000, nonce=scene.world.get_nonce(SENDER)
        )
        outcome = apply_transaction(scene.world, checked, ENVIRONMENT, MACHINE)
        assert (1, 1) == (outcome.status, int.from_bytes(outcome.output, "big"))
    assert (1, b"") == (scene.send(Caller, "step", 5).status, scene.send(Caller, "step", 5).output)


def test_a_static_call_runs_no_contract():
    """Below STATICCALL, and in a view, calling out is a write and fails."""
    scene = Scene({CONTRACT: forwarder(STATICCALL, Caller.address), DEEP: WRITE + STOP})
    outcome = scene.send(Caller, "bare", DEEP, b"", 1_000, to=CONTRACT, gas_limit=3_000_000)
    assert (1, 1, 0) == (outcome.status, scene.slot(0), scene.slot(5, DEEP))
    seen = scene.send(Caller, "calls_in_a_view", DEEP)
    assert (0, "write protection") == (seen.status, seen.error)


def test_a_call_too_deep_fails_the_module():
    """At depth 1,024 the call cannot be made: the module fails, its contract is not blamed."""
    deep = SimpleNamespace(msg=SimpleNamespace(depth=1_024))
    nobody = MessageCall(Caller.address, CONTRACT, None, b"", Gas(1))
    with pytest.raises(Exception, match="call of a contract") as caught:
        run_below(deep, nobody, ())
    assert "StackDepthLimit" == type(caught.value).__name__


def test_a_delegated_account_runs_the_code_it_named():
    """EIP-7702: the target's delegate is loaded, paid for, and writes in the target's storage."""
    scene = Scene({CONTRACT: WRITE + STOP})
    fields = {"chain_id": ENVIRONMENT.chain_id, "address": CONTRACT, "nonce": 0}
    kind = {
        "type": TransactionType.SET_CODE,
        "authorizations": (sign_authorization(OTHER_KEY, **fields),),
    }
    outcome = scene.send(Caller, "bare", OTHER, b"", 50_000, **kind)
    assert (1, 9, 0) == (outcome.status, scene.slot(5, OTHER), scene.slot(5))
    assert CONTRACT == delegate_of(scene.world, OTHER)
    assert delegate_of(scene.world, CONTRACT) is None
    size = scene.send(Caller, "size", OTHER)
    assert 23 == int.from_bytes(size.output, "big")


def test_an_estimate_is_enough():
    """eth_estimateGas finds a limit under which the contract gets all it was promised."""
    scene = Scene({CONTRACT: WRITE + STOP})
    data = call_of(Caller, "go", CONTRACT, b"", 150_000)
    message = CallMessage(sender=SENDER, to=Caller.address, data=data)
    found = estimate_gas(scene.reader, message, ENVIRONMENT, MACHINE)
    outcome = scene.go(gas=150_000, gas_limit=found)
    assert (True, b"") == ended(outcome)
    assert 150_000 < found < 600_000
    result = call(scene.reader, message, ENVIRONMENT, MACHINE)
    assert (None, True) == (result.error, bool(decode(["bool", "bytes"], result.output)[0]))


def test_a_placed_contract_is_one():
    """It has its code, the nonce of a new contract, is warm, runs, and is paid for by the byte."""
    scene = Scene()
    code = WRITE + STOP
    outcome = scene.send(Caller, "place", CONTRACT, code)
    dispatch = 100 + 3 * 5 + prices.COLD_SLOT_GAS
    paid = dispatch + prices.CREATE_GAS + prices.CODE_BYTE_GAS * len(code)
    assert (1, paid) == (outcome.status, outcome.gas_used - scene.intrinsic_gas)
    assert (1, code) == (scene.world.get_nonce(CONTRACT), scene.world.get_code(CONTRACT))
    assert code in scene.world.diff().codes.values()
    assert (True, b"") == ended(scene.go())
    assert 9 == scene.slot(5)
    size = scene.send(Caller, "size", CONTRACT)
    assert len(code) == int.from_bytes(size.output, "big")


@pytest.mark.parametrize("taken", [CONTRACT, SENDER])
def test_no_contract_is_placed_upon_another_account(taken):
    """Where there is code or a nonce the module is refused; coins alone are no obstacle."""
    scene = Scene({CONTRACT: STOP})
    outcome = scene.send(Caller, "place", taken, b"\x01")
    assert (0, encode_refusal(AddressTaken(taken))) == (outcome.status, outcome.output)
    scene.world.mint(STRANGER, 3)
    assert 1 == scene.send(Caller, "place", STRANGER, b"\x01").status
    assert (b"\x01", 3) == (scene.world.get_code(STRANGER), scene.world.get_balance(STRANGER))


def test_hooks_call_no_contract():
    """Outside of transactions calling out is a bug of ours; placing and asking are not."""
    scene = Scene()
    caller = Caller(WorldHost(scene.world, {}), CallInfo(ZERO_ADDRESS))
    with pytest.raises(AssertionError, match="outside of transactions"):
        caller.call_contract(CONTRACT, b"", Gas(1))
    caller.host.place_code(CONTRACT, STOP)
    assert (1, 0) == (caller.host.code_size(CONTRACT), caller.host.code_size(STRANGER))
    assert frozenset() == caller.host.calling_out
    refuse_held(caller.host, Caller.address)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.sampled_from([WRITE, UNWRITE, *LOG_TWICE]), max_size=5),
    st.sampled_from([STOP, REVERT_WITH_GAS, BURN_ALL, DESTROY]),
    st.sampled_from(["go", "regret", "undo"]),
)
def test_a_call_by_a_module_does_what_a_call_by_a_contract_does(parts, end, name):
    """Same contract, same gas: storage and logs end as below a contract's CALL, or all undone."""
    code = b"".join(parts) + end
    native, plain = Scene({CONTRACT: code}, five=3), Scene({CONTRACT: code}, five=3)
    outcome = native.go(name)
    checked = make_transaction(to=CONTRACT, gas_limit=GIVEN + 21_000)
    expected = apply_transaction(plain.world, checked, ENVIRONMENT, MACHINE)
    mine = [log for log in outcome.logs if log.address == CONTRACT]
    if name == "go":
        assert (plain.slot(5), list(expected.logs)) == (native.slot(5), mine)
        assert bool(expected.status) == ended(outcome)[0]
    else:
        assert (3, []) == (native.slot(5), mine)
