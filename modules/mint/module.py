"""
Mint: the one ledger of the coin supply.

    supply == genesis + minted - burned, counted once a block from what the state itself did

It stands last in the order of modules, so that its end of block sees every coin that the block
created or destroyed. It creates none itself: there is no issuance beyond genesis yet.
"""

from chain.kit.module import Module, call, invariant, view
from chain.kit.record import Event, Indexed, Record, Refusal
from chain.kit.storage import Value
from chain.types.primitives import Address, Wei


class MintGenesis(Record):
    """Mint's section of genesis.json: empty, for it counts what the others brought."""


class Burned(Event):
    """Somebody destroyed coins of their own."""

    account: Indexed[Address]
    amount_wei: Wei


class NothingToBurn(Refusal):
    """Coins must be sent along to be burned."""


class Mint(Module, address=0x0808):
    """How many coins there are, and why."""

    # Storage, in Solidity's layout. Slots are consensus: append; never move, never reuse.
    # Slots 0 to 31 are kept for the parameters of an issuance schedule.
    genesis_supply_wei = Value(32, Wei)
    minted_total_wei = Value(33, Wei)
    burned_total_wei = Value(34, Wei)

    def genesis(self, state: MintGenesis) -> None:
        """Count the coins that the chain begins with; runs after every other genesis."""
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

    def end_block(self) -> None:
        """Add what the block created and destroyed."""
        if self.block.height == 0:
            return  # genesis has counted its own
        minted_wei, burned_wei = self.host.supply_change()
        if minted_wei:
            self.minted_total_wei = Wei(self.minted_total_wei + minted_wei)
        if burned_wei:
            self.burned_total_wei = Wei(self.burned_total_wei + burned_wei)

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
