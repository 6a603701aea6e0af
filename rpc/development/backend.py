"""
What the development methods need of a node: one Protocol, which only `kumiai devnet` fulfils.

Whatever changes the chain is awaited and done one after the other.
"""

from typing import Protocol

from chain.types.primitives import Address, Hash32, Height, Seconds, Wei
from chain.types.transaction import CheckedTransaction
from chain.vm.call import AccountOverride
from rpc.errors import InvalidParams


class TimeRefused(InvalidParams):
    """A time that is not after the newest block's."""


class Development(Protocol):
    """A chain that makes its blocks when it is told to."""

    # Blocks.

    async def submit(self, raw: bytes) -> Hash32:
        """Admit a signed transaction; with automine, its block is there on return."""
        ...

    async def submit_as(self, checked: CheckedTransaction) -> None:
        """Admit a transaction whose sender is taken for granted, like `submit`."""
        ...

    async def mine(
        self,
        blocks: int,
        first_s: int | None = None,
        interval_s: int | None = None,
        time_s: int | None = None,
    ) -> Height:
        """
        Make blocks and return the newest height.

        The first comes `first_s` after the head, or at `time_s`, the others `interval_s` after
        one another; where nothing is said, when the clock says. Raises NoQuorum, TimeRefused.
        """
        ...

    async def drop(self, transaction_hash: Hash32) -> bool:
        """Take a transaction out of the pool; False where it does not wait."""
        ...

    async def drop_all(self) -> None:
        """Empty the pool."""
        ...

    @property
    def automine(self) -> bool:
        """Whether a transaction is mined as it comes."""
        ...

    def set_automine(self, enabled: bool) -> None:
        """Mine each transaction as it comes, or none; either way no block comes by itself."""
        ...

    @property
    def interval_ms(self) -> int:
        """Milliseconds between blocks that come by themselves; 0: none do."""
        ...

    def set_interval(self, interval_ms: int) -> None:
        """Make a block at this pace and no other; 0: make none but by request."""
        ...

    # Time.

    async def increase_time(self, span_s: int) -> int:
        """Move the clock on and return how far it is ahead of the machine's, in seconds."""
        ...

    async def set_time(self, time_s: Seconds) -> int:
        """Set the clock and return by how many seconds it moved; raises TimeRefused."""
        ...

    async def set_next_time(self, time_s: Seconds) -> None:
        """Set the next block's time; raises TimeRefused."""
        ...

    # State.

    async def edit(self, address: Address, edit: AccountOverride) -> None:
        """Write an account's values by hand, upon the newest block."""
        ...

    async def set_base_fee(self, base_fee_wei: Wei) -> None:
        """Set the base fee of the next block."""
        ...

    async def set_coinbase(self, address: Address) -> None:
        """Set who gets the tips of the blocks to come."""
        ...

    async def snapshot(self) -> int:
        """Remember this moment and return its number."""
        ...

    async def revert(self, number: int) -> bool:
        """Go back to a moment; False where it is not known (any more)."""
        ...

    async def reset(self) -> None:
        """Go back to the genesis block."""
        ...

    # Accounts.

    def accounts(self) -> tuple[Address, ...]:
        """Return the accounts that anybody may send from: unlocked, then impersonated."""
        ...

    def sign(self, address: Address, digest: Hash32) -> tuple[int, int, int] | None:
        """Return (y_parity, r, s) by an unlocked account's key, None where there is none."""
        ...

    def impersonate(self, address: Address) -> None:
        """Let anybody send from an account; raises LimitExceeded."""
        ...

    def stop_impersonating(self, address: Address) -> None:
        """End that."""
        ...

    def impersonate_all(self, enabled: bool) -> None:
        """Let anybody send from any account, or end that."""
        ...

    def is_impersonated(self, address: Address) -> bool:
        """Whether anybody may send from an account that has no key here."""
        ...
