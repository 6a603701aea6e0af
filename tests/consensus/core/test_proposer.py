"""The rotation of proposers over the rounds of one height."""

from chain.types.primitives import Address, Round
from chain.types.validators import Validator, ValidatorSet
from consensus.core.proposer import ProposerRotation

V0, V1, V2 = (Address(bytes([n]) * 20) for n in (1, 2, 3))
SET = ValidatorSet((Validator(V0, 1), Validator(V1, 1), Validator(V2, 2)))


def test_rounds_take_turns_on_a_copy() -> None:
    """Round r has the set's proposer after r turns, whatever is asked first."""
    rotation = ProposerRotation(SET)
    late = rotation.at(Round(9))
    assert SET.incremented(9).proposer.address == late.address
    for round_ in range(9):
        assert SET.incremented(round_).proposer.address == rotation.at(Round(round_)).address


def test_failed_rounds_do_not_change_the_next_height() -> None:
    """tendermint#2960: the next height goes on from the set, not from the round reached."""
    before = SET
    ProposerRotation(SET).at(Round(5))
    assert before == SET
