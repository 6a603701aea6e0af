"""
Mint: the schedule of issuance, and the one ledger of the coin supply.

    share of the supply at stake --> rate --seconds--> coins --each block--> rewards' account
                                                         +--share--> allowance --draw--> devices
    supply == genesis + minted - burned, counted once a block; issuance stops at the cap

It stands last in the order of modules, so that its end of block sees every coin that the block
created or destroyed; it issues its own just before it counts. Issuance is silent, for a log would
put a system transaction into every block: the views tell it at every height, and one event a day.

What devices may draw is no coin until they do: it counts against the schedule when it accrues and
against the cap when it is drawn, and what nobody draws for ALLOWANCE_PERIOD_S to twice that lapses.
"""

from typing import Protocol

from chain.kit.module import Module, Unauthorized, call, invariant, peer, view
from chain.kit.parameters import checked
from chain.kit.storage import Struct, Value
from chain.types.primitives import Address, Seconds, Wei
from modules.mint.records import (
    ALLOWANCE_PERIOD_S,
    MINT_GAP_S_MAX,
    RATE_OF_BPS,
    RATE_WHOLE,
    REPORT_PERIOD_S,
    WHOLE_BPS,
    AllowanceLapsed,
    Burned,
    Issued,
    MintGenesis,
    MintParams,
    NothingToBurn,
)
from modules.mint.schedule import bonded_ratio, cap_wei, clamped_rate, issue_wei, next_rate


class StakeView(Protocol):
    """How much is at stake."""

    def total_bonded(self) -> Wei:
        """Return all bonded stake, in wei."""
        ...


class Payee(Protocol):
    """Who shares out what is issued."""

    @property
    def address(self) -> Address:
        """The account that is paid."""
        ...


class Mint(Module, address=0x0808):
    """How many coins there are, and why."""

    # Storage, in Solidity's layout. Slots are consensus: append; never move, never reuse.
    settings = Struct(0, MintParams)  # slots 0 to 31 are the parameters'
    genesis_supply_wei = Value(32, Wei)
    minted_total_wei = Value(33, Wei)
    burned_total_wei = Value(34, Wei)
    rate = Value(35, int)  # of issuance, in 1 / RATE_WHOLE of the supply a year
    issued_s = Value(36, Seconds)  # block time of the last block
    reported_s = Value(37, Seconds)  # when an event last told of issuance
    reported_wei = Value(38, Wei)  # all that was minted until then
    allowance_wei = Value(39, Wei)  # what devices may draw of this period's issuance
    allowance_before_wei = Value(40, Wei)  # and of the period's before
    allowance_since_s = Value(41, Seconds)  # when the period began

    stakes: StakeView = peer()
    rewards: Payee = peer()
    devices: Payee = peer()

    def genesis(self, state: MintGenesis) -> None:
        """Set the schedule and count the coins that the chain begins with; raises Malformed."""
        self.settings = checked(state.params)
        self.rate = clamped_rate(state.inflation_bps * RATE_OF_BPS, state.params)
        minted_wei, burned_wei = self.host.supply_change()
        self.genesis_supply_wei = Wei(minted_wei - burned_wei)

    @call(payable=True)
    def burn_coins(self) -> None:
        """Destroy the coins sent, for good."""
        if self.value_wei == 0:
            raise NothingToBurn()
        self.burn(self.value_wei, "burned_by_owner")
        self.emit(Burned(self.sender, self.value_wei))

    @view
    def params(self) -> MintParams:
        """Return the governed parameters."""
        return self.settings

    @view
    def supply(self) -> Wei:
        """Return all coins there are at the end of the last block, in wei."""
        return Wei(self.genesis_supply_wei + self.minted_total_wei - self.burned_total_wei)

    @view
    def genesis_supply(self) -> Wei:
        """Return the coins the chain began with, in wei."""
        return self.genesis_supply_wei

    @view
    def minted(self) -> Wei:
        """Return the coins created since genesis, in wei."""
        return self.minted_total_wei

    @view
    def burned(self) -> Wei:
        """Return the coins destroyed since genesis, in wei."""
        return self.burned_total_wei

    @view
    def supply_cap(self) -> Wei:
        """Return the most coins there may be by issuance, in wei."""
        return Wei(cap_wei(self.genesis_supply_wei, self.settings))

    @view
    def inflation_rate(self) -> int:
        """Return what is issued in a year at the rate of now, in 10**-18 of the supply."""
        return self.rate

    @view
    def annual_provisions(self) -> Wei:
        """Return what would be issued in a year at the rate of now were there no cap, in wei."""
        return Wei(self.supply() * self.rate // RATE_WHOLE)

    @view
    def bonded_ratio(self) -> int:
        """Return the share of the supply that is at stake, in 10**-18."""
        return bonded_ratio(self.stakes.total_bonded(), self.supply())

    @view
    def allowance(self) -> Wei:
        """Return what devices may draw, in wei; it is no coin yet."""
        return Wei(self.allowance_wei + self.allowance_before_wei)

    def draw(self, amount_wei: Wei) -> Wei:
        """
        Create up to an amount of the allowance in the devices' account; devices' word only.

        Never so much that supply passes the cap, and nothing while the module is paused. What is
        older is drawn first. Returns how much it was. Raises Unauthorized.
        """
        if self.sender != self.devices.address:
            raise Unauthorized(self.sender)
        if self.is_paused:
            return Wei(0)
        room_wei = max(0, self.supply_cap() - self._supply_now_wei())
        drawn_wei = min(amount_wei, self.allowance(), room_wei)
        if drawn_wei == 0:
            return Wei(0)
        older_wei = min(drawn_wei, self.allowance_before_wei)
        self.allowance_before_wei = Wei(self.allowance_before_wei - older_wei)
        self.allowance_wei = Wei(self.allowance_wei - (drawn_wei - older_wei))
        self.host.mint(self.devices.address, Wei(drawn_wei))
        return Wei(drawn_wei)

    def end_block(self) -> None:
        """Issue what the time since the last block is worth, then count the block's coins."""
        if self.block.height == 0:
            return  # genesis has counted its own
        self._issue()
        minted_wei, burned_wei = self.host.supply_change()
        if minted_wei:
            self.minted_total_wei = Wei(self.minted_total_wei + minted_wei)
        if burned_wei:
            self.burned_total_wei = Wei(self.burned_total_wei + burned_wei)
        self._report()

    @invariant
    def no_more_burned_than_was(self) -> bool:
        """Coins that never were cannot have been destroyed."""
        return self.burned_total_wei <= self.genesis_supply_wei + self.minted_total_wei

    @invariant
    def no_account_above_supply(self) -> bool:
        """The module's own coins are part of what the ledger counts, this block's creations too."""
        minted_wei, _ = self.host.supply_change()
        known_wei = self.genesis_supply_wei + self.minted_total_wei + minted_wei
        return self.host.balance_wei(self.address) <= known_wei

    def _issue(self) -> None:
        """
        Create coins for the seconds since the last block, at most MINT_GAP_S_MAX of them.

        The first block has no last one: genesis may have been written long before.
        """
        now_s, settings = self.block.time_s, self.settings
        elapsed_s = min(now_s - self.issued_s, MINT_GAP_S_MAX) if self.block.height > 1 else 0
        self.issued_s = now_s
        if elapsed_s == 0:
            return
        supply_wei = self._supply_now_wei()
        ratio = bonded_ratio(self.stakes.total_bonded(), supply_wei)
        self.rate = rate = next_rate(self.rate, ratio, elapsed_s, settings)
        amount_wei = issue_wei(supply_wei, rate, elapsed_s, self.supply_cap())
        share_wei = amount_wei * settings.device_share_bps // WHOLE_BPS
        self._allow(share_wei)
        if amount_wei > share_wei:
            self.host.mint(self.rewards.address, Wei(amount_wei - share_wei))

    def _supply_now_wei(self) -> int:
        """Return all coins there are, those of this block too."""
        minted_wei, burned_wei = self.host.supply_change()
        return self.supply() + minted_wei - burned_wei

    def _allow(self, share_wei: int) -> None:
        """Add to what devices may draw; once a period, what is left of the one before lapses."""
        now_s = self.block.time_s
        if self.allowance() and now_s >= self.allowance_since_s + ALLOWANCE_PERIOD_S:
            if self.allowance_before_wei:
                self.emit(AllowanceLapsed(self.allowance_before_wei))
            self.allowance_before_wei, self.allowance_wei = self.allowance_wei, Wei(0)
            self.allowance_since_s = now_s
        if share_wei:
            if self.allowance() == 0:
                self.allowance_since_s = now_s
            self.allowance_wei = Wei(self.allowance_wei + share_wei)

    def _report(self) -> None:
        """Tell of issuance once a day."""
        now_s, minted_wei = self.block.time_s, self.minted_total_wei
        if self.reported_s == 0:
            self.reported_s = now_s
        elif now_s >= self.reported_s + REPORT_PERIOD_S:
            self.emit(Issued(Wei(minted_wei - self.reported_wei), self.supply(), self.rate))
            self.reported_s, self.reported_wei = now_s, minted_wei
