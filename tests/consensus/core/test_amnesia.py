"""A forgotten lock is proven by the validator's own votes, and only then."""

import pytest

from chain.types.certificate import NO_ROUND, BlockId, Vote, VoteKind
from chain.types.evidence import Amnesia
from chain.types.primitives import Address, Hash32, Height, Milliseconds, Round
from chain.types.validators import Validator, ValidatorSet
from consensus.core.amnesia import find_amnesia, is_amnesia
from consensus.core.votes import VoteBook

V = Address(b"\x01" * 20)
A = BlockId(Hash32(b"\xaa" * 32), Milliseconds(1_000))
B = BlockId(Hash32(b"\xbb" * 32), Milliseconds(2_000))


def precommit(round_: int, block: BlockId | None) -> Vote:
    """Precommit of the validator."""
    return Vote(VoteKind.PRECOMMIT, Height(1), Round(round_), block, NO_ROUND, V)


def prevote(round_: int, block: BlockId | None, valid_round: int = -1) -> Vote:
    """Prevote of the validator."""
    return Vote(VoteKind.PREVOTE, Height(1), Round(round_), block, Round(valid_round), V)


@pytest.mark.parametrize(
    ("lock", "later", "expected"),
    [
        (precommit(1, A), prevote(2, B), True),
        (precommit(1, A), prevote(3, B, 0), True),
        (precommit(1, A), prevote(3, B, 1), False),  # a polka of the lock's own round frees it
        (precommit(1, A), prevote(3, B, 2), False),
        (precommit(1, A), prevote(2, A), False),
        (precommit(1, A), prevote(2, None), False),
        (precommit(1, None), prevote(2, B), False),
        (precommit(2, A), prevote(2, B), False),  # the same round: the lock came after the prevote
        (precommit(2, A), prevote(1, B), False),
    ],
)
def test_only_a_prevote_that_no_polka_frees_is_amnesia(
    lock: Vote, later: Vote, expected: bool
) -> None:
    """Line 29: lockedRound <= validRound or the same block, else the lock was forgotten."""
    assert expected == is_amnesia(lock, later)


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_the_order_of_arrival_does_not_matter(order: tuple[int, int]) -> None:
    """The proof is found when its second half arrives, whichever that is; once."""
    halves = (precommit(0, A), prevote(1, B))
    book = VoteBook(ValidatorSet((Validator(V, 1),)))
    assert () == book.add(halves[order[0]], Round(1))
    assert (Amnesia(*halves),) == book.add(halves[order[1]], Round(1))
    assert () == book.add(prevote(2, B), Round(1))


def test_the_first_of_several_proofs_is_enough() -> None:
    """One pair convicts."""
    others = [prevote(2, None), prevote(3, B), prevote(4, B)]
    assert Amnesia(precommit(1, A), prevote(3, B)) == find_amnesia(precommit(1, A), others)
    assert None is find_amnesia(precommit(5, A), others)
