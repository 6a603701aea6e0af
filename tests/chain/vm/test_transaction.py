"""One transaction: what it refuses, what it charges, who gets the coins."""

import pytest

from chain.codec import keccak256, rlp, sign_authorization
from chain.errors import (
    BlockGasExceeded,
    FeeCapTooLow,
    FundsInsufficient,
    NonceAtMaximum,
    NonceTooHigh,
    NonceTooLow,
    SenderNotExternal,
    TransactionInvalid,
    TransactionTypeUnsupported,
)
from chain.params import DELEGATION_PREFIX
from chain.types.account import Account
from chain.types.primitives import EMPTY_TRIE_ROOT, Address, Gas, Hash32, Nonce, Wei
from chain.types.transaction import AccessEntry, TransactionType
from chain.validation import AdmissionRules, check_transaction, format_address
from chain.vm.machine import Machine
from chain.vm.transaction import (
    TransactionOutcome,
    apply_transaction,
    compute_contract_address,
)
from chain.vm.world import World
from tests.chain.vm.ground import (
    CHAIN_ID,
    COIN,
    CONTRACT,
    GWEI,
    MACHINE,
    OTHER,
    OTHER_KEY,
    PROPOSER,
    SENDER,
    STRANGER,
    DictReader,
    make_environment,
    make_reader,
    make_transaction,
    push,
)

STORE_ONE = bytes.fromhex("600160005500")  # slot 0 := 1
REVERT_REASON = bytes.fromhex("60aa60005260206000fd")


def apply(reader: DictReader, **changes: object) -> tuple[World, TransactionOutcome]:
    """Apply one transaction to a fresh world."""
    world = World(reader)
    outcome = apply_transaction(world, make_transaction(**changes), make_environment(), MACHINE)
    return world, outcome


def check_supply(world: World, outcome: TransactionOutcome) -> None:
    """Every coin is somewhere: balances fall by what was burned and by the base-fee part."""
    change = world.balance_change_since(0)
    assert change == world.minted_wei - world.burned_wei - outcome.base_fee_wei


def test_a_transfer_moves_value_fee_and_tip_to_the_wei() -> None:
    """Sender pays value and price, the proposer gets the tip, the base fee waits to be split."""
    world, outcome = apply(make_reader(), to=STRANGER, value_wei=5, gas_limit=50_000)
    assert (outcome.status, outcome.gas_used, outcome.error) == (1, 21_000, None)
    assert outcome.effective_gas_price_wei == 2 * GWEI
    assert outcome.tip_wei == 21_000 * GWEI == world.get_balance(PROPOSER)
    assert outcome.base_fee_wei == 21_000 * GWEI
    assert world.get_balance(STRANGER) == 5
    assert world.get_balance(SENDER) == 10 * COIN - 5 - 42_000 * GWEI
    assert world.get_nonce(SENDER) == 1
    check_supply(world, outcome)


def test_a_transfer_with_data_pays_the_floor() -> None:
    """Data to an account without code costs EIP-7623's floor, for nothing runs."""
    _, outcome = apply(make_reader(), to=STRANGER, data=b"\x01" * 100, gas_limit=100_000)
    assert outcome.gas_used == 21_000 + 40 * 100


def test_a_transfer_to_oneself_and_to_the_proposer_add_up() -> None:
    """The same account in two roles loses and gains both times."""
    world, outcome = apply(make_reader(), to=SENDER, value_wei=7)
    assert world.get_balance(SENDER) == 10 * COIN - 42_000 * GWEI
    check_supply(world, outcome)
    world, outcome = apply(make_reader(), to=PROPOSER, value_wei=7)
    assert world.get_balance(PROPOSER) == 7 + outcome.tip_wei
    check_supply(world, outcome)


def test_a_transfer_of_nothing_leaves_no_empty_account() -> None:
    """EIP-161: a value of zero brings no account to life, nor does a tip of zero."""
    world, _ = apply(make_reader(), to=STRANGER, max_priority_fee_per_gas_wei=0)
    assert not world.account_exists(STRANGER)
    assert not world.account_exists(PROPOSER)


INVALID: list[tuple[DictReader, dict[str, object], type[TransactionInvalid], str]] = [
    (
        DictReader({SENDER: Account(Nonce(6), Wei(COIN))}),
        {"nonce": 5},
        NonceTooLow,
        f"nonce too low: address {format_address(SENDER)}, tx: 5 state: 6",
    ),
    (
        make_reader(),
        {"nonce": 5},
        NonceTooHigh,
        f"nonce too high: address {format_address(SENDER)}, tx: 5 state: 0",
    ),
    (
        make_reader(balance_wei=1),
        {"value_wei": 1, "gas_limit": 21_000},
        FundsInsufficient,
        "insufficient funds for gas * price + value: address "
        f"{format_address(SENDER)} have 1 want {21_000 * 3 * GWEI + 1}",
    ),
    (
        make_reader(),
        {"max_fee_per_gas_wei": GWEI - 1, "max_priority_fee_per_gas_wei": 0},
        FeeCapTooLow,
        f"max fee per gas less than block base fee: address {format_address(SENDER)}, "
        f"maxFeePerGas: {GWEI - 1}, baseFee: {GWEI}",
    ),
    (
        make_reader(),
        {"gas_limit": 30_000_001},
        BlockGasExceeded,
        "exceeds block gas limit: transaction gas limit 30000001, block 30000000",
    ),
]


@pytest.mark.parametrize(("reader", "changes", "error", "text"), INVALID)
def test_an_invalid_transaction_says_why_and_leaves_no_trace(
    reader: DictReader, changes: dict[str, object], error: type[TransactionInvalid], text: str
) -> None:
    """The message is geth's, and the world is as it was."""
    world = World(reader)
    with pytest.raises(error) as caught:
        apply_transaction(world, make_transaction(**changes), make_environment(), MACHINE)
    assert text == str(caught.value)
    assert world.diff().accounts == {}


def sender_with_code(code: bytes) -> DictReader:
    """Return a state in which the sender's account holds code."""
    digest = keccak256(code)
    reader = make_reader(STORE_ONE)
    reader.accounts[SENDER] = Account(Nonce(0), Wei(COIN), EMPTY_TRIE_ROOT, digest)
    reader.codes[digest] = code
    return reader


def test_contracts_send_no_transactions_but_delegated_accounts_do() -> None:
    """EIP-3607 refuses code in the sender's account, EIP-7702's designator excepted."""
    with pytest.raises(SenderNotExternal, match=r"sender not an eoa: .* len\(code\): 1"):
        apply(sender_with_code(b"\x00"))
    _, outcome = apply(sender_with_code(DELEGATION_PREFIX + CONTRACT))
    assert outcome.status == 1


def test_the_last_nonce_is_never_used() -> None:
    """EIP-2681: an account at the highest nonce sends no more."""
    reader = DictReader({SENDER: Account(Nonce(2**64 - 1), Wei(COIN))})
    checked = make_transaction(nonce=2**64 - 2)
    with pytest.raises(NonceTooLow):
        apply_transaction(World(reader), checked, make_environment(), MACHINE)
    object.__setattr__(checked.transaction, "nonce", 2**64 - 1)
    with pytest.raises(NonceAtMaximum, match="nonce has max value"):
        apply_transaction(World(reader), checked, make_environment(), MACHINE)


def test_a_call_runs_code_and_keeps_what_it_wrote() -> None:
    """Storage is written and gas is used beyond the intrinsic part."""
    world, outcome = apply(make_reader(STORE_ONE))
    assert (outcome.status, outcome.error) == (1, None)
    assert world.get_storage(CONTRACT, 0) == 1
    assert outcome.gas_used == 21_000 + 3 + 3 + 22_100
    check_supply(world, outcome)


def test_a_revert_takes_the_fee_and_nothing_else() -> None:
    """Value and writes come back, revert data is handed out, unused gas is returned."""
    world, outcome = apply(make_reader(STORE_ONE[:-1] + REVERT_REASON), value_wei=9)
    assert (outcome.status, outcome.error) == (0, "execution reverted")
    assert int.from_bytes(outcome.output, "big") == 0xAA
    assert world.get_storage(CONTRACT, 0) == 0
    assert world.get_balance(CONTRACT) == 0
    assert outcome.gas_used < 100_000
    check_supply(world, outcome)


def test_a_failure_burns_all_gas() -> None:
    """An invalid instruction costs the whole gas limit."""
    _, outcome = apply(make_reader(b"\xfe"))
    assert (outcome.status, outcome.gas_used) == (0, 200_000)
    assert outcome.error == "invalid opcode: INVALID"


def test_refunds_are_at_most_a_fifth() -> None:
    """EIP-3529: clearing slots gives back up to gas used / 5."""
    clear_two = bytes.fromhex("5f5f555f600155")
    _, outcome = apply(make_reader(clear_two, {0: 1, 1: 1}))
    # Two clears: 2 * (2,100 + 2,900) and four pushes; 2 * 4,800 refund, capped.
    before = 21_000 + 2 * 5_000 + 2 + 2 + 2 + 3
    assert outcome.gas_refunded == before // 5
    assert outcome.gas_used == before - before // 5


def test_a_call_with_much_data_pays_the_floor() -> None:
    """EIP-7623 holds for calls, too: little work on much data costs what the data costs."""
    _, outcome = apply(make_reader(b"\x00"), data=b"\x01" * 100)
    assert outcome.gas_used == 21_000 + 40 * 100


def test_the_proposer_is_warm_and_others_are_not() -> None:
    """EIP-3651: BALANCE of the proposer costs 100; of a stranger 2,600 (EIP-2929)."""
    for address, price in ((PROPOSER, 100), (CONTRACT, 100), (SENDER, 100), (STRANGER, 2_600)):
        _, outcome = apply(make_reader(push(address) + b"\x31"))
        assert outcome.gas_used == 21_000 + 3 + price


def test_an_access_list_warms_what_it_names() -> None:
    """EIP-2930: a listed slot is paid for in advance and is warm when it is read."""
    entries = [AccessEntry(CONTRACT, (5,))]
    _, outcome = apply(make_reader(push(5) + b"\x54"), access_list=entries)
    assert outcome.gas_used == 21_000 + 2_400 + 1_900 + 3 + 100


def test_a_creation_deploys_at_the_address_of_sender_and_nonce() -> None:
    """The contract's code, nonce 1 and value are there, and the outcome names the address."""
    init = bytes.fromhex("60ff60005360016000f3")
    world, outcome = apply(make_reader(), to=None, data=init, value_wei=3)
    expected = keccak256(rlp.encode([SENDER, b""]))[12:]
    assert expected == outcome.contract_address == compute_contract_address(SENDER, Nonce(0))
    assert world.get_code(Address(expected)) == b"\xff"
    assert (world.get_nonce(Address(expected)), world.get_balance(Address(expected))) == (1, 3)
    check_supply(world, outcome)


def test_a_creation_onto_a_contract_collides() -> None:
    """An address with code is not created again: all gas is gone, the code stays."""
    reader = make_reader()
    address = compute_contract_address(SENDER, Nonce(0))
    taken = DictReader(reader.accounts, codes={address: b"\x00"})
    world, outcome = apply(taken, to=None, data=b"\x00")
    assert (outcome.status, outcome.gas_used) == (0, 200_000)
    assert outcome.error == "contract address collision"
    assert world.get_code(address) == b"\x00"


def test_logs_come_in_the_order_they_were_emitted() -> None:
    """A log before, inside and after a call keep their order; a reverted one is gone."""
    inner = Address(b"\xcd" * 20)
    log = bytes.fromhex("5f5fa0")
    twice = make_reader(push(1) + bytes.fromhex("5f5fa1") + push(2) + bytes.fromhex("5f5fa1"))
    _, outcome = apply(twice)
    assert [int.from_bytes(entry.topics[0], "big") for entry in outcome.logs] == [1, 2]
    call = bytes.fromhex("5f5f5f5f5f") + push(inner) + push(50_000) + b"\xf1\x50"
    reader = make_reader(log + call + log)
    inner_reader = DictReader(reader.accounts, codes={CONTRACT: log + call + log, inner: log})
    _, outcome = apply(inner_reader)
    assert [entry.address for entry in outcome.logs] == [CONTRACT, inner, CONTRACT]
    reverting = DictReader(
        reader.accounts, codes={CONTRACT: log + call + log, inner: log + b"\x5f\x5f\xfd"}
    )
    _, outcome = apply(reverting)
    assert [entry.address for entry in outcome.logs] == [CONTRACT, CONTRACT]


def test_coins_of_a_contract_that_destroys_itself_for_itself_are_counted_as_burned() -> None:
    """EIP-6780: created and destroyed in one transaction, its coins are in no account."""
    world, outcome = apply(make_reader(), to=None, data=bytes.fromhex("30ff"), value_wei=11)
    assert outcome.status == 1
    assert world.burned_wei == 11
    assert outcome.contract_address is not None
    assert not world.account_exists(outcome.contract_address)
    check_supply(world, outcome)


def test_coins_sent_after_the_destruction_are_counted_as_burned() -> None:
    """What reaches a destroyed contract before the transaction ends goes with it."""
    # The outer init code creates a child that destroys itself to its creator, then pays it 4 wei.
    child = push(0x33FF << 240) + bytes.fromhex("5f52") + bytes.fromhex("60025f5ff0")
    pay = bytes.fromhex("5f5f5f5f6004855af1505f5ff3")  # the child's address is five words down
    world, outcome = apply(
        make_reader(), to=None, data=child + pay, value_wei=10, gas_limit=400_000
    )
    assert outcome.status == 1
    assert world.burned_wei == 4
    check_supply(world, outcome)


def test_an_existing_contract_only_sends_its_coins() -> None:
    """EIP-6780: SELFDESTRUCT of an older contract keeps its code and storage."""
    world, outcome = apply(make_reader(push(STRANGER) + b"\xff", {0: 7}), value_wei=6)
    assert world.get_balance(STRANGER) == 6
    assert world.get_code(CONTRACT) != b""
    assert world.get_storage(CONTRACT, 0) == 7
    assert world.burned_wei == 0
    check_supply(world, outcome)


# EIP-7702.


def set_code(address: bytes, nonce: int = 0, chain_id: int = CHAIN_ID, **changes: object) -> object:
    """Return a transaction that delegates OTHER to an address, and calls OTHER."""
    signed = sign_authorization(OTHER_KEY, chain_id=chain_id, address=address, nonce=nonce)
    fields: dict[str, object] = {
        "type": TransactionType.SET_CODE,
        "authorizations": [signed],
        "to": OTHER,
    }
    return fields | changes


def test_an_authorization_makes_an_account_run_code() -> None:
    """The delegated account runs the contract's code on its own storage, and its nonce rises."""
    world, outcome = apply(make_reader(STORE_ONE), **set_code(CONTRACT))  # type: ignore[arg-type]
    assert outcome.status == 1
    assert world.get_storage(OTHER, 0) == 1
    assert world.get_storage(CONTRACT, 0) == 0
    assert world.get_code(OTHER) == DELEGATION_PREFIX + CONTRACT
    assert world.get_nonce(OTHER) == 1
    # 21,000, 25,000 for the authorization, two pushes and a store; 12,500 given back.
    before = 46_000 + 6 + 22_100
    assert outcome.gas_used == before - 12_500


def test_a_delegation_outlives_a_failed_call() -> None:
    """Authorizations count before the call, and stay when it reverts."""
    world, outcome = apply(make_reader(REVERT_REASON), **set_code(CONTRACT))  # type: ignore[arg-type]
    assert outcome.status == 0
    assert world.get_code(OTHER) == DELEGATION_PREFIX + CONTRACT


def test_delegating_to_zero_clears_the_delegation() -> None:
    """The zero address takes the code away."""
    world = World(make_reader(STORE_ONE))
    for nonce, target in enumerate([CONTRACT, bytes(20)]):
        checked = make_transaction(nonce=nonce, **set_code(target, nonce))  # type: ignore[arg-type]
        apply_transaction(world, checked, make_environment(), MACHINE)
    assert world.get_code(OTHER) == b""
    assert world.get_nonce(OTHER) == 2


@pytest.mark.parametrize(("nonce", "chain_id"), [(1, CHAIN_ID), (0, 5), (2**64 - 1, 0)])
def test_an_authorization_that_does_not_hold_is_skipped(nonce: int, chain_id: int) -> None:
    """Wrong nonce, wrong chain or the highest nonce: no delegation, no refund, no failure."""
    fields = set_code(CONTRACT, nonce, chain_id)
    world, outcome = apply(make_reader(STORE_ONE), **fields)  # type: ignore[arg-type]
    assert (outcome.status, outcome.gas_used) == (1, 46_000)
    assert world.get_code(OTHER) == b""


def test_contracts_cannot_be_delegated() -> None:
    """An authority whose account holds real code keeps it."""
    reader = make_reader(STORE_ONE)
    digest = keccak256(b"\x00")
    reader.accounts[OTHER] = Account(Nonce(0), Wei(COIN), EMPTY_TRIE_ROOT, digest)
    reader.codes[digest] = b"\x00"
    world, _ = apply(reader, **set_code(CONTRACT))  # type: ignore[arg-type]
    assert world.get_code(OTHER) == b"\x00"


# What must not happen.


def test_blob_transactions_do_not_run_at_prague() -> None:
    """Even past the codec and the checks, the machine refuses type 3."""
    checked = make_transaction()
    object.__setattr__(checked.transaction, "type", TransactionType.BLOB)
    with pytest.raises(TransactionTypeUnsupported, match="not carried by this chain"):
        apply_transaction(World(make_reader()), checked, make_environment(), MACHINE)
    with pytest.raises(TransactionTypeUnsupported):
        check_transaction(checked.transaction, CHAIN_ID, rules=AdmissionRules())


def test_our_own_errors_leave_the_world_as_it_was() -> None:
    """An exception in a native module is raised on, with every write undone."""

    def broken(computation: object) -> object:
        computation.state.set_storage(CONTRACT, 0, 5)  # type: ignore[attr-defined]
        raise ZeroDivisionError("a bug")

    machine = Machine(native_contracts={CONTRACT: broken})
    world = World(make_reader(b"\xfe"))
    with pytest.raises(ZeroDivisionError):
        apply_transaction(world, make_transaction(), make_environment(), machine)
    diff = world.diff()
    assert ({}, {}) == (diff.accounts, diff.storage)


def test_outcomes_carry_typed_quantities() -> None:
    """Logs hold 32-byte topics, and gas is what the receipt will show."""
    code = push(7) + bytes.fromhex("5f5fa1")
    _, outcome = apply(make_reader(code))
    assert outcome.logs[0].topics == (Hash32((7).to_bytes(32, "big")),)
    assert outcome.gas_used == Gas(21_000 + 3 + 2 + 2 + 750)
