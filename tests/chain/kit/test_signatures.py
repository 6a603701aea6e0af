"""Many compact signatures at once: the same answers as one by one, and none for forgeries."""

from concurrent.futures import Future, ThreadPoolExecutor
from threading import current_thread
from time import sleep
from typing import Any

import pytest

from chain.codec.signature import address_of, sign_digest
from chain.kit.signatures import SHARED_FROM, Recovery, Signed, recover_all
from chain.params import SECP256K1_N
from chain.types.primitives import Address, Hash32


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


def many(count: int = SHARED_FROM * 4) -> tuple[list[Signed], list[Address]]:
    """Return signatures by as many keys, and the keys' addresses."""
    keys = [(n + 1).to_bytes(32, "big") for n in range(count)]
    digest = Hash32(b"\7" * 32)
    return [(digest, compact(key, digest)) for key in keys], [address_of(key) for key in keys]


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


@pytest.mark.parametrize("pool", [NoThreads, Stuck])
def test_a_machine_without_threads_answers_the_same(pool: type[ThreadPoolExecutor]) -> None:
    """What a node can spare changes no answer, or its state would be another than others'."""
    signed, owners = many()
    with Recovery(len(signed), signed.__getitem__, pool()) as signers:
        assert owners == list(signers)


@pytest.mark.parametrize("slow", ["caller", "helpers"])
def test_whoever_is_slow_the_order_is_that_of_the_question(slow: str) -> None:
    """Timing decides who recovers what, and nothing else."""
    signed, owners = many()
    caller = current_thread()

    def question(number: int) -> Signed:
        if (current_thread() is caller) == (slow == "caller"):
            sleep(0.002)
        return signed[number]

    with Recovery(len(signed), question) as signers:
        assert owners == list(signers)


def test_what_a_helper_meets_reaches_the_caller() -> None:
    """An error in another thread is no answer, and is not lost."""
    signed, _ = many()
    caller = current_thread()

    def question(number: int) -> Signed:
        if current_thread() is not caller:
            raise MemoryError("helper")
        sleep(0.002)
        return signed[number]

    with pytest.raises(MemoryError), Recovery(len(signed), question) as signers:
        list(signers)


def test_a_caller_that_gives_up_leaves_nothing_running() -> None:
    """Out of gas midway: nobody goes on with the rest."""
    signed, _ = many()
    asked: list[int] = []

    def question(number: int) -> Signed:
        asked.append(number)
        sleep(0.02)  # so that nobody is through before the caller gives up
        return signed[number]

    with pytest.raises(KeyError), Recovery(len(signed), question) as signers:
        next(iter(signers))
        raise KeyError
    begun = len(asked)
    sleep(0.01)
    assert begun == len(asked) < len(signed)
