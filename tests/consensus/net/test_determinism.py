"""Gossip on a hub does the same again: what a simulator needs to replay a seed."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from consensus.host.network import CertifiedBlock, ProposedBlock
from consensus.net.parts import PART_BYTES
from consensus.net.transport import Channel, PeerId
from tests.consensus.net.mesh import Mesh
from tests.consensus.net.stage import (
    ToyPayloads,
    ToyPool,
    certificate,
    name,
    proposal,
    run,
    transactions,
    vote,
)

RAWS = transactions(300)
PAYLOAD = ToyPayloads().join(b"head", RAWS)
BIG = bytes(5 * PART_BYTES) + b"tail"
History = list[tuple[PeerId, PeerId, Channel, bytes]]


def history_of(seed: int) -> tuple[History, list[object]]:
    """Everything sent and heard in a story on bad links, drawn from a seed."""
    chance = random.Random(seed)
    sent: History = []
    heard: list[object] = []

    async def story() -> None:
        pools = [ToyPool().put(*chance.sample(RAWS, 200)) for _ in range(4)]
        async with Mesh(4, pools) as mesh:
            mesh.lost = lambda *packet: chance.random() < 0.2
            for height in range(1, 4):
                who = chance.randrange(4)
                await mesh.says(who, vote(who, height))
                await mesh.says(who, ProposedBlock(proposal(PAYLOAD, height), PAYLOAD))
                await mesh.nodes[who].send(
                    name((who + 1) % 4), CertifiedBlock(certificate(BIG, height), BIG)
                )
                await mesh.pass_ms(chance.choice([100, 700]))
                if chance.random() < 0.3:
                    mesh.hub.disconnect(name(0), name(who or 1))
                for node in range(4):
                    for inbound in mesh.heard(node):
                        heard.append((node, inbound))
                        await mesh.nodes[node].broadcast(inbound.message)
            await mesh.pass_ms(3_000)
        sent.extend(mesh.sent)

    run(story)
    return sent, heard


@settings(max_examples=5, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_the_same_seed_is_the_same_story(seed: int) -> None:
    """Two runs from one seed send the same bytes in the same order and hear the same."""
    first, second = history_of(seed), history_of(seed)
    assert first == second
    assert first[1]
