"""How a state is read, wherever it lies: in the database, at an old height, in a test's dict."""

from typing import Protocol

from chain.types.account import Account
from chain.types.primitives import Address, Hash32


class StateReader(Protocol):
    """One frozen state: answers never change while it is held."""

    def account(self, address: Address) -> Account | None:
        """Return the account, or None where there is none."""
        ...

    def storage(self, address: Address, slot: int) -> int:
        """Return the 256-bit word at `slot`, 0 where nothing was written."""
        ...

    def code(self, code_hash: Hash32) -> bytes:
        """Return the code with this hash; it is there for every hash that an account names."""
        ...
