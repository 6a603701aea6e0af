"""
The newest state, as the pool and the next block share it: an account is read once for both.

    Mempool: admission, a new head --account--v
                                           HeadState --the first time--> StateReader
    BlockExecution ------------------account--^

What a block executes the pool admitted a moment before, upon the same state. A read of an account
among a million takes a fiftieth of what a transfer takes.
"""

from collections.abc import Callable

from chain.store.state import ViewReader
from chain.types.account import Account
from chain.types.primitives import Address

ACCOUNTS_KEPT = 16_384  # some 6 MB; those that are asked for later are read each time


class _Accounts(dict[Address, Account | None]):
    """Accounts that were read; `accounts[address]` reads another."""

    def __init__(self, read: Callable[[Address], Account | None]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, address: Address) -> Account | None:
        account = self._read(address)
        if len(self) < ACCOUNTS_KEPT:
            self[address] = account
        return account


class HeadState:
    """StateReader that keeps the accounts it has read; any thread may ask."""

    __slots__ = ("account", "code", "height", "storage")

    def __init__(self, reader: ViewReader) -> None:
        self.height = reader.height
        self.account = _Accounts(reader.account).__getitem__  # for a kept one no Python is called
        self.storage, self.code = reader.storage, reader.code
