"""Many compact signatures: the same answers as one by one, known or not; forgeries are none."""

from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event, Thread
from time import sleep
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chain.codec.signature import address_of, sign_digest
from chain.kit import signatures
from chain.kit.signatures import (
    SHARED_FROM,
    Known,
    Signed,
    compacted,
    known_signer,
    recover_all,
    recover_each,
)
from chain.params import SECP256K1_HALF_N, SECP256K1_N
from chain.types.primitives import Address, Hash32


def compact(key: bytes, digest: Hash32, is_high: bool = False) -> bytes:
    """Return a key's signature in 64 bytes, with low s or, against the rule, with high s."""
    y_parity, r, s = sign_digest(key, digest)
    if is_high:
        s, y_parity = SECP256K1_N - s, 1 - y_parity
    return r.to_bytes(32, "big") + (s | y_parity << 255).to_bytes(32, "big")


def many(count: int = SHARED_FROM * 4) -> tuple[list[Signed], list[Address | None]]:
    """Return signatures by as many keys, and the keys' addresses."""
    keys = [(n + 1).to_bytes(32, "big") for n in range(count)]
    digests = [Hash32(bytes([n]) * 32) for n in range(count)]
    signed = [(digest, compact(key, digest)) for key, digest in zip(keys, digests, strict=True)]
    return signed, [address_of(key) for key in keys]


@pytest.mark.parametrize("count", [0, 1, SHARED_FROM - 1, SHARED_FROM, 101])
def test_every_signature_has_its_own_answer(count: int) -> None:
    """The order is that of the question, with one thread or with two."""
    signed, owners = many(count)
    assert owners == recover_all(signed, Known())
    assert owners == recover_each(signed)


def test_what_is_no_signature_is_nobodys() -> None:
    """Zeros, and r and s outside of the curve's order, are recovered to nobody."""
    digest = Hash32(b"\7" * 32)
    bad = [bytes(64), b"\xff" * 64, b"\xff" * 32 + b"\1" * 32, b"\1" * 32 + bytes(32)]
    assert [None] * 4 == recover_each([(digest, signature) for signature in bad])


def test_of_two_signatures_that_one_makes_only_one_counts() -> None:
    """EIP-2: nobody can make a second one out of a signature, so each has one hash."""
    key, digest = b"\5" * 32, Hash32(b"\7" * 32)
    found = recover_each([(digest, compact(key, digest)), (digest, compact(key, digest, True))])
    assert address_of(key) == found[0]
    assert address_of(key) != found[1]


def test_the_first_high_s_is_nobodys() -> None:
    """EIP-2: the highest s that counts is half of the group's order."""
    r = compact(b"\5" * 32, Hash32(b"\7" * 32))[:32]
    low, high = SECP256K1_HALF_N, SECP256K1_HALF_N + 1
    asked = [(Hash32(b"\7" * 32), r + s.to_bytes(32, "big")) for s in (low, high)]
    found = recover_each(asked)
    assert found[0] is not None
    assert found[1] is None


class NoThreads(ThreadPoolExecutor):
    """A machine that has no thread to give."""

    def submit(self, *_: Any, **__: Any) -> Any:
        """Say so."""
        raise RuntimeError("can't start new thread")


class Stuck(ThreadPoolExecutor):
    """Threads that never come to what they are asked."""

    def submit(self, *_: Any, **__: Any) -> Any:
        """Take the work and leave it."""
        return Future[None]()


class Broken(ThreadPoolExecutor):
    """A thread that meets an error."""

    def submit(self, *_: Any, **__: Any) -> Any:
        """Have failed already."""
        failed = Future[None]()
        failed.set_running_or_notify_cancel()
        failed.set_exception(MemoryError("helper"))
        return failed


@pytest.mark.parametrize("pool", [NoThreads, Stuck])
def test_a_machine_without_threads_answers_the_same(pool: type[ThreadPoolExecutor]) -> None:
    """What a node can spare changes no answer, or its state would be another than others'."""
    signed, owners = many()
    assert owners == recover_all(signed, Known(), pool())


def test_what_a_helper_meets_reaches_the_caller() -> None:
    """An error in another thread is no answer, and is not lost."""
    with pytest.raises(MemoryError):
        recover_all(many()[0], Known(), Broken())


@given(st.lists(st.integers(0, 11), max_size=40), st.sets(st.integers(0, 11)))
def test_what_is_known_changes_no_answer(asked: list[int], ahead: set[int]) -> None:
    """Any part of a question may be known before, nobody's signatures too."""
    signed, owners = many(11)
    signed.append((Hash32(b"\7" * 32), bytes(64)))
    owners.append(None)
    known = Known()
    known.put([signed[n] for n in ahead], [owners[n] for n in ahead])
    assert [owners[n] for n in asked] == recover_all([signed[n] for n in asked], known)
    assert len(ahead | set(asked)) == len(known)


def test_what_is_known_is_not_recovered_again() -> None:
    """The memory is what is asked first: a lie in it is believed."""
    signed, _ = many(3)
    known, liar = Known(), Address(b"\x66" * 20)
    known.put(signed[1:2], [liar])
    found = recover_all(signed, known)
    assert liar == found[1]
    assert liar not in (found[0], found[2])


def test_a_signer_is_known_for_one_digest_and_one_signature_only() -> None:
    """What is known of one message says nothing about another, nor about the other parity."""
    (digest, signature), owner = many(1)[0][0], many(1)[1]
    known = Known()
    known.put([(digest, signature)], owner)
    other = signature[:32] + bytes((signature[32] ^ 0x80,)) + signature[33:]
    assert owner != recover_all([(Hash32(b"\xee" * 32), signature)], known)
    assert owner != recover_all([(digest, other)], known)


def test_the_oldest_leave_where_there_is_no_more_room() -> None:
    """Whoever fills the memory makes others slow for a while, and takes no more of it."""
    signed, owners = many(10)
    known = Known(signers_max=4)
    for item, owner in zip(signed, owners, strict=True):
        known.put([item], [owner])
    assert 4 == len(known)
    assert signed[:6] == known.missing(signed)
    known.put(signed, owners)
    assert 4 == len(known)


def test_each_missing_signature_is_named_once() -> None:
    """A call that brings one signature a hundred times asks for it once."""
    signed, owners = many(2)
    known = Known()
    known.put(signed[:1], owners[:1])
    assert signed[1:] == known.missing([*signed, *signed])


def test_many_threads_share_one_memory() -> None:
    """Answers stay right while others write and old ones leave."""
    signed, owners = many(60)
    known, found = Known(signers_max=20), list[bool]()

    def work() -> None:
        for _ in range(20):
            found.append(owners[:20] == recover_all(signed[:20], known))
            known.put(signed, owners)

    threads = [Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [True] * 80 == found
    assert 20 == len(known)


@pytest.mark.parametrize("change", [lambda s: s[:64], lambda s: s[:64] + b"\2", lambda s: b""])
def test_only_canonical_bytes_are_looked_up(change: Any) -> None:
    """What the strict check refuses is not answered from memory."""
    digest = Hash32(b"\7" * 32)
    y_parity, r, s = sign_digest(b"\5" * 32, digest)
    signature = r.to_bytes(32, "big") + s.to_bytes(32, "big") + bytes((y_parity,))
    known = Known()
    assert known_signer(digest, signature, known) is None
    known.put([(digest, compacted(signature) or b"")], [address_of(b"\5" * 32)])
    assert address_of(b"\5" * 32) == known_signer(digest, signature, known)
    assert known_signer(digest, change(signature), known) is None
    high = signature[:32] + bytes((signature[32] | 0x80,)) + signature[33:64] + b"\0"
    assert known_signer(digest, high, known) is None


def test_what_is_being_found_is_waited_for() -> None:
    """A signature that somebody else has begun with is not recovered a second time."""
    signed, owners = many(4)
    known, liar = Known(), Address(b"\x66" * 20)
    begun, done = Event(), list[list[Address | None]]()

    def ahead() -> None:
        with known.expecting(signed[:2]):
            begun.set()
            sleep(0.05)
            known.put(signed[:2], [liar, liar])

    helper = Thread(target=ahead)
    helper.start()
    begun.wait()
    done.append(recover_all(signed, known))
    helper.join()
    assert [[liar, liar, *owners[2:]]] == done


def test_whoever_does_not_answer_is_not_waited_for_long(monkeypatch: pytest.MonkeyPatch) -> None:
    """A helper that hangs costs a moment; one that gives up costs nothing."""
    monkeypatch.setattr(signatures, "WAIT_S_MAX", 0)
    signed, owners = many(40)
    known = Known()
    with known.expecting(signed):
        assert owners == recover_all(signed, known)
    monkeypatch.setattr(signatures, "WAIT_S_MAX", 3_600)
    known.forget()
    with pytest.raises(KeyError), known.expecting(signed):
        raise KeyError
    assert owners == recover_all(signed, known)
