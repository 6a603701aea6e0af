"""Where the randomness of a block comes from: what its proposer owes, and what it shows."""

from dataclasses import dataclass

from chain.types.primitives import ZERO_ADDRESS, ZERO_HASH, Address, Hash32


@dataclass(frozen=True, slots=True)
class Turn:
    """
    How the proposer of a block stands with the beacon, before that block.

    `expected` is what the next link has to hash to, zero where none is due. `number` and `used`
    say which chain of the validator that is, from 1, and how many of its links are out.
    """

    validator: Address = ZERO_ADDRESS  # the account that owns the chain; zero for strangers
    expected: Hash32 = ZERO_HASH
    number: int = 0
    used: int = 0
    can_commit: bool = False  # whether its block may name the tip of a new chain


@dataclass(frozen=True, slots=True)
class Reveal:
    """What a proposer shows in its block: the next link, and the tip of its next chain."""

    link: Hash32 | None = None
    tip: Hash32 | None = None


NO_TURN = Turn()  # nothing is due and nothing is taken
NO_REVEAL = Reveal()
