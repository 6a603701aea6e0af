"""Revert data of modules in words."""

import pytest

from chain.kit.assembly import Assembly
from chain.kit.module import Module, NotPayable
from chain.kit.record import Refusal, encode_refusal
from chain.types.primitives import Address, Wei
from rpc.refusals import SHOWN_LETTERS_MAX, RefusalNames
from tests.rpc.stage import ASSEMBLY, COUNTER, STRANGER, Guild, NotAMember


class Weary(Refusal):
    """Too tired."""

    reason: str


class Inn(Module, address=0x0AFE, name="inn"):
    """Another module."""


NAMES = RefusalNames(Assembly((Guild, Inn)))


@pytest.mark.parametrize("to", [Guild.address, Inn.address])
def test_refusals_are_named_whoever_hands_them_on(to: Address) -> None:
    """A module's own, another module's, and those that all share."""
    own = encode_refusal(NotAMember(STRANGER))
    assert f"NotAMember(who=0x{STRANGER.hex()})" == NAMES.describe(to, own)
    assert "NotPayable(value_wei=5)" == NAMES.describe(to, encode_refusal(NotPayable(Wei(5))))


def test_long_reasons_are_cut() -> None:
    """An error line stays a line."""
    shown = NAMES.describe(Inn.address, encode_refusal(Weary("x" * 5_000)))
    assert f"Weary(reason={'x' * SHOWN_LETTERS_MAX})" == shown


def test_what_is_no_refusal_has_no_name() -> None:
    """Contracts, creations, unknown selectors and cut data."""
    own = encode_refusal(NotAMember(STRANGER))
    assert NAMES.describe(COUNTER, own) is None
    assert NAMES.describe(None, own) is None
    assert NAMES.describe(Guild.address, b"\x01\x02\x03\x04") is None
    assert NAMES.describe(Guild.address, b"") is None
    assert NAMES.describe(Guild.address, own[:-1]) is None
    assert RefusalNames(ASSEMBLY).describe(Inn.address, own) is None
