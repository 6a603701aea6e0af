"""Revert data in the words of the module that refused."""

import pytest

from chain.errors import Malformed
from chain.kit.abi import StringType, encode_sequence
from chain.kit.module import Paused
from chain.kit.record import encode_refusal, selector_of
from chain.types.primitives import Wei
from chain.vm.errors import ERROR_SELECTOR
from modules import assemble
from modules.staking.module import Staking
from modules.staking.refusals import BondTooSmall, UnknownValidator
from modules.treasury.module import Treasury
from rpc.grpc.errors import CallFailed, Refused
from rpc.grpc.refusals import Refusals
from tests.rpc.grpc.stage import fields_of

KNOWN = Refusals(assemble())
ERROR = ERROR_SELECTOR + encode_sequence([StringType()], ["no"])


def test_a_refusal_is_named_with_its_fields() -> None:
    """Numbers are decimal text."""
    output = encode_refusal(BondTooSmall(Wei(10**18), Wei(5)))
    failure = KNOWN.failure(Staking.address, output)
    assert isinstance(failure, Refused)
    assert ("staking", "BondTooSmall") == (failure.refusal.module, failure.refusal.name)
    assert {"bond_wei_min": str(10**18), "found_wei": "5"} == fields_of(failure.refusal)
    assert output == failure.refusal.data


def test_a_refusal_of_another_module_is_named_too() -> None:
    """A module that asks another passes its refusal on, and so does a contract."""
    output = encode_refusal(UnknownValidator(Treasury.address))
    for target in (Treasury.address, None, b"\x77" * 20):
        failure = KNOWN.failure(target, output)  # type: ignore[arg-type]
        assert isinstance(failure, Refused)
        assert "staking" == failure.refusal.module


def test_shared_refusals_belong_to_no_module() -> None:
    """Every module may be paused."""
    failure = KNOWN.failure(Staking.address, encode_refusal(Paused()))
    assert isinstance(failure, Refused)
    assert ("", "Paused") == (failure.refusal.module, failure.refusal.name)


def test_an_error_text_of_a_module_means_a_malformed_call() -> None:
    """Of a contract it is a refusal like any other."""
    failure = KNOWN.failure(Staking.address, ERROR)
    assert (Malformed, "no") == (type(failure), str(failure))
    failure = KNOWN.failure(None, ERROR)
    assert (Refused, "execution reverted: no") == (type(failure), str(failure))


@pytest.mark.parametrize("output", [b"\1\2\3\4", b"\1", selector_of(UnknownValidator) + b"\1"])
def test_data_that_says_nothing_is_handed_on(output: bytes) -> None:
    """Whoever wrote the contract may know what it means."""
    failure = KNOWN.failure(None, output)
    assert isinstance(failure, Refused)
    assert output == failure.refusal.data


def test_a_revert_without_data_has_no_refusal() -> None:
    """There is nothing to hand on."""
    failure = KNOWN.failure(None, b"")
    assert (CallFailed, "execution reverted") == (type(failure), str(failure))
