"""Words of another chain's state: one strict proof, of the account and the slot that were asked."""

from dataclasses import replace

import pytest

from chain.kit.abi import Uint64
from chain.types.primitives import Height
from modules.bridge.module import Bridge
from modules.bridge.packets import COMMITMENTS_SLOT, RECEIPTS_SLOT
from modules.bridge.records import End, Packet, StateProof
from modules.bridge.refusals import ProofContradicts, ProofInvalid, UnknownHeight
from tests.modules.bridge.sealing import STRANGER
from tests.modules.bridge.town import LIMITS, RELAYER, ROUTE, Side, Town, coin
from tests.modules.stage import account


@pytest.fixture
def town() -> Town:
    """Return two chains with a bridge between them."""
    return Town()


def proven(town: Town) -> tuple[Packet, StateProof]:
    """Return a packet of the first chain, and its proof for the second."""
    packet = town.send(town.a)
    height = town.learn(town.b, town.a)
    return packet, town.a.proof(height, COMMITMENTS_SLOT, 1, packet.sequence)


def deliver(side: Side, packet: Packet, proof: StateProof, route: int = 1) -> None:
    """Bring a packet."""
    side.do("deliver", Uint64(route), packet, proof, account(RELAYER))


def test_proofs_have_one_shape(town: Town):
    """Proof with extra nodes, or fewer, or of other bytes: none is read as the right one."""
    packet, proof = proven(town)
    broken = [
        replace(proof, slot_nodes=(*proof.slot_nodes, proof.slot_nodes[-1])),
        replace(proof, account_nodes=(*proof.account_nodes, b"")),
        replace(proof, account_nodes=()),
        replace(proof, slot_nodes=()),
        replace(proof, slot_nodes=(*proof.slot_nodes[:-1], proof.slot_nodes[-1] + b"\0")),
        replace(proof, account_nodes=proof.account_nodes[::-1] * 40),
    ]
    for bad in broken:
        with town.b.refuses(ProofInvalid):
            deliver(town.b, packet, bad)
    deliver(town.b, packet, proof)


def test_only_a_trusted_height_proves(town: Town):
    """A proof at a height that no client trusts is none, and height 0 neither."""
    packet, proof = proven(town)
    for height in (0, proof.height + 1):
        with town.b.refuses(UnknownHeight):
            deliver(town.b, packet, replace(proof, height=Height(height)))


def test_a_proof_of_something_else_is_none(town: Town):
    """Another slot, another number, another account: what is proven is what was asked."""
    packet, proof = proven(town)
    with town.b.refuses(ProofInvalid):
        deliver(town.b, replace(packet, sequence=Uint64(2)), proof)
    receipt = town.a.proof(proof.height, RECEIPTS_SLOT, 1, 1)
    with town.b.refuses(ProofInvalid):
        deliver(town.b, packet, receipt)
    absent = town.a.proof(proof.height, COMMITMENTS_SLOT, 1, 2)
    with town.b.refuses(ProofContradicts):
        deliver(town.b, replace(packet, sequence=Uint64(2)), absent)
    state = town.a.states[proof.height]
    other = replace(proof, account_nodes=state.accounts.prove(STRANGER))
    with town.b.refuses(ProofInvalid):
        deliver(town.b, packet, other)


def test_a_packet_of_one_route_is_none_of_another(town: Town):
    """Replay on another route, chain or contract: each is in what is committed to."""
    packet, proof = proven(town)
    town.b.vote("open_route", 1, End(town.a.chain_id, Bridge.address, Uint64(2)))
    town.b.vote("open_route", 1, End(town.a.chain_id, STRANGER, Uint64(1)))
    for route in (2, 3):
        with town.b.refuses(ProofInvalid):
            deliver(town.b, packet, proof, route)
    third = Side(31_339)
    town.follow(third, town.a)
    third.vote("open_route", 1, town.a.end())
    with third.refuses(ProofContradicts):
        deliver(third, packet, proof)


def test_an_account_that_is_not_there_proves_no_absence(town: Town):
    """Absence in an account that does not exist would time out what a wrong address never had."""
    ghost = End(town.b.chain_id, account(321), Uint64(9))
    route = town.a.vote("open_route", 1, ghost)
    town.a.vote("register_asset", route, coin(True), LIMITS)
    packet = town.send(town.a, route=route)
    town.pass_time(1_001)
    height = town.learn(town.a, town.b)
    nodes = town.b.states[height].accounts.prove(account(321))
    with town.a.refuses(ProofInvalid, "no such account"):
        town.a.do("timeout", route, packet, StateProof(height, nodes, ()))
    assert route != ROUTE
