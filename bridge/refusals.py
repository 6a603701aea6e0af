"""
What a bridge's revert says, by its selector: whether it is done already, must wait, or is wrong.

    revert data --name_of--> "AlreadyReceived" --standing_of--> DONE | LATER | WRONG
"""

from enum import Enum
from functools import cache
from typing import Final

from eth_hash.auto import keccak


class Standing(Enum):
    """What a refusal means for the work that met it."""

    DONE = "done"  # somebody else was faster
    LATER = "later"  # nothing is wrong: try again after a while
    WRONG = "wrong"


_DONE: Final = (
    "AlreadyReceived(uint64,uint64)",
    "UnknownPacket(uint64,uint64)",
    "CommitmentUnknown(uint64,uint64)",
    "NothingWaits(uint64,uint64)",
    "HeaderKnown(uint64)",
    "AlreadyAttested(address,bytes32)",
    "StateForbids(string,string,string)",
)
_LATER: Final = (
    "LimitReached(uint256,uint256)",
    "LimitReached(address,uint256,uint256)",
    "StillDelayed(uint64)",
    "TooEarly(uint64)",
    "RouteForbids(uint64,uint8)",
    "RouteClosed(uint64)",
    "PacketExpired(uint64)",
    "NotTimedOut(uint64,uint64)",
    "Paused()",
    "Reentered()",
    "HeaderRefused(string)",
    "TimeRefused(uint64)",
)
_WRONG: Final = (
    "ProofInvalid(string)",
    "ProofContradicts(bytes32,bytes32)",
    "SlotRefused(bytes32,bytes32)",
    "ClientInactive(uint256,uint8)",
    "ClientExpired(uint256,uint64)",
    "ClientFrozen()",
    "TrustExpired(uint64)",
    "UnknownHeight(uint256,uint64)",
    "HeightUnknown(uint64)",
    "PowerTooLow(uint256,uint256)",
    "ValidatorsRefused(bytes32,bytes32)",
    "SignatureRefused(uint256)",
    "NotAttesting(address)",
    "KeyUnknown(address,address)",
    "ZeroNotTrusted(string)",
    "OrderRefused()",
)


@cache
def _by_selector() -> dict[bytes, tuple[str, Standing]]:
    pairs = ((_DONE, Standing.DONE), (_LATER, Standing.LATER), (_WRONG, Standing.WRONG))
    return {
        keccak(text.encode())[:4]: (text.partition("(")[0], standing)
        for texts, standing in pairs
        for text in texts
    }


def name_of(revert: bytes) -> str:
    """Return the refusal's name, its selector where it is none of ours, "" of nothing."""
    known = _by_selector().get(revert[:4])
    return known[0] if known else "0x" + revert[:4].hex() if revert else ""


def standing_of(name: str) -> Standing:
    """Return what a refusal of this name means."""
    for known, standing in _by_selector().values():
        if known == name:
            return standing
    return Standing.WRONG
