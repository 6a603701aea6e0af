"""A Host over plain dicts, with a full undo log: for tests of modules and for tools."""

from collections.abc import Mapping
from dataclasses import dataclass

from chain.kit.host import BlockInfo, Provider
from chain.kit.module import InsufficientCoins
from chain.types.primitives import ZERO_HASH, Address, Gas, Hash32, Height, Seconds, Wei


@dataclass(frozen=True)
class LoggedEvent:
    """A log as a module emitted it."""

    address: Address
    topics: tuple[int, ...]
    data: bytes


_Copy = tuple[dict[tuple[Address, int], int], dict[Address, int], int]


class MemoryHost:
    """State of a chain that is only a dict; gas is counted but never runs out."""

    def __init__(self, wires: Mapping[str, Mapping[str, Provider]] | None = None) -> None:
        proposer = Address(b"\x0b" * 20)
        self.block = BlockInfo(Height(1), Seconds(1_700_000_000), 31337, proposer)
        self.wires = wires or {}
        self.is_static = False
        self.words: dict[tuple[Address, int], int] = {}
        self.balances_wei: dict[Address, int] = {}
        self.logs: list[LoggedEvent] = []
        self.gas_used = 0
        self.beacon_value = ZERO_HASH  # set it to deal the randomness that a test needs
        self.minted_wei = self.burned_wei = 0
        self._marks: list[tuple[_Copy, int, int]] = []

    def advance(self, blocks: int = 1, seconds: int = 1) -> None:
        """Go on to a later block."""
        now = self.block
        self.block = BlockInfo(
            Height(now.height + blocks), Seconds(now.time_s + seconds), now.chain_id, now.proposer
        )
        self.minted_wei = self.burned_wei = 0

    def load(self, address: Address, slot: int) -> int:
        """Return the word at `slot`."""
        return self.words.get((address, slot), 0)

    def save(self, address: Address, slot: int, word: int) -> None:
        """Write the word at `slot`."""
        assert not self.is_static, "a view wrote to storage"
        if word:
            self.words[address, slot] = word
        else:
            self.words.pop((address, slot), None)

    def log(self, address: Address, topics: list[int], data: bytes) -> None:
        """Keep the log."""
        assert not self.is_static, "a view emitted a log"
        self.logs.append(LoggedEvent(address, tuple(topics), data))

    def balance_wei(self, address: Address) -> Wei:
        """Return the account's coins."""
        return Wei(self.balances_wei.get(address, 0))

    def transfer(self, source: Address, target: Address, amount_wei: Wei) -> None:
        """Move coins; raises InsufficientCoins."""
        assert not self.is_static, "a view moved coins"
        self._add(source, -amount_wei)
        self._add(target, amount_wei)

    def mint(self, target: Address, amount_wei: Wei) -> None:
        """Create coins."""
        assert not self.is_static, "a view minted coins"
        self._add(target, amount_wei)
        self.minted_wei += amount_wei

    def burn(self, source: Address, amount_wei: Wei) -> None:
        """Destroy coins."""
        assert not self.is_static, "a view burned coins"
        self._add(source, -amount_wei)
        self.burned_wei += amount_wei

    def supply_change(self) -> tuple[Wei, Wei]:
        """Return the wei minted and burned since the last `advance`."""
        return Wei(self.minted_wei), Wei(self.burned_wei)

    def charge(self, gas: Gas) -> None:
        """Count the gas."""
        self.gas_used += gas

    def snapshot(self) -> int:
        """Keep a copy of everything."""
        kept = (dict(self.words), dict(self.balances_wei), len(self.logs))
        self._marks.append((kept, self.minted_wei, self.burned_wei))
        return len(self._marks) - 1

    def revert(self, mark: int) -> None:
        """Go back to the copy."""
        (words, balances, logs), self.minted_wei, self.burned_wei = self._marks[mark]
        self.words, self.balances_wei = dict(words), dict(balances)
        del self.logs[logs:]
        del self._marks[mark:]

    def beacon(self) -> Hash32:
        """Return `beacon_value`."""
        return self.beacon_value

    def _add(self, address: Address, amount_wei: int) -> None:
        found = self.balances_wei.get(address, 0)
        if found + amount_wei < 0:
            raise InsufficientCoins(Wei(-amount_wei), Wei(found))
        self.balances_wei[address] = found + amount_wei
