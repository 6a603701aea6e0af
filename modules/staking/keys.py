"""
Consensus keys: which key signs for which validator, now and ever.

    operator's account --claims once, for ever--> consensus address of a key

An address that somebody signed with stays known, so that evidence about an old height finds who
answers. Nobody claims somebody else's address, because its key must sign the claim.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from eth_hash.auto import keccak

from chain.certificates import SignatureRefused, recover_signer
from chain.types.primitives import Address, Hash32, Seconds
from modules.staking.events import ConsensusKeyRotated
from modules.staking.records import ECRECOVER_GAS, Rotations
from modules.staking.refusals import ConsensusAddressTaken, ProofInvalid, RotatedRecently

if TYPE_CHECKING:
    from modules.staking.module import Staking

PROOF_DOMAIN: Final = b"kumiai/key-proof/1".ljust(32, b"\x00")


def claim(staking: Staking, validator: Address, consensus_address: Address) -> None:
    """Give a validator an address that nobody ever signed with; raises ConsensusAddressTaken."""
    if any(staking.operators_by_key[consensus_address]):
        raise ConsensusAddressTaken(consensus_address)
    staking.operators_by_key[consensus_address] = validator
    staking.consensus_addresses[validator] = consensus_address


def key_proof_digest(chain_id: int, validator: Address, nonce: int) -> Hash32:
    """
    Return what a key signs to become a validator's: Keccak of Solidity's abi.encodePacked.

    Domain (32 bytes), chain id (32), the validator's account (20), how often its key changed (32).
    """
    message = PROOF_DOMAIN + chain_id.to_bytes(32, "big") + validator + nonce.to_bytes(32, "big")
    return Hash32(keccak(message))


def check_proof(
    staking: Staking, validator: Address, consensus_address: Address, proof: bytes
) -> None:
    """Raise ProofInvalid where the key of an address did not sign for a validator."""
    staking.host.charge(ECRECOVER_GAS)
    nonce = staking.rotations[validator].count
    digest = key_proof_digest(staking.block.chain_id, validator, nonce)
    try:
        signer = recover_signer(digest, proof)
    except SignatureRefused as cause:
        raise ProofInvalid(consensus_address, str(cause)) from cause
    if signer != consensus_address:
        raise ProofInvalid(consensus_address, f"signed by 0x{signer.hex()}")


def rotate(staking: Staking, validator: Address, consensus_address: Address, proof: bytes) -> None:
    """Change a validator's key to one that signed for it."""
    done, now_s = staking.rotations[validator], staking.block.time_s
    allowed_s = Seconds(done.rotated_s + staking.settings.rotation_cooldown_s)
    if now_s < allowed_s:
        raise RotatedRecently(allowed_s)
    check_proof(staking, validator, consensus_address, proof)
    old = staking.consensus_addresses[validator]
    claim(staking, validator, consensus_address)
    staking.rotations[validator] = Rotations(done.count + 1, now_s)
    staking.is_stale = True
    staking.emit(ConsensusKeyRotated(validator, old, consensus_address))
