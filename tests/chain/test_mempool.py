"""The pool admits, replaces, orders and evicts as geth's does, with geth's words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chain import mempool as pool_rules
from chain.codec import decode_transaction, sign_authorization, sign_transaction
from chain.errors import (
    BlockGasExceeded,
    ChainIdMismatch,
    FundsInsufficient,
    IntrinsicGasTooLow,
    NonceTooLow,
    TransactionInvalid,
)
from chain.mempool import Mempool
from chain.types.account import Account
from chain.types.primitives import Address, Gas
from chain.types.transaction import TransactionType
from chain.validation import check_transaction
from tests.chain.stage import CHAIN_ID, COIN_WEI, GWEI, USER_KEYS, USERS

TARGET = Address(b"\x77" * 20)


class Accounts:
    """A state that is a dict of accounts."""

    def __init__(self, accounts: dict[Address, Account], codes: dict[bytes, bytes]) -> None:
        self.accounts, self.codes = accounts, codes

    def account(self, address: Address) -> Account | None:
        """Return the account."""
        return self.accounts.get(address)

    def storage(self, address: Address, slot: int) -> int:
        """No account has storage."""
        return 0

    def code(self, code_hash: bytes) -> bytes:
        """Return the code."""
        return self.codes[code_hash]


class Stage:
    """A pool over ten users with 100 coins each."""

    def __init__(self, balance_wei: int = 100 * COIN_WEI) -> None:
        self.now_s = 1_000
        self.state = Accounts({who: Account(balance_wei=balance_wei) for who in USERS}, {})
        self.pool = Mempool(CHAIN_ID, Gas(30_000_000), lambda: self.now_s)
        self.pool.advance(self.state, GWEI)

    def sign(self, user: int = 0, nonce: int = 0, tip_wei: int = GWEI, **fields) -> bytes:
        """Return a signed transfer; the fee cap leaves room for the tip."""
        options = {"fee_wei": 2 * GWEI + tip_wei, "gas": 21_000, "value_wei": 1, "data": b""}
        options |= fields
        return sign_transaction(
            USER_KEYS[user],
            chain_id=options.get("chain_id", CHAIN_ID),
            nonce=nonce,
            gas_limit=options["gas"],
            to=TARGET,
            max_fee_per_gas_wei=options["fee_wei"],
            max_priority_fee_per_gas_wei=tip_wei,
            value_wei=options["value_wei"],
            data=options["data"],
        ).raw

    def submit(self, user: int = 0, nonce: int = 0, tip_wei: int = GWEI, **fields) -> bytes:
        """Submit a signed transfer."""
        return self.pool.submit(self.sign(user, nonce, tip_wei, **fields))

    def pending(self, user: int = 0) -> list[int]:
        """Nonces of a user that could be executed."""
        return [c.transaction.nonce for c in self.pool.content()[0].get(USERS[user], [])]

    def queued(self, user: int = 0) -> list[int]:
        """Nonces of a user that wait for another."""
        return [c.transaction.nonce for c in self.pool.content()[1].get(USERS[user], [])]


def test_transactions_with_a_missing_nonce_wait_until_it_comes():
    """A gap queues what is behind it, and the missing transaction lets all of it run."""
    stage = Stage()
    stage.submit(nonce=0)
    stage.submit(nonce=2)
    stage.submit(nonce=3)
    assert (stage.pending(), stage.queued()) == ([0], [2, 3])
    stage.submit(nonce=1)
    assert (stage.pending(), stage.queued()) == ([0, 1, 2, 3], [])
    assert stage.pool.next_nonce(USERS[0]) == 4


def test_the_same_transaction_is_already_known():
    """A transaction submitted twice is refused with geth's words."""
    stage = Stage()
    stage.submit()
    with pytest.raises(pool_rules.AlreadyKnown, match="^already known$"):
        stage.submit()


def test_a_replacement_pays_a_tenth_more_of_both_fees():
    """Ten percent more of fee cap and tip replaces; less, or one of the two, does not."""
    stage = Stage()
    stage.submit(tip_wei=100, fee_wei=10 * GWEI)
    for tip_wei, fee_wei in ((109, 11 * GWEI), (110, 11 * GWEI - 1), (200, 10 * GWEI)):
        with pytest.raises(
            pool_rules.ReplacementUnderpriced, match="^replacement transaction underpriced$"
        ):
            stage.submit(tip_wei=tip_wei, fee_wei=fee_wei, value_wei=2)
    replacement = stage.submit(tip_wei=110, fee_wei=11 * GWEI, value_wei=2)
    assert len(stage.pool) == 1
    assert stage.pool.get(replacement) is not None


def test_a_replaced_transaction_in_the_middle_keeps_the_line():
    """Replacing a transaction that others follow leaves them executable."""
    stage = Stage()
    for nonce in range(3):
        stage.submit(nonce=nonce)
    stage.submit(nonce=1, tip_wei=2 * GWEI, fee_wei=20 * GWEI)
    assert stage.pending() == [0, 1, 2]


def test_used_nonces_are_too_low():
    """A nonce below the account's is refused with geth's words."""
    stage = Stage()
    stage.state.accounts[USERS[0]] = Account(nonce=5, balance_wei=COIN_WEI)
    with pytest.raises(NonceTooLow, match="^nonce too low: next nonce 5, tx nonce 4$"):
        stage.submit(nonce=4)


def test_a_sender_must_afford_everything_that_waits():
    """Costs of all executable transactions together stay within the balance."""
    stage = Stage(balance_wei=3 * COIN_WEI)
    with pytest.raises(FundsInsufficient, match=r"^insufficient funds for gas \* price \+ value"):
        stage.submit(value_wei=3 * COIN_WEI)
    stage.submit(nonce=0, value_wei=2 * COIN_WEI)
    with pytest.raises(FundsInsufficient, match="overshot"):
        stage.submit(nonce=1, value_wei=COIN_WEI)
    stage.submit(nonce=0, value_wei=1, tip_wei=2 * GWEI, fee_wei=20 * GWEI)
    stage.submit(nonce=1, value_wei=COIN_WEI)
    assert stage.pending() == [0, 1]


@pytest.mark.parametrize(
    ("fields", "refusal", "words"),
    [
        ({"gas": 30_000_001}, BlockGasExceeded, "exceeds block gas limit"),
        ({"gas": 20_999}, IntrinsicGasTooLow, "intrinsic gas too low"),
        ({"tip_wei": 0}, pool_rules.TransactionUnderpriced, "transaction underpriced"),
        ({"chain_id": 1}, ChainIdMismatch, "invalid chain id for signer: have 1 want 31337"),
    ],
)
def test_what_can_never_run_is_refused(fields, refusal, words):
    """Gas above the block's, below the intrinsic gas, no tip, another chain: each by its name."""
    with pytest.raises(refusal, match=f"^{words}"):
        Stage().submit(**fields)


def test_an_account_queues_a_limited_number():
    """One sender cannot fill the queue with nonces that are far ahead."""
    stage = Stage()
    for nonce in range(1, pool_rules.ACCOUNT_QUEUED_MAX + 1):
        stage.submit(nonce=nonce)
    with pytest.raises(pool_rules.AccountLimitExceeded):
        stage.submit(nonce=pool_rules.ACCOUNT_QUEUED_MAX + 1)
    stage.submit(nonce=0)
    assert len(stage.pending()) == pool_rules.ACCOUNT_QUEUED_MAX + 1


def test_a_full_pool_lets_the_cheapest_go(monkeypatch):
    """When slots run out the cheapest leaves for a dearer one, and a cheaper one is refused."""
    monkeypatch.setattr(pool_rules, "PENDING_SLOTS_MAX", 4)
    monkeypatch.setattr(pool_rules, "QUEUED_MAX", 0)
    stage = Stage()
    for user in range(4):
        stage.submit(user=user, tip_wei=(user + 2) * GWEI, fee_wei=(user + 5) * GWEI)
    with pytest.raises(pool_rules.TransactionUnderpriced):
        stage.submit(user=5, tip_wei=GWEI, fee_wei=4 * GWEI)
    stage.submit(user=6, tip_wei=3 * GWEI, fee_wei=9 * GWEI)
    assert stage.pending(0) == []
    assert stage.pending(6) == [0]
    assert len(stage.pool) == 4


def test_what_cannot_run_yet_never_pushes_out_what_can(monkeypatch):
    """A full queue refuses a cheaper newcomer and executable transactions stay."""
    monkeypatch.setattr(pool_rules, "QUEUED_MAX", 2)
    stage = Stage()
    stage.submit(user=0, tip_wei=1, fee_wei=GWEI)
    stage.submit(user=1, nonce=5, fee_wei=5 * GWEI)
    stage.submit(user=2, nonce=5, fee_wei=6 * GWEI)
    with pytest.raises(pool_rules.PoolFull, match="^txpool is full$"):
        stage.submit(user=3, nonce=5, fee_wei=4 * GWEI)
    stage.submit(user=3, nonce=5, fee_wei=50 * GWEI, tip_wei=2 * GWEI)
    assert (
        stage.pending(0),
        stage.queued(1),
        stage.queued(2),
        stage.queued(3),
    ) == ([0], [], [5], [5])


def test_a_delegated_account_has_one_in_flight():
    """An account with an EIP-7702 delegation may have one transaction waiting."""
    stage = Stage()
    code_hash = b"\x11" * 32
    stage.state.codes[code_hash] = b"\xef\x01\x00" + b"\x22" * 20
    stage.state.accounts[USERS[0]] = Account(balance_wei=COIN_WEI, code_hash=code_hash)
    stage.submit(nonce=0)
    with pytest.raises(pool_rules.InFlightLimitReached, match="^in-flight transaction limit"):
        stage.submit(nonce=1)


def test_a_set_code_transaction_is_admitted():
    """An EIP-7702 transaction of an account without delegation goes in."""
    stage = Stage()
    authorization = sign_authorization(USER_KEYS[1], chain_id=CHAIN_ID, address=TARGET, nonce=0)
    transaction = sign_transaction(
        USER_KEYS[0],
        chain_id=CHAIN_ID,
        nonce=0,
        gas_limit=100_000,
        to=TARGET,
        max_fee_per_gas_wei=3 * GWEI,
        max_priority_fee_per_gas_wei=GWEI,
        type=TransactionType.SET_CODE,
        authorizations=(authorization,),
    )
    assert transaction.hash == stage.pool.submit(transaction.raw)


def test_a_new_head_removes_what_was_taken_and_what_is_unaffordable():
    """After a block, used nonces leave and so do transactions the account cannot pay any more."""
    stage = Stage()
    for nonce in range(3):
        stage.submit(nonce=nonce)
    stage.submit(user=1, value_wei=50 * COIN_WEI)
    stage.state.accounts[USERS[0]] = Account(nonce=2, balance_wei=COIN_WEI)
    stage.state.accounts[USERS[1]] = Account(balance_wei=COIN_WEI)
    stage.pool.advance(stage.state, GWEI)
    assert (stage.pending(0), stage.pending(1)) == ([2], [])


def test_queued_transactions_expire():
    """What waits for a nonce longer than the lifetime is dropped at a new head."""
    stage = Stage()
    stage.submit(nonce=3)
    stage.now_s += pool_rules.LIFETIME_S + 1
    stage.pool.advance(stage.state, GWEI)
    assert len(stage.pool) == 0


def test_arrivals_are_told_once_when_they_can_run():
    """on_pending hears of a transaction when it becomes executable, and of no queued one."""
    stage, heard = Stage(), []
    stage.pool.on_pending = lambda checked: heard.append(checked.transaction.nonce)
    stage.submit(nonce=1)
    assert heard == []
    stage.submit(nonce=0)
    assert heard == [0, 1]


@given(
    st.lists(
        st.tuples(
            st.integers(0, 3),
            st.integers(0, 6),
            st.integers(1, 40),
            st.sampled_from([1, 10**17, 10**19]),
        ),
        max_size=40,
    )
)
@settings(max_examples=60, deadline=None)
def test_counters_agree_with_content_whatever_comes(steps):
    """After any admissions and heads, pending lines are gapless, affordable and counted right."""
    stage = Stage(balance_wei=COIN_WEI)
    for user, nonce, tip, value_wei in steps:
        raw = _SIGNED.setdefault(
            (user, nonce, tip, value_wei),
            stage.sign(user, nonce, tip * GWEI, value_wei=value_wei),
        )
        try:
            stage.pool.add(check_transaction(decode_transaction(raw), CHAIN_ID))
        except TransactionInvalid:
            continue
        if tip == 40:
            stage.state.accounts[USERS[user]] = Account(nonce=nonce, balance_wei=COIN_WEI)
            stage.pool.advance(stage.state, GWEI)
    pending, queued = stage.pool.content()
    for who, line in pending.items():
        account = stage.state.accounts[who]
        assert list(range(account.nonce, account.nonce + len(line))) == [
            c.transaction.nonce for c in line
        ]
        assert sum(pool_rules.cost_wei_of(c) for c in line) <= account.balance_wei
    counted = sum(map(len, pending.values())) + sum(map(len, queued.values()))
    assert counted == len(stage.pool)
    assert stage.pool._ready == sum(map(len, pending.values()))
    assert stage.pool._slots == counted


_SIGNED: dict[tuple[int, int, int, int], bytes] = {}


def test_what_could_run_is_listed_in_the_order_of_arrival():
    """Gossip hears of executable transactions as they came; a missing nonce keeps one back."""
    stage = Stage()
    raws = [stage.sign(user, nonce) for user, nonce in ((1, 0), (0, 1), (2, 0), (1, 1))]
    hashes = [stage.pool.submit(raw) for raw in raws]
    assert (hashes[0], hashes[2], hashes[3]) == stage.pool.hashes()
    late = stage.pool.submit(stage.sign(0, 0))
    assert (hashes[0], hashes[1], hashes[2], hashes[3], late) == stage.pool.hashes()
