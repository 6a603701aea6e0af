"""Who broke consensus: what a proven fault costs, once."""

from dataclasses import replace

import pytest

from chain.kit.assembly import own
from chain.kit.host import CommitVote, Fault, Misbehaviour
from chain.types.primitives import Bps, Height, Seconds, Wei
from modules.mint.module import Mint
from modules.slashing.module import Slashing
from modules.slashing.records import (
    FaultIgnored,
    FaultPostponed,
    FaultPunished,
    Reason,
    SlashingParams,
)
from modules.staking.events import Slashed
from modules.staking.module import Staking
from modules.staking.records import Standing
from modules.staking.refusals import Tombstoned
from tests.modules.chain_of_five import five
from tests.modules.stage import COIN, account
from tests.modules.staking.scene import PARAMS, Scene
from tests.modules.staking.test_keys import address, proof, rotate

GRAVE = (Fault.DUPLICATE_VOTE, Fault.AMNESIA, Fault.LIGHT_CLIENT_ATTACK)


@pytest.mark.parametrize(
    ("fault", "bps"), [*((fault, 500) for fault in GRAVE), (Fault.DUPLICATE_PROPOSAL, 100)]
)
def test_every_fault_has_its_price_and_ends_in_a_tomb(fault: Fault, bps: int) -> None:
    """Votes, locks and headers cost five percent, proposals one; nobody comes back from any."""
    scene = Scene(40, 40, 40, 40)
    scene.blocks(3)
    scene.fault(2, 3, 40, fault)
    assert scene.logged(FaultPunished(account(2), account(2), fault, Height(3), Bps(bps)))
    fine_wei = Wei(40 * COIN * bps // 10_000)
    assert scene.logged(Slashed(account(2), Height(3), Bps(bps), fine_wei))
    assert Standing.TOMBSTONED == scene.call(Staking, "standing_of", account(2))
    assert scene.call(Slashing, "is_tombstoned", account(2))
    scene.commit()
    assert {1: 40, 3: 40, 4: 40} == scene.powers()
    with scene.refuses(Tombstoned):
        scene.call(Slashing, "unjail", sender=2)


def test_many_proofs_cost_what_one_does() -> None:
    """
    A tombstoned validator is never punished again, not for older faults, not in the same block.

    tendermint#2839, cosmos-sdk#2363: one broken setup signed hundreds of times twice.
    """
    scene = Scene(40, 40, 40, 40)
    scene.blocks(3)
    scene.fault(2, 3, 40, times=3)
    assert (1, 2) == (scene.events(FaultPunished), scene.events(FaultIgnored))
    scene.fault(2, 2, 40, Fault.AMNESIA)
    found = FaultIgnored(account(2), Fault.AMNESIA, Height(2), Reason.TOMBSTONED)
    assert scene.logged(found)
    assert 38 * COIN == scene.stake_wei(2, 2)


def test_stake_of_the_faults_height_answers() -> None:
    """Who joined after the fault bears the price of shares only, who left after it pays."""
    scene = Scene(40, 40, 40, 40)
    scene.delegate(2, 5, 60)
    scene.blocks(3)
    scene.undelegate(2, 5, 60)
    scene.blocks(1)
    scene.fault(2, 4, 100)
    entry = scene.call(Staking, "unbondings_of", account(5), 0, 9)[0]
    assert (57 * COIN, 60 * COIN) == (entry.amount_wei, entry.initial_wei)
    assert 38 * COIN == scene.stake_wei(2, 2)


def test_a_key_that_was_given_up_still_leads_to_its_validator() -> None:
    """Proof about an old height names the old key; the validator answers, not a stranger."""
    scene = Scene(40, 40, 40, 40)
    scene.blocks(2)
    rotate(scene, 2, 1, proof(1, 2))
    scene.blocks(3)
    scene.fault(2, 2, 40, key=account(2))
    assert scene.events(FaultPunished) == 1
    assert scene.call(Slashing, "is_tombstoned", account(2))
    scene.fault(2, 5, 40, key=address(1))
    assert 1 == scene.events(FaultPunished)


def test_proof_about_a_stranger_changes_nothing() -> None:
    """An address that no validator ever signed with has no stake, and the block goes on."""
    scene = Scene(40, 40)
    scene.blocks(3)
    scene.fault(9, 2, 40)
    found = FaultIgnored(account(9), Fault.DUPLICATE_VOTE, Height(2), Reason.STRANGER)
    assert scene.logged(found)
    assert 0 == scene.call(Staking, "total_slashed")
    scene.check()


def test_a_fault_of_now_or_later_is_ignored() -> None:
    """A height that is not past is no reason to stop a module (cosmos-sdk#2372)."""
    scene = Scene(40, 40)
    for height in (2, 9):
        scene.fault(2, max(height, scene.height + 1), 40)
    assert 2 == scene.events(FaultIgnored)
    assert scene.logged(FaultIgnored(account(2), Fault.DUPLICATE_VOTE, Height(9), Reason.NOT_PAST))
    scene.fault(2, scene.height, 40)
    assert 1 == scene.events(FaultPunished)
    scene.check()


def test_a_jailed_validator_can_still_be_tombstoned() -> None:
    """Story#323: a double signer that was jailed before kept its way back."""
    scene = Scene(40, 40, 40, 40)
    scene.blocks(11, 2)
    scene.fault(2, 3, 40)
    assert Standing.TOMBSTONED == scene.call(Staking, "standing_of", account(2))
    scene.blocks(1, seconds=600)
    with scene.refuses(Tombstoned):
        scene.call(Slashing, "unjail", sender=2)


def test_faults_wait_while_staking_is_paused() -> None:
    """A block carries a proof only once, so it is kept until it can be punished."""
    scene = Scene(40, 40, 40, 40)
    scene.blocks(3)
    scene.staking.set_paused(True)
    scene.assembly.end_block(scene.host)
    scene.host.advance()
    proofs = Scene(40, 40)  # only to borrow how a proof is made
    proofs.fault(2, 1, 40)
    block = replace(proofs.host.block, height=scene.height)
    scene.host.block = block
    own(Slashing, scene.host).begin_block()
    assert scene.logged(FaultPostponed(account(2), Fault.DUPLICATE_VOTE, Height(1)))
    assert 0 == scene.events(FaultPunished)
    scene.staking.set_paused(False)
    scene.blocks(1)
    assert 1 == scene.events(FaultPunished)
    scene.blocks(2)
    assert (1, 0) == (scene.events(FaultPunished), scene.events(FaultIgnored))


def test_the_ledger_of_the_whole_chain_counts_what_was_burned() -> None:
    """Supply is what all accounts hold, in the block of a slash as in every other."""
    stage = five()
    stage.next_block()
    votes = tuple(CommitVote(account(n), p, True) for n, p in ((1, 60), (2, 30), (3, 10)))
    proof = Misbehaviour(Fault.AMNESIA, account(2), Height(1), Seconds(0), 30, 100)
    stage.next_block(1, votes, (proof,))
    burned_wei = stage.host.burned_wei
    assert 3 * COIN // 2 == burned_wei == stage.call(Staking, "total_slashed")
    for _ in range(3):
        supply_wei = stage.call(Mint, "supply") + stage.host.minted_wei - stage.host.burned_wei
        assert supply_wei == sum(stage.host.balances_wei.values())
        stage.next_block(1, votes)
    assert account(2) not in [seat.validator for seat in stage.call(Staking, "validator_set")]


def test_two_proposals_never_cost_more_than_two_votes() -> None:
    """They decide nothing alone, so parameters cannot say otherwise."""
    wrong = SlashingParams(double_proposal_bps=Bps(501))
    assert "double_proposal_bps 501 is above double_sign_bps 500" == wrong.check()


def test_everything_can_be_lost_where_governance_says_so() -> None:
    """At 10,000 bps nothing is left, and the chain goes on."""
    harsh = SlashingParams(double_sign_bps=Bps(10_000), jail_s=Seconds(5))
    scene = Scene(40, 40, 40, params=PARAMS, slashing=harsh)
    scene.delegate(2, 5, 60)
    scene.blocks(3)
    scene.fault(2, 3, 100)
    assert (0, 0) == (scene.stake_wei(2, 2), scene.stake_wei(5, 2))
    scene.blocks(5)
    assert {1: 40, 3: 40} == scene.powers()
