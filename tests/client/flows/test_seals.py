"""Seals: what is committed to off chain opens on chain."""

import pytest

from chain.kit import verdicts
from client.errors import ArgumentInvalid
from client.flows import seals
from modules.licensing import annotation_batches

WHO, OTHER = "0x" + "22" * 20, "0x" + "33" * 20
DIGEST, SALT = b"\x04" * 32, b"\x05" * 32


def test_seals_are_the_modules_own():
    """The same bytes for a result, a vote, a canary and an annotator's answers."""
    who, other = b"\x22" * 20, b"\x33" * 20
    assert verdicts.result_seal(who, 7, other, DIGEST, SALT) == seals.result_seal(
        WHO, 7, OTHER, DIGEST, SALT
    )
    assert verdicts.vote_seal(7, 1, who, 9, SALT) == seals.vote_seal(7, 1, WHO, 9, SALT)
    assert verdicts.canary_seal(who, DIGEST, SALT) == seals.canary_seal(WHO, DIGEST, SALT)
    theirs = annotation_batches.answers_seal(1, 2, who, b"\x00\x01", DIGEST, SALT)
    assert theirs == seals.answers_seal(1, 2, WHO, b"\x00\x01", DIGEST, SALT)


def test_a_short_salt_or_digest_is_refused():
    """Nothing would open it."""
    with pytest.raises(ArgumentInvalid, match="32 bytes"):
        seals.result_seal(WHO, 7, OTHER, DIGEST, b"salt")
    with pytest.raises(ArgumentInvalid, match="32 bytes"):
        seals.answers_seal(1, 2, WHO, b"", b"", SALT)
