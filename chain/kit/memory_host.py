"""A Host over plain dicts, with a full undo log: for tests of modules and for tools."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from chain.errors import Malformed
from chain.kit.host import OUTPUT_BYTES_MAX, BlockInfo, CallOutcome, Provider
from chain.kit.module import InsufficientCoins
from chain.kit.outcalls import AddressTaken, check_placeable, refuse_held
from chain.kit.record import Refusal, encode_refusal
from chain.types.primitives import ZERO_HASH, Address, Gas, Hash32, Height, Seconds, Wei


@dataclass(frozen=True)
class LoggedEvent:
    """A log as a module emitted it."""

    address: Address
    topics: tuple[int, ...]
    data: bytes


# What stands for a contract in a test: (host, who calls, call data, gas) -> how it ended.
FakeContract = Callable[["MemoryHost", Address, bytes, Gas], CallOutcome]


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
        self.minted_wei = self.burned_wei = 0
        self.beacon_value = ZERO_HASH  # the randomness of the block, for tests to choose
        self.calling_out: frozenset[Address] = frozenset()
        self.contracts: dict[Address, FakeContract] = {}  # for tests to fill
        self.codes: dict[Address, bytes] = {}
        self._undo: list[Callable[[], None]] = []  # what takes back each change, oldest first

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
        refuse_held(self, address)
        before = self.words.get((address, slot), 0)
        self._put(address, slot, word)
        self._undo.append(lambda: self._put(address, slot, before))

    def load_many(self, address: Address, slots: Sequence[int]) -> list[int]:
        """Return the words at the slots."""
        return [self.load(address, slot) for slot in slots]

    def save_many(self, address: Address, words: Iterable[tuple[int, int]]) -> None:
        """Write (slot, word) pairs one after the other."""
        for slot, word in words:
            self.save(address, slot, word)

    def log(self, address: Address, topics: list[int], data: bytes) -> None:
        """Keep the log."""
        assert not self.is_static, "a view emitted a log"
        refuse_held(self, address)
        self.logs.append(LoggedEvent(address, tuple(topics), data))
        self._undo.append(lambda: self.logs.__delitem__(-1))

    def balance_wei(self, address: Address) -> Wei:
        """Return the account's coins."""
        return Wei(self.balances_wei.get(address, 0))

    def transfer(self, source: Address, target: Address, amount_wei: Wei) -> None:
        """Move coins; raises InsufficientCoins."""
        assert not self.is_static, "a view moved coins"
        refuse_held(self, source)
        self._add(source, -amount_wei)
        self._add(target, amount_wei)

    def mint(self, target: Address, amount_wei: Wei) -> None:
        """Create coins."""
        assert not self.is_static, "a view minted coins"
        self._add(target, amount_wei)
        self._count(amount_wei, 0)

    def burn(self, source: Address, amount_wei: Wei) -> None:
        """Destroy coins."""
        assert not self.is_static, "a view burned coins"
        refuse_held(self, source)
        self._add(source, -amount_wei)
        self._count(0, amount_wei)

    def supply_change(self) -> tuple[Wei, Wei]:
        """Return the wei minted and burned since the last `advance`."""
        return Wei(self.minted_wei), Wei(self.burned_wei)

    def charge(self, gas: Gas) -> None:
        """Count the gas."""
        self.gas_used += gas

    def snapshot(self) -> int:
        """Mark a point that `revert` can return to."""
        return len(self._undo)

    def revert(self, mark: int) -> None:
        """Take back every change since the mark, the newest first."""
        while len(self._undo) > mark:
            self._undo.pop()()

    def forget(self) -> None:
        """Drop every mark: a block is over, and nothing before it is taken back any more."""
        self._undo.clear()

    def beacon(self) -> Hash32:
        """Return the randomness that the test chose, zero until it does."""
        return self.beacon_value

    def call_contract(
        self,
        source: Address,
        target: Address,
        data: bytes,
        gas: Gas,
        through: tuple[Address, ...] = (),
    ) -> CallOutcome:
        """Run what stands for the contract; all its gas counts as used."""
        assert not self.is_static, "a view called a contract"
        self.charge(gas)
        contract = self.contracts.get(target)
        if contract is None:
            return CallOutcome(True, b"")
        mark, waiting = self.snapshot(), self.calling_out
        self.calling_out = waiting | {*through, source}
        try:
            outcome = contract(self, source, data, gas)
        except Refusal as refusal:
            outcome = CallOutcome(False, encode_refusal(refusal))
        except Malformed:
            outcome = CallOutcome(False, b"")
        finally:
            self.calling_out = waiting
        if not outcome.succeeded:
            self.revert(mark)
        return CallOutcome(outcome.succeeded, outcome.output[:OUTPUT_BYTES_MAX])

    def place_code(self, address: Address, code: bytes) -> None:
        """Keep the code; raises AddressTaken."""
        assert not self.is_static, "a view placed code"
        check_placeable(code)
        if address in self.codes:
            raise AddressTaken(address)
        self.codes[address] = code
        self._undo.append(lambda: self.codes.__delitem__(address))

    def code_size(self, address: Address) -> int:
        """Return the size of placed code, and 1 for what only stands for a contract."""
        return len(self.codes.get(address, b"")) or int(address in self.contracts)

    def _add(self, address: Address, amount_wei: int) -> None:
        before = self.balances_wei.get(address)
        found = before or 0
        if found + amount_wei < 0:
            raise InsufficientCoins(Wei(-amount_wei), Wei(found))
        self.balances_wei[address] = found + amount_wei
        self._undo.append(lambda: self._restore(address, before))

    def _count(self, minted_wei: int, burned_wei: int) -> None:
        before = (self.minted_wei, self.burned_wei)
        self.minted_wei += minted_wei
        self.burned_wei += burned_wei
        self._undo.append(lambda: self._recount(before))

    def _recount(self, totals: tuple[int, int]) -> None:
        self.minted_wei, self.burned_wei = totals

    def _restore(self, address: Address, amount_wei: int | None) -> None:
        if amount_wei is None:
            del self.balances_wei[address]
        else:
            self.balances_wei[address] = amount_wei

    def _put(self, address: Address, slot: int, word: int) -> None:
        if word:
            self.words[address, slot] = word
        else:
            self.words.pop((address, slot), None)
