"""Faults and absences in real blocks of four validators, from evidence to the next set."""

from chain.types.primitives import Seconds
from modules.mint.module import Mint
from modules.slashing.module import Slashing
from modules.staking.module import Staking
from modules.staking.records import Standing
from tests.chain.stage import COIN_WEI, VALIDATORS, Chain, network_data
from tests.chain.test_app import KEYS, STAKES, advance, fault


def pair() -> tuple[Chain, Chain]:
    """Return two nodes of a chain of four validators whose windows are ten blocks long."""
    data = network_data(*STAKES)
    data["modules"]["slashing"] = {"params": {"window_blocks": 10, "jail_s": 1}}
    return Chain(data=data, keys=KEYS), Chain(data=data, keys=KEYS)


def deciders(chain: Chain) -> dict[bytes, int]:
    """Return who decides the next block, by address."""
    return {v.address: v.power for v in chain.app.validators()}


def test_a_double_sign_costs_stake_and_seat_in_real_blocks() -> None:
    """Proof goes into a block; its stake burns there, and two blocks on the set is without it."""
    proposer, checker = pair()
    advance(proposer, checker)
    assert proposer.app.add_evidence(fault(1))
    advance(proposer, checker)  # height 2 tells of it and elects
    for chain in (proposer, checker):
        assert 5 * COIN_WEI == chain.view(Staking, "total_slashed")
        assert Standing.TOMBSTONED == chain.view(Staking, "standing_of", VALIDATORS[3])
        assert chain.total_wei() == chain.view(Mint, "supply")
    assert VALIDATORS[3] in deciders(proposer)  # of height 3
    advance(proposer, checker)
    assert dict(zip(VALIDATORS[:3], STAKES, strict=False)) == deciders(proposer)
    advance(proposer, checker, signers=KEYS[:3])
    assert proposer.head == checker.head


def test_who_does_not_sign_is_jailed_in_real_blocks() -> None:
    """Its absence is read from certificates that every node checks, so every node jails it."""
    proposer, checker = pair()
    for _ in range(12):
        advance(proposer, checker, signers=KEYS[:3])
    for chain in (proposer, checker):
        assert Standing.JAILED == chain.view(Staking, "standing_of", VALIDATORS[3])
        assert COIN_WEI == chain.view(Staking, "total_slashed")
        assert chain.view(Slashing, "jailed_until", VALIDATORS[3]) > Seconds(0)
    advance(proposer, checker, signers=KEYS[:3])
    assert VALIDATORS[3] not in deciders(proposer)
    assert proposer.head == checker.head
