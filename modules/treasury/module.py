"""
Treasury: the community pool, which only a passed proposal spends.

    base fees not burned, protocol fees, gifts --> the module's own account --spend--> recipients

The pool is simply the coins of this account; nobody has to call to pay in.
"""

from typing import Final, Protocol

from chain.kit.collections import List
from chain.kit.module import (
    InsufficientCoins,
    Module,
    Paused,
    Unauthorized,
    audit,
    call,
    peer,
    view,
)
from chain.kit.parameters import checked
from chain.kit.record import Event, Indexed, Params, Record, Refusal, Scope, param
from chain.kit.storage import Struct, Value
from chain.types.primitives import Address, Bps, Height, Seconds, Wei

PURPOSE_BYTES_MAX: Final = 256  # bytes of UTF-8 that say what a spending is for
PAGE_MAX: Final = 100  # entries of one page of a view


class TreasuryParams(Params):
    """What the pool takes of the base fee."""

    base_fee_burn_bps: Bps = param(
        default=Bps(5_000),
        doc="share of the base fee that is burned, in bps; the treasury gets the rest",
        minimum=0,
        maximum=10_000,
        step=2_500,
        cooldown_s=0,
        scope=Scope.NOW,
    )


class TreasuryGenesis(Record):
    """The treasury's section of genesis.json."""

    params: TreasuryParams = TreasuryParams()


class Spending(Record):
    """Coins that the treasury paid out, and what for."""

    recipient: Address
    amount_wei: Wei
    purpose: str
    height: Height
    time_s: Seconds


class Funded(Event):
    """Somebody gave coins to the pool."""

    donor: Indexed[Address]
    amount_wei: Wei


class Spent(Event):
    """The pool paid out."""

    recipient: Indexed[Address]
    amount_wei: Wei
    purpose: str


class NothingToMove(Refusal):
    """An amount above zero is needed."""


class RecipientMissing(Refusal):
    """The zero address cannot be paid; burn coins by the mint module instead."""


class PurposeTooLong(Refusal):
    """A purpose must be shorter than this."""

    bytes_max: int
    found_bytes: int


class Authority(Protocol):
    """Who may spend: the module that carries out proposals."""

    @property
    def address(self) -> Address:
        """The account that must make the call."""
        ...


class Treasury(Module, address=0x0807):
    """Coins that belong to everyone."""

    # Storage, in Solidity's layout. Slots are consensus: append; never move, never reuse.
    settings = Struct(0, TreasuryParams)  # slots 0 to 31 are the parameters'
    spent_total_wei = Value(32, Wei)
    log_of_spendings = List(33, Spending)

    authority: Authority = peer()

    def genesis(self, state: TreasuryGenesis) -> None:
        """Set the parameters; raises Malformed."""
        self.settings = checked(state.params)

    @call(payable=True)
    def fund(self) -> None:
        """Give the coins sent to the pool."""
        if self.value_wei == 0:
            raise NothingToMove()
        self.emit(Funded(self.sender, self.value_wei))

    @call()
    def spend(self, recipient: Address, amount_wei: Wei, purpose: str) -> None:
        """Pay out of the pool; only a passed proposal does."""
        self._check_spending(recipient, amount_wei, purpose)
        self.spent_total_wei = Wei(self.spent_total_wei + amount_wei)
        block = self.block
        self.log_of_spendings.append(
            Spending(recipient, amount_wei, purpose, block.height, block.time_s)
        )
        self.pay(recipient, amount_wei, "treasury_spend")
        self.emit(Spent(recipient, amount_wei, purpose))

    @view
    def params(self) -> TreasuryParams:
        """Return the governed parameters."""
        return self.settings

    @view
    def balance(self) -> Wei:
        """Return the coins in the pool, in wei."""
        return self.host.balance_wei(self.address)

    @view
    def spent_total(self) -> Wei:
        """Return all that was ever paid out, in wei."""
        return self.spent_total_wei

    @view
    def received_total(self) -> Wei:
        """Return all that ever came in, in wei."""
        return Wei(self.balance() + self.spent_total_wei)

    @view
    def spendings(self, offset: int, limit: int) -> tuple[Spending, ...]:
        """Return what was paid out, oldest first, at most PAGE_MAX."""
        return self.log_of_spendings.page(offset, min(limit, PAGE_MAX))

    @audit
    def spendings_sum_to_total(self) -> bool:
        """Every wei paid out stands in the list of spendings."""
        return sum(item.amount_wei for item in self.log_of_spendings) == self.spent_total_wei

    def _check_spending(self, recipient: Address, amount_wei: Wei, purpose: str) -> None:
        """Another module calls past the dispatcher, so the pause is checked here too."""
        if self.sender != self.authority.address:
            raise Unauthorized(self.sender)
        if self.is_paused:
            raise Paused()
        if not any(recipient):
            raise RecipientMissing()
        if amount_wei == 0:
            raise NothingToMove()
        if amount_wei > self.balance():
            raise InsufficientCoins(amount_wei, self.balance())
        if len(purpose.encode()) > PURPOSE_BYTES_MAX:
            raise PurposeTooLong(PURPOSE_BYTES_MAX, len(purpose.encode()))
