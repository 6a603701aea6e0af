"""
What is committed to before it may be seen: hashes with whose they are, and a salt.

    result_seal   a worker's result, until `reveal`       vote_seal    a judge's, until `open_vote`
    canary_seal   a result that its payer knows is wrong  answers_seal an annotator's answers

As modules/verification and modules/licensing hash them: every part has a fixed length.
"""

from eth_hash.auto import keccak

from client.errors import ArgumentInvalid

WORD = 32


def result_seal(asker: str, subject: int, worker: str, digest: bytes, salt: bytes) -> bytes:
    """
    Return what a worker commits to; `asker` is the module that pays, `subject` its number.

    At ATTESTED the digest is that of the hardware's quote, at BISECTION that of the trace's end.
    """
    return _seal(b"result", _account(asker), _number(subject), _account(worker), digest, salt)


def vote_seal(claim: int, round_: int, voter: str, value: int, salt: bytes) -> bytes:
    """Return what a judge commits to: its value in one round of one claim."""
    parts = (_number(claim), _number(round_), _account(voter), _number(value))
    return _seal(b"vote", *parts, salt)


def canary_seal(payer: str, digest: bytes, salt: bytes) -> bytes:
    """Return the seal of a result that its payer knows to be wrong before it is delivered."""
    return _seal(b"canary", _account(payer), digest, salt)


def answers_seal(
    task: int, batch: int, annotator: str, answers: bytes, report: bytes, salt: bytes
) -> bytes:
    """Return what an annotator commits to: its answers at one batch."""
    _check(report, salt)
    head = b"kumiai.answers" + _number(task) + _number(batch) + _account(annotator)
    return keccak(head + report + salt + keccak(answers))


def _seal(domain: bytes, *parts: bytes) -> bytes:
    _check(*(part for part in parts if len(part) != len(_account("0x" + "00" * 20))))
    return keccak(b"kumiai." + domain.ljust(8, b"\0") + b"".join(parts))


def _number(value: int) -> bytes:
    return value.to_bytes(WORD, "big")


def _account(address: str) -> bytes:
    return bytes.fromhex(address.removeprefix("0x"))


def _check(*words: bytes) -> None:
    for word in words:
        if len(word) != WORD:
            raise ArgumentInvalid(f"a hash or salt of 32 bytes expected, found {len(word)}")
