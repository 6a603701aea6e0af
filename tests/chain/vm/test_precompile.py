"""A module called through the virtual machine: every path in, and nothing left of what failed."""

from collections.abc import Callable
from typing import Any

import pytest
from eth_abi import decode

from chain.codec import sign_authorization
from chain.kit.abi import decode_sequence
from chain.kit.host import CallInfo
from chain.kit.module import CoinsMoved, InsufficientCoins, NotPayable, Unauthorized, method_named
from chain.kit.record import Refusal, encode_refusal, field_types, selector_of, topic_of
from chain.types.account import Account
from chain.types.primitives import ZERO_ADDRESS, Address, Gas, Nonce, Wei
from chain.types.receipt import Log
from chain.types.transaction import TransactionType
from chain.vm import precompile as prices
from chain.vm.call import CallMessage, estimate_gas
from chain.vm.fork import PRAGUE
from chain.vm.machine import Machine
from chain.vm.precompile import DelegatecallRefused, MeteredHost, WorldHost, native_contracts
from chain.vm.transaction import TransactionOutcome, apply_transaction
from chain.vm.world import World
from tests.chain.kit.demo import DEMO, Demo, Fired, Mood, Note, Noted, Other, TooMuch
from tests.chain.vm.ground import (
    CALL,
    CALLCODE,
    COIN,
    CONTRACT,
    DELEGATECALL,
    OTHER,
    OTHER_KEY,
    PROPOSER,
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

RELAY = Address(b"\xca" * 20)
MODULE_CODE = b"\xfe"
NUMBER_SLOT = 32
MACHINE = Machine(PRAGUE, native_contracts(DEMO))
ENVIRONMENT = make_environment()


class Scene:
    """The demo modules and a few contracts, in a world that transactions run in."""

    def __init__(self, codes: dict[Address, bytes] | None = None, **slots: int) -> None:
        words = {(Demo.address, NUMBER_SLOT): slots["number"]} if "number" in slots else {}
        modules = {Demo.address: MODULE_CODE, Other.address: MODULE_CODE}
        accounts = {who: Account(Nonce(0), Wei(100 * COIN)) for who in (SENDER, OTHER)}
        self.reader = DictReader(accounts, words, modules | (codes or {}))
        self.world = World(self.reader)
        self.world.enter_block(ENVIRONMENT)

    def send(
        self, name: str, *values: Any, to: Address = Demo.address, **fields: Any
    ) -> TransactionOutcome:
        """Call a method of the demo, straight or through a contract."""
        return self.send_raw(method_named(Demo, name).encode_call(*values), to=to, **fields)

    def send_raw(self, data: bytes, to: Address = Demo.address, **fields: Any):
        """Send call data in a transaction."""
        nonce = self.world.get_nonce(SENDER)
        settings = {"to": to, "data": data, "nonce": nonce, "gas_limit": 1_000_000} | fields
        checked = make_transaction(**settings)
        self.intrinsic_gas = checked.intrinsic_gas
        return apply_transaction(self.world, checked, ENVIRONMENT, MACHINE)

    @property
    def demo(self) -> Demo:
        """The demo as the state has it now."""
        return Demo(WorldHost(self.world, DEMO.wires), CallInfo(ZERO_ADDRESS))

    def flag(self, who: Address = CONTRACT) -> int:
        """What a forwarder noted: 2 for success, 1 for failure."""
        return self.world.get_storage(who, 0)

    def changed(self) -> tuple[set[Address], dict]:
        """Accounts and storage that differ from the beginning."""
        diff = self.world.diff()
        return set(diff.accounts), diff.storage


def refused_with(outcome: TransactionOutcome, refusal: Refusal) -> bool:
    """Whether a transaction was reverted with exactly this custom error."""
    return (0, encode_refusal(refusal)) == (outcome.status, outcome.output)


def events(outcome: TransactionOutcome) -> list[tuple[Address, bytes]]:
    """Who logged what kind of event."""
    return [(log.address, log.topics[0]) for log in outcome.logs]


def test_a_call_runs_moves_its_value_and_returns():
    """A transaction to a module's address writes, logs, takes the coins and gives the result."""
    scene = Scene()
    outcome = scene.send("deposit", "hi", value_wei=7)
    assert (1, b"") == (outcome.status, outcome.output)
    assert [(Demo.address, topic_of(Noted))] == events(outcome)
    assert (7, 7) == (scene.world.get_balance(Demo.address), scene.demo.owed_wei[SENDER])
    assert (Note(SENDER, "hi"),) == tuple(scene.demo.notes)
    before = scene.send("set_number", 5)
    assert (1,) == decode(["uint256"], before.output)


def test_a_contract_calls_in_its_own_name():
    """Behind a contract the module sees the contract as caller, never the transaction's sender."""
    scene = Scene({CONTRACT: forwarder(CALL, Demo.address)})
    outcome = scene.send("deposit", "via", to=CONTRACT, value_wei=9)
    assert (1, 2) == (outcome.status, scene.flag())
    assert (9, 0) == (scene.demo.owed_wei[CONTRACT], scene.demo.owed_wei[SENDER])
    assert [(Demo.address, topic_of(Noted))] == events(outcome)


@pytest.mark.parametrize("opcode", [CALLCODE, DELEGATECALL])
@pytest.mark.parametrize(("name", "values"), [("set_number", (5,)), ("current", ())])
def test_a_borrowed_module_is_refused(opcode, name, values):
    """DELEGATECALL and CALLCODE revert by name, for calls and views, and write nowhere."""
    scene = Scene({CONTRACT: forwarder(opcode, Demo.address)})
    outcome = scene.send(name, *values, to=CONTRACT)
    assert (1, encode_refusal(DelegatecallRefused())) == (scene.flag(), outcome.output)
    assert (1, 0) == (scene.flag(), scene.demo.number)
    assert {CONTRACT: {0: 1}} == scene.changed()[1]


def test_a_static_call_may_look_and_not_touch():
    """STATICCALL answers views; a call, and a view that writes, fails and leaves nothing."""
    scene = Scene({CONTRACT: forwarder(STATICCALL, Demo.address)}, number=41)
    outcome = scene.send("current", to=CONTRACT)
    assert (2, (41,)) == (scene.flag(), decode(["uint256"], outcome.output))
    for name, values in (("set_number", (5,)), ("writes_in_a_view", ()), ("deposit", ("x",))):
        outcome = scene.send(name, *values, to=CONTRACT)
        assert (1, ()) == (scene.flag(), outcome.logs)
        assert {CONTRACT: {0: 1}} == scene.changed()[1]


@pytest.mark.parametrize(("outer", "is_written"), [(STATICCALL, False), (CALL, True)])
def test_static_is_inherited_through_contracts(outer, is_written):
    """An ordinary CALL below a STATICCALL is static still: no way around the protection."""
    codes = {CONTRACT: relay(outer, RELAY), RELAY: relay(CALL, Demo.address)}
    scene = Scene(codes)
    outcome = scene.send("set_number", 5, to=CONTRACT)
    assert (1, 1) == (outcome.status, int.from_bytes(outcome.output, "big"))
    assert (5 if is_written else 0) == scene.demo.number
    assert is_written == (Demo.address in scene.changed()[1])


def test_a_view_that_writes_fails_even_outside_of_static_calls():
    """A transaction to a view is static: its promise not to write is kept by the machine."""
    scene = Scene()
    outcome = scene.send("writes_in_a_view")
    assert (0, "write protection", 1_000_000) == (outcome.status, outcome.error, outcome.gas_used)
    assert {} == scene.changed()[1]


def test_a_refusal_undoes_state_coins_and_logs():
    """A module that changed everything and then says no has changed nothing but the fee."""
    scene = Scene()
    scene.send("deposit", "hi", value_wei=7)
    storage, nonce = scene.changed()[1], scene.world.get_nonce(SENDER)
    balance_wei = scene.world.get_balance(SENDER)
    outcome = scene.send("change_and_refuse", 99)
    assert refused_with(outcome, TooMuch(1, 99))
    assert (storage, ()) == (scene.changed()[1], outcome.logs)
    assert (7, nonce + 1) == (scene.world.get_balance(Demo.address), scene.world.get_nonce(SENDER))
    fee_wei = outcome.gas_used * outcome.effective_gas_price_wei
    assert balance_wei - fee_wei == scene.world.get_balance(SENDER)
    assert outcome.gas_used < 1_000_000


def test_value_sent_to_a_refused_call_comes_back():
    """Coins that came with a refused call are the sender's again."""
    scene = Scene()
    outcome = scene.send("set_number", 1, value_wei=COIN)
    assert refused_with(outcome, NotPayable(Wei(COIN)))
    assert 0 == scene.world.get_balance(Demo.address)
    fee_wei = outcome.gas_used * outcome.effective_gas_price_wei
    assert 100 * COIN - fee_wei == scene.world.get_balance(SENDER)


def test_a_contract_can_catch_a_refusal_and_go_on():
    """The contract's own writes stay, the module's are gone, and the reason can be read."""
    scene = Scene({CONTRACT: forwarder(CALL, Demo.address)})
    caught = scene.send("change_and_refuse", 3, to=CONTRACT)
    assert (1, encode_refusal(TooMuch(1, 3)), ()) == (caught.status, caught.output, caught.logs)
    assert {CONTRACT: {0: 1}} == scene.changed()[1]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "demo has no method 0x"),
        (b"\x01\x02\x03\x04", "demo has no method 0x01020304"),
        (method_named(Demo, "set_number").selector, "32 bytes expected"),
        (method_named(Demo, "set_mood").selector + b"\xff" * 32, "Mood"),
    ],
)
def test_what_is_no_call_reverts_with_a_sentence(data, says):
    """Malformed call data reverts with Error(string), which every tool shows."""
    scene = Scene()
    outcome = scene.send_raw(data)
    assert (0, prices.ERROR_SELECTOR) == (outcome.status, outcome.output[:4])
    assert says in decode(["string"], outcome.output[4:])[0]
    assert {} == scene.changed()[1]


def test_our_own_bug_undoes_the_whole_transaction():
    """An error that is no refusal leaves the machine with the world as it was, fee included."""
    scene = Scene()
    with pytest.raises(LookupError, match="not wired"):
        scene.send("ask_nobody")
    assert (set(), {}) == scene.changed()


def count_failures(owner: Address, start: int, step: int, try_with: Callable) -> int:
    """Withdraw with ever more gas until it works; what failed before must have changed nothing."""
    for failures in range(5_000):
        gas = start + failures * step
        scene = Scene({CONTRACT: forwarder(CALL, Demo.address, gas)})
        scene.world.mint(Demo.address, 60)
        scene.demo.owed_wei[owner] = Wei(50)
        before = scene.changed()[1][Demo.address]
        outcome = try_with(scene, gas)
        balances_wei = tuple(map(scene.world.get_balance, (Demo.address, STRANGER)))
        if balances_wei != (60, 0):
            assert (10, 50) == balances_wei
            assert (0, 1) == (scene.demo.owed_wei[owner], scene.demo.number)
            return failures
        assert (before, ()) == (scene.changed()[1][Demo.address], outcome.logs)
    raise AssertionError("it never had enough gas")


def test_no_gas_limit_leaves_half_a_call():
    """At every limit that is not enough all of it is undone and all the gas is gone."""

    def withdraw(scene: Scene, gas_limit: int) -> TransactionOutcome:
        outcome = scene.send("withdraw", STRANGER, gas_limit=gas_limit)
        if outcome.status == 0:
            assert ("out of gas", gas_limit) == (outcome.error, outcome.gas_used)
        return outcome

    assert count_failures(SENDER, 22_300, 97, withdraw) > 300


def test_no_gas_that_a_contract_hands_on_leaves_half_a_call():
    """A contract that gives a module too little gas goes on with nothing changed below it."""

    def withdraw(scene: Scene, gas: int) -> TransactionOutcome:
        outcome = scene.send("withdraw", STRANGER, to=CONTRACT)
        is_done = scene.world.get_balance(STRANGER) > 0
        assert (1, 2 if is_done else 1) == (outcome.status, scene.flag())
        return outcome

    assert count_failures(CONTRACT, 0, 211, withdraw) > 100


def test_minted_and_burned_coins_are_undone_too():
    """The supply of a call that ran out of gas is as it was before."""
    scene = Scene()
    done = scene.send("mint_and_burn", 9, 4)
    assert (1, 9, 4) == (done.status, scene.world.minted_wei, scene.world.burned_wei)
    cut = scene.send("mint_and_burn", 9, 4, gas_limit=done.gas_used - 1)
    assert (0, 9, 4) == (cut.status, scene.world.minted_wei, scene.world.burned_wei)
    broke = scene.send("mint_and_burn", 1, 100)
    assert refused_with(broke, InsufficientCoins(Wei(100), Wei(6)))
    assert (9, 4, 5) == (
        scene.world.minted_wei,
        scene.world.burned_wei,
        scene.world.get_balance(Demo.address),
    )


def test_gas_is_what_the_table_says():
    """Dispatch, words of data, cold and warm slots, first and later writes: to the unit."""
    scene = Scene()
    base = 100 + 3 * 2 + 3  # dispatch, two words of call data, one of result
    reads = prices.COLD_SLOT_GAS * 2  # the pause and the number
    first = scene.send("set_number", 5).gas_used - scene.intrinsic_gas
    assert base + reads + prices.SLOT_SET_GAS == first
    again = scene.send("set_number", 5).gas_used - scene.intrinsic_gas
    assert base + reads + prices.WARM_ACCESS_GAS == again
    scene = Scene(number=5)
    other = scene.send("set_number", 6).gas_used - scene.intrinsic_gas
    assert base + reads + prices.SLOT_RESET_GAS == other
    zero = scene.send("set_number", 0).gas_used - scene.intrinsic_gas
    assert base + reads + prices.SLOT_RESET_GAS == zero


def test_logs_and_moves_are_paid():
    """A log costs its topics and bytes, a move its price, a new account more, coins to burn too."""
    scene = Scene()
    scene.world.mint(Demo.address, 100)
    undone = scene.send("try_and_undo", 5).gas_used - scene.intrinsic_gas
    fired = 375 * 2 + 8 * 64
    moved = 375 * 2 + 8 * 192
    account = prices.WARM_ACCESS_GAS  # both accounts are part of the transaction
    expected = 100 + 3 * 2 + 3 + prices.COLD_SLOT_GAS  # dispatch and pause
    expected += prices.COLD_SLOT_GAS + prices.SLOT_SET_GAS + fired  # first write, its log
    expected += account + prices.MOVE_GAS + account * 2 + moved  # two balances, a target
    expected += prices.WARM_ACCESS_GAS * 3  # read, write and read the number again
    expected += fired
    assert expected == undone


def test_a_module_can_go_back_to_its_own_mark():
    """What a module tries and undoes inside a call leaves no slot, coin or log."""
    scene = Scene(number=1)
    scene.world.mint(Demo.address, 100)
    outcome = scene.send("try_and_undo", 5)
    assert (1, (6,)) == (outcome.status, decode(["uint256"], outcome.output))
    kinds = list(field_types(Fired).values())
    assert [[2, 6]] == [decode_sequence(kinds, log.data) for log in outcome.logs]
    assert (1, 100) == (scene.demo.number, scene.world.get_balance(Demo.address))


def test_a_peer_is_called_in_the_module_s_name():
    """What one module asks of another arrives from the module and is one call to the machine."""
    scene = Scene()
    outcome = scene.send("pass_on", 4)
    assert (4,) == decode(["uint256"], outcome.output)
    other = Other(WorldHost(scene.world, {}), CallInfo(ZERO_ADDRESS))
    assert (4, Demo.address) == (other.count, other.asked_by)


def test_balances_have_one_source():
    """BALANCE and SELFBALANCE in the same transaction see what the module just moved."""
    tail = push(Demo.address) + b"\x31\x60\x01\x55" + b"\x47\x60\x02\x55"
    scene = Scene({CONTRACT: forwarder(CALL, Demo.address, tail=tail)})
    scene.send("deposit", "x", to=CONTRACT, value_wei=30)
    assert (30, 0) == tuple(scene.world.get_storage(CONTRACT, slot) for slot in (1, 2))
    scene.send("withdraw", CONTRACT, to=CONTRACT)
    assert (0, 30) == tuple(scene.world.get_storage(CONTRACT, slot) for slot in (1, 2))


def test_a_module_s_account_is_never_swept():
    """Zero-value calls touch the account, and its nonce and code keep it from being deleted."""
    scene = Scene({CONTRACT: forwarder(CALL, Demo.address)}, number=5)
    for to in (Demo.address, CONTRACT):
        for data in (b"", method_named(Demo, "current").encode_call()):
            scene.send_raw(data, to=to)
    state = scene.world.account_state(Demo.address)
    assert (1, 0, MODULE_CODE) == (state[0], state[1], scene.world.get_code(Demo.address))
    assert 5 == scene.demo.number


def delegate(scene: Scene) -> Any:
    """Have the other account delegate to the demo and be called."""
    fields = {"chain_id": ENVIRONMENT.chain_id, "address": Demo.address, "nonce": 0}
    authorization = sign_authorization(OTHER_KEY, **fields)
    kind = {"type": TransactionType.SET_CODE, "authorizations": (authorization,)}
    return scene.send("set_number", 5, to=OTHER, **kind)


def test_a_delegation_does_not_reach_a_module():
    """An account that delegates to a module (EIP-7702) runs its INVALID byte, straight or below."""
    scene = Scene({CONTRACT: forwarder(CALL, OTHER, 50_000)})
    outcome = delegate(scene)
    assert (0, "invalid opcode: INVALID") == (outcome.status, outcome.error)
    below = scene.send("set_number", 5, to=CONTRACT)
    assert (1, 1) == (below.status, scene.flag())
    assert {CONTRACT: {0: 1}} == scene.changed()[1]


def test_hooks_share_the_world_and_pay_no_gas():
    """Outside of transactions a module writes the same state, and its logs wait for a receipt."""
    scene = Scene()
    demo = scene.demo
    demo.host.mint(Demo.address, Wei(10))
    demo.burn(3, "burned")
    demo.number = 9
    mark = demo.host.snapshot()
    demo.emit(Fired(1, 1))
    demo.number = 10
    demo.pay(STRANGER, 7, "gone")
    demo.host.revert(mark)
    demo.host.charge(Gas(10**12))
    assert (9, 7, 0) == (demo.number, *map(scene.world.get_balance, (Demo.address, STRANGER)))
    assert (10, 3) == demo.host.supply_change()
    logs = scene.world.take_logs()
    assert [topic_of(CoinsMoved)] == [log.topics[0] for log in logs]
    assert isinstance(logs[0], Log)
    with pytest.raises(InsufficientCoins):
        demo.burn(8, "burned")
    with pytest.raises(InsufficientCoins):
        demo.host.transfer(Demo.address, STRANGER, Wei(8))


def test_modules_see_the_block():
    """Height, time, chain, proposer and randomness are the environment's."""
    environment = make_environment(prev_randao=b"\x07" * 32)
    world = World(Scene().reader)
    world.enter_block(environment)
    host = WorldHost(world, {})
    block = host.block
    assert (100, 1_000, ENVIRONMENT.chain_id, PROPOSER) == (
        block.height,
        block.time_s,
        block.chain_id,
        block.proposer,
    )
    assert b"\x07" * 32 == host.beacon()
    assert (False, False) == (WorldHost.is_static, isinstance(host, MeteredHost))


def test_every_module_stands_at_its_address():
    """The machine reaches both modules, warm like precompiles."""
    assert {Demo.address, Other.address} == set(native_contracts(DEMO))
    scene = Scene()
    scene.world.begin_transaction(MACHINE.precompiles)
    assert scene.world.is_address_warm(Demo.address)
    assert selector_of(Unauthorized) != selector_of(DelegatecallRefused)
    assert Mood.CALM == scene.demo.mood


@pytest.mark.parametrize("through", [None, CONTRACT])
def test_an_estimate_leaves_room_for_what_modules_may_hold(through: Address | None) -> None:
    """A call that reaches a module, straight or through a contract, may cost more a block later."""
    scene = Scene({CONTRACT: forwarder(CALL, Demo.address)})
    data = method_named(Demo, "set_number").encode_call(7)
    message = CallMessage(sender=SENDER, to=through or Demo.address, data=data)
    estimate = estimate_gas(scene.reader, message, ENVIRONMENT, MACHINE)
    used = scene.send_raw(data, to=through or Demo.address).gas_used
    assert estimate >= used + used // 4 + 66_000
    bound = CallMessage(sender=SENDER, to=Demo.address, data=data, gas_limit=Gas(70_000))
    assert 70_000 >= estimate_gas(scene.reader, bound, ENVIRONMENT, MACHINE)
