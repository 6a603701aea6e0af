"""The data of votes and certificates."""

import rlp
from eth_hash.auto import keccak

from chain.types.certificate import BlockId, Certificate
from chain.types.primitives import Address, Hash32, Height, Milliseconds, Round

A = BlockId(Hash32(b"\xaa" * 32), Milliseconds(1_234))
ONE, TWO = (Address(b"\x01" * 20), b"\x05" * 65), (Address(b"\x02" * 20), b"\x06" * 65)


def test_signatures_are_kept_by_address() -> None:
    """The order in which votes came does not change a certificate."""
    assert Certificate(Height(1), Round(0), A, (TWO, ONE)).signatures == (ONE, TWO)
    assert (
        Certificate(Height(1), Round(0), A, (ONE, TWO)).hash
        == Certificate(Height(1), Round(0), A, (TWO, ONE)).hash
    )


def test_hash_is_of_the_encoding() -> None:
    """The hash is Keccak of RLP [height, round, [hash, time], [[address, signature], ...]]."""
    certificate = Certificate(Height(7), Round(2), A, (ONE,))
    expected = rlp.encode([7, 2, [A.hash, 1_234], [[*ONE]]])
    assert expected == certificate.encoded
    assert keccak(expected) == certificate.hash


def test_value_is_hash_and_time() -> None:
    """Two proposal times of one block hash are two values."""
    assert BlockId(A.hash, Milliseconds(1_235)) != A
