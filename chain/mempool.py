"""
Transactions that wait for a block: who gets in, who is replaced, who must leave.

    CheckedTransaction --add--> pending (runs on from the account's nonce) --lines--> proposal
                           \\--> queued (a nonce is missing before it) --promote--> pending

The rules, the limits and the wordings are geth's legacypool (core/txpool), because wallets match
its texts: replacement by 10 % more of both fees, slots of 32 KiB, a share for each sender, eviction
by price. All methods may be called from any thread.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass

from chain import params
from chain.codec import decode_transaction
from chain.errors import BlockGasExceeded, FundsInsufficient, NonceTooLow, TransactionInvalid
from chain.types.primitives import EMPTY_CODE_HASH, Address, Gas, Hash32, Nonce, Wei
from chain.types.state import StateReader
from chain.types.transaction import CheckedTransaction, TransactionType
from chain.validation import CHAIN_RULES, AdmissionRules, check_transaction, format_address

SLOT_BYTES = 32_768  # 32 KiB: a transaction takes one slot for each begun
PENDING_SLOTS_MAX = 5_120  # slots of all executable transactions
QUEUED_MAX = 1_024  # transactions that wait for a missing nonce
ACCOUNT_SLOTS = 16  # executable slots a sender keeps when the pool is full
ACCOUNT_QUEUED_MAX = 64  # transactions of one sender that wait for a missing nonce
PRICE_BUMP_PERCENT = 10  # how much more a replacement pays, of the fee cap and of the tip
LIFETIME_S = 10_800  # 3 hours that a queued transaction of a silent sender is kept
MIN_TIP_WEI = Wei(1)  # the least tip per gas that is admitted
DELEGATED_IN_FLIGHT_MAX = 1  # transactions of an account that carries a delegation (EIP-7702)


class AlreadyKnown(TransactionInvalid):
    """The pool holds this very transaction."""

    text = "already known"


class ReplacementUnderpriced(TransactionInvalid):
    """A transaction with this nonce waits, and this one does not pay enough more."""

    text = "replacement transaction underpriced"


class TransactionUnderpriced(TransactionInvalid):
    """The tip is below what the pool takes, or below the cheapest when the pool is full."""

    text = "transaction underpriced"


class PoolFull(TransactionInvalid):
    """No room, and nothing cheaper that could leave."""

    text = "txpool is full"


class AccountLimitExceeded(TransactionInvalid):
    """One sender has as many transactions waiting for a missing nonce as it may."""

    text = "account limit exceeded"


class InFlightLimitReached(TransactionInvalid):
    """An account with a delegation may have one transaction waiting."""

    text = "in-flight transaction limit reached for delegated accounts"


@dataclass(frozen=True, slots=True)
class PooledTransaction:
    """A transaction that was admitted."""

    checked: CheckedTransaction
    arrival: int  # running number: of two that pay the same, the earlier goes first
    arrived_s: int
    slots: int

    @property
    def nonce(self) -> Nonce:
        """The transaction's nonce."""
        return self.checked.transaction.nonce

    @property
    def hash(self) -> Hash32:
        """The transaction's hash."""
        return self.checked.transaction.hash

    @property
    def cost_wei(self) -> int:
        """The most the sender may have to pay: gas limit at the fee cap, and the value."""
        return cost_wei_of(self.checked)

    def tip_wei(self, base_fee_wei: int) -> int:
        """What the proposer earns per gas at this base fee; below zero: it cannot be taken."""
        transaction = self.checked.transaction
        room = transaction.max_fee_per_gas_wei - base_fee_wei
        return min(transaction.max_priority_fee_per_gas_wei, room)


def cost_wei_of(checked: CheckedTransaction) -> int:
    """Return the most that a transaction can take from its sender, in wei."""
    transaction = checked.transaction
    return transaction.gas_limit * transaction.max_fee_per_gas_wei + transaction.value_wei


@dataclass(slots=True)
class _Sender:
    """
    One sender's transactions by nonce, and where its account stands.

    The first `ready` of them, from the account's nonce on, can run one after the other and cost
    at most `ready_wei` together.
    """

    nonce: int
    balance_wei: int
    delegated: bool
    items: dict[int, PooledTransaction]
    ready: int = 0
    ready_wei: int = 0

    def pending(self) -> list[PooledTransaction]:
        """Transactions that can run one after the other from the account's nonce on."""
        return [self.items[self.nonce + i] for i in range(self.ready)]

    def queued(self) -> list[PooledTransaction]:
        """The others, in the order of nonces."""
        first = self.nonce + self.ready
        return [self.items[nonce] for nonce in sorted(self.items) if nonce >= first]

    def recount(self) -> None:
        """Find anew how many can run."""
        self.ready = self.ready_wei = 0
        self.extend()

    def extend(self) -> None:
        """Count on from where the run ends now."""
        while True:
            item = self.items.get(self.nonce + self.ready)
            if item is None or self.ready_wei + item.cost_wei > self.balance_wei:
                return
            self.ready += 1
            self.ready_wei += item.cost_wei


class Mempool:
    """The pool of one node."""

    def __init__(
        self,
        chain_id: int,
        block_gas_max: Gas,
        now_s: Callable[[], int],
        admission: AdmissionRules = CHAIN_RULES,
    ) -> None:
        self._chain_id, self._block_gas_max, self._now_s = chain_id, block_gas_max, now_s
        self._admission = admission
        self._senders: dict[Address, _Sender] = {}
        self._by_hash: dict[Hash32, PooledTransaction] = {}
        self._arrivals = 0
        self._state: StateReader | None = None
        self._base_fee_wei = 0
        self._slots = 0  # of all transactions
        self._ready = 0  # transactions that can run
        self._lock = threading.RLock()
        self.on_pending: Callable[[CheckedTransaction], None] = lambda checked: None

    def submit(self, raw: bytes) -> Hash32:
        """
        Admit a signed transaction as it came from outside and return its hash.

        Raises TransactionInvalid (one of its subclasses, with geth's wording) or Malformed.
        """
        transaction = decode_transaction(raw)
        with self._lock:
            if transaction.hash in self._by_hash:
                raise AlreadyKnown()
        checked = check_transaction(transaction, self._chain_id, rules=self._admission)
        self.add(checked)
        return transaction.hash

    def add(self, checked: CheckedTransaction) -> None:
        """Admit a checked transaction; raises TransactionInvalid."""
        with self._lock:
            if checked.transaction.hash in self._by_hash:
                raise AlreadyKnown()
            sender = self._sender(checked.sender)
            self._check_against_state(checked, sender)
            self._check_delegated(checked, sender)
            self._arrivals += 1
            slots = -(-len(checked.transaction.raw) // SLOT_BYTES)
            item = PooledTransaction(checked, self._arrivals, self._now_s(), slots)
            self._make_room(item, sender)
            fresh = self._put(item, sender)
        for waiting in fresh:
            self.on_pending(waiting.checked)

    def advance(self, state: StateReader, base_fee_wei: int) -> None:
        """Follow the chain to a new head: drop what was taken or cannot run any more."""
        with self._lock:
            self._state, self._base_fee_wei = state, base_fee_wei
            for address in list(self._senders):
                self._refresh(address)
            self._drop_expired()

    def lines(self) -> list[list[PooledTransaction]]:
        """Return what could be executed: one list a sender, each in the order of nonces."""
        with self._lock:
            return [sender.pending() for sender in self._senders.values() if sender.ready]

    def drop(self, transaction_hash: Hash32) -> None:
        """Remove a transaction that cannot be executed."""
        with self._lock:
            item = self._by_hash.get(transaction_hash)
            if item is not None:
                self._remove(item)

    def get(self, transaction_hash: Hash32) -> CheckedTransaction | None:
        """Return a waiting transaction."""
        with self._lock:
            item = self._by_hash.get(transaction_hash)
            return None if item is None else item.checked

    def hashes(self) -> tuple[Hash32, ...]:
        """Return the hashes of all that could run, in the order of arrival, for gossip."""
        items = [item for line in self.lines() for item in line]
        return tuple(item.hash for item in sorted(items, key=lambda item: item.arrival))

    def next_nonce(self, address: Address) -> Nonce:
        """Return the first nonce that neither the account nor the pool has used."""
        with self._lock:
            sender = self._senders.get(address) or self._load(address)
            return Nonce(sender.nonce + sender.ready)

    def content(
        self,
    ) -> tuple[dict[Address, list[CheckedTransaction]], dict[Address, list[CheckedTransaction]]]:
        """Return pending and queued transactions by sender, each in the order of nonces."""
        with self._lock:
            items = sorted(self._senders.items())
            pending = {who: [i.checked for i in s.pending()] for who, s in items if s.ready}
            queued = {who: [i.checked for i in s.queued()] for who, s in items if s.queued()}
        return pending, queued

    def has_executable(self) -> bool:
        """Whether a block made now would take anything."""
        with self._lock:
            return any(
                sender.items[sender.nonce].tip_wei(self._base_fee_wei) >= 0
                for sender in self._senders.values()
                if sender.ready
            )

    @property
    def min_tip_wei(self) -> Wei:
        """The smallest tip per gas that is admitted."""
        return MIN_TIP_WEI

    def __len__(self) -> int:
        return len(self._by_hash)

    def _load(self, address: Address) -> _Sender:
        assert self._state is not None, "the pool has no state before advance()"
        account = self._state.account(address)
        if account is None:
            return _Sender(0, 0, False, {})
        delegated = account.code_hash != EMPTY_CODE_HASH and self._state.code(
            account.code_hash
        ).startswith(params.DELEGATION_PREFIX)
        return _Sender(account.nonce, account.balance_wei, delegated, {})

    def _sender(self, address: Address) -> _Sender:
        return self._senders.get(address) or self._load(address)

    def _check_against_state(self, checked: CheckedTransaction, sender: _Sender) -> None:
        transaction = checked.transaction
        if transaction.gas_limit > self._block_gas_max:
            raise BlockGasExceeded(f"have {transaction.gas_limit}, limit {self._block_gas_max}")
        if transaction.max_priority_fee_per_gas_wei < MIN_TIP_WEI:
            found = transaction.max_priority_fee_per_gas_wei
            raise TransactionUnderpriced(f"gas tip cap {found}, minimum needed {MIN_TIP_WEI}")
        if transaction.nonce < sender.nonce:
            raise NonceTooLow(f"next nonce {sender.nonce}, tx nonce {transaction.nonce}")
        self._check_funds(checked, sender)

    def _check_funds(self, checked: CheckedTransaction, sender: _Sender) -> None:
        """The sender must be able to pay this one and every other that waits (geth's overdraft)."""
        cost_wei, balance_wei = cost_wei_of(checked), sender.balance_wei
        if cost_wei > balance_wei:
            raise FundsInsufficient(
                f"balance {balance_wei}, tx cost {cost_wei}, overshot {cost_wei - balance_wei}"
            )
        others = sender.ready_wei
        replaced = sender.items.get(checked.transaction.nonce)
        if replaced is not None and replaced.nonce < sender.nonce + sender.ready:
            others -= replaced.cost_wei
        if others + cost_wei > balance_wei:
            raise FundsInsufficient(
                f"balance {balance_wei}, queued cost {others}, tx cost {cost_wei}, "
                f"overshot {others + cost_wei - balance_wei}"
            )

    def _check_delegated(self, checked: CheckedTransaction, sender: _Sender) -> None:
        """Whoever else may spend from an account can void what waits; so little may wait."""
        delegating = checked.transaction.type == TransactionType.SET_CODE
        if not sender.delegated and not delegating:
            return
        others = len(sender.items.keys() - {checked.transaction.nonce})
        if sender.delegated and others >= DELEGATED_IN_FLIGHT_MAX:
            raise InFlightLimitReached(f"account {format_address(checked.sender)}")

    def _put(self, item: PooledTransaction, sender: _Sender) -> list[PooledTransaction]:
        """Take the transaction in and return what can run now and could not before."""
        replaced = sender.items.get(item.nonce)
        if replaced is not None:
            del self._by_hash[replaced.hash]
            self._slots -= replaced.slots
        sender.items[item.nonce] = item
        self._by_hash[item.hash] = item
        self._slots += item.slots
        self._senders[item.checked.sender] = sender
        before = sender.ready
        if replaced is None:
            sender.extend()
        else:
            sender.recount()
        self._ready += sender.ready - before
        fresh = [sender.items[sender.nonce + i] for i in range(before, sender.ready)]
        return [item, *fresh] if replaced is not None and item not in fresh else fresh

    def _make_room(self, item: PooledTransaction, sender: _Sender) -> None:
        """Find the new transaction its place, or say why it gets none."""
        replaced = sender.items.get(item.nonce)
        if replaced is not None:
            if not _pays_enough_more(item, replaced):
                raise ReplacementUnderpriced()
            return
        if item.nonce != sender.nonce + sender.ready:
            self._make_queue_room(item, sender)
        while self._slots + item.slots > PENDING_SLOTS_MAX + QUEUED_MAX:
            cheapest = self._cheapest(item)
            if cheapest is None:
                raise PoolFull()
            if _price(cheapest) >= _price(item):
                raise TransactionUnderpriced()
            self._remove(cheapest)

    def _make_queue_room(self, item: PooledTransaction, sender: _Sender) -> None:
        """A transaction that cannot run yet never pushes out one that can."""
        if len(sender.items) - sender.ready >= ACCOUNT_QUEUED_MAX:
            raise AccountLimitExceeded(f"at most {ACCOUNT_QUEUED_MAX} with a missing nonce")
        if len(self._by_hash) - self._ready < QUEUED_MAX:
            return
        queued = [waiting for who in self._senders.values() for waiting in who.queued()]
        cheapest = min(queued, key=_price)
        if _price(cheapest) >= _price(item):
            raise PoolFull()
        self._remove(cheapest)

    def _cheapest(self, item: PooledTransaction) -> PooledTransaction | None:
        """The least paying last transaction: of senders above their share if there are any."""
        lasts = [
            (sum(i.slots for i in who.items.values()), who.items[max(who.items)])
            for address, who in self._senders.items()
            if who.items and address != item.checked.sender
        ]
        above = [last for slots, last in lasts if slots > ACCOUNT_SLOTS]
        candidates = above or [last for _, last in lasts]
        return min(candidates, key=_price) if candidates else None

    def _remove(self, item: PooledTransaction) -> None:
        sender = self._senders[item.checked.sender]
        before = sender.ready
        del sender.items[item.nonce]
        del self._by_hash[item.hash]
        self._slots -= item.slots
        sender.recount()
        self._ready += sender.ready - before
        if not sender.items:
            del self._senders[item.checked.sender]

    def _refresh(self, address: Address) -> None:
        sender, now = self._senders[address], self._load(address)
        before = sender.ready
        sender.nonce, sender.balance_wei = now.nonce, now.balance_wei
        sender.delegated = now.delegated
        for item in list(sender.items.values()):
            if item.nonce < sender.nonce or item.cost_wei > sender.balance_wei:
                del sender.items[item.nonce]
                del self._by_hash[item.hash]
                self._slots -= item.slots
        sender.recount()
        self._ready += sender.ready - before
        if not sender.items:
            del self._senders[address]

    def _drop_expired(self) -> None:
        oldest_s = self._now_s() - LIFETIME_S
        for sender in list(self._senders.values()):
            for item in sender.queued():
                if item.arrived_s < oldest_s:
                    self._remove(item)


def _price(item: PooledTransaction) -> tuple[int, int]:
    """What the pool compares when it is full: the fee cap, then the tip."""
    transaction = item.checked.transaction
    return transaction.max_fee_per_gas_wei, transaction.max_priority_fee_per_gas_wei


def _pays_enough_more(item: PooledTransaction, replaced: PooledTransaction) -> bool:
    factor = 100 + PRICE_BUMP_PERCENT
    return all(
        new * 100 >= old * factor and new > old
        for new, old in zip(_price(item), _price(replaced), strict=True)
    )
