"""
One transaction upon what came before it in its block: what it found, and what it left.

    World of the block --Overlay--> TracedWorld --transaction--> touched(): accounts, words, before
        ^--------------settle()--------- '----------------------> diff(): what changed
"""

from collections.abc import Iterator
from dataclasses import dataclass

from chain.types.account import Account
from chain.types.primitives import Address, Hash32, Nonce, Wei
from chain.types.state import StateReader
from chain.vm.world import AccountState, World


class Overlay:
    """A world as a StateReader: the state in the middle of a block."""

    def __init__(self, world: World) -> None:
        self._world = world

    def account(self, address: Address) -> Account | None:
        """Return the account; the root says whether it had storage before the block."""
        state = self._world.account_state(address)
        if state is None:
            return None
        root = self._world.storage_root_below(address)
        return Account(Nonce(state[0]), Wei(state[1]), root, state[2])

    def storage(self, address: Address, slot: int) -> int:
        """Return the word at `slot`."""
        return self._world.get_storage(address, slot)

    def code(self, code_hash: Hash32) -> bytes:
        """Return the code with this hash."""
        return self._world.code_of(code_hash)


@dataclass(frozen=True, slots=True)
class Touched:
    """An account as a transaction found it, and the words of it that it read or wrote."""

    address: Address
    before: AccountState | None
    slots: dict[int, int]


class TracedWorld(World):
    """The world of one transaction upon the world of its block."""

    __slots__ = ("_under",)

    def __init__(self, under: World) -> None:
        reader: StateReader = Overlay(under)
        super().__init__(reader)
        self._under = under
        self._supply.update(under._supply)
        self.watch = under.watch

    def touched(self) -> Iterator[Touched]:
        """Yield every account that was looked at, in the order in which that began."""
        for address, before in self._base.items():
            yield Touched(address, before, dict(self._base_slots.get(address, {})))

    def settle(self) -> None:
        """Write what changed to the world of the block."""
        under, diff = self._under, self.diff()
        for address, state in diff.accounts.items():
            under.account_state(address)
            if state is not None and state[2] in diff.codes:
                under.set_code(address, diff.codes[state[2]])
            under.put_account(address, state)
        for address in sorted(diff.cleared):
            under.delete_storage(address)
        for address, slots in diff.storage.items():
            for slot, word in slots.items():
                under.set_storage(address, slot, word)
        for name, amount_wei in self._supply.items():
            under._put(under._supply, name, amount_wei)
