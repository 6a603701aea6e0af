"""
The block's randomness: every proposer reveals the next link of a chain of hashes.

    secret --step, BEACON_LINKS times--> tip, committed with the stake
    mix of a block = mix of its parent XOR link             where step(link) is the link before
                   = a hash of the parent's mix             where the proposer reveals none,
                                                            and in blocks of later rounds

The link is the difference of two headers, so an ordinary block carries nothing more for it.
"""

from collections import OrderedDict
from typing import Final, Protocol

from chain import params
from chain.codec import keccak256
from chain.errors import Invalid
from chain.types.beacon import NO_REVEAL, Reveal, Turn
from chain.types.primitives import ZERO_HASH, Address, Hash32

SEED_DOMAIN: Final = b"kumiai.beacon.seed"
MISSING_DOMAIN: Final = b"kumiai.beacon.missing"
CHECKPOINT_LINKS: Final = 256  # links between two that are kept: 8 KiB a chain, 0.3 ms a link
CHAINS_KEPT_MAX: Final = 4  # chains whose checkpoints are kept; a validator has two at most
REFILL_LINKS: Final = 1_024  # links left from which on an honest validator names its next chain


class RevealRefused(Invalid):
    """A block whose randomness does not follow from what its proposer committed to."""


class LinkSource(Protocol):
    """Who knows the links of this node's validator."""

    def reveal(self, turn: Turn) -> Reveal:
        """Return what to show in a block of that turn."""
        ...


# The rule.


def step(link: Hash32, validator: Address) -> Hash32:
    """
    Return what a link hashes to in a validator's chain.

    Its account is part of it, so that nobody can copy another's commitment and later cancel the
    other's link out of the mix by revealing the same one.
    """
    return keccak256(link + validator)


def missing_mix(parent_mix: Hash32) -> Hash32:
    """Return the randomness of a block whose proposer reveals nothing."""
    return keccak256(MISSING_DOMAIN + parent_mix)


def mix_after(parent_mix: Hash32, link: Hash32 | None) -> Hash32:
    """Return the randomness of a block from its parent's and the proposer's link."""
    return missing_mix(parent_mix) if link is None else _xor(parent_mix, link)


def link_between(parent_mix: Hash32, mix: Hash32) -> Hash32 | None:
    """Return the link that two headers show, None where the proposer said it reveals none."""
    return None if mix == missing_mix(parent_mix) else _xor(parent_mix, mix)


def check_reveal(turn: Turn, reveal: Reveal) -> None:
    """
    Raise RevealRefused where a block shows another link than its proposer owes.

    Where none is owed the expected hash is zero, and no link has that.
    """
    if reveal.link is not None:
        found = step(reveal.link, turn.validator)
        if found != turn.expected:
            raise RevealRefused(
                f"mix_hash: the link behind 0x{turn.expected.hex()} or none expected, found "
                f"0x{reveal.link.hex()}"
            )
    if reveal.tip is not None and not turn.can_commit:
        raise RevealRefused(f"beacon: no new chain of 0x{turn.validator.hex()} expected, found one")


def _xor(one: bytes, other: bytes) -> Hash32:
    return Hash32(bytes(a ^ b for a, b in zip(one, other, strict=True)))


# A validator's own side.


class NoLinks:
    """For nodes that propose nothing, and for proposers that reveal nothing."""

    def reveal(self, turn: Turn) -> Reveal:
        """Return nothing."""
        return NO_REVEAL


class HashChain:
    """
    The links of one chain, from the tip back to the seed.

    Making it takes BEACON_LINKS hashes, some 60 ms; then a link costs CHECKPOINT_LINKS at most.
    """

    def __init__(self, seed: Hash32, validator: Address) -> None:
        self._validator = validator
        self._kept = [seed]  # every CHECKPOINT_LINKS-th, seed first
        for _ in range(params.BEACON_LINKS // CHECKPOINT_LINKS):
            self._kept.append(self._walk(self._kept[-1], CHECKPOINT_LINKS))

    @property
    def tip(self) -> Hash32:
        """What the first link hashes to."""
        return self._kept[-1]

    def link(self, used: int) -> Hash32:
        """Return the link after `used` others; LookupError where the chain has no more."""
        if not 0 <= used < params.BEACON_LINKS:
            raise LookupError(f"links 0 to {params.BEACON_LINKS - 1}, found {used}")
        place, steps = divmod(params.BEACON_LINKS - 1 - used, CHECKPOINT_LINKS)
        return self._walk(self._kept[place], steps)

    def _walk(self, link: Hash32, steps: int) -> Hash32:
        for _ in range(steps):
            link = step(link, self._validator)
        return link


class SecretLinks:
    """
    A LinkSource over one secret: every chain of every validator follows from it.

    So nothing has to be kept but the secret; what is out already, the chain itself says.
    """

    def __init__(self, secret: bytes, chain_id: int) -> None:
        self._secret, self._chain_id = secret, chain_id
        self._chains: OrderedDict[tuple[Address, int], HashChain] = OrderedDict()

    def tip(self, validator: Address, number: int = 1) -> Hash32:
        """Return the commitment to a validator's chain of this number, from 1."""
        return self._chain(validator, number).tip

    def reveal(self, turn: Turn) -> Reveal:
        """
        Return the link that is due, and a new tip where it is time for one.

        A secret that was lost has no link for the old commitment: then a new chain begins.
        """
        link = self._due(turn)
        is_ending = link is None or params.BEACON_LINKS - turn.used <= REFILL_LINKS
        if not turn.can_commit or not is_ending:
            return Reveal(link)
        return Reveal(link, self.tip(turn.validator, turn.number + 1))

    def _due(self, turn: Turn) -> Hash32 | None:
        if turn.expected == ZERO_HASH or turn.used >= params.BEACON_LINKS:
            return None
        link = self._chain(turn.validator, turn.number).link(turn.used)
        return link if step(link, turn.validator) == turn.expected else None

    def _chain(self, validator: Address, number: int) -> HashChain:
        key = (validator, number)
        if key not in self._chains:
            self._chains[key] = HashChain(self._seed(validator, number), validator)
            while len(self._chains) > CHAINS_KEPT_MAX:
                self._chains.popitem(last=False)
        self._chains.move_to_end(key)
        return self._chains[key]

    def _seed(self, validator: Address, number: int) -> Hash32:
        place = self._chain_id.to_bytes(32, "big") + validator + number.to_bytes(32, "big")
        return keccak256(SEED_DOMAIN + self._secret + place)
