"""
What decides whether a credential counts, in one word: a policy reads it for each one it looks at.

    jurisdiction | expiry | valid from | version | issued at | issuer | state      low bits last

The claim itself, seven words, is read only where it is shown or changed.
"""

from typing import Final, NamedTuple

from chain.types.primitives import Height, Seconds
from modules.identity.records import CredentialState

# Bits of each field, from the lowest: state, issuer, heights, versions and seconds, jurisdiction.
WIDTHS: Final = (8, 40, 40, 40, 40, 40, 16)


class Brief(NamedTuple):
    """The decisive part of a credential."""

    state: CredentialState  # as it was set; time alone may have gone on
    issuer: int
    issued_at: Height
    version: int  # of the subject's attribute
    valid_from_s: Seconds
    expiry_s: Seconds
    jurisdiction: int

    def at(self, now_s: Seconds) -> CredentialState:
        """Return the state at a time."""
        if self.state in (CredentialState.ACTIVE, CredentialState.SUSPENDED):
            if now_s >= self.expiry_s:
                return CredentialState.EXPIRED
            if self.state == CredentialState.ACTIVE and now_s < self.valid_from_s:
                return CredentialState.ISSUED
        return self.state


def pack(brief: Brief) -> int:
    """Return the word of a brief; OverflowError where a field does not fit, which is our bug."""
    word = shift = 0
    for value, width in zip(brief, WIDTHS, strict=True):
        if not 0 <= value < 1 << width:
            raise OverflowError(f"a field of {width} bits expected, found {value}")
        word |= value << shift
        shift += width
    return word


def unpack(word: int) -> Brief:
    """Return the brief of a word."""
    values = []
    for width in WIDTHS:
        values.append(word & ((1 << width) - 1))
        word >>= width
    state, issuer, issued_at, version, valid_from_s, expiry_s, jurisdiction = values
    times = (Seconds(valid_from_s), Seconds(expiry_s))
    return Brief(CredentialState(state), issuer, Height(issued_at), version, *times, jurisdiction)
