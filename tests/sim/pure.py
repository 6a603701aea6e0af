"""
Answers of pure functions that are asked for again and again, remembered.

Recovering a signer takes most of a simulation's time, and each node recovers the same ones. The
functions have no state, so remembering changes nothing but the pace; what is signed here is
known to be its signer's without a recovery.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache

import coincurve

from chain import certificates
from chain.types.primitives import Address, Hash32
from consensus.host import journal, signer
from consensus.host.records import Record, encode_record

RECORDS_MAX = 5_000  # encoded records; each is written by every node within a moment
REMEMBERED_MAX = 200_000  # answers, about 40 MB

_recover, _sign = certificates.recover_signer, certificates.sign_digest
_signers: dict[tuple[bytes, bytes], Address] = {}


def recover_signer(message_digest: Hash32, signature: bytes) -> Address:
    """chain.certificates.recover_signer, from memory where it has answered before."""
    key = message_digest, signature
    known = _signers.get(key)
    if known is None:
        known = _signers[key] = _recover(message_digest, signature)
    return known


def sign_digest(message_digest: Hash32, private_key: coincurve.PrivateKey) -> bytes:
    """chain.certificates.sign_digest, remembering whose the signature is."""
    signature = _sign(message_digest, private_key)
    _signers[message_digest, signature] = certificates.address_of(private_key.public_key)
    return signature


@lru_cache(RECORDS_MAX)
def _encoded(record: Record) -> bytes:
    return encode_record(record)


@contextmanager
def remembered() -> Iterator[None]:
    """Use the memory inside; it is emptied when it is full."""
    if len(_signers) > REMEMBERED_MAX:
        _signers.clear()
    certificates.recover_signer, certificates.sign_digest = recover_signer, sign_digest
    signer.sign_digest = sign_digest  # type: ignore[attr-defined]
    journal.encode_record = _encoded  # type: ignore[attr-defined]
    try:
        yield
    finally:
        journal.encode_record = encode_record  # type: ignore[attr-defined]
        certificates.recover_signer, certificates.sign_digest = _recover, _sign
        signer.sign_digest = _sign  # type: ignore[attr-defined]
