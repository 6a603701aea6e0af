"""
The keys that everybody has: they sign transactions for their accounts, and blocks as validators.

    dev0 ... dev19, validator, keys of this home --> digest of a transaction, message, typed data
                                                 '-> precommits --> certificate of a block

There is no guard against signing a height twice: a chain that is taken back signs it anew.
"""

from collections.abc import Iterable

import coincurve

from chain.certificates import sign
from chain.codec import address_of, sign_digest
from chain.errors import Unavailable
from chain.types.certificate import NO_ROUND, BlockId, Certificate, Vote, VoteKind
from chain.types.primitives import Address, Hash32, Height, Round
from chain.types.validators import ValidatorSet


class NoQuorum(Unavailable):
    """Stake went to validators whose keys this chain does not know, so no block can be made."""


class KnownKeys:
    """Private keys by address; `unlocked` are those that sign for whoever asks."""

    def __init__(self, unlocked: Iterable[bytes], others: Iterable[bytes], chain_id: int) -> None:
        self._chain_id = chain_id
        self._unlocked = {address_of(key): key for key in unlocked}
        self._keys = {address_of(key): key for key in others} | self._unlocked

    @property
    def unlocked(self) -> tuple[Address, ...]:
        """The accounts that sign for whoever asks, in order."""
        return tuple(self._unlocked)

    def sign(self, address: Address, digest: Hash32) -> tuple[int, int, int] | None:
        """Return (y_parity, r, s) of an unlocked account, None where it is none."""
        key = self._unlocked.get(address)
        return None if key is None else sign_digest(key, digest)

    def proposer(self, validators: ValidatorSet) -> Address:
        """Return who proposes: whose turn it is, or the first whose key is known."""
        known = [v.address for v in validators if v.address in self._keys]
        if not known:
            raise NoQuorum("no validator of the next block has a key that is known here")
        turn = validators.proposer.address
        return turn if turn in known else known[0]

    def certify(self, height: Height, block_id: BlockId, validators: ValidatorSet) -> Certificate:
        """Return the proof that the known validators decided a block; raises NoQuorum."""
        known = [v.address for v in validators if v.address in self._keys]
        power = sum(validators.power_of(address) for address in known)
        if not validators.is_quorum(power):
            raise NoQuorum(
                f"validators with known keys hold {power} of {validators.total_power} votes, "
                "and a block needs more than two thirds"
            )
        round_ = Round(0)
        signatures = []
        for address in known:
            vote = Vote(VoteKind.PRECOMMIT, height, round_, block_id, NO_ROUND, address)
            key = coincurve.PrivateKey(self._keys[address])
            signatures.append((address, sign(vote, self._chain_id, key).signature))
        return Certificate(height, round_, block_id, tuple(signatures))
