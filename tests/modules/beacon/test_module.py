"""The beacon's page: genesis, views, parameters, invariants."""

from dataclasses import replace

import pytest

from chain import params
from chain.errors import Malformed
from chain.types.beacon import NO_TURN, Turn
from chain.types.primitives import ZERO_HASH, Bps, Hash32
from modules import MODULES
from modules.beacon.module import Beacon
from modules.beacon.records import BeaconGenesis, BeaconParams, Commitment, GenesisTip
from tests.chain.stage import links_of
from tests.modules.beacon.scene import FINE, BeaconScene, tips
from tests.modules.stage import account


def test_genesis_commits_validators_once() -> None:
    """Strangers, a tip that is zero and a second tip of one validator stop the chain."""
    scene = BeaconScene(40, 40)
    tip = Hash32(b"\x01" * 32)
    for wrong in (
        GenesisTip(account(9), tip),
        GenesisTip(account(1), ZERO_HASH),
        GenesisTip(account(1), tip),
    ):
        with pytest.raises(Malformed, match="beacon.tips"):
            scene.beacon.genesis(BeaconGenesis(FINE, (wrong,)))
    with pytest.raises(Malformed, match="missed_link_bps"):
        BeaconScene(40, params=BeaconParams(missed_link_bps=Bps(0)))
    with pytest.raises(Malformed, match="beacon.tips"):
        BeaconScene(40, committed=(1, 1))


def test_a_turn_says_what_the_proposer_owes() -> None:
    """Whoever is to propose reads off the state what it shows; strangers owe nothing."""
    scene = BeaconScene(40, 40)
    assert NO_TURN == scene.beacon.turn()
    scene.block_of(1)
    tip = links_of(account(1)).tip(account(1))
    assert Turn(account(1), tip, 1, 0, can_commit=True) == scene.beacon.turn()


def test_parameters_are_public_and_its_place_is_behind_slashing() -> None:
    """Everyone reads the costs; fines of a block go through slashing's work of that block."""
    scene = BeaconScene(40, 40)
    assert FINE == scene.call(Beacon, "params")
    names = [module.name for module in MODULES]
    assert names.index("slashing") < names.index("beacon")
    assert tips(1)[0].tip == scene.call(Beacon, "commitment", account(1)).expected


def test_more_links_than_a_chain_has_are_found() -> None:
    """The invariant looks at the chain of whoever proposed."""
    scene = BeaconScene(40, 40)
    scene.propose(1)
    good = scene.beacon.commitments[account(1)]
    assert scene.beacon.proposer_within_its_chain()
    for wrong in (
        replace(good, used=params.BEACON_LINKS + 1),
        replace(good, used=params.BEACON_LINKS),
    ):
        scene.beacon.commitments[account(1)] = wrong
        assert not scene.beacon.proposer_within_its_chain()
    scene.beacon.commitments[account(1)] = Commitment(ZERO_HASH, 1, params.BEACON_LINKS)
    assert scene.beacon.proposer_within_its_chain()
