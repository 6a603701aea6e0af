"""
What the virtual machine lends a module while it runs, and who is calling.

Modules never see py-evm. They see a `Host`, which reads and writes account storage, moves coins and
emits logs, charges gas for each, and undoes all of it when the call fails.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, Final, NamedTuple, Protocol

from chain.types.beacon import NO_REVEAL, Reveal
from chain.types.primitives import ZERO_ADDRESS, Address, Gas, Hash32, Height, Seconds, Wei

OUTPUT_BYTES_MAX: Final = 4_096  # 4 KiB of what a contract answers reach the module that called it


class Fault(IntEnum):
    """What a validator was proven to have done."""

    DUPLICATE_VOTE = 1
    DUPLICATE_PROPOSAL = 2
    AMNESIA = 3
    LIGHT_CLIENT_ATTACK = 4


@dataclass(frozen=True, slots=True)
class Misbehaviour:
    """A proven fault of one validator, as the block reports it to its modules."""

    fault: Fault
    validator: Address  # the consensus address that signed
    height: Height  # of the fault
    time_s: Seconds  # of the block at that height
    power: int  # the validator's at that height
    total_power: int  # of the whole set at that height


@dataclass(frozen=True, slots=True)
class CommitVote:
    """A member of the set that decided the parent block, and whether it signed for it."""

    validator: Address  # its consensus address
    power: int
    signed: bool


@dataclass(frozen=True, slots=True)
class BlockInfo:
    """
    The block that is being executed.

    `last_commit` names every member of the parent's validator set in set order, from the
    certificate that this block carries; empty at heights 0 and 1. `misbehaviour` is the
    evidence that this block carries, `reveal` what its proposer gave to the randomness.
    """

    height: Height
    time_s: Seconds
    chain_id: int
    proposer: Address  # its consensus address, the header's coinbase
    last_commit: tuple[CommitVote, ...] = ()
    misbehaviour: tuple[Misbehaviour, ...] = ()
    reveal: Reveal = NO_REVEAL
    first_proposer: Address = ZERO_ADDRESS  # whose turn round 0 was; in a later one, another's


class CallInfo(NamedTuple):
    """Who calls, and how many wei came along."""

    sender: Address
    value_wei: Wei = Wei(0)
    through: tuple[Address, ...] = ()  # modules in mid-call behind a peer's call, outermost first


@dataclass(frozen=True, slots=True)
class CallOutcome:
    """How a called contract ended; `output` is its revert data where it failed with some."""

    succeeded: bool
    output: bytes  # at most OUTPUT_BYTES_MAX of it


Provider = Callable[[Any], Any]  # a module that needs a peer -> the peer, seeing it as its caller


class Host(Protocol):
    """State of one execution. Every method charges its gas before it acts."""

    @property
    def block(self) -> BlockInfo:
        """The block that is being executed."""
        ...

    @property
    def is_static(self) -> bool:
        """Whether writes are refused: inside STATICCALL and inside views."""
        ...

    @property
    def wires(self) -> Mapping[str, Mapping[str, Provider]]:
        """Who provides each module's needs, by the consumer's name and the need's."""
        ...

    def load(self, address: Address, slot: int) -> int:
        """Return the word at `slot` of the account."""
        ...

    def save(self, address: Address, slot: int, word: int) -> None:
        """Write the word at `slot` of the account; raises StaticWrite where writes are refused."""
        ...

    def load_many(self, address: Address, slots: Sequence[int]) -> list[int]:
        """Return the words at slots of one account; costs what loading one by one does."""
        ...

    def save_many(self, address: Address, words: Iterable[tuple[int, int]]) -> None:
        """
        Write (slot, word) pairs of one account, one after the other; costs what saving them does.

        Raises StaticWrite where writes are refused.
        """
        ...

    def log(self, address: Address, topics: list[int], data: bytes) -> None:
        """Emit a log in the name of the account."""
        ...

    def balance_wei(self, address: Address) -> Wei:
        """Return the account's coins."""
        ...

    def transfer(self, source: Address, target: Address, amount_wei: Wei) -> None:
        """Move coins; raises InsufficientCoins where the source has fewer."""
        ...

    def mint(self, target: Address, amount_wei: Wei) -> None:
        """Create coins; the supply grows."""
        ...

    def burn(self, source: Address, amount_wei: Wei) -> None:
        """Destroy coins; the supply shrinks."""
        ...

    def supply_change(self) -> tuple[Wei, Wei]:
        """Return the wei minted and burned in this block so far."""
        ...

    def charge(self, gas: Gas) -> None:
        """Take gas for work that touches no storage; raises OutOfGas."""
        ...

    def snapshot(self) -> int:
        """Mark a point that `revert` can return to."""
        ...

    def revert(self, mark: int) -> None:
        """Undo everything since the mark, logs included."""
        ...

    def beacon(self) -> Hash32:
        """
        Return the randomness of this block, its `mix_hash`.

        Its proposer knew it and could have had one other: see docs/beacon.md for what that is
        worth, and let a draw wait for a block that nobody can choose.
        """
        ...

    @property
    def calling_out(self) -> frozenset[Address]:
        """Modules that wait for a contract they called: until it is done nobody changes them."""
        ...

    def call_contract(
        self,
        source: Address,
        target: Address,
        data: bytes,
        gas: Gas,
        through: tuple[Address, ...] = (),
    ) -> CallOutcome:
        """
        Call a contract in the name of a module, with exactly `gas` and no coins.

        What the contract does not use comes back. Where it fails, what it did is undone and no
        more. Where 63/64 of what is left is less than `gas` (EIP-150), or no deeper call is
        possible, the whole call of the module fails: nobody makes a contract fail by giving the
        module too little. `source` and the modules `through` which it was reached are not changed
        meanwhile (Reentered). Only inside transactions, never in a static call.
        """
        ...

    def place_code(self, address: Address, code: bytes) -> None:
        """Make a contract of these bytes, without running any; raises AddressTaken."""
        ...

    def code_size(self, address: Address) -> int:
        """Return how many bytes of code the account has, 0 where it is no contract."""
        ...
