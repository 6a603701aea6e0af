"""
The least that proves a header final, in one piece.

    Commit.parent --extra_data--> Commit.validators --signed--> Commit.certificate --> header
    header --parent_hash--> Commit.parent            header --extra_data--> next_validators

A header names the validators of the next height, not its own. The parent's header closes that
gap: through `parent_hash` a header commits to the set that decides it, and nobody can show it with
a set of their own making.
"""

from dataclasses import dataclass

from chain.light.errors import BlockInconsistent
from chain.types.certificate import Certificate
from chain.types.header import Header
from chain.types.primitives import Hash32, Height, Milliseconds
from chain.types.validators import ValidatorSet


@dataclass(frozen=True, slots=True)
class Commit:
    """Why a header is final: its parent names the validators, and they signed."""

    parent: Header
    validators: ValidatorSet
    certificate: Certificate


@dataclass(frozen=True, slots=True)
class LightBlock:
    """
    A header, who decided it, and who decides the next one.

    Sets hold addresses and powers: priorities of the rotation are zero, because no hash covers
    them. Holding a light block proves nothing until `chain.light.verifier` has passed it.
    """

    header: Header
    next_validators: ValidatorSet
    commit: Commit | None  # None for the genesis block only

    @property
    def height(self) -> Height:
        """Height of the header."""
        return self.header.height

    @property
    def hash(self) -> Hash32:
        """Hash of the header."""
        return self.header.hash

    @property
    def time_ms(self) -> Milliseconds:
        """Time that the validators agreed on; the genesis block has whole seconds only."""
        if self.commit is None:
            return Milliseconds(self.header.timestamp_s * 1_000)
        return self.commit.certificate.block_id.time_ms


def check_consistent(block: LightBlock) -> None:
    """
    Check that all parts belong to the header; signatures are not looked at.

    Raises BlockInconsistent.
    """
    _expect(block, "next validators' hash", block.header.extra_data, block.next_validators.hash)
    if block.commit is None:
        if block.height != 0:
            raise BlockInconsistent(block.height, "a certificate", "none")
        return
    if block.height == 0:
        raise BlockInconsistent(block.height, "a genesis block without certificate", "one")
    _check_commit(block, block.commit)


def _check_commit(block: LightBlock, commit: Commit) -> None:
    header, certificate = block.header, commit.certificate
    _expect(block, "parent's hash", header.parent_hash, commit.parent.hash)
    _expect(block, "parent's height", header.height - 1, commit.parent.height)
    _expect(block, "validators' hash", commit.parent.extra_data, commit.validators.hash)
    _expect(block, "certificate of height", header.height, certificate.height)
    _expect(block, "certificate of hash", header.hash, certificate.block_id.hash)
    time_s = certificate.block_id.time_ms // 1_000
    _expect(block, "time in seconds", header.timestamp_s, time_s)


def _expect(block: LightBlock, what: str, expected: object, found: object) -> None:
    if expected != found:
        raise BlockInconsistent(block.height, f"{what} {_show(expected)}", _show(found))


def _show(value: object) -> str:
    return "0x" + value.hex() if isinstance(value, bytes) else str(value)
