"""
An EVM chain as seen from this one: this chain's validators say, under bond, which block is final.

    attestation of (height, hash) by validators with > 2/3 of all power + header --hash--> Verified

A header is attested to, not single events: one statement covers all that its block holds, and each
packet in it is then proven by the header's state root. Power is counted when the header is shown,
by the validators and the bonds there are then: one whose bond has left adds nothing.
"""

from typing import Final

from eth_hash.auto import keccak

from chain.kit.abi import word_type
from chain.types.primitives import Address, Hash32, Height
from modules.bridge.clients import StateRootClient, Verified, read_header
from modules.bridge.records import AttesterState
from modules.bridge.refusals import HeaderRefused

_NUMBER: Final = word_type(int)
POWER_SHARE: Final = (2, 3)  # more than this share of all power


class AttestedClient(StateRootClient):
    """Trusts a header that validators with more than two thirds of all power attested to."""

    def verify_header(self, evidence: bytes) -> Verified:
        """Return the header, whose RLP is the evidence; raises HeaderRefused."""
        found = read_header(self.bridge, evidence)
        if self.bridge.headers[self.number, found.height].hash == found.hash:
            return found
        self._check_power(found.height, found.hash)
        return found

    def _check_power(self, height: Height, block_hash: Hash32) -> None:
        members = self.bridge.stakes.validator_set()
        total, attested = sum(member.power for member in members), 0
        key = statement_key(self.number, height)
        numerator, denominator = POWER_SHARE
        for member in members:  # the strongest first, and no more are read than it takes
            if self._attests(key, member.validator, block_hash):
                attested += member.power
                if denominator * attested > numerator * total > 0:
                    return
        raise HeaderRefused(f"power of more than 2/3 of {total} expected, found {attested}")

    def _attests(self, key: Hash32, validator: Address, block_hash: Hash32) -> bool:
        if self.bridge.statements[key, validator] != block_hash:
            return False
        return self.bridge.attesters[validator].state == AttesterState.BONDED


def statement_key(client: int, height: Height) -> Hash32:
    """Return the key under which what validators say of a height is kept."""
    return Hash32(keccak(_NUMBER.encode(client) + _NUMBER.encode(height)))
