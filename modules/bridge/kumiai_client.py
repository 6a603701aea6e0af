"""
A Kumiai chain as seen from this one: its validators' certificates, by the light client's rules.

    trusted header, shown again + light block that follows --verify--> Verified

Only hashes are stored: whoever updates shows the trusted header and its validators again, and they
must be the ones that were trusted.
"""

from typing import Final

from eth_hash.auto import keccak

from chain.certificates import CertificateRefused
from chain.codec import decode_header
from chain.errors import Malformed
from chain.kit.abi import abi_type, decode_sequence
from chain.kit.typed_data import RECOVERY_GAS
from chain.light.block import LightBlock
from chain.light.codec import HEADER_BYTES_MAX, decode_light_block
from chain.light.errors import LightBlockRefused, NotEnoughTrust, TrustExpired
from chain.light.verifier import TrustPolicy, verify
from chain.types.primitives import Gas, Hash32, Milliseconds
from chain.validator_sets import decode_validator_set
from modules.bridge.clients import StateRootClient, Verified
from modules.bridge.records import ConsensusState, KumiaiUpdate
from modules.bridge.refusals import HeaderRefused

_UPDATE: Final = [abi_type(KumiaiUpdate)]
# Of each word of evidence: headers and sets of validators are read, and hashed in their own form.
# A contract that shows evidence from its memory pays no call data for it.
READING_GAS: Final = Gas(100)
REFUSED: Final = (LightBlockRefused, NotEnoughTrust, TrustExpired, CertificateRefused, Malformed)


class KumiaiClient(StateRootClient):
    """Trusts what more than two thirds of the other chain's validators signed."""

    def verify_header(self, evidence: bytes) -> Verified:
        """Return the header that certificates prove; raises HeaderRefused, UnknownHeight."""
        self.bridge.host.charge(Gas(-(-len(evidence) // 32) * READING_GAS))
        try:
            return self._verified(decode_sequence(_UPDATE, evidence)[0])
        except REFUSED as cause:
            raise HeaderRefused(str(cause)[:256]) from cause

    def _verified(self, update: KumiaiUpdate) -> Verified:
        state = self.trusted(update.trusted_height)
        trusted = _shown_again(update, state)
        new = decode_light_block(update.light_block)
        if new.commit is not None:
            signatures = len(new.commit.certificate.signatures)
            self.bridge.host.charge(Gas(signatures * RECOVERY_GAS))
        now_ms = self.bridge.block.time_s * 1_000
        verify(self._policy(), trusted, new, now_ms)
        if new.time_ms <= state.time_ms:
            raise HeaderRefused(f"a time above {state.time_ms} ms expected, found {new.time_ms}")
        header = new.header
        return Verified(
            header.height, header.hash, header.parent_hash, header.state_root, new.time_ms
        )

    def _policy(self) -> TrustPolicy:
        record = self.record
        return TrustPolicy(
            record.chain_id,
            Milliseconds(record.trusting_period_s * 1_000),
            Milliseconds(record.unbonding_s * 1_000),
        )


def _shown_again(update: KumiaiUpdate, state: ConsensusState) -> LightBlock:
    """Return the trusted block of its parts; raises HeaderRefused where they are others."""
    if len(update.trusted_header) > HEADER_BYTES_MAX:
        raise HeaderRefused(f"a header of at most {HEADER_BYTES_MAX} bytes expected")
    if Hash32(keccak(update.trusted_header)) != state.hash:
        raise HeaderRefused(f"the trusted header 0x{state.hash.hex()} expected")
    header = decode_header(update.trusted_header)
    validators = decode_validator_set(update.trusted_validators)
    if validators.hash != header.extra_data:
        raise HeaderRefused("the validators that the trusted header names expected")
    return LightBlock(header, validators, None)
