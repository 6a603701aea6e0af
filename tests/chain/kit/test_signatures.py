"""Many compact signatures at once: the same answers as one by one, and none for forgeries."""

from threading import Thread

import pytest

from chain.codec.signature import address_of, sign_digest
from chain.kit.signatures import SHARED_FROM, recover_all
from chain.params import SECP256K1_N
from chain.types.primitives import Hash32


def compact(key: bytes, digest: Hash32, is_high: bool = False) -> bytes:
    """Return a key's signature in 64 bytes, with low s or, against the rule, with high s."""
    y_parity, r, s = sign_digest(key, digest)
    if is_high:
        s, y_parity = SECP256K1_N - s, 1 - y_parity
    return r.to_bytes(32, "big") + (s | y_parity << 255).to_bytes(32, "big")


@pytest.mark.parametrize("count", [0, 1, SHARED_FROM - 1, SHARED_FROM, 101])
def test_every_signature_has_its_own_answer(count: int) -> None:
    """The order is that of the question, with one thread or with two."""
    keys = [(n + 1).to_bytes(32, "big") for n in range(count)]
    digests = [Hash32(bytes([n]) * 32) for n in range(count)]
    signed = [(digest, compact(key, digest)) for key, digest in zip(keys, digests, strict=True)]
    assert [address_of(key) for key in keys] == recover_all(signed)


def test_what_is_no_signature_is_nobodys() -> None:
    """Zeros, and r and s outside of the curve's order, are recovered to nobody."""
    digest = Hash32(b"\7" * 32)
    bad = [bytes(64), b"\xff" * 64, b"\xff" * 32 + b"\1" * 32, b"\1" * 32 + bytes(32)]
    assert [None] * 4 == recover_all([(digest, signature) for signature in bad])


def test_of_two_signatures_that_one_makes_only_one_counts() -> None:
    """EIP-2: nobody can make a second one out of a signature, so each has one hash."""
    key, digest = b"\5" * 32, Hash32(b"\7" * 32)
    found = recover_all([(digest, compact(key, digest)), (digest, compact(key, digest, True))])
    assert address_of(key) == found[0]
    assert address_of(key) != found[1]


def test_a_machine_without_threads_answers_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a node can spare changes no answer, or its state would be another than others'."""

    def refuse(self: Thread) -> None:
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(Thread, "start", refuse)
    keys = [(n + 1).to_bytes(32, "big") for n in range(SHARED_FROM)]
    signed = [(Hash32(bytes(32)), compact(key, Hash32(bytes(32)))) for key in keys]
    assert [address_of(key) for key in keys] == recover_all(signed)
